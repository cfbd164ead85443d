package form

import (
	"slices"

	"wres/model/plan"
)

// place is where a field stands in the form, by its column, and what it is called there.
type place struct {
	column, label string
	more          bool // behind a key, unless it holds something
	lines, most   int  // of an area: as few as it has, and as many as it grows to
}

// places is the order of the fields in the form: as one thinks of an action. A field that
// is not named stands at the end.
func places() []place {
	return []place{
		{"action", "Do", false, 2, 4},
		{"lead", "Who", false, 0, 0},
		{"deadline", "By", false, 0, 0},
		{"measure", "Measure", false, 1, 2},
		{"baseline", "From", false, 0, 0},
		{"target", "To", false, 0, 0},
		{"indicators", "Serves", false, 0, 0},
		{"number", "Number", true, 0, 0},
		{"objective", "Objective", true, 1, 3},
		{"team", "Team", true, 0, 0},
		{"status", "Status", true, 0, 0},
		{noteColumn, "New note", true, 1, 3},
		{"progress", "Progress", true, 2, 6},
		{"high_impact", "High impact", true, 0, 0},
	}
}

// noteColumn names the field for a new note, which is a part of the progress.
const noteColumn = "note"

// placeOf gives the place of a column; one that none is named for is behind the key.
func placeOf(column string) place {
	all := places()
	if i := slices.IndexFunc(all, func(p place) bool { return p.column == column }); i >= 0 {
		return all[i]
	}
	return place{column: column, more: true, lines: 1, most: 3}
}

// formFields gives the fields that are typed, in the order of the form.
func formFields() []plan.Field {
	fields := slices.DeleteFunc(plan.Fields(), func(field plan.Field) bool { return field.Automatic || field.Column == "evidence" })
	fields = append(fields, plan.Field{Column: noteColumn, Label: "New note", MultiLine: true,
		Hint: "What has happened since: it is put before the progress, with today's date."})
	all := places()
	at := func(field plan.Field) int {
		if i := slices.IndexFunc(all, func(p place) bool { return p.column == field.Column }); i >= 0 {
			return i
		}
		return len(all)
	}
	slices.SortStableFunc(fields, func(a, b plan.Field) int { return at(a) - at(b) })
	return fields
}

// shown reports whether a field is on the page: what is rarely written is there where it
// holds something, or once it was asked for.
func (f *Model) shown(i int) bool {
	ff := &f.Fields[i]
	switch {
	case f.more || !ff.place.more || i == f.Focused:
		return true
	case ff.Column == "status" && !f.edited && ff.Text() == plan.StatusNotStarted: // as every new one
		return false
	}
	return ff.Text() != ""
}
