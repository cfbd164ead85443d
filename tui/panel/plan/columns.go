package plan

import (
	"slices"
	"strings"

	"wres/model/findings"
	"wres/model/plan"
	"wres/model/plan/due"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// The widths below which days are in short, and from which a day has its lateness beside it.
const (
	shortWidth = 72
	longWidth  = 150
)

// column is a column of the list.
type column struct {
	chart.Column
	text func(plan.Action) string
}

// columns are those of the list. Number, text, lead and day never go; the first to go is
// what stands in the detail in full, and the indicators last.
func (l *list) columns() []column {
	st := l.Data.Theme.Styles
	least := 2 * l.Width / 5
	if l.Width < shortWidth {
		least = 10
	}
	all := []column{
		{chart.Column{Title: "No.", Style: st.Muted}, func(a plan.Action) string { return a.Number }},
		{chart.Column{Title: "Action", Flex: true, Min: least, Style: st.Text}, func(a plan.Action) string { return a.Text }},
		{chart.Column{Title: "Ind.", Style: st.Muted, Flex: true, Min: 7, Drop: 1}, indicators},
		{chart.Column{Title: "Lead", Style: st.Text}, l.lead},
		{chart.Column{Title: "Due", Of: l.dueStyle}, l.due},
		{chart.Column{Title: "Status", Style: st.Text, Flex: true, Min: 11, Drop: 3}, l.status},
		{chart.Column{Title: "Figure", Style: st.Text, Flex: true, Min: 15, Drop: 2}, func(a plan.Action) string { return became(l.Data, a) }},
	}
	if l.sectioned() { // the heading of a section stands there
		for i := range all[:3] {
			all[i].Title = ""
		}
	}
	return all
}

// table sets the actions. A column that would say nothing of any of them is left
// out.
func (l *list) table() chart.Table {
	tb := chart.Table{Cursor: true, Selected: l.at, Rows: make([][]string, len(l.rows))}
	action := 0
	for n, c := range l.columns() {
		cells := make([]string, len(l.rows))
		for i, row := range l.rows {
			cells[i] = l.Data.Line(c.text(row.action))
		}
		if n != 1 && !slices.ContainsFunc(cells, func(s string) bool { return s != "" }) {
			continue
		}
		if n == 1 {
			action = len(tb.Columns)
		}
		tb.Columns = append(tb.Columns, c.Column)
		for i := range cells {
			tb.Rows[i] = append(tb.Rows[i], cells[i])
		}
	}
	if room := tb.Room(l.Data.Theme, l.Width, action); room > 0 {
		texts := titles(l.Data, l.Data.Plan.Actions(), room)
		for i, row := range l.rows {
			tb.Rows[i][action] = texts[row.action.ID]
		}
	}
	return tb
}

// indicators lists what an action serves as short as can be: "5 6 8".
func indicators(a plan.Action) string {
	if ids := a.IndicatorIDs(); len(ids) > 0 {
		return strings.Join(ids, " ")
	}
	return a.Indicators
}

// lead is who leads an action, in a sixth of the width: the detail has it whole.
func (l *list) lead(a plan.Action) string {
	t, text := l.Data.Theme, l.Data.Line(a.Lead)
	short := panel.Cut(t, text, max(l.Width/6, 9))
	if cut, is := strings.CutSuffix(short, t.Glyphs.Ellipsis); is {
		short = strings.TrimRight(cut, " /&+,") + t.Glyphs.Ellipsis
	}
	return short
}

// status is how far an action is, unless the heading above it says that it is done.
func (l *list) status(a plan.Action) string {
	if l.sort == urgent && l.group == plan.ByOrder && a.Done() {
		return ""
	}
	return a.Status
}

// due says how late an action is, or else the day that it is due, as long as the width
// allows. A day is never cut; words may be.
func (l *list) due(a plan.Action) string {
	d := a.Due()
	late := ""
	if a.Overdue(l.Data.Today) {
		late = findings.Lateness(d, l.Data.Today)
	}
	most := 17 // as "30 September 2025"
	if l.Width < shortWidth {
		most = 10
	} else if l.Width >= longWidth {
		most = 32
	}
	text := l.Data.Line(d.Text)
	switch {
	case !d.HasDate() && due.IsOngoing(text) && theme.Width(text) > most:
		return "Ongoing"
	case !d.HasDate():
		return panel.Cut(l.Data.Theme, text, most)
	case l.Width < shortWidth && late != "":
		return ago(late)
	case l.Width < shortWidth:
		return d.Date.Format("2 Jan 06")
	case l.Width >= longWidth && late != "":
		return due.Written(d.Date) + ", " + late
	case late != "":
		return late
	}
	return due.Written(d.Date)
}

// ago says in short how late something is: "21 mo ago", "12 d ago".
func ago(late string) string {
	return strings.NewReplacer(" months", " mo", " days", " d", " day", " d", " late", " ago").Replace(late)
}

// dueStyle makes what is late stand out.
func (l *list) dueStyle(due string) theme.Style {
	if strings.HasSuffix(due, " late") || strings.HasSuffix(due, " ago") {
		return l.Data.Theme.Styles.Notice
	}
	return l.Data.Theme.Styles.Text
}

// became says in a word what became of the figures that an action keeps; nothing where it
// keeps none.
func became(d panel.Data, a plan.Action) string {
	kept := slices.DeleteFunc(slices.Clone(d.Progress[a.ID]), func(p plan.Progress) bool { return p.State == plan.NoFigureKept })
	switch {
	case len(a.EvidenceFigures()) == 0:
		return ""
	case len(kept) == 1:
		return string(kept[0].State)
	}
	words := make([]string, len(kept))
	for i, progress := range kept {
		words[i] = progress.Indicator + " " + string(progress.State)
	}
	return strings.Join(words, ", ")
}
