package figures

import (
	"strings"
	"testing"

	"wres/model/indicator"
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

// Both captions name the group that is more likely on their side, whichever
// stands on top of the ratio.
func TestDirectionOfRatio(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Year = 2022
	for id, want := range map[string]string{
		"2": "◂ ethnically diverse applicants more likely │ White applicants more likely ▸",
		"3": "◂ White staff more likely │ ethnically diverse staff more likely ▸",
	} {
		if text := paneltest.Flat(paneltest.Body(t, shown(d, id, "", 80, 24))); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q:\n%s", id, want, text)
		}
	}
}

// The marks of several scopes on one chart would read as a trend.
func TestOneBenchmarkScopeInChart(t *testing.T) {
	d := paneltest.Data(theme.Full)
	text := paneltest.Body(t, shown(d, "2", "", 80, 24))
	if !strings.Contains(text, "benchmark: North West") || !strings.Contains(text, "benchmark 1.62") || strings.Contains(text, "benchmark 1.54") {
		t.Errorf("the chart does not keep to the selected year's scope:\n%s", text)
	}
}

// A board that is below the workforce stands left of the line.
func TestBoardSide(t *testing.T) {
	text := paneltest.Body(t, shown(paneltest.Data(theme.Full), "9", "", 80, 24))
	for _, line := range []string{"total", "non-executive"} {
		at := strings.Index(text, line)
		row, _, _ := strings.Cut(text[at:], "\n")
		if dot, zero := strings.Index(row, "●"), strings.Index(row, "│"); dot < 0 || dot > zero {
			t.Errorf("%s is not left of the line: %q", line, row)
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
