package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"wres/loaders/planfile"
	"wres/model/words/spoken"
	"wres/testdata/extracts"
)

// talked holds a conversation over a folder, with lines as answers.
func talked(t *testing.T, dir string, answers ...string) (status int, said, errs string) {
	t.Helper()
	var out, remarks bytes.Buffer
	status = run([]string{"--accessible", dir}, strings.NewReader(strings.Join(answers, "\n")+"\n"), &out, &remarks, []string{"LANG=en_GB.UTF-8", "TERM=xterm"})
	return status, out.String(), remarks.String()
}

// exampleFolder is a folder of the example's files, with its plan.
func exampleFolder(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	files, err := fs.Glob(extracts.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		content, err := fs.ReadFile(extracts.FS, name)
		if err != nil {
			continue // a folder
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// spokenSigns are signs that nobody hears as a word.
const spokenSigns = "−–—→←↑↓⇒•·×÷±%…≤≥≈≠=~*²√Σ†│─┌┐└┘├┤█▓░▸●○▄\u00a0"

// A line ends a sentence, or it is a label with its value. A choice is one of them behind its
// number.
var endsWell = regexp.MustCompile(`[.?!:]["')]*$|^[^:]+: `)

// checkSpoken asks of each line what makes it fit to be heard.
func checkSpoken(t *testing.T, said string) {
	t.Helper()
	seen := map[string]bool{}
	for line := range strings.Lines(said) {
		line = strings.TrimSuffix(line, "\n")
		if seen[line] {
			continue
		}
		seen[line] = true
		switch {
		case !utf8.ValidString(line):
			t.Errorf("no UTF-8: %q", line)
		case utf8.RuneCountInString(line) > spoken.Width:
			t.Errorf("%d characters: %q", utf8.RuneCountInString(line), line)
		case strings.ContainsFunc(line, func(r rune) bool {
			return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
		}):
			t.Errorf("a control character: %q", line)
		case strings.ContainsAny(line, spokenSigns):
			t.Errorf("a sign in place of a word: %q", line)
		case !endsWell.MatchString(line):
			t.Errorf("no sentence: %q", line)
		case strings.TrimSpace(line) != line, line == "", strings.Contains(line, "  "):
			t.Errorf("empty, or odd spaces: %q", line)
		}
	}
}

// folders of the tests of talk: each is to be walked.
func talkFolders(t *testing.T) map[string]string {
	t.Helper()
	folders := map[string]string{"example": exampleFolder(t)}
	write := func(name string, files map[string]string) {
		dir := t.TempDir()
		for file, text := range files {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		folders[name] = dir
	}
	var many strings.Builder
	many.WriteString("year,staff_category,pay_band,ethnicity,headcount\n")
	for _, year := range []int{2023, 2024} {
		for i, category := range []string{"non-clinical", "clinical", "medical and dental"} {
			for b, band := range []string{"1", "2", "3", "4", "5", "6", "7", "8a", "8b", "VSM"} {
				for g, group := range []string{"White", "BME", "Unknown"} {
					fmt.Fprintf(&many, "%d,%s,%s,%s,%d\n", year, category, band, group, (b*7+i*13+year)%40*(3-g)+g)
				}
			}
		}
	}
	write("10 bands of 3 categories", map[string]string{"workforce.csv": many.String()})
	write("long labels, signs and escapes", map[string]string{
		"wres.toml":       "organisation = \"Trust \u2192 of many \u00b7 names \u00f7 and signs \u2026 100%\"\n[labels]\nbme = \"" + "ethnically diverse and of global majority"[:40] + "\"\n",
		"workforce.csv":   many.String(),
		"recruitment.csv": "year,ethnicity,shortlisted,appointed\n2023,White,400,120\n2023,BME,300,50\n2024,White,427,144\n2024,BME,371,51\n",
		"survey.csv":      "year,indicator,ethnicity,percentage,respondents\n2024,5,White,20,900\n2024,5,BME,28,300\n2024,8,White,5,900\n2024,8,BME,15,300\n",
		planfile.Name: "id,number,action,indicators,deadline,lead,status,target\nA-0001,1,\"Cut the gap \u2192 by 50% \u2026 \u00b7 \u001b[31mred\u001b[0m\nline two \u2212 5\",2,31/03/2025,A\u202eB,in progress,\u2265 20%\n" +
			"A-0002,2," + strings.Repeat("x", 300) + ",2,,,,\n",
	})
	write("bad files", map[string]string{
		"workforce.csv":   "year,pay_band,ethnicity,headcount\n2024,5,White,100\n2024,5,BME,x\n2024,99,Martian,3\n",
		"recruitment.csv": "year,ethnicity,shortlisted,appointed\n2024,White,10,20\n2024,BME,\x1b]0;title\x07,1\n",
		"strange.csv":     "a;b\x00;c\n1;2;3\n",
		"empty.csv":       "",
		planfile.Name:     "id,number,action\n\"A-0001,1,never closed\n",
	})
	return folders
}

// walk answers with every choice of every place that can be reached in so many steps, each in
// a conversation that begins anew.
func walkAnswers(depth, width int) [][]string {
	paths := [][]string{{}}
	for from := 0; depth > 0; depth-- {
		to := len(paths)
		for _, path := range paths[from:to] {
			for n := 1; n <= width; n++ {
				paths = append(paths, append(path[:len(path):len(path)], fmt.Sprint(n)))
			}
		}
		from = to
	}
	return paths
}

// TestTalkIsFitToBeHeard walks through every choice, two deep, and further where it says more.
func TestTalkIsFitToBeHeard(t *testing.T) {
	for name, dir := range talkFolders(t) {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir()) // where a report is written that is asked for
			var answers []string
			for _, path := range walkAnswers(2, 14) {
				answers = append(append(answers, "start"), path...)
				answers = append(answers, "more", "years", "takes", "from", "bands", "parts", "help", "again", "advice", "?", "leave", "", "", "")
			}
			status, said, errs := talked(t, dir, answers...)
			if status != 0 && !strings.Contains(errs, "in the journal") {
				t.Fatalf("exit status %d, %s", status, errs)
			}
			if asked := strings.Count(said, "Your choice?") + strings.Count(said, "Your answer") + strings.Count(said, "Question "); asked < len(answers)/2 {
				t.Errorf("of %d answers only %d were asked for", len(answers), asked)
			}
			checkSpoken(t, said)
		})
	}
}

// TestTalkOfNothing: an empty folder says what is missing, and is given files to fill in.
func TestTalkOfNothing(t *testing.T) {
	dir := t.TempDir()
	status, said, errs := talked(t, dir, "plan", "back", "meeting", "year", "report", "back", "since", "publication", "headers", "files", "1", "quit")
	if status != 0 || !strings.Contains(said, "There are no figures yet.") || !strings.Contains(said, "Written: ") || !exists(filepath.Join(dir, "workforce.csv")) {
		t.Errorf("exit status %d, %q\n%s", status, errs, said)
	}
	checkSpoken(t, said)
}

// talks are how many conversations are held at random.
var talks = flag.Int("talks", 2, "how many conversations are held at random")

// mappedFolder has labels and columns that nobody knows, and a file that lacks its year.
func mappedFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n2024,clinical,5,White,300\n2024,clinical,5,Wht Brit,50\n2024,clinical,5,BME,80\n" +
			"2024,clinical,5,Asia \u2192 Other \x1b[31m,12\n2024,clinical,Grd X,BME,7\n",
		"recruitment.csv": "Ethnic,Shortlistd,appointed\nWhite,400,100\nBME,300,40\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func mappingOf(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "wres-mapping.toml"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	_, entries, _ := strings.Cut(string(text), "\n\n")
	return entries
}

// TestTalkMapsALabel says by digits what a label means, hears the figures change, and takes it
// back. What is left as it is changes nothing.
func TestTalkMapsALabel(t *testing.T) {
	dir := mappedFolder(t)
	status, said, errs := talked(t, dir, "4", "2", "1", "1", "", "1", "1", "11", "1", "4", "quit")
	if status != 0 || mappingOf(t, dir) != "" || strings.Count(said, "It is left as it is.") != 2 || strings.Contains(said, "saved") {
		t.Fatalf("exit status %d, %s: mapped %q\n%s", status, errs, mappingOf(t, dir), said)
	}
	checkSpoken(t, said)
	status, said, errs = talked(t, dir, "4", "2", "1", "1", "1", "start", "quit")
	if status != 0 || mappingOf(t, dir) != "[labels.ethnicity]\n\"Wht Brit\" = \"White British\"\n" {
		t.Fatalf("exit status %d, %s: mapped %q\n%s", status, errs, mappingOf(t, dir), said)
	}
	before, after, _ := strings.Cut(said, "1 change saved to wres-mapping.toml.")
	for text, where := range map[string]string{
		"What does the label \"Wht Brit\" in ethnicity mean, in every file?\n1. White British: nearest, by \"wht\", \"brit\": counts as White.\n": before,
		"86.2 percent have their ethnicity recorded (387).":   before,
		"97.3 percent have their ethnicity recorded (437).":   after,
		"1. Say what a label means: 2 labels not recognised.": after,
	} {
		if !strings.Contains(where, text) {
			t.Errorf("no %q in\n%s", text, where)
		}
	}
	if strings.Contains(before, "97.3") || strings.Contains(said, "with f") {
		t.Errorf("it says\n%s", said)
	}
	checkSpoken(t, said)
	status, said, _ = talked(t, dir, "files", "mapped", "1", "1", "start", "quit")
	if status != 0 || mappingOf(t, dir) != "" || !strings.Contains(said, "86.2 percent have their ethnicity recorded (387).") {
		t.Errorf("exit status %d: mapped %q\n%s", status, mappingOf(t, dir), said)
	}
	checkSpoken(t, said)
}

// TestTalkAcceptsWhatIsSuggested hears all that is suggested for a file first, and takes it only
// where the answer is yes; a column is chosen beyond the first page, and a year is set.
func TestTalkAcceptsWhatIsSuggested(t *testing.T) {
	dir := mappedFolder(t)
	heard := "The label \"Wht Brit\" in ethnicity means White British, by \"wht\", \"brit\"."
	status, said, errs := talked(t, dir, "files", "2", "suggested", "", "suggested", "no", "suggested", "2", "quit")
	if status != 0 || mappingOf(t, dir) != "" || strings.Count(said, "Everything is left as it is.") != 3 || strings.Count(said, heard) != 3 {
		t.Fatalf("exit status %d, %s: mapped %q\n%s", status, errs, mappingOf(t, dir), said)
	}
	checkSpoken(t, said)
	status, said, errs = talked(t, dir, "files", "2", "3", "1", "quit")
	before, after, _ := strings.Cut(said, "saved to wres-mapping.toml.")
	if status != 0 || mappingOf(t, dir) != "[labels.ethnicity]\n\"Wht Brit\" = \"White British\"\n" || !strings.Contains(before, heard) || strings.Contains(after, heard) {
		t.Fatalf("exit status %d, %s: mapped %q\n%s", status, errs, mappingOf(t, dir), said)
	}
	checkSpoken(t, said)
	status, said, errs = talked(t, dir, "files", "1", "columns", "2", "10", "10", "11", "columns", "2", "1", "set", "2023-05", "1", "2023/24", "set", "", "set", "none", "set", "2024", "start", "2", "quit")
	if got := mappingOf(t, dir); status != 0 || !strings.Contains(got, "\"Shortlistd\" = \"shortlisted\"") || !strings.Contains(got, "[years]\n\"recruitment.csv\" = \"2024\"") {
		t.Errorf("exit status %d, %s: mapped %q\n%s", status, errs, got, said)
	}
	for _, text := range []string{"That is a day or month of WRES year 2024:", "That is not a year:", "It was set to 2024.", "The year of all its rows: the file does not say it."} {
		if !strings.Contains(said, text) {
			t.Errorf("no %q in\n%s", text, said)
		}
	}
	checkSpoken(t, said)
}

// TestTalkMapsNothing in the publication view, nor in the example that is built in.
func TestTalkMapsNothing(t *testing.T) {
	_, said, _ := talked(t, mappedFolder(t), "publication", "files", "2", "labels", "1", "quit")
	if strings.Contains(said, "Say what") || strings.Contains(said, "Wht Brit") {
		t.Errorf("in the publication view it says\n%s", said)
	}
	var out bytes.Buffer
	if status := run([]string{"--accessible"}, strings.NewReader("files\n1\nquit\n"), &out, io.Discard, []string{"XDG_DATA_HOME=" + t.TempDir()}); status != 0 || strings.Contains(out.String(), "Say what a column is") {
		t.Errorf("exit status %d\n%s", status, out.String())
	}
}

// TestTalkMappingAtRandom answers whatever comes in the choices of files.
func TestTalkMappingAtRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 16))
	dir := mappedFolder(t)
	var answers []string
	for range 400 {
		word := []string{"files", "labels", "columns", "suggested", "set", "mapped", "back", "", "none", "2024", "x\x1b[2J\u2192", "again"}[random.IntN(12)]
		if random.IntN(2) == 0 {
			word = fmt.Sprint(1 + random.IntN(11))
		}
		answers = append(answers, word)
	}
	status, said, errs := talked(t, dir, append(answers, "quit", "", "quit", "", "quit")...)
	if status != 0 || strings.Count(said, "saved to wres-mapping.toml.") < 3 {
		t.Errorf("exit status %d, %s: %d changes", status, errs, strings.Count(said, "saved to wres-mapping.toml."))
	}
	checkSpoken(t, said)
}

// TestTalkAtRandom answers 2,000 times whatever comes, and then looks for each action that it
// was said to be saved.
func TestTalkAtRandom(t *testing.T) {
	for seed := range uint64(*talks) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Chdir(t.TempDir())
			dir := exampleFolder(t)
			random := rand.New(rand.NewPCG(seed, 16))
			words := []string{"back", "again", "start", "more", "years", "act", "plan", "new", "finish", "", "", "undo", "redo", "note", "edit", "done", "copy", "files", "meeting", "next",
				"publication", "year", "2023", "2024", "band", "from", "takes", "since", "help", "?", "leave", "stop", "empty", "read", "advice", "31 March 2027", "below 1.25", "go", "x\x1b[2J\u2192", "\"back\""}
			var answers []string
			for i := range 2000 {
				switch n := random.IntN(10); {
				case n < 4:
					answers = append(answers, fmt.Sprint(1+random.IntN(14)))
				case n < 9:
					answers = append(answers, words[random.IntN(len(words))])
				default:
					answers = append(answers, fmt.Sprintf("Text %d of what will be done", i))
				}
			}
			status, said, errs := talked(t, dir, answers...)
			if status != 0 && !strings.Contains(errs, "in the journal") {
				t.Fatalf("exit status %d, %s", status, errs)
			}
			if asked := strings.Count(said, "Your choice?") + strings.Count(said, "Your answer") + strings.Count(said, "Question "); asked < len(answers)/6 {
				t.Errorf("of %d answers only %d were asked for", len(answers), asked)
			}
			checkSpoken(t, said)
			file, err := planfile.Load(filepath.Join(dir, planfile.Name))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := file.Plan().Len(), counted(t, said); want >= 0 && got != want {
				t.Errorf("%d actions are in the plan, and by what was said there are %d", got, want)
			}
		})
	}
}

var planCount = regexp.MustCompile(`^The action plan: (?:(\d+) action|there are no)`)

// counted counts the actions by what was said to become of them, and holds each count that was
// said against that. It is -1 where an undo left it open.
func counted(t *testing.T, said string) int {
	t.Helper()
	n := 8
	for line := range strings.Lines(said) {
		switch line = strings.TrimSpace(line); {
		case strings.HasSuffix(line, " is added to the plan."), strings.HasPrefix(line, "Copied as action "):
			if n >= 0 {
				n++
			}
		case line == `It is deleted: "undo" brings it back.`:
			if n >= 0 {
				n--
			}
		case line == "Undone.", line == "Done again.":
			n = -1
		default:
			if m := planCount.FindStringSubmatch(line); m != nil {
				now := 0
				fmt.Sscan(m[1], &now)
				if n >= 0 && now != n {
					t.Errorf("the plan is said to have %d actions, and there are %d", now, n)
				}
				n = now
			}
		}
	}
	return n
}

// What was typed and is not saved when the input ends is offered at the next start, and what
// is put away or brought back is nowhere else.
func TestTalkLosesNothing(t *testing.T) {
	dir := exampleFolder(t)
	status, said, errs := talked(t, dir, "plan", "new", "Half an action")
	if status != 1 || !strings.Contains(said, "offered when the program starts again") || !strings.Contains(errs, "in the journal") {
		t.Fatalf("exit status %d, %s\n%s", status, errs, said)
	}
	status, said, errs = talked(t, dir, "1", "", "7", "finish", "quit")
	if status != 0 || !strings.Contains(said, "Half an action") || !strings.Contains(said, "Action 9 is added to the plan.\nThe plan is saved.") {
		t.Fatalf("exit status %d, %s\n%s", status, errs, said)
	}
	if _, said, _ = talked(t, dir, "quit"); strings.Contains(said, "Bring it back?") {
		t.Errorf("it is offered once more:\n%s", said)
	}
	file, err := planfile.Load(filepath.Join(dir, planfile.Name))
	if err != nil {
		t.Fatal(err)
	}
	if all := file.Plan().Actions(); all[len(all)-1].Text != "Half an action" || all[len(all)-1].Indicators != "7" {
		t.Errorf("the plan has %+v", all[len(all)-1])
	}
	if all := file.Plan().Actions(); all[len(all)-1].Updated != time.Now().Format(time.DateOnly) {
		t.Errorf("it was updated on %q", all[len(all)-1].Updated)
	}
}

// heard is the output of a conversation that goes on.
type heard struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (h *heard) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.said.Write(b)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.said.String()
}

// A plan that another program has changed meanwhile is not written over: what is to become of
// both is asked, and "write mine beside it" loses neither.
func TestTalkOfAChangedPlan(t *testing.T) {
	dir := exampleFolder(t)
	in, answers := io.Pipe()
	var out heard
	ended := make(chan int)
	go func() {
		ended <- run([]string{"--accessible", dir}, in, &out, io.Discard, []string{"LANG=en_GB.UTF-8", "TERM=xterm"})
	}()
	types := func(text, until string) {
		t.Helper()
		before := len(out.String())
		if _, err := io.WriteString(answers, text); err != nil {
			t.Fatal(err)
		}
		for end := time.Now().Add(20 * time.Second); !strings.Contains(out.String()[before:], until); time.Sleep(5 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("no %q in %s", until, out.String()[before:])
			}
		}
	}
	types("plan\n", "Your choice?")
	types("new\n", "Question 1 of")
	types("Mine\n\n", "Question 2 of")
	path := filepath.Join(dir, planfile.Name)
	theirs, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	theirs = bytes.Replace(theirs, []byte("Promote self-reporting"), []byte("Theirs: promote self-reporting"), 1)
	if err := os.WriteFile(path, theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	types("finish\n", "Write mine beside it.")
	if strings.Contains(out.String(), "The plan is saved.") {
		t.Error("it is said to be saved")
	}
	types("1\n", "Your choice?")
	types("plan\n", "Theirs: promote self-reporting")
	types("quit\n", "")
	if status := <-ended; status != 0 {
		t.Errorf("exit status %d\n%s", status, out.String())
	}
	checkSpoken(t, out.String())
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, theirs) {
		t.Errorf("theirs was written over: %v\n%s", err, now)
	}
	mine, err := filepath.Glob(filepath.Join(dir, "action-plan-mine-*.csv"))
	if err != nil || len(mine) != 1 {
		t.Fatalf("mine is in %v, %v", mine, err)
	}
	if text, err := os.ReadFile(mine[0]); err != nil || !strings.Contains(string(text), ",Mine,") {
		t.Errorf("mine holds %v\n%s", err, text)
	}
}

// What the publication view hides is said nowhere in it.
func TestTalkHides(t *testing.T) {
	dir := exampleFolder(t)
	status, full, _ := talked(t, dir, "band 8c", "2", "3", "more", "start", "board", "1", "more", "quit")
	hidden := regexp.MustCompile(`\b(2 of 22|2 of 27|2 of 28|1 of 11|1 of 15|3 of 30|2 of 23|3 of 34)\b`)
	if status != 0 || !hidden.MatchString(full) {
		t.Fatalf("the full figures hold none of it: %d, %s", status, full)
	}
	t.Chdir(t.TempDir())
	for first := 1; first <= 14; first++ {
		var answers []string
		for second := 1; second <= 14; second++ {
			if first == 10 || first == 12 { // the view, and reading again
				continue
			}
			answers = append(answers, "start", fmt.Sprint(first), fmt.Sprint(second), "more", "years", "takes", "from", "bands", "3", "more", "advice", "leave", "2", "back")
			if first == 9 { // files would be written
				break
			}
		}
		_, said, errs := talked(t, dir, append([]string{"publication"}, answers...)...)
		if found := hidden.FindString(said); found != "" {
			at := strings.Index(said, found)
			t.Errorf("%q is said, choice %d: %s", found, first, said[max(at-300, 0):min(at+50, len(said))])
		}
		if strings.Contains(errs, "failed at") {
			t.Fatal(errs)
		}
	}
}
