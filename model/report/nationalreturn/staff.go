package nationalreturn

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// staff is the headcount of a pay band. A band that no row names has nobody where rows name
// others of its staff category: a workforce lists the cells that have people. It is not known
// where no row names the category, and where a refused row, or staff without a band or a
// category, may belong there.
func (y *year) staff(it *item) row {
	ind, f, why := y.figure(indicator.WorkforceID)
	if f == nil {
		return none(why)
	}
	post := model.Post{Category: it.of.category, Band: it.of.band}
	r, refused := row{}, y.ret.RefusedOf(indicator.WorkforceID)
	at := slices.IndexFunc(f.Bands, func(b indicator.BandRow) bool { return b.Category == post.Category && b.Band == post.Band })
	missing := y.unplaced(post)
	for _, g := range model.Groups() {
		switch lacks := refused.Unread || refused.Posts[post][g]; {
		case lacks || at < 0 && y.refusedNear(post, g):
			r.values[g].why = y.because(ind, f, g, true)
		case at >= 0 && f.Bands[at].Counts[g] != nil:
			r.values[g] = count(*f.Bands[at].Counts[g])
		case f.Groups[g].Events == nil:
			r.values[g].why = y.because(ind, f, g, false)
		case at < 0 && missing != "":
			r.values[g].why = missing
		default:
			r.values[g] = count(0)
		}
	}
	if !slices.ContainsFunc(r.values[:], func(v value) bool { return v.n != nil }) {
		return r
	}
	if _, named := y.ret.Workforce[post]; !named && refused.Posts[post] == (model.GroupSet{}) {
		r.says = append(r.says, "no row of the folder names it, so nobody is counted")
	}
	r.says = append(r.says, f.Note) // such as "illustrative"
	return r
}

// near reports whether staff of a post that is not said in full may be of another.
func near(other, post model.Post) bool {
	return other != post && (other.Category == post.Category || other.Category == model.AnyCategory) && (other.Band == post.Band || other.Band == model.AnyBand)
}

// refusedNear reports whether a refused row that does not say band or category may be of a
// post.
func (y *year) refusedNear(post model.Post, g model.Group) bool {
	for other, groups := range y.ret.RefusedOf(indicator.WorkforceID).Posts {
		if groups[g] && near(other, post) {
			return true
		}
	}
	return false
}

// unplaced says why the staff of a post that no row names are not known; "" where they are.
func (y *year) unplaced(post model.Post) string {
	if _, named := y.ret.Workforce[post]; named {
		return "" // the row says nobody
	}
	if !y.counts(post.Category) {
		return noRow(post.Category)
	}
	if whole, part := post.Band.PartOf(); part {
		if y.ret.Workforce[model.Post{Category: post.Category, Band: whole}].Total() > 0 {
			return "no row of the folder says how many of the consultants these are"
		}
		post.Band = whole
	}
	n := 0
	for other, t := range y.ret.Workforce {
		if near(other, post) {
			n += t.Total()
		}
	}
	if n == 0 {
		return ""
	}
	return "no row of the folder names it, and it may be that of " + words.StaffWords(n) + " whose pay band or staff category is not given"
}

// counts reports whether a row counts staff of a category, if only to say that there are none.
func (y *year) counts(c model.StaffCategory) bool {
	of := func(post model.Post) bool { return post.Category == c }
	refused := maps.Keys(y.ret.RefusedOf(indicator.WorkforceID).Posts)
	return slices.ContainsFunc(slices.Collect(maps.Keys(y.ret.Workforce)), of) || slices.ContainsFunc(slices.Collect(refused), of)
}

func noRow(c model.StaffCategory) string {
	return "no row of the folder counts " + c.String() + " staff: if there are none, enter 0, or add a row that says so"
}

// uncounted names the staff categories of which no row is there, with their items.
func (y *year) uncounted() []string {
	_, f, _ := y.figure(indicator.WorkforceID)
	if f == nil {
		return nil
	}
	var all []string
	for _, c := range model.StaffCategories() {
		if y.counts(c) {
			continue
		}
		var first, last int
		for _, it := range items {
			if it.of.measure == staff && it.of.category == c {
				first, last = cmp.Or(first, it.number), it.number
			}
		}
		all = append(all, fmt.Sprintf("items %d to %d are empty, because %s", first, last, noRow(c)))
	}
	return all
}

// outside names the staff who stand in no item of indicator 1, with their counts.
func (y *year) outside() []string {
	_, f, _ := y.figure(indicator.WorkforceID)
	if f == nil {
		return nil
	}
	var all []string
	posts := slices.SortedFunc(maps.Keys(y.ret.Workforce), func(a, b model.Post) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Band, b.Band))
	})
	for _, post := range posts {
		t := y.ret.Workforce[post]
		if t.Total() == 0 || slices.ContainsFunc(items, func(it item) bool { return it.of == inBand(post.Category, post.Band) }) {
			continue
		}
		var counts []string
		for _, g := range model.Groups() {
			if t.Has(g) {
				counts = append(counts, fmt.Sprintf("%s %s", words.Thousands(t.Group(g)), y.w.Labels.Label(g)))
			}
		}
		all = append(all, fmt.Sprintf("%s, %s: %s (%s) in the workforce and in no item of indicator 1",
			cmp.Or(post.Category.String(), "no staff category"), cmp.Or(bandName(post.Band), "no pay band that is known"), words.StaffWords(t.Total()), strings.Join(counts, ", ")))
	}
	return all
}

// bandName names a band beside words: "band 8a", "consultant".
func bandName(b model.Band) string {
	if name := b.String(); name != "" && name[0] <= '9' {
		return "band " + name
	}
	return b.String()
}
