package warehouse

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

var update = flag.Bool("update", false, "write the scripts anew")

// hostile is a label with all that could end a text, a line or a query in one engine or
// another; plain is one that stands at the same place among the others.
const (
	hostile = "Nursing 'x' \\';-- \n DROP \u2019"
	plain   = "Nursing y"
)

// small is a table with a few labels.
func small(t *testing.T, label string) *Table {
	t.Helper()
	table := &Table{Kind: staff, From: "hr.staff in post", Columns: map[string]string{
		"employee_number": "person", "ethnicity": "Ethnic Origin", "pay_band": "band", "staff_group": "group", "assignment_category": "category", "year": "year", "organisation": "trust"}}
	if err := table.Check(); err != nil {
		t.Fatal(err)
	}
	text := "field,label,row_count\nethnicity,A,3\nethnicity,BME,1\nethnicity,O'Neill,1\npay_band,5,4\npay_band,Consultant,1\n" +
		`staff_group,"` + label + `",3` + "\nstaff_group,Medical and Dental,2\nassignment_category,Bank,1\nassignment_category,,4\nyear,2024,5\norganisation,North,2\norganisation,north,3\n"
	table.Labels = read(t, table, text)
	return table
}

func read(t *testing.T, table *Table, text string) Vocabulary {
	t.Helper()
	v, err := readText(table, text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func readText(table *Table, text string) (Vocabulary, error) {
	f, err := csvfile.Decode([]byte(text))
	if err != nil {
		return nil, err
	}
	return table.ReadVocabulary(f)
}

func asked(d Dialect, table *Table) Query {
	return Query{Table: table, Labels: labels.New(), Dialect: d, Says: func(string) {}}
}

// script is all that is printed of a table: its vocabulary, its counts, its accounts.
func script(t *testing.T, d Dialect, table *Table) string {
	t.Helper()
	counts, err := asked(d, table).Count()
	if err != nil {
		t.Fatal(err)
	}
	accounts, err := asked(d, table).Accounts()
	if err != nil {
		t.Fatal(err)
	}
	return VocabularyQuery(d, table) + "\n" + counts + "\n" + accounts
}

// TestScripts holds what is printed for each dialect; look at a difference before -update.
func TestScripts(t *testing.T) {
	for _, d := range dialects {
		got, name := script(t, d, small(t, hostile)), filepath.Join("testdata", d.Name+".sql")
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs:\n%s", name, got)
		}
	}
}

var mark = regexp.MustCompile(`v[0-9a-f]{12}`)

// TestALabelChangesItsRowAlone: with another label in its place, whatever it holds, the
// scripts differ in the constant of the label, and in the mark of the vocabulary.
func TestALabelChangesItsRowAlone(t *testing.T) {
	for _, d := range dialects {
		one, other := script(t, d, small(t, hostile)), script(t, d, small(t, plain))
		if n := strings.Count(one, d.text(hostile)); n != 2 { // of the counts and of the accounts
			t.Errorf("%s: the label stands %d times in\n%s", d.Name, n, one)
		}
		// A nurse by name in one and by no name in the other has another category.
		same := func(script, label string) string {
			lines := strings.Split(mark.ReplaceAllString(strings.ReplaceAll(script, d.text(label), "LABEL"), "MARK"), "\n")
			for i, line := range lines {
				if strings.HasPrefix(line, "(LABEL,") {
					lines[i] = "(LABEL)"
				}
			}
			return strings.Join(lines, "\n")
		}
		if a, b := same(one, hostile), same(other, plain); a != b {
			t.Errorf("%s: more differs than the label:\n%s\n%s", d.Name, a, b)
		}
	}
}

// TestScriptsHoldOnlyTexts: taken apart as the engine does, a script has no quote left that
// is not closed, and each constant of a label is the label. To Spark a name between double
// quotes would be a text.
func TestScriptsHoldOnlyTexts(t *testing.T) {
	for _, d := range dialects {
		rest, texts := withoutTexts(t, d, script(t, d, small(t, hostile)))
		if strings.Contains(rest, "'") || strings.Contains(rest, "DROP") || strings.Contains(rest, ";--") || strings.Count(rest, ";") != 3 {
			t.Errorf("%s: outside of texts there stands\n%s", d.Name, rest)
		}
		if d.Name == "spark" && strings.Contains(rest, `"`) {
			t.Errorf("spark: a name stands between double quotes:\n%s", rest)
		}
		if !strings.Contains(rest, d.open+"Ethnic Origin"+d.close) || !strings.Contains(rest, d.open+"hr"+d.close+"."+d.open+"staff in post"+d.close) {
			t.Errorf("%s: a name is not quoted:\n%s", d.Name, rest)
		}
		if !texts[hostile] || !texts["O'Neill"] {
			t.Errorf("%s: the labels are not among the texts %v", d.Name, texts)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		label := strings.Map(func(r rune) rune { return map[rune]rune{0: ' '}[r] + r }, rapid.String().Draw(t, "label")+rapid.StringMatching(`['\\\n;N -]{0,6}`).Draw(t, "signs"))
		for _, d := range dialects {
			if rest, texts := withoutTexts(t, d, "("+d.text(label)+")"); rest != "()" || !texts[label] {
				t.Errorf("%s: %q is written as %s and read as %v beside %q", d.Name, label, d.text(label), texts, rest)
			}
		}
	})
}

// fatal is what a test and a property have in common.
type fatal interface{ Fatalf(string, ...any) }

// withoutTexts takes the text constants out of a script, as its engine reads them.
func withoutTexts(t fatal, d Dialect, script string) (rest string, texts map[string]bool) {
	texts = map[string]bool{}
	var out strings.Builder
	script = strings.NewReplacer("' + NCHAR(10) + N'", "\n", "' + NCHAR(13) + N'", "\r").Replace(script)
	for i := 0; i < len(script); i++ {
		c := script[i]
		if c != '\'' {
			out.WriteByte(c)
			continue
		}
		escapes := d.Name == "spark" || d.Name == "snowflake"
		before := out.String()
		if prefix := strings.TrimRight(before, "EN"); (strings.HasSuffix(before, "E") && d.Name == "postgres" || strings.HasSuffix(before, "N") && d.Name == "tsql") && (prefix == "" || !isLetter(prefix[len(prefix)-1])) {
			escapes = escapes || strings.HasSuffix(before, "E")
			out.Reset()
			out.WriteString(before[:len(before)-1])
		} else if d.Name == "tsql" {
			t.Fatalf("%s: a text without N before it: %.40s", d.Name, script[i:])
		}
		var text strings.Builder
		for i++; ; i++ {
			if i >= len(script) {
				t.Fatalf("%s: a text has no end", d.Name)
			}
			if script[i] == '\\' && escapes {
				i++
			} else if script[i] == '\'' && i+1 < len(script) && script[i+1] == '\'' && d.Name != "spark" {
				i++
			} else if script[i] == '\'' {
				break
			}
			text.WriteByte(script[i])
		}
		texts[text.String()] = true
	}
	return out.String(), texts
}

func isLetter(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' }

// TestNamesOfTheStandardAreReadBack: what a result calls a band, a category or an ethnicity is
// read as that.
func TestNamesOfTheStandardAreReadBack(t *testing.T) {
	q := asked(dialects[0], small(t, plain))
	if _, err := q.Count(); err != nil {
		t.Error(err)
	}
	l := labels.New()
	l.CallGroup(model.BME, "Indian", "Indian")
	q.Labels = l
	if _, err := q.Count(); err == nil || !strings.Contains(err.Error(), `reads "Indian", a name of the standard, as something else`) {
		t.Errorf("a name that the settings give another meaning: %v", err)
	}
}

func TestTheMarkChangesWithLabelsAndSettings(t *testing.T) {
	of := func(table *Table, l *labels.Labels) string {
		q := asked(dialects[2], table)
		q.Labels = l
		text, err := q.Count()
		if err != nil {
			t.Fatal(err)
		}
		return mark.FindString(text)
	}
	first := of(small(t, plain), labels.New())
	if again := of(small(t, plain), labels.New()); again != first {
		t.Errorf("the same labels have the marks %s and %s", first, again)
	}
	if other := of(small(t, "Nursing z"), labels.New()); other == first {
		t.Error("another label has the same mark")
	}
	l := labels.New()
	l.Settings.Staff.ContractsOut[model.Bank] = false
	if other := of(small(t, plain), l); other == first {
		t.Error("other settings have the same mark")
	}
}

// TestBadInput: what is wrong is named, with what to do, and no text of a person's.
func TestBadInput(t *testing.T) {
	for _, c := range []struct{ columns, want string }{
		{"ethnicity = \"a\"\nethnicity = \"b\"\n", "line 2"},
		{"ethnicity = \"a\"\ngrade = \"a\"\n", `ethnicity and grade name one column there, "a"`},
		{"ethnicty = \"a\"\n", "the nearest is ethnicity"},
		{"ethnicity = \"a\\\"; DROP\"\n", "holds a quote character"},
		{"ethnicity = \"a`b\"\n", "holds a quote character"},
		{"ethnicity = \"a]b\"\n", "holds a quote character"},
		{"ethnicity = \"\"\n", "is blank"},
		{"[columns]\nethnicity = \"a\"\n", "write a line for each column"},
		{"ethnicity = 3\n", "write a line for each column"},
		{"not toml", "write a line for each column"},
	} {
		if _, err := Columns(staff, []byte(c.columns)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v; want %q", c.columns, err, c.want)
		}
	}
	for _, c := range []struct {
		table Table
		want  string
	}{
		{Table{Kind: staff, From: `hr."x"`, Columns: map[string]string{"ethnicity": "e", "grade": "g", "year": "y"}}, "the name of the table"},
		{Table{Kind: staff, From: "hr..x", Columns: map[string]string{"ethnicity": "e", "grade": "g", "year": "y"}}, "is blank"},
		{Table{Kind: staff, From: "x", Columns: map[string]string{"ethnicity": "e", "year": "y"}}, "pay_scale, grade or pay_band"},
		{Table{Kind: staff, From: "x", Columns: map[string]string{"ethnicity": "e", "grade": "g"}}, "--assume-year"},
		{Table{Kind: staff, From: "x", Columns: map[string]string{"ethnicity": "e", "grade": "g", "year": "y", "snapshot_date": "d"}}, "year and snapshot_date"},
	} {
		if err := c.table.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v; want %q", c.table, err, c.want)
		}
	}
	if _, err := DialectNamed("oracle"); err == nil || !strings.Contains(err.Error(), "duckdb, postgres, sqlite, spark, snowflake or tsql") {
		t.Errorf("an unknown dialect: %v", err)
	}
	if _, err := KindNamed("board"); err == nil || !strings.Contains(err.Error(), "staff, cases, training or applicants") {
		t.Errorf("an unknown kind: %v", err)
	}
}

func TestBadVocabularies(t *testing.T) {
	table := &Table{Kind: staff, From: "x", Columns: map[string]string{"ethnicity": "e", "grade": "g", "snapshot_date": "d", "fte": "f"}}
	const good = "ethnicity,A,1\ngrade,5,1\nfte,0.533333,1\n"
	many := strings.Builder{}
	for i := range MostLabels + 1 {
		many.WriteString("grade,g" + strings.Repeat("x", i%70) + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + ",1\n")
	}
	for _, c := range []struct{ rows, want string }{
		{good + "snapshot_date,2024-03-31,1\n", ""},
		{good + "grade,1234567,1\nsnapshot_date,2024-03-31,1\n", "line 5: grade holds a label that looks like a person's number"},
		{good + "grade,Band 5 (12-34-56),1\nsnapshot_date,2024-03-31,1\n", "line 5: grade holds a label"},
		{good + "grade,amina@example.org,1\nsnapshot_date,2024-03-31,1\n", "line 5: grade holds a label"},
		{good + "fte,12345678,1\nsnapshot_date,2024-03-31,1\n", "line 5: fte holds a label"},
		{good + "snapshot_date,20240331999,1\n", "line 5: snapshot_date holds a label"},
		{good + many.String() + "snapshot_date,2024-03-31,1\n", "grade has 5,002 labels"},
		{good, "no label of snapshot_date is in it"},
		{good + "grade,\x1b[2J,1\nsnapshot_date,2024-03-31,1\n", "line 5: a label of grade holds a control character"},
		{good + "grade,a\u202eb,1\nsnapshot_date,2024-03-31,1\n", "line 5: a label of grade holds a control character"},
		{good + "grade,a\u200bb\u00a0c,1\nsnapshot_date,2024-03-31,1\n", ""},
		{good + "grade,5,2\nsnapshot_date,2024-03-31,1\n", "line 5: a label of grade stands in the vocabulary twice"},
		{good + "grade,6,few\nsnapshot_date,2024-03-31,1\n", "line 5, column 3: row_count"},
	} {
		_, err := readText(table, "field,label,row_count\n"+c.rows)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%.60q: %v; want %q", c.rows[len(good):], err, c.want)
		}
		if err != nil && (strings.Contains(err.Error(), "amina") || strings.Contains(err.Error(), "1234567")) {
			t.Errorf("the error holds the label: %v", err)
		}
	}
	if _, err := readText(table, "field,label\nethnicity,A\n"); err == nil || !strings.Contains(err.Error(), "no column row_count") {
		t.Errorf("a vocabulary without its counts: %v", err)
	}
}

// TestDaysOfAYear: several days of a year are several lists of the same people; where they can
// be something else it is asked.
func TestDaysOfAYear(t *testing.T) {
	table := &Table{Kind: staff, From: "x", Columns: map[string]string{"ethnicity": "e", "grade": "g", "snapshot_date": "d"}}
	for _, c := range []struct{ rows, want, says string }{
		{"snapshot_date,2024-02-29,100\nsnapshot_date,2024-03-31,104\n", "", "31 March 2024 is taken"},
		{"snapshot_date,2024-02-29,1\nsnapshot_date,2024-03-31,104\n", "far more rows", ""},
		{"snapshot_date,03/31/2024,5\nsnapshot_date,02/28/2023,5\n", "", ""},
		{"snapshot_date,03/31/2024,5\nsnapshot_date,28/02/2023,5\n", "only month first", ""},
		{"snapshot_date,soon,5\n", "none of its labels is a year or a day", ""},
	} {
		table.Labels = read(t, table, "field,label,row_count\nethnicity,A,1\ngrade,5,1\n"+c.rows)
		var said []string
		q := asked(dialects[0], table)
		q.Says = func(s string) { said = append(said, s) }
		_, err := q.Count()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%q: %v; want %q", c.rows, err, c.want)
		}
		if c.says != "" && !strings.Contains(strings.Join(said, "\n"), c.says) {
			t.Errorf("%q: it says %q", c.rows, said)
		}
	}
	q := asked(dialects[0], small(t, plain))
	q.Labels.Settings.Staff.InPostOnly = true
	if _, err := q.Count(); err == nil || !strings.Contains(err.Error(), "in_post_only") {
		t.Errorf("in_post_only: %v", err)
	}
}
