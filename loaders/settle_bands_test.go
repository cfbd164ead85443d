package loaders

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
)

// TestTotalsInWords: a total in words that the table of totals lacks was counted beside
// its parts, as people without a band.
func TestTotalsInWords(t *testing.T) {
	const bands = "Pay band,White,BME,Unknown\nBand 2,60,20,1\nBand 3,40,10,1\n"
	const both = "2 60 20 1, 3 40 10 1"
	const clinical = "Staff category,Pay band,White,BME,Unknown\nNon-clinical,2,60,20,1\nNon-clinical,3,40,10,1\nClinical,5,30,9,0\n"
	const all = "clinical 5 30 9 0, non-clinical 2 60 20 1, non-clinical 3 40 10 1"
	for _, c := range []struct{ name, text, want, says string }{
		{"all bands", bands + "Total (all bands),100,30,2\n", both, ""},
		{"sub total", bands + "Sub total Bands 1-4,100,30,2\n", both, ""},
		{"bands", bands + "Total Bands 1-4,100,30,2\n", both, ""},
		{"a cluster's total", bands + "Cluster 1 total,100,30,2\n", both, ""},
		{"agenda for change", bands + "AfC total,100,30,2\n", both, ""},
		{"of a category, without a column for it", bands + "Total non-clinical,100,30,2\n", both, ""},
		{"trust", bands + "Trust total,100,30,2\n", both, ""},
		{"a year", bands + "Total 2025,100,30,2\n", both, ""},
		{"a range", bands + "Bands 1-4,100,30,2\n", both, ""},
		{"a cluster", bands + "Cluster 1 (AfC Bands <1 to 4),100,30,2\n", both, ""},
		{"every kind at once", bands + "Band 5,9,1,0\nBands 1-4,100,30,2\nBands 5-7,9,1,0\nCluster 1,100,30,2\nAfC total,109,31,2\nTrust total,109,31,2\n", both + ", 5 9 1 0", ""},
		{"a range that differs", bands + "Bands 1-4,101,30,2\n", both,
			`notice w-2025.csv:4:2 [ethnicity White] "Bands 1-4" is taken for a sum of other rows and is not counted, but its 101 differ from their 100: check which is right; if it is no sum, give it the name of one band`},
		{"bands that have no rows", bands + "Bands 8c-9,7,2,0\n", both + ",  7 2 0",
			`notice w-2025.csv:4:1 [pay_band] pay_band "Bands 8c-9" is not a label that is known, and is counted without a band (9 people); if it is a band, map it in the app with f, or in wres.toml under [labels.band]`},
		{"clusters alone", "Pay band,White,BME,Unknown\nCluster 1,60,20,1\nTotal,60,20,1\n", " 60 20 1", "is counted without a band (81 people)"},
		{"ethnicity", "Pay band,Ethnicity,Headcount\n2,White,60\n2,BME,20\n2,Total (all ethnicities),80\n", "2 60 20 0", ""},
		{"by category of ethnicity", "Pay band,Ethnicity,Headcount\n2,White British,60\n2,White Irish,5\n3,White British,10\nBands 1-4,White British,70\nBands 1-4,White Irish,5\n", "2 65 0 0, 3 10 0 0", ""},

		{"a category in its column", clinical + "Total non-clinical,,100,30,2\n", all, ""},
		{"a category in the column of bands", clinical + ",Total non-clinical,100,30,2\nClinical,Clinical total,30,9,0\n,Trust total,130,39,2\n", all, ""},
		{"categories alone", "Staff category,White,BME\nNon-clinical,60,20\nClinical,30,9\nTotal non-clinical,60,20\nTrust total,90,29\n", "clinical  30 9 0, non-clinical  60 20 0", ""},
		{"a category's total before it", "Staff category,White,BME\nTotal non-clinical,61,20\nNon-clinical,60,20\n", "non-clinical  60 20 0",
			`notice w-2025.csv:2:2 [ethnicity White] the total 61 of 2025, non-clinical, White differs from the 60 at w-2025.csv:3, which is used: check which is right`},
		{"a category's total alone", "Staff category,White,BME\nTotal non-clinical,60,20\n", "non-clinical  60 20 0", "has no rows for its parts, so it is used as the overall figure"},
		{"a category's total twice", "Staff category,White,BME\nTotal non-clinical,60,20\nTotal non-clinical,60,20\n", "non-clinical  60 20 0", "is given twice: w-2025.csv:2 stands"},
		{"bands of no category", clinical + ",Bands 1-4,100,30,2\n", all, ""},
		{"bands of another category", clinical + "Clinical,Bands 1-4,7,1,0\n", "clinical  7 1 0, " + all, "is counted without a band (8 people)"},
		{"a total of a category with a band", clinical + "All clinical,6,7,1,0\n", "clinical 5 30 9 0, clinical 6 7 1 0, non-clinical 2 60 20 1, non-clinical 3 40 10 1", ""},
	} {
		org, report, err := open(t, folder{"w-2025.csv": c.text}, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for post, n := range org.Return(2025).Workforce {
			got = append(got, strings.TrimPrefix(fmt.Sprintf("%s %s %d %d %d", post.Category, post.Band, n.Group(model.White), n.Group(model.BME), n.Group(model.Unknown)), " "))
		}
		slices.Sort(got)
		want := strings.Split(c.want, ", ")
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s%q", c.name, diff, said(report))
		}
		if got := strings.Join(said(report), "\n"); (c.says == "") != (got == "") || !strings.Contains(got, c.says) {
			t.Errorf("%s: says %q; want %q", c.name, got, c.says)
		}
	}
}
