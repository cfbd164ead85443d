package columns

import (
	"fmt"

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
func (f *File) orderDays(text *csvfile.File) (why string) {
	for _, field := range source.YearColumns() {
		i, ok := f.Fit.At[field]
		if !ok {
			continue
		}
		seen, first := map[string]bool{}, [2]int{} // the line by the order
		for rec := range text.Records() {
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
