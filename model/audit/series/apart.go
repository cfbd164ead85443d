package series

import (
	"fmt"
	"slices"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// Apart is a year's two groups, by their rates or by the ratio.
type Apart struct {
	Key        document.Key
	by         phrase.Span // of the subject, above the object
	ratio      string      // as printed; "" for rates
	top, under string
	level      float64 // size of the difference: as a ratio, less 1
}

// Aparts gives the readings of a comparison: in each year that is named, or in the latest.
func (t *Cells) Aparts(sc phrase.Scope, subject, object string) []Apart {
	var out []Apart
	probe := sc
	probe.Roles, probe.Groups = nil, nil
	for _, se := range t.Order {
		k := se.Key
		if !se.within(&probe) || se.Share || se.Role != phrase.AsRatio && (se.Role != phrase.AsPercent || k.Group != subject) {
			continue
		}
		if !Compared(k) {
			continue
		}
		for _, y := range t.yearsOf(sc, se) {
			for _, c := range se.At(y) {
				if a, ok := t.apart(se, c, y, subject, object); ok {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// yearsOf gives the years that a statement of a series may be of.
func (t *Cells) yearsOf(sc phrase.Scope, se *Series) []model.Year {
	have := se.Years()
	if len(have) == 0 {
		return nil
	}
	latest := have[len(have)-1]
	if slices.Contains(have, t.Latest) {
		latest = t.Latest
	}
	var out []model.Year
	for _, y := range sc.Years {
		phrase.Add(&out, y)
		if ind := indicator.Lookup(se.Key.Indicator); ind != nil && ind.Shape == indicator.Survey {
			phrase.Add(&out, y+1)
		}
	}
	for _, back := range sc.Back {
		phrase.Add(&out, latest-model.Year(back))
	}
	if len(out) == 0 || sc.Since {
		phrase.Add(&out, latest)
	}
	if sc.Spanned {
		phrase.Add(&out, have...)
	}
	return slices.DeleteFunc(out, func(y model.Year) bool { return !slices.Contains(have, y) })
}

// TopOf gives the group on top of an indicator's ratio.
func TopOf(k document.Key) string { return indicator.Lookup(k.Indicator).Compare.String() }

// BottomOf gives the group below.
func BottomOf(k document.Key) string { return indicator.Lookup(k.Indicator).Reference.String() }

// Judge sets two groups against what is said of them.
func (a Apart) Judge(said phrase.Way) Verdict {
	switch said {
	case phrase.Up:
		return choose(a.by.Lo > 1e-9, a.by.Hi < -1e-9)
	case phrase.Down:
		return choose(a.by.Hi < -1e-9, a.by.Lo > 1e-9)
	}
	return choose(a.level <= 0.25, a.level > 0.25)
}

// Says tells what the figures are.
func (a Apart) Says(t document.Terms, subject, object string) string {
	at := document.Key{Indicator: a.Key.Indicator, Year: a.Key.Year}
	if a.ratio != "" {
		return fmt.Sprintf("%s: the relative likelihood of %s over %s is %s", t.Where(at), t.GroupName(TopOf(a.Key)), t.GroupName(BottomOf(a.Key)), a.ratio)
	}
	return fmt.Sprintf("%s: %s %s, %s %s", t.Where(at), t.GroupName(subject), a.top, t.GroupName(object), a.under)
}

// Computed says in a clause what is true.
func (a Apart) Computed() string {
	if a.ratio != "" {
		return "ratio " + a.ratio
	}
	return a.top + " against " + a.under
}

func (t *Cells) apart(se *Series, c Cell, y model.Year, subject, object string) (Apart, bool) {
	k := se.Key
	k.Year = y
	if se.Role == phrase.AsRatio {
		ind := indicator.Lookup(k.Indicator)
		d := phrase.Span{Lo: phrase.SpanOf(c.Amount).Lo - 1, Hi: phrase.SpanOf(c.Amount).Hi - 1}
		if ind.Compare.String() == object {
			d = d.Negated()
		} else if ind.Compare.String() != subject {
			return Apart{}, false
		}
		v := c.Float()
		return Apart{Key: k, by: d, ratio: c.Printed, level: max(v, 1/max(v, 1e-9)) - 1}, v > 0
	}
	other := se.Key
	other.Group = object
	o, ok := t.Only(other, y)
	if !ok {
		return Apart{}, false
	}
	a, b := c.Float(), o.Float()
	return Apart{Key: k, by: phrase.SpanOf(c.Amount).Less(phrase.SpanOf(o.Amount)), top: c.Printed, under: o.Printed, level: max(a, b)/max(min(a, b), 1e-9) - 1}, true
}
