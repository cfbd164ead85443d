package export

import (
	"io"

	"wres/model/report"
)

// sheetFormat is a plan in the form of its own file, with no cell that a spreadsheet
// runs as a formula.
func sheetFormat() Format {
	return Format{
		Name:  rowsName,
		Pages: map[report.Kind]string{report.PlanPage: ""},
		Write: writeSheet,
		Data:  true,
	}
}

func writeSheet(w io.Writer, page report.Page, o Options) error {
	p, ok := page.(report.Plan)
	if !ok {
		return notWritten("sheet", page)
	}
	content, err := o.Sheet(p.Plan)
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}
