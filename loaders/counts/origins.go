package counts

import (
	"wres/loaders/columns"
	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// originKey is what a report says the origin of: one kind's figures of one year in
// one file.
type originKey struct {
	kind string
	year model.Year
	file *columns.File
}

// origins collects where the figures of each kind and year stand.
type origins struct {
	byKey map[originKey]*source.Origin
	last  map[originKey]*settle.Row // the last row counted: a wide row has many facts
}

func newOrigins() origins {
	return origins{map[originKey]*source.Origin{}, map[originKey]*settle.Row{}}
}

func (o *origins) at(key originKey) *source.Origin {
	if o.byKey[key] == nil {
		o.byKey[key] = &source.Origin{Kind: key.kind, Year: int(key.year), File: csvfile.Clean(key.file.Name)}
	}
	return o.byKey[key]
}

// add counts the row of a fact that stands.
func (o *origins) add(kind string, f *settle.Fact) {
	key := originKey{kind, f.Year, f.Row.File}
	if o.last[key] == f.Row {
		return
	}
	o.last[key] = f.Row
	at, line := o.at(key), f.Row.Rec.Line
	at.Rows++
	if at.FirstLine == 0 || line < at.FirstLine {
		at.FirstLine = line
	}
	at.LastLine = max(at.LastLine, line)
}

// Origins says where the figures of each kind and year stand.
func (c *Counts) Origins() []source.Origin {
	var all []source.Origin
	for _, at := range c.origins.byKey {
		all = append(all, *at)
	}
	return all
}
