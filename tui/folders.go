package tui

import (
	tea "charm.land/bubbletea/v2"

	"wres/tui/ask"
	"wres/tui/palette"
)

// FolderDeps is what the app needs of the world to open another folder.
type FolderDeps struct {
	// Folders lists what can be opened or looked into from a folder, "" for the one that is
	// open. It is called from a command's goroutine. Nil: no other folder can be opened.
	Folders func(from string) ([]Place, error)
}

// Place is a folder in a list.
type Place struct {
	Path  string // "": the built-in example
	Name  string // for the screen
	Kind  string // what is known of it, in a few words: "opened before"
	Opens bool   // it is opened; else its folders are listed
	Owner bool   // Path is one of the organisations of the folder that is open; "": all together
}

// placesMsg is a list of folders that was made.
type placesMsg struct {
	places []Place
	err    error
}

// folders is the app as another folder is looked for.
type folders struct{ m *Model }

// ask makes the list of what can be opened from a folder.
func (f folders) ask(from string) tea.Cmd {
	list := f.m.deps.Folders
	if list == nil {
		f.m.status = "no other folder can be opened here"
		return nil
	}
	return func() tea.Msg {
		places, err := list(from)
		return placesMsg{places, err}
	}
}

// show puts the list over the panels, unless something else stands there by now.
func (f folders) show(msg placesMsg) {
	switch m := f.m; {
	case msg.err != nil:
		m.status = "the folder cannot be looked into: " + m.deps.Clean(msg.err.Error())
	case m.stack.top() == nil:
		app{m}.list("Open", f.lines(msg.places))
	}
}

func (f folders) lines(places []Place) (all []palette.Line) {
	clean := f.m.deps.Clean
	for _, p := range places {
		all = append(all, palette.Line{Name: clean(p.Name), Kind: clean(p.Kind), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			if !p.Opens {
				return nil, f.ask(p.Path)
			}
			f.m.next = &p
			return nil, f.m.askQuit()
		})})
	}
	return all
}

// Ready reports whether an app has read its folder.
func Ready(m *Model) bool { return !m.loading.running && m.loading.generation > 0 }

// Next gives what is to be opened now that an app has ended; nil: nothing.
func Next(m *Model) *Place {
	if m.err != nil {
		return nil
	}
	return m.next
}
