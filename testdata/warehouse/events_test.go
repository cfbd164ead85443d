package warehouse

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// caseList makes cases of the people of a staff list, and of others.
func caseList(seed uint64, organisation bool) list {
	r := lot{rand.New(rand.NewPCG(seed, 2))}
	l := list{name: "cases", nulls: r.IntN(2) == 0, columns: []string{"employee_number", "ethnicity", "date"}}
	if organisation {
		l.columns = append(l.columns, "organisation")
	}
	for range 1 + r.IntN(40) {
		row := []string{
			r.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "", "n/a"),
			r.of("", "", "", "A", "H", "Z", "99", "Martian", "White", "BME", "Indian", "Unknown"),
			r.of("01/05/2020", "01/05/2021", "01/05/2022", "31/03/2023", "01/04/2023", "2024-03-31", "2024-06-01", "01/05/2025", "x"),
		}
		if organisation {
			row = append(row, r.of("North", "NORTH", "South", "West", ""))
		}
		l.rows = append(l.rows, row)
	}
	return l
}

func trainingList(seed uint64) list {
	l := caseList(seed+1000, seed%2 == 0)
	l.name = "training"
	r := lot{rand.New(rand.NewPCG(seed, 3))}
	l.columns = append(l.columns, "course", "mandatory")
	for i := range l.rows {
		l.rows[i] = append(l.rows[i], r.of("Leadership", "Fire Safety", "Mandatory update", "Coaching", "Statutory refresher"), r.of("", "", "Yes", "No", "CPD", "odd"))
	}
	if r.IntN(3) == 0 {
		l.without("mandatory")
	}
	return l
}

// numberedStaff makes staff of several years who have numbers.
func numberedStaff(seed uint64) list {
	l := staffList(seed)
	r := lot{rand.New(rand.NewPCG(seed, 4))}
	for _, row := range l.rows {
		row[1] = r.of("A", "H", "J", "N", "White", "Indian", "99", "")
	}
	return l
}

// TestEventsAreCountedAsTheListIs: cases and training records beside a staff list and without
// one.
func TestEventsAreCountedAsTheListIs(t *testing.T) {
	lines := 0
	for seed := range uint64(lists) {
		lines += eventsAgree(t, seed, nil)
	}
	t.Logf("%d lists of each kind, %d lines of summaries", lists, lines)
}

// eventsAgree holds the counts of cases and training of a seed against those of the lists.
// broken changes the queries, or is nil.
func eventsAgree(t testing.TB, seed uint64, broken func(string) string) (lines int) {
	staff, cases, training := numberedStaff(seed), caseList(seed, seed%2 == 0), trainingList(seed)
	w := newWorld(t, "", staff, cases, training)
	defer w.db.Close()
	st := w.table("staff", staff)
	for _, of := range []struct {
		kind, file, counted string
		list                list
	}{{"cases", "disciplinary-cases.csv", "disciplinary.csv", cases}, {"training", "training-records.csv", "training.csv", training}} {
		for _, beside := range []bool{true, false} {
			asked := st
			files, counts := map[string][]byte{of.file: of.list.csv()}, map[string][]byte{}
			if !beside {
				asked = nil
			} else {
				counted, err := result(w.db, w.count(st, nil))
				if err != nil {
					t.Fatal(err)
				}
				files["staff-list.csv"], counts["workforce.csv"] = staff.csv(), counted
			}
			query := w.count(w.table(of.kind, of.list), asked)
			if query == "" {
				continue
			}
			if broken != nil {
				query = broken(query)
			}
			got, err := result(w.db, query)
			if err != nil {
				t.Fatal(err)
			}
			counts[of.counted] = got
			want, asList := w.summary("", files)
			have, read := w.summary("", counts)
			if have != want {
				if broken != nil {
					return -1
				}
				t.Errorf("list %d, %s, staff list %v: %s\n%s\n%s\n%s\n%v\n%v", seed, of.kind, beside, differ(want, have), staff.csv(), of.list.csv(), got, read.Problems, asList.Problems)
			}
			lines += strings.Count(want, "\n")
		}
	}
	return lines
}
