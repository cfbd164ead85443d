package labels

import (
	"slices"
	"strings"

	"wres/loaders/csvfile"
)

// partOpenings are how a label begins that says it is a part of what another row counts.
var partOpenings = []string{"ofwhich", "ofwhom", "ofthese", "ofthose", "thereof", "including", "includes", "incl", "o/w"}

// SaysPart reports whether a label says that its people are among those of another row:
// "of which part time".
func SaysPart(raw string) bool {
	key := csvfile.Fold(raw)
	return slices.ContainsFunc(partOpenings, func(opening string) bool { return strings.HasPrefix(key, opening) })
}
