package kinds

import (
	"slices"

	"wres/loaders/labels"
	"wres/model/indicator"
)

// idsOf lists the indicators of the catalogue that are made from some kinds.
func idsOf(from func(kind string) bool) []string {
	var ids []string
	for _, ind := range indicator.Catalogue() {
		if from(ind.Extract) {
			ids = append(ids, ind.ID)
		}
	}
	return ids
}

// Serves lists the indicators that are made from the kind: the figures that lack a row
// of it that is refused.
func (e *Extract) Serves() []string {
	return idsOf(func(kind string) bool { return kind == e.Kind })
}

// Serving lists the indicators that are made from some figures, or from any where none
// is named, in the order of the catalogue.
func Serving(figures ...Figures) []string {
	var kinds []string
	for _, e := range extracts() {
		if len(figures) == 0 || slices.Contains(figures, e.Figures) {
			kinds = append(kinds, e.Kind)
		}
	}
	return idsOf(func(kind string) bool { return slices.Contains(kinds, kind) })
}

// nameIndicators completes the help with the indicators that the kind, or the counted
// one that gives the same figures, serves, and that its column of indicators may hold.
func (e *Extract) nameIndicators() {
	counted := e.Kind
	if e.List != nil {
		counted = e.List.Counted
	}
	ids := idsOf(func(kind string) bool { return kind == counted })
	switch len(ids) {
	case 0:
		ids = idsOf(func(string) bool { return true })
	case 1:
		e.Help += " (indicator " + ids[0] + ")"
	default:
		e.Help += " (indicators " + labels.Listed(indicator.Runs(ids), "and") + ")"
	}
	for i := range e.Columns {
		if e.Columns[i].Name == "indicator" {
			e.Columns[i].Help = labels.Listed(indicator.Runs(ids), "or")
		}
	}
}

// PeopleCounts lists the counts of people, each once.
func PeopleCounts() []string {
	var all []string
	for _, e := range extracts() {
		for _, name := range e.Counts {
			if e.Adds() && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}
