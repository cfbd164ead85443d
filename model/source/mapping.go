package source

import (
	"maps"
	"slices"
)

// Mapping is what someone said on the import screen that columns and labels mean:
// the content of wres-mapping.toml. Headers and labels stand as the files have them
// and may hold any character.
type Mapping struct {
	Columns map[string]string            // header = standard name, or Ignored
	Labels  map[string]map[string]string // by table of labels: label = standard value
	Years   map[string]string            // file = the WRES year of rows that do not say theirs
}

// YearsTable stands in an Entry for the table of years, whose headers are files.
const YearsTable = "years"

// Ignored is the meaning of a column that is not to be used.
const Ignored = "not used"

// Len counts what is said: columns, labels and years.
func (m Mapping) Len() int {
	n := len(m.Columns) + len(m.Years)
	for _, labels := range m.Labels {
		n += len(labels)
	}
	return n
}

// Entry is one line of a mapping: of a table of labels, or of the columns where
// Table is empty, or of the years.
type Entry struct {
	Table   string
	Written string // header or label as the files have it; for matching, never for the screen
	Meaning string
}

// Entries lists the mapping: columns first, then the tables of labels by name, then the
// years, each in the order of its headers, labels or files.
func (m Mapping) Entries() []Entry {
	var all []Entry
	for _, written := range slices.Sorted(maps.Keys(m.Columns)) {
		all = append(all, Entry{"", written, m.Columns[written]})
	}
	for _, table := range slices.Sorted(maps.Keys(m.Labels)) {
		for _, written := range slices.Sorted(maps.Keys(m.Labels[table])) {
			all = append(all, Entry{table, written, m.Labels[table][written]})
		}
	}
	for _, file := range slices.Sorted(maps.Keys(m.Years)) {
		all = append(all, Entry{YearsTable, file, m.Years[file]})
	}
	return all
}

// Meaning gives what a header, or a label of a table, is mapped to: "" for nothing.
func (m Mapping) Meaning(table, written string) string {
	switch table {
	case "":
		return m.Columns[written]
	case YearsTable:
		return m.Years[written]
	}
	return m.Labels[table][written]
}

// With gives the mapping with an entry more; one without a meaning takes what stands
// for its header or label away. m itself stays as it is.
func (m Mapping) With(e Entry) Mapping {
	next := Mapping{Columns: m.Columns, Labels: maps.Clone(m.Labels), Years: m.Years}
	table := &next.Columns
	switch e.Table {
	case "":
	case YearsTable:
		table = &next.Years
	default:
		if next.Labels == nil {
			next.Labels = map[string]map[string]string{}
		}
		labels := next.Labels[e.Table]
		table = &labels
	}
	changed := maps.Clone(*table)
	if changed == nil {
		changed = map[string]string{}
	}
	changed[e.Written] = e.Meaning
	if e.Meaning == "" {
		delete(changed, e.Written)
	}
	*table = changed
	switch {
	case e.Table == "", e.Table == YearsTable:
	case len(changed) == 0:
		delete(next.Labels, e.Table)
	default:
		next.Labels[e.Table] = changed
	}
	return next
}
