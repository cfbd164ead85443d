package prose

import (
	"fmt"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
)

// siblings finds numbers that are wrong beside one that is right: of "from 1.50 to 1.30", of
// "2,000 (50%)".
func (r *reader) siblings(s *sentence) {
	for i := range s.Tokens {
		u := s.found[i]
		if u == nil || u.fate != Cell || u.at.Indicator == "" {
			continue
		}
		switch {
		case u.How == phrase.Starting:
			if j := s.endOf(i); j > 0 {
				r.besideFrom(s, i, j)
			}
		case u.Unit == phrase.NoUnit && i+2 < len(s.Tokens) && s.Tokens[i+1].Sign == '(' && s.Kinds[i+2].Unit == phrase.Percents:
			r.besideCount(s, u.at, i+2)
		case u.Unit == phrase.Percents && i > 1 && s.Tokens[i-1].Sign == '(' && s.Tokens[i-2].Number != nil:
			r.besideShare(s, u.at, i-2)
		}
	}
}

// endOf finds the number that a number behind "from" leads to.
func (s *sentence) endOf(i int) int {
	for j := i + 1; j < min(len(s.Tokens), i+8); j++ {
		if s.Tokens[j].Number != nil {
			if s.Kinds[j].How == phrase.Ending && s.Kinds[j].Unit == s.Kinds[i].Unit {
				return j
			}
			return 0
		}
	}
	return 0
}

// besideFrom checks the end of a change whose beginning is a figure: it must be one of the
// same series. Where a year is named that the series has not, it may be that of the year.
func (r *reader) besideFrom(s *sentence, i, j int) {
	from, to := s.found[i], s.found[j]
	k := from.at
	k.Year = 0
	se := r.cells.series[k]
	if to.fate != Left || se == nil {
		return
	}
	if s.otherYears(se) {
		return
	}
	years := se.years()
	last := years[len(years)-1]
	if last == from.at.Year {
		return
	}
	r.wrongSibling(s, j, se, last)
}

// besideCount checks the percentage behind a count that is a figure.
func (r *reader) besideCount(s *sentence, count document.Key, j int) {
	if s.found[j].fate != Left {
		return
	}
	for _, se := range r.cells.order {
		events, _, ok := countsOf(se.key)
		at := count
		at.Year = 0
		if ok && events == at && r.cells.nearly(s.Tokens[j].Number.Amount, se, count) {
			r.wrongSibling(s, j, se, count.Year)
			return
		}
	}
}

// besideShare checks the count before a percentage that is a figure.
func (r *reader) besideShare(s *sentence, share document.Key, j int) {
	events, _, ok := countsOf(share)
	events.Year = 0
	se := r.cells.series[events]
	if s.found[j].fate == Left && ok && se != nil && r.cells.nearly(s.Tokens[j].Number.Amount, se, share) {
		r.wrongSibling(s, j, se, share.Year)
	}
}

// wrongSibling keeps the finding of a number that is another than that of a series and year.
func (r *reader) wrongSibling(s *sentence, j int, se *series, year model.Year) {
	found := se.at(year)
	u := s.found[j]
	if len(found) != 1 || u.How == phrase.Ranging || u.How == phrase.Naming {
		return
	}
	u.fate, u.at = Cell, se.key
	u.at.Year = year
	r.find(s, finding.Finding{
		Kind: finding.Number, Severity: finding.Value, At: u.at, Printed: s.Words(j, j+1), Computed: found[0].printed,
		Says: fmt.Sprintf("The tables have %s (%s).", found[0].printed, r.where(u.at)),
	})
}
