package labels

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/loaders/csvfile"
	"wres/model/nearest"
)

// shownCells is how much of a cell a message shows, in cells of the screen.
const shownCells = 40

// Shown cleans a piece of a file for a sentence and cuts it between characters.
func Shown(raw string) string {
	return ansi.Truncate(csvfile.Clean(raw), shownCells, "…")
}

// Quoted is shown in quotes.
func Quoted(raw string) string { return `"` + Shown(raw) + `"` }

// Thousands writes a count as a reader expects it: 1,863.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Listed joins names for a sentence: "a, b and c".
func Listed(names []string, word string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + word + " " + names[len(names)-1]
}

// Plural gives a count with its noun: "1 row", "12 rows".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Thousands(n) + " " + noun + "s"
}

// People gives a count of people.
func People(n int) string {
	if n == 1 {
		return "1 person"
	}
	return Thousands(n) + " people"
}

// Nearest gives the candidate that needs the fewest changes to become name, or ""
// where none is near. Ties go to the first.
func Nearest(name string, candidates []string) string {
	best, bestCost := "", max(2, len(name)/2)+1
	for _, c := range candidates {
		if cost := nearest.Distance([]rune(csvfile.Fold(name)), []rune(csvfile.Fold(c))); cost < bestCost {
			best, bestCost = c, cost
		}
	}
	return best
}

// Few lists some names and says how many more there are.
func Few(names []string) string {
	const most = 6
	if len(names) > most {
		names = append(slices.Clone(names[:most]), fmt.Sprintf("%d more", len(names)-most))
	}
	return Listed(names, "and")
}

// Reason drops the path that a file system puts before its reason: the file's
// name stands beside the message already, and may hold anything.
func Reason(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return errors.New(csvfile.Clean(err.Error()))
}
