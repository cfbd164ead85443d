package export

import (
	"io"
	"slices"

	"wres/model/plan"
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
	sheet := viewed(p)
	if p.Printed {
		sheet = cleaned(sheet, o.Safe)
	}
	content, err := o.Sheet(sheet)
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// viewed gives a plan with a further column that says which view it has, the last of them
// or in place of that of an earlier sheet. In each row, as rows are sorted and copied.
func viewed(p report.Plan) plan.Plan {
	names, actions := p.ExtraColumns(), p.Actions()
	at, there := slices.Index(names, report.ViewColumn), true
	if at < 0 {
		at, there, names = len(names), false, append(names, report.ViewColumn)
	}
	for i := range actions {
		cells := actions[i].Extra
		for len(cells) < at {
			cells = append(cells, "")
		}
		if there && len(cells) > at {
			cells = slices.Delete(cells, at, at+1)
		}
		actions[i].Extra = slices.Insert(cells, at, p.View()) // before cells beyond the header
	}
	return plan.New(names, actions)
}

// cleaned makes every text of a plan safe for a terminal.
func cleaned(p plan.Plan, s report.Safe) plan.Plan {
	names, actions := p.ExtraColumns(), p.Actions()
	for i := range names {
		names[i] = s.Line(names[i])
	}
	for i := range actions {
		for _, f := range plan.Fields() {
			actions[i] = f.With(actions[i], s.Lines(f.Value(actions[i])))
		}
		for j, cell := range actions[i].Extra {
			actions[i].Extra[j] = s.Lines(cell)
		}
	}
	return plan.New(names, actions)
}
