package words

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
)

// bands is what is said of the workforce by pay band.
type bands struct{}

func (bands) name(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Sentence(model.BME) + " staff"
}

func (bands) unit(Voice, *indicator.Indicator) string { return "of all staff" }

func (bands) legend(Voice, *indicator.Indicator) string { return pointsLegend }

func (bands) taken(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.BME) + " share of all staff"
}

func (bands) direction(Voice, *indicator.Indicator) string { return "" }

func (bands) sentence(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	g := f.Groups[model.BME]
	if g.Rate == nil || g.Events == nil {
		return "The " + w.Labels.Label(model.BME) + " share of the workforce is n/a."
	}
	s := fmt.Sprintf("%s of %s staff %s %s, %s", Thousands(*g.Events), Thousands(*g.AtRisk), is(*g.Events), w.Labels.Label(model.BME), w.Percent(g.Rate.Value))
	if u := f.Groups[model.Unknown]; u.Events != nil {
		s += fmt.Sprintf("; the ethnicity of %s (%s) is not known", Thousands(*u.Events), w.Percent(u.Rate.Value))
	}
	return s + "."
}

func (bands) verdict(w Voice, ind *indicator.Indicator, v judge.Verdict) string {
	return w.Labels.Short(ind.Compare) + " clearly " + string(v)
}

func (bands) notTestable(Voice, *indicator.Indicator, *indicator.Figure) string { return "" }

// step says how the share moved, which is a fact, and whether that is a trend.
func (bands) step(w Voice, _ *indicator.Series, from, to *indicator.Figure, c indicator.Change) string {
	counts := fmt.Sprintf("(%s to %s staff)", OfText(from.Groups[model.BME]), OfText(to.Groups[model.BME]))
	distance, down := w.distance(c.Value.Value)
	moved := fmt.Sprintf("%s %s on %s %s", map[bool]string{true: "Down", false: "Up"}[down], distance, c.From, counts)
	switch {
	case distance == w.zeroDistance():
		return fmt.Sprintf("As high as in %s %s.", c.From, strings.Replace(counts, " to ", " and ", 1))
	case c.Verdict.Unjudged():
		return moved + ", too few to judge whether that is a trend."
	case c.Verdict == judge.CannotTell:
		var unknown []string
		for _, f := range []*indicator.Figure{from, to} {
			if n := f.Groups[model.Unknown].Events; n != nil {
				unknown = append(unknown, fmt.Sprintf("%s in %s", Thousands(*n), f.Year))
			}
		}
		return fmt.Sprintf("%s. Whether that is a trend cannot be told: the ethnicity of some staff is not known (%s).", moved, strings.Join(unknown, ", "))
	case c.Verdict.Clear():
		return moved + ". By an indicative test this is evidence of a trend."
	}
	return moved + ". By an indicative test this is not evidence of a trend."
}

func (bands) formula(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	g := f.Groups[model.BME]
	return fmt.Sprintf("share = %s = %s", fraction(g.Events, g.AtRisk), digits(g.Rate.Value))
}

func (bands) counts(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	return OfText(f.Groups[model.BME])
}

func (b bands) baseline(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	return b.counts(w, ind, f) + " staff"
}

func (bands) when(y model.Year) string { return "on " + y.Snapshot() }

func (bands) caveat() string { return everybodyCounted }

// Declared says of how many staff the ethnicity is known, and of those of whom it is
// not how many were asked: "97.9% of 1,863 staff (1,823); 12 not stated, 28 not
// recorded"; or that the source does not count them. It is "" without a headcount.
func (w Voice) Declared(f *indicator.Figure) string {
	staff, counted := f.Staff()
	share, known, all, ok := f.Declared()
	switch {
	case !counted:
		return ""
	case !ok:
		return Thousands(staff) + " staff; " + unknownNotCounted
	}
	s := fmt.Sprintf("%s of %s staff (%s)", w.Percent(share), Thousands(all), Thousands(known))
	if f.NotStated != nil {
		s += fmt.Sprintf("; %s not stated, %s not recorded", Thousands(*f.NotStated), Thousands(*f.Unrecorded))
	}
	return s + Without(f)
}

// unknownNotCounted is said in place of a share where nothing counts the unknown.
const unknownNotCounted = "the files do not count staff whose ethnicity is unknown"

// Known says of how many staff the ethnicity is known, in a sentence.
func Known(w Voice, f *indicator.Figure) string {
	share, known, _, ok := f.Declared()
	if !ok {
		return capital(unknownNotCounted) + "."
	}
	return fmt.Sprintf("The ethnicity of %s (%s) is known.", Thousands(known), w.Percent(share))
}

// bandsDoubt names the bands that differ from the rest of their staff category.
func bandsDoubt(w Voice, f *indicator.Figure) string {
	in := map[judge.Verdict][]string{}
	rest := "the rest of the workforce"
	for _, row := range f.Bands {
		var of []string
		if row.Category != model.AnyCategory {
			of, rest = append(of, row.Category.String()), "the rest of the staff category"
		}
		if row.Verdict == judge.CannotTell {
			of = append(of, Thousands(row.Unknown())+" unknown")
		}
		name := bandName(row.Band)
		if len(of) > 0 {
			name += " (" + strings.Join(of, ", ") + ")"
		}
		in[row.Verdict] = append(in[row.Verdict], name)
	}
	label := w.Labels.Label(model.BME)
	var said, parts []string
	for _, v := range []judge.Verdict{judge.Lower, judge.Higher} {
		if len(in[v]) > 0 {
			parts = append(parts, string(v)+" in "+Listed(in[v]))
		}
	}
	switch {
	case len(parts) > 0:
		said = append(said, fmt.Sprintf("Against %s the share of %s staff is clearly %s.", rest, label, strings.Join(parts, " and ")))
	case len(in[judge.NoClear]) > 0:
		said = append(said, fmt.Sprintf("No band's share of %s staff differs clearly from %s.", label, rest))
	case len(in[judge.TooFew]) > 0:
		said = append(said, "There are too few to judge any band.")
	}
	if hang := in[judge.CannotTell]; len(hang) > 0 {
		said = append(said, "Whether it differs in "+Listed(hang)+" cannot be told, because it hangs on who the unknown are.")
	}
	return strings.Join(said, " ")
}

// trendSentence says in which staff categories the share clearly rises or falls up
// the bands.
func trendSentence(w Voice, f *indicator.Figure) string {
	var parts, said []string
	for _, t := range f.Trends {
		among := ""
		if t.Category != model.AnyCategory {
			among = " among " + t.Category.String() + " staff"
		}
		switch {
		case t.Verdict == judge.CannotTell:
			said = append(said, fmt.Sprintf("Whether it rises or falls from band to band%s cannot be told: the ethnicity of %s is not known.", among, Thousands(t.Unknown)))
		case t.Verdict.Clear() && t.Falling:
			parts = append(parts, "it falls"+among+" ("+PText(t.P)+")")
		case t.Verdict.Clear():
			parts = append(parts, "it rises"+among+" ("+PText(t.P)+")")
		}
	}
	if len(parts) > 0 {
		said = append([]string{"From band to band " + Listed(parts) + "."}, said...)
	}
	return strings.Join(said, " ")
}

// noted says what the extract notes of the bands.
func noted(f *indicator.Figure) string {
	if f.Note == "" || len(f.Bands) == 0 {
		return ""
	}
	return "The bands are noted as " + f.Note + "."
}

// Compared says with what the bands or clusters of a staff category are compared: the rest
// of it, which the whole of it and of the workforce stand for.
func Compared(w Voice, unit string, whole *indicator.BandRow, f *indicator.Figure, categories bool) string {
	if whole.Share == nil || f.Groups[model.BME].Rate == nil {
		return ""
	}
	label := w.Labels.Label(model.BME)
	share := func(e *stats.Estimate, lacks bool) string {
		if lacks {
			return w.Percent(e.Value) + IncompleteMark
		}
		return w.Percent(e.Value)
	}
	if !categories {
		return fmt.Sprintf("A %s is compared with the rest of the workforce. Of all of it %s are %s.", unit, share(whole.Share, whole.Refused), label)
	}
	return fmt.Sprintf("A %s is compared with the rest of the %s. Of all of them %s are %s, and of the whole workforce %s.",
		unit, CategoryStaff(whole.Category), share(whole.Share, whole.Refused), label, share(f.Groups[model.BME].Rate, f.Incomplete != nil))
}

// CategoryStaff names the staff of a category.
func CategoryStaff(c model.StaffCategory) string {
	if c == model.AnyCategory {
		return "staff without a category"
	}
	return c.String() + " staff"
}

// Senior says what the bands 8c and above come to in a staff category.
func Senior(w Voice, row *indicator.BandRow, f *indicator.Figure) string {
	s := fmt.Sprintf("In bands 8c and above %s of %s staff %s %s, %s%s", Thousands(*row.Counts[model.BME]), Thousands(row.Total),
		is(*row.Counts[model.BME]), w.Labels.Label(model.BME), w.Percent(row.Share.Value), bracketed(w, row.Share, w.PercentInterval(row.Share)))
	if all := f.Groups[model.BME].Rate; all != nil {
		s += ", against " + w.Percent(all.Value) + " of all staff"
	}
	return s + "."
}

// bandName names a band in a sentence: "band 8a", "VSM".
func bandName(b model.Band) string {
	if s := b.String(); s[0] >= '0' && s[0] <= '9' {
		return "band " + s
	}
	return b.String()
}

// pointsLegend tells points of a percentage from percent.
const pointsLegend = "points are percentage points"
