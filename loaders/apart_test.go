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

// TestColumnWhoseCellsAreKnown: where the cells of the column that tells rows apart are
// those of a standard column, the advice names that one, whatever the heading is. Who
// follows it has all people counted.
func TestColumnWhoseCellsAreKnown(t *testing.T) {
	board := func(cells ...string) string {
		text := "year,Seat,ethnicity,headcount\n"
		for _, cell := range cells {
			text += "2024," + cell + ",White,6\n2024," + cell + ",BME,2\n"
		}
		return text
	}
	recruited := "year,Seat,ethnicity,shortlisted,appointed\n2024,%a,White,100,30\n2024,%a,BME,50,10\n2024,%b,White,300,50\n2024,%b,BME,200,20\n"
	of := func(text, a, b string) string { return strings.NewReplacer("%a", a, "%b", b).Replace(text) }
	for _, c := range []struct{ name, file, text, standard string }{
		{"who votes", "board.csv", board("Voting", "Non-voting"), "voting"},
		{"who votes, in other words", "board.csv", board("voting member", "Not voting"), "voting"},
		{"executives", "board.csv", board("Executive director", "Non-Executive Director"), "executive"},
		{"executives, for short", "board.csv", board("Exec", "NED"), "executive"},
		{"executives beside who votes", "board.csv", "year,voting,Seat,ethnicity,headcount\n2024,yes,Executive,White,6\n2024,yes,Non-executive,White,2\n", "executive"},
		{"with a total", "board.csv", "year,Seat,ethnicity,headcount\n2024,Voting,White,6\n2024,Non-voting,White,2\n2024,Total,White,8\n", "voting"},
		{"the wide form", "board-2024.csv", "Seat,White,BME\nVoting,6,2\nNon-voting,3,1\n", "voting"},
		{"whose rows are not alike", "board.csv", "year,Seat,ethnicity,headcount\n2024,Voting,British,6\n2024,Voting,Indian,2\n2024,Non-voting,Irish,3\n2024,Non-voting,Chinese,1\n", "voting"},
		{"internal applicants", "recruitment.csv", of(recruited, "Internal", "External candidate"), "internal"},
		{"staff groups", "recruitment.csv", of(recruited, "Estates and Ancillary", "Nursing and Midwifery Registered"), "staff_group"},
		{"bands", "recruitment.csv", of(recruited, "Band 5", "8a"), "pay_band"},
		{"years", "workforce-2024.csv", "Seat,White,BME\n2022/23,300,90\n2023/24,310,95\n", "year"},
		{"days", "workforce-2024.csv", "Seat,White,BME\n31/03/2023,300,90\n31/03/2024,310,95\n", "snapshot_date"},
		{"beside another column", "workforce.csv", "year,Place,Seat,ethnicity,headcount\n2024,North,Clinical,White,100\n2024,South,Non-clinical,White,80\n", "staff_category"},
	} {
		files := map[string]string{c.file: c.text}
		_, report, said := opened(t, files)
		line := `"Seat" = "` + c.standard + `"`
		if !strings.Contains(said, line) || strings.Contains(said, "split_by") || strings.Contains(said, "organisation") {
			t.Errorf("%s: want %s and nothing else:\n%s", c.name, line, said)
			continue
		}
		in := report.Files[0].Account.In
		files["wres.toml"] = "[columns]\n" + line + "\n"
		_, report, said = opened(t, files)
		if a := report.Files[0].Account; a.In != in || a.Refused > 0 || c.name != "with a total" && a.Counted != in || c.name == "with a total" && a.Counted+a.Aside != in {
			t.Errorf("%s, once %s is said: %+v of %d people\n%s", c.name, line, *a, in, said)
		}
	}
}

// TestColumnWhoseCellsSayMore: a column that the standard one would not tell rows apart by,
// or of plain yes and no, which are of any column, is not taken for the standard one.
func TestColumnWhoseCellsSayMore(t *testing.T) {
	for name, c := range map[string][2]string{
		"two things":       {"Voting executive|Voting non-executive|Non-voting executive", `give the file a column voting and one for the rest`},
		"yes and no":       {"yes|no", `if the yes and no of "Seat" are those of a column voting or executive, name it so; else say what it is`},
		"other words":      {"North|South", `"Seat" = "split_by"`},
		"one word of many": {"North|South|Voting", `"Seat" = "split_by"`},
	} {
		text := "year,Seat,ethnicity,headcount\n"
		for _, cell := range strings.Split(c[0], "|") {
			text += "2024," + cell + ",White,6\n"
		}
		if _, _, said := opened(t, map[string]string{"board.csv": text}); !strings.Contains(said, c[1]) || strings.Contains(said, `= "voting"`) || !strings.Contains(said, "split_by") {
			t.Errorf("%s: want %s:\n%s", name, c[1], said)
		}
	}
}
