package people

import (
	"fmt"
	"math/bits"
	"strconv"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// check is something by which the rows of a list contradict themselves, as the data
// quality reports of ESR look for it. Nothing is refused for it: a notice says how
// many rows there are, where the first of them stand, and what was done.
type check uint8

const (
	occupationClash check = iota
	roleClash
	gradeClash
	bandClash
	bandGradeClash
	medicalOnScale
	leftBefore
	startsAfter
	noLeavingDay
	noStartDay
	appointedOnly
	noCampaignName
	checkCount
)

// checks holds for each check the rows that it found.
type checks [checkCount]sample

// checkSet is some checks that found something.
type checkSet uint16

const _ = uint(16 - checkCount) // there is a bit for each

// put adds a check if it found something.
func (s *checkSet) put(c check, found bool) {
	if found {
		*s |= 1 << c
	}
}

// addAll notes what a set of checks found of a row.
func (c *checks) addAll(found checkSet, at int64) {
	for ; found != 0; found &= found - 1 {
		c[bits.TrailingZeros16(uint16(found))].add(at)
	}
}

// checkWords say what the rows of a check have in common; %s is their number.
var checkWords = [checkCount]struct {
	field listField
	words string
}{
	occupationClash: {occupationField, "%s with an occupation code of another staff category than the staff group: the staff group is used; check both, and say in wres.toml under [occupation_codes] what such codes are if they are sound"},
	roleClash:       {roleField, "%s with a job role that the National Workforce Data Set has under another staff group: the staff group is used; check both"},
	gradeClash:      {gradeField, "%s with a grade of another band than the pay_scale: the pay_scale is used; check both"},
	bandClash:       {bandField, "%s with a pay_band that is not the band of the pay_scale: the pay_scale is used; check both"},
	bandGradeClash:  {bandField, "%s with a pay_band that is not the band of the grade: the grade is used; check both"},
	medicalOnScale:  {staffGroupField, "%s of medical and dental staff on a band of Agenda for Change: counted as medical and dental in that band; check the staff group"},
	leftBefore:      {leavingField, "%s with a leaving_date before the day of the count: %s"},
	startsAfter:     {startField, "%s with a start_date after the day of the count: %s"},
	noLeavingDay:    {leavingField, "%s with a leaving_date that is not a day: it was not looked at; write it as 31/03/2024"},
	noStartDay:      {startField, "%s with a start_date that is not a day: it was not looked at; write it as 31/03/2024"},
	noCampaignName:  {campaignField, "%s with a campaign that is no name, but a number or something about a person: counted without a campaign"},
	appointedOnly:   {appointedField, "%s appointed and not marked as shortlisted: counted as both, since whoever is appointed was shortlisted; check them"},
}

// What became of rows whose dates say that nobody was in post.
const (
	countedOut   = "left out, and counted among the others left out, as in_post_only says"
	countedStill = "counted all the same; take them out of the list, or set in_post_only = true under [staff_list] in wres.toml"
)

// looking is what a worker needs for the checks: what it has met of the columns that
// are only looked over.
type looking struct {
	days     [fieldCount]labels.Lookup[labels.DayCell]
	unit     labels.Lookup[unit]
	campaign labels.Lookup[campaignCell]
	internal labels.Lookup[categoryCell[model.Answer]]

	units, campaigns labels.Names
}

// newLooking makes it in its place in the worker, which its lookups hold.
func newLooking(w *worker) {
	l := &w.looking
	for _, f := range []listField{leavingField, startField} {
		l.days[f] = labels.NewLookup(labels.DayCellIn(w.file.file.Order(fieldNames[f])))
	}
	l.unit, l.campaign = labels.NewLookup(l.readUnit), labels.NewLookup(l.readCampaign)
	l.internal = categories(w, internalField, model.ParseInternal)
	l.units, l.campaigns = labels.NewNames(maxUnits), labels.NewNames(maxCampaigns)
}

// inPost looks at the dates of a row, and reports whether it is counted by them. Who
// leaves on the day of the count is in post on it.
func (w *worker) inPost(y model.Year, at int64) bool {
	if !w.has(leavingField) && !w.has(startField) {
		return true
	}
	count := y.Day()
	for _, f := range w.yearFields {
		if day := w.yearCells[f].Day; f != dateField && day != 0 {
			count = day
		}
	}
	in := true
	if left := w.dayIn(leavingField, noLeavingDay, at); left != 0 && left < count {
		w.checks[leftBefore].add(at)
		in = false
	}
	if start := w.dayIn(startField, noStartDay, at); start > count {
		w.checks[startsAfter].add(at)
		in = false
	}
	return in || !w.file.p.labels.Settings.Staff.InPostOnly
}

// dayIn reads a date of the row; 0 is none.
func (w *worker) dayIn(f listField, bad check, at int64) model.Day {
	cell := w.get(f)
	if len(cell) == 0 {
		return 0
	}
	if d, ok := labels.DayOf(cell); ok && w.file.file.Order(fieldNames[f]) == model.DayFirst {
		return d
	}
	c := w.looking.days[f].Of(cell)
	if c.Other {
		w.others[f].add(at)
	}
	if c.Bad {
		w.checks[bad].add(at)
	}
	return c.Day
}

// merge adds what another worker has found.
func (c *checks) merge(other *checks) {
	for i := range c {
		c[i].merge(&other[i])
	}
}

// reportChecks says what the checks found, a notice for each.
func (li *List) reportChecks() {
	for i := range li.checks {
		s := &li.checks[i]
		if s.n == 0 {
			continue
		}
		words := checkWords[i]
		field := fieldNames[words.field]
		arguments := []any{labels.Plural(s.n, "row")}
		if check(i) == leftBefore || check(i) == startsAfter {
			became := countedStill
			if li.p.labels.Settings.Staff.InPostOnly {
				became = countedOut
			}
			arguments = append(arguments, became)
		}
		li.file.Say(source.Notice, li.line(s.first[0]), li.file.Column(field), field,
			fmt.Sprintf(words.words, arguments...)+" ("+li.linesOf(s)+")")
	}
}

// linesOf names the first lines of some rows.
func (li *List) linesOf(s *sample) string {
	const most = 6
	var lines []string
	for _, at := range s.first[:min(len(s.first), most)] {
		lines = append(lines, strconv.Itoa(li.line(at)))
	}
	if more := s.n - len(lines); more > 0 {
		return "lines " + labels.Listed(append(lines, labels.Thousands(more)+" more"), "and")
	}
	if s.n == 1 {
		return "line " + lines[0]
	}
	return "lines " + labels.Listed(lines, "and")
}
