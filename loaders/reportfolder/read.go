package reportfolder

import (
	"slices"

	"wres/loaders/ownwords"
	"wres/loaders/planfile"
	"wres/model"
	"wres/model/disclosure/quotes"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/source"
	"wres/model/words"
)

// Beside is what a report has beside its figures.
type Beside struct {
	Report  yearly.Report // all of it but the results
	Plan    plan.Plan     // of the year
	File    string        // the name of that which holds it
	Texts   []quotes.Text // that stand in it: of the plan before, and the organisation's own
	wrong   []source.Problem
	missing []string // parts that only the organisation can write
}

// Read reads what the report of a year has beside its figures: the plan of the year and the
// last one before it, from the folder of the plan of now, and what the organisation wrote,
// from that of the extracts; "": the built-in example, of which nobody did. Latest is the
// year of the latest figures there are.
func Read(extracts, plans string, now plan.Plan, of, latest model.Year) (Beside, error) {
	b, err := readPlans(plans, now, of, latest)
	if err != nil {
		return Beside{}, err
	}
	own := readOwn(extracts)
	b.Report.Own, b.missing = own.Blocks, own.Missing
	b.Texts, b.wrong = append(b.Texts, own.Passages...), append(b.wrong, own.Problems...)
	return b, nil
}

// readOwn reads what the organisation wrote.
func readOwn(extracts string) ownwords.Texts {
	if extracts == "" {
		return ownwords.Texts{}
	}
	return ownwords.Read(extracts)
}

// readPlans reads of what is beside a report the plans.
func readPlans(plans string, now plan.Plan, of, latest model.Year) (Beside, error) {
	found, err := planfile.PlansOf(plans, now, of, latest)
	if err != nil {
		return Beside{}, err
	}
	b := Beside{Plan: found.Of, File: planfile.Name}
	if found.Ended {
		b.File = plan.ArchiveName(of)
	}
	b.Report = yearly.Report{Actions: found.Of.Actions(), Ended: found.Ended, Unkept: found.Unkept, Unread: found.Unread}
	if found.Before.Len() > 0 {
		b.Report.Before = &yearly.Before{Year: found.Since, Actions: found.Before.Actions()}
		b.Texts = quotes.OfPlan(plan.New(nil, b.Report.Earlier()), plan.ArchiveName(found.Since))
	}
	for _, problem := range found.Problems {
		if problem.Severity == source.Error || problem.Line > 0 { // the others are of the file
			b.wrong = append(b.wrong, problem)
		}
	}
	return b, nil
}

// OfYears gathers what stands in the reports of some years, the latest last: the plan of now,
// those that were kept of these years, and the texts, each once. What cannot be read is left
// out: who makes the report is told.
func OfYears(extracts, plans string, now plan.Plan, years []model.Year) report.Beside {
	all := report.Beside{Plans: []report.PlanFile{{Name: planfile.Name, Plan: now}}}
	var texts []quotes.Text
	for _, year := range years {
		of, err := readPlans(plans, now, year, years[len(years)-1])
		if err != nil {
			continue
		}
		if of.Report.Ended {
			all.Plans = append(all.Plans, report.PlanFile{Name: of.File, Plan: of.Plan})
		}
		texts = append(texts, of.Texts...)
	}
	texts = append(texts, readOwn(extracts).Passages...)
	type place struct {
		file, what, text string
		line             int
	}
	had := map[place]bool{}
	for _, text := range texts {
		at := place{text.File, text.What, text.Text, text.Line}
		inPlan := func(p report.PlanFile) bool { return p.Name == text.File }
		if !had[at] && !slices.ContainsFunc(all.Plans, inPlan) {
			all.Texts = append(all.Texts, text)
		}
		had[at] = true
	}
	return all
}

// Remarks says for whoever makes the report what of it could not be read, or was left out,
// and what only the organisation can write. A line each; it may hold any sign.
func (b Beside) Remarks() []string {
	var all []string
	for _, problem := range b.wrong {
		all = append(all, problem.String())
	}
	if len(b.missing) > 0 {
		all = append(all, "not in the report, because only the organisation can write it: "+words.Listed(b.missing)+"; 'wres report --init DIR' makes files for it")
	}
	return all
}
