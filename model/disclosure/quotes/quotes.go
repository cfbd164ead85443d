package quotes

import (
	"wres/model/disclosure"
	"wres/model/disclosure/people"
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
	f := people.NewFinder(disclosure.RuleOf(full.Settings).Small, full.Settings.Labels)
	shares := hidden(hiddenShares(full, view))
	var all []Quote
	for _, t := range texts {
		said := people.Split(t.Text)
		for i := 0; i < len(said.Tokens); i++ {
			share, end := shares.share(t, said, i)
			if share == nil {
				share, end = shares.whole(f, t, said, i)
			}
			if share == nil {
				end = f.At(said, i)
			}
			if end > i {
				all = append(all, Quote{t, said.Between(i, end), share})
				i = end - 1
			}
		}
	}
	return all
}
