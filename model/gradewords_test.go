package model

import "testing"

// TestGradesInUse: medical grades and senior pay are told by their words, in whatever
// order and with whatever beside them that adds nothing.
func TestGradesInUse(t *testing.T) {
	for want, cells := range map[Band][]string{
		TraineeGrade: {"Resident doctor", "Resident doctors", "Residents", "Junior Doctor", "Junior doctors", "Foundation trainee", "Foundation Year 1", "Foundation doctors", "FY1", "F2", "FY1/FY2", "Core trainee", "Core Training", "CT1", "CT1-3",
			"Specialty trainee", "Speciality Trainees", "ST3", "ST3+", "Specialty Registrar", "Specialist Registrar", "StR", "SpR", "SHO", "Senior House Officer", "GP trainee", "GP Specialty Trainee", "Dental core trainee", "Medical trainees", "Doctors in training", "Trainee (medical)",
			"Resident (junior) doctors", "Foundation / core / specialty trainees", "Medical & Dental - Trainee grades", "M&D trainee grade", "Trainee doctors", "Of which trainee grades", "Training grade", "Doctor in training", "Foundation Dentist"},
		NonConsultantCareerGrade: {"SAS", "SAS doctor", "SAS doctors", "SAS grades", "Specialist", "Specialist grade", "Specialists", "Specialty doctor", "Specialty Doctors", "Speciality doctor", "Associate Specialist", "Staff grade", "Career grade", "Non-consultant career grades",
			"Specialty and specialist (SAS) doctors", "Specialty doctor / associate specialist", "Medical: non-consultant career grade", "NCCG", "Hospital practitioner", "Clinical assistant", "Non consultants"},
		OtherMedical:         {"Locally employed doctor", "Locally employed doctors (LED)", "LED", "LEDs", "Locally-employed", "Trust grade", "Trust grade doctor", "Trust doctors", "Clinical fellow", "Other medical", "Medical - other", "M&D Other", "Others", "Trust Grade Doctor - Foundation Level"},
		Consultant:           {"Consultant", "Consultants", "Medical consultants", "Consultant (medical)", "Consultants (M&D)", "M&D consultants", "Medical and Dental - Consultants", "Dental consultant", "Consultant grade", "Medical director", "Medical Directors", "Clinical director - medical"},
		SeniorMedicalManager: {"Senior medical manager", "of which medical director", "Of which: Medical Directors", "of which senior medical managers", "Senior medical managers (of which)"},
		VSM:                  {"VSM", "V.S.M.", "VSM/ESM", "ESM", "ESM 2", "Executive and Senior Manager", "Executive & senior managers", "Very senior manager", "VSM (very senior manager)", "Very Senior Managers (VSM)", "Band VSM", "VSM grade", "VSM pay", "Chief Executive", "Finance Director"},
		UnderBand1:           {"Apprentice", "Under Band 1", "Apprentices", "Below band 1", "Apprenticeship"},
	} {
		for _, cell := range cells {
			if b, ok := ParseBand(cell); !ok || b != want {
				t.Errorf("ParseBand(%q) = %v, %v; want %v", cell, b, ok, want)
			}
		}
	}
	for _, cell := range []string{"Nurse consultant", "Foundation Trust", "Specialist nurse", "Trainee nursing associate", "Consultant / SAS", "Consultants and trainees", "Doctor", "Medical", "Medical and dental", "Trust", "Resident nurse", "Senior manager", "Executive",
		"Junior", "Core", "Registrar of births", "Led by", "Non-medical", "Staff", "Grade", "All grades", "Director", "Specialist advisor", "Trainees and apprentices", "Dental nurse", "Locum"} {
		if b, ok := ParseBand(cell); ok && b != AnyBand {
			t.Errorf("ParseBand(%q) = %v; want it not known", cell, b)
		}
	}
}

// TestPayScales: a scale is read as its words say, else by its code; a range of bands is
// neither of them.
func TestPayScales(t *testing.T) {
	rules := DefaultSettings().Staff
	for want, cells := range map[Band][]string{
		Band5:  {"XR05", "XR05.3", "XN05", "NHS|XR05|Review Body Band 5", "XR05|Review Body Band 5", "Review Body Band 5", "XR05 Review Body Band 5", "Review Body Band 5 (XR05)", "Non Review Body Band 5", "NHS XR05 Review Body Band 5", "AfC: Band 5", "Agenda for Change - Band 5", "Band 05", "Pay Band 5", "B5", "NHS Band 5", "Afc5", "Band: 5"},
		Band3:  {"XN03", "NHS|XN03|Non Review Body Band 3", "xn03"},
		Band8a: {"XR08", "NHS|XR08|Review Body Band 8 - Range A", "Band 8 - Range A", "Band 8 Range A", "Review Body Band 8 - Range A", "8A", "Band 8-A", "Band8a", "AfC Band 8A"},
		Band8d: {"XR11", "Band 8 - Range D"},
		Band9:  {"XR12", "NHS|XN12|Non Review Body Band 9"},
	} {
		for _, cell := range cells {
			if b, ok := rules.PayScale(cell); !ok || b != want {
				t.Errorf("PayScale(%q) = %v, %v; want %v", cell, b, ok, want)
			}
		}
	}
	for _, cell := range []string{"Band 1 to 4", "AfC Band 5 to 7", "Band 5 and below", "Band 8a or above", "Band 7+", "Band 8", "Band 6 and over", "Band 5/6", "Review Body Band 8", "Band 2-4", "Bands 5", "NHS|XR05-XR07|Review Body Band 5 to 7"} {
		if b, ok := rules.PayScale(cell); ok && cell != "Bands 5" {
			t.Errorf("PayScale(%q) = %v; want it not known", cell, b)
		}
	}
}

// TestStaffCategoriesInUse: medical staff are told from clinical by their words. Non-medical
// is clinical and non-clinical staff together, and no category.
func TestStaffCategoriesInUse(t *testing.T) {
	for want, cells := range map[StaffCategory][]string{
		NonClinical:      {"Non-clinical", "Non clinical staff", "NonClinical", "Non-Clinical (AfC)", "Non-clinical workforce", "AfC non-clinical", "Non-clinical roles"},
		Clinical:         {"Clinical", "Clinical staff", "Clinical (non-medical)", "Non-medical clinical", "Clinical excluding medical and dental", "Clinical (excl. M&D)", "Clinical excl medical & dental", "Clinical - non medical", "Clinical (AfC)", "Clinical AfC staff", "Clinical (not medical)", "Clinical without doctors"},
		MedicalAndDental: {"Medical & Dental", "Medical and dental", "Medical/Dental", "M&D", "M & D", "Medical", "Medics", "Doctors", "Doctors and dentists", "Medical and Dental staff", "Clinical - medical and dental", "Of which medical & dental", "Clinical: medical", "Medical and dental workforce"},
	} {
		for _, cell := range cells {
			if c, ok := ParseStaffCategory(cell); !ok || c != want {
				t.Errorf("ParseStaffCategory(%q) = %v, %v; want %v", cell, c, ok, want)
			}
		}
	}
	for _, cell := range []string{"Non-medical", "Non medical staff", "Clinical and medical", "Clinical including medical", "Clinical & Medical", "Clinical and non-clinical", "AfC", "Staff", "Clinical academic", "Medical records", "Medical secretary", "Not clinical nor medical", "Clinical/Medical"} {
		if c, ok := ParseStaffCategory(cell); ok {
			t.Errorf("ParseStaffCategory(%q) = %v; want it not known", cell, c)
		}
	}
}

// TestPartOfGrade: the standard's names are of whole grades, and every name of a band is.
func TestPartOfGrade(t *testing.T) {
	for _, cell := range []string{"Resident doctor", "FY1", "Core trainees", "SAS doctors", "Medical director", "ESM", "Locally employed doctors", "Specialty doctor", "Apprentices", "Chief Executive"} {
		if !PartOfGrade(cell) {
			t.Errorf("%q is a whole grade", cell)
		}
	}
	whole := []string{"Trainee grades", "Trainees", "Medical trainees", "Consultants", "Medical consultants", "Consultants (M&D)", "Non-consultant career grades", "NCCG", "Career grade", "Other medical", "Others", "VSM", "Band VSM", "Very senior managers", "Senior medical managers", "of which senior medical manager", "Under band 1", "Doctors in training", "5", "Band 8a", ""}
	for _, b := range Bands() {
		whole = append(whole, b.String())
	}
	for _, cell := range whole {
		if PartOfGrade(cell) {
			t.Errorf("%q is a part of a grade", cell)
		}
	}
}
