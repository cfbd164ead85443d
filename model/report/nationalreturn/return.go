package nationalreturn

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
)

// Return is the national return of one year.
type Return struct {
	organisation string
	example      bool
	twoYears     bool // the settings make indicator 3 a mean, which the return does not take
	now, before  *year
	read         source.Report
}

// Of makes the return of a year, and says of the files what was wrong with them.
func Of(o *model.Organisation, read source.Report, y model.Year) Return {
	asked := *o
	asked.Settings.Indicator3Years = 1
	results := indicator.Compute(&asked)
	of := func(y model.Year) *year {
		return &year{y, results, o.Return(y), words.For(o.Settings)}
	}
	return Return{o.Name, o.Example, o.Settings.Indicator3Years != 1, of(y), of(y - 1), read}
}

// Kind is report.ReturnPage.
func (Return) Kind() report.Kind { return report.ReturnPage }

// What is to be known of the whole return.
const (
	fullFigures = "full figures, for NHS England: not for publication"
	ownLayout   = "item numbers, sections and rows were not taken from the workbook: compare them with it before copying"
)

// columns are those of the table; what scripts read is never renamed.
var columns = []string{"item", "indicator", "section", "row", "unit", "previous_white", "previous_bme", "previous_unknown", "white", "bme", "unknown", "how", "note"}

// Table gives the items in their order, one a row, with the previous year's values before
// this year's. The first row's note says besides what is to be known of all.
func (r Return) Table(s report.Safe) report.Table {
	t := report.Table{}
	for _, name := range columns {
		t.Columns = append(t.Columns, report.Column{Name: name})
	}
	for i := range items {
		it := &items[i]
		before, now := r.before.fill(it), r.now.fill(it)
		cells := report.Texts(strconv.Itoa(it.number), it.indicator, it.section, it.row, unitNames[it.unit])
		for _, v := range append(before.values[:], now.values[:]...) {
			cells = append(cells, cellOf(it, v))
		}
		notes := notesOf(now, before)
		if it.of.measure == ratio {
			notes = append(notes, oneValue)
		}
		if r.twoYears && indicator.Lookup(it.indicator).Years != nil {
			notes = append(notes, oneYear)
		}
		if i == 0 {
			notes = append([]string{"of the whole return: " + fullFigures + "; " + ownLayout}, notes...)
		}
		cells = append(cells, report.Texts(string(it.how), s.Line(strings.Join(notes, "; ")))...)
		t.Rows = append(t.Rows, report.Row{Title: it.row, Cells: cells})
	}
	return t
}

// notesOf puts the notes of two years together, each once.
func notesOf(now, before row) []string {
	notes, earlier := now.notes(), before.notes()
	for i, note := range notes {
		if at := slices.Index(earlier, note); at >= 0 {
			notes[i], earlier = "in both years: "+note, slices.Delete(earlier, at, at+1)
		}
	}
	for _, note := range earlier {
		notes = append(notes, "previous: "+note)
	}
	for i := range notes {
		notes[i] = strings.TrimSuffix(notes[i], ".") // of the organisation's own words
	}
	return notes
}

// oneValue says where a ratio stands.
const oneValue = "one value, under the group whose likelihood is divided by the other's"

// oneYear says where the return differs from the program's other pages.
const oneYear = "of the one year, as the return asks: the setting indicator3_years makes it the mean of two on other pages"

// unitNames are the units as data has them.
var unitNames = map[report.Unit]string{report.Count: "headcount", report.Percentage: "percent", report.Ratio: "ratio", report.PercentagePoints: "percentage points"}

// decimals is to what a calculated figure is rounded as it is written.
const decimals = 2

// cellOf writes a value in its unit. A percentage of the survey has the digits that it was
// given with.
func cellOf(it *item, v value) report.Cell {
	switch {
	case v.n == nil:
		return report.Cell{}
	case it.unit == report.Count:
		return report.Printed(words.Thousands(int(*v.n)), report.Count)
	case it.unit == report.Ratio:
		return report.Printed(words.RatioText(*v.n), report.Ratio)
	case it.unit == report.PercentagePoints:
		return report.Printed(words.PointsNumber(*v.n, decimals), report.PercentagePoints)
	case it.how == survey:
		return report.Printed(words.Percent(*v.n, max(decimals, given(*v.n*100))), report.Percentage)
	}
	return report.Printed(words.Percent(*v.n, decimals), report.Percentage)
}

// given counts the decimals that a published percentage has, which binary fractions hide
// behind many others.
func given(percentage float64) int {
	text := strconv.FormatFloat(percentage, 'g', significant, 64)
	n, _ := strconv.ParseFloat(text, 64) // it is our own
	_, digits, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	return len(digits)
}

// significant is how many digits of a number are its own, on every processor.
const significant = 12

// Remarks says what is to be known beside the table: what it is, what is in no item, what the
// checks found, and what is wrong with the files.
func (r Return) Remarks(s report.Safe) []string {
	all := r.about()
	all = append(all, r.left()...)
	for _, line := range r.now.checked() {
		all = append(all, "check: "+line)
	}
	all = append(all, report.ProblemLines(r.read, "'wres check' lists them all")...)
	for i := range all {
		all[i] = s.Line(all[i])
	}
	return all
}

// about says what the return is.
func (r Return) about() []string {
	all := []string{fullFigures, ownLayout}
	if r.example {
		all = append(all, "this is the built-in example")
	}
	if r.twoYears {
		all = append(all, "indicator 3: "+oneYear)
	}
	return all
}

// left names what the folder has and no item, and the staff categories of which it has
// nothing.
func (r Return) left() []string {
	var all []string
	for _, y := range []*year{r.before, r.now} {
		for _, text := range slices.Concat(y.outside(), y.uncounted()) {
			all = append(all, fmt.Sprintf("%s: %s", y.year, text))
		}
	}
	return all
}

// Blocks gives the return in words.
func (r Return) Blocks(s report.Safe) []report.Block {
	points := func(texts []string) report.Section {
		section := report.Section{}
		for _, text := range texts {
			section.Points = append(section.Points, s.Line(words.Capital(text)))
		}
		return section
	}
	about, checked := points(append(r.about(), r.left()...)), points(r.now.checked())
	about.Heading, checked.Heading = "What this is", "What was checked"
	title := fmt.Sprintf("Workforce Race Equality Standard: national return %s", r.now.year)
	if r.organisation != "" {
		title += ", " + s.Line(r.organisation)
	}
	blocks := []report.Block{report.Heading{Level: 1, Text: title}, about, checked}
	if problems := report.ProblemLines(r.read, "'wres check' lists them all"); len(problems) > 0 {
		for i := range problems {
			problems[i] = s.Line(problems[i])
		}
		blocks = append(blocks, report.Section{Heading: "What is wrong with the files", Points: problems})
	}
	return append(blocks, report.Heading{Level: 2, Text: "Data items"}, r.Table(s))
}
