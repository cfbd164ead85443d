package files

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model/meanings"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// file draws one file: what there is to map first, and then what is wrong.
func (d *drawing) file(f *source.File) {
	st := d.data.Theme.Styles
	if d.height < shortScreen {
		d.say(st.Muted, fmt.Sprintf("%s: %s = %s used + %s refused", words.Capital(f.Kind), words.Thousands(f.RowsRead), words.Thousands(f.RowsUsed), words.Thousands(f.RowsRefused)))
		if f.Year.Year != 0 {
			d.say(st.Muted, fmt.Sprintf("WRES year %d, by %s", f.Year.Year, f.Year.By))
		}
		if f.Reason != "" {
			d.say(st.Notice, words.Capital(string(f.Outcome))+": "+d.here(f.Reason))
		}
		d.filePart(f)
		return
	}
	reading := words.Capital(f.Kind) + ". " + readText(*f) + "."
	if f.Outcome != source.Refused {
		reading += " " + f.Reading() + "."
	}
	if said := f.Counted(words.Thousands); said != "" {
		reading += " " + said + "."
	}
	if f.Year.Year != 0 {
		reading += fmt.Sprintf(" Of WRES year %d, as %s says.", f.Year.Year, f.Year.By)
	}
	d.say(st.Muted, reading)
	if f.Reason != "" {
		d.say(st.Notice, words.Capital(string(f.Outcome))+": "+d.here(f.Reason))
	}
	if f.Kind == meanings.UnknownKind && len(f.Near) > 0 {
		d.say(st.Text, d.Lacking(f))
	}
	d.filePart(f)
}

// filePart draws the errors of a file, what can be mapped of it, and the notices. That
// a file is not used stands above with its reason, and not here once more.
func (d *drawing) filePart(f *source.File) {
	var errors, notices []source.Problem
	for _, p := range d.problemsOf(f.Name) {
		switch {
		case f.Reason != "" && strings.Contains(p.Message, f.Reason):
		case p.Severity == source.Error:
			errors = append(errors, p)
		default:
			notices = append(notices, p)
		}
	}
	if len(errors) > 0 {
		d.heading("Errors")
		d.problems(errors, false)
		for i := range d.targets {
			d.targets[i].hint = fmt.Sprintf("Error %d of %d. Below the errors: %s.", i+1, len(errors), d.below(f, len(notices)))
		}
	}
	d.labels(f)
	d.columns(f)
	if len(notices) > 0 {
		d.heading("Notices")
		d.problems(notices, false)
	}
}

// below names what stands under the errors of a file, where a window may not show it.
func (r *reading) below(f *source.File, notices int) string {
	var parts []string
	if n := len(r.UnmappedOf(f.Name)); n > 0 {
		parts = append(parts, panel.Counted(n, "label")+" not recognised")
	}
	return strings.Join(append(parts, panel.Counted(len(f.Columns), "column"), panel.Counted(notices, "notice")), ", ")
}

// shortScreen is the height below which a page says less above its rows.
const shortScreen = 14

// labels draws the labels that no table knows, with what became of them.
func (d *drawing) labels(f *source.File) {
	unmapped := d.UnmappedOf(f.Name)
	if len(unmapped) == 0 {
		return
	}
	st := d.data.Theme.Styles
	d.heading("Labels that were not recognised")
	var rows [][]string
	var targets []target
	for _, u := range unmapped {
		it := d.LabelItem(u)
		means := meanings.Uncounted(u.Field)
		if meaning, ok := d.StagedFor(it.Table, it.Written); ok && it.Fixed == "" && meaning != "" {
			means = "→ " + meaning
		}
		hint := it.Fixed
		if hint == "" {
			hint = d.enterTo("say what it means") + " Until then: " + meanings.Uncounted(u.Field) + "."
			if d.page.at == len(d.targets)+len(targets) { // only there is it read
				hint = nearest(d.Nearest(it)) + hint
			}
		}
		rows = append(rows, []string{d.data.Clean(u.Label), words.Thousands(u.Count), u.Field, means})
		targets = append(targets, target{item: &it, hint: hint})
	}
	d.table([]chart.Column{
		{Title: "Label", Flex: true, Min: 12, Style: st.Text},
		{Title: "Count", Align: chart.Right, Style: st.Text},
		{Title: "Column", Style: st.Muted, Drop: 2},
		{Title: "Means", Flex: true, Min: 12, Style: st.Accent, Drop: 1},
	}, rows, targets)
}

// columns draws what each column was taken for.
func (d *drawing) columns(f *source.File) {
	if len(f.Columns) == 0 {
		return
	}
	st := d.data.Theme.Styles
	d.heading("Columns")
	near := d.NearestKind(f)
	var rows [][]string
	var targets []target
	for i, c := range f.Columns {
		it := d.ColumnItem(f, c)
		means, how := columnWords(c, near.Fields[i])
		if meaning, ok := d.StagedFor("", c.Written); ok && it.Fixed == "" {
			means, how = "→ "+cmp.Or(meaning, "as without your mapping"), "not saved"
		}
		header := cmp.Or(d.data.Clean(c.Header), "(no name)")
		rows = append(rows, []string{strconv.Itoa(i + 1), header, means, how, meanings.HeldBriefly(c.Holds)})
		targets = append(targets, target{item: &it, hint: meanings.HeldSaid(c.Holds) + d.columnHint(f, c, it)})
	}
	heads := []chart.Column{
		{Title: "No.", Align: chart.Right, Style: st.Muted, Drop: 3},
		{Title: "Column", Flex: true, Min: 10, Style: st.Text},
		{Title: "Taken for", Flex: true, Min: 14, Style: st.Accent},
		{Title: "Known by", Flex: true, Min: 8, Style: st.Muted, Drop: 2},
		{Title: "Its cells", Flex: true, Min: 20, Style: st.Muted, Drop: 4},
	}
	if !slices.ContainsFunc(f.Columns, func(c source.Column) bool { return c.Holds != nil }) {
		heads = heads[:4]
		for i := range rows {
			rows[i] = rows[i][:4]
		}
	}
	d.table(heads, rows, targets)
}

// columnWords says what a column is and how that is known. near is what it would be
// in a file of the nearest kind, where the file is of none.
func columnWords(c source.Column, near string) (means, how string) {
	means, how = c.Field, string(c.Known)
	switch {
	case c.Personal:
		means, how = "not read", "about people"
	case means == "" && near != "":
		means = near
	case means == "":
		means = "not used"
	}
	if c.Known == source.ByName || c.Known == source.BySynonym {
		how = "its " + how
		if c.Known == source.BySynonym {
			how = "a synonym"
		}
	}
	if len(c.Rivals) > 0 {
		if how != "" {
			how += "; "
		}
		how += "also column " + c.AlsoColumns()
	}
	return means, how
}

func (r *reading) columnHint(f *source.File, c source.Column, it meanings.Item) string {
	if it.Fixed != "" {
		return it.Fixed
	}
	if len(c.Rivals) > 0 {
		return "Column " + c.AlsoColumns() + " means the same: say here which one is to be used, and which is not used."
	}
	if kind, ok := r.Choices.Kind(f.Kind); ok {
		for _, choice := range kind.Columns {
			if choice.Name == c.Field {
				return c.Field + ": " + choice.Help + ". " + r.enterTo("change it")
			}
		}
	}
	if f.Kind == meanings.UnknownKind && len(f.Near) == 0 {
		return "The file is not used for its name: rename it, or take it out of the folder. To say what this column is does not change that."
	}
	return r.enterTo("say what it is")
}

// nearest says which meaning a label is near, if it is near one.
func nearest(meaning string) string {
	if meaning == "" {
		return ""
	}
	return "Nearest: " + meaning + ". "
}
