package kinds

// SurveyRow is the answers of one ethnicity to one question of the staff survey.
type SurveyRow struct {
	Common
	Indicator   Indicator `csv:"indicator" need:"yes"`
	Ethnicity   Ethnicity `csv:"ethnicity" need:"yes" help:"White, BME or Unknown, an ONS category or an ESR code"`
	Percentage  Text      `csv:"percentage" need:"yes" also:"percent|%|pct|per cent|value|score|result" help:"0 to 100"`
	Respondents Count     `csv:"respondents" also:"respondent|responses|number of respondents|number of responses|base|n|respondents n" help:"people who answered the question; needed for intervals"`
}

func survey() Extract {
	return Extract{
		Kind: "survey", Figures: Survey, Row: SurveyRow{},
		Help:   "published percentages of the NHS Staff Survey, by ethnicity",
		Brief:  "four percentages",
		More:   "A percentage may have its % sign.",
		Words:  []string{"survey", "nss"},
		Counts: []string{"percentage"}, Group: "ethnicity", Tells: []string{"indicator"},
		Init:  []string{"year", "indicator", "ethnicity", "percentage", "respondents"},
		Lines: byIndicator("survey"),
	}
}
