// Package before is what must have happened before the libraries initialise.
//
// Lip Gloss asks for the terminal's colours in a package variable, and inside
// tmux its colorprofile answers by running "tmux info". This program starts no
// other program, and knows the colours from the environment alone; so the one
// variable that leads there is taken out of the environment first.
//
// Go initialises packages that are ready in the order of their import paths.
// Only a path that sorts before "charm.land" comes before Lip Gloss, and in the
// module wres none does: that is why this package is a module of its own, put in
// place by a replace line in go.mod. .ci/quiet.sh fails if the order ever breaks.
//
// Nothing else was found that holds it. A package of the module wres, whatever its name,
// comes after Lip Gloss, and main comes last. The variable is there in every release of
// Lip Gloss up to 2.1.0, asked for by nothing, and the linker keeps it for what it does.
// Its colours are certain without tmux only where COLORTERM or NO_COLOR says so, or where
// stdout is no terminal. No setting of Go's runtime and no -X of the linker reaches the
// environment before it; a second start of the program with a clean environment would be
// a program started, and cgo would be a C compiler for everyone who builds.
//
// "go install ./cmd/wres" works in a clone. From elsewhere a module whose path has no dot
// cannot be installed by its name, with the replace line or without.
package before

import "os"

// Everything that the package does is this assignment.
var _ = os.Unsetenv("TMUX")
