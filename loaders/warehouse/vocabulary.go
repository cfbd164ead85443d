package warehouse

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// Label is a label of a column with the rows that have it.
type Label struct {
	Text string
	Rows int
	line int // of the vocabulary
}

// Vocabulary is the labels of each column of a table, by the column's standard name.
type Vocabulary map[string][]Label

// MostLabels is how many labels a column can have: one with more holds no category.
const MostLabels = 5000

// columns of a vocabulary.
var vocabularyColumns = []string{"field", "label", "row_count"}

// ReadVocabulary reads the labels of the columns that a query asks for. A column that the
// table does not name is passed over: the vocabulary may be of an earlier file of columns.
// The error names the line; it holds no label.
func (t *Table) ReadVocabulary(text *csvfile.File) (Vocabulary, error) {
	at := make([]int, len(vocabularyColumns))
	for i, name := range vocabularyColumns {
		at[i] = slices.IndexFunc(text.Header.Values, func(h string) bool { return csvfile.Fold(h) == csvfile.Fold(name) })
		if at[i] < 0 {
			return nil, fmt.Errorf("the header has no column %s; save what the query of 'wres sql vocabulary' gives, with its header: %s", name, strings.Join(vocabularyColumns, ","))
		}
	}
	all := Vocabulary{}
	seen := map[[2]string]bool{}
	for rec := range text.Records() {
		line := rec.Line
		if rec.Refused() {
			return nil, fmt.Errorf("line %d: %s", line, rec.Faults[0].Message)
		}
		field, label := strings.TrimSpace(rec.Value(at[0])), rec.Value(at[1])
		n, wrong := labels.ParseCount(rec.Value(at[2]))
		switch {
		case wrong != "":
			return nil, fmt.Errorf("line %d, column %d: row_count %s", line, at[2]+1, wrong)
		case !t.has(field):
			continue
		case seen[[2]string{field, label}]:
			return nil, fmt.Errorf("line %d: a label of %s stands in the vocabulary twice; save the result of one query alone", line, field)
		case strings.ContainsFunc(label, isUnsafe):
			return nil, fmt.Errorf("line %d: a label of %s holds a control character, which a query that is looked at on a screen must not; mend it in the warehouse, or in a view", line, field)
		}
		seen[[2]string{field, label}] = true
		all[field] = append(all[field], Label{label, n, line})
	}
	return all, t.judge(all)
}

// isUnsafe reports a character that a terminal acts on, or that turns the text around it: a
// query holds each label as it is.
func isUnsafe(c rune) bool {
	return unicode.IsControl(c) && c != '\n' && c != '\t' || unicode.Is(unicode.Bidi_Control, c)
}

// judge refuses a vocabulary of columns that hold something else than categories, or lack
// what the table names.
func (t *Table) judge(all Vocabulary) error {
	for _, f := range t.Kind.fields {
		column := t.columnOf(f)
		if column == "" {
			continue
		}
		of := all[column]
		switch {
		case len(of) == 0:
			return fmt.Errorf("no label of %s is in it, and the file of columns names one: make the vocabulary again with the same file of columns", column)
		case len(of) > MostLabels:
			return fmt.Errorf("%s has %s labels, and a category has %s at most: is this the right column?", column, labels.Thousands(len(of)), labels.Thousands(MostLabels))
		}
		for _, l := range of {
			if f.numeric == nil && likeAPerson(l.Text) || f.numeric != nil && !f.numeric(l.Text) && likeAPerson(l.Text) {
				return fmt.Errorf("line %d: %s holds a label that looks like a person's number or address, which is not shown here: it is no category; name another column, or mend it in the warehouse", l.line, column)
			}
		}
	}
	return nil
}

// likeAPerson reports whether a label may be about one person: it has six digits or more, or
// the sign of an address.
func likeAPerson(label string) bool {
	const most = 5
	digits := 0
	for _, c := range label {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return digits > most || strings.Contains(label, "@")
}

// labelsOf gives the labels of a field, the blank one among them, in order. Of labels that
// the engine does not tell apart it gives the first.
func (q *query) labelsOf(t *Table, f field) []Label {
	byText := map[string]Label{"": {}}
	if column := t.columnOf(f); column != "" {
		for _, l := range t.Labels[column] {
			key := l.Text
			if q.Padded {
				key = strings.TrimRight(key, " ")
			}
			if was, met := byText[key]; met {
				was.Rows += l.Rows
				byText[key] = was
			} else {
				byText[key] = Label{Text: key, Rows: l.Rows}
			}
		}
	}
	var all []Label
	for _, key := range slices.Sorted(maps.Keys(byText)) {
		all = append(all, byText[key])
	}
	return all
}
