package nationalreturn_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/loaders"
	"wres/loaders/csvfile"
	"wres/loaders/export"
	"wres/model"
	"wres/model/report"
	"wres/model/report/nationalreturn"
	"wres/testdata/extracts"
)

var update = flag.Bool("update", false, "write the golden files")

const trust = "../../../testdata/national-return/trust"

var safe = report.Safe{Line: csvfile.Clean, Lines: csvfile.CleanLines}

// returned reads a folder and makes its return of a year.
func returned(t *testing.T, folder fs.FS, example bool, y model.Year) nationalreturn.Return {
	t.Helper()
	o, read, err := loaders.Open(context.Background(), folder, loaders.Options{Example: example}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return nationalreturn.Of(o, read, y)
}

// changed is the trust with other files in place of its own.
func changed(t *testing.T, files map[string]string) fs.FS {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(trust)); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if text == "" {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return os.DirFS(dir)
}

// written gives the return in a form.
func written(t *testing.T, r nationalreturn.Return, form string) string {
	t.Helper()
	f, known := export.Find(report.ReturnPage, form)
	if !known {
		t.Fatalf("the return is written in no form %s", form)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r, export.Options{Safe: safe}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// rows gives the rows of the return by their item.
func rows(t *testing.T, r nationalreturn.Return) map[string][]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(written(t, r, "csv"), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	byItem := map[string][]string{}
	for _, row := range all[1:] {
		byItem[row[0]] = row
	}
	if len(byItem) != 65 {
		t.Fatalf("%d items", len(byItem))
	}
	return byItem
}

// now and before are the values of a row: White, BME, unknown.
func now(row []string) string    { return strings.Join(row[8:11], " ") }
func before(row []string) string { return strings.Join(row[5:8], " ") }
func note(row []string) string   { return row[12] }

// TestReturnsAreAsWritten holds the return of the example and of a trust, and what is said of
// the trust in Markdown.
func TestReturnsAreAsWritten(t *testing.T) {
	example, hospital := returned(t, extracts.FS, true, 2024), returned(t, os.DirFS(trust), false, 2024)
	for name, text := range map[string]string{"example.csv": written(t, example, "csv"), "example.md": written(t, example, "md"),
		"trust.csv": written(t, hospital, "csv"), "trust.md": written(t, hospital, "md"),
		"trust.txt": strings.Join(hospital.Remarks(safe), "\n") + "\n", "example.txt": strings.Join(example.Remarks(safe), "\n") + "\n"} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil || string(want) != text {
			t.Errorf("%v: %s is otherwise, -update writes it:\n%s", err, name, text)
		}
	}
}

// TestChecks: each check holds for the trust, is seen to fail, and says where it cannot be
// made.
func TestChecks(t *testing.T) {
	const board, staff, managers = "check: one board", "check: one workforce", "check: executive members"
	for _, c := range []struct {
		name, check string
		files       map[string]string
		want        string
	}{
		{"sound", board, nil, "both are the whole board"},
		{"sound", staff, nil, "it is the same in each"},
		{"sound", managers, nil, "they are not above"},
		{"two boards", board, map[string]string{"board.csv": "year,voting,executive,ethnicity,headcount\n2024,,,White,12\n2024,,,BME,3\n2024,yes,,White,10\n2024,yes,,BME,3\n2024,no,,White,1\n2024,no,,BME,0\n2024,,yes,White,7\n2024,,yes,BME,1\n"},
			"wrong. White: 12 in items 50 and 53, and 11 in items 51 and 52; not checked in part: items 50 and 53, no row that could be used counts the group “unknown”"},
		{"cases among others", staff, map[string]string{"disciplinary.csv": "year,ethnicity,entered,headcount\n2024,White,19,1976\n2024,BME,17,1036\n2024,Unknown,0,83\n"},
			"wrong. BME: 1,037 in item 56, and 1,036 in item 38"},
		{"trained among more", staff, map[string]string{"training.csv": "year,ethnicity,accessed,headcount\n2024,White,1044,1977\n2024,BME,548,1037\n2024,Unknown,29,83\n"},
			"wrong. White: 1,976 in item 56, and 1,977 in item 42"},
		{"one is withheld", staff, map[string]string{"status.csv": "year,indicator,status,reason\n2024,3,withheld,Few cases.\n"},
			"it is the same in each; not checked in part: item 38, withheld: Few cases"},
		{"both are withheld", staff, map[string]string{"status.csv": "year,indicator,status,reason\n2024,3,withheld,Few cases.\n2024,4,withheld,\n"},
			"could not be checked: item 38, withheld: Few cases; item 42, withheld"},
		{"executives who are no managers", managers, map[string]string{"board.csv": "year,voting,executive,ethnicity,headcount\n2024,yes,yes,White,9\n2024,yes,yes,BME,3\n2024,yes,no,Unknown,1\n"},
			"wrong. BME: 3 in item 54, and 1 in items 14 and 28; an executive member is a very senior manager, unless paid as a consultant (item 30)"},
		{"no board", board, map[string]string{"board.csv": ""}, "could not be checked: items 50 and 53, not supplied"},
		{"no workforce", managers, map[string]string{"workforce.csv": ""}, "could not be checked: item 14, not supplied"},
	} {
		said := returned(t, changed(t, c.files), false, 2024).Remarks(safe)
		at := slices.IndexFunc(said, func(line string) bool { return strings.HasPrefix(line, c.check) })
		if at < 0 || !strings.HasSuffix(said[at], "): "+c.want) {
			t.Errorf("%s: %q, want %q", c.name, said, c.want)
		}
	}
}

// table is a workforce of 2024 whose rows are given without their year.
func table(lines ...string) map[string]string {
	return map[string]string{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n2024," + strings.Join(lines, "\n2024,") + "\n"}
}

// TestStaffThatTheTableDoesNotHold: who stands in no item is named with counts, an absent band
// of a category that is counted is nobody, and what cannot be known is empty.
func TestStaffThatTheTableDoesNotHold(t *testing.T) {
	whole := []string{"non-clinical,5,White,60", "non-clinical,5,BME,30", "non-clinical,5,Unknown,2", "clinical,6,White,80"}
	for _, c := range []struct {
		name   string
		add    []string
		cells  map[string]string // by item: White BME unknown
		notes  map[string]string
		remark string
	}{
		{"no medical staff", nil, map[string]string{"6": "60 30 2", "7": "0 0 0", "21": "80 0 0", "29": "  ", "30": "  "},
			map[string]string{"7": "no row of the folder names it, so nobody is counted", "29": "no row of the folder counts medical and dental staff: if there are none, enter 0"},
			"2024: items 29 to 33 are empty, because no row of the folder counts medical and dental staff"},
		{"nobody is said", []string{"medical and dental,consultant,White,0"}, map[string]string{"29": "0 0 0", "30": "0 0 0", "33": "0 0 0"}, nil, ""},
		{"consultants", []string{"medical and dental,consultant,White,9"}, map[string]string{"29": "9 0 0", "30": "  "},
			map[string]string{"30": "no row of the folder says how many of the consultants these are"}, ""},
		{"a local band", []string{"non-clinical,ad hoc,White,4", "non-clinical,Local 7x,BME,2"}, map[string]string{"6": "60 30 2", "7": "  ", "21": "80 0 0", "20": "0 0 0", "56": "144 32 2"},
			map[string]string{"7": "it may be that of 6 staff whose pay band", "56": "non-clinical, no pay band that is known: 6 staff (4 White, 2 BME) in the workforce and in no item of indicator 1"},
			"2024: non-clinical, no pay band that is known: 6 staff (4 White, 2 BME)"},
		{"no category", []string{",8a,BME,3"}, map[string]string{"9": "  ", "23": "  ", "8": "0 0 0", "56": "140 33 2"},
			map[string]string{"9": "it may be that of 3 staff", "56": "no staff category, band 8a: 3 staff (3 BME)"}, "2024: no staff category, band 8a: 3 staff (3 BME)"},
		{"a band of another category", []string{"medical and dental,VSM,White,1"}, map[string]string{"14": "0 0 0", "29": "0 0 0"},
			map[string]string{"56": "medical and dental, VSM: 1 member of staff (1 White)"}, "2024: medical and dental, VSM: 1 member of staff (1 White)"},
		{"a hidden count", []string{"clinical,7,White,*"}, map[string]string{"22": " 0 0", "23": "0 0 0", "56": "  "},
			map[string]string{"22": "White: no value, because a count of the group is missing", "56": "1 row of the workforce extract was refused"}, ""},
	} {
		r := returned(t, changed(t, table(append(whole, c.add...)...)), false, 2024)
		byItem := rows(t, r)
		for item, want := range c.cells {
			if got := now(byItem[item]); got != want {
				t.Errorf("%s: item %s is %q, want %q (%s)", c.name, item, got, want, note(byItem[item]))
			}
		}
		for item, want := range c.notes {
			if got := note(byItem[item]); !strings.Contains(got, want) {
				t.Errorf("%s: item %s says %q, want %q", c.name, item, got, want)
			}
		}
		if said := strings.Join(r.Remarks(safe), "\n"); !strings.Contains(said, c.remark) {
			t.Errorf("%s: %q is not in\n%s", c.name, c.remark, said)
		}
	}
}

// TestNobodyVanishes: the items of indicator 1, without the part of another, and those who
// are named beside them, are the workforce.
func TestNobodyVanishes(t *testing.T) {
	byItem := rows(t, returned(t, os.DirFS(trust), false, 2024))
	for g := range 3 {
		sum, all := 0, 0
		for item := 1; item <= 33; item++ {
			if n := 0; item != 30 {
				if _, err := fmt.Sscan(byItem[fmt.Sprint(item)][8+g], &n); err != nil {
					t.Fatal(err)
				}
				sum += n
			}
		}
		if _, err := fmt.Sscan(byItem["56"][8+g], &all); err != nil || sum != all {
			t.Errorf("%v: the items of indicator 1 hold %d, and item 56 %d", err, sum, all)
		}
	}
}

// TestWhatIsNotThere: clusters in place of bands, a year before that is not there, a status, a
// nought in a ratio, and shares of nobody.
func TestWhatIsNotThere(t *testing.T) {
	byItem := rows(t, returned(t, changed(t, table("clinical,Cluster 1,White,60", "clinical,Cluster 2,BME,30")), false, 2024))
	if row := byItem["20"]; now(row) != "  " || !strings.Contains(note(row), "90 staff whose pay band") {
		t.Errorf("clusters: %q", row)
	}
	byItem = rows(t, returned(t, os.DirFS(trust), false, 2023))
	if row := byItem["34"]; before(row) != "  " || now(row) != "1840 1622 77" || note(row) != "previous: the folder has no figures of 2022" {
		t.Errorf("the first year: %q", row)
	}
	byItem = rows(t, returned(t, changed(t, map[string]string{
		"status.csv":       "year,indicator,status,reason\n2024,4,not-collected,\"=cmd\x1b[31m; no record\"\n2023,4,withheld,Too few.\n",
		"recruitment.csv":  "year,ethnicity,shortlisted,appointed\n2024,White,40,4\n2024,BME,20,0\n",
		"training.csv":     "",
		"disciplinary.csv": "year,ethnicity,entered\n2024,White,0\n2024,BME,0\n2024,Unknown,0\n",
	}), false, 2024))
	for item, want := range map[string][2]string{
		"36": {"10.00 0.00 ", "no row that could be used counts the group “unknown”"}, "37": {"  ", "no value, because no BME applicants were appointed from shortlisting (0 of 20)"},
		"39": {"0 0 0", ""}, "41": {"  ", "no White staff entered the formal disciplinary process (0 of 1,976)"}, "42": {"  ", "not collected: =cmd"}, "43": {"  ", "previous: withheld: Too few"},
	} {
		if row := byItem[item]; now(row) != want[0] || !strings.Contains(note(row), want[1]) || strings.Contains(note(row), "\x1b") {
			t.Errorf("item %s: %q, want %q", item, row, want)
		}
	}
}

// TestIndicator3IsOfOneYear, whatever the settings make of it elsewhere.
func TestIndicator3IsOfOneYear(t *testing.T) {
	r := returned(t, changed(t, map[string]string{"wres.toml": "[settings]\nindicator3_years = 2\n"}), false, 2024)
	byItem, one := rows(t, r), rows(t, returned(t, os.DirFS(trust), false, 2024))
	for _, item := range []string{"38", "39", "40", "41"} {
		if now(byItem[item]) != now(one[item]) || before(byItem[item]) != before(one[item]) || !strings.Contains(note(byItem[item]), "of the one year, as the return asks") {
			t.Errorf("item %s: %q, and of one year %q", item, byItem[item], one[item])
		}
	}
	if said := strings.Join(r.Remarks(safe), "\n"); !strings.Contains(said, "indicator 3: of the one year") || strings.Contains(note(byItem["42"]), "one year") {
		t.Error(said, byItem["42"])
	}
}

// TestTextsAreMadeSafe: what others wrote goes through what the page is handed for it.
func TestTextsAreMadeSafe(t *testing.T) {
	marked := report.Safe{Line: func(s string) string { return "safe:" + s }, Lines: csvfile.CleanLines}
	r := returned(t, extracts.FS, true, 2024)
	for _, row := range r.Table(marked).Rows {
		if text := row.Cells[12].Text; !strings.HasPrefix(text, "safe:") {
			t.Errorf("item %s: %q", row.Cells[0].Text, text)
		}
	}
	for _, line := range r.Remarks(marked) {
		if !strings.HasPrefix(line, "safe:") {
			t.Errorf("%q", line)
		}
	}
}
