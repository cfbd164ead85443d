package loaders

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/source"
)

// fileOf gives what is said of a file.
func fileOf(t testing.TB, report source.Report, name string) source.File {
	t.Helper()
	i := slices.IndexFunc(report.Files, func(f source.File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no file %s in %+v", name, report.Files)
	}
	return report.Files[i]
}

// persons gives the people counted in a file.
func persons(t testing.TB, report source.Report, name string) int {
	t.Helper()
	f := fileOf(t, report, name)
	if f.People == nil {
		t.Fatalf("%s: people is not given: %+v %q", name, f, said(report))
	}
	return *f.People
}

// tallies writes a workforce as "category band: white bme unknown", sorted.
func tallies(ret *model.Return) []string {
	var all []string
	for post, t := range ret.Workforce {
		all = append(all, fmt.Sprintf("%s %s: %d %d %d", post.Category, post.Band, t.Group(model.White), t.Group(model.BME), t.Group(model.Unknown)))
	}
	slices.Sort(all)
	return all
}

func TestStaffListKindsOfHeader(t *testing.T) {
	for _, text := range []string{
		"Employee Number,Ethnic Origin,AfC Band,Staff Group,Year\n1,A White - British,Band 5,Nursing and Midwifery Registered,2024\n",
		"Person ID;Ethnic Category;Payscale Description;NHS Staff Group;As At\n1;A;Review Body Band 5;03;31/03/2024\n",
		"EMPLOYEE_NUMBER\tEthnicity\tGrade\tOccupation Code\tFinancial Year\n1\tWhite British\tXR05.2\tN6H\t2023/24\n",
		"Ethnic Group,Banding,Job Role,Year\nWhite - British,AfC band 5,Staff Nurse,2024\n",
		"Assignment Number,Ethnic Origin,Pay Scale,Staff Group,Headcount,Year\n1-2,A,NHS|XR05|Review Body Band 5,Nursing and Midwifery Registered|Community Nurse,1,2024\n",
	} {
		org, report, err := open(t, folder{"x.csv": text}, Options{})
		if err != nil {
			t.Fatalf("%q: %v %q", text, err, said(report))
		}
		if f := fileOf(t, report, "x.csv"); f.Kind != "staff list" || f.RowsUsed != 1 || persons(t, report, "x.csv") != 1 {
			t.Errorf("%q: %+v", text, f)
		}
		if diff := cmp.Diff([]string{"clinical 5: 1 0 0"}, tallies(org.Return(2024))); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestStaffListBandsAndCategories(t *testing.T) {
	const header = "Employee Number,Ethnic Origin,Pay Scale,Pay Grade,Band,Staff Group,Occupation Code,Job Role\n"
	for row, want := range map[string]string{
		"A,NHS|XR08|Review Body Band 8 - Range A,,,Administrative and Clerical,,": "non-clinical 8a",
		"A,Local Scale,XR06.1,Band 7,Administrative and Clerical,,":               "non-clinical 6", // grade before band
		"A,,,VSM,Administrative and Clerical,,":                                   "non-clinical VSM",
		"A,,,,Administrative and Clerical,,Chief Executive":                       "non-clinical VSM",
		"A,NHS|VS00|Very Senior Manager,,,,G0A,":                                  "non-clinical VSM",
		"A,NHS|MN37|Speciality Registrar,MN37.1,,Medical and Dental,,":            "medical and dental trainee grade",
		"A,,,,Medical and Dental,,Consultant":                                     "medical and dental consultant",
		"A,,,,,921,Specialty Doctor":                                              "medical and dental non-consultant career grade",
		"A,,,,,,GP Locum":                                                         "medical and dental other",
		"A,,,Band 5,,,Technician":                                                 " 5", // a role of several groups
		"A,,,Band 5,,,Staff Nurse":                                                "clinical 5",
		"A,,,Trainee,Additional Clinical Services,,":                              "clinical ",
		"A,,,,Administrative and Clerical,,Consultant":                            "non-clinical ", // of management
		"A,Local scale,,,Estates and Ancillary,,":                                 "non-clinical ",
		"A,,,Apprentice,Estates and Ancillary,,":                                  "non-clinical under band 1",
		"A,XN03,,,Add Prof Scientific and Technic,,":                              "clinical 3",
		"A,,,Band 4,Students,,":                                                   "clinical 4",
	} {
		org, report, err := open(t, folder{"staff-2024.csv": header + "1," + row + "\n"}, Options{})
		if err != nil {
			t.Errorf("%s: %v %q", row, err, said(report))
			continue
		}
		if diff := cmp.Diff([]string{want + ": 1 0 0"}, tallies(org.Return(2024))); diff != "" {
			t.Errorf("%s: %s %q", row, diff, said(report))
		}
	}
	org, _, err := open(t, folder{"staff-2024.csv": header + "1,A,,,,Medical and Dental,,Medical Director\n2,H,YC72|Consultant,,,Medical and Dental,,Clinical Director - Medical\n3,H,YC72|Consultant,,,Medical and Dental,,Consultant\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"medical and dental consultant: 1 2 0", "medical and dental senior medical manager: 1 1 0"}
	if diff := cmp.Diff(want, tallies(org.Return(2024))); diff != "" {
		t.Error(diff)
	}
	if h := org.Return(2024).Headcount(); h.Total() != 3 {
		t.Errorf("senior medical managers are added: %d people", h.Total())
	}
}

func TestStaffListExclusions(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group,Assignment Category,Contract Type,Assignment Status,Job Role\n" +
		"1,A,5,Nursing,Permanent,,Active,\n" +
		"2,A,5,Nursing,Bank,,Active,\n" +
		"3,A,5,Nursing,,01,Active,\n" + // bank by contract
		"4,A,5,Nursing,Honorary,,,\n" +
		"5,A,,Admin and Clerical,Non-Exec Director/Chair,,,\n" +
		"6,A,,Admin and Clerical,Permanent,,,Chair\n" +
		"7,A,5,Nursing,Widow/er,,,\n" +
		"8,A,5,Nursing,Permanent,,Terminated,\n" +
		"9,A,5,Nursing,Fixed Term Temp,,Career Break,\n" +
		"10,A,5,Nursing,Locum,,Maternity & Adoption,\n" +
		"1,A,6,Nursing,Bank,,Active,\n" // bank work of someone employed
	org, report, err := open(t, folder{"staff-2024.csv": text}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	f := fileOf(t, report, "staff-2024.csv")
	if want := (source.Excluded{Bank: 3, Honorary: 1, NonExecutive: 2, Other: 2}); f.Excluded != want || f.RowsUsed != 11 || *f.People != 3 {
		t.Errorf("%+v people %d; want %+v and 3 people", f, *f.People, want)
	}
	if n := org.Return(2024).Headcount(); n.Total() != 3 {
		t.Errorf("%d people; want 3", n.Total())
	}
	rules := "[staff_list]\ncontracts_out = [\"locum\"]\nstatuses_out = [\"career break\"]\n"
	_, report, err = open(t, folder{"staff-2024.csv": text, "wres.toml": rules}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if f := fileOf(t, report, "staff-2024.csv"); f.Excluded != (source.Excluded{Other: 2, SecondAssignment: 1}) || *f.People != 8 {
		t.Errorf("under other rules: %+v, %d people", f.Excluded, *f.People)
	}
}

func TestOnePersonOnce(t *testing.T) {
	const header = "Employee Number,Ethnic Origin,Band,Staff Group,Primary Assignment,FTE\n"
	for name, c := range map[string]struct {
		rows []string
		want string
	}{
		"primary before FTE":    {[]string{"1,A,5,Nursing,No,1.00", "1,A,3,Nursing,Yes,0.20"}, "clinical 3"},
		"FTE before band":       {[]string{"1,A,5,Nursing,,0.40", "1,A,3,Nursing,,0.60"}, "clinical 3"},
		"band last":             {[]string{"1,A,5,Nursing,,0.50", "1,A,8a,Nursing,,0.5", "1,A,7,Nursing,,.5"}, "clinical 8a"},
		"noughts and capitals":  {[]string{"00A1,A,5,Nursing,,", "00a1 ,A,6,Nursing,,"}, "clinical 6"},
		"noughts that are lost": {[]string{"000123,A,5,Nursing,,", "123,A,6,Nursing,,", "123.0,A,4,Nursing,,"}, "clinical 6"},
		"consultant over trainee": {[]string{"1,A,Trainee grade,Medical and Dental,,", "1,A,Consultant,Medical and Dental,,"},
			"medical and dental consultant"},
	} {
		for range 2 {
			org, report, err := open(t, folder{"staff-2024.csv": header + strings.Join(c.rows, "\n") + "\n"}, Options{})
			if err != nil {
				t.Fatal(name, err)
			}
			if diff := cmp.Diff([]string{c.want + ": 1 0 0"}, tallies(org.Return(2024))); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
			if f := fileOf(t, report, "staff-2024.csv"); f.Excluded.SecondAssignment != len(c.rows)-1 || *f.People != 1 || f.RowsUsed != len(c.rows) {
				t.Errorf("%s: %+v", name, f)
			}
			slices.Reverse(c.rows)
		}
	}
	// A number in scientific form stands for several people.
	_, report, err := open(t, folder{"staff-2024.csv": header + "1.23E+11,A,5,Nursing,,\n1.23E+11,H,5,Nursing,,\n,A,5,Nursing,,\nn/a,A,5,Nursing,,\n0,A,5,Nursing,,\n"}, Options{})
	if err != nil || persons(t, report, "staff-2024.csv") != 5 {
		t.Errorf("%v %+v", err, report.Files)
	}
	want := []string{
		"notice staff-2024.csv:1:1 [employee_number] 3 rows without an employee number: each is counted as a person of its own",
		"notice staff-2024.csv:1:1 [employee_number] 2 rows with an employee number in scientific form, whose last digits are lost: each is counted as a person of its own; format the column as text and export again",
	}
	if diff := cmp.Diff(want, said(report)); diff != "" {
		t.Error(diff)
	}
}

// TestPersonInTwoYearsAndOrganisations is two people-years, and two employments.
func TestPersonInTwoYearsAndOrganisations(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Year,Organisation\n1,A,5,2023,North\n1,A,5,2024,North\n1,H,6,2024,South\n1,A,5,2024,North\n"
	org, report, err := open(t, folder{"staff.csv": text}, Options{})
	if err != nil || persons(t, report, "staff.csv") != 3 {
		t.Fatalf("%v %+v", err, report.Files)
	}
	if got := org.Return(2024).Headcount(); got.Group(model.White) != 1 || got.Group(model.BME) != 1 {
		t.Errorf("%+v", got)
	}
	if !slices.ContainsFunc(said(report), func(s string) bool { return strings.Contains(s, "holds 2 organisations, and they are taken together") }) {
		t.Errorf("%q", said(report))
	}
	org, report, err = open(t, folder{"staff.csv": text}, Options{Organisation: "south"})
	if err != nil || org.Return(2024).Headcount().Total() != 1 || org.Return(2023) != nil || org.Name != "South" {
		t.Errorf("%v %+v %q", err, org, said(report))
	}
	if f := fileOf(t, report, "staff.csv"); f.RowsUsed != 4 || *f.People != 1 {
		t.Errorf("rows of another organisation are used and not counted: %+v", f)
	}
}

func TestApplicants(t *testing.T) {
	for name, text := range map[string]string{
		"yes and no": "Applicant ID,Ethnic Origin,Shortlisted,Appointed,Band,Staff Group,Campaign\n1,A,Yes,Yes,5,Nursing,abroad\n2,A,Y,N,5,Nursing,\n3,H,yes,,6,,\n4,H,No,No,6,,\n5,Z,1,0,6,,\n",
		"dates":      "Applicant ID,Ethnic Origin,Date Shortlisted,Date Appointed,Band,Staff Group,Campaign\n1,A,01/05/2023,2023-06-01,5,Nursing,abroad\n2,A,01/05/2023,,5,Nursing,\n3,H,01/05/2023,,6,,\n4,H,,,6,,\n5,Z,1-May-2023,,6,,\n",
		"a stage":    "Applicant ID,Ethnic Origin,Application Stage,Band,Staff Group,Campaign\n1,A,Offer accepted,5,Nursing,abroad\n2,A,Interview - not appointed,5,Nursing,\n3,H,Invited for Interview,6,,\n4,H,Shortlisting: Rejected,6,,\n5,Z,Shortlisted,6,,\n",
		"two stages": "Ethnic Origin,Shortlisting outcome,Appointment outcome,Band,Staff Group,Campaign\nA,Shortlisted,Appointed,5,Nursing,abroad\nA,Shortlisted,Not appointed,5,Nursing,\nH,Shortlisted,,6,,\nH,Not shortlisted,,6,,\nZ,Shortlisted,Rejected,6,,\n",
	} {
		org, report, err := open(t, folder{"TRAC 2023-24.csv": text}, Options{})
		if err != nil {
			t.Errorf("%s: %v %q", name, err, said(report))
			continue
		}
		var got []string
		for _, r := range org.Return(2024).Recruitment {
			got = append(got, fmt.Sprintf("%s/%s/%s: %d/%d %d/%d %d/%d", r.Band, r.StaffGroup, r.Campaign, r.Appointed.Group(model.White), r.Shortlisted.Group(model.White),
				r.Appointed.Group(model.BME), r.Shortlisted.Group(model.BME), r.Appointed.Group(model.Unknown), r.Shortlisted.Group(model.Unknown)))
		}
		want := []string{"5/Nursing/: 0/1 0/0 0/0", "5/Nursing/abroad: 1/1 0/0 0/0", "6//: 0/0 0/1 0/1"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		f := fileOf(t, report, "TRAC 2023-24.csv")
		if f.Kind != "applicants" || f.RowsUsed != 5 || *f.People != 4 || len(report.Problems) > 0 {
			t.Errorf("%s: %+v %q", name, f, said(report))
		}
	}
}

func TestApplicantsThatAreInDoubt(t *testing.T) {
	text := "Ethnic Origin,Shortlisted,Appointed,Date\nA,No,Yes,01/05/2023\nH,Yes,perhaps,01/05/2023\nH,Yes,Yes,never\n"
	org, report, err := open(t, folder{"trac.csv": text}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	r := org.Return(2024).Recruitment[0]
	if r.Shortlisted.Total() != 1 || r.Appointed.Total() != 1 {
		t.Errorf("%+v", r)
	}
	want := []string{
		"notice trac.csv:2:3 [appointed] 1 row appointed and not marked as shortlisted: counted as both, since whoever is appointed was shortlisted; check them (line 2)",
		"error trac.csv:3:3 [appointed] appointed is neither yes or no, nor a day, nor the name of a stage that is known; mend it, or say what the name means in wres.toml under [labels.stage]",
		"error trac.csv:4:4 [date] date is not a WRES year or a day; write 2024, 2023/24 or a date such as 31/03/2024",
	}
	if diff := cmp.Diff(want, said(report)); diff != "" {
		t.Error(diff)
	}
	_, report, err = open(t, folder{"trac.csv": text, "wres.toml": "[labels.stage]\nperhaps = \"shortlisted\"\n"}, Options{})
	if err != nil || fileOf(t, report, "trac.csv").RowsUsed != 2 {
		t.Errorf("a stage that the settings name: %v %q", err, said(report))
	}
}

const joinStaff = "Employee Number,Ethnic Origin,Band,Assignment Category,Year\n00101,A White - British,5,Permanent,2024\n102,H Asian - Indian,6,Permanent,2024\n103,Z Not Stated,6,Permanent,2023\n104,M,2,Bank,2024\n105,N,2,Permanent,2022\n"

func TestCasesAreJoinedToTheStaffList(t *testing.T) {
	cases := "Case Ref,Employee Number,Date Opened\nC1,101,01/05/2023\nC2,102,31/03/2024\nC3,102,01/04/2023\nC4,102,01/04/2024\nC5,103,05/05/2023\nC6,104,05/05/2023\nC7,999,05/05/2023\nC8,105,05/05/2023\n"
	for _, name := range []string{"a-cases.csv", "z-cases.csv"} { // read before the staff list, and after
		org, report, err := open(t, folder{name: cases, "staff.csv": joinStaff}, Options{})
		if err != nil {
			t.Fatal(err, said(report))
		}
		c := org.Return(2024).Events["disciplinary"].Count
		// 101 White, 102 once, 103 not stated, 105 of an earlier list; 104 is bank; 999 is unknown.
		if c.Group(model.White) != 1 || c.Group(model.BME) != 2 || c.Of(model.NotStated) != 1 || c.Of(model.UnknownEthnicity) != 1 || c.Total() != 5 {
			t.Errorf("%s: %+v", name, c)
		}
		if c := org.Return(2025).Events["disciplinary"].Count; c.Of(model.Indian) != 1 || c.Total() != 1 {
			t.Errorf("%s: 2025: %+v", name, c)
		}
		f := fileOf(t, report, name)
		if f.Kind != "disciplinary cases" || f.RowsUsed != 8 || *f.People != 6 || f.Excluded != (source.Excluded{Bank: 1}) {
			t.Errorf("%s: %+v people %d", name, f, *f.People)
		}
		want := []string{
			"notice " + name + ":1:2 [employee_number] 1 row of people who are in the list already in that year: each person counts once a year",
			"notice " + name + ":1:2 [employee_number] 1 person with an employee number that no staff list of the folder has, and no ethnicity of their own: counted as unknown ethnicity",
		}
		if diff := cmp.Diff(want, said(report)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestCasesWithTheirOwnEthnicity(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Date Opened,Organisation\n102,A,01/05/2023,North\n,H,01/05/2023,North\n101,,02/05/2023,North\n999,N,02/05/2023,North\n"
	org, report, err := open(t, folder{"discipline.csv": text, "staff.csv": joinStaff}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	if c := org.Return(2024).Events["disciplinary"].Count; c.Group(model.White) != 2 || c.Of(model.Indian) != 1 || c.Of(model.African) != 1 || c.Total() != 4 {
		t.Errorf("%+v %q", c, said(report))
	}
}

// TestNumberOfTwoOrganisationsIsNoMatch: which of the two people it is cannot be told.
func TestNumberOfTwoOrganisationsIsNoMatch(t *testing.T) {
	staff := "Employee Number,Ethnic Origin,Band,Year,Organisation\n1,A,5,2024,North\n1,H,5,2024,South\n2,A,5,2024,North\n2,A,6,2024,South\n"
	for header, want := range map[string]model.Ethnicity{
		"Employee Number,Date Opened\n1,01/05/2023\n":                    model.UnknownEthnicity,
		"Employee Number,Date Opened\n2,01/05/2023\n":                    model.WhiteBritish,
		"Employee Number,Date Opened,Organisation\n1,01/05/2023,South\n": model.Indian,
		"Employee Number,Date Opened,Organisation\n1,01/05/2023,West\n":  model.UnknownEthnicity,
	} {
		org, report, err := open(t, folder{"cases.csv": header, "staff.csv": staff}, Options{})
		if err != nil {
			t.Fatal(err, said(report))
		}
		if c := org.Return(2024).Events["disciplinary"].Count; c.Of(want) != 1 || c.Total() != 1 {
			t.Errorf("%q: %+v; want %v", header, c, want)
		}
	}
}

func TestTrainingRecords(t *testing.T) {
	text := "Employee Number,Course,Date Completed,Mandatory\n101,Leadership,01/05/2023,No\n101,Coaching,01/06/2023,No\n102,Fire safety,01/05/2023,No\n103,Leadership,01/05/2023,Mandatory\n105,Fire safety,01/05/2023,\n105,Non-mandatory: negotiation,01/05/2022,\n"
	org, report, err := open(t, folder{"training.csv": text, "staff.csv": joinStaff}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	if c := org.Return(2024).Events["training"].Count; c.Group(model.White) != 1 || c.Of(model.Indian) != 1 || c.Total() != 2 {
		t.Errorf("%+v", c)
	}
	if c := org.Return(2023).Events["training"].Count; c.Of(model.African) != 1 || c.Total() != 1 {
		t.Errorf("2023: %+v", c)
	}
	f := fileOf(t, report, "training.csv")
	if f.Kind != "training records" || f.RowsUsed != 6 || *f.People != 3 || f.Excluded != (source.Excluded{Mandatory: 2}) {
		t.Errorf("%+v", f)
	}
}

func TestBoardMembers(t *testing.T) {
	text := "Name,Ethnic Origin,Voting,Executive\nA B,A,Yes,Yes\nC D,H,Yes,Non-Executive Director\nE F,H,No,Executive\nG H,Z,,\nI J,A,sometimes,Yes\n"
	org, report, err := open(t, folder{"board-2024.csv": text}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	board := org.Return(2024).Board
	if board[model.Seat{Voting: model.Yes, Executive: model.Yes}].Group(model.White) != 1 || board[model.Seat{Voting: model.Yes, Executive: model.No}].Of(model.Indian) != 1 ||
		board[model.Seat{Voting: model.No, Executive: model.Yes}].Of(model.Indian) != 1 || board[model.Seat{}].Of(model.NotStated) != 1 {
		t.Errorf("%+v", board)
	}
	if f := fileOf(t, report, "board-2024.csv"); f.Kind != "board members" || f.RowsUsed != 4 || f.RowsRefused != 1 || *f.People != 4 {
		t.Errorf("%+v", f)
	}
}

// TestListBesideCounts: the first by name stands, as for a cell given twice.
func TestListBesideCounts(t *testing.T) {
	list := "Employee Number,Ethnic Origin,Band,Year\n1,A,5,2024\n2,H,5,2024\n3,A,5,2023\n"
	counted := "year,ethnicity,headcount\n2024,White,10\n2024,BME,5\n2022,White,9\n"
	org, report, err := open(t, folder{"a-list.csv": list, "workforce.csv": counted}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if org.Return(2024).Headcount().Total() != 2 || org.Return(2022).Headcount().Total() != 9 || org.Return(2023).Headcount().Total() != 1 {
		t.Errorf("the list does not stand: %q", said(report))
	}
	want := []string{"error workforce.csv:2:0 [] 2024 is given twice: a-list.csv gives it person by person and stands, and 2 rows of this file from here on are left out; keep one of the two"}
	if diff := cmp.Diff(want, said(report)); diff != "" {
		t.Error(diff)
	}
	if f := fileOf(t, report, "workforce.csv"); f.RowsUsed != 1 || f.RowsRefused != 2 {
		t.Errorf("%+v", f)
	}
	org, report, err = open(t, folder{"z-list.csv": list, "workforce.csv": counted}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if org.Return(2024).Headcount().Total() != 15 || org.Return(2023).Headcount().Total() != 1 {
		t.Errorf("the counts do not stand: %q", said(report))
	}
	want = []string{"error z-list.csv:1:0 [] 2024 is given twice: workforce.csv:2 stands, and 2 rows of 2024 in this list are left out; keep one of the two"}
	if diff := cmp.Diff(want, said(report)); diff != "" {
		t.Error(diff)
	}
	if f := fileOf(t, report, "z-list.csv"); f.RowsUsed != 1 || f.RowsRefused != 2 || *f.People != 1 {
		t.Errorf("%+v", f)
	}
}

// TestColumnsThatMeanTheSame are usual in exports: the better one is used, and said.
func TestColumnsThatMeanTheSame(t *testing.T) {
	text := "Employee Number,Ethnic Group,Ethnic Origin,Band,Year\n1,Asian,A,5,2024\n"
	org, report, err := open(t, folder{"staff.csv": text}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.White) != 1 {
		t.Fatal(err, said(report))
	}
	want := []string{`notice staff.csv:1:2 [ethnicity] columns "Ethnic Origin" and "Ethnic Group" both mean ethnicity; the first is used: rename it if the other is wanted`}
	if diff := cmp.Diff(want, said(report)); diff != "" {
		t.Error(diff)
	}
	_, report, _ = open(t, folder{"staff.csv": "Employee Number,Ethnic Origin,Ethnic Origin ,Band,Year\n1,A,H,5,2024\n"}, Options{})
	if f := report.Files[0]; f.Outcome != source.NotUsed || !strings.Contains(f.Reason, "are both taken for ethnicity") {
		t.Errorf("two headers that are one: %+v", f)
	}
}

func TestListTotalsAreSetAside(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,FTE\n1,A,5,1.00\n2,H,5,0.50\nGrand Total,,,1.50\n,Total,,1.50\n"
	_, report, err := open(t, folder{"staff-2024.csv": text}, Options{})
	if f := fileOf(t, report, "staff-2024.csv"); err != nil || f.RowsUsed != 2 || f.RowsAside != 2 || f.RowsRead != 2 || *f.People != 2 {
		t.Errorf("%v %+v", err, f)
	}
}

// TestManyBadRowsAreCountedNotListed: a column that is wrong throughout must not
// fill the screen or the memory.
func TestManyBadRowsAreCountedNotListed(t *testing.T) {
	const mostListed = 20
	text := "Employee Number,Ethnic Origin,Band,Year\n1,A,5,2024\n" + strings.Repeat("2,A,5,never\n", 1000)
	_, report, err := open(t, folder{"staff.csv": text}, Options{})
	if err != nil || fileOf(t, report, "staff.csv").RowsRefused != 1000 || len(report.Problems) != mostListed {
		t.Errorf("%v %d problems", err, len(report.Problems))
	}
	if last := report.Problems[mostListed-1].Message; !strings.HasSuffix(last, " (likewise 980 rows further on)") {
		t.Errorf("%q", last)
	}
}

func TestUnmappedLabelsOfLists(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group\n1,Martian,Band X,Odd Jobs\n2,Martian,5,Nursing\n3,QQ123456C,5,Nursing\n4,01/02/1980,5,Nursing\n5,Mr Smith,5,Nursing\n"
	org, report, err := open(t, folder{"staff-2024.csv": text}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.Unknown) != 5 {
		t.Fatal(err, said(report))
	}
	want := []source.Unmapped{
		{File: "staff-2024.csv", Field: "ethnicity", Label: "(not shown: it may not be a category)", Count: 3},
		{File: "staff-2024.csv", Field: "ethnicity", Label: "Martian", Count: 2, Written: "Martian"},
		{File: "staff-2024.csv", Field: "pay_band", Label: "Band X", Count: 1, Written: "Band X"},
		{File: "staff-2024.csv", Field: "staff_group", Label: "Odd Jobs", Count: 1, Written: "Odd Jobs"},
	}
	if diff := cmp.Diff(want, report.Unmapped); diff != "" {
		t.Error(diff)
	}
	mapped := "[labels.ethnicity]\nMartian = \"Other\"\n[labels.band]\n\"Band X\" = \"7\"\n[labels.staff_group]\n\"Odd Jobs\" = \"non-clinical\"\n"
	org, report, err = open(t, folder{"staff-2024.csv": text, "wres.toml": mapped}, Options{})
	if err != nil || len(report.Unmapped) != 1 || org.Return(2024).Workforce[model.Post{Category: model.NonClinical, Band: model.Band7}].Of(model.OtherGroup) != 1 {
		t.Errorf("%v %+v", err, report.Unmapped)
	}
}
