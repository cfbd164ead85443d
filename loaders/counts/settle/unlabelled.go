package settle

import (
	"fmt"
	"slices"
	"strings"

	"wres/loaders/columns"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// A total often has no label that says so: a blank band, a heading "Clinical" in the
// column of bands, "Everyone in post". What gives it away is that its figures, every one
// of them, are the sums of those of other rows of its file.

// lines is the facts of a file that share a place: one row of the wide form, or the rows
// of each group in the tidy form.
type lines struct {
	place
	open  mask // keys without a label that is known
	facts []*Fact
}

// place is where facts are counted, and of whom where the ethnicity has no label.
type place struct {
	year      model.Year
	dims      [MaxDims]string
	ethnicity string // "": any that has a label
}

// blankEthnicity is the place of facts whose ethnicity is blank.
const blankEthnicity = "?"

// settleUnlabelled sets rows aside that are exact sums of others and whose place has no
// label that is known.
func settleUnlabelled(facts []*Fact) {
	byFile := map[*columns.File][]*Fact{}
	for _, f := range facts {
		if !f.Explicit && !f.AnyEthnicity && !f.aside {
			byFile[f.Row.File] = append(byFile[f.Row.File], f)
		}
	}
	for _, file := range filesOf(facts) {
		t := &table{lines: linesOf(byFile[file]), siblings: map[mask]map[place][]*lines{}}
		for i, l := range t.lines {
			if l.open == 0 {
				continue
			}
			if parts := t.partsOf(i); parts != nil {
				l.setAside(parts)
			}
		}
	}
}

// table is the lines of a file, and those that have the labels of some keys, by what they
// have in the others.
type table struct {
	lines    []*lines
	siblings map[mask]map[place][]*lines
}

// linesOf puts a file's facts together by place, in their order.
func linesOf(facts []*Fact) []*lines {
	byPlace := map[place]*lines{}
	var all []*lines
	for _, f := range facts {
		p := place{year: f.Year, dims: f.Dims}
		open := f.openLabels()
		if open&sumOfGroups != 0 {
			p.ethnicity = blankEthnicity + f.Strange[0].Label
		}
		if byPlace[p] == nil {
			byPlace[p] = &lines{place: p, open: open}
			all = append(all, byPlace[p])
		}
		byPlace[p].facts = append(byPlace[p].facts, f)
	}
	return all
}

// openLabels are the keys whose label is blank or not known.
func (f *Fact) openLabels() (open mask) {
	for i := 1; i <= f.Row.File.Fit.Extract.Keys; i++ {
		oddBand := f.Band == model.AnyBand && f.BandLabel != "" && f.Dims[i] == f.BandLabel
		if f.Dims[i] == "" || strings.HasPrefix(f.Dims[i], "?") || oddBand {
			open |= 1 << i
		}
	}
	if f.Strange[0].Field != "" || f.Row.blank("ethnicity") {
		open |= sumOfGroups
	}
	return open
}

// blank reports whether the file has a column and nothing stands in the row's cell of it.
func (r *Row) blank(field string) bool {
	i, given := r.File.Fit.At[field]
	return given && strings.TrimSpace(r.Rec.Value(i)) == ""
}

// partsOf finds the lines that a line sums: all that have the labels which it lacks, or
// those that stand together under it or over it.
func (t *table) partsOf(at int) []*lines {
	l := t.lines[at]
	siblings := t.siblingsOf(l)
	if l.several(siblings) && l.sums(siblings) {
		return siblings
	}
	if l.open&sumOfGroups != 0 {
		return nil
	}
	for _, step := range []int{1, -1} {
		var run []*lines // up to the next line that lacks a label as this one does
		for i := at + step; i >= 0 && i < len(t.lines) && t.lines[i].open&l.open == 0 && t.lines[i].beside(l.open) == l.beside(l.open); i += step {
			run = append(run, t.lines[i])
		}
		if l.several(run) && l.sums(run) {
			return run
		}
	}
	return nil
}

// siblingsOf gives the lines that agree with l where l has labels, and have one where l
// has none.
func (t *table) siblingsOf(l *lines) []*lines {
	index := t.siblings[l.open]
	if index == nil {
		index = map[place][]*lines{}
		for _, other := range t.lines {
			if other.open&l.open == 0 {
				key := other.beside(l.open)
				index[key] = append(index[key], other)
			}
		}
		t.siblings[l.open] = index
	}
	return index[l.beside(l.open)]
}

// beside gives the line's place without some keys.
func (l *lines) beside(keys mask) place {
	p := l.place
	for i := range p.dims {
		if keys&(1<<i) != 0 {
			p.dims[i] = ""
		}
	}
	if keys&sumOfGroups != 0 {
		p.ethnicity = ""
	}
	return p
}

// several reports whether there are two lines or more, or two groups in one. A line may
// sum one other alone, which nobody takes for chance where two of its figures agree.
func (l *lines) several(parts []*lines) bool {
	if len(parts) != 1 {
		return len(parts) > 1
	}
	if l.open&sumOfGroups == 0 {
		given := slices.DeleteFunc(slices.Clone(l.facts), func(f *Fact) bool { return f.N == 0 })
		return len(given) > 1
	}
	facts := parts[0].facts
	return slices.ContainsFunc(facts, func(f *Fact) bool { return f.Label != facts[0].Label })
}

// sums reports whether each figure of l is the sum of the same figure of the parts, and
// not all are nought.
func (l *lines) sums(parts []*lines) bool {
	type figure struct{ measure, label string }
	left := map[figure]int{}
	key := func(f *Fact) figure {
		if l.open&sumOfGroups != 0 {
			return figure{measure: f.Measure}
		}
		return figure{f.Measure, f.Label}
	}
	people := 0
	for _, f := range l.facts {
		left[key(f)] += f.N
		people += f.N
	}
	for _, p := range parts {
		for _, f := range p.facts {
			if _, given := left[key(f)]; given {
				left[key(f)] -= f.whole()
			}
		}
	}
	for _, n := range left {
		if n != 0 {
			return false
		}
	}
	return people > 0
}

// setAside sets the line aside as the total of its parts. A heading that names a staff
// category gives it to the rows under it.
func (l *lines) setAside(parts []*lines) {
	people := 0
	for _, f := range l.facts {
		f.aside, f.settled = true, true
		people += f.N
	}
	l.nameCategory(parts)
	first, from, to := l.facts[0].Row, parts[0].facts[0].Row.Rec.Line, 0
	for _, p := range parts {
		for _, f := range p.facts {
			from, to = min(from, f.Row.Rec.Line), max(to, f.Row.Rec.Line)
		}
	}
	column, field := l.lacking(first)
	first.Say(source.Notice, column, field, fmt.Sprintf(
		"%s has no %s that is known and is exactly the sum of the rows on lines %d to %d: it is taken for their total and set aside, %s; if these are other people, give them a %s of their own",
		l.what(), field, from, to, labels.People(people), field))
}

// what names the line for a message.
func (l *lines) what() string {
	for _, s := range l.facts[0].Strange {
		if s.Field != "" {
			return labels.Quoted(s.Label)
		}
	}
	return "the row"
}

// lacking gives the column of the first label that the line lacks.
func (l *lines) lacking(r *Row) (column int, field string) {
	for _, name := range l.keyColumns(r) {
		if i, given := r.File.Fit.At[name]; given {
			return i, name
		}
	}
	return -1, "label"
}

// keyColumns names the columns of the keys that the line lacks, as the kind has them.
func (l *lines) keyColumns(r *Row) []string {
	var names []string
	if l.open&sumOfGroups != 0 {
		names = append(names, "ethnicity")
	}
	keys := map[string][]string{"workforce": {"pay_band", "staff_category"}, "recruitment": {"pay_band", "staff_group", "campaign", "internal"}}
	return append(names, keys[r.File.Kind]...)
}

// nameCategory gives the rows under a heading in the column of bands its staff category,
// where the file has no column for that.
func (l *lines) nameCategory(parts []*lines) {
	f := l.facts[0]
	category, known := model.ParseStaffCategory(f.Strange[2].Label)
	if f.Dims[1] != Wild || !known {
		return
	}
	for _, p := range parts {
		for _, part := range p.facts {
			if part.Dims[1] == Wild {
				part.Category, part.Dims[1] = category, category.String()
			}
		}
	}
}
