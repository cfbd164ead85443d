package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/tui/ask"
	"wres/tui/grid"
	"wres/tui/palette"
	"wres/tui/panel"
)

// BeginDeps is what the app needs of the world to begin in a folder without figures.
type BeginDeps struct {
	// WriteHeaders writes those files of a new folder that are not there yet, and gives their
	// names. It is called from a command's goroutine. Nil: nothing can be written.
	WriteHeaders func() ([]string, error)
	// Hint is a passing word on the first screen: how to begin with figures of one's own.
	Hint string
	// Typing reads and saves what is typed into a table.
	Typing grid.Deps
	// Tour shows round on the first screen: nobody was yet.
	Tour bool
}

// headersMsg says what became of writing the files of a new folder.
type headersMsg struct {
	written []string
	err     error
}

// beginning is the app as figures are begun with.
type beginning struct{ m *Model }

// own handles the answers that it waits for.
func (b beginning) own(msg tea.Msg) (cmd tea.Cmd, ours bool) {
	switch msg := msg.(type) {
	case headersMsg:
		return b.wrote(msg), true
	case grid.Opened:
		return b.opened(msg), true
	case grid.Msg:
		if !b.m.stack.has(b.m.grid) { // it was left: what waited in it was thrown away
			return nil, true
		}
		return b.m.follow(b.m.grid.Update(msg)), true
	}
	return nil, false
}

// Begin begins in one of the ways that there are.
func (a app) Begin(b ask.Begin) tea.Cmd {
	switch b {
	case ask.WithExample:
		a.m.next = &Place{Name: "the built-in example", Opens: true}
		return a.m.askQuit()
	case ask.WithHeaders:
		return beginning(a).writeHeaders()
	case ask.WithTyping:
		beginning(a).pick()
	}
	return nil
}

// pick asks which figures are to be typed in.
func (b beginning) pick() {
	m := b.m
	switch r := m.data.Results; {
	case m.deps.Typing.SaveFigures == nil:
		m.status = "the example is built in: O opens a folder of your own"
		return
	case r == nil:
		m.status = "the figures are still being read: I in a moment"
		return
	case m.views.wanted:
		m.status = "figures are typed in the full view: P shows it"
		return
	}
	var lines []palette.Line
	for _, kind := range m.deps.Choices.Kinds {
		if kind.Sheet.Empty() {
			continue
		}
		lines = append(lines, palette.Line{Name: kind.Kind + ": " + kind.Brief, Kind: b.has(kind.Kind), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			return nil, m.deps.Typing.Read(kind, b.year())
		})})
	}
	app(b).list("Type figures in", lines)
}

// has says what the folder has of a kind.
func (b beginning) has(kind string) string {
	for _, f := range b.m.data.Report.Files {
		switch {
		case f.Name == kind+".csv":
			return panel.Counted(f.RowsRead, "row")
		case f.Kind == kind: // what is typed would stand beside it
			return "in " + b.m.deps.Clean(f.Name)
		}
	}
	return "not there"
}

// year is the last one that there are figures of, else the last one that has ended.
func (b beginning) year() model.Year {
	if r := b.m.data.Results; len(r.Years) > 0 {
		return r.Latest()
	}
	today := b.m.deps.Now()
	day, _ := model.DayOf(today.Year(), int(today.Month()), today.Day())
	return day.Year() - 1
}

// opened shows the table of figures that were read, unless something stands there by now, and
// asks about those that an earlier run could not save.
func (b beginning) opened(o grid.Opened) tea.Cmd {
	m := b.m
	switch {
	case m.stack.has(m.grid):
	case o.Err != nil:
		m.status = m.deps.Clean(o.Err.Error())
	case m.stack.top() == nil:
		m.status = ""
		m.grid = grid.New(m.data, m.deps.Typing, o)
		app(b).show(m.grid)
		return m.follow(grid.Offer(m.grid), nil)
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
