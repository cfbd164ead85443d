package yearly

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/inview"
)

// title names the organisation, the year and the view.
func title(m *maker) []report.Block {
	blocks := []report.Block{
		report.Heading{Level: 1, Text: heading + m.Year().String()},
		report.Paragraph{{Text: cmp.Or(m.safe.Line(m.Results.Organisation), "An organisation without a name"), Strong: true}},
		m.says("Year to " + m.Year().Snapshot() + "."),
	}
	if m.Results.Publication {
		blocks = append(blocks, m.says(inview.Publication(m.Results)))
	} else {
		blocks = append(blocks, report.Paragraph{{Text: report.FullView + ".", Strong: true}})
	}
	if short, label := m.w.Labels.Short(model.BME), m.w.Labels.Label(model.BME); short != label {
		blocks = append(blocks, m.says(short+" stands for "+label+"."))
	}
	if m.Results.Example {
		blocks = append(blocks, m.says(report.OfExample))
	}
	return blocks
}

// heading is that of the report, before its year.
const heading = "Workforce Race Equality Standard: report and action plan "

// glance says in a few lines what the year comes to, for who reads no further.
func glance(m *maker) []report.Block {
	var points report.Points
	for _, told := range m.told() {
		kind, of := told.kind, told.found
		switch {
		case len(of) == 0:
		case kind == findings.Counted:
			points = append(points, m.point(told.heading+": ", of[0].Told.Said))
		case kind != findings.Clear:
			points = append(points, m.point(told.heading+": ", namesOf(of)+"."))
		default:
			for _, f := range of {
				what := "Significant difference: "
				if !f.Gap() {
					what = "Significant change: "
				}
				points = append(points, m.point(what, f.Line()+"; indicator "+f.Indicator.ID+"."))
			}
		}
	}
	switch n := len(m.Actions); {
	case m.Unkept:
		points = append(points, m.point("Action plan: ", fmt.Sprintf("that of %s was not kept.", m.Year())))
	case m.Unread:
		points = append(points, m.point("Action plan: ", fmt.Sprintf("that of %s could not be read.", m.Year())))
	case n > 0:
		points = append(points, m.point("Action plan: ", words.Count(n, "action")+", "+m.doneOf()+"."))
	}
	return []report.Block{points}
}

// namesOf lists what findings are about, each with its indicator.
func namesOf(all []findings.Finding) string {
	var names []string
	for _, f := range all {
		name := f.Name
		if f.Kind == findings.Hidden && (f.Topic == findings.Bands || f.Topic == findings.Senior) { // their shares may be shown all the same
			if name = "How pay bands compare"; f.Category != model.AnyCategory {
				name += ", " + words.CategoryStaff(f.Category)
			}
		}
		names = append(names, name+" (indicator "+f.Indicator.ID+")")
	}
	return strings.Join(names, "; ")
}

// doneOf says how many actions are done, and how many ended otherwise. Of a plan that has
// ended, or whose actions have, none is still to come.
func (m *maker) doneOf() string {
	done, closed := 0, 0
	for _, a := range m.Actions {
		switch {
		case a.Done():
			done++
		case a.Closed():
			closed++
		}
	}
	said := words.Thousands(done) + " done"
	switch {
	case done > 0:
	case m.Ended || closed == len(m.Actions):
		said = "none done"
	default:
		said = "none done yet"
	}
	if closed > 0 {
		said += ", " + words.Thousands(closed) + " ended without being done"
	}
	return said
}

// introduction says what the report is and whose duty, in the organisation's words or in
// neutral ones.
func introduction(m *maker) []report.Block {
	if own := m.own("introduction", 3); own != nil {
		return own
	}
	label := m.w.Labels.Label(model.BME)
	return []report.Block{
		m.says(fmt.Sprintf("This report gives the figures of %s under the NHS Workforce Race Equality Standard (WRES) for the year to %s, beside those of earlier years, and the actions that answer them.",
			cmp.Or(m.Results.Organisation, "the organisation"), m.Year().Snapshot())),
		m.says(fmt.Sprintf("The standard asks NHS organisations to compare by nine indicators how %s staff and White staff are represented, treated and able to progress, to publish the figures, and to act on what they show. "+
			"It is part of the NHS Standard Contract (Service Condition 13), which binds NHS trusts and independent providers; other organisations may report of their own accord.", label)),
		m.says("The figures say where groups differ and how sure that is. They do not say why: that takes the experience of staff themselves."),
	}
}

// ethnicity says which groups are compared, and what they are called here.
func ethnicity(m *maker) []report.Block {
	blocks := m.own("ethnicity", 3)
	label, short := m.w.Labels.Label(model.BME), m.w.Labels.Short(model.BME)
	bme := `The standard speaks of black and minority ethnic (BME) staff.`
	if label != "BME" {
		bme += fmt.Sprintf(" This report says “%s” for the same staff", label)
		if short != label {
			bme += fmt.Sprintf(", and %s where there is little room", short)
		}
		bme += "."
	}
	return append(blocks,
		m.says(bme),
		m.says(fmt.Sprintf("The group %s is made up of %s. The group %s is made up of all other ethnic categories: %s. Appendix 2 lists them.",
			m.w.Labels.Label(model.White), categories(model.White), label, categories(model.BME))),
		m.says("Staff whose ethnicity is not known did not state it, or it is not recorded. They count among all staff in the shares of the workforce and of the board (indicators 1 and 9), and stand on neither side of a ratio or gap (indicators 2 to 8)."),
	)
}

// categories lists the high-level categories of a group, or where it is one itself those
// below it.
func categories(g model.Group) string {
	var high, below []string
	for _, e := range model.Ethnicities() {
		switch {
		case e.Group() != g || e.IsGroup():
		case e.Parent() == e:
			high = append(high, e.String())
		default:
			below = append(below, e.String())
		}
	}
	if len(high) == 0 {
		high = below
	}
	return strings.ReplaceAll(words.Listed(high), " Any ", " any ")
}

// sources says of which days and months the figures are.
func sources(m *maker) []report.Block {
	blocks := m.own("data-sources", 3)
	t := report.Table{ID: "sources", Caption: "Where the figures of " + m.Year().String() + " are from", Titled: 1,
		Columns: []report.Column{{Name: "Source", Names: true}, {Name: "Indicators"}, {Name: "Day or period"}}}
	for _, s := range sourcesUsed(m) {
		t.Rows = append(t.Rows, report.Row{Title: s.name, Cells: report.Texts(s.name, words.Listed(indicator.Runs(s.ids)), words.Capital(s.when))})
	}
	blocks = append(blocks, t)
	if len(m.Results.Years) > 1 {
		blocks = append(blocks, m.says("Figures of earlier years are of the same day, months and survey of their own year."))
	}
	return blocks
}

// origin is one source of figures.
type origin struct {
	name string
	ids  []string // of the indicators that are made of it
	when string
}

// sourceNames names what each kind of extract is about.
var sourceNames = map[string]string{
	"workforce": "Staff in post", "recruitment": "Recruitment", "disciplinary": "Formal disciplinary process", "training": "Non-mandatory training and CPD",
	"survey": "NHS Staff Survey", "board": "Board membership",
}

// sourceOf names the sources of an indicator.
func sourceOf(ind *indicator.Indicator) string {
	var names []string
	for _, kind := range ind.Extracts() {
		names = append(names, cmp.Or(sourceNames[kind], words.Capital(kind)))
	}
	return strings.Join(names, "; ") + "."
}

// sourcesUsed lists the sources of the year's figures.
func sourcesUsed(m *maker) []origin {
	var all []origin
	for i := range m.Results.Series {
		ind, f := m.Results.Series[i].Indicator, m.Results.Series[i].Figure(m.Year())
		if f == nil || f.State != model.Reported {
			continue
		}
		for n, kind := range ind.Extracts() {
			when := m.w.When(ind, m.Year())
			if n > 0 { // the workforce, which stands behind it
				when = "on " + m.Year().Snapshot()
			}
			name := cmp.Or(sourceNames[kind], words.Capital(kind))
			at := slices.IndexFunc(all, func(o origin) bool { return o.name == name })
			if at < 0 {
				at = len(all)
				all = append(all, origin{name: name, when: when})
			}
			all[at].ids = append(all[at].ids, ind.ID)
		}
	}
	return all
}

// indicators says what each indicator is.
func indicators(m *maker) []report.Block {
	t := report.Table{ID: "indicators", Caption: "The indicators of the standard", Titled: 1,
		Columns: []report.Column{{Name: "Indicator", Names: true}, {Name: "What it is about"}, {Name: "What is counted"}}}
	for _, s := range m.Results.Series {
		ind := s.Indicator
		t.Rows = append(t.Rows, report.Row{Title: "Indicator " + ind.ID, Cells: report.Texts("Indicator "+ind.ID, ind.Title, words.Capital(ind.Numerator)+", out of "+ind.Denominator+".")})
	}
	return []report.Block{t}
}
