package words

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
)

// tierNames says which bands each tier of pay is, as the settings have it: "band 5 and
// below", "bands 6 and 7", "bands 8a and above".
func tierNames(s model.Settings) (names [model.Upper + 1]string) {
	var in [model.Upper + 1][]model.Band
	var all []model.Band
	for _, band := range model.Bands() {
		if tier := s.Tiers[band]; tier != model.NoTier {
			in[tier] = append(in[tier], band)
			all = append(all, band)
		}
	}
	for tier, bands := range in {
		if len(bands) == 0 {
			continue
		}
		first, last := slices.Min(bands), slices.Max(bands)
		switch {
		case first == last:
			names[tier] = bandName(first)
		case first == slices.Min(all):
			names[tier] = bandName(last) + " and below"
		case last == slices.Max(all):
			names[tier] = "bands " + first.String() + " and above"
		default:
			names[tier] = "bands " + first.String() + plural(int(last-first), " and ", " to ") + last.String()
		}
	}
	return names
}

// Tiers names the two tiers of a race disparity ratio: "band 5 and below to bands 6 and 7".
func Tiers(w Voice, d indicator.Disparity) string {
	return w.Tiers[d.From] + " to " + w.Tiers[d.To]
}

// lacking says what a race disparity ratio lacks that is not calculated.
func lacking(w Voice, d indicator.Disparity) []string {
	if d.Hidden {
		return []string{"counts of the tiers are hidden to protect people"} // behind the mark
	}
	if d.Refused {
		return []string{"a row of one of the tiers was refused"}
	}
	var none []string
	for i, tier := range []model.Tier{d.From, d.To} {
		var groups []string
		for j, g := range []model.Group{model.White, model.BME} {
			if d.Counts[j][i] == 0 {
				groups = append(groups, w.Labels.Label(g))
			}
		}
		if len(groups) > 0 {
			none = append(none, "no "+strings.Join(groups, " or ")+" staff in "+w.Tiers[tier])
		}
	}
	return none
}

// DisparityReason says why a race disparity ratio is not calculated; "" where it is.
func DisparityReason(w Voice, d indicator.Disparity) string {
	if d.Value != nil {
		return ""
	}
	return disparityAbsent(d) + ": " + Listed(lacking(w, d))
}

// Disparity says what a race disparity ratio is, with its headcounts, or why it is not
// calculated: "Band 5 and below to bands 6 and 7: 1.67, 95% confidence interval 1.29 to
// 2.15 (White 1,400→700, ED 300→90)".
func Disparity(w Voice, d indicator.Disparity) string {
	value, limits := disparityValue(w, d)
	if limits != "" {
		value += ", " + limits
	}
	if d.Value != nil {
		of := func(g model.Group, n [2]int) string {
			return w.Labels.Short(g) + " " + Thousands(n[0]) + "→" + Thousands(n[1])
		}
		value += " (" + of(model.White, d.Counts[0]) + ", " + of(model.BME, d.Counts[1]) + ")"
	}
	return Capital(Tiers(w, d)) + ": " + value
}

// disparityValue is a ratio and its interval, or that there is none and why.
func disparityValue(w Voice, d indicator.Disparity) (value, behind string) {
	if d.Value == nil {
		return disparityAbsent(d), Listed(lacking(w, d))
	}
	if limits := w.RatioInterval(d.Value); limits != "" {
		behind = IntervalName(d.Value.Interval.Level) + " " + limits
	}
	return RatioText(d.Value.Value), behind
}

// absentDisparities stands for those of some ratios that are not there.
func absentDisparities(all []indicator.Disparity) string {
	for _, d := range all {
		if d.Hidden {
			return HiddenMark
		}
	}
	return "not calculated"
}

// disparityAbsent stands for a ratio that is not there.
func disparityAbsent(d indicator.Disparity) string {
	if d.Hidden {
		return HiddenMark
	}
	return "not calculated"
}

// Disparities gives a sentence on the race disparity ratios of each staff category in a
// year, and behind them what they mean.
func Disparities(w Voice, f *indicator.Figure) []string {
	var all []string
	for start := 0; start < len(f.Disparity); {
		end, of := start, categorised(f, f.Disparity[start].Category)
		if of == "" {
			of = "all staff"
		}
		var steps, without, lacks []string
		for ; end < len(f.Disparity) && f.Disparity[end].Category == f.Disparity[start].Category; end++ {
			d := f.Disparity[end]
			if d.Value == nil {
				without, lacks = append(without, Tiers(w, d)), append(lacks, lacking(w, d)...)
				continue
			}
			value, limits := disparityValue(w, d)
			if limits != "" {
				limits = " (" + limits + ")"
			}
			steps = append(steps, value+" from "+Tiers(w, d)+limits)
		}
		if len(without) > 0 {
			from := ""
			if len(steps) > 0 {
				from = " from " + strings.Join(without, " and from ")
			}
			slices.Sort(lacks)
			steps = append(steps, absentDisparities(f.Disparity[start:end])+from+", "+Listed(slices.Compact(lacks)))
		}
		if f.Note != "" {
			of += " (" + f.Note + ")"
		}
		all = append(all, Capital(of)+": "+strings.Join(steps, "; ")+".")
		start = end
	}
	if len(all) > 0 {
		all = append(all, DisparityMeans(w))
	}
	return all
}

// DisparityMeans says what a race disparity ratio is above 1. A snapshot says where people
// are, and not that they moved.
func DisparityMeans(w Voice) string {
	return fmt.Sprintf("Above 1, %s staff are more likely to be found in the higher tier.", w.Labels.Label(model.White))
}

// disparitySentence says the race disparity ratio from the lowest tier to the highest, in
// each staff category that is meant; "" where there is none.
func disparitySentence(w Voice, f *indicator.Figure, in categories) string {
	var parts []string
	tiers := ""
	for _, d := range f.Disparity {
		if d.From != model.Lower || d.To != model.Upper || d.Value == nil || !in(d.Category) {
			continue
		}
		of := categorised(f, d.Category)
		if of != "" {
			of = " for " + of
		}
		tiers = Tiers(w, d)
		value, limits := disparityValue(w, d)
		if value += of; limits != "" {
			value += " (" + limits + ")"
		}
		parts = append(parts, value)
	}
	if len(parts) == 0 {
		return ""
	}
	return fmt.Sprintf("The race disparity ratio from %s is %s.", tiers, Listed(parts))
}

// BandRange names the first and the last of some bands: "2 to 4", "8a and 8b".
func BandRange(in []model.Band) string {
	if len(in) == 0 {
		return ""
	}
	first, last := slices.Min(in), slices.Max(in)
	if first == last {
		return first.String()
	}
	return first.String() + plural(int(last-first), " and ", " to ") + last.String()
}
