package planfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model/plan"
)

var typedAt = time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC)

// typed is an entry of a form that edits A-0001.
func typed(text string) plan.Entry {
	return plan.Entry{At: typedAt, Draft: &plan.Draft{ID: "A-0001",
		Texts: map[string]string{"action": text}, Was: map[string]string{"action": "a"}}}
}

// edited is an entry of a plan that was edited and not saved.
func edited(t *testing.T, f *File, text string) (plan.Entry, plan.Plan) {
	t.Helper()
	p := edit(t, f.Plan(), "A-0001", func(a *plan.Action) { a.Text = text })
	p, _ = p.Add(plan.Action{Text: "new\nwith é", Progress: "=1"})
	return plan.Entry{At: typedAt, Edits: plan.Unsaved(f.Plan(), p)}, p
}

// crash leaves a journal with the entries behind.
func crash(t *testing.T, file *File, entries ...plan.Entry) {
	t.Helper()
	journal := file.OpenJournal()
	for _, e := range entries {
		if err := journal.Append(e)(); err != nil {
			t.Fatal(err)
		}
	}
	if err := journal.Close(); err != nil {
		t.Fatal(err)
	}
	file.Close()
}

func journalOf(path string) string { return beside(path, "journal") }

func TestJournalBringsBackWhatWasTyped(t *testing.T) {
	path := write(t, "id,action,own\nA-0001,a,mine\n")
	file := openFor(t, path, ward)
	last := typed("Train é\n\"all\" <panels> \u2028, 漢")
	crash(t, file, typed("T"), typed("Train"), last)

	file = openFor(t, path, ward)
	r, ok := file.Recover()
	if diff := cmp.Diff(last, r.Entry); !ok || diff != "" || r.Lost != 0 || r.Changed {
		t.Errorf("%v %+v %s", ok, r, diff)
	}
	if a, edited := r.Draft.Action(file.Plan()); !edited || a.Text != last.Draft.Texts["action"] || a.Extra[0] != "mine" {
		t.Errorf("%v %+v", edited, a)
	}
	if _, again := file.Recover(); !again {
		t.Error("to look at a journal took it away")
	}
}

func TestJournalBringsBackADraftThatWasKept(t *testing.T) {
	path := write(t, "id,action,own\nA-0001,a,mine\n")
	file := openFor(t, path, ward)
	both := typed("in the form")
	both.Kept = typed("for later").Draft
	crash(t, file, both)
	file = openFor(t, path, ward)
	if r, ok := file.Recover(); !ok || !r.Entry.Equal(both) || r.Empty() {
		t.Errorf("%v %+v", ok, r)
	}
	alone := plan.Entry{At: typedAt, Kept: both.Kept}
	crash(t, file, alone)
	file = openFor(t, path, ward)
	if r, ok := file.Recover(); !ok || !r.Entry.Equal(alone) || r.Empty() {
		t.Errorf("alone: %v %+v", ok, r)
	}
}

func TestJournalBringsBackEdits(t *testing.T) {
	path := write(t, "id,action,own\nA-0001,a,mine\nA-0002,b,\n")
	file := openFor(t, path, ward)
	entry, want := edited(t, file, "changed")
	want, err := want.Delete("A-0002")
	if err != nil {
		t.Fatal(err)
	}
	entry.Edits = plan.Unsaved(file.Plan(), want)
	crash(t, file, entry)
	file = openFor(t, path, ward)
	r, ok := file.Recover()
	if got := r.Apply(file.Plan()); !ok || !got.Equal(want) {
		t.Errorf("%v %+v", ok, got.Actions())
	}
	save(t, file, want)
	if r, ok := file.Recover(); ok {
		t.Errorf("what was saved is offered again: %+v", r)
	}
}

func TestJournalIsDiscardedByAnEmptyEntry(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	crash(t, file, typed("typed"), plan.Entry{})
	if strings.Contains(content(t, journalOf(path)), "typed") {
		t.Error("a discarded text is still there")
	}
	if r, ok := openFor(t, path, ward).Recover(); ok {
		t.Errorf("%+v", r)
	}
}

// The plan was changed by someone else since: what they wrote and what was not
// saved are both kept.
func TestJournalOfAnotherPlanKeepsBoth(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	entry, _ := edited(t, file, "mine")
	entry.Draft = typed("typed").Draft
	crash(t, file, entry)
	if err := os.WriteFile(path, []byte("id,action\nA-0001,theirs\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file = openFor(t, path, ward)
	r, ok := file.Recover()
	if !ok || !r.Changed {
		t.Fatalf("%v %+v", ok, r)
	}
	var texts []string
	for _, a := range r.Apply(file.Plan()).Actions() {
		texts = append(texts, a.Text)
	}
	if diff := cmp.Diff([]string{"theirs", "mine", "new\nwith é"}, texts); diff != "" {
		t.Error(diff)
	}
	if a, edited := r.Draft.Action(file.Plan()); edited || a.ID != "" || a.Text != "typed" {
		t.Errorf("%v %+v", edited, a)
	}
}

// Only the last sound line counts, since each holds all that is unsaved.
func TestDamagedJournal(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	crash(t, file, typed("one"), typed("two"), typed("three"))
	whole := []byte(content(t, journalOf(path)))
	ends := []int{}
	for i, b := range whole {
		if b == '\n' {
			ends = append(ends, i)
		}
	}
	if len(ends) != 4 {
		t.Fatalf("%d lines", len(ends))
	}
	for n := range len(whole) + 1 { // every prefix
		j := readJournal(whole[:n])
		want := ""
		for i, text := range []string{"one", "two", "three"} {
			if n >= ends[i+1] {
				want = text
			}
		}
		if got := textOf(j.entry); got != want {
			t.Fatalf("cut at %d: %q, want %q", n, got, want)
		}
		if sound := n == 0 || whole[n-1] == '\n' || slices.Contains(ends, n); (j.lost == 0) != sound {
			t.Fatalf("cut at %d: %d lost", n, j.lost)
		}
	}
	for i := range whole { // every byte flipped
		damaged := bytes.Clone(whole)
		damaged[i] ^= 0x15
		j := readJournal(damaged)
		got := textOf(j.entry)
		want := "three"
		switch {
		case i == ends[2]: // the last two lines are one now
			want = "one"
		case i > ends[2] && i < ends[3]:
			want = "two"
		}
		if got != want && !(i == ends[3] && got == "two") || j.lost == 0 {
			t.Fatalf("byte %d: %q, want %q; %d lost", i, got, want, j.lost)
		}
	}
}

func textOf(e plan.Entry) string {
	if e.Draft == nil {
		return ""
	}
	return e.Draft.Texts["action"]
}

func TestAnyJournal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOf(rapid.Byte()).Draw(t, "content")
		if rapid.Bool().Draw(t, "sound") {
			line, err := encodeLine(rapid.SampledFrom([]any{nil, 7, "x", []int{1}, map[string]any{"edits": []any{map[string]any{}}}, map[string]any{"wres-journal": -1}}).Draw(t, "value"))
			if err != nil {
				t.Fatal(err)
			}
			content = append(line, content...)
		}
		if j := readJournal(content); !j.entry.Empty() {
			t.Fatalf("%+v of %q", j.entry, content)
		}
	})
}

func TestUnreadableJournalIsSetAside(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	line, err := encodeLine(seal{Version: journalVersion + 1})
	if err != nil {
		t.Fatal(err)
	}
	entry, err := encodeEntry(typed("later"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"nonsense\n", string(line) + string(entry)} {
		if err := os.WriteFile(journalOf(path), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		file := openFor(t, path, ward)
		if r, ok := file.Recover(); !ok || !r.Empty() || r.Lost != 1 {
			t.Errorf("%v %+v", ok, r)
		}
		file.system.now = func() time.Time { return typedAt.Add(time.Duration(len(text)) * time.Second) }
		name, err := file.SetAside()
		if err != nil || content(t, name) != text {
			t.Error(err)
		}
		if _, ok := file.Recover(); ok {
			t.Error("it is still there")
		}
		file.Close()
	}
}

func TestSetAsideOverwritesNothing(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	file.system.now = func() time.Time { return typedAt }
	crash(t, file, typed("one"))
	first, err := file.SetAside()
	if err != nil {
		t.Fatal(err)
	}
	before := content(t, first)
	crash(t, file, typed("two"))
	if _, err := file.SetAside(); err == nil || content(t, first) != before || !strings.Contains(content(t, journalOf(path)), "two") {
		t.Error("one text was written over another")
	}
}

func TestSecondOpenerDoesNotTakeTheJournal(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	first := openFor(t, path, ward)
	journal := first.OpenJournal()
	defer journal.Close()
	if err := journal.Append(typed("at work"))(); err != nil {
		t.Fatal(err)
	}
	second := openFor(t, path, other)
	if r, ok := second.Recover(); ok {
		t.Errorf("%+v", r)
	}
	theirs := second.OpenJournal()
	if err := theirs.Append(typed("over it"))(); !errors.Is(err, ErrHeld) {
		t.Error(err)
	}
	if err := theirs.Close(); !errors.Is(err, ErrHeld) || !strings.Contains(content(t, journalOf(path)), "at work") {
		t.Error(err)
	}
}

func TestJournalOfANewPlan(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", Name)
	file := openFor(t, path, ward)
	crash(t, file, plan.Entry{Draft: &plan.Draft{Texts: map[string]string{"action": "first"}}})
	file = openFor(t, path, ward)
	r, ok := file.Recover()
	if !ok || textOf(r.Entry) != "first" || r.Changed {
		t.Errorf("%v %+v", ok, r)
	}
}

// A journal follows the plan through saves and reloads: its entries are always of
// the plan that is on the disk.
func TestJournalFollowsThePlan(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	journal := file.OpenJournal()
	defer journal.Close()
	for i := range 3 {
		if err := journal.Append(typed(fmt.Sprint("typed ", i)))(); err != nil {
			t.Fatal(err)
		}
		save(t, file, edit(t, file.Plan(), "A-0001", func(a *plan.Action) { a.Lead = fmt.Sprint(i) }))
		if err := journal.Append(typed(fmt.Sprint("then ", i)))(); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			var err error
			if file, err = file.Reload(); err != nil {
				t.Fatal(err)
			}
		}
		if r, ok := file.Recover(); !ok || r.Changed || textOf(r.Entry) != fmt.Sprint("then ", i) {
			t.Errorf("%v %+v", ok, r)
		}
	}
}

func TestJournalStaysSmall(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	journal := file.OpenJournal()
	defer journal.Close()
	long := strings.Repeat("long ", 50_000)
	for i := range 8 { // two megabytes of entries
		number, line := i+1, typed(fmt.Sprint(long, i))
		if err := journal.write(line); err != nil {
			t.Fatal(number, err)
		}
		info, err := os.Stat(journalOf(path))
		if err != nil || info.Size() > maxJournal {
			t.Fatalf("%d bytes, %v", info.Size(), err)
		}
		if got := textOf(readJournal([]byte(content(t, journalOf(path)))).entry); got != fmt.Sprint(long, i) {
			t.Fatalf("entry %d is not the last one", i)
		}
	}
}

// A write that fails is said, loses nothing that was there, and the next one
// begins anew.
func TestJournalThatCannotBeWritten(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	journal := file.OpenJournal()
	defer journal.Close()
	works := file.system.Replace
	if err := journal.Append(typed("one"))(); err != nil {
		t.Fatal(err)
	}
	if err := journal.file.Close(); err != nil { // the goroutine is at rest
		t.Fatal(err)
	}
	if err := journal.Append(typed("two"))(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("written to a closed file: %v", err)
	}
	file.system.Replace = func(string, string) error { return errFull }
	if err := journal.Append(typed("three"))(); !errors.Is(err, errFull) {
		t.Error(err)
	}
	if got := textOf(readJournal([]byte(content(t, journalOf(path)))).entry); got != "one" || len(leftovers(t, path)) > 0 {
		t.Error(got, leftovers(t, path))
	}
	file.system.Replace = works
	if err := journal.Append(typed("four"))(); err != nil {
		t.Error(err)
	}
	if r, ok := file.Recover(); !ok || textOf(r.Entry) != "four" || r.Lost != 0 {
		t.Errorf("%v %+v", ok, r)
	}
}

// An entry is in the journal once it is on the disk. A pipe takes what is written and
// cannot be synchronised, so it tells who asks for that.
func TestJournalSynchronises(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows may flush a pipe")
	}
	file := openFor(t, write(t, "id,action\nA-0001,a\n"), ward)
	journal := file.OpenJournal()
	if err := journal.Append(typed("begun"))(); err != nil {
		t.Fatal(err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	_ = journal.file.Close()
	journal.file = write
	var failed *fs.PathError
	if err := journal.Append(typed("more"))(); !errors.As(err, &failed) || failed.Op != "sync" {
		t.Errorf("an entry that was not synchronised was taken for durable: %v", err)
	}
	if err := errors.Join(journal.Append(typed("anew"))(), journal.Close()); err != nil {
		t.Errorf("after the fault: %v", err)
	}
}

func TestCloseWritesWhatWasHandedOverLast(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	journal := file.OpenJournal()
	for i := range 100 {
		journal.Append(typed(fmt.Sprint("key ", i)))
	}
	if err := journal.Close(); err != nil {
		t.Fatal(err)
	}
	if r, ok := file.Recover(); !ok || textOf(r.Entry) != "key 99" {
		t.Errorf("%v %+v", ok, r)
	}
	if err := journal.Append(typed("late"))(); err == nil {
		t.Error("a closed journal took an entry")
	}
	if err := journal.Close(); err != nil {
		t.Error("closed twice: ", err)
	}
}

// A folder that is gone may be the place of a drive that is not connected.
func TestJournalMakesNoFolderThatIsGone(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	journal := file.OpenJournal()
	if runtime.GOOS == "windows" {
		t.Skip("Windows removes no folder with the lock and the journal in it")
	}
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	if err := journal.Append(typed("text"))(); err == nil {
		t.Error("journalled into a folder that is not there")
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("the folder was made again")
	}
	if err := journal.Close(); err == nil || !strings.Contains(err.Error(), "not in the journal") {
		t.Error(err)
	}
}
