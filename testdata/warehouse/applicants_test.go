package warehouse

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func applicantList(seed uint64) list {
	r := lot{rand.New(rand.NewPCG(seed, 5))}
	l := list{name: "applicants", nulls: r.IntN(2) == 0, columns: []string{"ethnicity", "shortlisted", "appointed", "stage", "pay_band", "pay_scale", "staff_group", "campaign", "internal", "date"}}
	for range 1 + r.IntN(60) {
		l.rows = append(l.rows, []string{
			r.of("A", "H", "J", "White", "Indian", "BME", "99", "", "Martian", "Total"), r.of("Yes", "No", "", "2023-06-01", "Shortlisted", "odd"), r.of("Yes", "No", "", "Appointed", "2023-07-01"),
			r.of("Applied", "Shortlisted", "Offered", "Appointed", "Withdrawn", "odd"), r.of("5", "6", "8a", "", "Registrar", "odd"), r.of("", "XR05", "Trust Grade", "odd"),
			r.of("Nursing", "NURSING", "Medical", ""), r.of("", "", "Overseas nurses", "overseas nurses", "n/a", "Winter 2023"), r.of("", "Internal", "External", "odd"),
			r.of("2022-05-01", "2023-05-01", "2023-12-31", "2024-03-31", "x"),
		})
	}
	for _, c := range []string{"pay_scale", "staff_group", "campaign", "internal"} {
		if r.IntN(4) == 0 {
			l.without(c)
		}
	}
	switch r.IntN(4) {
	case 0:
		l.without("stage")
	case 1:
		l.without("shortlisted")
		l.without("appointed")
	case 2:
		l.without("shortlisted")
	}
	return l
}

// TestApplicantsAreCountedAsTheListIs holds recruitment, with its parts.
func TestApplicantsAreCountedAsTheListIs(t *testing.T) {
	lines := 0
	for seed := range uint64(lists) {
		lines += applicantsAgree(t, seed, nil)
	}
	t.Logf("%d lists, %d lines of summaries", lists, lines)
}

func applicantsAgree(t testing.TB, seed uint64, broken func(string) string) int {
	l := applicantList(seed)
	w := newWorld(t, "", l)
	defer w.db.Close()
	query := w.count(w.table("applicants", l), nil)
	if query == "" {
		return 0
	}
	if broken != nil {
		query = broken(query)
	}
	got, err := result(w.db, query)
	if err != nil {
		t.Fatal(err)
	}
	want, asList := w.summary("", map[string][]byte{"applicants.csv": l.csv()})
	have, read := w.summary("", map[string][]byte{"recruitment.csv": got})
	if have != want {
		if broken != nil {
			return -1
		}
		t.Errorf("list %d: %s\n%s\n%s\n%v\n%v", seed, differ(want, have), l.csv(), got, read.Problems, asList.Problems)
	}
	return strings.Count(want, "\n")
}
