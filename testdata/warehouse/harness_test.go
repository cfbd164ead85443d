// Package warehouse runs the queries of 'wres sql' in SQLite over generated lists, and holds
// what they count against what wres reads from the same list as a file. It is a module of its
// own, so that the engine is no dependency of the program.
package warehouse

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	_ "modernc.org/sqlite"

	"wres/loaders"
	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/export"
	"wres/loaders/labels"
	"wres/loaders/settings"
	"wres/loaders/warehouse"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
)

// list is a list of people: rows of cells under the standard names of columns.
type list struct {
	name    string // of the table, and of the file without its ending
	columns []string
	rows    [][]string
	nulls   bool // blank cells are NULL in the table
}

func (l list) csv() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(l.columns)
	w.WriteAll(l.rows)
	return b.Bytes()
}

// put makes the table of a list.
func (l list) put(t testing.TB, db *sql.DB) {
	t.Helper()
	quoted := make([]string, len(l.columns))
	for i, c := range l.columns {
		quoted[i] = `"` + c + `"`
	}
	run(t, db, `CREATE TABLE "`+l.name+`" (`+strings.Join(quoted, ", ")+")")
	for _, row := range l.rows {
		cells := make([]any, len(row))
		for i, c := range row {
			if cells[i] = c; c == "" && l.nulls {
				cells[i] = nil
			}
		}
		if _, err := db.Exec(`INSERT INTO "`+l.name+`" VALUES (?`+strings.Repeat(", ?", len(row)-1)+")", cells...); err != nil {
			t.Fatal(err)
		}
	}
}

func run(t testing.TB, db *sql.DB, text string) {
	t.Helper()
	if _, err := db.Exec(text); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

// result runs a query and gives what it gives as CSV.
func result(db *sql.DB, query string) ([]byte, error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, fmt.Errorf("%w\n%s", err, query)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(names)
	for rows.Next() {
		cells, to := make([]string, len(names)), make([]any, len(names))
		for i := range cells {
			to[i] = &cells[i]
		}
		if err := rows.Scan(to...); err != nil {
			return nil, err
		}
		w.Write(cells)
	}
	w.Flush()
	return b.Bytes(), rows.Err()
}

// world is an engine with some lists and the settings of a folder.
type world struct {
	testing.TB
	db     *sql.DB
	labels *labels.Labels
	toml   string
	says   []string
}

func newWorld(t testing.TB, toml string, lists ...list) *world {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, l := range lists {
		l.put(t, db)
	}
	w := &world{TB: t, db: db, labels: labels.New(), toml: toml}
	fsys := fstest.MapFS{}
	if toml != "" {
		fsys["wres.toml"] = &fstest.MapFile{Data: []byte(toml)}
	}
	if _, err := settings.Read(fsys, w.labels, columns.New(w.labels)); err != nil {
		t.Fatal(err)
	}
	return w
}

// table is a list as the queries know it, with its vocabulary.
func (w *world) table(kind string, l list) *warehouse.Table {
	w.Helper()
	k, err := warehouse.KindNamed(kind)
	if err != nil {
		w.Fatal(err)
	}
	t := &warehouse.Table{Kind: k, From: l.name, Columns: map[string]string{}}
	for _, c := range l.columns {
		t.Columns[c] = c
	}
	if err := t.Check(); err != nil {
		w.Fatal(err)
	}
	got, err := result(w.db, warehouse.VocabularyQuery(w.dialect(), t))
	if err != nil {
		w.Fatal(err)
	}
	text, err := csvfile.Decode(got)
	if err != nil {
		w.Fatal(err)
	}
	if t.Labels, err = t.ReadVocabulary(text); err != nil {
		w.Fatalf("%v\n%s", err, got)
	}
	return t
}

func (w *world) dialect() warehouse.Dialect {
	d, err := warehouse.DialectNamed("sqlite")
	if err != nil {
		w.Fatal(err)
	}
	return d
}

// query is the query of a table; staff may be nil.
func (w *world) query(t, staff *warehouse.Table) warehouse.Query {
	return warehouse.Query{Table: t, Staff: staff, Labels: w.labels, Dialect: w.dialect(), Says: func(s string) { w.says = append(w.says, s) }}
}

// count gives the query; "" where it is refused as the list is.
func (w *world) count(t, staff *warehouse.Table) string {
	w.Helper()
	text, err := w.query(t, staff).Count()
	if err != nil && !strings.Contains(err.Error(), "ethnicity codes") && !strings.Contains(err.Error(), "none of its labels") {
		w.Fatal(err)
	}
	return text
}

// summary is what 'wres summary --csv' prints of a folder, and the report of what was read.
func (w *world) summary(organisation string, files map[string][]byte) (string, source.Report) {
	w.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	if w.toml != "" {
		fsys["wres.toml"] = &fstest.MapFile{Data: []byte(w.toml)}
	}
	org, read, err := loaders.Open(context.Background(), fsys, loaders.Options{Folder: "here", Organisation: organisation}, nil)
	if errors.Is(err, loaders.ErrNothingUsable) {
		return "", read
	}
	if err != nil {
		w.Fatal(err)
	}
	results := indicator.Compute(org)
	if len(results.Years) == 0 {
		return "", read
	}
	format, _ := export.Find(report.SummaryPage, "csv")
	var b bytes.Buffer
	if err := format.Write(&b, report.Summary{Results: results.Window(results.Latest(), 20)}, export.Options{}); err != nil {
		w.Fatal(err)
	}
	return b.String(), read
}
