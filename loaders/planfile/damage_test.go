package planfile

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wres/loaders/formula"
	"wres/model/plan"
)

// bigPlan is a plan file of at least 4 kB with everything in it that a plan may have.
func bigPlan() []byte {
	var out strings.Builder
	out.WriteString("\ufeff" + header + ",cost,\"own; column\"\r\n")
	for i := 1; out.Len() < 4096; i++ {
		fmt.Fprintf(&out, "A-%04d,%d,\"Train panels,\nall of \"\"them\"\"\",\"2; 7\",Fairer é,'=measure,-3,10%%,31/03/2027,Zoë,in progress,\"first\r\nsecond\",2026-01-02,£5,漢\r\n", i, i)
	}
	return []byte(out.String())
}

// checkDamaged holds for any bytes at all: the plan has every action that an
// independent reading finds, or the file is read-only with a reason; and what
// may be saved is saved without a loss.
func checkDamaged(t interface{ Fatalf(string, ...any) }, damaged []byte) {
	s := parse(damaged, Name)
	if s.reason != "" {
		if len(s.problems) == 0 {
			t.Fatalf("read-only without a problem: %q", damaged)
		}
		return
	}
	want, ok := readPlainly(damaged, rune(s.delimiter))
	if !ok {
		t.Fatalf("may be saved, but is not a CSV file with an action column: %q", damaged)
	}
	if got := s.plan.Actions(); len(got) != len(want) {
		t.Fatalf("%d actions of %d", len(got), len(want))
	}
	for i, action := range s.plan.Actions() {
		if len(s.problems) == 0 && !slices.Equal(allTexts(action), want[i]) {
			t.Fatalf("row %d: %q, want %q", i, allTexts(action), want[i])
		}
	}
	again, _, err := compose(s, nil, s.plan, Name)
	if err != nil {
		t.Fatalf("cannot be saved again: %v: %q", err, damaged)
	}
	given := slices.ContainsFunc(s.rows, func(r row) bool { return r.given })
	plain := bytes.TrimPrefix(damaged, []byte(byteOrderMark))
	if len(s.header) > 0 && !given && hasField(s.columns, "id") && !bytes.Equal(again, slices.Concat([]byte(byteOrderMark), plain)) {
		t.Fatalf("nothing was edited, but the bytes changed:\n%q\n%q", damaged, again)
	}
}

// readPlainly gives the texts of each row that is not blank, sorted, by
// encoding/csv alone.
func readPlainly(content []byte, comma rune) ([][]string, bool) {
	content = bytes.TrimPrefix(content, []byte(byteOrderMark))
	if len(bytes.TrimSpace(content)) == 0 {
		return nil, true
	}
	r := csv.NewReader(bytes.NewReader(content))
	r.Comma, r.FieldsPerRecord = comma, -1
	rows, err := r.ReadAll()
	if err != nil || !slices.ContainsFunc(rows[0], func(name string) bool {
		field, _ := plan.FieldFor(name)
		return field.Column == "action"
	}) {
		return nil, false
	}
	var texts [][]string
	for _, row := range rows[1:] {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		for i, cell := range row {
			row[i] = strings.ReplaceAll(strings.ReplaceAll(formula.Unguard(cell), "\r\n", "\n"), "\r", "\n")
		}
		texts = append(texts, sorted(row))
	}
	return texts, true
}

// allTexts gives what an action holds, sorted and without blanks.
func allTexts(a plan.Action) []string {
	var texts []string
	for _, field := range plan.Fields() {
		texts = append(texts, field.Value(a))
	}
	return sorted(append(texts, a.Extra...))
}

func sorted(texts []string) []string {
	var result []string
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			result = append(result, text)
		}
	}
	slices.Sort(result)
	return result
}

func TestEveryPrefix(t *testing.T) {
	whole := bigPlan()
	for n := range len(whole) + 1 {
		checkDamaged(t, whole[:n])
	}
}

func TestEveryFlippedByte(t *testing.T) {
	whole := bigPlan()
	for i := range whole {
		for _, flip := range []byte{0xff, 0x01, whole[i] ^ '"'} {
			damaged := bytes.Clone(whole)
			damaged[i] ^= flip
			checkDamaged(t, damaged)
		}
	}
}

func TestAnyBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOf(rapid.OneOf(
			rapid.SampledFrom([]string{"id,action", "action;id", "A-0001,a", ",,", "", "\"a\nb\",c", "'=1,-3", "A-0001;b;c", "\ufeff", "\r", "\""}),
			awkward(),
		)).Draw(t, "lines")
		end := rapid.SampledFrom([]string{"\n", "\r\n", "\r", "\n\n"}).Draw(t, "end")
		checkDamaged(t, []byte(strings.Join(lines, end)))
	})
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("id,action\nA-0001,a\n"))
	f.Add([]byte("\ufeffid;action;x\r\n;\"a\r\nb\";=1"))
	f.Fuzz(func(t *testing.T, content []byte) { checkDamaged(t, content) })
}
