package kinds

func disciplinaryCases() Extract {
	return Extract{
		Kind: "disciplinary cases", Figures: Events,
		Help:  "one row a formal case, each person once a year",
		More:  "The date is the day the case was opened. " + fromStaffList,
		Words: []string{"disciplin", "case", "investigation"},
		Columns: []Column{
			listOrganisation, employeeColumn, assignmentColumn, listEthnicity,
			dated("date opened", "opened", "date case opened", "case opened", "case open date", "open date", "opened date", "opened on", "date of case", "case date", "case start date", "date started", "date entered", "date entered process",
				"date of entry", "investigation start date", "investigation date", "date investigation opened", "formal investigation date", "date of formal investigation", "date commissioned"),
		},
		List: &List{
			Counted: "disciplinary", Needs: [][]string{{"date"}, {"ethnicity", "employee_number", "assignment_number"}}, Without: CountedColumns,
			Called: []string{"disciplinary", "disciplinarie", "discipline", "case", "investigation"}, Telling: tellCases,
		},
	}
}
