// Package memory says when memory that is free is looked for: the environment goes in, and the
// collector of Go is set.
package memory

import (
	"runtime"
	"runtime/debug"
)

// firstCollection is the percentage under which the first garbage collection waits for
// a heap of 16 MiB, and not for the usual 4.
const firstCollection = 400

// CollectLate puts the first garbage collection off. What a command needs for a folder
// of the usual size is freed as it ends, and to look through it before costs more
// time than the rows do. From the first collection on they come as usual, so that a
// large list needs no more memory. A user's own GOGC stands.
func CollectLate(getenv func(string) string) {
	if getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(firstCollection)
	// Nothing holds the marker, so it is cleaned up by the first collection.
	marker := new([64]byte)
	runtime.AddCleanup(marker, func(percent int) { debug.SetGCPercent(percent) }, usual)
}
