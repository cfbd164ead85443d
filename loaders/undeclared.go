package loaders

import (
	"cmp"
	"fmt"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/people"
	"wres/model"
	"wres/model/source"
)

// noteUndeclared says in which bands and directorates of the last year the ethnicity of
// many staff is not known. What is missing in one place tilts its share, and only
// staff in post can still be asked.
func (l *loading) noteUndeclared() {
	if year, f := l.lastCounted(); f != nil {
		l.sayUndeclared(f, year, "pay_band", "band", l.bandsOf(year))
	}
	if year, f := l.people.LastListed(); f != nil && l.org.Ensure(year).Statuses[workforceID()].State != model.Withheld {
		l.sayUndeclared(f, year, "directorate", "directorate", l.people.Directorates(year))
	}
}

// workforceID is the indicator of the workforce itself.
func workforceID() string { return kinds.Serving(kinds.Workforce)[0] }

// lastCounted gives the last year with a workforce by band, and the first file of it.
// Bands that are only illustrative say nothing of anybody.
func (l *loading) lastCounted() (model.Year, *columns.File) {
	for _, ret := range slices.Backward(l.org.Returns) {
		if !ret.Banded() || ret.WorkforceNote == "illustrative" || ret.Statuses[workforceID()].State == model.Withheld {
			continue
		}
		for _, f := range l.files {
			if f.givesWorkforce(ret.Year) {
				return ret.Year, f.File
			}
		}
	}
	return 0, nil
}

// givesWorkforce reports whether the file holds rows of the workforce of a year.
func (f *file) givesWorkforce(y model.Year) bool {
	return f.Fit != nil && f.Fit.Extract.Figures == kinds.Workforce && (f.list != nil && f.list.Gives(y) || f.counts != nil && f.counts.Gives(y))
}

// bandsOf counts the staff of a year by band and staff category. A band of which a
// count was refused is not whole, and left out.
func (l *loading) bandsOf(y model.Year) []people.Directorate {
	ret := l.org.Return(y)
	refused := ret.RefusedOf(workforceID()).Posts
	var all []people.Directorate
	for post, t := range ret.Workforce {
		if post.Band != model.AnyBand && !refused[post].Any() {
			all = append(all, people.Directorate{Name: postName(post), Staff: t.Total(), Missing: t.Group(model.Unknown)})
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
func (l *loading) sayUndeclared(f *columns.File, year model.Year, field, noun string, all []people.Directorate) {
	t := l.labels.Settings.Thresholds
	worst := slices.DeleteFunc(all, func(u people.Directorate) bool {
		return u.Name == "" || u.Staff == 0 || u.Staff < t.BandHeadcount || u.Missing == 0 || u.Missing < t.SmallCount || 100*u.Missing < t.MissingEthnicity*u.Staff
	})
	if len(worst) == 0 {
		return
	}
	slices.SortFunc(worst, func(a, b people.Directorate) int {
		return cmp.Or(cmp.Compare(b.Missing*a.Staff, a.Missing*b.Staff), cmp.Compare(a.Name, b.Name))
	})
	const most = 3
	var parts []string
	for _, u := range worst[:min(len(worst), most)] {
		parts = append(parts, fmt.Sprintf("%s of the %s in %s", share(u.Missing, u.Staff), labels.Thousands(u.Staff), u.Name))
	}
	if more := len(worst) - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("%s with %d%% or more", labels.Plural(more, "further "+noun), t.MissingEthnicity))
	}
	h := l.org.Return(year).Headcount()
	f.Say(source.Notice, f.Header.Line, f.Column(field), field, fmt.Sprintf(
		"%s: ethnicity is missing for %s, and for %s of all staff; invite these staff to complete their ethnicity in ESR, and check that new starters are asked",
		year, labels.Listed(parts, "and"), share(h.Group(model.Unknown), h.Total())))
}

// share writes a part of people as a percentage.
func share(part, whole int) string {
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(whole))
}
