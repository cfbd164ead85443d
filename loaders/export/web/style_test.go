package web

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The colours can be told from what they stand on, in both schemes.
func TestContrast(t *testing.T) {
	light, dark, both := strings.Cut(style, "prefers-color-scheme: dark")
	if !both {
		t.Fatal("one scheme only")
	}
	colours := colours(t, light)
	for _, scheme := range []string{light, dark} {
		for name, v := range coloursIn(scheme) {
			colours[name] = v
		}
		for _, c := range []struct {
			of, on string
			least  float64
		}{
			{"ink", "paper", 4.5}, {"quiet", "paper", 4.5}, {"link", "paper", 4.5}, {"ink", "head", 4.5}, {"first", "paper", 3}, {"second", "paper", 3},
		} {
			if got := contrast(colours[c.of], colours[c.on]); got < c.least {
				t.Errorf("%s on %s: %.2f, under %.1f", c.of, c.on, got, c.least)
			}
		}
	}
}

// On paper a row is not cut, the head of a table stands on each of its pages and never alone,
// a short table is whole, and what is said of a table stands with it.
func TestPrint(t *testing.T) {
	_, print, found := strings.Cut(style, "@media print {")
	if !found {
		t.Fatal("nothing is said of print")
	}
	for selector, want := range map[string]string{
		"tr": "break-inside: avoid", "thead": "display: table-header-group", "thead tr": "break-after: avoid",
		"tbody tr:first-child": "break-after: avoid", "tbody tr:last-child": "break-before: avoid",
		".scroll:not(:has(tbody tr:nth-child(9)))": "break-inside: avoid", ".scroll + .note": "break-before: avoid",
		"figure": "break-inside: avoid", "h2": "break-after: avoid", "caption": "break-after: avoid",
	} {
		holds := false
		for _, rule := range regexp.MustCompile(`(?m)^ *([^{}]+) \{([^}]*)\}`).FindAllStringSubmatch(print, -1) {
			for one := range strings.SplitSeq(rule[1], ", ") {
				holds = holds || one == selector && strings.Contains(rule[2], want)
			}
		}
		if !holds {
			t.Errorf("%s has not %s", selector, want)
		}
	}
}

func colours(t *testing.T, css string) map[string]float64 {
	all := coloursIn(css)
	if len(all) < 8 {
		t.Fatalf("the colours are %v", all)
	}
	return all
}

// coloursIn gives how bright each named colour is, from 0 to 1.
func coloursIn(css string) map[string]float64 {
	all := map[string]float64{}
	for _, m := range regexp.MustCompile(`--([a-z]+): #([0-9a-f]+);`).FindAllStringSubmatch(css, -1) {
		hex := m[2]
		if len(hex) == 3 {
			hex = fmt.Sprintf("%c%c%c%c%c%c", hex[0], hex[0], hex[1], hex[1], hex[2], hex[2])
		}
		bright := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
			c := float64(n) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			bright += weight * c
		}
		all[m[1]] = bright
	}
	return all
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
