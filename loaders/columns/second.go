package columns

import (
	"fmt"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// secondTable is what a file holds under column names of another table.
type secondTable struct {
	line  int // of its column names; 0: not met
	names []string
	sum   int // of its numbers but years, bands and the like
}

// add takes a record: the first of more than a title is the row of names.
func (t *secondTable) add(rec csvfile.Record) {
	for i, v := range rec.Values {
		if n, wrong := labels.ParseCount(v); wrong == "" && i < len(t.names) && isCountName(t.names[i]) {
			t.sum += n
		}
	}
	if given := strings.TrimSpace(strings.Join(rec.Values[1:], "")); t.line == 0 && given != "" {
		t.line = rec.Line
		for _, v := range rec.Values {
			t.names = append(t.names, strings.Clone(v))
		}
	}
}

// isCountName reports whether a heading may stand over counts: it is not known as that of
// another thing.
func isCountName(name string) bool {
	for _, e := range kinds.Extracts() {
		if standard := e.Means(csvfile.Fold(name)); standard != "" && !kinds.IsCount(standard) {
			return false
		}
	}
	return csvfile.Fold(name) != ""
}

// words names the table's columns and what stands in them.
func (t *secondTable) words() string {
	if t.line == 0 {
		return ""
	}
	var names []string
	for _, n := range t.names {
		if strings.TrimSpace(n) != "" {
			names = append(names, labels.Shown(n))
		}
	}
	return fmt.Sprintf("; its column names, on line %d, are %s, and the numbers under them add up to %s", t.line, labels.Few(names), labels.Thousands(t.sum))
}
