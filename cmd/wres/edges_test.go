package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDisparityReasons: a tier without staff and a refused row are told apart.
func TestDisparityReasons(t *testing.T) {
	const header = "year,staff_category,pay_band,ethnicity,headcount\n"
	const lower = "2024,clinical,5,White,500\n2024,clinical,5,BME,200\n2024,clinical,7,White,300\n"
	const refused, nobody = "a row of one of the tiers was refused", "no White or BME staff in bands 8a"
	for _, c := range []struct{ row, want, not string }{
		{"2024,clinical,7,BME,40\n2024,clinical,6,BME,*\n2024,clinical,8a,White,9\n2024,clinical,8a,BME,3\n", refused, nobody},
		{"2024,clinical,7,BME,40\n", nobody, refused},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "workforce.csv"), []byte(header+lower+c.row), 0o600); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(wresData(t, "summary", dir)), " ")
		if !strings.Contains(text, c.want) || strings.Contains(text, c.not) {
			t.Errorf("%q: want %q and not %q in %s", c.row, c.want, c.not, text)
		}
	}
}

// TestCheckOfOne: one person under a label is one person.
func TestCheckOfOne(t *testing.T) {
	dir := t.TempDir()
	text := "year,ethnicity,headcount\n2024,White,1500\n2024,BME,300\n2024,Martian,1\n2024,Lunar,1200\n"
	if err := os.WriteFile(filepath.Join(dir, "workforce.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out := wresData(t, "check", dir); !strings.Contains(out, `"Martian", 1 person`) || !strings.Contains(out, `"Lunar", 1,200 people`) {
		t.Errorf("%s", out)
	}
}

// Applicants who were not shortlisted are not counted, and check says so; its counts
// have commas, so that none reads as a year.
func TestCheckSaysWhoIsNotCounted(t *testing.T) {
	dir := t.TempDir()
	rows := strings.Repeat("White,yes,no,2023-06-01\n", 1018) + strings.Repeat("Indian,no,no,2023-06-01\n", 1000)
	if err := os.WriteFile(filepath.Join(dir, "trac.csv"), []byte("Ethnic Origin,Shortlisted,Appointed,Application Date\n"+rows), 0o600); err != nil {
		t.Fatal(err)
	}
	out := wresData(t, "check", dir)
	for _, want := range []string{"2,018 rows read = 2,018 used + 0 refused; 0 set aside", "1,018 shortlisted applicants counted; left out: not shortlisted 1,000"} {
		if !strings.Contains(out, want) {
			t.Errorf("check does not say %q:\n%s", want, out)
		}
	}
}
