package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/theme"
)

// anyDay is the day on which organisations of anyOrganisation look at their plans.
var anyDay = time.Date(2024, time.November, 29, 9, 0, 0, 0, time.UTC)

// anyOrganisation draws an organisation's results and its plan.
func anyOrganisation(seed uint64) (*indicator.Results, plan.Plan) {
	o, p := anyCounts(seed)
	return indicator.Compute(o), p
}

// anyCounts draws figures of one to three years up to 2024 with gaps of all sizes
// and in both directions, few people and many, unknown ethnicity, refused rows, and
// indicators that are missing, withheld or of nobody; and a plan.
func anyCounts(seed uint64) (*model.Organisation, plan.Plan) {
	d := draw{rand.New(rand.NewPCG(seed, 12))}
	o := &model.Organisation{Name: "Any trust", Settings: model.DefaultSettings()}
	for y := model.Year(2024 - d.IntN(3)); y <= 2024; y++ {
		r := o.Ensure(y)
		d.workforce(r)
		d.events(r)
		d.answers(r)
		for _, ind := range indicator.Catalogue() {
			switch d.IntN(18) {
			case 0:
				r.Statuses[ind.ID] = model.Status{State: model.Withheld, Reason: "too few"}
			case 1:
				if r.Refused == nil {
					r.Refused = map[string]*model.Refusals{}
				}
				r.Refused[ind.ID] = &model.Refusals{Rows: 1 + d.IntN(3), Unread: d.IntN(2) == 0}
			}
		}
	}
	var actions []plan.Action
	for i := range d.IntN(6) {
		actions = append(actions, plan.Action{
			ID: fmt.Sprintf("A-%04d", i+1), Number: fmt.Sprint(i + 1), Text: "Look into it " + strings.Repeat("and further ", d.IntN(9)), Lead: "Head of HR",
			Indicators: fmt.Sprint(1+d.IntN(9), "; ", 1+d.IntN(9)), Deadline: anyDay.AddDate(0, 0, d.IntN(900)-450).Format("02/01/2006"),
			Status: []string{"", "in progress", "done"}[d.IntN(3)],
		})
	}
	return o, plan.New(nil, actions)
}

type draw struct{ *rand.Rand }

// size is a number of people: often few.
func (d draw) size() int { return d.IntN([]int{1, 6, 40, 400, 3000}[d.IntN(5)] + 1) }

// split parts people into the groups. Two sizes in three have the usual share.
func (d draw) split(n int) model.Tally {
	share := 0.22 + 0.03*d.Float64()
	if d.IntN(3) == 0 {
		share = d.Float64() / 2
	}
	var t model.Tally
	bme := int(float64(n) * share)
	t.Add(model.WhiteGroup, n-bme)
	t.Add(model.BMEGroup, bme)
	if d.IntN(3) == 0 {
		t.Add(model.UnknownEthnicity, d.IntN(1+n/8))
	}
	return t
}

// of draws some of each group: with the same chance, or not.
func (d draw) of(all model.Tally) model.Tally {
	var some model.Tally
	chance := d.Float64() / 2
	for _, e := range []model.Ethnicity{model.WhiteGroup, model.BMEGroup, model.UnknownEthnicity} {
		n := all.Of(e)
		if d.IntN(2) == 0 {
			chance *= 0.7 + 0.6*d.Float64()
		}
		some.Add(e, int(float64(n)*chance))
	}
	return some
}

func (d draw) workforce(r *model.Return) {
	if d.IntN(8) == 0 {
		return
	}
	if d.IntN(6) == 0 {
		r.WorkforceNote = "illustrative"
	}
	if d.IntN(6) == 0 {
		r.Workforce[model.Post{}] = d.split(d.size())
		return
	}
	bands := []model.Band{model.Band2, model.Band3, model.Band5, model.Band6, model.Band7, model.Band8a, model.Band8c, model.Band9, model.VSM}
	for _, c := range model.StaffCategories()[:1+d.IntN(3)] {
		most := d.size()
		for _, b := range bands[:1+d.IntN(len(bands))] {
			r.Workforce[model.Post{Category: c, Band: b}] = d.split(d.IntN(most + 1))
		}
	}
}

func (d draw) events(r *model.Return) {
	if d.IntN(5) > 0 {
		shortlisted := d.split(d.size())
		r.Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: d.of(shortlisted)}}
	}
	for _, kind := range []string{"disciplinary", "training"} {
		if d.IntN(3) > 0 {
			e := &model.Events{Headcount: d.split(20 + d.size())}
			e.Count = d.of(e.Headcount)
			r.Events[kind] = e
		}
	}
	if d.IntN(4) > 0 {
		r.Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = d.split(d.IntN(12))
		r.Board[model.Seat{Voting: model.Yes, Executive: model.No}] = d.split(d.IntN(12))
	}
}

// answers are of the staff survey, some without the number of those who answered.
func (d draw) answers(r *model.Return) {
	for _, id := range []string{"5", "6", "7", "8"} {
		if d.IntN(5) == 0 {
			continue
		}
		share, known := d.Float64(), d.IntN(3) > 0
		for _, e := range []model.Ethnicity{model.WhiteGroup, model.BMEGroup} {
			a := model.SurveyAnswer{Share: min(max(share+(d.Float64()-0.5)/5, 0), 1)}
			if known {
				a.Respondents = 1 + d.size()
			}
			r.Survey[model.SurveyKey{Indicator: id, Ethnicity: e}] = a
		}
	}
}

// screen is the app on figures and a plan.
type screen struct{ m *tui.Model }

func shown(r *indicator.Results, p plan.Plan, width, height int) screen {
	events := make(chan tui.LoadEvent, 1)
	events <- tui.LoadEvent{Loaded: &tui.Loaded{Results: r, Disk: keep.Disk{Plan: p}}}
	close(events)
	s := screen{tui.New(tui.Deps{
		Deps:       keep.Deps{Now: func() time.Time { return anyDay }, Clean: clean},
		Load:       func() <-chan tui.LoadEvent { return events },
		CleanLines: cleanLines, Charset: theme.Full, Profile: colorprofile.NoTTY,
	})}
	s.resize(width, height)
	s.run(s.m.Init())
	return s
}

func (s screen) resize(width, height int) { s.send(tea.WindowSizeMsg{Width: width, Height: height}) }

func (s screen) send(msg tea.Msg) {
	_, cmd := s.m.Update(msg)
	s.run(cmd)
}

func (s screen) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	default:
		s.send(msg)
	}
}

// frame presses a key and gives the screen as text.
func (s screen) frame(key string) string {
	s.send(tea.KeyPressMsg{Code: []rune(key)[0], Text: key})
	return ansi.Strip(s.m.View().Content)
}
