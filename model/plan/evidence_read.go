package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/pattern"
	"wres/model/stats"
)

// evidenceForm is the form that Evidence.String writes. Spaces and the commas
// between the shares are free, because people retype it. It is compiled when first
// asked for.
var evidenceForm = pattern.Of(`^([1-9][0-9]?[a-z]?)(?:/([a-z_-]+/[a-z0-9_.-]+))?\s+([0-9]{4})\s+([a-z]+(?:[-/][a-z]+)?)\s+` +
	`(?:\[c\]|(` + numberForm + `)(?:%|\s*points?)?` +
	`(?:\s*\(\s*(` + numberForm + `)%?\s+to\s+(` + numberForm + `|no limit)%?(?:\s+points?)?\s*\))?` +
	`((?:[\s,]+` + sideForm + `)*))$`)

const (
	numberForm = `[-−]?[0-9]{1,12}(?:\.[0-9]{1,20})?`
	sideForm   = `(?:[0-9]{1,10}/[0-9]{1,10}|[0-9]{1,3}(?:\.[0-9]{1,20})?%(?:\s+of\s+[0-9]{1,10})?)`
)

var sidePattern = pattern.Of(sideForm)

// ParseEvidence reads one evidence as Evidence.String writes it. The error says
// what is wrong, and that what is written stays as it is.
func ParseEvidence(text string) (Evidence, error) {
	m := evidenceForm().FindStringSubmatch(strings.ToLower(strings.TrimSpace(text)))
	if m == nil {
		return Evidence{}, fmt.Errorf("%q is not a figure such as 2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371", text)
	}
	year, err := strconv.Atoi(m[3])
	e := Evidence{Indicator: m[1], Year: model.Year(year), Of: indicator.Comparison(m[4])}
	if err != nil || !e.Year.Valid() {
		return Evidence{}, fmt.Errorf("the evidence %q names no year of the standard", text)
	}
	if e.Bands, err = parseBands(m[2]); err != nil {
		return Evidence{}, fmt.Errorf("the evidence %q: %w", text, err)
	}
	if e.Bands != (Bands{}) && (e.Of != indicator.BMEShare || e.Indicator != indicator.WorkforceID) {
		return Evidence{}, fmt.Errorf("the evidence %q names bands, which indicator %s alone has, as a share", text, indicator.WorkforceID)
	}
	sides, known := comparisons[e.Of]
	if !known {
		return Evidence{}, fmt.Errorf("the evidence %q compares %q, which is none of white/bme, bme/white, bme-white, bme and board-workforce", text, m[4])
	}
	if e.Hidden = m[5] == ""; e.Hidden {
		return e, nil
	}
	e.Value = e.number(m[5])
	if m[6] != "" {
		e.Interval = &stats.Interval{Lower: e.number(m[6]), NoUpper: m[7] == "no limit"}
		if !e.Interval.NoUpper {
			e.Interval.Upper = e.number(m[7])
		}
	}
	for _, side := range sidePattern().FindAllString(m[8], -1) {
		s, err := parseSide(side)
		if err != nil {
			return Evidence{}, fmt.Errorf("the evidence %q: %w", text, err)
		}
		e.Sides = append(e.Sides, s)
	}
	if len(e.Sides) != 0 && len(e.Sides) != sides {
		return Evidence{}, fmt.Errorf("the evidence %q gives %d shares, where %s has %d", text, len(e.Sides), e.Of, sides)
	}
	return e, nil
}

// comparisons gives the number of shares behind each.
var comparisons = map[indicator.Comparison]int{indicator.WhiteOverBME: 2, indicator.BMEOverWhite: 2, indicator.BMEMinusWhite: 2, indicator.BMEShare: 1, indicator.BoardWorkforce: 2}

// number reads a number of numberForm in the unit of the comparison.
func (e Evidence) number(text string) float64 {
	text = strings.ReplaceAll(text, "−", "-")
	if !e.Of.Ratio() {
		text += "e-2"
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v == 0 {
		return 0 // the form has room for no other error than a value too small to hold
	}
	return v
}

func parseSide(text string) (Side, error) {
	if share, of, published := strings.Cut(text, "%"); published {
		v, err := strconv.ParseFloat(share+"e-2", 64)
		s := Side{Share: v, Published: true}
		if err != nil || v > 1 {
			return s, fmt.Errorf("%s%% is no share", share)
		}
		if of = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(of), "of")); of != "" {
			s.AtRisk, err = wholeNumber(of)
		}
		return s, err
	}
	events, atRisk, _ := strings.Cut(text, "/")
	a, err := wholeNumber(events)
	if err != nil {
		return Side{}, err
	}
	n, err := wholeNumber(atRisk)
	if err == nil && (a > n || n == 0) {
		err = fmt.Errorf("%s is not a part of a whole", text)
	}
	return Side{Events: a, AtRisk: n}, err
}

func wholeNumber(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n > stats.MostAtRisk {
		return 0, fmt.Errorf("%s is more people than can be counted", text)
	}
	return n, nil
}

// EvidenceFigures gives the figures that the action answers, as far as they can be
// read. Several stand one behind the other with ";" between them.
func (a Action) EvidenceFigures() []Evidence {
	var all []Evidence
	for _, text := range a.evidenceTexts() {
		if e, err := ParseEvidence(text); err == nil {
			all = append(all, e)
		}
	}
	return all
}

// evidenceTexts gives the text of each figure that is kept.
func (a Action) evidenceTexts() []string {
	return strings.FieldsFunc(a.Evidence, func(r rune) bool { return r == ';' || r == '\n' })
}

// EvidenceText writes figures as Action.Evidence holds them.
func EvidenceText(all []Evidence) string {
	texts := make([]string, len(all))
	for i, e := range all {
		texts[i] = e.String()
	}
	return strings.Join(texts, "; ")
}

// evidenceFor gives the last evidence of an indicator: a later one replaces what
// stood before it.
func (a Action) evidenceFor(id string) (Evidence, bool) {
	for _, e := range slices.Backward(a.EvidenceFigures()) {
		if e.Indicator == id {
			return e, true
		}
	}
	return Evidence{}, false
}
