package meanings

import (
	"slices"
	"wres/model/source"
)

// Choice is something that a column or a label can mean.
type Choice struct {
	Meaning string // as a mapping has it; "" forgets what is mapped
	Name    string // as it is shown
	Help    string
	Now     bool     // it holds already
	Near    bool     // it is near enough to be chosen at once
	names   []string // what a text that means it may be like; nil: nothing is
}

// ChoicesFor lists what a column or label can mean, the nearest first where nobody said so
// yet; f is the file that is open, or nil.
func (r *Reading) ChoicesFor(it Item, f *source.File) []Choice {
	all := r.plain(it, f)
	if r.open(it) {
		all = byNearness(all, r.nearTo(meaningsOf(all), it, f, all))
	}
	if _, staged := r.StagedFor(it.Table, it.Written); staged || it.Mapped {
		help := "the label counts as one that is not known"
		if it.Table == "" {
			help = "the program finds out from the column's name what it is"
		}
		all = append([]Choice{{Name: "forget the mapping", Help: help}}, all...)
	}
	return all
}

// plain is ChoicesFor in the order of the tables.
func (r *Reading) plain(it Item, f *source.File) (all []Choice) {
	now := it.Now
	if staged, ok := r.StagedFor(it.Table, it.Written); ok {
		now = staged
	}
	add := func(c source.Choice, help string) {
		all = append(all, Choice{Meaning: c.Name, Name: c.Name, Help: help, Now: c.Name == now && now != "", names: c.Names()})
	}
	if it.Table == "" {
		r.columnChoices(it, f, add)
		return all
	}
	for _, c := range r.Choices.Labels[it.Table] {
		add(c, c.Help)
	}
	return all
}

// columnChoices offers the columns of the file's kind first, then "not used", then
// those of other kinds, each once.
func (r *Reading) columnChoices(it Item, f *source.File, add func(c source.Choice, help string)) {
	kinds := r.Choices.Kinds
	var lacks [][]string // of the kind that the file is nearest
	if f != nil && it.Kind == "" {
		kinds = nil
		for i, k := range r.NearKinds(f) {
			kinds = append(kinds, k.KindChoice)
			if i == 0 {
				lacks = k.Lack
			}
		}
	}
	offered := map[string]bool{}
	offer := func(k source.KindChoice, of string) {
		for _, c := range k.Columns {
			if !offered[c.Name] {
				offered[c.Name] = true
				if of != "" { // another kind's, whose further names may mean something else in this one
					c.Also = nil
				}
				add(c, of+c.Help)
			}
		}
	}
	first, ok := r.Choices.Kind(it.Kind)
	if !ok && len(kinds) > 0 {
		first = kinds[0]
	}
	for _, need := range lacks {
		for _, c := range first.Columns {
			if slices.Contains(need, c.Name) && !offered[c.Name] {
				offered[c.Name] = true
				add(c, first.Kind+" lacks it: "+c.Help)
			}
		}
	}
	offer(first, "")
	add(source.Choice{Name: source.Ignored}, "the column is left out")
	for _, k := range kinds {
		offer(k, k.Kind+": ")
	}
}
