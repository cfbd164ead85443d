package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// Warning says why a part of a figure is undefined or weak, as a value: which it is,
// and the numbers that it is about. model/words says it as a clause. What a kind has
// no use for is zero.
type Warning struct {
	Kind          WarningKind
	Group         model.Group
	State         model.State
	Year          model.Year    // the other year that it is about
	N, Of         int           // people, rows or events, and what they are set against
	Ratio, Beside float64       // a ratio, and the one that it stands beside
	Bounds        *stats.Bounds // of a ratio
	What          string        // a word of the data: a kind of extract, a category, a part, what was reworded
}

// WarningKind says what a warning is of.
type WarningKind uint8

// The kinds. Of a figure as a whole first, then of the shapes in their order.
const (
	FiguresContradictState WarningKind = iota // State is what the status says
	StateWithoutFigures
	RowsRefused        // N rows of the extract What
	RowsRefusedUnsaid  // the same of a year without figures
	CellsMissing       // N of the extract What
	ShareBetween       // Bounds of the share of the workforce, with what is missing
	RatioBetween       // of the ratio
	BoardBetween       // of the share of the board
	OrganisationsLack  // N whose figures are not whole: What
	FewerOrganisations // N of Of; the others, What, give nothing
	RowsUndated        // N refused rows of the extract What have no year
	GroupRefused       // a row of the Group
	GroupRefusedTilts  // the same of counts, where the small ones are hidden
	NothingHappened    // to anybody in either group
	EverythingHappened // to everybody in both
	FewEvents          // fewer than N to be expected in a group
	NoUpperLimit
	UnknownsDecide // N people, whose answer leaves the ratio in Bounds

	NoUnknownRow
	NoPayBands
	StaffWithoutBand // N
	NoRowOfGroup     // Group
	SharesUnknown

	MeanOfTwoYears    // Year and the one before it
	NoNumerator       // of the Group
	NoDenominator     // of the Group
	MoreThanAtRisk    // in the Group: N of Of
	NobodyAtRisk      // in the Group
	NoReferenceEvents // among N
	CampaignsUnshown  // N, beside Of that are shown
	SidesUnknown      // N of Of applicants are neither internal nor external
	BandsExplain      // Ratio within pay bands, and Beside of the whole

	CannotPool               // the Group: the category What has no respondents
	NoShareOfGroup           // Group
	CategoriesPooled         // N into the Group
	FewRespondents           // N of the Group, of whom Of are needed
	FewAnswers               // fewer than N in a group
	FewAnswersEver           // the same, even if all staff had answered
	SameAnswers              // of everybody
	RespondentsOfGroupUnsaid // Group
	RespondentsUnsaid
	QuestionReworded // since Year: What

	WorkforceShareUnsaid  // State says why
	WorkforceShareRefused // rows of the workforce were
	NoSuchMembers         // in the part What
	BoardUnsplit

	WarningKindCount // how many kinds there are
)

func (f *Figure) warn(w Warning) { f.Warnings = append(f.Warnings, w) }
