package counts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/loaders/columns"
	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

func (c *Counts) placeWorkforce(org *model.Organisation, f *settle.Fact) {
	ret := org.Ensure(f.Year)
	post := model.Post{Category: f.Category, Band: f.Band}
	tally := ret.Workforce[post]
	tally.Add(f.Ethnicity, f.N)
	ret.Workforce[post] = tally
	if note, ok := f.Value.(string); ok && !slices.Contains(c.notes[f.Year], note) {
		c.notes[f.Year] = append(c.notes[f.Year], note)
	}
}

// recruitKey is a part of a year's recruitment.
type recruitKey struct {
	year model.Year
	dims [settle.MaxDims]string
}

func (c *Counts) placeRecruitment(org *model.Organisation, f *settle.Fact) {
	ret := org.Ensure(f.Year)
	k := recruitKey{f.Year, f.Dims}
	k.dims[0] = "" // several organisations are taken together
	for i, d := range k.dims {
		if d == settle.Wild {
			k.dims[i] = ""
		}
	}
	k.dims[1], k.dims[4] = f.Band.String(), model.InternalWord(f.Internal)
	i, seen := c.places[k]
	if !seen {
		names := f.Value.(recruitNames)
		part := model.Recruitment{Band: f.Band, StaffGroup: names.staffGroup, Campaign: names.campaign, Internal: f.Internal}
		if i = slices.IndexFunc(ret.Recruitment, func(r model.Recruitment) bool { return samePart(r, part) }); i < 0 {
			i = len(ret.Recruitment)
			ret.Recruitment = append(ret.Recruitment, part)
		}
		c.places[k] = i
	}
	if f.Measure == "appointed" {
		ret.Recruitment[i].Appointed.Add(f.Ethnicity, f.N)
	} else {
		ret.Recruitment[i].Shortlisted.Add(f.Ethnicity, f.N)
	}
}

// samePart reports whether two parts of a year's recruitment are one: a list may have
// given it rows of a year that it shares with a counted extract.
func samePart(a, b model.Recruitment) bool {
	return a.Band == b.Band && a.Internal == b.Internal && csvfile.Fold(a.StaffGroup) == csvfile.Fold(b.StaffGroup) && csvfile.Fold(a.Campaign) == csvfile.Fold(b.Campaign)
}

func placeEvents(org *model.Organisation, kind string, f *settle.Fact) {
	ret := org.Ensure(f.Year)
	events := ret.Events[kind]
	if events == nil {
		events = &model.Events{}
		ret.Events[kind] = events
	}
	switch {
	case f.Measure != "headcount":
		events.Count.Add(f.Ethnicity, f.N)
	case f.Wanted():
		events.Headcount.Add(f.Ethnicity, f.N)
	}
}

func placeSurvey(org *model.Organisation, f *settle.Fact) {
	v := f.Value.(surveyValue)
	org.Ensure(f.Year).Survey[model.SurveyKey{Indicator: f.Dims[1], Ethnicity: f.Ethnicity}] =
		model.SurveyAnswer{Share: v.percent.Share, Respondents: v.respondents}
}

func placeBoard(org *model.Organisation, f *settle.Fact) {
	if !f.Wanted() { // its part of the board is there already
		return
	}
	ret := org.Ensure(f.Year)
	tally := ret.Board[f.Seat]
	tally.Add(f.Ethnicity, f.N)
	ret.Board[f.Seat] = tally
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
	file          *columns.File
	field, folded string
}

// noteUnmapped counts the people of a fact under its labels that no table knows.
func (c *Counts) noteUnmapped(f *settle.Fact) {
	for _, s := range f.Strange {
		if s.Field == "" || f.Measure == "appointed" && !f.Row.File.Fit.Wide() {
			continue // the people appointed are counted as shortlisted already
		}
		k := unmappedKey{f.Row.File, s.Field, csvfile.Fold(s.Label)}
		u := c.unmapped[k]
		if u == nil {
			u = &source.Unmapped{File: csvfile.Clean(f.Row.File.Name), Field: s.Field, Label: strings.Clone(labels.Shown(s.Label)), Written: strings.Clone(s.Label)}
			c.unmapped[k] = u
			c.unmappedOrder = append(c.unmappedOrder, k)
			c.unmappedAt = append(c.unmappedAt, unmappedPlace{f.Row, s})
		}
		u.Count += f.N
	}
}

// unmappedPlace is where a label first stands.
type unmappedPlace struct {
	row   *settle.Row
	label settle.Strange
}

// SayUnmapped says of each label that no table knows what became of its people.
func (c *Counts) SayUnmapped() {
	for i, k := range c.unmappedOrder {
		at := c.unmappedAt[i]
		at.row.Say(source.Notice, at.label.Column, k.field,
			fmt.Sprintf("%s %s is not a label that is known, and "+labels.Advice[k.field], k.field, labels.Quoted(at.label.Label), labels.People(c.unmapped[k].Count)))
	}
}
