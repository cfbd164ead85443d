package main

import (
	"strings"
	"testing"
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
