package model

import (
	"slices"
	"testing"
)

func TestParseStaffGroup(t *testing.T) {
	for cell, want := range map[string]StaffGroup{
		"": AnyStaffGroup, "Medical and Dental": MedicalGroup, "01": MedicalGroup, "1": MedicalGroup, "10": Supplementary,
		"03 Nursing and Midwifery Registered": Nursing, "Nursing and Midwifery Registered|Community Nurse": Nursing,
		"Add Prof Scientific and Technic": ProfessionalScientific, "Admin and Clerical": Administrative, "ESTATES & ANCILLARY": EstatesAndAncillary,
	} {
		if g, ok := ParseStaffGroup(cell); !ok || g != want {
			t.Errorf("ParseStaffGroup(%q) = %v, %v; want %v", cell, g, ok, want)
		}
	}
	for _, cell := range []string{"00", "11", "0", "03 Estates", "Jane Smith", "1 January", "*"} {
		if g, ok := ParseStaffGroup(cell); ok {
			t.Errorf("ParseStaffGroup(%q) = %v; want it not known", cell, g)
		}
	}
	for _, g := range staffGroupsGiven() {
		if got, ok := ParseStaffGroup(g.String()); !ok || got != g {
			t.Errorf("ParseStaffGroup(%q) = %v, %v", g.String(), got, ok)
		}
	}
}

func TestParseJobRole(t *testing.T) {
	for cell, want := range map[string]JobRole{
		"Consultant": {Group: MedicalGroup, Band: Consultant}, "01032": {Group: MedicalGroup, Band: NonConsultantCareerGrade}, "1035": {Group: MedicalGroup, Band: TraineeGrade},
		"Medical Director": {Group: MedicalGroup, Band: SeniorMedicalManager}, "Staff Grade (Closed to new entrants 01 April 2008)": {Group: MedicalGroup, Band: NonConsultantCareerGrade},
		"Chief Executive": {Group: Administrative, Band: VSM}, "Chair": {Group: Administrative, NonExecutive: true}, "Non-Executive Director": {Group: Administrative, NonExecutive: true},
		"Nursing and Midwifery Registered|Staff Nurse": {Group: Nursing}, "Nurse Consultant": {Group: Nursing},
		"Technician": {Group: AnyStaffGroup}, // in Administrative, Estates and a clinical group
	} {
		r, ok := ParseJobRole(cell)
		if r.Groups = 0; !ok || r != want {
			t.Errorf("ParseJobRole(%q) = %+v, %v; want %+v", cell, r, ok, want)
		}
	}
	for cell, want := range map[string][]StaffGroup{
		"Consultant": {MedicalGroup}, "1035": {MedicalGroup}, "09008": {EstatesAndAncillary}, "Nurse Consultant": {Nursing}, "Wizard": nil,
		"Technician": {ProfessionalScientific, ClinicalServices, Administrative, EstatesAndAncillary},
	} {
		r, _ := ParseJobRole(cell)
		for _, g := range staffGroupsGiven() {
			if lacks := want != nil && !slices.Contains(want, g); r.Groups.Lacks(g) != lacks {
				t.Errorf("%q lacks staff group %v: %v", cell, g, !lacks)
			}
		}
		if r.Groups.Lacks(AnyStaffGroup) {
			t.Errorf("%q: no staff group is taken for a wrong one", cell)
		}
	}
	if r, ok := ParseJobRole("Wizard"); ok {
		t.Errorf("ParseJobRole of no role = %+v", r)
	}
}

func TestPayScale(t *testing.T) {
	rules := DefaultStaffRules()
	for cell, want := range map[string]Band{
		"": AnyBand, "NHS|XR05|Review Body Band 5": Band5, "XR05": Band5, "XR05.3": Band5, "XN11": Band8d, "XR12.1": Band9,
		"Review Body Band 8 - Range A": Band8a, "NHS|XR08|Review Body Band 8 - Range A": Band8a, "NHS|XR09|Review Body Band 8 - Range C": Band8c,
		"Band 6 (annex 21)": Band6, "AfC Band 8A": Band8a, "NHS|VS00|Very Senior Manager": VSM, "VM01": VSM, "Local VSM scale": VSM,
		"NHS|MN37|Speciality Registrar": TraineeGrade, "YC72|Consultant": Consultant, "MC46|Specialty Doctor": NonConsultantCareerGrade,
		"Consultant (2003 contract)": Consultant, "Foundation Doctor Year 1": TraineeGrade, "Associate Specialist": NonConsultantCareerGrade, "MN37.2": TraineeGrade,
	} {
		if b, ok := rules.PayScale(cell); !ok || b != want {
			t.Errorf("PayScale(%q) = %v, %v; want %v", cell, b, ok, want)
		}
	}
	for _, cell := range []string{"Band 5 to Band 6", "Local scale 3", "QQ123456C", "Band 8", "XR99", "*", "Jane Smith", "Band 55", "Nurse Consultant"} {
		if b, ok := rules.PayScale(cell); ok {
			t.Errorf("PayScale(%q) = %v; want it not known", cell, b)
		}
	}
	rules.PayCodes["XR05"] = Band6
	if b, _ := rules.PayScale("XR05.1"); b != Band6 {
		t.Errorf("a code that the settings change is %v", b)
	}
	if b, _ := payScaleOf("XR05"); b != Band5 {
		t.Error("changing one set of rules changes another")
	}
}

// payScaleOf reads a code under fresh rules.
func payScaleOf(code string) (Band, bool) {
	rules := DefaultStaffRules()
	return rules.PayScale(code)
}

func TestOccupationCategory(t *testing.T) {
	rules := DefaultStaffRules()
	for code, want := range map[string]StaffCategory{
		"N6H": Clinical, "n7b": Clinical, "G2A": NonClinical, "921": MedicalAndDental, "Z2A": AnyCategory, "": AnyCategory, "N": AnyCategory, "Nurse": AnyCategory, "UAA": Clinical,
	} {
		if c := rules.OccupationCategory(code); c != want {
			t.Errorf("OccupationCategory(%q) = %v; want %v", code, c, want)
		}
	}
	rules.Occupations["Z2"] = NonClinical
	if c := rules.OccupationCategory("Z2A"); c != NonClinical {
		t.Errorf("a code that the settings give is %v", c)
	}
}

func TestContractsAssignmentsStages(t *testing.T) {
	for _, c := range Contracts() {
		if got, ok := ParseContract(c.String()); !ok || got != c {
			t.Errorf("ParseContract(%q) = %v, %v", c.String(), got, ok)
		}
	}
	for _, a := range Assignments() {
		if got, ok := ParseAssignment(a.String()); !ok || got != a {
			t.Errorf("ParseAssignment(%q) = %v, %v", a.String(), got, ok)
		}
	}
	for _, s := range Stages() {
		if got, ok := ParseStage(s.String()); !ok || got != s {
			t.Errorf("ParseStage(%q) = %v, %v", s.String(), got, ok)
		}
	}
	for cell, want := range map[string]Contract{"Bank": Bank, "Non-Exec Director/Chair": NonExecutive, "Fixed Term Temp": FixedTerm, "Honorary": Honorary, "": AnyContract, "09": Widow} {
		if c, ok := ParseContract(cell); !ok || c != want {
			t.Errorf("ParseContract(%q) = %v, %v", cell, c, ok)
		}
	}
	for cell, want := range map[string]Stage{"Shortlisting: Rejected": Applied, "Invited for Interview": Shortlisted, "Offer declined": Shortlisted, "Unconditional Offer": Appointed} {
		if s, ok := ParseStage(cell); !ok || s != want {
			t.Errorf("ParseStage(%q) = %v, %v", cell, s, ok)
		}
	}
	if _, ok := ParseContract("Jane"); ok {
		t.Error("a name is a contract")
	}
	if r := DefaultStaffRules(); !r.ContractsOut[Bank] || !r.ContractsOut[Honorary] || !r.ContractsOut[NonExecutive] || r.ContractsOut[Permanent] || r.ContractsOut[FixedTerm] {
		t.Errorf("contracts left out by default: %v", r.ContractsOut)
	}
}

// staffGroupsGiven lists the staff groups in the order of their codes.
func staffGroupsGiven() []StaffGroup {
	all := make([]StaffGroup, 0, staffGroupCount-1)
	for g := MedicalGroup; g < staffGroupCount; g++ {
		all = append(all, g)
	}
	return all
}
