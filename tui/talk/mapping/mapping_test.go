package mapping

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model/meanings"
	"wres/model/source"
	"wres/tui/talk/speech"
)

// held asks about the file of a report with answers.
func held(save func(source.Mapping) error, word string, answers ...string) (said string, saved bool) {
	var out bytes.Buffer
	clean := func(s string) string { return strings.ReplaceAll(s, "\x1b", "<U+001B>") }
	s := speech.New(strings.NewReader(strings.Join(answers, "\n")+"\n"), &out, clean)
	report := source.Report{
		Files: []source.File{{Name: "a.csv", Kind: "workforce", Written: "a.csv"}},
		Unmapped: []source.Unmapped{
			{File: "a.csv", Field: "ethnicity", Label: "Wht Brit", Written: "Wht Brit", Count: 1},
			{File: "a.csv", Field: "ethnicity", Label: "(not shown)", Count: 2},
		},
	}
	t := Talk{Speech: &s, Save: save, Files: meanings.Reading{Report: report, Clean: clean, Choices: source.Choices{
		Tables: map[string]string{"ethnicity": "ethnicity"},
		Labels: map[string][]source.Choice{"ethnicity": {{Name: "Chinese"}, {Name: "White British"}, {Name: "African"}}},
	}}}
	for _, p := range t.Of(&t.Files.Report.Files[0]) {
		if p.Word == word {
			saved = p.Does()
		}
	}
	return out.String(), saved
}

// The nearest meaning is the first, no answer is the usual one, and what was answered is saved
// as it was chosen; what cannot be mapped says why.
func TestALabelIsMapped(t *testing.T) {
	var got []source.Mapping
	save := func(m source.Mapping) error {
		got = append(got, m)
		return nil
	}
	for _, answers := range [][]string{{""}, {"3"}, {"1", ""}, {"1", "4"}, {"1", "back"}, {"1", "x", "99", ""}, {"2"}, {"1"}} {
		if said, saved := held(save, "labels", answers...); saved || len(got) > 0 {
			t.Errorf("%q: %+v is saved\n%s", answers, got, said)
		}
	}
	if said, _ := held(save, "labels", "2"); !strings.Contains(said, "It may be about a person") {
		t.Errorf("says %s", said)
	}
	said, saved := held(save, "labels", "1", "1")
	want := []source.Mapping{{Columns: map[string]string{}, Labels: map[string]map[string]string{"ethnicity": {"Wht Brit": "White British"}}}}
	if diff := cmp.Diff(want, got); !saved || diff != "" || !strings.Contains(said, "1. White British: nearest, by ") || !strings.Contains(said, "1 change saved to wres-mapping.toml.") {
		t.Errorf("%s\n%s", diff, said)
	}
}

// What cannot be written is said, and counts for nothing.
func TestAMappingThatCannotBeSaved(t *testing.T) {
	for word, answers := range map[string][]string{"labels": {"1", "1"}, "suggested": {"1"}, "set": {"2024"}} {
		said, saved := held(func(source.Mapping) error { return errors.New("not saved: the disk \x1b[2J is full") }, word, answers...)
		if saved || !strings.Contains(said, "It is not kept, and nothing was changed: the disk <U+001B>[2J is full.") || strings.Contains(said, "saved to") {
			t.Errorf("%s: %v\n%s", word, saved, said)
		}
	}
}
