package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/theme"
)

// minKeys is the room that the footer keeps for "? all keys  q quit".
const minKeys = 18

// footer lists the keys that matter here, and a passing word.
func (m *Model) footer() string {
	t, said := m.data.Theme, m.status
	if state, bad := m.keep.State(); bad && said == "" && m.stack.has(m.meeting) { // which hides the first line
		said = state
	}
	// The first two bindings, help and quit keep their place beside a long word.
	word := ansi.Truncate(t.Text(said), max(m.width-3-minKeys, 0), t.Glyphs.Ellipsis)
	room := m.width - 2
	if word != "" {
		room -= theme.Width(word) + 1
	}
	bar := t.Styles.Bar
	return t.Spread(bar, bar.Render(" ")+m.offered().line(t, room), t.Styles.BarTitle.Render(word)+bar.Render(" "), m.width)
}

// offer is the keys that a last line may list: those of the screen, which come first;
// what else there is, while there is room; and those that close the line.
type offer struct{ own, more, last []key.Binding }

// offered gives the keys of what is on the screen.
func (m *Model) offered() offer {
	if top := m.stack.top(); top != nil {
		o := offer{own: top.ShortHelp()}
		if m.form == top {
			o.more = slices.Concat(m.form.FullHelp()...)
		}
		return o.clean()
	}
	o := offer{last: []key.Binding{m.keys.Help, m.keys.Quit}}
	if m.loading.running && !m.loading.stopping && m.loading.event.Size > 0 {
		o.own = []key.Binding{ask.Bind("esc", "stop reading", "esc")}
		return o
	}
	shown := m.panels[m.active]
	if r := m.data.Results; r == nil || len(r.Years) == 0 { // there is nothing to open or to act on
		o.own, o.more = []key.Binding{m.keys.Reload, m.keys.Files}, []key.Binding{m.keys.Next, m.keys.Previous}
		if m.active == 0 && r != nil {
			o.own = append(shown.panel.ShortHelp(), m.keys.Reload, m.keys.Open, m.keys.Files)
		}
		return o
	}
	o.own = shown.panel.ShortHelp()
	if m.active == 0 {
		o.own = append(o.own[:len(o.own):len(o.own)], ask.Bind("m", "meeting", m.keys.Meeting.Keys()...))
	}
	o.more = slices.Concat(shown.panel.FullHelp()...)
	k := m.keys
	o.more = append(o.more, k.Meeting, k.LastYear, k.NextYear, k.Files)
	if !m.views.wanted { // it is for whoever sees the full figures
		o.more = append(o.more, k.tell.Hiding)
	}
	o.more = append(o.more, k.Reload)
	if m.active != 0 {
		o.more = append(o.more, k.Back)
	}
	o.more = append(o.more, k.Report, k.Next, k.Previous)
	return o.clean()
}

// clean leaves out of what else there is the keys that are there already, and those that
// move about, which everyone tries.
func (o offer) clean() offer {
	said := map[string]bool{}
	taken := map[string]bool{"up": true, "down": true, "home": true, "end": true, "pgup": true, "pgdown": true}
	free := func(b key.Binding) bool {
		keys := b.Keys()
		if !b.Enabled() || said[b.Help().Desc] || slices.ContainsFunc(keys, func(k string) bool { return taken[k] }) {
			return false
		}
		for _, k := range keys {
			taken[k] = true
		}
		return true
	}
	for _, b := range slices.Concat(o.own, o.last) {
		said[b.Help().Desc] = true
		for _, k := range b.Keys() {
			taken[k] = true
		}
	}
	o.more = slices.DeleteFunc(o.more, func(b key.Binding) bool { return !free(b) })
	return o
}

// line lists as many keys as a width has room for. Those of the screen get shorter words
// before one is left out, the last first; help is no use when it is the one cut off.
func (o offer) line(t theme.Theme, width int) string {
	for _, brief := range []bool{false, true} {
		if line := keyLine(t, brief, slices.Concat(o.own, o.last)); theme.Width(line) <= width {
			own := slices.Clone(o.own)
			for _, b := range o.more {
				if longer := keyLine(t, true, append(own[len(o.own):len(own):len(own)], b)); theme.Width(line)+2+theme.Width(longer) <= width {
					own = append(own, b)
				}
			}
			return joinKeys(t, keyLine(t, brief, o.own), keyLine(t, true, own[len(o.own):]), keyLine(t, brief, o.last))
		}
	}
	for last := len(o.last); last >= 0; last-- {
		for own := len(o.own); own >= min(last, 1); own-- {
			if line := keyLine(t, true, slices.Concat(o.own[:own], o.last[:last])); theme.Width(line) <= width {
				return line
			}
		}
	}
	return ""
}

// keyLine writes bindings as they stand on the surface of the last line.
func keyLine(t theme.Theme, brief bool, bindings []key.Binding) string {
	parts := make([]string, 0, len(bindings))
	for _, b := range bindings {
		if b.Enabled() {
			does := b.Help().Desc
			if short := inBrief(does); brief && short != "" {
				does = short
			}
			parts = append(parts, t.Styles.BarKey.Render(t.Text(b.Help().Key))+t.Styles.BarText.Render(" "+t.Text(does)))
		}
	}
	return joinKeys(t, parts...)
}

// joinKeys puts parts of a last line beside each other.
func joinKeys(t theme.Theme, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), t.Styles.Bar.Render("  "))
}

// inBrief gives the short form of what a key does, for a last line; "": there is none.
func inBrief(does string) string {
	return map[string]string{
		"start an action": "act", "where from": "source", "look inside": "inside", "heat map": "heat",
		"bands/clusters": "clusters", "headcount": "heads", "staff category": "staff", "all keys": "keys",
		"files, columns and labels": "files", "what the publication view hides": "what P hides", "meeting, a page a finding": "meeting", "the year's report, to read": "report", "publication view, or full": "view", "read the folder again": "read again",
		"into the panel": "panel", "overview, indicator, plan": "panels", "the plan": "plan", "new action": "new", "done or not": "done", "another day": "due", "add a note": "note", "pick its figure": "figure", "new action of your own": "new", "another order": "order", "in groups": "groups",
		"type figures in": "type", "other staff": "staff", "next row": "row", "next cell": "cell", "write files with headers": "headers", "the built-in example": "example", "open another folder": "folder",
		"delete (asks first)": "delete", "notices before you quote": "notices",
		"undo in the field": "undo", "pick, or next field": "pick", "pick, or field before": "pick back", "next field": "next",
		"take what is offered": "complete", "more fields, or fewer": "more", "ideas: what others did": "ideas",
		"copy the action": "copy", "move it up the plan": "up", "move it down the plan": "down",
		"begin the next year's plan": "next plan", "suggested meanings, accepted at once": "suggest", "year of the file": "year", "save it, and read again": "save", "accept and save them": "accept", "leave it out, or take it": "leave out", "back, nothing accepted": "back",
	}[does]
}
