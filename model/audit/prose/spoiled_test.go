package prose

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"wres/model/audit/finding"
)

// rights lists the invented sentences that are right, with the indicator of their heading.
func rights(t testing.TB) [][2]string {
	t.Helper()
	content, err := os.ReadFile("testdata/invented.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all [][2]string
	for row := range strings.SplitSeq(string(content), "\n") {
		if cells := strings.SplitN(row, " | ", 3); len(cells) == 3 && cells[1] == "ok" {
			all = append(all, [2]string{cells[0], cells[2]})
		}
	}
	return all
}

func faults(of Result) (n int) {
	for _, f := range of.Findings {
		if f.Severity != finding.Note {
			n++
		}
	}
	return n
}

// turns are words for a direction, and what says the opposite.
var turns = [][2]string{
	{"more likely", "less likely"}, {"less likely", "more likely"}, {"has increased", "has decreased"}, {"has fallen", "has risen"}, {"decreased", "increased"},
	{"increased", "decreased"}, {"narrowed", "widened"}, {"widened", "narrowed"}, {"improved", "worsened"}, {"worsened", "improved"}, {"has risen", "has fallen"},
	{"fell", "rose"}, {"rose", "fell"}, {"an increase", "a decrease"}, {"a decrease", "an increase"}, {"declined", "increased"}, {"deteriorated", "improved"},
}

// Right sentences are spoiled, a digit or a direction at a time: how many of those of which
// something was checked are then found.
func TestSpoiledSentences(t *testing.T) {
	make := invented(t)
	rng := rand.New(rand.NewPCG(7, 11))
	digits, foundDigits, ways, foundWays := 0, 0, 0, 0
	fates := map[Fate]int{}
	for _, of := range rights(t) {
		read := Find(make(of[0], of[1]), nil)
		for _, said := range read.Sentences {
			for _, n := range said.Numbers {
				fates[n.Fate]++
				if n.Fate != Cell && n.Fate != Change || n.At.Indicator == "" || strings.Count(of[1], n.Text) != 1 {
					continue
				}
				spoiled := []byte(n.Text)
				at := rng.IntN(len(spoiled))
				for spoiled[at] < '0' || spoiled[at] > '9' {
					at = rng.IntN(len(spoiled))
				}
				spoiled[at] = '0' + (spoiled[at]-'0'+2+byte(rng.IntN(7)))%10
				digits++
				text := strings.Replace(of[1], n.Text, string(spoiled), 1)
				if faults(Find(make(of[0], text), nil)) > 0 {
					foundDigits++
				} else {
					t.Logf("digit, not found: %s", text)
				}
			}
		}
		for _, turn := range turns {
			if strings.Count(of[1], turn[0]) != 1 || len(read.Sentences) == 0 || read.Sentences[0].Claims == 0 {
				continue
			}
			ways++
			text := strings.Replace(of[1], turn[0], turn[1], 1)
			if faults(Find(make(of[0], text), nil)) > 0 {
				foundWays++
			} else {
				t.Logf("direction, not found: %s", text)
			}
			break
		}
	}
	t.Logf("numbers of right sentences: %v", fates)
	t.Logf("spoiled digits: %d of %d found; spoiled directions: %d of %d found", foundDigits, digits, foundWays, ways)
	if digits < 80 || ways < 25 || foundDigits*10 < digits*6 || foundWays*10 < ways*7 {
		t.Error("too little is found")
	}
}
