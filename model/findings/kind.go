package findings

// Kind is what can be said of a figure.
type Kind uint8

// The kinds, in the order in which they are told.
const (
	// Clear: there is a difference, or a change, that is more than chance.
	Clear Kind = iota
	// CannotTell: nothing can be said either way, and Needs says what would tell it.
	CannotTell
	// NotClear: the figures were enough to find a difference, and found none.
	NotClear
	// Counted: it is a count of everybody and no comparison, so there is nothing to judge.
	Counted
	// Incomplete: counts are missing, so nothing is concluded from the others.
	Incomplete
	// Hidden: the publication view does not show what it rests on.
	Hidden
	// NoFigures: there is no value, and Needs says what to do about it.
	NoFigures
	kinds
)

// kindWords is what each kind is called: on a screen, in a document, and as a mark of one
// finding.
var kindWords = [kinds]struct{ heading, document, name string }{
	Clear:      {"Clear difference", "significant differences", "clear"},
	CannotTell: {"Cannot be told from these figures", "cannot be told from these figures", "cannot be told"},
	NotClear:   {"No clear difference", "no significant difference", "not clear"},
	Counted:    {"All staff", "all staff", "count"},
	Incomplete: {"Incomplete: nothing is concluded", "incomplete, so nothing is concluded", "incomplete"},
	Hidden:     {"Hidden to protect people", "hidden to protect people", "hidden"},
	NoFigures:  {"No figures", "no figures", "no figures"},
}

// Kinds lists all kinds in their order.
func Kinds() []Kind {
	return []Kind{Clear, CannotTell, NotClear, Counted, Incomplete, Hidden, NoFigures}
}

// String is the name of a kind in a file that programs read: "cannot be told".
func (k Kind) String() string { return kindWords[k].name }

// Heading is what stands above the findings of a kind on a screen.
func (k Kind) Heading() string { return kindWords[k].heading }

// Document is what stands behind "Key findings, 2024: " in a document.
func (k Kind) Document() string { return kindWords[k].document }
