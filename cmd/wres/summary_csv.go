package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
)

// summaryColumns is the header of summary --csv.
var summaryColumns = []string{"year", "indicator", "measure", "group", "staff_category", "band", "value", "lower", "upper", "events", "at_risk", "status"}

// csvRow is one value of summary --csv.
type csvRow struct {
	year           model.Year
	indicator      string
	measure        string
	group          string
	category       string
	band           string
	value          *stats.Estimate
	events, atRisk *int
	status         model.State
}

// summaryCSV encodes a summary as CSV, a row for each value. A year without
// figures is one row with its status and no value.
func summaryCSV(s summary) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true // as RFC 4180 has it, and Excel
	if err := w.Write(summaryColumns); err != nil {
		return nil, err
	}
	for i := range s.results.Series {
		series := &s.results.Series[i]
		for j := range series.Figures {
			for _, row := range figureRows(series.Indicator, &series.Figures[j]) {
				if err := w.Write(row.cells()); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, d := range s.results.Disparity {
		row := csvRow{year: d.Year, measure: fmt.Sprintf("disparity-%s-%s", d.From, d.To), group: "white / bme",
			category: d.Category.String(), value: d.Value, status: model.Reported}
		if err := w.Write(row.cells()); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

func figureRows(ind *indicator.Indicator, f *indicator.Figure) []csvRow {
	base := csvRow{year: f.Year, indicator: ind.ID, status: f.State}
	if f.State != model.Reported {
		return []csvRow{base}
	}
	var rows []csvRow
	add := func(measure, group string, value *stats.Estimate, events, atRisk *int) {
		row := base
		row.measure, row.group, row.value, row.events, row.atRisk = measure, group, value, events, atRisk
		rows = append(rows, row)
	}
	if ind.Kind != indicator.Board {
		for _, g := range model.Groups() {
			if figure := f.Groups[g]; figure.Rate != nil || figure.Events != nil {
				add("rate", g.String(), figure.Rate, figure.Events, figure.AtRisk)
			}
		}
	}
	if ind.Kind == indicator.Likelihood {
		add("ratio", ind.Compare.String()+" / "+ind.Reference.String(), f.Ratio, nil, nil)
	}
	if ind.Kind == indicator.Likelihood || ind.Kind == indicator.Survey {
		add("difference", "bme - white", f.Difference, nil, nil)
	}
	for _, band := range append(f.Bands[:len(f.Bands):len(f.Bands)], f.Clusters...) {
		rows = append(rows, bandRows(base, band)...)
	}
	for _, part := range f.Board {
		measure := "board-" + string(part.Part)
		add(measure, "bme", part.Share, part.Counts[model.BME], part.Total)
		addCounts(&rows, base, measure+"-headcount", part.Counts)
		add(measure+"-difference", "board - workforce", part.Difference, nil, nil)
	}
	return rows
}

func bandRows(base csvRow, row indicator.BandRow) []csvRow {
	base.category, base.band = row.Category.String(), row.Band.String()
	if row.Cluster != 0 {
		base.band = "cluster " + strconv.Itoa(int(row.Cluster))
	}
	share := base
	share.measure, share.group, share.value = "rate", model.BME.String(), row.Share
	share.events, share.atRisk = row.Counts[model.BME], totalOf(&row)
	rows := []csvRow{share}
	addCounts(&rows, base, "headcount", row.Counts)
	return rows
}

// totalOf gives the staff of a row, where they were all counted.
func totalOf(row *indicator.BandRow) *int {
	if row.Refused {
		return nil
	}
	return &row.Total
}

// addCounts adds the people of each group that was counted.
func addCounts(rows *[]csvRow, base csvRow, measure string, counts [model.GroupCount]*int) {
	for _, g := range model.Groups() {
		if n := counts[g]; n != nil {
			row := base
			row.measure, row.group, row.value = measure, g.String(), &stats.Estimate{Value: float64(*n)}
			*rows = append(*rows, row)
		}
	}
}

// cells writes a row as text. Numbers have every digit that they need, a decimal
// point and no thousands separator.
func (r csvRow) cells() []string {
	l := limits(r.value)
	return []string{
		r.year.String(), r.indicator, safeText(r.measure), safeText(r.group), safeText(r.category), safeText(r.band),
		number(valueOf(r.value)), number(l.Lower), number(l.Upper), whole(r.events), whole(r.atRisk), r.status.String(),
	}
}

// safeText keeps a spreadsheet from taking a text for a formula. Numbers need
// none: a negative one must stay a number.
func safeText(s string) string {
	if strings.IndexAny(s, "=+-@\t\r") == 0 {
		return "'" + s
	}
	return s
}

func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func whole(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}
