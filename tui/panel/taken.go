package panel

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/tui/theme"
)

// Taker is a panel of which something can be taken out of the app: what it says of the row
// under its cursor.
type Taker interface{ Taken() Taken }

// Taken is what is said of one thing.
type Taken struct {
	Name      string   // what it is about: "Appointed from shortlist"; "Band 8c"
	Says      []string // whole sentences; none: there is nothing to say
	Indicator string   // whose figures are said, by its id; "": nobody's
}

// TakenOf is what findings say.
func TakenOf(found ...findings.Finding) (t Taken) {
	for i := range found {
		f := &found[i]
		if i == 0 {
			t.Name, t.Indicator = f.Name, f.Indicator.ID
		}
		t.Says = append(t.Says, f.Sentence)
	}
	return t
}

// Text says it to somebody who does not see the screen: each sentence, where the figures are
// from and of which time, what has to be known beside them, what short words mean, and the
// view.
func (t Taken) Text(d Data) string {
	about := t.Name
	if t.Indicator != "" {
		about += ", " + d.Year.String()
	}
	lines := []string{about + ": " + strings.Join(t.Says, " ")}
	if s, f := d.Figure(t.Indicator); f != nil {
		for _, caution := range d.Words.Warnings(s.Indicator, f) {
			lines = append(lines, "Caution: "+caution+".")
		}
		from := slices.Concat(organisationOf(d), []string{"WRES indicator " + s.Indicator.ID}, filesOf(d.Report, s.Indicator, f))
		lines = append(lines, "Source: "+strings.Join(from, ", ")+"; "+d.Words.When(s.Indicator, f.Year)+".")
	}
	if d.Results != nil {
		for _, meaning := range d.Words.Meanings(strings.Join(lines, " ")) {
			lines = append(lines, meaning+".")
		}
		lines = append(lines, viewBeside(d, lines))
		if d.Results.Example {
			lines = append(lines, report.OfExample)
		}
	}
	for i := range lines {
		lines[i] = d.Clean(lines[i])
	}
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n")
}

// viewBeside says in which view figures are, with what its mark means where they have it; ""
// in full.
func viewBeside(d Data, lines []string) string {
	switch {
	case !d.Results.Publication:
		return ""
	case strings.Contains(strings.Join(lines, " "), words.HiddenMark):
		return inview.Publication(d.Results)
	}
	return inview.Briefly(d.Results)
}

// Leaves stands under what leaves the app as it was drawn: in which view it is, and whether it
// is of the built-in example.
func Leaves(d Data) string {
	if d.Results.Example {
		return d.Clean(inview.Briefly(d.Results) + " " + report.OfExample)
	}
	return d.Clean(inview.Briefly(d.Results))
}

func organisationOf(d Data) []string {
	if d.Results.Organisation == "" {
		return nil
	}
	return []string{d.Results.Organisation}
}

// filesOf names the files that a figure is from.
func filesOf(r source.Report, ind *indicator.Indicator, f *indicator.Figure) (names []string) {
	for _, kind := range ind.Extracts() {
		for _, o := range r.OriginsOf(kind, int(f.Year)) {
			if !slices.Contains(names, o.File) {
				names = append(names, o.File)
			}
		}
	}
	return names
}

// Unmarked is a line without the mark of the cursor at its beginning, which is of the screen.
func Unmarked(line, mark string) string {
	if rest, ok := strings.CutPrefix(strings.TrimLeft(line, " "), mark+" "); ok {
		line = strings.Repeat(" ", theme.Width(line)-theme.Width(rest)) + rest
	}
	return strings.TrimRight(line, " ")
}

// Closed leaves out the empty lines at the end, and all but one of those that follow each
// other.
func Closed(lines []string) (all []string) {
	empty := func(line string) bool { return strings.TrimSpace(ansi.Strip(line)) == "" }
	for _, line := range lines {
		if !empty(line) || len(all) > 0 && !empty(all[len(all)-1]) {
			all = append(all, line)
		}
	}
	if n := len(all); n > 0 && empty(all[n-1]) {
		all = all[:n-1]
	}
	return all
}
