package files

import (
	"slices"
	"strconv"
	"strings"

	"wres/model/nearest"
	"wres/model/source"
)

// open reports whether nobody said yet what a column or label means, so that a meaning may
// be suggested.
func (r *reading) open(it item) bool {
	_, staged := r.stagedFor(it.table, it.written)
	return it.fixed == "" && !staged && !it.mapped && !it.doubtful && (it.now == "" || it.now == source.Ignored)
}

// meaningsOf are the choices as what a text may be near to.
func meaningsOf(all []pickerChoice) nearest.Meanings {
	names := make([][]string, len(all))
	for i, c := range all {
		if c.meaning != source.Ignored {
			names[i] = c.names
		}
	}
	return nearest.New(names)
}

// nearTo orders choices by how near they are to a column or label. What another column of
// the file is already is not near.
func (r *reading) nearTo(m nearest.Meanings, it item, f *source.File, all []pickerChoice) nearest.Order {
	order := m.Of(it.written)
	for i, w := range order.Words {
		order.Words[i] = r.data.Clean(w)
	}
	if it.table != "" || f == nil {
		return order
	}
	taken := r.takenIn(f, it)
	if order.Near && slices.Contains(taken, all[order.Places[0]].meaning) {
		order.Near = false
	}
	if i := slices.IndexFunc(f.Columns, func(c source.Column) bool { return c.Written == it.written }); i >= 0 && !order.Near {
		order = r.byCells(order, f.Columns[i].Holds, taken, all)
	}
	return order
}

// takenIn lists what other columns of a file mean.
func (r *reading) takenIn(f *source.File, it item) (taken []string) {
	near := r.nearestKind(f)
	for i, c := range f.Columns {
		if c.Written == it.written {
			continue
		}
		if meaning, staged := r.stagedFor("", c.Written); staged && c.Written != "" {
			taken = append(taken, meaning)
			continue
		}
		taken = append(taken, groupColumn(c.Field), near.Fields[i])
	}
	return taken
}

// nearestKind gives how a file of no kind looks as the kind that it is nearest.
func (r *reading) nearestKind(f *source.File) source.Near {
	if f.Kind == unknownKind {
		if kinds := r.nearKinds(f); len(kinds) > 0 {
			return kinds[0].near
		}
	}
	return source.Near{}
}

// byNearness puts choices into an order, and what is in none behind.
func byNearness(all []pickerChoice, order nearest.Order) []pickerChoice {
	var sorted []pickerChoice
	for n, place := range order.Places {
		c := all[place]
		if n == 0 && order.Near {
			c.near, c.help = true, "nearest, by "+quoted(order.Words)+": "+c.help
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

// quoted lists words of a label.
func quoted(words []string) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = strconv.Quote(w)
	}
	return strings.Join(all, ", ")
}

// suggestion is a meaning that is near a column or label of a file.
type suggestion struct {
	item    item
	what    string // the label or column, as it is shown
	of      string // the column of a label; empty: it is a column itself
	meaning string
	words   []string // of the column or label that say so
	out     bool     // left out by the user
}

// suggest gives the meaning that is near a column or label of a file; false: none is.
func (r *reading) suggest(m nearest.Meanings, it item, f *source.File, all []pickerChoice) (suggestion, bool) {
	if !r.open(it) {
		return suggestion{}, false
	}
	order := r.nearTo(m, it, f, all)
	if !order.Near {
		return suggestion{}, false
	}
	return suggestion{item: it, meaning: all[order.Places[0]].meaning, words: order.Words}, true
}

// suggestLabel is suggest for a label that no table knows.
func (r *reading) suggestLabel(it item) (suggestion, bool) {
	all := r.plain(it, nil)
	return r.suggest(meaningsOf(all), it, nil, all)
}

// nearWords says which meaning a label is near, if it is near one.
func (r *reading) nearWords(it item) string {
	if s, near := r.suggestLabel(it); near {
		return "Nearest: " + s.meaning + ". "
	}
	return ""
}

// suggestionsFor lists the meanings that are near the labels and columns of a file. What
// is doubtful is left to the user, and so are two columns that would mean the same.
func (r *reading) suggestionsFor(f *source.File) (all []suggestion) {
	for _, u := range r.unmappedOf(f.Name) {
		if s, near := r.suggestLabel(r.labelItem(u)); near {
			s.what, s.of = r.data.Clean(u.Label), u.Field
			all = append(all, s)
		}
	}
	if f.Kind == unknownKind && len(f.Near) == 0 || len(f.Columns) == 0 {
		return all // to say what a column is would not mend a file that is not used for its name
	}
	kind, near := r.columnItem(f, f.Columns[0]), r.nearestKind(f)
	choices := r.plain(item{kind: kind.kind}, f)
	meanings := meaningsOf(choices)
	for i, c := range f.Columns {
		if near.Fields[i] != "" {
			continue
		}
		if s, near := r.suggest(meanings, r.columnItem(f, c), f, choices); near {
			s.what = r.data.Clean(c.Header)
			all = append(all, s)
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(s suggestion) bool {
		return s.of == "" && slices.ContainsFunc(all, func(o suggestion) bool {
			return o.of == "" && o.meaning == s.meaning && o.item.written != s.item.written
		})
	})
}
