package prose

import (
	"fmt"
	"slices"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// apart is a year's two groups, by their rates or by the ratio.
type apart struct {
	key            document.Key
	by             phrase.Span // of the subject, above the object
	subject        string
	object         string
	ratio          string // as printed; "" for rates
	top, under     string
	level          float64 // size of the difference: as a ratio, less 1
	whites, others document.Key
}

// aparts gives the readings of a comparison: in each year that is named, or in the latest.
func (t *cells) aparts(sc phrase.Scope, subject, object string) []apart {
	var out []apart
	probe := sc
	probe.Roles, probe.Groups = nil, nil
	for _, se := range t.order {
		k := se.key
		if !se.within(&probe) || se.share || se.role != phrase.AsRatio && (se.role != phrase.AsPercent || k.Group != subject) {
			continue
		}
		if !compared(k) {
			continue
		}
		for _, y := range t.yearsOf(sc, se) {
			for _, c := range se.at(y) {
				if a, ok := t.apart(se, c, y, subject, object); ok {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// yearsOf gives the years that a statement of a series may be of.
func (t *cells) yearsOf(sc phrase.Scope, se *series) []model.Year {
	have := se.years()
	if len(have) == 0 {
		return nil
	}
	latest := have[len(have)-1]
	if slices.Contains(have, t.latest) {
		latest = t.latest
	}
	var out []model.Year
	for _, y := range sc.Years {
		phrase.Add(&out, y)
		if ind := indicator.Lookup(se.key.Indicator); ind != nil && ind.Shape == indicator.Survey {
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

func topOf(k document.Key) string { return indicator.Lookup(k.Indicator).Compare.String() }

func bottomOf(k document.Key) string { return indicator.Lookup(k.Indicator).Reference.String() }

func (a apart) judge(said phrase.Way) verdict {
	switch said {
	case phrase.Up:
		return choose(a.by.Lo > 1e-9, a.by.Hi < -1e-9)
	case phrase.Down:
		return choose(a.by.Hi < -1e-9, a.by.Lo > 1e-9)
	}
	return choose(a.level <= 0.25, a.level > 0.25)
}

// says tells what the figures are.
func (a apart) says(t document.Terms, subject, object string) string {
	at := document.Key{Indicator: a.key.Indicator, Year: a.key.Year}
	if a.ratio != "" {
		return fmt.Sprintf("%s: the relative likelihood of %s over %s is %s", t.Where(at), t.GroupName(topOf(a.key)), t.GroupName(bottomOf(a.key)), a.ratio)
	}
	return fmt.Sprintf("%s: %s %s, %s %s", t.Where(at), t.GroupName(subject), a.top, t.GroupName(object), a.under)
}

// computed says in a clause what is true.
func (a apart) computed() string {
	if a.ratio != "" {
		return "ratio " + a.ratio
	}
	return a.top + " against " + a.under
}

func (t *cells) apart(se *series, c cell, y model.Year, subject, object string) (apart, bool) {
	k := se.key
	k.Year = y
	if se.role == phrase.AsRatio {
		ind := indicator.Lookup(k.Indicator)
		d := phrase.Span{Lo: phrase.SpanOf(c.Amount).Lo - 1, Hi: phrase.SpanOf(c.Amount).Hi - 1}
		if ind.Compare.String() == object {
			d = d.Negated()
		} else if ind.Compare.String() != subject {
			return apart{}, false
		}
		v := c.Float()
		return apart{key: k, by: d, ratio: c.printed, level: max(v, 1/max(v, 1e-9)) - 1}, v > 0
	}
	other := se.key
	other.Group = object
	o, ok := t.only(other, y)
	if !ok {
		return apart{}, false
	}
	a, b := c.Float(), o.Float()
	return apart{key: k, by: phrase.SpanOf(c.Amount).Less(phrase.SpanOf(o.Amount)), top: c.printed, under: o.printed, level: max(a, b)/max(min(a, b), 1e-9) - 1}, true
}
