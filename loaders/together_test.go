package loaders

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/indicator"
)

// twoTrusts is a folder in which North and South each give everything.
func twoTrusts() folder {
	return folder{
		"workforce.csv":    "year,organisation,White,BME,Unknown\n2024,North,800,200,10\n2024,South,300,100,5\n",
		"recruitment.csv":  "year,organisation,ethnicity,shortlisted,appointed\n2024,North,White,100,30\n2024,North,BME,50,10\n2024,South,White,40,10\n2024,South,BME,20,5\n",
		"disciplinary.csv": "year,organisation,White,BME\n2024,North,8,4\n2024,South,3,2\n",
		"survey.csv":       "year,organisation,indicator,ethnicity,percentage,respondents\n2024,North,5,White,20,100\n2024,North,5,BME,30,40\n2024,South,5,White,40,300\n2024,South,5,BME,50,160\n",
		"board.csv":        "year,organisation,voting,executive,White,BME\n2024,North,yes,yes,6,1\n2024,North,yes,no,4,1\n2024,South,yes,yes,5,2\n",
	}
}

// togetherFigure reads a folder and gives an indicator's figure of 2024, with what is said of it.
func togetherFigure(t *testing.T, in folder, o Options, id string) (*indicator.Figure, string) {
	t.Helper()
	org, report, err := open(t, in, o)
	if err != nil {
		t.Fatal(err)
	}
	f := indicator.Compute(org).Indicator(id).Figure(2024)
	if f == nil {
		t.Fatalf("no figure of indicator %s", id)
	}
	return f, strings.Join(said(report), "\n")
}

// countsOf gives a group's events among those at risk.
func countsOf(f *indicator.Figure, g model.Group) [2]int {
	of := f.Groups[g]
	if of.Events == nil || of.AtRisk == nil {
		return [2]int{-1, -1}
	}
	return [2]int{*of.Events, *of.AtRisk}
}

func TestOrganisationsTogetherAddUp(t *testing.T) {
	org, _, _ := open(t, twoTrusts(), Options{Folder: "region"})
	if org.Name != "2 organisations together" || !cmp.Equal(org.Together, []string{"North", "South"}) {
		t.Errorf("named %q, of %q", org.Name, org.Together)
	}
	for _, c := range []struct {
		id         string
		white, bme [2]int
	}{
		{"1", [2]int{1100, 1415}, [2]int{300, 1415}},
		{"2", [2]int{40, 140}, [2]int{15, 70}},
		{"3", [2]int{11, 1100}, [2]int{6, 300}},
	} {
		f, _ := togetherFigure(t, twoTrusts(), Options{}, c.id)
		if got := countsOf(f, model.White); got != c.white {
			t.Errorf("indicator %s, White: %v, want %v", c.id, got, c.white)
		}
		if got := countsOf(f, model.BME); got != c.bme {
			t.Errorf("indicator %s, BME: %v, want %v", c.id, got, c.bme)
		}
		if f.Incomplete != nil {
			t.Errorf("indicator %s is incomplete: %+v", c.id, f.Incomplete)
		}
	}
	f, _ := togetherFigure(t, twoTrusts(), Options{}, "5")
	if white := f.Groups[model.White]; *white.AtRisk != 400 || white.Rate.Value != 0.35 {
		t.Errorf("survey, White: %v of %d, want the mean by respondents, 0.35 of 400", white.Rate.Value, *white.AtRisk)
	}
	f, _ = togetherFigure(t, twoTrusts(), Options{}, "9")
	if row := f.BoardRow(indicator.WholeBoard); *row.Total != 19 || *row.Counts[model.BME] != 4 {
		t.Errorf("board: %d of %d, want 4 of 19", *row.Counts[model.BME], *row.Total)
	}
	f, _ = togetherFigure(t, twoTrusts(), Options{Organisation: "south"}, "3")
	if got := countsOf(f, model.BME); got != [2]int{2, 100} {
		t.Errorf("South's cases: %v, want 2 of 100", got)
	}
}

// TestOrganisationThatGivesNothing: among the staff of all, the cases of some would be too
// few.
func TestOrganisationThatGivesNothing(t *testing.T) {
	in := twoTrusts()
	in["disciplinary.csv"] = "year,organisation,White,BME\n2024,North,8,4\n"
	f, says := togetherFigure(t, in, Options{}, "3")
	if got := countsOf(f, model.White); got != [2]int{8, 800} {
		t.Errorf("White: %v, want North's 8 of 800", got)
	}
	if f.Incomplete != nil || f.Ratio == nil {
		t.Errorf("the figure of one is whole: %+v, ratio %v", f.Incomplete, f.Ratio)
	}
	if want := "disciplinary of 2024 is of 1 of 2 organisations together: no row that could be used is of South"; !strings.Contains(says, want) {
		t.Errorf("said %s\nwant %s", says, want)
	}
	warns(t, f, "it is of 1 of 2 organisations: nothing is given of South")
	in = twoTrusts()
	delete(in, "disciplinary.csv")
	in["board.csv"] = "year,organisation,voting,executive,White,BME\n2024,North,yes,yes,6,1\n"
	if f, _ = togetherFigure(t, in, Options{}, "9"); f.Incomplete == nil || f.Incomplete.Organisations != 1 {
		t.Errorf("the board of one beside the workforce of two: %+v", f.Incomplete)
	}
}

func TestOrganisationThatWithholds(t *testing.T) {
	in := twoTrusts()
	in["status.csv"] = "year,organisation,indicator,status,reason\n2024,South,2,withheld,under review\n"
	f, _ := togetherFigure(t, in, Options{}, "2")
	if got := countsOf(f, model.White); got != [2]int{30, 100} {
		t.Errorf("White: %v, want North's 30 of 100 alone", got)
	}
	if f.State != model.Reported || f.Incomplete == nil || f.Incomplete.Organisations != 1 || f.Test != nil {
		t.Errorf("state %s, incomplete %+v, test %v", f.State, f.Incomplete, f.Test)
	}
	in["status.csv"] += "2024,North,2,withheld,so are we\n"
	if f, _ = togetherFigure(t, in, Options{}, "2"); f.State != model.Withheld || f.Reason != "North: withheld, so are we; South: withheld, under review" {
		t.Errorf("state %s, %q", f.State, f.Reason)
	}
}

func TestOrganisationThatLacksAGroup(t *testing.T) {
	in := twoTrusts()
	in["recruitment.csv"] = "year,organisation,ethnicity,shortlisted,appointed\n2024,North,White,100,30\n2024,North,BME,50,10\n2024,South,White,40,10\n"
	f, _ := togetherFigure(t, in, Options{}, "2")
	if f.Incomplete == nil || f.Ratio != nil {
		t.Errorf("incomplete %+v, ratio %v", f.Incomplete, f.Ratio)
	}
}

func TestSurveysWithoutRespondentsAreNotAdded(t *testing.T) {
	in := twoTrusts()
	in["survey.csv"] = "year,organisation,indicator,ethnicity,percentage,respondents\n2024,North,5,White,20,100\n2024,South,5,White,40,\n2024,North,5,BME,20,100\n2024,South,5,BME,40,50\n"
	f, says := togetherFigure(t, in, Options{}, "5")
	if f.Groups[model.White].Rate != nil {
		t.Errorf("White has a share: %v", f.Groups[model.White].Rate)
	}
	if n := strings.Count(says, "cannot be added up"); n != 1 {
		t.Errorf("said %d times, want once: %s", n, says)
	}
	if f, _ = togetherFigure(t, in, Options{Organisation: "South"}, "5"); f.Groups[model.White].Rate.Value != 0.4 {
		t.Errorf("South alone: %v, want 0.4", f.Groups[model.White].Rate)
	}
}

// TestFileThatNamesNoOrganisation: with --organisation its rows passed for those of
// whichever was asked for.
func TestFileThatNamesNoOrganisation(t *testing.T) {
	const want = "[organisation] other files name 2 organisations, and this one has no column organisation"
	for _, o := range []Options{{}, {Organisation: "North"}} {
		in := twoTrusts()
		in["disciplinary.csv"] = "year,White,BME\n2024,11,6\n"
		f, says := togetherFigure(t, in, o, "3")
		if f.State == model.Reported || !strings.Contains(says, want) {
			t.Errorf("%+v: state %s, said %s", o, f.State, says)
		}
		in["disciplinary.csv"] = "year,organisation,White,BME\n2024,North,8,4\n2024,,3,2\n"
		if f, says = togetherFigure(t, in, o, "3"); !strings.Contains(says, "organisation is blank here") {
			t.Errorf("%+v: a blank cell: %s", o, says)
		} else if o.Organisation != "" && countsOf(f, model.White)[0] == 11 {
			t.Errorf("%+v: a blank cell is counted as North's", o)
		}
	}
	in := twoTrusts()
	delete(in, "workforce.csv")
	in["staff.csv"] = "Snapshot Date,Ethnic Origin,Pay Band\n31/03/2024,A,5\n31/03/2024,D,5\n"
	if f, says := togetherFigure(t, in, Options{}, "1"); f.State == model.Reported || !strings.Contains(says, want) {
		t.Errorf("a list: state %s, said %s", f.State, says)
	}
}

// TestTotalOfAllIsNobodys: a row for all organisations passed for that of one.
func TestTotalOfAllIsNobodys(t *testing.T) {
	in := twoTrusts()
	in["disciplinary.csv"] = "year,organisation,White,BME\n2024,North,8,4\n2024,Total,11,6\n"
	if f, _ := togetherFigure(t, in, Options{Organisation: "South"}, "3"); f.State == model.Reported {
		t.Errorf("South has the total's cases: %v", countsOf(f, model.White))
	}
}

// TestListBesideCountsThatAreGivenTwice: a list that names nobody, of a year that a file of
// counts gives first, is left out once.
func TestListBesideCountsThatAreGivenTwice(t *testing.T) {
	in := twoTrusts()
	in["zz-staff.csv"] = "Snapshot Date,Ethnic Origin,Pay Band\n31/03/2024,A,5\n31/03/2024,D,5\n"
	_, report, err := open(t, in, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Files {
		if f.Name == "zz-staff.csv" && (f.RowsRefused != 2 || f.RowsRead != 2) {
			t.Errorf("%d of %d rows are refused, want 2 of 2", f.RowsRefused, f.RowsRead)
		}
	}
}

// TestStepsOfTheSameOrganisations: a step between the figures of one and of two is none.
func TestStepsOfTheSameOrganisations(t *testing.T) {
	in := twoTrusts()
	in["recruitment.csv"] += "2023,North,White,90,30\n2023,North,BME,50,10\n"
	org, _, _ := open(t, in, Options{})
	for _, c := range indicator.Compute(org).Indicator("2").Changes {
		if c.Value != nil {
			t.Errorf("a step from one organisation to two: %+v", c)
		}
	}
	in["recruitment.csv"] += "2023,South,White,40,12\n2023,South,BME,20,4\n"
	org, _, _ = open(t, in, Options{})
	if all := indicator.Compute(org).Indicator("2").Changes; len(all) != 1 || all[0].Value == nil {
		t.Errorf("the step of both: %+v", all)
	}
}

// TestBoardsInTwoLayouts: the seats of one board and the parts of another add up.
func TestBoardsInTwoLayouts(t *testing.T) {
	in := twoTrusts()
	in["board.csv"] = "year,organisation,voting,executive,ethnicity,headcount\n2024,North,,,White,10\n2024,North,,,BME,2\n2024,North,yes,,White,7\n2024,North,yes,,BME,1\n" +
		"2024,South,yes,yes,White,5\n2024,South,yes,yes,BME,2\n2024,South,yes,no,White,3\n"
	org, _, _ := open(t, in, Options{})
	want := []string{"total 4 of 22, voting 3 of 18, non-voting 1 of 4"}
	if got := strings.Join(boardRows(org), ", "); got != want[0] {
		t.Errorf("%s, want %s", got, want[0])
	}
}
