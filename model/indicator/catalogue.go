package indicator

import (
	"strconv"

	"wres/model"
)

// Direction says which way an indicator improves.
type Direction uint8

// The directions.
const (
	TowardsEqual Direction = iota // nearer to no difference is better
	Down                          // lower shares are better, and equal
	Up                            // higher shares are better, and equal
)

// Indicator is the definition of one indicator, as data.
type Indicator struct {
	ID    string // "2"
	Shape Shape
	Names
	// Compare stands on top of the ratio, Reference on the bottom. A difference
	// is always BME minus White, whichever is on top.
	Compare, Reference model.Group
	Better             Direction
	People             string    // whom it counts: "applicants"
	Event              string    // what they are counted for, after "were as likely to"
	Happened           string    // the same of those to whom it happened: "were appointed from shortlisting"
	Gain               [2]string // what one has, or more have, by the event; empty where it is no gain
	Numerator          string
	Denominator        string
	Help               string // behind its title in the help: how it is taken, and which way is better
	Extract            string // the kind of extract that holds its counts
	// Workforce says that the workforce stands behind it: as those who are counted
	// among where its own extract has no headcount, or as what it is compared with.
	Workforce bool
	// Years says of how many years it is the mean, under the settings; nil: of one.
	Years  func(model.Settings) int
	Counts CountNames

	figure func(*computation, *Indicator, *model.Return) Figure // nil: that of the shape
}

// Names are what an indicator is called, the longest first.
type Names struct {
	Title string // in full
	Short string // for a table
	Tab   string // for a tab
	Abbr  string // for a tab where there is little room
}

// CountNames are the names by which reports print an indicator's two counts, and whether
// they print a group's part of each.
type CountNames struct {
	AtRisk, Events string
	Shares         bool
}

// Extracts lists the kinds of extract that an indicator's figures are made from:
// its own, and the workforce where that stands behind them.
func (ind *Indicator) Extracts() []string {
	if ind.Workforce {
		return []string{ind.Extract, workforceExtract}
	}
	return []string{ind.Extract}
}

// OfTwoYears reports whether the settings make the indicator the mean of two years.
func (ind *Indicator) OfTwoYears(s model.Settings) bool { return ind.Years != nil && ind.Years(s) == 2 }

// WorkforceID is the indicator of the workforce's own make-up: its status and its
// refused rows are those of every headcount.
const WorkforceID = "1"

// workforceExtract is the kind of extract that it is made from.
const workforceExtract = "workforce"

// Catalogue is the table of indicators: adding one is adding an entry. The
// direction of each ratio is the one that published returns use (indicator 3
// has BME on top, 2 and 4 White).
func Catalogue() []*Indicator { return catalogue }

// Lookup gives the indicator with an ID, or nil.
func Lookup(id string) *Indicator {
	for _, ind := range catalogue {
		if ind.ID == id {
			return ind
		}
	}
	return nil
}

// Runs names indicators as a reader counts them, three or more that follow each other as
// one: "1 to 4", "7".
func Runs(ids []string) []string {
	var runs []string
	for from := 0; from < len(ids); {
		to := from + 1
		for to < len(ids) && follows(ids[to-1], ids[to]) {
			to++
		}
		if to-from > 2 {
			runs = append(runs, ids[from]+" to "+ids[to-1])
		} else {
			runs = append(runs, ids[from:to]...)
		}
		from = to
	}
	return runs
}

// follows reports whether two ids are numbers, one after the other.
func follows(a, b string) bool {
	n, errA := strconv.Atoi(a)
	m, errB := strconv.Atoi(b)
	return errA == nil && errB == nil && n+1 == m
}

var catalogue = []*Indicator{
	{
		ID: WorkforceID, Shape: Bands, Better: TowardsEqual,
		Names: Names{
			Title: "Staff in each pay band compared with the whole workforce",
			Short: "Staff by band",
			Tab:   "Bands",
			Abbr:  "Bands",
		},
		People:      "staff",
		Numerator:   "headcount of the group in the band on 31 March",
		Denominator: "all headcount in the band, unknown ethnicity included",
		Help:        "\nA share: BME headcount in the band over all headcount in the band.\nAim: every band near the share of the whole workforce.",
		Extract:     workforceExtract,
	},
	{
		ID: "2", Shape: Likelihood, Better: TowardsEqual, Compare: model.White, Reference: model.BME,
		Names: Names{
			Title: "Likelihood of being appointed from shortlisting, across all posts",
			Short: "Appointed from shortlist",
			Tab:   "Appointed",
			Abbr:  "Appt.",
		},
		People:      "applicants",
		Event:       "be appointed from shortlisting",
		Happened:    "were appointed from shortlisting",
		Gain:        [2]string{"appointment", "appointments"},
		Numerator:   "applicants of the group appointed in the year",
		Denominator: "applicants of the group shortlisted in the year",
		Help:        "\nA ratio: White ÷ BME. Each side is appointed over shortlisted.\nAbove 1, White applicants are more likely to be appointed. Aim: 1.00.",
		Extract:     "recruitment",
		Counts:      CountNames{"shortlisted", "appointed", true},
		figure:      recruitmentFigure,
	},
	{
		ID: "3", Shape: Likelihood, Better: TowardsEqual, Compare: model.BME, Reference: model.White,
		Names: Names{
			Title: "Likelihood of entering the formal disciplinary process",
			Short: "Formal disciplinary",
			Tab:   "Disciplinary",
			Abbr:  "Disc.",
		},
		People:      "staff",
		Event:       "enter the formal disciplinary process",
		Happened:    "entered the formal disciplinary process",
		Numerator:   "staff of the group who entered a formal disciplinary investigation in the year, each once",
		Denominator: "headcount of the group on 31 March",
		Help:        "\nA ratio: BME ÷ White. Each side is staff who entered the process over staff.\nAbove 1, BME staff are more likely to enter the process. Aim: 1.00.",
		Extract:     "disciplinary",
		Workforce:   true,
		Years:       func(s model.Settings) int { return s.Indicator3Years },
		Counts:      CountNames{AtRisk: "headcount", Events: "entered"},
	},
	{
		ID: "4", Shape: Likelihood, Better: TowardsEqual, Compare: model.White, Reference: model.BME,
		Names: Names{
			Title: "Likelihood of accessing non-mandatory training and CPD",
			Short: "Training and CPD",
			Tab:   "Training",
			Abbr:  "Train.",
		},
		People:      "staff",
		Event:       "access non-mandatory training and CPD",
		Happened:    "accessed non-mandatory training and CPD",
		Gain:        [2]string{"training place", "training places"},
		Numerator:   "staff of the group who accessed non-mandatory training or CPD in the year, each once",
		Denominator: "headcount of the group on 31 March",
		Help:        "\nA ratio: White ÷ BME. Each side is staff with access over staff.\nAbove 1, White staff are more likely to have access. Aim: 1.00.",
		Extract:     "training",
		Workforce:   true,
		Counts:      CountNames{AtRisk: "headcount", Events: "accessed"},
	},
	surveyIndicator("5", Down,
		"Harassment, bullying or abuse from patients, relatives or the public in the last 12 months",
		"Harassment, bullying or abuse: public", "HBA public", "HBA pub.",
		"said they had experienced harassment, bullying or abuse from patients, relatives or the public in the last 12 months",
		" A gap: BME − White, in percentage points.\nAim: both shares low, and equal."),
	surveyIndicator("6", Down,
		"Harassment, bullying or abuse from staff in the last 12 months",
		"Harassment, bullying or abuse: staff", "HBA staff", "HBA staff",
		"said they had experienced harassment, bullying or abuse from staff in the last 12 months",
		"\nA gap: BME − White, in percentage points. Aim: both low, and equal."),
	surveyIndicator("7", Up,
		"Belief that the organisation provides equal opportunities for career progression or promotion",
		"Career progression", "Progression", "Progr.",
		"believe that the organisation provides equal opportunities for career progression or promotion",
		" A gap: BME − White, in percentage points.\nAim: both shares high, and equal."),
	surveyIndicator("8", Down,
		"Personally experienced discrimination at work from a manager, team leader or other colleagues in the last 12 months",
		"Discrimination at work", "Discrimination", "Discr.",
		"said they had personally experienced discrimination at work from a manager, team leader or other colleagues in the last 12 months",
		" A gap: BME − White, in percentage points. Aim: both low, and equal."),
	{
		ID: "9", Shape: Board, Better: TowardsEqual,
		Names: Names{
			Title: "Board membership compared with the whole workforce",
			Short: "Board compared with workforce",
			Tab:   "Board",
			Abbr:  "Board",
		},
		People:      "board members",
		Numerator:   "board members of the group, by voting and executive membership",
		Denominator: "all board members, unknown ethnicity included; minus the group's share of the workforce",
		Help:        "\nA difference: the BME share of the board minus that of the workforce, in percentage points; below 0 the board has fewer. For the whole board, voting, non-voting, executive and non-executive members. Aim: 0.",
		Extract:     "board",
		Workforce:   true,
	},
}

func surveyIndicator(id string, better Direction, title, short, tab, abbr, happened, help string) *Indicator {
	return &Indicator{
		ID: id, Shape: Survey, Better: better, Compare: model.BME, Reference: model.White,
		Names:       Names{title, short, tab, abbr},
		People:      "respondents",
		Happened:    happened,
		Help:        help,
		Numerator:   "respondents of the group who gave this answer, in the survey of the autumn before",
		Denominator: "respondents of the group",
		Extract:     "survey",
	}
}
