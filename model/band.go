package model

import "strings"

// StaffCategory is the standard's split of the workforce. Clinical excludes
// medical and dental staff, who have rows of their own.
type StaffCategory uint8

// The staff categories. AnyCategory is staff whose source gives none.
const (
	AnyCategory StaffCategory = iota
	NonClinical
	Clinical
	MedicalAndDental
)

// StaffCategories lists the categories that a source can give, in the order of
// the return.
func StaffCategories() []StaffCategory {
	return []StaffCategory{NonClinical, Clinical, MedicalAndDental}
}

// String gives the category as data and screens write it; AnyCategory is "".
func (c StaffCategory) String() string {
	return [...]string{"", "non-clinical", "clinical", "medical and dental"}[c]
}

// ParseStaffCategory reads a staff category; an empty cell is AnyCategory. It
// answers false for a label that it does not know.
func ParseStaffCategory(cell string) (StaffCategory, bool) {
	c, ok := staffCategoryLabels()[labelKey(cell)]
	return c, ok
}

var staffCategoryLabels = folded(staffCategorySpellings)

func staffCategorySpellings() map[StaffCategory][]string {
	return map[StaffCategory][]string{
		AnyCategory:      {""},
		NonClinical:      {"Non-clinical", "Nonclinical", "Non clinical staff", "Non clinical workforce"},
		Clinical:         {"Clinical", "Clinical staff", "Clinical workforce", "Clinical (non-medical)", "Clinical non medical", "Clinical excluding medical and dental", "Non-medical clinical"},
		MedicalAndDental: {"Medical and dental", "Medical & dental", "Medical/dental", "Medical", "M&D", "Of which medical and dental", "Of which medical & dental", "Clinical - medical and dental", "Medical and dental staff", "Medical & Dental staff"},
	}
}

// Band is a pay band of Agenda for Change, very senior management, or a grade of
// medical and dental staff.
type Band uint8

// The bands, from the lowest up. AnyBand is staff whose source gives none.
// SeniorMedicalManager is a part of Consultant: shown, never added.
const (
	AnyBand Band = iota
	UnderBand1
	Band1
	Band2
	Band3
	Band4
	Band5
	Band6
	Band7
	Band8a
	Band8b
	Band8c
	Band8d
	Band9
	VSM
	Consultant
	SeniorMedicalManager
	NonConsultantCareerGrade
	TraineeGrade
	OtherMedical
	bandCount
)

// Cluster groups bands as the standard does: 1 to 4 are Agenda for Change and
// VSM, 5 to 7 medical and dental. 0 is no cluster.
type Cluster int

// ClusterCount is the number of clusters.
const ClusterCount = 7

// Tier is a step of the race disparity ratio.
type Tier uint8

// The tiers. NoTier is a band that the ratio leaves out: medical and dental
// grades, and staff without a band.
const (
	NoTier Tier = iota
	Lower
	Middle
	Upper
)

// String gives the tier's name in data and JSON; NoTier is "".
func (t Tier) String() string { return [...]string{"", "lower", "middle", "upper"}[t] }

// bands is the table of bands: label, and the cluster and tier that it has by
// default. The clusters and tiers were not confirmed in published guidance, so
// Settings can change both.
var bands = [bandCount]struct {
	label   string
	cluster Cluster
	tier    Tier
}{
	AnyBand:                  {"", 0, NoTier},
	UnderBand1:               {"under band 1", 1, Lower},
	Band1:                    {"1", 1, Lower},
	Band2:                    {"2", 1, Lower},
	Band3:                    {"3", 1, Lower},
	Band4:                    {"4", 1, Lower},
	Band5:                    {"5", 2, Lower},
	Band6:                    {"6", 2, Middle},
	Band7:                    {"7", 2, Middle},
	Band8a:                   {"8a", 3, Upper},
	Band8b:                   {"8b", 3, Upper},
	Band8c:                   {"8c", 4, Upper},
	Band8d:                   {"8d", 4, Upper},
	Band9:                    {"9", 4, Upper},
	VSM:                      {"VSM", 4, Upper},
	Consultant:               {"consultant", 5, NoTier},
	SeniorMedicalManager:     {"senior medical manager", 0, NoTier},
	NonConsultantCareerGrade: {"non-consultant career grade", 6, NoTier},
	TraineeGrade:             {"trainee grade", 7, NoTier},
	OtherMedical:             {"other", 0, NoTier},
}

// Bands lists every band that a source can give, from the lowest up.
func Bands() []Band {
	all := make([]Band, 0, bandCount-1)
	for b := UnderBand1; b < bandCount; b++ {
		all = append(all, b)
	}
	return all
}

// String gives the band as data and screens write it; AnyBand is "".
func (b Band) String() string { return bands[b].label }

// Medical reports whether the band is a grade of medical and dental staff.
func (b Band) Medical() bool { return b >= Consultant && b < bandCount }

// PartOf gives the band that b is a part of, and whether it is one.
func (b Band) PartOf() (Band, bool) {
	if b == SeniorMedicalManager {
		return Consultant, true
	}
	return AnyBand, false
}

var bandPattern = pattern(`^(?:nhs )?(?:(?:afc|agenda for change) )?(?:x[rn][0-9]{2} (?:non )?review body |x[rn][0-9]{2} band |(?:non )?review body )?(?:bands? ?|b ?|pay ?band ?)?0?([1-9])(?: ?(?:range )?([a-d]))?$`)

// ParseBand reads a pay band: "8a", "Band 8a", "Band 8 - Range A", "AfC 8A",
// "VSM", or a grade of medical and dental staff. An empty cell is AnyBand. It
// answers false for a label that it does not know.
func ParseBand(cell string) (Band, bool) {
	trimmed := strings.TrimSpace(cell)
	if trimmed == "<1" || trimmed == "< 1" {
		return UnderBand1, true
	}
	// labelKey drops signs, and "<5", "-5", "5%" and "8a+" are not bands 5 and 8a.
	if strings.ContainsAny(trimmed, "<>≤≥%+*£$#=~") || strings.HasPrefix(trimmed, "-") || strings.HasPrefix(trimmed, "(") || strings.HasPrefix(trimmed, "[") {
		return AnyBand, trimmed == "-"
	}
	s := labelKey(trimmed)
	if b, ok := bandLabels()[s]; ok && (s != "" || trimmed == "") {
		return b, true
	}
	m := bandPattern().FindStringSubmatch(s)
	if m == nil {
		return AnyBand, false
	}
	switch {
	case m[1] == "8" && m[2] != "":
		return Band8a + Band(strings.Index("abcd", m[2])), true
	case m[1] == "9" && m[2] == "":
		return Band9, true
	case m[1] != "8" && m[1] != "9" && m[2] == "":
		return Band1 + Band(m[1][0]-'1'), true
	}
	return AnyBand, false
}

var bandLabels = folded(bandSpellings)

func bandSpellings() map[Band][]string {
	return map[Band][]string{
		AnyBand:              {""},
		UnderBand1:           {"Under band 1", "Under 1", "Below band 1", "Apprentice", "Apprentices", "Band under 1", "Under Band1"},
		VSM:                  {"VSM", "Very senior manager", "Very senior managers", "Very senior management", "Band VSM"},
		Consultant:           {"Consultant", "Consultants", "Medical consultant", "Medical and dental consultant"},
		SeniorMedicalManager: {"Senior medical manager", "Senior medical managers", "Of which senior medical manager", "Of which senior medical managers", "Of which: senior medical manager"},
		NonConsultantCareerGrade: {"Non-consultant career grade", "Non-consultant career grades", "Non consultant", "Career grade",
			"Non consultants career grade", "Non-consultants career grade"},
		TraineeGrade: {"Trainee grade", "Trainee grades", "Trainee", "Trainees", "Medical trainee", "Doctor in training", "Doctors in training"},
		OtherMedical: {"Other", "Other medical", "Medical other", "Other medical and dental"},
	}
}
