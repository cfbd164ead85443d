package bands

import (
	"wres/model"
	"wres/model/words"
	"wres/tui/panel"
)

// Taken gives the band or cluster under the cursor, or what the figures of the year come to
// where there is none.
func (b *bands) Taken() panel.Taken {
	at, ok := b.post()
	if !ok || !b.staff.reported() {
		return panel.TakenOf(b.page.Data.FindingsOn(b.page.Indicator.ID, b.page.Data.Year)...)
	}
	name := b.staff.named(at)
	if b.staff.category != model.AnyCategory {
		name += ", " + words.CategoryStaff(b.staff.category)
	}
	return panel.Taken{Name: name, Says: append(explain(&b.staff, at, false), words.Noted(b.staff.figure)), Indicator: b.page.Indicator.ID}
}
