package model

import "testing"

// A long label is its initials in a column head, and those are never a word that the
// organisation did not write.
func TestShortLabels(t *testing.T) {
	for label, want := range map[string]string{
		"BME": "BME", "BAME": "BAME", "White": "White", "unknown": "unknown", "ethnically diverse": "ED", "global majority": "GM",
		"Black and minority ethnic": "BME", "Black, Asian and Minority Ethnic": "BME", "minoritised": "minoritised", "of the Global Majority": "GM",
	} {
		if got := (Labels{BME: label}).Short(BME); got != want {
			t.Errorf("%q in short is %q, want %q", label, got, want)
		}
	}
}
