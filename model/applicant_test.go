package model

import "testing"

func TestParseInternal(t *testing.T) {
	for cell, want := range map[string]Answer{
		"Internal": Yes, "internal applicant": Yes, "Y": Yes, "EXTERNAL": No, "External candidate": No, "0": No, "": NotGiven, " ": NotGiven, "-": NotGiven, "Not known": NotGiven,
	} {
		if a, ok := ParseInternal(cell); !ok || a != want {
			t.Errorf("ParseInternal(%q) = %v, %v; want %v", cell, a, ok, want)
		}
	}
	for _, cell := range []string{"perhaps", "*", "2", "Internal and external"} {
		if a, ok := ParseInternal(cell); ok || a != NotGiven {
			t.Errorf("ParseInternal(%q) = %v, %v; want none", cell, a, ok)
		}
	}
	for a, want := range map[Answer]string{NotGiven: "", Yes: "internal", No: "external"} {
		if got := InternalWord(a); got != want {
			t.Errorf("%v is %q", a, got)
		}
	}
}
