// Package findings says what an organisation's figures of a year come to: results and an
// action plan go in, one ordered list of findings comes out. Every screen, page and file
// that says what is clear, what cannot be told and what has no action reads this list, so
// that no two of them can say different things.
package findings

import (
	"cmp"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
)

// Finding is one thing that the figures of a year say, or do not say.
type Finding struct {
	Kind
	About
	Year     model.Year
	Name     string // what it is about: "Appointed from shortlist"
	Verdict  string // in a few words, with its direction: "White applicants more likely"
	Told     words.Told
	Sentence string // all that is told, one paragraph
	Figure   string // the year's figure with the counts behind it: "ratio 2.45: White 144 of 427, BME 51 of 371"
	Needs    string // what would tell it, or give the figures, as a clause; "": nothing known
	Wanting  string // the thing itself of Needs: "the number of respondents"
	// Uncounted are the groups that no row counts, and without which there is no figure:
	// Wanting says where they belong.
	Uncounted []model.Group
	Note      string  // what the extract notes of the figures: "illustrative"
	Values    []Value // of each year of the results, oldest first
	// Actions are those of the plan that answer it, in the plan's order.
	Actions []plan.Action

	stays bool // clear with all headlines taken together
}

// About is what a finding is about. The zero Topic is the indicator as a whole.
type About struct {
	Indicator *indicator.Indicator
	Topic     Topic
	Category  model.StaffCategory // of bands
	Bands     plan.Bands          // the first to the last of them; zero: it is about no bands
	Since     model.Year          // of what is about a change: the year before; else 0
}

// Topic is the part of an indicator that a finding is about.
type Topic uint8

// The topics.
const (
	Whole  Topic = iota
	Bands        // the pay bands of a staff category
	Senior       // its bands 8c and above, of which more is said than of the others
	Change       // the change since an earlier year
)

// Key names what a finding is about, the same in each year: "1/non-clinical/bands".
func (a About) Key() string {
	switch a.Topic {
	case Bands, Senior:
		return a.Indicator.ID + "/" + cmp.Or(a.Category.String(), "all") + "/bands"
	case Change:
		return a.Indicator.ID + "/change"
	}
	return a.Indicator.ID
}

// NameOf names what a finding of a key is about, in a list that it is in no longer: "1
// Pay bands, clinical staff"; "" where a key is of no finding.
func NameOf(w words.Voice, key string) string {
	id, of, _ := strings.Cut(key, "/")
	all := indicator.Catalogue()
	at := slices.IndexFunc(all, func(ind *indicator.Indicator) bool { return ind.ID == id })
	if at < 0 {
		return ""
	}
	name := id + " " + w.Name(all[at])
	category, bands := strings.CutSuffix(of, "/bands")
	switch {
	case of == "change":
		return name + ", the change"
	case bands && category == "all":
		return id + " Pay bands"
	case bands:
		return id + " Pay bands, " + category + " staff"
	}
	return name
}

// Value is what a finding is about in one year.
type Value struct {
	Year  model.Year
	Text  string   // "2.45", "−4.9"; the words for why there is none
	Words string   // as a sentence has it: "4.9 percentage points lower"
	Value *float64 // a ratio, or a fraction of 1; nil: there is none
	Few   bool     // Text has the counts, of too few people for a percentage
}

// Of gives the findings of a year in the order in which they are told: what is clear
// first, and in each kind by indicator; of what is clear that first which stays so with
// all headlines taken together, and that last whose figures are noted as illustrative.
func Of(r *indicator.Results, y model.Year, actions []plan.Action) []Finding {
	return of(r, r.Series, y, actions)
}

// OfIndicator gives those of a year on one indicator, in the same order.
func OfIndicator(r *indicator.Results, id string, y model.Year, actions []plan.Action) []Finding {
	at := slices.IndexFunc(r.Series, func(s indicator.Series) bool { return s.Indicator.ID == id })
	if at < 0 {
		return nil
	}
	return of(r, r.Series[at:at+1], y, actions)
}

// of gives the findings on some of the series of results.
func of(r *indicator.Results, series []indicator.Series, y model.Year, actions []plan.Action) []Finding {
	g := gatherer{words.For(r.Settings), r, r.Looks(y)}
	var all []Finding
	for i := range series {
		s := &series[i]
		if f := s.Figure(y); f != nil {
			all = append(all, g.ofSeries(s, f)...)
		}
	}
	for i := range all {
		f := &all[i]
		f.Year = y
		f.Actions = slices.DeleteFunc(slices.Clone(actions), func(a plan.Action) bool { return !a.Answers(f.Indicator.ID, f.Bands) })
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.rank(), b.rank()))
	})
	return all
}

// rank orders what is clear.
func (f *Finding) rank() int {
	switch {
	case f.Kind != Clear:
		return 0
	case f.Note != "":
		return 2
	case f.stays:
		return 0
	}
	return 1
}

// In gives the findings of a kind.
func In(all []Finding, k Kind) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { return f.Kind != k })
}

// Open gives the actions that answer a finding and are neither done nor given up.
func (f *Finding) Open() []plan.Action {
	return slices.DeleteFunc(slices.Clone(f.Actions), plan.Action.Closed)
}

// need is what would tell a finding: the thing itself, and the rest of the clause.
type need struct{ what, more string }

// tell sets what is told.
func (f *Finding) tell(t words.Told) { f.Told, f.Sentence = t, t.All() }

// wants sets what would tell a finding.
func (f *Finding) wants(n need) { f.Wanting, f.Needs = n.what, n.what+n.more }

// Sentences says findings, each with the number of its indicator.
func Sentences(all []Finding) []string {
	var said []string
	for _, f := range all {
		said = append(said, "Indicator "+f.Indicator.ID+": "+f.Sentence)
	}
	return said
}
