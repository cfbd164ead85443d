package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/panel"
)

// views are the two ways to see the figures: in full, and as they may be published.
type views struct {
	full        *indicator.Results
	since       []string           // what moved since the last visit: figures in full
	publication *indicator.Results // of full; nil until it was asked for
	account     disclosure.Account
	published   bool // which is on screen
	working     bool // the publication view is being worked out
}

// viewedMsg is a publication view that was worked out.
type viewedMsg struct {
	of, publication *indicator.Results
	account         disclosure.Account
}

// take puts the results of a new load, and what moved since the last visit, in place of
// those before. A publication view stays on screen until the next one is worked out.
func (v *views) take(full *indicator.Results, since []string) tea.Cmd {
	v.full, v.since = full, since
	if v.working = v.published; !v.published {
		v.publication = nil
		return nil
	}
	return workOut(full)
}

// workOut works out the publication view of results.
func workOut(full *indicator.Results) tea.Cmd {
	return func() tea.Msg {
		view, account := disclosure.View(full, disclosure.RuleOf(full.Settings))
		return viewedMsg{full, view, account}
	}
}

// toggle turns from one view to the other. The publication view is worked out when it is
// asked for first, and not while somebody types.
func (v *views) toggle() tea.Cmd {
	switch {
	case v.full == nil || v.working:
	case v.published || v.publication != nil:
		v.published = !v.published
	default:
		v.working = true
		return workOut(v.full)
	}
	return nil
}

// worked takes a view that was worked out, unless the folder was read again meanwhile.
func (v *views) worked(msg viewedMsg) bool {
	if msg.of != v.full {
		return false
	}
	v.publication, v.account, v.working, v.published = msg.publication, msg.account, false, true
	return true
}

// look puts the view that was chosen on screen.
func (a app) look() {
	m := a.m
	if m.views.full == nil {
		return
	}
	m.views.fill(&m.data)
	m.keep.Show(m.data.Results)
	m.status = "full figures, not for publication"
	if m.views.published {
		m.status = fmt.Sprintf("publication view: %s hidden, %s", words.Count(m.views.account.Of(m.data.Year).Hidden, "number"), m.data.Year)
	}
	m.refresh()
}

// fill puts the results of the view that was chosen into a snapshot. What moved since the
// last visit is said in full figures alone.
func (v *views) fill(d *panel.Data) {
	d.Results, d.Since = v.full, v.since
	if v.published {
		d.Results, d.Since = v.publication, nil
	}
}
