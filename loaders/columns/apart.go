package columns

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"wres/loaders/columns/alike"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
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
		a.Add(rec)
	}
	if telling := a.Telling(); len(telling) > 0 {
		of, advice := 0, splitAdvice(f.Fit.Extract, telling[0].Name)
		for i, u := range telling {
			if what := c.advice(f.Fit, u); what != "" {
				of, advice = i, what
				break
			}
		}
		return f.whyApart(telling, of, advice)
	}
	for _, u := range a.Others {
		if u.Parts(a.Count) {
			advice := cmp.Or(c.advice(f.Fit, u), "if that is not wanted, "+splitAdvice(f.Fit.Extract, u.Name))
			f.Say(source.Notice, f.Header.Line, u.At+1, "", fmt.Sprintf(
				"the column %s is not used, and the rows of %s are added together; %s", labels.Quoted(u.Name), u.Shown(), advice))
		}
	}
	return ""
}

// unusedColumns prepares to look at a file's rows.
func (f *File) unusedColumns(text *csvfile.File, rules []*Rule) *alike.Rows {
	var keys []int
	var others []*alike.Column
	for i := range f.Width {
		field := f.Fit.Field[i]
		counted := slices.Contains(f.Fit.Extract.Counts, field) || slices.ContainsFunc(f.Fit.Groups, func(g GroupColumn) bool { return g.Column == i })
		switch {
		case counted:
		case field != "":
			keys = append(keys, i)
		case rules[i] == nil && csvfile.Fold(f.Header.Value(i)) != "" && !f.isRival(i):
			others = append(others, &alike.Column{At: i, Name: f.Header.Value(i)})
		}
	}
	return alike.Look(keys, others)
}

// isRival reports whether a column means the same as one that is used.
func (f *File) isRival(column int) bool {
	return slices.ContainsFunc(f.Fit.Rivals, func(r Rival) bool { return r.Unused == column })
}

// whyApart says which columns tell rows apart, and what to do about one of them.
func (f *File) whyApart(telling []*alike.Column, of int, advice string) string {
	u := telling[of]
	names := make([]string, len(telling))
	for i, t := range telling {
		names[i] = labels.Quoted(t.Name)
	}
	what := "the column " + names[of] + " (" + u.Shown() + "), which is"
	if len(names) > 1 {
		what = "the columns " + labels.Listed(names, "and") + ", which are"
	}
	return fmt.Sprintf("rows such as those on lines %d and %d are alike but for %s not used; %s", u.Lines[0], u.Lines[1], what, advice)
}

// advice says what to do about a column whose cells are known: it names the column of the
// kind that has such cells. It is "" for any other.
func (c *Columns) advice(f *Fit, u *alike.Column) string {
	look := "the cells of " + labels.Quoted(u.Name) + " look like those of a column "
	var yesNo []string
	for _, column := range f.Extract.AllColumns() {
		name := column.Name
		if words := c.words(f, name); words != nil {
			switch known, apart := u.Known(words); {
			case known && apart:
				return look + fmt.Sprintf("%s: name it so, or say %s under [columns] in wres.toml, or in the app with f", name, quotedIs(u.Name, name))
			case known:
				return look + fmt.Sprintf("%s, and say more than that: give the file a column %s and one for the rest, or %s", name, name, splitAdvice(f.Extract, u.Name))
			}
		}
		if labels.IsAnswer(name) && !f.Given(name) {
			yesNo = append(yesNo, name)
		}
	}
	other := func(v string) bool { _, ok := labels.ParseAnswer(v); return !ok }
	if len(yesNo) > 0 && !slices.ContainsFunc(u.Values, other) {
		return fmt.Sprintf("if the yes and no of %s are those of a column %s, name it so; else %s", labels.Quoted(u.Name), labels.Listed(yesNo, "or"), splitAdvice(f.Extract, u.Name))
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
