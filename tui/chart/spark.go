package chart

import (
	"math"
	"strings"

	"wres/model/scale"
	"wres/tui/theme"
)

// Spark is a small trend mark: one glyph a value from the lowest to the highest
// of them, and the gap glyph for nil or what is not finite. Values that are all
// alike stand in the middle: neither a floor nor a peak. It is always
// len(values) cells wide and carries no style, so that a Table can hold it.
func Spark(values []*float64, t theme.Theme) string {
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range values {
		if v, ok := given(p); ok {
			low, high = min(low, v), max(high, v)
		}
	}
	axis := scale.Linear{Min: low, Max: high}
	var b strings.Builder
	for _, p := range values {
		v, ok := given(p)
		if !ok {
			b.WriteString(t.Glyphs.Gap)
			continue
		}
		at := 0.5
		if axis.Valid() {
			at = axis.At(v)
		}
		b.WriteString(t.Glyphs.Spark[place(at, len(t.Glyphs.Spark))])
	}
	return b.String()
}
