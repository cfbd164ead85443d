package plan

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"wres/loaders"
	"wres/model"
	"wres/model/indicator"
)

// figuresOf computes the indicators of extracts, by file name.
func figuresOf(t *testing.T, files map[string]string) *indicator.Results {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o, report, err := loaders.Open(context.Background(), folder, loaders.Options{}, nil)
	if err != nil || report.Errors() > 0 {
		t.Fatalf("%v\n%v", err, report.Problems)
	}
	return indicator.Compute(o)
}

func recruitment(years ...string) map[string]string {
	return map[string]string{"recruitment.csv": "year,ethnicity,shortlisted,appointed\n" + strings.Join(years, "")}
}

func survey(rows ...string) map[string]string {
	return map[string]string{"survey.csv": "year,indicator,ethnicity,percentage,respondents\n" + strings.Join(rows, "")}
}

const (
	ratio2024 = "2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371"
	gap2024   = "8 2024 bme-white 9 points (6.2 to 12) 15% of 600, 6% of 2000"
)

// Each state, for each kind of figure.
func TestProgressOf(t *testing.T) {
	ratio := func(white, bme string) map[string]string {
		return recruitment("2024,White,427,144\n2024,BME,371,51\n", "2025,White,"+white+"\n2025,BME,"+bme+"\n")
	}
	gap := func(bme, white string) map[string]string {
		return survey("2025,8,BME," + bme + "\n2025,8,White," + white + "\n")
	}
	workforce := map[string]string{"workforce.csv": "year,ethnicity,headcount\n2025,White,700\n2025,BME,300\n"}
	board := map[string]string{
		"workforce.csv": "year,ethnicity,headcount\n2025,White,800\n2025,BME,200\n",
		"board.csv":     "year,voting,executive,ethnicity,headcount\n2025,yes,yes,White,9\n2025,yes,yes,BME,3\n",
	}
	for name, test := range map[string]struct {
		files  map[string]string
		action Action
		state  ProgressState
		reason string // in part
	}{
		"ratio met": {ratio("427,100", "371,75"), Action{Evidence: ratio2024, Target: "below 1.25"}, TargetMet,
			`The ratio was 2.45 (1.85 to 3.28) in 2024 and is 1.16 (0.89 to 1.51) in 2025, which meets the target “below 1.25”; a significant change.`},
		"ratio met, unclear":  {ratio("427,150", "371,60"), Action{Evidence: ratio2024, Target: "2.4"}, TargetMet, "meets the target “2.4”; no significant change."},
		"ratio moved":         {ratio("427,110", "371,68"), Action{Evidence: ratio2024, Target: "1.25"}, Moved, ": a significant change for the better; the target is “1.25”."},
		"ratio still":         {ratio("427,140", "371,60"), Action{Evidence: ratio2024}, NoClearChange, "is 2.03 (1.56 to 2.66) in 2025: no significant change."},
		"ratio worse":         {ratio("427,200", "371,30"), Action{Evidence: ratio2024}, Worse, ": a significant change for the worse."},
		"ratio turned":        {ratio("427,40", "371,120"), Action{Evidence: ratio2024, Target: "below 1.25"}, Worse, "a significant change for the worse"},
		"ratio parity":        {ratio("427,100", "371,90"), Action{Evidence: ratio2024, Target: "parity"}, TargetMet, "meets the target “parity”"},
		"ratio near parity":   {ratio("427,100", "371,84"), Action{Evidence: ratio2024, Target: "parity"}, Moved, "for the better"},
		"ratio, few":          {ratio("60,5", "30,1"), Action{Evidence: ratio2024}, NoClearChange, ": too few to judge the change"},
		"ratio, none":         {ratio("427,0", "371,5"), Action{Evidence: ratio2024}, NoClearChange, "too few to judge, with no events in a group"},
		"ratio, a group lost": {ratio("427,100", "371,4"), Action{Evidence: ratio2024}, Worse, "for the worse"},
		"ratio, no counts":    {ratio("427,100", "371,80"), Action{Evidence: "2 2024 white/bme 2.45"}, NotMeasurable, "counts behind the earlier figure are not kept"},
		"ratio, percent":      {ratio("427,110", "371,68"), Action{Evidence: ratio2024, Target: "20%"}, Moved, `The target “20%” is not of the ratio.`},
		"ratio, words":        {ratio("427,110", "371,68"), Action{Evidence: ratio2024, Target: "fairer"}, Moved, `The target “fairer” cannot be measured: no figure`},
		"ratio, undefined":    {ratio("427,110", "371,0"), Action{Evidence: ratio2024}, NotMeasurable, "The figure of 2025 has no value."},
		"no later figure":     {recruitment("2024,White,427,144\n2024,BME,371,51\n"), Action{Evidence: ratio2024}, Early, "no figures of indicator 2 later than 2024 yet"},
		"later, withheld": {map[string]string{"recruitment.csv": "year,ethnicity,shortlisted,appointed\n2024,White,427,144\n2024,BME,371,51\n", "status.csv": "year,indicator,status\n2025,2,withheld\n"},
			Action{Evidence: ratio2024}, NotMeasurable, "no figures of indicator 2 later than 2024 yet"},
		"other comparison":  {ratio("427,110", "371,68"), Action{Evidence: "2 2024 bme/white 0.4"}, NotMeasurable, "is of bme/white, and indicator 2 is of white/bme"},
		"no baseline":       {ratio("427,110", "371,68"), Action{Indicators: "2"}, NoFigureKept, "nothing to measure a change of indicator 2 from. The ratio is 1.41"},
		"no baseline, met":  {ratio("427,110", "371,95"), Action{Indicators: "2", Target: "below 1.25"}, TargetMet, "The ratio is 1.01 (0.79 to 1.28) in 2025, which meets"},
		"no baseline, not":  {ratio("427,110", "371,68"), Action{Indicators: "2", Target: "1.25"}, NoFigureKept, "The ratio is 1.41"},
		"no indicator":      {ratio("427,110", "371,68"), Action{}, NoFigureKept, "names no indicator"},
		"unknown indicator": {ratio("427,110", "371,68"), Action{Indicators: "12"}, NotMeasurable, "There is no indicator 12."},
		"no figures":        {ratio("427,110", "371,68"), Action{Indicators: "9"}, NoFigureKept, "There are no figures of indicator 9."},
		"gap met":           {gap("8,700", "6,2100"), Action{Evidence: gap2024, Target: "<= 2 points"}, TargetMet, "The gap was 9.0 percentage points (6.2 to 12.0) in 2024 and is 2.0 percentage points"},
		"gap moved":         {gap("8,700", "6,2100"), Action{Evidence: gap2024, Target: "1 point"}, Moved, "a significant change for the better, though many of the same people may be counted in both; the target"},
		"gap still":         {gap("14,700", "6,2100"), Action{Evidence: gap2024}, NoClearChange, "no significant change."},
		"gap worse":         {gap("25,700", "6,2100"), Action{Evidence: gap2024}, Worse, "for the worse"},
		"gap, no people":    {survey("2025,8,BME,8,\n2025,8,White,6,\n"), Action{Evidence: gap2024}, NotMeasurable, "number of people behind a figure is not known"},
		"share met":         {gap("8,700", "6,2100"), Action{Evidence: gap2024, Target: "10%"}, TargetMet, "The share among BME staff was 15.0%"},
		"share moved":       {gap("11,700", "6,2100"), Action{Evidence: gap2024, Target: "10%"}, Moved, "for the better"},
		"share worse":       {gap("21,700", "6,2100"), Action{Evidence: gap2024, Target: "10%"}, Worse, "for the worse"},
		"share, no people":  {survey("2025,8,BME,11,\n2025,8,White,6,\n"), Action{Evidence: gap2024, Target: "10%"}, NotMeasurable, "number of people asked is not known"},
		"share, higher is better": {survey("2025,7,BME,50,700\n2025,7,White,60,2100\n"),
			Action{Evidence: "7 2024 bme-white -20 points 40% of 600, 60% of 2000", Target: "60%"}, Moved, "for the better"},
		"workforce moved": {workforce, Action{Evidence: "1 2024 bme 20% 200/1000", Target: "35%"}, Moved, "The BME share of the workforce was 20.0% in 2024 and is 30.0%"},
		"workforce, unknown": {map[string]string{"workforce.csv": "year,ethnicity,headcount\n2024,White,1400\n2024,BME,330\n2024,Unknown,300\n2025,White,1443\n2025,BME,380\n2025,Unknown,40\n"},
			Action{Evidence: "1 2024 bme 16.26% 330/2030", Target: "35%"}, NoClearChange, "cannot be told, because it hangs on the staff whose ethnicity is not known"},
		"workforce, no side":  {workforce, Action{Evidence: "1 2024 bme 20% 200/1000"}, NotMeasurable, "write a target in percent"},
		"workforce, parity":   {workforce, Action{Evidence: "1 2024 bme 20% 200/1000", Target: "parity"}, NotMeasurable, `The target “parity” is not of the`},
		"board still":         {board, Action{Evidence: "9 2024 board-workforce -11.31 points (-19.01 to 17.39) 1/11 20.4%"}, NoClearChange, "The gap was −11.3 percentage points"},
		"board met":           {board, Action{Evidence: "9 2024 board-workforce -11.31 points 1/11 20.4%", Target: "parity"}, TargetMet, "meets the target"},
		"board share":         {board, Action{Evidence: "9 2024 board-workforce -11.31 points 1/11 20.4%", Target: "25%"}, TargetMet, "The BME share of the board was 9.1%"},
		"board share, unkept": {board, Action{Evidence: "9 2024 board-workforce -11.31 points", Target: "25%"}, NotMeasurable, "The figures do not hold the BME share of the board."},
	} {
		t.Run(name, func(t *testing.T) {
			all := ProgressOf(test.action, figuresOf(t, test.files))
			if len(all) != 1 || all[0].State != test.state || !strings.Contains(all[0].Reason, test.reason) {
				t.Errorf("%+v\nwant %s: …%s…", all, test.state, test.reason)
			}
		})
	}
}

func TestProgressOfEachIndicator(t *testing.T) {
	files := recruitment("2025,White,427,110\n2025,BME,371,68\n")
	files["survey.csv"] = survey("2025,8,BME,14,700\n2025,8,White,6,2100\n")["survey.csv"]
	all := ProgressOf(Action{Indicators: "8; 4", Evidence: ratio2024 + "; what the network said; " + gap2024, Target: "1.25"}, figuresOf(t, files))
	var got []string
	for _, p := range all {
		got = append(got, p.Indicator+" "+string(p.State))
	}
	if text := strings.Join(got, ", "); text != "8 no clear change, 4 no figure kept, 2 moved" {
		t.Errorf("%s\n%+v", text, all)
	}
}

// In a file that programs read the states are those that it had from the first.
func TestStatesInData(t *testing.T) {
	for _, s := range []ProgressState{TargetMet, Moved, NoClearChange, Worse, NotMeasurable} {
		if s.Data() != string(s) {
			t.Errorf("%s is %s", s, s.Data())
		}
	}
	for _, s := range []ProgressState{Early, NoFigureKept} {
		if s.Data() != "not measurable" {
			t.Errorf("%s is %s", s, s.Data())
		}
	}
}

// A question that was asked in other words has no change, however the figures move.
func TestProgressAcrossARewording(t *testing.T) {
	files := survey("2024,7,BME,40,600\n2024,7,White,60,2000\n", "2026,7,BME,60,600\n2026,7,White,60,2000\n")
	all := ProgressOf(Action{Evidence: "7 2024 bme-white -20 points 40% of 600, 60% of 2000"}, figuresOf(t, files))
	if all[0].State != NotMeasurable || !strings.Contains(all[0].Reason, "The question differs between 2024 and 2026") {
		t.Errorf("%+v", all)
	}
}

// Of two figures of one indicator the later one in the text holds.
func TestProgressFromTheLastFigure(t *testing.T) {
	files := recruitment("2024,White,427,144\n2024,BME,371,51\n", "2025,White,427,140\n2025,BME,371,60\n")
	all := ProgressOf(Action{Evidence: "2 2022 white/bme 1.6; " + ratio2024}, figuresOf(t, files))
	if len(all) != 1 || all[0].Baseline.Year != 2024 {
		t.Errorf("%+v", all)
	}
}

// The baseline is what was known when the action was written, and not what the
// folder says of that year by now.
func TestProgressFromTheFigureKept(t *testing.T) {
	files := recruitment("2024,White,427,100\n2024,BME,371,90\n", "2025,White,427,110\n2025,BME,371,68\n")
	if all := ProgressOf(Action{Evidence: ratio2024}, figuresOf(t, files)); all[0].State != Moved {
		t.Errorf("%+v", all)
	}
}

// Nothing is drawn from a figure that lacks rows, and it is no baseline to measure from.
func TestProgressToAnIncompleteFigure(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	counts := func(white, bme int) (t model.Tally) {
		t.Add(model.WhiteGroup, white)
		t.Add(model.BMEGroup, bme)
		return t
	}
	o.Ensure(2025).Recruitment = []model.Recruitment{{Shortlisted: counts(427, 371), Appointed: counts(110, 68)}}
	refused := o.Ensure(2025).Refuse("2", "recruitment")
	refused.Rows, refused.Groups[model.Unknown] = 1, true
	r := indicator.Compute(o)
	all := ProgressOf(Action{Evidence: ratio2024}, r)
	if all[0].State != NotMeasurable || !strings.Contains(all[0].Reason, "The figure of 2025 is incomplete (1 row could not be used), so nothing is drawn from it.") {
		t.Errorf("%+v", all)
	}
	s := r.Indicator("2")
	if _, err := EvidenceOf(s.Indicator, s.Figure(2025)); !errors.Is(err, ErrIncomplete) {
		t.Error(err)
	}
}
