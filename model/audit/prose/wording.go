package prose

import (
	"fmt"
	"slices"
	"strconv"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
	"wres/model/stats"
)

// level is that of the intervals by which a claim is judged.
const level = 0.95

// wording notes what is said in a way that figures do not bear: no note says that a figure
// is wrong.
func (r *reader) wording(s *sentence, whole phrase.Scope) {
	r.timesMore(s)
	r.significance(s, whole)
	r.fewPeople(s)
}

// timesMore notes "2.45 times more likely", and a ratio with a per cent sign.
func (r *reader) timesMore(s *sentence) {
	for i := range s.Tokens {
		u := s.found[i]
		if u == nil || u.Unit != phrase.Times || u.fate == Others {
			continue
		}
		m := s.MarkAt[min(i+2, len(s.Tokens)-1)]
		if m < 0 || s.Marks[m].Kind != phrase.OfSide || !s.Marks[m].Likely || s.Marks[m].Way == phrase.Alike {
			continue
		}
		n := s.Tokens[i].Number
		more, side := "likely", s.Marks[m]
		says := fmt.Sprintf("%s times as likely is meant: that is %s%% more likely.", n.String(), strconv.FormatFloat((n.Float()-1)*100, 'f', max(0, n.Decimals-2), 64))
		if side.Way == phrase.Down || n.Value < phrase.One {
			says = "A ratio says how many times as likely; what is so many times less likely can be read in two ways."
		}
		r.find(s, finding.Finding{
			Kind: finding.Wording, Severity: finding.Note, At: u.at, Where: r.where(orHeading(u.at, s)), Printed: s.Words(i, side.To), Computed: n.String() + " times as " + more, Says: says,
		})
	}
}

// orHeading gives a key, with the indicator of the heading where it has none.
func orHeading(k document.Key, s *sentence) document.Key {
	if k.Indicator == "" {
		k.Indicator = s.Indicator
	}
	return k
}

// significance notes "significant" of a rate, a share or a gap, where no test is told. The
// people of a workforce are counted, and no sample.
func (r *reader) significance(s *sentence, whole phrase.Scope) {
	if r.tested || s.Heading || whole.Others && !s.Has(phrase.OfOwn, 0, len(s.Tokens)) {
		return
	}
	for _, m := range s.Marks {
		if m.Kind != phrase.OfSignified {
			continue
		}
		w := s.windowOf(m.From)
		sc := r.placed(s, s.ScopeOf(w.Lo, w.Hi), phrase.Scope{})
		if len(w.Anchors) == 0 && !slices.Contains(sc.Roles, phrase.AsGap) || sc.Aim || len(sc.Roles) == 0 || slices.Contains(sc.Roles, phrase.AsNumber) {
			continue
		}
		k := document.Key{}
		if len(sc.Indicators) == 1 {
			k.Indicator = sc.Indicators[0]
		}
		if len(sc.Groups) == 1 {
			k.Group = sc.Groups[0]
		}
		r.find(s, finding.Finding{
			Kind: finding.Significant, Severity: finding.Note, At: k, Printed: s.claim(w, m), Computed: "no test is told",
			Says: "No test stands beside the word: without the number of people no reader can tell whether the difference is more than chance.",
		})
		return
	}
}

// fewPeople notes a share that rests on a few people.
func (r *reader) fewPeople(s *sentence) {
	for i := range s.Tokens {
		u := s.found[i]
		if u == nil || u.fate != Cell || u.Unit != phrase.Percents || u.at.Indicator == "" || u.How == phrase.Ranging {
			continue
		}
		behind := r.cells.Counts(u.at, u.at.Year)
		if len(behind) == 0 {
			behind = r.cells.PrintedShare(u.at)
		}
		if len(behind) != 1 || behind[0].Events == 0 || behind[0].Events >= series.Fewest {
			continue
		}
		c := behind[0]
		of := fmt.Sprintf("%d people", c.Events)
		if c.Events == 1 {
			of = "one person"
		}
		says := "It is " + of + "."
		if iv, err := stats.Wilson(c, level); err == nil && c.AtRisk > 0 {
			says = fmt.Sprintf("It is %s of %d: figures from %.1f%% to %.1f%% are compatible with it (95%% Wilson interval).", of, c.AtRisk, iv.Lower*100, iv.Upper*100)
		}
		r.find(s, finding.Finding{
			Kind: finding.Unsupported, Severity: finding.Note, At: u.at, Printed: s.Words(i, i+1), Computed: fmt.Sprintf("%d of %d", c.Events, c.AtRisk), Says: says,
		})
	}
}

// bears notes "more likely" where the interval of the ratio holds 1.
func (r *reader) bears(s *sentence, w phrase.Window, m phrase.Mark, subject, object string, a series.Apart) {
	top, bottom := r.cells.RateCounts(a.Key, subject), r.cells.RateCounts(a.Key, object)
	if top == nil || bottom == nil || m.Way == phrase.Alike {
		return
	}
	iv, err := stats.Koopman(*top, *bottom, level)
	if err != nil || !iv.Contains(1) {
		return
	}
	r.find(s, finding.Finding{
		Kind: finding.Unsupported, Severity: finding.Note, At: a.Key, Printed: s.claim(w, m), Computed: "no clear difference",
		Says: fmt.Sprintf("%d of %d against %d of %d: a ratio of 1 lies within the 95%% interval (%.2f to %.2f).", top.Events, top.AtRisk, bottom.Events, bottom.AtRisk, iv.Lower, iv.Upper),
	})
}

// moves that a gap made are noted where the interval of the ratio of ratios holds 1.
func (r *reader) gapBears(s *sentence, w phrase.Window, m phrase.Mark, st series.Step) {
	if !st.Ratio {
		return
	}
	at := func(y model.Year, group string) *stats.Count {
		k := st.Key
		k.Year = y
		return r.cells.RateCounts(k, group)
	}
	top, bottom := series.TopOf(st.Key), series.BottomOf(st.Key)
	newA, newB, oldA, oldB := at(st.To, top), at(st.To, bottom), at(st.From, top), at(st.From, bottom)
	if newA == nil || newB == nil || oldA == nil || oldB == nil {
		return
	}
	change, err := stats.RatioOfRatios(*newA, *newB, *oldA, *oldB, level)
	if err != nil || change.Interval == nil || !change.Interval.Contains(1) {
		return
	}
	r.find(s, finding.Finding{
		Kind: finding.Unsupported, Severity: finding.Note, At: st.Key, Printed: s.claim(w, m), Computed: "not distinguishable from no change",
		Says: fmt.Sprintf("The ratio of %s over that of %s is %.2f, with 1 inside its 95%% interval (%.2f to %.2f; p %.2f): chance alone can do as much.", st.To, st.From, change.Value, change.Interval.Lower, change.Interval.Upper, change.P),
	})
}
