package export

import (
	"encoding/json"

	"wres/model/report"
	"wres/model/stats"
)

const comparisonSchema = "wres-compare/1"

// comparisonDoc is the schema wres-compare/1. What is undefined is null, with its
// reason among the warnings.
type comparisonDoc struct {
	Schema string  `json:"schema"`
	ID     *string `json:"id"`
	countsDoc
	Level      decimal       `json:"level"`
	Rate1      estimateDoc   `json:"rate1"`
	Rate2      estimateDoc   `json:"rate2"`
	Ratio      methodDoc     `json:"ratio"`
	Katz       methodDoc     `json:"ratio_katz"`
	Difference differenceDoc `json:"difference"`
	testsDoc
	FourFifths *string    `json:"four_fifths"`
	Verdict    string     `json:"verdict"`
	Parity     *parityDoc `json:"parity"`
	Detectable *decimal   `json:"detectable_ratio"`
	Warnings   []string   `json:"warnings"`
}

type countsDoc struct {
	A  int `json:"a"`
	N1 int `json:"n1"`
	B  int `json:"b"`
	N2 int `json:"n2"`
}

type testsDoc struct {
	PearsonP *decimal `json:"pearson_p"`
	Z        *decimal `json:"z"`
	FisherP  *decimal `json:"fisher_p"`
	MidP     *decimal `json:"mid_p"`
}

// errorDoc is a row of pairs that could not be compared.
type errorDoc struct {
	ID    string `json:"id"`
	Error string `json:"error"`
}

func comparisonOf(id *string, c report.Comparison) comparisonDoc {
	doc := comparisonDoc{
		Schema: comparisonSchema, ID: id, countsDoc: countsDoc{c.A.Events, c.A.AtRisk, c.B.Events, c.B.AtRisk}, Level: decimal(c.Level),
		Rate1: estimateOf(c.RateA), Rate2: estimateOf(c.RateB),
		Ratio:      methodDoc{estimateDoc{valueOf(c.Ratio), ends(c.RatioInterval)}, stats.MethodKoopman},
		Katz:       methodDoc{estimateDoc{valueOf(c.Ratio), ends(c.Katz)}, stats.MethodKatz},
		FourFifths: filled(c.FourFifths), Verdict: string(c.Verdict), Detectable: decimalOf(c.Detectable), Warnings: append([]string{}, c.Cautions...),
	}
	if d := differenceOf(c.Difference, "a - b"); d != nil {
		doc.Difference = *d
	}
	if t := c.Test; t != nil {
		doc.testsDoc = testsDoc{decimalOf(&t.P), decimalOf(&t.Z), decimalOf(&t.FisherP), decimalOf(&t.MidP)}
	}
	if p := c.Parity; p != nil {
		doc.Parity = &parityDoc{p.Extra, p.Moved}
	}
	return doc
}

// encodeLines writes each row of pairs on a line of its own.
func encodeLines(e *json.Encoder, rows report.Comparisons, s report.Safe) error {
	for r := range rows {
		var doc any
		if r.Err != nil {
			doc = errorDoc{r.ID, s.Line(r.Err.Error())}
		} else {
			doc = comparisonOf(&r.ID, report.Compare(r.Comparison))
		}
		if err := e.Encode(doc); err != nil {
			return err
		}
	}
	return nil
}
