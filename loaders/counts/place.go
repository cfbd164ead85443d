package counts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

func (c *Counts) placeWorkforce(org *model.Organisation, f *fact) {
	ret := org.Ensure(f.year)
	post := model.Post{Category: f.category, Band: f.band}
	tally := ret.Workforce[post]
	tally.Add(f.ethnicity, f.n)
	ret.Workforce[post] = tally
	if note, ok := f.value.(string); ok && !slices.Contains(c.notes[f.year], note) {
		c.notes[f.year] = append(c.notes[f.year], note)
	}
}

// recruitKey is a part of a year's recruitment.
type recruitKey struct {
	year model.Year
	dims [maxDims]string
}

func (c *Counts) placeRecruitment(org *model.Organisation, f *fact) {
	ret := org.Ensure(f.year)
	k := recruitKey{f.year, f.dims}
	k.dims[0] = "" // several organisations are taken together
	for i, d := range k.dims {
		if d == wild {
			k.dims[i] = ""
		}
	}
	k.dims[1], k.dims[4] = f.band.String(), model.InternalWord(f.internal)
	i, seen := c.places[k]
	if !seen {
		names := f.value.(recruitNames)
		part := model.Recruitment{Band: f.band, StaffGroup: names.staffGroup, Campaign: names.campaign, Internal: f.internal}
		if i = slices.IndexFunc(ret.Recruitment, func(r model.Recruitment) bool { return samePart(r, part) }); i < 0 {
			i = len(ret.Recruitment)
			ret.Recruitment = append(ret.Recruitment, part)
		}
		c.places[k] = i
	}
	if f.measure == "appointed" {
		ret.Recruitment[i].Appointed.Add(f.ethnicity, f.n)
	} else {
		ret.Recruitment[i].Shortlisted.Add(f.ethnicity, f.n)
	}
}

// samePart reports whether two parts of a year's recruitment are one: a list may have
// given it rows of a year that it shares with a counted extract.
func samePart(a, b model.Recruitment) bool {
	return a.Band == b.Band && a.Internal == b.Internal && csvfile.Fold(a.StaffGroup) == csvfile.Fold(b.StaffGroup) && csvfile.Fold(a.Campaign) == csvfile.Fold(b.Campaign)
}

func placeEvents(org *model.Organisation, kind string, f *fact) {
	ret := org.Ensure(f.year)
	events := ret.Events[kind]
	if events == nil {
		events = &model.Events{}
		ret.Events[kind] = events
	}
	switch {
	case f.measure != "headcount":
		events.Count.Add(f.ethnicity, f.n)
	case !f.unwanted:
		events.Headcount.Add(f.ethnicity, f.n)
	}
}

func placeSurvey(org *model.Organisation, f *fact) {
	v := f.value.(surveyValue)
	org.Ensure(f.year).Survey[model.SurveyKey{Indicator: f.dims[1], Ethnicity: f.ethnicity}] =
		model.SurveyAnswer{Share: v.percent.Share, Respondents: v.respondents}
}

func placeBoard(org *model.Organisation, f *fact) {
	if f.unwanted { // settleBoard has put its part of the board there
		return
	}
	ret := org.Ensure(f.year)
	tally := ret.Board[f.seat]
	tally.Add(f.ethnicity, f.n)
	ret.Board[f.seat] = tally
}

// finishReturns puts in order what came in the order of rows, so that the order
// of rows and files is irrelevant to the figures.
func (c *Counts) finishReturns(org *model.Organisation) {
	for _, ret := range org.Returns {
		slices.SortStableFunc(ret.Recruitment, func(a, b model.Recruitment) int {
			return cmp.Or(cmp.Compare(a.Band, b.Band), strings.Compare(a.StaffGroup, b.StaffGroup), strings.Compare(a.Campaign, b.Campaign), cmp.Compare(a.Internal, b.Internal))
		})
		notes := c.notes[ret.Year]
		slices.Sort(notes)
		ret.WorkforceNote = strings.Join(notes, "; ")
	}
	slices.SortStableFunc(org.Benchmarks, func(a, b model.Benchmark) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.What, b.What),
			cmp.Compare(a.Group, b.Group), cmp.Compare(a.Band, b.Band), strings.Compare(a.Scope, b.Scope), strings.Compare(a.Source, b.Source))
	})
}

// unmappedKey is a label of a file that no table knows.
type unmappedKey struct {
	file          *File
	field, folded string
}

// noteUnmapped counts the people of a fact under its labels that no table knows.
func (c *Counts) noteUnmapped(f *fact) {
	for _, s := range f.strange {
		if s.field == "" || f.measure == "appointed" && !f.row.file.Fit.Wide() {
			continue // the people appointed are counted as shortlisted already
		}
		k := unmappedKey{f.row.file, s.field, csvfile.Fold(s.label)}
		u := c.unmapped[k]
		if u == nil {
			u = &source.Unmapped{File: csvfile.Clean(f.row.file.Name), Field: s.field, Label: strings.Clone(labels.Shown(s.label)), Written: strings.Clone(s.label)}
			c.unmapped[k] = u
			c.unmappedOrder = append(c.unmappedOrder, k)
			c.unmappedAt = append(c.unmappedAt, unmappedPlace{f.row, s})
		}
		u.Count += f.n
	}
}

// unmappedPlace is where a label first stands.
type unmappedPlace struct {
	row   *row
	label strangeLabel
}

// SayUnmapped says of each label that no table knows what became of its people.
func (c *Counts) SayUnmapped() {
	for i, k := range c.unmappedOrder {
		at := c.unmappedAt[i]
		at.row.say(source.Notice, at.label.column, k.field,
			fmt.Sprintf("%s %s is not a label that is known, and "+labels.Advice[k.field], k.field, labels.Quoted(at.label.label), labels.People(c.unmapped[k].Count)))
	}
}
