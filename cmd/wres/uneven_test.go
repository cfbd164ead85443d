package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"wres/model/report"
	"wres/model/words"
)

// sharesAndGap finds two percentages of a sentence and the gap between them.
var sharesAndGap = regexp.MustCompile(`^([\d.]+)% of .* and ([\d.]+)% of .*: a gap of ([\d.]+) percentage points(.*)`)

// A difference that is not that of the percentages printed beside it says so where it stands,
// and so does its table.
func TestDifferencesThatDoNotAddUp(t *testing.T) {
	uneven := 0
	for name, r := range reports(t) {
		blocks := r.Blocks(safe())
		for _, s := range sentences(blocks) {
			m := sharesAndGap.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			of := func(i int) float64 { v, _ := strconv.ParseFloat(m[i], 64); return v }
			apart := of(1) - of(2)
			if apart < 0 {
				apart = -apart
			}
			_, decimals, _ := strings.Cut(m[3], ".")
			adds, tie := addUp(apart, of(3), len(decimals))
			if tie {
				continue
			}
			if says := strings.HasPrefix(m[4], " before rounding"); says == adds {
				t.Errorf("%s: before rounding %v: %q", name, says, s)
			}
			if !adds {
				uneven++
			}
		}
		for _, b := range blocks {
			if table, is := b.(report.Table); is && strings.HasSuffix(table.ID, "-years") {
				checkUneven(t, name, table)
			}
		}
	}
	if uneven == 0 {
		t.Error("none was tried")
	}
}

// addUp reports whether two percentages so far apart round to a printed gap. Of those that lie
// half-way between two (0.65 and 16.4) either may be printed: a tie.
func addUp(apart, gap float64, decimals int) (adds, tie bool) {
	half, off := math.Pow10(-decimals)/2, math.Abs(apart-gap)
	return off < half, math.Abs(off-half) < 1e-9
}

// checkUneven checks the gaps of a table against the shares in it.
func checkUneven(t *testing.T, name string, table report.Table) {
	row := func(begins string) *report.Row {
		for i := range table.Rows {
			if strings.HasPrefix(table.Rows[i].Title, begins) {
				return &table.Rows[i]
			}
		}
		return nil
	}
	white, bme, gap := row("White"), row("BME"), row("Gap, ")
	if gap == nil || white == nil || bme == nil {
		return
	}
	says := false
	for _, note := range table.Notes {
		says = says || note == words.Unrounded
	}
	for i := 1; i < len(gap.Cells); i++ {
		w, b, g := white.Cells[i], bme.Cells[i], gap.Cells[i]
		if !w.IsNumber() || !b.IsNumber() || !g.IsNumber() {
			continue
		}
		if adds, tie := addUp((b.Number-w.Number)*100, g.Number, g.Decimals); !adds && !tie && !says {
			t.Errorf("%s: table %s: %s, %s and %s without a note", name, table.ID, b.Text, w.Text, g.Text)
		}
	}
}
