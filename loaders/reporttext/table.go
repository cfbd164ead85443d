package reporttext

import (
	"cmp"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/reporttext/cell"
	"wres/loaders/reporttext/grid"
	"wres/loaders/reporttext/wording"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/measure"
	"wres/model/indicator"
	"wres/model/pattern"
)

// table is a printed table that is being read.
type table struct {
	*reader
	caption  wording.Facts
	source   string
	columns  []column
	first    int           // the first column of figures; 0 where there is none
	rows     [][]cell.Cell // of the body, by column
	body     []grid.Row
	banded   bool // the rows are labelled with bands
	counted  bool // the first column holds numbers that count the rows
	numbered bool // they are numbers of indicators
	sections []wording.Facts
	fresh    bool          // the last row was a heading
	above    wording.Facts // the indicator of the row above that names one
	label    string
	latest   model.Year // of the columns
	survey   surveyTable
}

// table reads a table, which may have several headers below each other; above is the
// paragraph that stands right above it.
func (r *reader) table(t *grid.Table, above *grid.Paragraph) {
	if r.place.contents {
		return
	}
	for _, lost := range t.Lost {
		r.unread(lost.Line, lost.Text)
	}
	rows := t.Rows
	for len(rows) > 0 {
		heads := r.header(rows)
		end := heads
		for end < len(rows) && !(end > heads && r.headsAnew(rows[end])) {
			end++
		}
		p := &table{reader: r, caption: r.caption(above), source: r.place.title, body: rows[heads:end]}
		p.read(rows[:heads])
		rows = rows[end:]
	}
}

// caption gives the facts of the words above a table.
func (r *reader) caption(above *grid.Paragraph) wording.Facts {
	if above == nil || r.place.contents {
		return r.place.under
	}
	text := above.Text()
	const mostWords = 25
	if above.Bullet || len(strings.Fields(text)) > mostWords || strings.HasSuffix(text, ".") && above.Level == 0 && !tableWord().MatchString(text) {
		return r.place.under
	}
	f := r.read(text)
	if !f.Says() && len(f.Named)+len(f.Topics) == 0 {
		return r.place.under
	}
	f.Year = cmp.Or(f.Year, r.place.under.Year)
	f.Staffed = cmp.Or(f.Staffed, r.place.under.Staffed)
	return f
}

var tableWord = pattern.Of(`(?i)^(?:table|figure|chart) [0-9]`)

func text(row grid.Row, i int) string {
	if i < len(row.Cells) {
		return row.Cells[i].Text
	}
	return ""
}

// read reads the rows under a header.
func (t *table) read(heads []grid.Row) {
	t.parse()
	t.head(heads)
	for i := range t.columns {
		t.latest = max(t.latest, t.columns[i].facts.Year)
	}
	for i, row := range t.body {
		t.row(row, t.rows[i])
	}
	if t.survey.figures != nil {
		t.surveys = append(t.surveys, t.survey)
	}
}

// parse takes the cells apart.
func (t *table) parse() {
	width := 0
	t.rows = make([][]cell.Cell, len(t.body))
	for i, row := range t.body {
		width = max(width, len(row.Cells))
		t.rows[i] = make([]cell.Cell, len(row.Cells))
		for j, c := range row.Cells {
			t.rows[i][j] = cell.Read(c.Text)
		}
	}
	t.columns = make([]column, width)
}

// row reads a row of the body.
func (t *table) row(row grid.Row, cells []cell.Cell) {
	label := t.labelOf(row)
	some := false
	for i, c := range cells {
		some = some || i < len(t.columns) && t.columns[i].data && (len(c.Items) > 0 || c.Story)
	}
	if !some {
		t.wordsOnly(row, cells, label)
		return
	}
	t.fresh = false
	facts := t.reader.read(label)
	if t.banded && facts.Part == "" {
		facts.Part = wording.BandLabel(text(row, 0))
	}
	if (t.numbered || t.columns[0].names || namesHead().MatchString(t.columns[0].head)) && facts.Lead != "" && len(facts.Named) == 0 {
		facts.Named = []string{facts.Lead}
	}
	t.leftOver(row)
	// A row of a group alone is of the indicator that the row above it names.
	section := t.section()
	switch {
	case facts.Others || facts.Aside:
		t.above = wording.Facts{}
	case len(facts.Named)+len(facts.Topics) > 0:
		t.above = wording.Facts{Named: facts.Named, Topics: facts.Topics}
	case facts.OnlyGroup():
		section = section.Over(t.above)
	}
	mixed := false
	for i, c := range cells {
		mixed = mixed || t.columns[i].data && paired(c) || t.columns[i].data && slices.ContainsFunc(c.Items, func(i cell.Item) bool { return i.Form == cell.Percent })
	}
	t.reader.rows++
	for i, c := range cells {
		if row.Cells[i].Repeated {
			continue
		}
		if t.columns[i].data {
			heading := t.place.heading
			heading.Foreign = heading.Foreign || t.place.foreign > 0
			stack := wording.Stack{wording.Row: facts, wording.Column: t.columns[i].facts, wording.Section: section, wording.Caption: t.caption, wording.Heading: heading}
			t.cell(row.Cells[i], c, i, &stack, label, mixed)
		} else if i > 0 && !t.labels(i) {
			t.text(row.Cells[i], i, facts)
		}
	}
}

// leftOver notes labels that have a figure in them. A number alone is that of the row.
func (t *table) leftOver(row grid.Row) {
	for i, c := range row.Cells {
		if t.columns[i].data || i > 0 && !t.labels(i) {
			return
		}
		if i == 0 && namesHead().MatchString(t.columns[0].head) {
			c.Text = leadNumber().ReplaceAllString(c.Text, "")
		}
		if !c.Repeated && !((t.counted || t.columns[t.first].data) && rowNumber().MatchString(c.Text)) && !(t.banded && i == 0) && hasFigure(c.Text) {
			t.unread(c.Line, c.Text)
		}
	}
}

var (
	rowNumber  = pattern.Of(`^[0-9]{1,2}[a-d]?[.):]?$`)
	leadNumber = pattern.Of(`^[0-9]{1,2}[a-d]?[.):]? `)
)

// paired reports whether a cell has a count and a percentage.
func paired(c cell.Cell) bool {
	percent := func(i cell.Item) bool { return i.Form == cell.Percent }
	return slices.ContainsFunc(c.Items, percent) && slices.ContainsFunc(c.Items, func(i cell.Item) bool { return !percent(i) })
}

// labels reports whether a column without figures stands before those with them.
func (t *table) labels(i int) bool { return i < t.first }

// labelOf joins the labels of a row. A cell that is left blank in front of another label
// stands for the one above it.
func (t *table) labelOf(row grid.Row) string {
	var parts []string
	for i, c := range row.Cells {
		if i >= len(t.columns) || t.columns[i].data || i > 0 && !t.labels(i) {
			break
		}
		if c.Text != "" {
			parts = append(parts, c.Text)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	if len(row.Cells) > 1 && row.Cells[0].Text == "" && !t.columns[0].data && t.label != "" && len(t.columns) > 2 && !t.columns[1].data {
		return t.label + " " + strings.Join(parts, " ")
	}
	t.label = text(row, 0)
	return strings.Join(parts, " ")
}

// wordsOnly reads a row without figures: a heading of those below it, or text.
func (t *table) wordsOnly(row grid.Row, cells []cell.Cell, label string) {
	filled := 0
	for i, c := range row.Cells {
		if c.Text != "" && !c.Spanned {
			filled++
		}
		if i > 0 || !(len(t.columns) > 1) {
			if cells[i].Story || len(cells[i].Items) > 0 {
				t.text(c, i, wording.Facts{})
			}
		}
	}
	if len(t.columns) > 1 {
		t.leftOver(row)
	}
	if filled != 1 || label == "" {
		return
	}
	f := t.reader.read(label)
	if !t.fresh && (len(f.Named) > 0 || len(t.sections) < 2) {
		t.sections = t.sections[:0]
	} else if !t.fresh {
		t.sections = t.sections[:len(t.sections)-1]
	}
	t.sections, t.fresh = append(t.sections, f), true
}

// section lays the facts of the headings within the table over each other, the nearest on
// top.
func (t *table) section() wording.Facts {
	var f wording.Facts
	for _, s := range t.sections {
		f = s.Over(f)
	}
	return f
}

var listOfNames = pattern.Of(`^[0-9a-d,;&/ –-]*(?:(?:and|to) ?[0-9a-d,;&/ –-]*)*$`)

var storyHead = pattern.Of(`(?i)\b(?:comment\w*|narrative|analysis|summary|commentary|findings?|explanation|observations?|what (?:this|it|the data) (?:tells?|shows?)|interpretation)\b`)

// text reads a cell that holds no figures of a table: sentences, where its column is one of
// comments, or text that is not read.
func (t *table) text(c grid.Cell, column int, facts wording.Facts) {
	if c.Text == "" || c.Repeated || t.columns[column].names && listOfNames().MatchString(c.Text) {
		return
	}
	if storyHead().MatchString(t.columns[column].head) {
		id := t.place.indicator()
		if len(facts.Named) == 1 {
			id = facts.Named[0]
		} else if len(facts.Topics) == 1 {
			id = facts.Topics[0]
		}
		t.sentences([]grid.Piece{{Text: c.Text, Line: c.Line}}, id, false)
		return
	}
	if hasFigure(c.Text) {
		t.unread(c.Line, c.Text)
	}
}

// cell reads the figures of a cell.
func (t *table) cell(at grid.Cell, c cell.Cell, column int, stack *wording.Stack, label string, mixed bool) {
	if c.Story {
		t.text(at, column, stack[wording.Row])
		return
	}
	if len(c.Items) == 0 {
		return
	}
	t.reader.cells++
	var lost []string
	var found []document.Figure
	for _, item := range c.Items {
		stack[wording.Beside] = t.reader.read(item.Beside)
		f, ok := t.figure(stack, wording.Item{Item: item, Paired: paired(c), Mixed: mixed})
		f.Line, f.Row, f.Cell, f.Label = at.Line, t.reader.rows, t.reader.cells, csvfile.Clean(label)
		switch same := func(g document.Figure) bool { return g.Key() == f.Key() }; {
		case !ok && hasDigit(item.Text), ok && slices.ContainsFunc(found, same): // two of one cell that are the same are none
			found = slices.DeleteFunc(found, same)
			lost = append(lost, item.Text)
		case ok:
			if f.Printed.Figure == string(wording.Change) {
				f.Says = csvfile.Clean(strings.Trim(t.columns[column].head+": "+label, ": "))
			}
			found = append(found, f)
		}
	}
	for _, f := range found {
		t.survey.add(len(t.doc.Figures), &f, t.toldOf(stack), at.Line)
		t.doc.Figures = append(t.doc.Figures, f)
	}
	switch {
	case len(found) == 0 && hasFigure(at.Text):
		t.unread(at.Line, at.Text)
	case len(lost) > 0:
		t.unread(at.Line, strings.Join(lost, " "))
	}
}

// figure makes a figure of an item, under the facts that stand above it. It answers false
// where they do not say what it is.
func (t *table) figure(stack *wording.Stack, item wording.Item) (document.Figure, bool) {
	found, ok := stack.Find(item)
	if !ok || found.Name == string(wording.Change) && stack[wording.Column].Years > 2 {
		return document.Figure{}, false
	}
	f := document.Figure{
		Printed: model.Printed{Year: t.yearOf(stack, found.Name), Indicator: found.Indicator, Figure: found.Name, Group: found.Group, Part: found.Part,
			Printed: csvfile.Clean(item.Text), Source: t.source, File: t.doc.Source},
		Number: item.Number, IsNumber: item.IsNumber, Base: found.Base,
	}
	if item.Form == cell.Decimal && measure.IsCount(indicator.Lookup(found.Indicator), found.Name) { // "1.625" may be so many thousand
		f.IsNumber = false
	}
	return f, true
}

// yearLevels are the words that tell the year of a figure, the nearest first.
var yearLevels = []wording.Level{wording.Beside, wording.Column, wording.Row, wording.Section, wording.Caption, wording.Heading}

// yearOf finds the year of a figure. A change, under a head without a year, is up to the
// latest of the columns.
func (t *table) yearOf(stack *wording.Stack, figure string) model.Year {
	for _, l := range yearLevels {
		if figure == string(wording.Change) && l == wording.Column && stack[l].Year == 0 && t.latest != 0 {
			return t.latest
		}
		if stack[l].Year != 0 {
			return stack[l].Year
		}
		if ago := stack[l].Ago; ago > 0 && t.reader.year != 0 {
			return t.reader.year - model.Year(ago-1)
		}
	}
	return t.reader.year
}

// toldOf finds what the words say of the year: whether it is one of the survey, or of the
// standard.
func (t *table) toldOf(stack *wording.Stack) told {
	for _, l := range yearLevels {
		switch f := &stack[l]; {
		case f.Survey != 0 && f.Year != 0:
			return surveyYear
		case f.Year != 0 && (f.Years > 1 || f.OfStandard):
			return standardYear
		case f.Year != 0:
			return plainYear
		}
	}
	return standardYear
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func tells(f wording.Facts) bool { return f.TellsFigure() }
