// Package earlier says figures of a year beside those of an earlier one: rates, shares and
// what a group is of all. It gives both values and how far they are apart, and no word for
// which way that is, for a word would be a verdict; those are model/words' own. An earlier
// figure of nil is none.
package earlier

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// Rates says how likely the event was in each of two groups, and how likely in an
// earlier year: "Of White applicants 33.7% were appointed from shortlisting (in 2023 33.7%:
// 355 of 1,052); of BME applicants …". It is "" where a rate of the year is not known.
func Rates(w words.Voice, ind *indicator.Indicator, f, before *indicator.Figure) string {
	if f.Groups[ind.Compare].Rate == nil || f.Groups[ind.Reference].Rate == nil {
		return ""
	}
	var parts []string
	for i, g := range []model.Group{ind.Compare, ind.Reference} {
		happened := ""
		if i == 0 {
			happened = " " + ind.Happened
		}
		part := fmt.Sprintf("of %s %s %s%s", w.Labels.Label(g), ind.People, w.Percent(f.Groups[g].Rate.Value), happened)
		if before != nil && before.Groups[g].Rate != nil {
			part += fmt.Sprintf(" (in %s %s: %s)", before.Year, w.Percent(before.Groups[g].Rate.Value), words.OfText(before.Groups[g]))
		}
		parts = append(parts, part)
	}
	return words.Capital(strings.Join(parts, "; ")) + "."
}

// Composition says what part one group is of all among whom the event could happen, and of
// those to whom it did, where reports print that; and what part it was in an earlier year.
// These are other measures than how likely the event is. It is "" where neither is known.
func Composition(w words.Voice, ind *indicator.Indicator, f, before *indicator.Figure) string {
	if !ind.Counts.Shares {
		return ""
	}
	now, then := partsOfAll(w, f), [2]string{}
	if before != nil {
		then = partsOfAll(w, before)
	}
	var parts []string
	for i, what := range []string{ind.Counts.AtRisk, ind.Counts.Events} {
		if now[i] == "" {
			continue
		}
		part := now[i] + " " + what
		if then[i] != "" {
			part += fmt.Sprintf(" (in %s %s)", before.Year, then[i])
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("%s %s were %s.", w.Labels.Sentence(model.BME), ind.People, words.Listed(parts))
}

// partsOfAll writes what part of all those at risk and of all events is BME: "45.2% of the
// 820"; "" where it is not known.
func partsOfAll(w words.Voice, f *indicator.Figure) (parts [2]string) {
	all, counted := f.Everybody()
	if !counted {
		return parts
	}
	of := f.Groups[model.BME]
	for i, c := range [2]struct {
		part, all *int
		hidden    bool
	}{{of.AtRisk, all.AtRisk, of.HiddenAtRisk || all.HiddenAtRisk}, {of.Events, all.Events, of.HiddenEvents || all.HiddenEvents}} {
		switch {
		case c.hidden:
			parts[i] = words.HiddenMark + " of all"
		case c.part != nil && c.all != nil && *c.all > 0:
			parts[i] = fmt.Sprintf("%s of the %s", w.Percent(float64(*c.part)/float64(*c.all)), words.Thousands(*c.all))
		}
	}
	return parts
}

// Shares says what the share of each group was in the survey before, and how far that
// is from this one, without a word for which way: of many answers that is not known. It is ""
// where the question was another or a share is not known.
func Shares(w words.Voice, ind *indicator.Indicator, f, before *indicator.Figure) string {
	if before == nil || f.Reworded != nil {
		return ""
	}
	var parts []string
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		now, then := f.Groups[g].Rate, before.Groups[g].Rate
		if now == nil || then == nil {
			return ""
		}
		part := fmt.Sprintf("%s of %s %s", w.Percent(then.Value), w.Labels.Label(g), ind.People)
		if words.PointsNumber(now.Value-then.Value, max(w.Decimals, 1)) == words.PointsNumber(0, max(w.Decimals, 1)) {
			part += " (no difference when rounded)"
		} else {
			points, _ := words.Distance(w, now.Value-then.Value)
			part += " (a difference of " + points + words.BeforeRounding(w, now.Value, then.Value) + ")"
		}
		parts = append(parts, part)
	}
	return fmt.Sprintf("In the survey of %d it was %s.", before.Year.Survey(), words.Listed(parts))
}

// Recorded says of how many staff the ethnicity is recorded, and of how many it was in an
// earlier year. It is "" where nothing tells.
func Recorded(w words.Voice, f, before *indicator.Figure) string {
	now, known, all, ok := f.Declared()
	if !ok || f.Groups[model.Unknown].HiddenEvents {
		return ""
	}
	s := fmt.Sprintf("The ethnicity of %s of staff is recorded (%s of %s)", w.Percent(now), words.Thousands(known), words.Thousands(all))
	if before == nil {
		return s + "."
	}
	then, known, all, ok := before.Declared()
	if !ok || before.Groups[model.Unknown].HiddenEvents {
		return s + "."
	}
	s += fmt.Sprintf("; in %s it was %s (%s of %s)", before.Year, w.Percent(then), words.Thousands(known), words.Thousands(all))
	if words.PointsNumber(now-then, max(w.Decimals, 1)) != words.PointsNumber(0, max(w.Decimals, 1)) {
		points, _ := words.Distance(w, now-then)
		s += ", a difference of " + points + words.BeforeRounding(w, now, then)
	}
	return s + "."
}
