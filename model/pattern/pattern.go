// Package pattern makes regular expressions when they are first asked for: a run of the
// program needs few of them, and compiling all would delay each.
package pattern

import (
	"regexp"
	"sync"
)

// Of gives an expression, compiled once, when it is first asked for. It panics then where
// the expression is wrong.
func Of(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
