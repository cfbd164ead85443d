package wording

import (
	"strings"

	"wres/model"
	"wres/model/pattern"
)

// Bands, clusters and grades in a text.
var (
	cluster   = pattern.Of(`\bclusters? ?([1-7])\b`)
	bandRange = pattern.Of(`\b(?:bands?|afc) ?([1-9] ?[a-d]?) ?(?:[-–]|to) ?(?:bands? ?)?([1-9] ?[a-d]?|vsm)\b`)
	bandOpen  = pattern.Of(`\b(?:bands?|afc) ?([1-9] ?[a-d]?)(?: ?(?:and|&|or) (above|over|below|under)|( ?\+))`)
	bandOne   = pattern.Of(`\b(?:(under|below) )?(?:bands?|afc|afc bands?|payband|pay band|grade) ?-? ?([1-9](?: ?[a-d])?)\b`)
	bandBare  = pattern.Of(`\b8 ?[a-d]\b`)
	senior    = pattern.Of(`\b(?:vsm|very senior manage(?:r|rs|ment))\b`)
	bases     = pattern.Of(`(?i)(?:%|\b(?:percentage|proportion|share|per cent)) ?(?:of|from|out of|as a proportion of) (?:the |all |those |total |overall |number of |applicants |candidates |staff |whole |organisation's |trust's )*(appointed|appointments|appointees|shortlisted|shortlist|workforce|board|total staff)\b`)
)

// partIn finds the band, cluster or grade of a text; several bands are one part, by their
// words.
func partIn(text string) string {
	low := strings.ToLower(text)
	if m := cluster().FindStringSubmatch(low); m != nil {
		return "cluster " + m[1]
	}
	if m := bandRange().FindStringSubmatch(low); m != nil {
		return "bands " + band(m[1]) + " to " + band(m[2])
	}
	if m := bandOpen().FindStringSubmatch(low); m != nil {
		if m[2] == "below" || m[2] == "under" {
			return "bands " + band(m[1]) + " and below"
		}
		return "bands " + band(m[1]) + " and above"
	}
	all := bandOne().FindAllStringSubmatch(low, 3)
	switch {
	case len(all) > 1:
		return "bands " + band(all[0][2]) + " and others"
	case len(all) == 1 && all[0][1] != "":
		return model.UnderBand1.String()
	case len(all) == 1:
		return "band " + band(all[0][2])
	case senior().MatchString(low):
		return model.VSM.String()
	}
	if m := bandBare().FindAllString(low, 2); len(m) == 1 {
		return "band " + band(m[0])
	}
	return gradeIn(text)
}

func band(s string) string {
	s = strings.ReplaceAll(s, " ", "")
	if s == "vsm" {
		return model.VSM.String()
	}
	return s
}

// gradeIn reads a text that is wholly a grade of medical and dental staff, or below band 1.
func gradeIn(text string) string {
	const most = 60
	if len(text) > most || strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' }) >= 0 {
		return ""
	}
	b, ok := model.ParseBand(text)
	if !ok || b == model.AnyBand || b == model.OtherMedical {
		return ""
	}
	return b.String()
}

// BandLabel reads the label of a row in a table of bands, where a number alone is a band.
func BandLabel(text string) string {
	b, ok := model.ParseBand(text)
	switch {
	case !ok || b == model.AnyBand:
		return ""
	case b.Medical() || b == model.VSM || b == model.UnderBand1:
		return b.String()
	}
	return "band " + b.String()
}

// baseIn finds what a percentage is named as one of, by the name of that figure: "% from
// total appointed".
func baseIn(text string) string {
	m := bases().FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	switch word := strings.ToLower(m[1]); word {
	case "appointments", "appointees":
		return "appointed"
	case "shortlist":
		return "shortlisted"
	case "total staff", "workforce":
		return "headcount"
	case "board":
		return "members"
	default:
		return word
	}
}
