package plan

import (
	"fmt"
	"strconv"
	"strings"
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
		note := carriedFrom + from.String() + "."
		if !blank(action.Number) {
			note = fmt.Sprintf("%s%s, where it was number %s.", carriedFrom, from, action.Number)
		}
		action = action.copied().Noted(note, now)
		action.Number = strconv.Itoa(len(next.actions) + 1)
		next.actions = append(next.actions, action.UpdatedOn(now))
	}
	return next
}

// carriedFrom begins the note of an action that was carried over; a year follows.
const carriedFrom = "Carried over from the plan of "

// CarriedOver reports whether a note says that its action was carried over, and nothing more.
func (n Note) CarriedOver() bool { return strings.HasPrefix(n.Text, carriedFrom) }

// Year gives the year whose figures the plan answers: the latest of the figures kept
// with its actions, or the year after the plan that an action was carried over from.
// It is 0 where no action says either.
func (p Plan) Year() model.Year {
	var year model.Year
	for _, action := range p.actions {
		for _, e := range action.EvidenceFigures() {
			year = max(year, e.Year)
		}
		for _, note := range action.Notes() {
			rest, carried := strings.CutPrefix(note.Text, carriedFrom)
			if !carried || len(rest) < 4 {
				continue
			}
			if from, _, err := model.ParseYear(rest[:4]); err == nil {
				year = max(year, from+1)
			}
		}
	}
	return year
}

// ArchiveName is the name of the file in which the plan of a year is kept once the
// next year's has begun. Loaders take it for no extract.
func ArchiveName(year model.Year) string { return fmt.Sprintf("action-plan-%s.csv", year) }

// ArchiveYear gives the year of the plan that a file of that name keeps; false of any other.
func ArchiveYear(name string) (year model.Year, kept bool) {
	text, _ := strings.CutPrefix(strings.TrimSuffix(name, ".csv"), "action-plan-")
	year, _, err := model.ParseYear(text)
	return year, err == nil && ArchiveName(year) == name
}
