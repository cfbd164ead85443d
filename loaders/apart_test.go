package loaders_test

import (
	"strings"
	"testing"

	"wres/model"
)

// TestRowsAlikeButForAnUnusedColumn: such rows are neither added nor refused one by one.
// Once it is said that the column parts people, they add up.
func TestRowsAlikeButForAnUnusedColumn(t *testing.T) {
	rows := "2024,Female,White,100\n2024,Female,BME,30\n2024,Male,White,80\n2024,Male,BME,20\n"
	files := map[string]string{"workforce.csv": "year,Sex,ethnicity,headcount\n" + rows}
	org, report, said := opened(t, files)
	if len(org.Returns) > 0 || report.Files[0].RowsUsed > 0 || !strings.Contains(said, `"Sex" ("Female" and "Male")`) || !strings.Contains(said, "lines 2 and 4") {
		t.Errorf("%d rows used\n%s", report.Files[0].RowsUsed, said)
	}
	if strings.Contains(said, "delete") {
		t.Errorf("people are not to be deleted:\n%s", said)
	}

	files["wres.toml"] = "[columns]\n\"Sex\" = \"split_by\"\n"
	org, _, said = opened(t, files)
	if n := org.Returns[0].Headcount(); n.Group(model.White) != 180 || n.Group(model.BME) != 50 || said != "" {
		t.Errorf("White %d, BME %d\n%s", n.Group(model.White), n.Group(model.BME), said)
	}

	files["workforce.csv"] += "2024,All,White,180\n2024,All,BME,50\n"
	org, _, said = opened(t, files)
	if n := org.Returns[0].Headcount().Total(); n != 230 || !strings.Contains(said, "2 totals (lines 6 to 7)") {
		t.Errorf("%d people\n%s", n, said)
	}

	files["workforce.csv"] += "2024,Male,White,80\n"
	if _, _, said = opened(t, files); !strings.Contains(said, "given twice") {
		t.Errorf("a cell of one part stands twice:\n%s", said)
	}
}

// TestColumnsThatDescribe: a column that is another name for one that is used, that is
// not filled, or that is different on each row, is not one over which rows are added.
func TestColumnsThatDescribe(t *testing.T) {
	for name, text := range map[string]string{
		"a description":  "year,ethnicity,In words,headcount\n2024,A,British,100\n2024,H,Indian,30\n2024,Z,Withheld,4\n2023,A,British,90\n2023,H,Indian,20\n2023,Z,Withheld,3\n",
		"some remarks":   "year,ethnicity,Comment,headcount\n2024,White,as in ESR,100\n2024,BME,,30\n2023,White,as in ESR,100\n2023,BME,checked,30\n",
		"remarks":        "year,ethnicity,Comment,headcount\n2024,White,one,100\n2024,BME,two,30\n2023,White,three,100\n2023,BME,four,30\n",
		"the same words": "year,ethnicity,Source,headcount\n2024,White,ESR,100\n2024,BME,ESR,30\n",
	} {
		if _, report, said := opened(t, map[string]string{"workforce.csv": text}); report.Files[0].RowsRefused > 0 || strings.Contains(said, "split_by") {
			t.Errorf("%s: %s", name, said)
		}
	}
	_, _, said := opened(t, map[string]string{"board.csv": "year,Name,ethnicity,voting,executive,headcount\n" +
		"2024,Mary Example,White,yes,yes,1\n2024,John Example,White,yes,yes,1\n2024,Ann Other,BME,yes,no,1\n2024,Ann Other,White,yes,no,1\n"})
	if strings.Contains(said, "Example") || strings.Contains(said, "Ann") {
		t.Errorf("a person is named:\n%s", said)
	}
}

// TestPercentagesAreNotAddedUp: what cannot be added is not offered to be.
func TestPercentagesAreNotAddedUp(t *testing.T) {
	files := map[string]string{"survey.csv": "year,indicator,Site,ethnicity,percentage\n2024,5,North,White,20\n2024,5,South,White,30\n"}
	if _, report, said := opened(t, files); report.Files[0].RowsUsed > 0 || strings.Contains(said, "split_by") || !strings.Contains(said, `"Site" = "organisation"`) {
		t.Errorf("%s", said)
	}
	files["wres.toml"] = "[columns]\n\"Site\" = \"split_by\"\n"
	if org, _, said := opened(t, files); len(org.Returns) > 0 && len(org.Returns[0].Survey) > 0 && !strings.Contains(said, "given twice") {
		t.Errorf("one of two percentages stands, and nothing says so:\n%s", said)
	}
}

// TestColumnThatLooksLikeBands: of a pivot table's "Row Labels" the message says what they
// seem to be.
func TestColumnThatLooksLikeBands(t *testing.T) {
	for want, rows := range map[string]string{
		`"Row Labels" = "pay_band"`:       "Band 5,100,30\nBand 6,80,20\nOther posts,4,1\n",
		`"Row Labels" = "staff_category"`: "Clinical,100,30\nNon-clinical,80,20\n",
		`"Row Labels" = "organisation"`:   "North,100,30\nSouth,80,20\n",
	} {
		if _, _, said := opened(t, map[string]string{"workforce 2024.csv": "Row Labels,White,BME\n" + rows}); !strings.Contains(said, want) {
			t.Errorf("want %s: %s", want, said)
		}
	}
}
