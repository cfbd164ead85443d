package prose

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
)

// Whatever a sentence holds, it is read without a panic, each of its numbers is accounted for
// once, and what is quoted stands in it.
func FuzzFind(f *testing.F) {
	for _, of := range rights(f) {
		f.Add(of[0], of[1])
	}
	for _, text := range []string{"", "%", "1", "1 of", "of 1 of 1 of", "from 1 to", "band", "bands 8a to and above", "by by by 1.5% 1.5%", "respectively", "1.1 and 2.2 respectively", "more likely than", "20232024 2023/99 99,999,999,999 1.23456789%", "– – –", "\x00\xff 5%", "in contrast to previous", "£5 37,5 +1.5 -3%"} {
		f.Add("2", text)
	}
	make := invented(f)
	f.Fuzz(func(t *testing.T, indicator, text string) {
		d := make(indicator, text)
		got := Find(d, nil)
		for _, found := range got.Findings {
			if !strings.Contains(text, found.Printed) || found.Says == "" || found.Kind == "" {
				t.Errorf("%q: %+v", text, found)
			}
		}
		for _, read := range got.Sentences {
			rest := text
			for _, n := range read.Numbers {
				_, behind, there := strings.Cut(rest, n.Text)
				if !there || n.Fate == "" {
					t.Errorf("%q: %+v is not in order", text, n)
				}
				rest = behind
			}
		}
	})
}

// A line of a megabyte is no sentence: its numbers are told, and nothing takes long.
func TestLongLine(t *testing.T) {
	make := invented(t)
	got := Find(make("5", strings.Repeat("25.4% of BME staff, and 1 of 12, has increased by 3% ", 20_000)), nil)
	if len(got.Findings) != 0 || len(got.Sentences) != 1 || len(got.Sentences[0].Numbers) != 80_000 {
		t.Errorf("%d findings, %d sentences", len(got.Findings), len(got.Sentences))
	}
}

// The rows of an extract say sentences too: of those of the example none is wrong that the
// tables of the audit do not find by themselves.
func TestPublishedRows(t *testing.T) {
	for _, f := range Find(document.Published(published(t, example), "published.csv"), nil).Findings {
		if f.Severity != finding.Note {
			t.Errorf("%+v", f)
		}
	}
}

// What a row of an extract says is of the row's year, and not of the latest.
func TestYearOfARow(t *testing.T) {
	for year, want := range map[model.Year]int{2023: 1, 2024: 0} {
		d := document.Published([]model.Printed{
			{Year: 2022, Indicator: "5", Figure: "percentage", Group: "bme", Printed: "30.1%"},
			{Year: 2023, Indicator: "5", Figure: "percentage", Group: "bme", Printed: "28.4%"},
			{Year: 2024, Indicator: "5", Figure: "percentage", Group: "bme", Printed: "29.9%"},
			{Year: year, Indicator: "5", Figure: "change", Group: "bme", Printed: "1.5", Says: "an increase in the percentage of BME staff"},
		}, "published.csv")
		if got := Find(d, nil).Findings; len(got) != want {
			t.Errorf("%s: %+v", year, got)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	d := seedReport(b)
	for b.Loop() {
		Find(d, hiddenCounts)
	}
}

func BenchmarkManySentences(b *testing.B) {
	make := invented(b)
	d := make("5", "")
	of := rights(b)
	bytes := 0
	for i := range 10_000 {
		text := of[i%len(of)][1]
		d.Sentences = append(d.Sentences, document.Sentence{Line: i, Indicator: of[i%len(of)][0], Text: text})
		bytes += len(text)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		Find(d, nil)
	}
}
