package leaks

import (
	"wres/model/audit/document"
	"wres/model/audit/measure"
	"wres/model/disclosure"
	"wres/model/disclosure/sums"
	"wres/model/indicator"
)

// The quantities of a table: the three groups, their sum, and the sum of those whose
// ethnicity is known.
const (
	white = iota
	bme
	unknown
	everyone
	known
)

const groups = 3

// quantities names them as keys do.
var quantities = []string{"white", "bme", "unknown", "all", "known"}

// table is one count of one year, by group: the applicants appointed in 2024.
type table struct {
	key    document.Key // without a group; Figure is the count's name
	events bool         // it counts those to whom something happened, of others
	told   []fact
}

// fact is what one figure says of one quantity.
type fact struct {
	figure   *document.Figure
	quantity int
	in       sums.Range
	counted  bool // it is a count; else a percentage of one
}

// whole reports whether it is of the whole workforce.
func (t *table) whole() bool { return t.key.Figure == measure.Headcount && t.key.Part == "" }

// secret reports whether the rule protects the table's counts.
func (t *table) secret(rule disclosure.Rule) bool { return rule.Board || !onBoard(t.key) }

func onBoard(k document.Key) bool {
	ind := indicator.Lookup(k.Indicator)
	return ind != nil && ind.Shape == indicator.Board
}

// read puts the figures of a document into tables: the counts first, which are the bases of
// the percentages.
func read(d *document.Document) []*table {
	b := &builder{tables: map[document.Key]*table{}, counts: map[document.Key]int{}}
	for i := range d.Figures {
		b.count(&d.Figures[i])
	}
	for i := range d.Figures {
		b.share(&d.Figures[i])
	}
	return b.inOrder
}

type builder struct {
	tables  map[document.Key]*table
	inOrder []*table
	counts  map[document.Key]int // as printed, by the key of the count; -1: in two ways
}

func (b *builder) table(k document.Key, events bool) *table {
	k.Group = ""
	t := b.tables[k]
	if t == nil {
		t = &table{key: k, events: events}
		b.tables[k] = t
		b.inOrder = append(b.inOrder, t)
	}
	return t
}

// count takes a figure that is a count.
func (b *builder) count(f *document.Figure) {
	quantity, ind := quantityOf(f.Group), indicator.Lookup(f.Indicator)
	if !f.IsNumber || f.Number.Percent || f.Number.Signed || !f.Number.Value.IsInt() || f.Number.Decimals > 0 || quantity < 0 || ind == nil || !measure.IsCount(ind, f.Printed.Figure) {
		return
	}
	n := f.Number.Value.Num().Int64()
	if n < 0 || n >= sums.Endless {
		return
	}
	t := b.table(f.Key(), f.Printed.Figure == ind.Counts.Events)
	b.know(t, fact{f, quantity, sums.Exactly(int(n)), true})
	if of := f.Number.Of; of != nil {
		b.know(t, fact{f, everyone, sums.Exactly(*of), true})
	}
}

func (b *builder) know(t *table, f fact) {
	t.told = append(t.told, f)
	k := t.key
	k.Group = quantities[f.quantity]
	if was, twice := b.counts[k]; twice && was != f.in.Low {
		b.counts[k] = -1
		return
	}
	b.counts[k] = f.in.Low
}

// share takes a percentage of which the base is printed.
func (b *builder) share(f *document.Figure) {
	ind := indicator.Lookup(f.Indicator)
	if !f.IsNumber || ind == nil || f.Number.Value.Sign() < 0 || f.Number.Signed {
		return
	}
	quantity := quantityOf(f.Group)
	share, is := measure.ShareOf(ind, f.Key())
	if !is || quantity < 0 {
		return
	}
	people, printed := b.counts[share.Base]
	if !printed || people <= 0 {
		return
	}
	if least, greatest, can := measure.Behind(f, int64(people)); can {
		t := b.table(share.Of, share.Events)
		t.told = append(t.told, fact{f, quantity, sums.Range{Low: int(least), High: int(greatest)}, false})
	}
}

func quantityOf(group string) int {
	for i, name := range quantities {
		if name == group || group == "" && name == "all" {
			return i
		}
	}
	return -1
}
