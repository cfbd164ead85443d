package labels

import "testing"

func TestMandatoryInWords(t *testing.T) {
	type said struct{ mandatory, known bool }
	for cell, want := range map[string]said{
		"Mandatory (Statutory)": {mandatory: true, known: true}, "Role-specific mandatory": {mandatory: true, known: true}, "M": {mandatory: true, known: true},
		"Stat/Mand": {mandatory: true, known: true}, "Compulsory": {mandatory: true, known: true}, "Statutory & Mandatory": {mandatory: true, known: true},
		"yes": {mandatory: true, known: true}, "Essential": {mandatory: true, known: true},
		"Non-mandatory": {known: true}, "non mandatory training": {known: true}, "Not mandatory": {known: true}, "CPD (optional)": {known: true}, "N": {known: true},
		"Non-mandatory / CPD": {known: true}, "non-statutory": {known: true}, "Voluntary": {known: true},
		"Mandatory/CPD": {}, "mandatory or optional": {}, "Core": {}, "": {}, "Role specific": {}, "e-learning": {},
	} {
		if m, k := Mandatory(cell); (said{m, k}) != want {
			t.Errorf("%q: %v, %v, want %+v", cell, m, k, want)
		}
	}
}

func TestParseFTE(t *testing.T) {
	for cell, want := range map[string]uint16{"": 0, "1": 1000, "1.00": 1000, "0.6": 600, ".6": 600, "0,53333": 533, " 1.0 ": 1000, "60": 60000} {
		if n, ok := ParseFTE([]byte(cell)); !ok || n != want {
			t.Errorf("ParseFTE(%q) = %d, %v; want %d", cell, n, ok, want)
		}
	}
	for _, cell := range []string{"x", "1.0.0", "-1", "61", "1e3", ".", "99999999999999999999", "37.5h"} {
		if n, ok := ParseFTE([]byte(cell)); ok {
			t.Errorf("ParseFTE(%q) = %d; want it refused", cell, n)
		}
	}
}

func TestOutsideOf(t *testing.T) {
	for label, want := range map[string]string{
		"Bank": "bank", "bank staff": "bank", "Bank - non-clinical": "bank", "Clinical (bank)": "bank", "Band 5 Bank": "bank", "Bank & Agency": "bank",
		"Bank and honorary": "bank", "Agency": "agency", "Honorary contract": "honorary", "Bank medical and dental": "bank",
		"": "", "Clinical": "", "Non-bank": "", "Clinical excluding bank": "", "Clinical (incl. bank)": "", "Substantive and bank": "",
		"Substantive + Bank": "", "No agency": "", "Banking": "", "Bankside": "", "Total bank": "", "All staff": "",
	} {
		if got := Outside(label); got != want {
			t.Errorf("%q: %q; want %q", label, got, want)
		}
	}
}

// TestPartsOfABandAreCellsOfTheirOwn: ESR has each band twice, and a grade has parts, of
// which each may have a row.
func TestPartsOfABandAreCellsOfTheirOwn(t *testing.T) {
	l := New()
	for _, same := range [][]string{{"5", "Band 5", "AfC 5"}, {"XN05", "Non Review Body Band 5"}, {"Trainee grade", "Trainees", "Medical trainees"}, {"Consultant", "Consultants (M&D)"}, {"FY1"}, {"Core trainees"}, {"Medical director"}, {"ESM"}, {"VSM", "Very senior managers"}} {
		for _, other := range [][]string{{"Band 5"}, {"XN05"}, {"Trainee grade"}, {"Consultant"}, {"FY1"}, {"Core trainees"}, {"Medical director"}, {"ESM"}, {"VSM"}} {
			for _, a := range same {
				alike := l.Band(a).Identity(a) == l.Band(other[0]).Identity(other[0])
				if want := other[0] == a || same[0] == other[0] || len(same) > 1 && same[1] == other[0]; alike != want {
					t.Errorf("%q and %q are one cell: %v", a, other[0], alike)
				}
			}
		}
	}
}
