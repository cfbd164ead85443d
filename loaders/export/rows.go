package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"wres/loaders/formula"
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/report/funnel"
	"wres/model/report/nationalreturn"
	"wres/model/report/yearly"
	"wres/model/stats"
	"wres/model/words"
)

const rowsName = "csv"

// rowsFormat is CSV, one value or one result a row.
func rowsFormat() Format {
	return Format{
		Name: rowsName,
		Pages: map[report.Kind]string{
			report.SummaryPage:     "print CSV, one value a row",
			report.ComparisonsPage: "print CSV, one result a row",
			report.YearPage:        "",
			report.ReturnPage:      "",
			report.FunnelPage:      "print CSV, one point a row",
		},
		Write:   writeRows,
		Data:    true,
		Without: problemsWithout,
	}
}

// problemsWithout says what is wrong with the files of a summary, for which CSV has no
// place.
func problemsWithout(p report.Page, _ Options) []string {
	summary, is := p.(report.Summary)
	if !is {
		return nil
	}
	return report.ProblemLines(summary.Report, "--json lists them all")
}

func writeRows(w io.Writer, p report.Page, o Options) error {
	out := rows{csv.NewWriter(w)}
	out.UseCRLF = true // as RFC 4180 has it, and Excel
	switch p := p.(type) {
	case report.Summary:
		if err := gocsv.MarshalCSV(valuesOf(p), out); err != nil {
			return err
		}
	case report.Comparisons:
		if err := gocsv.MarshalCSV([]comparisonRow{}, out); err != nil { // the header, before the first row is there
			return err
		}
		for r := range p {
			if err := gocsv.MarshalCSVWithoutHeaders([]comparisonRow{resultOf(r, o.Safe)}, out); err != nil {
				return err
			}
		}
	case yearly.Report:
		if err := out.sheet(w, p.Return(o.Safe)); err != nil {
			return err
		}
	case nationalreturn.Return:
		if err := out.sheet(w, p.Table(o.Safe)); err != nil {
			return err
		}
	case funnel.Page:
		if err := out.sheet(w, p.Table(o.Safe)); err != nil {
			return err
		}
	default:
		return notWritten("CSV", p)
	}
	out.Writer.Flush()
	return out.Error()
}

// rows is the file in the making. gocsv flushes after each call, and here that is
// each row: the writer's own buffer is left to fill.
type rows struct{ *csv.Writer }

func (rows) Flush() {}

// byteOrderMark says that a file is UTF-8, without which Excel takes it for another encoding.
const byteOrderMark = "\ufeff"

// sheet writes a table that a spreadsheet opens.
func (r rows) sheet(w io.Writer, t report.Table) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	return r.table(t)
}

// table writes a table under the names of its columns: numbers in digits, as they are
// printed elsewhere.
func (r rows) table(t report.Table) error {
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	if err := r.Write(names); err != nil {
		return err
	}
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			cell, err := text(c.Text).MarshalCSV()
			if err != nil {
				return err
			}
			if c.IsNumber() {
				cell = digitsOf(c)
			}
			cells = append(cells, cell)
		}
		if err := r.Write(cells); err != nil {
			return err
		}
	}
	return nil
}

// digitsOf writes the number of a cell for a program, a percentage as one.
func digitsOf(c report.Cell) string {
	n := c.Number
	if c.Unit == report.Percentage {
		n *= 100
	}
	return strconv.FormatFloat(n, 'f', c.Decimals, 64)
}

// text is a cell that a spreadsheet must not take for a formula, nor for a number: it is a
// label or an id. Numbers need no such care: a negative one must stay a number.
type text string

func (t text) MarshalCSV() (string, error) {
	if formula.Begins(string(t)) {
		return "'" + string(t), nil
	}
	return string(t), nil
}

// valueRow is one value of a summary. A year without figures is one row with its status
// and no value.
type valueRow struct {
	Year      string         `csv:"year"`
	Indicator string         `csv:"indicator"`
	Measure   text           `csv:"measure"`
	Group     text           `csv:"group"`
	Category  text           `csv:"staff_category"`
	Band      text           `csv:"band"`
	Value     shown[decimal] `csv:"value"`
	Lower     shown[decimal] `csv:"lower"`
	Upper     shown[decimal] `csv:"upper"`
	Events    shown[int]     `csv:"events"`
	AtRisk    shown[int]     `csv:"at_risk"`
	Status    string         `csv:"status"`
}

func valuesOf(s report.Summary) []valueRow {
	var rows []valueRow
	for i := range s.Results.Series {
		series := &s.Results.Series[i]
		for j := range series.Figures {
			rows = append(rows, figureRows(series.Indicator, &series.Figures[j])...)
		}
	}
	for _, d := range s.Results.Disparity() {
		rows = append(rows, valueRow{
			Year: d.Year.String(), Measure: text(fmt.Sprintf("disparity-%s-%s", d.From, d.To)), Group: "white / bme",
			Category: text(d.Category.String()), Status: model.Reported.String(),
		}.with(d.Value, d.Hidden))
	}
	return rows
}

func figureRows(ind *indicator.Indicator, f *indicator.Figure) []valueRow {
	base := valueRow{Year: f.Year.String(), Indicator: ind.ID, Status: f.State.String()}
	if f.State != model.Reported {
		return []valueRow{base}
	}
	if lacks := words.Incomplete(f); lacks != "" {
		base.Status += "; incomplete: " + lacks
	}
	var rows []valueRow
	for _, v := range ind.Shape.Values(ind, f) {
		row := base
		row.Measure, row.Group, row.Category, row.Band = text(v.Measure), text(v.Group), text(v.Category.String()), text(v.Band)
		row.Events, row.AtRisk = shown[int]{v.Events, v.HiddenEvents}, shown[int]{v.AtRisk, v.HiddenAtRisk}
		rows = append(rows, row.with(v.Value, v.HiddenValue))
	}
	return rows
}

// with gives the row with a value and its limits.
func (r valueRow) with(e *stats.Estimate, hidden bool) valueRow {
	l := limitsShown(e, hidden)
	r.Value, r.Lower, r.Upper = shown[decimal]{valueOf(e), hidden}, l.Lower, l.Upper
	return r
}

// A row of results has its parts as the schema wres-compare/1 has them; one that could
// not be compared has its id and the error only.
type (
	comparisonRow struct {
		ID         text            `csv:"id"`
		Counts     countCells      `csv:"."`
		Rates      rateCells       `csv:"."`
		Ratio      ratioCells      `csv:"."`
		Difference differenceCells `csv:"."`
		Tests      testCells       `csv:"."`
		Reading    readingCells    `csv:"."`
	}
	countCells struct {
		A     *int     `csv:"a"`
		N1    *int     `csv:"n1"`
		B     *int     `csv:"b"`
		N2    *int     `csv:"n2"`
		Level *decimal `csv:"level"`
	}
	rateCells struct {
		Rate1      *decimal `csv:"rate1"`
		Rate1Lower *decimal `csv:"rate1_lower"`
		Rate1Upper *decimal `csv:"rate1_upper"`
		Rate2      *decimal `csv:"rate2"`
		Rate2Lower *decimal `csv:"rate2_lower"`
		Rate2Upper *decimal `csv:"rate2_upper"`
	}
	ratioCells struct {
		Ratio      *decimal `csv:"ratio"`
		RatioLower *decimal `csv:"ratio_lower"`
		RatioUpper *decimal `csv:"ratio_upper"`
		KatzLower  *decimal `csv:"ratio_katz_lower"`
		KatzUpper  *decimal `csv:"ratio_katz_upper"`
	}
	differenceCells struct {
		Difference      *decimal `csv:"difference"`
		DifferenceLower *decimal `csv:"difference_lower"`
		DifferenceUpper *decimal `csv:"difference_upper"`
	}
	testCells struct {
		PearsonP *probability `csv:"pearson_p"`
		Z        *decimal     `csv:"z"`
		FisherP  *probability `csv:"fisher_p"`
		MidP     *probability `csv:"mid_p"`
	}
	readingCells struct {
		FourFifths  string   `csv:"four_fifths"`
		Verdict     string   `csv:"verdict"`
		ParityExtra *int     `csv:"parity_extra"`
		ParityMoved *int     `csv:"parity_moved"`
		Detectable  *decimal `csv:"detectable_ratio"`
		Warnings    string   `csv:"warnings"`
		Error       string   `csv:"error"`
	}
)

func resultOf(r report.Compared, s report.Safe) comparisonRow {
	row := comparisonRow{ID: text(s.Line(r.ID))}
	if r.Err != nil {
		row.Reading.Error = s.Line(r.Err.Error())
		return row
	}
	c := report.Compare(r.Comparison)
	d := comparisonOf(nil, c)
	row.Counts = countCells{&d.A, &d.N1, &d.B, &d.N2, &d.Level}
	row.Rates = rateCells{d.Rate1.Value, d.Rate1.Lower, d.Rate1.Upper, d.Rate2.Value, d.Rate2.Lower, d.Rate2.Upper}
	row.Ratio = ratioCells{d.Ratio.Value, d.Ratio.Lower, d.Ratio.Upper, d.Katz.Lower, d.Katz.Upper}
	row.Difference = differenceCells{&d.Difference.Value, d.Difference.Lower, d.Difference.Upper}
	row.Tests = testCells{(*probability)(d.PearsonP), d.Z, (*probability)(d.FisherP), (*probability)(d.MidP)}
	row.Reading = readingCells{FourFifths: c.FourFifths, Verdict: d.Verdict, Detectable: d.Detectable, Warnings: strings.Join(d.Warnings, "; ")}
	if p := c.Parity; p != nil {
		row.Reading.ParityExtra, row.Reading.ParityMoved = &p.Extra, &p.Moved
	}
	return row
}
