package panel

import (
	"fmt"

	"wres/model/indicator"
	"wres/model/source"
	"wres/model/words"
)

// Origins names the files and rows that an indicator's counts of a year were read from,
// one a line; and says so where there are none.
func Origins(d Data, ind *indicator.Indicator, f *indicator.Figure) []string {
	var lines []string
	for _, kind := range ind.Extracts() {
		for _, o := range d.Report.OriginsOf(kind, int(f.Year)) {
			lines = append(lines, originText(d.Report, o))
		}
	}
	if len(lines) == 0 {
		return []string{"No row of any file gives figures of this year."}
	}
	return lines
}

// originText says which rows of a file were used. A list goes by its own kind, and not
// by that of what is counted from it.
func originText(r source.Report, o source.Origin) string {
	for _, f := range r.Files {
		if f.Name == o.File && f.People != nil {
			o.Kind = f.Kind
		}
	}
	switch {
	case o.People > 0:
		return fmt.Sprintf("%s (%s): %s used, %s people or events counted", o.File, o.Kind, Counted(o.Rows, "row"), words.Thousands(o.People))
	case o.FirstLine == o.LastLine:
		return fmt.Sprintf("%s (%s): line %d", o.File, o.Kind, o.FirstLine)
	}
	return fmt.Sprintf("%s (%s): %s, lines %d to %d", o.File, o.Kind, Counted(o.Rows, "row"), o.FirstLine, o.LastLine)
}

// NotUsed says in a few words what of the extracts waits for the user, or "".
func NotUsed(r source.Report) string {
	switch labels, files := r.NotMapped(), r.NotUsed(); {
	case files > 0:
		return Counted(files, "file") + " not used: f"
	case labels > 0:
		return Counted(labels, "label") + " not mapped: f"
	}
	return ""
}
