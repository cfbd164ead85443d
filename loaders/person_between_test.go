package loaders

import (
	"slices"
	"strings"
	"testing"

	"wres/loaders/kinds"
	"wres/model/source"
)

// readAs opens a folder of one list with one row, in which each cell is yes, and gives
// what the file is taken for and the notices of that.
func readAs(t *testing.T, name, header string) (f source.File, notices []string) {
	t.Helper()
	row := strings.Repeat("yes,", strings.Count(header, ",")) + "yes"
	_, report, _ := open(t, folder{name: header + "\n" + row + "\n"}, Options{})
	for _, p := range report.Problems {
		if p.Severity == source.Notice && p.Line == 0 {
			notices = append(notices, p.Message)
		}
	}
	return fileOf(t, report, name), notices
}

// TestAStrayColumnMakesNoOtherList: a staff list stays one beside a column that another
// list has too, and another list stays what its name or its columns say.
func TestAStrayColumnMakesNoOtherList(t *testing.T) {
	const staff, bare = "Employee Number,Ethnic Origin,Pay Scale,Staff Group,", "Employee Number,Ethnic Origin,Pay Band,"
	for _, c := range []struct{ name, header, kind string }{
		{"ESR SIP March 2024.csv", bare + "Date Started", "staff list"},
		{"Staff in post 2024.csv", bare + "Course", "staff list"},
		{"x 2024.csv", bare + "Date Started", "disciplinary cases"},
		{"x 2024.csv", bare + "Course Name,Completion Date", "training records"},
		{"x 2024.csv", staff + "Course Name,Completion Date", "training records"},
		{"Course bookings 2024.csv", staff + "Job Role,Course Name", "training records"},
		{"Staff training 2024.csv", bare + "Course,Date", "training records"},
		{"Disciplinary cases 2024.csv", staff + "Date Opened,Outcome", "disciplinary cases"},
		{"x 2024.csv", staff + "Case Number,Hearing Date,Date Opened", "disciplinary cases"},
		{"TRAC 2024.csv", "Pay Scale,Staff Group,Ethnic Origin,Shortlist,Appointment Date", "applicants"},
		{"x 2024.csv", "Pay Scale,Staff Group,Ethnic Origin,Shortlisted,Appointed", "applicants"},
		{"x 2024.csv", "Vacancy Ref,Candidate ID,Band,Staff Group,Job Role,Ethnic Origin,Stage", "applicants"},
		{"x 2024.csv", "Name,Ethnic Origin,Grade,Voting,Executive", "board members"},
		{"Applicants 2023-24.csv", "Vacancy Ref,Case ID,Ethnicity,Stage,Band", "applicants"},
		{"x 2023-24.csv", "Vacancy Ref,Case ID,Ethnicity,Shortlisted,Appointed,Band", "applicants"},
		{"Staff 2024.csv", "Application Number,Ethnic Origin,Band,Staff Group,Shortlisted,Appointed", "unknown"},
		{"Disciplinary 2024.csv", staff + "Date", "unknown"},
		{"Disciplinary 2024.csv", staff + "Date,Programme", "disciplinary cases"},
		{"Traceys HR extract 2024.csv", bare + "Outcome", "staff list"},
	} {
		if f, _ := readAs(t, c.name, c.header); f.Kind != c.kind {
			t.Errorf("%s %q: %s %q, want %s", c.name, c.header, f.Kind, f.Reason, c.kind)
		}
	}
	for _, stray := range []string{"Date", "Date Entered", "Programme", "Training", "Activity", "Class", "Event", "Competence", "Competency Name", "Voting,Executive",
		"Shortlist,Appointment Date", "Opened", "Date Opened", "Investigation Date", "Stage", "Current Stage", "Vacancy Factor,Outcome", "Course", "Course Name",
		"Candidate ID", "Vacancy", "Vacancy Ref", "Shortlisted", "Interviewed", "Voting", "Case Number", "Hearing Date", "Allegation"} {
		for _, name := range []string{"ESR SIP March 2024.csv", "HR data 2024.csv"} {
			if f, _ := readAs(t, name, staff+stray); f.Kind != "staff list" {
				t.Errorf("%s with %s: %s %q", name, stray, f.Kind, f.Reason)
			}
		}
	}
}

// TestBetweenTwoListsSaysWhatToDo: what the reason or the notice advises comes true.
func TestBetweenTwoListsSaysWhatToDo(t *testing.T) {
	const staff, applicants = "Employee Number,Ethnic Origin,Pay Scale,Staff Group,Date", "Application Number,Ethnic Origin,Band,Shortlisted,Appointed"
	f, _ := readAs(t, "Staff 2024.csv", applicants)
	want := `its name says "staff", but its columns "Application Number" and "Shortlisted" belong to applicants; if it holds applicants, put that into the file's name too, such as applicants-Staff 2024.csv; ` +
		"if it holds staff in post, say in the app with f, or under [columns] in wres.toml, that those columns are not used"
	if f.Reason != want {
		t.Errorf("got  %s\nwant %s", f.Reason, want)
	}
	f, _ = readAs(t, "Disciplinary 2024.csv", staff)
	want = `its name says "disciplinary", but its columns "Pay Scale" and "Staff Group" belong to a staff list; if it holds staff in post, put staff into the file's name, such as staff-Disciplinary 2024.csv; ` +
		`if it holds disciplinary cases, say in the app with f, or under [columns] in wres.toml, that its column "Date" is date`
	if f.Reason != want {
		t.Errorf("got  %s\nwant %s", f.Reason, want)
	}
	f, _ = readAs(t, "CPD cases 2024.csv", staff)
	want = strings.NewReplacer(`"disciplinary"`, `"cases"`, "Disciplinary", "CPD cases").Replace(want)
	if f.Reason != want {
		t.Errorf("got  %s\nwant %s", f.Reason, want)
	}
	_, notices := readAs(t, "x 2024.csv", staff+",Course")
	want = `it is read as a staff list for its columns "Pay Scale" and "Staff Group"; its columns fit training records too: if it holds those, put that into the file's name, such as training-records-x 2024.csv`
	if !slices.Equal(notices, []string{want}) {
		t.Errorf("got  %q\nwant %s", notices, want)
	}
	for _, c := range []struct{ name, header, settings, kind string }{
		{"applicants-Staff 2024.csv", applicants, "", "applicants"},
		{"Staff 2024.csv", applicants, "\"Application Number\" = \"not used\"\nShortlisted = \"not used\"\n", "staff list"},
		{"staff-Disciplinary 2024.csv", staff, "", "staff list"},
		{"Disciplinary 2024.csv", staff, "Date = \"date\"\n", "disciplinary cases"},
		{"training-records-x 2024.csv", staff + ",Course", "", "training records"},
	} {
		row := strings.Repeat("1,", strings.Count(c.header, ",")) + "1"
		_, report, _ := open(t, folder{c.name: c.header + "\n" + row + "\n", "wres.toml": "[columns]\n" + c.settings}, Options{})
		if f := fileOf(t, report, c.name); f.Kind != c.kind {
			t.Errorf("%s with %q: %s %q, want %s", c.name, c.settings, f.Kind, f.Reason, c.kind)
		}
	}
}

// TestWordsInTheName: a word for staff settles it, and a word of another list is a whole
// word and outweighs no columns that only staff have.
func TestWordsInTheName(t *testing.T) {
	const bare, staff = "Employee Number,Ethnic Origin,Pay Band", "Employee Number,Ethnic Origin,Pay Scale,Staff Group"
	for _, c := range []struct{ name, header, kind, notice string }{
		{"Staff list excluding leavers 2024.csv", bare, "staff list", `"leavers" in the file's name may say that it holds something else than staff in post on one day; it is read as a staff list for the word "staff"; if it holds something else, take it out of the folder`},
		{"ESR employees (leavers removed) 2024.csv", bare, "staff list", `"leavers" in `},
		{"Starters and leavers and staff 2024.csv", bare, "staff list", `"starters" in `},
		{"Staff 2024 (Absence Team).csv", bare, "staff list", `"absence" in `},
		{"Appraisal team staff 2024.csv", bare, "staff list", `"appraisal" in `},
		{"All staff from Joiners system 2024.csv", bare, "staff list", `"joiners" in `},
		{"People in post 2024.csv", bare, "staff list", ""},
		{"Casewick Trust 2024.csv", bare, "staff list", ""},
		{"Boardman Hospital HR 2024.csv", bare, "staff list", ""},
		{"Traceys HR extract 2024.csv", bare, "staff list", ""},
		{"NHS Trainor Trust people 2024.csv", bare, "staff list", ""},
		{"CaseLoad HR 2024.csv", bare, "staff list", ""},
		{"Learning Disability Trust 2024.csv", staff, "staff list", `"learning" in the file's name may say that it holds something else than staff in post on one day; it is read as a staff list for its columns "Pay Scale" and "Staff Group"; `},
		{"Boards and Wards Trust 2024.csv", staff, "staff list", `"boards" in `},
		{"Learning Disability Trust 2024.csv", bare, "unknown", ""},
		{"Boards and Wards Trust 2024.csv", bare, "unknown", ""},
		{"trainingrecords2024.csv", bare, "unknown", ""},
		{"CaseTracker2024.csv", bare, "unknown", ""},
		{"NHS Jobs 2024.csv", bare, "unknown", ""},
		{"Staffordshire leavers 2024.csv", bare, "unknown", ""},
		{"New starters 2024.csv", staff, "unknown", ""},
		{"HR data 2024.csv", staff + ",Case Number,Hearing Date", "unknown", ""},
	} {
		f, notices := readAs(t, c.name, c.header)
		if f.Kind != c.kind || (c.kind == "unknown") != (f.Outcome == source.NotUsed) ||
			c.kind != "unknown" && (len(notices) > 0 && c.notice == "" || !strings.HasPrefix(strings.Join(notices, "|"), c.notice)) {
			t.Errorf("%s: %s %q %q, want %s, %q", c.name, f.Kind, f.Reason, notices, c.kind, c.notice)
		}
	}
}

// TestAnEventIsNoPerson: a count of an event, whichever kind counts it, shows that a row
// is no person, even where the file's name and its other columns are those of staff.
func TestAnEventIsNoPerson(t *testing.T) {
	for _, e := range kinds.Extracts() {
		if e.Event() == "" {
			continue
		}
		_, report, _ := open(t, folder{"staff.csv": "year,ethnicity,pay_band,staff_group," + e.Event() + "\n2024,White,5,Nursing,3\n2024,BME,5,Nursing,2\n"}, Options{})
		if f := report.Files[0]; f.Kind != e.Kind || f.RowsUsed != 2 {
			t.Errorf("a count of %s is taken for a %s, %q", e.Event(), f.Kind, f.Reason)
		}
	}
}

// TestTextIsNoCount: a column of a staff list without a number of an employee is a count
// only where numbers stand in it.
func TestTextIsNoCount(t *testing.T) {
	for _, header := range []string{"Base", "N", "Value", "Figure", "Score", "Result", "Responses", "What", "Measure", "Staff", "People", "Workforce", "Trained", "Disciplinary", "Cases"} {
		for cell, want := range map[string]bool{"Main site": true, "12": false, "12%": false, "": false, "*": false} {
			text := "Ethnic Origin,Pay Scale," + header + "\nA,XR05," + cell + "\n"
			_, report, _ := open(t, folder{"x 2024.csv": text}, Options{})
			if f := fileOf(t, report, "x 2024.csv"); (f.Kind == "staff list") != want {
				t.Errorf("%s %q: %s %q", header, cell, f.Kind, f.Reason)
			}
		}
	}
	for _, header := range []string{"headcount", "Number of staff", "percentage"} {
		if f, _ := readAs(t, "x 2024.csv", "ethnicity,pay_band,"+header); f.Kind == "staff list" {
			t.Errorf("%s with text in it makes a staff list", header)
		}
	}
	for _, header := range []string{"Ethnicity (self declared),AfC Pay Band", "Ethnic Origin,Pay Band / Grade"} {
		if f, _ := readAs(t, "x 2024.csv", header); f.Kind != "staff list" {
			t.Errorf("%s: %s %q", header, f.Kind, f.Reason)
		}
	}
}
