package warehouse

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wres/loaders"
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

// recruitment gives each part of each year's recruitment, which a summary shows of the whole.
func (w *world) recruitment(files map[string][]byte) string {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	org, _, err := loaders.Open(context.Background(), fsys, loaders.Options{}, nil)
	if err != nil && !errors.Is(err, loaders.ErrNothingUsable) {
		w.Fatal(err)
	}
	var all []string
	for _, ret := range org.Returns {
		for _, part := range ret.Recruitment {
			all = append(all, fmt.Sprintf("%d %s %q %q %v %v %v", ret.Year, part.Band, strings.ToLower(part.StaffGroup), strings.ToLower(part.Campaign), part.Internal, part.Shortlisted, part.Appointed))
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
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
	want, have = want+w.recruitment(map[string][]byte{"applicants.csv": l.csv()}), have+w.recruitment(map[string][]byte{"recruitment.csv": got})
	if have != want || read.Errors() > 0 {
		if broken != nil {
			return -1
		}
		t.Errorf("list %d: %s\n%s\n%s\n%v\n%v", seed, differ(want, have), l.csv(), got, read.Problems, asList.Problems)
	}
	return strings.Count(want, "\n")
}
