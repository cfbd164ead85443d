package model

import (
	"strings"
	"sync"
	"unicode"
)

// StaffGroup is one of the ten staff groups of the National Workforce Data Set,
// by which staff lists tell clinical from other staff.
type StaffGroup uint8

// The staff groups, in the order of their codes 01 to 10. AnyStaffGroup is staff
// whose source gives none.
const (
	AnyStaffGroup StaffGroup = iota
	MedicalGroup
	Students
	Nursing
	AlliedHealth
	ProfessionalScientific
	HealthcareScience
	ClinicalServices
	Administrative
	EstatesAndAncillary
	Supplementary
	staffGroupCount
)

// staffGroups is the table of staff groups. Source: NHS Data Dictionary, staff
// group. Only 07, 08 and 09 say there whether they are clinical, so the categories
// are defaults that the settings can change; students and supplementary roles are
// the least certain.
var staffGroups = [staffGroupCount]struct {
	label    string
	category StaffCategory
}{
	AnyStaffGroup:          {"", AnyCategory},
	MedicalGroup:           {"Medical and Dental", MedicalAndDental},
	Students:               {"Students", Clinical},
	Nursing:                {"Nursing and Midwifery Registered", Clinical},
	AlliedHealth:           {"Allied Health Professionals", Clinical},
	ProfessionalScientific: {"Additional Professional Scientific and Technical", Clinical},
	HealthcareScience:      {"Healthcare Scientists", Clinical},
	ClinicalServices:       {"Additional Clinical Services", Clinical},
	Administrative:         {"Administrative and Clerical", NonClinical},
	EstatesAndAncillary:    {"Estates and Ancillary", NonClinical},
	Supplementary:          {"Supplementary Roles", Clinical},
}

// String gives the group's label; AnyStaffGroup is "".
func (g StaffGroup) String() string { return staffGroups[g].label }

// ParseStaffGroup reads a staff group: its label, ESR's short forms, its code or
// both ("03 Nursing and Midwifery Registered"), or the first part of a composite
// ("Nursing and Midwifery Registered|Community Nurse"). An empty cell is
// AnyStaffGroup. It answers false for a label that it does not know.
func ParseStaffGroup(cell string) (StaffGroup, bool) {
	first, _, _ := strings.Cut(cell, "|")
	key := labelKey(first)
	if key == "" {
		return AnyStaffGroup, isBlank(first)
	}
	if g, ok := staffGroupLabels()[key]; ok {
		return g, true
	}
	code, label, _ := strings.Cut(key, " ")
	g, ok := staffGroupOf(code)
	if !ok {
		return AnyStaffGroup, false
	}
	if by, known := staffGroupLabels()[label]; label != "" && (!known || by != g) {
		return AnyStaffGroup, false
	}
	return g, true
}

// isBlank reports whether a cell holds nothing, or a dash for it. "*" is a mark.
func isBlank(cell string) bool { return strings.Trim(cell, " -–—") == "" }

// staffGroupOf reads a code, 01 to 10; spreadsheets drop the nought.
func staffGroupOf(code string) (StaffGroup, bool) {
	code = strings.TrimPrefix(code, "0")
	if code == "10" {
		return Supplementary, true
	}
	if len(code) != 1 || code[0] < '1' || code[0] > '9' {
		return AnyStaffGroup, false
	}
	return StaffGroup(code[0] - '0'), true
}

var staffGroupLabels = folded(staffGroupSpellings)

func staffGroupSpellings() map[StaffGroup][]string {
	return map[StaffGroup][]string{
		MedicalGroup: {"Medical and Dental", "Medical & Dental", "Medical", "Medical and Dental Staff", "M&D"},
		Students:     {"Students", "Student"},
		Nursing: {"Nursing and Midwifery Registered", "Nursing & Midwifery Registered", "Nursing and Midwifery", "Nursing & Midwifery",
			"Registered Nursing and Midwifery", "Nursing"},
		AlliedHealth: {"Allied Health Professionals", "Allied Health Professional", "AHP", "AHPs"},
		ProfessionalScientific: {"Additional Professional Scientific and Technical", "Add Prof Scientific and Technic", "Add Prof Scientific & Technic",
			"Add Prof Scientific and Technical", "Additional Professional Scientific & Technical", "Additional Prof Scientific and Technical"},
		HealthcareScience:   {"Healthcare Scientists", "Healthcare Scientist", "Healthcare Science"},
		ClinicalServices:    {"Additional Clinical Services", "Add Clinical Services", "Additional Clinical Service"},
		Administrative:      {"Administrative and Clerical", "Admin and Clerical", "Administrative & Clerical", "Admin & Clerical", "A&C", "Administration and Clerical"},
		EstatesAndAncillary: {"Estates and Ancillary", "Estates & Ancillary", "Estates"},
		Supplementary:       {"Supplementary Roles", "Supplementary"},
	}
}

// JobRole is what a job role tells of a post.
type JobRole struct {
	Group        StaffGroup    // AnyStaffGroup: roles of this name stand in several groups
	Groups       StaffGroupSet // every group that has a role of this name; empty: the role is not known
	Band         Band          // AnyBand: the role does not tell
	NonExecutive bool          // a chair or non-executive director: on the board, not in the workforce
}

// StaffGroupSet is some of the staff groups, a bit for each.
type StaffGroupSet uint16

// Lacks reports whether a staff group is known and is not one of a set that is known.
func (s StaffGroupSet) Lacks(g StaffGroup) bool {
	return s != 0 && g != AnyStaffGroup && s&(1<<g) == 0
}

// ParseJobRole reads a job role: its name, its five digits, or the last part of a
// composite ("Nursing and Midwifery Registered|Community Nurse"). It answers false
// for a role that it does not know.
func ParseJobRole(cell string) (JobRole, bool) {
	if i := strings.LastIndexByte(cell, '|'); i >= 0 {
		cell = cell[i+1:]
	}
	if i := strings.Index(strings.ToLower(cell), "(closed"); i > 0 {
		cell = cell[:i] // "Staff Grade (Closed to new entrants 01 April 2008)"
	}
	role, ok := jobRoleLabels()[labelKey(cell)]
	return role, ok
}

// nonExecutiveRole reports whether a code is of the chair or a non-executive director.
func nonExecutiveRole(code string) bool { return code == "08021" || code == "08026" }

var jobRoleLabels = sync.OnceValue(func() map[string]JobRole {
	labels := map[string]JobRole{}
	for _, r := range jobRoles {
		group, _ := staffGroupOf(r.code[:2])
		role := JobRole{Group: group, Groups: 1 << group, Band: r.band, NonExecutive: nonExecutiveRole(r.code)}
		labels[r.code] = role
		labels[strings.TrimPrefix(r.code, "0")] = role
		name := labelKey(r.name)
		other, twice := labels[name]
		if twice && staffGroups[other.Group].category != staffGroups[group].category {
			role.Group = AnyStaffGroup // a technician may be clinical or not
		}
		role.Groups |= other.Groups
		labels[name] = role
	}
	return labels
})

// defaultOccupations is the staff category behind the first letter of an
// occupation code. Only the matrices of medical and dental staff, ambulance staff
// and healthcare scientists were confirmed, so the settings can change each.
func defaultOccupations() map[string]StaffCategory {
	return map[string]StaffCategory{
		"A": Clinical, "G": NonClinical, "H": Clinical, "N": Clinical, "P": Clinical, "S": Clinical, "T": Clinical, "U": Clinical,
	}
}

// OccupationCategory gives the staff category of an occupation code: three digits
// are a medical or dental specialty, else the longest beginning in the settings
// decides. AnyCategory: the code does not tell.
func (s *StaffRules) OccupationCategory(code string) StaffCategory {
	code = strings.ToUpper(strings.TrimSpace(code))
	if len(code) == 3 && strings.IndexFunc(code, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 {
		return MedicalAndDental
	}
	if len(code) < 2 || len(code) > 4 {
		return AnyCategory
	}
	for n := len(code); n > 0; n-- {
		if c, ok := s.Occupations[code[:n]]; ok {
			return c
		}
	}
	return AnyCategory
}
