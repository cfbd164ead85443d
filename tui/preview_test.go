package tui_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/tui"
	"wres/tui/theme"
)

// besideDouble stands for what a report has beside its figures and the plan.
type besideDouble struct {
	report  yearly.Report
	remarks []string
	err     error
	reads   []model.Year
}

func (b *besideDouble) read(now plan.Plan, of, latest model.Year) (yearly.Report, []string, error) {
	b.reads = append(b.reads, of)
	b.report.Actions = now.Actions()
	return b.report, b.remarks, b.err
}

// all gives the whole text of what is open, page by page, in one line.
func (d *driver) all() string {
	d.Helper()
	d.keys("home")
	text := ""
	for before := ""; before != d.frame(); d.keys("pgdown") {
		before = d.frame()
		text += before + "\n"
	}
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "▸", " ").Replace(text)), " ")
}

// TestReportFitsEveryWindow goes through the report in both views, in windows of every size.
func TestReportFitsEveryWindow(t *testing.T) {
	for what, l := range map[string]*tui.Loaded{"the example": example(t), "all kinds": kindsLoaded(t)} {
		for _, charset := range []theme.Charset{theme.ASCII, theme.Full} {
			for _, size := range [][2]int{{40, 12}, {80, 24}, {100, 30}, {200, 60}} {
				d := open(t, l, charset, size[0], size[1])
				for _, view := range []string{"full figures", "publication view"} {
					d.keys("R")
					for before := ""; before != d.frame(); d.keys("pgdown") {
						before = d.frame()
						d.fits(size[0], size[1])
						if charset == theme.ASCII {
							onlyASCII(t, before)
						}
					}
					d.hides("pgdn more")
					d.keys("c")
					d.fits(size[0], size[1])
					d.shows("Contents of Report")
					d.keys("esc", "/")
					d.write("indicator 2 and more than a narrow window holds")
					d.fits(size[0], size[1])
					d.keys("esc", "home")
					if size[0] >= 80 {
						d.shows("Report 2024, "+view, "wres report")
					}
					d.keys("esc", "P")
					if t.Failed() {
						t.Fatalf("%s at %v in %s, %s", what, size, charset, view)
					}
				}
			}
		}
	}
}

// Each view says which it is and how it is written; P and the years work from within, and
// at no time does a full figure stand in the publication view.
func TestReportIsOfTheViewAndYearOnScreen(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("R")
	d.shows("Report 2024, full figures", "not for publication. P shows what may be published", "wres report --full -o wres-report-2024-full.docx", "--all -o FOLDER")
	if text := d.all(); !inFull.MatchString(text) {
		t.Error("the full report hides figures")
	}
	d.keys("P", "home")
	d.shows("Report 2024, publication view", "wres report -o wres-report-2024.docx")
	if text := d.all(); inFull.MatchString(text) || !strings.Contains(text, "[c]") || strings.Contains(text, "Full figures") {
		t.Error("the report as it may be published shows what is hidden")
	}
	d.keys("[", "home")
	d.shows("Report 2023, publication view", "wres report --year 2023 -o wres-report-2023.docx", "year 2023")
	d.keys("esc")
	d.shows("▐0 ")

	_, slow := d.m.Update(keyPress("R"))
	d.shows("Putting the report together…")
	d.keys("]") // another year is asked for meanwhile
	d.run(slow)
	d.shows("Report 2024")
	d.hides("wres-report-2023")
}

// What the organisation wrote is read by a command, each time that the report is opened, and
// never by Update or View. What was left out of it is said.
func TestReportReadsWhatTheOrganisationWrote(t *testing.T) {
	d := open(t, example(t), theme.Full, 200, 40)
	d.report.report.Own = map[string][]report.Block{"conclusion": {report.Paragraph{{Text: "We\x1b[2J will "}, {Text: "act", Strong: true}, {Text: "; see ", Link: ""}, {Text: "our page", Link: "https://example.org/a"}, {Text: "."}}}}
	d.report.report.Before = &yearly.Before{Year: 2023, Actions: []plan.Action{{ID: "A-0009", Text: "An action of the year before"}}}
	d.report.remarks = []string{"report/conclusion.md:3: HTML\x1b]0;x is left out"}
	_, cmd := d.m.Update(keyPress("R"))
	d.frame()
	if len(d.report.reads) > 0 {
		t.Fatal("it is read outside a command")
	}
	d.run(cmd)
	d.shows("! 1 remark stands at its end.")
	text := d.all()
	for _, want := range []string{"Not in the report: 1 remark", "! report/conclusion.md:3: HTML<U+001B>]0;x is left out", "We<U+001B>[2J will act; see our page (https://example.org/a).", "An action of the year before", "Promote self-reporting"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	d.keys("home", "/")
	d.write("is left out")
	d.shows("not in the report")
	d.keys("esc")
	d.keys("esc", "R")
	if len(d.report.reads) != 2 || d.report.reads[0] != 2024 {
		t.Errorf("it was read for %v", d.report.reads)
	}
	d.report.err = errors.New("action-plan-2023.csv: permission\x1b denied")
	d.keys("esc", "R")
	d.shows("The report cannot be put together: action-plan-2023.csv: permission<U+001B> denied")
	d.keys("c", "/", "n", "right", "left", "esc")
	d.shows("▐0 ")
}

// From part to part, through the contents, and by words.
func TestReportIsSearched(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("R", "right", "right")
	d.shows("At a glance · ")
	d.keys("right", "down", "left")
	d.shows("Introduction · ")
	d.keys("left")
	d.shows("At a glance · ")
	d.keys("c")
	d.shows("Contents of Report 2024", "▸   At a glance", "enter go to the part")
	d.keys("down", "down", "enter")
	d.shows("Definitions of ethnicity · ")
	d.keys("c", "end", "esc")
	d.shows("Definitions of ethnicity · ")
	d.keys("enter", "end", "enter")
	d.shows("Signs and short words")

	d.keys("home", "/")
	d.write("times AS likely q")
	d.shows("Find: times AS likely q", "not in the report")
	d.keys("backspace", "backspace")
	d.shows("2.45 times as likely")
	d.keys("enter")
	marked := regexp.MustCompile(`(?m)^▸.*2\.45 times`)
	if !marked.MatchString(d.frame()) {
		t.Errorf("the line is not marked:\n%s", d.frame())
	}
	first := d.frame()
	d.keys("n")
	if d.frame() == first {
		t.Errorf("n goes nowhere:\n%s", first)
	}
	for range 20 {
		d.keys("n")
	}
	d.keys("esc")
	d.hides("Find:")
	d.shows("Report 2024")
	d.keys("n")
	d.shows("/ first")
	at := d.frame()
	d.keys("/")
	d.write("contact")
	d.keys("esc")
	if at := strings.Replace(at, "/ first: type what is to be found", "", 1); firstLines(at) != firstLines(d.frame()) {
		t.Errorf("Esc does not lead back to\n%s\nbut to\n%s", at, d.frame())
	}
	d.keys("?")
	d.shows("All keys", "Next part")
	d.keys("esc", "R")
	d.shows("▐0 ")
}

// firstLines gives a frame without its last line.
func firstLines(frame string) string { return frame[:strings.LastIndex(frame, "\n")] }

// A window of another size shows the same part.
func TestReportKeepsItsPlace(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("R", "c", "down", "down", "down", "enter")
	d.shows("Definitions of ethnicity · ")
	for _, size := range [][2]int{{200, 60}, {100, 24}, {80, 24}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		d.shows("Definitions of ethnicity · ")
	}
	d.keys("P")
	d.shows("Definitions of ethnicity · ")
}

// R works on every panel; where there is nothing to report it says so.
func TestReportOpensWhereItCan(t *testing.T) {
	l := example(t)
	for _, k := range tui.PanelKeys() {
		d := open(t, l, theme.Full, 100, 30)
		d.open(k)
		was := d.frame()
		d.keys("R")
		d.shows("Report 2024")
		d.keys("q")
		if d.quit || d.frame() != was {
			t.Errorf("from %s: not back", k)
		}
	}
	d := start(t, theme.Full, 80, 24)
	d.keys("R")
	d.shows("the figures are still being read")
	d = open(t, organisation(func(*model.Organisation) {}), theme.Full, 80, 24)
	d.keys("R")
	d.shows("there are no figures to report: f says why")
	d = open(t, organisation(func(o *model.Organisation) {
		o.Ensure(2024).Statuses["2"] = model.Status{State: model.Withheld, Reason: "few"}
	}), theme.Full, 80, 24)
	d.keys("R")
	d.shows("No indicator has figures in 2024: there is nothing to report.")
}

// Labels that would drive the terminal are shown by their numbers.
func TestReportOfHostileTexts(t *testing.T) {
	l := organisation(func(o *model.Organisation) {
		o.Settings.Labels[model.BME], o.Settings.Labels[model.White] = "B\x1b]52;c;x\x07ME\u202e", "Wh\x1b[2Jite"
		var tally model.Tally
		tally.Add(model.WhiteGroup, 40)
		tally.Add(model.BMEGroup, 20)
		o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: tally, Appointed: tally}}
	})
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Text: "Act\x1b[31m\u202e now", Indicators: "2"}})
	for _, size := range sizes {
		d := open(t, l, theme.Full, size[0], size[1])
		d.keys("R")
		for before := ""; before != d.frame(); d.keys("pgdown") {
			before = d.frame()
			d.fits(size[0], size[1])
			for _, r := range before {
				if r != '\n' && unicode.IsControl(r) || r == '\u202e' {
					t.Fatalf("at %v the screen holds %q:\n%q", size, r, before)
				}
			}
		}
	}
}
