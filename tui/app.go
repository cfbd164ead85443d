package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/files"
	"wres/tui/form"
	"wres/tui/keep"
	"wres/tui/palette"
	"wres/tui/panel"
	"wres/tui/sheet"
)

// app is the model as panels, and what stands over them, see it: what they may ask.
type app struct{ m *Model }

func (a app) Open(k string) {
	for i, e := range a.m.panels {
		if e.Key == k {
			a.m.activate(i)
		}
	}
}

func (a app) OpenOn(k string, bands plan.Bands) {
	a.Open(k)
	if on, ok := a.m.panels[a.m.active].panel.(panel.Placer); ok && bands != (plan.Bands{}) {
		on.Place(bands)
	}
}

func (a app) Say(text string) { a.m.status = text }

// show puts something on top of what stands over the panels.
func (a app) show(o overlay) {
	a.m.stack = append(a.m.stack, o)
	o.SetSize(a.m.width, a.room())
}

// room is how many lines what stands over the panels has: a meeting, and all that stands
// over one, has the whole window but its last line.
func (a app) room() int {
	if a.m.stack.has(a.m.meeting) {
		return max(a.m.height-layout(a.m.height).footer, 0)
	}
	return layout(a.m.height).body
}

// meet begins the meeting, or goes on with it.
func (a app) meet() tea.Cmd {
	switch r := a.m.data.Results; {
	case r == nil:
		a.m.status = "the figures are still being read: m in a moment"
		return nil
	case len(r.Years) == 0:
		a.m.status = "there are no figures to go through: f says why"
		return nil
	}
	cmd := a.m.meeting.Open(a.m.data)
	a.show(a.m.meeting)
	return cmd
}

// read opens the report of the selected year as it would be written.
func (a app) read() {
	switch r := a.m.data.Results; {
	case r == nil:
		a.m.status = "the figures are still being read: " + a.m.keys.Report.Help().Key + " in a moment"
	case len(r.Years) == 0:
		a.m.status = "there are no figures to report: f says why"
	default:
		a.m.preview.Open(a.m.data)
		a.show(a.m.preview)
	}
}

// make gives the command that makes the report which is on screen, where it is out of date.
func (a app) make() tea.Cmd {
	if !a.m.stack.has(a.m.preview) {
		return nil
	}
	return a.m.preview.Make()
}

func (a app) showFiles() {
	m := a.m
	m.files = files.New(m.data, m.keys.pressed(), m.deps.Choices, m.deps.SaveMapping)
	a.show(m.files)
	m.files.Home()
}

func (a app) Close() { a.m.stack = a.m.stack[:max(len(a.m.stack)-1, 0)] }

// Help lists keys, to be found by typing what they do and pressed by Enter.
func (a app) Help(groups [][]key.Binding) {
	a.list("Keys", commandsOf(a.m).bindings("here", "", false, slices.Concat(groups...)))
}

// list shows a list of things to choose from, which stays as it is while it is open.
func (a app) list(title string, lines []palette.Line) {
	d := a.m.data
	a.show(&picker{palette.Titled(title, d.Theme, d.Clean, lines).ClosedBy(a.m.keys.Help.Keys()[0])})
}

func (a app) Editable() bool {
	why := a.m.keep.Locked()
	if why != "" {
		a.m.status = why
	}
	return why == ""
}

func (a app) Change(e ask.Edit) tea.Cmd {
	said, changed, save := a.m.keep.Do(e)
	switch {
	case changed:
		a.Changed(said)
	case said != "":
		a.Say(said)
	}
	return save
}

func (a app) Changed(said string) {
	if said != "" {
		a.m.status = said
	}
	a.m.refresh()
}

func (a app) KeepDraft(d plan.Draft) {
	if a.m.keep.KeptDraft() != nil {
		a.Say("one draft is kept already: save this, or throw it away")
		return
	}
	a.Close()
	a.m.keep.KeepDraft(&d)
	a.Say("kept as a draft: the next form offers it")
}

func (a app) CarryOver() { a.m.follow(a.m.keep.AskCarry(), nil) }

// Ask shows a question. A sudden one takes the place of the passing word in the
// footer, and is not shown to someone who types: the footer says what it is about.
func (a app) Ask(q ask.Question) {
	behind := a.behind()
	if q.Sudden {
		a.m.status = ""
	}
	if !q.Sudden || a.m.stack.top() == nil {
		a.show(newQuestion(q, a.m.data.Theme, behind))
	}
}

// behind draws what is on the screen, to stand behind something smaller.
func (a app) behind() func() string {
	if top := a.m.stack.top(); top != nil {
		return top.View
	}
	return a.m.panels[a.m.active].panel.View
}

// picker is a list to choose from, which stays as it is while it is open.
type picker struct{ *palette.Model }

// Pick shows a list to choose from.
func (a app) Pick(p ask.Pick) {
	lines := make([]palette.Line, len(p.Options))
	for i, o := range p.Options {
		lines[i] = palette.Line{Name: o.Name, Kind: o.Kind, Does: o.Does}
	}
	a.list(p.Title, lines)
}

// Read shows steps beside the chart of the panel that they are of.
func (a app) Read(s ask.Steps) {
	steps := sheet.Steps(a.m.data.Theme, s)
	if shown := a.m.panels[a.m.active]; a.m.stack.top() == nil && slices.Contains(indicatorKeys(), shown.Key) {
		steps.Beside(shown.panel.View)
	}
	a.show(steps)
}

func (a app) Trace(id string) {
	d := a.m.data
	if d.Results == nil {
		return
	}
	s := d.Results.Indicator(id)
	if s == nil {
		return
	}
	f := s.Figure(d.Year)
	if f == nil {
		a.m.status = "there is no figure of " + d.Year.String()
		return
	}
	a.show(sheet.Trace(d, s, f))
}

// Write opens the form in place of all that stands over the panels, but of a meeting,
// which goes on after it.
func (a app) Write(w ask.Form) tea.Cmd {
	m := a.m
	m.stack = m.stack.only(m.meeting)
	if !a.Editable() {
		return nil
	}
	switch { // what was typed before a crash is not brought back until it may be seen: tui/keep
	case w.Typed != nil:
	case m.views.wanted && !m.views.published:
		m.status = "the publication view is being worked out"
		return nil
	case w.Action.HiddenIn(m.data.Results):
		m.status = "it keeps figures hidden here: P shows them, e edits"
		return nil
	}
	if w.Typed == nil && m.keep.KeptDraft() != nil {
		a.Ask(keep.AskDraft(m.keep, w))
		return nil
	}
	d := m.data
	d.Today = m.deps.Now()
	f, err := form.New(d, w.Action, !w.New, m.deps.CleanLines)
	if err != nil {
		m.status = err.Error()
		return nil
	}
	m.form = f
	a.show(f)
	cmd := f.Focus()
	if w.Typed != nil {
		f.Type(*w.Typed)
	}
	if w.Kept {
		m.keep.KeepDraft(nil) // it is in the form now
	}
	return cmd
}

// ReadAgain reads the folder. Edits that are not on the disk stay, so they are saved
// before the plan's file is looked at again.
func (a app) ReadAgain(said string) tea.Cmd {
	m := a.m
	switch {
	case said == "" && m.loading.running:
		return nil
	case said == "" && m.keep.Dirty():
		m.status = "the plan is not saved yet: ctrl+s first"
		return nil
	case m.keep.Dirty():
		m.status = said + "; the plan is not saved yet: then r reads the folder again"
		return nil
	}
	if said != "" {
		m.loading.notice = said
	}
	return m.startLoading()
}
