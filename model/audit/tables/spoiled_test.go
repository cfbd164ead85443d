package tables

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// misprint changes a printed number as people do: another digit, two exchanged, one dropped.
func misprint(r *rand.Rand, text string) string {
	for range 50 {
		digits := []byte(text)
		i := r.IntN(len(digits))
		if digits[i] < '0' || digits[i] > '9' {
			continue
		}
		switch kind := r.IntN(3); {
		case kind == 0:
			digits[i] = byte('0' + r.IntN(10))
		case kind == 1 && i+1 < len(digits) && digits[i+1] >= '0' && digits[i+1] <= '9':
			digits[i], digits[i+1] = digits[i+1], digits[i]
		case kind == 2 && len(strings.Trim(text, "%-")) > 2:
			digits = append(digits[:i], digits[i+1:]...)
		}
		s := string(digits)
		if _, ok := model.ParsePrinted(s); ok && s != text && !strings.HasPrefix(s, "0") {
			return s
		}
	}
	return text
}

// TestSpoiledReports: of reports with one wrong figure, how many are found, at which figure,
// and with how many findings. A misprint in one figure is one finding, nearly always.
func TestSpoiledReports(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	found, there, several, silent, noted := 0, 0, 0, 0, 0
	n := times(t) / 2
	for range n {
		p := invent(r, halfUp)
		at := r.IntN(len(p.rows))
		was := p.rows[at].Printed
		p.rows[at].Printed = misprint(r, was)
		if p.rows[at].Printed == was {
			continue
		}
		findings := Find(p.document()).Findings
		bad := wrong(findings)
		switch {
		case len(bad) > 1:
			several++
			found++
			if several < 6 {
				t.Logf("row %d, %s for %s: %d findings", at+1, p.rows[at].Printed, was, len(bad))
				for _, f := range bad {
					t.Logf("    %d %s: %s", f.Line, f.Where, f.Says)
				}
			}
		case len(bad) == 1:
			found++
		case len(findings) > 0:
			noted++
		default:
			silent++
		}
		for _, f := range bad {
			if f.Line == at+1 {
				there++
				break
			}
		}
	}
	t.Logf("of %d reports with one wrong figure: %d found (%d with a finding at the figure, %d with several findings), %d noted, %d silent", n, found, there, several, noted, silent)
	if several > found/50 || there < found*7/10 || found < n/2 {
		t.Errorf("too few found, or found elsewhere or several times")
	}
}

// TestSilentColumnsArePossible: a column of ten figures with a wrong one that is not called
// wrong could be right: whole numbers print so by some innocent reading, as a plain
// enumeration that knows nothing of the search finds.
func TestSilentColumnsArePossible(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	found, possible := 0, 0
	ind := indicator.Lookup("2")
	for i := range times(t) {
		p := &report{r: r, mode: halfUp, decimals: 1 + r.IntN(2), sign: "%"}
		people := p.tally(600)
		for people.n[1] == 0 {
			people = p.tally(600)
		}
		ten(p, ind, people)
		at := r.IntN(len(p.rows))
		p.rows[at].Printed = misprint(r, p.rows[at].Printed)
		findings := Find(p.document()).Findings
		if len(wrong(findings)) > 0 {
			found++
			continue
		}
		possible++
		if !couldBe(p.rows) {
			for _, row := range p.rows {
				t.Logf("%s %s: %s", row.Figure, row.Group, row.Printed)
			}
			t.Fatalf("column %d, row %d is spoiled, can't be true, and is not found: %+v", i, at+1, findings)
		}
	}
	t.Logf("of %d columns with one wrong figure %d are found and %d remain possible", times(t), found, possible)
}

// ten prints the ten figures of a column.
func ten(p *report, ind *indicator.Indicator, t tally) {
	put := func(figure, group, printed string) { p.put(2024, ind.ID, figure, group, "", printed) }
	S, A := t.sum(t.of), t.sum(t.n)
	put("shortlisted", all, fmt.Sprint(S))
	put("shortlisted", bme, fmt.Sprint(t.of[1]))
	put("percentage-of-shortlisted", bme, p.percent(t.of[1], S))
	put("appointed", all, fmt.Sprint(A))
	put("appointed", bme, fmt.Sprint(t.n[1]))
	put("percentage-of-appointed", bme, p.percent(t.n[1], A))
	for g, name := range groupNames {
		put("likelihood", name, p.percent(t.n[g], t.of[g]))
	}
	put("relative-likelihood", all, p.mode.write(t.n[0]*t.of[1], t.of[0]*t.n[1], 2))
}

// couldBe enumerates every number of people of unknown ethnicity, and those of them who were
// appointed, and takes a figure for right that was rounded or cut off; a share of all or of
// those whose ethnicity is known; a ratio of whole numbers or of the printed rates.
func couldBe(rows []model.Printed) bool {
	counts, printed := map[string]int64{}, map[string]model.PrintedNumber{}
	for _, row := range rows {
		n, ok := model.ParsePrinted(row.Printed)
		if !ok {
			return true
		}
		printed[row.Figure+" "+row.Group] = n
		counts[row.Figure+" "+row.Group], _ = strconv.ParseInt(row.Printed, 10, 64)
	}
	prints := func(name string, top, under int64) bool {
		n := printed[name]
		if name != "relative-likelihood all" {
			top *= 100
		}
		if under == 0 {
			return top == 0 && n.Value.Sign() == 0
		}
		v := new(big.Rat).Sub(big.NewRat(top, under), n.Value)
		unit := new(big.Rat).SetFrac(big.NewInt(1), tenTo(n.Decimals))
		return v.Cmp(unit) <= 0 && v.Cmp(unit.Mul(unit, big.NewRat(-1, 2))) >= 0
	}
	S, E, A, e := counts["shortlisted all"], counts["shortlisted bme"], counts["appointed all"], counts["appointed bme"]
	if E > S || e > A || e > E || !prints("likelihood bme", e, E) {
		return false
	}
	white, some := printed["likelihood white"].Value, printed["likelihood bme"].Value
	ofRates := some.Sign() > 0 && prints("relative-likelihood all", new(big.Rat).Quo(white, some).Num().Int64(), new(big.Rat).Quo(white, some).Denom().Int64())
	rate, _ := new(big.Rat).Quo(printed["likelihood unknown"].Value, hundred).Float64()
	for U := int64(0); U <= S-E; U++ {
		near := int64(rate * float64(U))
		for u := max(0, near-U/50-2); u <= min(U, A-e, near+U/50+2); u++ {
			W, w := S-E-U, A-e-u
			if w < 0 || w > W || !prints("likelihood unknown", u, U) || !prints("likelihood white", w, W) {
				continue
			}
			if !ofRates && (e == 0 || W == 0 || !prints("relative-likelihood all", w*E, W*e)) {
				continue
			}
			of := func(name string, n, all, without int64) bool {
				return prints(name, n, all) || prints(name, n, all-without)
			}
			if of("percentage-of-shortlisted bme", E, S, U) && of("percentage-of-appointed bme", e, A, u) {
				return true
			}
		}
	}
	return false
}

// TestHostileDocuments: nothing that is printed, however odd, breaks the audit.
func TestHostileDocuments(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	texts := []string{"", "0", "0%", "-1", "99999999999999999999", "999,999,999", "100%", "0.000000001%", "1 of 0", "0 of 0", "5 of 2", "<5", "<0", "fewer than five", "n/a", "*", "-", "1.625", "37,5%", "250%", "0.27", "1", "0.5", "12.3456789%", "−3 points", "1.89 times", "\x1b[31m", "½", "100.000000000%"}
	figures := []string{"headcount", "shortlisted", "appointed", "entered", "accessed", "members", "respondents", "percentage-of-workforce", "percentage-of-shortlisted", "percentage-of-appointed", "percentage-of-board", "percentage", "likelihood", "relative-likelihood", "difference", "change", "other", ""}
	groups := []string{white, bme, unknown, known, all, "", "others"}
	parts := []string{"", "total", "band 8a", "clinical", "clinical band 5", "voting", "non-voting", "?"}
	for range times(t) / 2 {
		d := &document.Document{}
		for i := range 3 + r.IntN(25) {
			f := document.Figure{Printed: model.Printed{Year: model.Year(2022 + r.IntN(3)), Indicator: strconv.Itoa(1 + r.IntN(9)), Figure: figures[r.IntN(len(figures))],
				Group: groups[r.IntN(len(groups))], Part: parts[r.IntN(len(parts))], Printed: texts[r.IntN(len(texts))], Line: i, Says: []string{"", "increase", "decreased since 2022", "not more"}[r.IntN(4)]}}
			f.Number, f.IsNumber = model.ParsePrinted(f.Printed.Printed)
			d.Figures = append(d.Figures, f)
		}
		findings := Find(d).Findings
		for _, f := range findings {
			if f.Where == "" || f.Says == "" || f.Kind == "" || f.Severity == finding.Value && f.Printed == "" {
				t.Fatalf("%+v", f)
			}
		}
	}
}
