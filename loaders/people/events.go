package people

import (
	"strings"

	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
)

// eventRow counts a disciplinary case or a training record. A person counts once a
// year. Where the row names no ethnicity the staff list is asked for it once every
// file is read, by the hash of the employee number.
func eventRow(w *worker, at int64) {
	y, ok := w.begin(at)
	if !ok {
		return
	}
	if w.ethnic.empty && w.refuseLoneCell(at) {
		return
	}
	account := w.account(y)
	account.rows++
	if w.isMandatory(at) {
		account.excluded.Mandatory++
		return
	}
	e := model.Missing
	if w.has(ethnicityField) {
		w.ethnic.strange.note(at)
		e = w.ethnic.Value
	}
	who, state := w.person()
	if state != labels.Numbered {
		w.noteNumber(state)
		account.people++
		w.counts.events[eventCell{w.file.file.Kind, y, e}]++
		return
	}
	w.people.Add(who, y, eventValue(e, w.file.index))
}

// eventCell is where a person of a list of events is counted.
type eventCell struct {
	kind      string
	year      model.Year
	ethnicity model.Ethnicity
}

// mandatoryCell is what a cell says of a course being mandatory.
type mandatoryCell struct {
	mandatory, known bool
	strange          *strange // of a label that does not say
}

func (w *labelled) readMandatory(raw string) mandatoryCell {
	var c mandatoryCell
	c.mandatory, c.known = labels.Mandatory(raw)
	if !c.known && strings.TrimSpace(raw) != "" {
		c.strange = w.strange(mandatoryField, raw)
	}
	return c
}

// isMandatory reports whether a training record is of mandatory training: its column
// says, else the name of the course.
func (w *worker) isMandatory(at int64) bool {
	if !w.has(courseField) {
		return false
	}
	c := w.mandatory.Of(w.get(mandatoryField))
	if c.known {
		return c.mandatory
	}
	c.strange.note(at)
	if w.course.Of(w.get(courseField)) {
		w.notes[mandatoryByName]++
		return true
	}
	return false
}

// A value of an event: that the ethnicity is stated, the ethnicity, and which list
// gave it, the first one on top.
const (
	isStated     = 1 << 63
	eventShift   = 58 // 5 bits
	lastListFile = 1<<32 - 1
)

func eventValue(e model.Ethnicity, list int) uint64 {
	v := uint64(e)<<eventShift | uint64(lastListFile-list)
	if labels.Stated(e) {
		v |= isStated
	}
	return v
}

func eventOf(v uint64) (e model.Ethnicity, list int) {
	return model.Ethnicity(v >> eventShift & 31), lastListFile - int(v&lastListFile)
}

// placeEvents puts a kind's events into the returns: each person of a year, with
// the ethnicity of the row or of the staff list. Someone who is on the staff list as
// bank staff only is left out here too, so that events and headcount are of the same
// people.
func (p *People) placeEvents(e *kinds.Extract, org *model.Organisation) {
	cells := map[eventCell]int{}
	for c, n := range p.counts.events {
		if c.kind == e.Kind {
			cells[c] += n
		}
	}
	for who, row := range p.events[e.Kind].All() {
		y, v := row.Year(), row.Value
		ethnicity, index := eventOf(v)
		li := p.files[index]
		account := li.account(y)
		staff, found := p.staff.Find(who, y, sameStaff)
		_, listed, why := staffOf(staff)
		switch {
		case found && why != inPost:
			account.leaveOut(why)
			continue
		case v&isStated != 0:
		case found:
			ethnicity = listed
		case ethnicity == model.Missing:
			ethnicity = model.UnknownEthnicity
			li.notes[notOnStaffList]++
		}
		account.people++
		cells[eventCell{e.Kind, y, ethnicity}]++
	}
	tallies := map[model.Year]model.Tally{}
	for c, n := range cells {
		addTo(tallies, c.year, c.ethnicity, n)
	}
	for y, t := range tallies {
		if p.refuses(e.List.Counted, y) {
			continue
		}
		org.Ensure(y).Events[e.List.Counted] = &model.Events{Count: withNoughts(t)}
		p.placed = true
	}
}

// account gives the list's account of a year.
func (li *List) account(y model.Year) *yearAccount {
	a := li.years[y]
	if a == nil {
		a = &yearAccount{}
		li.years[y] = a
	}
	return a
}

// leaveOut counts a person who is left out.
func (a *yearAccount) leaveOut(why reason) {
	switch why {
	case labels.AsBank:
		a.excluded.Bank++
	case labels.AsHonorary:
		a.excluded.Honorary++
	case labels.AsNonExecutive:
		a.excluded.NonExecutive++
	default:
		a.excluded.Other++
	}
}
