package planfile

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/loaders/formula"
	"wres/model/plan"
)

// hostile is text that would act on a program that takes it as it is.
var hostile = []string{"", "=1+1", "+44 1", "-1+1", "@SUM(A1)", "\t=1", "'=1", " =1", "\u200b=1", "a\nb", "a\r\nEND:VCALENDAR\r\nb", "a;b,c\\n", "\"q\"",
	"\x1b[2J", "\u202eabc", "BEGIN:VEVENT", strings.Repeat("ü", 200), strings.Repeat("é\n", 50), "\xff\x00", "-3", "日本語"}

func hostilePlan(t *rapid.T) plan.Plan {
	text := rapid.SampledFrom(hostile)
	var actions []plan.Action
	for range rapid.IntRange(0, 4).Draw(t, "actions") {
		a := plan.Action{Extra: []string{text.Draw(t, "extra")}}
		for _, field := range plan.Fields() {
			a = field.With(a, text.Draw(t, field.Column))
		}
		if rapid.Bool().Draw(t, "dated") {
			a.Deadline = "31/03/2025"
		}
		actions = append(actions, a)
	}
	return plan.New([]string{text.Draw(t, "column")}, actions)
}

// An exported plan runs as no formula, and says the same when it is opened again.
func TestEncode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := hostilePlan(t)
		content, err := Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(content, []byte(byteOrderMark)) {
			t.Fatal("no byte order mark")
		}
		records, err := csv.NewReader(bytes.NewReader(content[len(byteOrderMark):])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			for _, cell := range record {
				if formula.Guard(cell) != cell && !strings.HasPrefix(cell, "'") {
					t.Fatalf("the cell %q is a formula", cell)
				}
			}
		}
		if back := parse(content, Name); back.reason != "" || cmp.Diff(p.Actions(), back.plan.Actions()) != "" {
			t.Fatalf("%s\n%s", back.reason, cmp.Diff(p.Actions(), back.plan.Actions()))
		}
	})
}

// A column that a plan may do without comes into a file with its first text, and
// one of the user's own of that name is it.
func TestOptionalColumns(t *testing.T) {
	path := write(t, "id,action,own\nA-0001,a,=1\n")
	file := load(t, path)
	a, _ := file.Plan().Find("A-0001")
	a.Team = "OD"
	p, err := file.Plan().Edit(a)
	if err != nil {
		t.Fatal(err)
	}
	save(t, file, p)
	if diff := cmp.Diff("\ufeffid,action,own,team\nA-0001,a,=1,OD\n", content(t, path)); diff != "" {
		t.Error(diff)
	}
	path = write(t, "id,action,Team\nA-0001,a,\"OD\"\n")
	if got := load(t, path).Plan().Teams(); fmt.Sprint(got) != "[OD]" {
		t.Errorf("%v of %s", got, filepath.Base(path))
	}
}

// A plan comes back of its bytes, and bytes that are no plan are an error.
func TestDecode(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := hostilePlan(t)
		content, err := Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Decode(content); err != nil || !cmp.Equal(p.Actions(), back.Actions()) {
			t.Fatalf("%v\n%s", err, cmp.Diff(p.Actions(), back.Actions()))
		}
	})
	if p, err := Decode([]byte("id,action\nA-0001,\"a\x00")); err == nil {
		t.Errorf("damaged bytes gave %d actions", p.Len())
	}
}
