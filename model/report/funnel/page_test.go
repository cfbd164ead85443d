package funnel_test

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/report"
	page "wres/model/report/funnel"
	"wres/model/words"
)

func safe() report.Safe {
	return report.Safe{Line: func(s string) string { return strings.ReplaceAll(s, "\x1b", "?") }, Lines: strings.TrimSpace}
}

// members are two organisations; of the second many BME staff had a case, or nothing is known.
func members(second string, cases int) []funnel.Member {
	var all []funnel.Member
	for i, name := range []string{"North\x1b[2J", second} {
		o := &model.Organisation{Name: name, Settings: model.DefaultSettings()}
		ret := o.Ensure(2024)
		var staff, events model.Tally
		for _, g := range model.Groups() {
			staff.Add(model.GroupEthnicity(g), 400)
			events.Add(model.GroupEthnicity(g), 10+i*cases)
		}
		ret.Workforce[model.Post{}] = staff
		ret.Events["disciplinary"] = &model.Events{Count: events}
		all = append(all, funnel.Member{Name: name, Results: indicator.Compute(o)})
	}
	return all
}

func TestSentenceNamesWhatLiesBeyond(t *testing.T) {
	w := words.For(model.DefaultSettings())
	p := page.Page{Funnels: funnel.Of(members("South", 30), 2024, false), Indicator: "3"}
	if got, want := page.Sentence(w, p.Shown()[0]), "Together 50 of 800 (6.3%). Beyond the limits of chance lie 2 of 2: North\x1b[2J, 10 of 400 (2.5%), below 99.8% limits; South, 40 of 400 (10.0%), above 99.8% limits."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	p = page.Page{Funnels: funnel.Of(members("South", 0), 2024, false), Indicator: "3"}
	if got, want := page.Sentence(w, p.Shown()[0]), "Together 20 of 800 (2.5%). All 2 organisations with a figure lie within the 95% limits of chance."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestNoNameActsOnTheTerminal: a name is what a file says.
func TestNoNameActsOnTheTerminal(t *testing.T) {
	p := page.Page{Funnels: funnel.Of(members("South", 30), 2024, false)}
	for _, b := range p.Blocks(safe()) {
		text := ""
		switch b := b.(type) {
		case report.Heading:
			text = b.Text
		case report.Text:
			text = strings.Join(b, " ")
		case report.Section:
			text = strings.Join(b.Points, " ")
		case report.Table:
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					text += c.Text
				}
			}
		}
		if strings.Contains(text, "\x1b") {
			t.Errorf("%T holds an escape: %q", b, text)
		}
	}
}

// TestEveryPositionAndLackIsSaid in words, so that no place of a mark is told by colour.
func TestEveryPositionAndLackIsSaid(t *testing.T) {
	seen := map[string]bool{}
	for position := funnel.Within; position <= funnel.Above998; position++ {
		seen[page.PositionText(&funnel.Point{Position: position})] = true
	}
	for lack := funnel.NoFigure; lack <= funnel.Hidden; lack++ {
		seen[page.PositionText(&funnel.Point{Lacks: lack})] = true
	}
	if len(seen) != 10 || seen[""] {
		t.Errorf("%d ways to say ten things: %v", len(seen), seen)
	}
}

// TestTableHidesWhatIsHidden: no number of a hidden point stands in a cell.
func TestTableHidesWhatIsHidden(t *testing.T) {
	p := page.Page{Funnels: funnel.Of(members("South", -8), 2024, true), Indicator: "3"}
	for _, row := range p.Table(safe()).Rows {
		if row.Cells[4].Text != words.HiddenMark || row.Cells[7].Text != words.HiddenMark || row.Cells[10].Text != "" {
			t.Errorf("%+v of a small count", row.Cells)
		}
	}
}
