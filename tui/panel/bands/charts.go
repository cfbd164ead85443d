package bands

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// refusedWords stand for a band of which the extract holds a count that could not
// be read: what is left of it is no headcount and makes no share.
const refusedWords = "not known: a count could not be read (f lists it)"

// shareBars draws the BME share of each band with its counts, and the lines to
// compare it with.
func (b *bands) shareBars(c *panel.Column, f, before *indicator.Figure) chart.Bars {
	var estimates []*stats.Estimate
	bars := b.bars(f, before, func(row *indicator.BandRow) chart.Value {
		if row.Refused {
			return chart.Value{Reason: refusedWords}
		}
		if b.few(row) || row.Share == nil {
			return chart.Value{Reason: fmt.Sprintf("%s of %s: %s", count(row, model.BME), words.Thousands(row.Total), b.fewWords())}
		}
		v := chart.Value{Defined: true, Value: row.Share.Value, Text: b.Data.Words.Percent(row.Share.Value)}
		v.Lower, v.Upper = panel.Limits(row.Share)
		estimates = append(estimates, row.Share)
		v.Detail = b.standing(row)
		if u := row.Counts[model.Unknown]; v.Detail == "" && u != nil && *u > 0 && c.Width >= panel.Roomy {
			v.Detail = b.Data.Words.Labels.Label(model.Unknown) + " " + words.Thousands(*u)
		}
		return v
	})
	if all := b.whole(f); all.Share != nil { // what the bands are compared with
		bars.Reference = chart.Mark{Value: &all.Share.Value, Label: b.wholeName() + " " + b.Data.Words.Percent(all.Share.Value)}
	}
	for _, m := range f.Benchmarks {
		if b.Indicator.Shape.Measures(m) {
			bars.Benchmark = chart.Mark{Value: &m.Value, Label: b.Cleaned(m.Scope) + " " + b.Data.Words.Percent(m.Value)}
			break
		}
	}
	bars.Interval = panel.IntervalName(estimates...)
	return bars
}

// standing says how a row stands beside the rest of its staff category, with a
// sign of its own for each side. That there is no clear difference goes without
// saying.
func (b *bands) standing(row *indicator.BandRow) string {
	g := b.Data.Theme.Glyphs
	switch row.Verdict {
	case judge.Higher:
		return g.ArrowUp + " clearly higher than the rest"
	case judge.Lower:
		return g.ArrowDown + " clearly lower than the rest"
	case judge.TooFew, judge.NotTestable:
		return string(row.Verdict)
	case judge.CannotTell:
		return fmt.Sprintf("%s: %s unknown", row.Verdict, words.Thousands(row.Unknown()))
	}
	return ""
}

func (b *bands) headcountBars(c *panel.Column, f, before *indicator.Figure) chart.Bars {
	labels := b.Data.Words.Labels
	return b.bars(f, before, func(row *indicator.BandRow) chart.Value {
		if row.Refused {
			return chart.Value{Reason: refusedWords}
		}
		v := chart.Value{Defined: true, Value: float64(row.Total), Text: words.Thousands(row.Total)}
		if c.Width < panel.Roomy {
			v.Text += ", " + labels.Short(model.BME) + " " + count(row, model.BME)
			return v
		}
		v.Detail = fmt.Sprintf("%s %s  %s %s  %s %s", labels.Short(model.BME), count(row, model.BME),
			labels.Short(model.White), count(row, model.White), labels.Short(model.Unknown), count(row, model.Unknown))
		return v
	})
}

// bars makes a bar of each post, or two where another year stands beside. The
// counts are one column with the figure, so that no width drops them.
func (b *bands) bars(f, before *indicator.Figure, value func(*indicator.BandRow) chart.Value) chart.Bars {
	figures := []*indicator.Figure{f}
	var bars chart.Bars
	if before != nil {
		figures = append(figures, before)
		bars.Series = []string{f.Year.String(), before.Year.String()}
	}
	wide := 0
	for _, y := range figures {
		for _, row := range b.rows(y) {
			wide = max(wide, len(fraction(&row)))
		}
	}
	for _, at := range b.posts(figures...) {
		bar := chart.BarRow{Label: b.label(at, figures...)}
		for i, y := range figures {
			v := chart.Value{Reason: "no staff"}
			if row := b.row(y, at); row != nil {
				v = value(row)
				if b.view == shares {
					v.Text += fmt.Sprintf(" %*s", wide, fraction(row))
				}
			}
			if v.Series = i; before != nil {
				v.Text = y.Year.String() + " " + v.Text
				v.Reason = y.Year.String() + ": " + v.Reason
			}
			bar.Values = append(bar.Values, v)
		}
		bars.Rows = append(bars.Rows, bar)
	}
	return bars
}

func (b *bands) stackedBars(c *panel.Column, f *indicator.Figure) chart.Stacked {
	groups := []model.Group{model.BME, model.White, model.Unknown}
	var st chart.Stacked
	for _, g := range groups {
		st.Groups = append(st.Groups, b.Data.Words.Labels.Label(g))
	}
	for _, row := range b.rows(f) {
		bar := chart.StackRow{Label: b.label(postOf(row), f)}
		var told []string
		for _, g := range groups {
			n := 0.0
			if row.Counts[g] != nil {
				n = float64(*row.Counts[g])
			}
			bar.Parts = append(bar.Parts, n)
			bar.Texts = append(bar.Texts, count(&row, g))
			told = append(told, b.GroupName(c, g)+" "+count(&row, g))
		}
		if row.Refused {
			bar.Parts, bar.Reason = nil, refusedWords
		} else if b.few(&row) { // a bar of 100% is a percentage
			bar.Parts, bar.Reason = nil, strings.Join(told, ", ")+": "+b.fewWords()
		}
		st.Rows = append(st.Rows, bar)
	}
	return st
}

// under says what the chart alone does not: the staff whom the clusters leave out.
func (b *bands) under(c *panel.Column, f *indicator.Figure) {
	if !b.clusters {
		return
	}
	for _, row := range rowsOf(f.Bands, b.category) {
		if _, part := row.Band.PartOf(); !part && b.Data.Results.Settings.Clusters[row.Band] == 0 {
			c.Say(c.Styles().Muted, fmt.Sprintf("In no cluster: %s (%s staff).", row.Band, words.Thousands(row.Total)))
		}
	}
}
