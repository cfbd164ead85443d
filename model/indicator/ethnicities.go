package indicator

import (
	"wres/model"
)

// ethnicities gives the workforce of each band by ethnic category, without the groups of
// which a count was refused; nil where the source counts the groups alone.
func ethnicities(ret *model.Return) map[model.Post]model.Tally {
	refused := ret.RefusedOf(WorkforceID).Posts
	all, named := map[model.Post]model.Tally{}, false
	for post, t := range ret.Workforce {
		if post.Band == model.AnyBand {
			continue
		}
		for _, g := range model.Groups() {
			if refused[post][g] {
				t = t.Without(g)
			}
		}
		all[post], named = t, named || t.Categorised()
	}
	if !named {
		return nil
	}
	return all
}

// EthnicitiesOf adds up the ethnic categories of some bands of a staff category, a band
// that is counted in another left out but where it is asked for by itself. It is empty
// where the source counts the groups alone.
func (m *Makeup) EthnicitiesOf(c model.StaffCategory, bands ...model.Band) (sum model.Tally) {
	for _, b := range bands {
		if _, part := b.PartOf(); !part || len(bands) == 1 {
			sum.AddTally(m.Ethnicities[model.Post{Category: c, Band: b}])
		}
	}
	return sum
}
