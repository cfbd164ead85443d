package yearly

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/judge"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/model/words/methods"
)

// groups lists the ethnic categories and the group to which each counts.
func groups(m *maker) []report.Block {
	t := report.Table{ID: "ethnic-categories", Caption: "Ethnic categories of the Office for National Statistics and the groups of this report", Titled: 2,
		Columns: []report.Column{{Name: "Category", Names: true}, {Name: "Of"}, {Name: "Group in this report"}}}
	for _, e := range model.Ethnicities() {
		if e.IsGroup() || e.Parent() == e { // what others are parts of, or no category
			continue
		}
		of := e.Parent().String()
		t.Rows = append(t.Rows, report.Row{Title: e.String(), Cells: report.Texts(e.String(), of, m.safe.Line(m.w.Labels.Sentence(e.Group())))})
	}
	return []report.Block{t,
		m.says("Gypsies, Roma and Travellers, and staff of other White backgrounds, may be minorities that meet discrimination too. The standard counts them as White; where they are many, it asks to look at them by themselves."),
	}
}

// unprinted are the methods of which nothing stands in a report.
var unprinted = []string{stats.MethodKatz, "fisher", "power"}

// methodsUsed says by what rules the figures were made.
func methodsUsed(m *maker) []report.Block {
	if m.w.Rounded > 0 {
		return m.roundedMethods()
	}
	s := m.Results.Settings
	points := report.Points{
		m.point("Intervals: ", fmt.Sprintf("a %s is the range of underlying rates that fit the counts. Where everybody is counted (indicators 1 and 9) it is not shown beside a headline.", words.IntervalName(s.Level))),
		m.point("Verdicts: ", fmt.Sprintf("a difference is called significant where a test finds it at the %[1]s level. Where a group would be expected to have fewer than %[2]d people with the event, or fewer than %[2]d without it, if the groups were alike, there are too few to judge, unless the difference is so large that the tests find it all the same.", words.LevelText(s.Level), s.Thresholds.FewEvents)),
		m.point("Several comparisons: ", "bands and clusters are tested together and their p values adjusted, so that one of many does not stand out by chance."),
		m.point("Unknown ethnicity: ", "where the answer depends on people whose ethnicity is not known, it is said that it cannot be told."),
		m.point("Rounding: ", "every number is rounded by itself from the figures, so a difference may differ by one in its last digit from the difference of two printed numbers, and percentages may not add up to 100."),
	}
	if m.Results.Publication {
		points = append(points, m.point("Hidden numbers: ", inview.Rules(m.Results)))
	}
	if s.Indicator3Years == 2 {
		points = append(points, meanOfTwo(m))
	}
	t := report.Table{ID: "methods", Caption: "Statistical methods", Titled: 1, Columns: []report.Column{{Name: "Method", Names: true}, {Name: "Used for"}, {Name: "Reference"}}}
	for _, method := range methods.All() {
		if slices.Contains(unprinted, method.ID) {
			continue
		}
		t.Rows = append(t.Rows, report.Row{Title: method.Name, Cells: report.Texts(method.Name, method.For, method.Source)})
	}
	return []report.Block{points, t}
}

// roundedMethods says what there is to say of rounded counts, of which nothing is tested.
func (m *maker) roundedMethods() []report.Block {
	points := report.Points{
		m.point("Rounded counts: ", words.Rounding(m.w)+" "+words.MadeOfRounded(m.w)+" Whether a difference is significant "+string(judge.Rounded)+"."),
		m.point("Hidden numbers: ", inview.Rules(m.Results)),
	}
	if m.Results.Settings.Indicator3Years == 2 {
		points = append(points, meanOfTwo(m))
	}
	return []report.Block{points}
}

// meanOfTwo says that indicator 3 is one.
func meanOfTwo(m *maker) report.Point {
	return m.point("Indicator 3: ", "the mean of the year and the one before.")
}

// signs says what the marks and short words of the report mean.
func signs(m *maker) []report.Block {
	t := report.Table{ID: "signs-and-short-words", Caption: "Signs and short words", Titled: 1, Columns: []report.Column{{Name: "Sign", Names: true}, {Name: "Meaning"}}}
	add := func(sign, meaning string) {
		t.Rows = append(t.Rows, report.Row{Title: sign, Cells: report.Texts(sign, meaning)})
	}
	add(report.Hidden.Mark(), words.Capital(inview.Means(m.Results)))
	add(report.NotAvailable.Mark(), "Not available: it was not supplied, not collected or withheld, or the source does not give it.")
	add(report.NotApplicable.Mark(), "Not applicable: there is no such number, as with a share of nobody.")
	add(words.IncompleteMark, "Incomplete: some rows or cells of the source could not be used.")
	add("CI", "Confidence interval.")
	add("CPD", "Continuing professional development.")
	add("VSM", "Very senior manager.")
	for _, g := range model.Groups() {
		if short, label := m.w.Labels.Short(g), m.w.Labels.Label(g); short != label {
			add(m.safe.Line(short), m.safe.Line(words.Capital(label))+".")
		}
	}
	return []report.Block{t}
}
