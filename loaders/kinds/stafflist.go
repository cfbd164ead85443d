package kinds

func staffList() Extract {
	return Extract{
		Kind: "staff list", Figures: Workforce,
		Help: "one row an assignment on 31 March, as ESR lists staff in post",
		More: "Each person counts once: the primary assignment, else that of the highest FTE, else that of the highest band. Without a number each row is a person of its own. Of the columns of pay, pay_scale goes before grade and grade before pay_band; job_role tells where they do not. " +
			"The staff category comes from staff_group, else from occupation_code, else from job_role. Those who are left out are counted apart. leaving_date and start_date are only looked over, unless in_post_only is set: see \"Data quality\". A directorate may be a division or a care group, and missing ethnicity is looked for in each.",
		Words: []string{"staff", "esr", "workforce", "sip", "employees"},
		Columns: []Column{
			listOrganisation, employeeColumn, assignmentColumn, listEthnicity, payScaleColumn, gradeColumn, listBand, staffGroupColumn,
			{Name: "occupation_code", Synonyms: []string{"occ code", "NHS occupation code", "occupation"}, Help: "in place of staff_group: N6H, 921"},
			{Name: "job_role", Synonyms: []string{"role", "job role title", "job role name", "job role code", "NWD job role", "job"}, Help: "the band of medical staff and directors, where no pay scale gives it"},
			{Name: "assignment_category", Synonyms: []string{"assignment type", "employee category", "employment category"}, Help: "bank, honorary and non-executive rows are left out"},
			{Name: "contract_type", Synonyms: []string{"employment contract type", "contract", "type of contract", "employment type"}, Help: "likewise"},
			{Name: "assignment_status", Synonyms: []string{"status", "assignment status type", "employment status", "employee status"}, Help: "the settings say which statuses are left out"},
			{Name: "primary_assignment", Synonyms: []string{"primary", "primary flag", "primary assignment flag", "is primary", "main assignment"}, Help: "yes for the assignment that is counted"},
			{Name: "fte", Synonyms: []string{"WTE", "FTE contracted", "contracted FTE", "assignment contracted FTE", "contracted WTE", "assignment FTE", "full time equivalent"}, Help: "without a primary assignment the highest FTE is counted, then the highest band"},
			leavingColumn, startColumn, directorateColumn,
		},
		List: &List{
			Counted: "workforce", Needs: [][]string{{"ethnicity"}, {"pay_band", "pay_scale", "grade"}}, Without: CountedColumns, Weak: true,
			Minor: []string{"leaving_date", "start_date", "directorate"},
		},
	}
}
