package warehouse

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// Table is a list that stays in a warehouse.
type Table struct {
	Kind    *Kind
	From    string            // the table's name there, with its schema's before it
	Columns map[string]string // by standard name: the column's name there
	Year    model.Year        // of all rows, where no column tells; 0: none is given
	Labels  Vocabulary
}

// Check reports what is wrong with the names of a table and its columns.
func (t *Table) Check() error {
	for _, part := range strings.Split(t.From, ".") {
		if err := checkName(part); err != nil {
			return fmt.Errorf("the name of the table, %s, %w", labels.Quoted(t.From), err)
		}
	}
	for _, need := range t.Kind.needs {
		if !slices.ContainsFunc(need, t.has) {
			return fmt.Errorf("no column is named for %s, and %s need one; add it to the file of columns", labels.Listed(need, "or"), t.Kind.List)
		}
	}
	for _, f := range t.Kind.fields {
		if !f.oneColumn {
			continue
		}
		given := slices.DeleteFunc(slices.Clone(f.columns), func(c string) bool { return !t.has(c) })
		if len(given) > 1 {
			return fmt.Errorf("the year is given by %s, and each row has one: name one of the columns", labels.Listed(given, "and"))
		}
		if len(given) == 0 && t.Year == 0 {
			return fmt.Errorf("no column tells the year: name one as %s, or give the year of all rows with --assume-year", labels.Listed(f.columns, "or"))
		}
	}
	return nil
}

func (t *Table) has(column string) bool { return t.Columns[column] != "" }

// columnOf gives the column of the table that a field is read from, by its standard name,
// or "".
func (t *Table) columnOf(f field) string {
	i := slices.IndexFunc(f.columns, t.has)
	if i < 0 {
		return ""
	}
	return f.columns[i]
}

// Columns reads a file of columns: a line for each, the standard name and the name there.
func Columns(k *Kind, data []byte) (map[string]string, error) {
	var all map[string]string
	if err := toml.Unmarshal(data, &all); err != nil {
		if wrong, ok := errors.AsType[*toml.DecodeError](err); ok {
			line, column := wrong.Position()
			return nil, fmt.Errorf("line %d, column %d: %s; write a line for each column: its standard name, = and its name there in quotes, and each standard name once",
				line, column, csvfile.Clean(strings.TrimPrefix(wrong.Error(), "toml: ")))
		}
		return nil, fmt.Errorf("%s; write a line for each column: its standard name, = and its name there in quotes", labels.Shown(err.Error()))
	}
	known, taken := k.columns(), map[string]string{}
	for _, standard := range slices.Sorted(maps.Keys(all)) {
		there := all[standard]
		if !slices.Contains(known, standard) {
			what := fmt.Sprintf("%s is not a column that the query of %s uses", labels.Quoted(standard), k.List)
			if near := labels.Nearest(standard, known); near != "" {
				what += fmt.Sprintf("; the nearest is %s", near)
			}
			return nil, fmt.Errorf("%s; the columns are %s", what, labels.Listed(known, "and"))
		}
		if err := checkName(there); err != nil {
			return nil, fmt.Errorf("%s = %s %w", standard, labels.Quoted(there), err)
		}
		if first, twice := taken[there]; twice {
			return nil, fmt.Errorf("%s and %s name one column there, %s; keep the one that it is", first, standard, labels.Quoted(there))
		}
		taken[there] = standard
	}
	return all, nil
}
