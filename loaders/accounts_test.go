package loaders

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/loaders/kinds"
	"wres/loaders/settings"
	"wres/model"
	"wres/model/source"
)

// words are cells that a folder at random is made of: good, bad and hostile.
var words = map[string][]string{
	"year":            {"2024", "2023", "2023/24", "31/03/2024", "30/06/2023", "never", "", "Total"},
	"survey_year":     {"2023", "2022", "x"},
	"organisation":    {"North", "South", "", "Total"},
	"count":           {"headcount", "shortlisted", "appointed", "entered", "accessed", "what"},
	"staff_category":  {"clinical", "non-clinical", "medical and dental", "", "Total", "odd"},
	"pay_band":        {"5", "Band 5", "8a", "VSM", "consultant", "senior medical manager", "Other", "", "Total", "Band X"},
	"staff_group":     {"Nursing", "", "All"},
	"campaign":        {"", "abroad"},
	"ethnicity":       {"White", "BME", "Unknown", "Indian", "Asian", "CP White Polish", "White British", "", "Total", "Martian", "\x1b[2J"},
	"indicator":       {"5", "8", "2", "9", "x"},
	"voting":          {"yes", "no", "", "maybe"},
	"executive":       {"yes", "no", "", "Total"},
	"status":          {"withheld", "not-collected", "odd"},
	"measure":         {"ratio", "points", "BME %", ""},
	"group":           {"white", "BME", "", "odd"},
	"figure":          {"headcount", "odd", ""},
	"employee_number": {"1", "0001", "2", "3", "4", "", "1.2E+11", "n/a", "Total"}, "assignment_number": {"1", "1-2", "2", ""},
	"pay_scale": {"NHS|XR05|Review Body Band 5", "XR08", "Local", ""}, "grade": {"XR05.3", "", "?"}, "occupation_code": {"N6H", "921", ""},
	"job_role": {"Consultant", "Chair", "Medical Director", "Staff Nurse", ""}, "assignment_category": {"Permanent", "Bank", "Honorary", "odd", ""},
	"contract_type": {"01", "05", "", "Non-Exec Director/Chair"}, "assignment_status": {"Active", "Terminated", "odd", ""},
	"primary_assignment": {"Yes", "No", ""}, "fte": {"1.00", "0.6", "x", ""}, "stage": {"Appointed", "Interview", "odd", ""},
	"shortlisted": {"yes", "no", "", "12", "01/02/2024", "odd"}, "appointed": {"yes", "no", "", "3", "Offered"},
	"date": {"01/05/2023", "31/03/2024", "never", ""}, "course": {"Fire safety", "Leadership", ""}, "mandatory": {"yes", "no", "", "odd"},
	"percentage": {"24.1", "27%", "0.5", "0", "101", "*"},
	"value":      {"1.6", "28%", "-3", "x"},
	"White":      {"10", "20", "*"}, "BME": {"5", "7"}, "Total": {"15", "30"}, "Indian": {"2", "x"},
	"Martian": {"3", "4", "<5", ""}, "Vacancies": {"8", "9", ""}, "Everyone": {"15", "37"},
}

var numbers = []string{"0", "1", "5", "10", "1,200", "12.9", "*", "", "-1", "x"}

// randomFolder makes a folder of a few files of any kind.
func randomFolder(t *rapid.T) folder {
	f := folder{}
	for range rapid.IntRange(1, 4).Draw(t, "files") {
		e := kinds.Extracts()[rapid.IntRange(0, len(kinds.Extracts())-1).Draw(t, "kind")]
		var header []string
		for _, c := range e.AllColumns() {
			if c.Required || rapid.IntRange(0, 2).Draw(t, c.Name) == 0 {
				header = append(header, c.Name)
			}
		}
		if e.List != nil {
			for _, need := range e.List.Needs {
				if name := rapid.SampledFrom(need).Draw(t, "need"); !slices.Contains(header, name) {
					header = append(header, name)
				}
			}
		}
		if len(e.Counts) > 0 && rapid.Bool().Draw(t, "wide") {
			header = slices.DeleteFunc(header, func(h string) bool { return h == e.Group || slices.Contains(e.Counts, h) })
			header = append(header, "White", "BME")
			for _, extra := range []string{"Indian", "Total", "Martian"} {
				if rapid.Bool().Draw(t, extra) {
					header = append(header, extra)
				}
			}
		}
		for _, extra := range []string{"Vacancies", "Everyone"} {
			if rapid.IntRange(0, 3).Draw(t, extra) == 0 {
				header = append(header, extra)
			}
		}
		rows := []string{strings.Join(header, ",")}
		for range rapid.IntRange(0, 12).Draw(t, "rows") {
			cells := make([]string, len(header))
			for i, h := range header {
				pool := words[h]
				if pool == nil {
					pool = numbers
				}
				cells[i] = `"` + rapid.SampledFrom(pool).Draw(t, h) + `"`
			}
			if rapid.IntRange(0, 20).Draw(t, "cut") == 0 {
				cells = cells[:len(cells)/2+1]
			}
			rows = append(rows, strings.Join(cells, ","))
		}
		name := rapid.SampledFrom([]string{e.Kind, e.Kind + "-2024", "a", "shortlisted-2024", "appointed-2024"}).Draw(t, "name")
		f[name+".csv"] = strings.Join(rows, "\n") + "\n"
	}
	return f
}

// records counts the rows of a file as a reader of it would.
func records(text string) int { return strings.Count(text, "\n") - 1 }

func TestEveryRowIsAccountedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := randomFolder(t)
		o := Options{AssumeYear: 2022}
		if rapid.Bool().Draw(t, "one organisation") {
			o.Organisation = "North"
		}
		org, report, err := Open(context.Background(), f.fsys(), o, nil)
		if err != nil && !errors.Is(err, ErrNothingUsable) {
			t.Fatal(err)
		}
		checkReport(t, report)
		for _, file := range report.Files {
			blank := 0
			for line := range strings.Lines(f[file.Name]) {
				if strings.Trim(line, "\",\n") == "" {
					blank++
				}
			}
			if got := file.RowsRead + file.RowsAside + blank; got != records(f[file.Name]) {
				t.Errorf("%s: %d rows of %d are accounted for:\n%s", file.Name, got, records(f[file.Name]), f[file.Name])
			}
		}
		checkOrganisation(t, org, report)
	})
}

// checkOrganisation holds what must be true of any organisation.
func checkOrganisation(t reporter, org *model.Organisation, report source.Report) {
	t.Helper()
	used := 0
	for _, f := range report.Files {
		used += f.RowsUsed
	}
	if used == 0 && (len(org.Returns) > 0 || len(org.Benchmarks) > 0 || len(org.Published) > 0) {
		t.Error("figures without a row that was used")
	}
	for _, r := range org.Returns {
		if !r.Year.Valid() {
			t.Errorf("year %d", r.Year)
		}
		for _, part := range r.Recruitment {
			for _, e := range model.Ethnicities() {
				if part.Appointed.Of(e) > part.Shortlisted.Of(e) {
					t.Errorf("%v: more appointed than shortlisted: %+v", r.Year, part)
				}
			}
		}
		for k, a := range r.Survey {
			if !(a.Share >= 0 && a.Share <= 1) || a.Respondents < 0 {
				t.Errorf("%v: %+v", k, a)
			}
		}
	}
}

// TestRowOrderIsIrrelevant: without a cell given twice the same rows in another
// order, and in other files, are the same figures.
func TestRowOrderIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		header, rows := orderlyRows(t)
		one, _, err := Open(context.Background(), folder{"a.csv": header + strings.Join(rows, "")}.fsys(), Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		seed := rapid.Uint64().Draw(t, "seed")
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		two, report, err := Open(context.Background(), folder{"a.csv": header + strings.Join(rows, "")}.fsys(), Options{}, nil)
		if err != nil || report.Errors() > 0 {
			t.Fatal(err, said(report))
		}
		if diff := cmp.Diff(one, two); diff != "" {
			t.Errorf("shuffled: %s\n%s", diff, strings.Join(rows, ""))
		}
		cut := rapid.IntRange(0, len(rows)).Draw(t, "cut")
		split, report, err := Open(context.Background(), folder{
			"a.csv": header + strings.Join(rows[:cut], ""), "b.csv": header + strings.Join(rows[cut:], ""),
		}.fsys(), Options{}, nil)
		if err != nil || report.Errors() > 0 {
			t.Fatal(err, said(report))
		}
		if diff := cmp.Diff(one, split); diff != "" {
			t.Errorf("in two files: %s\n%s", diff, strings.Join(rows, ""))
		}
	})
}

// orderlyRows makes workforce rows in which no cell is given twice, with totals.
func orderlyRows(t *rapid.T) (header string, rows []string) {
	for _, year := range []string{"2023", "2024"} {
		for _, category := range []string{"clinical", "non-clinical", "Total"} {
			for _, band := range []string{"5", "8a", "VSM", "Total"} {
				for _, e := range []string{"White", "BME", "Unknown", "Total"} {
					if rapid.IntRange(0, 2).Draw(t, "given") > 0 {
						rows = append(rows, fmt.Sprintf("%s,%s,%s,%s,%d\n", year, category, band, e, rapid.IntRange(0, 50).Draw(t, "n")))
					}
				}
			}
		}
	}
	if len(rows) == 0 || !slices.ContainsFunc(rows, func(r string) bool { return !strings.Contains(r, "Total") }) {
		rows = append(rows, "2022,clinical,5,White,1\n")
	}
	return "year,staff_category,pay_band,ethnicity,headcount\n", rows
}

func FuzzOpen(f *testing.F) {
	for _, e := range kinds.Extracts() {
		f.Add(e.Kind+"-2024.csv", []byte(strings.Join(e.Init, ",")+"\n2024,5,White,10,3\n"), []byte(""))
	}
	f.Add("a-2024.csv", []byte("count,White,BME,Total\nshortlisted,10,5,15\nappointed,11,2,13\n"), []byte("[columns]\nx = \"year\"\n"))
	f.Add("staff.txt", []byte("\xff\xfey\x00"), []byte("[labels]\nbme = \"x\"\n[clusters]\n1 = [\"2\"]\n"))
	for _, c := range goodInputs {
		for _, g := range c.folders {
			for name, text := range g {
				f.Add(name, []byte(text), []byte{})
			}
		}
	}
	f.Fuzz(func(t *testing.T, name string, data, rules []byte) {
		if !strings.HasSuffix(name, ".csv") || strings.ContainsAny(name, "/\\\x00") || strings.HasPrefix(name, ".") {
			name = "a-2024.csv"
		}
		files := folder{name: string(data), "workforce.csv": "year,ethnicity,headcount\n2024,White,10\n2024,BME,5\n", "wres.toml": string(rules)}
		org, report, err := Open(context.Background(), files.fsys(), Options{AssumeYear: 2024}, nil)
		if _, wrong := errors.AsType[*settings.Error](err); wrong {
			return
		}
		if err != nil && !errors.Is(err, ErrNothingUsable) {
			t.Skip(err) // a name that no file system has
		}
		checkReport(t, report)
		checkOrganisation(t, org, report)
	})
}

// tenYears is a folder of counted extracts for ten years.
func tenYears() folder {
	f := folder{}
	var workforce, board, survey, recruitment, events strings.Builder
	workforce.WriteString("year,staff_category,pay_band,ethnicity,headcount\n")
	board.WriteString("year,voting,executive,ethnicity,headcount\n")
	survey.WriteString("year,indicator,ethnicity,percentage,respondents\n")
	recruitment.WriteString("year,ethnicity,shortlisted,appointed\n")
	events.WriteString("year,ethnicity,entered\n")
	groups := []string{"White", "BME", "Unknown"}
	for year := 2016; year < 2026; year++ {
		for _, category := range []string{"non-clinical", "clinical"} {
			for _, band := range model.Bands() {
				if band.Medical() {
					continue
				}
				for i, g := range groups {
					fmt.Fprintf(&workforce, "%d,%s,%s,%s,%d\n", year, category, band, g, 10*i+year%7)
				}
			}
		}
		for _, band := range model.Bands() {
			for i, g := range groups {
				if band.Medical() && band != model.SeniorMedicalManager {
					fmt.Fprintf(&workforce, "%d,medical and dental,%s,%s,%d\n", year, band, g, 10*i+year%7)
				}
			}
		}
		for i, g := range groups {
			fmt.Fprintf(&recruitment, "%d,%s,%d,%d\n", year, g, 400+i, 100+i)
			fmt.Fprintf(&events, "%d,%s,%d\n", year, g, 5+i)
			for id := 5; id <= 8; id++ {
				fmt.Fprintf(&survey, "%d,%d,%s,%d.5,1000\n", year, id, g, 20+i)
			}
			for _, v := range []string{"yes", "no"} {
				fmt.Fprintf(&board, "%d,%s,%s,%s,%d\n", year, v, v, g, 5-i)
			}
		}
	}
	f["workforce.csv"], f["board.csv"], f["survey.csv"], f["recruitment.csv"] = workforce.String(), board.String(), survey.String(), recruitment.String()
	f["disciplinary.csv"] = events.String()
	f["training.csv"] = strings.Replace(events.String(), "entered", "accessed", 1)
	return f
}

func TestTenYears(t *testing.T) {
	f := tenYears()
	f["wres.toml"] = "[thresholds]\nmissing_ethnicity = 100\n"
	org, report, err := open(t, f, Options{})
	if err != nil || len(report.Problems) > 0 || len(org.Returns) != 10 {
		t.Error(err, said(report))
	}
}

func BenchmarkOpen10Years(b *testing.B) {
	fsys := tenYears().fsys()
	rows := 0
	b.ReportAllocs()
	for b.Loop() {
		_, report, err := Open(context.Background(), fsys, Options{}, nil)
		if err != nil {
			b.Fatal(err)
		}
		rows = 0
		for _, f := range report.Files {
			rows += f.RowsUsed
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/op")
	b.ReportMetric(float64(rows), "rows")
}
