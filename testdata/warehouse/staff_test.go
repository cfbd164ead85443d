package warehouse

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// lot draws values that are the same on every machine.
type lot struct{ *rand.Rand }

func (l lot) of(values ...string) string { return values[l.IntN(len(values))] }

// staffList makes a list in which people come again, in other bands, years, contracts and
// organisations, and columns contradict each other.
func staffList(seed uint64) list {
	r := lot{rand.New(rand.NewPCG(seed, 1))}
	l := list{name: "staff in post", nulls: r.IntN(2) == 0, columns: []string{"employee_number", "ethnicity", "pay_scale", "grade", "pay_band", "staff_group", "occupation_code", "job_role",
		"assignment_category", "contract_type", "assignment_status", "primary_assignment", "fte", "year", "organisation"}}
	n := 1 + r.IntN(60)
	for range n {
		row := []string{
			r.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "", "n/a", "0", "1E+5", "A7"),
			r.of("A", "A", "A White - British", "H", "J", "N", "Z", "99", "", "Martian", "C White - Polish", "BME", "White", "Indian", "Asian", "Black or Black British", "Not Stated", "O'Neill's", "12", "Total"),
			r.of("", "", "", "XR05", "XN06", "Review Body Band 6", "Consultant", "Medical Director", "odd", "YC72", "registrar", "Trust Grade"),
			r.of("", "", "Band 7", "8a", "Consultant", "Specialty Registrar", "odd \\ 'grade'"),
			r.of("", "2", "5", "6", "8b", "VSM", "Consultant", "Trainee grade", "Career grade", "Associate", "Other", "odd"),
			r.of("", "", "Nursing and Midwifery Registered", "Medical and Dental", "Administrative and Clerical", "Add Prof Scientific and Technic", "odd; -- group", "Healthcare Scientists"),
			r.of("", "", "N6H", "921", "G2A", "odd"),
			r.of("", "", "Consultant", "Medical Director", "Staff Nurse", "Chair", "Specialty Registrar", "Chief Executive", "Ward “Sister”", "Clinical Director - Medical", "Non Executive Director", "Finance Director", "House 'fellow'"),
			r.of("", "", "", "Permanent", "Bank", "Honorary", "Locum", "odd"),
			r.of("", "", "", "Permanent", "Fixed Term", "Bank", "Non-Executive Director", "Agency"),
			r.of("", "", "", "Active Assignment", "Career Break", "Ended", "Suspended", "odd"),
			r.of("", "Y", "N", "Yes", "No", "odd"),
			r.of("", "1.00", "1", "0.5", "0.60", "0.533333", "x"),
			r.of("2022", "2023", "2023/24", "2024", "31/03/2024", "never"),
			r.of("North", "north", "South", ""),
		}
		if r.IntN(15) == 0 { // a note, or nearly one
			blank := make([]string, len(row))
			blank[13], blank[8] = row[13], r.of("", "Bank")
			blank[0], blank[4], blank[1] = r.of("", "", "n/a", "3"), r.of("", "", "", "5"), r.of("", "", "12", "A")
			row = blank
		}
		l.rows = append(l.rows, row)
		if r.IntN(4) == 0 { // a second assignment that differs in little
			again := slices.Clone(row)
			for range 1 + r.IntN(3) {
				i := r.IntN(len(again))
				if i > 0 {
					again[i] = row[i]
					if i == 1 {
						again[1] = r.of("A", "H", "J")
					} else if i == 4 {
						again[4] = r.of("5", "6", "Consultant", "Trainee grade", "Other")
					} else if i == 11 {
						again[11] = r.of("Y", "N")
					} else if i == 12 {
						again[12] = r.of("1", "0.5")
					}
				}
			}
			l.rows = append(l.rows, again)
		}
	}
	l.drop(r)
	return l
}

// drop leaves out some columns that a list can do without.
func (l *list) drop(r lot) {
	for _, c := range []string{"pay_scale", "grade", "staff_group", "occupation_code", "job_role", "assignment_category", "contract_type", "assignment_status", "primary_assignment", "fte", "organisation"} {
		if r.IntN(6) == 0 {
			l.without(c)
		}
	}
}

func (l *list) without(column string) {
	at := slices.Index(l.columns, column)
	if at < 0 {
		return
	}
	l.columns = slices.Delete(slices.Clone(l.columns), at, at+1)
	for i, row := range l.rows {
		l.rows[i] = slices.Delete(slices.Clone(row), at, at+1)
	}
}

// toml gives the settings of some lists: a mapped role, a local contract, a mapped label.
func toml(seed uint64) string {
	if seed%3 != 0 {
		return ""
	}
	return "[labels.band]\n\"Finance Director\" = \"VSM\"\n\"odd\" = \"9\"\n[labels.ethnicity]\n\"Martian\" = \"Arab\"\n[staff_list]\ncontracts_out = [\"bank\", \"odd\"]\n[labels.staff_group]\n\"odd; -- group\" = \"clinical\"\n"
}

const lists = 200

// TestStaffIsCountedAsTheListIs: for generated lists, each cell of the summary is that of the
// list read as a file; taken whole, and of one organisation.
func TestStaffIsCountedAsTheListIs(t *testing.T) {
	cells := 0
	for seed := range uint64(lists) {
		l := staffList(seed)
		w := newWorld(t, toml(seed), l)
		cells += w.same(seed, l, w.count(w.table("staff", l), nil))
		w.db.Close()
	}
	t.Logf("%d lists, %d lines of summaries", lists, cells)
	if cells < 50*lists {
		t.Error("the lists have too few figures to compare")
	}
}

// same holds the counts of a query against those of the list, and gives how many lines were
// compared.
func (w *world) same(seed uint64, l list, query string) int {
	w.Helper()
	var counts []byte
	if query != "" {
		var err error
		if counts, err = result(w.db, query); err != nil {
			w.Fatal(err)
		}
	}
	lines := 0
	for _, organisation := range []string{"", "North"} {
		if organisation != "" && !slices.Contains(l.columns, "organisation") {
			continue
		}
		want, asList := w.summary(organisation, map[string][]byte{"staff-list.csv": l.csv()})
		got, read := w.summary(organisation, map[string][]byte{"workforce.csv": counts})
		if got != want {
			w.Errorf("list %d %s: %s\nrows:\n%s\ncounts:\n%s%v\n%+v", seed, organisation, differ(want, got), l.csv(), counts, read.Problems, asList)
		}
		lines += strings.Count(want, "\n")
	}
	return lines
}

// TestTheLastOfSeveralDays: of two days of a year on which the same people are listed the last
// counts, in the query as in the list.
func TestTheLastOfSeveralDays(t *testing.T) {
	for seed := range uint64(20) {
		r := lot{rand.New(rand.NewPCG(seed, 6))}
		l := list{name: "staff", columns: []string{"employee_number", "ethnicity", "pay_band", "staff_group", "snapshot_date"}}
		for _, day := range []string{"2023-03-31", "2024-02-29", "2024-03-31"} {
			for person := range 30 {
				l.rows = append(l.rows, []string{fmt.Sprint(person + 1), r.of("A", "H", "N"), r.of("5", "6"), "Nursing and Midwifery Registered", day})
			}
		}
		w := newWorld(t, "", l)
		query := w.count(w.table("staff", l), nil)
		w.same(seed, l, query)
		if changed := strings.Replace(query, "WHEN m_year_label.is_taken = 0 THEN", "WHEN m_year_label.is_taken = 99 THEN", 1); changed == query || !w.differs(l, changed) {
			t.Errorf("list %d: that other days are left out is not noticed", seed)
		}
		if !slices.ContainsFunc(w.says, func(s string) bool { return strings.Contains(s, "31 March 2024 is taken") }) {
			t.Errorf("list %d: it says %q", seed, w.says)
		}
		w.db.Close()
	}
}

// differ gives the first lines in which two texts differ.
func differ(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		x, y := "", ""
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return fmt.Sprintf("line %d: the list gives\n%s\nand the query\n%s", i+1, x, y)
		}
	}
	return "nothing"
}
