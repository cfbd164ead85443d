package quotes

import (
	"wres/model/disclosure"
	"wres/model/indicator"
)

// Quote is words of a text that give what the view hides.
type Quote struct {
	Text
	Words string // as they stand in the text
	Share *Share // that they give; nil: they give a number of people
}

// Find lists what texts quote of that which a view of the full figures hides, in the order
// of the texts.
func Find(texts []Text, full, view *indicator.Results) []Quote {
	f := finder{disclosure.RuleOf(full.Settings).Small, adjectives(full.Settings.Labels), hiddenShares(full, view)}
	var all []Quote
	for _, t := range texts {
		said := split(t.Text)
		for i := 0; i < len(said.tokens); i++ {
			share, end := f.share(t, said, i)
			if share == nil {
				end = f.people(said, i)
			}
			if end > i {
				all = append(all, Quote{t, said.between(i, end), share})
				i = end - 1
			}
		}
	}
	return all
}

// finder knows what is hidden.
type finder struct {
	small      int             // the greatest small number
	adjectives map[string]bool // that may stand between a number and the people
	shares     []Share
}
