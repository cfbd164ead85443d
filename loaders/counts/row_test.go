package counts

import (
	"reflect"
	"testing"

	"wres/loaders/columns"
)

// rowHas reports whether a Row has a field for a standard column.
func rowHas(name string) bool {
	row := reflect.TypeFor[Row]()
	for i := range row.NumField() {
		if row.Field(i).Tag.Get("csv") == name && row.Field(i).Type == reflect.TypeFor[Cell]() {
			return true
		}
	}
	return false
}

// TestRowHasEveryColumn: a counted extract's columns are read, and a fact has room for its
// keys.
func TestRowHasEveryColumn(t *testing.T) {
	for _, e := range columns.Extracts() {
		if e.List != nil {
			continue
		}
		for _, c := range e.AllColumns() {
			if !rowHas(c.Name) {
				t.Errorf("%s: a Row has no %s", e.Kind, c.Name)
			}
		}
		if e.Keys >= maxDims {
			t.Errorf("%s: %d keys", e.Kind, e.Keys)
		}
	}
}
