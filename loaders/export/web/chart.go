package web

import (
	"cmp"
	"slices"
	"strings"

	"wres/model/report"
)

// figure is a chart with what stands around it.
type figure struct {
	drawing
	ID, TitleID, WordsID string
	Title, Description   string
	Notes                []string
	Table                *entry // that holds its figures, if it is in the page
	Data                 *table // the figures, if that stands under another heading
}

// figure gives a chart.
func (m *maker) figure(i int, c report.Chart) *figure {
	id := m.id[i]
	f := &figure{drawing: sketch(c), ID: id, TitleID: m.ids.take(id + "-title"), WordsID: m.ids.take(id + "-words"),
		Title: cmp.Or(c.Title, "Chart"), Description: cmp.Or(c.Description, c.Title, "Chart"), Notes: chartNotes(c)}
	at := slices.IndexFunc(m.blocks, func(b report.Block) bool {
		t, is := b.(report.Table)
		return is && t.ID == c.Table && c.Table != ""
	})
	if at >= 0 {
		f.Table = &entry{ID: m.id[at], Text: cmp.Or(m.blocks[at].(report.Table).Caption, "of this chart")}
	}
	if at < 0 || slices.ContainsFunc(m.blocks[min(at, i):max(at, i)], isHeading) {
		f.Data = m.table(m.ids.take(id+"-figures"), figures(c))
	}
	return f
}

func isHeading(b report.Block) bool {
	_, is := b.(report.Heading)
	return is
}

// figures gives the values of a chart as a table.
func figures(c report.Chart) report.Table {
	t := report.Table{Caption: c.Title, Columns: []report.Column{{Names: true}}}
	for _, label := range c.Labels {
		t.Rows = append(t.Rows, report.Row{Cells: report.Texts(label)})
	}
	add := func(name string, of func(report.Value) report.Cell, series []report.Value) {
		t.Columns = append(t.Columns, report.Column{Name: name, Right: true})
		for i, v := range series {
			t.Rows[i].Cells = append(t.Rows[i].Cells, of(v))
		}
	}
	for _, s := range c.Series {
		add(s.Name, func(v report.Value) report.Cell { return v.Cell }, s.Values)
		if slices.ContainsFunc(s.Values, hasInterval) {
			add(s.Name+", lower limit", func(v report.Value) report.Cell { return v.Lower }, s.Values)
			add(s.Name+", upper limit", func(v report.Value) report.Cell { return v.Upper }, s.Values)
		}
	}
	return t
}

func hasInterval(v report.Value) bool {
	return v.IsNumber() && (v.Lower.IsNumber() || v.Upper.IsNumber())
}

// chartNotes say what the lines and the marks of a chart mean.
func chartNotes(c report.Chart) []string {
	var notes []string
	if slices.ContainsFunc(c.Series, func(s report.Series) bool { return slices.ContainsFunc(s.Values, hasInterval) }) {
		notes = append(notes, "The thin lines show the confidence intervals.")
	}
	var marks []string
	for _, state := range figures(c).States() {
		marks = append(marks, state.Mark()+": "+state.Meaning())
	}
	if len(marks) > 0 {
		notes = append(notes, strings.Join(marks, "; ")+".")
	}
	return notes
}
