package columns

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"wres/loaders/columns/cells"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// No column of whole numbers that a file of counts does not use is left out in silence.
// Beside the columns of groups a heading is read as the tidy form reads a label: what no
// table knows is counted as unknown, unless it is plainly no ethnicity, or the file's
// totals say so; every other column is named, with its sum.

// lookOver looks at the numbers of a file of counts, and adds up its people. It answers
// why the file cannot be used.
func (c *Columns) lookOver(ctx context.Context, f *File, h Heading, text *csvfile.File) (why string) {
	if f.Fit == nil || f.Fit.Extract.List != nil {
		return ""
	}
	people := slices.Contains([]kinds.Figures{kinds.Workforce, kinds.Recruitment, kinds.Events, kinds.Board}, f.Fit.Extract.Figures)
	if !people && f.Fit.Extract.Figures != kinds.Survey {
		return ""
	}
	all := cells.Of(ctx, text, 0)
	var others []int // columns of numbers of something else
	if f.Fit.Wide() && people {
		c.adopt(f, h, text, all)
	}
	if people {
		why = f.whyPercentages(ctx, h, text, all)
		f.Account = &source.Account{}
	}
	for _, i := range f.Fit.Counting() {
		if people {
			f.Account.In += all[i].All
		}
	}
	for i, n := range all {
		sense := cells.SenseOf(f.Header.Value(i))
		known := i < len(h.rules) && h.rules[i] != nil || f.isRival(i) || f.Fit.passed.has(i)
		switch {
		case f.FieldAt(i) != "" || !n.People():
			continue
		case people && f.Fit.Wide() && isSum(f.Fit, text, i):
			f.Account.In += n.All
			f.Account.Aside += n.All
			if !known && !c.labels.Ethnicity(f.Header.Value(i)).Total && f.Fit.Extract.Means(csvfile.Fold(f.Header.Value(i))) != "headcount" {
				f.Say(source.Notice, f.Header.Line, i+1, "", fmt.Sprintf("the column %s is the sum of the groups in every row, and is set aside", labels.Quoted(f.Header.Value(i))))
			}
			continue
		case people && !sense.Trait:
			f.Account.In += n.All
			f.Account.Unused += n.All
		}
		switch {
		case known || n.Counts == 0:
		case sense.Trait || sense.Other || !people:
			others = append(others, i)
		default:
			f.sayUnused(i, n)
		}
	}
	f.sayOthers(others, all)
	return why
}

// sayUnused names a column of numbers that is in no figure and may count people.
func (f *File) sayUnused(i int, n cells.Column) {
	header := f.Header.Value(i)
	name, advice := "the column "+labels.Quoted(header), "if it is what counts here, write "+quotedIs(header, f.Fit.Extract.Counts[0])
	if f.Fit.Wide() {
		advice = "if it counts a group, write " + quotedIs(header, "unknown") + ", or white or bme,"
	}
	advice += " under [columns] in wres.toml, or say so in the app with f"
	if csvfile.Fold(header) == "" {
		name, advice = fmt.Sprintf("column %d, which has no name,", i+1), "give it one if it counts people"
	}
	f.Say(source.Notice, f.Header.Line, i+1, "", fmt.Sprintf("%s is in no figure: its whole numbers add up to %s; %s", name, labels.Thousands(n.Sum), advice))
}

// sayOthers names the columns of numbers that are in no figure because they are of
// something else.
func (f *File) sayOthers(columns []int, all []cells.Column) {
	if len(columns) == 0 {
		return
	}
	names := make([]string, len(columns))
	for n, i := range columns {
		names[n] = fmt.Sprintf("%s (%s in all)", labels.Quoted(f.Header.Value(i)), labels.Thousands(all[i].Sum))
	}
	f.Say(source.Notice, f.Header.Line, columns[0]+1, "", fmt.Sprintf("the whole numbers under %s are in no figure; if that is right, %s under [columns] in wres.toml says so for good",
		labels.Few(names), quotedIs(f.Header.Value(columns[0]), source.Ignored)))
}

// saysMore reports whether the heading of a passed column is that of a category: it says
// more than the name of a group, in words that no other such column has and that are of
// nothing else.
func (all passedColumns) saysMore(column int) bool {
	rests := map[string]int{}
	of := ""
	for _, p := range all {
		rests[csvfile.Fold(p.rest)]++
		if p.Column == column && p.why == notUnderstood {
			of = p.rest
		}
	}
	s := cells.SenseOf(of)
	return of != "" && rests[csvfile.Fold(of)] == 1 && !s.Trait && !s.Other && !s.Percent && !s.Counted && !strings.ContainsAny(of, "0123456789")
}

// has reports whether a column is named already as one of a group that is not used.
func (all passedColumns) has(column int) bool {
	return slices.ContainsFunc(all, func(p passedColumn) bool { return p.Column == column })
}

// Counting gives the columns whose cells are counts of people, totals among them.
func (f *Fit) Counting() []int {
	var columns []int
	for _, g := range f.Groups {
		columns = append(columns, g.Column)
	}
	for _, name := range f.Extract.Counts {
		if at, ok := f.At[name]; ok {
			columns = append(columns, at)
		}
	}
	return columns
}

// adopt takes the columns of people under headings that no table knows for groups of
// unknown ethnicity.
func (c *Columns) adopt(f *File, h Heading, text *csvfile.File, all []cells.Column) {
	var found []GroupColumn
	asked := map[int]bool{} // only the totals can say that they are groups
	for i := range h.names {
		if f.FieldAt(i) != "" || h.rules[i] != nil || i >= len(all) || !all[i].People() {
			continue
		}
		year, label := labels.YearIn(h.names[i])
		count := ""
		if f.Fit.ByCount() {
			words := []string(nil)
			count, words = f.Fit.Extract.CountIn(strings.Fields(label))
			label = strings.Join(words, " ")
		}
		g := GroupColumn{Column: i, Ethnicity: model.UnknownEthnicity, Label: csvfile.Fold(label), Year: year, Count: count, Strange: strings.Clone(label)}
		if (year != 0) != f.Fit.ByYear() || (count != "") != f.Fit.ByCount() {
			continue
		}
		if s := cells.SenseOf(label); !f.Fit.ByCount() && s.People && !s.Trait && csvfile.Fold(label) != "" && f.Fit.Extract.Means(h.keys[i]) == "" && totalOf(f.Fit.Groups) < 0 {
			f.addGroup(GroupColumn{Column: i, Label: g.Label, Total: true, Year: year})
			continue
		}
		passed := f.Fit.passed.has(i)
		asked[i] = passed && !f.Fit.passed.saysMore(i)
		if passed || c.mayBeGroup(h, i, label) && !isSum(f.Fit, text, i) {
			found = append(found, g)
		}
	}
	chosen, decided := f.Fit.addUp(text, found)
	for n, g := range found {
		if decided && chosen&(1<<n) != 0 || !decided && !asked[g.Column] {
			f.Fit.passed = slices.DeleteFunc(f.Fit.passed, func(p passedColumn) bool { return p.Column == g.Column })
			f.addGroup(g)
		}
	}
}

// addGroup takes one more column for a group's.
func (f *File) addGroup(g GroupColumn) {
	f.Fit.Groups = append(f.Fit.Groups, g)
	f.Fit.Field[g.Column] = f.Fit.Extract.Group + " " + labels.Shown(groupWord(g))
}

// mayBeGroup reports whether a heading that no table knows may be that of a group: no
// word of it says something else, and it is no column or label of another sort.
func (c *Columns) mayBeGroup(h Heading, i int, label string) bool {
	s := cells.SenseOf(label)
	if csvfile.Fold(label) == "" || s.Trait || s.Other || s.Percent || s.People || h.groups[i] != nil && h.groups[i].named {
		return false
	}
	_, _, category := c.labels.StaffCategory(label)
	return !category && !c.labels.Band(label).Known && !slices.ContainsFunc(kinds.Extracts(), func(e *kinds.Extract) bool { return e.Means(h.keys[i]) != "" })
}

// isSum reports whether a column is the sum of the groups in every row, of one count or all.
func isSum(f *Fit, text *csvfile.File, column int) bool {
	return slices.ContainsFunc(append([]string{""}, f.Extract.Counts...), func(count string) bool {
		groups := groupsOf(f.Groups, count)
		return (count == "" || f.ByCount() && len(groups) > 0) && len(cells.AddUp(text, groups, nil, column)) > 0
	})
}

// totalOf gives the column of totals, or -1.
func totalOf(groups []GroupColumn) int {
	i := slices.IndexFunc(groups, func(g GroupColumn) bool { return g.Total })
	if i < 0 {
		return -1
	}
	return groups[i].Column
}

// addUp finds which of some columns the file's column of totals includes; false where
// there is none, or several answers add up, or none does.
func (f *Fit) addUp(text *csvfile.File, found []GroupColumn) (chosen int, decided bool) {
	var others []int
	for _, g := range found {
		others = append(others, g.Column)
	}
	total := totalOf(f.Groups)
	if total < 0 || len(found) == 0 || f.ByYear() || f.ByCount() {
		return 0, false
	}
	sets := cells.AddUp(text, groupsOf(f.Groups, ""), others, total)
	if len(sets) != 1 {
		return 0, false
	}
	return sets[0], true
}

// whyPercentages says that the numbers look like percentages, which are no people: of the
// groups in a row, or of the rows of a group. Those of one row alone are noticed. What the
// settings say of a column is not doubted.
func (f *File) whyPercentages(ctx context.Context, h Heading, text *csvfile.File, all []cells.Column) string {
	keys, parts := f.keysAndParts(all)
	flat := slices.Concat(parts...)
	if len(flat) == 0 || slices.ContainsFunc(flat, func(i int) bool { return i < len(h.rules) && h.rules[i] != nil }) {
		return ""
	}
	across, off := 0, 0.0 // over the groups
	for _, columns := range parts {
		n, by := cells.Hundreds(ctx, text, keys, columns, rounding)
		across, off = across+n, max(off, by)
	}
	down, offDown := 0, 0.0 // over the rows of each group
	years := []int{}
	for _, field := range append(source.YearColumns(), f.Fit.Extract.Group) {
		if at, ok := f.Fit.At[field]; ok {
			years = append(years, at)
		}
	}
	for _, column := range flat {
		n, by := cells.Hundreds(ctx, text, years, []int{column}, rounding)
		down, offDown = down+n, max(offDown, by)
	}
	isAcross := across > 1 && off <= rounding || across == 1 && off == 0
	if !isAcross && (down < 2 || offDown > rounding) {
		return ""
	}
	standard := f.Fit.Extract.Counts[0]
	if f.Fit.Wide() {
		standard = f.Fit.Groups[0].Ethnicity.Group().String()
	}
	said := fmt.Sprintf("the groups' numbers add up to 100, as percentages do, and percentages are no counts of people: give the number of people in each cell; "+
		"if these are people, say so under [columns] in wres.toml, or in the app with f: %s", quotedIs(f.Header.Value(flat[0]), standard))
	if isAcross && across == 1 {
		f.Say(source.Notice, f.Header.Line, flat[0]+1, "", said)
		return ""
	}
	return said
}

// rounding is how far rounded percentages may miss 100.
const rounding = 1

// keysAndParts gives the columns of numbers that make up a whole, by year, and the columns
// that tell one whole from another; keys are nil where each row is one.
func (f *File) keysAndParts(all []cells.Column) (keys []int, parts [][]int) {
	if f.Fit.Wide() {
		wholes := map[string]int{}
		for _, g := range f.Fit.Groups {
			of := g.Year.String() + g.Count
			at, met := wholes[of]
			if !met {
				at = len(parts)
				wholes[of], parts = at, append(parts, nil)
			}
			if !g.Total && !g.Sum {
				parts[at] = append(parts[at], g.Column)
			}
		}
		return nil, parts
	}
	at, ok := f.Fit.At[f.Fit.Extract.Counts[0]]
	if !ok {
		return nil, nil
	}
	keys = []int{}
	for i, n := range all {
		if field := f.FieldAt(i); i != at && field != f.Fit.Extract.Group && (field != "" && !slices.Contains(f.Fit.Extract.Counts, field) || n.Texts > 0) {
			keys = append(keys, i)
		}
	}
	return keys, [][]int{{at}}
}
