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

// recruitKey is a part of a year's recruitment, however its names are written.
type recruitKey struct {
	year                 model.Year
	band                 model.Band
	staffGroup, campaign string
	internal             model.Answer
}

func keyOf(year model.Year, part model.Recruitment) recruitKey {
	return recruitKey{year, part.Band, csvfile.Fold(part.StaffGroup), csvfile.Fold(part.Campaign), part.Internal}
}

// recruitPlaces finds the parts that a year's recruitment has already, by their index: a
// list may have given the year rows.
func (c *Counts) recruitPlaces(ret *model.Return) map[recruitKey]int {
	if !c.recruited[ret.Year] {
		c.recruited[ret.Year] = true
		for i, part := range ret.Recruitment {
			c.places[keyOf(ret.Year, part)] = i
		}
	}
	return c.places
}

func (c *Counts) placeRecruitment(org *model.Organisation, f *settle.Fact) {
	ret := org.Ensure(f.Year)
	names := f.Value.(recruitNames)
	part := model.Recruitment{Band: f.Band, StaffGroup: names.staffGroup, Campaign: names.campaign, Internal: f.Internal}
	places, k := c.recruitPlaces(ret), keyOf(f.Year, part)
	i, seen := places[k]
	if !seen {
		i = len(ret.Recruitment)
		ret.Recruitment, places[k] = append(ret.Recruitment, part), i
	}
	if f.Measure == "appointed" {
		ret.Recruitment[i].Appointed.Add(f.Ethnicity, f.N)
	} else {
		ret.Recruitment[i].Shortlisted.Add(f.Ethnicity, f.N)
	}
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

// placeSurvey places a share; that of a further organisation is pooled with those before it
// by their respondents.
func placeSurvey(org *model.Organisation, f *settle.Fact) {
	v, survey, k := f.Value.(surveyValue), org.Ensure(f.Year).Survey, model.SurveyKey{Indicator: f.Dims[1], Ethnicity: f.Ethnicity}
	answer := model.SurveyAnswer{Share: v.percent.Share, Respondents: v.respondents}
	if before, is := survey[k]; is {
		n := before.Respondents + answer.Respondents
		answer.Share = (before.Share*float64(before.Respondents) + answer.Share*float64(answer.Respondents)) / float64(n)
		answer.Respondents = n
	}
	survey[k] = answer
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
		if s.Field == "" || f.Measure == "appointed" && (!f.Row.File.Fit.Wide() || f.Row.File.Fit.ByCount()) {
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
