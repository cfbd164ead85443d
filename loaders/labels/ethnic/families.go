package ethnic

import (
	"slices"
	"strings"
	"sync"

	"wres/model"
	"wres/model/pattern"
)

// ethnicity reads a label without a code.
func (l labelWords) ethnicity() (model.Ethnicity, bool) {
	if len(l.words) == 0 {
		return model.UnknownEthnicity, false
	}
	if e, ok := ethnicityLabels()[l.key()]; ok {
		if l.twoGroups(e) {
			return model.UnknownEthnicity, false
		}
		return e, true
	}
	if e, ok := l.unstated(); ok {
		return e, true
	}
	if e, ok := l.byWords(); ok {
		return e, true
	}
	if l.joinsGroups() {
		return model.UnknownEthnicity, false
	}
	for _, read := range []func(labelWords) (model.Ethnicity, bool){labelWords.ofFamily, labelWords.plain, labelWords.ofNation} {
		if e, ok := read(l); ok {
			return e, true
		}
	}
	if bare := l.without(aroundEthnicity()); len(bare.words) < len(l.words) {
		return bare.ethnicity()
	}
	return model.UnknownEthnicity, false
}

// twoGroups reports whether the signs in a label of a category make it the names of two
// groups: "White & Other", "Black/White".
func (l labelWords) twoGroups(e model.Ethnicity) bool {
	last := len(l.words) - 1
	switch {
	case last < 1:
	case e == model.OtherWhite, e == model.OtherAsian, e == model.OtherBlack:
		return l.joined(last) || l.words[last-1] == "and"
	case e == model.OtherMixed && slices.Contains(l.words, "mixed"):
		return l.joined(last) || l.words[last-1] == "and"
	case e == model.OtherMixed, e == model.WhiteAndAsian:
		return last == 1 && strings.ContainsAny(l.before[1], `/,;|\`)
	}
	return false
}

// joinsGroups reports whether a label sets the names of two groups beside each other:
// "Mixed or White", "British & Other". Its people may be of either. What a mixed
// category is made of, beside that word, is no group by itself.
func (l labelWords) joinsGroups() bool {
	found := map[model.Ethnicity]bool{}
	start := 0
	for i := range len(l.words) + 1 {
		joint := i < len(l.words) && slices.Contains([]string{"and", "or", "plus"}, l.words[i])
		if i < len(l.words) && !joint && (i == start || !l.joined(i)) {
			if i > start && (l.to(i).isMixed() || l.parted(i) && l.from(i).isMixed()) {
				return false
			}
			continue
		}
		if i > start {
			if e, ok := l.from(start).to(i - start).without(aroundEthnicity()).category(); ok {
				found[e.Parent()] = true
			}
		}
		if start = i; joint {
			start++
		}
	}
	return len(found) > 1
}

func (l labelWords) isMixed() bool {
	first, _, ok := l.family()
	return ok && first == model.MixedGroup
}

// aroundEthnicity are words around a label that add nothing.
var aroundEthnicity = wordSet("background backgrounds heritage origin origins descent ethnicity ethnicities ethnic group groups people persons staff colleagues employees category")

// Words that tell a category wherever all of a label are of one kind.
var (
	britishWords    = wordSet("british english welsh scottish")
	besideBritish   = wordSet("white northern n irish or and")
	travellerWords  = wordSet("gypsy gypsies traveller travellers grt showman showmen showwoman showpeople")
	romaWords       = wordSet("roma romany romani")
	besideTraveller = wordSet("white roma romany romani irish of heritage or and community")
	bmeWords        = wordSet("bme bame minority minorities minoritised minoritized racialised racialized diverse colour color majority")
	besideBME       = wordSet("black asian mixed brown other and or ethnic ethnically global racially of people group groups background backgrounds heritage communities staff colleagues employees all")
	// minorWords are of those above the ones that say nothing alone.
	minorWords = map[string]string{"diverse": "ethnically", "colour": "people", "color": "people", "majority": "global"}
)

// byWords reads a label all of whose words are of one kind.
func (l labelWords) byWords() (model.Ethnicity, bool) {
	has := func(w string) bool { return slices.Contains(l.words, w) }
	switch {
	case l.only(besideBritish(), britishWords()):
		return model.WhiteBritish, !has("or") && !has("and") || !slices.Contains([]string{"or", "and"}, l.words[len(l.words)-1])
	case l.only(wordSet("white or and")(), romaWords()):
		return model.Roma, true
	case l.only(besideTraveller(), travellerWords()):
		return model.GypsyOrTraveller, true
	}
	text := minorityExcept().ReplaceAllString(strings.Join(l.words, " "), "")
	text = spelledBME().ReplaceAllString(text, "bme")
	if bare := wordsOf(text); bare.only(besideBME(), bmeWords()) && !slices.ContainsFunc(bare.words, func(w string) bool {
		with := minorWords[w]
		return with != "" && !slices.Contains(bare.words, with)
	}) {
		return model.BMEGroup, true
	}
	return model.UnknownEthnicity, false
}

// White minorities are not counted in the group, and reports say so in its label.
var (
	minorityExcept = pattern.Of(` (?:excluding|excl|exc|except|not including|without) white (?:ethnic )?minorit(?:y|ies)(?: groups?)?$`)
	spelledBME     = pattern.Of(`\bb (?:a )?m e\b`)
)

// nation are peoples and places that a label names behind its family, or before it,
// as answers to the census do. Which family they are of is not said here: where a label
// names none, it is asked about.
var nation = wordSet("nepalese nepali gurkha sri lankan lanka tamil sinhalese punjabi kashmiri goan gujarati bengali malayali keralan vietnamese thai filipino filipina philippine malaysian malay " +
	"singaporean indonesian japanese korean taiwanese burmese myanmar cambodian laotian mongolian tibetan bhutanese maldivian afghan iranian persian iraqi kurdish kurd israeli jewish sikh hindu muslim buddhist christian " +
	"syrian lebanese palestinian jordanian saudi yemeni omani kuwaiti azerbaijani armenian georgian kazakh uzbek arab turkish turk cypriot maltese greek italian spanish portuguese french german dutch belgian swiss austrian " +
	"swedish norwegian danish finnish icelandic scandinavian baltic polish romanian bulgarian hungarian czech slovak slovakian slovenian lithuanian latvian estonian albanian kosovan bosnian croatian serbian macedonian montenegrin " +
	"yugoslav yugoslavia ussr soviet ukrainian russian belarusian moldovan european american canadian australian zealander zealand antipodean nigerian ghanaian somali zimbabwean kenyan ugandan ethiopian eritrean sudanese " +
	"congolese angolan gambian leonean cameroonian ivorian zambian malawian tanzanian rwandan burundian mauritian seychellois algerian moroccan egyptian tunisian libyan senegalese liberian mozambican namibian " +
	"jamaican barbadian trinidadian guyanese grenadian haitian cuban dominican bermudian lucian vincentian brazilian colombian mexican chilean peruvian ecuadorian venezuelan bolivian argentinian latin hispanic latino latina " +
	"fijian samoan tongan maori british english welsh scottish cornish irish")

// nations reports whether all words name peoples or places. "African" and "Caribbean" are
// such only with a part of the world before them, or beside Asian: "White African" may be
// short for a mixed category.
func (l labelWords) nations(family model.Ethnicity) bool {
	any := false
	for i, w := range l.words {
		switch {
		case nation()[w], family == model.AsianGroup && slices.Contains([]string{"indian", "african", "caribbean", "chinese"}, w):
			any = true
		case (w == "african" || w == "america") && i > 0 && compass()[l.words[i-1]]:
			any = true
		case compass()[w]:
			any = any || family == model.AsianGroup
		case (w == "and" || w == "or" || w == "ex" || w == "former" || w == "other") && i < len(l.words)-1 && !(i == 0 && w[0] != 'e' && w[0] != 'f' && w != "other"):
		default:
			return false
		}
	}
	return any
}

var compass = wordSet("north south east west central northern southern eastern western middle sierra new saint st hong kong")

// mixedOf are words that a mixed category is named by.
var mixedOf = wordSet("white black asian chinese arab african caribbean indian pakistani bangladeshi and or other unspecified")

// family gives the high-level group that a whole label is, and its last category: that
// is where the census put an answer which named the group and something of no category.
func (l labelWords) family() (first, last model.Ethnicity, ok bool) {
	e, ok := ethnicityLabels()[l.key()]
	if !ok {
		if bare := l.without(aroundEthnicity()); len(bare.words) < len(l.words) {
			return bare.family()
		}
		e, ok = l.plain()
	}
	for _, f := range [][2]model.Ethnicity{{model.WhiteGroup, model.OtherWhite}, {model.MixedGroup, model.OtherMixed}, {model.AsianGroup, model.OtherAsian}, {model.BlackGroup, model.OtherBlack}, {model.OtherGroup, model.OtherEthnic}} {
		if ok && (e == f[0] || e == f[1] && l.only(otherWords(), wordSet("other")())) {
			return f[0], f[1], true
		}
	}
	return 0, 0, false
}

// otherWords are the words of a label that is all the rest of its family.
var otherWords = wordSet("any white mixed multiple asian black british caribbean african ethnic background group or and")

// plain reads a label that names its category more than once, as the census does: "Indian,
// Indian Scottish or Indian British".
func (l labelWords) plain() (model.Ethnicity, bool) {
	var once []string
	for _, w := range l.words {
		if !britishWords()[w] && w != "or" && w != "and" && !slices.Contains(once, w) {
			once = append(once, w)
		}
	}
	slices.Sort(once)
	key := strings.Join(once, " ")
	if key == "african black caribbean" && len(l.words) < 5 {
		return model.BlackGroup, true
	}
	if len(once) == 0 || len(once) == len(l.words) || l.words[len(l.words)-1] == "or" || l.words[0] == "or" {
		return model.UnknownEthnicity, false
	}
	e, ok := ethnicityLabels()[key]
	return e, ok && len(once) == 1 && e.Group() == model.BME
}

// ofFamily reads a category with its family before it or behind it.
func (l labelWords) ofFamily() (model.Ethnicity, bool) {
	for i := 1; i < len(l.words); i++ {
		for _, part := range [][2]labelWords{{l.to(i), l.from(i)}, {l.from(i), l.to(i)}} {
			first, last, ok := part[0].family()
			e, known := part[1].without(aroundEthnicity()).category()
			switch {
			case !ok:
				if g, group := part[0].category(); group && g == model.BMEGroup && known && e.Group() == model.BME && !l.joined(i) {
					return e, true
				}
			case known && e.Parent() == first && !(e == first && last != e && l.joined(i)):
				return e, true
			case first == model.OtherGroup && part[1].words[0] == "other", slices.Contains([]string{"other", "any other"}, part[1].key()) && !l.joined(i):
				return last, true
			}
		}
	}
	return model.UnknownEthnicity, false
}

// category reads a label that stands beside its family.
func (l labelWords) category() (model.Ethnicity, bool) {
	if e, ok := ethnicityLabels()[l.key()]; ok {
		return e, true
	}
	if e, ok := l.plain(); ok {
		return e, true
	}
	return l.byWords()
}

// ofNation reads a label that names its family and a people of no category, or that the
// category is not specified.
func (l labelWords) ofNation() (model.Ethnicity, bool) {
	for i := 1; i < len(l.words); i++ {
		for j, part := range [][2]labelWords{{l.to(i), l.from(i)}, {l.from(i), l.to(i)}} {
			first, last, ok := part[0].family()
			if !ok || first == model.OtherGroup && part[0].key() == "other" && (j > 0 || !l.parted(i)) {
				continue
			}
			rest := part[1]
			if first == model.MixedGroup {
				if !slices.ContainsFunc(rest.words, func(w string) bool { return !mixedOf()[w] && !nation()[w] }) && rest.key() != "white" && rest.words[len(rest.words)-1] != "and" {
					return last, true
				}
				continue
			}
			if _, unstated := rest.unstated(); unstated && !l.joined(i) && first != model.OtherGroup && (l.parted(i) || unspecified()[rest.key()]) {
				return last, true
			}
			if !l.joined(i) && rest.specified().nations(first) {
				return last, true
			}
		}
	}
	return model.UnknownEthnicity, false
}

// unspecified are the ways to say that no more is known than the family.
var unspecified = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"unspecified": true, "not specified": true, "non specific": true, "nos": true, "part not stated": true}
})

// specified takes such words off the end of a label.
func (l labelWords) specified() labelWords {
	for i := max(1, len(l.words)-3); i < len(l.words); i++ {
		if unspecified()[l.from(i).key()] {
			return l.to(i)
		}
	}
	return l
}

// labelOf reports whether the label may stand beside an ESR code: it is of the same group,
// or begins with the name of the family of a sub-code.
func (l labelWords) labelOf(code string, e model.Ethnicity) bool {
	if esr := wordsOf(esrLabels()[code]).key(); strings.HasPrefix(esr+" ", l.key()+" ") {
		return true
	}
	if by, ok := l.ethnicity(); ok {
		return by.Group() == e.Group()
	}
	for i := 1; i <= len(l.words) && len(code) == 2; i++ {
		if first, _, ok := l.to(i).family(); ok && first == esrCodes()[code[:1]].Parent() {
			return true
		}
	}
	return false
}
