package report

import (
	"fmt"
	"strconv"

	"wres/model"
	"wres/model/words"
)

// setting is one that a folder's wres.toml may have.
type setting struct {
	table, key string // as they are written there
	means      string // what it decides
	value      func(model.Settings) string
}

// settingsInForce are those that have one value each.
var settingsInForce = []setting{
	{"labels", "white", "the word for the group White", func(s model.Settings) string { return strconv.Quote(s.Labels[model.White]) }},
	{"labels", "bme", "the word for the group that the standard is about", func(s model.Settings) string { return strconv.Quote(s.Labels[model.BME]) }},
	{"labels", "unknown", "the word for whom no ethnicity is known", func(s model.Settings) string { return strconv.Quote(s.Labels[model.Unknown]) }},
	{"thresholds", "small_count", "a smaller count may identify someone", number(func(s model.Settings) int { return s.Thresholds.SmallCount })},
	{"thresholds", "few_events", "where fewer are to be expected in a group, only what is significant is said", number(func(s model.Settings) int { return s.Thresholds.FewEvents })},
	{"thresholds", "band_headcount", "below so many staff a band shows counts, and no percentage", number(func(s model.Settings) int { return s.Thresholds.BandHeadcount })},
	{"thresholds", "missing_ethnicity", "the percentage of a band or directorate without an ethnicity that is noticed", number(func(s model.Settings) int { return s.Thresholds.MissingEthnicity })},
	{"disclosure", "survey_respondents", "a survey share of fewer respondents is not published", number(func(s model.Settings) int { return s.Disclosure.SurveyRespondents })},
	{"disclosure", "uniform_row", "a row of fewer people who are all of one group is published without its split", number(func(s model.Settings) int { return s.Disclosure.UniformRow })},
	{"disclosure", "method", "how the publication view keeps small counts from being told: hide, or round to the nearest 5 or 10", method},
	{"disclosure", "unknown_total", "small numbers of unknown ethnicity in a whole staff category", either(func(s model.Settings) bool { return s.Disclosure.UnknownTotals }, "protect", "show")},
	{"disclosure", "board", "the counts of the board, whose members are named in public", either(func(s model.Settings) bool { return s.Disclosure.ShowBoard }, "show", "protect")},
	{"settings", "level", "the confidence level of intervals and tests", func(s model.Settings) string { return strconv.FormatFloat(s.Level, 'g', -1, 64) }},
	{"settings", "indicator3_years", "years in the rate of disciplinary processes: 2 is the mean of two", number(func(s model.Settings) int { return s.Indicator3Years })},
	{"settings", "decimals", "decimals of a printed percentage", number(func(s model.Settings) int { return s.Decimals })},
	{"staff_list", "in_post_only", "leave out of lists who left before the day of the count, or starts after it", func(s model.Settings) string { return strconv.FormatBool(s.Staff.InPostOnly) }},
	{"staff_list", "contracts_out", "contracts that are not counted", func(s model.Settings) string { return left(s.Staff.ContractsOut[:]) }},
	{"staff_list", "statuses_out", "assignment statuses that are not counted", func(s model.Settings) string { return left(s.Staff.AssignmentsOut[:]) }},
	{"clusters", "", "the clusters of pay bands", func(s model.Settings) string { return fmt.Sprint(s.Clusters) }},
	{"tiers", "", "the tiers of the race disparity ratio", func(s model.Settings) string { return fmt.Sprint(s.Tiers) }},
}

func number(of func(model.Settings) int) func(model.Settings) string {
	return func(s model.Settings) string { return strconv.Itoa(of(s)) }
}

func either(of func(model.Settings) bool, yes, no string) func(model.Settings) string {
	return func(s model.Settings) string {
		if of(s) {
			return strconv.Quote(yes)
		}
		return strconv.Quote(no)
	}
}

func method(s model.Settings) string {
	if s.Disclosure.Base == 0 {
		return strconv.Quote(model.HideMethod)
	}
	return fmt.Sprintf("%q, to the nearest %d", model.RoundMethod, s.Disclosure.Base)
}

// left says how many kinds are left out.
func left(out []bool) string {
	n := 0
	for _, is := range out {
		if is {
			n++
		}
	}
	return words.Count(n, "kind")
}

// InForce says which settings the figures were made with, a section for each table of
// wres.toml: the value, whether it is the usual one, and what it decides.
func InForce(s model.Settings, safe Safe) []Section {
	var all []Section
	usual := model.DefaultSettings()
	for _, of := range settingsInForce {
		if len(all) == 0 || all[len(all)-1].Heading != "["+of.table+"]" {
			all = append(all, Section{Heading: "[" + of.table + "]"})
		}
		now, before := of.value(s), of.value(usual)
		said := of.key + " = " + now
		switch {
		case of.key == "" && now == before: // a value that is no line of text
			said = "as usual"
		case of.key == "":
			said = "set in wres.toml"
		case now == before:
			said += ", as usual"
		default:
			said += ", and usually " + before
		}
		into := &all[len(all)-1]
		into.Points = append(into.Points, safe.Line(said+": "+of.means+"."))
	}
	return all
}
