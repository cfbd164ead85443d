package loaders

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

func placeWorkforce(l *loading, f *fact) {
	ret := l.org.Ensure(f.year)
	post := model.Post{Category: f.category, Band: f.band}
	tally := ret.Workforce[post]
	tally.Add(f.ethnicity, f.n)
	ret.Workforce[post] = tally
	if note, ok := f.value.(string); ok && !slices.Contains(l.notes[f.year], note) {
		l.notes[f.year] = append(l.notes[f.year], note)
	}
}

// recruitKey is a part of a year's recruitment.
type recruitKey struct {
	year model.Year
	dims [maxDims]string
}

func placeRecruitment(l *loading, f *fact) {
	ret := l.org.Ensure(f.year)
	k := recruitKey{f.year, f.dims}
	k.dims[0] = "" // several organisations are taken together
	for i, d := range k.dims {
		if d == wild {
			k.dims[i] = ""
		}
	}
	k.dims[1], k.dims[4] = f.band.String(), model.InternalWord(f.internal)
	i, seen := l.places[k]
	if !seen {
		names := f.value.(recruitNames)
		i = len(ret.Recruitment)
		l.places[k] = i
		ret.Recruitment = append(ret.Recruitment, model.Recruitment{Band: f.band, StaffGroup: names.staffGroup, Campaign: names.campaign, Internal: f.internal})
	}
	if f.measure == "appointed" {
		ret.Recruitment[i].Appointed.Add(f.ethnicity, f.n)
	} else {
		ret.Recruitment[i].Shortlisted.Add(f.ethnicity, f.n)
	}
}

func placeEvents(l *loading, f *fact) {
	ret := l.org.Ensure(f.year)
	events := ret.Events[f.row.file.fit.extract.Kind]
	if events == nil {
		events = &model.Events{}
		ret.Events[f.row.file.fit.extract.Kind] = events
	}
	switch {
	case f.measure != "headcount":
		events.Count.Add(f.ethnicity, f.n)
	case !f.unwanted:
		events.Headcount.Add(f.ethnicity, f.n)
	}
}

func placeSurvey(l *loading, f *fact) {
	v := f.value.(surveyValue)
	l.org.Ensure(f.year).Survey[model.SurveyKey{Indicator: f.dims[1], Ethnicity: f.ethnicity}] =
		model.SurveyAnswer{Share: v.percent.Share, Respondents: v.respondents}
}

func placeBoard(l *loading, f *fact) {
	if f.unwanted { // settleBoard has put its part of the board there
		return
	}
	ret := l.org.Ensure(f.year)
	tally := ret.Board[f.seat]
	tally.Add(f.ethnicity, f.n)
	ret.Board[f.seat] = tally
}

func placeStatus(l *loading, f *fact) {
	v := f.value.(statusValue)
	l.org.Ensure(f.year).Statuses[v.indicator] = v.status
}

func placeBenchmark(l *loading, f *fact) {
	l.org.Benchmarks = append(l.org.Benchmarks, f.value.(model.Benchmark))
}

func placePublished(l *loading, f *fact) {
	l.org.Published = append(l.org.Published, f.value.(model.Printed))
}

// finishReturns puts in order what came in the order of rows, so that the order
// of rows and files is irrelevant to the figures.
func (l *loading) finishReturns() {
	for _, ret := range l.org.Returns {
		slices.SortStableFunc(ret.Recruitment, func(a, b model.Recruitment) int {
			return cmp.Or(cmp.Compare(a.Band, b.Band), strings.Compare(a.StaffGroup, b.StaffGroup), strings.Compare(a.Campaign, b.Campaign), cmp.Compare(a.Internal, b.Internal))
		})
		notes := l.notes[ret.Year]
		slices.Sort(notes)
		ret.WorkforceNote = strings.Join(notes, "; ")
	}
	slices.SortStableFunc(l.org.Benchmarks, func(a, b model.Benchmark) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.What, b.What),
			cmp.Compare(a.Group, b.Group), cmp.Compare(a.Band, b.Band), strings.Compare(a.Scope, b.Scope), strings.Compare(a.Source, b.Source))
	})
}

// unmappedKey is a label of a file that no table knows.
type unmappedKey struct {
	file          *file
	field, folded string
}

// noteUnmapped counts the people of a fact under its labels that no table knows.
func (l *loading) noteUnmapped(f *fact) {
	for _, s := range f.strange {
		if s.field == "" || f.measure == "appointed" && !f.row.file.fit.wide() {
			continue // the people appointed are counted as shortlisted already
		}
		k := unmappedKey{f.row.file, s.field, csvfile.Fold(s.label)}
		u := l.unmapped[k]
		if u == nil {
			u = &source.Unmapped{File: csvfile.Clean(f.row.file.name), Field: s.field, Label: strings.Clone(labels.Shown(s.label)), Written: strings.Clone(s.label)}
			l.unmapped[k] = u
			l.unmappedOrder = append(l.unmappedOrder, k)
			l.unmappedAt = append(l.unmappedAt, unmappedPlace{f.row, s})
		}
		u.Count += f.n
	}
}

// unmappedPlace is where a label first stands.
type unmappedPlace struct {
	row   *row
	label strangeLabel
}

// unmappedAdvice says what became of the people under a label, and what to do.
var unmappedAdvice = map[string]string{
	"ethnicity":      "is counted as unknown ethnicity (%s); if it is a category, map it in the app with f, or in wres.toml under [labels.ethnicity]",
	"pay_band":       "is counted without a band (%s); if it is a band, map it in the app with f, or in wres.toml under [labels.band]",
	"staff_category": "is counted without a staff category (%s); map it in the app with f, or in wres.toml under [labels.staff_group]",
	"internal":       "is counted neither as internal nor as external (%s); write internal or external",
}

func (l *loading) warnUnmapped() {
	for i, k := range l.unmappedOrder {
		at := l.unmappedAt[i]
		at.row.say(source.Notice, at.label.column, k.field,
			fmt.Sprintf("%s %s is not a label that is known, and "+unmappedAdvice[k.field], k.field, labels.Quoted(at.label.label), labels.People(l.unmapped[k].Count)))
	}
}
