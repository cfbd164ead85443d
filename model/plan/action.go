package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"wres/model/plan/due"
)

// Action is one entry of the action plan. All of it is text as the analyst
// wrote it, so that nothing is lost on the way through the program; methods
// give the meaning where there is one. An Action is a value: Extra is the only
// part that is shared by a plain copy, and nothing in this package writes to it.
type Action struct {
	ID         string // stable name such as A-0001; never given twice in a session
	Number     string // the number printed in the plan, such as 3 or 3a
	Text       string // what will be done; column "action"; may have several lines
	Indicators string // WRES indicators it serves, such as "2; 7"
	Objective  string // what it is meant to achieve
	Measure    string // how success will be known
	Baseline   string // where the measure stands at the start
	Target     string // where it should stand at the deadline
	Deadline   string // a date, or words such as "Ongoing"
	Lead       string // who answers for it
	Status     string // open vocabulary; see Statuses
	Progress   string // what has happened so far; may have several lines; see Notes
	Updated    string // ISO date of the last change
	Evidence   string // the figures it answers, as they were; see EvidenceFigures
	Team       string // the team that carries it out
	HighImpact string // high-impact actions it serves; see HighImpactActions

	// Extra holds the cells of the user's further columns, in the order of
	// Plan.ExtraColumns, and after them the cells of a row that is longer than
	// its header. Missing cells at the end count as empty.
	Extra []string
}

// maxRange is the widest "5-8" that is read as a range of indicators. Anything
// wider is more likely a year or a typing error.
const maxRange = 20

// IndicatorIDs gives the indicators the action serves, each once, in the order
// written: "2; 7", "Indicators 2 and 7" and "2/7" all give 2 and 7. A range
// such as "5-8" or "5 to 8" gives each of its members. Words are passed over; a
// text without a number gives none.
func (a Action) IndicatorIDs() []string {
	var ids []string
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	previous, ranging := 0, false
	for _, token := range indicatorTokens(a.Indicators) {
		if token == "-" || token == "to" {
			ranging = previous > 0
			continue
		}
		id, number := indicatorID(token)
		if ranging && number > previous && number-previous <= maxRange {
			for n := previous + 1; n < number; n++ {
				add(strconv.Itoa(n))
			}
		}
		if id != "" {
			add(id)
		}
		previous, ranging = number, false
	}
	return ids
}

// indicatorTokens splits text into runs of letters and digits, and "-" for
// each dash, because only a dash and the word "to" can mean a range.
func indicatorTokens(text string) []string {
	var spaced strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r == '-' || r == '–' || r == '—' || r == '‑':
			spaced.WriteString(" - ")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			spaced.WriteRune(r)
		default:
			spaced.WriteByte(' ')
		}
	}
	return strings.Fields(spaced.String())
}

// indicatorID reads one token such as 2, 02, 1a or wres2. The number is zero
// unless the id is a plain number, the only kind a range can be made of.
func indicatorID(token string) (id string, number int) {
	token = strings.TrimLeftFunc(token, unicode.IsLetter)
	digits := strings.TrimRightFunc(token, unicode.IsLetter)
	number, err := strconv.Atoi(digits)
	if err != nil || number <= 0 || number > 999 || len(token)-len(digits) > 1 {
		return "", 0
	}
	if suffix := token[len(digits):]; suffix != "" {
		return strconv.Itoa(number) + suffix, 0
	}
	return strconv.Itoa(number), number
}

// Statuses gives the usual words for a status, in the order an action passes
// through them. They are offered, not required: any other word is kept.
func Statuses() []string {
	return []string{StatusNotStarted, StatusInProgress, "on hold", "delayed", StatusDone, "cancelled"}
}

const (
	// StatusNotStarted is the status of an action that nobody has begun.
	StatusNotStarted = "not started"
	// StatusInProgress is the status of an action that is under way.
	StatusInProgress = "in progress"
	// StatusDone is the status that Plan.Done gives.
	StatusDone = "done"
)

// Done reports whether the status says that the action is finished, in any of
// the words in use for it and without regard to case or spaces. A cancelled
// action is closed but not done: see Closed.
func (a Action) Done() bool {
	switch statusWord(a.Status) {
	case StatusDone, "complete", "completed", "closed", "finished", "achieved", "delivered":
		return true
	}
	return false
}

// Closed reports whether nothing more is expected of the action: it is done, or
// it was cancelled or stopped.
func (a Action) Closed() bool {
	switch statusWord(a.Status) {
	case "cancelled", "canceled", "withdrawn", "superseded", "stopped", "abandoned", "discontinued":
		return true
	}
	return a.Done()
}

func statusWord(status string) string {
	words := strings.FieldsFunc(strings.ToLower(status), func(r rune) bool {
		return unicode.IsSpace(r) || r == '-' || r == '_' || r == '.'
	})
	return strings.Join(words, " ")
}

// Due gives the action's deadline as a date or words.
func (a Action) Due() due.Deadline { return due.Parse(a.Deadline) }

// Overdue reports whether the deadline is a date before today and the action is
// still open. Only the calendar day of today counts, in its own time zone.
func (a Action) Overdue(today time.Time) bool {
	return !a.Closed() && a.Due().Overdue(today)
}

// UpdatedOn returns the action with Updated set to the day of now.
func (a Action) UpdatedOn(now time.Time) Action {
	a.Updated = now.Format(time.DateOnly)
	return a
}

// Equal reports whether both actions say the same. Empty cells at the end of
// Extra make no difference, because a row may leave them out.
func (a Action) Equal(b Action) bool { return a.equal(b, Fields()) }

func (a Action) equal(b Action, fields []Field) bool {
	for _, field := range fields {
		if *field.at(&a) != *field.at(&b) {
			return false
		}
	}
	return slices.Equal(withoutEmptyEnd(a.Extra), withoutEmptyEnd(b.Extra))
}

func withoutEmptyEnd(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// clean returns the action with every text in the one form that survives a
// save: line ends are LF, and what no text file can hold is a visible mark.
// Extra is copied, so the result shares nothing with a. The fields are handed in
// because a file's worth of actions is cleaned at once.
func (a Action) clean(fields []Field) Action {
	for _, field := range fields {
		text := field.at(&a)
		*text = cleanText(*text)
	}
	a.ID = strings.TrimSpace(a.ID)
	a.Extra = slices.Clone(a.Extra)
	for i, cell := range a.Extra {
		a.Extra[i] = cleanText(cell)
	}
	return a
}

// cleanText folds CR LF and CR to LF, because a CSV reader does so anyway and
// the text read back must equal the text saved; NUL and bytes that are not
// UTF-8 become U+FFFD, because a file holding them could not be opened again.
func cleanText(text string) string {
	if !strings.ContainsAny(text, "\r\x00") {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD").Replace(text)
	return strings.ToValidUTF8(text, "\uFFFD")
}
