package columns

import (
	"cmp"
	"context"
	"fmt"
	"math/bits"
	"slices"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// Fit is a file seen as one kind of extract.
type Fit struct {
	Extract *kinds.Extract
	Field   []string       // what each column is taken for; "" is not used
	At      map[string]int // the first column taken for a standard name
	Groups  []GroupColumn  // the wide form's columns; none: the tidy form
	Count   string         // wide form: which count its cells are; "": the count column says
	Long    bool           // tidy, and the count column says which count a row's number is
	clash   [2]int         // two columns that mean the same, from 0; equal: none
	missing []string       // required columns that the file lacks
	untold  bool           // wide form: nothing tells which count it is
	used    []uint64       // a bit for each column that is used
	passed  passedColumns  // that name a group and are not used
	Rivals  []Rival        // columns that are not used because another means the same
	barred  bool           // a column that is plainly of another kind rules this one out
	far     bool           // no column of the file is of the kind
	about   int            // the column that the notice is of, from 1; 0: none
	notice  string         // what else the file may be, where that is in some doubt
}

// ok reports whether the file can be of the kind.
func (f *Fit) ok() bool { return len(f.missing) == 0 && !f.untold && !f.barred }

// Wide reports whether the file has one column a group.
func (f *Fit) Wide() bool { return len(f.Groups) > 0 }

// fitTo sees a header as a kind of extract.
func (c *Columns) fitTo(e *kinds.Extract, header Heading, name string) *Fit {
	if e.List != nil {
		return c.fitList(e, header, name)
	}
	f := &Fit{Extract: e, Field: make([]string, len(header.names)), At: map[string]int{}, used: make([]uint64, len(header.names)/64+1)}
	chosen := header.chosen()
	for i, key := range header.keys {
		if key == "" {
			continue
		}
		standard := e.Means(key)
		if r := header.rules[i]; r != nil {
			standard = r.Standard
		}
		if standard == "" || !e.Has(standard) {
			continue
		}
		if at, ok := chosen[standard]; ok && header.rules[i] == nil {
			f.Rivals = append(f.Rivals, Rival{standard, at, i})
			continue
		}
		f.take(i, standard)
	}
	_, tidy := f.At[e.Group]
	if !tidy && len(e.Counts) > 0 {
		c.fitGroups(f, header)
	}
	if f.Wide() {
		f.tellCount(name)
	} else if i, ok := f.At["count"]; ok {
		// Only the wide form has a use for it.
		delete(f.At, "count")
		f.drop(i)
	}
	f.require(name)
	return f
}

// take uses column i for a standard name. The second of a name is a clash.
func (f *Fit) take(i int, standard string) {
	if first, twice := f.At[standard]; twice {
		if f.clash[0] == f.clash[1] {
			f.clash = [2]int{first, i}
		}
	} else {
		f.At[standard] = i
	}
	f.Field[i] = standard
	f.used[i/64] |= 1 << (i % 64)
}

func (f *Fit) drop(i int) {
	f.Field[i] = ""
	f.used[i/64] &^= 1 << (i % 64)
}

// require notes the required columns that the file lacks.
func (f *Fit) require(name string) {
	e := f.Extract
	for _, c := range e.Columns {
		replaced := f.Wide() && (c.Name == e.Group || slices.Contains(e.Counts, c.Name))
		if _, ok := f.At[c.Name]; c.Required && !ok && !replaced {
			f.missing = append(f.missing, c.Name)
		}
	}
	if len(e.OneOf) > 0 && !e.Named(name) && !slices.ContainsFunc(e.OneOf, func(c string) bool { _, ok := f.At[c]; return ok }) {
		f.missing = append(f.missing, e.OneOf[0])
	}
}

// kindOf finds the kind of a file. Where it has none, the fit is nil, why says the
// reason and what to do, and near is how the file looks as each kind, the nearest
// first.
func (c *Columns) kindOf(ctx context.Context, header Heading, name string, values func(column int) []string, text *csvfile.File) (best *Fit, near []*Fit, why string) {
	var fits []*Fit
	for _, e := range kinds.Extracts() {
		f := c.fitTo(e, header, name)
		if f.ok() && countsFit(f, values) {
			fits = append(fits, f)
		} else {
			near = append(near, f)
		}
	}
	fits = listsOf(fits, header, text)
	kept, why := staffOr(fits, header, name)
	if why == "" {
		fits = kept
		kept, why = c.countsOrPeople(ctx, fits, header, name, text)
	}
	if why != "" {
		return nil, append(rankKinds(fits, header, name), rankKinds(near, header, name)...), why
	}
	fits = kept
	if column, ok := header.personColumn(); ok && len(fits) == 0 {
		near = rankKinds(near, header, name)
		return nil, near, whyNoList(header.names[column], near)
	}
	fits = narrowest(fits)
	if len(fits) > 1 {
		fits = byName(fits, name)
	}
	if years := header.years(); len(years) > 1 && !slices.ContainsFunc(fits, func(f *Fit) bool { return f.Extract.List == nil }) {
		return nil, rankKinds(append(fits, near...), header, name), fmt.Sprintf("its columns %s are years; give each year rows of its own, with the year in a column year", labels.Few(years))
	}
	switch len(fits) {
	case 0:
		near = rankKinds(near, header, name)
		return nil, near, whyNone(near, header.names)
	case 1:
		if why, near := fits[0].doubt(rankKinds(near, header, name), header, name); why != "" {
			return nil, near, why
		}
		return fits[0], nil, cmp.Or(fits[0].whyClash(header.names), fits[0].contradicted(header, name))
	}
	kinds := make([]string, len(fits))
	for i, f := range fits {
		kinds[i] = f.Extract.Kind
	}
	return nil, append(rankKinds(fits, header, name), rankKinds(near, header, name)...), fmt.Sprintf("its columns fit %s alike; put the kind into the file's name, such as %s-%s",
		labels.Listed(kinds, "and"), kinds[0], labels.Shown(name))
}

// narrowest drops each fit whose columns another fit uses too, with more.
func narrowest(fits []*Fit) []*Fit {
	return slices.DeleteFunc(slices.Clone(fits), func(f *Fit) bool {
		return slices.ContainsFunc(fits, func(other *Fit) bool { return f.within(other) })
	})
}

// within reports whether other uses every column that f uses, and more.
func (f *Fit) within(other *Fit) bool {
	more := false
	for i, w := range f.used {
		if w&^other.used[i] != 0 {
			return false
		}
		more = more || bits.OnesCount64(other.used[i]) > bits.OnesCount64(w)
	}
	return more
}

// byName keeps the fits with a word in the file's name, if there are any.
func byName(fits []*Fit, name string) []*Fit {
	for _, words := range []func(*kinds.Extract) []string{
		func(e *kinds.Extract) []string { return e.Words },
		func(e *kinds.Extract) []string { return e.Weak },
	} {
		var kept []*Fit
		for _, f := range fits {
			if slices.ContainsFunc(words(f.Extract), func(w string) bool { return kinds.NameHas(name, w) }) {
				kept = append(kept, f)
			}
		}
		if len(kept) > 0 {
			return kept
		}
	}
	return fits
}

// whyClash says which two columns mean the same, if any do.
func (f *Fit) whyClash(header []string) string {
	if f.clash[0] == f.clash[1] {
		return ""
	}
	what := f.Field[f.clash[1]]
	return fmt.Sprintf("its columns %d %s and %d %s are both taken for %s; rename or delete the one that is not wanted",
		f.clash[0]+1, labels.Quoted(header[f.clash[0]]), f.clash[1]+1, labels.Quoted(header[f.clash[1]]), what)
}

// whyNone says what a file of no kind lacks; the kinds come in order.
func whyNone(near []*Fit, header []string) string {
	var closest *Fit
	if len(near) > 0 && !near[0].far {
		closest = near[0]
	}
	for _, f := range near {
		if why := f.whyPassed(header); why != "" && (closest == nil || !closest.Wide()) {
			return why
		}
	}
	switch {
	case closest == nil:
		return "no kind of extract has its columns; name them as wres init does, or say what they are in the app with f, or under [columns] in wres.toml"
	case closest.Wide() && closest.untold:
		return fmt.Sprintf("its columns do not tell what is counted; add a column count (%s), or put the kind into the file's name", labels.Listed(kinds.PeopleCounts(), "or"))
	case closest.Wide() && len(closest.missing) == 0:
		return "its count column names counts of several kinds; put each kind into a file of its own"
	case len(closest.missing) == 0:
		return "its columns fit no kind of extract; name them as wres init does"
	}
	return fmt.Sprintf("its columns fit no kind of extract; nearest is %s, which needs %s too: add that column, or say which one it is in the app with f, or under [columns] in wres.toml",
		closest.Extract.Kind, labels.Listed(closest.missing, "and"))
}

// personColumn finds a column that only a list of people or cases has.
func (h Heading) personColumn() (int, bool) {
	for i, key := range h.keys {
		if r := h.rules[i]; kinds.OfPersons(key) && (r == nil || r.Standard == "") {
			return i, true
		}
	}
	return 0, false
}
