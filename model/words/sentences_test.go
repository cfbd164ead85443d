package words_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/printed"
	"wres/model/stats"
	"wres/model/words"
	"wres/model/words/benchmarks"
	"wres/model/words/inview"
	"wres/model/words/misprints"
)

var update = flag.Bool("update", false, "write the sentences anew")

const sentencesFile = "testdata/sentences.txt"

// TestSentences holds each kind of sentence once, in a file that a person reads through.
func TestSentences(t *testing.T) {
	got := allSentences()
	if *update {
		if err := os.WriteFile(sentencesFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(sentencesFile)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the sentences are not those of %s; with -update they are written anew, to be read through\n%s", sentencesFile, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return fmt.Sprintf("line %d: %q", i+1, g[i])
		}
	}
	return ""
}

// TestBannedWords: words that the house does without.
func TestBannedWords(t *testing.T) {
	plus := regexp.MustCompile(`(^|[ (:])\+[0-9]`)
	for i, line := range strings.Split(strings.ToLower(allSentences()), "\n") {
		if plus.MatchString(line) {
			t.Errorf("line %d holds a plus sign before a number: %s", i+1, line)
		}
		for _, banned := range []string{" as white ones", " as bme ones", "bame", "delete", "clearly", "is clear", "going to them", "fare ", "better", "progress more", "harassed", "95% interval", "every year", "illustrative ("} {
			if strings.Contains(line, banned) {
				t.Errorf("line %d holds %q: %s", i+1, banned, line)
			}
		}
	}
	for _, o := range []*model.Organisation{recruitment(pair{2024, 427, 144, 371, 51}), workforce(nil), surveyed("5", 0.2, 0.3, 400)} {
		r := indicator.Compute(o)
		for _, finding := range findings.Sentences(findings.Of(r, 2024, nil)) {
			if strings.Contains(finding, "p <") || strings.Contains(finding, "p =") {
				t.Errorf("a p value stands in a finding: %s", finding)
			}
		}
	}
}

// page is sentences being written, each under what it is of.
type page struct{ strings.Builder }

func (p *page) heading(text string) { fmt.Fprintf(p, "\n\n== %s ==\n", text) }

func (p *page) say(what string, lines ...string) {
	fmt.Fprintf(p, "\n[%s]\n", what)
	for _, line := range lines {
		if line != "" {
			p.WriteString(ansi.Wrap(line, 96, "") + "\n")
		}
	}
}

// year writes what is said of an indicator in the last year: the sentence with its doubt,
// and under it the words of a table.
func (p *page) year(what, id string, o *model.Organisation) {
	r, w := indicator.Compute(o), words.For(o.Settings)
	s := r.Indicator(id)
	f := s.Figure(r.Latest())
	said := []string{strings.TrimSpace(w.Sentence(s.Indicator, f) + " " + w.Doubt(s, f))}
	if inWords := w.InWords(s, f); inWords != "" {
		said = append(said, "in a table: "+inWords)
	}
	p.say(what, said...)
}

// pair is a year of two groups: how many, and of them how many with the event.
type pair struct {
	year                  model.Year
	white, events         int
	bme, eventsAmongThese int
}

func recruitment(years ...pair) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for _, y := range years {
			o.Ensure(y.year).Recruitment = []model.Recruitment{{Shortlisted: tally(y.white, y.bme, 0), Appointed: tally(y.events, y.eventsAmongThese, 0)}}
		}
	})
}

func happened(extract string, years ...pair) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for _, y := range years {
			o.Ensure(y.year).Events[extract] = &model.Events{Count: tally(y.events, y.eventsAmongThese, 0), Headcount: tally(y.white, y.bme, 0)}
		}
	})
}

// surveyed gives a question's shares in 2024; without respondents where these are 0.
func surveyed(id string, white, bme float64, respondents int) *model.Organisation {
	return organisation(func(o *model.Organisation) { ask(o, 2024, id, white, bme, respondents) })
}

func ask(o *model.Organisation, y model.Year, id string, white, bme float64, respondents int) {
	for g, share := range map[model.Group]float64{model.White: white, model.BME: bme} {
		if share >= 0 {
			o.Ensure(y).Survey[answer(id, g)] = model.SurveyAnswer{Share: share, Respondents: respondents}
		}
	}
}

// workforce has bands in two staff categories, and what change makes of them.
func workforce(change func(*model.Organisation)) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for _, y := range []model.Year{2023, 2024} {
			for i, b := range []model.Band{model.Band2, model.Band3, model.Band5, model.Band6, model.Band7, model.Band8a, model.Band8c} {
				o.Ensure(y).Workforce[post(model.NonClinical, b)] = tally(60+4*i, 40-5*i, 2)
				o.Ensure(y).Workforce[post(model.Clinical, b)] = tally(150+5*i, 80-10*i, 3)
			}
		}
		if change != nil {
			change(o)
		}
	})
}

// staffed has one staff category in 2024: White, BME and unknown by band.
func staffed(c model.StaffCategory, of map[model.Band][3]int) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for b, n := range of {
			o.Ensure(2024).Workforce[post(c, b)] = tally(n[0], n[1], n[2])
		}
	})
}

// boarded is a board of White and BME members beside a workforce of 1,000, by year.
func boarded(years map[model.Year][3]int) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for y, n := range years {
			o.Ensure(y).Workforce[model.Post{}] = tally(1000-n[2], n[2], 0)
			o.Ensure(y).Board[model.Seat{}] = tally(n[0], n[1], 0)
		}
	})
}

func allSentences() string {
	p := &page{}
	p.WriteString("Each kind of sentence once, to be read through. The test TestSentences writes it.\n")
	saysLikelihoods(p)
	saysSurveys(p)
	saysBands(p)
	saysBoards(p)
	saysPages(p)
	saysWarnings(p)
	saysTraces(p)
	return p.String()
}

func saysLikelihoods(p *page) {
	p.heading("Likelihoods: indicators 2 to 4")
	p.year("a significant difference, no year before", "2", recruitment(pair{2024, 427, 144, 371, 51}))
	p.year("the other way round", "2", recruitment(pair{2024, 371, 51, 427, 144}))
	p.year("a significant difference in each year, no significant change", "2", recruitment(pair{2022, 835, 226, 409, 69}, pair{2023, 1052, 355, 504, 90}, pair{2024, 427, 144, 371, 51}))
	p.year("a significant rise", "2", recruitment(pair{2023, 1000, 250, 900, 200}, pair{2024, 1000, 300, 900, 120}))
	p.year("a significant fall", "2", recruitment(pair{2023, 1000, 300, 900, 120}, pair{2024, 1000, 250, 900, 210}))
	p.year("no significant difference", "2", recruitment(pair{2024, 100, 30, 100, 24}))
	p.year("no significant difference, as the year before", "4", happened("training", pair{2023, 1000, 250, 400, 90}, pair{2024, 1000, 260, 400, 96}))
	p.year("too few to judge", "3", happened("disciplinary", pair{2024, 110, 2, 40, 2}))
	p.year("too few to judge, as the year before", "3", happened("disciplinary", pair{2023, 110, 2, 40, 1}, pair{2024, 110, 2, 40, 2}))
	p.year("too few the year before, and enough now", "3", happened("disciplinary", pair{2023, 900, 4, 300, 2}, pair{2024, 900, 12, 300, 18}))
	p.year("nobody of a group", "3", happened("disciplinary", pair{2024, 110, 1, 14, 0}))
	p.year("nobody of a group, and a significant difference", "2", recruitment(pair{2024, 427, 144, 371, 0}))
	p.year("nobody of either group", "3", happened("disciplinary", pair{2024, 110, 0, 14, 0}))
	p.year("everybody of both groups", "4", happened("training", pair{2024, 110, 110, 14, 14}))
	p.year("a group without people", "2", recruitment(pair{2024, 0, 0, 40, 10}))
	p.year("a group that no row counts", "2", organisation(func(o *model.Organisation) {
		o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: tally(100, -1, -1), Appointed: tally(10, -1, -1)}}
	}))
	p.year("incomplete", "2", organisation(func(o *model.Organisation) {
		o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371, 9), Appointed: tally(144, 51, 2)}}
		refused := o.Ensure(2024).Refuse("2", "recruitment")
		refused.Rows, refused.Cells = 1, 2
	}))
	w := words.For(model.DefaultSettings())
	at := func(id string, o *model.Organisation) (*indicator.Indicator, *indicator.Figure) {
		s := indicator.Compute(o).Indicator(id)
		return s.Indicator, s.Figure(2024)
	}
	for _, c := range []struct {
		what, id string
		o        *model.Organisation
	}{
		{"parity of appointments", "2", recruitment(pair{2024, 427, 144, 371, 51})},
		{"parity by one", "2", recruitment(pair{2024, 4000, 1100, 4000, 1000})},
		{"parity of training", "4", happened("training", pair{2024, 1000, 400, 500, 120})},
	} {
		ind, f := at(c.id, c.o)
		p.say(c.what, w.ParitySentence(ind, f))
	}
	for _, c := range []struct {
		what string
		of   pair
	}{
		{"outside the four-fifths range", pair{2024, 427, 144, 371, 51}},
		{"outside it, the interval not", pair{2024, 200, 60, 200, 44}},
		{"within it", pair{2024, 4000, 1100, 4000, 1050}},
		{"within it, the interval not", pair{2024, 100, 30, 100, 28}},
	} {
		_, f := at("2", recruitment(c.of))
		p.say(c.what, words.FourFifthsSentence(f))
	}
	ind, f := at("2", organisation(func(o *model.Organisation) {
		o.Ensure(2024).Recruitment = []model.Recruitment{
			{Band: model.Band2, Campaign: "International nurses", Internal: model.No, Shortlisted: tally(100, 300, 0), Appointed: tally(60, 120, 0)},
			{Band: model.Band5, Internal: model.Yes, Shortlisted: tally(300, 90, 0), Appointed: tally(50, 18, 0)},
		}
	}))
	p.say("within pay bands", w.AdjustedSentence(f))
	for i := range f.Parts {
		p.say("a part of the recruitment", words.Part(w, ind, &f.Parts[i]))
	}
}

func saysSurveys(p *page) {
	p.heading("The staff survey: indicators 5 to 8")
	for _, id := range []string{"5", "6", "7", "8"} {
		p.year("a significant gap, indicator "+id, id, surveyed(id, 0.226, 0.318, 900))
	}
	p.year("a significant gap, lower", "7", surveyed("7", 0.624, 0.488, 400))
	p.year("no significant gap", "5", surveyed("5", 0.22, 0.24, 300))
	p.year("no gap", "5", surveyed("5", 0.22, 0.22, 300))
	p.year("too few to judge", "8", surveyed("8", 0.02, 0.06, 50))
	p.year("nobody gave the answer", "8", surveyed("8", 0, 0, 50))
	p.year("all gave the answer", "7", surveyed("7", 1, 1, 50))
	years := func(then, now [2]float64, n int) *model.Organisation {
		return organisation(func(o *model.Organisation) {
			ask(o, 2023, "6", then[0], then[1], n)
			ask(o, 2024, "6", now[0], now[1], n)
		})
	}
	p.year("a gap in both years, no significant change", "6", years([2]float64{0.20, 0.26}, [2]float64{0.20, 0.27}, 900))
	p.year("a significant narrowing", "6", years([2]float64{0.20, 0.40}, [2]float64{0.22, 0.28}, 900))
	p.year("a significant widening", "6", years([2]float64{0.20, 0.24}, [2]float64{0.18, 0.36}, 900))
	p.year("a gap on the other side the year before", "6", years([2]float64{0.30, 0.22}, [2]float64{0.22, 0.29}, 900))
	p.year("no gap the year before", "6", years([2]float64{0.25, 0.25}, [2]float64{0.22, 0.29}, 900))
	p.year("no respondents given, and no workforce", "5", surveyed("5", 0.22, 0.28, 0))
	staff := func(white, bme float64) *model.Organisation {
		return organisation(func(o *model.Organisation) {
			o.Ensure(2024).Workforce[model.Post{}] = tally(1443, 380, 40)
			ask(o, 2024, "6", white, bme, 0)
		})
	}
	p.year("no respondents given, and a gap that some response would make significant", "6", staff(0.135, 0.086))
	p.year("no respondents given, and a gap that none would", "6", staff(0.135, 0.130))
	p.year("no respondents given, and too few whatever the response", "6", staff(0.001, 0.002))
	p.year("one group alone", "5", surveyed("5", 0.22, -1, 300))
	p.year("the question changed", "7", organisation(func(o *model.Organisation) {
		ask(o, 2024, "7", 0.6, 0.5, 400)
		ask(o, 2026, "7", 0.6, 0.5, 400)
	}))
}

func saysBands(p *page) {
	p.heading("Staff by pay band: indicator 1")
	p.year("the share falls as bands rise", "1", workforce(nil))
	rising := map[model.Band][3]int{model.Band2: {97, 3, 0}, model.Band5: {90, 10, 0}, model.Band7: {80, 20, 0}, model.Band8c: {60, 40, 0}}
	flat := map[model.Band][3]int{model.Band2: {80, 20, 0}, model.Band5: {82, 18, 0}, model.Band7: {80, 20, 0}, model.Band8c: {81, 19, 0}}
	p.year("it rises, in a workforce without staff categories", "1", staffed(model.AnyCategory, rising))
	p.year("neither", "1", staffed(model.Clinical, flat))
	p.year("the unknown decide", "1", staffed(model.NonClinical, map[model.Band][3]int{model.Band2: {850, 220, 10}, model.Band5: {860, 225, 5}, model.Band7: {860, 220, 7}, model.Band8a: {850, 215, 4}, model.Band8c: {68, 7, 25}}))
	p.year("too few to judge any band", "1", staffed(model.Clinical, map[model.Band][3]int{model.Band5: {6, 2, 0}, model.Band6: {5, 3, 0}, model.Band7: {7, 1, 0}}))
	p.year("medical grades", "1", staffed(model.MedicalAndDental, map[model.Band][3]int{model.Consultant: {300, 200, 0}, model.NonConsultantCareerGrade: {40, 80, 0}, model.TraineeGrade: {150, 250, 0}}))
	p.year("no bands", "1", staffed(model.AnyCategory, map[model.Band][3]int{model.AnyBand: {1400, 380, 40}}))
	p.year("one of unknown ethnicity", "1", staffed(model.AnyCategory, map[model.Band][3]int{model.AnyBand: {1400, 380, 1}}))
	p.year("one category with bands that stand out, one without", "1", workforce(func(o *model.Organisation) {
		for b := range flat {
			o.Ensure(2024).Workforce[post(model.NonClinical, b)] = tally(80, 20, 2)
		}
		delete(o.Ensure(2024).Workforce, post(model.NonClinical, model.Band3))
		delete(o.Ensure(2024).Workforce, post(model.NonClinical, model.Band6))
		delete(o.Ensure(2024).Workforce, post(model.NonClinical, model.Band8a))
	}))
	illustrative := workforce(func(o *model.Organisation) { o.Ensure(2024).WorkforceNote = "illustrative" })
	p.say("illustrative bands, as a finding", ofIndicator("1", illustrative)...)
	p.year("staff without a category beside others", "1", workforce(func(o *model.Organisation) {
		for b, n := range rising {
			o.Ensure(2024).Workforce[post(model.AnyCategory, b)] = tally(n[0], n[1], n[2])
		}
	}))
	p.year("not stated and not recorded told apart", "1", organisation(func(o *model.Organisation) {
		t := tally(1400, 380, -1)
		t.Add(model.NotStated, 12)
		t.Add(model.Missing, 28)
		o.Ensure(2024).Workforce[model.Post{}] = t
	}))
	p.year("no row of a group", "1", staffed(model.AnyCategory, map[model.Band][3]int{model.AnyBand: {1400, -1, 40}}))
	p.year("incomplete, within bounds", "1", organisation(func(o *model.Organisation) {
		o.Ensure(2024).Workforce[model.Post{}] = tally(1400, 380, 40)
		refused := o.Ensure(2024).Refuse("1", "workforce")
		refused.Cells = 1
		refused.Groups[model.BME] = true
		refused.Gaps = []model.Gap{{Group: model.BME, Bounds: model.Bounds{Least: 1, Most: 4}}}
	}))
	step := func(then, now [3]int) *model.Organisation {
		return organisation(func(o *model.Organisation) {
			o.Ensure(2023).Workforce[model.Post{}] = tally(then[0], then[1], then[2])
			o.Ensure(2024).Workforce[model.Post{}] = tally(now[0], now[1], now[2])
		})
	}
	p.year("up, no evidence of a trend", "1", step([3]int{114, 13, 0}, [3]int{116, 14, 0}))
	p.year("down, evidence of a trend", "1", step([3]int{700, 300, 0}, [3]int{760, 240, 0}))
	p.year("as high as before", "1", step([3]int{700, 300, 0}, [3]int{700, 300, 0}))
	p.year("up, which depends on the unknown", "1", step([3]int{700, 200, 100}, [3]int{760, 240, 0}))
	p.year("up, too few to judge", "1", step([3]int{20, 1, 0}, [3]int{20, 2, 0}))
}

func saysBoards(p *page) {
	p.heading("The board: indicator 9")
	p.year("below the workforce", "9", boarded(map[model.Year][3]int{2024: {10, 1, 204}}))
	p.year("above it", "9", boarded(map[model.Year][3]int{2024: {7, 3, 150}}))
	p.year("the same share", "9", boarded(map[model.Year][3]int{2024: {8, 2, 200}}))
	p.year("significantly below", "9", boarded(map[model.Year][3]int{2024: {20, 0, 350}}))
	p.year("nobody of the group on a small board", "9", boarded(map[model.Year][3]int{2024: {8, 0, 204}}))
	p.year("all of the group", "9", boarded(map[model.Year][3]int{2024: {0, 4, 204}}))
	p.year("nobody of the group among staff either", "9", boarded(map[model.Year][3]int{2024: {8, 0, 0}}))
	p.year("another membership than the year before", "9", boarded(map[model.Year][3]int{2023: {14, 1, 192}, 2024: {10, 1, 204}}))
	p.year("the same membership as the year before", "9", boarded(map[model.Year][3]int{2023: {10, 1, 192}, 2024: {10, 1, 204}}))
	p.year("nothing changed since the year before", "9", boarded(map[model.Year][3]int{2023: {10, 1, 204}, 2024: {10, 1, 204}}))
	p.year("no workforce to compare with", "9", organisation(func(o *model.Organisation) { o.Ensure(2024).Board[model.Seat{}] = tally(10, 1, 0) }))
	p.year("a group that no row counts", "9", organisation(func(o *model.Organisation) { o.Ensure(2024).Board[model.Seat{}] = tally(10, -1, -1) }))
	p.year("no members", "9", organisation(func(o *model.Organisation) { o.Ensure(2024).Board[model.Seat{}] = tally(0, 0, 0) }))
}

// whole is an organisation with figures of most indicators.
func whole() *model.Organisation {
	return workforce(func(o *model.Organisation) {
		for _, y := range []model.Year{2023, 2024} {
			o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371, 22), Appointed: tally(144, 51, 3)}}
			ask(o, y, "5", 0.22, 0.24, 300)
			ask(o, y, "6", 0.20, 0.36, 400)
			o.Ensure(y).Board[model.Seat{}] = tally(10, 1, 0)
		}
		o.Ensure(2024).Statuses = map[string]model.Status{
			"3": {State: model.Withheld, Reason: "Fewer than five formal processes began in the year"},
			"4": {State: model.NotCollected, Reason: "no central record is kept"},
			"7": {State: model.NotSupplied}, "8": {State: model.NotApplicable, Reason: "The organisation takes no part in the survey."},
		}
	})
}

func saysPages(p *page) {
	o := whole()
	r, w := indicator.Compute(o), words.For(o.Settings)
	p.heading("A year as a whole")
	for _, kind := range findings.Kinds() {
		p.say("heading of findings", kind.Heading(), "in a document: Key findings, 2024: "+kind.Document())
	}
	p.say("how many comparisons", words.Looks(w, r, 2024))
	p.say("a finding that stays significant", findings.Sentences(findings.Of(r, 2024, nil))[1])
	for _, id := range []string{"3", "4", "7", "8"} {
		s := r.Indicator(id)
		p.say("no figures", w.Sentence(s.Indicator, s.Figure(2024)))
	}
	two := organisation(func(o *model.Organisation) {
		o.Settings.Indicator3Years = 2
		o.Ensure(2024).Events["disciplinary"] = &model.Events{Count: tally(3, 1, 0), Headcount: tally(100, 50, 0)}
	})
	p.year("a mean of two years that lacks one", "3", two)
	f := r.Indicator("1").Figure(2024)
	p.say("ethnicity recorded", words.Known(w, f), w.Declared(f))
	p.say("disparity ratios", words.Disparities(w, f)...)
	p.say("a disparity ratio with its counts", words.Disparity(w, f.Disparity[0]))
	d := f.Disparity[0]
	d.Value, d.Counts[1][1] = nil, 0
	p.say("a disparity ratio that cannot be calculated", words.Disparity(w, d))
	d.Refused = true
	p.say("a disparity ratio of which a row was refused", words.Disparity(w, d))
	p.say("small counts", inview.Internal(r, 2024, false))
	p.say("data quality", words.Quality(0, 1), words.Quality(2, 3))
	p.say("what short words mean", strings.Join(w.Meanings("clear, 95% CI, HBA"), " · "), words.Legend(w))
	for _, ind := range indicator.Catalogue() {
		p.say("indicator "+ind.ID, ind.Title, ind.Short+" · "+ind.Tab+" · "+w.Name(ind)+" · "+w.Taken(ind)+" · "+w.Unit(ind), w.When(ind, 2024))
		s := r.Indicator(ind.ID)
		if c, ok := s.Step(2024); ok {
			p.say("its change", w.Change(s, c))
		}
		p.say("where an action on it begins", w.Baseline(ind, s.Figure(2024)))
	}
	p.say("a benchmark", benchmarks.Said(w, model.Benchmark{Year: 2024, Indicator: "2", Measure: model.Ratio, Value: 1.59, Scope: "England, NHS trusts only", Source: "WRES 2023 data analysis report", What: "relative likelihood"}))
	p.say("a benchmark of a gap", benchmarks.Said(w, model.Benchmark{Year: 2024, Indicator: "9", Measure: model.Difference, Value: 0.012, Scope: "North West"}))
	o.Published = []model.Printed{{Year: 2024, Indicator: "2", Figure: "likelihood", Group: "white", Printed: "37.5%", Source: "the report of 2024, page 9"}, {Year: 2024, Indicator: "9", Figure: "difference", Printed: "4.0%"}}
	for _, m := range printed.Mismatches(o, r) {
		p.say("a printed figure that differs", misprints.Sentence(w, m))
	}
}

func saysWarnings(p *page) {
	p.heading("Cautions")
	w := words.For(model.DefaultSettings())
	for kind := range indicator.WarningKindCount {
		id, what := "2", "recruitment"
		switch {
		case kind >= indicator.WorkforceShareUnsaid:
			id, what = "9", "executive"
		case kind >= indicator.CannotPool:
			id, what = "7", "the 2025 survey asks the question in new words"
		case kind >= indicator.MeanOfTwoYears && kind < indicator.CampaignsUnshown:
			id = "3"
		case kind >= indicator.NoUnknownRow && kind <= indicator.SharesUnknown || kind == indicator.ShareBetween:
			id = "1"
		}
		if kind == indicator.CannotPool {
			what = "Indian"
		}
		f := &indicator.Figure{Warnings: []indicator.Warning{{
			Kind: kind, Group: model.BME, State: model.Withheld, Year: 2024, N: 3, Of: 10, Ratio: 1.2, Beside: 1.9,
			Bounds: &stats.Bounds{Lower: 0.94, Upper: 1.05}, What: what,
		}}}
		said := w.Warnings(indicator.Lookup(id), f)
		switch kind {
		case indicator.FewEvents, indicator.FewAnswers, indicator.ShareBetween, indicator.BoardBetween:
			p.say(fmt.Sprintf("caution %d", kind), said...)
			continue
		}
		f.Warnings[0].N, f.Warnings[0].Bounds.NoUpper = 1, true
		if one := w.Warnings(indicator.Lookup(id), f); one[0] != said[0] {
			said = append(said, one...)
		}
		p.say(fmt.Sprintf("caution %d", kind), said...)
	}
}

func saysTraces(p *page) {
	p.heading("Where a figure comes from, by the key i")
	o := whole()
	o.Ensure(2024).Recruitment[0].Shortlisted = tally(427, 400, 40) // of unknown ethnicity enough to decide
	r, w := indicator.Compute(o), words.For(o.Settings)
	said := map[string]bool{} // a method is explained once
	for _, id := range []string{"1", "2", "5", "9"} {
		s := r.Indicator(id)
		for _, step := range words.Trace(w, s, s.Figure(2024)) {
			var lines []string
			for _, line := range step.Lines {
				if !said[line] {
					said[line] = true
					lines = append(lines, line)
				}
			}
			if len(lines) > 0 {
				p.say(id+" "+step.Label, lines...)
			}
		}
	}
}

// ofIndicator says the findings on one indicator.
func ofIndicator(id string, o *model.Organisation) []string {
	return slices.DeleteFunc(findings.Sentences(findings.Of(indicator.Compute(o), 2024, nil)), func(said string) bool {
		return !strings.HasPrefix(said, "Indicator "+id+":")
	})
}
