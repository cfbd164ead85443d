package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Labels are the words by which a reader sees the groups: an organisation may
// say "ethnically diverse" where the standard says BME.
type Labels [GroupCount]string

// Label gives the word for a group, as written in the settings.
func (l Labels) Label(g Group) string { return l[g] }

// Sentence gives the word for a group with a capital, to begin a sentence.
func (l Labels) Sentence(g Group) string {
	r, n := utf8.DecodeRuneInString(l[g])
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + l[g][n:]
}

// Short gives a label for a column head: the word itself where it is short, else
// the initials of its words ("ethnically diverse" is "ED"), small ones left out. BAME is
// a word that no organisation wrote and the NHS gave up: it is the standard's own.
func (l Labels) Short(g Group) string {
	if utf8.RuneCountInString(l[g]) <= 7 {
		return l[g]
	}
	words := strings.Fields(l[g])
	if len(words) < 2 {
		return l[g]
	}
	var b strings.Builder
	for _, w := range words {
		switch r, _ := utf8.DecodeRuneInString(w); strings.ToLower(w) {
		case "and", "&", "or", "of", "the":
		default:
			b.WriteRune(unicode.ToUpper(r))
		}
	}
	if b.String() == "BAME" {
		return "BME"
	}
	return b.String()
}

// Thresholds are the counts below which a figure is treated with care.
type Thresholds struct {
	SmallCount    int // people: a count from 1 to one less than this may identify someone
	FewEvents     int // events, or people without one, to be expected in a group: below this only what is clear is said
	BandHeadcount int // staff in a band: below this a screen shows counts and no percentage
	// MissingEthnicity is a percentage of the staff of a band or directorate: where the
	// ethnicity of so many is not known, a notice says so.
	MissingEthnicity int
}

// How a publication view keeps small counts from being told.
const (
	HideMethod  = "hide"
	RoundMethod = "round" // it rounds all others besides
)

// Disclosure says what is not shown, because it could identify someone: of all figures
// the survey's, and of the publication view the others.
type Disclosure struct {
	SurveyRespondents int  // a share of fewer respondents is none
	UniformRow        int  // a row of fewer people, all of one group, does not show its split
	UnknownTotals     bool // small numbers of unknown ethnicity are hidden in whole staff categories too
	ShowBoard         bool // the counts of the board are shown, as its members are named in public
	SmallCount        int  // of the publication view, in place of that of the thresholds; 0: the same
	Base              int  // 5 or 10: the publication view rounds counts to the nearest multiple; 0: it hides alone
}

// Reworded marks a staff survey whose question for an indicator differs from the
// survey before, so that the figures on its two sides are not the same measure.
type Reworded struct {
	Indicator string // that asks it: "7"
	Survey    int    // calendar year of the first survey with the new wording
	What      string // what changed, as a clause
}

// Settings are the choices under which an organisation's figures are read. What
// published guidance does not settle is a setting here, with its default in
// DefaultSettings, and never a rule in code.
type Settings struct {
	Organisation    string // name shown; empty: the folder's name
	Labels          Labels
	Thresholds      Thresholds
	Disclosure      Disclosure
	Level           float64 // confidence level of intervals, 0.5 to 0.999
	Indicator3Years int     // 1: the reporting year; 2: mean of it and the year before
	Decimals        int     // decimals of a printed percentage, 0 to 3
	Clusters        [bandCount]Cluster
	Tiers           [bandCount]Tier
	Reworded        []Reworded
	Staff           StaffRules
	// Rounded is set in a publication view whose counts are rounded: to the nearest multiple
	// of this. Where it is 0 they are as they were counted.
	Rounded int
}

// StaffRules say how lists of one row a person become counts. What guidance does
// not settle about them stands here.
type StaffRules struct {
	ContractsOut   [contractCount]bool   // contracts that are not counted
	AssignmentsOut [assignmentCount]bool // assignment statuses that are not counted
	InPostOnly     bool                  // leave out rows whose dates end before the day of the count or begin after it
	Groups         [staffGroupCount]StaffCategory
	Occupations    map[string]StaffCategory // by the beginning of an occupation code
	PayCodes       map[string]Band          // by the beginning of a pay scale code
	Mandatory      []string                 // words in a course's name that make it mandatory, where no column says
}

// DefaultStaffRules gives the rules that hold where nothing else is said.
func DefaultStaffRules() StaffRules {
	r := StaffRules{
		Occupations: defaultOccupations(), PayCodes: defaultPayCodes(), Mandatory: defaultMandatory(),
	}
	for c, row := range contracts {
		r.ContractsOut[c] = row.out
	}
	for a, row := range assignments {
		r.AssignmentsOut[a] = row.out
	}
	for g, row := range staffGroups {
		r.Groups[g] = row.category
	}
	return r
}

// defaultMandatory names the subjects of the NHS core skills training framework,
// which every employer has its staff repeat. What counts as mandatory is decided
// locally, so the settings can change the list.
func defaultMandatory() []string {
	return []string{
		"mandatory", "statutory", "fire safety", "moving and handling", "manual handling", "infection prevention", "information governance",
		"data security", "safeguarding", "resuscitation", "basic life support", "equality, diversity", "equality and diversity",
		"health, safety", "health and safety", "conflict resolution", "preventing radicalisation", "local induction", "corporate induction",
	}
}

// DefaultSettings gives the settings that hold where nothing else is said.
func DefaultSettings() Settings {
	s := Settings{
		Labels:          Labels{White: "White", BME: "BME", Unknown: "unknown"},
		Thresholds:      Thresholds{SmallCount: 5, FewEvents: 5, BandHeadcount: 10, MissingEthnicity: 10},
		Disclosure:      Disclosure{SurveyRespondents: 11, UniformRow: 10},
		Level:           0.95,
		Indicator3Years: 1,
		Decimals:        1,
		Staff:           DefaultStaffRules(),
		Reworded: []Reworded{
			{"7", 2021, "\"don't know\" answers count in the base from the 2021 survey on"},
			{"7", 2025, "the 2025 survey asks the question in new words"},
		},
	}
	for b, row := range bands {
		s.Clusters[b], s.Tiers[b] = row.cluster, row.tier
	}
	return s
}
