package settle

import (
	"fmt"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// setTotalsAside sets a group's total aside beside the group itself: "Total BME"
// is the row BME again. facts are one cell's, by group or category.
func setTotalsAside(facts []*Fact) {
	own := map[model.Ethnicity]*Fact{}
	for _, f := range facts {
		if !f.GroupSum && labels.Level(f.Ethnicity) > 0 && own[f.Ethnicity] == nil {
			own[f.Ethnicity] = f
		}
	}
	for _, f := range facts {
		of := own[f.Ethnicity]
		if !f.GroupSum || of == nil {
			continue
		}
		f.aside, f.settled = true, true
		if f.N != of.N {
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the %s at %s, which is used: check which is right",
				labels.Thousands(f.N), f.words(), labels.Thousands(of.N), of.Row.Place()))
		}
	}
}

// settleParts sets rows aside whose label says that other rows count their people.
func settleParts(facts []*Fact) {
	rowsOf(facts, func(row []*Fact) {
		people, part := 0, row[0].PartOf
		if part.Field == "" {
			return
		}
		for _, f := range row {
			f.aside, f.settled = true, true
			people += f.N
		}
		row[0].Row.Say(source.Notice, part.Column, part.Field, fmt.Sprintf(
			"%s says that it is a part of another row, so its %s are not added; if no other row counts them, take the opening words out of the label",
			labels.Quoted(part.Label), labels.People(people)))
	})
}
