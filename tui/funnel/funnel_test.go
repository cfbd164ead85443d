package funnel_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"

	screen "wres/tui/funnel"
)

// region is a snapshot of three organisations: of the last many BME staff had a case.
func region(charset theme.Charset) panel.Data {
	d := paneltest.Data(charset)
	d.Clean = func(s string) string { return strings.ReplaceAll(s, "\x1b", "?") }
	var members []funnel.Member
	for i, name := range []string{"Ashdown Vale Trust", "Calder\x1b[2J Moor and Upper Valleys University Partnership Trust", "Estwick Trust"} {
		o := &model.Organisation{Name: name, Settings: model.DefaultSettings()}
		for _, y := range []model.Year{2023, 2024} {
			ret := o.Ensure(y)
			var staff, cases model.Tally
			for _, g := range model.Groups() {
				staff.Add(model.GroupEthnicity(g), 1000)
				cases.Add(model.GroupEthnicity(g), 20)
			}
			if i == 2 && y == 2024 {
				cases.Add(model.GroupEthnicity(model.BME), 60)
				cases.Add(model.GroupEthnicity(model.White), -18)
			}
			ret.Workforce[model.Post{}] = staff
			ret.Events["disciplinary"] = &model.Events{Count: cases}
		}
		members = append(members, funnel.Member{Name: name, Results: indicator.Compute(o)})
		d.Organisations = append(d.Organisations, name)
	}
	d.Members = funnel.NewSet(members, true)
	return d
}

func press(k rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: k, Text: string(k)} }

// whole gives all that a screen shows, as it scrolls to its end.
func whole(m *screen.Model, height int) string {
	var all strings.Builder
	for range 40 {
		all.WriteString(ansi.Strip(m.View()) + "\n")
		before := m.Body.YOffset()
		for range max(height-4, 1) {
			m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
		}
		if m.Body.YOffset() == before {
			break
		}
	}
	return all.String()
}

func TestFillsItsBox(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		d := region(charset)
		alone := d
		alone.Members, alone.Organisations = nil, nil
		for _, data := range []panel.Data{d, alone} {
			for _, width := range append(paneltest.Widths(), 1, 3) {
				for _, height := range []int{1, 2, 9, 21, 57} {
					m := screen.New(data, "B")
					m.SetSize(width, height)
					name := fmt.Sprintf("%dx%d in %s", width, height, charset)
					for range 2 {
						lines := strings.Split(m.View(), "\n")
						if len(lines) != height {
							t.Fatalf("%s: %d lines", name, len(lines))
						}
						for _, line := range lines {
							if w := ansi.StringWidth(line); w != width {
								t.Fatalf("%s: a line of %d cells: %q", name, w, ansi.Strip(line))
							}
							if strings.Contains(ansi.Strip(line), "\x1b") {
								t.Fatalf("%s: a name acts on the terminal: %q", name, line)
							}
							if charset == theme.ASCII && strings.IndexFunc(ansi.Strip(line), func(r rune) bool { return r > 0x7E }) >= 0 {
								t.Fatalf("%s: a sign that ASCII has not: %q", name, ansi.Strip(line))
							}
						}
						m.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
					}
				}
			}
		}
	}
}

// TestPlacesAreSaidInWords at the least size too: no place is told by its sign or colour
// alone, and nobody is ranked.
func TestPlacesAreSaidInWords(t *testing.T) {
	for _, size := range [][2]int{{40, 9}, {80, 21}, {200, 57}} {
		m := screen.New(region(theme.ASCII), "B")
		m.SetSize(size[0], size[1])
		text := whole(m, size[1])
		for _, want := range []string{"above 99.8%", "80 of 1,000  8.0%", "within", "Ashdown Vale Trust", "Estwick Trust"} {
			if !strings.Contains(text, want) {
				t.Errorf("%v does not say %q:\n%s", size, want, text)
			}
		}
		if !strings.Contains(paneltest.Flat(text), "no league table") {
			t.Errorf("%v does not say that it is no league table", size)
		}
		if strings.Index(text, "Ashdown") > strings.Index(text, "Calder") || strings.Index(text, "Calder") > strings.Index(text, "Estwick") {
			t.Errorf("%v has another order than that of names", size)
		}
	}
}

// TestPointStandsWhereItLies: above the limits a point stands at their right, and within them
// between their ends.
func TestPointStandsWhereItLies(t *testing.T) {
	m := screen.New(region(theme.ASCII), "B")
	m.SetSize(120, 57)
	found := false
	for line := range strings.SplitSeq(whole(m, 57), "\n") {
		if strings.Contains(line, "Estwick") && strings.Contains(line, "above 99.8%") {
			found = true
			if drawn, _, _ := strings.Cut(line, "80 of"); strings.LastIndex(drawn, "@") < strings.LastIndex(drawn, "]") {
				t.Errorf("the point is not beyond its limits: %q", line)
			}
		}
		if strings.Contains(line, "Ashdown") && strings.Contains(line, "within") && !strings.Contains(line, "1,000 of") {
			drawn, _, _ := strings.Cut(line, "20 of")
			if at := strings.LastIndex(drawn, "o"); at < strings.Index(drawn, "[") || at > strings.LastIndex(drawn, "]") {
				t.Errorf("the point is not within its limits: %q", line)
			}
		}
	}
	if !found {
		t.Error("no row of Estwick's cases")
	}
}

// TestPublicationViewHidesSmallCounts of an organisation, on screen.
func TestPublicationViewHidesSmallCounts(t *testing.T) {
	d := region(theme.ASCII)
	full := screen.New(d, "B")
	full.SetSize(120, 57)
	if !strings.Contains(whole(full, 57), " 2 of 1,000") {
		t.Fatal("the full view has no small count to hide")
	}
	shown := *d.Results
	shown.Publication = true
	d.Results = &shown
	m := screen.New(d, "B")
	m.SetSize(120, 57)
	if text := whole(m, 57); strings.Contains(text, " 2 of 1,000") || !strings.Contains(text, "[c]") {
		t.Errorf("a small count is shown:\n%s", text)
	}
}

func TestKeys(t *testing.T) {
	year := ask.Bind("[", "year before", "[")
	m := screen.New(region(theme.Full), "B", year)
	if !m.Passes(press('[')) || m.Passes(press('x')) {
		t.Error("it passes other keys than those of the year")
	}
	for _, k := range []tea.KeyPressMsg{press('B'), press('q'), {Code: tea.KeyEscape}} {
		if r, _ := m.Update(k); r != (ask.Leave{}) {
			t.Errorf("%s does not close it: %v", k, r)
		}
	}
	m.SetSize(120, 57)
	d := region(theme.Full)
	d.Year = 2023
	if m.SetData(d); !strings.Contains(m.View(), ", 2023") || strings.Contains(whole(m, 57), "above 99.8%") {
		t.Error("it does not go to another year")
	}
}

func TestChoices(t *testing.T) {
	if all := screen.Choices(paneltest.Data(theme.Full)); all != nil {
		t.Errorf("of one organisation: %v", all)
	}
	all := screen.Choices(region(theme.Full))
	if len(all) != 4 || all[0] != (screen.Choice{Name: "", Shown: "All 3 organisations together"}) || all[3].Name != "Estwick Trust" {
		t.Errorf("%v", all)
	}
}
