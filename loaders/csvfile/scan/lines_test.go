package scan

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func TestLinesAt(t *testing.T) {
	breaks := strings.NewReplacer("\r\n", "\n", "\r", "\n")
	for _, text := range []string{"a\r\nb\rc\n\r\n\r\r\nd", strings.Repeat("x", chunkBytes-1) + "\r\n\r\n"} {
		offsets, want := []int64{}, []int{}
		for i := max(0, len(text)-20); i <= len(text); i++ {
			offsets = append(offsets, int64(i))
			want = append(want, 1+strings.Count(breaks.Replace(text[:i]), "\n"))
			if line, err := LineAt(strings.NewReader(text), int64(i)); err != nil || line != want[len(want)-1] {
				t.Errorf("offset %d of %.20q is on line %d, want %d; %v", i, text, line, want[len(want)-1], err)
			}
		}
		// A line break that is looked at from between its CR and its LF is still one.
		if got, err := LinesAt(strings.NewReader(text), offsets); err != nil || !slices.Equal(got, want) {
			t.Errorf("%.20q: lines %v, want %v; %v", text, got, want, err)
		}
	}
}

func TestLinesAtRefusesDisorder(t *testing.T) {
	if lines, err := LinesAt(strings.NewReader("a\nb\n"), []int64{3, 2}); err == nil {
		t.Errorf("lines %v", lines)
	}
	if line, err := LineAt(strings.NewReader("a\nb\n"), 5); err != io.ErrUnexpectedEOF {
		t.Errorf("line %d, error %v", line, err)
	}
}
