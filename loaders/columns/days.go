package columns

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// Order tells whether the days of a standard column are read day first or month first.
func (f *File) Order(field string) model.Order { return f.orders[field] }

// TakeMonthFirst reads the days of a column month first, as one in a line can only be read
// and none in any other order.
func (f *File) TakeMonthFirst(field string, line int) {
	f.orders[field], f.monthLines[field] = model.MonthFirst, line
}

// SayMonthFirst says of which columns that was so.
func (f *File) SayMonthFirst() {
	for field, line := range f.monthLines {
		f.Say(source.Notice, line, f.Column(field), field, fmt.Sprintf(
			"the days of %s are read with the month first, for one in line %d can only be read so and none only day first; if they are something else, write them as 2024-03-31", field, line))
	}
}

// WhyBothOrders says why a column cannot be read that has days of both orders.
func (f *File) WhyBothOrders(field string, dayLine int) string {
	return fmt.Sprintf("the days of %s are written in two ways: line %d can only be month first and line %d only day first, so the others may be either; write them all as 31/03/2024 or as 2024-03-31",
		field, f.monthLines[field], dayLine)
}

// orderDays finds in which order the days of a file of counts are written: each column has
// one. It answers why the file cannot be used.
func (f *File) orderDays(ctx context.Context, text *csvfile.File) (why string) {
	for _, field := range source.YearColumns() {
		i, ok := f.Fit.At[field]
		if !ok {
			continue
		}
		seen, first := map[string]bool{}, [2]int{} // the line by the order
		for rec := range csvfile.Until(ctx, text.Records()) {
			cell := rec.Value(i)
			if seen[cell] || rec.Refused() {
				continue
			}
			seen[cell] = true
			if order, told := model.OrderOf(cell); told && first[order] == 0 {
				first[order] = rec.Line
			}
		}
		if month := first[model.MonthFirst]; month != 0 {
			f.TakeMonthFirst(field, month)
			if day := first[model.DayFirst]; day != 0 {
				return f.WhyBothOrders(field, day)
			}
		}
	}
	f.SayMonthFirst()
	return ""
}

// Drop leaves a column out that cannot be read. What it was taken for is still known.
func (f *File) Drop(field string) { delete(f.Fit.At, field) }

// takeMonths takes a column Month, of months with their years, for the days of a file that
// has no other column of its time.
func (f *File) takeMonths(text *csvfile.File) {
	if f.Fit.hasYears() || f.Fit.ByYear() || f.Fit.Given("date") || !f.Fit.Extract.Has("snapshot_date") {
		return
	}
	for i, name := range f.Header.Values[:min(f.Width, len(f.Header.Values))] {
		if f.Fit.Field[i] == "" && slices.Contains(monthHeadings, csvfile.Fold(name)) && daysUnder(text, i) {
			f.Fit.At["snapshot_date"], f.Fit.Field[i] = i, "snapshot_date"
			f.Fit.used[i/64] |= 1 << (i % 64)
			return
		}
	}
}

// monthHeadings are folded headings that are of days where their cells are: a month by its
// name alone is of no year.
var monthHeadings = []string{"month", "monthend", "monthending", "monthyear", "reportingmonth", "snapshotmonth", "datamonth", "periodend", "periodending", "quarter", "quarterend", "quarterending"}

// daysUnder reports whether the first cells of a column name days, months or quarters.
func daysUnder(text *csvfile.File, column int) bool {
	const enough = 50
	n := 0
	for rec := range text.Records() {
		cell := strings.TrimSpace(rec.Value(column))
		if rec.Refused() || rec.Aside != "" || cell == "" {
			continue
		}
		if !isDay(cell) {
			return false
		}
		if n++; n == enough {
			break
		}
	}
	return n > 0
}

func isDay(cell string) bool {
	w, err := model.DayFirst.When(cell)
	return err == nil && w.Day != 0
}
