package export

import (
	"encoding/json"
	"math"
	"testing"

	"wres/model/report"
)

// TestCompareJSON holds the keys that are promised, and values that R gave for the
// same counts (testdata/reference).
func TestCompareJSON(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal([]byte(written(t, examples(t)[report.ComparisonPage], "json")), &doc); err != nil {
		t.Fatal(err)
	}
	keys(t, "comparison", doc, "schema id a n1 b n2 level rate1 rate2 ratio ratio_katz difference pearson_p z fisher_p mid_p four_fifths verdict parity detectable_ratio warnings")
	keys(t, "rate1", doc["rate1"], "value lower upper")
	keys(t, "ratio", doc["ratio"], "value lower upper method")
	keys(t, "difference", doc["difference"], "value lower upper method of")
	keys(t, "parity", doc["parity"], "extra moved")
	ratio := doc["ratio"].(map[string]any)
	for name, pair := range map[string][2]float64{
		"ratio":    {ratio["value"].(float64), 2.4532304725168754},
		"lower":    {ratio["lower"].(float64), 1.8479058848355843},
		"upper":    {ratio["upper"].(float64), 3.276642375278951},
		"fisher_p": {doc["fisher_p"].(float64), 4.194206651167785e-11},
		"extra":    {doc["parity"].(map[string]any)["extra"].(float64), 75},
		"moved":    {doc["parity"].(map[string]any)["moved"].(float64), 40},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-9*pair[1] {
			t.Errorf("%s: %v, want %v", name, pair[0], pair[1])
		}
	}
	if doc["verdict"] != "higher" || doc["four_fifths"] != "above" || doc["id"] != nil {
		t.Errorf("%v", doc)
	}
}

// TestSameIntervalEverywhere: the command, the summary's JSON and the sentence give
// one interval for the same counts.
func TestSameIntervalEverywhere(t *testing.T) {
	var compared struct {
		Ratio struct{ Value, Lower, Upper decimal }
	}
	if err := json.Unmarshal([]byte(written(t, examples(t)[report.ComparisonPage], "json")), &compared); err != nil {
		t.Fatal(err)
	}
	var doc summaryDoc
	if err := json.Unmarshal([]byte(written(t, exampleSummary(t), "json")), &doc); err != nil {
		t.Fatal(err)
	}
	ratio := doc.figure(t, "2", 2024).Ratio.value
	if ratio.Value != compared.Ratio.Value || *ratio.Lower != compared.Ratio.Lower || *ratio.Upper != compared.Ratio.Upper {
		t.Errorf("summary %v (%v to %v), compare %+v", ratio.Value, *ratio.Lower, *ratio.Upper, compared.Ratio)
	}
}
