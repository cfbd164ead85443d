package model

import "testing"

func TestParseBand(t *testing.T) {
	for _, c := range []struct {
		cell string
		want Band
	}{
		{"1", Band1}, {"Band 1", Band1}, {"<1", UnderBand1}, {"Under Band 1", UnderBand1}, {"Apprentice", UnderBand1},
		{"2", Band2}, {"05", Band5}, {"Band 5", Band5}, {"AfC Band 5", Band5}, {"Review Body Band 5", Band5}, {"Non Review Body Band 5", Band5},
		{"XR05 Review Body Band 5", Band5}, {"XR05 Band 5", Band5}, {"NHS|XR05|Review Body Band 5", Band5},
		{"8a", Band8a}, {"8A", Band8a}, {"Band 8a", Band8a}, {"Band 8 - Range A", Band8a}, {"AfC 8b", Band8b}, {"Review Body Band 8 - Range D", Band8d},
		{"8c", Band8c}, {"8 d", Band8d}, {"9", Band9}, {"Band 9", Band9}, {"VSM", VSM}, {"vsm", VSM}, {"Very Senior Manager", VSM},
		{"Consultant", Consultant}, {"of which senior medical manager", SeniorMedicalManager}, {"Non-consultant career grade", NonConsultantCareerGrade},
		{"Trainee grades", TraineeGrade}, {"Other", OtherMedical}, {"", AnyBand}, {"  ", AnyBand}, {"-", AnyBand},
	} {
		if b, ok := ParseBand(c.cell); !ok || b != c.want {
			t.Errorf("ParseBand(%q) = %v, %v; want %v", c.cell, b, ok, c.want)
		}
	}
}

func TestParseBandReadsEveryBandItWrites(t *testing.T) {
	for _, b := range Bands() {
		if got, ok := ParseBand(b.String()); !ok || got != b {
			t.Errorf("ParseBand(%q) = %v, %v; want %v", b.String(), got, ok, b)
		}
	}
}

func TestParseBandRefusesHostileLabels(t *testing.T) {
	for _, cell := range []string{
		"8", "Band 8", "8e", "XR05.3", "XR12 1", "9a", "5a", "10", "0", "00", "55", "5.5", "5%", "<5", ">5", "-5", "(5)", "£5", "5+", "8a+", "8a-8d", "1-4", "5 to 7", "5/6",
		"Band", "Band five", "Bandit 5", "Cluster 5", "Grade 5 teacher", "*", "[c]", "..", "n/a", "A", "Consultant nurse", "=5", "#5", "５",
	} {
		if b, ok := ParseBand(cell); ok {
			t.Errorf("ParseBand(%q) = %v; want it not known", cell, b)
		} else if b != AnyBand {
			t.Errorf("ParseBand(%q) = %v; what is not known has no band", cell, b)
		}
	}
}

func TestParseStaffCategory(t *testing.T) {
	for cell, want := range map[string]StaffCategory{
		"Non-clinical": NonClinical, "non clinical": NonClinical, "NON_CLINICAL": NonClinical, "Clinical": Clinical, "": AnyCategory,
		"Medical and dental": MedicalAndDental, "Medical & Dental": MedicalAndDental, "of which Medical & Dental": MedicalAndDental,
	} {
		if c, ok := ParseStaffCategory(cell); !ok || c != want {
			t.Errorf("ParseStaffCategory(%q) = %v, %v; want %v", cell, c, ok, want)
		}
	}
	for _, cell := range []string{"clinic", "nonsense", "All", "Clinical and non-clinical", "1"} {
		if c, ok := ParseStaffCategory(cell); ok {
			t.Errorf("ParseStaffCategory(%q) = %v; want it not known", cell, c)
		}
	}
	for _, c := range StaffCategories() {
		if got, ok := ParseStaffCategory(c.String()); !ok || got != c {
			t.Errorf("ParseStaffCategory(%q) = %v, %v", c.String(), got, ok)
		}
	}
}
