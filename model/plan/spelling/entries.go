package spelling

import (
	"cmp"
	"slices"
	"strings"
)

// Complete gives the entries that begin with what was typed, and after them those
// of which a later word does, without regard to case and accents. What was typed
// in full is not offered again.
func Complete(typed string, entries []string) []string {
	key := Fold(typed)
	var begin, within []string
	for _, entry := range entries {
		switch folded := Fold(entry); {
		case folded == key:
		case strings.HasPrefix(folded, key):
			begin = append(begin, entry)
		case strings.Contains(folded, " "+key):
			within = append(within, entry)
		}
	}
	return append(begin, within...)
}

// ByUse gives each of some texts once, the commonest first and then in the order of the
// alphabet. Of spellings that differ in case, accents or spaces the commonest stands for
// all; blank ones are none.
func ByUse(of []string) []string {
	type entry struct {
		key       string
		spellings []string // each use
	}
	var all []*entry
	byKey := map[string]*entry{}
	for _, text := range of {
		text = strings.Join(strings.Fields(text), " ")
		key := Fold(text)
		if key == "" {
			continue
		}
		if byKey[key] == nil {
			byKey[key] = &entry{key: key}
			all = append(all, byKey[key])
		}
		byKey[key].spellings = append(byKey[key].spellings, text)
	}
	slices.SortStableFunc(all, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(len(b.spellings), len(a.spellings)), cmp.Compare(a.key, b.key))
	})
	texts := make([]string, len(all))
	for i, e := range all {
		texts[i] = commonest(e.spellings)
	}
	return texts
}

// commonest gives the text that stands most often, the first of several.
func commonest(texts []string) string {
	best, most := "", 0
	uses := map[string]int{}
	for _, text := range texts {
		uses[text]++
	}
	for _, text := range texts {
		if uses[text] > most {
			best, most = text, uses[text]
		}
	}
	return best
}
