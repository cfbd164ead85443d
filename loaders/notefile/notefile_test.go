package notefile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wres/model/meeting"
)

func about(page string) meeting.About { return meeting.About{Page: page, Year: 2024} }

func keeper(folder string) *Keeper {
	return &Keeper{Folder: folder, Now: func() time.Time { return time.Date(2026, 11, 29, 10, 45, 0, 0, time.UTC) }}
}

// keep hands over a note and gives what came of it.
func keep(k *Keeper, page, text string) meeting.Kept {
	return k.Take(meeting.Note{About: about(page), Text: text})()
}

func holds(t *testing.T, folder string, want meeting.Notes) {
	t.Helper()
	got, err := Read(folder)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func names(t *testing.T, folder string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func write(t *testing.T, folder, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, Name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A note is there at the next start, whether the program ended or was killed after it was
// told that the note is kept; an emptied one is gone; another year's stays.
func TestKeepAndRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "made yet")
	k := keeper(dir)
	if notes, err := k.Read(); err != nil || len(notes) > 0 {
		t.Fatal(notes, err)
	}
	if out := k.Take(meeting.Note{About: meeting.About{Page: "2", Year: 2023}, Text: "before"})(); out.Err != nil {
		t.Fatal(out.Err)
	}
	for _, page := range []string{"2", "1/non-clinical/bands"} {
		if out := keep(k, page, "ask about é "+page); out.Err != nil || out.Aside != "" {
			t.Fatal(out)
		}
	}
	want := meeting.Notes{{Page: "2", Year: 2023}: "before", about("2"): "ask about é 2", about("1/non-clinical/bands"): "ask about é 1/non-clinical/bands"}
	holds(t, dir, want) // it was not closed
	if out := keep(k, "2", ""); out.Err != nil {
		t.Fatal(out.Err)
	}
	delete(want, about("2"))
	holds(t, dir, want)
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	if out := keep(k, "2", "too late"); out.Err == nil {
		t.Error("a note after the end is said to be kept")
	}
	if info, err := os.Stat(filepath.Join(dir, Name)); err != nil || info.Mode().Perm()&0o077 != 0 || len(names(t, dir)) != 1 {
		t.Errorf("%v, %v, %q", info, err, names(t, dir))
	}
}

// The end of the program writes what the gap held back.
func TestCloseWritesTheLast(t *testing.T) {
	dir := t.TempDir()
	k := keeper(dir)
	text := ""
	for i := range 50 {
		text += fmt.Sprint(i, " ")
		k.Take(meeting.Note{About: about("2"), Text: text})
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, meeting.Notes{about("2"): strings.TrimSpace(text)})
	if err := keeper(dir).Close(); err != nil {
		t.Error("one that kept nothing:", err)
	}
}

// What cannot be read is said, and is on the disk as it was after a note is kept.
func TestWhatCannotBeReadIsPutAside(t *testing.T) {
	for what, content := range map[string]string{
		"cut off": `{"version":1,"notes":[{"page":"2","year":2024,"te`, "empty": "", "another": `["x"]`, "behind": `{"version":1,"notes":[]} x`,
		"unknown": `{"version":1,"notes":[{"page":"2","year":2024,"text":"a","colour":"red"}]}`,
		"twice":   `{"version":1,"notes":[{"page":"2","year":2024,"text":"a"},{"page":"2","year":2024,"text":"b"}]}`,
		"large":   `{"version":1,"notes":[{"page":"` + strings.Repeat("a", maxBytes) + `"}]}`,
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, content)
			k := keeper(dir)
			if notes, err := k.Read(); err == nil || !strings.HasPrefix(err.Error(), Name+" cannot be read: ") || notes != nil {
				t.Errorf("%v, %v", notes, err)
			}
			out := keep(k, "2", "new")
			if out.Err != nil || out.Aside == "" {
				t.Fatal(out)
			}
			if kept, err := os.ReadFile(filepath.Join(dir, out.Aside)); err != nil || string(kept) != content {
				t.Errorf("kept as %.60q: %v", kept, err)
			}
			holds(t, dir, meeting.Notes{about("2"): "new"})
			write(t, dir, content) // once more, in the same second
			if again := keep(k, "5", "more"); again.Err != nil || again.Aside == out.Aside {
				t.Error(again)
			}
			if len(names(t, dir)) != 3 {
				t.Errorf("%q", names(t, dir))
			}
			holds(t, dir, meeting.Notes{about("2"): "new", about("5"): "more"}) // what was known when it was spoilt
		})
	}
}

// A folder in the place of the file is put aside as well.
func TestFolderInItsPlace(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, Name), 0o700); err != nil {
		t.Fatal(err)
	}
	if out := keep(keeper(dir), "2", "new"); out.Err != nil || out.Aside == "" {
		t.Fatal(out)
	}
	holds(t, dir, meeting.Notes{about("2"): "new"})
}

func TestLaterVersionStays(t *testing.T) {
	dir := t.TempDir()
	content := `{"version":2,"notes":{}}`
	write(t, dir, content)
	k := keeper(dir)
	if out := keep(k, "2", "new"); out.Err == nil || !strings.Contains(out.Err.Error(), "a later version of wres") {
		t.Error(out)
	}
	if now, _ := os.ReadFile(filepath.Join(dir, Name)); string(now) != content || len(names(t, dir)) != 1 {
		t.Errorf("%s, %q", now, names(t, dir))
	}
	if err := k.Close(); err == nil {
		t.Error("a note that is not kept is not said at the end")
	}
}

// Where another program writes notes meanwhile, those on other pages stand beside ours,
// and one on the same page stays until ours is handed over again.
func TestAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	ours, theirs := keeper(dir), keeper(dir)
	for _, k := range []*Keeper{ours, theirs} {
		if _, err := k.Read(); err != nil {
			t.Fatal(err)
		}
	}
	for _, out := range []meeting.Kept{keep(theirs, "2", "theirs"), keep(ours, "5", "ours")} {
		if out.Err != nil {
			t.Fatal(out.Err)
		}
	}
	holds(t, dir, meeting.Notes{about("2"): "theirs", about("5"): "ours"})
	if out := keep(ours, "2", "mine"); !errors.Is(out.Err, errDisputed) {
		t.Error(out)
	}
	if out := keep(ours, "7", "goes on"); out.Err != nil {
		t.Error(out)
	}
	holds(t, dir, meeting.Notes{about("2"): "theirs", about("5"): "ours", about("7"): "goes on"})
	if _, err := ours.Read(); err != nil {
		t.Fatal(err)
	}
	if out := keep(ours, "9", "x"); out.Err != nil {
		t.Error(out)
	}
	if notes, _ := cleaned(read(dir)); notes[about("2")] != "theirs" {
		t.Errorf("what was given up was written: %v", notes)
	}
	if out := keep(ours, "2", "mine / theirs"); out.Err != nil {
		t.Error(out)
	}
	if notes, _ := cleaned(read(dir)); notes[about("2")] != "mine / theirs" {
		t.Error(notes)
	}
}

// What stands in the file may come from anywhere, and goes to the screen; in the file it
// stays as it is while others are written.
func TestNotesAreCleaned(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, `{"version":1,"notes":[{"page":"2","year":2024,"text":"a\u001b[31mb\nc"}]}`)
	k := keeper(dir)
	notes, err := k.Read()
	if err != nil || strings.ContainsAny(notes[about("2")], "\x1b\n") || !strings.Contains(notes[about("2")], "b") {
		t.Errorf("%q, %v", notes, err)
	}
	if out := keep(k, "5", "x"); out.Err != nil {
		t.Fatal(out.Err)
	}
	if raw, err := read(dir); err != nil || raw[about("2")] != "a\x1b[31mb\nc" {
		t.Errorf("%q, %v", raw, err)
	}
}

// A folder that takes nothing, and one that is locked: the note is not kept, which is
// said with what to do, and is kept once the folder takes it.
func TestNotKept(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "file")
	if err := os.WriteFile(dir, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	k := keeper(dir)
	if out := keep(k, "2", "typed"); out.Err == nil || !strings.HasPrefix(out.Err.Error(), Name+" cannot be written: ") || strings.Contains(out.Err.Error(), parent) {
		t.Error(out)
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	locked := errors.New("open elsewhere")
	k.Locked = func() error { return locked }
	if out := keep(k, "2", "typed more"); !errors.Is(out.Err, locked) {
		t.Error(out)
	}
	if _, err := os.Stat(dir); err == nil {
		t.Error("it was written all the same")
	}
	locked = nil
	if err := k.Close(); err != nil { // it is tried again
		t.Fatal(err)
	}
	holds(t, dir, meeting.Notes{about("2"): "typed more"})
}

func TestTooMuch(t *testing.T) {
	dir := t.TempDir()
	k := keeper(dir)
	if out := keep(k, "2", "kept"); out.Err != nil {
		t.Fatal(out.Err)
	}
	if out := keep(k, "5", strings.Repeat("a", maxBytes)); out.Err == nil || !strings.Contains(out.Err.Error(), "too long") {
		t.Error(out.Err)
	}
	holds(t, dir, meeting.Notes{about("2"): "kept"})
}

func TestEarlier(t *testing.T) {
	notes := meeting.Notes{{Page: "2", Year: 2022}: "a", {Page: "2", Year: 2023}: "b", {Page: "2", Year: 2025}: "c", {Page: "5", Year: 2023}: "d"}
	if text, year := notes.Earlier(about("2")); text != "b" || year != 2023 {
		t.Error(text, year)
	}
	if text, year := notes.Earlier(about("7")); text != "" || year != 0 {
		t.Error(text, year)
	}
}
