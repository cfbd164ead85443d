package counts

import (
	"fmt"
	"slices"
	"strings"

	"wres/loaders/columns/cells"
	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// surveyValue is a survey percentage on its way to an answer.
type surveyValue struct {
	percent     labels.Percent
	respondents int
	cell        cell
}

func decodeSurvey(r *reading, row kinds.SurveyRow) {
	f, _ := r.base()
	id, _ := r.indicator(row.Indicator, kinds.Serving(kinds.Survey))
	f.Dims[1] = id
	asked, _, _ := r.optionalCount(cellOf(r, "respondents", row.Respondents))
	figures, ok := r.figures(false, row.Ethnicity, cellOf(r, "percentage", row.Percentage))
	if !ok {
		return
	}
	for _, g := range figures {
		if !g.read.Known && !g.read.Total {
			r.wrong(g.label, "is not a label that is known, and a percentage cannot be counted as unknown; map the label in wres.toml under [labels.ethnicity]")
			continue
		}
		each := f
		g.fill(&each)
		p, wrong := labels.ParsePercent(g.value.raw)
		if wrong != "" {
			r.lack(each, g.value, wrong)
			continue
		}
		// Percentages of two labels do not add up: the category alone is the cell.
		each.Label = each.Ethnicity.String()
		each.Value = surveyValue{p, asked, g.value}
		r.add(each)
	}
	r.sayBad()
}

// finishSurvey looks for fractions and scores written where percentages belong: 0.27
// could be 27% or 0.27%, and 7.2 a score of 0 to 10; only the person who wrote it knows.
func finishSurvey(f *File) {
	var small []*settle.Fact // above 0, at most 1, without a % sign
	var first *settle.Fact
	signs, large, decimals, most := false, false, false, 0.0
	for _, r := range f.rows {
		for _, fact := range r.Facts { // of refused rows too: they show how the column is written
			v := fact.Value.(surveyValue)
			p := v.percent
			if first == nil || p.Value > most {
				first, most = fact, p.Value
			}
			decimals = decimals || strings.Contains(v.cell.raw, ".")
			switch {
			case p.Sign:
				signs = true
			case p.Value > 1:
				large = true
			case p.Value > 0:
				small = append(small, fact)
			}
		}
	}
	switch {
	case large && !signs && most <= maxScore && f.mayBeScore(first, decimals):
		refuseColumn(f, first, "is at most 10, as the survey's scores of 0 to 10 are, which are no percentages: give the percentage of each group, or write %s%% if that is meant")
	case len(small) == 0:
	case !signs && !large:
		refuseColumn(f, small[0], "is at most 1: are they fractions? multiply them by 100, or write %s%% if that is meant")
	default:
		for _, fact := range small {
			doubtFraction(fact, signs)
		}
	}
}

// maxScore is the highest score of the staff survey.
const maxScore = 10

// mayBeScore reports whether a column of values up to 10 may hold scores: its heading
// says so, or they have decimals and neither it nor the settings call them percentages.
func (f *File) mayBeScore(of *settle.Fact, decimals bool) bool {
	column := of.Value.(surveyValue).cell.column
	words := cells.Words(f.Header.Value(column))
	known := f.Columns[column].Known
	return known != source.BySettings && known != source.ByMapping && !cells.SenseOf(f.Header.Value(column)).Percent &&
		(decimals || slices.Contains(words, "score") || slices.Contains(words, "scores"))
}

// refuseColumn asks about a whole column and refuses its rows. what follows "every other
// value of the column", and may show one.
func refuseColumn(f *File, first *settle.Fact, what string) {
	c := first.Value.(surveyValue).cell
	first.Row.Say(source.Error, c.column, c.field, fmt.Sprintf("%s %s and every other value of the column "+what+"; the rows are left out until then",
		c.field, labels.Quoted(c.raw), labels.Shown(c.raw)))
	for _, r := range f.rows {
		r.State = settle.Refused
	}
}

// doubtFraction asks about one value among larger ones.
func doubtFraction(f *settle.Fact, beside bool) {
	v := f.Value.(surveyValue)
	if beside {
		f.Row.Refuse(v.cell.column, v.cell.field, fmt.Sprintf(
			"%s %s stands among values with %%; write it with %% too, as a percentage from 0 to 100", v.cell.field, labels.Quoted(v.cell.raw)))
		return
	}
	if f.Row.State == settle.Refused {
		return // it is taken for nothing
	}
	f.Row.Say(source.Notice, v.cell.column, v.cell.field, fmt.Sprintf(
		"%s %s is taken for %s%%; if it is a fraction, multiply it by 100", v.cell.field, labels.Quoted(v.cell.raw), labels.Shown(v.cell.raw)))
}

func decodeBenchmark(r *reading, row kinds.BenchmarkRow) {
	f, _ := r.base()
	id, _ := r.indicator(row.Indicator, kinds.Serving())
	b := model.Benchmark{Year: f.Year, Indicator: id, What: text(row.Measure), Scope: text(row.Scope), Source: text(row.Source)}
	r.benchmarkBand(&b, cellOf(r, "pay_band", row.PayBand))
	if r.file.Fit.Wide() {
		figures, _ := r.wideFigures()
		for _, g := range figures {
			each, of := b, f
			each.Group, each.HasGroup = g.read.Value.Group(), !g.read.Total
			if g.year != 0 {
				each.Year, of.Year = g.year, g.year
			}
			r.addBenchmark(of, each, g.value)
		}
	} else if r.benchmarkGroup(&b, cellOf(r, "group", row.Group)) {
		r.addBenchmark(f, b, cellOf(r, "value", row.Value))
	}
	r.sayBad()
}

func (r *reading) addBenchmark(f settle.Fact, b model.Benchmark, c cell) {
	if !r.benchmarkValue(&b, c) {
		return
	}
	f.Column, f.AnyEthnicity, f.Value = c.column, true, b
	f.Dims[1] = "indicator " + b.Indicator
	f.Dims[2] = strings.Join([]string{csvfile.Fold(b.What), csvfile.Fold(b.Scope), csvfile.Fold(b.Source)}, " / ")
	f.Dims[3] = b.Band.String()
	if b.HasGroup {
		f.Dims[3] += " " + b.Group.String()
	}
	r.add(f)
}

// benchmarkBand finds the band that a value is of, in its column or in the words
// of its measure ("BME % at VSM").
func (r *reading) benchmarkBand(b *model.Benchmark, c cell) {
	if c.blank() {
		b.Band, _ = labels.BandIn(b.What)
		return
	}
	read := r.band(c.raw)
	if !read.Known {
		r.wrong(c, "is not a band that is known; map the label in wres.toml under [labels.band]")
	}
	b.Band = read.Value
}

// benchmarkGroup finds the group in its column, else in the words of the measure.
func (r *reading) benchmarkGroup(b *model.Benchmark, c cell) bool {
	if c.blank() {
		b.Group, b.HasGroup = r.labels.GroupIn(b.What)
		return true
	}
	read := r.ethnicity(c.raw)
	switch {
	case read.Total:
	case !read.Known:
		r.wrong(c, "is not white, bme or unknown; mend it, or leave it blank where the value is of no one group")
		return false
	default:
		b.Group, b.HasGroup = read.Value.Group(), true
	}
	return true
}

// benchmarkValue reads the value as its measure's words say.
func (r *reading) benchmarkValue(b *model.Benchmark, c cell) bool {
	serves := func(figures ...kinds.Figures) bool {
		return slices.Contains(kinds.Serving(figures...), b.Indicator)
	}
	b.Measure = labels.MeasureOf(b.What, c.raw, serves(kinds.Recruitment, kinds.Events), serves(kinds.Board))
	v, wrong := labels.ParseBenchmark(c.raw, b.Measure)
	if wrong != "" {
		r.bad = append(r.bad, badCell{c, wrong})
		return false
	}
	b.Value = v
	if b.Measure == model.Share && v > 0 && v <= 0.01 && !strings.Contains(c.raw, "%") {
		r.notice(c, fmt.Sprintf("is taken for %s%%; if it is a fraction, multiply it by 100", labels.Shown(c.raw)))
	}
	return true
}

func decodeStatus(r *reading, row kinds.StatusRow) {
	f, _ := r.base()
	id, _ := r.indicator(row.Indicator, kinds.Serving())
	c := cellOf(r, "status", row.Status)
	state, ok := model.ParseState(c.raw)
	switch {
	case c.blank():
		r.wrong(c, "is blank; give withheld, not-collected, not-supplied or not-applicable")
	case !ok:
		r.wrong(c, "is not a status; give withheld, not-collected, not-supplied or not-applicable")
	}
	f.Dims[1], f.AnyEthnicity, f.Column = "indicator "+id, true, c.column
	f.Value = statusValue{id, model.Status{State: state, Reason: text(row.Reason), File: csvfile.Clean(r.file.Name), Line: r.row.Rec.Line}}
	r.add(f)
}

type statusValue struct {
	indicator string
	status    model.Status
}

func decodePublished(r *reading, row kinds.PublishedRow) {
	f, _ := r.base()
	p := model.Printed{
		Year: f.Year, Indicator: text(row.Indicator), Figure: text(row.Figure), Group: r.printedGroup(text(row.Group)),
		Part: text(row.Part), Printed: text(row.Printed), Source: text(row.Source), Says: text(row.Says),
		File: csvfile.Clean(r.file.Name), Line: r.row.Rec.Line,
	}
	if id, ok := labels.ParseIndicator(p.Indicator, kinds.Serving()); ok {
		p.Indicator = id
	}
	figure := cellOf(r, "figure", row.Figure)
	for _, c := range []cell{figure, cellOf(r, "printed", row.Printed)} {
		if c.blank() {
			r.wrong(c, "is blank; give the figure as it was printed and what it is")
		}
	}
	names := kinds.PrintedFigures()
	at := slices.IndexFunc(names, func(n string) bool { return csvfile.Fold(n) == csvfile.Fold(p.Figure) })
	switch {
	case at >= 0:
		p.Figure = names[at]
	case !figure.blank():
		what := "is not a figure that the audit knows"
		if near := labels.Nearest(p.Figure, names); near != "" {
			what += "; the nearest is " + near
		}
		r.notice(figure, what)
	}
	f.AnyEthnicity, f.Value = true, p
	r.add(f)
}

// printedGroup writes a group as the audit knows it, where it is one; other words
// stay as they are.
func (r *reading) printedGroup(word string) string {
	if read := r.ethnicity(word); read.Known && read.Value.IsGroup() && word != "" {
		return read.Value.Group().String()
	}
	switch low := strings.ToLower(word); low {
	case "all", "known":
		return low
	}
	return word
}
