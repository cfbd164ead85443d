package panel

// Picture is a chart, drawn: the lines of each of its rows, which a cursor stands on, and
// those above and below them.
type Picture struct {
	Head []string
	Rows [][]string
	Foot []string
}

// Drawn makes a picture of what a chart draws.
func Drawn(head []string, rows [][]string, foot []string) Picture { return Picture{head, rows, foot} }

// Height is how many lines a picture takes.
func (p Picture) Height() int {
	n := len(p.Head) + len(p.Foot)
	for _, row := range p.Rows {
		n += len(row)
	}
	return n
}

// Lines puts a picture together, and says where the row under the cursor is: the first of
// its lines and the one after its last; 0 and 0 where none is.
func (p Picture) Lines(at int) (all []string, from, to int) {
	all = append(all, p.Head...)
	for i, row := range p.Rows {
		if i == at {
			from, to = len(all), len(all)+len(row)
		}
		all = append(all, row...)
	}
	return append(all, p.Foot...), from, to
}
