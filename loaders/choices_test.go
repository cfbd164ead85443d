package loaders

import (
	"slices"
	"testing"

	"wres/loaders/labels"
	"wres/model/source"
)

// TestChoicesCanBeSaved: every meaning that the screen offers is one that a mapping
// may have, and comes back as it is.
func TestChoicesCanBeSaved(t *testing.T) {
	all := Choices()
	l := blank(nil)
	d := &document{name: MappingName}
	for _, k := range all.Kinds {
		if len(k.Columns) == 0 || k.Help == "" {
			t.Errorf("%s has no columns or no help", k.Kind)
		}
		for _, c := range k.Columns {
			m, err := l.applyMapping(d, source.ByMapping, map[string]string{"x": c.Name}, nil)
			if err != nil || m.Columns["x"] != c.Name || c.Help == "" {
				t.Errorf("%s %+v: %v %v", k.Kind, c, m, err)
			}
		}
	}
	for _, table := range labels.Tables() {
		if len(all.Labels[table.Name]) == 0 {
			t.Errorf("no choices for %s", table.Name)
		}
		for _, c := range all.Labels[table.Name] {
			m, err := l.applyMapping(d, source.ByMapping, nil, map[string]map[string]string{table.Name: {"x": c.Name}})
			if err != nil || m.Labels[table.Name]["x"] != c.Name || c.Help == "" {
				t.Errorf("%s %+v: %v %v", table.Name, c, m, err)
			}
		}
		for _, field := range table.Fields {
			if all.Tables[field] != table.Name {
				t.Errorf("the labels of %s are of table %q", field, all.Tables[field])
			}
		}
	}
}

// TestLacksAgreesWithReading: what a kind is said to lack is what keeps a file from
// being of it.
func TestLacksAgreesWithReading(t *testing.T) {
	l := NewColumns(labels.New())
	for _, e := range extracts() {
		k := e.choice()
		var header []string
		for _, need := range k.Needs {
			header = append(header, need[0])
		}
		for without := -1; without < len(header); without++ {
			names := slices.Clone(header)
			if without >= 0 {
				names = slices.Delete(names, without, without+1)
			}
			lacks := k.Lacks(func(c string) bool { return slices.Contains(names, c) })
			fits := l.fitTo(e, l.heading(names), "x.csv").ok()
			if fits != (len(lacks) == 0) || (without < 0) != fits {
				t.Errorf("%s with %v lacks %v, and fits: %v", k.Kind, names, lacks, fits)
			}
		}
		if len(k.Wide) == 0 {
			continue
		}
		names := []string{"white", "bme"}
		for _, need := range k.Needs {
			if !slices.Contains(k.Wide, need[0]) {
				names = append(names, need[0])
			}
		}
		f := l.fitTo(e, l.heading(names), "x.csv")
		if lacks := k.Lacks(func(c string) bool { return slices.Contains(names, c) }); len(lacks) > 0 || !f.Wide() || len(f.missing) > 0 {
			t.Errorf("%s in the wide form with %v lacks %v, and misses %v", k.Kind, names, lacks, f.missing)
		}
	}
}
