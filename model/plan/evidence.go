package plan

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

// Evidence is the figure that an action answers, as it was when the action was
// written. It stays as it is when the data are mended later: progress is measured
// from what was known then.
type Evidence struct {
	Indicator string // "2"
	Bands     Bands  // that it is about, of indicator 1; zero: the whole
	Year      model.Year
	Of        indicator.Comparison
	Hidden    bool    // it was taken from a publication view, which says no more of it
	Value     float64 // a ratio, or a fraction: 0.0457 is 4.57%
	// Interval is nil where none was computed. Its level and method are not kept.
	Interval *stats.Interval
	// Sides are the shares behind the value, in the order of Of; one for a share.
	Sides []Side
}

// Side is one share of an evidence: counts, or a published share with its number
// of people, or that share alone.
type Side struct {
	Events, AtRisk int     // AtRisk 0: nobody was counted
	Share          float64 // 0 to 1; where Published
	Published      bool    // Share was published, and AtRisk are those who were asked
}

// value gives the share, which is undefined where nobody was counted.
func (s Side) value() (share float64, ok bool) {
	if s.Published {
		return s.Share, true
	}
	return float64(s.Events) / float64(s.AtRisk), s.AtRisk > 0
}

// count gives the share as counts, those of a published one rounded; false where
// the number of people is not known.
func (s Side) count() (stats.Count, bool) {
	c := stats.Count{Events: s.Events, AtRisk: s.AtRisk}
	if s.Published {
		c.Events = int(math.Round(s.Share * float64(s.AtRisk)))
	}
	return c, s.AtRisk > 0
}

// ErrNoFigure means that a figure has no value that an action could answer.
var ErrNoFigure = errors.New("the figure has no value")

// ErrIncomplete means that rows or cells are missing from a figure.
var ErrIncomplete = errors.New("the figure is incomplete")

// EvidenceOf makes evidence of an indicator's figure, rounded to what people
// read: four decimals of a ratio or a fraction. The error is ErrNoFigure or ErrIncomplete.
func EvidenceOf(ind *indicator.Indicator, f *indicator.Figure) (Evidence, error) {
	return evidenceOf(ind, f, round4)
}

// evidenceOf makes evidence whose fractions are rounded by a function.
func evidenceOf(ind *indicator.Indicator, f *indicator.Figure, round func(float64) float64) (Evidence, error) {
	if f == nil || f.State != model.Reported {
		return Evidence{}, ErrNoFigure
	}
	if f.Incomplete != nil { // no change may be drawn from it
		return Evidence{}, ErrIncomplete
	}
	value := f.Headline(ind)
	if value == nil {
		return Evidence{}, ErrNoFigure
	}
	return Evidence{
		Indicator: ind.ID, Year: f.Year, Of: ind.Shape.Of(ind), Value: round(value.Value), Interval: roundedInterval(value.Interval, round),
		Sides: sidesOf(ind.Shape.Sides(ind, f), round),
	}, nil
}

func roundedInterval(i *stats.Interval, round func(float64) float64) *stats.Interval {
	switch {
	case i == nil:
		return nil
	case i.NoUpper:
		return &stats.Interval{Lower: round(i.Lower), NoUpper: true}
	}
	return &stats.Interval{Lower: round(i.Lower), Upper: round(i.Upper)}
}

func sidesOf(of []indicator.Side, round func(float64) float64) []Side {
	var sides []Side
	for _, o := range of {
		var s Side
		if o.Events != nil {
			s.Events = *o.Events
		}
		if o.AtRisk != nil {
			s.AtRisk = *o.AtRisk
		}
		if o.Share != nil {
			s.Share, s.Published = round(o.Share.Value), true
		}
		sides = append(sides, s)
	}
	return sides
}

func round4(v float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 4, 64), 64)
	if err != nil || rounded == 0 {
		return 0 // and never -0, which would be written as such
	}
	return rounded
}

// String writes evidence as it stands in the plan's file, for people and for
// ParseEvidence: "2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371",
// "8 2024 bme-white 4.57 points (1.2 to 7.9) 9.43% of 350, 4.86% of 899", or
// "1/non-clinical/8c..vsm 2024 bme 8.97% (4.41 to 17.4) 7/78".
func (e Evidence) String() string {
	var b strings.Builder
	number, unit := percentText, ""
	switch {
	case e.Of.Ratio():
		number = decimalText
	case e.Of.Gap():
		unit = " points"
	default:
		unit = "%"
	}
	of := e.Indicator
	if e.Bands != (Bands{}) {
		of += "/" + e.Bands.String()
	}
	if e.Hidden {
		return fmt.Sprintf("%s %s %s %s", of, e.Year, e.Of, words.HiddenMark)
	}
	fmt.Fprintf(&b, "%s %s %s %s%s", of, e.Year, e.Of, number(e.Value), unit)
	if i := e.Interval; i != nil {
		upper := "no limit"
		if !i.NoUpper {
			upper = number(i.Upper)
		}
		fmt.Fprintf(&b, " (%s to %s)", number(i.Lower), upper)
	}
	for i, s := range e.Sides {
		if i > 0 && e.Sides[i-1].Published {
			b.WriteByte(',')
		}
		b.WriteString(" " + s.String())
	}
	return b.String()
}

// String writes a share: "51/371", "14.86% of 350" or "14.86%".
func (s Side) String() string {
	switch {
	case !s.Published:
		return fmt.Sprintf("%d/%d", s.Events, s.AtRisk)
	case s.AtRisk == 0:
		return percentText(s.Share) + "%"
	}
	return fmt.Sprintf("%s%% of %d", percentText(s.Share), s.AtRisk)
}

func decimalText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// percentText writes a fraction times 100. The point is moved in the text, so that
// reading it gives the very same fraction.
func percentText(fraction float64) string {
	sign, digits := "", decimalText(fraction)
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, part, _ := strings.Cut(digits, ".")
	part += strings.Repeat("0", max(2-len(part), 0))
	whole, part = strings.TrimLeft(whole+part[:2], "0"), part[2:]
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		whole += "." + part
	}
	return sign + whole
}

// Answering returns the action with a figure that it answers, in place of an
// earlier one of the same indicator. Indicators and baseline that are blank are
// filled from it, in words for people.
func (a Action) Answering(e Evidence, w words.Voice) Action {
	var all []Evidence
	for _, other := range a.EvidenceFigures() {
		if other.Indicator != e.Indicator {
			all = append(all, other)
		}
	}
	a.Evidence = EvidenceText(append(all, e))
	if blank(a.Indicators) {
		a.Indicators = e.Indicator
	}
	if blank(a.Baseline) {
		a.Baseline = e.Said(w)
	}
	return a
}

// Said writes the value with its interval and its year, for people.
func (e Evidence) Said(w words.Voice) string {
	if e.Hidden {
		return words.HiddenMark + " in " + e.Year.String()
	}
	return e.words(w) + " in " + e.Year.String()
}

// words writes the value with its interval as the screens do.
func (e Evidence) words(w words.Voice) string {
	estimate := &stats.Estimate{Value: e.Value, Interval: e.Interval}
	text, interval := w.Percent(e.Value), w.PercentInterval(estimate)
	switch {
	case e.Of.Ratio():
		text, interval = words.RatioText(e.Value), w.RatioInterval(estimate)
	case e.Of.Gap():
		text, interval = w.Points(e.Value), w.PointsInterval(estimate)
	}
	if e.Bands != (Bands{}) {
		text += " in " + e.Bands.Words()
	}
	if interval == "" || e.Of == indicator.BMEShare || e.Of == indicator.BoardWorkforce { // everybody is counted
		return text
	}
	return text + " (" + interval + ")"
}
