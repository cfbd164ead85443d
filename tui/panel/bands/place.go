package bands

import (
	"slices"

	"wres/model/plan"
)

// Place puts the cursor on the first of some bands that is clear by itself, else on the
// first of them, among the shares of their staff category.
func (b *bands) Place(of plan.Bands) {
	b.look, b.inside.open, b.top = look{category: &of.Category}, false, 0
	b.prepare()
	if len(b.columns) == 0 || len(b.staff.posts) == 0 {
		return
	}
	in := func(p post) bool { return p.band >= of.First && p.band <= of.Last }
	at := slices.IndexFunc(b.staff.posts, func(p post) bool {
		row := b.staff.row(b.staff.figure, p)
		return in(p) && row != nil && row.Verdict.Clear()
	})
	if at < 0 {
		at = max(slices.IndexFunc(b.staff.posts, in), 0)
	}
	b.move(at, 0)
}
