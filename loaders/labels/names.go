package labels

import "strings"

// Names is what a column of names has given, each name once. Each worker has its
// own, so that the names of a reading that is given up are given up with it.
type Names struct {
	most int               // names that it has room for
	Of   map[string]string // by folded name: what is shown, of two spellings the one that sorts first
	Over bool              // there were more
}

// NewNames has room for so many names.
func NewNames(most int) Names { return Names{most: most, Of: map[string]string{}} }

// Add notes a name; it answers false where there is no room for it.
func (t *Names) Add(key, name string) bool {
	before, seen := t.Of[key]
	if !seen && len(t.Of) == t.most {
		t.Over = true
		return false
	}
	if !seen || name < before {
		t.Of[key] = strings.Clone(name)
	}
	return true
}

// Merge adds the names of another table.
func (t *Names) Merge(other *Names) {
	t.Over = t.Over || other.Over
	for key, name := range other.Of {
		t.Add(key, name)
	}
}
