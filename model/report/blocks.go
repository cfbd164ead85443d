package report

import (
	"slices"
	"strings"
)

// Block is a part of a page: a Heading, Text, a Paragraph, a List, Points, a Section, an
// Outline, Pairs, a Table or a Chart. Forms write those that they know.
type Block interface{ block() }

// Heading begins a part of the page. Level 1 is the page's own. ID names the part in the
// whole page, for links and file names: lower-case letters, digits and hyphens, as in
// "indicator-2"; it is empty where nothing refers to the part.
type Heading struct {
	Level int
	Text  string
	ID    string
}

// Text is lines, each a paragraph of its own.
type Text []string

// Paragraph is one paragraph of runs, which follow each other without a space between.
type Paragraph []Run

// Run is some words of a paragraph that look alike.
type Run struct {
	Text     string
	Strong   bool
	Emphasis bool
	Link     string // where it leads: an address by [IsAddress], or # and the ID of a block
}

// IsAddress reports whether a run may lead to an address: one of a kind that opens a page or
// writes a letter, and runs nothing.
func IsAddress(address string) bool {
	return slices.ContainsFunc([]string{"https://", "http://", "mailto:"}, func(scheme string) bool {
		return len(address) > len(scheme) && strings.EqualFold(address[:len(scheme)], scheme)
	})
}

// List is points.
type List []string

// Points are points of runs, which may have others under them.
type Points []Point

// Point is one point, so many steps in, with its number in an ordered list; 0: it has none.
type Point struct {
	Depth  int
	Number int
	Runs   Paragraph
}

// Section is points under a heading. Where tables are read out row by row, so is a
// section: plain lines for a screen reader.
type Section struct {
	Heading string
	Points  []string
}

// Outline is lines with others under them.
type Outline []Line

// Line is a line of an outline, so many steps in.
type Line struct {
	Depth int
	Text  string
}

// Pairs are texts under a name. A pair without a name goes on with the one before.
type Pairs []Pair

// Pair is a text, which may have several lines, and what it is.
type Pair struct {
	Name, Text string
}

// Chart draws numbers of a table. A form that cannot draw prints the description, and the
// table says the rest: no chart shows a number that its table has not.
type Chart struct {
	ID          string // unique in the page, as that of a heading
	Title       string
	Description string // what it shows, in words, for those who do not see it
	Kind        ChartKind
	Unit        Unit       // of all its values
	Labels      []string   // of the places along its axis of names, in order
	Series      []Series   // each with a value for each label
	Reference   *Reference // a line across it; nil: none
	Table       string     // the ID of the table that holds its data, which stands in the page
}

// ChartKind is how a chart is drawn.
type ChartKind uint8

// The kinds of chart.
const (
	Bars    ChartKind = iota // lengths beside each other, a row for each label: shares in pay bands
	Columns                  // heights beside each other, over labels that are years
	Ratios                   // dots with whiskers on a logarithmic axis, over labels that are years
)

// Series is the values of one thing in a chart.
type Series struct {
	Name   string
	Values []Value
}

// Value is one value of a chart, with the ends of its interval where it has one. Nothing
// is drawn of a cell that is no number: its text stands in the place.
type Value struct {
	Cell
	Lower, Upper Cell // the zero Cell: no interval
}

// Reference is a value that others are seen against, drawn as a line.
type Reference struct {
	Name string
	Cell
}

func (Heading) block()   {}
func (Text) block()      {}
func (Paragraph) block() {}
func (List) block()      {}
func (Points) block()    {}
func (Section) block()   {}
func (Outline) block()   {}
func (Pairs) block()     {}
func (Table) block()     {}
func (Chart) block()     {}
