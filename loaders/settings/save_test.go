package settings

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

// mappingIn reads a folder's mapping.
func mappingIn(t interface {
	Helper()
	Fatal(...any)
}, dir string) source.Mapping {
	t.Helper()
	s := blank(os.DirFS(dir))
	if err := s.readMapping(); err != nil {
		t.Fatal(err)
	}
	return s.Mapping
}

func columnsTo(pairs ...string) source.Mapping {
	m := source.Mapping{Columns: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		m.Columns[pairs[i]] = pairs[i+1]
	}
	return m
}

func labelsTo(table string, pairs ...string) source.Mapping {
	m := source.Mapping{Labels: map[string]map[string]string{table: columnsTo(pairs...).Columns}}
	return m
}

func TestSavedMappingIsMergedAndSorted(t *testing.T) {
	dir := t.TempDir()
	for _, m := range []source.Mapping{
		columnsTo("Köpfe", "headcount", "Alter", source.Ignored, "Herkunft", "ethnicity"),
		labelsTo("ethnicity", "Martian", "A", "white-ish", "White British"),
		labelsTo("band", "five", "5"),
		labelsTo("staff_group", "Odd jobs", "non-clinical"),
		labelsTo("stage", "Letter sent", "appointed"),
		labelsTo("ethnicity", "MARTIAN", "Indian"), // the same label: the new meaning stands
		columnsTo("Herkunft", ""),                  // forgotten
		labelsTo("band", "Five ", ""),              // likewise, however it is spelt
	} {
		if err := SaveMapping(dir, m); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, MappingName))
	want := mappingHead + `
[columns]
"Alter" = "not used"
"Köpfe" = "headcount"

[labels.ethnicity]
"MARTIAN" = "Indian"
"white-ish" = "White British"

[labels.staff_group]
"Odd jobs" = "non-clinical"

[labels.stage]
"Letter sent" = "appointed"
`
	if diff := cmp.Diff(want, string(data)); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("%v: left behind: %v", err, left)
	}
}

// TestLookAlikeColumnsAreSavedApart: a rule for one spelling leaves another's alone,
// until it is forgotten.
func TestLookAlikeColumnsAreSavedApart(t *testing.T) {
	dir := t.TempDir()
	for _, step := range []struct{ save, want source.Mapping }{
		{columnsTo("Band", "pay_band"), columnsTo("Band", "pay_band")},
		{columnsTo("BAND", source.Ignored), columnsTo("BAND", source.Ignored, "Band", "pay_band")},
		{columnsTo("Band", ""), columnsTo("BAND", source.Ignored)},
		{columnsTo("band", ""), columnsTo()},
	} {
		if err := SaveMapping(dir, step.save); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(step.want.Columns, mappingIn(t, dir).Columns); diff != "" {
			t.Errorf("%v: %s", step.save, diff)
		}
	}
}

// TestMappingRoundTrip: whatever a header or label holds, what is written is read
// again, and matches it.
func TestMappingRoundTrip(t *testing.T) {
	meanings := map[string][]string{"": {"ethnicity", "pay_band", "white", source.Ignored}}
	for _, table := range labels.Tables() {
		for _, c := range table.Choices {
			meanings[table.Name] = append(meanings[table.Name], c.Name)
		}
	}
	hostile := rapid.SampledFrom([]string{"\x1b]52;c;x\x07", `"`, `\`, "\n", "\r\n", "\x00", "\u202e", "\ufeff", "]", "[x]", "=", "#", "'''", `"""`, ".", "é", "\u0301", "日本", "\U000e0001", "\x7f", "\u0085", "\u2028", "\t", "ﬁ", "\xff", "\ud7ff"})
	word := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(hostile, rapid.StringMatching(`[A-Za-z0-9 _-]{1,6}`), rapid.String()), 1, 5).Draw(t, "parts"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "mapping")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		table := rapid.SampledFrom(slices.Sorted(maps.Keys(meanings))).Draw(t, "table")
		want := map[string]string{} // by what is matched
		var m source.Mapping
		for range rapid.IntRange(1, 6).Draw(t, "entries") {
			e := source.Entry{Table: table, Written: word.Draw(t, "written"), Meaning: rapid.SampledFrom(meanings[table]).Draw(t, "meaning")}
			if _, twice := want[csvfile.Fold(e.Written)]; !twice {
				want[csvfile.Fold(e.Written)] = e.Meaning
				m = m.With(e)
			}
		}
		if err := SaveMapping(dir, m); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, MappingName))
		if err != nil || strings.ContainsFunc(strings.ReplaceAll(string(data), "\n", ""), func(r rune) bool { return r < ' ' || r == 0x7f || r == '\u202e' || r == '\ufeff' }) {
			t.Fatalf("%v %q", err, data)
		}
		read := mappingIn(t, dir)
		got := map[string]string{}
		for _, e := range read.Entries() {
			got[csvfile.Fold(e.Written)] = e.Meaning
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: %s", data, diff)
		}
		if err := SaveMapping(dir, source.Mapping{}); err != nil { // nothing more: the file stays
			t.Fatal(err)
		}
		if again, err := os.ReadFile(filepath.Join(dir, MappingName)); err != nil || string(again) != string(data) {
			t.Fatalf("%v: %q became %q", err, data, again)
		}
	})
}

func TestMappingThatCannotBeSaved(t *testing.T) {
	if err := SaveMapping(filepath.Join(t.TempDir(), "none"), columnsTo("x", "year")); err == nil || !strings.HasPrefix(err.Error(), "not saved: wres-mapping.toml: ") {
		t.Error(err)
	}
	dir := t.TempDir()
	if err := SaveMapping(dir, columnsTo("x", "yaer")); err == nil || !strings.Contains(err.Error(), `"yaer" is not the name of a column`) {
		t.Error(err)
	}
	if err := SaveMapping(dir, columnsTo(strings.Repeat("x", maxSettings), "year")); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("%v: left behind: %v", err, left)
	}
}

// The years of files are told apart by each letter of their names, and an empty year takes
// one away.
func TestSavedYears(t *testing.T) {
	dir := t.TempDir()
	yearsOf := func(pairs ...string) source.Mapping { return source.Mapping{Years: columnsTo(pairs...).Columns} }
	for _, m := range []source.Mapping{yearsOf("staff list.csv", "2023/24", "a \"b\".csv", "2022"), columnsTo("Zahl", "headcount"), yearsOf("Staff list.csv", "2021", "a \"b\".csv", "")} {
		if err := SaveMapping(dir, m); err != nil {
			t.Fatal(err)
		}
	}
	got := mappingIn(t, dir)
	want := map[string]string{"staff list.csv": "2024", "Staff list.csv": "2021"}
	if diff := cmp.Diff(want, got.Years); diff != "" || got.Columns["Zahl"] != "headcount" {
		t.Error(diff, got.Columns)
	}
	if err := SaveMapping(dir, yearsOf("staff list.csv", "soon")); err == nil || !strings.Contains(err.Error(), "not a WRES year") {
		t.Errorf("saved what is no year: %v", err)
	}
	if diff := cmp.Diff(want, mappingIn(t, dir).Years); diff != "" {
		t.Error(diff)
	}
}
