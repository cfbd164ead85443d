package warehouse

import (
	"bufio"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

var (
	into = flag.String("into", "", "write generated lists into this `FOLDER`, for .ci/warehouses.sh")
	rows = flag.Int("rows", 1_500_000, "rows of the large list")
)

// TestWriteLists writes lists as files, each in a folder of its own, where it is asked to.
func TestWriteLists(t *testing.T) {
	if *into == "" {
		return
	}
	for seed := range uint64(20) {
		dir := filepath.Join(*into, fmt.Sprintf("list-%02d", seed))
		staff := numberedStaff(seed)
		put(t, dir, "staff-list.csv", "staff.toml", staff)
		put(t, dir, "disciplinary-cases.csv", "cases.toml", caseList(seed, seed%2 == 0))
		put(t, dir, "training-records.csv", "training.toml", trainingList(seed))
		applicants := applicantList(seed)
		for _, row := range applicants.rows {
			if row[0] == "Total" {
				row[0] = "O'Neill \\ “x”"
			}
		}
		put(t, dir, "applicants.csv", "applicants.toml", applicants)
	}
	big(t, filepath.Join(*into, "big"))
}

func put(t *testing.T, dir, name, columns string, l list) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), l.csv(), 0o644); err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, c := range l.columns {
		text += c + " = " + strconv.Quote(c) + "\n"
	}
	if err := os.WriteFile(filepath.Join(dir, columns), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// big writes a list of the size of a nation's: three years of 200 organisations, one row in
// twenty a second assignment.
func big(t *testing.T, dir string) {
	l := list{columns: []string{"employee_number", "ethnicity", "pay_band", "staff_group", "job_role", "assignment_category", "primary_assignment", "fte", "year", "organisation"}}
	put(t, dir, "staff-list.csv", "staff.toml", l)
	f, err := os.Create(filepath.Join(dir, "staff-list.csv"))
	if err != nil {
		t.Fatal(err)
	}
	buffer := bufio.NewWriterSize(f, 1<<20)
	w := csv.NewWriter(buffer)
	w.Write(l.columns)
	r := lot{rand.New(rand.NewPCG(7, 7))}
	person, year := 10_000_000, "2024"
	for range *rows {
		if r.IntN(20) > 0 {
			person++
			year = r.of("2022", "2023", "2024")
		}
		w.Write([]string{
			strconv.Itoa(person), r.of("A White - British", "A White - British", "A White - British", "H Asian or Asian British - Indian", "N Black or Black British - African", "Z Not Stated", "C White - Any other", ""),
			r.of("2", "3", "4", "5", "5", "6", "7", "8a", "8b", "VSM", "Consultant", "Trainee grade", ""),
			r.of("Nursing and Midwifery Registered", "Administrative and Clerical", "Medical and Dental", "Allied Health Professionals", ""),
			r.of("", "", "Staff Nurse", "Consultant", "Medical Director"), r.of("Permanent", "Permanent", "Permanent", "Fixed Term", "Bank"), r.of("Y", "Y", "N"), r.of("1.00", "0.60", "0.53333"),
			year, "Trust " + strconv.Itoa(person%200),
		})
	}
	w.Flush()
	if err := buffer.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
