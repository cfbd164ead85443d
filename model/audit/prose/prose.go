// Package prose sets what a report says in its sentences beside the figures of its tables.
//
// Place in the flow: a document goes in; findings come out, and of every number of a
// sentence what became of it. loaders/reporttext or document.Published made the document,
// and model/audit puts the findings in order with those of the tables.
//
// Package phrase parts a sentence into clauses, and each says one thing: a direction ("has
// increased"), one group above another ("more likely"), or that something is new. The words
// around it say of what; what they leave open leaves several readings, as series of the
// tables (cells.go). A claim is wrong only where no reading that can be checked
// agrees with it, so that what is said loosely is never held against a report. The words are
// its tables; the indicators, their shapes and which way is better are those of
// indicator.Catalogue.
package prose

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// Fate is what became of a number of a sentence.
type Fate string

// The fates of a number. Left is one that was matched to nothing.
const (
	Cell   Fate = "cell"   // it is a figure of the tables, or stands against one
	Change Fate = "change" // it is a change or a difference of such figures, or stands against it
	Others Fate = "others" // it is of other organisations
	Aim    Fate = "aim"    // it is a target, or a condition
	Name   Fate = "name"   // it names something: a year, a band, a page, a span of months
	Left   Fate = "left"
)

// Number is a number of a sentence as it is printed, and the figure that it was set
// beside; no figure where Fate is neither Cell nor Change.
type Number struct {
	Text string
	Fate Fate
	At   document.Key
}

// Read is a sentence, by its place in the document, and its numbers in order. Claims is how
// many things it says that were set beside figures.
type Read struct {
	Sentence, Line int
	Numbers        []Number
	Claims         int
}

// Result is what was found, in order of line, and every sentence that has a number or says
// something.
type Result struct {
	Findings  []finding.Finding
	Sentences []Read
}

// Find sets the sentences of a document beside its figures. Hidden may be nil.
func Find(d *document.Document, hidden series.Hidden) Result {
	r := &reader{doc: d, cells: series.Arrange(d), latest: d.Latest(), words: phrase.Common().With(d.Terms.BME, d.Terms.Organisation)}
	r.cells.Hidden = hidden
	var all []*sentence
	for _, of := range d.Sentences {
		s := r.parse(of)
		r.tested = r.tested || s.Has(phrase.OfTest, 0, len(s.Tokens)) || strings.Contains(strings.ToLower(of.Text), "statistically")
		all = append(all, s)
	}
	for i, s := range all {
		r.read(s)
		if said := s.account(i); len(said.Numbers) > 0 || r.claims > 0 {
			said.Claims = r.claims
			r.result.Sentences = append(r.result.Sentences, said)
		}
		r.last = s
	}
	slices.SortStableFunc(r.result.Findings, func(a, b finding.Finding) int { return a.Line - b.Line })
	return r.result
}

// said is a number of a sentence, and what became of it.
type said struct {
	phrase.Use
	fate Fate
	at   document.Key
}

// read makes a sentence of the document's, with each number still to be matched.
func (r *reader) parse(of document.Sentence) *sentence {
	s := &sentence{Sentence: r.words.Parse(of), found: map[int]*said{}}
	for i, u := range s.Kinds {
		fate := Left
		switch {
		case u.Part:
			fate = Cell
		case u.How == phrase.Naming:
			fate = Name
		}
		s.found[i] = &said{Use: u, fate: fate}
	}
	return s
}

// sentence is one of the document's, taken apart, and what became of its numbers by token.
type sentence struct {
	*phrase.Sentence
	found map[int]*said
}

// reader goes through the sentences of one document.
type reader struct {
	doc    *document.Document
	cells  *series.Cells
	words  *phrase.Lexicon
	latest model.Year
	last   *sentence    // the one before
	lasts  phrase.Scope // what that spoke of
	claims int          // of the sentence in hand
	first  int          // its first finding
	tested bool         // the report tells of a test: its "significant" may be that of the test
	result Result
}

// read checks one sentence.
func (r *reader) read(s *sentence) {
	r.claims, r.first = 0, len(r.result.Findings)
	if r.cells.Latest = r.latest; s.Year != 0 {
		r.cells.Latest = s.Year
	}
	if s.Long || r.cells.CountsAsYears(s.Years(0, len(s.Tokens))) {
		r.lasts = phrase.Scope{}
		return
	}
	whole := s.ScopeOf(0, len(s.Tokens))
	ahead := s.ahead(r.cells.Latest)
	before := phrase.Scope{}
	if !s.Heading && r.last != nil && !r.last.Heading && r.last.Line == s.Line {
		before = r.lasts
	}
	whole = r.placed(s, whole, before)
	var said phrase.Scope // of the clause before
	for n, w := range s.Windows {
		sc := s.ScopeOf(w.Lo, w.Hi)
		if n > 0 && s.follows(w, sc) {
			sc.Inherit(said)
		}
		sc = r.placed(s, sc, before)
		if len(sc.Years) == 0 && len(sc.Back) == 0 {
			sc.Years, sc.Back, sc.Since = whole.Years, whole.Back, whole.Since
		}
		sc.Aim = sc.Aim || ahead
		r.window(s, w, sc, whole)
		said = sc
	}
	r.numbers(s, whole)
	if !whole.Narrow && !whole.Others {
		r.siblings(s)
	}
	r.wording(s, whole)
	r.lasts = whole
}

// ahead reports whether a sentence names a year behind the latest: it speaks of a plan, or of
// figures that the tables have not.
func (s *sentence) ahead(latest model.Year) bool {
	return slices.ContainsFunc(s.Tokens, func(t phrase.Token) bool { return t.Year > latest })
}

// follows reports whether a clause without a measure of its own goes on with the one
// before: it has a number, or names the figure only.
func (s *sentence) follows(w phrase.Window, sc phrase.Scope) bool {
	if len(sc.Indicators) > 0 {
		return false
	}
	for i := w.Lo; i < w.Hi; i++ {
		if s.Tokens[i].Number != nil && s.Kinds[i].How != phrase.Naming {
			return true
		}
	}
	return len(sc.Roles) > 0 && !sc.People
}

// placed says of a scope without an indicator which it is: the share of a group of staff is
// that of the workforce, and otherwise the heading above tells. One that leaves several open
// is told by the sentence before, on the same line.
func (r *reader) placed(s *sentence, sc, before phrase.Scope) phrase.Scope {
	if len(before.Indicators) == 1 && sc.Shared() && slices.Contains(sc.Indicators, before.Indicators[0]) {
		sc.Indicators = before.Indicators
	}
	if len(sc.Indicators) == 0 && s.Indicator != "" {
		sc.Indicators = []string{s.Indicator}
	}
	if len(sc.Indicators) == 0 || !sc.Named && s.Indicator != "1" {
		if !sc.Named && sc.People && len(sc.Groups) > 0 && (len(sc.Roles) > 0 || s.shareOfStaff()) && !s.Unfamiliar() {
			phrase.Add(&sc.Indicators, "1")
		}
		if !sc.Named && slices.Contains(sc.Roles, phrase.AsPresence) {
			phrase.Add(&sc.Indicators, "1")
		}
	}
	return sc
}

// shareOfStaff reports whether a sentence says "28% of staff", and then of which group.
func (s *sentence) shareOfStaff() bool {
	for i, n := range s.found {
		end := s.AfterUnit(i, n.Unit)
		if n.Unit != phrase.Percents || s.WordAt(end) != "of" {
			continue
		}
		for j := end + 1; j < min(len(s.Tokens), end+4); j++ {
			if m := s.MarkAt[j]; m >= 0 && s.Marks[m].Kind == phrase.OfPeople {
				return s.Has(phrase.OfGroup, j, len(s.Tokens))
			}
		}
	}
	return false
}

// where names a figure for a reader.
func (r *reader) where(k document.Key) string { return r.doc.Terms.Where(k) }

// find keeps a finding.
func (r *reader) find(s *sentence, f finding.Finding) {
	f.Line = s.Line
	if f.Where == "" {
		f.Where = r.where(f.At)
	}
	r.result.Findings = append(r.result.Findings, f)
}

// window checks what one clause says.
func (r *reader) window(s *sentence, w phrase.Window, sc, whole phrase.Scope) {
	r.nobody(s, w, sc)
	if len(w.Anchors) == 0 || sc.Others || sc.Aim || s.Heading && len(s.Tokens) > 40 {
		return
	}
	if s.Has(phrase.OfNow, w.Lo, w.Hi) {
		r.contrast(s, w, sc)
		return
	}
	if sc.Narrow {
		return
	}
	ways := map[phrase.Way]bool{}
	for _, a := range w.Anchors {
		ways[s.Marks[a].Way] = true
	}
	if len(ways) > 1 {
		return // which word goes with which thing is not told
	}
	m := s.Marks[w.Anchors[0]]
	if m.Kind == phrase.OfSide {
		r.side(s, w, m, sc)
		return
	}
	r.move(s, w, m, sc)
}
