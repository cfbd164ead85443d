package disclosure

import (
	"cmp"
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// View gives the publication view of results, and an account of it for whoever may see
// the full ones. The results given are not changed.
func View(full *indicator.Results, rule Rule) (*indicator.Results, Account) {
	view, account := full.Copy(), Account{}
	view.Publication, view.Settings = true, rule.settings(full.Settings)
	for _, y := range full.Years {
		s := decide(view, y, rule, &account)
		for _, n := range s.numbers {
			for _, write := range n.write {
				write(rule.printed(n))
			}
		}
		for i := range view.Series {
			account.answers(hideOthers(view.Series[i].Indicator, view.Series[i].Figure(y), s))
		}
	}
	withdraw(view)
	return view, account
}

// hideOthers hides, or rounds, what is in no sum: respondents of a survey, and the parts of
// a year's recruitment. It gives how many survey shares it hides.
func hideOthers(ind *indicator.Indicator, f *indicator.Figure, s *sheet) (shares int) {
	switch ind.Shape {
	case indicator.Survey:
		for g := range f.Groups {
			of := &f.Groups[g]
			if n := of.AtRisk; n != nil {
				answered := &number{value: *n, hidden: *n < max(s.rule.SurveyRespondents, s.rule.Small+1)}
				if into(&of.AtRisk, &of.HiddenAtRisk)(s.rule.printed(answered)); answered.hidden {
					shares++
				}
			}
		}
	case indicator.Likelihood: // campaigns stand in the order of their size
		slices.SortStableFunc(f.Parts, func(a, b indicator.Part) int {
			return cmp.Or(cmp.Compare(byCampaign(a), byCampaign(b)), cmp.Compare(a.Campaign, b.Campaign))
		})
	}
	if f.NotStated != nil && (s.rule.UnknownTotals || f.Groups[model.Unknown].HiddenEvents) {
		f.NotStated, f.Unrecorded = nil, nil
	}
	return shares
}

// byCampaign is 0 for a campaign, and 1 for internal and external applicants, which stand
// behind them.
func byCampaign(p indicator.Part) int {
	if p.Campaign == "" {
		return 1
	}
	return 0
}

// levels are the kinds of row in which the staff of a category can be given, the finest
// first. Of the last nothing is given but the whole workforce.
var levels = []struct {
	rows kind
	name Level
}{{bandRows, ByBand}, {clusterRows, ByCluster}, {tierRows, ByTier}, {categoryRow, AsCategory}, {workforceRow, InWorkforce}}

// decide makes the sheet of a year and hides on it what must be. The staff of a category
// are given at the finest level at which two thirds of the rows keep their BME count, where
// they are not rounded: there a row that is hidden takes no others with it.
func decide(r *indicator.Results, y model.Year, rule Rule, account *Account) *sheet {
	level := map[model.StaffCategory]int{}
	for {
		s := fill(r, y, rule)
		for category, l := range level {
			s.hideFiner(category, levels[l].rows)
		}
		s.markSmall()
		readers := s.protect()
		coarser := false
		for _, category := range s.categories() {
			if l := level[category]; rule.Base == 0 && l < len(levels)-1 && !s.enough(category, levels[l].rows) {
				level[category]++
				coarser = true
			}
		}
		if !coarser {
			account.note(y, readers, level)
			return s
		}
	}
}

// protect gives up numbers while a reader can narrow a small one down, and takes back what a
// reader asks for first where the others do without it.
func (s *sheet) protect() *attacked {
	readers, ruled := attack(s), s.hidden()
	for q, found := readers.narrow(); found && readers.mend(q); q, found = readers.narrow() {
	}
	for i, n := range s.numbers {
		if n.hidden && !ruled[i] && n.headline() {
			readers.giveBack(n)
		}
	}
	return readers
}

// fill puts all numbers of a year on a sheet.
func fill(r *indicator.Results, y model.Year, rule Rule) *sheet {
	s := filler{newSheet(rule, r.Settings)}
	for i := range r.Series {
		ind, f := r.Series[i].Indicator, r.Series[i].Figure(y)
		if f == nil || f.State != model.Reported {
			continue
		}
		switch ind.Shape {
		case indicator.Bands:
			s.staff(f, r.Settings)
		case indicator.Likelihood:
			s.likelihood(ind, f)
		case indicator.Board:
			s.board(f)
		}
	}
	s.index()
	return s.sheet
}

// categories lists the staff categories that have rows.
func (s *sheet) categories() []model.StaffCategory {
	var all []model.StaffCategory
	for _, t := range s.tables {
		if t.kind == categoryRow {
			all = append(all, t.category)
		}
	}
	return all
}

// hideFiner hides the rows of a staff category that are finer than a level.
func (s *sheet) hideFiner(category model.StaffCategory, level kind) {
	for _, t := range s.tables {
		if t.kind < level && t.kind <= categoryRow && t.category == category {
			for _, p := range s.table(t) {
				if s.conceal(p) {
					s.at[p].finer = true
				}
			}
		}
	}
}

// enough reports whether two thirds of the rows of a level keep their BME count. What has
// no rows of a level has none to keep.
func (s *sheet) enough(category model.StaffCategory, level kind) bool {
	if level == workforceRow {
		return true
	}
	t := table{kind: level, category: category}
	rows, kept := s.rows[t], 0
	for _, row := range rows {
		if s.shown(place{t, row, bme}) && (level == tierRows || s.shown(place{t, row, all})) {
			kept++
		}
	}
	return len(rows) > 0 && 3*kept >= 2*len(rows)
}
