package overview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/benchmarks"
	"wres/tui/panel"
	"wres/tui/theme"
)

// list is the rows of the findings as a width has room for them: a finding is one line,
// or where that is too long two, the second one its verdict.
type list struct {
	*overview
	width    int
	rows     []row
	columns  []column
	name     int  // cells of the names
	verdict  int  // cells of the verdicts; 0: they stand below the names
	filled   int  // years of which any finding has a value
	apart    bool // an empty line stands before each kind but the first
	lines    []string
	from, to int   // lines of the row under the cursor
	ends     []int // the line after each row
}

// row is a finding as cells.
type row struct {
	f       *findings.Finding
	name    string
	verdict string
	cells   []string // by column of all
}

// column is one right of the verdicts.
type column struct {
	title string
	at    int // of row.cells
	width int
	drop  int // the highest goes first; 0 stays
	style func(*theme.Styles, *findings.Finding) theme.Style
}

// Widths in cells.
const (
	gutter     = 2  // of the mark of the cursor
	gap        = 1  // between columns
	wordGap    = 2  // before and behind the verdicts
	wideName   = 18 // a name is cut to that before a year goes
	leastName  = 12 // and to that before its verdict stands below it
	mostYears  = 6
	mostPlan   = 8
	longestSay = 31 // a longer verdict is wrapped
)

// The order in which columns go: how a value is taken first, then the interval, England's,
// the years from the oldest, and the plan. The selected year and the verdict stay.
const (
	dropPlan = iota + 1
	dropYears
	dropEngland  = dropYears + mostYears
	dropInterval = dropEngland + 1
	dropTaken    = dropInterval + 1
)

// setting is how findings are asked to be laid out.
type setting struct {
	width           int
	twoLines, apart bool
}

// newList lays the findings out in one line each, or where asked for, or where the width
// leaves no other way, in two. Only its lines are drawn anew for another row under the cursor.
func (o *overview) newList(width int, twoLines, apart bool) *list {
	as := setting{width, twoLines, apart}
	l := o.said.lists[as]
	if l == nil {
		l = o.laidOut(as)
		o.said.lists[as] = l
	}
	l.draw()
	return l
}

func (o *overview) laidOut(as setting) *list {
	l := &list{overview: o, width: as.width, apart: as.apart}
	for i := range o.found {
		l.rows = append(l.rows, l.row(&o.found[i]))
	}
	all := l.measured(l.possible())
	if as.twoLines || !l.fit(all, false) {
		l.fit(all, true)
	}
	return l
}

// row gives the cells of a finding.
func (o *list) row(f *findings.Finding) row {
	r := row{f: f, name: f.Indicator.ID + " " + o.named(f), verdict: cmp.Or(f.Verdict, f.Kind.String())}
	if f.Note != "" { // its word stands in the title of what is said of it too
		mark := o.Data.Theme.Glyphs.Warning + " "
		if r.verdict = mark + o.clean(f.Note) + ": " + strings.TrimPrefix(f.Verdict, "senior bands "); theme.Width(r.verdict) > longestSay {
			r.verdict = mark + f.Verdict
		}
	}
	values := map[model.Year]string{}
	for _, v := range f.Values {
		if values[v.Year] = v.Text; v.Value == nil && !v.Few && v.Text != words.HiddenMark && (v.Year != o.Data.Year || f.Kind == findings.NoFigures) {
			values[v.Year] = noValue
		}
	}
	for _, y := range o.years() {
		text := values[y]
		if text == "" {
			text = noValue
		}
		r.cells = append(r.cells, text)
	}
	s, figure := o.Data.Figure(f.Indicator.ID)
	england, interval, taken := "", "", ""
	if f.Topic == findings.Whole && s != nil && figure != nil && figure.State == model.Reported {
		england, interval, taken = o.england(s.Indicator, figure), o.Data.Words.HeadlineInterval(s.Indicator, figure), o.Data.Words.Unit(s.Indicator)
	}
	r.cells = append(r.cells, england, interval, taken, o.plan(f))
	return r
}

// noValue stands for a year without one.
const noValue = "–"

// named is what a finding is about, short.
func (o *overview) named(f *findings.Finding) string {
	switch f.Topic {
	case findings.Whole:
		return o.Data.Words.Brief(f.Indicator)
	case findings.Change:
		return o.Data.Words.Brief(f.Indicator) + ", since " + f.Since.String()
	}
	name, category, _ := strings.Cut(f.Name, ", ")
	same := func(other findings.Finding) bool {
		return other.Category != f.Category && other.Bands != f.Bands && other.Topic >= findings.Bands && other.Topic <= findings.Senior
	}
	if category == "" || !slices.ContainsFunc(o.found, same) {
		return name
	}
	return strings.Replace(name, " and above", "+", 1) + ", " + strings.TrimSuffix(category, " staff")
}

// england writes England's figure, where one measures what the row does.
func (o *list) england(ind *indicator.Indicator, f *indicator.Figure) string {
	w := o.Data.Words
	for _, b := range f.Benchmarks {
		if ind.Shape.Measures(b) && benchmarks.Of(w, ind, b) == "" && strings.HasPrefix(b.Scope, "England") {
			return strings.TrimSuffix(benchmarks.Value(w, b), " percentage points")
		}
	}
	return ""
}

// plan names the actions that answer a finding by their numbers: "5 6", "5 and 3 more",
// "none".
func (o *list) plan(f *findings.Finding) string {
	if len(f.Actions) == 0 {
		return "none"
	}
	var numbers []string
	for _, a := range f.Open() {
		numbers = append(numbers, o.clean(a.Number))
	}
	switch text := strings.Join(numbers, " "); {
	case len(numbers) == 0:
		return "done"
	case theme.Width(text) <= mostPlan:
		return text
	}
	return panel.Plural(len(numbers), "1 action", "several")
}

// clean is what of a text from a file may reach the screen.
func (o *overview) clean(s string) string {
	if o.Data.Clean == nil {
		return s
	}
	return o.Data.Clean(s)
}

// years are the selected year and those before it, oldest first.
func (o *overview) years() []model.Year {
	var years []model.Year
	for _, y := range o.Data.Results.Years {
		if y <= o.Data.Year {
			years = append(years, y)
		}
	}
	return years[max(len(years)-mostYears, 0):]
}

// possible lists the columns that there could be, in their order.
func (o *list) possible() []column {
	var all []column
	years := o.years()
	for i, y := range years {
		c := column{title: y.String(), style: mutedStyle, drop: dropYears + len(years) - 1 - i}
		if i == len(years)-1 {
			c.drop, c.style = 0, valueStyle
		}
		all = append(all, c)
	}
	return append(all,
		column{title: "England", style: mutedStyle, drop: dropEngland},
		column{title: intervalTitle(o.Data), style: mutedStyle, drop: dropInterval},
		column{title: "taken as", style: mutedStyle, drop: dropTaken},
		column{title: "plan", style: planStyle, drop: dropPlan},
	)
}

// measured gives the columns that have something in them their widths; of the years the
// selected one stays in any case.
func (l *list) measured(all []column) []column {
	var measured []column
	for i, c := range all {
		c.at = i
		values := 0
		for _, r := range l.rows {
			c.width = max(c.width, theme.Width(r.cells[i]))
			if r.cells[i] != "" && r.cells[i] != noValue {
				values++
			}
		}
		least := 1
		if c.drop == dropEngland { // of one row alone its detail says it
			least = 2
		}
		if values >= least || i == len(l.years())-1 {
			c.width = max(c.width, theme.Width(c.title))
			measured = append(measured, c)
			if i < len(l.years()) {
				l.filled++
			}
		}
	}
	return measured
}

// fit drops columns until the lines are no wider than they may be, and reports whether
// that can be done with a line for each finding. Two lines always fit.
func (l *list) fit(columns []column, twoLines bool) bool {
	names := 0
	l.verdict = 0
	for _, r := range l.rows {
		names = max(names, theme.Width(r.name))
		if !twoLines {
			for _, line := range wrapped(l.Data.Theme, r.verdict, longestSay) { // whose lines end with a word
				l.verdict = max(l.verdict, theme.Width(line))
			}
		}
	}
	l.columns = slices.Clone(columns)
	for {
		used := gutter
		if !twoLines {
			used += wordGap + l.verdict
		}
		for i, c := range l.columns {
			if used += gap + c.width; i == 0 || twoLines {
				used++
			}
		}
		at, drop := -1, 0
		for i, c := range l.columns {
			if c.drop > drop {
				at, drop = i, c.drop
			}
		}
		least := names
		switch {
		case at < 0:
			least = leastName
		case drop < dropEngland:
			least = min(names, wideName)
		}
		if l.name = min(names, l.width-used); l.name >= least {
			return true
		}
		if at < 0 {
			l.name = max(l.name, 1)
			return twoLines
		}
		l.columns = slices.Delete(l.columns, at, at+1)
	}
}

// tight reports whether years that could be there had to go.
func (l *list) tight() bool {
	years := 0
	for _, c := range l.columns {
		if c.at < len(l.years()) {
			years++
		}
	}
	return years < min(l.filled, 3)
}

// draw makes the lines: a heading for each kind, the first one with the titles of the
// columns, and the findings of it.
func (l *list) draw() {
	l.lines, l.ends, l.from, l.to = nil, nil, 0, 0
	kind := findings.Kind(255)
	for i, r := range l.rows {
		if r.f.Kind != kind && !(r.f.Kind == findings.Counted && kind == findings.NotClear) { // one row is not worth a line of its own
			kind = r.f.Kind
			if l.apart && i > 0 {
				l.lines = append(l.lines, "")
			}
			l.lines = append(l.lines, l.heading(kind, i == 0)...)
		}
		from := len(l.lines)
		l.lines = append(l.lines, l.finding(r, i == l.selected)...)
		l.ends = append(l.ends, len(l.lines))
		if i == l.selected {
			l.from, l.to = from, len(l.lines)-1
		}
	}
	if l.selected == 0 {
		l.from = 0
	}
}

// window is so many lines from one on. Where they end in the midst of a row, or with a
// heading whose rows do not follow, that is left out for how many more rows there are.
func (l *list) window(top, height int) []string {
	end, more := top, len(l.ends)
	for _, e := range l.ends {
		if e <= top+height {
			end, more = max(end, e), more-1
		}
	}
	lines := slices.Clone(l.lines[top:end])
	if len(lines) < height && more > 0 {
		lines = append(lines, l.Data.Theme.Styles.Muted.Render(fmt.Sprintf("  %d more", more)))
	}
	return lines
}

// heading names a kind; the first one has the titles of the columns, on its own line
// where they have room there.
func (l *list) heading(k findings.Kind, first bool) []string {
	t := l.Data.Theme
	badge := t.Badge(panel.BadgeOf(k), k.Heading())
	if !first {
		return []string{badge}
	}
	w := l.line(false)
	at := l.start()
	room := at
	for i, c := range l.columns {
		at += l.before(i)
		if i == 0 {
			room = at + c.width - theme.Width(c.title)
		}
		w.right(at, c.width, t.Text(c.title), t.Styles.Muted)
		at += c.width
	}
	if theme.Width(badge) < room {
		return []string{badge + ansi.TruncateLeft(w.String(), theme.Width(badge), "")}
	}
	return []string{w.String(), badge}
}

// start is the cell behind the names and the verdicts.
func (l *list) start() int {
	if l.verdict == 0 {
		return gutter + l.name
	}
	return gutter + l.name + wordGap + l.verdict
}

// before is the space before a column.
func (l *list) before(i int) int {
	if i == 0 || l.verdict == 0 {
		return gap + 1
	}
	return gap
}

// finding draws a row.
func (l *list) finding(r row, selected bool) []string {
	t := l.Data.Theme
	says := wrapped(t, r.verdict, max(l.verdict, 1))
	if l.verdict == 0 {
		says = wrapped(t, r.verdict, max(l.width-gutter-2, 1))
	}
	var lines []string
	first := l.line(selected)
	if selected {
		first.put(0, t.Glyphs.Mark, t.Styles.Selected)
	}
	first.put(gutter, panel.Cut(t, r.name, l.name), nameStyle(&t.Styles, r.f))
	at := l.start()
	if l.verdict > 0 {
		first.put(gutter+l.name+wordGap, says[0], verdictStyle(&t.Styles, r.f))
		says = says[1:]
	}
	for i, c := range l.columns {
		at += l.before(i)
		first.right(at, c.width, t.Text(r.cells[c.at]), c.style(&t.Styles, r.f))
		at += c.width
	}
	lines = append(lines, first.String())
	for _, said := range says {
		more := l.line(selected)
		at := gutter + 2
		if l.verdict > 0 {
			at = gutter + l.name + wordGap
		}
		more.put(at, said, verdictStyle(&t.Styles, r.f))
		lines = append(lines, more.String())
	}
	return lines
}

// wrapped breaks a verdict, in the character set.
func wrapped(t theme.Theme, text string, width int) []string {
	return strings.Split(ansi.Wrap(t.Text(text), width, ""), "\n")
}
