package ethnic

import (
	"strings"
	"sync"

	"wres/model"
)

// The words by which a label says that an ethnicity is not known. Each is a denial and
// what is denied: that the person said it, or that somebody recorded it.
var (
	denials = wordSet("not no none never nor non without t cannot unable")
	// refusals are denials that say that the person was asked.
	refusals   = wordSet("refuse refused refuses refusal decline declined declines withheld withhold withholds unwilling opted")
	wishes     = wordSet("prefer prefers preferred rather wish wishes wished want wants wanted choose chooses chose chosen willing agree agreed")
	sayings    = wordSet("say said state stated disclose disclosed declare declared divulge divulged share shared reveal revealed answer answered respond responded response reply replied declaration disclosure statement")
	recordings = wordSet("known know sure recorded record held collected asked captured")
	// givings are of the record, unless a wish stands before them.
	givings = wordSet("give given provide provided supply supplied specify specified obtain obtained enter entered available complete completed filled submitted returned reported identify identified " +
		"indicated set assigned coded classified categorised allocated mapped matched defined confirmed updated selected received applicable listed found determined requested")
	blanks       = wordSet("missing null nan nil none blank blanks empty pending awaiting awaited incomplete invalid nk ns na dk tbc")
	unnamed      = wordSet("data information info entry value detail details ethnicity ethnic origin race response answer record reply declaration disclosure")
	aroundDenial = wordSet("i d do don did didn does doesn would has hasn have been my their his her the to a an this that it be is was were or and of by on in at for yet currently left out code group category " +
		"background status field question staff employee person people individual respondent applicant colleague member default any")
	initials = sync.OnceValue(func() map[string]bool {
		return map[string]bool{"n a": true, "n k": true, "n s": true, "d k": true, "p n t s": true, "pnts": true}
	})
)

// unstated reads a label that says in any words that an ethnicity is not known, and
// nothing else: "Not declared", "No data", "I'd rather not say".
func (l labelWords) unstated() (model.Ethnicity, bool) {
	if initials()[l.key()] {
		return model.Missing, true
	}
	var denied, refused, said, recorded, given, blank, noun, wished, open bool
	for i, w := range l.words {
		verb := w
		for _, un := range []string{"un", "non"} {
			if rest, ok := strings.CutPrefix(w, un); ok && (sayings()[rest] || recordings()[rest] || givings()[rest]) {
				verb, denied = rest, true
			}
		}
		switch {
		case w == "unknown":
			open = true
		case w == "no" && i+1 < len(l.words) && (strings.HasPrefix(l.before[i+1], ".") || !unnamed()[l.words[i+1]]):
			return model.UnknownEthnicity, false // "No. declared", "No declared" may be how many did
		case denials()[w]:
			denied, blank = true, blank || w == "none"
		case refusals()[w]:
			refused = true
		case wishes()[w]:
			wished = true
		case unnamed()[w] || sayings()[verb] || recordings()[verb] || givings()[verb] || blanks()[w]:
			noun, said, recorded = noun || unnamed()[w], said || sayings()[verb], recorded || recordings()[verb] && !unnamed()[verb]
			given, blank = given || givings()[verb], blank || blanks()[w]
		case !aroundDenial()[w]:
			return model.UnknownEthnicity, false
		}
	}
	refused = refused || denied && wished
	switch {
	case !(open || refused || blank || denied && (said || recorded || given || noun)):
		return model.UnknownEthnicity, false
	case open, (refused || said) && (blank || recorded):
		return model.UnknownEthnicity, true
	case refused || said:
		return model.NotStated, true
	}
	return model.Missing, true
}
