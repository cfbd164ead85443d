package panel

import (
	"wres/tui/chart"
	"wres/tui/theme"
)

// Column is lines being written, none wider than its width: words, charts and tables
// one below the other.
type Column struct {
	Data  Data
	Width int
	Lines []string
	Parts []int // the lines at which what is not to be cut begins
	held  bool  // a heading waits for what it is of
}

// part begins something that is not to be cut, with the heading before it.
func (c *Column) part() {
	if !c.held {
		c.Parts = append(c.Parts, len(c.Lines))
	}
	c.held = false
}

// NewColumn begins a column of a width.
func NewColumn(d Data, width int) *Column { return &Column{Data: d, Width: width} }

// Styles are those of the theme.
func (c *Column) Styles() theme.Styles { return c.Data.Theme.Styles }

// Gap ends a part with an empty line.
func (c *Column) Gap() {
	if n := len(c.Lines); n > 0 && c.Lines[n-1] != "" {
		c.Lines = append(c.Lines, "")
	}
}

// Say writes words, wrapped.
func (c *Column) Say(style theme.Style, text string) {
	if text == "" {
		return
	}
	c.part()
	c.Lines = append(c.Lines, Wrap(c.Data.Theme, text, min(c.Width, ProseWidth), style)...)
}

// Heading begins a part.
func (c *Column) Heading(text string) {
	c.part()
	c.Gap()
	c.held = true
	c.Say(c.Styles().Title, text)
	c.held = true
}

// Item writes words behind a glyph.
func (c *Column) Item(glyph string, mark, style theme.Style, text string) {
	c.part()
	for i, line := range Wrap(c.Data.Theme, text, min(c.Width, ProseWidth)-2, style) {
		head := "  "
		if i == 0 {
			head = mark.Render(glyph) + " "
		}
		c.Lines = append(c.Lines, head+line)
	}
}

// Draw adds a picture.
func (c *Column) Draw(p Picture) {
	lines, _, _ := p.Lines(-1)
	c.part()
	c.Lines = append(c.Lines, lines...)
}

// Table adds a table. One that is too narrow for columns is a record a row, and
// an empty line keeps records apart.
func (c *Column) Table(tb chart.Table) {
	head, rows := tb.Lines(c.Data.Theme, c.Width)
	c.part()
	c.held = len(rows) > 0 // which the first row keeps to
	c.Lines = append(c.Lines, head...)
	for i, row := range rows {
		if i > 0 && len(head) == 0 {
			c.Gap()
		}
		c.part()
		c.Lines = append(c.Lines, row...)
	}
}
