package tui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/source"
	"wres/tui/chart"
)

// target is a row that the cursor can stand on.
type target struct {
	part  importPart // of the list of files: what Enter opens
	index int        // of the file
	item  *item      // what Enter asks about; nil: nothing
	hint  string     // what the row is
	lines [2]int     // first and last
}

// item is a column or a label that can be given a meaning.
type item struct {
	table    string // of labels; empty: a column
	written  string
	question string
	now      string // the meaning that holds: "" for a label that is not mapped
	mapped   bool   // wres-mapping.toml says so
	doubtful bool   // two columns mean the same: to choose it once more decides
	fixed    string // why it cannot be mapped here
	kind     string // of the file of a column; empty: any
}

// rebuild draws the lines of the page that is open. The selected row is kept in
// sight.
func (im *importer) rebuild() {
	if im.width <= 0 {
		return
	}
	for range 2 { // again where the cursor stood behind the last row
		d := &drawing{importer: im}
		switch im.page.part {
		case filesPart:
			d.files()
		case filePart:
			if f := im.fileOpen(); f != nil {
				d.file(f)
			} else { // it is not in the folder any more
				im.page = importPage{part: filesPart, at: im.filesAt}
				d.files()
			}
		case mappedPart:
			d.mapped()
		}
		im.targets = d.targets
		im.body.SetContentLines(d.lines)
		if im.page.at < len(d.targets) || len(d.targets) == 0 {
			break
		}
		im.page.at = len(d.targets) - 1
	}
	im.scroll()
}

// scroll keeps the selected row in sight. What stands above the first row is seen
// with it where there is room, and else by moving up once more.
func (im *importer) scroll() {
	at := [2]int{}
	if im.page.at < len(im.targets) {
		at = im.targets[im.page.at].lines
	}
	below := min(at[1]+1, im.body.TotalLineCount()-1) // "more below" may cover the last line
	if im.page.at == 0 && (im.above || below < im.body.Height()) {
		im.body.GotoTop()
		return
	}
	im.body.EnsureVisible(below, 0, 0)
	im.body.EnsureVisible(at[0], 0, 0)
}

func (im *importer) fileOpen() *source.File {
	for i := range im.report.Files {
		if im.report.Files[i].Name == im.page.file {
			return &im.report.Files[i]
		}
	}
	return nil
}

// drawing is a page on its way to lines and targets.
type drawing struct {
	*importer
	lines   []string
	targets []target
}

// say adds a text, wrapped.
func (d *drawing) say(style lipgloss.Style, text string) {
	for _, line := range strings.Split(ansi.Wrap(d.theme.Text(text), max(d.width-2, 1), ""), "\n") {
		d.lines = append(d.lines, " "+style.Render(strings.TrimRight(line, " ")))
	}
}

// heading adds a title with a line before it.
func (d *drawing) heading(text string) {
	if len(d.lines) > 0 {
		d.lines = append(d.lines, "")
	}
	d.say(d.theme.Styles.Title, text)
}

// table adds a table whose rows are the targets.
func (d *drawing) table(columns []chart.Column, rows [][]string, targets []target) {
	tb := chart.Table{Cursor: true, Selected: d.page.at - len(d.targets), Columns: columns, Rows: rows}
	head, drawn := tb.Lines(d.theme, d.width)
	d.lines = append(d.lines, head...)
	for i, row := range drawn {
		targets[i].lines = [2]int{len(d.lines), len(d.lines) + len(row) - 1}
		d.lines = append(d.lines, row...)
	}
	d.targets = append(d.targets, targets...)
}

// problems adds problems as targets, so that the cursor scrolls through them.
func (d *drawing) problems(all []source.Problem, withFile bool) {
	t := d.theme
	for _, p := range all {
		style := t.Styles.Notice
		if p.Severity == source.Error {
			style = t.Styles.Error
		}
		if !withFile {
			p.File = ""
		}
		mark := "  "
		if d.page.at == len(d.targets) {
			mark = t.Glyphs.Mark + " "
		}
		first := len(d.lines)
		text := string(p.Severity) + ": " + d.clean(problemText(p))
		for i, line := range strings.Split(ansi.Wrap(t.Text(text), max(d.width-3, 1), ""), "\n") {
			if i > 0 {
				mark = "  "
			}
			d.lines = append(d.lines, mark+style.Render(strings.TrimRight(line, " ")))
		}
		d.targets = append(d.targets, target{lines: [2]int{first, len(d.lines) - 1}})
	}
}

// problemText puts the place of a problem into words where its file is plain.
func problemText(p source.Problem) string {
	if p.File != "" {
		return p.String()
	}
	switch {
	case p.Line > 0 && p.Column > 0:
		return fmt.Sprintf("line %d, column %d: %s", p.Line, p.Column, p.Message)
	case p.Line > 0:
		return fmt.Sprintf("line %d: %s", p.Line, p.Message)
	}
	return p.Message
}

// files draws the list of files.
func (d *drawing) files() {
	t := d.theme
	if len(d.report.Files) == 0 {
		d.say(t.Styles.Muted, "Nothing has been read yet.")
	}
	var rows [][]string
	var targets []target
	listed := map[string]bool{}
	for i, f := range d.report.Files {
		listed[f.Name] = true
		people := ""
		if f.People != nil {
			people = indicator.Thousands(*f.People)
		}
		labels := ""
		if n := d.notMapped(f.Name); n > 0 {
			labels = fmt.Sprint(n)
		}
		rows = append(rows, []string{d.clean(f.Name), f.Kind, written(f), indicator.Thousands(f.RowsUsed), indicator.Thousands(f.RowsRefused),
			indicator.Thousands(f.RowsAside), people, labels, string(f.Outcome)})
		targets = append(targets, target{part: filePart, index: i, hint: d.fileHint(f)})
	}
	if len(rows) > 0 {
		number := func(title string, drop int) chart.Column {
			return chart.Column{Title: title, Align: chart.Right, Style: t.Styles.Muted, Drop: drop}
		}
		d.table([]chart.Column{
			{Title: "File", Flex: true, Min: 14, Style: t.Styles.Text},
			{Title: "Kind", Style: t.Styles.Text, Drop: 5},
			{Title: "Written as", Style: t.Styles.Muted, Drop: 8},
			number("Used", 0), number("Refused", 0), number("Aside", 6), number("People", 7), number("Not mapped", 4),
			{Title: "Outcome", Style: t.Styles.Text, Drop: 3},
		}, rows, targets)
	}
	if n := d.report.Mapping.Len(); n > 0 || len(d.staged) > 0 {
		d.lines = append(d.lines, "")
		d.table([]chart.Column{{Style: t.Styles.Text}, {Style: t.Styles.Muted, Flex: true}},
			[][]string{{"What you mapped", mappedCount(n)}},
			[]target{{part: mappedPart, hint: "Press Enter to list it: there a meaning can be changed or forgotten."}})
	}
	var others []source.Problem
	for _, p := range d.report.Problems {
		if !listed[p.File] {
			others = append(others, p)
		}
	}
	if len(others) > 0 {
		d.heading("Of the folder")
		d.problems(others, true)
	}
}

func mappedCount(n int) string {
	if n == 1 {
		return "1 column or label"
	}
	return fmt.Sprintf("%d columns and labels", n)
}

// written says how a file is written; commas go without saying.
func written(f source.File) string {
	if f.Delimiter == "" || f.Delimiter == "," {
		return f.Encoding
	}
	return f.Encoding + ", " + delimiterWord(f.Delimiter)
}

func delimiterWord(d string) string {
	if word, ok := map[string]string{",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}[d]; ok {
		return word
	}
	return `"` + d + `"`
}

// fileHint says the most useful thing about a file.
func (im *importer) fileHint(f source.File) string {
	errors, notices := 0, 0
	for _, p := range im.report.Problems {
		switch {
		case p.File != f.Name:
		case p.Severity == source.Error:
			errors++
		default:
			notices++
		}
	}
	var parts []string
	if f.Reason != "" {
		parts = append(parts, im.clean(f.Reason))
	}
	if n := im.notMapped(f.Name); n > 0 {
		parts = append(parts, counted(n, "label")+" that no table knows")
	}
	return strings.Join(append(parts, counted(errors, "error")+", "+counted(notices, "notice")), ". ")
}

// enterTo says what Enter does with a row, where anything can be changed.
func (im *importer) enterTo(do string) string {
	if im.readOnly != "" {
		return capital(im.readOnly) + "."
	}
	return "Press Enter to " + do + "."
}
