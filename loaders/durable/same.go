package durable

import (
	"os"
	"path/filepath"
	"strings"
)

// Same reports whether two paths lead to one file, or would once it is made. Of names that
// are not there yet capital letters make no difference, as they make none on many systems.
func Same(a, b string) bool {
	there, err := os.Stat(a)
	other, otherErr := os.Stat(b)
	if err == nil && otherErr == nil {
		return os.SameFile(there, other)
	}
	return err != nil && otherErr != nil && strings.EqualFold(Settled(a), Settled(b))
}

// Within reports whether a path leads to a folder or to anything below it, there or not yet.
func Within(path, folder string) bool {
	for at := Settled(path); ; at = filepath.Dir(at) {
		if Same(at, folder) {
			return true
		}
		if at == filepath.Dir(at) {
			return false
		}
	}
}

// Settled gives the absolute path of a file, through every link of what is there of it.
func Settled(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil { // there is no working folder
		whole = filepath.Clean(path)
	}
	rest := ""
	for at := whole; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return whole
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}
