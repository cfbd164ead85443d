// Package benchmarks says the values to compare with that others publish: how each is written,
// whom it is of, and where it is from.
package benchmarks

import (
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// Value writes a benchmark's value in its unit.
func Value(w words.Voice, b model.Benchmark) string {
	switch b.Measure {
	case model.Ratio:
		return words.RatioText(b.Value)
	case model.Difference:
		return w.Points(b.Value)
	}
	return w.Percent(b.Value)
}

// Of names whom a benchmark is of, where that could be taken for
// another: the group and the band. It is "" for a ratio, and for the BME share
// of the workforce beside itself.
func Of(w words.Voice, ind *indicator.Indicator, b model.Benchmark) string {
	var of []string
	headline := ind.Shape.Of(ind)
	if b.HasGroup && (headline != indicator.BMEShare || b.Group != model.BME) {
		of = append(of, w.Labels.Short(b.Group))
	}
	if b.Band != model.AnyBand {
		of = append(of, "band "+b.Band.String())
	}
	if headline == indicator.BoardWorkforce && b.Measure == model.Share {
		of = append(of, "on boards")
	}
	return strings.Join(of, " ")
}

// Said says a benchmark in full, with its source's own words for the measure.
func Said(w words.Voice, b model.Benchmark) string {
	value := Value(w, b)
	if b.HasGroup {
		value = w.Labels.Label(b.Group) + " " + value
	}
	if b.Band != model.AnyBand {
		value += ", band " + b.Band.String()
	}
	s := value
	if b.Scope != "" {
		s = b.Scope + ": " + value
	}
	// The measure is quoted, because its words are the source's and not ours.
	if b.What != "" {
		s += " (" + words.Quoted(b.What) + ")"
	}
	if b.Source != "" {
		s += ". Source: " + b.Source
	}
	return s
}
