package counts

import (
	"fmt"

	"wres/loaders/labels"
	"wres/model"
)

// settleWorkforce settles the counts, and looks at senior medical managers, who
// are a part of the consultants.
func settleWorkforce(facts []*fact) {
	settleCounts(facts)
	type slot struct {
		year         model.Year
		organisation string
		group        model.Group
	}
	consultants := map[slot]int{}
	managers := map[slot]*sums{}
	var order []slot
	for _, f := range facts {
		s := slot{f.year, f.dims[0], f.ethnicity.Group()}
		switch {
		case !f.stands():
		case f.band == model.Consultant:
			consultants[s] += f.n
		case f.band == model.SeniorMedicalManager:
			if managers[s] == nil {
				managers[s] = &sums{first: f}
				order = append(order, s)
			}
			managers[s].n += f.n
		}
	}
	for _, s := range order {
		if m := managers[s]; m.n > consultants[s] {
			m.first.noteSum(fmt.Sprintf(
				"%s: %s senior medical managers are more than the %s consultants of whom they are a part; check both rows",
				m.first.words(), labels.Thousands(m.n), labels.Thousands(consultants[s])))
		}
	}
}

// settleRecruitment settles the counts, and then holds shortlisted and appointed
// together: without the other neither is of use.
func settleRecruitment(facts []*fact) {
	settleCounts(facts)
	p := pairs{byCell: map[pairKey]*pair{}}
	for _, f := range facts {
		if f.stands() {
			p.add(f)
		}
	}
	for _, k := range p.order {
		p.check(p.byCell[k])
	}
	for len(p.broken) > 0 { // a refused row breaks the pairs of its other groups
		r := p.broken[0]
		p.broken = p.broken[1:]
		for _, f := range r.facts {
			if pair := p.byCell[pairOf(f)]; pair != nil {
				p.breakUp(pair, r)
			}
		}
	}
}

// pairKey is a cell of recruitment, whichever its count.
type pairKey struct {
	key         cellKey
	label, band string
}

func pairOf(f *fact) pairKey {
	k := pairKey{f.key(), f.label, f.bandLabel}
	k.key.measure = ""
	return k
}

// pair is a cell's two counts, of one row or of two.
type pair struct{ shortlisted, appointed *fact }

type pairs struct {
	byCell map[pairKey]*pair
	order  []pairKey
	broken []*row
}

func (p *pairs) add(f *fact) {
	k := pairOf(f)
	if p.byCell[k] == nil {
		p.byCell[k] = &pair{}
		p.order = append(p.order, k)
	}
	if f.measure == "appointed" {
		p.byCell[k].appointed = f
	} else {
		p.byCell[k].shortlisted = f
	}
}

// check refuses what cannot be a pair.
func (p *pairs) check(c *pair) {
	short, app := c.shortlisted, c.appointed
	switch {
	case app == nil:
		p.refuse(short, "shortlisted", fmt.Sprintf("no row gives appointed for %s; add it, 0 if there was none", short.words()))
	case short == nil:
		p.refuse(app, "appointed", fmt.Sprintf("no row gives shortlisted for %s; add it", app.words()))
	case app.n > short.n && app.row != short.row:
		p.refuse(app, "appointed", fmt.Sprintf("appointed %s of %s is more than shortlisted %s at %s; whoever is appointed is also shortlisted, so check both: both rows are left out",
			labels.Thousands(app.n), app.words(), labels.Thousands(short.n), short.row.place()))
	}
}

// breakUp refuses the other row of a pair whose row r is refused.
func (p *pairs) breakUp(c *pair, r *row) {
	for _, f := range []*fact{c.shortlisted, c.appointed} {
		if f != nil && f.row != r {
			p.refuse(f, f.measure, fmt.Sprintf("the row that goes with this one, %s, is left out, so %s is left out too; mend that row", r.place(), f.measure))
		}
	}
}

func (p *pairs) refuse(f *fact, field, message string) {
	if f.row.state != used {
		return
	}
	f.row.refuse(f.column, field, message)
	p.broken = append(p.broken, f.row)
}

// settleEvents settles the counts of disciplinary and training. Where a file gives
// headcounts for some groups only, none is used: the workforce's are whole.
func (c *Counts) settleEvents(facts []*fact) {
	settleCounts(facts)
	counted := map[model.Year]map[model.Group]bool{}
	heads := map[model.Year]map[model.Group]*fact{}
	for _, f := range facts {
		if !f.stands() {
			continue
		}
		g := f.ethnicity.Group()
		if counted[f.year] == nil {
			counted[f.year], heads[f.year] = map[model.Group]bool{}, map[model.Group]*fact{}
		}
		if f.measure == "headcount" {
			heads[f.year][g] = f
		} else {
			counted[f.year][g] = true
		}
	}
	partial := map[model.Year]bool{}
	for _, f := range facts {
		if !f.stands() || f.measure != "headcount" || partial[f.year] {
			continue
		}
		for _, g := range model.Groups() {
			if counted[f.year][g] && heads[f.year][g] == nil {
				partial[f.year] = true
				f.noteSum(fmt.Sprintf("headcount of %s is given for some groups and not for %s; the workforce extract is used for all: fill the column or leave it empty",
					f.year, c.labels.Settings.Labels.Label(g)))
				break
			}
		}
	}
	for _, f := range facts {
		if f.measure == "headcount" && partial[f.year] && f.row.state == used && !f.aside {
			f.unwanted = true
		}
	}
}
