package finding

import "wres/model"

// Column is what whole numbers stand behind the figures of one indicator in one year, as one
// source prints them.
type Column struct {
	Year       model.Year
	Indicator  string
	Source     string
	Line       int // of its first figure; 0: unknown
	Consistent bool
	// Solutions is how many sets of whole numbers fit, up to a bound that Many says was
	// passed.
	Solutions int
	Many      bool
	Hidden    map[string]int // where one set fits, the counts by "group.figure": "white.shortlisted"
	Repairs   []Repair
}

// Repair is a smallest set of figures that, printed otherwise, would let the column agree.
type Repair struct {
	Figures   []string // "figure group" or "figure group part"
	Values    []string // what each must be, as it would be printed; several with " or " between
	Solutions int
}

// Respondents is how many people can have answered the questions of a survey, worked out of
// their percentages. It is never more than probable.
type Respondents struct {
	Year    model.Year
	Group   string
	Windows []Window // the narrowest first
	Open    bool     // too many fit to say anything
}

// Window is numbers of answers that lie close together, one for each question.
type Window struct {
	Width  int
	Counts []Answers
}

// Answers are those of one question: so many of so many.
type Answers struct {
	Indicator string
	N, Of     int
}
