package printed_test

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/printed"
	"wres/model/words"
	"wres/model/words/misprints"
)

// published is an organisation of one year with figures of every indicator that has
// some, and printed figures of it.
func published(figures ...model.Printed) *model.Organisation {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	func() {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{Category: model.Clinical, Band: model.Band5}] = tally(60, 30, 10)
		ret.Workforce[model.Post{Category: model.NonClinical, Band: model.Band5}] = tally(10, 5, 5)
		ret.Workforce[model.Post{Category: model.NonClinical, Band: model.VSM}] = tally(10, 0, 0)
		ret.Workforce[model.Post{Category: model.MedicalAndDental, Band: model.Consultant}] = tally(15, 5, 0)
		ret.Workforce[model.Post{Category: model.MedicalAndDental, Band: model.SeniorMedicalManager}] = tally(2, 0, 0)
		ret.Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371, 22), Appointed: tally(144, 51, 3)}}
		ret.Events["disciplinary"] = &model.Events{Count: tally(8, 7, 0)}
		ret.Events["training"] = &model.Events{Count: tally(30, 20, 5), Headcount: tally(100, 50, 10)}
		ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.1019, Respondents: 412}
		ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.0402}
		ret.Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = tally(5, 1, 0)
		ret.Board[model.Seat{Voting: model.No, Executive: model.No}] = tally(5, 0, 0)
		for _, p := range figures {
			p.Year = 2024
			o.Published = append(o.Published, p)
		}
	}()
	return o
}

// TestPrintedFigures sets printed figures beside the counts: what is wanted is what the
// counts give, or nothing where the two agree or cannot be compared.
func TestPrintedFigures(t *testing.T) {
	for row, want := range map[string]string{
		"1|headcount|all||150": "", "1|headcount|||150": "", "1|headcount|all||151": "150", "1|headcount|bme||1,040": "40", "1|headcount|known||135": "", "1|headcount|unknown||15": "",
		"1|headcount|bme|5|35": "", "1|headcount|bme|Band 5|36": "35", "1|headcount|bme|clinical band 5|30": "", "1|headcount|bme|non-clinical, 5|30": "5", "1|headcount|bme|VSM|0": "",
		"1|headcount|all|medical and dental|20": "", "1|headcount|all|medical and dental|22": "20", "1|headcount|all|cluster 2|120": "", "1|headcount|all|cluster 5|22": "20", "1|headcount|all|Total|151": "150",
		"1|headcount|all|band 6|3": "", "1|headcount|all|the north|3": "", "1|headcount|bme||27%": "", "1|headcount|bme||40 of 151": "40 of 150", "1|headcount|asian||3": "",
		"1|percentage-of-workforce|bme||26.7%": "", "1|percentage-of-workforce|bme||26.67": "", "1|percentage-of-workforce|bme||26.6%": "26.7% (40 of 150)", "1|percentage-of-workforce|known||90%": "",
		"1|percentage-of-workforce|bme|VSM|1%": "0% (0 of 10)", "1|percentage-of-workforce|bme|consultant|25%": "", "1|percentage-of-workforce|||5%": "",
		"2|shortlisted|all||820": "", "2|shortlisted|white||428": "427", "2|shortlisted|white|5|428": "", "2|appointed|bme||50": "51", "2|appointed|all||198": "", "2|appointed|bme||51 of 371": "",
		"2|percentage-of-shortlisted|bme||45.24%": "", "2|percentage-of-shortlisted|bme||45.25%": "45.24% (371 of 820)", "2|percentage-of-appointed|bme||25.8%": "",
		"2|likelihood|white||33.72%": "", "2|likelihood|white||0.34": "", "2|likelihood|white||0.33": "0.34 (144 of 427)", "2|likelihood|white||37.5": "33.7% (144 of 427)", "2|likelihood|all||24.1%": "",
		"2|relative-likelihood|all||2.45": "", "2|relative-likelihood|all||2.46 times": "2.45", "2|relative-likelihood|||2.5": "", "2|relative-likelihood|all||2.46%": "", "2|relative-likelihood|all||Data unavailable": "",
		"3|entered|white||8": "", "3|entered|bme||8": "7", "3|relative-likelihood|||2.08": "", "3|headcount|white||95": "",
		"4|accessed|bme||21": "20", "4|headcount|bme||50": "", "4|percentage|bme||40%": "", "4|shortlisted|bme||1": "",
		"5|percentage|white||10.19%": "", "5|percentage|white||10.2%": "", "5|percentage|bme||4.03%": "4.02%", "5|respondents|white||411": "412", "5|respondents|bme||10": "",
		"5|difference|||6.17 points": "", "5|difference|||+6.17 points": "−6.17 percentage points", "5|difference|||6.2 pp": "",
		"9|members|bme|total|1 of 11": "", "9|members|bme||1 of 12": "1 of 11", "9|members|bme|voting|1 of 6": "", "9|percentage-of-board|bme|total|9.09%": "", "9|percentage-of-board|bme|executive|20%": "17% (1 of 6)",
		"9|difference|bme|total|-17.6": "", "9|difference|bme|total|17.6 points": "", "9|difference|bme|total|-17.5": "−17.6 percentage points", "9|difference||voting|-10.0%": "",
		"6|percentage|white||12%": "", "x|percentage|white||12%": "", "2|change|bme||1%": "", "2|odd|bme||1": "",
	} {
		f := strings.Split(row, "|")
		o := published(model.Printed{Indicator: f[0], Figure: f[1], Group: f[2], Part: f[3], Printed: f[4]})
		got := ""
		for _, m := range printed.Mismatches(o, indicator.Compute(o)) {
			got = misprints.Computed(m)
		}
		if got != want {
			t.Errorf("%s: the counts give %q; want %q", row, got, want)
		}
	}
}

// TestPrintedFiguresPassedOver: of what is withheld, or was read in part, nothing can
// be said.
func TestPrintedFiguresPassedOver(t *testing.T) {
	wrong := []model.Printed{{Indicator: "2", Figure: "appointed", Group: "bme", Printed: "1"}, {Indicator: "3", Figure: "entered", Group: "bme", Printed: "1"}}
	for what, change := range map[string]func(*model.Organisation){
		"nothing":  func(*model.Organisation) {},
		"withheld": func(o *model.Organisation) { o.Ensure(2024).Statuses["2"] = model.Status{State: model.Withheld} },
		"refused": func(o *model.Organisation) {
			o.Ensure(2024).Refused = map[string]*model.Refusals{"2": {Rows: 1, Extract: "recruitment"}}
		},
		"the mean of two years": func(o *model.Organisation) {
			o.Settings.Indicator3Years = 2
			o.Ensure(2023).Events["disciplinary"] = &model.Events{Count: tally(1, 1, 0), Headcount: tally(9, 9, 0)}
		},
		"another year": func(o *model.Organisation) { o.Published[0].Year = 2019 },
	} {
		o := published(wrong...)
		change(o)
		want := map[string]int{"nothing": 2}[what]
		if want == 0 {
			want = 1
		}
		if got := printed.Mismatches(o, indicator.Compute(o)); len(got) != want {
			t.Errorf("%s: %d mismatches; want %d", what, len(got), want)
		}
	}
}

func TestMismatchInWords(t *testing.T) {
	w := words.For(model.DefaultSettings())
	n := 1627
	m := printed.Mismatch{Printed: model.Printed{Year: 2023, Indicator: "1", Figure: "headcount", Group: "bme", Part: "VSM", Printed: "1,625", Source: "Return of 2023"}, N: &n}
	if got, want := misprints.Sentence(w, m), `2023, indicator 1, headcount, VSM, BME: "1,625" is printed in Return of 2023, and the figures of this folder give 1,627; check which is right`; got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func tally(white, bme, unknown int) model.Tally {
	var t model.Tally
	for g, n := range []int{white, bme, unknown} {
		t.Add(model.GroupEthnicity(model.Group(g)), n)
	}
	return t
}
