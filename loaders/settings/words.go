package settings

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/loaders/labels/ethnic"
	"wres/model"
)

// wrongType is the decoder's message about a value of another type than a key has.
// It names types of this program, which mean nothing to a reader.
var wrongType = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?s)cannot (?:decode TOML .+? into|store a table in) (?:a )?(?:struct field .* of type |struct field .*\.)?(.+)$`)
})

// typeWords says what to write for each type of value.
var typeWords = []struct{ prefix, words string }{
	{"string", "text in quotes"},
	{"bool", "true or false"},
	{"int", "a whole number"},
	{"float", "a number"},
	{"[]string", `a list in brackets, such as ["8a", "8b"]`},
	{"[]", "written as a table, under its name in double brackets"},
	{"map", "written as a table, under its name in brackets"},
	{"struct", "written as a table, under its name in brackets"},
	{"settings.", "written as a table, under its name in double brackets"},
}

// typeMessage says in the words of the settings what a value must be, or "" where
// the message is about something else.
func typeMessage(key, message string) string {
	m := wrongType().FindStringSubmatch(message)
	if m == nil {
		return ""
	}
	what := cmp.Or(key, "the value")
	for _, t := range typeWords {
		if strings.HasPrefix(m[1], t.prefix) {
			return what + " must be " + t.words
		}
	}
	return what + " is not the kind of value that belongs here"
}

// keyAt gives the key that stands on a line of a settings file, or "".
func keyAt(data []byte, line int) string {
	var d document
	d.find(data)
	found := ""
	for key, at := range d.places { // the longest: a key's table may stand on its line
		if at.line == line && len(key) > len(found) {
			found = key
		}
	}
	return found
}

// applyLabels takes the words for the groups. Each must tell its group from the
// others, on the screen and in a file.
func (s *Settings) applyLabels(d *document, own settingsFile) error {
	given := [model.GroupCount]*string{model.White: own.Labels.White, model.BME: own.Labels.BME, model.Unknown: own.Labels.Unknown}
	for _, g := range model.Groups() {
		if given[g] == nil {
			continue
		}
		key, label := "labels."+g.String(), csvfile.Clean(*given[g])
		if label == "" {
			return d.wrong(key, "the label is empty; give the word for the group, or delete the line")
		}
		if n := len([]rune(label)); n > maxLabel {
			return d.wrong(key, fmt.Sprintf("the label has %d letters, and there is room for %d; give a shorter one", n, maxLabel))
		}
		if e, known := ethnic.Parse(label); known && e.Group() != g {
			return d.wrong(key, fmt.Sprintf("%s is a word for the group %s; give one for the group %s", labels.Quoted(label), e.Group(), g))
		}
		if model.IsTotal(label) {
			return d.wrong(key, fmt.Sprintf("%s is a word for the total of all groups; give one for the group %s", labels.Quoted(label), g))
		}
		for _, other := range model.Groups() {
			if other < g && given[other] != nil && csvfile.Fold(*given[other]) == csvfile.Fold(label) {
				return d.wrong(key, fmt.Sprintf("%s is the label of the group %s too; give each group its own", labels.Quoted(label), other))
			}
		}
		s.labels.CallGroup(g, *given[g], label)
	}
	return nil
}
