package indicator

import (
	"wres/model"
	"wres/model/judge"
	"wres/model/stats"
)

// Looks is how many comparisons the findings of a year rest on. The more are made, the
// more are clear by chance alone.
type Looks struct {
	Made      int
	ByChance  float64  // of them would be clear, were there no differences at all
	Headlines int      // indicators whose headline was tested
	StayClear []string // those that stay clear with all headlines taken together
}

// Looks counts the comparisons of a year: headlines, the bands and the clusters of each
// staff category as one each, trends over bands, and changes since the year before.
func (r *Results) Looks(y model.Year) Looks {
	var l Looks
	for i := range r.Series {
		s := &r.Series[i]
		f := s.Figure(y)
		if f == nil || f.State != model.Reported {
			continue
		}
		if f.Test != nil || f.Lot != nil {
			l.Made++
		}
		l.Made += families(f.Bands) + families(f.Clusters) + len(f.Trends)
		for _, c := range s.ChangesTo(y) {
			if c.Verdict != judge.NoVerdict && !c.Verdict.Unjudged() {
				l.Made++
			}
		}
		if f.HolmP != nil {
			l.Headlines++
		}
		if f.StaysClear {
			l.StayClear = append(l.StayClear, s.Indicator.ID)
		}
	}
	l.ByChance = float64(l.Made) * judge.For(r.Settings).Alpha()
	return l
}

// families counts the staff categories of which rows were tested.
func families(rows []BandRow) int {
	tested := map[model.StaffCategory]bool{}
	for _, row := range rows {
		if row.AdjustedP != nil {
			tested[row.Category] = true
		}
	}
	return len(tested)
}

// takeTogether adjusts the p values of a year's headlines by Holm's method over all of
// them, and marks those that stay clear.
func (r *Results) takeTogether(y model.Year) {
	var of []*Figure
	var all []float64
	for i := range r.Series {
		if f := r.Series[i].Figure(y); f != nil && f.Incomplete == nil {
			if p, tested := f.headlineP(); tested {
				of, all = append(of, f), append(all, p)
			}
		}
	}
	for i, p := range stats.Holm(all) {
		of[i].HolmP = &p
		of[i].StaysClear = p < judge.For(r.Settings).Alpha()
	}
}

// headlineP gives the p value of a figure's headline: 1 where nothing may be said. That
// of the bands is the least of any that was judged, times the staff categories.
func (f *Figure) headlineP() (p float64, tested bool) {
	switch {
	case f.Verdict.Unjudged():
		return 1, f.Verdict == judge.TooFew && (f.Test != nil || f.Lot != nil)
	case f.Lot != nil:
		return f.Lot.MidP, true
	case f.Test != nil && f.Test.Method == stats.TestPearsonAndMidP:
		return max(f.Test.P, f.Test.MidP), true
	case f.Test != nil:
		return f.Test.P, true
	}
	p = 1
	for _, row := range f.Bands {
		if row.Verdict.Clear() || row.Verdict == judge.NoClear {
			p = min(p, *row.AdjustedP*float64(families(f.Bands)))
		}
	}
	return p, families(f.Bands) > 0
}
