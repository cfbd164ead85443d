package columns

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// GroupColumn is a column of the wide form: one group's counts.
type GroupColumn struct {
	Column    int // from 0
	Ethnicity model.Ethnicity
	Label     string     // folded
	Total     bool       // the sum of the others
	Sum       bool       // the total of its group
	mapped    bool       // the settings say so
	Year      model.Year // "2024 White": the year is named with the group
}

// fitGroups looks for the wide form: a column for White and one for BME, at the
// least, among those that are not taken.
func (c *Columns) fitGroups(f *Fit, header Heading) {
	var found []GroupColumn
	var has [model.GroupCount]bool
	words := false // a column is named by a label, not by a code alone
	for i, h := range header.names {
		if f.Field[i] != "" {
			continue
		}
		shares := f.Extract.Figures == Survey || f.Extract.Figures == Benchmarks
		g, ok := c.groupHeader(h, header.rules[i], shares)
		if year, rest := cutYear(h); !ok && year != 0 && header.rules[i] == nil && !f.hasYears() {
			g, ok = c.groupHeader(rest, c.rule(rest), shares)
			g.Year = year
		}
		if !ok {
			continue
		}
		g.Column = i
		found = append(found, g)
		words = words || !g.code() && !g.Total
	}
	if words { // "N" beside "White" and "BME" is a number of staff, not African
		found = slices.DeleteFunc(found, func(g GroupColumn) bool { return !g.Total && g.code() })
	}
	if slices.ContainsFunc(found, func(g GroupColumn) bool { return g.Year != 0 }) {
		// A group without a year beside those with one is of no year.
		found = slices.DeleteFunc(found, func(g GroupColumn) bool { return g.Year == 0 })
	}
	for _, g := range found {
		if !g.Total {
			has[g.Ethnicity.Group()] = true
		}
	}
	if !has[model.White] || !has[model.BME] {
		return
	}
	f.Groups = found
	for _, g := range found {
		f.Field[g.Column] = f.Extract.Group + " " + labels.Shown(groupWord(g))
		f.used[g.Column/64] |= 1 << (g.Column % 64)
	}
	f.sumColumn()
	f.clashGroups()
}

// hasYears reports whether the file has a column of years.
func (f *Fit) hasYears() bool {
	return slices.ContainsFunc(source.YearColumns(), func(c string) bool { _, ok := f.At[c]; return ok })
}

// ByYear reports whether the wide form has columns for each year.
func (f *Fit) ByYear() bool { return f.Wide() && f.Groups[0].Year != 0 }

// cutYear takes a year off the start or the end of a header: "2024 White",
// "BME 2023/24".
func cutYear(header string) (year model.Year, rest string) {
	words := strings.Fields(csvfile.Clean(header))
	if len(words) < 2 {
		return 0, ""
	}
	last := len(words) - 1
	if y, ok := yearName(words[0]); ok {
		return y, strings.Join(words[1:], " ")
	}
	if y, ok := yearName(words[last]); ok {
		return y, strings.Join(words[:last], " ")
	}
	return 0, ""
}

// yearName reads a year in a header: only one that is whole, or its 31 March.
func yearName(word string) (model.Year, bool) {
	y, snapshot, err := model.ParseYear(strings.Trim(word, "()"))
	return y, err == nil && snapshot
}

// years lists the columns that are named by a year alone.
func (h Heading) years() []string {
	var years []string
	for i, name := range h.names {
		if _, ok := yearName(strings.TrimSpace(name)); ok {
			years = append(years, fmt.Sprintf("%d %s", i+1, labels.Quoted(name)))
		}
	}
	return years
}

// sumColumn takes the tidy form's counts out of a file of the wide form. A
// headcount beside the headcounts of the groups is their sum; other columns of
// counts have no group and no use.
func (f *Fit) sumColumn() {
	for _, name := range append([]string{"respondents"}, f.Extract.Counts...) {
		i, ok := f.At[name]
		if !ok {
			continue
		}
		delete(f.At, name)
		f.drop(i)
		if name == "headcount" && !f.ByYear() && f.Extract.Counts[0] == "headcount" {
			f.Groups = append(f.Groups, GroupColumn{Column: i, Label: "headcount", Total: true})
			f.Field[i] = f.Extract.Group + " total"
			f.used[i/64] |= 1 << (i % 64)
		}
	}
}

func groupWord(g GroupColumn) string {
	word := g.Ethnicity.String()
	if g.Total {
		word = "total"
	}
	return strings.TrimSpace(g.Year.String() + " " + word)
}

// clashGroups looks for two columns of the wide form that mean the same.
func (f *Fit) clashGroups() {
	first := map[string]int{}
	for _, g := range f.Groups {
		key := labels.Identity(g.Ethnicity, g.Label)
		if g.Total {
			key = "total"
		} else if g.Sum {
			key = "total " + key
		}
		key += "\x00" + g.Year.String()
		if at, twice := first[key]; twice && f.clash[0] == f.clash[1] {
			f.clash = [2]int{at, g.Column}
		} else if !twice {
			first[key] = g.Column
		}
	}
}

// code reports whether the header is an ESR code alone: "A", "CP". "ED" is short
// for ethnically diverse.
func (g GroupColumn) code() bool {
	return !g.mapped && utf8.RuneCountInString(g.Label) <= 2 && g.Label != "ed"
}

// headerTails are words behind a group's name that add nothing to it.
var headerTails = []string{"headcount", "count", "number", "no", "staff", "n", "%", "percent", "percentage", "members", "value"}

// headerSigns parts the words of a header.
var headerSigns = strings.NewReplacer("_", " ", "-", " ", "(", " ", ")", " ", "%", " % ")

// groupHeader reads a header of the wide form: "White", "BME staff", "White %".
// In a file of counts a column of percentages is not one. rule is what the settings
// say of the header.
func (c *Columns) groupHeader(header string, rule *Rule, shares bool) (GroupColumn, bool) {
	words := strings.Fields(headerSigns.Replace(strings.ToLower(csvfile.Clean(header))))
	percent := slices.ContainsFunc(words, func(w string) bool { return w == "%" || strings.HasPrefix(w, "percent") })
	if percent && !shares {
		return GroupColumn{}, false
	}
	for i, name := range []string{header, strings.Join(cutTails(words), " ")} {
		key := csvfile.Fold(name)
		if key == "" {
			continue
		}
		if i > 0 && csvfile.Fold(header) != key {
			rule = c.rule(name)
		}
		if rule != nil {
			e, ok := groupNames[rule.Standard]
			return GroupColumn{Ethnicity: e, Label: key, mapped: true}, ok
		}
		read := c.labels.Ethnicity(name)
		if read.Total && model.IsTotal(name) {
			return GroupColumn{Label: key, Total: true}, true
		}
		if read.Known {
			return GroupColumn{Ethnicity: read.Value, Label: key, Sum: read.Sum}, true
		}
	}
	return GroupColumn{}, false
}

func cutTails(words []string) []string {
	for len(words) > 1 && slices.Contains(headerTails, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// tellCount finds out which count the wide form's cells are.
func (f *Fit) tellCount(name string) {
	e := f.Extract
	if _, ok := f.At["count"]; ok {
		return // each row says
	}
	told := slices.ContainsFunc(e.tells, func(c string) bool { _, ok := f.At[c]; return ok })
	switch {
	case e.Figures == Recruitment:
		short, app := named(name, "shortlist"), named(name, "appoint")
		switch {
		case short && !app:
			f.Count = "shortlisted"
		case app && !short:
			f.Count = "appointed"
		default:
			f.untold = true
		}
	case told || e.named(name):
		f.Count = e.Counts[0]
	default:
		f.untold = true
	}
}

// countsFit checks a count column against the counts of the kind. A headcount
// alone is the workforce's, not another kind's.
func countsFit(f *Fit, values func(column int) []string) bool {
	column, ok := f.At["count"]
	if !ok {
		return true
	}
	main := false
	for _, v := range values(column) {
		count, known := f.Extract.CountNamed(v)
		if !known {
			continue // its rows are refused
		}
		if count == "" {
			return false
		}
		main = main || count == f.Extract.Counts[0] || f.Extract.Figures == Recruitment
	}
	return main || len(values(column)) == 0 && f.Extract.Figures == Workforce
}

// countNames indexes the words of count columns: the counts that each can mean.
var countNames = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for _, e := range extracts() {
		for _, c := range e.Columns {
			if !slices.Contains(e.Counts, c.Name) || c.Name == "value" || c.Name == "percentage" {
				continue
			}
			for _, word := range append([]string{c.Name}, c.Synonyms...) {
				if key := csvfile.Fold(word); !slices.Contains(names[key], c.Name) {
					names[key] = append(names[key], c.Name)
				}
			}
		}
	}
	return names
})

// CountNamed reads a cell of a count column: the count, or "" for another kind's.
// It answers false for a word that is no count at all.
func (e *Extract) CountNamed(cell string) (count string, known bool) {
	names := countNames()[csvfile.Fold(cell)]
	for _, n := range names {
		if slices.Contains(e.Counts, n) {
			return n, true
		}
	}
	return "", len(names) > 0
}
