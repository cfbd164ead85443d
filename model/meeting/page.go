package meeting

import (
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
	"wres/model/words/inview"
)

// Source is what a meeting is about.
type Source struct {
	Results *indicator.Results
	Year    model.Year
	Found   []findings.Finding // of that year
	Plan    report.Outlook
	Safe    report.Safe // for what others wrote
	Notes   Notes       // of all years; one without a page gets one
}

// Page is one page: of a finding that is clear, of several that are not, or of a note.
type Page struct {
	Key   string     // names it in each year: see About
	Year  model.Year // of its note
	Title string     // "2 Appointed from shortlist", "Cannot be told from these figures"
	Panel string     // the key of the screen behind it: "2", "0", "p"
	*Story
	Parts []report.Section // where there is no story
}

// Story is what is said of one finding.
type Story struct {
	Indicator *indicator.Indicator
	Bands     plan.Bands // that it is about; zero: it is about no bands
	Figure    string     // by itself: "2.45", "9.0%", "4.9"; "": the finding is about no one figure
	Unit      string     // behind it: "times", "percentage points lower", "BME staff"
	Said      string     // what it shows, in sentences
	Doubt     string     // how sure that is, in sentences; "": that is not said
	Bars      []Bar
	Years     []findings.Value // oldest first
	Beside    []string         // what it can be compared with: "England 1.59 (2023)"
	Takes     string           // what it would take to be level, or as others are; "": that is not said
	Then      string           // the figure that would come of it, with its interval; "": that is not said
	Caveat    string           // how Takes is to be read: it never stands without
	Answers   []string         // the actions that answer it, a line each, or that none does
	Asks      []Ask            // what somebody may ask next
}

// Bar is a share for a chart.
type Bar struct {
	Name, Short string // "White applicants", "White"
	Counts      string // "144 of 427"; "": not known
	Share       stats.Estimate
	Group       model.Group // whose colour it has
}

// Ask is a question that somebody may ask, and what the figures answer.
type Ask struct{ Question, Answer string }

// The keys of pages that are not of one finding.
const (
	NothingClear = "nothing clear"
	CannotTell   = "cannot be told"
	NoFigures    = "no figures"
	ThePlan      = "plan"
)

const nothingClear = "Nothing is clear"

// Pages gives what is gone through: each finding that is clear, or that none is; what
// cannot be told, and what would tell it; what has no figures, and why, or hides them; the plan; and the
// notes that none of these pages is for.
func Pages(s Source) []Page {
	w := words.For(s.Results.Settings)
	var pages []Page
	for _, f := range findings.In(s.Found, findings.Clear) {
		pages = append(pages, Page{Key: f.Key(), Title: s.Safe.Line(f.Indicator.ID + " " + f.Name), Panel: f.Indicator.ID, Story: s.story(w, &f)})
	}
	if len(pages) == 0 {
		none := report.Section{Heading: "Significant differences", Points: []string{report.NoneClear(s.Found, s.Safe)}}
		if looks := words.Looks(w, s.Results, s.Year); looks != "" {
			none.Points = append(none.Points, looks)
		}
		pages = append(pages, Page{Key: NothingClear, Title: nothingClear, Panel: "0", Parts: []report.Section{none}})
	}
	pages = append(pages, s.listed(CannotTell, findings.CannotTell, findings.NotClear, findings.Counted)...)
	pages = append(pages, s.listed(NoFigures, findings.Incomplete, findings.NoFigures, findings.Hidden)...)
	plan := s.Plan.Section(s.Found, s.Safe)
	heading, _, _ := strings.Cut(plan.Heading, ":")
	pages = append(pages, Page{Key: ThePlan, Title: heading, Panel: "p", Parts: []report.Section{plan}})
	for i := range pages {
		pages[i].Year = s.Year
	}
	return append(pages, s.gone(w, pages)...)
}

// listed gives a page of the findings of some kinds, or none where there are none. The
// heading of the first is the page's title.
func (s Source) listed(key string, kinds ...findings.Kind) []Page {
	page := Page{Key: key, Panel: "0"}
	for _, kind := range kinds {
		found := findings.In(s.Found, kind)
		switch {
		case len(found) == 0:
		case page.Title == "":
			page.Title, page.Parts = kind.Heading(), []report.Section{{Points: s.points(kind, found)}}
		default:
			page.Parts = append(page.Parts, report.Section{Heading: kind.Heading(), Points: s.points(kind, found)})
		}
	}
	if len(page.Parts) == 0 {
		return nil
	}
	return []Page{page}
}

// longReason is more characters than the reason for missing figures has.
const longReason = 400

// points says the findings of a kind, with what would tell each.
func (s Source) points(kind findings.Kind, found []findings.Finding) []string {
	if kind == findings.NoFigures {
		return report.WhyNone(found, longReason, s.Safe)
	}
	var points []string
	for _, f := range found {
		said := s.Safe.Line(f.Line())
		if f.Wanting != "" {
			said += ". Needs " + s.Safe.Line(f.Wanting)
		}
		points = append(points, f.Indicator.ID+" "+said+".")
	}
	if kind == findings.Hidden {
		points = append(points, inview.Meaning(s.Results))
	}
	return points
}

// figure parts a figure as a sentence has it into the number and what stands behind it.
func figure(said string) (number, unit string) {
	number, unit, _ = strings.Cut(said, " ")
	if number == "" || number[0] < '0' || number[0] > '9' {
		return "", ""
	}
	return number, unit
}
