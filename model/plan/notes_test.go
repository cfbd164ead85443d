package plan

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestNotes(t *testing.T) {
	for progress, want := range map[string][]Note{
		"":                        nil,
		"\n\n":                    nil,
		"Begun.":                  {{Text: "Begun."}},
		"One.\n\n  Two.":          {{Text: "One.\n\n  Two."}},
		"2025-01-31: Met.":        {{day(2025, 1, 31), "Met."}},
		"2025-01-31:":             {{day(2025, 1, 31), ""}},
		"2025-02-31: No day.":     {{Text: "2025-02-31: No day."}},
		"31/01/2025: Other form.": {{Text: "31/01/2025: Other form."}},
		"2025-02-28: B\nand C\n2025-01-31: A\n\nBegun.": {{day(2025, 2, 28), "B\nand C"}, {day(2025, 1, 31), "A"}, {Text: "Begun."}},
		"2025-02-28: B\n  \n  2024-01-01: cited":        {{day(2025, 2, 28), "B\n\n2024-01-01: cited"}},
	} {
		if diff := cmp.Diff(want, Action{Progress: progress}.Notes()); diff != "" {
			t.Errorf("%q:\n%s", progress, diff)
		}
	}
}

// A note is read back as it was written, and the notes before it stay as they were.
func TestNotedRoundTrip(t *testing.T) {
	lines := []string{"", " ", "  ", "    ", "Begun.", "2025-01-31: dated", "  2025-01-31: indented", "2025-01-31:", "é: ü", "a\r\nb"}
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(lines), 0, 5).Draw(t, "lines"), "\n")
	})
	rapid.Check(t, func(t *rapid.T) {
		a := Action{Progress: cleanText(text.Draw(t, "before"))}
		for range rapid.IntRange(1, 3).Draw(t, "notes") {
			note, now := text.Draw(t, "note"), day(2025, 1, 1).AddDate(0, 0, rapid.IntRange(0, 900).Draw(t, "day"))
			before := a
			a = a.Noted(note, now.Add(23*time.Hour))
			if strings.TrimSpace(note) == "" {
				if a.Progress != before.Progress {
					t.Fatalf("a blank note made %q", a.Progress)
				}
				continue
			}
			if !strings.HasSuffix(a.Progress, before.Progress) {
				t.Fatalf("%q is gone from %q", before.Progress, a.Progress)
			}
			want := append([]Note{{now, strings.Trim(cleanText(note), "\n")}}, before.Notes()...)
			if diff := cmp.Diff(want, a.Notes()); diff != "" {
				t.Fatalf("%q\n%s", a.Progress, diff)
			}
		}
	})
}
