package bands

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// family is a high-level ethnic group, or all whose ethnicity is not known.
type family struct {
	of   model.Ethnicity
	name string
}

// familyOf gives the high-level group that a category is of.
func familyOf(e model.Ethnicity) model.Ethnicity {
	if e.Group() == model.Unknown {
		return model.UnknownEthnicity
	}
	return e.Parent()
}

// families lists the high-level groups that have people in a tally.
func (s *staff) families(all model.Tally) []family {
	short := map[model.Ethnicity]string{
		model.WhiteGroup: s.Words.Labels.Short(model.White), model.BMEGroup: s.Words.Labels.Short(model.BME), model.UnknownEthnicity: s.Words.Labels.Short(model.Unknown),
		model.MixedGroup: "Mixed", model.AsianGroup: "Asian", model.BlackGroup: "Black", model.OtherGroup: "Other",
	}
	var found []family
	for _, e := range model.Ethnicities() {
		f := family{familyOf(e), short[familyOf(e)]}
		if all.Of(e) > 0 && !slices.Contains(found, f) {
			found = append(found, f)
		}
	}
	return found
}

// drawFamilies sets the high-level groups of all bands side by side: the share that each
// has of a band, and below them of all.
func drawFamilies(s *staff, p paper) panel.Picture {
	whole := s.figure.EthnicitiesOf(s.category, bandsOf(s, s.figure, func(model.Band) bool { return true })...)
	groups := s.families(whole)
	tb := chart.Table{Columns: []chart.Column{{Title: s.unit(), Flex: true, Wrap: true, Min: 8, Style: p.t.Styles.Text}}}
	for _, f := range groups {
		tb.Columns = append(tb.Columns, chart.Column{Title: f.name, Align: chart.Right, Style: p.t.Styles.Text, Drop: dropFamily()[f.of]})
	}
	tb.Columns = append(tb.Columns, chart.Column{Title: "staff", Align: chart.Right, Style: p.t.Styles.Muted})
	for _, at := range s.posts {
		of, row := s.categoriesOf(at), s.row(s.figure, at)
		cells := []string{s.label(at)}
		for _, f := range groups {
			cell := "n/a"
			switch {
			case row == nil:
				cell = "–"
			case row.Refused:
			case s.few(row):
				cell = s.fewCell()
			default:
				cell = s.partOf(of, f.of, row.Total)
			}
			cells = append(cells, cell)
		}
		total := "–"
		if row != nil && !row.Refused {
			total = panel.Number(&row.Total)
		}
		tb.Rows = append(tb.Rows, append(cells, total))
	}
	all := []string{"all"}
	for _, f := range groups {
		all = append(all, s.partOf(whole, f.of, whole.Total()))
	}
	n := whole.Total()
	tb.Rows = append(tb.Rows, append(all, panel.Number(&n)))
	pic := p.table(tb, 1)
	if out := unseen(groups, pic.Head); len(out) > 0 {
		pic.Foot = append(pic.Foot, panel.Wrap(p.t, words.Listed(out)+panel.Plural(len(out), " does", " do")+" not fit this window.", p.width, p.t.Styles.Notice)...)
	}
	said := fmt.Sprintf("In percent of each %s, %s. Enter names the categories of one. A share of few staff moves by much with each of them: no verdict stands here.", s.unit(), fullView)
	pic.Foot = append(pic.Foot, panel.Wrap(p.t, said, p.width, p.t.Styles.Muted)...)
	return pic
}

// dropFamily orders the groups by which go first in a narrow window. White and unknown stay.
func dropFamily() map[model.Ethnicity]int {
	return map[model.Ethnicity]int{model.OtherGroup: 5, model.MixedGroup: 4, model.BlackGroup: 3, model.AsianGroup: 2, model.BMEGroup: 1}
}

// unseen names the groups that have no column below a head.
func unseen(groups []family, head []string) (out []string) {
	shown := ansi.Strip(strings.Join(head, " "))
	for _, f := range groups {
		if len(head) > 0 && !strings.Contains(shown, f.name) {
			out = append(out, f.name)
		}
	}
	return out
}

// partOf writes the share that a high-level group has of some people.
func (s *staff) partOf(of model.Tally, group model.Ethnicity, total int) string {
	n := 0
	for _, e := range model.Ethnicities() {
		if familyOf(e) == group {
			n += of.Of(e)
		}
	}
	if total == 0 {
		return "–"
	}
	text := s.Words.Percent(float64(n) / float64(total))
	return text[:len(text)-1]
}
