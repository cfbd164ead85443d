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
package before

import "os"

// Everything that the package does is this assignment.
var _ = os.Unsetenv("TMUX")
