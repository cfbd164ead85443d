package model

import "slices"

// Post is where staff are counted in a return: a staff category and a band.
type Post struct {
	Category StaffCategory
	Band     Band
}

// Recruitment counts the applicants of one part of a year's recruitment. Band,
// StaffGroup and Campaign are empty, and Internal is not given, where the source does
// not split by them.
type Recruitment struct {
	Band        Band
	StaffGroup  string
	Campaign    string
	Internal    Answer // whether they work for the organisation already
	Shortlisted Tally  // applicants
	Appointed   Tally  // applicants, each also in Shortlisted
}

// Events counts the staff to whom something happened in a year, each once.
// Headcount is empty where the source leaves it to the workforce extract.
type Events struct {
	Count     Tally
	Headcount Tally
}

// SurveyKey names one answer of the staff survey in a year.
type SurveyKey struct {
	Indicator string // that asks it: "5"
	Ethnicity Ethnicity
}

// SurveyAnswer is one published share of a staff survey question.
type SurveyAnswer struct {
	Share       float64 // 0 to 1
	Respondents int     // people asked; 0 where the source does not say
}

// Answer is yes, no, or not given.
type Answer uint8

// The answers.
const (
	NotGiven Answer = iota
	Yes
	No
)

// Seat is where a board member is counted. As a part of a board, an answer that is
// not given is a sum over both: the zero Seat is the whole board.
type Seat struct {
	Voting    Answer
	Executive Answer
}

// State says whether an indicator of a year has figures.
type State uint8

// The states. NotSupplied is the zero State: nothing was said about the figure.
const (
	NotSupplied State = iota
	Reported
	Withheld
	NotCollected
	NotApplicable // the organisation has nothing that the indicator is of
)

// String gives the state as data and JSON write it.
func (s State) String() string {
	return [...]string{"not-supplied", "reported", "withheld", "not-collected", "not-applicable"}[s]
}

// Words gives the state as a screen writes it.
func (s State) Words() string {
	return [...]string{"not supplied", "reported", "withheld", "not collected", "not applicable"}[s]
}

// ParseState reads a state as a status extract writes it.
func ParseState(cell string) (State, bool) {
	s, ok := stateLabels()[labelKey(cell)]
	return s, ok
}

var stateLabels = folded(stateSpellings)

func stateSpellings() map[State][]string {
	return map[State][]string{
		NotSupplied:   {"not-supplied", "not available", "unavailable"},
		Reported:      {"reported"},
		Withheld:      {"withheld", "suppressed", "not published"},
		NotCollected:  {"not-collected", "no data collected", "not recorded"},
		NotApplicable: {"not-applicable", "n/a", "does not apply", "not relevant"},
	}
}

// Status is what a return says of an indicator that it has no figures for.
type Status struct {
	State  State
	Reason string // in the organisation's words, cleaned for the screen
	File   string // that says it, cleaned likewise
	Line   int
}

// Return is one organisation's figures for one WRES year. A nil or empty part
// was not supplied.
type Return struct {
	Year          Year
	Workforce     map[Post]Tally
	WorkforceNote string // such as "illustrative": shown wherever the bands are
	Recruitment   []Recruitment
	Events        map[string]*Events // by the kind of the extract that counts them: "disciplinary"
	Survey        map[SurveyKey]SurveyAnswer
	Board         map[Seat]Tally // members counted seat by seat, each once
	// BoardParts counts the members of a board whose source gives the total, those
	// who vote and those who are executives each by itself; none of them stands in
	// Board. The whole is Seat{}, those who vote Seat{Voting: Yes}. A part that is
	// not there cannot be known, nor can a group that its tally does not have.
	BoardParts map[Seat]Tally
	Statuses   map[string]Status    // by indicator
	Refused    map[string]*Refusals // by the indicator whose figures lack them
	Members    map[string][]Member  // by indicator, in the order of their names; nil: the figures are of one organisation
}

// Headcount sums the workforce over all posts, leaving out bands that are a part
// of another.
func (r *Return) Headcount() Tally {
	var sum Tally
	for post, t := range r.Workforce {
		if _, part := post.Band.PartOf(); !part {
			sum.AddTally(t)
		}
	}
	return sum
}

// Banded reports whether the workforce is split by band at all.
func (r *Return) Banded() bool {
	for post := range r.Workforce {
		if post.Band != AnyBand {
			return true
		}
	}
	return false
}

// Measure says what a benchmark's value is.
type Measure uint8

// The measures. A Share is 0 to 1, a Ratio has no unit, a Difference is of
// shares, -1 to 1.
const (
	Share Measure = iota
	Ratio
	Difference
)

// Benchmark is a national, regional or peer value to set beside one's own.
type Benchmark struct {
	Year      Year
	Indicator string
	Measure   Measure
	What      string // the source's words for the measure, cleaned
	Group     Group
	HasGroup  bool // Group is meaningful
	Band      Band // AnyBand: not of one band
	Value     float64
	Scope     string // "England", "North West", "peer group"
	Source    string
}

// Printed is one figure as it was printed somewhere, kept as text.
type Printed struct {
	Year                        Year
	Indicator, Figure, Group    string
	Part, Printed, Source, Says string
	File                        string
	Line                        int
}

// Organisation is what a folder of extracts says of one organisation.
type Organisation struct {
	Name       string // cleaned for the screen
	Example    bool   // the data built into the program, not the user's own
	Settings   Settings
	Returns    []*Return // in the order of their years
	Benchmarks []Benchmark
	Published  []Printed
	// Together names the organisations that the figures are of, in the order of their names,
	// where the folder names several and none was chosen.
	Together []string
	// Choices names the organisations of the folder of which one can be chosen, whether one
	// was or not.
	Choices []string
}

// Return gives the return of a year, or nil.
func (o *Organisation) Return(y Year) *Return {
	for _, r := range o.Returns {
		if r.Year == y {
			return r
		}
	}
	return nil
}

// Years lists the years that have a return, in order.
func (o *Organisation) Years() []Year {
	years := make([]Year, len(o.Returns))
	for i, r := range o.Returns {
		years[i] = r.Year
	}
	return years
}

// Ensure gives the return of a year, adding an empty one in its place where
// there was none. Loaders fill an organisation through it.
func (o *Organisation) Ensure(y Year) *Return {
	at, found := slices.BinarySearchFunc(o.Returns, y, func(r *Return, y Year) int { return int(r.Year - y) })
	if !found {
		o.Returns = slices.Insert(o.Returns, at, &Return{
			Year:      y,
			Workforce: map[Post]Tally{},
			Events:    map[string]*Events{},
			Survey:    map[SurveyKey]SurveyAnswer{},
			Board:     map[Seat]Tally{},
			Statuses:  map[string]Status{},
		})
	}
	return o.Returns[at]
}
