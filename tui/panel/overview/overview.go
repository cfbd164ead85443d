// Package overview is the panel that the app opens on: all indicators in one table, and
// what they say as sentences. The snapshot of the app goes in (panel.Data); a panel comes
// out.
package overview

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/chart"
	"wres/tui/panel"
)

// overview is the panel that the app opens on: all indicators in one table,
// and what they say as sentences.
type overview struct {
	panel.Page
	selected int
	keys     panel.CursorKeys
}

// New makes the overview.
func New() panel.Panel {
	return &overview{Page: panel.NewPage(), keys: panel.NewCursorKeys("open")}
}

func (o *overview) Title() string { return "Overview" }

func (o *overview) SetData(d panel.Data) {
	o.Data = d
	o.rebuild()
}

func (o *overview) SetSize(width, height int) {
	o.Resize(width, height)
	o.rebuild()
}

func (o *overview) Update(msg tea.Msg) ask.Request {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok || o.Data.Results == nil {
		return o.Page.Update(msg)
	}
	series := o.Data.Results.Series
	if to, moved := o.keys.Move(pressed, o.selected, len(series)); moved {
		if to == o.selected { // at the end: the findings below can be scrolled to
			return o.Page.Update(msg)
		}
		o.selected = to
		o.rebuild()
		return nil
	}
	if key.Matches(pressed, o.keys.Open) {
		return ask.Panel{Key: series[o.selected].Indicator.ID}
	}
	if asked := panel.OfFigure(o.Data, series[o.selected].Indicator.ID, pressed); asked != nil {
		return asked
	}
	return o.Page.Update(msg)
}

func (o *overview) ShortHelp() []key.Binding {
	return append([]key.Binding{o.keys.Open, o.keys.Down}, panel.FigureKeys()...)
}

func (o *overview) FullHelp() [][]key.Binding {
	k := o.keys
	return [][]key.Binding{append([]key.Binding{k.Up, k.Down, k.First, k.Last, k.Open}, panel.FigureKeys()...)}
}

// rebuild prepares the lines. The selected row is kept in sight.
func (o *overview) rebuild() {
	d := o.Data
	if o.Width <= 0 || d.Words.Labels == (model.Labels{}) && d.Results == nil {
		o.Set("Overview", "", o.Text(d.Theme.Styles.Muted, d.Reading()))
		return
	}
	if len(d.Results.Years) == 0 {
		o.Set("Overview", "", o.Text(d.Theme.Styles.Text, "No extract gives figures of any year. Press f for what was read and what to do."))
		return
	}
	lines, cursor := o.table()
	lines = append(lines, o.legend(lines)...)
	lines = append(lines, o.notes()...)
	lines = append(lines, "")
	lines = append(lines, o.findings()...)
	o.Set(o.headline(), "", lines)
	o.Body.EnsureVisible(cursor, 0, 0)
	if o.selected == 0 {
		o.Body.GotoTop()
	}
}

// headline says how many staff there are and how many declared their ethnicity,
// in the most words that fit.
func (o *overview) headline() string {
	f := workforce(o.Data)
	if f == nil || f.State != model.Reported {
		return " Headcount " + stateWords(f)
	}
	all, ok := f.Staff()
	if !ok {
		return " Headcount n/a"
	}
	staff := words.Thousands(all) + words.Mark(f)
	share, known, _, ok := f.Declared()
	if !ok {
		return " " + staff + " staff · unknown ethnicity not counted"
	}
	declared := o.Data.Words.Percent(share)
	for _, s := range []string{
		fmt.Sprintf(" %s staff · %s declared their ethnicity (%s of %s)", staff, declared, words.Thousands(known), staff),
		fmt.Sprintf(" %s staff · %s declared their ethnicity", staff, declared),
		fmt.Sprintf(" %s staff · ethnicity known: %s", staff, declared),
	} {
		if ansi.StringWidth(s) <= o.Width {
			return s
		}
	}
	return " " + staff + " staff"
}

// workforce gives the figure of the workforce of the selected year, or nil.
func workforce(d panel.Data) *indicator.Figure {
	_, f := d.Figure(indicator.WorkforceID)
	return f
}

func stateWords(f *indicator.Figure) string {
	if f == nil {
		return "n/a"
	}
	return f.State.Words()
}

// manyYears is the width from which a table has room for more years than three.
const manyYears = 150

// yearsShown are the selected year and those before it that a table has room
// for, oldest first.
func (o *overview) yearsShown() []model.Year {
	n := 3
	if o.Width >= manyYears {
		n = 6
	}
	var years []model.Year
	for _, y := range o.Data.Results.Years {
		if y <= o.Data.Year {
			years = append(years, y)
		}
	}
	return years[max(len(years)-n, 0):]
}

// table draws the indicators, and says on which line the cursor stands.
func (o *overview) table() (lines []string, cursor int) {
	t, st := o.Data.Theme, o.Data.Theme.Styles
	years := o.yearsShown()
	tb := chart.Table{Rule: true, Cursor: true, Selected: o.selected, Columns: []chart.Column{
		{Title: "Indicator", Flex: true, Min: o.nameWidth(), Style: st.Text},
		{Title: "", Style: st.Muted, Drop: 9},
	}}
	for i, y := range years {
		c := chart.Column{Title: y.String(), Align: chart.Right, Style: st.Muted, Drop: 3 + len(years) - i}
		if i == len(years)-1 {
			c.Drop, c.Style = 0, st.Accent
		}
		tb.Columns = append(tb.Columns, c)
	}
	tb.Columns = append(tb.Columns,
		chart.Column{Title: "change", Style: st.Text, Drop: 4},
		chart.Column{Title: "in words", Flex: true, Wrap: true, Min: 34, Style: st.Text, Drop: 3},
		chart.Column{Title: "trend", Style: st.Accent, Drop: 8})
	benchmarks := o.hasBenchmarks()
	if benchmarks {
		tb.Columns = append(tb.Columns, chart.Column{Title: "benchmark", Flex: true, Min: 16, Style: st.Benchmark, Drop: 7})
	}
	tb.Columns = append(tb.Columns, chart.Column{Title: "counts, reasons", Flex: true, Min: 22, Style: st.Muted, Drop: 10})
	for i := range o.Data.Results.Series {
		tb.Rows = append(tb.Rows, o.row(&o.Data.Results.Series[i], years, benchmarks))
	}
	head, rows := tb.Lines(t, o.Width)
	lines = head
	for i, row := range rows {
		if i == o.selected {
			cursor = len(lines)
		}
		lines = append(lines, row...)
	}
	return lines, cursor
}

// legend says what the numbers of the table are, which a narrow one has no
// column for, and what the short labels stand for.
func (o *overview) legend(table []string) []string {
	l := o.Data.Words.Labels
	text := panel.Joined(append([]string{words.Legend(o.Data.Words)}, o.Data.Words.Meanings(strings.Join(table, "\n"))...), " · ")
	for _, g := range model.Groups() {
		if l.Short(g) != l.Label(g) {
			text += " · " + l.Short(g) + ": " + l.Label(g)
		}
	}
	for _, s := range o.Data.Results.Series {
		if words.Incomplete(s.Figure(o.Data.Year)) != "" {
			text += " · " + words.IncompleteMark + " incomplete"
			break
		}
	}
	return o.Text(o.Data.Theme.Styles.Muted, text)
}

// nameWidth is the least that the names of the indicators get: all of them,
// before other columns, but in the narrowest windows.
func (o *overview) nameWidth() int {
	if o.Width < 60 {
		return 13
	}
	w := 0
	for _, s := range o.Data.Results.Series {
		w = max(w, ansi.StringWidth(s.Indicator.ID+" "+o.name(s.Indicator)))
	}
	return w
}

// name is whole where there is room beside the years.
func (o *overview) name(ind *indicator.Indicator) string {
	if o.Width >= manyYears {
		return o.Data.Words.Name(ind)
	}
	return o.Data.Words.Brief(ind)
}

func (o *overview) row(s *indicator.Series, years []model.Year, benchmarks bool) []string {
	ind := s.Indicator
	row := []string{ind.ID + " " + o.name(ind), o.Data.Words.Unit(ind)}
	for _, y := range years {
		row = append(row, o.value(ind, s.Figure(y), y == o.Data.Year))
	}
	row = append(row, o.change(s), o.Data.Words.InWords(s, s.Figure(o.Data.Year)), o.trend(s))
	if benchmarks {
		row = append(row, o.benchmark(s))
	}
	return append(row, o.counts(s))
}

// value writes one cell. A year without figures is a dash, and in the selected
// year the words for why.
func (o *overview) value(ind *indicator.Indicator, f *indicator.Figure, selected bool) string {
	if f == nil || f.State == model.NotSupplied && !selected {
		return "–"
	}
	if f.State != model.Reported {
		return f.State.Words()
	}
	if len(ind.Shape.Beside()) == 0 {
		return o.Data.Words.Headline(ind, f)
	}
	return o.share(f.Groups[model.White].Rate) + "│" + o.share(f.Groups[model.BME].Rate) + words.Mark(f)
}

// share writes a percentage without its sign, for a column that names the unit.
func (o *overview) share(e *stats.Estimate) string {
	if e == nil {
		return "n/a"
	}
	return strings.TrimSuffix(o.Data.Words.Percent(e.Value), "%")
}

// change writes both values of the step from the last reported year before. Of a gap it
// says so: beside the two shares it would be read as one of them.
func (o *overview) change(s *indicator.Series) string {
	step, ok := s.Step(o.Data.Year)
	if !ok {
		return ""
	}
	text := o.Data.Words.Change(s, step)
	if len(s.Indicator.Shape.Beside()) > 0 && step.Value != nil && !step.Reworded {
		return "gap " + text
	}
	return text
}

func (o *overview) trend(s *indicator.Series) string {
	var values []*float64
	known := 0
	for _, f := range s.Figures {
		if f.Year > o.Data.Year {
			break
		}
		var v *float64
		if e := f.Headline(s.Indicator); e != nil {
			v = &e.Value
			known++
		}
		values = append(values, v)
	}
	if known < 2 {
		return ""
	}
	return chart.Spark(values[max(len(values)-10, 0):], o.Data.Theme)
}

func (o *overview) hasBenchmarks() bool {
	return slices.ContainsFunc(o.Data.Results.Series, func(s indicator.Series) bool { return o.benchmark(&s) != "" })
}

// benchmark writes the first benchmark of the year that measures what the row
// does, with its scope.
func (o *overview) benchmark(s *indicator.Series) string {
	f := s.Figure(o.Data.Year)
	if f == nil {
		return ""
	}
	for _, b := range f.Benchmarks {
		if s.Indicator.Shape.Measures(b) {
			w := o.Data.Words
			return panel.Joined([]string{w.BenchmarkOf(s.Indicator, b), w.BenchmarkValue(b), b.Scope}, " ")
		}
	}
	return ""
}

func (o *overview) counts(s *indicator.Series) string {
	f := s.Figure(o.Data.Year)
	switch {
	case f == nil:
		return ""
	case f.State != model.Reported:
		return words.Reason(f)
	}
	return o.Data.Words.Counts(s.Indicator, f)
}

func (o *overview) findings() []string {
	d := o.Data
	var lines []string
	found := d.Findings()
	for _, kind := range findings.Kinds() {
		of := findings.Sentences(findings.In(found, kind))
		if len(of) == 0 || kind == findings.NoFigures {
			continue
		}
		lines = append(lines, d.Theme.Styles.Title.Render(d.Theme.Text(" Key findings, "+d.Year.String()+": "+kind.Document())))
		for _, s := range of {
			for i, line := range panel.Wrap(d.Theme, s, o.Width-4, d.Theme.Styles.Text) {
				bullet := "   "
				if i == 0 {
					bullet = " " + d.Theme.Styles.Muted.Render(d.Theme.Glyphs.Bullet) + " "
				}
				lines = append(lines, bullet+line)
			}
		}
	}
	return append(lines, o.Text(d.Theme.Styles.Muted, words.Looks(d.Words, d.Results, d.Year))...)
}

// notes says what a reader must know beside the figures: made-up bands, trouble
// while reading, and the state of the plan.
func (o *overview) notes() []string {
	d := o.Data
	var notes []string
	if internal := words.Internal(d.Results, d.Year, true); internal != "" {
		notes = append(notes, internal)
	}
	if f := workforce(d); f != nil && f.Note != "" {
		notes = append(notes, "The split by band is "+f.Note+".")
	}
	if n := d.Report.Errors(); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s of the extracts could not be used: f lists them.", n, panel.Plural(n, "part", "parts")))
	} else if n := len(d.Report.Problems); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s about the extracts: f lists them.", n, panel.Plural(n, "notice", "notices")))
	}
	if n := d.Report.NotUsed(); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s not used: press f to see why, and what to do.", n, panel.Plural(n, "file is", "files are")))
	}
	if n := d.Report.NotMapped(); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s not mapped: press f to say what %s.", n, panel.Plural(n, "label is", "labels are"), panel.Plural(n, "it means", "they mean")))
	}
	if overdue := len(plan.Overdue(d.Plan.Actions(), d.Today)); overdue > 0 {
		notes = append(notes, fmt.Sprintf("%d of %d actions in the plan are past their deadline: p opens it.", overdue, d.Plan.Len()))
	}
	if len(notes) == 0 {
		return nil
	}
	var lines []string
	for _, n := range notes {
		lines = append(lines, o.Text(d.Theme.Styles.Notice, d.Theme.Glyphs.Warning+" "+n)...)
	}
	return lines
}
