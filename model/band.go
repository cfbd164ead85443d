package model

import (
	"regexp"
	"strings"
	"wres/model/pattern"
)

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
// answers false for a label that it does not know, and for one that holds staff of two
// categories: those who are not medical are clinical and non-clinical.
func ParseStaffCategory(cell string) (StaffCategory, bool) {
	if strings.TrimSpace(cell) == "" {
		return AnyCategory, true
	}
	rest := labelKey(andSigns.Replace(cell))
	took := func(words func() *regexp.Regexp) bool {
		before := rest
		rest = words().ReplaceAllString(rest, " ")
		return rest != before
	}
	notMedical, notClinical := took(withoutMedical), took(nonClinical)
	medical, clinical := took(medicalWords), took(clinicalWord)
	took(aroundCategory)
	switch {
	case strings.TrimSpace(rest) != "":
	case notClinical:
		return NonClinical, !clinical && !medical
	case medical:
		return MedicalAndDental, !notMedical
	case clinical:
		return Clinical, true
	}
	return AnyCategory, false
}

// The words of a staff category, each taken out before the next is looked for.
const medicalStaff = `(?:medical(?:(?: and)? dental)?|m (?:and )?d|md|doctors(?: and dentists)?|medics)`

var (
	andSigns       = strings.NewReplacer("&", " and ", "+", " and ", "/", " and ")
	withoutMedical = pattern.Of(`\b(?:non|not|excl\w*|exc|ex|except|without|other than)(?: of| the)* ` + medicalStaff + `\b`)
	nonClinical    = pattern.Of(`\bnon ?clinical\b`)
	medicalWords   = pattern.Of(`\b` + medicalStaff + `\b`)
	clinicalWord   = pattern.Of(`\bclinical\b`)
	aroundCategory = pattern.Of(`\b(?:of which|staff|workforce|employees|roles?|groups?|afc|agenda for change)\b`)
)

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

var bandPattern = pattern.Of(`^(?:nhs )?(?:(?:afc|agenda for change) )?(?:x[rn][0-9]{2} (?:non )?review body |x[rn][0-9]{2} band |(?:non )?review body )?(?:bands? ?|b ?|pay ?band ?|afc)?0?([1-9])(?: ?(?:range )?([a-d]))?(?: x[rn][0-9]{2})?$`)

// ParseBand reads a pay band: "8a", "Band 8a", "Band 8 - Range A", "AfC 8A",
// "VSM", or a grade of medical and dental staff. An empty cell is AnyBand. It
// answers false for a label that it does not know.
func ParseBand(cell string) (Band, bool) {
	trimmed := strings.TrimSpace(cell)
	if trimmed == "<1" || trimmed == "< 1" {
		return UnderBand1, true
	}
	// labelKey drops signs, and "<5", "-5", "5%" and "8a+" are not bands 5 and 8a.
	s := labelKey(trimmed)
	if strings.ContainsAny(trimmed, "<>≤≥%*£$#=~") || strings.HasPrefix(trimmed, "-") || strings.HasPrefix(trimmed, "(") || strings.HasPrefix(trimmed, "[") {
		return AnyBand, trimmed == "-"
	}
	if b, ok := gradeOf(s); ok || s == "" {
		return b, ok || trimmed == ""
	}
	if strings.Contains(trimmed, "+") {
		return AnyBand, false
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

// gradeWords are the words of medical grades, of senior managers and of those below band
// 1, each taken out of a label before the next are looked for: a specialist registrar is
// in training and a specialist is not.
var gradeWords = []struct {
	words func() *regexp.Regexp
	band  Band
}{
	{pattern.Of(`\b(?:of which (?:medical|clinical) directors?|(?:of which )?senior medical managers?)\b`), SeniorMedicalManager},
	{pattern.Of(`\b(?:non consultants?|nccg|career grades?|associate specialists?|staff grades?|special(?:i)?ty doctors?|sas|hospital practitioners?|clinical assistants?)\b`), NonConsultantCareerGrade},
	{pattern.Of(`\b(?:locally employed|leds?|trust (?:grade|doctor)s?|clinical fellows?|others?)\b`), OtherMedical},
	{pattern.Of(`\b(?:(?:special(?:i)?ty|specialist) registrars?|(?:(?:foundation|core|special(?:i)?ty|specialist|gp|dental|medical|higher) )*train(?:ees?|ing)(?: grades?)?|registrars?|residents?|junior (?:medical|doctors?)|` +
		`foundation(?: year)?(?: [12])?|(?:fy?|st|ct|dct) ?[1-9](?:(?: to)? (?:fy?|st|ct|dct)?[1-9])*|(?:senior )?house officers?|sho|spr|str)\b`), TraineeGrade},
	{pattern.Of(`\b(?:specialists?|special(?:i)?ty)\b`), NonConsultantCareerGrade},
	{pattern.Of(`\b(?:consultants?|(?:medical|clinical) directors?)\b`), Consultant},
	{pattern.Of(`\b(?:very senior manage(?:r|rs|ment)|v ?s ?m|esm(?: ?[1-4])?|exec(?:utive)?s? (?:and )?senior manage(?:r|rs|ment))\b`), VSM},
	{pattern.Of(`\b(?:(?:under|below) (?:band ?)?1|band under 1|apprentice(?:s|ships?)?)\b`), UnderBand1},
}

// aroundGrade are words around a grade that add nothing.
var aroundGrade = pattern.Of(`\b(?:of which|in|medical|dental|doctors?|dentists?|m d|hospital|grades?|levels?|staff|and|all|bands?|pay)\b`)

// gradeOf reads a folded label all of whose words are of one grade, or a job role that
// tells one. A medical director is paid as a consultant, and a row of their own adds to
// the consultants' unless it says "of which".
func gradeOf(key string) (found Band, ok bool) {
	if role, known := jobRoleLabels()[key]; known && (role.Band.Medical() || role.Band == VSM) {
		if role.Band == SeniorMedicalManager {
			return Consultant, true
		}
		return role.Band, true
	}
	for _, g := range gradeWords {
		rest := g.words().ReplaceAllString(key, " ")
		switch {
		case rest == key:
			continue
		case !ok || found == g.band:
			found, ok = g.band, true
		case found != SeniorMedicalManager || g.band != Consultant:
			return AnyBand, false
		}
		key = rest
	}
	return found, ok && strings.TrimSpace(aroundGrade().ReplaceAllString(key, " ")) == ""
}

// wholeGrade are the names of grades as the standard has them; other labels of a grade
// name a part of it.
var wholeGrade = pattern.Of(`^ *(?:of which )?(?:(?:non consultants?)?(?: ?career grades?)?|nccg|trainees?(?: grades?)?|train(?:ing)? grades?|(?:doctors )?in training|consultants?|others?|(?:senior medical|very senior) manage(?:rs?|ment)|vsm|under (?:band )?1|below (?:band )?1|band under 1) *$`)

// PartOfGrade reports whether a label of a medical grade, of senior managers or of those
// below band 1 names some of them: "Core trainees", "ESM". Rows of several such labels
// add up.
func PartOfGrade(cell string) bool {
	key := labelKey(cell)
	_, ok := gradeOf(key)
	return ok && !wholeGrade().MatchString(strings.Join(strings.Fields(aroundGrade().ReplaceAllString(key, " ")), " ")) && !wholeGrade().MatchString(key)
}
