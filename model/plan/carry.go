package plan

import (
	"fmt"
	"strconv"
	"time"

	"wres/model"
)

// CarryOver begins the plan of a new year with the actions of p that are still
// open. They keep their ids, so that who refers to one still finds it, and get new
// numbers from 1; a note of the day of now says where they come from. Baselines and
// deadlines stay as they are: an action is measured from where it began. Ids of
// actions left behind are not given again by the plan returned.
//
// The plan of the year before is p itself, which is not changed; ArchiveName is
// where it belongs.
func (p Plan) CarryOver(from model.Year, now time.Time) Plan {
	next := Plan{extra: p.extra, highest: p.highest}
	for _, action := range p.actions {
		if action.Closed() {
			continue
		}
		note := fmt.Sprintf("Carried over from the plan of %s.", from)
		if !blank(action.Number) {
			note = fmt.Sprintf("Carried over from the plan of %s, where it was number %s.", from, action.Number)
		}
		action = action.copied().Noted(note, now)
		action.Number = strconv.Itoa(len(next.actions) + 1)
		next.actions = append(next.actions, action.UpdatedOn(now))
	}
	return next
}

// ArchiveName is the name of the file in which the plan of a year is kept once the
// next year's has begun. Loaders take it for no extract.
func ArchiveName(year model.Year) string { return fmt.Sprintf("action-plan-%s.csv", year) }
