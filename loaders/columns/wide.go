package columns

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/loaders/kinds"
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
	Apart     bool       // of people whom the settings put into a group that their heading is not
	Year      model.Year // "2024 White": the year is named with the group
	Count     string     // "White shortlisted": the count is named with the group
	Strange   string     // the label, where no table knows it: its people count as unknown
}

// Identity tells the cells of a row apart, as labels.Identity does. People whom the
// settings put into a group add up with those of its own column.
func (g GroupColumn) Identity() string {
	if g.Apart {
		return g.Ethnicity.String() + "\x00" + g.Label
	}
	return labels.Identity(g.Ethnicity, g.Label)
}

// passedColumn is a column that names a group and is not used.
type passedColumn struct {
	groupHeading
	why passedWhy
}

// passedColumns are those of a file.
type passedColumns []passedColumn

// passedWhy says why the column of a group is not used.
type passedWhy uint8

const (
	notUnderstood passedWhy = iota
	twoYears
	noYear
	otherStage
	noCount
	passedReasons
)

// passedWords follow the names of such columns, and say what to do.
var passedWords = [passedReasons]string{
	notUnderstood: "and what else they say is not understood; name each by its group alone, or by its group and a year such as 2024 or 2023/24",
	twoYears:      "and a year, but the file has a column of years too; give each year rows of its own",
	noYear:        "and no year, but other columns name theirs; write the year into each name, such as White 2024",
	otherStage:    "and a stage that no figure is of",
	noCount:       "and no count, but other columns name theirs; write into each name which count it is, as these do",
}

// fitGroups looks for the wide form: a column for White and one for BME, at the
// least, among those that are not taken.
func (c *Columns) fitGroups(f *Fit, header Heading) {
	var found []GroupColumn
	var has [model.GroupCount]bool
	words := false // a column is named by a label, not by a code alone
	shares := f.Extract.Figures == kinds.Survey || f.Extract.Figures == kinds.Benchmarks
	for i := range header.names {
		if f.Field[i] != "" {
			continue
		}
		h := c.countOf(f, header, i)
		h.Column = i
		switch {
		case !h.named, h.percent && !shares:
			continue
		case h.stage:
			f.passed.pass(h.groupHeading, otherStage)
			continue
		case h.rest != "":
			f.passed.pass(h.groupHeading, notUnderstood)
			continue
		case h.Year != 0 && f.hasYears():
			f.passed.pass(h.groupHeading, twoYears)
			continue
		}
		found = append(found, h.GroupColumn)
		words = words || !h.code() && !h.Total
	}
	if words { // "N" beside "White" and "BME" is a number of staff, not African
		found = slices.DeleteFunc(found, func(g GroupColumn) bool { return !g.Total && g.code() })
	}
	headcounts(f.Extract, found, header.names)
	found = f.passed.without(found, noYear, func(g GroupColumn) bool { return g.Year == 0 })
	found = f.passed.without(found, noCount, func(g GroupColumn) bool { return g.Count == "" })
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

// groupOf reads the heading of a column as one of the wide form.
func (c *Columns) groupOf(header Heading, i int) groupHeading {
	if r := header.rules[i]; r != nil {
		g, ok := c.labelHeading(header.names[i], r)
		return groupHeading{GroupColumn: g, named: ok}
	}
	if header.groups[i] == nil {
		h := c.readHeading(cmp.Or(header.letters[header.names[i]], header.names[i]))
		header.groups[i] = &h
	}
	return *header.groups[i]
}

// pass notes that the column of a group is not used.
func (all *passedColumns) pass(h groupHeading, why passedWhy) {
	if !h.Total {
		*all = append(*all, passedColumn{h, why})
	}
}

// without gives the columns whose headings say something, and passes those that lack it
// beside them; all, where every one lacks it.
func (all *passedColumns) without(found []GroupColumn, why passedWhy, lacks func(GroupColumn) bool) []GroupColumn {
	if !slices.ContainsFunc(found, func(g GroupColumn) bool { return !lacks(g) }) {
		return found
	}
	return slices.DeleteFunc(found, func(g GroupColumn) bool {
		if lacks(g) {
			all.pass(groupHeading{GroupColumn: g}, why)
		}
		return lacks(g)
	})
}

// whyPassed says of a file of no kind that the columns of its groups are not understood,
// where White and BME ones are called alike; else "". Its first row may be about a
// person, whose name holds a colour.
func (f *Fit) whyPassed(header []string) string {
	names := make([]string, len(f.passed))
	groups := map[string]model.GroupSet{}
	alike := false
	for i, p := range f.passed {
		names[i] = labels.Quoted(header[p.Column])
		set := groups[p.rest]
		set[p.Ethnicity.Group()] = true
		groups[p.rest] = set
		alike = alike || set[model.White] && set[model.BME]
		if !labels.LooksLikeLabel(header[p.Column]) {
			return ""
		}
	}
	if !alike {
		return ""
	}
	return fmt.Sprintf("its columns %s name a group, %s", labels.Few(names), f.passed[0].why.words(f.Extract))
}

// words follow the names of such columns, and say what to do in a file of a kind.
func (why passedWhy) words(e *kinds.Extract) string {
	if why == notUnderstood && len(e.Counts) > 1 && e.Adds() {
		return passedWords[why] + ", and by its count where it is one of several, such as White " + e.Counts[0]
	}
	return passedWords[why]
}

// hasYears reports whether the file has a column of years.
func (f *Fit) hasYears() bool {
	return slices.ContainsFunc(source.YearColumns(), func(c string) bool { _, ok := f.At[c]; return ok })
}

// ByYear reports whether the wide form has columns for each year.
func (f *Fit) ByYear() bool { return f.Wide() && f.Groups[0].Year != 0 }

// years lists the columns that are named by a year alone.
func (h Heading) years() []string {
	var years []string
	for i, name := range h.names {
		if _, ok := labels.YearName(strings.TrimSpace(name)); ok {
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
		total := GroupColumn{Column: i, Label: name, Total: true}
		if f.ByCount() {
			total.Count = name
		}
		if !f.ByYear() && (f.Extract.Counts[0] == "headcount" || len(groupsOf(f.Groups, total.Count)) > 0 && f.ByCount()) {
			f.Groups = append(f.Groups, total)
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
	return strings.TrimSpace(g.Year.String() + " " + word + " " + g.Count)
}

// clashGroups looks for two columns of the wide form that mean the same.
func (f *Fit) clashGroups() {
	first := map[string]int{}
	for _, g := range f.Groups {
		key := g.Identity()
		if g.Total {
			key = "total"
		} else if g.Sum {
			key = "total " + key
		}
		key += "\x00" + g.Year.String() + g.Count
		if at, twice := first[key]; twice && f.clash[0] == f.clash[1] {
			f.clash = [2]int{at, g.Column}
		} else if !twice {
			first[key] = g.Column
		}
	}
}

// tellCount finds out which count the wide form's cells are.
func (f *Fit) tellCount(name string) {
	e := f.Extract
	if _, ok := f.At["count"]; ok || f.ByCount() {
		return // each row says, or each column
	}
	told := slices.ContainsFunc(e.Tells, func(c string) bool { _, ok := f.At[c]; return ok })
	switch {
	case e.Figures == kinds.Recruitment:
		short, app := kinds.NameHas(name, "shortlist"), kinds.NameHas(name, "appoint")
		switch {
		case short && !app:
			f.Count = "shortlisted"
		case app && !short:
			f.Count = "appointed"
		default:
			f.untold = true
		}
	case told || e.Named(name):
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
		main = main || count == f.Extract.Counts[0] || f.Extract.Figures == kinds.Recruitment
	}
	return main || len(values(column)) == 0 // a table still to be filled: its name says
}
