package words

import (
	"fmt"
	"math"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// board is what is said of the board beside the workforce.
type board struct{}

func (board) name(_ Voice, ind *indicator.Indicator) string { return ind.Short }

func (board) unit(Voice, *indicator.Indicator) string { return "points" }

func (board) legend(Voice, *indicator.Indicator) string { return "percentage points" }

func (board) taken(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.BME) + ", percentage points"
}

func (board) direction(Voice, *indicator.Indicator) string { return "" }

func (board) sentence(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row := f.BoardRow(indicator.WholeBoard)
	switch {
	case row == nil || row.Total == nil:
		return "There is no " + w.Labels.Label(model.BME) + " share of the board."
	case row.Share == nil:
		return "The board has no members."
	}
	members := *row.Counts[model.BME]
	s := fmt.Sprintf("%s of %s board members %s %s (%s)", Thousands(members), Thousands(*row.Total),
		is(members), w.Labels.Label(model.BME), w.Percent(row.Share.Value))
	if members == 0 {
		s = fmt.Sprintf("None of the %s is %s", Count(*row.Total, "board member"), w.Labels.Label(model.BME))
	}
	if row.Difference == nil {
		return s + "."
	}
	return fmt.Sprintf("%s, %s%s (%s).", s, beside(w, row.Difference.Value), BeforeRounding(w, row.Share.Value, row.Workforce.Value), w.Percent(row.Workforce.Value))
}

// beside says where the board stands: "11.3 percentage points below the workforce".
func beside(w Voice, difference float64) string {
	distance, below := Distance(w, difference)
	switch {
	case difference == 0:
		return "the same share as in the workforce"
	case below:
		return distance + " below the workforce"
	}
	return distance + " above the workforce"
}

func (board) verdict(_ Voice, _ *indicator.Indicator, v judge.Verdict) string {
	if v == judge.Higher {
		return "above the workforce"
	}
	return "below the workforce"
}

func (board) notTestable(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row, label := f.BoardRow(indicator.WholeBoard), w.Labels.Label(model.BME)
	switch {
	case row.Share.Value != row.Workforce.Value:
		return ": no lot drawn from the workforce could give this board"
	case row.Share.Value > 0:
		return ": all staff and board members are " + label
	}
	return ": no staff or board members are " + label
}

// step says what the board was before.
func (board) step(w Voice, _ *indicator.Series, from, to *indicator.Figure, c indicator.Change) string {
	then, now := from.BoardRow(indicator.WholeBoard), to.BoardRow(indicator.WholeBoard)
	switch same := alike(then.Counts, now.Counts); {
	case same && then.Workforce.Value == now.Workforce.Value:
		return fmt.Sprintf("In %s it was %s members too.", c.From, PartText(then))
	case same:
		return fmt.Sprintf("In %s it was %s members too: the membership by group is the same, and only the workforce changed.", c.From, PartText(then))
	}
	s := fmt.Sprintf("In %s it was %s members (%s), %s.", c.From, PartText(then), w.Percent(then.Share.Value), beside(w, then.Difference.Value))
	if c.Verdict.Clear() {
		s = strings.TrimSuffix(s, ".") + trendEvidence
	}
	return s
}

// alike reports whether two boards have as many members of each group.
func alike(a, b [model.GroupCount]*int) bool {
	for g := range a {
		if (a[g] == nil) != (b[g] == nil) || a[g] != nil && *a[g] != *b[g] {
			return false
		}
	}
	return true
}

// lotSentence says what drawing the board by lot would give, and what one appointment
// would change.
func lotSentence(w Voice, f *indicator.Figure) string {
	if f.Lot == nil {
		return ""
	}
	row, label, s := f.BoardRow(indicator.WholeBoard), w.Labels.Label(model.BME), chanceSentence(w, f)
	if n, of := *row.Counts[model.BME], *row.Total; n < of {
		share := float64(n+1) / float64(of)
		s += fmt.Sprintf(" One more %s member in place of another would make it %s of %s (%s).", label, Thousands(n+1), Thousands(of), w.Percent(share))
	}
	return s
}

// chanceSentence says what drawing the board by lot would give.
func chanceSentence(w Voice, f *indicator.Figure) string {
	row, label := f.BoardRow(indicator.WholeBoard), w.Labels.Label(model.BME)
	n, of := *row.Counts[model.BME], *row.Total
	p, drawn := f.Lot.Lower, Thousands(n)+" or none"
	switch upper := row.Difference.Value > 0; {
	case upper && n == of:
		p, drawn = f.Lot.Upper, "all "+Thousands(n)
	case upper:
		p, drawn = f.Lot.Upper, Thousands(n)+" or more"
	case n == 0:
		drawn = "none"
	case n > 1:
		drawn = Thousands(n) + " or fewer"
	}
	return fmt.Sprintf("Were %s drawn by lot from the workforce, %s would be %s %s.", Count(of, "member"), drawn, label, timesIn(p))
}

// timesIn says a probability: "31 times in 100".
func timesIn(p float64) string {
	many := 100
	if p < 0.01 {
		many = 1000
	}
	switch n := int(math.Round(p * float64(many))); {
	case n == 0:
		return "less than once in 1,000 times"
	case n == 1:
		return "1 time in " + Thousands(many)
	case n >= many:
		return fmt.Sprintf("over %d times in %d", many-1, many)
	default:
		return fmt.Sprintf("%d times in %s", n, Thousands(many))
	}
}

func (board) formula(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row := f.BoardRow(indicator.WholeBoard)
	return fmt.Sprintf("difference = %s − workforce share = %s − %s = %s", fraction(row.Counts[model.BME], row.Total),
		digits(row.Share.Value), digits(row.Workforce.Value), digits(row.Difference.Value))
}

func (board) counts(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row := f.BoardRow(indicator.WholeBoard)
	if row == nil || row.Total == nil || row.Counts[model.BME] == nil {
		return ""
	}
	s := fmt.Sprintf("%s of %s on the board", Thousands(*row.Counts[model.BME]), Thousands(*row.Total))
	if row.Workforce != nil {
		s += ", " + w.Percent(row.Workforce.Value) + " of staff"
	}
	return s
}

func (board) baseline(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	if row := f.BoardRow(indicator.WholeBoard); row != nil && (row.Total != nil || row.Hidden.Any()) {
		return PartText(row) + " board members"
	}
	return ""
}

func (board) when(y model.Year) string { return "on " + y.Snapshot() }

func (board) caveat() string { return everybodyCounted }
