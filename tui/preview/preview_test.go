package preview

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model/report"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// Every block that a report has is known here, and none of it is wider than its line.
func TestEveryBlockIsSet(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		d := paneltest.Data(charset)
		d.Clean = strings.Clone
		made := Deps{}.assembled(d)
		made.blocks = append(made.blocks, report.Text{"a line"}, report.List{"a point"}, report.Points{{Depth: 3, Number: 12, Runs: report.Paragraph{{Text: "a point within others"}}}},
			report.Paragraph{{Text: "a "}, {Text: "very", Strong: true}, {Text: "-long https://example.org/" + strings.Repeat("word", 90)}})
		for width := 20; width < 130; width += 7 {
			s := &setter{data: d, width: width}
			if !s.setBlocks(made.blocks) {
				t.Fatal("a block is of a kind that is not set")
			}
			for _, line := range s.lines {
				if theme.Width(line) > width+1 {
					t.Errorf("in %d cells %d are taken: %q", width, theme.Width(line), ansi.Strip(line))
				}
			}
		}
	}
}

// Where there is no colour weights are all that there is.
func TestWithoutColour(t *testing.T) {
	d := paneltest.Data(theme.ASCII)
	d.Clean = strings.Clone
	d.Theme = theme.New("", true, theme.ASCII, colorprofile.ASCII)
	m := New(Deps{})
	m.SetSize(100, 4000)
	m.Open(d)
	m.Update(m.Make()())
	frame := m.View()
	if !strings.Contains(frame, "Key findings") || regexp.MustCompile(`\x1b\[[0-9;]*\b([349][0-7]|38|48)\b`).MatchString(frame) {
		t.Errorf("%.2000q", frame)
	}
}

// A line of runs holds the words of all, each in its look, and what stands together stays so.
func TestRuns(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Clean = strings.Clone
	s := &setter{data: d}
	for _, c := range []struct {
		runs  report.Paragraph
		width int
		want  string
	}{
		{report.Paragraph{{Text: "one two"}, {Text: "three", Strong: true}, {Text: ", four"}}, 40, "one twothree, four"},
		{report.Paragraph{{Text: "one two "}, {Text: "three", Strong: true}, {Text: ", four"}}, 8, "one two/three,/four"},
		{report.Paragraph{{Text: "12345678901"}}, 5, "12345/67890/1"},
		{report.Paragraph{{Text: "see "}, {Text: "us", Link: "https://a.org"}, {Text: " or "}, {Text: "x@a.org", Link: "mailto:x@a.org"}, {Text: " or "}, {Text: "there", Link: "#actions"}}, 60, "see us (https://a.org) or x@a.org or there"},
		{report.Paragraph{{Text: "   "}}, 9, ""},
	} {
		if got := ansi.Strip(strings.Join(s.runs(c.runs, c.width), "/")); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// What is typed to write the report is one command in a shell.
func TestCommand(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Clean = strings.Clone
	latest := d.Results.Latest().String()
	file := " --full -o wres-report-" + latest + "-full.docx"
	for want, words := range map[string][]string{
		"wres report":                             nil,
		"wres report 'my data'":                   {"wres", "report", "my data"},
		"wres report d/2024":                      {"wres", "report", "d/2024"},
		`wres report 'a "b'`:                      {"wres", "report", `a "b`},
		"wres report d --organisation 'A & B'":    {"wres", "report", "d", "--organisation", "A & B"},
		"wres report '/d/q $(id) `x`'":            {"wres", "report", "/d/q $(id) `x`"},
		`wres report 'the board'\''s "$HOME" !x'`: {"wres", "report", `the board's "$HOME" !x`},
		"wres report ''":                          {"wres", "report", ""},
	} {
		if got := (Deps{ReportCommand: words}).command(d); got != want+file {
			t.Errorf("%q, want %q", got, want+file)
		}
	}
	if got := (Deps{ReportCommand: []string{"wres", "report", `C:\my data`}, Windows: true}).command(d); got != `wres report "C:\my data"`+file {
		t.Error(got)
	}
}
