//go:build !windows

package console

// Ready is nil: a terminal shows the app here.
func Ready(uintptr, uintptr) error { return nil }

// Escapes reports whether a terminal reads escape sequences, as all do here.
func Escapes(uintptr) bool { return true }
