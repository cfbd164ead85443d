package plan

import (
	"cmp"
	"slices"
	"strings"
)

// Leads gives who leads actions of the plan, most actions first, for a form to
// offer. Of spellings that differ in case, accents or spaces the commonest
// stands for all.
func (p Plan) Leads() []string { return p.entries(func(a Action) string { return a.Lead }) }

// Teams gives the teams of the plan, most actions first, as Leads does.
func (p Plan) Teams() []string { return p.entries(func(a Action) string { return a.Team }) }

// Complete gives the entries that begin with what was typed, and after them those
// of which a later word does, without regard to case and accents. What was typed
// in full is not offered again.
func Complete(typed string, entries []string) []string {
	key := fold(typed)
	var begin, within []string
	for _, entry := range entries {
		switch folded := fold(entry); {
		case folded == key:
		case strings.HasPrefix(folded, key):
			begin = append(begin, entry)
		case strings.Contains(folded, " "+key):
			within = append(within, entry)
		}
	}
	return append(begin, within...)
}

// entries gives the texts of a field by how often they stand in the plan, and then
// in the order of the alphabet.
func (p Plan) entries(of func(Action) string) []string {
	type entry struct {
		key       string
		uses      int
		spellings []string // each use
	}
	var all []*entry
	byKey := map[string]*entry{}
	for _, action := range p.actions {
		text := strings.Join(strings.Fields(of(action)), " ")
		key := fold(text)
		if key == "" {
			continue
		}
		if byKey[key] == nil {
			byKey[key] = &entry{key: key}
			all = append(all, byKey[key])
		}
		byKey[key].uses++
		byKey[key].spellings = append(byKey[key].spellings, text)
	}
	slices.SortStableFunc(all, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.uses, a.uses), cmp.Compare(a.key, b.key))
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
