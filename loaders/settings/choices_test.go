package settings

import (
	"testing"

	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model/source"
)

// TestChoicesCanBeSaved: every meaning that the screen offers is one that a mapping
// may have, and comes back as it is.
func TestChoicesCanBeSaved(t *testing.T) {
	all := kinds.Choices()
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
