package kinds

func applicants() Extract {
	return Extract{
		Kind: "applicants", Figures: Recruitment,
		Help:  "one row an applicant, as TRAC and NHS Jobs list them",
		More:  shownApart,
		Words: []string{"applicant", "application", "candidate", "trac", "nhsjobs", "recruit"},
		Columns: []Column{
			listOrganisation, listEthnicity,
			{Name: "shortlisted", Synonyms: []string{"shortlist", "shortlisting", "is shortlisted", "shortlisted date", "date shortlisted", "shortlisting outcome", "shortlist outcome", "shortlist result", "shortlisting result", "shortlist status", "shortlisting status"}, Help: "yes or no, a date, or the name of a stage"},
			{Name: "appointed", Synonyms: []string{"is appointed", "appointment", "appointed date", "date appointed", "appointment date", "appointment outcome", "appointment status", "offer result", "offer outcome", "hired"}, Help: "yes or no, a date, or the name of a stage"},
			{Name: "stage", Synonyms: []string{"application stage", "recruitment stage", "application status", "applicant status", "candidate status", "current stage", "stage reached", "final stage", "outcome"}, Help: "in place of shortlisted and appointed: how far the applicant came"},
			payScaleColumn, gradeColumn, listBand, staffGroupColumn,
			{Name: "campaign", Synonyms: []string{"recruitment campaign", "campaign name"}, Help: "a campaign whose figures are wanted apart, such as international nurses"},
			internalColumn(),
			dated("application date", "date applied", "date of application", "closing date", "vacancy closing date", "advert closing date", "start date", "date"),
		},
		List: &List{
			Counted: "recruitment", Needs: [][]string{{"ethnicity"}, {"shortlisted", "stage"}, {"appointed", "stage"}}, Without: CountedColumns,
			Called: []string{"applicant", "application", "candidate", "trac", "nhsjob", "recruit", "recruitment"}, Telling: tellApplicants, Backing: backApplicants, Bare: []string{"outcome"}, Roots: []string{"vacanc", "applicant", "application", "candidate", "advert", "requisition"}, BarredBy: tellCases,
		},
	}
}
