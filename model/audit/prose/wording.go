package prose

import (
	"fmt"
	"slices"
	"strconv"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
	"wres/model/stats"
)

// level is that of the intervals by which a claim is judged.
const level = 0.95

// wording notes what is said in a way that figures do not bear: no note says that a figure
// is wrong.
func (r *reader) wording(s *sentence, whole scope) {
	r.timesMore(s)
	r.significance(s, whole)
	r.fewPeople(s)
}

// timesMore notes "2.45 times more likely", and a ratio with a per cent sign.
func (r *reader) timesMore(s *sentence) {
	for i := range s.tokens {
		u := s.found[i]
		if u == nil || u.unit != times {
			continue
		}
		m := s.markAt[min(i+2, len(s.tokens)-1)]
		if m < 0 || s.marks[m].kind != ofSide || !s.marks[m].likely || s.marks[m].way == alike {
			continue
		}
		n := s.tokens[i].number
		more, side := "likely", s.marks[m]
		says := fmt.Sprintf("%s times as likely is meant: that is %s%% more likely.", n.String(), strconv.FormatFloat((n.float()-1)*100, 'f', max(0, n.decimals-2), 64))
		if side.way == down || n.value < one {
			says = "A ratio says how many times as likely; what is so many times less likely can be read in two ways."
		}
		r.find(s, finding.Finding{
			Kind: finding.Wording, Severity: finding.Note, At: u.at, Where: r.whereOr(u.at, s), Printed: s.text(i, side.to), Computed: n.String() + " times as " + more, Says: says,
		})
	}
}

func (r *reader) whereOr(k document.Key, s *sentence) string {
	if k.Indicator == "" {
		k.Indicator = s.Indicator
	}
	return r.where(k)
}

// significance notes "significant" of a rate, a share or a gap, where no test is told. The
// people of a workforce are counted, and no sample.
func (r *reader) significance(s *sentence, whole scope) {
	if s.has(ofTest, 0, len(s.tokens)) || s.Heading || whole.others && !s.has(ofOwn, 0, len(s.tokens)) {
		return
	}
	for _, m := range s.marks {
		if m.kind != ofSignified {
			continue
		}
		w := s.windowOf(m.from)
		sc := r.placed(s, s.scopeOf(w.lo, w.hi), scope{})
		if len(w.anchors) == 0 && !slices.Contains(sc.roles, asGap) || sc.aim || len(sc.roles) == 0 || slices.Contains(sc.roles, asNumber) {
			continue
		}
		k := document.Key{}
		if len(sc.indicators) == 1 {
			k.Indicator = sc.indicators[0]
		}
		if len(sc.groups) == 1 {
			k.Group = sc.groups[0]
		}
		r.find(s, finding.Finding{
			Kind: finding.Significant, Severity: finding.Note, At: k, Printed: s.claim(w, m), Computed: "no test is told",
			Says: "No test stands beside the word: without the number of people no reader can tell whether the difference is more than chance.",
		})
		return
	}
}

// fewest is how many people a share must rest on.
const fewest = 5

// fewPeople notes a share that rests on a few people.
func (r *reader) fewPeople(s *sentence) {
	for i := range s.tokens {
		u := s.found[i]
		if u == nil || u.fate != Cell || u.unit != percents || u.at.Indicator == "" || u.how == ranging {
			continue
		}
		behind := r.cells.counts(u.at, u.at.Year)
		if len(behind) == 0 {
			behind = r.cells.printedShare(u.at)
		}
		if len(behind) != 1 || behind[0].Events == 0 || behind[0].Events >= fewest {
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
			Kind: finding.Unsupported, Severity: finding.Note, At: u.at, Printed: s.text(i, i+1), Computed: fmt.Sprintf("%d of %d", c.Events, c.AtRisk), Says: says,
		})
	}
}

// printedShare gives the counts of a share of which the events are printed and the whole
// follows: only one whole prints as the share does.
func (t *cells) printedShare(k document.Key) []stats.Count {
	eventsKey, _, ok := countsOf(k)
	events, printed := t.only(eventsKey, k.Year)
	rate, has := t.only(k, k.Year)
	if !ok || !printed || !has || events.value == 0 || events.value >= fewest*one || rate.value <= 0 {
		return nil
	}
	x := int(events.value / one)
	lo, hi := rate.ends()
	from, to := float64(x)*100*one/float64(hi), float64(x)*100*one/float64(max(lo, 1))
	var found []stats.Count
	for n := int(from); n <= int(to)+1 && len(found) < 2; n++ {
		if v := float64(n); v >= from-1e-9 && v <= to+1e-9 && n >= x {
			found = append(found, stats.Count{Events: x, AtRisk: n})
		}
	}
	return found
}

// bears notes "more likely" where the interval of the ratio holds 1.
func (r *reader) bears(s *sentence, w window, m mark, subject, object string, a apart) {
	top, bottom := r.cells.rateCounts(a.key, subject), r.cells.rateCounts(a.key, object)
	if top == nil || bottom == nil || m.way == alike {
		return
	}
	iv, err := stats.Koopman(*top, *bottom, level)
	if err != nil || !iv.Contains(1) {
		return
	}
	r.find(s, finding.Finding{
		Kind: finding.Unsupported, Severity: finding.Note, At: a.key, Printed: s.claim(w, m), Computed: "no clear difference",
		Says: fmt.Sprintf("%d of %d against %d of %d: a ratio of 1 lies within the 95%% interval (%.2f to %.2f).", top.Events, top.AtRisk, bottom.Events, bottom.AtRisk, iv.Lower, iv.Upper),
	})
}

// rateCounts gives the counts of a group's rate, where there is one pair.
func (t *cells) rateCounts(k document.Key, group string) *stats.Count {
	ind := indicator.Lookup(k.Indicator)
	if ind == nil {
		return nil
	}
	k.Group = group
	for _, figure := range []string{"likelihood", "percentage"} {
		k.Figure = figure
		if found := t.counts(k, k.Year); len(found) == 1 {
			return &found[0]
		}
	}
	return nil
}

// moves that a gap made are noted where the interval of the ratio of ratios holds 1.
func (r *reader) gapBears(s *sentence, w window, m mark, st step) {
	if !st.ratio {
		return
	}
	at := func(y model.Year, group string) *stats.Count {
		k := st.key
		k.Year = y
		return r.cells.rateCounts(k, group)
	}
	top, bottom := topOf(st.key), bottomOf(st.key)
	newA, newB, oldA, oldB := at(st.to, top), at(st.to, bottom), at(st.from, top), at(st.from, bottom)
	if newA == nil || newB == nil || oldA == nil || oldB == nil {
		return
	}
	change, err := stats.RatioOfRatios(*newA, *newB, *oldA, *oldB, level)
	if err != nil || change.Interval == nil || !change.Interval.Contains(1) {
		return
	}
	r.find(s, finding.Finding{
		Kind: finding.Unsupported, Severity: finding.Note, At: st.key, Printed: s.claim(w, m), Computed: "not distinguishable from no change",
		Says: fmt.Sprintf("The ratio of %s over that of %s is %.2f, with 1 inside its 95%% interval (%.2f to %.2f; p %.2f): chance alone can do as much.", st.to, st.from, change.Value, change.Interval.Lower, change.Interval.Upper, change.P),
	})
}
