package columns

import (
	"context"
	"fmt"
	"slices"

	"wres/loaders/columns/cells"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model/source"
)

// A table of counts whose count has a heading that is not known ("Total", "Applicants")
// has the columns of a list, and each of its rows would be one person. So the numbers of
// a file that shows no person are looked at before it is taken for a list.

// maxFTE is more than the contracts of one person add up to.
const maxFTE = 2

// looked is a file whose numbers are looked at.
type looked struct {
	c *Columns
	Heading
	name    string
	text    *csvfile.File
	columns []cells.Column
}

// countsOrPeople keeps the kinds that a file can be for its numbers, or says why it can
// be read two ways, and how to say which.
func (c *Columns) countsOrPeople(ctx context.Context, fits []*Fit, header Heading, name string, text *csvfile.File) (kept []*Fit, why string) {
	if _, person := header.personColumn(); person || len(header.years()) > 1 {
		return fits, ""
	}
	l := looked{c: c, Heading: header, name: name, text: text}
	if f := l.long(ctx); f != nil {
		return []*Fit{f}, ""
	}
	if slices.ContainsFunc(fits, func(f *Fit) bool { return f.Extract.List == nil }) || onesIn([]*Fit{c.fitTo(kindNamed("workforce"), header, name)}, text) {
		return fits, ""
	}
	l.columns = cells.Of(ctx, text, cells.Head)
	var counts, people []int // columns that may count something; those whose headings say people
	for _, f := range fits {
		if at, ok := f.At["fte"]; ok && header.rules[at] == nil && l.columns[at].Largest > maxFTE && !l.repeat(f) {
			return nil, fmt.Sprintf("its column %s holds more than one person has, so that its rows may be no persons, and no column counts people: give the headcount in each row, or, if each row is one person, %s",
				labels.Quoted(header.names[at]), l.say(at, source.Ignored))
		}
	}
	for i := range l.columns {
		if i >= len(header.names) || header.rules[i] != nil || slices.ContainsFunc(fits, func(f *Fit) bool { return f.Field[i] != "" }) {
			continue
		}
		sense, n := cells.SenseOf(header.names[i]), l.columns[i]
		switch {
		case sense.Percent && n.Numbers() && l.percentages(fits, i):
			why = fmt.Sprintf("its column %s holds percentages, and no column counts people; give the number of people", labels.Quoted(header.names[i]))
			if len(fits) > 0 {
				why += ", or, if each row is one person, " + l.say(i, source.Ignored)
			}
			return nil, why
		case sense.Trait || !n.People() || n.Max <= 1:
			continue
		case sense.People:
			people = append(people, i)
		}
		counts = append(counts, i)
	}
	if len(people) == 1 {
		if f := l.counted(fits, people[0]); f != nil {
			return []*Fit{f}, ""
		}
	}
	var names []string
	for _, i := range counts {
		if why := l.whyCounts(fits, i); why != "" {
			return nil, why
		}
		names = append(names, labels.Quoted(header.names[i]))
	}
	for _, f := range fits {
		if len(names) > 0 && f.notice == "" {
			f.about = counts[0] + 1
			f.notice = fmt.Sprintf("each row is taken for one person, and the numbers under %s are not used; if they count people, %s", labels.Few(names), l.say(counts[0], l.countIn(fits, counts[0])))
		}
	}
	return fits, ""
}

// long sees the file as one of recruitment in which a column of words says which count
// each row holds, whatever its heading: shortlisted or appointed. It is nil for any other.
func (l *looked) long(ctx context.Context) *Fit {
	e := kindNamed("recruitment")
	stage := l.stages(e)
	if stage < 0 {
		return nil
	}
	f := l.c.fitTo(e, l.with(stage, "count"), l.name)
	if f.Wide() && f.ok() {
		return f
	}
	l.columns = cells.Of(ctx, l.text, cells.Head)
	var counts []int
	for i, n := range l.columns[:len(l.names)] {
		if f.Field[i] == "" && n.People() && !cells.SenseOf(l.names[i]).Trait && l.rules[i] == nil {
			counts = append(counts, i)
		}
	}
	if len(counts) != 1 || f.Given("shortlisted") || f.Given("appointed") || f.Wide() || l.repeat(f) {
		return nil
	}
	f = l.c.fitTo(e, l.with(counts[0], "shortlisted"), l.name)
	f.take(stage, "count")
	f.Long, f.missing = true, slices.DeleteFunc(f.missing, func(c string) bool { return c == "appointed" })
	if !f.ok() {
		return nil
	}
	f.about = counts[0] + 1
	f.notice = fmt.Sprintf("the column %s is taken for the number shortlisted or appointed, as the column %s says in each row", labels.Quoted(l.names[counts[0]]), labels.Quoted(l.names[stage]))
	return f
}

// stages finds the column in which each cell names a count, the shortlisted and the
// appointed among them, or -1.
func (l *looked) stages(e *kinds.Extract) int {
	met := make([]map[string]bool, len(l.names)) // nil: the column is none
	for i := range met {
		if l.rules[i] == nil {
			met[i] = map[string]bool{}
		}
	}
	rows := 0
	for rec := range l.text.Records() {
		for i, of := range met {
			if of == nil || rec.Aside != "" || rec.Refused() {
				continue
			}
			if count, known := e.StageNamed(rec.Value(i)); known {
				of[count] = true
			} else {
				met[i] = nil
			}
		}
		if rows++; rows == cells.Head {
			break
		}
	}
	return slices.IndexFunc(met, func(of map[string]bool) bool { return of["shortlisted"] && of["appointed"] })
}

// repeat reports whether rows are alike in all but their numbers. The day of an event is
// no label.
func (l *looked) repeat(f *Fit) bool {
	var keys []int
	for i, n := range l.columns {
		field := ""
		if i < len(f.Field) {
			field = f.Field[i]
		}
		if !slices.Contains([]string{"date", "start_date", "leaving_date"}, field) && (field != "" && !slices.Contains(f.Extract.Counts, field) || n.Texts > 0) {
			keys = append(keys, i)
		}
	}
	return cells.Repeat(l.text, keys)
}

// percentages reports whether a column of percentages is all that a table by ethnicity
// has in place of a count: of rows that are no persons, or by group.
func (l *looked) percentages(fits []*Fit, column int) bool {
	if len(fits) > 0 {
		return !l.repeat(fits[0])
	}
	return l.c.groupOf(l.Heading, column).named || l.c.fitTo(kindNamed("workforce"), l.Heading, l.name).Given("ethnicity")
}

// counted sees the file as counts of people in a column, where that is sure: its heading
// says so, no two rows are alike beside it, and the file's name says nothing else.
func (l *looked) counted(fits []*Fit, column int) *Fit {
	var found []*Fit
	for _, e := range kinds.Extracts() {
		listed := len(fits) == 0 || slices.ContainsFunc(fits, func(f *Fit) bool { return f.Extract.List.Counted == e.Kind })
		if !listed || !slices.Equal(e.Counts, []string{"headcount"}) {
			continue
		}
		f := l.c.fitTo(e, l.with(column, "headcount"), l.name)
		told := len(fits) > 0 || e.Named(l.name) || slices.ContainsFunc(e.Tells, f.Given)
		if f.ok() && told && !f.Wide() && f.contradicted(l.Heading, l.name) == "" && !l.repeat(f) {
			found = append(found, f)
		}
	}
	if found = byName(narrowest(found), l.name); len(found) != 1 {
		return nil
	}
	f := found[0]
	f.about = column + 1
	f.notice = fmt.Sprintf("the column %s is taken for the headcount: %s", labels.Quoted(l.names[column]), labels.People(l.columns[column].Sum))
	if len(fits) > 0 {
		f.notice += fmt.Sprintf(" in %s; if each row is one person, %s", labels.Plural(l.columns[column].Counts, "row"), l.say(column, source.Ignored))
	}
	return f
}

// with is the heading as if the settings said what a column is.
func (h Heading) with(column int, standard string) Heading {
	h.rules = slices.Clone(h.rules)
	h.rules[column] = &Rule{Written: h.names[column], Standard: standard}
	return h
}

// whyCounts says why a column of numbers leaves it in doubt what the rows are, or "".
func (l *looked) whyCounts(fits []*Fit, column int) string {
	n, name, sense := l.columns[column], labels.Quoted(l.names[column]), cells.SenseOf(l.names[column])
	if len(fits) > 0 {
		if !sense.Counted && l.repeat(fits[0]) {
			return ""
		}
		return fmt.Sprintf("each of its rows is one person (%s), or its column %s counts them (%s); say which: if it counts, %s; if each row is one person, %s",
			labels.People(n.Counts+n.Blank+n.Withheld), name, labels.People(n.Sum), l.say(column, l.countIn(fits, column)), quotedIs(l.names[column], source.Ignored))
	}
	var found []*Fit
	for _, e := range kinds.Extracts() {
		if e.List == nil && len(e.Counts) > 0 && !slices.Contains([]kinds.Figures{kinds.Survey, kinds.Benchmarks}, e.Figures) && e.Means(l.keys[column]) == "" {
			if f := l.c.fitTo(e, l.with(column, e.Counts[0]), l.name); f.Given("ethnicity") && (f.ok() || slices.Equal(f.missing, []string{"appointed"})) {
				found = append(found, f)
			}
		}
	}
	if found = byName(narrowest(found), l.name); len(found) == 0 {
		return ""
	}
	var other []string
	for _, f := range found[1:] {
		other = append(other, f.Extract.Counts[0])
	}
	or := ""
	if len(other) > 0 {
		or = "; if it is " + labels.Listed(other, "or") + ", write that"
	}
	return fmt.Sprintf("none of its columns is known as %s, which %s needs; if %s is that (%s), %s%s",
		found[0].Extract.Counts[0], found[0].Extract.Kind, name, labels.People(n.Sum), l.say(column, found[0].Extract.Counts[0]), or)
}

// countIn gives the count that a column of a list would be: of the kind that its heading
// speaks of, or else the file's name, or else of the one that the list serves.
func (l *looked) countIn(fits []*Fit, column int) string {
	counted := fits[0].Extract.List.Counted
	for _, said := range []string{l.name, l.names[column] + ".csv"} {
		for _, e := range kinds.Extracts() {
			if e.List != nil && !e.List.Weak && e.CalledIn(said) != "" {
				counted = e.List.Counted
			}
		}
	}
	return kindNamed(counted).Counts[0]
}

// kindNamed gives the entry of a kind.
func kindNamed(kind string) *kinds.Extract {
	return kinds.Extracts()[slices.IndexFunc(kinds.Extracts(), func(e *kinds.Extract) bool { return e.Kind == kind })]
}

// say says how to tell what a column is.
func (l *looked) say(column int, standard string) string {
	return "write " + quotedIs(l.names[column], standard) + " under [columns] in wres.toml, or say so in the app with f"
}

// quotedIs is a line of [columns].
func quotedIs(header, standard string) string {
	return labels.Quoted(header) + " = " + labels.Quoted(standard)
}

// contradicted says that the name of a file of staff in post, or a column that it does not
// use, speaks of something else, or "". Of a board it may speak: reports go there.
func (f *Fit) contradicted(h Heading, name string) string {
	if f.Extract.Figures != kinds.Workforce || f.Extract.List != nil || kinds.StaffWord(name) != "" || f.Extract.Named(name) {
		return ""
	}
	word := kinds.WordIn(name, kinds.NotInPost)
	for _, e := range kinds.Extracts() {
		if word == "" && e.List != nil && !e.List.Weak && (e.Figures != kinds.Board || !f.Given("pay_band") && !f.Given("staff_category")) {
			word = e.CalledIn(name)
		}
	}
	what := labels.Quoted(word) + " in its name says something else"
	if word == "" {
		if what = f.columnOfAnother(h); what == "" {
			return ""
		}
	}
	say := "head its count with what it is: shortlisted, appointed, entered or accessed"
	if f.Wide() {
		say = "say in a column count what each row holds: shortlisted, appointed, entered or accessed"
	}
	return fmt.Sprintf("its columns fit workforce, which is of staff in post on one day, but %s; if it does hold staff in post, "+
		"put staff into the file's name, such as staff-%s; if it counts what other indicators are of, %s; else take it out of the folder", what, labels.Shown(name), say)
}

// columnOfAnother names a column that is not used and that a list of something else than
// staff has, or "".
func (f *Fit) columnOfAnother(h Heading) string {
	for i, key := range h.keys {
		if f.Field[i] != "" || h.rules[i] != nil || kindNamed("staff list").Means(key) != "" {
			continue
		}
		for _, e := range kinds.Extracts() {
			if standard := e.Means(key); e.List != nil && slices.Contains([]string{"date", "course", "stage"}, standard) {
				return "its column " + labels.Quoted(h.names[i]) + " belongs to " + e.Kind
			}
		}
	}
	return ""
}
