package loaders

import (
	"strings"

	"wres/loaders/csvfile"
	"wres/model"
)

// ethnicityRead is what a cell of an ethnicity column says.
type ethnicityRead struct {
	ethnicity model.Ethnicity
	known     bool // false: counted as unknown, and listed
	total     bool // the sum of the others
	sum       bool // the label calls itself the total of the group
	mapped    bool // a table of labels of the settings has it
}

// bandRead is what a cell of a pay band column says.
type bandRead struct {
	band         model.Band
	known, total bool
	sum          *model.BandSum // of a label that is not known: it stands for several bands
}

// ethnicity reads a label: the settings' labels first, then the organisation's
// own words for the groups, then the tables of the standard.
func (l *loading) ethnicity(raw string) ethnicityRead {
	if read, ok := l.ethnicities[raw]; ok {
		return read
	}
	read := l.readEthnicity(raw)
	l.ethnicities[raw] = read
	return read
}

func (l *loading) readEthnicity(raw string) ethnicityRead {
	if e, ok := l.ethnicityLabels[csvfile.Fold(raw)]; ok {
		return ethnicityRead{ethnicity: e, known: true, mapped: l.mappedLabels[csvfile.Fold(raw)]}
	}
	if model.IsTotal(raw) {
		return ethnicityRead{total: true}
	}
	if rest, ok := model.CutTotal(raw); ok {
		if of := l.readEthnicity(rest); of.known && level(of.ethnicity) > 0 {
			of.sum = true
			return of
		}
	}
	e, ok := model.ParseEthnicity(raw)
	if !ok && model.NamesTotal(raw) {
		return ethnicityRead{total: true}
	}
	return ethnicityRead{ethnicity: e, known: ok}
}

// band reads a label of a pay band column, the settings' labels first.
func (l *loading) band(raw string) bandRead {
	if read, ok := l.bands[raw]; ok {
		return read
	}
	read := l.readBand(raw)
	l.bands[raw] = read
	return read
}

func (l *loading) readBand(raw string) bandRead {
	if b, ok := l.bandLabels[csvfile.Fold(raw)]; ok {
		return bandRead{band: b, known: true}
	}
	if model.IsTotal(raw) {
		return bandRead{known: true, total: true}
	}
	b, ok := model.ParseBand(raw)
	if ok {
		return bandRead{band: b, known: true}
	}
	if model.NamesTotal(raw) {
		return bandRead{known: true, total: true}
	}
	sum, _ := model.ParseBandSum(raw)
	return bandRead{sum: sum}
}

// identity tells the cells of a file apart. Two names of one group are the same
// cell; but several ESR codes and labels roll up into one category (CA English
// and CP Polish are both other White), and they are cells that add up.
func identity(e model.Ethnicity, label string) string {
	switch e {
	case model.WhiteGroup, model.BMEGroup, model.MixedGroup, model.AsianGroup, model.BlackGroup, model.OtherGroup:
		return e.String()
	}
	return e.String() + "\x00" + label
}

// bandIdentity likewise: ESR has each band twice, under the Review Body and not.
func bandIdentity(b bandRead, raw string) string {
	key := csvfile.Fold(raw)
	switch {
	case !b.known:
		return "?" + key
	case strings.Contains(key, "nonreviewbody"):
		return b.band.String() + " non review body"
	}
	return b.band.String()
}

// families are the categories behind each group: those of the ONS sets first, whose
// sums decide what is behind White and BME.
var families = []struct{ whole, first, last model.Ethnicity }{
	{model.MixedGroup, model.WhiteAndBlackCaribbean, model.OtherMixed},
	{model.AsianGroup, model.Indian, model.OtherAsian},
	{model.BlackGroup, model.African, model.OtherBlack},
	{model.OtherGroup, model.Arab, model.OtherEthnic},
	{model.WhiteGroup, model.WhiteBritish, model.OtherWhite},
	{model.BMEGroup, model.MixedGroup, model.OtherEthnic},
	{model.UnknownEthnicity, model.NotStated, model.Missing},
}
