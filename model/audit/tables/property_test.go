package tables

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// mode is how a report writes its figures.
type mode uint8

const (
	halfUp mode = iota
	halfEven
	cutDown
)

// write writes a fraction of whole numbers, in rational numbers and apart from what is tested.
func (m mode) write(top, under int64, decimals int) string {
	v := new(big.Rat).Mul(big.NewRat(top, under), new(big.Rat).SetInt(tenTo(decimals)))
	q, rest := new(big.Int).QuoRem(v.Num(), v.Denom(), new(big.Int))
	half := rest.Lsh(rest, 1).CmpAbs(v.Denom())
	if m != cutDown && (half > 0 || half == 0 && (m == halfUp || q.Bit(0) == 1)) {
		q.Add(q, big.NewInt(int64(v.Sign())))
	}
	return new(big.Rat).SetFrac(q, tenTo(decimals)).FloatString(decimals)
}

// report is a document that is being invented.
type report struct {
	r        *rand.Rand
	mode     mode
	decimals int
	sign     string
	rows     []model.Printed
}

func (p *report) put(year int, ind, figure, group, part, printed string) {
	p.rows = append(p.rows, model.Printed{Year: model.Year(year), Indicator: ind, Figure: figure, Group: group, Part: part, Printed: printed, Line: len(p.rows) + 1})
}

// sometimes puts a figure nine times in ten.
func (p *report) sometimes(year int, ind, figure, group, part, printed string) {
	if p.r.IntN(10) > 0 {
		p.put(year, ind, figure, group, part, printed)
	}
}

func (p *report) percent(n, of int64) string {
	if of == 0 {
		return "n/a"
	}
	return p.mode.write(100*n, of, p.decimals) + p.sign
}

// tally is people by group, and to how many it happened.
type tally struct{ of, n [3]int64 }

func (p *report) tally(most int64) (t tally) {
	for g, size := range []int64{most, most / 2, most / 10} {
		t.of[g] = 1 + p.r.Int64N(max(size, 2))
		t.n[g] = p.r.Int64N(t.of[g] + 1)
	}
	return t
}

func (t tally) sum(of [3]int64) int64 { return of[0] + of[1] + of[2] }

var groupNames = []string{white, bme, unknown}

// counts prints a count of all groups and its shares.
func (p *report) counts(year int, ind, count, of, part string, t [3]int64) {
	total := t[0] + t[1] + t[2]
	p.sometimes(year, ind, count, all, part, fmt.Sprint(total))
	for g, name := range groupNames {
		p.sometimes(year, ind, count, name, part, fmt.Sprint(t[g]))
		if of != "" && total > 0 {
			p.sometimes(year, ind, "percentage-of-"+of, name, part, p.percent(t[g], total))
		}
	}
	if of == "workforce" {
		p.sometimes(year, ind, count, known, part, fmt.Sprint(total-t[2]))
		p.sometimes(year, ind, "percentage-of-"+of, known, part, p.percent(total-t[2], total))
	}
}

// likelihood prints an indicator of events.
func (p *report) likelihood(year int, ind *indicator.Indicator) {
	t := p.tally(400)
	shares := func(name string) string {
		if ind.Counts.Shares {
			return name
		}
		return ""
	}
	p.counts(year, ind.ID, ind.Counts.AtRisk, shares(ind.Counts.AtRisk), "", t.of)
	p.counts(year, ind.ID, ind.Counts.Events, shares(ind.Counts.Events), "", t.n)
	for g, name := range groupNames {
		p.sometimes(year, ind.ID, "likelihood", name, "", p.percent(t.n[g], t.of[g]))
	}
	top, under := ind.Compare, ind.Reference
	if t.n[under] > 0 {
		p.sometimes(year, ind.ID, "relative-likelihood", all, "", p.mode.write(t.n[top]*t.of[under], t.of[top]*t.n[under], 2))
	}
}

// invent makes a report of one or two years of an indicator, true in every figure.
func invent(r *rand.Rand, m mode) *report {
	p := &report{r: r, mode: m, decimals: r.IntN(3), sign: "%"}
	catalogue := indicator.Catalogue()
	ind := catalogue[r.IntN(len(catalogue))]
	for _, year := range []int{2023, 2024}[r.IntN(2):] {
		switch ind.Shape {
		case indicator.Likelihood:
			p.likelihood(year, ind)
		case indicator.Bands:
			p.workforce(year)
		case indicator.Survey:
			t := p.tally(300)
			for g, name := range groupNames[:2] {
				p.sometimes(year, ind.ID, "respondents", name, "", fmt.Sprint(t.of[g]))
				p.sometimes(year, ind.ID, "percentage", name, "", p.percent(t.n[g], t.of[g]))
			}
			p.sometimes(year, ind.ID, "difference", all, "", p.points(t.n[1], t.of[1], t.n[0], t.of[0]))
		case indicator.Board:
			staff, board := p.tally(2000).of, p.tally(12).of
			p.counts(year, indicator.WorkforceID, "headcount", "workforce", "", staff)
			p.counts(year, ind.ID, "members", "board", "total", board)
			p.sometimes(year, ind.ID, "difference", bme, "total", p.points(board[1], board[0]+board[1]+board[2], staff[1], staff[0]+staff[1]+staff[2]))
		}
	}
	return p
}

// points writes the difference of two shares.
func (p *report) points(a, of, b, ofB int64) string {
	return p.mode.write(100*(a*ofB-b*of), of*ofB, p.decimals)
}

// workforce prints staff by category, and all of them.
func (p *report) workforce(year int) {
	var sum [3]int64
	for _, part := range []string{"non-clinical", "clinical", "medical and dental"} {
		t := p.tally(500).of
		for g := range sum {
			sum[g] += t[g]
		}
		p.counts(year, indicator.WorkforceID, "headcount", "workforce", part, t)
	}
	p.counts(year, indicator.WorkforceID, "headcount", "workforce", "", sum)
}

func (p *report) document() *document.Document { return document.Published(p.rows, "invented") }

func times(t *testing.T) int {
	if testing.Short() {
		return 3_000
	}
	return 100_000
}

func wrong(findings []finding.Finding) []finding.Finding {
	var all []finding.Finding
	for _, f := range findings {
		if f.Severity != finding.Note {
			all = append(all, f)
		}
	}
	return all
}

// TestTrueReportsAreClean: nothing is called wrong in a report whose figures are true, in
// whatever way they are printed.
func TestTrueReportsAreClean(t *testing.T) {
	for _, m := range []mode{cutDown, halfUp, halfEven} {
		r := rand.New(rand.NewPCG(5, uint64(m)))
		figures, notes := 0, map[finding.Kind]int{}
		for i := range times(t) / 3 {
			p := invent(r, m)
			figures += len(p.rows)
			findings := Find(p.document()).Findings
			if bad := wrong(findings); len(bad) > 0 {
				for _, row := range p.rows {
					t.Logf("%d %s %s %s %s: %s", row.Year, row.Indicator, row.Figure, row.Group, row.Part, row.Printed)
				}
				t.Fatalf("way %d, report %d: %+v", m, i, bad)
			}
			for _, f := range findings {
				notes[f.Kind]++
			}
		}
		t.Logf("way %d: %d true reports of %d figures are clean; notes %v", m, times(t)/3, figures, notes)
	}
}
