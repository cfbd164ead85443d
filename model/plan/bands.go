package plan

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

// Bands are the pay bands of a staff category that an action is about, from First to Last;
// the zero Bands are none: the action is about its indicator as a whole.
type Bands struct {
	Category    model.StaffCategory
	First, Last model.Band
}

// String names the bands as they stand in evidence, "non-clinical/8c..vsm"; "" where there
// are none.
func (b Bands) String() string {
	if b == (Bands{}) {
		return ""
	}
	s := slug(b.Category.String()) + "/" + slug(b.First.String())
	if b.Last != b.First {
		s += ".." + slug(b.Last.String())
	}
	return s
}

// Words names the bands in a sentence: "bands 8c to VSM of non-clinical staff".
func (b Bands) Words() string {
	s := "bands " + words.BandRange([]model.Band{b.First, b.Last})
	if b.First == b.Last {
		s = "band " + b.First.String()
	}
	if b.Category == model.AnyCategory {
		return s
	}
	return s + " of " + words.CategoryStaff(b.Category)
}

// slug writes a name as one word; that of staff without a category is "all".
func slug(name string) string {
	if name == "" {
		return "all"
	}
	return strings.ReplaceAll(strings.ToLower(name), " ", "_")
}

// parseBands reads what String writes.
func parseBands(text string) (Bands, error) {
	if text == "" {
		return Bands{}, nil
	}
	category, bands, _ := strings.Cut(text, "/")
	first, last, several := strings.Cut(bands, "..")
	if !several {
		last = first
	}
	var b Bands
	known := false
	for _, c := range append(model.StaffCategories(), model.AnyCategory) {
		if slug(c.String()) == category {
			b.Category, known = c, true
		}
	}
	for _, band := range model.Bands() {
		if slug(band.String()) == first {
			b.First = band
		}
		if slug(band.String()) == last {
			b.Last = band
		}
	}
	if !known || b.First == model.AnyBand || b.Last < b.First {
		return Bands{}, fmt.Errorf("%q names no bands of a staff category, such as non-clinical/8c..vsm", text)
	}
	return b, nil
}

// counts adds up the staff of the bands in a year: the BME staff among all, and among
// those whose ethnicity is known, as far as it is told of how many it is not. The error is
// ErrNoFigure or ErrIncomplete.
func (b Bands) counts(f *indicator.Figure) (all, known stats.Count, err error) {
	if f == nil || f.State != model.Reported {
		return all, known, ErrNoFigure
	}
	for _, row := range b.rows(f) {
		if row.Counts[model.BME] == nil && !row.Refused || row.Hidden.Share() { // what is hidden is told by nothing
			return all, known, ErrNoFigure
		}
		if row.Refused || f.Incomplete != nil {
			return all, known, ErrIncomplete
		}
		all.Events += *row.Counts[model.BME]
		all.AtRisk += row.Total
		known.AtRisk += row.Total - row.Unknown()
	}
	known.Events = all.Events
	if all.AtRisk == 0 {
		return all, known, ErrNoFigure
	}
	return all, known, nil
}

// rows lists the rows of the bands in a year: where a view hides one of them, the row that
// has them together, if there is one.
func (b Bands) rows(f *indicator.Figure) []indicator.BandRow {
	var own []indicator.BandRow
	senior, hidden := true, false
	for _, row := range f.Bands {
		if row.Category != b.Category {
			continue
		}
		within := row.Band >= b.First && row.Band <= b.Last
		senior = senior && within == indicator.SeniorBand(row.Band)
		if _, part := row.Band.PartOf(); within && !part {
			own, hidden = append(own, row), hidden || row.Hidden.Share()
		}
	}
	if senior && hidden {
		return slices.DeleteFunc(slices.Clone(f.Senior), func(row indicator.BandRow) bool { return row.Category != b.Category })
	}
	return own
}

// hidden reports whether a view hides the figure of the bands in a year; of the whole,
// where they are none.
func (b Bands) hidden(ind *indicator.Indicator, f *indicator.Figure) bool {
	if b == (Bands{}) {
		return f.HiddenHeadline(ind)
	}
	return slices.ContainsFunc(b.rows(f), func(row indicator.BandRow) bool { return row.Hidden.Share() })
}

// untold reports whether a view hides of how many of the staff the ethnicity is not known.
func (b Bands) untold(f *indicator.Figure) bool {
	if b == (Bands{}) {
		return f.Groups[model.Unknown].HiddenEvents
	}
	return slices.ContainsFunc(b.rows(f), func(row indicator.BandRow) bool { return row.Hidden.Groups[model.Unknown] })
}

// EvidenceOfBands makes evidence of some bands of a year, as [EvidenceOf] does of an
// indicator.
func EvidenceOfBands(ind *indicator.Indicator, f *indicator.Figure, b Bands, level float64) (Evidence, error) {
	return evidenceOfBands(ind, f, b, level, round4)
}

func evidenceOfBands(ind *indicator.Indicator, f *indicator.Figure, b Bands, level float64, round func(float64) float64) (Evidence, error) {
	all, _, err := b.counts(f)
	if err != nil {
		return Evidence{}, err
	}
	share, err := stats.Proportion(all)
	if err != nil {
		return Evidence{}, ErrNoFigure
	}
	e := Evidence{Indicator: ind.ID, Bands: b, Year: f.Year, Of: indicator.BMEShare, Value: round(share.Value), Sides: []Side{{Events: all.Events, AtRisk: all.AtRisk}}}
	if limits, err := stats.Wilson(all, level); err == nil {
		e.Interval = roundedInterval(&limits, round)
	}
	return e, nil
}

// Answers reports whether the action is about an indicator, and about some of its bands
// where it is asked of those.
func (a Action) Answers(id string, b Bands) bool {
	for _, e := range a.EvidenceFigures() {
		if e.Indicator == id && e.Bands.Category == b.Category && e.Bands.First <= b.Last && b.First <= e.Bands.Last && (e.Bands != Bands{}) == (b != Bands{}) {
			return true
		}
	}
	return b == Bands{} && slices.Contains(a.IndicatorIDs(), id)
}
