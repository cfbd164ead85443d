package warehouse

import (
	"slices"
	"strings"
	"testing"

	"wres/loaders/warehouse"
	"wres/model/source"
)

// TestAccountsSayWhatTheListSays: of each list the accounts count and leave out what check says
// of the list as a file.
func TestAccountsSayWhatTheListSays(t *testing.T) {
	for seed := range uint64(lists) {
		l := staffList(seed)
		w := newWorld(t, toml(seed), l)
		table := w.table("staff", l)
		if w.count(table, nil) == "" {
			continue
		}
		accounts := w.accounts(table)
		want, got := w.file("staff-list.csv", l.csv()), w.file("accounts.csv", accounts)
		people := 0
		if got.People != nil {
			people = *got.People
		}
		if want.People == nil || people != *want.People || got.Excluded != want.Excluded {
			t.Errorf("list %d: %+v, and the list %+v\n%s\n%s", seed, got.Excluded, want.Excluded, accounts, l.csv())
		}
		w.db.Close()
	}
}

// TestAnOldVocabularyIsNoticed: where the table has changed since, the accounts count the rows
// that the vocabulary says nothing of.
func TestAnOldVocabularyIsNoticed(t *testing.T) {
	l := list{name: "staff", columns: []string{"ethnicity", "pay_band", "staff_group", "year"}, rows: [][]string{
		{"A", "5", "Medical and Dental", "2024"}, {"H", "5", "", "2024"}, {"C", "6", "", "2024"}}}
	w := newWorld(t, "", l)
	defer w.db.Close()
	table := w.table("staff", l)
	run(t, w.db, `INSERT INTO staff VALUES ('Martian', '5', '', '2024'), ('A', '5', '', '2025'), ('A', '5', '', '2024')`)
	accounts := w.accounts(table)
	if !strings.Contains(string(accounts), "label not in the vocabulary,2,") || !strings.Contains(string(accounts), ",no year,1,") {
		t.Errorf("%s", accounts)
	}
	counts, err := result(w.db, w.count(table, nil))
	if err != nil {
		t.Fatal(err)
	}
	_, read := w.summary("", map[string][]byte{"workforce.csv": counts, "accounts.csv": accounts})
	if read.Errors() != 2 || !slices.ContainsFunc(read.Problems, func(p source.Problem) bool {
		return strings.Contains(p.Message, "2 rows of the list with a label that the vocabulary lacks")
	}) {
		t.Errorf("%v", read.Problems)
	}
}

// accounts is what the query of the accounts gives.
func (w *world) accounts(table *warehouse.Table) []byte {
	w.Helper()
	text, err := w.query(table, nil).Accounts()
	if err != nil {
		w.Fatal(err)
	}
	got, err := result(w.db, text)
	if err != nil {
		w.Fatal(err)
	}
	return got
}

// file is what is said of one file.
func (w *world) file(name string, data []byte) source.File {
	w.Helper()
	_, read := w.summary("", map[string][]byte{name: data})
	return read.Files[0]
}
