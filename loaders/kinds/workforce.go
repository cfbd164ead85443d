package kinds

import (
	"wres/loaders/labels"
	"wres/model/indicator"
)

// WorkforceRow is the staff of one post and ethnicity.
type WorkforceRow struct {
	Common
	StaffCategory Text      `csv:"staff_category" also:"category|staff type|workforce category|clinical or non-clinical|clinical/non-clinical|clinical non clinical" help:"non-clinical, clinical, or medical and dental"`
	PayBand       Band      `csv:"pay_band" help:"under band 1, 1 to 7, 8a to 8d, 9, VSM, or a medical grade"`
	Ethnicity     Ethnicity `csv:"ethnicity" need:"yes" help:"White, BME or Unknown, an ONS category or an ESR code"`
	Headcount     Headcount `csv:"headcount" need:"yes" help:"people, not FTE"`
	Note          Text      `csv:"note" also:"notes|comment|comments|remark" help:"a word shown wherever the bands are, such as illustrative"`
}

func workforce() Extract {
	return Extract{
		Kind: "workforce", Figures: Workforce, Row: WorkforceRow{},
		Help:  "staff in post on 31 March, by staff category, pay band and ethnicity",
		Brief: "staff by band on 31 March",
		More: "The same staff stand behind indicators " + labels.Listed(onWorkforce(), "and") + ". Clinical leaves out medical and dental, whose bands are consultant, senior medical manager (a part of consultant: shown, and never added), non-consultant career grade, trainee grade and other. " +
			"Without pay_band only overall figures are shown. Rows of bank, agency or honorary staff are not counted. A note tells, for instance, that the split by band is not the organisation's own.",
		Words:  []string{"workforce", "sip"},
		Weak:   []string{"staff", "headcount", "employees"},
		Counts: []string{"headcount"}, Group: "ethnicity", Tells: []string{"staff_category", "pay_band"},
		Init:  wide("year", "staff_category", "pay_band"),
		Lines: Lines{byCategory, true},
		Keys:  2,
	}
}

// onWorkforce lists the indicators that the workforce stands behind.
func onWorkforce() []string {
	var ids []string
	for _, ind := range indicator.Catalogue() {
		if ind.Workforce {
			ids = append(ids, ind.ID)
		}
	}
	return indicator.Runs(ids)
}
