package labels

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestLookupTellsSpellingsApart: by every byte, whatever their length.
func TestLookupTellsSpellingsApart(t *testing.T) {
	l := NewLookup(func(raw string) string { return raw })
	for size := range 60 {
		plain := []byte(strings.Repeat("a", size))
		for range 2 { // met, and met again
			if got := l.Of(plain); got != string(plain) {
				t.Fatalf("%q is read as %q", plain, got)
			}
			for i := range plain {
				other := []byte(string(plain))
				other[i] = 'b'
				if got := l.Of(other); got != string(other) {
					t.Fatalf("%q is read as %q", other, got)
				}
			}
		}
	}
}

func TestLookupRemembersWithinBounds(t *testing.T) {
	reads := 0
	l := NewLookup(func(raw string) string { reads++; return raw })
	cells := [][]byte{nil, []byte("A White - British")}
	for i := range 100_000 { // alike in length and at both ends: they meet in one place
		cells = append(cells, fmt.Appendf(nil, "Any other %06d background", i))
	}
	for _, c := range cells {
		if got := l.Of(c); got != string(c) {
			t.Fatalf("of(%q) = %q", c, got)
		}
	}
	if len(l.table) > 8*MaxSpellings || l.used > MaxSpellings {
		t.Errorf("remembers %d spellings in %d places", l.used, len(l.table))
	}
	before := reads
	for _, c := range cells[:3] {
		if got := l.Of(bytes.Clone(c)); got != string(c) {
			t.Errorf("of(%q) = %q", c, got)
		}
	}
	if reads != before {
		t.Errorf("%d spellings are read again", reads-before)
	}
}
