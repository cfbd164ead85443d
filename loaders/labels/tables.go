package labels

import (
	"fmt"
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
	// Take takes what a label of the table means, and gives the standard spelling of that;
	// false for what the table does not have.
	Take func(l *Labels, label, value string) (standard string, ok bool)
	// Means reads a cell that holds such a label, and gives the standard spelling.
	Means func(l *Labels, cell string) (standard string, ok bool)
}

// What to say of a value that is none; %s is the value.
const (
	NotBand     = "%s is not a band; give under band 1, 1 to 9, 8a to 8d, VSM or a medical grade"
	NotCategory = "%s is not a staff category; give non-clinical, clinical, or medical and dental"
)

// Tables lists the tables of labels.
var Tables = sync.OnceValue(func() []Table {
	return []Table{
		{"ethnicity", []string{"ethnicity"}, ethnicityChoices(), "%s is not an ethnicity; give White, BME, Unknown, an ONS category or an ESR code", (*Labels).takeEthnicity, (*Labels).meansEthnicity},
		{"band", []string{"pay_band", "pay_scale", "grade"}, choices(model.Bands(), bandHelp), NotBand, (*Labels).takeBand, (*Labels).meansBand},
		{"staff_group", []string{"staff_group", "staff_category"}, choices(model.StaffCategories(), categoryHelp), NotCategory, (*Labels).takeGroup, (*Labels).meansGroup},
		{"stage", []string{"stage", "shortlisted", "appointed"}, choices(model.Stages(), stageHelp), "%s is not a stage that counts; give applied, shortlisted or appointed", (*Labels).takeStage, (*Labels).meansStage},
	}
})

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

func (l *Labels) meansEthnicity(cell string) (string, bool) {
	e := l.Ethnicity(cell)
	return e.Value.String(), e.Known && !e.Total
}

func (l *Labels) meansBand(cell string) (string, bool) {
	b, ok := l.Scale(cell)
	return b.String(), ok
}

func (l *Labels) meansGroup(cell string) (string, bool) {
	g, ok := l.StaffGroup(cell)
	return g.Category.String(), ok
}

func (l *Labels) meansStage(cell string) (string, bool) {
	if s, ok := l.stages[csvfile.Fold(cell)]; ok {
		return s.String(), true
	}
	s, ok := model.ParseStage(cell)
	return s.String(), ok
}

// choices lists values with what is said of each.
func choices[V fmt.Stringer](all []V, help func(V) string) []source.Choice {
	var listed []source.Choice
	for _, v := range all {
		listed = append(listed, source.Choice{Name: v.String(), Help: help(v)})
	}
	return listed
}

// ethnicityChoices are the categories, each with the spellings of it that are known.
func ethnicityChoices() []source.Choice {
	listed, spellings := choices(model.Ethnicities(), ethnicityHelp), ethnic.Spellings()
	for i, e := range model.Ethnicities() {
		listed[i].Also = spellings[e]
	}
	return listed
}

// groupWords say which group a category counts towards.
var groupWords = [model.GroupCount]string{model.White: "counts as White", model.BME: "counts as BME", model.Unknown: "counts as unknown ethnicity"}

func ethnicityHelp(e model.Ethnicity) string {
	switch {
	case e.IsGroup():
		return "the whole group, where the source gives no more"
	case e == model.NotStated:
		return groupWords[e.Group()] + ": asked, and not given"
	case e == model.Missing:
		return groupWords[e.Group()] + ": never asked, or blank"
	}
	return groupWords[e.Group()]
}

func bandHelp(b model.Band) string {
	switch {
	case b == model.VSM:
		return "very senior manager"
	case b == model.SeniorMedicalManager:
		return "a part of consultant: shown, never added"
	case b.Medical():
		return "a grade of medical and dental staff"
	}
	return "a band of Agenda for Change"
}

func categoryHelp(c model.StaffCategory) string {
	return map[model.StaffCategory]string{
		model.NonClinical: "administrative, estates and the like", model.Clinical: "without medical and dental", model.MedicalAndDental: "doctors and dentists",
	}[c]
}

func stageHelp(s model.Stage) string {
	return map[model.Stage]string{
		model.Applied: "came no further than applying", model.Shortlisted: "shortlisted, and not appointed", model.Appointed: "shortlisted and appointed",
	}[s]
}
