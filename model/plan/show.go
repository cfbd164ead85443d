package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"wres/model/plan/due"
	"wres/model/plan/spelling"
)

// Key names what actions are sorted or grouped by.
type Key string

// The keys. ByOrder is the order of the plan itself, and one group of all.
const (
	ByOrder     Key = ""
	ByDeadline  Key = "deadline"
	ByLead      Key = "lead"
	ByStatus    Key = "status"
	ByIndicator Key = "indicator"
	ByNumber    Key = "number"
)

// SortKeys gives the keys that actions can be sorted by.
func SortKeys() []Key { return []Key{ByDeadline, ByLead, ByStatus, ByIndicator, ByNumber} }

// GroupKeys gives the keys that actions can be grouped by.
func GroupKeys() []Key { return []Key{ByIndicator, ByLead, ByStatus} }

// Sorted gives the actions in the order of a key. Those that say nothing stand
// last, and those that say the same stay in their order. What it was given is left
// as it is.
func Sorted(actions []Action, by Key) []Action {
	sorted := slices.Clone(actions)
	rank, known := sortRanks[by]
	if !known {
		return sorted
	}
	ranks := make(map[string]sortRank, len(actions)) // by the text, as many say the same
	of := func(a Action) sortRank {
		text := rank.text(a)
		if _, done := ranks[text]; !done {
			ranks[text] = rank.of(a)
		}
		return ranks[text]
	}
	slices.SortStableFunc(sorted, func(a, b Action) int {
		return of(a).compare(of(b))
	})
	return sorted
}

// sortRank is the place of an action: by class, then number, then text.
type sortRank struct {
	class  int
	number int64
	text   string
}

func (r sortRank) compare(other sortRank) int {
	return cmp.Or(cmp.Compare(r.class, other.class), cmp.Compare(r.number, other.number), cmp.Compare(r.text, other.text))
}

// nothing is the class of actions that say nothing.
const nothing = 9

var sortRanks = map[Key]struct {
	text func(Action) string
	of   func(Action) sortRank
}{
	ByDeadline: {func(a Action) string { return a.Deadline }, func(a Action) sortRank {
		d := a.Due()
		switch {
		case d.HasDate():
			return sortRank{0, d.Date.Unix(), ""}
		case d.Text != "":
			return sortRank{1, 0, spelling.Fold(d.Text)}
		}
		return sortRank{class: nothing}
	}},
	ByLead: {func(a Action) string { return a.Lead }, func(a Action) sortRank { return textRank(a.Lead) }},
	ByStatus: {func(a Action) string { return a.Status }, func(a Action) sortRank {
		rank := textRank(a.Status)
		if i := slices.Index(Statuses(), statusWord(a.Status)); i >= 0 {
			return sortRank{number: int64(i) - int64(len(Statuses()))} // before all other words
		}
		return rank
	}},
	ByIndicator: {func(a Action) string { return a.Indicators }, func(a Action) sortRank {
		if ids := a.IndicatorIDs(); len(ids) > 0 {
			return numberRank(ids[0])
		}
		return sortRank{class: nothing}
	}},
	ByNumber: {func(a Action) string { return a.Number }, func(a Action) sortRank { return numberRank(a.Number) }},
}

func textRank(text string) sortRank {
	if text = spelling.Fold(text); text == "" {
		return sortRank{class: nothing}
	}
	return sortRank{text: text}
}

// numberRank puts 2 before 10, and 3a right behind 3. Words stand behind numbers.
func numberRank(text string) sortRank {
	text = spelling.Fold(text)
	digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]
	switch n, err := strconv.ParseInt(digits, 10, 64); {
	case text == "":
		return sortRank{class: nothing}
	case err == nil:
		return sortRank{0, n, text[len(digits):]}
	}
	return sortRank{1, 0, text}
}

// Filtered gives the actions that hold each word of a text in any of their fields,
// further columns included, without regard to case and accents. A blank text is
// held by all.
func Filtered(actions []Action, text string) []Action {
	words := strings.Fields(spelling.Fold(text))
	found := []Action{}
	fields := Fields()
	for _, action := range actions {
		var all strings.Builder
		for _, field := range fields {
			all.WriteString(spelling.Fold(field.Value(action)) + "\n")
		}
		for _, cell := range action.Extra {
			all.WriteString(spelling.Fold(cell) + "\n")
		}
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(all.String(), word) }) {
			found = append(found, action)
		}
	}
	return found
}

// Due gives the open actions whose deadline is overdue or comes within so many
// days of today, the nearest deadline first.
func Due(actions []Action, today time.Time, days int) []Action {
	last := due.CalendarDay(today).AddDate(0, 0, days)
	return Sorted(slices.DeleteFunc(slices.Clone(actions), func(a Action) bool {
		due := a.Due()
		return a.Closed() || !due.HasDate() || due.Date.After(last)
	}), ByDeadline)
}

// Overdue gives the open actions whose deadline is past, the oldest first.
func Overdue(actions []Action, today time.Time) []Action { return Due(actions, today, -1) }

// Section is the actions that say the same of what they are grouped by.
type Section struct {
	Name    string // "2", "OD Team", "in progress"; "" where nothing is said
	Actions []Action
}

// Grouped gives the actions in sections, each in the order given, and the sections
// in the order that Sorted has. An action that serves several indicators stands in
// the section of each.
func Grouped(actions []Action, by Key) []Section {
	var sections []Section
	at := map[string]int{}
	put := func(key, name string, a Action) {
		i, known := at[key]
		if !known {
			i = len(sections)
			at[key] = i
			sections = append(sections, Section{Name: name})
		}
		sections[i].Actions = append(sections[i].Actions, a)
	}
	for _, a := range Sorted(actions, by) {
		switch by {
		case ByIndicator:
			ids := a.IndicatorIDs()
			for _, id := range ids {
				put(id, id, a)
			}
			if len(ids) == 0 {
				put("", "", a)
			}
		case ByLead:
			put(spelling.Fold(a.Lead), OneLine(a.Lead), a)
		case ByStatus:
			put(statusWord(a.Status), statusWord(a.Status), a)
		default:
			put("", "", a)
		}
	}
	if by == ByIndicator { // a second indicator may have made a section too early
		slices.SortStableFunc(sections, func(a, b Section) int {
			return numberRank(a.Name).compare(numberRank(b.Name))
		})
	}
	for i := range sections {
		sections[i].Actions = inOrderOf(actions, sections[i].Actions)
	}
	return sections
}

// inOrderOf gives the actions of part in the order that they have in all.
func inOrderOf(all, part []Action) []Action {
	place := make(map[string]int, len(all))
	for i, a := range all {
		place[a.ID] = i
	}
	sorted := slices.Clone(part)
	slices.SortStableFunc(sorted, func(a, b Action) int { return cmp.Compare(place[a.ID], place[b.ID]) })
	return sorted
}

// Title gives the section's name as a heading.
func (s Section) Title(by Key) string {
	switch {
	case by == ByIndicator && s.Name != "":
		return "Indicator " + s.Name
	case s.Name != "":
		return s.Name
	}
	return fmt.Sprintf("Without %s", map[Key]string{ByIndicator: "an indicator", ByLead: "a lead", ByStatus: "a status"}[by])
}

// OneLine is a field of an action for a place that has one line: what is written over several
// lines, and with tabs, has a space there instead. It is made before a text is cleaned, which
// would name a line break as a character.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
