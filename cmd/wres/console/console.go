// Package console asks the terminal that the program runs in what it can show, before
// anything is drawn on it, and reads what is typed there as paths. Terminals of Unix systems
// all read escape sequences; a console of Windows does once it is told to, and one in its
// legacy mode refuses.
package console

import (
	"fmt"

	"github.com/charmbracelet/x/term"
)

// Refusal says why a terminal cannot show the app, and what to do; "" where it can.
func Refusal(in, out uintptr) string {
	err := Ready(in, out)
	if err == nil {
		return ""
	}
	return fmt.Sprintf("this console cannot show the app (%s), so this is the summary; open it in Windows Terminal, "+
		"or take \"Use legacy console\" out of the properties of this window", err)
}

// Terminal gives the descriptor of a stream that is a terminal.
func Terminal(stream any) (fd uintptr, ok bool) {
	f, isFile := stream.(interface{ Fd() uintptr })
	if !isFile || !term.IsTerminal(f.Fd()) {
		return 0, false
	}
	return f.Fd(), true
}
