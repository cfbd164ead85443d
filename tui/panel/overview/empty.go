package overview

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/indicator"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// mostKinds is how many of the kinds of extract give most of the picture; they stand first.
const mostKinds = 3

// ways are the keys that begin where there are no figures, and what each asks for.
type ways []way

type way struct {
	key  key.Binding
	asks ask.Begin
}

func beginKeys() ways {
	return ways{
		{ask.Bind("e", "type figures in", "e"), ask.WithTyping},
		{ask.Bind("w", "write files with headers", "w"), ask.WithHeaders},
		{ask.Bind("x", "the built-in example", "x"), ask.WithExample},
	}
}

func (w ways) bindings() (all []key.Binding) {
	for _, one := range w {
		all = append(all, one.key)
	}
	return all
}

// of gives what a key asks for; nil: it is none of them.
func (w ways) of(pressed tea.KeyPressMsg) ask.Request {
	for _, one := range w {
		if key.Matches(pressed, one.key) {
			return one.asks
		}
	}
	return nil
}

// bare reports whether a folder was read that gives figures of no year.
func (o *overview) bare() bool { return o.Data.Results != nil && len(o.Data.Results.Years) == 0 }

// blank is the overview as it says how to begin.
type blank struct{ *overview }

// empty says which files give what, the three that give most of it first, and what to do.
func (o blank) empty() []string {
	lines := append(o.kindLines(), o.todo()...)
	if o.low() {
		return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	}
	return append(o.Text(o.Data.Theme.Styles.Text, "None is needed for another."), lines...)
}

// low reports whether the window has no lines to spare.
func (o blank) low() bool { return o.Height < 16 }

// spare is the width from which a line has cells to spare.
const spare = 60

// kindLines says of each kind of extract what it holds, which indicators it gives, and
// whether it is there. In a narrow window what it holds is the first to go.
func (o blank) kindLines() (lines []string) {
	t := o.Data.Theme
	st := t.Styles
	kinds, gives := extracts()
	rows := make([][3]string, len(kinds)) // name, what it holds, what it gives
	var widest [3]int
	for i, k := range kinds {
		kind, _ := o.Data.Choices.Kind(k)
		rows[i] = [3]string{k + ".csv", kind.Brief, "gives " + gives[k]}
		if o.Width < spare {
			rows[i][2] = gives[k]
		}
		for c, text := range rows[i] {
			widest[c] = max(widest[c], theme.Width(text))
		}
	}
	gap, indent := 2, 3
	if o.Width < spare {
		gap, indent = 1, 1
	}
	holds := indent+widest[0]+widest[1]+widest[2]+3*gap+widestState <= o.Width
	for i, k := range kinds {
		style := st.Title
		if i >= mostKinds {
			style = st.Text
		}
		if i == 0 || i == mostKinds {
			lines = append(lines, "")
		}
		line := strings.Repeat(" ", indent) + panel.Padded(style.Render(rows[i][0]), widest[0]+gap)
		if holds {
			line += panel.Padded(st.Text.Render(rows[i][1]), widest[1]+gap)
		}
		lines = append(lines, line+panel.Padded(st.Muted.Render(rows[i][2]), widest[2]+gap)+st.Text.Render(t.Text(there(o.Data.Report, k))))
	}
	return lines
}

// todo says what can be done, a way a line.
func (o blank) todo() (lines []string) {
	t := o.Data.Theme
	missing := "w  writes those not there, with their headers; r reads again"
	if kinds, _ := extracts(); !slices.ContainsFunc(kinds, func(k string) bool { return there(o.Data.Report, k) == notThere }) {
		missing = "the files are in this folder; r reads them again"
	}
	lines = append(lines, "")
	for _, way := range [][2]string{
		{"Type them here", "e  a table on this screen: a row a band, three groups"},
		{"Fill in Excel", missing},
		{"You have a list", "put a file of ESR, TRAC or NHS Jobs into the folder; r"},
		{"Look first", "x  the built-in example; O there comes back"},
		{"Somewhere else", "O  another folder, the last ones first"},
		{"Not understood", "f  what was read of each file, and what to do"},
	} {
		const indent, name = 3, 18
		for i, line := range panel.Wrap(t, way[1], max(o.Width-indent-name, 1), t.Styles.Text) {
			head := ""
			if i == 0 {
				head = t.Styles.Title.Render(way[0])
			}
			lines = append(lines, strings.Repeat(" ", indent)+panel.Padded(head, name)+line)
		}
	}
	return lines
}

// extracts lists the kinds of extract, those first that give most indicators or stand
// behind others, and which indicators each gives.
func extracts() (kinds []string, gives map[string]string) {
	ids := map[string][]string{}
	order := map[string]int{}
	for i, ind := range indicator.Catalogue() {
		for _, k := range ind.Extracts() {
			if len(ids[k]) == 0 {
				kinds, order[k] = append(kinds, k), i
			}
			ids[k] = append(ids[k], ind.ID)
		}
	}
	inOrder := func(a, b string) int { return order[a] - order[b] }
	slices.SortStableFunc(kinds, func(a, b string) int { return cmp.Or(rankOf(b, ids)-rankOf(a, ids), inOrder(a, b)) })
	slices.SortStableFunc(kinds[:min(mostKinds, len(kinds))], inOrder)
	gives = map[string]string{}
	for k, of := range ids {
		gives[k] = strings.Join(indicator.Runs(of), ", ")
	}
	return kinds, gives
}

// rankOf is how many indicators an extract gives.
func rankOf(kind string, ids map[string][]string) int { return min(len(ids[kind]), 2) }

// What the folder may have of a kind of extract, and how wide the widest is.
const (
	notThere    = "not there"
	noRows      = "empty"
	noFigures   = "no figures"
	notUsed     = "not used: f"
	widestState = len(notUsed)
)

// there says what the folder has of a kind of extract.
func there(read source.Report, kind string) string {
	for _, f := range read.Files {
		switch {
		case f.Kind != kind && f.Name != kind+".csv":
		case f.Outcome == source.NotUsed || f.Outcome == source.Refused:
			return notUsed
		case f.RowsRead == 0:
			return noRows
		default:
			return noFigures
		}
	}
	return notThere
}
