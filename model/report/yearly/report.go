package yearly

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/earlier"
)

// Report is the report of a year.
type Report struct {
	Results *indicator.Results // up to its year, which is the last: of earlier ones some are shown
	Actions []plan.Action      // of the plan of the year
	Ended   bool               // that plan was kept as it ended: what became of it is told in a later report
	Unkept  bool               // there is no plan of the year: that of now is of a later one
	Unread  bool               // the file of that plan could not be read, which is not to have no actions
	Before  *Before            // the plan of an earlier year; nil: none was kept
	// Own has what the organisation itself wrote, by the names of its [OwnParts]. Headings
	// begin at level 1 and leave none out.
	Own map[string][]report.Block
}

// Before is the plan of an earlier year as it was kept.
type Before struct {
	Year    model.Year
	Actions []plan.Action
}

// shownYears is how many years a report shows.
const shownYears = 3

// Kind is report.YearPage.
func (Report) Kind() report.Kind { return report.YearPage }

// FileName names the file of a year's report: "wres-report-2024.docx". One in full says so,
// so that neither is taken for the other, nor written over it.
func FileName(y model.Year, full bool, ending string) string {
	view := ""
	if full {
		view = "-full"
	}
	return "wres-report-" + y.String() + view + "." + ending
}

// Year is the year that the report is of: the last.
func (r Report) Year() model.Year { return r.Results.Latest() }

// Empty reports whether no indicator has figures in the year.
func (r Report) Empty() bool {
	return !slices.ContainsFunc(r.Results.Series, func(s indicator.Series) bool {
		f := s.Figure(r.Year())
		return f != nil && f.State == model.Reported
	})
}

// part is a part of the report under a heading of its own; without one it stands at the
// beginning. A part without blocks is left out.
type part struct {
	id, heading string
	blocks      func(*maker) []report.Block
}

// parts lists the parts in their order.
var parts = []part{
	{"", "", title},
	{"at-a-glance", "At a glance", glance},
	{"introduction", "Introduction", introduction},
	{"ethnicity", "Definitions of ethnicity", ethnicity},
	{"data-sources", "Data sources", sources},
	{"nine-indicators", "The nine indicators", indicators},
	{"key-findings", "Key findings", (*maker).findings},
	{"earlier-actions", "Earlier actions and what became of them", lastYear},
	{"action-plan", "Action plan", (*maker).plan},
	{"results", "Results", (*maker).results},
	{"governance", "Governance and monitoring", ownPart("governance")},
	{"conclusion", "Conclusion", ownPart("conclusion")},
	{"contact", "Contact", ownPart("contact")},
	{"appendix-bands", "Appendix 1: staff by pay band", bandTables},
	{"appendix-groups", "Appendix 2: ethnic categories", groups},
	{"appendix-methods", "Appendix 3: methods", methodsUsed},
	{"signs", "Signs and short words", signs},
}

// maker makes one report.
type maker struct {
	Report // with the years that are shown
	all    *indicator.Results
	w      words.Voice
	safe   report.Safe
	found  []findings.Finding
}

func newMaker(r Report, s report.Safe) *maker {
	m := &maker{Report: r, all: r.Results, w: words.For(r.Results.Settings), safe: s}
	m.Results = r.Results.Window(r.Year(), shownYears)
	m.Actions = plan.PublicActions(r.Actions, m.all)
	if r.Before != nil {
		m.Before = &Before{r.Before.Year, plan.PublicActions(r.Before.Actions, m.all)}
	}
	m.found = findings.Of(m.Results, r.Year(), r.Actions)
	return m
}

// Blocks gives all parts.
func (r Report) Blocks(s report.Safe) []report.Block {
	m := newMaker(r, s)
	var all []report.Block
	for _, p := range parts {
		blocks := p.blocks(m)
		if len(blocks) > 0 && p.heading != "" {
			all = append(all, report.Heading{Level: 2, Text: p.heading, ID: p.id})
		}
		all = append(all, blocks...)
	}
	return all
}

// About says what the report is.
func (r Report) About(s report.Safe) report.About {
	a := report.About{Title: heading + r.Year().String(), Organisation: s.Line(r.Results.Organisation), View: "Publication view", Year: r.Year()}
	if !r.Results.Publication {
		a.View = report.FullView
	}
	return a
}

// findings gives the key findings of each kind, and what the organisation says of them.
func (m *maker) findings() []report.Block {
	var blocks []report.Block
	for _, told := range m.told() {
		var points report.Points
		kind, heading, of := told.kind, told.heading, told.found
		if kind == findings.Clear && slices.ContainsFunc(of, func(f findings.Finding) bool { return !f.Gap() }) {
			heading += " and changes"
		}
		if kind == findings.NoFigures {
			points, of = alikeAbsent(m, of)
		}
		for _, f := range of {
			of := "Indicator " + f.Indicator.ID
			if whose := m.staff(&f); whose != "" {
				of += ", " + whose
			}
			said := cmp.Or(f.Told.Said, f.Sentence)
			if kind == findings.CannotTell || kind == findings.NotClear {
				said = together(said, f.Told.Why)
			}
			if heading == uncompared && f.Needs != "" && len(f.Uncounted) == 0 { // of groups that no row counts the sentence says so
				why, _, _ := strings.Cut(f.Needs, "; ") // the first says it; the others are below the table
				said = together(said, words.Capital(ended(why)))
			}
			points = append(points, m.point(of+": ", said))
		}
		if kind == findings.Counted {
			points = append(points, besideAllStaff(m)...)
		}
		if len(points) == 0 {
			continue
		}
		blocks = append(blocks, report.Heading{Level: 3, Text: heading}, points)
	}
	if looks := words.Looks(m.w, m.Results, m.Year()); looks != "" {
		blocks = append(blocks, m.says(looks))
	}
	return append(blocks, m.own("findings", 3)...)
}

// telling is what a report tells under one heading: the findings of a kind.
type telling struct {
	kind    findings.Kind
	heading string
	found   []findings.Finding
}

// uncompared is the heading of figures of which some are there, but not what they are
// compared by: "no figures" must not stand above numbers.
const uncompared = "No comparison possible"

// told lists the findings by kind in the order of a report, which begins with what is
// counted: the others are seen against it. Some kinds may have none.
func (m *maker) told() []telling {
	others := slices.DeleteFunc(findings.Kinds(), func(k findings.Kind) bool { return k == findings.Counted })
	var all []telling
	for _, kind := range append([]findings.Kind{findings.Counted}, others...) {
		t := telling{kind, words.Capital(kind.Document()), findings.In(m.found, kind)}
		if kind == findings.NoFigures {
			some := telling{kind: kind, heading: uncompared}
			none := t.found
			t.found = nil
			for _, f := range none {
				if m.Results.Indicator(f.Indicator.ID).Figure(m.Year()).State == model.Reported {
					some.found = append(some.found, f)
				} else {
					t.found = append(t.found, f)
				}
			}
			all = append(all, some)
		}
		all = append(all, t)
	}
	return all
}

// alikeAbsent says the findings that say no more than that there are no figures, and the same,
// in a point, and gives the others.
func alikeAbsent(m *maker, all []findings.Finding) (points report.Points, others []findings.Finding) {
	var said []string
	ids := map[string][]string{}
	for _, f := range all {
		figure := m.Results.Indicator(f.Indicator.ID).Figure(m.Year())
		if figure.State == model.Reported || words.Reason(figure) != "" {
			others = append(others, f)
			continue
		}
		if ids[f.Sentence] == nil {
			said = append(said, f.Sentence)
		}
		ids[f.Sentence] = append(ids[f.Sentence], f.Indicator.ID)
	}
	for _, text := range said {
		of := "Indicator "
		if len(ids[text]) > 1 {
			of = "Indicators "
		}
		points = append(points, m.point(of+words.Listed(indicator.Runs(ids[text]))+": ", text))
	}
	return points, others
}

// besideAllStaff says of how many staff the ethnicity is recorded, and who the very senior
// managers are.
func besideAllStaff(m *maker) (points report.Points) {
	s := m.Results.Indicator(indicator.WorkforceID)
	f := s.Figure(m.Year())
	if f == nil || f.State != model.Reported {
		return nil
	}
	for _, said := range append([]string{earlier.Recorded(m.w, f, s.Before(f.Year))}, verySenior(m, f)...) {
		if said != "" {
			points = append(points, m.point("Indicator "+s.Indicator.ID+": ", said))
		}
	}
	return points
}

// staff names the staff whose bands a finding is about, where others are about those of
// others.
func (m *maker) staff(f *findings.Finding) string {
	if f.Topic != findings.Bands && f.Topic != findings.Senior {
		return ""
	}
	for _, other := range m.found {
		if other.Topic == findings.Bands || other.Topic == findings.Senior {
			if other.Category != f.Category {
				return words.CategoryStaff(f.Category)
			}
		}
	}
	return ""
}

// says makes a paragraph of sentences of the program's own.
func (m *maker) says(text string) report.Paragraph {
	return report.Paragraph{{Text: m.safe.Line(text)}}
}

// point makes a point whose first words are strong.
func (m *maker) point(first, text string) report.Point {
	return report.Point{Runs: report.Paragraph{{Text: first, Strong: true}, {Text: m.safe.Line(text)}}}
}

// years names the years that are shown: "2022 to 2024".
func (m *maker) years() string {
	all := m.Results.Years
	if len(all) == 1 {
		return all[0].String()
	}
	if len(all) == 2 && all[0]+1 == all[1] {
		return report.YearsText(all)
	}
	return fmt.Sprintf("%s to %s", all[0], all[len(all)-1])
}

// reported lists the figures of a series that have numbers.
func reported(s *indicator.Series) []*indicator.Figure {
	var all []*indicator.Figure
	for i := range s.Figures {
		if s.Figures[i].State == model.Reported {
			all = append(all, &s.Figures[i])
		}
	}
	return all
}
