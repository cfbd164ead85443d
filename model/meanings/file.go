package meanings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"wres/model/source"
)

// UnmappedOf lists the labels of a file that no table knows: those that can be given
// a meaning first, and of these the ones with most people.
func (r *Reading) UnmappedOf(file string) []source.Unmapped {
	var all []source.Unmapped
	for _, u := range r.Report.Unmapped {
		if u.File == file {
			all = append(all, u)
		}
	}
	fixed := func(u source.Unmapped) int {
		if r.LabelItem(u).Fixed != "" {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(all, func(a, b source.Unmapped) int {
		return cmp.Or(cmp.Compare(fixed(a), fixed(b)), cmp.Compare(b.Count, a.Count))
	})
	return all
}

// NotMapped counts the labels of a file that can be given a meaning.
func (r *Reading) NotMapped(file string) int {
	n := 0
	for _, u := range r.UnmappedOf(file) {
		if r.LabelItem(u).Fixed == "" {
			n++
		}
	}
	return n
}

// UnknownKind is the kind of a file that is of none.
const UnknownKind = "unknown"

// NearKind is a kind that a file of none could be, under what is staged.
type NearKind struct {
	source.KindChoice
	near  source.Near
	Lack  [][]string // what it still needs: one column of each of these
	score int        // what it gains by what is staged
}

// NearKinds puts the kinds in order: the one that gains most by what is staged first,
// else as the report has them.
func (r *Reading) NearKinds(f *source.File) []NearKind {
	var all []NearKind
	for _, near := range f.Near {
		kind, ok := r.Choices.Kind(near.Kind)
		if !ok {
			continue
		}
		k := NearKind{KindChoice: kind, near: near}
		taken, before := map[string]bool{"white": near.Wide, "bme": near.Wide}, map[string]bool{"white": near.Wide, "bme": near.Wide}
		for i := range f.Columns {
			taken[r.fieldAs(f, i, near)], before[near.Fields[i]] = true, true
		}
		k.Lack = kind.Lacks(func(c string) bool { return taken[c] })
		k.score = len(taken) - len(before) + 2*(len(kind.Lacks(func(c string) bool { return before[c] }))-len(k.Lack))
		years := append(source.YearColumns(), "date")
		if !f.Dated && !slices.ContainsFunc(years, func(c string) bool { return taken[c] }) {
			k.Lack = append(k.Lack, source.YearColumns()[:2])
		}
		all = append(all, k)
	}
	slices.SortStableFunc(all, func(a, b NearKind) int {
		if a.score == b.score && a.score > 0 {
			return cmp.Compare(len(a.Lack), len(b.Lack))
		}
		return cmp.Compare(b.score, a.score)
	})
	return all
}

// fieldAs gives what a column would be in a file of a kind, with what is staged.
func (r *Reading) fieldAs(f *source.File, i int, near source.Near) string {
	if meaning, ok := r.StagedFor("", f.Columns[i].Written); ok && f.Columns[i].Written != "" && meaning != "" {
		kind, _ := r.Choices.Kind(near.Kind)
		if kind.Has(meaning) {
			return meaning
		}
		return ""
	}
	return near.Fields[i]
}

// Lacking says which kinds a file of none is near, and what each still lacks.
func (r *Reading) Lacking(f *source.File) string {
	const shown = 3
	var parts []string
	for i, k := range r.NearKinds(f) {
		if i == shown {
			break
		}
		if len(k.Lack) == 0 {
			parts = append(parts, k.Kind+" has all that it needs")
			continue
		}
		var lacks []string
		for _, need := range k.Lack {
			lacks = append(lacks, strings.Join(need, " or "))
		}
		parts = append(parts, k.Kind+" lacks "+strings.Join(lacks, ", "))
	}
	return "Say below what its columns are. Nearest: " + strings.Join(parts, "; ") + "."
}

// Uncounted says what becomes of people under a label of a column that no table
// knows.
func Uncounted(field string) string {
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

// LabelItem is a label that no table knows, as what can be given a meaning.
func (r *Reading) LabelItem(u source.Unmapped) Item {
	it := Item{Table: r.Choices.Tables[u.Field], Written: u.Written,
		Question: fmt.Sprintf("What does the label %q in %s mean, in every file?", r.Clean(u.Label), u.Field)}
	switch {
	case u.Written == "":
		it.Fixed = "It may be about a person, so it is not shown and cannot be mapped here: mend it in the file"
		if it.Table != "" {
			it.Fixed += ", or map it in wres.toml under [labels." + it.Table + "]"
		}
		it.Fixed += "."
	case it.Table == "":
		it.Fixed = labelAdvice(u.Field)
	}
	return it
}

// ColumnItem is a column of a file, as what can be given a meaning.
func (r *Reading) ColumnItem(f *source.File, c source.Column) Item {
	it := Item{Written: c.Written, Now: groupColumn(c.Field), Mapped: c.Known == source.ByMapping, Doubtful: len(c.Rivals) > 0,
		Question: fmt.Sprintf("What is the column %q, in every file of the folder?", r.Clean(c.Header))}
	if f.Kind != UnknownKind {
		it.Kind = f.Kind
	}
	if it.Now == "" && f.Kind != UnknownKind {
		it.Now = source.Ignored
	}
	switch {
	case c.Personal:
		it.Fixed = "It says who someone is, and is not read. If it does not, say in wres.toml what it is."
	case c.Written == "" && c.Header == "":
		it.Fixed = "It has no name, so nothing can be said of it: name it in the file."
	case c.Written == "":
		it.Fixed = "The first row may be about a person, so it is not shown: put a row of column names above it."
	case slices.ContainsFunc(c.Rivals, func(n int) bool { return f.Columns[n-1].Written == c.Written }):
		it.Fixed = "Column " + c.AlsoColumns() + " has the very same name, so the two cannot be told apart here: rename one in the file."
	case c.Known == source.BySettings:
		it.Fixed = "wres.toml says so, and wins over what is mapped here: change it there."
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
