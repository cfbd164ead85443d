package bands

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// categorised is a snapshot of an organisation that names ethnic categories.
func categorised(charset theme.Charset) panel.Data {
	d := paneltest.Data(charset)
	d.Results = indicator.Compute(paneltest.Categorised())
	d.Report.Origins = []source.Origin{{Kind: "workforce", Year: 2024, File: "workforce.csv", Rows: 84, FirstLine: 86, LastLine: 169}}
	return d
}

// insideOf opens the page of a post, so many rows down.
func insideOf(d panel.Data, keys string, down, width, height int) panel.Panel {
	p := shown(d, keys, width, height)
	for range down {
		press(p, tea.KeyDown)
	}
	press(p, tea.KeyEnter)
	return p
}

func TestInsideFillsItsBox(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		for name, d := range map[string]panel.Data{"categories": categorised(charset), "groups": paneltest.Data(charset)} {
			for _, keys := range []string{"", "s", "ss", "b", "c", "gg", "bgg"} {
				for down := range 3 {
					p := insideOf(d, keys, down, 80, 24)
					for _, width := range paneltest.Widths() {
						p.SetSize(width, 21)
						paneltest.Top(p)
						paneltest.CheckBox(t, fmt.Sprintf("%s, keys %q, %d down at %d in %s", name, keys, down, width, charset), p, width, 21, charset)
					}
				}
			}
		}
	}
}

// Enter on a band says who its people are, each category with its count and both shares
// and those of unknown ethnicity last, how many they were in each year, and from where.
func TestInsideSaysWhoTheyAre(t *testing.T) {
	kinds := "Ethnic categories, 2024 (full view)"
	where := "workforce.csv (workforce): 84 rows, lines 86 to 169"
	for _, c := range []struct {
		keys string
		down int
		want []string
	}{
		{"", 0, []string{"Band 5", "98 of 199", kinds, "White British 84 42.2% 46.8%", "Indian 32 16.1% 14.6%", "African 28 14.1% 11.5%", "Not stated 6 3.0% 2.9%", "Not recorded 0 0.0% 0.32%",
			"Together: White 95, ED 98 and unknown 6, of 199 staff. In the column all: the clinical staff in bands.", "not for publication", "2022 40.3% 58 80 6 144", where}},
		{"", 1, []string{"Band 6", kinds, "White and Asian 0 0.0% 0.64%"}},
		{"b", 0, []string{"Bands 5 and 6 (cluster 2)", kinds, "White British 147 46.8%", where}},
		{"ss", 2, []string{"VSM", "fewer than 10 staff, no percentage", kinds, "category staff all", "White British 5 63.9%", "African 1", "Together: White 6, ED 1 and unknown 1, of 8 staff."}},
	} {
		p := insideOf(categorised(theme.Full), c.keys, c.down, 80, 24)
		title, _, _ := strings.Cut(ansi.Strip(p.View()), "\n")
		text := paneltest.Flat(title + unbarred(paneltest.Body(t, p)))
		at := 0
		for _, w := range c.want {
			next := strings.Index(text[at:], w)
			if next < 0 {
				t.Errorf("keys %q, %d down: no %q, or not in this order, in\n%s", c.keys, c.down, w, text)
				continue
			}
			at += next
		}
	}
	d := categorised(theme.Full)
	d.Year = 2022
	text := paneltest.Flat(paneltest.Body(t, insideOf(d, "", 0, 80, 24)))
	if strings.Contains(text, "Ethnic categories") || !strings.Contains(text, "The extract counts the groups alone.") {
		t.Errorf("a year of groups alone:\n%s", text)
	}
}

// The pane of a band names the largest categories, the same for every band of the staff
// category, and adds up the others of each group.
func TestPaneNamesTheLargestCategories(t *testing.T) {
	for down, want := range []string{
		"White British 84 White Irish 2 Any other White background 9 Indian 32 Any other Asian background 18 African 28 Caribbean 6 5 others, ED 14 Unknown 6",
		"White British 63 White Irish 1 Any other White background 6 Indian 14 Any other Asian background 9 African 8 Caribbean 4 5 others, ED 6 Unknown 4",
	} {
		p := shown(categorised(theme.Full), "", 120, 37)
		for range down {
			press(p, tea.KeyDown)
		}
		if text := paneltest.Flat(unbarred(paneltest.Body(t, p))); !strings.Contains(text, "Ethnic categories, 2024 (full view) "+want) {
			t.Errorf("%d down: no %q in\n%s", down, want, text)
		}
	}
}

// Esc comes back to the band that was looked into, in the view that it was in; a key of
// the picture comes out to that.
func TestEscComesOutOfTheBand(t *testing.T) {
	for _, keys := range []string{"", "b", "c", "h", "v", "g", "ss"} {
		p := shown(categorised(theme.Full), keys, 80, 21)
		press(p, tea.KeyDown)
		before := p.View()
		press(p, tea.KeyEnter)
		if p.View() == before || !p.(panel.Keeper).Keeps(tea.KeyPressMsg{Code: tea.KeyEscape}) {
			t.Fatalf("after %q Enter does not look inside, or Esc leaves the panel", keys)
		}
		for range 40 {
			press(p, tea.KeyDown)
		}
		press(p, tea.KeyEscape)
		if p.View() != before {
			t.Errorf("after %q, Enter and Esc:\n%s", keys, ansi.Strip(p.View()))
		}
		press(p, tea.KeyEnter)
		paneltest.Press(p, "h")
		if p.(*bands).inside.open {
			t.Errorf("after %q h stays inside", keys)
		}
	}
}

// Inside, the arrows go to the page of the band before or after, and no further than the
// ends; the year changes under it; Enter goes on to where the figure comes from.
func TestInsideGoesOn(t *testing.T) {
	d := categorised(theme.Full)
	p := insideOf(d, "ss", 0, 80, 24)
	title := func() string { first, _, _ := strings.Cut(ansi.Strip(p.View()), "\n"); return first }
	for _, step := range []struct {
		key  rune
		want string
	}{{tea.KeyLeft, "Band 5, 2024"}, {tea.KeyRight, "Band 8c, 2024"}, {tea.KeyRight, "VSM, 2024"}, {tea.KeyRight, "VSM, 2024"}, {tea.KeyLeft, "Band 8c, 2024"}} {
		if press(p, step.key); !strings.Contains(title(), step.want) {
			t.Errorf("%q, want %q", title(), step.want)
		}
	}
	d.Year = 2023
	if p.SetData(d); !strings.Contains(title(), "Band 8c, 2023") {
		t.Errorf("%q in another year", title())
	}
	if _, ok := press(p, tea.KeyEnter).(ask.Trace); !ok {
		t.Error("Enter does not say where the figure comes from")
	}
	d.Results = indicator.Compute(paneltest.Organisation())
	d.Year = 2020
	if p.SetData(d); p.(*bands).inside.open {
		t.Errorf("a band that is not there is open:\n%s", ansi.Strip(p.View()))
	}
}

// A second g sets the high-level groups of all bands side by side, where the extract names
// categories; a third comes back.
func TestHighLevelGroups(t *testing.T) {
	text := paneltest.Flat(unbarred(paneltest.Body(t, shown(categorised(theme.Full), "ssgg", 80, 21))))
	for _, want := range []string{"non-clinical · high-level groups", "band White Mixed Asian Black Other unknown staff", "VSM <10 <10 <10 <10 <10 <10 8", "all 70.5 1.0 14.9 7.3 1.0 5.2 288", "In percent of each band, full view."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if text := paneltest.Flat(unbarred(paneltest.Body(t, shown(categorised(theme.Full), "gg", 40, 12)))); !strings.Contains(text, "band White Asian unknown staff") || !strings.Contains(text, "Mixed, Black and Other do not fit this window.") {
		t.Errorf("what does not fit is not said:\n%s", text)
	}
	if text := paneltest.Body(t, shown(categorised(theme.Full), "ggg", 80, 21)); strings.Contains(text, "groups") {
		t.Errorf("a third g does not come back:\n%s", text)
	}
	d := categorised(theme.Full)
	p := shown(d, "gg", 80, 21)
	d.Year = 2022
	if p.SetData(d); !strings.Contains(paneltest.Body(t, p), "counts the groups alone") {
		t.Errorf("a year of groups alone:\n%s", paneltest.Body(t, p))
	}
}
