package warehouse

import (
	"fmt"

	"wres/loaders/labels"
)

// Kind is a list of people of which there is a query that counts it.
type Kind struct {
	Name    string // as it is given to 'wres sql'
	Counted string // the kind of extract that its counts are
	List    string // the kind of list that it is, for messages
	fields  []field
	person  bool       // a column tells one person from another
	needs   [][]string // of each of these columns one is needed
	event   string     // the column of its counts, of a list of events
	days    bool       // it lists who is there on a day: of several days of a year one counts
	write   func(q *query)
}

// column gives the columns that a kind has, those of its fields and of the person.
func (k *Kind) columns() []string {
	var names []string
	for _, f := range k.fields {
		names = append(names, f.columns...)
	}
	if k.person {
		names = append(names, personColumn)
	}
	return names
}

// personColumn is the column that tells one person from another.
const personColumn = "employee_number"

// kinds is the table of lists.
var kinds = []*Kind{staff, cases, training, applicants}

var (
	staff = &Kind{
		Name: "staff", Counted: "workforce", List: "staff list", person: true, days: true,
		fields: []field{organisationField, yearField("year", "snapshot_date"), ethnicityField, payField("pay_scale"), payField("grade"), payField("pay_band"),
			staffGroupField, occupationField, roleField, contractField("assignment_category"), contractField("contract_type"), statusField, primaryField, fteField},
		needs: [][]string{{"ethnicity"}, {"pay_scale", "grade", "pay_band"}},
		write: (*query).countStaff,
	}
	cases = &Kind{
		Name: "cases", Counted: "disciplinary", List: "disciplinary cases", person: true, event: "entered",
		fields: []field{organisationField, yearField("date", "year", "snapshot_date"), ethnicityField},
		needs:  [][]string{{"ethnicity", personColumn}},
		write:  (*query).countEvents,
	}
	training = &Kind{
		Name: "training", Counted: "training", List: "training records", person: true, event: "accessed",
		fields: []field{organisationField, yearField("date", "year", "snapshot_date"), ethnicityField, mandatoryField, courseField},
		needs:  [][]string{{"ethnicity", personColumn}, {"course"}},
		write:  (*query).countEvents,
	}
	applicants = &Kind{
		Name: "applicants", Counted: "recruitment", List: "applicants",
		fields: []field{organisationField, yearField("date", "year", "snapshot_date"), ethnicityField, stageField("shortlisted"), stageField("appointed"), stageField("stage"),
			payField("pay_scale"), payField("grade"), payField("pay_band"), groupNameField, campaignField, internalField},
		needs: [][]string{{"ethnicity"}, {"shortlisted", "stage"}, {"appointed", "stage"}},
		write: (*query).countApplicants,
	}
)

// Kinds lists the names of the lists.
func Kinds() []string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.Name)
	}
	return names
}

// KindNamed gives a kind of list; the error says which there are.
func KindNamed(name string) (*Kind, error) {
	for _, k := range kinds {
		if k.Name == name {
			return k, nil
		}
	}
	return nil, fmt.Errorf("there is no query for lists of %s; give one of %s", labels.Quoted(name), labels.Listed(Kinds(), "or"))
}

// AsksStaff reports whether the rows of a kind may have their ethnicity from a staff list.
func (k *Kind) AsksStaff() bool { return k.event != "" }
