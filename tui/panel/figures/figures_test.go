package figures

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// made makes the panel of an indicator that is one figure a year.
func made(id string) panel.Panel {
	ind := indicator.Lookup(id)
	return map[indicator.Shape]func(*indicator.Indicator) panel.Panel{
		indicator.Likelihood: NewLikelihood,
		indicator.Survey:     NewSurvey,
		indicator.Board:      NewBoard,
	}[ind.Shape](ind)
}

func shown(d panel.Data, id, keys string, width, height int) panel.Panel {
	return paneltest.Shown(made(id), d, keys, width, height)
}

func TestWarningsAndUndefined(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Year = 2021
	text := paneltest.Flat(paneltest.Body(t, shown(d, "2", "", 80, 24)))
	if want := "! Ratio: no value, because no ethnically diverse applicants were appointed from shortlisting (0 of 409)."; !strings.Contains(text, want) {
		t.Errorf("no warning %q in\n%s", want, text)
	}
	d.Year = 2024
	text = paneltest.Flat(paneltest.Body(t, shown(d, "2", "", 80, 24)))
	if !strings.Contains(text, "2021 ratio: no value, because no ethnically diverse applicants were appointed") {
		t.Errorf("the row of 2021 does not say why it has no ratio:\n%s", text)
	}
	if !strings.Contains(text, "2020 not supplied") {
		t.Errorf("a year without figures is not said:\n%s", text)
	}
}

// An axis without a dot says nothing, and a key that has no answer is not offered.
func TestNothingIsDrawnOfNoFigures(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for i := range d.Results.Series {
		for j := range d.Results.Series[i].Figures {
			f := &d.Results.Series[i].Figures[j]
			*f = indicator.Figure{Year: f.Year, State: model.NotCollected}
		}
	}
	for _, id := range []string{"3", "4", "5", "9"} {
		for _, size := range [][2]int{{80, 21}, {120, 37}, {200, 57}} {
			p := shown(d, id, "", size[0], size[1]).(*page)
			body := ansi.Strip(strings.Join(p.body, "\n"))
			if strings.ContainsAny(body, "│├┼") {
				t.Errorf("%s at %v draws an axis:\n%s", id, size, body)
			}
			if strings.Contains(body, "2020 not collected\n\n") {
				t.Errorf("%s at %v leaves lines blank between years:\n%s", id, size, body)
			}
			for _, b := range append(p.ShortHelp(), slices.Concat(p.FullHelp()...)...) {
				if slices.Contains(b.Keys(), "w") {
					t.Errorf("%s offers %q, which has no answer", id, b.Help().Desc)
				}
			}
		}
	}
}

// Both captions name the group that is more likely on their side, whichever
// stands on top of the ratio.
func TestDirectionOfRatio(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Year = 2022
	for id, want := range map[string]string{
		"2": "◂ ED more likely │ White more likely ▸",
		"3": "◂ White staff more likely │ ethnically diverse staff more likely ▸",
	} {
		if text := paneltest.Flat(paneltest.Body(t, shown(d, id, "", 80, 24))); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q:\n%s", id, want, text)
		}
	}
}

// For whom a side of the gap is worse depends on whether the answer is a good one.
func TestWhoIsWorseOff(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for id, want := range map[string]string{
		"5": "lower: worse for White │ higher: worse for ED",
		"7": "lower: worse for ED │ higher: worse for White",
	} {
		if text := paneltest.Flat(paneltest.Body(t, shown(d, id, "", 80, 24))); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q:\n%s", id, want, text)
		}
	}
}

// Every mark of a year is named in its row: England's first, and a second one where there is
// room for both.
func TestBenchmarksAreNamedWhereTheyStand(t *testing.T) {
	d := paneltest.Data(theme.Full)
	row := func(text, year string) string {
		_, rest, _ := strings.Cut(text, year+"  ")
		line, _, _ := strings.Cut(rest, "\n")
		return line
	}
	for width, want := range map[int]string{80: "England 1.54", 200: "England 1.54, North West 1.62"} {
		text := paneltest.Body(t, shown(d, "2", "", width, 60))
		if got := row(text, "2022"); !strings.HasSuffix(got, " "+want) {
			t.Errorf("at %d the row of 2022 does not end in %q: %q", width, want, got)
		}
		if got := row(text, "2024"); !strings.Contains(got, "┊") || !strings.Contains(got, "North West 2.01") {
			t.Errorf("at %d the row of 2024 has no mark with its name: %q", width, got)
		}
	}
}

// The line of the workforce's share stands right of as many seats as that share is of them.
func TestBoardSide(t *testing.T) {
	text := paneltest.Body(t, shown(paneltest.Data(theme.Full), "9", "", 80, 24))
	for _, want := range []string{"total          ●│○ ○ ○ ○ ○ ○ ○ ○ ○ ○  1 of 11   9.1%", "non-executive │○ ○ ○ ○ ○               0 of 5   0.0%", "non-voting    no such members"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// The cursor reaches every year, group and part, each has something said of it, and what
// the first screen has no room for is reached behind the last.
func TestCursorReachesEverything(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for id, want := range map[string][]string{
		"2": {"White applicants, 2024", "Ethnically diverse applicants, 2024", "Unknown applicants, 2024", "2020", "2021", "2022", "2023", "2024",
			"Without International nurses", "Only International nurses", "External applicants, 2024", "Internal applicants, 2024"},
		"5": {"2020", "2021", "2022", "2023", "2024"},
		"9": {"2020", "2021", "2022", "2023", "2024", "All members, 2024", "Voting members, 2024", "Non-voting members, 2024", "Executive members, 2024", "Non-executive members, 2024"},
		"3": {"2020", "2021", "2022", "2023", "2024"},
	} {
		for _, size := range [][2]int{{40, 9}, {60, 17}, {80, 21}, {120, 37}, {200, 57}} {
			p := shown(d, id, "", size[0], size[1]).(*page)
			p.Update(tea.KeyPressMsg{Code: tea.KeyHome})
			for i, name := range want {
				got, ok := p.under()
				if !ok || !strings.HasPrefix(got.name, name) || len(got.said) == 0 {
					t.Fatalf("%s at %v: row %d is %q (%q), want %q", id, size, i, got.name, got.said, name)
				}
				if view := ansi.Strip(p.View()); strings.Count(view, "\n▸")+strings.Count(view, " ▸ ")+strings.Count(view, "▸ ") == 0 {
					t.Fatalf("%s at %v: %s is under the cursor and not on the screen:\n%s", id, size, name, view)
				}
				if i < len(want)-1 {
					p.Update(tea.KeyPressMsg{Code: tea.KeyDown})
				}
			}
			for range 200 {
				p.Update(tea.KeyPressMsg{Code: tea.KeyDown})
			}
			last := strings.TrimSpace(ansi.Strip(p.body[len(p.body)-1]))
			if view := ansi.Strip(p.View()); !strings.Contains(view, last) || strings.Contains(view, "pgdn more") {
				t.Errorf("%s at %v: the last line %q is not reached:\n%s", id, size, last, view)
			}
			p.Update(tea.KeyPressMsg{Code: tea.KeyHome})
			if p.top != 0 || p.at != 0 {
				t.Errorf("%s at %v: Home goes to line %d and row %d", id, size, p.top, p.at)
			}
		}
	}
}

// The cursor keeps to what it is on when a snapshot comes, and goes to the year when that
// changes.
func TestCursorStaysOnWhatItIsOn(t *testing.T) {
	d := paneltest.Data(theme.Full)
	p := shown(d, "2", "", 80, 21).(*page)
	if on, _ := p.under(); on.name != "2024" {
		t.Errorf("it begins on %q", on.name)
	}
	p.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	p.SetData(d)
	if on, _ := p.under(); on.name != "White applicants, 2024" {
		t.Errorf("after the same snapshot it is on %q", on.name)
	}
	d.Year = 2022
	p.SetData(d)
	if on, _ := p.under(); on.name != "2022" {
		t.Errorf("in another year it is on %q", on.name)
	}
}

// Enter goes in: to where a figure comes from, as i does.
func TestEnterShowsWhereAFigureComesFrom(t *testing.T) {
	for _, id := range []string{"2", "5", "9"} {
		p := shown(paneltest.Data(theme.Full), id, "", 80, 24)
		if got := p.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); got != (ask.Trace{ID: id}) {
			t.Errorf("panel %s: %v", id, got)
		}
	}
}

// What is said of the row under the cursor: its counts, interval, verdict, and what it was.
func TestDetailOfTheRow(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, c := range []struct {
		id   string
		at   string
		want []string
	}{
		{"2", "group 1", []string{"51 of 371 were appointed from shortlisting: 13.7% (95% CI 10.6% to 17.6%).", "Before: 2022 17.9% (90 of 504), 2021 0.0% (0 of 409)."}},
		{"2", "2022", []string{"Ratio 1.89 (95% CI 1.54 to 2.33): White 355 of 1,052 (33.7%), ED 90 of 504 (17.9%).", "significant"}},
		{"2", "2021", []string{"White 226 of 835 (27.1%), ED 0 of 409 (0.0%)."}},
		{"2", "part external applicants", []string{"External applicants: 2.46", "Of all applicants together: 2.45."}},
		{"5", "2024", []string{"ED 9.7% of 187, White 6.5% of 900: 3.2 percentage points higher among ethnically diverse respondents."}},
		{"9", "part executive", []string{"1 of 6 ethnically diverse (16.7%), 0.1 percentage points below the workforce (16.8%).", "The share of the workforce is 1.0 of 6 seats.",
			"One more ethnically diverse member in place of another would make it 2 of 6 (33.3%).", "Before: 2022 1 of 6, 2021 1 of 6."}},
	} {
		p := shown(d, c.id, "", 120, 60).(*page)
		p.on = c.at
		p.settle()
		p.arrange()
		text := paneltest.Flat(ansi.Strip(strings.Join(p.columns[1][0].Lines, " ")))
		for _, want := range c.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s of %s does not say %q: %q", c.at, c.id, want, text)
			}
		}
	}
}

// A panel without figures says which state and why, what is needed, and what was before.
func TestWithoutFigures(t *testing.T) {
	o := paneltest.Organisation()
	o.Ensure(2024).Recruitment = nil
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	for _, width := range []int{40, 80, 120, 200} {
		text := paneltest.Flat(paneltest.Body(t, shown(d, "2", "", width, 60)))
		for _, want := range []string{"▕NO FIGURES▏ Not supplied for 2024.", "Needed: recruitment.csv in the folder, or a row in status.csv that says why there are none.", "2022", "1.89", "2024 not supplied"} {
			if !strings.Contains(text, want) {
				t.Errorf("at %d: no %q in\n%s", width, want, text)
			}
		}
	}
	d.Year = 2020
	if text := paneltest.Flat(paneltest.Body(t, shown(d, "2", "", 80, 60))); !strings.Contains(text, "No year before has figures.") {
		t.Errorf("the first year does not say that there is none before:\n%s", text)
	}
}

// Nothing is concluded from what is incomplete, whatever the counts would say.
func TestIncompleteHasNoVerdict(t *testing.T) {
	o := paneltest.Organisation()
	o.Ensure(2024).Refuse("2", "recruitment").Rows = 1
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	for _, width := range []int{40, 80, 120, 200} {
		text := paneltest.Flat(paneltest.Body(t, shown(d, "2", "", width, 60)))
		if !strings.Contains(text, "▐INCOMPLETE▌ Incomplete: 1 row.") || strings.Contains(text, "White applicants more likely. White") || !strings.Contains(text, "2.45*") {
			t.Errorf("at %d:\n%s", width, text)
		}
	}
}

// From 160 columns the actions of the finding have a pane, with who leads and how late it is.
func TestActionsHaveAPane(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Plan, _ = plan.Plan{}.Add(plan.Action{Text: "Review panels", Indicators: "2; 7", Lead: "Head of HR", Deadline: "31 January 2025"})
	d.Today = time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)
	p := shown(d, "2", "", 160, 57).(*page)
	if n := len(p.columns); n != 3 {
		t.Fatalf("%d columns", n)
	}
	pane := p.columns[2][0]
	if got, want := paneltest.Flat(ansi.Strip(strings.Join(pane.Lines, " "))), "· Action 1: Review panels Head of HR · due 31 January 2025 · 21 months late"; pane.Title != "In the plan" || got != want {
		t.Errorf("%s: %q, want %q", pane.Title, got, want)
	}
	if text := paneltest.Flat(paneltest.Body(t, shown(d, "9", "", 160, 57))); !strings.Contains(text, panel.NoAction("")) {
		t.Errorf("the board does not say that it has no action:\n%s", text)
	}
}

// Another screen gets the charts, without a cursor and within its width.
func TestPictureForAnotherScreen(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for id, want := range map[string]string{"2": "more likely ▸", "5": "3.2 points higher", "9": "●│○", "3": "2024 withheld"} {
		for _, width := range []int{30, 60, 90} {
			text := ansi.Strip(strings.Join(made(id).(*page).Picture(d, findings.About{}, width), "\n"))
			if strings.Contains(text, "▸ 2024") || width > 30 && !strings.Contains(text, want) {
				t.Errorf("%s at %d: no %q in\n%s", id, width, want, text)
			}
			for line := range strings.SplitSeq(text, "\n") {
				if ansi.StringWidth(line) > width {
					t.Errorf("%s at %d: %q", id, width, line)
				}
			}
		}
	}
}

// Frames holds what each panel looks like, in each character set.
func TestFrames(t *testing.T) {
	for _, charset := range []theme.Charset{theme.Full, theme.Basic, theme.ASCII} {
		for _, size := range [][2]int{{40, 9}, {60, 17}, {80, 21}, {120, 37}, {200, 57}} {
			for _, id := range []string{"2", "3", "5", "9"} {
				t.Run(fmt.Sprintf("%s/%dx%d/%s", charset, size[0], size[1], id), func(t *testing.T) {
					p := shown(paneltest.Data(charset), id, "", size[0], size[1])
					lines := strings.Split(ansi.Strip(p.View()), "\n")
					for i := range lines {
						lines[i] = strings.TrimRight(lines[i], " ")
					}
					golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
				})
			}
		}
	}
}

// TestPartsOfRecruitmentAreShown: the ratio without a campaign stands in a sentence, and
// every part in a table with the whole; a year without parts has neither.
func TestPartsOfRecruitmentAreShown(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Clean = func(s string) string { return strings.ReplaceAll(s, "\x1b[31m", ".") }
	for _, width := range []int{44, 80, 120, 200} {
		p := made("2")
		p.SetData(d)
		p.SetSize(width, 60)
		text := paneltest.Flat(paneltest.Body(t, p))
		for _, want := range []string{
			"Parts of the recruitment, 2024", "Without International nurses.: 4.37, 95% confidence interval 2.87 to 6.74 (White 144 of 425, 33.9%; ethnically diverse 21 of 271, 7.7%).",
			"130 of 402", "46 of 350", "2.46", "nurses. ", "5 of 21", "2.35", "0.00",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("at %d: no %q in\n%s", width, want, paneltest.Body(t, p))
			}
		}
	}
	d.Year = 2022
	p := made("2")
	p.SetData(d)
	p.SetSize(120, 60)
	if text := paneltest.Body(t, p); strings.Contains(text, "Parts of") {
		t.Error(text)
	}
}

func TestWithheldShowsNoCount(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, width := range paneltest.Widths() {
		text := paneltest.Body(t, shown(d, "3", "", width, 60))
		for _, secret := range []string{"7313", "7,313", "7319", "7,319"} {
			if strings.Contains(text, secret) {
				t.Errorf("at %d columns a withheld count stands on the screen: %s", width, secret)
			}
		}
		if strings.Count(paneltest.Flat(text), paneltest.WithheldReason) != 1 {
			t.Errorf("at %d columns the reason does not stand exactly once:\n%s", width, text)
		}
	}
	d.Year = 2022 // the reason of another year stands at its row
	if text := paneltest.Flat(paneltest.Body(t, shown(d, "3", "", 80, 60))); !strings.Contains(text, "withheld: "+paneltest.WithheldReason) {
		t.Errorf("another year's row does not say why it has no figure:\n%s", text)
	}
}

func BenchmarkFrame(b *testing.B) {
	d := paneltest.Data(theme.Full)
	p := shown(d, "2", "", 200, 60)
	for b.Loop() {
		p.SetData(d)
		_ = p.View()
	}
}
