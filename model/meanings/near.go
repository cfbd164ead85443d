package meanings

import (
	"slices"
	"strconv"
	"strings"
	"wres/model/nearest"
	"wres/model/source"
)

// open reports whether nobody said yet what a column or label means, so that a meaning may
// be suggested.
func (r *Reading) open(it Item) bool {
	_, staged := r.StagedFor(it.Table, it.Written)
	return it.Fixed == "" && !staged && !it.Mapped && !it.Doubtful && (it.Now == "" || it.Now == source.Ignored)
}

// meaningsOf are the choices as what a text may be near to.
func meaningsOf(all []Choice) nearest.Meanings {
	names := make([][]string, len(all))
	for i, c := range all {
		if c.Meaning != source.Ignored {
			names[i] = c.names
		}
	}
	return nearest.New(names)
}

// nearTo orders choices by how near they are to a column or label. What another column of
// the file is already is not near.
func (r *Reading) nearTo(m nearest.Meanings, it Item, f *source.File, all []Choice) nearest.Order {
	order := m.Of(it.Written)
	for i, w := range order.Words {
		order.Words[i] = r.Clean(w)
	}
	if it.Table != "" || f == nil {
		return order
	}
	taken := r.takenIn(f, it)
	if order.Near && slices.Contains(taken, all[order.Places[0]].Meaning) {
		order.Near = false
	}
	if i := slices.IndexFunc(f.Columns, func(c source.Column) bool { return c.Written == it.Written }); i >= 0 && !order.Near {
		order = r.byCells(order, f.Columns[i].Holds, taken, all)
	}
	return order
}

// takenIn lists what other columns of a file mean.
func (r *Reading) takenIn(f *source.File, it Item) (taken []string) {
	near := r.NearestKind(f)
	for i, c := range f.Columns {
		if c.Written == it.Written {
			continue
		}
		if meaning, staged := r.StagedFor("", c.Written); staged && c.Written != "" {
			taken = append(taken, meaning)
			continue
		}
		taken = append(taken, groupColumn(c.Field), near.Fields[i])
	}
	return taken
}

// NearestKind gives how a file of no kind looks as the kind that it is nearest.
func (r *Reading) NearestKind(f *source.File) source.Near {
	if f.Kind == UnknownKind {
		if kinds := r.NearKinds(f); len(kinds) > 0 {
			return kinds[0].near
		}
	}
	return source.Near{}
}

// byNearness puts choices into an order, and what is in none behind.
func byNearness(all []Choice, order nearest.Order) []Choice {
	var sorted []Choice
	for n, place := range order.Places {
		c := all[place]
		if n == 0 && order.Near {
			c.Near, c.Help = true, "nearest, by "+Quoted(order.Words)+": "+c.Help
		}
		sorted = append(sorted, c)
	}
	for i, c := range all {
		if !slices.Contains(order.Places, i) {
			sorted = append(sorted, c)
		}
	}
	return sorted
}

// Quoted lists words of a label.
func Quoted(words []string) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = strconv.Quote(w)
	}
	return strings.Join(all, ", ")
}

// Suggestion is a meaning that is near a column or label of a file.
type Suggestion struct {
	Item    Item
	What    string // the label or column, as it is shown
	Of      string // the column of a label; empty: it is a column itself
	Meaning string
	Words   []string // of the column or label that say so
}

// suggest gives the meaning that is near a column or label of a file; false: none is.
func (r *Reading) suggest(m nearest.Meanings, it Item, f *source.File, all []Choice) (Suggestion, bool) {
	if !r.open(it) {
		return Suggestion{}, false
	}
	order := r.nearTo(m, it, f, all)
	if !order.Near {
		return Suggestion{}, false
	}
	return Suggestion{Item: it, Meaning: all[order.Places[0]].Meaning, Words: order.Words}, true
}

// suggestLabel is suggest for a label that no table knows.
func (r *Reading) suggestLabel(it Item) (Suggestion, bool) {
	all := r.plain(it, nil)
	return r.suggest(meaningsOf(all), it, nil, all)
}

// Nearest gives the meaning that a label is near; "": none.
func (r *Reading) Nearest(it Item) string {
	s, _ := r.suggestLabel(it)
	return s.Meaning
}

// Suggestions lists the meanings that are near the labels and columns of a file. What
// is doubtful is left to the user, and so are two columns that would mean the same.
func (r *Reading) Suggestions(f *source.File) (all []Suggestion) {
	for _, u := range r.UnmappedOf(f.Name) {
		if s, near := r.suggestLabel(r.LabelItem(u)); near {
			s.What, s.Of = r.Clean(u.Label), u.Field
			all = append(all, s)
		}
	}
	if f.Kind == UnknownKind && len(f.Near) == 0 || len(f.Columns) == 0 {
		return all // to say what a column is would not mend a file that is not used for its name
	}
	kind, near := r.ColumnItem(f, f.Columns[0]), r.NearestKind(f)
	choices := r.plain(Item{Kind: kind.Kind}, f)
	meanings := meaningsOf(choices)
	for i, c := range f.Columns {
		if near.Fields[i] != "" {
			continue
		}
		if s, near := r.suggest(meanings, r.ColumnItem(f, c), f, choices); near {
			s.What = r.Clean(c.Header)
			all = append(all, s)
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(s Suggestion) bool {
		return s.Of == "" && slices.ContainsFunc(all, func(o Suggestion) bool {
			return o.Of == "" && o.Meaning == s.Meaning && o.Item.Written != s.Item.Written
		})
	})
}
