package loaders

import (
	"strings"
	"testing"
)

// TestCountTenTimesLastYears: a nought too many or one lost, or a file that counts
// something else, shows beside the year before.
func TestCountTenTimesLastYears(t *testing.T) {
	const head = "year,staff_category,pay_band,ethnicity,headcount\n"
	const before = "2023,clinical,5,White,900\n2023,clinical,5,BME,300\n2023,clinical,6,White,500\n2023,clinical,6,BME,100\n"
	for name, c := range map[string]struct {
		f    folder
		want string // of the only notice; empty: none
	}{
		"as it was": {folder{"w.csv": head + before + "2024,clinical,5,White,910\n2024,clinical,5,BME,2990\n2024,clinical,6,White,51\n2024,clinical,6,BME,0\n"}, ""},
		"a nought too many": {folder{"w.csv": head + before + "2024,clinical,5,White,910\n2024,clinical,5,BME,3000\n2024,clinical,6,White,510\n2024,clinical,6,BME,110\n"},
			"notice w.csv:6:0 [] 2024: clinical band 5, BME is 3,000 and was 300 in 2023: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same"},
		"one lost": {folder{"w.csv": head + before + "2024,clinical,5,White,90\n2024,clinical,5,BME,310\n2024,clinical,6,White,50\n2024,clinical,6,BME,110\n"},
			"notice w.csv:6:0 [] 2024: clinical band 5, White is 90 and was 900 in 2023, and clinical band 6, White is 50 and was 500: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same"},
		"many": {folder{"w-2024.csv": head + strings.ReplaceAll(strings.ReplaceAll(before, "2023", "2024"), "0\n", "00\n"), "w-2023.csv": head + before},
			"notice w-2024.csv:2:0 [] 2024: clinical band 5, White is 9,000 and was 900 in 2023, clinical band 5, BME is 3,000 and was 300, clinical band 6, White is 5,000 and was 500, and 1 more: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same"},
		"not of neighbouring years": {folder{"w.csv": head + before + "2025,clinical,5,White,9100\n"}, ""},
		"shortlisted": {folder{"r.csv": "year,ethnicity,shortlisted,appointed\n2023,White,400,100\n2023,BME,300,50\n2024,White,410,110\n2024,BME,30,3\n"},
			"notice r.csv:4:0 [] 2024: shortlisted, BME is 30 and was 300 in 2023, and appointed, BME is 3 and was 50: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same"},
		"cases": {folder{"d.csv": "year,ethnicity,entered,headcount\n2023,White,5,900\n2023,BME,3,300\n2024,White,50,900\n2024,BME,3,300\n"},
			"notice d.csv:4:0 [] 2024: entered, White is 50 and was 5 in 2023: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same"},
		"respondents": {folder{"s.csv": "year,indicator,ethnicity,percentage,respondents\n2023,5,White,20,400\n2023,5,BME,30,150\n2024,5,White,20,4000\n2024,5,BME,30,150\n"},
			"notice s.csv:4:0 [] 2024: respondents to 5, White is 4,000 and was 400 in 2023: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same"},
		"a few":    {folder{"d.csv": "year,ethnicity,entered,headcount\n2023,White,4,900\n2023,BME,3,300\n2024,White,40,900\n2024,BME,3,300\n"}, ""},
		"withheld": {folder{"d.csv": "year,ethnicity,entered,headcount\n2023,White,5,900\n2023,BME,3,300\n2024,White,50,900\n2024,BME,3,300\n", "t.csv": "year,indicator,status\n2023,3,withheld\n"}, ""},
	} {
		_, report, err := open(t, c.f, Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got []string
		for _, s := range said(report) {
			if strings.Contains(s, "ten times") {
				got = append(got, s)
			}
		}
		if text := strings.Join(got, "\n"); text != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, text, c.want)
		}
	}
}

// TestListTenTimesLastYears: a list of people has its figures looked over too.
func TestListTenTimesLastYears(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("Year,Ethnic Origin,Pay Band\n")
	for i := range 65 {
		year := "2024"
		if i < 5 {
			year = "2023"
		}
		rows.WriteString(year + ",A White - British,Band 5\n")
	}
	_, report, err := open(t, folder{"staff list.csv": rows.String()}, Options{})
	if all := strings.Join(said(report), "\n"); err != nil || !strings.Contains(all, "2024: band 5, White is 60 and was 5 in 2023") {
		t.Errorf("%v\n%s", err, all)
	}
}
