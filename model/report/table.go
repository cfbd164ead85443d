package report

import (
	"strconv"
	"strings"

	"wres/model/words"
)

// Table is rows under columns. Where a column has no room the rows are read out one
// by one, each under its title. The first four fields are empty in tables of a page that
// has no others: a page of several names each.
type Table struct {
	ID      string // unique in the page, as that of a heading
	Caption string
	Notes   []string // below it, each a paragraph
	Source  string   // where its data are from, a clause
	Columns []Column
	Rows    []Row
	Titled  int // how many of the first columns the title of a row says
}

// Column is a column of a table. Width is how many characters it takes where a line
// has a fixed number of them; without a width it takes what the others leave, and
// needs Least.
type Column struct {
	Name         string
	Width, Least int
	Names        bool // its cells name their rows
	Under        bool // where lines have a fixed width its cells stand under those before, and have no column
	Right        bool // figures: they end alike
}

// Row is one row of a table. A part of the row before has no title of its own.
type Row struct {
	Title string
	Cells []Cell
	Part  bool
}

// Cell is a cell of a table. Text is what every form prints. A cell with a unit is a
// number: Number is what Text prints, with no digit more, for forms that store numbers.
type Cell struct {
	Text     string
	Number   float64 // of a percentage the fraction of 1
	Decimals int     // how many Text has behind its point
	Unit     Unit
	State    State
}

// Unit is what a number is counted in. The zero Unit is that of words.
type Unit uint8

// The units.
const (
	Wordy            Unit = iota // no number
	Count                        // people or events: "1,863"
	Percentage                   // "33.7%", a Number of 0.337
	PercentagePoints             // "−11.3"
	Ratio                        // "2.45"
)

// State is whether a cell has what belongs there.
type State uint8

// The states. A cell that is not Given holds the mark of its state.
const (
	Given         State = iota
	Hidden              // to protect people
	NotAvailable        // nothing in the figures says it
	NotApplicable       // there is no such number: a share of nobody
)

// marks are those of tables that are published as data.
var marks = [...]string{Given: "", Hidden: words.HiddenMark, NotAvailable: "[x]", NotApplicable: "[z]"}

// Mark is what stands in a cell of the state: "[c]"; "" where it is given.
func (s State) Mark() string { return marks[s] }

// States lists those that have a mark.
func States() []State { return []State{Hidden, NotAvailable, NotApplicable} }

// Meaning says of a state what its mark stands for, as a clause.
func (s State) Meaning() string {
	return [...]string{Given: "", Hidden: "hidden to protect people", NotAvailable: "not available", NotApplicable: "not applicable"}[s]
}

// Marked is a cell that holds a mark in place of a number.
func Marked(s State, u Unit) Cell { return Cell{Text: s.Mark(), Unit: u, State: s} }

// Texts makes cells of words.
func Texts(all ...string) []Cell {
	cells := make([]Cell, len(all))
	for i, text := range all {
		cells[i].Text = text
	}
	return cells
}

// Printed makes a cell of a number as model/words writes it: "1,863", "33.7%", "−11.3". A
// mark becomes its state, and any other text stays words.
func Printed(text string, u Unit) Cell {
	for _, s := range States() {
		if text == s.Mark() {
			return Marked(s, u)
		}
	}
	digits := strings.NewReplacer(",", "", words.Minus, "-").Replace(strings.TrimSuffix(text, "%"))
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return Cell{Text: text}
	}
	c := Cell{Text: text, Number: n, Unit: u}
	if at := strings.IndexByte(digits, '.'); at >= 0 {
		c.Decimals = len(digits) - at - 1
	}
	if u == Percentage {
		// The nearest number to the printed fraction, as a reader of "0.337" gets it.
		c.Number, _ = strconv.ParseFloat(strconv.FormatFloat(n/100, 'f', c.Decimals+2, 64), 64)
	}
	return c
}

// IsNumber reports whether a cell holds a number.
func (c Cell) IsNumber() bool { return c.Unit != Wordy && c.State == Given }

// States lists the states that cells of the table have, in the order of [States].
func (t Table) States() []State {
	var all []State
	for _, s := range States() {
		if t.has(s) {
			all = append(all, s)
		}
	}
	return all
}

func (t Table) has(s State) bool {
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if c.State == s {
				return true
			}
		}
	}
	return false
}
