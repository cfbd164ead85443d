package kinds

import (
	"slices"
	"strings"
	"sync"

	"wres/loaders/csvfile"
	"wres/model"
)

// namesOf gives, by kind, the standard name for a folded header.
var namesOf = sync.OnceValue(func() map[string]map[string]string {
	names := map[string]map[string]string{}
	for _, e := range extracts() {
		names[e.Kind] = kindNames(e)
	}
	return names
})

// Means gives the standard name of a column of the kind under a folded header, or "".
func (e *Extract) Means(key string) string { return namesOf()[e.Kind][key] }

// kindNames indexes the columns of a kind by folded name; standard names go
// before synonyms, and a column's own synonyms before the common ones.
func kindNames(e *Extract) map[string]string {
	index := map[string]string{}
	all := e.AllColumns()
	for _, c := range all {
		index[csvfile.Fold(c.Name)] = c.Name
	}
	for _, columns := range [][]Column{e.Columns, all} {
		for _, c := range columns {
			for _, s := range c.Synonyms {
				if key := csvfile.Fold(s); index[key] == "" {
					index[key] = c.Name
				}
			}
		}
	}
	return index
}

// countNames indexes the words of count columns: the counts that each can mean.
var countNames = sync.OnceValue(func() map[string][]string {
	names := map[string][]string{}
	for _, e := range extracts() {
		for _, c := range e.Columns {
			if !slices.Contains(e.Counts, c.Name) || c.Name == "value" || c.Name == "percentage" {
				continue
			}
			for _, word := range append([]string{c.Name}, c.Synonyms...) {
				if key := csvfile.Fold(word); !slices.Contains(names[key], c.Name) {
					names[key] = append(names[key], c.Name)
				}
			}
		}
	}
	return names
})

// IsCount reports whether a standard name is that of a count.
func IsCount(standard string) bool { return len(countNames()[csvfile.Fold(standard)]) > 0 }

// CountNamed reads a cell of a count column: the count, or "" for another kind's.
// It answers false for a word that is no count at all.
func (e *Extract) CountNamed(cell string) (count string, known bool) {
	names := countNames()[csvfile.Fold(cell)]
	for _, n := range names {
		if slices.Contains(e.Counts, n) {
			return n, true
		}
	}
	return "", len(names) > 0
}

// CountIn finds the count of the kind that the words of a heading begin or end with, and
// gives the others: "White shortlisted applicants".
func (e *Extract) CountIn(words []string) (count string, others []string) {
	for size := len(words); size > 0; size-- {
		for _, at := range []int{0, len(words) - size} {
			if count, _ := e.CountNamed(strings.Join(words[at:at+size], " ")); count != "" {
				return count, slices.Concat(words[:at], words[at+size:])
			}
		}
	}
	return "", words
}

// StageNamed reads a cell of a count column: the count, or, of recruitment, "" for a stage
// that is no count of its own, such as those who applied or were interviewed.
func (e *Extract) StageNamed(cell string) (count string, known bool) {
	count, known = e.CountNamed(cell)
	if _, is := model.ParseStage(cell); !known && is && e.Figures == Recruitment {
		return "", true
	}
	return count, known && count != ""
}

// HeaderKeys folds the names of columns. A sign behind a name that asks or marks
// ("Voting?", "Ethnicity *") is no part of it, unless another column has the name
// without.
func HeaderKeys(names []string) []string {
	keys := make([]string, len(names))
	plain := map[string]bool{}
	for i, n := range names {
		keys[i] = csvfile.Fold(n)
		plain[keys[i]] = true
	}
	for i, key := range keys {
		if bare := strings.TrimRight(key, "?:*"); bare != "" && !plain[bare] {
			keys[i], plain[bare] = bare, true
		}
	}
	return keys
}

// KnownNames is the most columns of one kind that a record names.
func KnownNames(rec csvfile.Record) int {
	most := 0
	for _, e := range Extracts() {
		columns := map[string]bool{}
		for _, v := range rec.Values {
			if standard := e.Means(csvfile.Fold(v)); standard != "" {
				columns[standard] = true
			}
		}
		most = max(most, len(columns))
	}
	return most
}
