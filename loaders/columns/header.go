package columns

import (
	"context"
	"slices"
	"strings"

	"wres/loaders/columns/cells"
	"wres/loaders/columns/whole"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model/source"
)

// Rule is what a settings file says of a header.
type Rule struct {
	Written  string // as the settings have it
	Standard string // "": the column is not used
	By       source.Known
}

// Heading is the header of a file with what the settings say of each column.
type Heading struct {
	names []string
	keys  []string // the names as they are looked up
	rules []*Rule  // nil: nothing

	groups  []*groupHeading // what each says of a group; nil: not read yet
	counted map[countedKey]countedHeading
	letters map[string]string // the groups of which names are first letters; nil: none is
}

// Add takes a line of [columns].
func (c *Columns) Add(r Rule) {
	key := csvfile.Fold(r.Written)
	c.rules[key] = append(c.rules[key], r)
}

// heading looks up what the settings say of a file's columns. Of two headers that
// look alike a rule is for the one that it spells exactly: so one of the two can be
// taken and the other not.
func (c *Columns) heading(names []string) Heading {
	h := Heading{names, kinds.HeaderKeys(names), make([]*Rule, len(names)), make([]*groupHeading, len(names)), map[countedKey]countedHeading{}, whole.CodesIn(names, c.labels).Headings()}
	if len(c.rules) == 0 {
		return h
	}
	written := map[string]bool{}
	for _, n := range names {
		written[n] = true
	}
	for i, n := range names {
		h.rules[i] = best(c.rules[csvfile.Fold(n)], func(r Rule) int {
			switch {
			case r.Written == n:
				return 2
			case written[r.Written]:
				return 0 // it is about another column
			}
			return 1
		})
	}
	return h
}

// passCounts takes the meaning from a heading "Count" that stands over numbers: it does
// not say which count a row holds.
func (h Heading) passCounts(ctx context.Context, text *csvfile.File) {
	for i, key := range h.keys {
		if kindNamed("recruitment").Means(key) == "count" && cells.Of(ctx, text, nameSample)[i].Counts > 0 {
			h.keys[i] = "\x00" // no kind has it
		}
	}
}

// chosen gives the columns that the settings take for a standard name. One that has
// only its name for it gives way to such a column.
func (h Heading) chosen() map[string]int {
	columns := map[string]int{}
	for i, r := range h.rules {
		if r != nil && r.Standard != "" {
			columns[r.Standard] = i
		}
	}
	return columns
}

// rule gives what the settings say of a name that is a part of a header.
func (c *Columns) rule(name string) *Rule {
	return best(c.rules[csvfile.Fold(name)], func(Rule) int { return 1 })
}

// best finds the rule that holds: what people wrote goes before what the import
// screen saved, then the one that fits best, then the last. A fit of 0 is none.
func best(rules []Rule, fit func(Rule) int) *Rule {
	var found *Rule
	rank := 0
	for i := range rules {
		this := fit(rules[i])
		if this == 0 {
			continue
		}
		if rules[i].By == source.BySettings {
			this += 2
		}
		if this >= rank {
			found, rank = &rules[i], this
		}
	}
	return found
}

// describe says what each column of a file was taken for. It keeps nothing of the
// file's text from being freed.
func describe(h Heading, f *Fit) []source.Column {
	// A list without a header: its first row is about a person.
	hide := f == nil && slices.ContainsFunc(h.names, labels.LooksPersonal)
	columns := make([]source.Column, len(h.names))
	for i, name := range h.names {
		if hide {
			columns[i] = source.Column{Header: HiddenHeader}
			continue
		}
		key := h.keys[i]
		c := source.Column{Header: strings.Clone(csvfile.Clean(name)), Personal: kinds.Identifies(key)}
		if key != "" {
			c.Written = strings.Clone(name)
		}
		if f != nil {
			c.Field = f.Field[i]
		}
		switch {
		case h.rules[i] != nil:
			c.Known = h.rules[i].By
		case c.Field == "":
		case key == csvfile.Fold(c.Field):
			c.Known = source.ByName
		default:
			c.Known = source.BySynonym
		}
		// In an extract of counts a name is not a person's.
		c.Personal = c.Personal && c.Field == "" && (f == nil || f.Extract.List != nil)
		columns[i] = c
	}
	if f != nil {
		f.tellRivals(columns)
	}
	return columns
}

// tellRivals notes which columns mean the same.
func (f *Fit) tellRivals(columns []source.Column) {
	pair := func(a, b int) {
		columns[a].Rivals = append(columns[a].Rivals, b+1)
		columns[b].Rivals = append(columns[b].Rivals, a+1)
	}
	if f.clash[0] != f.clash[1] {
		pair(f.clash[0], f.clash[1])
	}
	for _, r := range f.Rivals {
		pair(r.Used, r.Unused)
	}
}

// nearOf says of every kind how a file that is of none looks as it. They come in
// order, the nearest first.
func nearOf(near []*Fit) []source.Near {
	all := make([]source.Near, len(near))
	for i, f := range near {
		all[i] = source.Near{Kind: f.Extract.Kind, Wide: f.Wide(), Fields: map[int]string{}}
		for at, field := range f.Field {
			if field != "" {
				all[i].Fields[at] = field
			}
		}
	}
	return all
}

// HiddenHeader stands for the headers of a file of no kind whose first row may be
// about a person.
const HiddenHeader = "(not shown: it may be data)"
