package loaders

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// groupCell is a column of the wide form: one group's counts.
type groupCell struct {
	column    int // from 0
	ethnicity model.Ethnicity
	label     string     // folded
	total     bool       // the sum of the others
	sum       bool       // the total of its group
	mapped    bool       // the settings say so
	year      model.Year // "2024 White": the year is named with the group
}

// fitGroups looks for the wide form: a column for White and one for BME, at the
// least, among those that are not taken.
func (l *loading) fitGroups(f *fit, header heading) {
	var found []groupCell
	var has [model.GroupCount]bool
	words := false // a column is named by a label, not by a code alone
	for i, h := range header.names {
		if f.field[i] != "" {
			continue
		}
		shares := f.extract.Kind == "survey" || f.extract.Kind == "benchmark"
		g, ok := l.groupHeader(h, header.rules[i], shares)
		if year, rest := cutYear(h); !ok && year != 0 && header.rules[i] == nil && !f.hasYears() {
			g, ok = l.groupHeader(rest, l.rule(rest), shares)
			g.year = year
		}
		if !ok {
			continue
		}
		g.column = i
		found = append(found, g)
		words = words || !g.code() && !g.total
	}
	if words { // "N" beside "White" and "BME" is a number of staff, not African
		found = slices.DeleteFunc(found, func(g groupCell) bool { return !g.total && g.code() })
	}
	if slices.ContainsFunc(found, func(g groupCell) bool { return g.year != 0 }) {
		// A group without a year beside those with one is of no year.
		found = slices.DeleteFunc(found, func(g groupCell) bool { return g.year == 0 })
	}
	for _, g := range found {
		if !g.total {
			has[g.ethnicity.Group()] = true
		}
	}
	if !has[model.White] || !has[model.BME] {
		return
	}
	f.groups = found
	for _, g := range found {
		f.field[g.column] = f.extract.group + " " + labels.Shown(groupWord(g))
		f.used[g.column/64] |= 1 << (g.column % 64)
	}
	f.sumColumn()
	f.clashGroups()
}

// hasYears reports whether the file has a column of years.
func (f *fit) hasYears() bool {
	return slices.ContainsFunc(yearColumns, func(c string) bool { _, ok := f.at[c]; return ok })
}

// byYear reports whether the wide form has columns for each year.
func (f *fit) byYear() bool { return f.wide() && f.groups[0].year != 0 }

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
func (h heading) years() []string {
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
func (f *fit) sumColumn() {
	for _, name := range append([]string{"respondents"}, f.extract.Counts...) {
		i, ok := f.at[name]
		if !ok {
			continue
		}
		delete(f.at, name)
		f.drop(i)
		if name == "headcount" && !f.byYear() && f.extract.Counts[0] == "headcount" {
			f.groups = append(f.groups, groupCell{column: i, label: "headcount", total: true})
			f.field[i] = f.extract.group + " total"
			f.used[i/64] |= 1 << (i % 64)
		}
	}
}

func groupWord(g groupCell) string {
	word := g.ethnicity.String()
	if g.total {
		word = "total"
	}
	return strings.TrimSpace(g.year.String() + " " + word)
}

// clashGroups looks for two columns of the wide form that mean the same.
func (f *fit) clashGroups() {
	first := map[string]int{}
	for _, g := range f.groups {
		key := labels.Identity(g.ethnicity, g.label)
		if g.total {
			key = "total"
		} else if g.sum {
			key = "total " + key
		}
		key += "\x00" + g.year.String()
		if at, twice := first[key]; twice && f.clash[0] == f.clash[1] {
			f.clash = [2]int{at, g.column}
		} else if !twice {
			first[key] = g.column
		}
	}
}

// code reports whether the header is an ESR code alone: "A", "CP". "ED" is short
// for ethnically diverse.
func (g groupCell) code() bool {
	return !g.mapped && utf8.RuneCountInString(g.label) <= 2 && g.label != "ed"
}

// headerTails are words behind a group's name that add nothing to it.
var headerTails = []string{"headcount", "count", "number", "no", "staff", "n", "%", "percent", "percentage", "members", "value"}

// groupHeader reads a header of the wide form: "White", "BME staff", "White %".
// In a file of counts a column of percentages is not one. rule is what the settings
// say of the header.
func (l *loading) groupHeader(header string, rule *headerRule, shares bool) (groupCell, bool) {
	words := strings.Fields(strings.NewReplacer("_", " ", "-", " ", "(", " ", ")", " ", "%", " % ").Replace(strings.ToLower(csvfile.Clean(header))))
	percent := slices.ContainsFunc(words, func(w string) bool { return w == "%" || strings.HasPrefix(w, "percent") })
	if percent && !shares {
		return groupCell{}, false
	}
	for i, name := range []string{header, strings.Join(cutTails(words), " ")} {
		key := csvfile.Fold(name)
		if key == "" {
			continue
		}
		if i > 0 && csvfile.Fold(header) != key {
			rule = l.rule(name)
		}
		if rule != nil {
			e, ok := groupNames[rule.standard]
			return groupCell{ethnicity: e, label: key, mapped: true}, ok
		}
		read := l.ethnicity(name)
		if read.Total && model.IsTotal(name) {
			return groupCell{label: key, total: true}, true
		}
		if read.Known {
			return groupCell{ethnicity: read.Value, label: key, sum: read.Sum}, true
		}
	}
	return groupCell{}, false
}

func cutTails(words []string) []string {
	for len(words) > 1 && slices.Contains(headerTails, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// tellCount finds out which count the wide form's cells are.
func (f *fit) tellCount(name string) {
	e := f.extract
	if _, ok := f.at["count"]; ok {
		return // each row says
	}
	told := slices.ContainsFunc(e.tells, func(c string) bool { _, ok := f.at[c]; return ok })
	switch {
	case e.Kind == "recruitment":
		short, app := named(name, "shortlist"), named(name, "appoint")
		switch {
		case short && !app:
			f.count = "shortlisted"
		case app && !short:
			f.count = "appointed"
		default:
			f.untold = true
		}
	case told || e.named(name):
		f.count = e.Counts[0]
	default:
		f.untold = true
	}
}

// countsFit checks a count column against the counts of the kind. A headcount
// alone is the workforce's, not another kind's.
func (l *loading) countsFit(f *fit, values func(column int) []string) bool {
	column, ok := f.at["count"]
	if !ok {
		return true
	}
	main := false
	for _, v := range values(column) {
		count, known := l.countNamed(f.extract, v)
		if !known {
			continue // its rows are refused
		}
		if count == "" {
			return false
		}
		main = main || count == f.extract.Counts[0] || f.extract.Kind == "recruitment"
	}
	return main || len(values(column)) == 0 && f.extract.Kind == "workforce"
}

// countNames indexes the words of count columns: the counts that each can mean.
func countNames() map[string][]string {
	names := map[string][]string{}
	for i := range extracts {
		for _, c := range extracts[i].Columns {
			if !slices.Contains(extracts[i].Counts, c.Name) || c.Name == "value" || c.Name == "percentage" {
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
}

// countNamed reads a cell of a count column: the count, or "" for another kind's.
// It answers false for a word that is no count at all.
func (l *loading) countNamed(e *Extract, cell string) (count string, known bool) {
	names := l.countNames[csvfile.Fold(cell)]
	for _, n := range names {
		if slices.Contains(e.Counts, n) {
			return n, true
		}
	}
	return "", len(names) > 0
}
