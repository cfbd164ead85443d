package words

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
)

// endSentence sees that a reason, written by people, ends as a sentence does.
func endSentence(s string) string {
	switch s[len(s)-1] {
	case '.', '!', '?':
		return s
	}
	return s + "."
}

// Change writes both values of a step, which say more than what they come to: "1.69 →
// 1.76"; or "n/a". Where the question changed there is no step to speak of, and it says so.
func (w Voice) Change(s *indicator.Series, c indicator.Change) string {
	switch {
	case c.Reworded:
		return "question changed"
	case c.Value == nil:
		return Absent(c.Hidden)
	}
	text := w.Headline(s.Indicator, s.Figure(c.From)) + " → " + w.Headline(s.Indicator, s.Figure(c.To))
	if c.To-c.From > 1 {
		text += " since " + c.From.String()
	}
	return text
}

// Reason says why a year has no figures: in the organisation's words, or that a mean of
// two years lacks one; "" where nothing is said.
func Reason(f *indicator.Figure) string {
	if f.Needs != 0 {
		return fmt.Sprintf("the mean of two years needs the cases of %s as well", f.Needs)
	}
	return f.Reason
}

func absent(f *indicator.Figure) string {
	s := fmt.Sprintf("%s for %s", Capital(f.State.Words()), f.Year)
	switch reason := Reason(f); {
	case reason == "":
		return s + "."
	case reason[0] >= 'A' && reason[0] <= 'Z': // a sentence of its own
		return s + ". " + endSentence(reason)
	default:
		return s + ": " + endSentence(reason)
	}
}

// Absence says why a year has no value in a chart or table: the state with its
// reason, or the warning that says what is undefined. Of the selected year the
// reason stands in the sentence at the top, and is not said twice.
func (w Voice) Absence(ind *indicator.Indicator, f *indicator.Figure, selected bool) string {
	if f.State != model.Reported {
		if reason := Reason(f); reason != "" && !selected {
			return f.State.Words() + ": " + reason
		}
		return f.State.Words()
	}
	for _, said := range w.Warnings(ind, f) {
		if strings.Contains(said, noValue) && !selected {
			return said
		}
	}
	return Absent(f.HiddenHeadline(ind))
}

// undefined stands for a value that cannot be computed.
const undefined = "n/a"

// is gives the verb for a number of people.
func is(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
