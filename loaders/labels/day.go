package labels

import (
	"strings"

	"wres/model"
)

// DayCell is what a cell of a date says.
type DayCell struct {
	Day model.Day
	Bad bool // it holds something that is no day
	// Other: it is one in the other order, of days and months.
	Other bool
}

// DayCellIn reads a date of any form that extracts write.
func DayCellIn(order model.Order) func(raw string) DayCell {
	return func(raw string) DayCell {
		d, ok := order.Day(raw)
		return DayCell{d, !ok && strings.Trim(raw, " -") != "", !ok && isOf(raw, 1-order)}
	}
}

// DayOf reads the forms of a date that systems write: 31/03/2024, with points or
// hyphens, 31-MAR-2024, 2024-03-31, 20240331. A column of dates has too many spellings
// for a lookup, and a million of them cost no memory here. It answers false for a
// form that it leaves to DayCellIn.
func DayOf(cell []byte) (model.Day, bool) {
	switch {
	case len(cell) == len("31-MAR-2024") && cell[2] == '-' && cell[6] == '-':
		day, d := twoDigits(cell[0], cell[1])
		year, y := fourDigits(cell[7:])
		return ifAll(d && y, year, monthNamed(cell[3:6]), day)
	case len(cell) == len("31/03/2024") && cell[2] == cell[5] && (cell[2] == '/' || cell[2] == '-' || cell[2] == '.'):
		day, d := twoDigits(cell[0], cell[1])
		month, m := twoDigits(cell[3], cell[4])
		year, y := fourDigits(cell[6:])
		return ifAll(d && m && y, year, month, day)
	case len(cell) < 8 || len(cell) > 11:
		return 0, false
	}
	first, rest := leadingDigits(cell)
	switch {
	case rest == 8 && len(cell) == 8:
		return model.DayOf(first/10000, first/100%100, first%100)
	case rest == 4 && len(cell) == 10 && (cell[4] == '-' || cell[4] == '/') && cell[7] == cell[4]:
		month, m := leadingDigits(cell[5:7])
		day, d := leadingDigits(cell[8:])
		return ifAll(m == 2 && d == 2, first, month, day)
	case rest == 1 || rest == 2:
		return dayFirst(first, cell[rest:])
	}
	return 0, false
}

// twoDigits reads a number of two digits.
func twoDigits(a, b byte) (value int, ok bool) {
	a, b = a-'0', b-'0'
	return int(a)*10 + int(b), a <= 9 && b <= 9
}

// fourDigits reads the digits of a cell that holds no more than four.
func fourDigits(cell []byte) (value int, ok bool) {
	if len(cell) != 4 {
		return 0, false
	}
	hundreds, h := twoDigits(cell[0], cell[1])
	rest, r := twoDigits(cell[2], cell[3])
	return hundreds*100 + rest, h && r
}

// dayFirst reads what stands behind the day: a sign, the month, the sign again, the
// year.
func dayFirst(day int, cell []byte) (model.Day, bool) {
	sign := cell[0]
	if sign != '/' && sign != '-' && sign != '.' {
		return 0, false
	}
	month, n := leadingDigits(cell[1:])
	if n == 0 && sign == '-' && len(cell) > 4 {
		month, n = monthNamed(cell[1:4]), 3
	}
	if n < 1 || n > 3 || n == 3 && cell[1] <= '9' || 1+n >= len(cell) || cell[1+n] != sign {
		return 0, false
	}
	year, y := leadingDigits(cell[2+n:])
	return ifAll(y == 4 && 2+n+y == len(cell), year, month, day)
}

func ifAll(sound bool, year, month, day int) (model.Day, bool) {
	if !sound {
		return 0, false
	}
	return model.DayOf(year, month, day)
}

// leadingDigits reads the digits at the beginning of a cell, and counts them.
func leadingDigits(cell []byte) (value, n int) {
	for n < len(cell) && n < 9 && cell[n] >= '0' && cell[n] <= '9' {
		value = value*10 + int(cell[n]-'0')
		n++
	}
	return value, n
}

// monthNamed reads the three letters of a month; 0 is none.
func monthNamed(name []byte) int {
	letters := threeLetters(name[0], name[1], name[2])
	if m := monthsNamed[monthPlace(letters)]; m.letters == letters {
		return m.month
	}
	return 0
}

// monthsNamed has each month where monthPlace says: a search among twelve costs more
// than the rest of the date.
var monthsNamed = func() (table [16]struct {
	letters uint32
	month   int
}) {
	const names = "janfebmaraprmayjunjulaugsepoctnovdec"
	for m := range 12 {
		letters := threeLetters(names[3*m], names[3*m+1], names[3*m+2])
		at := &table[monthPlace(letters)]
		at.letters, at.month = letters, m+1
	}
	return table
}()

// threeLetters packs three letters, of either case.
func threeLetters(a, b, c byte) uint32 {
	return (uint32(a) | uint32(b)<<8 | uint32(c)<<16) | ' '*0x010101
}

// monthPlace hashes the letters of a month. The factor was found by trial: no two
// months share a place.
func monthPlace(letters uint32) uint32 { return letters * 26597 >> 28 }

// YearCell is what a cell of a year or a date says.
type YearCell struct {
	model.When
	OK, Blank, Total bool
	Other            bool // it is a day in the other order, of days and months
	Rows             int  // that have it
}

// isOf reports whether a date can only be read in an order.
func isOf(raw string, order model.Order) bool {
	o, told := model.OrderOf(raw)
	return told && o == order
}

// YearCellIn reads a year or a date of any form that extracts write.
func YearCellIn(order model.Order) func(raw string) YearCell {
	return func(raw string) YearCell {
		w, err := order.When(raw)
		return YearCell{When: w, OK: err == nil, Blank: strings.TrimSpace(raw) == "", Total: model.IsTotal(raw), Other: err != nil && isOf(raw, 1-order)}
	}
}
