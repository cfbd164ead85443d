package files

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model/meanings"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// byTrouble is the order of outcomes in the list of files: what has to be looked at
// stands first.
var byTrouble = []source.Outcome{source.Refused, source.NotUsed, source.LoadedWithProblems, source.Loaded}

// listed gives the numbers of the files in the order of the list.
func (r *reading) listed() []int {
	order := make([]int, len(r.data.Report.Files))
	for i := range order {
		order[i] = i
	}
	files := r.data.Report.Files
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(slices.Index(byTrouble, files[a].Outcome), slices.Index(byTrouble, files[b].Outcome)),
			-cmp.Compare(len(r.problemsOf(files[a].Name)), len(r.problemsOf(files[b].Name))),
			strings.Compare(strings.ToLower(files[a].Name), strings.ToLower(files[b].Name)))
	})
	return order
}

// files draws the list of files, and what is said of no single one of them.
func (d *drawing) files() {
	if d.data.Unread != "" {
		d.problems([]source.Problem{{Severity: source.Error, Message: "the folder could not be read again, and this is what was read before: " + d.data.Unread}}, true)
		d.lines = append(d.lines, "")
	}
	if len(d.data.Report.Files) == 0 {
		d.say(d.data.Theme.Styles.Muted, "Nothing has been read yet.")
	} else {
		d.fileRows()
	}
	defer d.preview()
	if n := d.data.Report.Mapping.Len(); n > 0 || len(d.Staged) > 0 {
		d.lines = append(d.lines, "")
		d.table([]chart.Column{{Style: d.data.Theme.Styles.Text}, {Style: d.data.Theme.Styles.Muted, Flex: true}},
			[][]string{{"What you mapped", mappedCount(n-len(d.data.Report.Mapping.Years), len(d.data.Report.Mapping.Years), len(d.data.Report.Overruled))}},
			[]target{{part: mappedPart, hint: "Press Enter to list it: there a meaning can be changed or forgotten."}})
	}
	others := slices.DeleteFunc(slices.Clone(d.data.Report.Problems), func(p source.Problem) bool {
		return slices.ContainsFunc(d.data.Report.Files, func(f source.File) bool { return f.Name == p.File })
	})
	if len(others) > 0 {
		d.heading("Of the folder")
		d.problems(others, true)
	}
}

// preview says what there is to check in the file under the cursor, as much of it as
// the window has room for below the list.
func (d *drawing) preview() {
	if d.page.at >= len(d.targets) || d.targets[d.page.at].part != filePart || d.height < shortScreen {
		return
	}
	name := d.data.Report.Files[d.targets[d.page.at].index].Name
	all := d.problemsOf(name)
	if len(all) == 0 {
		return
	}
	room := d.height - 1 - listFoot - len(d.lines) - 1
	for shown := len(all); shown > 0; shown-- {
		quiet := *d.Model // whose cursor is on none of them
		quiet.page.at = -1
		below := &drawing{Model: &quiet}
		below.heading(d.data.Clean(name))
		below.problems(all[:shown], false)
		if more := len(all) - shown; more > 0 {
			below.say(d.data.Theme.Styles.Muted, fmt.Sprintf("%s more: enter opens them", words.Thousands(more)))
		}
		if len(below.lines) <= room {
			d.lines = append(append(d.lines, ""), below.lines...)
			return
		}
	}
}

// narrowList is the width below which the list says less of what became of a file.
const narrowList = 60

// fileRows draws a row for each file. Its kind and what became of it are never left
// out: they are what a reader checks first.
func (d *drawing) fileRows() {
	var rows [][]string
	var targets []target
	for _, i := range d.listed() {
		f := d.data.Report.Files[i]
		people, labels, outcome := "", "", string(f.Outcome)
		if f.People != nil {
			people = words.Thousands(*f.People)
		}
		if n := d.NotMapped(f.Name); n > 0 {
			labels = words.Thousands(n)
		}
		if all := d.problemsOf(f.Name); len(all) > 0 && f.Outcome == source.Loaded {
			outcome = panel.Counted(len(all), "notice")
			if errors := (source.Report{Problems: all}).Errors(); errors > 0 {
				outcome = panel.Counted(errors, "error")
			}
		}
		if f.Outcome == source.LoadedWithProblems && d.width < narrowList {
			outcome = "problems"
		}
		rows = append(rows, []string{d.data.Clean(f.Name), f.Kind, written(f), words.Thousands(f.RowsUsed), words.Thousands(f.RowsRefused),
			words.Thousands(f.RowsAside), people, labels, outcome})
		targets = append(targets, target{part: filePart, index: i, hint: d.fileHint(f)})
	}
	st := d.data.Theme.Styles
	number := func(title string, drop int) chart.Column {
		return chart.Column{Title: title, Align: chart.Right, Style: st.Muted, Drop: drop}
	}
	file, kind := chart.Column{Title: "File", Flex: true, Ends: true, Min: 16, Style: st.Text}, chart.Column{Title: "Kind", Style: st.Text}
	switch {
	case d.width < narrowList:
		file.Min, kind.Flex, kind.Min = 12, true, 10
	case d.width > 100: // a name is worth more than what the foot says too
		file.Min = 32
	}
	columns := []chart.Column{
		file, kind,
		{Title: "Written as", Style: st.Muted, Drop: 6},
		number("Used", 1), number("Refused", 2), number("Aside", 4), number("People", 5), number("Not mapped", 3),
		{Title: "Outcome", Of: func(outcome string) theme.Style {
			if outcome == string(source.Loaded) {
				return st.Text
			}
			return st.Notice
		}},
	}
	d.table(withoutEmpty(columns, rows), rows, targets)
}

// withoutEmpty takes the columns out of a table, and of its rows, that may go and hold
// nothing in any row.
func withoutEmpty(columns []chart.Column, rows [][]string) []chart.Column {
	for i := len(columns) - 1; i >= 0; i-- {
		filled := func(row []string) bool { return row[i] != "" && row[i] != "0" }
		if columns[i].Drop < 3 || slices.ContainsFunc(rows, filled) {
			continue
		}
		columns = slices.Delete(columns, i, i+1)
		for n := range rows {
			rows[n] = slices.Delete(rows[n], i, i+1)
		}
	}
	return columns
}

// mappedCount counts what is mapped, and of it what is not in force.
func mappedCount(n, years, overruled int) string {
	s := "1 column or label"
	if n != 1 {
		s = words.Thousands(n) + " columns and labels"
	}
	switch {
	case years == 0:
	case n == 0:
		s = "the year of " + words.Count(years, "file")
	default:
		s += ", the year of " + words.Count(years, "file")
	}
	if overruled > 0 {
		s += fmt.Sprintf(", %s overruled by wres.toml", words.Thousands(overruled))
	}
	return s
}

// written says how a file is written; commas go without saying.
func written(f source.File) string {
	if f.Delimiter == "" || f.Delimiter == "," {
		return f.Encoding
	}
	return f.Encoding + ", " + f.Delimiters()
}

// fileHint says of a file what its row does not: how it is written, who of it is
// counted, and what is wrong.
func (m *Model) fileHint(f source.File) string {
	var parts []string
	how := f.Reading()
	kind := f.Kind
	if kind == meanings.UnknownKind {
		kind = "of no kind that is known"
	}
	switch {
	case f.Outcome == source.Refused:
		parts = []string{m.data.Clean(f.Name) + ": cannot be read"}
	case m.height < shortScreen:
		parts = []string{fmt.Sprintf("%s used + %s refused; %s", words.Thousands(f.RowsUsed), words.Thousands(f.RowsRefused), how)}
	default:
		parts = []string{m.data.Clean(f.Name) + ": " + kind + ", " + how, readText(f)}
	}
	if n := m.NotMapped(f.Name); n > 0 {
		parts = append(parts, panel.Counted(n, "label")+" not recognised")
	}
	if problems := m.problemsOf(f.Name); len(problems) > 0 {
		parts = append(parts, words.Capital(problemCount(problems)))
	}
	if f.Reason != "" {
		parts = append(parts, words.Capital(string(f.Outcome))+": "+m.here(f.Reason))
	} else if said := f.Counted(words.Thousands); said != "" {
		parts = append(parts, said)
	}
	return strings.Join(parts, ". ") + "."
}

// readText says what became of the rows of a file.
func readText(f source.File) string {
	return fmt.Sprintf("%s read = %s used + %s refused; %s set aside", words.Count(f.RowsRead, "row"),
		words.Thousands(f.RowsUsed), words.Thousands(f.RowsRefused), words.Thousands(f.RowsAside))
}
