package counts

import (
	"fmt"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// figure is one group's count of a row, in the tidy and the wide form alike.
type figure struct {
	label     cell // of the ethnicity; in the wide form, of the value
	read      labels.Ethnicity
	identity  string
	measure   string
	value     cell
	unlabeled bool       // the label stands in the header
	year      model.Year // where it stands in the header too
}

// figures gives the groups of a row. of is the ethnicity and counts are the cells of the tidy form, each
// a count of its own; in the wide form each group's column gives one. explicit says
// that the row calls itself a total in another column.
func (r *reading) figures(explicit bool, of columns.Ethnicity, counts ...cell) ([]figure, bool) {
	if r.file.Fit.Wide() {
		return r.wideFigures()
	}
	label := cellOf(r, "ethnicity", of)
	read := r.ethnicity(label.raw)
	if explicit && label.blank() { // "Total" in one column, and nothing in the others
		read.Total = true
	}
	id := labels.Identity(read.Value, csvfile.Fold(label.raw))
	if read.Mapped { // however many labels are mapped to one group, each has people of its own
		id = read.Value.String() + "\x00" + csvfile.Fold(label.raw)
	}
	all := make([]figure, len(counts))
	for i, c := range counts {
		all[i] = figure{label: label, read: read, identity: id, measure: c.field, value: c}
	}
	return all, true
}

func (r *reading) wideFigures() ([]figure, bool) {
	fit := r.file.Fit
	measure := fit.Count
	if measure == "" {
		c := cellOf(r, "count", r.shared.Counted)
		name, _ := fit.Extract.CountNamed(c.raw)
		if name == "" {
			r.wrong(c, "does not name a count; give "+labels.Listed(fit.Extract.Counts, "or"))
			return nil, false
		}
		measure = name
	}
	all := make([]figure, len(fit.Groups))
	for i, g := range fit.Groups {
		c := cell{field: measure, raw: r.row.rec.Value(g.Column), column: g.Column, given: true}
		all[i] = figure{
			label: c, value: c, measure: measure, unlabeled: true, year: g.Year, identity: labels.Identity(g.Ethnicity, g.Label),
			read: labels.Ethnicity{Value: g.Ethnicity, Known: true, Total: g.Total, Sum: g.Sum},
		}
	}
	return all, true
}

// fill puts a figure's group into a fact.
func (f *fact) fill(g figure) {
	f.column, f.measure, f.label = g.value.column, g.measure, g.identity
	f.ethnicity, f.anyEthnicity = g.read.Value, g.read.Total
	f.mapped = g.read.Mapped
	f.explicit, f.groupSum = f.explicit || g.read.Total, g.read.Sum
	if g.year != 0 {
		f.year = g.year
	}
	if !g.read.Known && !g.read.Total {
		f.ethnicity = model.UnknownEthnicity
		f.strange[0] = strangeLabel{"ethnicity", g.label.raw, g.label.column}
	}
}

// addCounts adds a fact for each group of the row, from a fact that holds what
// they share.
func (r *reading) addCounts(shared fact, of columns.Ethnicity, counts ...cell) {
	figures, ok := r.figures(shared.explicit, of, counts...)
	if !ok {
		return
	}
	for _, g := range figures {
		if g.measure == "headcount" && !g.unlabeled && g.value.blank() && r.file.Fit.Extract.Counts[0] != "headcount" {
			continue // optional beside events
		}
		f := shared
		f.fill(g)
		if split := csvfile.Fold(string(r.shared.SplitBy)); split != "" {
			f.label += "\x00split by " + split
		}
		if f.explicit && !g.unlabeled || shared.explicit {
			f.sumOverBlanks(r.file.Fit.Extract)
		}
		n, ok := r.count(g.value)
		if !ok {
			r.row.lack(f)
			continue
		}
		f.n = n
		r.add(f)
	}
}

// sumOverBlanks makes a total of a row that calls itself one also over the keys
// that it leaves blank.
func (f *fact) sumOverBlanks(e *columns.Extract) {
	for i := 1; i <= e.Keys; i++ {
		if f.dims[i] == "" {
			f.dims[i] = wild
		}
	}
}

// base is a fact with the row's year and organisation.
func (r *reading) base() (fact, bool) {
	y, ok := r.year()
	r.row.year = y
	f := fact{column: -1, year: y}
	f.dims[0] = r.organisation()
	return f, ok
}

func decodeWorkforce(r *reading, row columns.WorkforceRow) {
	f, _ := r.base()
	category, band := cellOf(r, "staff_category", row.StaffCategory), cellOf(r, "pay_band", row.PayBand)
	r.staffCategory(&f, category, band)
	r.payBand(&f, 2, band)
	r.matchBand(&f, band)
	if note := text(row.Note); note != "" {
		f.value = note
	}
	r.addCounts(f, row.Ethnicity, cellOf(r, "headcount", row.Headcount))
	r.leaveOut(category, band)
}

// staffCategory reads the staff category into key 1.
func (r *reading) staffCategory(f *fact, c, band cell) {
	switch {
	case !c.given:
		f.dims[1] = wild
	case model.NamesTotal(c.raw):
		f.dims[1], f.explicit = wild, true
	default:
		category, total, known := r.labels.StaffCategory(c.raw)
		f.explicit = total && band.blank() // "Total non-clinical": a sum over its bands
		f.category, f.dims[1] = category, category.String()
		if !known {
			f.dims[1] = "?" + csvfile.Fold(c.raw)
			f.strange[1] = strangeLabel{c.field, c.raw, c.column}
		}
	}
}

// payBand reads the pay band into a key.
func (r *reading) payBand(f *fact, key int, c cell) {
	if !c.given {
		f.dims[key] = wild
		return
	}
	read := r.band(c.raw)
	if read.Total {
		f.dims[key], f.explicit = wild, true
		return
	}
	f.band, f.dims[key] = read.Value, read.Value.String()
	f.bandLabel = read.Identity(c.raw)
	if !read.Known {
		f.dims[key], f.bandSum = f.bandLabel, read.Sum
		if read.Sum != nil && f.category == model.AnyCategory && f.dims[1] == "" {
			f.category, f.dims[1] = read.Sum.Category, read.Sum.Category.String()
		}
		f.strange[2] = strangeLabel{c.field, c.raw, c.column}
	}
}

// matchBand puts medical grades under medical and dental staff. A medical grade
// among non-clinical staff is one label under two meanings ("other"), so it is
// listed as not known and counted without a band.
func (r *reading) matchBand(f *fact, c cell) {
	if !f.band.Medical() {
		return
	}
	switch {
	case f.strange[1].field != "":
	case f.category == model.NonClinical:
		f.band, f.bandLabel = model.AnyBand, "?"+csvfile.Fold(c.raw)
		f.dims[2] = f.bandLabel
		f.strange[2] = strangeLabel{c.field, c.raw, c.column}
	case f.explicit && f.dims[1] == wild: // a sum over the categories
	default:
		f.category, f.dims[1] = model.MedicalAndDental, model.MedicalAndDental.String()
	}
}

// recruitNames are the names of a part of the year's recruitment, for the screen.
type recruitNames struct{ staffGroup, campaign string }

func decodeRecruitment(r *reading, row columns.RecruitmentRow) {
	f, _ := r.base()
	r.payBand(&f, 1, cellOf(r, "pay_band", row.PayBand))
	names := recruitNames{}
	for i, c := range []cell{cellOf(r, "staff_group", row.StaffGroup), cellOf(r, "campaign", row.Campaign)} {
		key := &f.dims[2+i]
		switch {
		case !c.given:
			*key = wild
		case model.NamesTotal(c.raw):
			*key, f.explicit = wild, true
		default:
			*key = csvfile.Fold(c.raw)
		}
		if name := text(c.raw); *key != wild && i == 0 {
			names.staffGroup = name
		} else if *key != wild {
			names.campaign = name
		}
	}
	r.internal(&f, cellOf(r, "internal", row.Internal))
	f.value = names
	short, app := cellOf(r, "shortlisted", row.Shortlisted), cellOf(r, "appointed", row.Appointed)
	r.addCounts(f, row.Ethnicity, short, app)
	if facts := r.row.facts; !r.file.Fit.Wide() && r.row.state == used && facts[1].n > facts[0].n {
		r.wrong(app, fmt.Sprintf("is more than shortlisted %s; whoever is appointed is also shortlisted, so check both", labels.Quoted(short.raw)))
	}
}

// internal reads into key 4 whether the applicants work for the organisation already.
func (r *reading) internal(f *fact, c cell) {
	switch {
	case !c.given:
		f.dims[4] = wild
	case model.IsTotal(c.raw):
		f.dims[4], f.explicit = wild, true
	default:
		answer, known := model.ParseInternal(c.raw)
		f.internal, f.dims[4] = answer, model.InternalWord(answer)
		if !known {
			f.dims[4] = "?" + csvfile.Fold(c.raw)
			f.strange[3] = strangeLabel{c.field, c.raw, c.column}
		}
	}
}

func decodeEvent(r *reading, row columns.EventRow) {
	f, _ := r.base()
	event, head := cellOf(r, r.file.Fit.Extract.Counts[0], row.Event), cellOf(r, "headcount", row.Headcount)
	r.addCounts(f, row.Ethnicity, event, head)
	facts := r.row.facts
	if !r.file.Fit.Wide() && r.row.state == used && len(facts) == 2 && facts[0].n > facts[1].n {
		r.wrong(event, fmt.Sprintf("is more than headcount %s; each person counts once, so check both", labels.Quoted(head.raw)))
	}
}

func decodeBoard(r *reading, row columns.BoardRow) {
	f, _ := r.base()
	for i, c := range []cell{cellOf(r, "voting", row.Voting), cellOf(r, "executive", row.Executive)} {
		answer, ok := labels.ParseAnswer(c.raw)
		if model.IsTotal(c.raw) {
			answer, ok, f.explicit = model.NotGiven, true, true
		}
		if !ok {
			r.wrong(c, "is neither yes nor no; write yes, no, or leave it blank where only the total is known")
			f.unread = true
			continue
		}
		f.dims[1+i] = answerKey(c.field, answer)
		if i == 0 {
			f.seat.Voting = answer
		} else {
			f.seat.Executive = answer
		}
	}
	r.addCounts(f, row.Ethnicity, cellOf(r, "headcount", row.Headcount))
}

// answerKey writes an answer so that a message can name it. An answer that is not
// given is a sum over both.
func answerKey(field string, a model.Answer) string {
	switch a {
	case model.Yes:
		return field
	case model.No:
		return "non-" + field
	}
	return wild
}
