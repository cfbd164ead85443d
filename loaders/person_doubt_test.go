package loaders

import (
	"strings"
	"testing"

	"wres/model/source"
)

// TestOtherListsAreNoStaffList: a list of cases, applicants, courses or the board whose
// own columns have local names fits a staff list, and is none.
func TestOtherListsAreNoStaffList(t *testing.T) {
	for _, c := range []struct{ name, header, kind, near, why string }{
		{"Disciplinary cases 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Date of Suspension,Case Type", "unknown", "disciplinary cases",
			`its columns fit a staff list, but its column "Case Type" belongs to disciplinary cases, and no column is known as date: rename the one that holds it, or map it in the app with f, or under [columns] in wres.toml; if it does hold staff in post, put staff into the file's name, such as staff-Disciplinary cases 2024.csv`},
		{"Disciplinary cases 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Date of Suspension", "unknown", "disciplinary cases",
			"its columns fit a staff list, but its name says disciplinary cases, and no column is known as date: "},
		{"x 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Case Number", "unknown", "disciplinary cases",
			`its columns fit a staff list, but its column "Case Number" belongs to disciplinary cases, `},
		{"TRAC applicants 2023-24.csv", "Application Number,Ethnic Origin,Band,Staff Group,Shortlist Result,Offer Result", "applicants", "", ""},
		{"TRAC applicants 2023-24.csv", "Application Number,Ethnic Origin,Band,Staff Group,Shortlist Decision,Offer Decision", "unknown", "applicants",
			`its columns fit a staff list, but its column "Application Number" belongs to applicants, and no column is known as shortlisted or stage and appointed or stage: `},
		{"x 2024.csv", "Ethnic Origin,Band,Vacancy Reference", "unknown", "applicants", `its columns fit a staff list, but its column "Vacancy Reference" belongs to applicants, `},
		{"Learning 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Learning Event", "training records", "", ""},
		{"Learning 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Learning Item", "unknown", "training records",
			"its columns fit a staff list, but its name says training records, and no column is known as course: "},
		{"Board 2024.csv", "Name,Ethnic Origin,Grade,Type,Voting Y/N", "unknown", "board members",
			`its columns fit a staff list, but its column "Voting Y/N" belongs to board members, and no column is known as executive: `},
		{"Board 2024.csv", "Name,Ethnic Origin,Grade", "unknown", "board members", "its columns fit a staff list, but its name says board members, "},
		{"Leavers 2023-24.csv", "Employee Number,Ethnic Origin,Pay Band,Leaving Date", "unknown", "",
			`its columns fit a staff list, which is of staff in post on one day, but "leavers" in its name says something else; if it does hold staff in post, put staff into the file's name, such as staff-Leavers 2023-24.csv; else take it out of the folder`},
		{"HR leavers 2024.csv", "Employee Number,Ethnic Origin,Pay Scale,Staff Group,Job Role", "unknown", "", `its columns fit a staff list, which is of staff in post on one day, but "leavers" in its name says something else; `},
		{"Sickness Absence 2024.csv", "Employee Number,Ethnic Origin,Pay Band", "unknown", "", `its columns fit a staff list, which is of staff in post on one day, but "sickness" in its name says something else; `},
		{"Staff leavers 2024.csv", "Employee Number,Ethnic Origin,Pay Band", "staff list", "", ""},
		{"Terminating contracts included 2024.csv", "Employee Number,Ethnic Origin,Pay Band", "staff list", "", ""},
		{"SIP and leavers 2024.csv", "Employee Number,Ethnic Origin,Pay Band", "staff list", "", ""},
		{"Staff in post less leavers 2024.csv", "Employee Number,Ethnic Origin,Pay Band", "staff list", "", ""},
		{"Staff training 2024.csv", "Employee Number,Ethnic Origin,Pay Band", "staff list", "", ""},
		{"ESR case 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Case Number", "staff list", "", ""},
		{"x 2024.csv", "Employee Number,Ethnic Origin,Training Grade,Pay Band,Case Load,Course of Study,Interview Trained,Application Support,Competency Level", "staff list", "", ""},
		{"Surgery 2024.csv", "Employee Number,Ethnic Origin,Pay Band,Appointment Date,Vote Share,Caseload Type", "staff list", "", ""},
		{"ER tracker 2023-24.csv", "Case Number,Employee Number,Ethnic Origin,Case Type,Date Started Case,Outcome", "unknown", "disciplinary cases",
			`its column "Case Number" shows one row a person or case; nearest is disciplinary cases, which needs date too: `},
		{"x 2024.csv", "Employee Number,Ethnic Origin,Outcome", "unknown", "staff list", `its column "Employee Number" shows one row a person or case; nearest is staff list, `},
		{"x 2024.csv", "Vacancy Ref,Ethnic Origin,Outcome", "applicants", "", ""},
		{"TRAC 2024.csv", "Ethnic Origin,Outcome,Band", "applicants", "", ""},
		{"TRAC export 2024.csv", "Vacancy reference,Applicant Ref,Ethnicity,Longlist status,Shortlist status", "unknown", "applicants",
			`its column "Vacancy reference" shows one row a person or case; nearest is applicants, which needs appointed or stage too: `},
		{"Board 2024.csv", "Name,Post,Type,Vote,Ethnicity", "unknown", "board members", `its column "Name" shows one row a person or case; nearest is board members, which needs executive too: `},
		{"OLM 2024.csv", "Employee Number,Competency Name,Achieved On", "training records", "", ""},
		{"OLM 2024.csv", "Employee Number,Competency Title,Achieved By", "unknown", "training records", `its column "Employee Number" shows one row a person or case; nearest is training records, which needs course too: `},
		{"x 2024.csv", "Full Name,Ethnic Origin,Voting?,Executive *", "board members", "", ""},
	} {
		row := strings.Repeat("yes,", strings.Count(c.header, ",")) + "yes"
		_, report, _ := open(t, folder{c.name: c.header + "\n" + row + "\n"}, Options{})
		f := fileOf(t, report, c.name)
		near := ""
		if len(f.Near) > 0 {
			near = f.Near[0].Kind
		}
		if f.Kind != c.kind || near != c.near || !strings.HasPrefix(f.Reason, c.why) || (f.Reason == "") != (c.why == "") {
			t.Errorf("%s %q: kind %s, near %s, reason %q; want %s, %s, %q", c.name, c.header, f.Kind, near, f.Reason, c.kind, c.near, c.why)
		}
		if c.why != "" && (f.Outcome != source.NotUsed || f.RowsRefused != 1) {
			t.Errorf("%s %q: %+v", c.name, c.header, f)
		}
	}
}

// TestADoubtIsSettledByTheMapping: to say what the telling column is ends the doubt,
// either way.
func TestADoubtIsSettledByTheMapping(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Pay Band,Date of Suspension,Case Type\n1,A,5,01/05/2023,Conduct\n"
	for rule, want := range map[string]string{
		"\"Date of Suspension\" = \"date\"\n": "disciplinary cases",
		"\"Case Type\" = \"not used\"\n":      "staff list",
	} {
		_, report, err := open(t, folder{"x-2024.csv": text, "wres.toml": "[columns]\n" + rule}, Options{})
		if f := fileOf(t, report, "x-2024.csv"); err != nil || f.Kind != want || f.RowsUsed != 1 {
			t.Errorf("%s: %v %+v %q", rule, err, f, said(report))
		}
	}
}
