package quotes

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/disclosure/people"
	"wres/model/indicator"
)

// Share is a count of people and the whole that it is of, of which the view hides one.
type Share struct {
	N, Of     int
	Indicator string // its ID
	Year      model.Year
}

// hidden are shares that a view hides.
type hidden []Share

// hiddenShares lists the shares that stand in the full figures and not in the view.
func hiddenShares(full, view *indicator.Results) []Share {
	var all []Share
	for i := range full.Series {
		for j := range full.Series[i].Figures {
			f := &full.Series[i].Figures[j]
			shown := map[string]counted{}
			for _, c := range countsOf(&view.Series[i].Figures[j]) {
				shown[c.name] = c
			}
			for _, c := range countsOf(f) {
				if v := shown[c.name]; c.known() && !(v.known() && *v.n == *c.n && *v.of == *c.of) {
					all = append(all, Share{*c.n, *c.of, full.Series[i].Indicator.ID, f.Year})
				}
			}
		}
	}
	return all
}

// counted is a number of people and all that it is of; nil where they are not known.
type counted struct {
	name  string
	n, of *int
}

func (c counted) known() bool { return c.n != nil && c.of != nil && *c.of > 0 }

// countsOf lists the counts of which a figure gives shares, each under a name of its own.
func countsOf(f *indicator.Figure) []counted {
	var all []counted
	for g, of := range f.Groups {
		all = append(all, counted{fmt.Sprint("group ", g), of.Events, of.AtRisk})
	}
	for kind, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior, f.Categories} {
		for i := range rows {
			all = append(all, counted{fmt.Sprint("row ", kind, i), rows[i].Counts[model.BME], rows[i].Staff()})
		}
	}
	for i := range f.Board {
		all = append(all, counted{fmt.Sprint("board ", i), f.Board[i].Counts[model.BME], f.Board[i].Total})
	}
	for _, p := range f.Parts { // which a view may have in another order
		for g, of := range p.Groups {
			all = append(all, counted{fmt.Sprint("part ", p.Campaign, p.Without, p.Internal, g), of.Events, of.AtRisk})
		}
	}
	return all
}

// share gives the hidden share that a token is, of the indicators that its text is about,
// and where its words end: "6.67%", "10 per cent", "1/15".
func (h hidden) share(t Text, s people.Sentence, at int) (share *Share, end int) {
	word, end := s.Tokens[at].Text, at+1
	switch next := s.Word(at + 1); {
	case next == "percent":
		word, end = word+"%", at+2
	case next == "per" && s.Word(at+2) == "cent":
		word, end = word+"%", at+3
	}
	says := sayingOf(word)
	if says == nil || t.Goal {
		return nil, at
	}
	for i := range h {
		of := &h[i]
		if of.uniform() && (len(t.About) == 0 || !strings.HasSuffix(word, "%")) {
			continue // 0% is said of much else, and "0/8" is found as a whole
		}
		if t.isAbout(of) && says(of.N, of.Of) {
			return of, end
		}
	}
	return nil, at
}

// uniform reports whether a share is of nobody or of all.
func (s *Share) uniform() bool { return s.N == 0 || s.N == s.Of }

// isAbout reports whether a text may be about the indicator of a share.
func (t Text) isAbout(s *Share) bool {
	return len(t.About) == 0 || slices.Contains(t.About, s.Indicator)
}

// whole gives the hidden share of which words that begin at a token say that it is nobody or
// all, and where they end. All of a row are of a group also where nobody is of the other.
func (h hidden) whole(f people.Finder, t Text, s people.Sentence, at int) (share *Share, end int) {
	w, end := f.WholeAt(s, at)
	if end == at || t.Goal && !w.None {
		return nil, at
	}
	for i := range h {
		if of := &h[i]; of.Of == w.Of && of.uniform() && (of.N == 0 || !w.None) && t.isAbout(of) {
			return of, end
		}
	}
	return nil, at
}

// sayingOf gives what tells whether a word says a count of a whole: "1/15" does, and a
// percentage that is that of no other count; nil where the word says no share.
func sayingOf(word string) func(n, of int) bool {
	if part, whole, is := strings.Cut(word, "/"); is {
		a, wrong := strconv.Atoi(part)
		b, alsoWrong := strconv.Atoi(whole)
		if wrong != nil || alsoWrong != nil {
			return nil
		}
		return func(n, of int) bool { return n == a && of == b }
	}
	printed, ok := model.ParsePrinted(word)
	if !ok || !printed.Percent {
		return nil
	}
	rounds := func(n, of int) bool { return printed.Rounds(big.NewRat(int64(100*n), int64(of))) }
	return func(n, of int) bool { return rounds(n, of) && !rounds(n-1, of) && !rounds(n+1, of) }
}
