package settle

import (
	"fmt"
	"slices"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// settleWorkforce settles the counts, and looks at senior medical managers, who
// are a part of the consultants.
func settleWorkforce(facts, lost []*Fact) {
	settleCounts(facts, lost)
	type slot struct {
		year         model.Year
		organisation string
		group        model.Group
	}
	consultants := map[slot]int{}
	managers := map[slot]*sums{}
	var order []slot
	for _, f := range facts {
		s := slot{f.Year, f.Dims[0], f.Ethnicity.Group()}
		switch {
		case !f.Stands():
		case f.Band == model.Consultant:
			consultants[s] += f.N
		case f.Band == model.SeniorMedicalManager:
			if managers[s] == nil {
				managers[s] = &sums{first: f}
				order = append(order, s)
			}
			managers[s].n += f.N
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
func settleRecruitment(facts, lost []*Fact) {
	settleCounts(facts, lost)
	p := pairs{byCell: map[pairKey]*pair{}, half: map[pairKey]*Fact{}}
	for _, f := range lost {
		p.half[pairOf(f)] = f
	}
	for _, f := range facts {
		if f.Stands() {
			p.add(f)
		}
	}
	for _, k := range p.order {
		if c := p.byCell[k]; p.half[k] != nil && (c.shortlisted == nil || c.appointed == nil) {
			c.lose(p.half[k])
		} else {
			p.check(c)
		}
	}
	for len(p.broken) > 0 { // a refused row breaks the pairs of its other groups
		r := p.broken[0]
		p.broken = p.broken[1:]
		for _, f := range r.Facts {
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

func pairOf(f *Fact) pairKey {
	k := pairKey{f.key(), f.Label, f.BandLabel}
	k.key.measure = ""
	return k
}

// pair is a cell's two counts, of one row or of two.
type pair struct{ shortlisted, appointed *Fact }

// lose takes out the count of a pair whose other cannot be read.
func (c *pair) lose(other *Fact) {
	f := c.shortlisted
	if f == nil {
		f = c.appointed
	}
	f.aside = true
	r := f.Row
	r.Facts = slices.DeleteFunc(r.Facts, func(of *Fact) bool { return of == f })
	r.Lacks = append(r.Lacks, f)
	if len(r.Facts) == 0 {
		r.State = Refused
	}
	if other.Row != r {
		r.Say(source.Error, f.Column, f.Measure, fmt.Sprintf("%s of %s is left out, for the count that goes with it at %s cannot be read; mend that", f.Measure, f.words(), other.Row.Place()))
	}
}

type pairs struct {
	byCell map[pairKey]*pair
	half   map[pairKey]*Fact // a count of the cell that cannot be read
	order  []pairKey
	broken []*Row
}

func (p *pairs) add(f *Fact) {
	k := pairOf(f)
	if p.byCell[k] == nil {
		p.byCell[k] = &pair{}
		p.order = append(p.order, k)
	}
	if f.Measure == "appointed" {
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
	case app.N > short.N && app.Row != short.Row:
		p.refuse(app, "appointed", fmt.Sprintf("appointed %s of %s is more than shortlisted %s at %s; whoever is appointed is also shortlisted, so check both: both rows are left out",
			labels.Thousands(app.N), app.words(), labels.Thousands(short.N), short.Row.Place()))
	}
}

// breakUp refuses the other row of a pair whose row r is refused.
func (p *pairs) breakUp(c *pair, r *Row) {
	for _, f := range []*Fact{c.shortlisted, c.appointed} {
		if f != nil && f.Row != r {
			p.refuse(f, f.Measure, fmt.Sprintf("the row that goes with this one, %s, is left out, so %s is left out too; mend that row", r.Place(), f.Measure))
		}
	}
}

func (p *pairs) refuse(f *Fact, field, message string) {
	if f.Row.State != Used {
		return
	}
	f.Row.Refuse(f.Column, field, message)
	p.broken = append(p.broken, f.Row)
}

// settleEvents settles the counts of disciplinary and training. Where a file gives
// headcounts for some groups only, none is used: the workforce's are whole.
func settleEvents(facts, lost []*Fact, label func(model.Group) string) {
	settleCounts(facts, lost)
	counted := map[model.Year]map[model.Group]bool{}
	heads := map[model.Year]map[model.Group]*Fact{}
	for _, f := range facts {
		if !f.Stands() {
			continue
		}
		g := f.Ethnicity.Group()
		if counted[f.Year] == nil {
			counted[f.Year], heads[f.Year] = map[model.Group]bool{}, map[model.Group]*Fact{}
		}
		if f.Measure == "headcount" {
			heads[f.Year][g] = f
		} else {
			counted[f.Year][g] = true
		}
	}
	partial := map[model.Year]bool{}
	for _, f := range facts {
		if !f.Stands() || f.Measure != "headcount" || partial[f.Year] {
			continue
		}
		for _, g := range model.Groups() {
			if counted[f.Year][g] && heads[f.Year][g] == nil {
				partial[f.Year] = true
				f.noteSum(fmt.Sprintf("headcount of %s is given for some groups and not for %s; the workforce extract is used for all: fill the column or leave it empty",
					f.Year, label(g)))
				break
			}
		}
	}
	for _, f := range facts {
		if f.Measure == "headcount" && partial[f.Year] && f.Row.State == Used && !f.aside {
			f.unwanted = true
		}
	}
}
