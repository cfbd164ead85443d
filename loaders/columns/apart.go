package columns

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// Two rows of a counted extract that are alike in every column that is used are one cell
// given twice, or they are of different people, places or measures and a column that is
// not used tells which. Then neither can be taken before someone says what the column is.

// apart looks for such columns. It answers why the file cannot be used, or notices a
// column over whose values rows are added.
func (c *Columns) apart(ctx context.Context, f *File, text *csvfile.File, rules []*Rule) (why string) {
	if f.Fit == nil || f.Fit.Extract.List != nil || f.Fit.Extract.Figures == kinds.Published {
		return ""
	}
	a := f.unusedColumns(text, rules)
	for rec := range csvfile.Until(ctx, text.Records()) {
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		a.add(rec)
	}
	if telling := a.telling(); len(telling) > 0 {
		of, advice := 0, splitAdvice(f.Fit.Extract, telling[0].name)
		for i, u := range telling {
			if what := c.advice(f.Fit, u); what != "" {
				of, advice = i, what
				break
			}
		}
		return f.whyApart(telling, of, advice)
	}
	for _, u := range a.unused {
		if u.parts(a.rows) {
			advice := cmp.Or(c.advice(f.Fit, u), "if that is not wanted, "+splitAdvice(f.Fit.Extract, u.name))
			f.Say(source.Notice, f.Header.Line, u.column+1, "", fmt.Sprintf(
				"the column %s is not used, and the rows of %s are added together; %s", labels.Quoted(u.name), u.shown(), advice))
		}
	}
	return ""
}

// alike remembers the rows of a file by the cells of the columns that are used, counts
// apart.
type alike struct {
	keys   []int // columns
	unused []*unused
	first  map[string]csvfile.Record
	rows   int
}

// unused is a column that the file's kind does not use.
type unused struct {
	column  int
	name    string
	values  []string       // distinct, as they come; no more than enough to know that they are many
	count   map[string]int // rows by value
	blank   int
	numbers bool                // no cell is text
	with    []map[string]string // by key column: the value beside each of its cells; nil: they do not go together
	lines   [2]int              // two rows that only such columns tell apart; 0: none
}

// unusedColumns prepares to look at a file's rows.
func (f *File) unusedColumns(text *csvfile.File, rules []*Rule) *alike {
	a := &alike{first: map[string]csvfile.Record{}}
	for i := range f.Width {
		field := f.Fit.Field[i]
		counted := slices.Contains(f.Fit.Extract.Counts, field) || slices.ContainsFunc(f.Fit.Groups, func(g GroupColumn) bool { return g.Column == i })
		switch {
		case counted:
		case field != "":
			a.keys = append(a.keys, i)
		case rules[i] == nil && csvfile.Fold(f.Header.Value(i)) != "" && !f.isRival(i):
			a.unused = append(a.unused, &unused{column: i, name: f.Header.Value(i), count: map[string]int{}, numbers: true})
		}
	}
	for _, u := range a.unused {
		for range a.keys {
			u.with = append(u.with, map[string]string{})
		}
	}
	return a
}

// isRival reports whether a column means the same as one that is used.
func (f *File) isRival(column int) bool {
	return slices.ContainsFunc(f.Fit.Rivals, func(r Rival) bool { return r.Unused == column })
}

func (a *alike) add(rec csvfile.Record) {
	a.rows++
	var key strings.Builder
	for _, k := range a.keys {
		key.WriteString(csvfile.Fold(rec.Value(k)))
		key.WriteByte(0)
	}
	for _, u := range a.unused {
		u.add(a.keys, rec)
	}
	first, twice := a.first[key.String()]
	if !twice {
		a.first[key.String()] = rec
		return
	}
	for _, u := range a.unused {
		one, two := csvfile.Fold(first.Value(u.column)), csvfile.Fold(rec.Value(u.column))
		if one != two && one != "" && two != "" && u.lines[0] == 0 {
			u.lines = [2]int{first.Line, rec.Line}
		}
	}
}

func (u *unused) add(keys []int, rec csvfile.Record) {
	cell := rec.Value(u.column)
	value := csvfile.Fold(cell)
	if value == "" {
		u.blank++
		return
	}
	if u.count[value]++; u.count[value] == 1 {
		u.values = append(u.values, strings.Clone(cell))
	}
	if _, err := strconv.ParseFloat(strings.NewReplacer(",", "", "%", "").Replace(strings.TrimSpace(cell)), 64); err != nil {
		u.numbers = false
	}
	for i, k := range keys {
		with := u.with[i]
		if with == nil {
			continue
		}
		beside := csvfile.Fold(rec.Value(k))
		if other, seen := with[beside]; seen && other != value {
			u.with[i] = nil
			continue
		}
		with[beside] = value
	}
}

// telling gives the columns that tell rows apart that are alike. Numbers that are
// different on every row count the rows.
func (a *alike) telling() []*unused {
	return slices.DeleteFunc(slices.Clone(a.unused), func(u *unused) bool {
		return u.lines[0] == 0 || u.numbers && len(u.values) == a.rows
	})
}

// parts reports whether the column parts the rows in a few, so that what is counted may
// be of different places, without being another name for a column that is used.
func (u *unused) parts(rows int) bool {
	const few = 2
	if u.numbers || u.blank > 0 || len(u.values) < few || len(u.values)*few > rows+1 { // two values part three rows
		return false
	}
	return !slices.ContainsFunc(u.with, func(with map[string]string) bool {
		return len(with) > few && len(with) == len(u.values)
	})
}

// shown names a few of the values, unless they may be about persons.
func (u *unused) shown() string {
	if identifying[csvfile.Fold(u.name)] || slices.ContainsFunc(u.values, labels.LooksPersonal) {
		return labels.Plural(len(u.values), "value")
	}
	names := make([]string, len(u.values))
	for i, v := range u.values {
		names[i] = labels.Quoted(v)
	}
	return labels.Few(names)
}

// whyApart says which columns tell rows apart, and what to do about one of them.
func (f *File) whyApart(telling []*unused, of int, advice string) string {
	u := telling[of]
	names := make([]string, len(telling))
	for i, t := range telling {
		names[i] = labels.Quoted(t.name)
	}
	what := "the column " + names[of] + " (" + u.shown() + "), which is"
	if len(names) > 1 {
		what = "the columns " + labels.Listed(names, "and") + ", which are"
	}
	return fmt.Sprintf("rows such as those on lines %d and %d are alike but for %s not used; %s", u.lines[0], u.lines[1], what, advice)
}

// advice says what to do about a column whose cells are known: it names the column of the
// kind that has such cells. It is "" for any other.
func (c *Columns) advice(f *Fit, u *unused) string {
	look := "the cells of " + labels.Quoted(u.name) + " look like those of a column "
	var yesNo []string
	for _, column := range f.Extract.AllColumns() {
		name := column.Name
		if words := c.words(f, name); words != nil {
			switch known, apart := u.known(words); {
			case known && apart:
				return look + fmt.Sprintf("%s: name it so, or say %s under [columns] in wres.toml, or in the app with f", name, quotedIs(u.name, name))
			case known:
				return look + fmt.Sprintf("%s, and say more than that: give the file a column %s and one for the rest, or %s", name, name, splitAdvice(f.Extract, u.name))
			}
		}
		if labels.IsAnswer(name) && !f.Given(name) {
			yesNo = append(yesNo, name)
		}
	}
	other := func(v string) bool { _, ok := labels.ParseAnswer(v); return !ok }
	if len(yesNo) > 0 && !slices.ContainsFunc(u.values, other) {
		return fmt.Sprintf("if the yes and no of %s are those of a column %s, name it so; else %s", labels.Quoted(u.name), labels.Listed(yesNo, "or"), splitAdvice(f.Extract, u.name))
	}
	return ""
}

// words gives what reads the cells of a standard column by words of its own; nil for one
// that has none, or that the file has already.
func (c *Columns) words(f *Fit, standard string) func(cell string) (meaning string, known bool) {
	if f.Given(standard) || standard == "year" && f.hasYears() {
		return nil
	}
	return c.labels.Words(standard)
}

// known reports whether most of the column's labels are read by words, and whether no two
// labels have one meaning then. Totals are of no meaning.
func (u *unused) known(words func(cell string) (string, bool)) (known, apart bool) {
	look, all, met := 0, 0, map[string]bool{}
	for _, v := range u.values {
		if model.NamesTotal(v) {
			continue
		}
		all++
		if meaning, ok := words(v); ok {
			look++
			met[meaning] = true
		}
	}
	return 2*look > all, len(met) == look
}

// splitAdvice says how to say what a column is.
func splitAdvice(e *kinds.Extract, name string) string {
	name = labels.Quoted(name)
	advice := "say what it is under [columns] in wres.toml, or in the app with f: "
	if e.Adds() {
		advice += name + ` = "split_by" where its rows are of different people and add up, `
	}
	advice += name + ` = "organisation" to take one of them with --organisation`
	switch e.Figures {
	case kinds.Workforce, kinds.Board:
		advice += "; where they are the same people measured in two ways or on two days, keep only the headcount of 31 March in the file"
	case kinds.Events, kinds.Recruitment:
		advice += "; where one person can be in several of its rows, give the file rows that count each person once"
	}
	return advice
}
