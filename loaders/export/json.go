package export

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"wres/model/report"
	"wres/model/report/audited"
	"wres/model/report/funnel"
	"wres/model/source"
	"wres/model/stats"
)

const jsonName = "json"

// jsonFormat is for scripts. Each page has a schema of its own.
func jsonFormat() Format {
	return Format{
		Name: jsonName,
		Pages: map[report.Kind]string{
			report.SummaryPage:     "print JSON, schema " + summarySchema,
			report.BriefPage:       "print JSON, schema " + briefSchema,
			report.CheckPage:       "print JSON, schema " + checkSchema,
			report.AuditPage:       "print JSON, schema " + auditSchema,
			report.ComparisonPage:  "print JSON, schema " + comparisonSchema,
			report.ComparisonsPage: "print JSON Lines, schema " + comparisonSchema,
			report.ActionsPage:     "print JSON, schema " + actionsSchema,
			report.AdvicePage:      "print JSON, schema " + adviceSchema,
			report.FunnelPage:      "print JSON, schema " + funnelSchema,
		},
		Write: writeJSON,
		Data:  true,
	}
}

// writeJSON writes the document of a page as scripts read it: indented, with its signs
// as they are, and a line end. Rows of pairs are a line each.
func writeJSON(w io.Writer, p report.Page, o Options) error {
	e := json.NewEncoder(escaping{w})
	e.SetEscapeHTML(false)
	if rows, are := p.(report.Comparisons); are {
		return encodeLines(e, rows, o.Safe)
	}
	e.SetIndent("", "  ")
	switch p := p.(type) {
	case report.Summary:
		return e.Encode(summaryOf(p, o.Safe))
	case report.Brief:
		return e.Encode(briefOf(p, o.Safe))
	case report.Check:
		return e.Encode(checkOf(p, o.Safe))
	case audited.Page:
		return e.Encode(auditOf(p, o.Safe))
	case report.Comparison:
		return e.Encode(comparisonOf(nil, p))
	case report.Actions:
		return e.Encode(actionsOf(p, o.Safe))
	case report.Advice:
		return e.Encode(adviceOf(p, o.Safe))
	case funnel.Page:
		return e.Encode(funnelOf(p, o.Safe))
	}
	return notWritten("JSON", p)
}

// escaping writes what acts on a terminal or draws nothing as \u escapes, which a reader of
// JSON takes for the same. The encoder hands over a document, or a line, in one piece.
type escaping struct{ w io.Writer }

func (e escaping) Write(b []byte) (int, error) {
	var out []byte
	for i, r := range string(b) {
		if r == '\n' || unicode.IsGraphic(r) && !unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
			if out != nil {
				out = utf8.AppendRune(out, r)
			}
			continue
		}
		if out == nil {
			out = append([]byte{}, b[:i]...)
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			out = fmt.Appendf(out, "\\u%04x", unit)
		}
	}
	if out == nil {
		out = b
	}
	if _, err := e.w.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}

// The parts that several schemas have. What is undefined is null.
type (
	limitsDoc struct {
		Lower *decimal `json:"lower"`
		Upper *decimal `json:"upper"`
	}
	estimateDoc struct {
		Value *decimal `json:"value"`
		limitsDoc
	}
	methodDoc struct {
		estimateDoc
		Method string `json:"method"`
	}
	differenceDoc struct {
		Value decimal `json:"value"`
		limitsDoc
		Method *string `json:"method"`
		Of     string  `json:"of"`
	}
	parityDoc struct {
		Extra int `json:"extra"`
		Moved int `json:"moved"`
	}
	problemDoc struct {
		File     string `json:"file"`
		Line     *int   `json:"line"`
		Column   *int   `json:"column"`
		Field    string `json:"field"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
	}
)

func estimateOf(e *stats.Estimate) estimateDoc { return estimateDoc{valueOf(e), limits(e)} }

func differenceOf(e *stats.Estimate, of string) *differenceDoc {
	if e == nil {
		return nil
	}
	return &differenceDoc{decimal(e.Value), limits(e), methodOf(e), of}
}

func methodOf(e *stats.Estimate) *string {
	if e.Interval == nil {
		return nil
	}
	return &e.Interval.Method
}

func valueOf(e *stats.Estimate) *decimal {
	if e == nil {
		return nil
	}
	return decimalOf(&e.Value)
}

func limits(e *stats.Estimate) limitsDoc {
	if e == nil {
		return limitsDoc{}
	}
	return ends(e.Interval)
}

func ends(i *stats.Interval) limitsDoc {
	switch {
	case i == nil:
		return limitsDoc{}
	case i.NoUpper:
		return limitsDoc{Lower: decimalOf(&i.Lower)}
	}
	return limitsDoc{decimalOf(&i.Lower), decimalOf(&i.Upper)}
}

func problemsOf(problems []source.Problem, s report.Safe) []problemDoc {
	docs := []problemDoc{}
	for _, p := range problems {
		docs = append(docs, problemDoc{s.Line(p.File), placed(p.Line), placed(p.Column), s.Line(p.Field), string(p.Severity), s.Line(p.Message)})
	}
	return docs
}

// filled gives a word, or null for none.
func filled(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// placed gives a line or column, or null where a problem is of none.
func placed(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
