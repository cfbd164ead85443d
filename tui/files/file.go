package files

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model/source"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// unmappedOf lists the labels of a file that no table knows: those that can be given
// a meaning first, and of these the ones with most people.
func (r *reading) unmappedOf(file string) []source.Unmapped {
	var all []source.Unmapped
	for _, u := range r.data.Report.Unmapped {
		if u.File == file {
			all = append(all, u)
		}
	}
	fixed := func(u source.Unmapped) int {
		if r.labelItem(u).fixed != "" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b source.Unmapped) int {
		return cmp.Or(cmp.Compare(fixed(a), fixed(b)), cmp.Compare(b.Count, a.Count))
	})
	return all
}

// notMapped counts the labels of a file that can be given a meaning.
func (r *reading) notMapped(file string) int {
	n := 0
	for _, u := range r.unmappedOf(file) {
		if r.labelItem(u).fixed == "" {
			n++
		}
	}
	return n
}

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
	if f.Kind == unknownKind && len(f.Near) > 0 {
		d.say(st.Text, d.lacking(f))
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
	if n := len(r.unmappedOf(f.Name)); n > 0 {
		parts = append(parts, panel.Counted(n, "label")+" not recognised")
	}
	return strings.Join(append(parts, panel.Counted(len(f.Columns), "column"), panel.Counted(notices, "notice")), ", ")
}

// shortScreen is the height below which a page says less above its rows.
const shortScreen = 14

// unknownKind is the kind of a file that is of none.
const unknownKind = "unknown"

// nearKind is a kind that a file of none could be, under what is staged.
type nearKind struct {
	source.KindChoice
	near  source.Near
	lacks [][]string
	score int // what it gains by what is staged
}

// nearKinds puts the kinds in order: the one that gains most by what is staged first,
// else as the report has them.
func (r *reading) nearKinds(f *source.File) []nearKind {
	var all []nearKind
	for _, near := range f.Near {
		kind, ok := r.choices.Kind(near.Kind)
		if !ok {
			continue
		}
		k := nearKind{KindChoice: kind, near: near}
		taken, before := map[string]bool{"white": near.Wide, "bme": near.Wide}, map[string]bool{"white": near.Wide, "bme": near.Wide}
		for i := range f.Columns {
			taken[r.fieldAs(f, i, near)], before[near.Fields[i]] = true, true
		}
		k.lacks = kind.Lacks(func(c string) bool { return taken[c] })
		k.score = len(taken) - len(before) + 2*(len(kind.Lacks(func(c string) bool { return before[c] }))-len(k.lacks))
		years := append(source.YearColumns(), "date")
		if !f.Dated && !slices.ContainsFunc(years, func(c string) bool { return taken[c] }) {
			k.lacks = append(k.lacks, source.YearColumns()[:2])
		}
		all = append(all, k)
	}
	slices.SortStableFunc(all, func(a, b nearKind) int {
		if a.score == b.score && a.score > 0 {
			return cmp.Compare(len(a.lacks), len(b.lacks))
		}
		return cmp.Compare(b.score, a.score)
	})
	return all
}

// fieldAs gives what a column would be in a file of a kind, with what is staged.
func (r *reading) fieldAs(f *source.File, i int, near source.Near) string {
	if meaning, ok := r.stagedFor("", f.Columns[i].Written); ok && f.Columns[i].Written != "" && meaning != "" {
		kind, _ := r.choices.Kind(near.Kind)
		if kind.Has(meaning) {
			return meaning
		}
		return ""
	}
	return near.Fields[i]
}

// lacking says which kinds a file of none is near, and what each still lacks.
func (r *reading) lacking(f *source.File) string {
	const shown = 3
	var parts []string
	for i, k := range r.nearKinds(f) {
		if i == shown {
			break
		}
		if len(k.lacks) == 0 {
			parts = append(parts, k.Kind+" has all that it needs")
			continue
		}
		var lacks []string
		for _, need := range k.lacks {
			lacks = append(lacks, strings.Join(need, " or "))
		}
		parts = append(parts, k.Kind+" lacks "+strings.Join(lacks, ", "))
	}
	return "Say below what its columns are. Nearest: " + strings.Join(parts, "; ") + "."
}

// labels draws the labels that no table knows, with what became of them.
func (d *drawing) labels(f *source.File) {
	unmapped := d.unmappedOf(f.Name)
	if len(unmapped) == 0 {
		return
	}
	st := d.data.Theme.Styles
	d.heading("Labels that were not recognised")
	var rows [][]string
	var targets []target
	for _, u := range unmapped {
		it := d.labelItem(u)
		means := uncounted(u.Field)
		if meaning, ok := d.stagedFor(it.table, it.written); ok && it.fixed == "" && meaning != "" {
			means = "→ " + meaning
		}
		hint := it.fixed
		if hint == "" {
			hint = d.enterTo("say what it means") + " Until then: " + uncounted(u.Field) + "."
			if d.page.at == len(d.targets)+len(targets) { // only there is it read
				hint = d.nearWords(it) + hint
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

// uncounted says what becomes of people under a label of a column that no table
// knows.
func uncounted(field string) string {
	switch field {
	case "ethnicity":
		return "counted as unknown"
	case "pay_band", "pay_scale", "grade":
		return "counted without a band"
	case "staff_group", "staff_category":
		return "counted without a staff category"
	case "stage":
		return "not counted"
	case "mandatory":
		return "the name of the course decides"
	case "primary_assignment":
		return "not taken for the primary assignment"
	case "internal":
		return "counted neither as internal nor as external"
	}
	return "counted: it leaves nobody out"
}

// labelAdvice says what to do about a label that no mapping is for.
func labelAdvice(field string) string {
	switch field {
	case "mandatory", "primary_assignment":
		return "It cannot be mapped: write yes or no in the file."
	case "internal":
		return "It cannot be mapped: write internal or external in the file."
	case "assignment_status":
		return "It needs no mapping: statuses_out under [staff_list] in wres.toml says whom to leave out: list this label there with widow and ended."
	}
	return "It needs no mapping: contracts_out under [staff_list] in wres.toml says whom to leave out: list this label there with bank, honorary and non-executive."
}

func (r *reading) labelItem(u source.Unmapped) item {
	it := item{table: r.choices.Tables[u.Field], written: u.Written,
		question: fmt.Sprintf("What does the label %q in %s mean, in every file?", r.data.Clean(u.Label), u.Field)}
	switch {
	case u.Written == "":
		it.fixed = "It may be about a person, so it is not shown and cannot be mapped here: mend it in the file"
		if it.table != "" {
			it.fixed += ", or map it in wres.toml under [labels." + it.table + "]"
		}
		it.fixed += "."
	case it.table == "":
		it.fixed = labelAdvice(u.Field)
	}
	return it
}

// columns draws what each column was taken for.
func (d *drawing) columns(f *source.File) {
	if len(f.Columns) == 0 {
		return
	}
	st := d.data.Theme.Styles
	d.heading("Columns")
	near := d.nearestKind(f)
	var rows [][]string
	var targets []target
	for i, c := range f.Columns {
		it := d.columnItem(f, c)
		means, how := columnWords(c, near.Fields[i])
		if meaning, ok := d.stagedFor("", c.Written); ok && it.fixed == "" {
			means, how = "→ "+cmp.Or(meaning, "as without your mapping"), "not saved"
		}
		header := cmp.Or(d.data.Clean(c.Header), "(no name)")
		rows = append(rows, []string{strconv.Itoa(i + 1), header, means, how, heldBriefly(c.Holds)})
		targets = append(targets, target{item: &it, hint: heldSaid(c.Holds) + d.columnHint(f, c, it)})
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
		how += "also column " + numbers(c.Rivals)
	}
	return means, how
}

func numbers(all []int) string {
	var words []string
	for _, n := range all {
		words = append(words, strconv.Itoa(n))
	}
	return strings.Join(words, ", ")
}

func (r *reading) columnItem(f *source.File, c source.Column) item {
	it := item{written: c.Written, now: groupColumn(c.Field), mapped: c.Known == source.ByMapping, doubtful: len(c.Rivals) > 0,
		question: fmt.Sprintf("What is the column %q, in every file of the folder?", r.data.Clean(c.Header))}
	if f.Kind != unknownKind {
		it.kind = f.Kind
	}
	if it.now == "" && f.Kind != unknownKind {
		it.now = source.Ignored
	}
	switch {
	case c.Personal:
		it.fixed = "It says who someone is, and is not read. If it does not, say in wres.toml what it is."
	case c.Written == "" && c.Header == "":
		it.fixed = "It has no name, so nothing can be said of it: name it in the file."
	case c.Written == "":
		it.fixed = "The first row may be about a person, so it is not shown: put a row of column names above it."
	case slices.ContainsFunc(c.Rivals, func(n int) bool { return f.Columns[n-1].Written == c.Written }):
		it.fixed = "Column " + numbers(c.Rivals) + " has the very same name, so the two cannot be told apart here: rename one in the file."
	case c.Known == source.BySettings:
		it.fixed = "wres.toml says so, and wins over what is mapped here: change it there."
	}
	return it
}

// groupColumn gives the column that a mapping names for a column of the wide form:
// "ethnicity White" is white.
func groupColumn(field string) string {
	_, group, _ := strings.Cut(field, " ")
	for _, name := range []string{"white", "bme", "unknown"} {
		if strings.EqualFold(group, name) {
			return name
		}
	}
	return field
}

func (r *reading) columnHint(f *source.File, c source.Column, it item) string {
	if it.fixed != "" {
		return it.fixed
	}
	if len(c.Rivals) > 0 {
		return "Column " + numbers(c.Rivals) + " means the same: say here which one is to be used, and which is not used."
	}
	if kind, ok := r.choices.Kind(f.Kind); ok {
		for _, choice := range kind.Columns {
			if choice.Name == c.Field {
				return c.Field + ": " + choice.Help + ". " + r.enterTo("change it")
			}
		}
	}
	if f.Kind == unknownKind && len(f.Near) == 0 {
		return "The file is not used for its name: rename it, or take it out of the folder. To say what this column is does not change that."
	}
	return r.enterTo("say what it is")
}
