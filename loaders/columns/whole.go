package columns

import (
	"context"
	"slices"

	"wres/loaders/columns/cells"
	"wres/loaders/columns/whole"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/model/source"
)

// asWhole amends how the cells of a file are read, for what only its rows together tell.
// It answers why the file cannot be used.
func (c *Columns) asWhole(ctx context.Context, f *File, h Heading, text *csvfile.File) (why string) {
	if f.Fit.Extract.Figures == kinds.Published {
		return ""
	}
	if f.Fit.Extract.List != nil {
		at, ok := f.Fit.At["ethnicity"]
		if !ok {
			return ""
		}
		notice, why := whole.OfPeople(text, at, cells.Head, c.labels)
		f.sayNotice(at, notice)
		return why
	}
	if f.Fit.Wide() {
		var names []string
		for _, g := range f.Fit.Groups {
			names = append(names, h.names[g.Column])
		}
		notice, why := whole.OfHeadings(names, h.letters, c.labels)
		f.sayNotice(f.Fit.Groups[0].Column, notice)
		if why != "" {
			return why
		}
	}
	t := whole.Table{Text: text, Labels: c.labels, Numbers: f.Fit.Counting(), Blanks: f.Fit.Extract.Figures != kinds.Benchmarks}
	if at, ok := f.Fit.At["respondents"]; ok {
		t.Numbers = append(t.Numbers, at)
	}
	for i, field := range f.Fit.Field {
		k, isKey := whole.KeyNamed(field, i)
		s := cells.SenseOf(f.Header.Value(i))
		switch {
		case isKey:
			t.Keys = append(t.Keys, k)
		case slices.Contains(t.Numbers, i):
		case field != "":
			t.Texts = append(t.Texts, i)
		case s.Percent || s.Trait || s.Other || s.Counted || csvfile.Fold(f.Header.Value(i)) == "":
			t.Others = append(t.Others, i)
		case h.rules[i] == nil && !f.isRival(i) && !f.Fit.passed.has(i):
			t.Unused = append(t.Unused, i)
		}
	}
	notices, why := t.Read(ctx)
	for _, n := range notices {
		f.Say(source.Notice, n.Line, n.Column, f.FieldAt(n.Column-1), n.Message)
	}
	return why
}

// sayNotice says something of a column, from 0, if there is anything to say.
func (f *File) sayNotice(column int, message string) {
	if message != "" {
		f.Say(source.Notice, f.Header.Line, column+1, f.FieldAt(column), message)
	}
}
