package counts

import (
	"wres/loaders/counts/settle"
	"wres/model"
)

// row is a row of counts, with what is known of it whatever becomes of its facts.
type row struct {
	settle.Row
	year      model.Year // 0: could not be read
	indicator string     // of a kind that has a column of indicators
	outside   bool       // of staff whom the standard does not count
}

// setAside sets a record aside that is no row of the table.
func (r *row) setAside() {
	r.State = settle.Aside
	r.File.SetAside(r.Rec)
}

// lack remembers what the row would have counted, were its figure readable.
func (r *row) lack(f settle.Fact) {
	f.Row = &r.Row
	r.Lacks = append(r.Lacks, &f)
}
