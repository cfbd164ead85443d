package console

import "golang.org/x/sys/windows"

// setter changes the mode of a console, as windows.SetConsoleMode.
type setter func(windows.Handle, uint32) error

// What the app needs of a console: keys as escape sequences, and such in what it draws.
const (
	input  = windows.ENABLE_VIRTUAL_TERMINAL_INPUT
	output = windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING
	screen = output | windows.DISABLE_NEWLINE_AUTO_RETURN
)

// Ready is an error where the console cannot show the app. The console stays as it was.
func Ready(in, out uintptr) error { return ready(in, out, windows.SetConsoleMode) }

func ready(in, out uintptr, set setter) error {
	for _, end := range []struct {
		of    uintptr
		needs uint32
	}{{in, input}, {out, screen}} {
		before, err := add(end.of, end.needs, set)
		if err != nil {
			return err
		}
		if err := set(windows.Handle(end.of), before); err != nil {
			return err
		}
	}
	return nil
}

// Escapes makes a console read escape sequences, and reports whether it does.
func Escapes(out uintptr) bool {
	_, err := add(out, output, windows.SetConsoleMode)
	return err == nil
}

// add adds to the mode of a console and gives the one before.
func add(console uintptr, needs uint32, set setter) (before uint32, err error) {
	if err := windows.GetConsoleMode(windows.Handle(console), &before); err != nil {
		return 0, err
	}
	return before, set(windows.Handle(console), before|needs)
}
