package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/files"
	"wres/tui/funnel"
	"wres/tui/meeting"
	"wres/tui/palette"
	"wres/tui/panel"
	"wres/tui/picture"
	"wres/tui/sheet"
)

// commands makes the lines of the palette: all that the app can do or show, made of what
// its screens declare.
type commands struct {
	m    *Model
	over bool // something stands over the panels, and is left before a line of elsewhere runs
}

// showPalette puts the list of all there is over the screen, in place of a page to read.
func (a app) showPalette() {
	m := a.m
	m.stack = slices.DeleteFunc(m.stack, func(o overlay) bool { _, is := o.(*sheet.Model); return is })
	a.show(palette.New(m.data.Theme, m.data.Clean, commandsOf(m).all()))
}

// opensPalette reports whether a key opens it: not where letters are text, nor while a
// question waits for its answer.
func opensPalette(m *Model, k tea.KeyPressMsg) bool {
	_, asked := m.stack.top().(*question)
	return key.Matches(k, m.keys.Palette) && !asked && !Typing(m)
}

func commandsOf(m *Model) commands {
	under := slices.DeleteFunc(slices.Clone(m.stack), func(o overlay) bool { _, is := o.(*palette.Model); return is })
	return commands{m, len(under) > 0}
}

// all lists them in the order in which they stand while nothing is typed: what the figures
// come to, where one can go, what can be done here, and then elsewhere.
func (c commands) all() []palette.Line {
	return slices.Concat(c.findings(), c.panels(), c.here(), c.anywhere(), c.actions(), c.years(), c.organisations(), c.bands(), c.files(), c.settings(), c.tour(), c.elsewhere())
}

// press is a request to press keys, so that a line does what its keys do. With out, what
// stands over the panels is left first.
func (c commands) press(out bool, keys ...string) ask.Request {
	return ask.Choice(func() (ask.Request, tea.Cmd) {
		var cmds []tea.Cmd
		if out && c.over {
			left, cmd := c.leave()
			if cmds = append(cmds, cmd); !left {
				return nil, tea.Batch(cmds...)
			}
		}
		for _, k := range keys {
			cmds = append(cmds, c.m.update(pressOf(k)))
		}
		return nil, tea.Batch(cmds...)
	})
}

// then is a request that is done once what stands over the panels is left.
func (c commands) then(r ask.Request) ask.Request {
	return ask.Choice(func() (ask.Request, tea.Cmd) {
		left, cmd := c.leave()
		if !left {
			return nil, cmd
		}
		return r, cmd
	})
}

// leave goes back with Esc until nothing stands over the panels, as a user would. It does
// not get there where something unsaved is asked about first.
func (c commands) leave() (left bool, cmd tea.Cmd) {
	var cmds []tea.Cmd
	for range 4 { // a page of a file, or what was found in a report, is left first
		_, asked := c.m.stack.top().(*question)
		if c.m.stack.top() == nil || asked {
			break
		}
		cmds = append(cmds, c.m.update(pressOf("esc")))
	}
	return c.m.stack.top() == nil, tea.Batch(cmds...)
}

// findings lists those of the year.
func (c commands) findings() (all []palette.Line) {
	d := c.m.data
	if d.Results == nil {
		return nil
	}
	for _, f := range d.Findings() {
		name := f.Name
		for _, v := range f.Values {
			if v.Year == d.Year && v.Text != "" {
				name += ", " + v.Text
			}
		}
		all = append(all, palette.Line{Name: d.Clean(name), Kind: "finding · " + f.Kind.String(), Keys: f.Indicator.ID,
			Does: c.then(ask.Panel{Key: f.Indicator.ID, Bands: f.Bands})})
	}
	return all
}

func (c commands) panels() (all []palette.Line) {
	for _, e := range c.m.panels {
		name := e.panel.Title()
		line := palette.Line{Name: name, Kind: "panel", Keys: e.Key, Does: c.then(ask.Panel{Key: e.Key})}
		if !isPress(e.Key) {
			line.Keys = ""
		}
		all = append(all, line)
	}
	return all
}

// bands lists those of the year that a cursor can be put on.
func (c commands) bands() (all []palette.Line) {
	d := c.m.data
	if d.Results == nil {
		return nil
	}
	for _, s := range d.Results.Series {
		f := s.Figure(d.Year)
		if s.Indicator.Shape != indicator.Bands || f == nil {
			continue
		}
		for _, row := range f.Bands {
			b := plan.Bands{Category: row.Category, First: row.Band, Last: row.Band}
			all = append(all, palette.Line{Name: words.Capital(b.Words()), Kind: "band", Keys: s.Indicator.ID, Does: c.then(ask.Panel{Key: s.Indicator.ID, Bands: b})})
		}
	}
	return all
}

// years lists those but the one on screen.
func (c commands) years() (all []palette.Line) {
	d := c.m.data
	if d.Results == nil {
		return nil
	}
	at := slices.Index(d.Results.Years, d.Year)
	for i, y := range d.Results.Years {
		k, n := c.m.keys.NextYear, i-at
		if n < 0 {
			k, n = c.m.keys.LastYear, -n
		}
		if n == 0 || at < 0 {
			continue
		}
		keys := slices.Repeat(k.Keys()[:1], n)
		all = append(all, palette.Line{Name: "Year " + y.String(), Kind: "year", Keys: strings.Join(keys, " "), Does: c.press(true, keys...)})
	}
	return all
}

// organisations lists those of the folder, and all of them together: a choice opens the app
// on their figures.
func (c commands) organisations() (all []palette.Line) {
	for _, o := range funnel.Choices(c.m.data) {
		all = append(all, palette.Line{Name: c.m.data.Clean(o.Shown), Kind: "organisation", Does: c.then(ask.Choice(func() (ask.Request, tea.Cmd) {
			c.m.next = &Place{Path: o.Name, Owner: true}
			return nil, c.m.askQuit()
		}))})
	}
	return all
}

// files lists what was read. In the publication view they are not shown.
func (c commands) files() (all []palette.Line) {
	d := c.m.data
	if c.m.views.wanted {
		return nil
	}
	for _, f := range d.Report.Files {
		open := ask.Choice(func() (ask.Request, tea.Cmd) {
			r, cmd := c.press(true, c.m.keys.Files.Keys()[0]).(ask.Choice)()
			if c.m.stack.has(c.m.files) {
				files.Show(c.m.files, f.Name)
			}
			return r, cmd
		})
		all = append(all, palette.Line{Name: d.Clean(f.Name), Kind: "file · " + string(f.Outcome), Keys: c.m.keys.Files.Help().Key, Does: open})
	}
	return all
}

// actions lists those of the plan.
func (c commands) actions() (all []palette.Line) {
	d := c.m.data
	for _, a := range d.Plan.Actions() {
		kind := strings.TrimSpace("action " + d.Line(a.Number))
		if a.Overdue(d.Today) {
			kind += " · late"
		}
		choose := ask.Choice(func() (ask.Request, tea.Cmd) {
			for _, e := range c.m.panels {
				if list, ok := e.panel.(panel.Chooser); ok {
					app{c.m}.Open(e.Key)
					list.Choose(a.ID)
				}
			}
			return nil, nil
		})
		all = append(all, palette.Line{Name: c.m.data.Line(a.Text), Kind: kind, Keys: "p", Does: c.then(choose)})
	}
	return all
}

// here lists what can be done on the screen that the palette stands over.
func (c commands) here() []palette.Line {
	for i := len(c.m.stack) - 1; i >= 0; i-- {
		if o, ok := c.m.stack[i].(interface{ FullHelp() [][]key.Binding }); ok {
			return c.bindings("here", "", false, slices.Concat(o.FullHelp()...))
		}
	}
	return c.bindings("here", "", false, slices.Concat(c.m.panels[c.m.active].panel.FullHelp()...))
}

// anywhere lists the keys that work on every panel; those that open one are lines of their
// own.
func (c commands) anywhere() []palette.Line {
	var all []key.Binding
	for _, b := range slices.Concat(c.m.keys.full(c.m.keep.KeyMap)...) {
		if !slices.ContainsFunc(c.m.keys.Panels, func(p key.Binding) bool { return p.Help() == b.Help() }) {
			all = append(all, b)
		}
	}
	return c.bindings("anywhere", "", true, all)
}

// elsewhere lists what can be done on the other screens, behind the key that opens each.
func (c commands) elsewhere() (all []palette.Line) {
	said := map[string]bool{}
	for _, l := range c.anywhere() {
		said[l.Name] = true
	}
	add := func(on, open string, groups [][]key.Binding) {
		own := slices.DeleteFunc(slices.Concat(groups...), func(b key.Binding) bool { return moves(b) })
		for _, l := range c.bindings(on, open, true, own) {
			if !said[l.Name] {
				all = append(all, l)
			}
		}
	}
	k := c.m.keys
	for i, e := range c.m.panels {
		if (i == c.m.active && !c.over) || !isPress(e.Key) {
			continue
		}
		if i != c.m.active { // which keys it has depends on the figures
			e.panel.SetData(c.m.data)
		}
		add("on "+e.Key+" "+e.Name, e.Key, e.panel.FullHelp())
	}
	if !c.m.stack.has(c.m.files) && !c.m.views.wanted {
		add("files", k.Files.Keys()[0], (&files.Model{KeyMap: files.NewKeyMap(k.pressed())}).FullHelp())
	}
	if !c.m.stack.has(c.m.meeting) {
		add("meeting", k.Meeting.Keys()[0], (&meeting.Model{KeyMap: meeting.NewKeyMap()}).FullHelp())
	}
	if !c.m.stack.has(c.m.preview) {
		add("report", k.Report.Keys()[0], c.m.preview.FullHelp())
	}
	return all
}

// moves reports whether a binding only moves about, which everyone tries.
func moves(b key.Binding) bool {
	return slices.ContainsFunc(b.Keys(), func(k string) bool {
		return slices.Contains([]string{"up", "down", "home", "end", "pgup", "pgdown", "left", "right"}, k)
	})
}

// bindings makes lines of bindings, behind a key that opens their screen; "": it is open.
func (c commands) bindings(on, open string, out bool, of []key.Binding) (all []palette.Line) {
	for _, b := range of {
		if !b.Enabled() || len(b.Keys()) == 0 {
			continue
		}
		keys, shown := b.Keys()[:1], b.Help().Key
		if open != "" {
			keys, shown = []string{open, keys[0]}, open+" "+shown
		}
		all = append(all, palette.Line{Name: words.Capital(b.Help().Desc), Kind: on, Keys: shown, Does: c.press(out, keys...)})
	}
	return all
}

// nothingHere says of a letter that does nothing on the panel which is shown where it would
// do something; "": it does something here, or nowhere. What only turns a page is no word
// worth.
func nothingHere(m *Model, pressed tea.KeyPressMsg) string {
	shown := m.panels[m.active].panel
	scrolls := map[string]bool{"j": true, "k": true, "space": true, "g": true, "G": true}[pressed.String()]
	if r := m.data.Results; pressed.Text == "" || scrolls || r == nil || len(r.Years) == 0 ||
		key.Matches(pressed, slices.Concat(append(shown.FullHelp(), shown.ShortHelp())...)...) {
		return ""
	}
	k := pressed.String()
	for _, e := range m.panels {
		for _, b := range slices.Concat(e.panel.FullHelp()...) {
			if isPress(e.Key) && key.Matches(pressed, b) {
				return k + ": " + b.Help().Desc + ", on " + e.Key + " " + e.Name + ": press " + e.Key + " " + k
			}
		}
	}
	return ""
}

// pressOf gives the press of a key that a binding names: "c", "ctrl+s", "pgdown".
func pressOf(name string) tea.KeyPressMsg {
	k, _ := picture.Press(name) // a test presses the key of each binding
	return k
}
