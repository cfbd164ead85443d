package loaders

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model/source"
)

func TestOriginsNameFileRowsAndLines(t *testing.T) {
	_, report, err := open(t, folder{
		"a.csv": "year,ethnicity,shortlisted,appointed\n2023,White,10,5\n2024,White,20,6\n2024,BME,10,2\n2024,BME,10,2\n",
		"b.csv": "Board of the trust\n\nyear,White,BME,count,voting,executive\n2024,5,2,headcount,yes,no\n2024,3,1,headcount,no,no\n",
		"c.csv": "year,employee number,ethnic origin,band,primary assignment\n2024,1,A,5,yes\n2024,1,A,6,no\n2024,2,J,6,yes\n",
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []source.Origin{
		{Kind: "board", Year: 2024, File: "b.csv", Rows: 2, FirstLine: 4, LastLine: 5},
		{Kind: "recruitment", Year: 2023, File: "a.csv", Rows: 1, FirstLine: 2, LastLine: 2},
		{Kind: "recruitment", Year: 2024, File: "a.csv", Rows: 2, FirstLine: 3, LastLine: 4},
		{Kind: "workforce", Year: 2024, File: "c.csv", Rows: 3, People: 2},
	}
	if diff := cmp.Diff(want, report.Origins); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want[2:3], report.OriginsOf("recruitment", 2024)); diff != "" {
		t.Error(diff)
	}
}
