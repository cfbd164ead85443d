package prose

import (
	"fmt"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// siblings finds numbers that are wrong beside one that is right: of "from 1.50 to 1.30", of
// "2,000 (50%)".
func (r *reader) siblings(s *sentence) { beside{r, s}.find() }

// beside is a sentence whose numbers are held beside each other.
type beside struct {
	r *reader
	s *sentence
}

func (b beside) find() {
	s := b.s
	for i := range s.Tokens {
		u := s.found[i]
		if u == nil || u.fate != Cell || u.at.Indicator == "" {
			continue
		}
		switch {
		case u.How == phrase.Starting:
			if j := b.endOf(i); j > 0 {
				b.from(i, j)
			}
		case u.Unit == phrase.NoUnit && i+2 < len(s.Tokens) && s.Tokens[i+1].Sign == '(' && s.Kinds[i+2].Unit == phrase.Percents:
			b.count(u.at, i+2)
		case u.Unit == phrase.Percents && i > 1 && s.Tokens[i-1].Sign == '(' && s.Tokens[i-2].Number != nil:
			b.share(u.at, i-2)
		}
	}
}

// endOf finds the number that a number behind "from" leads to.
func (b beside) endOf(i int) int {
	s := b.s
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

// from checks the end of a change whose beginning is a figure: it must be one of the
// same series. Where a year is named that the series has not, it may be that of the year.
func (b beside) from(i, j int) {
	from, to := b.s.found[i], b.s.found[j]
	k := from.at
	k.Year = 0
	se := b.r.cells.Series[k]
	if to.fate != Left || se == nil {
		return
	}
	if b.s.otherYears(se) {
		return
	}
	years := se.Years()
	last := years[len(years)-1]
	if last == from.at.Year {
		return
	}
	b.wrong(j, se, last)
}

// count checks the percentage behind a count that is a figure.
func (b beside) count(count document.Key, j int) {
	if b.s.found[j].fate != Left {
		return
	}
	for _, se := range b.r.cells.Order {
		events, _, ok := series.CountsOf(se.Key)
		at := count
		at.Year = 0
		if ok && events == at && b.r.cells.Nearly(b.s.Tokens[j].Number.Amount, se, count) {
			b.wrong(j, se, count.Year)
			return
		}
	}
}

// share checks the count before a percentage that is a figure.
func (b beside) share(share document.Key, j int) {
	events, _, ok := series.CountsOf(share)
	events.Year = 0
	se := b.r.cells.Series[events]
	if b.s.found[j].fate == Left && ok && se != nil && b.r.cells.Nearly(b.s.Tokens[j].Number.Amount, se, share) {
		b.wrong(j, se, share.Year)
	}
}

// wrong keeps the finding of a number that is another than that of a series and year.
func (b beside) wrong(j int, se *series.Series, year model.Year) {
	found := se.At(year)
	u := b.s.found[j]
	if len(found) != 1 || u.How == phrase.Ranging || u.How == phrase.Naming {
		return
	}
	u.fate, u.at = Cell, se.Key
	u.at.Year = year
	b.r.find(b.s, finding.Finding{
		Kind: finding.Number, Severity: finding.Value, At: u.at, Printed: b.s.Words(j, j+1), Computed: found[0].Printed,
		Says: fmt.Sprintf("The tables have %s (%s).", found[0].Printed, b.r.where(u.at)),
	})
}
