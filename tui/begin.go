package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wres/tui/ask"
	"wres/tui/panel"
)

// BeginDeps is what the app needs of the world to begin in a folder without figures.
type BeginDeps struct {
	// WriteHeaders writes those files of a new folder that are not there yet, and gives their
	// names. It is called from a command's goroutine. Nil: nothing can be written.
	WriteHeaders func() ([]string, error)
	// Hint is a passing word on the first screen: how to begin with figures of one's own.
	Hint string
}

// headersMsg says what became of writing the files of a new folder.
type headersMsg struct {
	written []string
	err     error
}

// beginning is the app as figures are begun with.
type beginning struct{ m *Model }

// Begin begins in one of the ways that there are.
func (a app) Begin(b ask.Begin) tea.Cmd {
	switch b {
	case ask.WithExample:
		a.m.next = &Place{Name: "the built-in example", Opens: true}
		return a.m.askQuit()
	case ask.WithHeaders:
		return beginning(a).writeHeaders()
	}
	return nil
}

func (b beginning) writeHeaders() tea.Cmd {
	write := b.m.deps.WriteHeaders
	if write == nil {
		b.m.status = "no file can be written here"
		return nil
	}
	return func() tea.Msg {
		written, err := write()
		return headersMsg{written, err}
	}
}

// wrote reads the folder again, with what was written into it.
func (b beginning) wrote(msg headersMsg) tea.Cmd {
	said := ""
	switch {
	case msg.err != nil:
		b.m.status = "not all files were written: " + b.m.deps.Clean(msg.err.Error())
		return nil
	case len(msg.written) == 0:
		said = "every file is there already"
	default:
		said = fmt.Sprintf("wrote %s with headers", panel.Counted(len(msg.written), "file"))
	}
	return app(b).ReadAgain(said)
}
