// Package misprints says of a printed figure that counts give another.
//
// Place in the flow: what model/printed found goes in, and a sentence comes out, for what was
// read of a folder and for the audit.
package misprints

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/printed"
	"wres/model/words"
)

// Sentence says of a printed figure that the counts give another.
func Sentence(w words.Voice, m printed.Mismatch) string {
	p := m.Printed
	s := fmt.Sprintf("%s, indicator %s, %s", p.Year, p.Indicator, p.Figure)
	if p.Part != "" {
		s += ", " + p.Part
	}
	if g, ok := model.GroupNamed(p.Group); ok {
		s += ", " + w.Labels.Label(g)
	} else if p.Group != "" {
		s += ", " + p.Group
	}
	s += fmt.Sprintf(": %q is printed", p.Printed)
	if p.Source != "" {
		s += " in " + p.Source
	}
	return s + ", and the figures of this folder give " + Computed(m) + "; check which is right"
}

// Computed says what the counts give for a printed figure.
func Computed(m printed.Mismatch) string {
	var of string
	if m.N != nil {
		of = words.Thousands(*m.N)
	}
	if m.Of != nil {
		of += " of " + words.Thousands(*m.Of)
	}
	if m.Value == nil {
		return of
	}
	s := m.Value.FloatString(m.Decimals)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		s = words.Minus + rest
	}
	s += [...]string{printed.InNumbers: "", printed.InPercent: "%", printed.InPoints: words.PointsUnit}[m.Unit]
	if of != "" {
		s += " (" + of + ")"
	}
	return s
}
