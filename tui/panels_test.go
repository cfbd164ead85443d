package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/stats"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/panel/overview"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// everyIndicatorPanel makes every panel of an indicator, by its key.
func everyIndicatorPanel() map[string]panel.Panel {
	all := map[string]panel.Panel{}
	for _, e := range panels() {
		if indicator.Lookup(e.Key) != nil {
			all[e.Key] = e.panel
		}
	}
	return all
}

func shown(d panel.Data, id, keys string, width, height int) panel.Panel {
	return paneltest.Shown(everyIndicatorPanel()[id], d, keys, width, height)
}

func TestViewFillsItsBox(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		d := paneltest.Data(charset)
		for id, p := range everyIndicatorPanel() {
			p.SetData(d)
			for _, width := range paneltest.Widths() {
				for _, height := range []int{8, 12, 24, 60} {
					p.SetSize(width, height)
					paneltest.Top(p)
					paneltest.CheckBox(t, fmt.Sprintf("%s at %dx%d in %s", id, width, height, charset), p, width, height, charset)
				}
			}
		}
	}
}

func TestEveryYearFillsItsBox(t *testing.T) {
	d := paneltest.Data(theme.ASCII)
	for id, p := range everyIndicatorPanel() {
		for _, y := range append(slices.Clone(d.Results.Years), 0, 1999) {
			d.Year = y
			p.SetData(d)
			for _, width := range paneltest.Widths() {
				p.SetSize(width, 24)
				paneltest.CheckBox(t, fmt.Sprintf("%s in %d at %d", id, y, width), p, width, 24, theme.ASCII)
			}
		}
	}
}

func TestTinyAndEmpty(t *testing.T) {
	d := paneltest.Data(theme.Full)
	none := d
	none.Results, none.Year = indicator.Compute(&model.Organisation{Settings: model.DefaultSettings()}), 0
	for id, p := range everyIndicatorPanel() {
		for _, data := range []panel.Data{{}, d, none} {
			for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 2}, {10, 4}, {80, 0}, {0, 24}, {80, 1}} {
				p.SetSize(size[0], size[1])
				p.SetData(data)
				if got := p.View(); size[0] == 0 && got != "" {
					t.Errorf("%s at %v shows %q", id, size, got)
				}
			}
		}
		p.SetSize(80, 24)
		p.SetData(panel.Data{Theme: d.Theme})
		if !strings.Contains(p.View(), "Reading the extracts…") {
			t.Errorf("%s does not say that it is reading", id)
		}
		p.SetData(none)
		if !strings.Contains(p.View(), "No extract gives figures of any year") {
			t.Errorf("%s does not say that there are no years", id)
		}
		outside := d
		outside.Year = 1999
		p.SetData(outside)
		if !strings.Contains(paneltest.Flat(paneltest.Body(t, p)), "no figures for 1999: the extracts hold 2020 to 2024") {
			t.Errorf("%s does not say which years there are", id)
		}
	}
}

// What a panel keeps while its cursor moves is what it would draw anew.
func TestKeptIsWhatWouldBeDrawn(t *testing.T) {
	d := paneltest.Data(theme.Full)
	all := everyIndicatorPanel()
	all["0"] = overview.New(pictures())
	for id, p := range all {
		for _, y := range d.Results.Years {
			d.Year = y
			p.SetData(d)
			for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
				if p.SetSize(size[0], size[1]); id == "0" && size[1] < 24 {
					continue // one page, which the last key scrolls
				}
				for i, k := range slices.Concat(slices.Repeat([]rune{tea.KeyDown}, 7), slices.Repeat([]rune{tea.KeyUp}, 9)) {
					p.Update(tea.KeyPressMsg{Code: k})
					kept := drawnBy(p)
					p.SetSize(size[0], size[1])
					if anew := drawnBy(p); kept != anew {
						t.Fatalf("panel %s of %d at %v draws after key %d\n%s\nand anew\n%s", id, y, size, i, kept, anew)
					}
				}
			}
		}
	}
}

// drawnBy is all that a panel draws, also what is scrolled out of sight.
func drawnBy(p panel.Panel) string {
	if whole, ok := p.(interface{ Compose() []string }); ok {
		return strings.Join(whole.Compose(), "\n")
	}
	return p.View()
}

// Nothing that a reader needs may be lost to a narrow window.
func TestFiguresAreWhole(t *testing.T) {
	d := paneltest.Data(theme.ASCII)
	for _, width := range []int{38, 40, 60, 80, 120, 200} {
		for id, want := range map[string][]string{
			"1": {"17.4% 300/1,721", "11.3% 90/793", "high", "low", "England", "28.6%", "16.8%"},
			"2": {"33.7%  144 of 427", "13.7%   51 of 371", "13.6%     3 of 22", "2.45", "355 of 1,052  33.7%", "1.89", "North West: 2.01"},
			"3": {"withheld", paneltest.WithheldReason, "7 of 2,"},
			"4": {"not collected", "no central record is kept", "400 of 2,"},
			"5": {"9.7%", "6.5%", "of 187", "of 900", "3.2"},
			"6": {"England: ethnically diverse 24.9%", "staff survey of autumn 2023"},
			"7": {"not the same measure as before"},
			"9": {"1 of 11", "1 of 6", "0 of 5", "no such members", "-8.1 percentage points"},
		} {
			text := paneltest.Body(t, shown(d, id, "", width, 24))
			for _, w := range want {
				if w = strings.Join(strings.Fields(w), " "); !strings.Contains(paneltest.Flat(text), w) {
					t.Errorf("%s at %d columns does not say %q:\n%s", id, width, w, text)
				}
			}
		}
	}
}

func TestDraft(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for id, want := range map[string]string{
		"1": "17.4% in band 5 of clinical staff in 2024",
		"2": "2.45 in 2024 (White 144 of 427, ethnically diverse 51 of 371)",
		"3": "withheld in 2024",
		"4": "not collected in 2024",
		"5": "3.2 percentage points in 2024 (ethnically diverse 9.7% of 187, White 6.5% of 900)",
		"9": "−7.7 percentage points in 2024 (1 of 11 board members)",
	} {
		asked := shown(d, id, "", 80, 24).Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
		if asked == nil {
			t.Fatalf("%s: a asks for nothing", id)
		}
		msg, ok := asked.(ask.Form)
		if !ok || msg.Action.Indicators != id || msg.Action.Baseline != want {
			t.Errorf("%s: draft %+v, want baseline %q", id, msg.Action, want)
		}
		figures := msg.Action.EvidenceFigures()
		if known := id != "3" && id != "4"; known != (len(figures) == 1) || known && (figures[0].Indicator != id || figures[0].Year != 2024) {
			t.Errorf("%s: evidence %q", id, msg.Action.Evidence)
		}
	}
	d.Year = 2021
	drafted := func(d panel.Data) plan.Action {
		form, _ := shown(d, "2", "", 80, 24).Update(tea.KeyPressMsg{Code: 'a', Text: "a"}).(ask.Form)
		return form.Action
	}
	if got := drafted(d).Evidence; got != "" {
		t.Errorf("evidence of an undefined ratio: %q", got)
	}
	if got, want := drafted(d).Baseline, "n/a in 2021 (White 226 of 835, ethnically diverse 0 of 409)"; got != want {
		t.Errorf("undefined ratio: %q, want %q", got, want)
	}
	if got := drafted(panel.Data{}); got.Indicators != "2" || got.Baseline != "" {
		t.Errorf("draft before loading: %+v", got)
	}
}

// The word for a group is the organisation's own, everywhere.
func TestGroupWordsAreTheOrganisations(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for id := range everyIndicatorPanel() {
		for _, width := range []int{40, 120} {
			if text := paneltest.Body(t, shown(d, id, "", width, 24)); strings.Contains(text, "BME") {
				t.Errorf("%s at %d says BME:\n%s", id, width, text)
			}
		}
	}
}

func TestTitleKeepsTheNote(t *testing.T) {
	d := paneltest.Data(theme.Full)
	title := func(id string, width int) string {
		first, _, _ := strings.Cut(ansi.Strip(shown(d, id, "", width, 24).View()), "\n")
		return paneltest.Flat(strings.NewReplacer("─", " ", "╭", " ", "╮", " ").Replace(first))
	}
	for _, c := range []struct {
		id    string
		width int
		want  string
	}{
		{"1", 38, "1 Staff by band ▕ILLUSTRATIVE▏"},
		{"1", 110, "1 Staff by band · clinical ▕ILLUSTRATIVE▏ s: non-clinical, medical and dental, no category"},
		{"2", 38, "2 Appointed from shortlist 1 action"},
		{"2", 80, "2 Appointed from shortlist 1 action"},
	} {
		if got := title(c.id, c.width); got != c.want {
			t.Errorf("title at %d: %q, want %q", c.width, got, c.want)
		}
	}
}

// An interval is drawn where there is one, and only there.
func TestIntervalsOnlyWhereGiven(t *testing.T) {
	d := paneltest.Data(theme.Full)
	legend := "95% CI"
	chartOf := func(id string) string { // the lines that are neither words nor a table
		var lines []string
		for line := range strings.SplitSeq(paneltest.Body(t, shown(d, id, map[string]string{"1": "sss"}[id], 80, 24)), "\n") { // of 1 those with most bands
			if strings.Contains(line, legend) && !strings.Contains(line, "year") && !strings.Contains(line, "are ethnically") || strings.Contains(line, "▄ figure") || strings.ContainsAny(line, "├┤▂") {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "\n")
	}
	for _, id := range []string{"1", "2", "5"} {
		if text := chartOf(id); !strings.Contains(text, legend) && !strings.Contains(text, "▄ figure") || strings.Count(text, "┤")+strings.Count(text, "▂▂") < 3 {
			t.Errorf("%s does not draw its intervals:\n%s", id, text)
		}
	}
	if text := chartOf("9"); text != "" {
		t.Errorf("the board is all counted, and shows an interval:\n%s", text)
	}
	for i := range d.Results.Series {
		s := &d.Results.Series[i]
		for j := range s.Figures {
			withoutIntervals(&s.Figures[j])
		}
	}
	for _, id := range []string{"1", "2", "5", "9"} {
		if text := chartOf(id); text != "" {
			t.Errorf("%s shows an interval that is not there:\n%s", id, text)
		}
	}
}

// withoutIntervals takes every interval out of a figure.
func withoutIntervals(f *indicator.Figure) {
	estimates := []*stats.Estimate{f.Ratio, f.Difference}
	for _, g := range f.Groups {
		estimates = append(estimates, g.Rate)
	}
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior} {
		for _, row := range rows {
			estimates = append(estimates, row.Share)
		}
	}
	for _, row := range f.Board {
		estimates = append(estimates, row.Share, row.Workforce, row.Difference)
	}
	for _, e := range estimates {
		if e != nil {
			e.Interval = nil
		}
	}
}

// Every shape of indicator has a panel.
func TestEveryShapeHasAPanel(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		if shapes()[ind.Shape] == nil {
			t.Errorf("indicator %s: its shape %q has no entry in shapes", ind.ID, ind.Shape)
		}
	}
}

// A page that has the short word for it says what clear means, once.
func TestClearIsExplained(t *testing.T) {
	d := paneltest.Data(theme.Full)
	panels := everyIndicatorPanel()
	panels["0"], panels["1, clinical"] = overview.New(pictures()), shown(d, "1", "s", 80, 24)
	found := 0
	for id, p := range panels {
		for _, width := range []int{40, 80, 120, 200} {
			p.SetData(d)
			p.SetSize(width, 300)
			text := paneltest.Flat(ansi.Strip(p.View()))
			const meaning = "Clear: statistically significant" // what follows may stand on the next line of its pane
			used := strings.Contains(strings.ToLower(strings.ReplaceAll(text, meaning, "")), "clear")
			if explained := strings.Count(text, meaning); used != (explained == 1) {
				t.Errorf("%s at %d says clear: %v, and explains it %d times:\n%s", id, width, used, explained, text)
			} else if used {
				found++
			}
		}
	}
	if found < 6 {
		t.Errorf("clear is said on %d pages", found)
	}
}

// A figure that lacks a row has its mark wherever it stands: in its sentence, its chart,
// its table and on the overview, with how much it lacks.
func TestIncompleteFiguresAreMarked(t *testing.T) {
	o := paneltest.Organisation()
	for id, extract := range map[string]string{"1": "workforce", "2": "recruitment", "5": "survey", "9": "board"} {
		refused := o.Ensure(2024).Refuse(id, extract)
		refused.Rows, refused.Groups[model.Unknown] = 1, id == "2"
	}
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	for id, want := range map[string][]string{
		"1": {"Incomplete: 1 row could not be used.", "16.8%*"},
		"2": {"Incomplete: 1 row could not be used.", "2.45*"},
		"5": {"Incomplete: 1 row could not be used.", "points*"},
		"9": {"Incomplete: 2 rows could not be used."},
	} {
		text := paneltest.Flat(paneltest.Body(t, shown(d, id, "", 120, 24)))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("panel %s does not say %q:\n%s", id, w, text)
			}
		}
		if id == "2" && strings.Contains(text, "× ") {
			t.Errorf("panel %s draws a change from it:\n%s", id, text)
		}
	}
	p := overview.New(pictures())
	p.SetData(d)
	p.SetSize(160, 60)
	if text := paneltest.Flat(p.View()); !strings.Contains(text, "2.45*") || !strings.Contains(text, "* incomplete") || !strings.Contains(text, "incomplete: 1 row") || !strings.Contains(text, "3,130* staff") {
		t.Errorf("the overview does not mark them:\n%s", text)
	}
}

func TestFooterListsFewKeys(t *testing.T) {
	for id, p := range everyIndicatorPanel() {
		if n := len(p.ShortHelp()); n > 8 { // what does not fit the width goes, the last first
			t.Errorf("%s lists %d keys in the footer", id, n)
		}
	}
}
