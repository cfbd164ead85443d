package people

import "strings"

// nameTable is what a column of names has given, each name once. Each worker has its
// own, so that the names of a reading that is given up are given up with it.
type nameTable struct {
	most int               // names that it has room for
	of   map[string]string // by folded name: what is shown, of two spellings the one that sorts first
	over bool              // there were more
}

func newNames(most int) nameTable { return nameTable{most: most, of: map[string]string{}} }

// add notes a name; it answers false where there is no room for it.
func (t *nameTable) add(key, name string) bool {
	before, seen := t.of[key]
	if !seen && len(t.of) == t.most {
		t.over = true
		return false
	}
	if !seen || name < before {
		t.of[key] = strings.Clone(name)
	}
	return true
}

// merge adds the names of another table.
func (t *nameTable) merge(other *nameTable) {
	t.over = t.over || other.over
	for key, name := range other.of {
		t.add(key, name)
	}
}
