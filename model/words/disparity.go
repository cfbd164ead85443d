package words

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
)

// Why a race disparity ratio is undefined, where its counts are not beside it.
const (
	RefusedTier = "n/a: a row of a tier was refused, so its staff are not all counted"
	EmptyTier   = "n/a: a tier of pay has no staff of a group"
)

// DisparityReason says why a race disparity ratio is undefined; "" where it is not.
func DisparityReason(w Voice, d indicator.Disparity) string {
	switch {
	case d.Refused:
		return RefusedTier
	case d.Value != nil:
		return ""
	}
	white, bme := d.Counts[0], d.Counts[1]
	return fmt.Sprintf("n/a: a tier has no staff of a group (%s %s and %s, %s %s and %s)", w.Labels.Label(model.White), Thousands(white[0]), Thousands(white[1]),
		w.Labels.Label(model.BME), Thousands(bme[0]), Thousands(bme[1]))
}

// Disparity says what a race disparity ratio is, with its headcounts, or why it is
// undefined: "lower → middle  1.67, 95% interval 1.29 to 2.15 (White 1,400→700, ED 300→90)".
func Disparity(w Voice, d indicator.Disparity) string {
	value := DisparityReason(w, d)
	if d.Value != nil {
		value = RatioText(d.Value.Value)
		if limits := w.RatioInterval(d.Value); limits != "" {
			value += ", " + IntervalName(d.Value.Interval.Level) + " " + limits
		}
		of := func(g model.Group, n [2]int) string {
			return w.Labels.Short(g) + " " + Thousands(n[0]) + "→" + Thousands(n[1])
		}
		value += " (" + of(model.White, d.Counts[0]) + ", " + of(model.BME, d.Counts[1]) + ")"
	}
	return d.From.String() + " → " + d.To.String() + "  " + value
}

// Tiers says which bands each tier is, as the settings have it.
func Tiers(s model.Settings) string {
	var in [model.Upper + 1][]model.Band
	for _, band := range model.Bands() {
		in[s.Tiers[band]] = append(in[s.Tiers[band]], band)
	}
	var parts []string
	for tier := model.Lower; tier <= model.Upper; tier++ {
		if len(in[tier]) > 0 {
			parts = append(parts, tier.String()+" is "+BandRange(in[tier]))
		}
	}
	return "Tiers: " + strings.Join(parts, ", ") + "."
}

// BandRange names the first and the last of some bands.
func BandRange(in []model.Band) string {
	if len(in) == 0 {
		return ""
	}
	first, last := slices.Min(in), slices.Max(in)
	if first == last {
		return first.String()
	}
	return first.String() + " to " + last.String()
}
