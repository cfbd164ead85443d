package people

import (
	"runtime"
	"strings"

	"wres/loaders/labels"
	"wres/loaders/parallel"
	"wres/loaders/people/personyears"
	"wres/model"
)

// staffRow counts a row of a staff list: an assignment, of which a person may have
// several.
func staffRow(w *worker, at int64) {
	y, ok := w.begin(at)
	if !ok {
		return
	}
	job := w.job()
	why := w.leftOut(job.role, at)
	if w.ethnic.empty && why == inPost && w.refuseNote(at, ethnicityField, postFields[:]...) {
		return
	}
	account := w.account(y)
	account.rows++
	if why == inPost && !w.inPost(y, at) {
		why = labels.AsOther
	}
	if why != inPost {
		account.leaveOut(why)
		// Kept so that a case of bank staff is not counted among employees.
		if who, state := w.person(); state == labels.Numbered {
			w.people.Add(who, y, leftOutValue(why))
		}
		return
	}
	post := w.post(job, at)
	w.ethnic.strange.note(at)
	directorate := w.place.unit
	who, state := w.person()
	if state != labels.Numbered {
		w.noteNumber(state)
		account.people++
		w.counts.staff[staffCell{y, post, w.ethnic.Value}]++
		if directorate != 0 {
			w.counts.units[unitCell{y, directorate, w.ethnic.Value.Group() != model.Unknown}]++
		}
		return
	}
	primary := w.primary.Of(w.get(primaryField))
	primary.strange.note(at)
	w.people.Add(who, y, standing{primary.value, w.fte(), post, w.ethnic.Value}.pack()|uint64(directorate)<<unitShift)
}

// staffCell is where a person of a staff list is counted.
type staffCell struct {
	year      model.Year
	post      model.Post
	ethnicity model.Ethnicity
}

// reason says why a row is not counted.
type reason = labels.Out

const inPost = labels.InPost

// leftOut says whether a rule leaves the row out, by its contract, its role or its
// status.
func (w *worker) leftOut(role *labels.Role, at int64) reason {
	terms := w.terms()
	switch {
	case terms.out != inPost:
		return terms.out
	case role.NonExecutive && w.known.RoleOut(role) != inPost:
		return labels.AsNonExecutive
	case terms.status != inPost:
		return terms.status
	}
	if terms.labelled {
		for _, s := range terms.unknown {
			s.note(at)
		}
	}
	return inPost
}

// readBand reads a cell of a band, a grade or a pay scale. A bare word of which only the
// staff group tells that it is a medical grade has a label too, for where none does.
func (w *labelled) readBand(field listField, raw string) categoryCell[model.Band] {
	pay := w.known.Pay(raw)
	c := categoryCell[model.Band]{value: pay.Band, blank: strings.TrimSpace(raw) == ""}
	if pay.Doubted {
		c.strange = w.strange(field, raw)
	}
	return c
}

// post finds where the row is counted, and holds the row against itself.
func (w *worker) post(job *jobCell, at int64) model.Post {
	category := job.category
	job.unknown.note(at)
	band, pay := w.payBand(job.role, category)
	switch {
	case !band.Medical() || category == model.MedicalAndDental:
	case category == model.AnyCategory:
		category = model.MedicalAndDental
	default: // a trainee nurse is no doctor in training
		w.notes[withMedicalClash]++
		band = model.AnyBand
	}
	if band == model.AnyBand {
		pay.unknown.note(at)
	}
	w.checks.addAll(job.clashes|pay.clashes, at)
	if category == model.MedicalAndDental && band >= model.UnderBand1 && band <= model.Band9 {
		w.checks[medicalOnScale].add(at)
	}
	return model.Post{Category: category, Band: band}
}

// payBand takes the band of the job role, if the settings map it, else what the pay
// scale, grade or band tells, else the job role's after all.
func (w *worker) payBand(role *labels.Role, category model.StaffCategory) (model.Band, *payTold) {
	if role.Mapped {
		return role.Band, &w.runs.nothing
	}
	pay := w.pay().of(category)
	switch {
	case pay.told && pay.band == model.Consultant && role.Band == model.SeniorMedicalManager:
		return role.Band, pay // a medical director is paid as a consultant
	case pay.told:
		return pay.band, pay
	case role.Band.Medical() && category != model.MedicalAndDental && category != model.AnyCategory:
		return model.AnyBand, pay
	}
	return role.Band, pay
}

// fte reads the row's full-time equivalent, in thousandths.
func (w *worker) fte() uint16 {
	n, ok := labels.ParseFTE(w.get(fteField))
	if !ok {
		n, ok = labels.ParseFTE(labels.Undecorated(w.get(fteField)))
	}
	if !ok {
		w.notes[withBadFTE]++
	}
	return n
}

// standing is what decides which of a person's rows counts, the weightiest first: that it
// counts at all, as the rows that are left out do not; that it is the primary assignment;
// the higher FTE; the higher band. The rest makes the choice between equals the same in
// any order.
type standing struct {
	primary   bool
	fte       uint16 // thousandths
	post      model.Post
	ethnicity model.Ethnicity
}

// How a standing is packed into a value of people, of which the highest counts.
const (
	isCounted      = 1 << 63
	primaryShift   = 62
	fteShift       = 46 // 16 bits
	rankShift      = 41 // 5 bits
	bandShift      = 36 // 5 bits
	categoryShift  = 34 // 2 bits
	ethnicityShift = 29 // 5 bits
	reasonShift    = 26 // 3 bits; below it, unitBits, is the directorate
	isContested    = 1  // rows of the person differ in ethnicity; it decides nothing
)

func (s standing) pack() uint64 {
	v := isCounted | uint64(s.fte)<<fteShift | uint64(labels.BandRank(s.post.Band))<<rankShift | uint64(s.post.Band)<<bandShift |
		uint64(s.post.Category)<<categoryShift | uint64(s.ethnicity)<<ethnicityShift
	if s.primary {
		v |= 1 << primaryShift
	}
	return v
}

func leftOutValue(why reason) uint64 { return uint64(why) << reasonShift }

// staffOf takes a value apart.
func staffOf(v uint64) (post model.Post, e model.Ethnicity, why reason) {
	post = model.Post{Category: model.StaffCategory(v >> categoryShift & 3), Band: model.Band(v >> bandShift & 31)}
	return post, model.Ethnicity(v >> ethnicityShift & 31), reason(v >> reasonShift & 7)
}

// sameStaff reports whether two values are of one person as far as a case of theirs
// goes.
func sameStaff(a, b uint64) bool {
	_, e, _ := staffOf(a)
	_, f, _ := staffOf(b)
	return a&isCounted == b&isCounted && e == f
}

// cellBits tell one cell of a staff list from another, in a value from ethnicityShift on.
const cellBits = rankShift - ethnicityShift

// staffCounts are people by year and by the bits of their cell: a list has a million
// people and a few hundred cells.
type staffCounts [personyears.Years]*[1 << cellBits]int

func (c *staffCounts) add(row personyears.Row) {
	if row.Value&isCounted == 0 {
		return
	}
	of := c[row.Year()-personyears.FirstYear]
	if of == nil {
		of = new([1 << cellBits]int)
		c[row.Year()-personyears.FirstYear] = of
	}
	of[row.Value>>ethnicityShift&(1<<cellBits-1)]++
}

func (c *staffCounts) addTo(cells map[staffCell]int) {
	for i, of := range c {
		if of == nil {
			continue
		}
		for bits, n := range of {
			if n > 0 {
				post, e, _ := staffOf(uint64(bits) << ethnicityShift)
				cells[staffCell{model.Year(i) + personyears.FirstYear, post, e}] += n
			}
		}
	}
}

// placeStaff puts the staff lists into the workforce.
func (p *People) placeStaff(org *model.Organisation) {
	cells := map[staffCell]int{}
	for c, n := range p.counts.staff {
		cells[c] += n
	}
	counts := make([]staffCounts, runtime.GOMAXPROCS(0))
	parallel.Do(len(counts), func(i int) {
		for _, row := range p.staff.Part(i, len(counts)) {
			counts[i].add(row)
		}
	})
	for i := range counts {
		counts[i].addTo(cells)
	}
	tallies := map[staffCell]model.Tally{} // by year and post
	for c, n := range cells {
		e := c.ethnicity
		c.ethnicity = 0
		addTo(tallies, c, e, n)
		if whole, part := c.post.Band.PartOf(); part {
			c.post.Band = whole
			addTo(tallies, c, e, n)
		}
	}
	for c, t := range tallies {
		if !p.refuses("workforce", c.year) {
			org.Ensure(c.year).Workforce[c.post] = withNoughts(t)
			p.placed = true
		}
	}
}

// addTo adds people to one of several tallies.
func addTo[K comparable](tallies map[K]model.Tally, k K, e model.Ethnicity, n int) {
	t := tallies[k]
	t.Add(e, n)
	tallies[k] = t
}

// withNoughts says that a list which names nobody of a group counts nought of it. It
// is for a tally that is complete.
func withNoughts(t model.Tally) model.Tally {
	for _, g := range model.Groups() {
		if !t.Has(g) {
			t.Add(model.GroupEthnicity(g), 0)
		}
	}
	return t
}
