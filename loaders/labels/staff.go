package labels

import (
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/pattern"
)

// Role is what a cell of a job role says.
type Role struct {
	model.JobRole
	Mapped bool // the settings give the role a band, which goes before the pay scale
}

// Role reads a job role.
func (l *Labels) Role(raw string) Role {
	role, _ := model.ParseJobRole(raw)
	c := Role{JobRole: role}
	if b, ok := l.MappedBand(raw); ok {
		c.Band, c.Mapped = b, true
	}
	return c
}

// Scale reads a band, a grade or a pay scale: the settings' labels first.
func (l *Labels) Scale(raw string) (model.Band, bool) {
	if b, ok := l.MappedBand(raw); ok {
		return b, true
	}
	return l.Settings.Staff.PayScale(raw)
}

// StaffGroup is what a cell of a staff group says.
type StaffGroup struct {
	Category model.StaffCategory
	Group    model.StaffGroup // AnyStaffGroup: the cell gives a category alone
}

// StaffGroup reads a staff group, or a staff category in its column.
func (l *Labels) StaffGroup(raw string) (StaffGroup, bool) {
	g, known := model.ParseStaffGroup(raw)
	if c, ok := l.groups[csvfile.Fold(raw)]; ok {
		return StaffGroup{c, g}, true
	}
	if known {
		return StaffGroup{l.Settings.Staff.Groups[g], g}, true
	}
	c, ok := model.ParseStaffCategory(raw)
	return StaffGroup{Category: c}, ok
}

// Stage reads yes or no, a day on which it was so, or the name of a stage, those
// of the settings first.
func (l *Labels) Stage(raw string) (s model.Stage, a model.Answer, ok bool) {
	if s, ok := l.stages[csvfile.Fold(raw)]; ok {
		return s, model.NotGiven, true
	}
	if a, ok := ParseAnswer(raw); ok {
		return 0, a, true
	}
	if s, ok := model.ParseStage(raw); ok {
		return s, model.NotGiven, true
	}
	if _, _, err := model.ParseYear(raw); err == nil && len(strings.TrimSpace(raw)) > len("2024") {
		return 0, model.Yes, true
	}
	return 0, model.NotGiven, false
}

// AnswerOr reads yes and no, and the column's own word with "non" or "not" before
// it or without: "Executive", "Non-Executive Director", "not voting". Of executives it
// reads what boards call them for short too: "Exec", "NED".
func AnswerOr(word string) func(string) (model.Answer, bool) {
	executive := word == "executive"
	if executive {
		word = "exec"
	}
	return func(raw string) (model.Answer, bool) {
		if a, ok := ParseAnswer(raw); ok {
			return a, true
		}
		key := csvfile.Fold(raw)
		if executive && (key == "ned" || key == "neds") {
			return model.No, true
		}
		for _, not := range []string{"non", "not"} {
			if strings.HasPrefix(key, not+word) {
				return model.No, true
			}
		}
		if strings.HasPrefix(key, word) {
			return model.Yes, true
		}
		return model.NotGiven, false
	}
}

// Primary reads whether an assignment is the one that counts.
func Primary(raw string) (primary, ok bool) {
	switch csvfile.Fold(raw) {
	case "p", "main", "mainassignment", "mainpost", "mainjob", "principal", "first", "1st":
		return true, true
	case "s", "other", "second", "2nd", "secondary", "secondaryassignment", "secondarypost", "additional", "additionalassignment", "notmain", "nonmain":
		return false, true
	}
	a, ok := AnswerOr("primary")(raw)
	return a == model.Yes, ok
}

// What a cell says of a course in words, folded.
var (
	mandatoryWords = []string{"mandatory", "statutory", "compulsory", "statmand", "stat&mand", "stat/mand", "stat+mand", "statandmand"}
	optionalWords  = []string{"nonmandatory", "notmandatory", "nonstatutory", "notstatutory", "noncompulsory", "notcompulsory", "nonstat", "nonmand", "optional", "cpd", "continuingprofessional", "voluntary", "elective"}
)

// Mandatory reads whether training is mandatory: yes or no, or words of one side. Words
// of both sides, such as "mandatory/CPD", do not say.
func Mandatory(raw string) (mandatory, known bool) {
	if a, ok := ParseAnswer(raw); ok {
		return a == model.Yes, a != model.NotGiven
	}
	key := csvfile.Fold(raw)
	switch key {
	case "m", "mand", "stat", "s&m", "required", "essential":
		return true, true
	case "nm", "development", "nonmandatory/statutory", "nonstatutory/mandatory":
		return false, true
	}
	optional := false
	for _, word := range optionalWords {
		if strings.Contains(key, word) {
			key, optional = strings.ReplaceAll(key, word, " "), true
		}
	}
	mandatory = slices.ContainsFunc(mandatoryWords, func(word string) bool { return strings.Contains(key, word) })
	return mandatory && !optional, mandatory != optional
}

// MandatoryCourse reports whether a course is mandatory by its name.
func (l *Labels) MandatoryCourse(raw string) bool {
	name := csvfile.Fold(raw)
	for _, words := range l.Settings.Staff.Mandatory {
		if key := csvfile.Fold(words); key != "" && strings.Contains(name, key) && !strings.Contains(name, "non"+key) {
			return true
		}
	}
	return false
}

// Campaign gives the folded name of the campaign that a cell names, "" for none. It
// answers false for something that is no name, and must not be shown.
func Campaign(raw string) (key string, ok bool) {
	key = csvfile.Fold(raw)
	if key == "" || noCampaign[key] {
		return "", true
	}
	return key, LooksLikeLabel(yearInCampaign().ReplaceAllString(csvfile.Clean(raw), ""))
}

// noCampaign are the folded ways to say that there was none.
var noCampaign = map[string]bool{"no": true, "none": true, "n/a": true, "na": true, "n": true, "false": true, "0": true, "null": true, "notapplicable": true}

// yearInCampaign is a year in the name of a campaign: digits that are about nobody.
var yearInCampaign = pattern.Of(`\b(?:19|20)[0-9]{2}(?:[-/](?:[0-9]{2}|20[0-9]{2}))?\b`)

// Differ reports whether two bands are known and are not one, nor one a part of the
// other.
func Differ(a, b model.Band) bool {
	if a == b || a == model.AnyBand || b == model.AnyBand {
		return false
	}
	whole, part := a.PartOf()
	other, also := b.PartOf()
	return !(part && whole == b) && !(also && other == a)
}

// bandRank orders the bands from the lowest up: Agenda for Change as the table of
// bands has it, then medical grades, of which trainees come before consultants.
var bandRank = func() (rank [1 << 5]uint8) {
	for i, b := range model.Bands() {
		rank[b] = uint8(i + 1)
	}
	for i, b := range []model.Band{model.OtherMedical, model.TraineeGrade, model.NonConsultantCareerGrade, model.Consultant, model.SeniorMedicalManager} {
		rank[b] = rank[model.VSM] + uint8(i+1)
	}
	return rank
}()

// BandRank gives the place of a band among all, the lowest first; 0 for none.
func BandRank(b model.Band) uint8 { return bandRank[b] }
