package labels

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/pattern"
)

// The pieces of a file's name: where capitals begin a word, and words and numbers.
var (
	nameCase  = pattern.Of(`([a-z])([A-Z])|([A-Z])([A-Z][a-z])`)
	namePiece = pattern.Of(`[0-9]+|\pL+`)
	spanSigns = pattern.Of(`^[-_ ./,']*$`)
	// lonely is a span of two digits each, and a version behind a year that may be one.
	lonely       = pattern.Of(`^\d{2}[-/]\d{2}$`)
	calendarYear = pattern.Of(`^\d{4}$`)
	quarter      = pattern.Of(`\bq(?:uarter)? ?[1-4]\b`)
	yearVersion  = pattern.Of(`^\d{4}-\d$`)
)

// YearInName finds a year in a file's name, as WhenInName does.
func YearInName(name string) (model.Year, bool) {
	w, ok := WhenInName(name)
	return w.Year, ok
}

// WhenInName finds the time in a file's name, such as "staff-2024.csv", "TRAC 2023-24.csv"
// or "workforce Dec 2023.csv". It answers false where the name holds none, or several that
// are of different years.
func WhenInName(name string) (found model.When, ok bool) {
	found, _, ok = timeInName(name)
	return found, ok
}

// NamedKind is a kind of file as far as it matters to what the names of its files say.
type NamedKind struct {
	Name   string // as it begins a name
	Survey bool   // a year of the calendar is that of a staff survey, the autumn before
}

// With gives a name of a file of the WRES year.
func (k NamedKind) With(y model.Year) string {
	if k.Survey {
		return fmt.Sprintf("%s-%d-%02d", k.Name, y-1, y%100)
	}
	return fmt.Sprintf("%s-%d", k.Name, y)
}

// When finds the time in a file's name, and what is to be said of how it is taken.
func (k NamedKind) When(name string) (w model.When, notice string, ok bool) {
	if y, survey := SurveyInName(name); survey && k.Survey {
		w = model.When{Year: model.Year(y + 1), Snapshot: true}
		return w, fmt.Sprintf("%d in the file's name is taken for the staff survey of autumn %d, which is of WRES year %s; if it is the WRES year, write %d-%02d in the name", y, y, w.Year, y-1, y%100), true
	}
	if w, ok = WhenInName(name); ok && !w.Snapshot { // as a column of days has it
		notice = fmt.Sprintf("the file's name says %s, which is not a 31 March; its rows are taken for WRES year %s, which ends on %s; if they are of another year, put that year into the name in place of the day, such as %s",
			w.Day.Words(), w.Year, w.Year.Snapshot(), k.With(w.Year-1))
	}
	return w, notice, ok
}

// SurveyInName finds the year of a staff survey in the name of a file of one: "NHS staff
// survey 2023.csv", "NSS23.csv". A name that says that it gives the WRES year, or a year
// that runs to March, has none.
func SurveyInName(name string) (year int, ok bool) {
	text := strings.ToLower(nameCase().ReplaceAllString(name, "$1$3 $2$4"))
	if !surveyNamed().MatchString(text) || wresNamed().MatchString(text) {
		return 0, false
	}
	w, as, ok := timeInName(nssYear().ReplaceAllString(text, "nss 20$1"))
	return int(w.Year), ok && calendarYear().MatchString(as)
}

var (
	surveyNamed = pattern.Of(`(?:^|[^a-z])(?:surveys?|nss)(?:[^a-z]|$)`)
	wresNamed   = pattern.Of(`(?:^|[^a-z])(?:wres|fy)(?:[^a-z]|$)`)
	nssYear     = pattern.Of(`\bnss[-_ ]?(\d{2})\b`)
)

// timeInName finds the time in a name, and how it is written there.
func timeInName(name string) (found model.When, as string, ok bool) {
	text := strings.ToLower(nameCase().ReplaceAllString(name, "$1$3 $2$4"))
	q := quarter().FindString(strings.ReplaceAll(text, "_", " "))
	if q != "" {
		text = strings.Replace(strings.ReplaceAll(text, "_", " "), q, " ", 1)
	}
	pieces := namePiece().FindAllStringIndex(text, -1)
	month := ""
	for i := 0; i < len(pieces); {
		w, written, n := timeFrom(text, pieces[i:], i > 0 && digitsBefore(text, pieces[i][0]))
		if n == 0 {
			if word := text[pieces[i][0]:pieces[i][1]]; aMonth().MatchString(word) {
				month = word
			}
			i++
			continue
		}
		i += n
		if q != "" && w.Day == 0 {
			var err error
			if w, err = model.DayFirst.When(written + " " + q); err != nil {
				return model.When{}, "", false
			}
		}
		if yearVersion().MatchString(written) || ok && w.Year != found.Year {
			return model.When{}, "", false
		}
		if !ok {
			found, as, ok = w, written, true
		}
		if !w.Snapshot {
			found.Snapshot, found.Day = false, max(found.Day, w.Day)
		}
	}
	if month != "" && calendarYear().MatchString(as) { // "September staff 2023"
		found, as = model.When{}, month+" "+as
		w, err := model.DayFirst.When(as)
		return w, as, err == nil
	}
	return found, as, ok
}

// timeFrom reads the longest time that begins with the first piece of a name; n is how many
// pieces it takes, 0 for none. behind tells that a number is joined to it from before.
func timeFrom(text string, pieces [][]int, behind bool) (w model.When, written string, n int) {
	const longest = 8
	for n = min(longest, len(pieces)); n > 0; n-- {
		written = written[:0]
		sound := true
		for i, p := range pieces[:n] {
			if i > 0 {
				sign := text[pieces[i-1][1]:p[0]]
				sound = sound && spanSigns().MatchString(sign)
				if numbers := isDigit(text[pieces[i-1][0]]) && isDigit(text[p[0]]); numbers {
					sign = strings.ReplaceAll(sign, "_", "-")
				}
				written += strings.ReplaceAll(sign, "_", " ")
			}
			written += text[p[0]:p[1]]
		}
		if !sound || lonely().MatchString(written) && (behind || n < len(pieces) && digitsBefore(text[:pieces[n][0]+1], pieces[n][0]) && isDigit(text[pieces[n][0]])) {
			continue
		}
		if w, err := model.DayFirst.When(written); err == nil && isTime().MatchString(written) {
			return w, written, n
		}
	}
	return model.When{}, "", 0
}

var aMonth = pattern.Of(`^` + model.MonthWords + `$`)

// isTime holds what begins with a time by itself, without words before it.
var isTime = pattern.Of(`^(?:\d|fy|ye|` + model.MonthWords + `)`)

// digitsBefore reports whether digits stand before a place in a text, with a sign between.
func digitsBefore(text string, at int) bool {
	before := strings.TrimRight(text[:at], "-.")
	return before != "" && before != text[:at] && isDigit(before[len(before)-1])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
