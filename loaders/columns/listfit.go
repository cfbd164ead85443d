package columns

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"wres/loaders/columns/cells"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
)

// Rival is a column that could mean the same as the one that is used.
type Rival struct {
	Standard     string
	Used, Unused int // from 0
}

// fitList sees a header as a list of people. Exports give one thing under several
// headers (a code and its description, a band and a grade), so of those that could
// mean a column the one that the table names first is used, and the others are
// told. Two headers that are the same are a clash all the same.
func (c *Columns) fitList(e *kinds.Extract, header Heading, name string) *Fit {
	f := &Fit{Extract: e, Field: make([]string, len(header.names)), At: map[string]int{}, used: make([]uint64, len(header.names)/64+1)}
	byName := slices.Contains(header.keys, "shortlisted") && slices.Contains(header.keys, "appointed")
	f.barred = len(header.tells(e.List.BarredBy)) > 0 && !byName && e.CalledIn(name) == ""
	alone := !header.mention(e.List.Roots) && e.CalledIn(name) == ""
	ranks := map[string]int{}
	for i, key := range header.keys {
		if alone && header.rules[i] == nil && slices.Contains(e.List.Bare, key) {
			continue
		}
		standard, rank := listColumn(e, key, header.rules[i])
		if standard == "" {
			continue
		}
		first, twice := f.At[standard]
		switch {
		case !twice:
		case header.keys[first] == key && header.rules[first] == header.rules[i]:
			f.take(i, standard) // a clash
			continue
		case rank < ranks[standard]:
			f.rival(Rival{standard, i, first})
			f.drop(first)
			delete(f.At, standard)
		default:
			f.rival(Rival{standard, first, i})
			continue
		}
		f.take(i, standard)
		ranks[standard] = rank
	}
	for _, c := range e.Columns {
		if _, ok := f.At[c.Name]; c.Required && !ok {
			f.missing = append(f.missing, c.Name)
		}
	}
	for _, need := range e.List.Needs {
		if !slices.ContainsFunc(need, func(name string) bool { _, ok := f.At[name]; return ok }) {
			f.missing = append(f.missing, labels.Listed(need, "or"))
		}
	}
	return f
}

// rival notes that a column is not used for another, where that matters.
func (f *Fit) rival(r Rival) {
	if !slices.Contains(f.Extract.List.Minor, r.Standard) {
		f.Rivals = append(f.Rivals, r)
	}
}

// listColumn finds the column that a folded header means, and how early the table
// names the header: what the settings say goes before all.
func listColumn(e *kinds.Extract, key string, rule *Rule) (standard string, rank int) {
	if key == "" {
		return "", 0
	}
	if rule != nil {
		if e.Has(rule.Standard) {
			return rule.Standard, -1
		}
		return "", 0
	}
	standard = e.Means(key)
	for _, c := range e.Columns {
		if c.Name != standard {
			continue
		}
		return standard, 1 + slices.IndexFunc(c.Synonyms, func(s string) bool { return csvfile.Fold(s) == key })
	}
	return standard, 0
}

// mayBeText are headers of counts that a list of people has for something else, such as
// where someone works. Under any other header of a count, text is a fault to be told.
var mayBeText = []string{"base", "n", "value", "figure", "score", "result", "responses", "respondent", "what", "measure", "staff", "people", "employees", "workforce",
	"trained", "training", "attended", "disciplinary", "disciplinaries", "cases", "investigations"}

// countsPeople reports whether a column of the header shows that each row is a
// count: a headcount, a percentage. A column of text under such a name does not.
func countsPeople(e *kinds.Extract, header Heading, text *csvfile.File) bool {
	for column, key := range header.keys {
		if r := header.rules[column]; r != nil && slices.Contains(e.List.Without, r.Standard) && !e.Has(r.Standard) {
			return true
		}
		if key == "" || e.Means(key) != "" || header.rules[column] != nil && header.rules[column].Standard == "" {
			continue
		}
		for _, counted := range kinds.Extracts() {
			if standard := counted.Means(key); counted.List == nil && slices.Contains(e.List.Without, standard) {
				if !slices.Contains(mayBeText, key) || numbersIn(text, column) {
					return true
				}
				break
			}
		}
	}
	return false
}

// listsOf keeps the kinds that a file can be: lists where a column tells one
// person from another, else those whose rows cannot be counts.
func listsOf(fits []*Fit, header Heading, text *csvfile.File) []*Fit {
	_, person := header.personColumn()
	flags := slices.ContainsFunc(fits, func(f *Fit) bool { return f.flagged(text) })
	person = person || slices.ContainsFunc(fits, func(f *Fit) bool { return f.Extract.List != nil }) && onesIn(fits, text)
	fits = slices.DeleteFunc(slices.Clone(fits), func(f *Fit) bool {
		switch list := f.Extract.List; {
		case person:
			return list == nil
		case list == nil && f.Extract.Figures == kinds.Recruitment:
			return flags
		case list == nil:
			return false
		case f.Extract.Figures == kinds.Recruitment && f.Given("shortlisted") && f.Given("appointed"):
			return !flags || countsPeople(f.Extract, header, text)
		default:
			return countsPeople(f.Extract, header, text)
		}
	})
	if !slices.ContainsFunc(fits, func(f *Fit) bool { return f.Extract.List != nil }) {
		return fits
	}
	return slices.DeleteFunc(fits, func(f *Fit) bool { return f.Extract.List == nil && f.countsText(text) })
}

// onesIn reports whether the headcount of the kinds of counts is 1 in each row, and rows
// are alike again and again in all else that each of them uses: each is a person.
func onesIn(fits []*Fit, text *csvfile.File) bool {
	counted := 0
	for _, f := range fits {
		at, ok := f.At["headcount"]
		if f.Extract.List != nil || !ok || len(f.Extract.Counts) != 1 {
			continue
		}
		var keys []int
		for i, field := range f.Field {
			if field != "" && i != at {
				keys = append(keys, i)
			}
		}
		if counted++; !cells.Repeat(text, keys) || !cells.Ones(text, at) {
			return false
		}
	}
	return counted > 0
}

// countsText reports whether the column of a kind's counts holds no number.
func (f *Fit) countsText(text *csvfile.File) bool {
	for _, c := range f.Extract.Columns {
		if at, ok := f.At[c.Name]; ok && c.Required && (slices.Contains(kinds.CountedColumns, c.Name) || c.Name == f.Extract.Event()) && !numbersIn(text, at) {
			return true
		}
	}
	return false
}

// numbersIn reports whether the first cells of a column are numbers or percentages, and
// not text. One in which nothing stands yet may hold numbers, and so may one in which
// counts are withheld with a sign.
func numbersIn(text *csvfile.File, column int) bool {
	const enough = 50
	n, numbers, words := 0, 0, 0
	for rec := range text.Records() {
		if rec.Aside != "" {
			continue
		}
		cell := strings.TrimSpace(rec.Value(column))
		switch _, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(strings.TrimSuffix(cell, "%")), ",", ""), 64); {
		case err == nil:
			numbers++
		case strings.ContainsFunc(cell, unicode.IsLetter) && !rec.Refused():
			words++
		}
		if n++; n == enough {
			break
		}
	}
	return numbers >= words
}

// Given reports whether the file has a column.
func (f *Fit) Given(standard string) bool { _, ok := f.At[standard]; return ok }

// flagged reports whether the columns of shortlisted and appointed say yes or no, a
// date or a stage: a list of applicants has the columns of the recruitment kind.
func (f *Fit) flagged(text *csvfile.File) bool {
	if f.Extract.List == nil || f.Extract.Figures != kinds.Recruitment {
		return false
	}
	const enough = 50
	n := 0
	for rec := range text.Records() {
		if rec.Aside != "" {
			continue
		}
		for _, name := range []string{"shortlisted", "appointed"} {
			column, ok := f.At[name]
			cell := strings.TrimSpace(rec.Value(column))
			if !ok || cell == "" || strings.Trim(cell, " 01") == "" || model.IsTotal(cell) {
				continue
			}
			_, answer := labels.ParseAnswer(cell)
			_, stage := model.ParseStage(cell)
			_, _, date := model.ParseYear(cell)
			if answer || stage || date == nil && len(cell) > 4 {
				return true
			}
		}
		if n++; n == enough {
			break
		}
	}
	return false
}

// whyNoList says what a file lacks that shows one row a person or event and fits
// no list; the kinds come in order.
func whyNoList(header string, near []*Fit) string {
	var closest *Fit
	if i := slices.IndexFunc(near, func(f *Fit) bool { return f.Extract.List != nil && !f.far }); i >= 0 {
		closest = near[i]
	}
	why := fmt.Sprintf("its column %s shows one row a person or case", labels.Quoted(header))
	if closest == nil || len(closest.missing) == 0 {
		return why + ", and its columns fit no such list; wres help data lists the columns"
	}
	return why + fmt.Sprintf("; nearest is %s, which needs %s too: add that column, or say which one it is in the app with f, or under [columns] in wres.toml",
		closest.Extract.Kind, labels.Listed(closest.missing, "and"))
}
