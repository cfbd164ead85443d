package indicator

import (
	"wres/model"
	"wres/model/judge"
	"wres/model/stats"
)

// Results is everything computed of an organisation. It is immutable: screens
// and writers share one value.
type Results struct {
	Organisation string
	Example      bool
	Settings     model.Settings
	Years        []model.Year // without gaps, in order
	Series       []Series     // one for each entry of Catalogue, in its order
	Publication  bool         // they are a publication view: counts that would identify someone are hidden
}

// Series is one indicator over the years.
type Series struct {
	Indicator *Indicator
	Figures   []Figure // one for each of Results.Years, in order
	Changes   []Change // between neighbouring reported years
}

// Figure is one indicator in one year.
type Figure struct {
	Year   model.Year
	State  model.State
	Reason string     // why there are no figures, in the organisation's words
	Needs  model.Year // the year that a mean of two lacks; 0: none
	// Groups has counts and rates by group; it is empty for the board.
	Groups     [model.GroupCount]GroupFigure
	All        GroupFigure     // the groups of a likelihood together, without a rate; empty where one is not known
	Ratio      *stats.Estimate // compare over reference; likelihoods only
	Difference *stats.Estimate // BME minus White, as a fraction
	Doubt
	Makeup         // of the workforce
	Board          []BoardRow
	Parts          []Part    // of a year's recruitment
	Adjusted       *Adjusted // of a year's recruitment, where applicants are counted by pay band
	HiddenAdjusted bool      // it was, and is hidden with the bands that it is pooled from
	Benchmarks     []model.Benchmark
	Warnings       []Warning // why a part is undefined or weak
	Incomplete     *Incomplete
	Undated        int // refused rows without a year, which it may lack
	// Reworded says that the question differs from the one of the last reported
	// year before; nil where it is the same.
	Reworded *Rewording
}

// Incomplete is what a figure lacks: refused rows, and cells that could not be read in
// other rows, and the people in them.
type Incomplete struct {
	Rows, Cells int
	// Organisations counts those of several whose figures are not whole.
	Organisations int
	AtLeast       int
	AtMost        *int // nil: not known
	Hidden        bool // so few people that a publication view does not say how many
}

// Doubt is how sure a comparison is.
type Doubt struct {
	Test       *stats.Test
	Verdict    judge.Verdict // of the compare group against the reference, of the board against the workforce
	Detectable *float64      // the least ratio above 1 that these numbers would find four times in five, where nothing clear was found
	// HolmP is the p value of the headline adjusted for all that were tested in the year;
	// nil where it was not. With all of them taken together it may stay clear.
	HolmP      *float64
	StaysClear bool
	// LeastResponse is the least percentage of the staff of both groups whose answers
	// would make a survey's gap clear, where the respondents are not given: over 100
	// where no number would, 0 where that is not known.
	LeastResponse int
	Lot           *stats.Drawn  // of the board, were its members drawn by lot from the workforce
	Parity        *Parity       // what would have made both groups as likely, where the compare group is clearly more so
	Unknowns      *stats.Bounds // of the ratio, whoever the people of unknown ethnicity are
}

// Makeup is the workforce by pay band.
type Makeup struct {
	Bands      []BandRow
	Clusters   []BandRow
	Senior     []BandRow   // bands 8c and above together, one row a staff category
	Categories []BandRow   // the bands of each staff category together
	Trends     []BandTrend // by staff category
	Disparity  []Disparity
	Note       string // such as "illustrative", of the rows by band
	// Ethnicities has the staff of each band by ethnic category, as far as they were all
	// counted; nil where the source counts the groups alone.
	Ethnicities map[model.Post]model.Tally
	// Of the staff whose ethnicity is not known: who were asked and declined, and of
	// whom nothing was ever recorded. Nil where the source does not tell them apart.
	NotStated, Unrecorded *int
	HiddenTrends          []model.StaffCategory // the categories whose trend is hidden
}

// Parity counts what would have made an event as likely in both groups.
type Parity struct {
	Extra int // more events in the reference group, with all others as they were
	Moved int // events that go to the reference group from the other, their sum as it was
}

// Rewording is a break in a series of survey answers.
type Rewording struct {
	Since model.Year // the last reported year with the old question
	What  string     // what changed, as a clause
}

// GroupFigure is one group's share in a figure. A nil part is not known or
// undefined, and a warning of the figure says why.
type GroupFigure struct {
	Events                     *int
	AtRisk                     *int
	Rate                       *stats.Estimate // 0 to 1
	HiddenEvents, HiddenAtRisk bool            // the count is hidden, and nil
}

// BandRow is the staff of one band or cluster in one staff category.
type BandRow struct {
	Category       model.StaffCategory
	Band           model.Band
	Cluster        model.Cluster // set in cluster rows, where Band is AnyBand
	Counts         [model.GroupCount]*int
	Total          int
	Share          *stats.Estimate // BME of all staff in the row
	Refused        bool            // a count of the row was refused: Total lacks it, and there is no Share
	judge.Standing                 // against the rest of its staff category
	Hidden         Hidden
}

// Staff gives the staff of a row, where they were all counted.
func (row *BandRow) Staff() *int {
	if row.Refused {
		return nil
	}
	return &row.Total
}

// count is the BME staff of a row among all, and known among those whose ethnicity is.
func (row *BandRow) count() stats.Count {
	return stats.Count{Events: *row.Counts[model.BME], AtRisk: row.Total}
}

func (row *BandRow) known() stats.Count {
	return stats.Count{Events: *row.Counts[model.BME], AtRisk: row.Total - row.Unknown()}
}

// Unknown gives the staff of a row whose ethnicity is not known.
func (row *BandRow) Unknown() int { return counted(row.Counts[model.Unknown]) }

// Hangs gives the staff of unknown ethnicity on whom the verdict on a row depends where it
// cannot be told: those of the row, or where it has none those of its staff category, with
// whom it is compared.
func (f *Figure) Hangs(row *BandRow) int {
	if n := row.Unknown(); n > 0 {
		return n
	}
	n := 0
	for i := range f.Bands {
		if f.Bands[i].Category == row.Category {
			n += f.Bands[i].Unknown()
		}
	}
	return n
}

func counted(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// Part is a part of a year's recruitment, which the figure of the whole does not show:
// all but a campaign, the campaign alone, the external or the internal applicants.
type Part struct {
	Campaign string       // whose part it is; "": of internal or external applicants
	Without  bool         // all but the campaign
	Internal model.Answer // where Campaign is "": No for external applicants
	Groups   [model.GroupCount]GroupFigure
	Ratio    *stats.Estimate // compare over reference, as in the whole
	// Difference is BME minus White, as a fraction.
	Difference *stats.Estimate
	Verdict    judge.Verdict
	Warnings   []Warning // why a part of it is undefined
}

// BoardPart names a part of the board.
type BoardPart string

// The parts of a board, in the order of the return.
const (
	WholeBoard   BoardPart = "total"
	Voting       BoardPart = "voting"
	NonVoting    BoardPart = "non-voting"
	Executive    BoardPart = "executive"
	NonExecutive BoardPart = "non-executive"
)

// BoardRow is one part of the board beside the workforce.
type BoardRow struct {
	Part            BoardPart
	Counts          [model.GroupCount]*int // nil: the source does not split by this part
	Total           *int
	Share           *stats.Estimate // BME of the part's members
	Workforce       *stats.Estimate // BME of the workforce
	Difference      *stats.Estimate // Share minus Workforce, as a fraction
	Refused         bool            // a count of the part is missing, so there are no Total and Share
	Hidden          Hidden
	HiddenWorkforce bool // Workforce is hidden
}

// ChangeOf says what a change is counted in.
type ChangeOf string

// What a change is counted in.
const (
	RatioOfRatios ChangeOf = "ratio of ratios"
	Points        ChangeOf = "points" // a difference of two shares
)

// Change is the step of an indicator from one reported year to the next.
type Change struct {
	From, To model.Year
	Group    string // "bme", "white", "gap", or "" for a ratio
	Reworded bool   // the question differs between the years, so the step is no change
	Of       ChangeOf
	Value    *stats.Estimate // nil: undefined in one of the years
	P        *float64
	// Verdict says whether it went up or down, where there is an interval. Staff who are
	// counted in both years make it an indication only, where SamePeople is set.
	Verdict    judge.Verdict
	SamePeople bool
	Hidden     bool // a count behind it is hidden, in one of the years
}

// Disparity is the race disparity ratio between two tiers of pay, in one year
// and staff category: above 1, White staff are more likely to be found in the higher one.
type Disparity struct {
	Year     model.Year
	Category model.StaffCategory
	From, To model.Tier
	Counts   [2][2]int // [White, BME][From, To] headcounts
	Value    *stats.Estimate
	Refused  bool   // a row of a tier was refused, so there is no Value
	Note     string // such as "illustrative"
	Hidden   bool   // a count of a tier is hidden: the counts are noughts
}

// Indicator gives the series of an indicator, or nil.
func (r *Results) Indicator(id string) *Series {
	for i := range r.Series {
		if r.Series[i].Indicator.ID == id {
			return &r.Series[i]
		}
	}
	return nil
}

// Latest gives the last year, or 0 where there is none.
func (r *Results) Latest() model.Year {
	if len(r.Years) == 0 {
		return 0
	}
	return r.Years[len(r.Years)-1]
}

// Disparity lists the race disparity ratios of all the years.
func (r *Results) Disparity() []Disparity {
	var all []Disparity
	if s := r.Indicator(WorkforceID); s != nil {
		for _, f := range s.Figures {
			all = append(all, f.Disparity...)
		}
	}
	return all
}

// HasYear reports whether y is one of the years.
func (r *Results) HasYear(y model.Year) bool {
	return len(r.Years) > 0 && y >= r.Years[0] && y <= r.Latest()
}

// Window gives the results of at most n years that end at y, in full: figures,
// changes between those years, disparity ratios. The receiver is not changed.
func (r *Results) Window(y model.Year, n int) *Results {
	keep := func(at model.Year) bool { return at <= y && at > y-model.Year(n) }
	w := &Results{Organisation: r.Organisation, Example: r.Example, Settings: r.Settings, Publication: r.Publication}
	for _, at := range r.Years {
		if keep(at) {
			w.Years = append(w.Years, at)
		}
	}
	for _, s := range r.Series {
		part := Series{Indicator: s.Indicator}
		for _, f := range s.Figures {
			if keep(f.Year) {
				part.Figures = append(part.Figures, f)
			}
		}
		for _, c := range s.Changes {
			if keep(c.From) && keep(c.To) {
				part.Changes = append(part.Changes, c)
			}
		}
		w.Series = append(w.Series, part)
	}
	return w
}

// Figure gives the figure of a year, or nil.
func (s *Series) Figure(y model.Year) *Figure {
	for i := range s.Figures {
		if s.Figures[i].Year == y {
			return &s.Figures[i]
		}
	}
	return nil
}

// Before gives the last reported figure before a year, or nil.
func (s *Series) Before(y model.Year) *Figure {
	var last *Figure
	for i := range s.Figures {
		if s.Figures[i].Year < y && s.Figures[i].State == model.Reported {
			last = &s.Figures[i]
		}
	}
	return last
}

// ChangesTo lists the changes that end at a year.
func (s *Series) ChangesTo(y model.Year) []Change {
	var to []Change
	for _, c := range s.Changes {
		if c.To == y {
			to = append(to, c)
		}
	}
	return to
}

// Category gives the bands of a staff category together; of one without a row nothing.
func (f *Figure) Category(c model.StaffCategory) BandRow {
	for _, row := range f.Categories {
		if row.Category == c {
			return row
		}
	}
	return BandRow{Category: c}
}

// SeniorRow gives the row of the bands 8c and above of a staff category, or nil.
func (f *Figure) SeniorRow(c model.StaffCategory) *BandRow {
	for i := range f.Senior {
		if f.Senior[i].Category == c {
			return &f.Senior[i]
		}
	}
	return nil
}

// BoardRow gives the row of a part of the board, or nil.
func (f *Figure) BoardRow(part BoardPart) *BoardRow {
	for i := range f.Board {
		if f.Board[i].Part == part {
			return &f.Board[i]
		}
	}
	return nil
}

// Everybody gives the counts of all groups together, without a rate; false where a group is
// not counted, or in a figure that is no likelihood.
func (f *Figure) Everybody() (all GroupFigure, counted bool) {
	return f.All, f.All.Events != nil || f.All.HiddenEvents
}

// Staff gives the headcount; false where the workforce was not counted.
func (f *Figure) Staff() (int, bool) {
	all := f.Groups[model.White].AtRisk
	if all == nil || *all == 0 {
		return 0, false
	}
	return *all, true
}

// Declared gives the share of all staff whose ethnicity is known, and the two counts
// behind it; false where the source counts nobody of whom it is not: who was left out
// there cannot be told.
func (f *Figure) Declared() (share float64, known, all int, ok bool) {
	all, counted := f.Staff()
	unknown := f.Groups[model.Unknown].Events
	if !counted || unknown == nil {
		return 0, 0, 0, false
	}
	known = all - *unknown
	return float64(known) / float64(all), known, all, true
}

// The range within which a ratio counts as non-adverse by the four-fifths rule,
// which national reports on the standard quote. The rule takes no account of
// small numbers, so it is never a verdict.
const (
	FourFifthsLower = 0.80
	FourFifthsUpper = 1.25
)

// FourFifths says where the ratio lies beside the non-adverse range, whose ends
// are inside it: "below", "inside" or "above", or "" where there is no ratio.
func (f *Figure) FourFifths() string {
	switch {
	case f.Ratio == nil:
		return ""
	case f.Ratio.Value < FourFifthsLower:
		return "below"
	case f.Ratio.Value > FourFifthsUpper:
		return "above"
	}
	return "inside"
}

// Headline gives the one value by which a figure is known: the BME share of the
// workforce, the ratio, the gap of a survey answer (BME minus White) or the
// board's difference. It is nil where that is undefined.
func (f *Figure) Headline(ind *Indicator) *stats.Estimate { return ind.Shape.Headline(f) }

// Step gives the change to a year by which an indicator is known.
func (s *Series) Step(y model.Year) (Change, bool) {
	all := s.ChangesTo(y)
	if len(all) == 0 {
		return Change{}, false
	}
	return all[len(all)-1], true
}
