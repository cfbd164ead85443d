package plan

import (
	"strings"
	"time"
)

// Note is one entry of an action's progress.
type Note struct {
	Date time.Time // the day, at midnight UTC; the zero time where none was written
	Text string    // may have several lines; no blank ones at its ends
}

// noteIndent stands before a line of a note that would end it or begin another.
const noteIndent = "  "

// Notes gives the progress as dated notes, in the order of the text, which is
// newest first by custom. A line that begins with a date such as "2025-01-31: "
// begins a note, and the lines under it belong to it up to a blank one. Other
// lines are notes without a date.
func (a Action) Notes() []Note {
	var notes []Note
	var lines []string
	var date time.Time
	end := func() {
		if text := strings.Trim(strings.Join(lines, "\n"), "\n"); text != "" || !date.IsZero() {
			notes = append(notes, Note{date, text})
		}
		date, lines = time.Time{}, nil
	}
	for line := range strings.SplitSeq(a.Progress, "\n") {
		day, rest, dated := cutDate(line)
		switch {
		case dated:
			end()
			date, lines = day, []string{rest}
		case line == "" && !date.IsZero():
			end()
		case indented(line):
			lines = append(lines, strings.TrimPrefix(line, noteIndent))
		default:
			lines = append(lines, line)
		}
	}
	end()
	return notes
}

// cutDate takes the date of a note off a line.
func cutDate(line string) (date time.Time, rest string, ok bool) {
	text, rest, found := strings.Cut(line, ":")
	if !found || len(text) != len(time.DateOnly) {
		return time.Time{}, "", false
	}
	date, err := time.Parse(time.DateOnly, text)
	return date, strings.TrimPrefix(rest, " "), err == nil && !date.IsZero()
}

// indented reports whether a line is one that Noted has put an indent before, or
// would look like it.
func indented(line string) bool {
	return strings.HasPrefix(line, noteIndent) && needsIndent(line[len(noteIndent):])
}

// needsIndent reports whether a line would, but for indents, end a note or begin
// another one.
func needsIndent(line string) bool {
	for strings.HasPrefix(line, noteIndent) {
		line = line[len(noteIndent):]
	}
	_, _, dated := cutDate(line)
	return dated || line == ""
}

// Noted returns the action with a note of the day of now before what its progress
// says already. A blank note changes nothing.
func (a Action) Noted(text string, now time.Time) Action {
	text = strings.Trim(cleanText(text), "\n")
	if blank(text) {
		return a
	}
	lines := strings.Split(text, "\n")
	for i := 1; i < len(lines); i++ {
		if needsIndent(lines[i]) {
			lines[i] = noteIndent + lines[i]
		}
	}
	note := now.Format(time.DateOnly) + ": " + strings.Join(lines, "\n")
	if _, _, dated := cutDate(a.Progress); !dated && a.Progress != "" {
		note += "\n" // a blank line, so that what has no date is not taken for the note's
	}
	if a.Progress != "" {
		note += "\n" + a.Progress
	}
	a.Progress = note
	return a
}
