package counts

import (
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// once remembers what a label says. A file has few labels and many rows, and reading one
// takes far longer than finding it again.
type once[K comparable, V any] map[K]V

// of gives what a label says, and reads it where it has not been met.
func (m once[K, V]) of(label K, read func(K) V) V {
	v, met := m[label]
	if !met {
		v = read(label)
		m[label] = v
	}
	return v
}

// band is what a label of a pay band says.
type band struct {
	labels.Band
	identity string // tells its cells from those of another label
	mapped   bool   // the settings say which band it is
}

// category is what a label of a staff category says.
type category struct {
	model.StaffCategory
	total bool // of its bands
	known bool
	all   bool // the label is of all categories
	// identity tells the cells of a staff group, of which several make a category, from
	// those of another; "" of a category's own name.
	identity string
}

func (c *Counts) ethnicity(raw string) labels.Ethnicity {
	return c.ethnicities.of(raw, c.labels.Ethnicity)
}

func (c *Counts) band(raw string) band {
	return c.bands.of(raw, func(raw string) (b band) {
		b.Band = c.labels.Band(raw)
		b.identity = b.Identity(raw)
		_, b.mapped = c.labels.MappedBand(raw)
		return b
	})
}

func (c *Counts) category(raw string) category {
	return c.categories.of(raw, func(raw string) (of category) {
		of.StaffCategory, of.total, of.known = c.labels.StaffCategory(raw)
		of.all = model.NamesTotal(raw)
		if _, plain := model.ParseStaffCategory(raw); !plain && of.known && !of.total {
			of.identity = csvfile.Fold(raw)
		}
		return of
	})
}

// outside gives the word for staff whom the standard leaves out, as labels.Outside does.
func (c *Counts) outside(raw string) string { return c.outsides.of(raw, labels.Outside) }
