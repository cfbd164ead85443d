package counts

import (
	"cmp"
	"fmt"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
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
func (r *reading) figures(explicit bool, of kinds.Ethnicity, counts ...cell) ([]figure, bool) {
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
	if r.file.Fit.Long {
		measure, ok := r.measure()
		if !ok {
			return nil, false
		}
		counts = []cell{{measure, counts[0].raw, counts[0].column, true}}
	}
	all := make([]figure, len(counts))
	for i, c := range counts {
		all[i] = figure{label: label, read: read, identity: id, measure: c.field, value: c}
	}
	return all, true
}

func (r *reading) wideFigures() ([]figure, bool) {
	fit := r.file.Fit
	measure, ok := fit.Count, true
	if measure == "" && !fit.ByCount() {
		if measure, ok = r.measure(); !ok {
			return nil, false
		}
	}
	all := make([]figure, len(fit.Groups))
	for i, g := range fit.Groups {
		c := cell{field: cmp.Or(g.Count, measure), raw: r.row.Rec.Value(g.Column), column: g.Column, given: true}
		all[i] = figure{
			label: c, value: c, measure: c.field, unlabeled: true, year: g.Year, identity: g.Identity(),
			read: labels.Ethnicity{Value: g.Ethnicity, Known: g.Strange == "", Total: g.Total, Sum: g.Sum, Mapped: g.Apart},
		}
		if g.Strange != "" {
			all[i].label = cell{"ethnicity", g.Strange, g.Column, true}
		}
	}
	return all, true
}

// measure reads which count the row holds. A row of another stage is set aside.
func (r *reading) measure() (string, bool) {
	c, e := cellOf(r, "count", r.shared.Counted), r.file.Fit.Extract
	name, known := e.StageNamed(c.raw)
	switch {
	case !known:
		r.wrong(c, "does not name a count; give "+labels.Listed(e.Counts, "or"))
	case name == "":
		r.row.State = settle.Aside
		r.file.stages = append(r.file.stages, r.row)
	}
	return name, name != ""
}

// fill puts the figure's group into a fact.
func (g figure) fill(f *settle.Fact) {
	f.Column, f.Measure, f.Label = g.value.column, g.measure, g.identity
	f.Ethnicity, f.AnyEthnicity = g.read.Value, g.read.Total
	f.Mapped = g.read.Mapped
	f.Explicit, f.GroupSum = f.Explicit || g.read.Total, g.read.Sum
	if g.year != 0 {
		f.Year = g.year
	}
	if !g.read.Known && !g.read.Total {
		f.Ethnicity = model.UnknownEthnicity
		f.Strange[0] = g.label.strange()
	}
}

// addCounts adds a fact for each group of the row, from a fact that holds what
// they share.
func (r *reading) addCounts(shared settle.Fact, of kinds.Ethnicity, counts ...cell) {
	figures, ok := r.figures(shared.Explicit, of, counts...)
	if !ok {
		return
	}
	for _, g := range figures {
		if g.measure == "headcount" && (!g.unlabeled || r.file.Fit.ByCount()) && g.value.blank() && r.file.Fit.Extract.Counts[0] != "headcount" {
			continue // optional beside events
		}
		f := shared
		g.fill(&f)
		if f.PartOf.Field == "" && labels.SaysPart(string(of)) {
			f.PartOf = g.label.strange()
		}
		if split := csvfile.Fold(string(r.shared.SplitBy)); split != "" {
			f.Label += "\x00split by " + split
		}
		if f.Explicit && !g.unlabeled || shared.Explicit {
			sumOverBlanks(&f, r.file.Fit.Extract)
		}
		n, wrong := labels.ParseCount(g.value.raw)
		f.N = n
		switch {
		case wrong != "":
			r.lack(f, g.value, wrong)
		case r.file.alone[g.value.column]:
			r.row.lack(f)
		default:
			r.add(f)
		}
	}
	r.sayBad()
}

// findAlone names the columns of a group that hold one count of recruitment while no
// column holds the other: in a file that has both such figures are left out.
func (f *File) findAlone() {
	groups, e := f.Fit.Groups, f.Fit.Extract
	if e.Figures != kinds.Recruitment || !f.Fit.ByCount() {
		return
	}
	for _, missing := range e.Counts {
		if !slices.ContainsFunc(groups, func(g columns.GroupColumn) bool { return g.Count == missing }) {
			continue // another file may hold it
		}
		for _, g := range groups {
			both := slices.ContainsFunc(groups, func(o columns.GroupColumn) bool {
				return o.Count == missing && o.Year == g.Year && o.Total == g.Total && o.Identity() == g.Identity()
			})
			if !both && !g.Total {
				f.alone[g.Column] = true
				f.Say(source.Error, f.Header.Line, g.Column+1, f.FieldAt(g.Column), fmt.Sprintf(
					"no column gives those %s beside %s, so it is left out; add one, with 0 where there was none", missing, labels.Quoted(f.Header.Value(g.Column))))
			}
		}
	}
}

// sumOverBlanks makes a total of a row that calls itself one also over the keys
// that it leaves blank.
func sumOverBlanks(f *settle.Fact, e *kinds.Extract) {
	for i := 1; i <= e.Keys; i++ {
		if f.Dims[i] == "" {
			f.Dims[i] = settle.Wild
		}
	}
}

// base is a fact with the row's year and organisation.
func (r *reading) base() (settle.Fact, bool) {
	y, ok := r.year()
	r.row.year = y
	f := settle.Fact{Column: -1, Year: y}
	f.Dims[0] = r.organisation()
	f.AddsUp = r.addsUp()
	return f, ok
}

func decodeWorkforce(r *reading, row kinds.WorkforceRow) {
	f, _ := r.base()
	category, band := cellOf(r, "staff_category", row.StaffCategory), cellOf(r, "pay_band", row.PayBand)
	r.staffCategory(&f, category, band)
	r.payBand(&f, 2, band)
	r.matchBand(&f, band)
	// The standard's own table has "of which medical and dental" over rows of grades.
	if f.Band == model.AnyBand {
		for _, c := range []cell{category, band} {
			if labels.SaysPart(c.raw) {
				f.PartOf = c.strange()
			}
		}
	}
	if note := text(row.Note); note != "" {
		f.Value = note
	}
	r.addCounts(f, row.Ethnicity, cellOf(r, "headcount", row.Headcount))
	r.leaveOut(category, band)
}

// staffCategory reads the staff category into key 1.
func (r *reading) staffCategory(f *settle.Fact, c, band cell) {
	if !c.given {
		f.Dims[1] = settle.Wild
		return
	}
	switch read := r.category(c.raw); {
	case read.all:
		f.Dims[1], f.Explicit = settle.Wild, true
	default:
		f.Explicit = read.total && band.blank() // "Total non-clinical": a sum over its bands
		f.Category, f.Dims[1], f.GroupLabel = read.StaffCategory, read.StaffCategory.String(), read.identity
		if !read.known {
			f.Dims[1] = "?" + csvfile.Fold(c.raw)
			f.Strange[1] = c.strange()
		}
	}
}

// payBand reads the pay band into a key.
func (r *reading) payBand(f *settle.Fact, key int, c cell) {
	if !c.given {
		f.Dims[key] = settle.Wild
		return
	}
	read := r.band(c.raw)
	if read.Total {
		f.Dims[key], f.Explicit = settle.Wild, true
		return
	}
	f.Band, f.Dims[key] = read.Value, read.Value.String()
	f.BandLabel = read.identity
	if !read.mapped {
		f.BandAs = c.strange()
	}
	if !read.Known {
		f.Dims[key], f.BandSum = f.BandLabel, read.Sum
		if read.Sum != nil && f.Category == model.AnyCategory && f.Dims[1] == "" {
			f.Category, f.Dims[1] = read.Sum.Category, read.Sum.Category.String()
		}
		f.Strange[2] = c.strange()
	}
}

// matchBand puts medical grades under medical and dental staff. A medical grade
// among non-clinical staff is one label under two meanings ("other"), so it is
// listed as not known and counted without a band.
func (r *reading) matchBand(f *settle.Fact, c cell) {
	if !f.Band.Medical() {
		return
	}
	switch {
	case f.Strange[1].Field != "":
	case f.Category == model.NonClinical:
		f.Band, f.BandLabel = model.AnyBand, "?"+csvfile.Fold(c.raw)
		f.Dims[2] = f.BandLabel
		f.Strange[2] = c.strange()
	case f.Explicit && f.Dims[1] == settle.Wild: // a sum over the categories
	default:
		f.Category, f.Dims[1] = model.MedicalAndDental, model.MedicalAndDental.String()
	}
}

// recruitNames are the names of a part of the year's recruitment, for the screen.
type recruitNames struct{ staffGroup, campaign string }

func decodeRecruitment(r *reading, row kinds.RecruitmentRow) {
	f, _ := r.base()
	r.payBand(&f, 1, cellOf(r, "pay_band", row.PayBand))
	names := recruitNames{}
	for i, c := range []cell{cellOf(r, "staff_group", row.StaffGroup), cellOf(r, "campaign", row.Campaign)} {
		key := &f.Dims[2+i]
		switch {
		case !c.given:
			*key = settle.Wild
		case model.NamesTotal(c.raw):
			*key, f.Explicit = settle.Wild, true
		default:
			*key = csvfile.Fold(c.raw)
		}
		if name := text(c.raw); *key != settle.Wild && i == 0 {
			names.staffGroup = name
		} else if *key != settle.Wild {
			names.campaign = name
		}
	}
	r.internal(&f, cellOf(r, "internal", row.Internal))
	f.Value = names
	short, app := cellOf(r, "shortlisted", row.Shortlisted), cellOf(r, "appointed", row.Appointed)
	r.addCounts(f, row.Ethnicity, short, app)
	r.keepWithin("appointed", "shortlisted", "whoever is appointed is also shortlisted")
}

// keepWithin leaves out the counts of the same people in a row of which one is more than
// the other, which it is a part of. A row of which nothing else is left is refused.
func (r *reading) keepWithin(part, whole, because string) {
	if r.row.State != settle.Used {
		return
	}
	for _, some := range slices.Clone(r.row.Facts) {
		for _, all := range slices.Clone(r.row.Facts) {
			alike := some.Measure == part && all.Measure == whole && some.Year == all.Year && some.Label == all.Label && some.AnyEthnicity == all.AnyEthnicity
			if !alike || some.N <= all.N {
				continue
			}
			c := cell{part, r.row.Rec.Value(some.Column), some.Column, true}
			what := fmt.Sprintf("is more than %s %s; %s, so check both", whole, labels.Quoted(r.row.Rec.Value(all.Column)), because)
			r.row.Facts = slices.DeleteFunc(r.row.Facts, func(f *settle.Fact) bool { return f == some || f == all })
			r.row.lack(*some)
			r.row.lack(*all)
			r.bad = append(r.bad, badCell{c, what})
			break
		}
	}
	r.sayBad()
}

// internal reads into key 4 whether the applicants work for the organisation already.
func (r *reading) internal(f *settle.Fact, c cell) {
	switch {
	case !c.given:
		f.Dims[4] = settle.Wild
	case model.IsTotal(c.raw):
		f.Dims[4], f.Explicit = settle.Wild, true
	default:
		answer, known := model.ParseInternal(c.raw)
		f.Internal, f.Dims[4] = answer, model.InternalWord(answer)
		if !known {
			f.Dims[4] = "?" + csvfile.Fold(c.raw)
			f.Strange[3] = c.strange()
		}
	}
}

func decodeEvent(r *reading, row kinds.EventRow) {
	f, _ := r.base()
	event, head := cellOf(r, r.file.Fit.Extract.Counts[0], row.Event), cellOf(r, "headcount", row.Headcount)
	r.addCounts(f, row.Ethnicity, event, head)
	r.keepWithin(event.field, "headcount", "each person counts once")
}

func decodeBoard(r *reading, row kinds.BoardRow) {
	f, _ := r.base()
	for i, c := range []cell{cellOf(r, "voting", row.Voting), cellOf(r, "executive", row.Executive)} {
		answer, ok := labels.AnswerOr(c.field)(c.raw)
		if model.IsTotal(c.raw) {
			answer, ok, f.Explicit = model.NotGiven, true, true
		}
		if !ok {
			r.wrong(c, "is neither yes nor no; write yes, no, or leave it blank where only the total is known")
			f.Unread = true
			continue
		}
		f.Dims[1+i] = answerKey(c.field, answer)
		if i == 0 {
			f.Seat.Voting = answer
		} else {
			f.Seat.Executive = answer
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
	return settle.Wild
}
