package loaders

import (
	"slices"

	"wres/model"
	"wres/model/source"
)

// groupColumns are the columns of the wide form as choices.
var groupColumns = []source.Choice{
	{Name: "white", Help: "the count of the White group, where each group has a column"},
	{Name: "bme", Help: "the count of the BME group, where each group has a column"},
	{Name: "unknown", Help: "the count of unknown ethnicity, where each group has a column"},
}

// Choices gives what columns and labels can be mapped to: the table of extracts, and
// the values of the tables of labels.
func Choices() source.Choices {
	all := source.Choices{Labels: map[string][]source.Choice{}, Tables: map[string]string{}}
	for i := range extracts {
		all.Kinds = append(all.Kinds, extracts[i].choice())
	}
	for _, t := range labelTables {
		all.Labels[t.name] = slices.Clone(t.choices)
		for _, f := range t.fields {
			all.Tables[f] = t.name
		}
	}
	return all
}

// choice gives a kind with its columns, its own first.
func (e *Extract) choice() source.KindChoice {
	k := source.KindChoice{Kind: e.Kind, Help: e.Help}
	add := func(c Column) {
		if !k.Has(c.Name) {
			k.Columns = append(k.Columns, source.Choice{Name: c.Name, Help: c.Help})
		}
	}
	for _, c := range slices.Concat(e.Columns, e.columnsOf()) {
		add(c)
	}
	for _, c := range e.Columns {
		if c.Required {
			k.Needs = append(k.Needs, []string{c.Name})
		}
	}
	if e.list != nil {
		k.Needs = append(k.Needs, e.list.needs...)
		return k
	}
	if len(e.oneOf) > 0 {
		k.Needs = append(k.Needs, e.oneOf)
	}
	if len(e.Counts) > 0 {
		k.Wide = append([]string{e.group}, e.Counts...)
		k.Columns = append(k.Columns, groupColumns...)
	}
	return k
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
