package kinds

func trainingRecords() Extract {
	return Extract{
		Kind: "training records", Figures: Events,
		Help:  "one row a course that someone took, each person once a year",
		More:  "Mandatory training is left out. A year, or the year in the file's name, does in place of the date. " + fromStaffList,
		Words: []string{"train", "cpd", "learning", "course", "olm"},
		Columns: []Column{
			listOrganisation, employeeColumn, assignmentColumn, listEthnicity,
			{Name: "course", Required: true, Synonyms: []string{"course name", "course title", "training", "training course", "training title", "event", "event name", "class", "class name", "learning title", "competence", "competence name", "competency name", "learning event", "programme", "activity"}, Help: "what was taken"},
			{Name: "mandatory", Synonyms: []string{"is mandatory", "mandatory training", "mandatory or non-mandatory", "statutory or mandatory", "course type", "training type", "type of training", "category of training", "learning type"}, Help: "yes or no, mandatory or non-mandatory; without it the course's name decides"},
			dated("date", "date completed", "completion date", "completed", "date of training", "training date", "course date", "course start date", "course end date", "date attended", "attendance date", "date accessed", "achieved on", "date achieved", "start date", "end date", "enrolment date"),
		},
		List: &List{
			Counted: "training", Needs: [][]string{{"ethnicity", "employee_number", "assignment_number"}}, Without: CountedColumns,
			Called: []string{"training", "trained", "cpd", "learning", "course", "olm"}, Telling: tellTraining, Backing: backTraining,
		},
	}
}
