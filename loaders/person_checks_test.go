package loaders

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model/source"
)

func TestRowsThatContradictThemselves(t *testing.T) {
	const header = "Employee Number,Ethnic Origin,Staff Group,Occupation Code,Job Role,Pay Scale,Pay Grade,AfC Band\n"
	const sound = "1,A,Nursing and Midwifery Registered,N6H,Staff Nurse,NHS|XR05|Review Body Band 5,XR05.2,Band 5\n"
	for row, want := range map[string]string{
		sound: "",
		"2,A,Nursing and Midwifery Registered,G2A,Staff Nurse,XR05,,\n": "4 [occupation_code] 1 row with an occupation code of another staff category than the staff group: the staff group is used; check both, and say in wres.toml under [occupation_codes] what such codes are if they are sound (line 3)",
		"2,A,Nursing and Midwifery Registered,921,,XR05,,\n":            "4 [occupation_code] 1 row with an occupation code of another staff category than the staff group: the staff group is used; check both, and say in wres.toml under [occupation_codes] what such codes are if they are sound (line 3)",
		"2,A,Nursing and Midwifery Registered,Z2A,,XR05,,\n":            "", // a code that does not tell
		"2,A,,G2A,,XR05,,\n":                                                    "", // no staff group to differ from
		"2,A,Estates and Ancillary,G3A,03007,XR02,,\n":                          "5 [job_role] 1 row with a job role that the National Workforce Data Set has under another staff group: the staff group is used; check both (line 3)",
		"2,A,Allied Health Professionals,,Staff Nurse,XR05,,\n":                 "5 [job_role] 1 row with a job role that the National Workforce Data Set has under another staff group: the staff group is used; check both (line 3)",
		"2,A,Estates and Ancillary,,Technician,XR02,,\n":                        "", // technicians are in several groups
		"2,A,clinical,,Staff Nurse,XR05,,\n":                                    "", // a category in place of the group
		"2,A,Nursing,,,XR05,XR06.1,\n":                                          "7 [grade] 1 row with a grade of another band than the pay_scale: the pay_scale is used; check both (line 3)",
		"2,A,Nursing,,,XR05,,Band 6\n":                                          "8 [pay_band] 1 row with a pay_band that is not the band of the pay_scale: the pay_scale is used; check both (line 3)",
		"2,A,Nursing,,,Local,XR05.1,Band 6\n":                                   "8 [pay_band] 1 row with a pay_band that is not the band of the grade: the grade is used; check both (line 3)",
		"2,A,Nursing,,,XR05,odd,5\n":                                            "",
		"2,A,Medical and Dental,921,,YC72|Consultant,,Senior medical manager\n": "", // a part of consultants
		"2,A,Medical and Dental,921,,XR06,,\n":                                  "3 [staff_group] 1 row of medical and dental staff on a band of Agenda for Change: counted as medical and dental in that band; check the staff group (line 3)",
		"2,A,Medical and Dental,921,,VSM,,\n":                                   "",
	} {
		text := header + sound + row
		if row == sound {
			text = header + sound
		}
		_, report, err := open(t, folder{"staff-2024.csv": text}, Options{})
		if err != nil {
			t.Errorf("%s: %v %q", row, err, said(report))
			continue
		}
		var all []string
		for _, line := range said(report) {
			if !strings.Contains(line, "is not a label that is known") {
				all = append(all, line)
			}
		}
		got := strings.Join(all, "\n")
		if want != "" {
			want = "notice staff-2024.csv:3:" + want
		}
		if got != want {
			t.Errorf("%s\n%s\nwant\n%s", row, got, want)
		}
	}
}

// TestManyRowsAreOneNotice: the first lines are named, and the rest counted.
func TestManyRowsAreOneNotice(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group,Occupation Code\n"
	for i := range 1200 {
		text += fmt.Sprintf("%d,A,5,Nursing,G2A\n", i+1)
	}
	_, report, err := open(t, folder{"staff-2024.csv": text}, Options{})
	want := []string{"notice staff-2024.csv:2:5 [occupation_code] 1,200 rows with an occupation code of another staff category than the staff group: the staff group is used; check both, and say in wres.toml under [occupation_codes] what such codes are if they are sound (lines 2, 3, 4, 5, 6, 7 and 1,194 more)"}
	if diff := cmp.Diff(want, said(report)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	// Codes that an organisation knows to be sound are said to be.
	_, report, err = open(t, folder{"staff-2024.csv": text, "wres.toml": "[occupation_codes]\nG2 = \"clinical\"\n"}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Error(err, said(report))
	}
}

const leavers = "Employee Number,Ethnic Origin,Band,Staff Group,Actual Termination Date,Latest Start Date,Year\n" +
	"1,A,5,Nursing,,01/04/2010,2024\n" +
	"2,H,5,Nursing,30/03/2024,01/04/2010,2024\n" + // left the day before
	"3,A,5,Nursing,31/03/2024,31-MAR-2024,2024\n" + // in post on the day, at both ends
	"4,A,5,Nursing,31-DEC-4712,20100401,2024\n" + // open
	"5,A,5,Nursing,2023-06-01,,2024\n" +
	"6,A,5,Nursing,,1 Apr 2024,2024\n" + // starts the day after
	"7,A,5,Nursing,soon,today,2024\n" +
	"8,A,5,Nursing,-,,2024\n"

func TestLeaversAndStarters(t *testing.T) {
	const became = "counted all the same; take them out of the list, or set in_post_only = true under [staff_list] in wres.toml"
	org, report, err := open(t, folder{"staff.csv": leavers}, Options{})
	want := []string{
		"notice staff.csv:3:5 [leaving_date] 2 rows with a leaving_date before the day of the count: " + became + " (lines 3 and 6)",
		"notice staff.csv:7:6 [start_date] 1 row with a start_date after the day of the count: " + became + " (line 7)",
		"notice staff.csv:8:5 [leaving_date] 1 row with a leaving_date that is not a day: it was not looked at; write it as 31/03/2024 (line 8)",
		"notice staff.csv:8:6 [start_date] 1 row with a start_date that is not a day: it was not looked at; write it as 31/03/2024 (line 8)",
	}
	if diff := cmp.Diff(want, said(report)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if n := org.Return(2024).Headcount().Total(); n != 8 {
		t.Errorf("%d people; nobody is dropped without being told to", n)
	}
}

func TestOnlyStaffInPost(t *testing.T) {
	const became = "left out, and counted among the others left out, as in_post_only says"
	org, report, err := open(t, folder{"staff.csv": leavers, "wres.toml": "[staff_list]\nin_post_only = true\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := fileOf(t, report, "staff.csv")
	if f.Excluded != (source.Excluded{Other: 3}) || f.RowsUsed != 8 || *f.People != 5 || org.Return(2024).Headcount().Total() != 5 {
		t.Errorf("%+v, %d people", f, *f.People)
	}
	got := said(report)
	if got[0] != "notice staff.csv:3:5 [leaving_date] 2 rows with a leaving_date before the day of the count: "+became+" (lines 3 and 6)" {
		t.Errorf("%q", got)
	}
	_, _, err = open(t, folder{"staff.csv": leavers, "wres.toml": "[staff_list]\nin_post_only = \"yes\"\n"}, Options{})
	if err == nil || err.Error() != "wres.toml:2:16: staff_list.in_post_only must be true or false" {
		t.Error(err)
	}
}

// TestTheDayOfTheCountIsTheRowsOwn: a list that was taken in September has those in
// post who left in December.
func TestTheDayOfTheCountIsTheRowsOwn(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group,Leaving Date,Snapshot Date\n1,A,5,Nursing,31/12/2023,30/09/2023\n2,A,5,Nursing,29/09/2023,30/09/2023\n"
	_, report, err := open(t, folder{"staff.csv": text}, Options{})
	if err != nil || len(report.Problems) != 2 || !strings.Contains(report.Problems[1].Message, "1 row with a leaving_date before the day of the count") || report.Problems[1].Line != 3 {
		t.Error(err, said(report))
	}
}

// TestSeveralDatesAreNoMatter: ESR has several starts in one list, and which of them
// is looked at is not told.
func TestSeveralDatesAreNoMatter(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group,Hire Date,Latest Start Date,Year\n1,A,5,Nursing,01/04/2024,01/04/2010,2024\n"
	_, report, err := open(t, folder{"staff.csv": text}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Error(err, said(report))
	}
}

// TestNoticesHoldNoValueOfARow plants a person in every column that is looked over.
func TestNoticesHoldNoValueOfARow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := func(name string, sound ...string) string {
			return rapid.SampledFrom(append(sound, "Mr Plantedname", "QQ123456C", "87654321", "planted@example.org", "12/03/1971", "ZZ1 1ZZ")).Draw(t, name)
		}
		text := "Employee Number,Surname,Ethnic Origin,Pay Scale,Pay Grade,AfC Band,Staff Group,Occupation Code,Job Role,Leaving Date,Start Date,Directorate\n"
		for range rapid.IntRange(1, 40).Draw(t, "rows") {
			text += strings.Join([]string{"87654321", "Plantedname", cell("origin", "A", "", "Z"), cell("scale", "XR05"), cell("grade", "XR06"), cell("band", "Band 7"), cell("group", "Nursing", "Medical and Dental"),
				cell("occupation", "G2A"), cell("role", "Porter"), cell("left", "01/01/2020"), cell("start", "01/01/2030"), cell("directorate", "Medicine")}, ",") + "\n"
		}
		_, report, err := Open(context.Background(), folder{"staff-2024.csv": text}.fsys(), Options{}, nil)
		if err != nil && !errors.Is(err, ErrNothingUsable) {
			t.Fatal(err)
		}
		checkReport(t, report)
		if found := plantedIn(report); len(found) > 0 {
			t.Errorf("%q in %s", found, strings.Join(said(report), "\n"))
		}
	})
}
