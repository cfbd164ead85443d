package inview_test

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/words/inview"
)

// TestMeaningOfTheMark: it says what may be hidden in the view that it stands in, and no more.
func TestMeaningOfTheMark(t *testing.T) {
	counted := func(white, bme int) (of model.Tally) {
		of.Add(model.WhiteGroup, white)
		of.Add(model.BMEGroup, bme)
		return of
	}
	board := func(white, bme int) func(*model.Return) {
		return func(r *model.Return) { r.Board[model.Seat{}] = counted(white, bme) }
	}
	answers := func(n int) func(*model.Return) {
		return func(r *model.Return) {
			for e, n := range map[model.Ethnicity]int{model.WhiteGroup: 40, model.BMEGroup: n} {
				r.Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = model.SurveyAnswer{Share: 0.2, Respondents: n}
			}
		}
	}
	cases := func(r *model.Return) {
		r.Events["disciplinary"] = &model.Events{Count: counted(20, 3), Headcount: counted(300, 100)}
	}
	const people, split, few = "1 to 4 people", "the make-up of fewer than 10 people who are all of one group", "a survey share of fewer than 11 respondents"
	for _, c := range []struct {
		what string
		make []func(*model.Return)
		want string
	}{
		{"nothing is hidden", []func(*model.Return){board(12, 8), answers(40)}, people + ", or a figure that has to be hidden with such a number"},
		{"a small count", []func(*model.Return){cases, board(20, 3)}, people + ", or a figure that has to be hidden with such a number"},
		{"a row of few people", []func(*model.Return){board(8, 0)}, people + ", " + split + ", or a figure that has to be hidden with one of these"},
		{"the same with a small count", []func(*model.Return){board(7, 1)}, people + ", " + split + ", or a figure that has to be hidden with one of these"},
		{"few answers", []func(*model.Return){answers(9), board(12, 8)}, few + ", or a figure that has to be hidden with such a number"},
		{"small counts and few answers", []func(*model.Return){cases, answers(9)}, people + ", " + few + ", or a figure that has to be hidden with one of these"},
	} {
		o := &model.Organisation{Settings: model.DefaultSettings()}
		for _, add := range c.make {
			add(o.Ensure(2024))
		}
		view, _ := disclosure.View(indicator.Compute(o), disclosure.RuleOf(o.Settings))
		if said, want := inview.Meaning(view), "[c]: "+c.want+". It does not say which."; said != want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, said, want)
		}
		if said := inview.Publication(view); !strings.HasSuffix(said, inview.Meaning(view)) {
			t.Errorf("%s: %s", c.what, said)
		}
	}
}

// TestMeaningBriefly: it has a line of 80 columns.
func TestMeaningBriefly(t *testing.T) {
	if said := inview.MeaningBriefly(); len(said) > 76 {
		t.Errorf("%d characters: %s", len(said), said)
	}
}
