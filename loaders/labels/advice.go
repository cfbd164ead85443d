package labels

// Advice says, by field, what became of the rows or people under a label that no table
// knows, and what to do; %s is how many.
var Advice = map[string]string{
	"ethnicity":           "is counted as unknown ethnicity (%s); if it is a category, map it in the app with f, or in wres.toml under [labels.ethnicity]",
	"pay_scale":           "is counted without a band (%s); if it is a band, map it in the app with f, or in wres.toml under [labels.band]",
	"grade":               "is counted without a band (%s); if it is a band, map it in the app with f, or in wres.toml under [labels.band]",
	"pay_band":            "is counted without a band (%s); if it is a band, map it in the app with f, or in wres.toml under [labels.band]",
	"staff_category":      "is counted without a staff category (%s); if all of them are of one category, map it in the app with f, or in wres.toml under [labels.staff_group]",
	"staff_group":         "is counted without a staff category (%s); if all of them are of one category, map it in the app with f, or in wres.toml under [labels.staff_group]",
	"stage":               "is not a stage, so nothing of it is counted (%s); map it in the app with f, or in wres.toml under [labels.stage]",
	"internal":            "is counted neither as internal nor as external (%s); write internal or external",
	"mandatory":           "does not say whether the training is mandatory, so the name of the course decides (%s); write yes or no",
	"primary_assignment":  "is not taken for the primary assignment (%s); write yes or no",
	"assignment_category": "is counted as a contract that is not left out (%s); if nobody of it is to be counted, list it in contracts_out with bank, honorary and non-executive, under [staff_list] in wres.toml",
	"contract_type":       "is counted as a contract that is not left out (%s); if nobody of it is to be counted, list it in contracts_out with bank, honorary and non-executive, under [staff_list] in wres.toml",
	"assignment_status":   "is counted as an assignment that is not left out (%s); if nobody of it is in post, list it in statuses_out with widow and ended, under [staff_list] in wres.toml",
}
