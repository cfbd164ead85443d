package loaders

import (
	"strings"
	"testing"
)

// TestCountsOrPeople: a table of counts under a heading that is not known is not taken
// for a list, and a list is not taken for counts; what can be read both ways is asked.
func TestCountsOrPeople(t *testing.T) {
	for _, c := range []struct {
		name, data, kind string
		people           int    // counted
		says             string // of a problem
	}{
		{"workforce 2024.csv", "Pay Band,Ethnic Origin,Total\n5,White,100\n5,BME,30\n", "workforce", 130, `the column "Total" is taken for the headcount: 130 people in 2 rows; if each row is one person, write "Total" = "not used" under [columns] in wres.toml`},
		{"x 2024.csv", "Grade,Race,Sum of Headcount\nBand 5,White,100\nBand 5,BME,30\n", "workforce", 130, `the column "Sum of Headcount" is taken for the headcount`},
		{"workforce 2024.csv", "Ethnicity,How many\nWhite,100\nBME,30\n", "workforce", 130, `the column "How many" is taken for the headcount: 130 people`},
		{"board 2024.csv", "Ethnicity,Voting,Executive,No. of people\nWhite,Yes,Yes,5\nBME,Yes,No,1\n", "board", 6, `the column "No. of people" is taken for the headcount: 6 people in 2 rows`},
		{"workforce 2024.csv", "year,ethnicity,Count\n2024,White,100\n2024,BME,40\n", "workforce", 140, `the column "Count" is taken for the headcount`},

		{"x 2024.csv", "Ethnicity,Total\nWhite,100\nBME,30\n", "unknown", 0, `none of its columns is known as headcount, which workforce needs; if "Total" is that (130 people), write "Total" = "headcount" under [columns] in wres.toml, or say so in the app with f; if it is shortlisted, entered or accessed, write that`},
		{"disciplinary 2024.csv", "Ethnicity,Numbers\nWhite,10\nBME,3\n", "unknown", 0, `if "Numbers" is that (13 people), write "Numbers" = "entered"`},
		{"staff 2024.csv", "Ethnic Origin,Band,Applicants\nWhite,5,400\nBME,5,300\n", "unknown", 0, `each of its rows is one person (2 people), or its column "Applicants" counts them (700 people); say which: if it counts, write "Applicants" = "shortlisted"`},
		{"x 2024.csv", "Ethnic Origin,Band,Number of cases\nWhite,5,4\nBME,5,3\n", "unknown", 0, `write "Number of cases" = "entered"`},
		{"training 2024.csv", "Course,Ethnic Origin,Attendees\nLeadership,White,40\nLeadership,BME,10\n", "unknown", 0, `write "Attendees" = "accessed"`},
		{"x 2024.csv", "Band,Race,Total,Leavers\n5,White,100,4\n5,White,90,3\n5,BME,30,1\n", "unknown", 0, `or its column "Total" counts them (220 people)`},
		{"x 2024.csv", "Band,Race,Q4\n5,White,100\n5,BME,30\n", "unknown", 0, `or its column "Q4" counts them (130 people)`},
		{"workforce 2024.csv", "Band,Race,% staff\n5,White,70\n5,BME,30\n", "unknown", 0, `its column "% staff" holds percentages, and no column counts people`},
		{"workforce 2024.csv", "Band,White %,BME %\n5,70.5,29.5\n6,80,20\n", "unknown", 0, `its column "White %" holds percentages, and no column counts people`},

		{"workforce 2024.csv", "Band,Race,FTE\n5,White,95.4\n5,BME,28.2\n", "unknown", 0, `its column "FTE" holds more than one person has`},

		{"staff 2024.csv", "Ethnic Origin,Pay Band,Headcount,Applications\nA,5,1,7\nA,5,1,9\nH,5,1,2\nH,5,1,3\n", "staff list", 4, ""},
		{"board 2024.csv", "Ethnicity,Voting,Executive,Headcount\nWhite,Yes,Yes,1\nBME,Yes,Yes,1\nWhite,Yes,No,1\n", "board", 3, ""},
		{"staff 2024.csv", "Ethnic Origin,Pay Band,FTE\nA,5,1.0\nA,6,0.6\n", "staff list", 2, ""},
		{"staff 2024.csv", "Ethnic Origin,Pay Band,Age,Cost centre,Length of service\nA,5,33,4501,2\nA,6,45,4502,11\nH,6,50,4503,4\n", "staff list", 3, ""},
		{"staff 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Total\n1,A,5,33\n2,A,6,45\n", "staff list", 2, ""},
		{"staff 2024.csv", "Ethnic Origin,Pay Band,Total\nA,5,1\nA,5,1\nH,5,1\n", "staff list", 3, ""},
		{"staff 2024.csv", "Ethnic Origin,Pay Band,Portfolio\nA,5,2\nA,5,4\nA,5,2\nH,6,3\n", "staff list", 4, `each row is taken for one person, and the numbers under "Portfolio" are not used; if they count people, write "Portfolio" = "headcount"`},
		{"board 2024.csv", "Ethnic Origin,Voting,Executive,Age\nWhite,Yes,Yes,55\nBME,Yes,No,60\n", "board members", 2, ""},
	} {
		_, report, _ := open(t, folder{c.name: c.data}, Options{})
		f := report.Files[0]
		people := 0
		if f.Account != nil {
			people = f.Account.Counted
		}
		problems := strings.Join(said(report), "\n")
		if f.Kind != c.kind || people != c.people || !strings.Contains(problems, c.says) {
			t.Errorf("%s %q: %s, %d people, %s\nwant %s, %d, %s", c.name, c.data, f.Kind, people, problems, c.kind, c.people, c.says)
		}
	}
}

// TestCountsOrPeopleIsSaid: what is to be said of the column ends the doubt, either way.
func TestCountsOrPeopleIsSaid(t *testing.T) {
	text := "Band,Race,Q4\n5,White,100\n5,BME,30\n"
	for rule, want := range map[string]int{`"Q4" = "headcount"`: 130, `"Q4" = "not used"`: 2} {
		_, report, err := open(t, folder{"x 2024.csv": text, "wres.toml": "[columns]\n" + rule + "\n"}, Options{})
		if err != nil || report.Files[0].Account.Counted != want {
			t.Errorf("%s: %v %+v %q; want %d", rule, err, report.Files[0], said(report), want)
		}
	}
}

// TestStageInEachRow: a column in which each row says whether its number was shortlisted
// or appointed makes the file one of recruitment, whatever its headings.
func TestStageInEachRow(t *testing.T) {
	for _, data := range []string{
		"Year,Ethnic origin,Stage,Number\n2024,White,Shortlisted,427\n2024,White,Appointed,144\n2024,BME,Shortlisted,371\n2024,BME,Appointed,51\n",
		"Year,Ethnicity,Outcome,Total\n2024,White,Applied,2000\n2024,White,Interviewed,500\n2024,White,Shortlisted,427\n2024,White,Appointed,144\n2024,BME,Applied,999\n2024,BME,Shortlisted,371\n2024,BME,Appointed,51\n",
		"Year,Step,Band,White,BME\n2024,Shortlisted,5,427,371\n2024,Appointed,5,144,51\n",
	} {
		for _, name := range []string{"recruitment.csv", "x.csv", "workforce.csv"} {
			org, report, err := open(t, folder{name: data}, Options{})
			if err != nil || report.Errors() > 0 {
				t.Errorf("%s %q: %v %q", name, data, err, said(report))
				continue
			}
			r := org.Return(2024).Recruitment
			if len(r) != 1 || r[0].Shortlisted.Total() != 798 || r[0].Appointed.Total() != 195 || len(org.Return(2024).Workforce) > 0 {
				t.Errorf("%s %q: %+v", name, data, r)
			}
		}
	}
	list := "Ethnic Origin,Stage,Age\nWhite,Shortlisted,33\nWhite,Appointed,41\nWhite,Shortlisted,33\nBME,Appointed,29\n"
	if _, report, err := open(t, folder{"applicants 2024.csv": list}, Options{}); err != nil || report.Files[0].Kind != "applicants" {
		t.Errorf("a list of applicants: %v %+v", err, report.Files[0])
	}
}

// TestNameOfAnotherKind: counts in a file whose name says that they are of something else
// are not the workforce.
func TestNameOfAnotherKind(t *testing.T) {
	for name, data := range map[string]string{
		"recruitment 2024.csv":     "Ethnic origin,Step,Number\nWhite,One,427\nBME,Two,144\n",
		"leavers 2024.csv":         "Band,Ethnicity,Headcount\n5,White,70\n",
		"training 2024.csv":        "Ethnicity,Headcount\nWhite,70\n",
		"TRAC 2024.csv":            "Band,White,BME\n5,70,20\n",
		"disciplinary 2023-24.csv": "Band,Ethnicity,People\n5,White,70\n",
	} {
		_, report, _ := open(t, folder{name: data}, Options{})
		if f := report.Files[0]; !strings.Contains(f.Reason, "in its name says something else") || f.RowsUsed > 0 {
			t.Errorf("%s: %+v", name, f)
		}
	}
	cases := "Date opened,Ethnic Origin,Number\n01/05/2023,White,3\n02/06/2023,BME,2\n"
	if _, report, _ := open(t, folder{"x 2024.csv": cases}, Options{}); !strings.Contains(report.Files[0].Reason, `its column "Date opened" belongs to disciplinary cases`) {
		t.Errorf("%+v", report.Files[0])
	}
	for name, data := range map[string]string{
		"Staff in post less leavers 2024.csv": "Band,Ethnicity,Headcount\n5,White,70\n",
		"board paper 2024.csv":                "Band,Ethnicity,Headcount\n5,White,70\n",
	} {
		if _, report, err := open(t, folder{name: data}, Options{}); err != nil || report.Files[0].Kind != "workforce" {
			t.Errorf("%s: %v %q", name, err, said(report))
		}
	}
}
