package labels

import (
	"slices"
	"strings"
	"sync"

	"wres/loaders/csvfile"
	"wres/loaders/labels/ethnic"
	"wres/model"
	"wres/model/source"
)

// Table is one table of labels under [labels] in the settings.
type Table struct {
	Name    string
	Fields  []string        // standard columns that hold its labels
	Choices []source.Choice // the values, as a mapping has them
	Wrong   string          // what to say of another value

	take func(l *Labels, label, value string) (standard string, ok bool)
}

// Tables lists the tables of labels.
var Tables = sync.OnceValue(func() []Table {
	return []Table{
		{"ethnicity", []string{"ethnicity"}, ethnicityChoices(), "%s is not an ethnicity; give White, BME, Unknown, an ONS category or an ESR code", (*Labels).takeEthnicity},
		{"band", []string{"pay_band", "pay_scale", "grade"}, bandChoices(), "%s is not a band; give under band 1, 1 to 9, 8a to 8d, VSM or a medical grade", (*Labels).takeBand},
		{"staff_group", []string{"staff_group", "staff_category"}, categoryChoices(), "%s is not a staff category; give non-clinical, clinical, or medical and dental", (*Labels).takeGroup},
		{"stage", []string{"stage", "shortlisted", "appointed"}, stageChoices(), "%s is not a stage that counts; give applied, shortlisted or appointed", (*Labels).takeStage},
	}
})

// Take takes what a label of the table means, and gives the standard spelling of that;
// false for what the table does not have.
func (t Table) Take(l *Labels, label, value string) (standard string, ok bool) {
	return t.take(l, label, value)
}

func (l *Labels) takeEthnicity(label, value string) (string, bool) {
	e, ok := ethnic.Parse(value)
	if !ok || strings.TrimSpace(value) == "" {
		return "", false
	}
	l.ethnicities[csvfile.Fold(label)] = Ethnicity{Value: e, Known: true, Mapped: true}
	return e.String(), true
}

func (l *Labels) takeBand(label, value string) (string, bool) {
	b, ok := model.ParseBand(value)
	if !ok {
		return "", false
	}
	l.bands[csvfile.Fold(label)] = b
	return b.String(), true
}

func (l *Labels) takeGroup(label, value string) (string, bool) {
	c, ok := model.ParseStaffCategory(value)
	if !ok {
		return "", false
	}
	l.groups[csvfile.Fold(label)] = c
	if g, known := model.ParseStaffGroup(label); known && g != model.AnyStaffGroup {
		l.Settings.Staff.Groups[g] = c
	}
	return c.String(), true
}

func (l *Labels) takeStage(label, value string) (string, bool) {
	at := slices.IndexFunc(model.Stages(), func(s model.Stage) bool { return s.String() == csvfile.Fold(value) })
	if at < 0 {
		return "", false
	}
	l.stages[csvfile.Fold(label)] = model.Stages()[at]
	return model.Stages()[at].String(), true
}

// groupWords say which group a category counts towards.
var groupWords = [model.GroupCount]string{model.White: "counts as White", model.BME: "counts as BME", model.Unknown: "counts as unknown ethnicity"}

func ethnicityChoices() []source.Choice {
	var all []source.Choice
	for _, e := range model.Ethnicities() {
		c := source.Choice{Name: e.String(), Help: groupWords[e.Group()]}
		switch {
		case e.IsGroup():
			c.Help = "the whole group, where the source gives no more"
		case e == model.NotStated:
			c.Help += ": asked, and not given"
		case e == model.Missing:
			c.Help += ": never asked, or blank"
		}
		all = append(all, c)
	}
	return all
}

func bandChoices() []source.Choice {
	var all []source.Choice
	for _, b := range model.Bands() {
		c := source.Choice{Name: b.String(), Help: "a band of Agenda for Change"}
		switch {
		case b == model.VSM:
			c.Help = "very senior manager"
		case b == model.SeniorMedicalManager:
			c.Help = "a part of consultant: shown, never added"
		case b.Medical():
			c.Help = "a grade of medical and dental staff"
		}
		all = append(all, c)
	}
	return all
}

func categoryChoices() []source.Choice {
	help := map[model.StaffCategory]string{
		model.NonClinical: "administrative, estates and the like", model.Clinical: "without medical and dental", model.MedicalAndDental: "doctors and dentists",
	}
	var all []source.Choice
	for _, c := range model.StaffCategories() {
		all = append(all, source.Choice{Name: c.String(), Help: help[c]})
	}
	return all
}

func stageChoices() []source.Choice {
	help := map[model.Stage]string{
		model.Applied: "came no further than applying", model.Shortlisted: "shortlisted, and not appointed", model.Appointed: "shortlisted and appointed",
	}
	var all []source.Choice
	for _, s := range model.Stages() {
		all = append(all, source.Choice{Name: s.String(), Help: help[s]})
	}
	return all
}
