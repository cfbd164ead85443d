package words

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/printed"
)

// Mismatch says of a printed figure that the counts give another.
func Mismatch(w Voice, m printed.Mismatch) string {
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
	return s + ", and the figures of this folder give " + Given(m) + "; check which is right"
}

// Given says what the counts give for a printed figure.
func Given(m printed.Mismatch) string {
	var of string
	if m.N != nil {
		of = Thousands(*m.N)
	}
	if m.Of != nil {
		of += " of " + Thousands(*m.Of)
	}
	if m.Value == nil {
		return of
	}
	s := m.Value.FloatString(m.Decimals)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		s = Minus + rest
	}
	s += [...]string{printed.InNumbers: "", printed.InPercent: "%", printed.InPoints: " percentage points"}[m.Unit]
	if of != "" {
		s += " (" + of + ")"
	}
	return s
}
