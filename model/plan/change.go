package plan

import (
	"errors"

	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// judgement is what a test says of the change between two figures.
type judgement struct {
	clear bool
	same  bool   // many of the same people are counted in both
	few   bool   // nothing clear can be said of these counts
	why   string // why nothing can be said; "" where something can
}

// words says the judgement as the end of a sentence. Side says which way a clear
// change went, " for the better", or is "".
func (j judgement) words(side string) string {
	switch {
	case j.why != "":
		return j.why
	case !j.clear:
		return "no significant change"
	case j.same:
		return "a significant change" + side + ", though many of the same people may be counted in both"
	}
	return "a significant change" + side
}

// judge tests the change between the baseline and the latest figure, from the
// counts of both where it can.
func (p *appraisal) judge(then, now stats.Estimate) judgement {
	switch {
	case p.settings.Rounded > 0:
		return judgement{why: "whether that is a change " + string(judge.Rounded)}
	case p.Now.Of.Ratio():
		return p.judgeRatio()
	case p.share || p.Now.Of == indicator.BMEShare:
		return p.judgeShare()
	}
	return p.judgeGap(then, now)
}

// judgeRatio tests the ratio of the two ratios.
func (p *appraisal) judgeRatio() judgement {
	var counts []stats.Count
	for _, e := range []*Evidence{p.Now, p.Baseline} {
		for _, s := range e.Sides {
			c, ok := s.count()
			if !ok {
				return judgement{why: "a group's people are not known, so the change cannot be tested"}
			}
			counts = append(counts, c)
		}
	}
	if len(counts) != 4 {
		return judgement{why: "the counts behind the earlier figure are not kept, so the change cannot be tested"}
	}
	step, err := judge.For(p.settings).RatioStep([2]stats.Count{counts[0], counts[1]}, [2]stats.Count{counts[2], counts[3]})
	switch {
	case errors.Is(err, stats.ErrNoEvents):
		return judgement{few: true, why: "too few to judge, with no events in a group"}
	case err != nil:
		return judgement{why: "the change cannot be tested: " + err.Error()}
	}
	return judged(step)
}

// amongDeclared is the verdict on a change of the share of all staff, if it holds among
// those whose ethnicity is known too, as far as the figures of both years are there; hidden
// where a view does not tell how many these are.
func (p *appraisal) amongDeclared(all judge.Verdict) (v judge.Verdict, hidden bool) {
	now, then := p.series.Figure(p.Now.Year), p.series.Figure(p.Baseline.Year)
	if now == nil || then == nil {
		return all, false
	}
	declared := [2]stats.Count{now.DeclaredBME(), then.DeclaredBME()}
	b := p.Now.Bands
	if b != (Bands{}) {
		_, inNow, err := b.counts(now)
		_, inThen, wrong := b.counts(then)
		if err != nil || wrong != nil {
			return all, false
		}
		declared = [2]stats.Count{inNow, inThen}
	}
	if b.untold(now) || b.untold(then) {
		return all, true
	}
	known, err := judge.For(p.settings).ShareStep(declared[0], declared[1])
	if err != nil {
		return all, false
	}
	return judge.Agree(all, known.Verdict), false
}

// judged is a step's verdict.
func judged(s judge.Step) judgement {
	switch {
	case s.Verdict.Unjudged():
		return judgement{few: true, why: "too few to judge the change"}
	case s.Verdict == judge.CannotTell:
		return judgement{few: true, why: "whether it changed cannot be told, because it hangs on the staff whose ethnicity is not known"}
	}
	return judgement{clear: s.Verdict.Clear()}
}

// judgeShare tests the two shares for equality.
func (p *appraisal) judgeShare() judgement {
	if len(p.Now.Sides) == 0 || len(p.Baseline.Sides) == 0 {
		return judgement{why: "the counts behind the earlier figure are not kept, so the change cannot be tested"}
	}
	now, okNow := p.Now.Sides[0].count()
	then, okThen := p.Baseline.Sides[0].count()
	if !okNow || !okThen {
		return judgement{why: "the number of people asked is not known, so the change cannot be tested"}
	}
	step, err := judge.For(p.settings).ShareStep(now, then)
	if err != nil {
		return judgement{why: "the change cannot be tested: " + err.Error()}
	}
	if step.Verdict == judge.NotTestable { // nobody or everybody in both years
		return judgement{same: true}
	}
	if p.Now.Of == indicator.BMEShare {
		hidden := false
		if step.Verdict, hidden = p.amongDeclared(step.Verdict); hidden {
			return judgement{why: "whether it changed rests on counts that are hidden to protect people " + words.HiddenMark}
		}
	}
	j := judged(step)
	j.same = true
	return j
}

// judgeGap looks whether the interval of the change of a gap leaves out 0.
func (p *appraisal) judgeGap(then, now stats.Estimate) judgement {
	step := judge.GapStep(now, then)
	if step.Interval == nil {
		return judgement{why: "the number of people behind a figure is not known, so the change cannot be tested"}
	}
	for _, e := range []*Evidence{p.Now, p.Baseline} {
		if f := p.series.Figure(e.Year); f != nil && f.Verdict.Unjudged() {
			step.Verdict = judge.TooFew
		}
	}
	j := judged(step)
	j.same = true
	return j
}
