package tables

import (
	"fmt"
	"slices"
	"strings"

	"wres/model/audit/finding"
	"wres/model/indicator"
)

// flow sets the staff of two years beside those appointed between: who joined can't have left
// nobody, and fewer than nobody.
func (r *reader) flow() {
	ind := appointing()
	if ind == nil {
		return
	}
	for _, after := range r.cells {
		if after.ind.Shape != indicator.Bands || !after.exact() || after.key.Part != "" || after.key.Group == known || r.counts[after.key] != after.low {
			continue
		}
		before, joined := after.key, after.key
		before.Year--
		joined.Indicator, joined.Figure = ind.ID, ind.Counts.Events
		b, okBefore := r.counts[before]
		a, okJoined := r.counts[joined]
		if okBefore && okJoined && b+a < after.low && r.at[after.key][0] == after {
			r.note(after, finding.Flow, fmt.Sprintf("%s staff (%s) in %s and %s appointed since are %s, and %s are printed: %s came in another way, or changed what they say of themselves.",
				number(b), r.group(after.key.Group), before.Year, number(a), number(a+b), number(after.low), number(after.low-a-b)))
		}
	}
}

// appointing gives the indicator whose events make staff of applicants.
func appointing() *indicator.Indicator {
	for _, ind := range indicator.Catalogue() {
		if ind.Extract == "recruitment" {
			return ind
		}
	}
	return nil
}

// decimals notes rows whose percentages have different numbers of decimals.
func (r *reader) decimals() {
	type row struct {
		of      int
		source  string
		key     documentKey // without a year, where no row is known
		percent bool
	}
	rows := map[row][]*cell{}
	var order []row
	for _, c := range r.cells {
		if c.spent || len(c.readings) == 0 || c.role == aChange || c.role == aDifference {
			continue
		}
		in := row{of: c.Row, percent: c.role != aRatio}
		if c.Row == 0 {
			in.source, in.key = c.Source, c.key
			in.key.Year = 0
		}
		if whole := c.value(); whole.IsInt() && (whole.Sign() == 0 || whole.Cmp(hundred) == 0) {
			continue // nought and a hundred need no decimals
		}
		if rows[in] == nil {
			order = append(order, in)
		}
		rows[in] = append(rows[in], c)
	}
	for _, in := range order {
		of := rows[in]
		if !slices.ContainsFunc(of, func(c *cell) bool { return c.decimals() != of[0].decimals() }) {
			continue
		}
		var printed []string
		for _, c := range of {
			printed = append(printed, c.Printed.Printed)
		}
		r.note(of[0], finding.Decimals, "The figures of this row have different numbers of decimals.")
		r.result.Findings[len(r.result.Findings)-1].Printed = strings.Join(printed, ", ")
	}
}
