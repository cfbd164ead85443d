package kinds

import (
	"slices"

	"wres/loaders/labels"
	"wres/model/source"
)

// groupColumns are the columns of the wide form as choices.
var groupColumns = []source.Choice{
	{Name: "white", Help: "the count of the White group, where each group has a column"},
	{Name: "bme", Help: "the count of the BME group, where each group has a column"},
	{Name: "unknown", Help: "the count of unknown ethnicity, where each group has a column"},
}

// Choices gives what columns and labels can be mapped to: the table of extracts, and
// the values of the tables of labels.
func Choices() source.Choices {
	all := source.Choices{Labels: map[string][]source.Choice{}, Tables: map[string]string{}}
	for _, e := range extracts() {
		all.Kinds = append(all.Kinds, e.choice())
	}
	for _, t := range labels.Tables() {
		all.Labels[t.Name] = slices.Clone(t.Choices)
		for _, f := range t.Fields {
			all.Tables[f] = t.Name
		}
	}
	return all
}

// choice gives a kind with its columns, its own first.
func (e *Extract) choice() source.KindChoice {
	k := source.KindChoice{Kind: e.Kind, Help: e.Help, Brief: e.Brief, Begin: e.Init, Sheet: e.sheet()}
	add := func(c Column) {
		if !k.Has(c.Name) {
			k.Columns = append(k.Columns, source.Choice{Name: c.Name, Help: c.Help, Also: c.Synonyms})
		}
	}
	for _, c := range slices.Concat(e.Columns, e.AllColumns()) {
		add(c)
	}
	for _, c := range e.Columns {
		if c.Required {
			k.Needs = append(k.Needs, []string{c.Name})
		}
	}
	if e.List != nil {
		k.Needs = append(k.Needs, e.List.Needs...)
		return k
	}
	if len(e.OneOf) > 0 {
		k.Needs = append(k.Needs, e.OneOf)
	}
	if len(e.Counts) > 0 {
		k.Wide = append([]string{e.Group}, e.Counts...)
		k.Columns = append(k.Columns, groupColumns...)
	}
	return k
}
