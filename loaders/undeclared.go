package loaders

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// undeclared counts the staff of a band or directorate whose ethnicity is not known.
type undeclared struct {
	name           string
	staff, missing int
}

// noteUndeclared says in which bands and directorates of the last year the ethnicity of
// many staff is not known. What is missing in one place tilts its share, and only
// staff in post can still be asked.
func (l *loading) noteUndeclared() {
	if year, f := l.lastCounted(); f != nil {
		l.sayUndeclared(f, year, "pay_band", "band", l.bandsOf(year))
	}
	if year, li := l.lastListed(); li != nil && !l.lists.units.over && l.org.Ensure(year).Statuses["1"].State != model.Withheld {
		l.sayUndeclared(li.file, year, fieldNames[directorateField], "directorate", slices.Collect(maps.Values(l.countUnits(year))))
	}
}

// lastCounted gives the last year with a workforce by band, and the first file of it.
// Bands that are only illustrative say nothing of anybody.
func (l *loading) lastCounted() (model.Year, *file) {
	for _, ret := range slices.Backward(l.org.Returns) {
		if !ret.Banded() || ret.WorkforceNote == "illustrative" || ret.Statuses["1"].State == model.Withheld {
			continue
		}
		for _, f := range l.files {
			if f.givesWorkforce(ret.Year) {
				return ret.Year, f
			}
		}
	}
	return 0, nil
}

// givesWorkforce reports whether the file holds rows of the workforce of a year.
func (f *file) givesWorkforce(y model.Year) bool {
	switch {
	case f.kind == "staff list":
		return f.list != nil && f.list.years[y] != nil && f.list.years[y].rows > 0
	case f.kind == "workforce":
		return slices.ContainsFunc(f.rows, func(r *row) bool {
			return slices.ContainsFunc(r.facts, func(c *fact) bool { return c.year == y && c.stands() })
		})
	}
	return false
}

// bandsOf counts the staff of a year by band and staff category. A band of which a
// count was refused is not whole, and left out.
func (l *loading) bandsOf(y model.Year) []*undeclared {
	ret := l.org.Return(y)
	refused := ret.RefusedOf("1").Posts
	var all []*undeclared
	for post, t := range ret.Workforce {
		if post.Band != model.AnyBand && !refused[post].Any() {
			all = append(all, &undeclared{postName(post), t.Total(), t.Group(model.Unknown)})
		}
	}
	return all
}

// postName names a post: "clinical band 5", "medical and dental consultant".
func postName(p model.Post) string {
	name := p.Band.String()
	if p.Band >= model.Band1 && p.Band <= model.Band9 {
		name = "band " + name
	}
	if p.Category == model.AnyCategory {
		return name
	}
	return p.Category.String() + " " + name
}

// sayUndeclared names the worst of some bands or directorates. One with few people in
// it, or with few who are missing, is not named: that could be someone.
func (l *loading) sayUndeclared(f *file, year model.Year, field, noun string, all []*undeclared) {
	t := l.labels.Settings.Thresholds
	worst := slices.DeleteFunc(all, func(u *undeclared) bool {
		return u.name == "" || u.staff == 0 || u.staff < t.BandHeadcount || u.missing == 0 || u.missing < t.SmallCount || 100*u.missing < t.MissingEthnicity*u.staff
	})
	if len(worst) == 0 {
		return
	}
	slices.SortFunc(worst, func(a, b *undeclared) int {
		return cmp.Or(cmp.Compare(b.missing*a.staff, a.missing*b.staff), cmp.Compare(a.name, b.name))
	})
	const most = 3
	var parts []string
	for _, u := range worst[:min(len(worst), most)] {
		parts = append(parts, fmt.Sprintf("%s of the %s in %s", share(u.missing, u.staff), labels.Thousands(u.staff), u.name))
	}
	if more := len(worst) - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("%s with %d%% or more", labels.Plural(more, "further "+noun), t.MissingEthnicity))
	}
	h := l.org.Return(year).Headcount()
	f.problem(source.Notice, f.header.Line, f.column(field), field, fmt.Sprintf(
		"%s: ethnicity is missing for %s, and for %s of all staff; ask these staff to record it, and see that new starters are asked",
		year, labels.Listed(parts, "and"), share(h.Group(model.Unknown), h.Total())))
}

// share writes a part of people as a percentage.
func share(part, whole int) string {
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}
