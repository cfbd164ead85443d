package columns

import (
	"fmt"
	"slices"

	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// A staff list with a column that another list has too (a date, a course) fits both, and
// so does a list of applicants or cases with a band and a staff group in it. Which of the
// two it is its name says, and else its columns.

// postColumns are the columns that only a list of staff in post has several of, and
// loosely their headers that may stand in any list.
var (
	postColumns = []string{"pay_scale", "staff_group", "occupation_code", "job_role", "assignment_category", "assignment_status", "fte", "primary_assignment"}
	loosely     = []string{"status", "role", "job", "occupation", "primary"}
)

// plainly is how many columns of a kind alone show what a file is: one may be a stray.
const plainly = 2

// posts finds the columns of a staff list that no other list has several of.
func (f *Fit) posts(header Heading) []int {
	var columns []int
	for _, standard := range postColumns {
		if i, ok := f.At[standard]; ok && (header.rules[i] != nil || !slices.Contains(loosely, header.keys[i])) {
			columns = append(columns, i)
		}
	}
	return columns
}

// own reports whether another list uses a column that the staff list does not know.
func (f *Fit) own(staff *Fit) bool {
	for i, field := range f.Field {
		if field != "" && staff.Field[i] == "" {
			return true
		}
	}
	return false
}

// mapped reports whether the settings say of a column that it is one of the list, and
// the staff list has no such column.
func (f *Fit) mapped(staff *Fit, header Heading) bool {
	return slices.ContainsFunc(header.rules, func(r *Rule) bool {
		return r != nil && r.Standard != "" && f.Extract.Has(r.Standard) && !staff.Extract.Has(r.Standard)
	})
}

// staffOr decides between a staff list and the other lists that a file fits: it drops
// the one or the others, or says why the file is neither, and what to do.
func staffOr(fits []*Fit, header Heading, name string) (kept []*Fit, why string) {
	at := slices.IndexFunc(fits, func(f *Fit) bool { return f.Extract.List != nil && f.Extract.List.Weak })
	if at < 0 {
		return fits, ""
	}
	staff := fits[at]
	var other *Fit // the one that the name says, or most columns
	var told []int
	named, own, mapped := false, false, false
	for _, f := range fits {
		if f.Extract.List == nil || f == staff {
			continue
		}
		columns, called := header.tellsOf(f.Extract), f.Extract.CalledIn(name) != ""
		if other == nil || called && !named || called == named && len(columns) > len(told) {
			other, told = f, columns
		}
		named = named || called
		own = own || f.own(staff)
		mapped = mapped || f.mapped(staff, header)
	}
	if other == nil {
		return fits, ""
	}
	posts, asStaff := staff.posts(header), kinds.StaffWord(name) != ""
	isStaff := len(posts) >= plainly && len(told) < plainly && !mapped
	switch {
	case asStaff && !named:
		isStaff = len(posts) >= plainly || !mapped
		if len(told) >= plainly && len(told) >= len(posts) && !mapped {
			return nil, whyNotStaff(other, told, header, name)
		}
	case named && !asStaff:
		isStaff = false
		if len(posts) >= plainly && len(told) == 0 && !own {
			return nil, whyNotOther(other, staff, header, name)
		}
	case isStaff && own:
		staff.notice = fmt.Sprintf("it is read as a staff list for its columns %s; its columns fit %s too: if it holds those, put that into the file's name, such as %s",
			header.few(posts), other.Extract.Kind, other.Extract.NameWith(name))
	}
	return slices.DeleteFunc(slices.Clone(fits), func(f *Fit) bool {
		switch {
		case f.Extract.List == nil:
			return false
		case isStaff:
			return f != staff
		}
		return f == staff || named && f.Extract.CalledIn(name) == ""
	}), ""
}

// whyNotStaff says why a file whose name says staff is no staff list.
func whyNotStaff(other *Fit, told []int, header Heading, name string) string {
	kind := other.Extract.Kind
	return fmt.Sprintf("its name says %s, but its columns %s belong to %s; if it holds %s, put that into the file's name too, such as %s; "+
		"if it holds staff in post, say in the app with f, or under [columns] in wres.toml, that those columns are not used",
		labels.Quoted(kinds.StaffWord(name)), header.few(told), kind, kind, other.Extract.NameWith(name))
}

// whyNotOther says why a file whose name says another list is not one.
func whyNotOther(other, staff *Fit, header Heading, name string) string {
	e := other.Extract
	needed := slices.IndexFunc(other.Field, func(field string) bool { return field != "" && !staff.Extract.Has(field) })
	why := fmt.Sprintf("its name says %s, but its columns %s belong to a staff list; if it holds staff in post, put staff into the file's name, such as staff-%s",
		labels.Quoted(e.CalledIn(name)), header.few(staff.posts(header)), labels.Shown(name))
	if needed < 0 {
		return why
	}
	return why + fmt.Sprintf("; if it holds %s, say in the app with f, or under [columns] in wres.toml, that its column %s is %s", e.Kind, labels.Quoted(header.names[needed]), other.Field[needed])
}

// few names two columns, or the one.
func (h Heading) few(columns []int) string {
	var names []string
	for _, i := range columns[:min(plainly, len(columns))] {
		names = append(names, labels.Quoted(h.names[i]))
	}
	return labels.Listed(names, "and")
}
