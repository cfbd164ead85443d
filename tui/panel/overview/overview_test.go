package overview_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/loaders/kinds"
	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/panel/overview"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// drawn stands for the picture of an indicator.
func drawn(d panel.Data, about findings.About, width int) []string {
	return []string{fmt.Sprintf("picture of %s in %d", about.Indicator.ID, width)}
}

func shown(d panel.Data, width, height int) panel.Panel {
	return paneltest.Shown(overview.New(drawn), d, "", width, height)
}

func text(p panel.Panel) string { return ansi.Strip(p.View()) }

func press(p panel.Panel, code rune) ask.Request {
	k := tea.KeyPressMsg{Code: code}
	if code > ' ' && code < tea.KeyExtended {
		k.Text = string(code)
	}
	return p.Update(k)
}

var boxes = [][2]int{{40, 9}, {60, 17}, {80, 21}, {99, 30}, {100, 37}, {119, 50}, {120, 20}, {120, 37}, {200, 57}, {400, 100}}

// The overview fills its box at each size, in each character set and with each finding
// under the cursor, also where the actions and the labels are long.
func TestFillsItsBox(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.TrueColor} {
			d := paneltest.Data(charset)
			d.Theme = theme.New("", true, charset, profile)
			for range 9 {
				d.Plan, _ = d.Plan.Add(plan.Action{Number: "A long number", Text: strings.Repeat("a long text ", 30), Lead: strings.Repeat("lead ", 30), Indicators: "2"})
			}
			for _, box := range append(boxes, [][2]int{{1, 1}, {3, 40}, {39, 12}, {120, 3}, {200, 1}}...) {
				p := shown(d, box[0], box[1])
				for range d.Findings() {
					lines := strings.Split(p.View(), "\n")
					if len(lines) != box[1] {
						t.Fatalf("%v at %v: %d lines", charset, box, len(lines))
					}
					for _, line := range lines {
						if w := ansi.StringWidth(line); w != box[0] {
							t.Fatalf("%v at %v: a line of %d cells: %q", charset, box, w, ansi.Strip(line))
						}
						if at := strings.IndexFunc(line, func(r rune) bool { return charset == theme.ASCII && r > 0x7E }); at >= 0 {
							t.Fatalf("ASCII at %v: %q", box, line)
						}
					}
					press(p, tea.KeyDown)
				}
			}
		}
	}
}

// Each finding is on the screen with its verdict and the selected year's figure at every
// size, if it is walked to, and so is the first sentence of what is said of it.
func TestEveryFindingIsShownWithItsVerdict(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, box := range boxes {
		p := shown(d, box[0], box[1])
		for i, f := range d.Findings() {
			frame := paneltest.Flat(strings.NewReplacer("│", " ").Replace(text(p)))
			said, rest, _ := strings.Cut(f.Sentence, ". ")
			if f.Note != "" && strings.Contains(said, f.Note) && strings.Contains(frame, strings.ToUpper(f.Note)) {
				said, _, _ = strings.Cut(rest, ". ")
			}
			verdict := strings.TrimPrefix(f.Verdict, "senior bands ")
			words := []string{f.Indicator.ID + " "}
			if box[0] < 120 { // beside the rows the lines of both are mixed here
				words = append(words, strings.Fields(verdict)...) // it may be wrapped
			}
			if box[1] >= 14 && box[0] < 120 {
				words = append(words, said, f.Indicator.ID+" "+f.Name)
			}
			if len(f.Values) > 0 && f.Values[len(f.Values)-1].Value != nil {
				words = append(words, f.Values[len(f.Values)-1].Text)
			}
			for _, w := range words {
				if !strings.Contains(frame, w) {
					t.Errorf("finding %d at %v: the screen does not show %q:\n%s", i, box, w, text(p))
				}
			}
			if !strings.Contains(text(p), d.Theme.Glyphs.Mark+" ") {
				t.Errorf("finding %d at %v: no cursor", i, box)
			}
			press(p, tea.KeyDown)
		}
	}
}

// At 80 columns by 24 lines, of which the panel has 21, all findings are there at once with
// three years each, what clear means, and a whole sentence.
func TestTheFoldIsPlanned(t *testing.T) {
	d := paneltest.Data(theme.Full)
	found := d.Findings()
	if len(found) > 12 {
		t.Skip("more findings than the example has")
	}
	frame := text(shown(d, 80, 21))
	rows := 0
	for line := range strings.Lines(frame) {
		if strings.HasSuffix(strings.TrimRight(line, " \n"), "none") || strings.HasSuffix(strings.TrimRight(line, " \n"), " 1") {
			rows++
		}
	}
	if rows < min(len(found), 9) {
		t.Errorf("%d rows of %d:\n%s", rows, len(found), frame)
	}
	for _, w := range []string{"2021", "2022", "2024", "Clear: significant at 95% · 26 comparisons made"} {
		if !strings.Contains(frame, w) {
			t.Errorf("the screen does not show %q:\n%s", w, frame)
		}
	}
}

// Where the notices do not all have room they go one by one from the last, the line on what
// clear means says how many have gone, and its key shows all of them.
func TestNoticesGoOneByOne(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Since = []string{"Since you last looked:", "board.csv is new.", "training.csv is gone.", "survey.csv was changed.", "workforce.csv moved."}
	for _, width := range []int{60, 80, 110, 120, 160} {
		seen := map[int]bool{}
		for height := 14; height < 70; height++ {
			p := shown(d, width, height)
			read, ok := press(p, 'n').(ask.Steps)
			if !ok || len(read.Steps) != 3 || !slices.Equal(read.Steps[1].Lines, d.Since) {
				t.Fatalf("n asks for %+v", read)
			}
			frame, there := paneltest.Flat(strings.NewReplacer("│", " ").Replace(text(p))), 0
			for there < len(d.Since) && strings.Contains(frame, d.Since[there]) {
				there++
			}
			hidden := len(d.Since) - there
			if there == 0 { // and maybe those before them
				said := regexp.MustCompile(`\bn: (\d+) notices`).FindStringSubmatch(frame)
				if said == nil {
					t.Fatalf("at %dx%d nothing says that there are notices:\n%s", width, height, text(p))
				}
				hidden, _ = strconv.Atoi(said[1])
			}
			if says := strings.Contains(frame, fmt.Sprintf("n: %d notice", hidden)); says != (hidden > 0) {
				t.Fatalf("at %dx%d %d notices are hidden:\n%s", width, height, hidden, text(p))
			}
			seen[there] = true
		}
		if len(seen) < 5 {
			t.Errorf("at %d columns all go at once: %v", width, seen)
		}
	}
}

// Columns go in their order as the window gets narrow, and a verdict never does.
func TestColumnsGoInTheirOrder(t *testing.T) {
	d := paneltest.Data(theme.Full)
	has := map[string]int{} // the least width with it
	for width := 200; width >= 40; width-- {
		frame := text(shown(d, width, 60))
		for _, title := range []string{" taken as", " 95% CI", " England", " 2021 ", " 2022 ", " plan"} {
			first := strings.Join(strings.SplitN(frame, "\n", 4)[1:3], "\n")
			if width < 120 && strings.Contains(first, title) {
				has[title] = width
			}
		}
		if !strings.Contains(frame, "White applicants more likely") {
			t.Fatalf("no verdict at %d:\n%s", width, frame)
		}
	}
	order := []string{" 95% CI", " England", " 2021 ", " 2022 "}
	for i := range order[1:] {
		if has[order[i]] != 0 && has[order[i]] < has[order[i+1]] {
			t.Errorf("%q stays longer (to %d) than %q (to %d)", order[i], has[order[i]], order[i+1], has[order[i+1]])
		}
	}
	if has[" 2022 "] == 0 || has[" England"] == 0 {
		t.Errorf("columns are never there: %v", has)
	}
}

// The keys are about the finding under the cursor, which stays there in another year.
func TestKeysAreAboutTheRow(t *testing.T) {
	d := paneltest.Data(theme.Full)
	p := shown(d, 80, 21)
	for i, f := range d.Findings() {
		if got := press(p, tea.KeyEnter); got != (ask.Panel{Key: f.Indicator.ID, Bands: f.Bands}) {
			t.Errorf("finding %d: Enter asks for %v", i, got)
		}
		if got := press(p, 'i'); got != (ask.Trace{ID: f.Indicator.ID}) {
			t.Errorf("finding %d: i asks for %v", i, got)
		}
		form, ok := press(p, 'a').(ask.Form)
		if !ok || form.Action.Indicators != f.Indicator.ID || (f.Bands != plan.Bands{}) != (form.Action.Evidence != "" && strings.Contains(form.Action.Evidence, "/")) && f.Kind != findings.NoFigures && f.Topic == findings.Senior {
			t.Errorf("finding %d: a asks for %+v", i, form)
		}
		press(p, tea.KeyDown)
	}
	p = shown(d, 80, 21)
	press(p, tea.KeyDown)
	at := d.Findings()[1].Key()
	d.Year = 2022
	p.SetData(d)
	for _, f := range d.Findings() {
		if f.Key() == at {
			if got := press(p, tea.KeyEnter); got != (ask.Panel{Key: f.Indicator.ID, Bands: f.Bands}) {
				t.Errorf("in another year the cursor is elsewhere: %v", got)
			}
		}
	}
}

// An action on senior bands with too few staff for a percentage names them and gives none.
func TestActionOnFewStaff(t *testing.T) {
	d := paneltest.Data(theme.Full)
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for band, n := range map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {600, 200}, model.Band8a: {300, 100}, model.Band8d: {6, 1}} {
		o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: band}] = paneltest.Counted(n[0], n[1], 0)
	}
	d.Results, d.Year = indicator.Compute(o), 2024
	p := shown(d, 80, 21)
	for _, f := range d.Findings() {
		form, ok := press(p, 'a').(ask.Form)
		if f.Topic == findings.Senior && (!ok || form.Action.Baseline != f.Bands.Words() || form.Action.Evidence != "") {
			t.Errorf("a asks for %+v", form)
		}
		press(p, tea.KeyDown)
	}
}

// What has no action says so in a word, and what is clear says it under the rows too.
func TestWhatHasNoActionIsSaid(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Plan = plan.Plan{}
	frame := text(shown(d, 80, 40))
	if n := strings.Count(frame, " none"); n < len(d.Findings()) {
		t.Errorf("%d of %d rows say that they have no action:\n%s", n, len(d.Findings()), frame)
	}
	if !strings.Contains(frame, panel.NoAction("")) {
		t.Errorf("the finding does not say it:\n%s", frame)
	}
}

// Beside the rows there are the picture, what is late, what there is to check and what has
// moved; a window that is too low for it has the finding below the rows.
func TestWideWindowsAreUsed(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Since = []string{"Since you last opened this folder:", "board.csv is new."}
	d.Report.Problems = []source.Problem{{Severity: source.Notice, Message: "x"}}
	frame := text(shown(d, 200, 57))
	for _, w := range []string{"picture of 2 in ", "Before you quote", "board.csv is new.", "1 notice about the extracts", "comparisons were made for these findings"} {
		if !strings.Contains(frame, w) {
			t.Errorf("the screen does not show %q:\n%s", w, frame)
		}
	}
	if low := text(shown(d, 120, 20)); strings.Contains(strings.Split(low, "\n")[0], "╮╭") {
		t.Errorf("two panes side by side in 20 lines:\n%s", low)
	}
}

// Without figures it says which three files give most of the picture, and what is there.
func TestNothingYet(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Results, d.Year = indicator.Compute(&model.Organisation{Settings: model.DefaultSettings()}), 0
	d.Report = source.Report{Files: []source.File{{Name: "workforce.csv", Kind: "workforce"}, {Name: "survey.csv", Kind: "survey", Outcome: source.Refused}}}
	d.Choices = kinds.Choices()
	frame := text(shown(d, 80, 21))
	at := -1
	for _, w := range []string{"workforce.csv", "recruitment.csv", "survey.csv", "board.csv"} {
		next := strings.Index(frame, w)
		if next <= at && w != "survey.csv" && w != "recruitment.csv" {
			t.Errorf("%s does not stand in its place:\n%s", w, frame)
		}
		at = max(next, at)
	}
	flat := paneltest.Flat(frame)
	for _, w := range []string{"workforce.csv staff by band on 31 March gives 1, 3, 4, 9 empty", "survey.csv four percentages gives 5 to 8 not used: f", "board.csv members on 31 March gives 9 not there"} {
		if !strings.Contains(flat, w) {
			t.Errorf("the screen does not say %q:\n%s", w, frame)
		}
	}
}

// One year, all withheld, and all incomplete: each has its screen.
func TestSparseFolders(t *testing.T) {
	one := func(fill func(r *model.Return)) panel.Data {
		o := &model.Organisation{Name: "Small", Settings: model.DefaultSettings()}
		fill(o.Ensure(2024))
		d := paneltest.Data(theme.Full)
		d.Results = indicator.Compute(o)
		return d
	}
	withheld := one(func(r *model.Return) {
		for _, ind := range indicator.Catalogue() {
			r.Statuses[ind.ID] = model.Status{State: model.Withheld, Reason: "fewer than five"}
		}
	})
	single := one(func(r *model.Return) {
		r.Recruitment = []model.Recruitment{{Shortlisted: paneltest.Counted(427, 371, 0), Appointed: paneltest.Counted(144, 51, 0)}}
	})
	incomplete := one(func(r *model.Return) {
		r.Recruitment = []model.Recruitment{{Shortlisted: paneltest.Counted(427, 371, 0), Appointed: paneltest.Counted(144, 51, 0)}}
		r.Refuse("2", "recruitment").Rows = 1
	})
	for _, c := range []struct {
		d    panel.Data
		want []string
	}{
		{withheld, []string{"NO FIGURES", "withheld", "fewer than five"}},
		{single, []string{"CLEAR DIFFERENCE", "White applicants more likely", "2.45", "workforce.csv in the folder"}},
		{incomplete, []string{"INCOMPLETE", "incomplete: 1 row", "2.45*"}},
	} {
		for _, box := range boxes[1:] {
			p := shown(c.d, box[0], box[1])
			all := text(p)
			for range c.d.Findings() {
				press(p, tea.KeyDown)
				all += text(p)
			}
			for _, w := range c.want {
				if !strings.Contains(paneltest.Flat(strings.ReplaceAll(all, "│", " ")), w) && box[0] < 120 {
					t.Errorf("at %v the screen does not show %q:\n%s", box, w, text(p))
				}
			}
		}
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	p := shown(paneltest.Data(theme.Full), 80, 21)
	for i := 0; b.Loop(); i++ {
		press(p, []rune{tea.KeyDown, tea.KeyUp}[i%2])
		_ = p.View()
	}
}

// A heading and the day of the last visit never stand without what they are of, and what of
// the rows is below the window is counted.
func TestNothingStandsAlone(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Since = []string{"Since you last looked:", "board.csv is new.", "training.csv is gone."}
	headed, counted := regexp.MustCompile(`^[▐▕][A-Z ]+[▌▏]( +\d{4}.*)?$`), false
	for height := 14; height < 40; height++ {
		p := shown(d, 80, height)
		for range d.Findings() {
			lines := strings.Split(text(p), "\n")
			for i, line := range lines[:len(lines)-1] {
				line, next := strings.TrimSpace(line), strings.TrimSpace(lines[i+1])
				counted = counted || strings.HasSuffix(line, " more")
				if (headed.MatchString(line) || strings.HasSuffix(line, "looked:")) && (next == "" || strings.HasPrefix(next, "─") || strings.HasPrefix(next, "Clear:")) {
					t.Fatalf("at a height of %d %q stands alone:\n%s", height, line, text(p))
				}
			}
			press(p, tea.KeyDown)
		}
	}
	if !counted {
		t.Error("no window says how many rows are below it")
	}
}
