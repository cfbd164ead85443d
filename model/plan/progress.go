package plan

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan/target"
	"wres/model/stats"
	"wres/model/words"
)

// ProgressState says what became of the figure that an action answers.
type ProgressState string

// The states. Chance alone moves every figure a little, so a figure has moved only
// where the change since the baseline is clear.
const (
	TargetMet     ProgressState = "met"
	Moved         ProgressState = "moved" // clearly, for the better
	NoClearChange ProgressState = "no clear change"
	Worse         ProgressState = "worse" // clearly
	NotMeasurable ProgressState = "not measurable"

	// Two that pass for NotMeasurable in a file that programs read: see [ProgressState.Data].
	Early        ProgressState = "early"          // the figure is kept, and no later year is here
	NoFigureKept ProgressState = "no figure kept" // there is nothing to measure a change from
)

// Data is the state in a file that programs read, which has had fewer words from the first.
func (s ProgressState) Data() string {
	if s == Early || s == NoFigureKept {
		s = NotMeasurable
	}
	return string(s)
}

// Progress is what later figures say of an action, for one of its indicators.
type Progress struct {
	Indicator string // "" where the action names none
	State     ProgressState
	Reason    string         // a sentence with both figures, or why there is nothing to say
	Baseline  *Evidence      // nil: none is kept with the action
	Now       *Evidence      // the latest figure after the baseline, not rounded; nil: there is none
	Target    *target.Target // nil: none that could be read, or of another unit
}

// ProgressOf compares each figure that an action answers with the latest one after
// it, one Progress for each of the action's indicators in their order. An action
// that names none has a single one that says so. Beside a publication view it is the
// action as it may be published.
func ProgressOf(a Action, r *indicator.Results) []Progress {
	if r.Publication {
		a, _ = a.Public(r)
	}
	ids := a.IndicatorIDs()
	for _, e := range a.EvidenceFigures() {
		if !slices.Contains(ids, e.Indicator) {
			ids = append(ids, e.Indicator)
		}
	}
	if len(ids) == 0 {
		return []Progress{{State: NoFigureKept, Reason: "The action names no indicator."}}
	}
	all := make([]Progress, len(ids))
	for i, id := range ids {
		all[i] = newAppraisal(a, id, r).progress()
	}
	return all
}

// appraisal is one action's progress in one indicator in the making.
type appraisal struct {
	Progress
	settings model.Settings
	words    words.Voice
	series   *indicator.Series
	unfit    string // why the target is left aside
	share    bool   // the BME share is looked at, and not the gap that it is part of
}

func newAppraisal(a Action, id string, r *indicator.Results) *appraisal {
	p := &appraisal{Progress: Progress{Indicator: id}, settings: r.Settings, words: words.For(r.Settings), series: r.Indicator(id)}
	if e, found := a.evidenceFor(id); found {
		p.Baseline = &e
	}
	if wanted, err := target.Parse(a.Target); err == nil {
		p.Target = &wanted
	} else if wanted.Text != "" {
		p.unfit = fmt.Sprintf("The target “%s” cannot be measured: %s.", wanted.Text, err)
	}
	return p
}

// progress works the state and its reason out.
func (p *appraisal) progress() Progress {
	if p.series == nil {
		return p.none("There is no indicator %s.", p.Indicator)
	}
	if b := p.Baseline; b != nil && (b.Hidden && !given(p.series, b.Year) || b.Year > latest(p.series)) {
		p.Baseline = nil
		return p.none("The figure kept with the action is of %s, a year without figures here.", b.Year)
	}
	if p.Baseline != nil && p.Baseline.Hidden {
		p.Baseline = nil
		return p.none("What the figure was is hidden to protect people %s.", words.HiddenMark)
	}
	if b := p.Baseline; b != nil && early(p.series, b.Year) {
		return p.unsaid(Early, "There are no figures of indicator %s later than %s yet.", p.Indicator, b.Year)
	}
	switch why := p.findNow(); {
	case why != "" && p.Baseline == nil:
		return p.unsaid(NoFigureKept, "%s", why)
	case why != "":
		return p.none("%s", why)
	}
	p.fitTarget()
	now := p.valueOf(*p.Now)
	if p.Baseline == nil {
		return p.withoutBaseline(now)
	}
	then := p.valueOf(*p.Baseline)
	if then == nil || now == nil {
		return p.none("The figures do not hold %s.", p.name())
	}
	if p.Target == nil && p.Now.Of == indicator.BMEShare {
		return p.none("A share of the workforce has no better side by itself: write a target in percent.%s", after(p.unfit))
	}
	return p.compared(*then, *now)
}

// given reports whether a series has figures of a year, or has them withheld.
func given(s *indicator.Series, y model.Year) bool {
	f := s.Figure(y)
	return f != nil && (f.State == model.Reported || f.State == model.Withheld)
}

// early reports whether nothing is known yet of the years after one: a year whose figures
// are withheld, or were not collected, is not waited for.
func early(s *indicator.Series, y model.Year) bool {
	return !slices.ContainsFunc(s.Figures, func(f indicator.Figure) bool { return f.Year > y && f.State != model.NotSupplied })
}

// latest is the last year that a series is of.
func latest(s *indicator.Series) (y model.Year) {
	for _, f := range s.Figures {
		y = max(y, f.Year)
	}
	return y
}

// none says why there is nothing to say.
func (p *appraisal) none(format string, args ...any) Progress {
	return p.unsaid(NotMeasurable, format, args...)
}

func (p *appraisal) unsaid(state ProgressState, format string, args ...any) Progress {
	p.State, p.Reason = state, fmt.Sprintf(format, args...)
	return p.Progress
}

// findNow finds the figure to compare with, or says why there is none.
func (p *appraisal) findNow() (why string) {
	var from model.Year
	if p.Baseline != nil {
		from = p.Baseline.Year
	}
	var last *indicator.Figure
	for i := range p.series.Figures {
		f := &p.series.Figures[i]
		if f.Year <= from || f.State != model.Reported {
			continue
		}
		if p.Baseline != nil && f.Reworded != nil {
			return fmt.Sprintf("The question differs between %s and %s, so the figures cannot be compared: %s.", from, f.Year, f.Reworded.What)
		}
		last = f
	}
	if last == nil && p.Baseline != nil {
		return fmt.Sprintf("There are no figures of indicator %s later than %s yet.", p.Indicator, from)
	}
	now, err := p.evidenceOf(last)
	if errors.Is(err, ErrIncomplete) {
		return fmt.Sprintf("The figure of %s is incomplete (%s could not be used), so nothing is drawn from it.", last.Year, words.Incomplete(last))
	} else if err != nil && last != nil && p.bands().hidden(p.series.Indicator, last) {
		return fmt.Sprintf("The figure of %s is hidden to protect people %s.", last.Year, words.HiddenMark)
	} else if err != nil && last != nil {
		return fmt.Sprintf("The figure of %s has no value.", last.Year)
	} else if err != nil {
		return fmt.Sprintf("There are no figures of indicator %s.", p.Indicator)
	}
	p.Now = &now
	if p.Baseline != nil && p.Baseline.Of != now.Of {
		return fmt.Sprintf("The figure kept with the action is of %s, and indicator %s is of %s.", p.Baseline.Of, p.Indicator, now.Of)
	}
	return ""
}

// evidenceOf is the figure that is compared, not rounded: of the bands that the action is
// about, or of the whole.
func (p *appraisal) evidenceOf(f *indicator.Figure) (Evidence, error) {
	exact := func(v float64) float64 { return v }
	if b := p.bands(); b != (Bands{}) {
		return evidenceOfBands(p.series.Indicator, f, b, p.settings.Level, exact)
	}
	return evidenceOf(p.series.Indicator, f, exact)
}

// bands are those that the action is about; zero: the whole.
func (p *appraisal) bands() Bands {
	if p.Baseline == nil {
		return Bands{}
	}
	return p.Baseline.Bands
}

// fitTarget leaves a target aside that is not of the figure's unit, and turns to
// the BME share where the target is one.
func (p *appraisal) fitTarget() {
	if p.Target == nil {
		return
	}
	of := p.Now.Of
	fits := p.Target.Unit == target.AnyUnit && of != indicator.BMEShare || p.Target.Unit == target.Number && of.Ratio() ||
		p.Target.Unit == target.Points && of.Gap() || p.Target.Unit == target.Percent && !of.Ratio()
	if !fits {
		p.unfit = fmt.Sprintf("The target “%s” is not of %s.", p.Target.Text, p.name())
		p.Target = nil
		return
	}
	p.share = p.Target.Unit == target.Percent
}

// valueOf gives what is looked at of a figure; nil where the figure does not hold it.
func (p *appraisal) valueOf(e Evidence) *stats.Estimate {
	if !p.share || e.Of == indicator.BMEShare {
		return &stats.Estimate{Value: e.Value, Interval: e.Interval}
	}
	if len(e.Sides) == 0 {
		return nil
	}
	share, ok := e.Sides[0].value()
	if !ok {
		return nil
	}
	estimate := &stats.Estimate{Value: share}
	if counts, counted := e.Sides[0].count(); counted {
		if i, err := stats.Wilson(counts, p.settings.Level); err == nil {
			estimate.Interval = &i
		}
	}
	return estimate
}

// name names what is looked at.
func (p *appraisal) name() string {
	switch of := p.Now.Of; {
	case of.Ratio():
		return "the ratio"
	case of.Gap() && !p.share:
		return "the gap"
	case of == indicator.BoardWorkforce:
		return "the " + p.words.Labels.Label(model.BME) + " share of the board"
	case p.Now.Bands != Bands{}:
		return "the " + p.words.Labels.Label(model.BME) + " share of " + p.Now.Bands.Words()
	case of == indicator.BMEShare:
		return "the " + p.words.Labels.Label(model.BME) + " share of the workforce"
	}
	return "the share among " + p.words.Labels.Label(model.BME) + " staff"
}

// text writes a value with its interval.
func (p *appraisal) text(e stats.Estimate) string {
	of := p.Now.Of
	if p.share {
		of = indicator.BMEShare
	}
	return Evidence{Of: of, Value: e.Value, Interval: e.Interval}.words(p.words)
}

// withoutBaseline can say no more than whether a target is met.
func (p *appraisal) withoutBaseline(now *stats.Estimate) Progress {
	missing := fmt.Sprintf("There is nothing to measure a change of indicator %s from.", p.Indicator)
	if now == nil {
		return p.unsaid(NoFigureKept, "%s%s", missing, after(p.unfit))
	}
	if p.Target == nil || !p.Target.Met(now.Value, nil) {
		return p.unsaid(NoFigureKept, "%s %s is %s in %s.%s", missing, sentenceCase(p.name()), p.text(*now), p.Now.Year, after(p.unfit))
	}
	p.State = TargetMet
	p.Reason = fmt.Sprintf("%s is %s in %s, which meets the target “%s”. %s", sentenceCase(p.name()), p.text(*now), p.Now.Year, p.Target.Text, missing)
	return p.Progress
}

// compared says what became of a figure since its baseline.
func (p *appraisal) compared(then, now stats.Estimate) Progress {
	judged := p.judge(then, now)
	what := fmt.Sprintf("%s was %s in %s and is %s in %s", sentenceCase(p.name()), p.text(then), p.Baseline.Year, p.text(now), p.Now.Year)
	side := ""
	switch {
	case p.Target != nil && p.met(then, now):
		p.State = TargetMet
		p.Reason = fmt.Sprintf("%s, which meets the target “%s”; %s.", what, p.Target.Text, judged.words(""))
		return p.Progress
	case judged.why != "":
		p.State = NotMeasurable
		if judged.few {
			p.State = NoClearChange
		}
	case !judged.clear:
		p.State = NoClearChange
	case p.distance(now.Value) < p.distance(then.Value):
		p.State, side = Moved, " for the better"
	default:
		p.State, side = Worse, " for the worse"
	}
	p.Reason = fmt.Sprintf("%s: %s", what, judged.words(side))
	if p.Target != nil {
		p.Reason += fmt.Sprintf("; the target is “%s”", p.Target.Text)
	}
	p.Reason += "." + after(p.unfit)
	return p.Progress
}

// met reports whether the target is met. A ratio or gap that has clearly turned
// round, to the other group's disadvantage, meets none.
func (p *appraisal) met(then, now stats.Estimate) bool {
	if p.turned(then, now) {
		return false
	}
	if p.Target.Bound != target.Parity {
		return p.Target.Met(now.Value, &then.Value)
	}
	reached := target.Target{Unit: target.Number, Bound: target.Reach, Value: p.even()}
	if !p.Now.Of.Ratio() {
		reached = target.Target{Unit: target.Percent, Bound: target.Reach}
	}
	return reached.Met(now.Value, &then.Value)
}

// turned reports whether a ratio or gap lies clearly on the other side of parity.
func (p *appraisal) turned(then, now stats.Estimate) bool {
	if p.share || p.Now.Of == indicator.BMEShare || now.Interval == nil {
		return false
	}
	even := p.even()
	return then.Value > even && !now.Interval.NoUpper && now.Interval.Upper < even || then.Value < even && now.Interval.Lower > even
}

// even is the value at which the groups do not differ.
func (p *appraisal) even() float64 {
	if p.Now.Of.Ratio() {
		return 1
	}
	return 0
}

// distance says how far a value is from where it should be; less is better.
func (p *appraisal) distance(v float64) float64 {
	switch {
	case p.Now.Of.Ratio():
		return math.Abs(math.Log(v)) // of 0 it is +Inf, which is far
	case p.share && p.series.Indicator.Better == indicator.Down:
		return v
	case p.share && p.series.Indicator.Better == indicator.Up:
		return -v
	case p.share && p.Target.Bound == target.Between:
		return max(p.Target.Value-v, v-p.Target.Upper, 0)
	case p.share:
		return math.Abs(v - p.Target.Value)
	}
	return math.Abs(v)
}

// after puts a sentence behind another.
func after(sentence string) string {
	if sentence == "" {
		return ""
	}
	return " " + sentence
}

// sentenceCase begins a sentence with a name.
func sentenceCase(name string) string { return "T" + name[1:] }
