package tui

import (
	"wres/model/findings"
	"wres/model/indicator"
	"wres/tui/panel"
	"wres/tui/panel/bands"
	"wres/tui/panel/figures"
	"wres/tui/panel/overview"
	"wres/tui/panel/plan"
	"wres/tui/top"
)

// entry is a panel with its tab.
type entry struct {
	top.Tab
	panel panel.Panel
}

// panels lists every panel in the order of the tabs: a new one is a line here, and a
// package below tui/panel or a file in one.
func panels() []entry {
	all := []entry{{top.Tab{Key: "0", Name: "Overview"}, overview.New(pictures())}}
	for _, ind := range indicator.Catalogue() {
		all = append(all, entry{top.Tab{Key: ind.ID, Name: ind.Tab, Abbr: ind.Abbr, Group: groups()[ind.Shape]}, shapes()[ind.Shape](ind)})
	}
	return append(all, entry{top.Tab{Key: "p", Name: "Plan"}, plan.New()})
}

// pictures draws what a finding is about as the panel of its indicator does, for the
// overview.
func pictures() overview.Picture {
	type drawing interface {
		Picture(d panel.Data, about findings.About, width int) []string
	}
	of := map[string]drawing{}
	for _, ind := range indicator.Catalogue() {
		of[ind.ID], _ = shapes()[ind.Shape](ind).(drawing)
	}
	return func(d panel.Data, about findings.About, width int) []string {
		if of[about.Indicator.ID] == nil {
			return nil
		}
		return of[about.Indicator.ID].Picture(d, about, width)
	}
}

// groups names the shapes of which the tabs may stand as one.
func groups() map[indicator.Shape]string {
	return map[indicator.Shape]string{indicator.Survey: "Survey"}
}

// shapes says how the panel of an indicator of each shape is made.
func shapes() map[indicator.Shape]func(*indicator.Indicator) panel.Panel {
	return map[indicator.Shape]func(*indicator.Indicator) panel.Panel{
		indicator.Bands:      bands.New,
		indicator.Likelihood: figures.NewLikelihood,
		indicator.Survey:     figures.NewSurvey,
		indicator.Board:      figures.NewBoard,
	}
}

// indicatorKeys lists the ids of indicators that are one key press, which opens their
// panel. Tab walks to the others.
func indicatorKeys() []string {
	var keys []string
	for _, ind := range indicator.Catalogue() {
		if isPress(ind.ID) {
			keys = append(keys, ind.ID)
		}
	}
	return keys
}
