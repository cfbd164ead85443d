package overview

import (
	"slices"
	"strings"

	"wres/model/indicator"
	"wres/model/source"
	"wres/tui/panel"
	"wres/tui/theme"
)

// most is how many of the kinds of extract give most of the picture; they stand first.
const mostKinds = 3

// empty says which files give what, the three that give most of it first, and what to do.
func (o *overview) empty() []string {
	t := o.Data.Theme
	st := t.Styles
	lines := o.Text(st.Text, "No extract gives figures of any year. Three files give most of the picture; none is needed for another.")
	kinds, gives := extracts()
	widest := 0
	for _, k := range kinds {
		widest = max(widest, theme.Width(k+".csv"))
	}
	for i, k := range kinds {
		switch i {
		case 0, mostKinds:
			lines = append(lines, "")
		}
		style := st.Title
		if i >= mostKinds {
			style = st.Text
		}
		name := k + ".csv"
		line := "   " + style.Render(name) + strings.Repeat(" ", widest-theme.Width(name)+2)
		for _, more := range panel.Wrap(t, "gives "+gives[k]+": "+there(o.Data.Report, k), max(o.Width-widest-7, 1), st.Muted) {
			lines = append(lines, line+more)
			line = strings.Repeat(" ", widest+5)
		}
	}
	for _, todo := range []string{
		"",
		"Fill them in with Excel: the files are in this folder where wres init has made them; r reads them again.",
		"You have a list of staff or of applicants, from ESR or another system: put it into the folder; r reads it.",
		"f shows what was read of each file, and what to do.",
	} {
		if todo == "" {
			lines = append(lines, "")
			continue
		}
		for i, line := range panel.Wrap(t, todo, max(o.Width-6, 1), st.Text) {
			mark := " "
			if i == 0 {
				mark = t.Glyphs.Bullet
			}
			lines = append(lines, "   "+st.Muted.Render(mark)+" "+line)
		}
	}
	return lines
}

// extracts lists the kinds of extract, those first that give most indicators or stand
// behind others, and which indicators each gives.
func extracts() (kinds []string, gives map[string]string) {
	ids := map[string][]string{}
	order := map[string]int{}
	for i, ind := range indicator.Catalogue() {
		for _, k := range ind.Extracts() {
			if len(ids[k]) == 0 {
				kinds, order[k] = append(kinds, k), i
			}
			ids[k] = append(ids[k], ind.ID)
		}
	}
	slices.SortStableFunc(kinds, func(a, b string) int {
		if d := rankOf(b, ids) - rankOf(a, ids); d != 0 {
			return d
		}
		return order[a] - order[b]
	})
	gives = map[string]string{}
	for k, of := range ids {
		gives[k] = strings.Join(indicator.Runs(of), ", ")
	}
	return kinds, gives
}

// rankOf is how many indicators an extract gives.
func rankOf(kind string, ids map[string][]string) int { return min(len(ids[kind]), 2) }

// there says what the folder has of a kind of extract.
func there(read source.Report, kind string) string {
	for _, f := range read.Files {
		switch {
		case f.Kind != kind && f.Name != kind+".csv":
		case f.Outcome == source.NotUsed || f.Outcome == source.Refused:
			return "not used, f says why"
		default:
			return "no rows with figures yet"
		}
	}
	return "not in the folder"
}
