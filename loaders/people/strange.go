package people

import (
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// strange counts the rows of a label that no table knows.
type strange struct {
	field, label string // the label is "" where it must not be shown
	written      string // the label as the list has it, likewise
	folded       string // as it is matched, likewise
	n            int
	first        int64 // where the first of its rows stands
}

// note counts a row under the label, if there is one.
func (s *strange) note(at int64) {
	if s == nil {
		return
	}
	if s.n == 0 {
		s.first = at
	}
	s.n++
}

// hiddenLabel stands in a report for labels that may be about a person.
const hiddenLabel = "(not shown: it may not be a category)"

// maxStrange is how many labels of one column are listed. A column with more than
// maxLabels holds something else than categories, and none of it is shown.
const (
	maxStrange = 50
	maxLabels  = labels.MaxSpellings
)

// strange gives the count of a label that no table knows. Labels that may be about
// a person share one, without the label; those of a column of yes and no always may.
func (w *labelled) strange(field listField, raw string) *strange {
	key := strangeKey{field, "", ""}
	if labels.LooksLikeLabel(raw) && field != primaryField && len(w.listed[field]) <= maxLabels {
		key.label, key.folded = strings.Clone(labels.Shown(raw)), csvfile.Fold(raw)
	}
	s := w.strangers[key]
	if s == nil {
		s = &strange{field: fieldNames[field], label: key.label}
		w.strangers[key] = s
		if key.label != "" {
			s.written, s.folded = strings.Clone(raw), key.folded
			w.listed[field][key.folded] = true
		}
	}
	return s
}

type strangeKey struct {
	field         listField
	label, folded string
}

// categoryCell is what a cell of a column of categories says.
type categoryCell[V any] struct {
	value   V
	blank   bool
	strange *strange // of a label that no table knows
}

// categories makes the lookup of a column of categories.
func categories[V any](w *worker, field listField, parse func(string) (V, bool)) labels.Lookup[categoryCell[V]] {
	return labels.NewLookup(func(raw string) categoryCell[V] {
		v, ok := parse(raw)
		c := categoryCell[V]{value: v, blank: strings.TrimSpace(raw) == ""}
		if !ok {
			c.strange = w.strange(field, raw)
		}
		return c
	})
}

// ethnicityCell is what a cell of ethnicity says.
type ethnicityCell struct {
	labels.Ethnicity
	empty   bool // blank, or a number that is no code of an ethnicity
	strange *strange
}

func (w *labelled) readEthnicity(raw string) ethnicityCell {
	c := ethnicityCell{Ethnicity: w.known.Ethnicity(raw)}
	c.empty = c.Empty(raw)
	if !c.Known && !c.Total {
		c.strange = w.strange(ethnicityField, raw)
	}
	c.Value = c.Counted()
	return c
}

// spelling is how an organisation's name is written, and where it first stands.
type spelling struct {
	written string
	at      int64
}

// organisationCell is what a cell of an organisation's name says.
type organisationCell struct {
	id   uint16
	mix  uint64 // makes up for ids that have run out
	ours bool   // of the organisation that is asked for
}

func (w *worker) readOrganisation(raw string) organisationCell {
	p := w.file.p
	key := csvfile.Fold(raw)
	if key == "" || model.IsTotal(raw) {
		return organisationCell{ours: true}
	}
	if len(w.organisations) < labels.MaxSpellings {
		if _, seen := w.organisations[key]; !seen {
			w.organisations[key] = spelling{raw, w.at}
		}
	}
	c := organisationCell{ours: p.asked == "" || key == csvfile.Fold(p.asked)}
	c.id, c.mix = p.organisation(key)
	return c
}
