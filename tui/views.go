package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/sheet"
)

// views are the two ways to see the figures: in full, and as they may be published.
type views struct {
	full      *indicator.Results
	only      panel.FullOnly
	worked    *viewed // the publication view of full; nil until it was asked for
	wanted    bool    // the publication view was asked for last, if only while nothing is read
	published bool    // which is on screen
	working   bool    // the publication view is being worked out
	hiding    hiding
}

// viewed is a publication view that was worked out.
type viewed struct {
	of, publication *indicator.Results
	account         disclosure.Account
}

// viewedMsg brings one.
type viewedMsg struct{ *viewed }

// view works out the publication view of results.
func view(full *indicator.Results) *viewed {
	publication, account := disclosure.View(full, disclosure.RuleOf(full.Settings))
	return &viewed{full, publication, account}
}

// ahead works out the publication view of what was loaded before any of it is shown, where
// that view is wanted; nil: there is nothing to wait for.
func (v *views) ahead(msg loadedMsg) tea.Cmd {
	if !v.wanted || msg.viewed != nil {
		return nil
	}
	return func() tea.Msg {
		msg.viewed = view(msg.event.Loaded.Results)
		return msg
	}
}

// take puts the results of a new load, what moved since the last visit, and the publication
// view if it was worked out, in place of those before.
func (v *views) take(l *Loaded, worked *viewed) {
	v.full, v.only, v.worked, v.working = l.Results, l.FullOnly, worked, false
	v.published = v.wanted && worked != nil
	v.hiding.take(l)
}

// toggle turns from one view to the other. The publication view is worked out when it is
// asked for first; what is asked for while nothing is read holds from when it is.
func (v *views) toggle() tea.Cmd {
	v.wanted = !v.wanted
	switch {
	case v.full == nil:
	case !v.wanted || v.worked != nil:
		v.published = v.wanted
	case !v.working:
		v.working = true
		of := v.full
		return func() tea.Msg { return viewedMsg{view(of)} }
	}
	return nil
}

// know takes in a view that was worked out, unless the folder was read again meanwhile.
func (v *views) know(w *viewed) bool {
	if w.of != v.full {
		return false
	}
	v.worked, v.working, v.published = w, false, v.wanted
	return true
}

// look puts the view that was chosen on screen.
func (a app) look() {
	m, v := a.m, &a.m.views
	switch {
	case v.full == nil && v.wanted:
		m.status = "the publication view, once the folder is read"
		return
	case v.full == nil:
		m.status = "the full figures, once the folder is read"
		return
	case v.wanted && !v.published:
		m.status = "the publication view is being worked out"
		return
	}
	v.fill(&m.data)
	m.keep.Show(m.data.Results)
	m.status = "full figures, not for publication · " + m.keys.tell.Hiding.Help().Key + ": what P hides"
	if v.published {
		m.status = v.says(m.data.Year)
		m.stack = slices.DeleteFunc(m.stack, func(o overlay) bool { // opened meanwhile, with figures in full
			_, page := o.(*sheet.Model)
			_, list := o.(*picker)
			return page || list
		})
	}
	m.refresh()
}

// says how many numbers of a year the view on screen hides.
func (v *views) says(y model.Year) string {
	return fmt.Sprintf("publication view: %s hidden, %s", words.Count(v.worked.account.Of(y).Hidden, "number"), y)
}

// fill puts the results of the view that was chosen into a snapshot. What moved since the
// last visit is said in full figures alone.
func (v *views) fill(d *panel.Data) {
	d.Results, d.FullOnly = v.full, v.only
	if v.published {
		d.Results, d.FullOnly = v.worked.publication, panel.FullOnly{}
	}
	d.Words = words.For(d.Results.Settings)
}
