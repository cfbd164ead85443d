package loaders

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wres/model"
)

// TestLabelsInUse: the words of today's tables are counted where they belong, rows of the
// parts of a grade add up, and nobody whose label has two readings is put into a group.
func TestLabelsInUse(t *testing.T) {
	const head = "year,staff_category,pay_band,ethnicity,headcount\n"
	for _, c := range []struct {
		name, rows string
		want       []string // category band white bme unknown
		says       []string
	}{
		{"parts of a grade", "2025,Medical,FY1,White,5\n2025,Medical,Core trainees,White,7\n2025,M&D,Resident doctors,Indian,9\n2025,Doctors,ST3+,White,1\n", []string{"medical and dental/trainee grade 13 9 0"}, nil},
		{"career grades", "2025,Medical,SAS doctors,White,5\n2025,Medical,Specialist,White,7\n", []string{"medical and dental/non-consultant career grade 12 0 0"}, nil},
		{"a medical director is no part of the consultants' row", "2025,Medical,Consultants,White,50\n2025,Medical,Medical director,White,2\n2025,Medical,of which medical director,White,2\n",
			[]string{"medical and dental/consultant 52 0 0", "medical and dental/senior medical manager 2 0 0"}, nil},
		{"scales", "2025,Clinical (non-medical),XR05,White,5\n2025,Clinical,NHS|XN05|Non Review Body Band 5,White,7\n2025,Non-clinical,XN08,White,1\n2025,Non-clinical,Band 8 - Range A,White,2\n",
			[]string{"clinical/5 12 0 0", "non-clinical/8a 3 0 0"}, nil},
		{"senior pay", "2025,Non-clinical,ESM,White,5\n2025,Non-clinical,VSM,White,7\n2025,Non-clinical,Chief Executive,White,1\n", []string{"non-clinical/VSM 13 0 0"}, nil},
		{"who is not medical", "2025,Non-medical,5,White,5\n", []string{"/5 5 0 0"}, []string{`staff_category "Non-medical"`, "(5 people)", "if all of them are of one category"}},
		{"what the census does not place", "2025,Clinical,5,Sikh,5\n2025,Clinical,5,Asian - Sikh,7\n2025,Clinical,5,Latin American,3\n", []string{"clinical/5 0 7 8"}, []string{`"Sikh"`, "(5 people)", `"Latin American"`, "(3 people)"}},
		{"unknown in words", "2025,Clinical,5,Not declared,5\n2025,Clinical,5,Undeclared,7\n2025,Clinical,5,No data,3\n2025,Clinical,5,I'd rather not say,1\n", []string{"clinical/5 0 0 16"}, nil},
	} {
		org, report, err := open(t, folder{"workforce.csv": head + c.rows}, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for post, n := range org.Return(2025).Workforce {
			got = append(got, fmt.Sprintf("%s/%s %d %d %d", post.Category, post.Band, n.Group(model.White), n.Group(model.BME), n.Group(model.Unknown)))
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		var said strings.Builder
		for _, p := range report.Problems {
			said.WriteString(p.String() + "\n")
		}
		for _, words := range c.says {
			if !strings.Contains(said.String(), words) {
				t.Errorf("%s: nothing says %q:\n%s", c.name, words, said.String())
			}
		}
		if len(c.says) == 0 && strings.Contains(said.String(), "label that is known") {
			t.Errorf("%s: %s", c.name, said.String())
		}
	}
}

// TestNotApplicable: a fourth reason why a year has no figures.
func TestNotApplicable(t *testing.T) {
	org, report, err := open(t, folder{"status.csv": "year,indicator,status,reason\n2025,9,not-applicable,No board of its own\n", "w.csv": "year,White,BME\n2025,5,5\n"}, Options{})
	if err != nil || len(report.Problems) > 1 {
		t.Fatal(err, report.Problems)
	}
	if s := org.Return(2025).Statuses["9"]; s.State != model.NotApplicable || s.Reason != "No board of its own" {
		t.Errorf("%v", s)
	}
}

// TestGradeBesideItsParts: the sum of the names of a grade is no further people, and the
// grade's own name beside others is told.
func TestGradeBesideItsParts(t *testing.T) {
	const head = "pay band,White,BME,Unknown\n"
	const parts = "FY1,9,16,0\nCore trainees,15,25,1\nSpecialty trainees,26,39,1\n"
	for _, c := range []struct{ rows, want, says string }{
		{"Resident doctors,50,80,2\n" + parts, "trainee grade 50 80 2", `"Resident doctors" (132 people) is exactly the sum of "Core trainees", "FY1" and "Specialty trainees"`},
		{parts + "Trainee grades,50,80,2\n", "trainee grade 50 80 2", `"Trainee grades" (132 people) is exactly the sum`},
		{"Trainee grade,50,81,2\n" + parts, "trainee grade 100 161 4", `"Trainee grade" (133 people) is counted beside "Core trainees", "FY1" and "Specialty trainees", which are of the same grade; if it is their sum, call it "Total trainee grade"`},
		{"Total trainee grade,50,81,2\n" + parts, "trainee grade 50 80 2", "is taken for a sum of other rows"},
		{"Consultants,50,80,2\nMedical director,2,0,0\n", "consultant 52 80 2", `"Consultants" (132 people) is counted beside "Medical director"`},
		{"Consultants,50,80,2\nof which medical director,2,0,0\n", "consultant 50 80 2", ""},
		{"VSM,3,0,0\nChief Executive,1,0,0\nESM,2,0,0\n", "VSM 6 0 0", `"VSM" (3 people) is counted beside`},
		{"SAS doctors,3,4,0\nLocally employed doctors,3,4,0\n", "non-consultant career grade 3 4 0", ""},
		{parts, "trainee grade 50 80 2", ""},
	} {
		for form, text := range map[string]string{"wide": head + c.rows, "tidy": tidied(head + c.rows)} {
			org, report, err := open(t, folder{"workforce-2025.csv": text}, Options{})
			if err != nil {
				t.Errorf("%s %q: %v", form, c.rows, err)
				continue
			}
			band, _, _ := strings.Cut(c.want, " ")
			var got, said strings.Builder
			for post, n := range org.Return(2025).Workforce {
				if strings.HasPrefix(post.Band.String(), band) {
					fmt.Fprintf(&got, "%s %d %d %d", post.Band, n.Group(model.White), n.Group(model.BME), n.Group(model.Unknown))
				}
			}
			for _, p := range report.Problems {
				said.WriteString(p.Message + "\n")
			}
			if got.String() != c.want || !strings.Contains(said.String(), c.says) || c.says == "" && strings.Contains(said.String(), "grade") {
				t.Errorf("%s %q: %s, want %s\n%s", form, c.rows, got.String(), c.want, said.String())
			}
		}
	}
}

// tidied writes a table of the wide form in the tidy form.
func tidied(wide string) string {
	rows := strings.Split(strings.TrimSpace(wide), "\n")
	groups := strings.Split(rows[0], ",")[1:]
	var b strings.Builder
	b.WriteString("pay band,ethnicity,headcount\n")
	for _, row := range rows[1:] {
		cells := strings.Split(row, ",")
		for i, g := range groups {
			fmt.Fprintf(&b, "%s,%s,%s\n", cells[0], g, cells[1+i])
		}
	}
	return b.String()
}
