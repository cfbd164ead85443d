package pictures

import (
	"bytes"
	"encoding/xml"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/picture"
	"wres/tui/theme"
)

func example(t *testing.T) Source {
	t.Helper()
	o, report := exampletest.Open(t)
	actions := plan.New(nil, []plan.Action{{ID: "A-0001", Number: "1", Text: "Ask every applicant", Indicators: "2", Deadline: "31 January 2025"}})
	return Source{
		Loaded:  &tui.Loaded{Results: indicator.Compute(o), Report: report, Disk: keep.Disk{Plan: actions}},
		Path:    "action-plan.csv",
		Charset: theme.Full,
		Now:     func() time.Time { return time.Date(2025, time.April, 14, 9, 0, 0, 0, time.UTC) },
		Full:    true,
	}
}

// TestPicture compares the words of a picture with those of the app's own frame, and
// what it is coloured with.
func TestPicture(t *testing.T) {
	s := example(t)
	drawn := func(r rune) bool { return r >= 0x2500 && r <= 0x259F }
	for _, c := range []struct {
		size Size
		keys string
	}{{Size{80, 24}, ""}, {Size{120, 40}, "1"}, {Size{100, 30}, "p enter"}, {Size{80, 24}, "p a h i"}, {Size{80, 24}, "f"}} {
		for background, look := range map[string]picture.Look{Dark: picture.Dark(), Light: picture.Light()} {
			keys := strings.Fields(c.keys)
			frame, err := picture.Still(tui.New(s.deps()), picture.Stage{Columns: c.size.Columns, Lines: c.size.Lines, Paper: look.Paper}, keys)
			if err != nil {
				t.Fatal(err)
			}
			svg, err := s.Picture(c.size, background, keys)
			if err != nil {
				t.Fatal(err)
			}
			look.Title = "wres in a terminal of " + c.size.String() + " characters"
			if want := picture.SVG(frame, look); !bytes.Equal(svg, want) {
				t.Errorf("%v, %q, %s: not the picture of the app's frame", c.size, c.keys, background)
			}
			var doc struct {
				Groups []struct {
					Texts []string `xml:"text"`
				} `xml:"g"`
			}
			if err := xml.Unmarshal(svg, &doc); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(doc.Groups[len(doc.Groups)-1].Texts, "")
			want := strings.Map(func(r rune) rune {
				if drawn(r) || r == '\n' || r == ' ' {
					return -1
				}
				return r
			}, ansi.Strip(frame))
			if got := strings.ReplaceAll(text, " ", ""); got != want || !strings.Contains(got, "CSU") {
				t.Errorf("%v, %q: the picture says\n%s\nthe frame\n%s", c.size, c.keys, got, want)
			}
		}
	}
}

// TestPictureToPublish begins in the publication view, on the screen that the app begins
// with, and does not leave it; nor does one of a folder of which nothing can be used, where
// the files stand over the panels.
func TestPictureToPublish(t *testing.T) {
	s := example(t)
	s.Full = false
	said := func(s Source, keys ...string) string {
		svg, err := s.Picture(Size{120, 40}, Dark, keys)
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Groups []struct {
				Texts []string `xml:"text"`
			} `xml:"g"`
		}
		if err := xml.Unmarshal(svg, &doc); err != nil {
			t.Fatal(err)
		}
		return strings.Join(doc.Groups[len(doc.Groups)-1].Texts, " ")
	}
	if text := said(s); !strings.Contains(text, "publication view") || !strings.Contains(text, "Overview") || strings.Contains(text, "hidden, 2024") {
		t.Errorf("without keys: %s", text)
	}
	if text := said(s, "9"); !strings.Contains(text, "publication view") || !strings.Contains(text, "[c] of 11") || strings.Contains(text, "1 of 11") {
		t.Errorf("of the board: %s", text)
	}
	if text := said(s, "f"); !strings.Contains(text, "the files quote counts") {
		t.Errorf("of the files: %s", text)
	}
	if text := said(s, "9", "P"); !strings.Contains(text, "only the publication view is shown here") || !strings.Contains(text, "[c] of 11") || strings.Contains(text, "1 of 11") {
		t.Errorf("with P: %s", text)
	}
	s.Loaded.Results = indicator.Compute(&model.Organisation{Name: "None", Settings: model.DefaultSettings()})
	s.Loaded.Report = source.Report{Files: []source.File{{Name: "x.csv", Outcome: source.NotUsed, Reason: "3 people"}}}
	s.Loaded.Nothing = errors.New("nothing")
	if text := said(s); !strings.Contains(text, "publication view") || strings.Contains(text, "3 people") {
		t.Errorf("of nothing: %s", text)
	}
}

// TestAllReplaces writes every picture twice: the second time over another file.
func TestAllReplaces(t *testing.T) {
	s, dir := example(t), filepath.Join(t.TempDir(), "docs", "pictures")
	first, err := s.All(dir)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "plan-120x40-light.svg")
	if err := os.WriteFile(name, []byte("another"), 0o600); err != nil {
		t.Fatal(err)
	}
	second, err := s.All(dir)
	files, _ := os.ReadDir(dir)
	if err != nil || first != second || len(files) != first {
		t.Errorf("%d pictures and then %d, %d files, %v", first, second, len(files), err)
	}
	want, err := s.Picture(Size{120, 40}, Light, []string{"p"})
	if got, _ := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
		t.Error("the plan's picture is not that of the plan")
	}
	if _, err := s.All(name); err == nil || !strings.HasPrefix(err.Error(), "make the folder of the pictures: ") {
		t.Errorf("into a file: %v", err)
	}
}

// TestSize takes what a terminal may have, and prints it as it reads it.
func TestSize(t *testing.T) {
	for text, want := range map[string]string{"80x24": "80x24", "120X40": "120x40", "1x500": "1x500", "": "", "80": "", "x24": "", "80x": "", "0x24": "", "80x501": "", "80x24x": "", "-1x24": ""} {
		var s Size
		err := s.Set(text)
		if (err == nil) != (want != "") || err == nil && s.String() != want || err != nil && s != (Size{}) {
			t.Errorf("%q: %v, %v", text, s, err)
		}
	}
}
