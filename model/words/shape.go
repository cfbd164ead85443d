package words

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// phrases is what is said of the figures of one shape, beside what is said of all.
type phrases interface {
	// name is what an indicator is called in a table.
	name(Voice, *indicator.Indicator) string
	// unit says what the values of a table are, and taken how they come about.
	unit(Voice, *indicator.Indicator) string
	legend(Voice, *indicator.Indicator) string // of the numbers of a table, where it has no units
	taken(Voice, *indicator.Indicator) string
	// direction names the groups that are compared, "White ÷ ED".
	direction(Voice, *indicator.Indicator) string
	sentence(Voice, *indicator.Indicator, *indicator.Figure) string
	// verdict says which side is clearly higher.
	verdict(Voice, *indicator.Indicator, judge.Verdict) string
	// notTestable says of a comparison without a test why, where its sentence does not.
	notTestable(Voice, *indicator.Indicator, *indicator.Figure) string
	// step says of a change from an earlier figure whether it is more than chance.
	step(w Voice, s *indicator.Series, from, to *indicator.Figure, c indicator.Change) string
	// formula has the numbers in it, unrounded counts first.
	formula(Voice, *indicator.Indicator, *indicator.Figure) string
	// counts is short enough for a cell of a table, and baseline what an action that
	// answers the figure keeps of them.
	counts(Voice, *indicator.Indicator, *indicator.Figure) string
	baseline(Voice, *indicator.Indicator, *indicator.Figure) string
	// when says of which time the figures of a year are.
	when(model.Year) string
	// caveat says what an interval of such a figure is about.
	caveat() string
}

// phrasebook has the phrases of each shape: a new one is a file here and an entry.
var phrasebook = map[indicator.Shape]phrases{
	indicator.Bands:      bands{},
	indicator.Likelihood: likelihood{},
	indicator.Survey:     survey{},
	indicator.Board:      board{},
}

func phrasesOf(ind *indicator.Indicator) phrases { return phrasebook[ind.Shape] }

// Name is what an indicator is called in a table.
func (w Voice) Name(ind *indicator.Indicator) string { return phrasesOf(ind).name(w, ind) }

// Brief is Name where there is little room.
func (w Voice) Brief(ind *indicator.Indicator) string {
	if name := w.Name(ind); name != ind.Short {
		return name
	}
	return ind.Tab
}

// Unit says what the numbers of an indicator are, where a table has them: "points".
func (w Voice) Unit(ind *indicator.Indicator) string { return phrasesOf(ind).unit(w, ind) }

// Legend says what the numbers of a table of all indicators are, which a narrow one
// has no column for: "2, 4: White ÷ BME · 5-8: BME − White, percentage points".
func Legend(w Voice) string {
	var texts, last []string
	of := map[string][]string{} // the indicators that have a text
	for _, ind := range indicator.Catalogue() {
		text := phrasesOf(ind).legend(w, ind)
		switch {
		case len(of[text]) > 0:
		case w.Direction(ind) == "":
			last = append(last, text)
		default:
			texts = append(texts, text)
		}
		of[text] = append(of[text], ind.ID)
	}
	texts = append(texts, last...)
	for i, text := range texts {
		texts[i] = strings.ReplaceAll(strings.Join(indicator.Runs(of[text]), ", "), " to ", "-") + ": " + text
	}
	return strings.Join(texts, " · ")
}

// Meanings says what the short words of a screen mean, of those that its text holds.
func (w Voice) Meanings(text string) []string {
	var said []string
	for _, m := range [][2]string{
		{"clear", "Clear: statistically significant at the " + percentOf(w.Level) + " level"},
		{" CI", "CI: confidence interval"},
		{"HBA", "HBA: harassment, bullying or abuse"},
	} {
		if strings.Contains(text, m[0]) {
			said = append(said, m[1])
		}
	}
	return said
}

// Taken says how the value of an indicator is taken: "BME share of all staff".
func (w Voice) Taken(ind *indicator.Indicator) string { return phrasesOf(ind).taken(w, ind) }

// Direction names the group that stands on top of an indicator's ratio, or how
// its difference is taken: "White ÷ ED".
func (w Voice) Direction(ind *indicator.Indicator) string { return phrasesOf(ind).direction(w, ind) }

// Counts writes the counts behind a figure, short enough for a table cell.
func (w Voice) Counts(ind *indicator.Indicator, f *indicator.Figure) string {
	return phrasesOf(ind).counts(w, ind, f)
}

// When says of which time the figures of a year are.
func (w Voice) When(ind *indicator.Indicator, y model.Year) string { return phrasesOf(ind).when(y) }

// Sentence says what a figure shows, with its counts and its interval; Doubt says
// what may be made of it. A figure without a value is said in words, with its
// reason.
func (w Voice) Sentence(ind *indicator.Indicator, f *indicator.Figure) string {
	if f.State != model.Reported {
		return absent(f)
	}
	if f.HiddenHeadline(ind) && ind.Shape != indicator.Bands {
		return hiddenSentence(ind)
	}
	return strings.Join(nonEmpty([]string{phrasesOf(ind).sentence(w, ind, f), incompleteSentence(f)}), " ")
}

// Headline writes the one value by which a figure is known, in its unit and with the mark
// of one that is incomplete, or the state of the figure in words.
func (w Voice) Headline(ind *indicator.Indicator, f *indicator.Figure) string {
	text := w.headline(ind, f)
	if f.Headline(ind) != nil {
		text += Mark(f)
	}
	return text
}

func (w Voice) headline(ind *indicator.Indicator, f *indicator.Figure) string {
	if f.State != model.Reported {
		return f.State.Words()
	}
	v := f.Headline(ind)
	if v == nil {
		return Absent(f.HiddenHeadline(ind))
	}
	switch of := ind.Shape.Of(ind); {
	case of.Ratio():
		return RatioText(v.Value)
	case of.Gap():
		return PointsNumber(v.Value, max(w.Decimals, 1))
	}
	return w.Percent(v.Value)
}

// HeadlineInterval writes the interval of the value by which a figure is known, in
// its unit and as short as a column needs; "" where there is none, or everybody is
// counted.
func (w Voice) HeadlineInterval(ind *indicator.Indicator, f *indicator.Figure) string {
	e := f.Headline(ind)
	switch of := ind.Shape.Of(ind); {
	case ind.Shape.Census():
		return ""
	case of.Ratio():
		return w.RatioInterval(e)
	case of.Gap():
		return w.PointsInterval(e)
	}
	return w.PercentInterval(e)
}

// Baseline says where an indicator stands, for an action that begins there: its value
// and the counts behind it.
func (w Voice) Baseline(ind *indicator.Indicator, f *indicator.Figure) string {
	value, lacks := w.headline(ind, f), Incomplete(f)
	if lacks != "" {
		lacks = "; incomplete: " + lacks
	}
	if f.State != model.Reported {
		return value + " in " + f.Year.String()
	}
	if v := f.Headline(ind); v != nil && ind.Shape.Of(ind).Gap() {
		value = w.Points(v.Value)
	}
	counts := phrasesOf(ind).baseline(w, ind, f)
	if counts == "" {
		return value + " in " + f.Year.String() + lacks
	}
	return fmt.Sprintf("%s in %s (%s)%s", value, f.Year, counts, lacks)
}

// OfText writes a group's counts: "144 of 427".
func OfText(g indicator.GroupFigure) string {
	return ofText(g.Events, g.AtRisk, g.HiddenEvents, g.HiddenAtRisk)
}

// ShareText writes a group's share, of how many where that is known.
func (w Voice) ShareText(g indicator.GroupFigure) string {
	if g.Rate == nil {
		return Absent(g.HiddenRate())
	}
	if g.AtRisk == nil {
		return w.Percent(g.Rate.Value)
	}
	return w.Percent(g.Rate.Value) + " of " + Thousands(*g.AtRisk)
}

// PartText writes the counts of a part of the board: "1 of 11".
func PartText(row *indicator.BoardRow) string {
	return ofText(row.Counts[model.BME], row.Total, row.Hidden.Groups[model.BME], row.Hidden.Total)
}
