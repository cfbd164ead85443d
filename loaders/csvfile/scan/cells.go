package scan

// Cells are fields of one record: places in a buffer, as a slice for each would take
// longer to make than to read.
type Cells struct {
	text  []byte
	spans []span

	worker *worker  // nil: the record was read otherwise
	ends   []uint32 // of the record's fields, with that before the first
}

// span is where a cell begins, and where it ends.
type span struct{ from, to uint32 }

// At gives a field, from 0. It is valid as long as the Cells are.
func (c *Cells) At(i int) []byte {
	s := c.spans[i]
	return c.text[s.from:s.to]
}

// Field gives any field of a scanned record, from 0, without its quotes. It takes longer
// than At, and is not for cells that were appended.
func (c *Cells) Field(i int) []byte {
	w := c.worker
	of := w.unquoted(span{c.ends[i] + 1, c.ends[i+1]})
	c.text = w.buf
	return c.text[of.from:of.to]
}

// Reset takes all fields away.
func (c *Cells) Reset() { c.text, c.spans = c.text[:0], c.spans[:0] }

// Append adds a field of a record that was read otherwise.
func (c *Cells) Append(field string) {
	from := uint32(len(c.text))
	c.text = append(c.text, field...)
	c.spans = append(c.spans, span{from, uint32(len(c.text))})
}
