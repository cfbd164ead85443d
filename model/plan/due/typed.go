package due

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Error says why what was typed cannot be taken for a deadline, and what
// to type in its place.
type Error struct {
	Typed  string
	Advice string
}

func (e *Error) Error() string {
	return fmt.Sprintf("the deadline %q is not clear: %s", e.Typed, e.Advice)
}

// typedForms is the advice where no better one is known.
const typedForms = "write a day such as 31/03/2025 or 31 March, a month such as March 2025 or end of March, " +
	"a quarter such as Q4 or Q4 2024/25, or Ongoing"

// Read reads a deadline as people type it. Beyond what Parse
// understands it takes "by" and a day of the week in front, and a day, month or
// quarter without its year: then it is the next one, today included. "Ongoing" and
// a blank stay as they are.
//
// Text is what belongs in the plan: as typed where that names the day by itself,
// else the day with what was typed in brackets, "31 March 2025 (end of March)",
// because next year "end of March" would be another day. What names no day is a
// *Error.
func Read(typed string, today time.Time) (Deadline, error) {
	typed = strings.TrimSpace(typed)
	words := strings.Fields(strings.ToLower(typed))
	if len(words) == 0 || isOngoing(words[0]) {
		return Deadline{Text: typed}, nil
	}
	if advice := doubt(words); advice != "" {
		return Deadline{}, &Error{typed, advice}
	}
	if d := Parse(typed); d.HasDate() {
		return d, nil
	}
	words, weekday := withoutIntroduction(words)
	date := parseDate(strings.Join(words, " "))
	if date.IsZero() {
		date = next(words, today)
	}
	switch {
	case date.IsZero():
		return Deadline{}, &Error{typed, adviceOn(words)}
	case weekday >= 0 && date.Weekday() != weekday:
		return Deadline{}, &Error{typed, Written(date) + " is a " + date.Weekday().String() + ": see which of the two is meant"}
	}
	return Deadline{Text: Written(date) + " (" + typed + ")", Date: date}, nil
}

// IsOngoing reports whether a deadline is one that never comes.
func IsOngoing(text string) bool {
	words := strings.Fields(strings.ToLower(text))
	return len(words) > 0 && isOngoing(words[0])
}

func isOngoing(word string) bool {
	word = strings.ReplaceAll(strings.TrimRight(word, ".,;:"), "-", "")
	return word == "ongoing"
}

// Offers lists deadlines to pick from, as they would be written: the ends of the next four
// quarters that leave some weeks, that of a quarter of the financial year, and none.
func Offers(today time.Time) []string {
	var offers []string
	quarter := ""
	now := CalendarDay(today)
	for first := time.Date(now.Year(), (now.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC); len(offers) < 4; first = first.AddDate(0, 3, 0) {
		end := first.AddDate(0, 3, -1)
		if end.Before(now.AddDate(0, 0, soon)) {
			continue
		}
		offers = append(offers, Written(end))
		if end.Month() == time.March {
			quarter = fmt.Sprintf("end of Q4 %d/%02d", end.Year()-1, end.Year()%100)
		}
	}
	return append(offers, quarter, "Ongoing")
}

// soon is how many days away a deadline is at least that is offered.
const soon = 28

// doubt gives the advice on what could be read in two ways.
func doubt(words []string) string {
	if len(words) != 2 || len(words[1]) > 2 || monthNamed(words[0]) == 0 {
		return ""
	}
	if day, ok := number(words[1], 2); !ok || day < 1 || day > 31 {
		return ""
	}
	month := monthNamed(words[0])
	return fmt.Sprintf("write %s %s for the day, or %s 20%02s for the month", words[1], month, month, words[1])
}

// withoutIntroduction takes "by", "the" and a day of the week off the front.
func withoutIntroduction(words []string) (rest []string, weekday time.Weekday) {
	weekday = -1
	for len(words) > 1 {
		word := strings.TrimRight(words[0], ",")
		if day := weekdayNamed(word); day >= 0 {
			weekday = day
		} else if word != "by" && word != "the" && word != "due" {
			break
		}
		words = words[1:]
	}
	return words, weekday
}

// weekdayNamed gives the day of the week for its name or the first three or more
// letters of it, and -1 for anything else.
func weekdayNamed(name string) time.Weekday {
	if len(name) >= 3 {
		for day := time.Sunday; day <= time.Saturday; day++ {
			if strings.HasPrefix(strings.ToLower(day.String()), name) {
				return day
			}
		}
	}
	return -1
}

// next gives the next day that words without a year name, or the zero time.
func next(words []string, today time.Time) time.Time {
	text := strings.Join(words, " ")
	now := CalendarDay(today)
	// A quarter's year began up to a year before today.
	for y := now.Year() - 1; y <= now.Year()+1; y++ {
		form := fmt.Sprintf("%s %d", text, y)
		if slices.ContainsFunc(words, isQuarter) {
			form = fmt.Sprintf("%s %d/%02d", text, y, (y+1)%100)
		}
		if date := parseDate(form); !date.IsZero() && !date.Before(now) {
			return date
		}
	}
	return time.Time{}
}

// isQuarter reports whether a word has the form of q1 to q4.
func isQuarter(word string) bool { return len(word) == 2 && word[0] == 'q' }

// adviceOn says what is wrong with words that name no day.
func adviceOn(words []string) string {
	parts := dateParts(strings.Join(words, " "))
	var numbers []int
	for _, part := range parts {
		if n, ok := number(ordinal(part), 4); ok {
			numbers = append(numbers, n)
		}
	}
	switch {
	case len(parts) == 2 && isQuarter(parts[0]) && len(numbers) == 1:
		return fmt.Sprintf("a financial year has two numbers: write %s %d/%02d or %s %d/%02d", strings.ToUpper(parts[0]),
			numbers[0]-1, numbers[0]%100, strings.ToUpper(parts[0]), numbers[0], (numbers[0]+1)%100)
	case len(numbers) == len(parts) && len(parts) > 1 && numbers[1] > 12 && numbers[0] >= 1 && numbers[0] <= 12 && numbers[1] <= 31:
		return "the day stands before the month: " + swapped(parts)
	case len(parts) > 1 && len(numbers) == len(parts), len(parts) == 3 && len(numbers) == 2 && monthNamed(parts[1]) != 0,
		len(parts) == 2 && len(numbers) == 1 && monthNamed(parts[1]) != 0:
		return "there is no such day; write one such as 31/03/2025"
	case len(parts) == 1 && len(numbers) == 1 && numbers[0] >= 1900:
		return fmt.Sprintf("name the month too, such as March %d", numbers[0])
	}
	return typedForms
}

// swapped writes a date again with its first two numbers the other way round.
func swapped(parts []string) string {
	return strings.Join(append([]string{parts[1], parts[0]}, parts[2:]...), "/")
}
