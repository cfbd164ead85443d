package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
)

// What keys send. The Esc is written out as the kitty keyboard protocol has it: a bare
// one is known by nothing following it at once, which a busy machine cannot promise.
const (
	esc, down, pageDown, save = "\x1b[27u", "\x1b[B", "\x1b[6~", "\x13"
)

// tokens are what nobody may be found by outside the lists themselves.
var tokens = []string{"Plantedname", "QQ123456C", "12/03/1971", "1971", "87654321", "planted@example.org", "07700900123", "Planted Lane"}

// listsOfPeople writes a folder with every kind of list, sound and broken rows among
// them, and the tokens in columns that are not read, in those that are, and where a
// category should stand.
func listsOfPeople(t *testing.T) string {
	t.Helper()
	const head, who = "Surname,NI Number,Date of Birth,Address,Email,Phone,Employee Number", "Plantedname,QQ123456C,12/03/1971,1 Planted Lane,planted@example.org,07700900123,87654321"
	row := func(cells string) string { return who + "," + cells + "\n" }
	dir := t.TempDir()
	for name, text := range map[string]string{
		"staff.csv": head + ",Ethnic Origin,Band,Staff Group,Year,FTE\n" + strings.Repeat(row("A,5,Nursing,2024,1")+row("H,6,Nursing,2023,0.5"), 20) +
			row("QQ123456C,Mr Plantedname,Nursing,2024,87654321") + row("A,12/03/1971,Nursing,12/03/1971,1") + row("A,5") + who + ",A,5\"x,\n",
		"trac.csv": head + ",Ethnic Origin,Shortlisted,Appointed,Date,Campaign\n" + strings.Repeat(row("A,yes,no,01/05/2023,")+row("H,yes,yes,01/05/2023,"), 10) +
			row("Plantedname,planted@example.org,12/03/1971,QQ123456C,87654321"),
		"cases.csv":    head + ",Ethnic Origin,Date Opened\n" + row("A,01/05/2023") + row("87654321,QQ123456C"),
		"training.csv": head + ",Ethnic Origin,Course,Date\n" + row("A,Leadership,01/05/2023") + row("A,Plantedname,12/03/1971"),
		"board.csv":    head + ",Ethnic Origin,Voting,Executive,Year\n" + row("A,yes,no,2024") + row("Plantedname,QQ123456C,87654321,2024"),
		"other.csv":    head + "\n" + who + "\n",
		"headless.csv": who + ",A,5,2024\n" + who + ",A,5,2024\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestNobodyLeavesTheLists drives the app over lists of people, with an action, a text
// that is not saved and an end by a signal, and runs the commands; then it looks for
// the tokens in all that was printed and written.
func TestNobodyLeavesTheLists(t *testing.T) {
	dir, temp := listsOfPeople(t), t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("HOME", t.TempDir())
	s := start(t, dir)
	keys := []string{"1", "b", "s", "v", "c", "g", "2", "i", esc, "0"}
	for range indicator.Catalogue() {
		keys = append(keys, "\t")
	}
	keys = append(keys, "0", "f")
	for range 7 { // every file: its columns, its labels, its problems
		keys = append(keys, "\r", pageDown, esc, down)
	}
	keys = append(keys, esc, "p", "a", "a", "c", "t", save, "a", "n", "o", "t", " ", "s", "a", "v", "e", "d")
	for _, key := range keys {
		if _, err := s.tty.WriteString(key); err != nil {
			t.Fatal(err)
		}
		time.Sleep(40 * time.Millisecond) // a key that changes nothing has no answer to wait for
	}
	s.wait("the journal", func(seen string) bool { return strings.Contains(ansi.Strip(seen), "journalled") })
	s.signal(os.Interrupt)
	s.end()
	printed := map[string]string{"the terminal": ansi.Strip(s.output())}
	for _, command := range [][]string{{"check"}, {"check", "--json"}, {"summary"}, {"summary", "--json"}, {"summary", "--csv"}, {"summary", "--md"}, {"plan", "list"}, {"plan", "lint"}} {
		_, out, errs := wres(t, append(command, dir)...)
		printed[strings.Join(command, " ")] = out + errs
	}
	for _, folder := range []string{temp, os.Getenv("HOME"), s.data, dir} {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || folder == dir && !strings.Contains(e.Name(), "plan") {
				return err
			}
			text, err := os.ReadFile(path)
			printed[path] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(printed) < 10 || !strings.Contains(fmt.Sprint(printed), "not saved") {
		t.Errorf("the run wrote no plan or journal: %d texts", len(printed))
	}
	for where, text := range printed {
		for _, token := range tokens {
			if at := strings.Index(text, token); at >= 0 {
				t.Errorf("%s holds %q: …%q…", where, token, text[max(at-60, 0):min(at+60, len(text))])
			}
		}
	}
}
