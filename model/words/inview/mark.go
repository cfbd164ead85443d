package inview

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/words"
)

// Meaning says what the mark of hidden figures means wherever it stands in a view: for which
// reasons some of its figures may be hidden, and not for which of them any one is. It reads
// the view alone, so that it tells nothing that the view does not.
func Meaning(view *indicator.Results) string { return words.HiddenMark + ": " + Means(view) }

// AnyMeaning is Meaning of a view that hides figures for every reason that the settings have.
func AnyMeaning(s model.Settings) string {
	return words.HiddenMark + ": " + means(seen{true, true, true}.reasons(disclosure.RuleOf(s)))
}

// Means is Meaning without the mark before it.
func Means(view *indicator.Results) string { return means(reasons(view)) }

func means(why []string) string {
	with := "such a number"
	if len(why) > 1 {
		with = "one of these"
	}
	return strings.Join(why, ", ") + ", or a figure that has to be hidden with " + with + ". It does not say which."
}

// Rules says what is hidden, for those who ask by what rules.
func Rules(view *indicator.Results) string {
	why, them := reasons(view), "it"
	if len(why) > 1 {
		them = "these"
	}
	return strings.Join(why, ", ") + ", and whatever has to be hidden to protect " + them + ". Whatever is computed from a hidden number is hidden too."
}

// MeaningBriefly is Meaning where there is little room, and the same in every view.
func MeaningBriefly() string {
	return words.HiddenMark + ": of few people, or hidden with such a figure. It does not say which."
}

// Meanings says what the short words and the mark mean of those that the text of a screen holds.
func Meanings(w words.Voice, view *indicator.Results, text string) []string {
	said := w.Meanings(text)
	if view != nil && strings.Contains(text, words.HiddenMark) {
		said = append(said, strings.TrimSuffix(Meaning(view), "."))
	}
	return said
}

// reasons are those for which figures of a view may be hidden by themselves.
func reasons(view *indicator.Results) []string {
	rule := disclosure.RuleOf(view.Settings)
	return marks(view, rule).reasons(rule)
}

// reasons says them: small counts, few people who are all of one group, and few answers to
// the staff survey. Where nothing is hidden it is the first.
func (seen seen) reasons(rule disclosure.Rule) (why []string) {
	if seen.counts || !seen.answers {
		why = append(why, "1 to "+words.Thousands(rule.Small)+" people")
	}
	if seen.split {
		why = append(why, fmt.Sprintf("the make-up of fewer than %d people who are all of one group", rule.UniformRow))
	}
	if seen.answers {
		why = append(why, fmt.Sprintf("a survey share of fewer than %d respondents", max(rule.SurveyRespondents, rule.Small+1)))
	}
	return why
}

// seen is what of a view is hidden, as a reader sees it.
type seen struct {
	counts  bool // numbers of people
	split   bool // of a row that may be of few people, how many are of which group
	answers bool // shares of the staff survey
}

func marks(view *indicator.Results, rule disclosure.Rule) (of seen) {
	row := func(h indicator.Hidden, total int) {
		of.counts = of.counts || h.Total || h.Groups.Any()
		of.split = of.split || h.Groups[model.BME] && (h.Total || total < rule.UniformRow+rule.Base) // rounded, fewer may be more
	}
	for i := range view.Series {
		survey := view.Series[i].Indicator.Shape == indicator.Survey
		for _, f := range view.Series[i].Figures {
			hidden := slices.ContainsFunc(f.Groups[:], func(g indicator.GroupFigure) bool { return g.HiddenRate() })
			of.answers, of.counts = of.answers || hidden && survey, of.counts || hidden && !survey || f.All.HiddenRate()
			for _, p := range f.Parts {
				of.counts = of.counts || slices.ContainsFunc(p.Groups[:], func(g indicator.GroupFigure) bool { return g.HiddenRate() })
			}
			for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior, f.Categories} {
				for _, r := range rows {
					row(r.Hidden, r.Total)
				}
			}
			for _, r := range f.Board {
				total := 0
				if r.Total != nil {
					total = *r.Total
				}
				row(r.Hidden, total)
			}
		}
	}
	return of
}
