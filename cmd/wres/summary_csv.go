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
	for _, v := range ind.Shape.Values(ind, f) {
		row := base
		row.measure, row.group, row.category, row.band = v.Measure, v.Group, v.Category.String(), v.Band
		row.value, row.events, row.atRisk = v.Value, v.Events, v.AtRisk
		rows = append(rows, row)
	}
	return rows
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
