package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
	"wres/loaders/pairs"
)

// TestCompareOfOne: one event is one event.
func TestCompareOfOne(t *testing.T) {
	if text := wresData(t, "compare", "100/100", "1/2"); !strings.Contains(strings.Join(strings.Fields(text), " "), "had had 1 more event)") {
		t.Errorf("%s", text)
	}
}

// TestHelpOfMethodsInASCII: no formula loses a sign that stands for something.
func TestHelpOfMethodsInASCII(t *testing.T) {
	if text := wresData(t, "help", "methods", "--charset", "ascii"); strings.Contains(text, "?") {
		t.Errorf("a sign is lost: %.200s", text[strings.Index(text, "?")-100:])
	}
}

// TestCompareHasALimit: a file of pairs that is too long, as one without an end is, is
// refused once so much of it is read, and not held in memory as far as it goes.
func TestCompareHasALimit(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pairs.csv")
	if err := os.WriteFile(name, []byte("id,a,n1,b,n2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(name, pairs.Most+1); err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	status := run([]string{"compare", "--csv", name}, strings.NewReader(""), &out, &errs, nil)
	if status != exit.Nothing || out.Len() > 0 || !strings.Contains(errs.String(), "over 32 MB") {
		t.Errorf("status %d, %q, %q", status, out.String(), errs.String())
	}
	endless := io.MultiReader(strings.NewReader("id,a,n1,b,n2\n"), endlessRows{})
	errs.Reset()
	if status := run([]string{"compare", "--csv", "-"}, endless, &out, &errs, nil); status != exit.Nothing || !strings.Contains(errs.String(), "over 32 MB") {
		t.Errorf("without an end: status %d, %q", status, errs.String())
	}
}

// endlessRows writes the same pair for ever.
type endlessRows struct{}

func (endlessRows) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "x,1,2,1,2\n"[i%10]
	}
	return len(p), nil
}
