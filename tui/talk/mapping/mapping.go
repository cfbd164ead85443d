// Package mapping is the part of the conversation in which a column or a label of a file is
// given its meaning, and a file its year: what was read goes in, questions with numbered answers
// are asked, and a mapping is saved as soon as one is answered.
//
// Place in the flow: tui/talk opens it from its places of files and reads the folder again once
// something was saved. What is near, and what can be meant, is known by model/meanings.
package mapping

import (
	"cmp"
	"fmt"
	"strings"

	"wres/model/meanings"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/talk/speech"
)

// Talk asks what columns and labels mean.
type Talk struct {
	*speech.Speech
	Files meanings.Reading           // as they were read
	Save  func(source.Mapping) error // durably, into the folder
}

// Point is something that can be said of a file, or of all that was mapped. Does asks it, and
// reports whether something was saved.
type Point struct {
	Text, Word string
	Does       func() (saved bool)
}

// asked is a column or a label in a list of them.
type asked struct {
	text string // it is said by
	item meanings.Item
	file *source.File // that it is a column of; nil: it is a label, or was mapped before
	held *source.Held // by the cells of that column
}

// Of lists what can be said of a file.
func (t Talk) Of(f *source.File) (points []Point) {
	if labels := t.labels(f); len(labels) > 0 {
		points = append(points, Point{"Say what a label means: " + words.Count(len(labels), "label") + " not recognised", "labels",
			func() bool { return t.pick("Which label?", labels) }})
	}
	if columns := t.columns(f); len(columns) > 0 {
		points = append(points, Point{"Say what a column is: " + words.Count(len(columns), "column"), "columns",
			func() bool { return t.pick("Which column?", columns) }})
	}
	if near := t.Files.Suggestions(f); len(near) > 0 {
		points = append(points, Point{"Hear what is suggested, and accept it or not: " + words.Count(len(near), "suggestion"), "suggested",
			func() bool { return t.accept(near) }})
	}
	if it, why := t.Files.YearOf(f); why == "" {
		said := "the file does not say it"
		if f.Year.Year != 0 {
			said = fmt.Sprintf("%d, as %s says", f.Year.Year, f.Year.By)
		}
		points = append(points, Point{"The year of all its rows: " + said, "set", func() bool { return t.year(it, f.Name) }})
	}
	return points
}

// Before lists what was mapped before; nothing where nothing was.
func (t Talk) Before() (points []Point) {
	var all []asked
	for _, e := range t.Files.Report.Mapping.Entries() {
		it, what := t.Files.MappedItem(e)
		all = append(all, asked{text: fmt.Sprintf("The %s %q: %s", what, t.Clean(e.Written), e.Meaning), item: it})
	}
	if len(all) == 0 {
		return nil
	}
	return []Point{{"What you mapped, to change or forget it: " + words.Count(len(all), "meaning"), "mapped", func() bool { return t.pick("Which of them?", all) }}}
}

func (t Talk) labels(f *source.File) (all []asked) {
	for _, u := range t.Files.UnmappedOf(f.Name) {
		all = append(all, asked{text: fmt.Sprintf("%q in %s, %s: %s", t.Clean(u.Label), u.Field, people(u.Count), meanings.Uncounted(u.Field)), item: t.Files.LabelItem(u)})
	}
	return all
}

func people(n int) string {
	if n == 1 {
		return "1 person"
	}
	return words.Thousands(n) + " people"
}

func (t Talk) columns(f *source.File) (all []asked) {
	near := t.Files.NearestKind(f)
	for i, c := range f.Columns {
		name := strings.TrimSpace(t.Clean(c.Header))
		if name == "" {
			name = fmt.Sprintf("column %d without a name", i+1)
		}
		means := cmp.Or(c.Field, near.Fields[i], source.Ignored)
		if c.Personal {
			means = "not read, as it says who someone is"
		}
		if len(c.Rivals) > 0 {
			means += ", as column " + c.AlsoColumns() + " is too"
		}
		all = append(all, asked{name + ": " + means, t.Files.ColumnItem(f, c), f, c.Holds})
	}
	return all
}

// page is how many answers are said at a time.
const page = 9

// choose asks for one of many, a few at a time; -1: none was chosen.
func (t Talk) choose(question []string, no string, all []string) int {
	for from := 0; ; from += page {
		shown := all[from:min(from+page, len(all))]
		answers := shown[:len(shown):len(shown)]
		if more := len(all) - from - len(shown); more > 0 {
			answers = append(answers, fmt.Sprintf("Hear others: %d more", more))
		}
		switch n := t.Speech.Choose(question, no, answers...); {
		case n < len(shown) && n >= 0:
			return from + n
		case n < 0:
			return -1
		}
	}
}

// pick asks for one of a list, and then what it means.
func (t Talk) pick(question string, all []asked) bool {
	var texts []string
	for _, one := range all {
		texts = append(texts, one.text)
	}
	n := t.choose([]string{question}, "None of these.", texts)
	switch {
	case n < 0:
		return false
	case all[n].item.Fixed != "":
		t.Tell(all[n].item.Fixed)
		return false
	case all[n].item.Table == source.YearsTable:
		return t.year(all[n].item, all[n].item.Written)
	}
	return t.meaning(all[n])
}

// meaning asks what a column or a label means. None of the answers is the usual one.
func (t Talk) meaning(one asked) bool {
	choices := t.Files.ChoicesFor(one.item, one.file)
	var texts []string
	for _, c := range choices {
		text := c.Name
		if c.Now {
			text += ", as it is now"
		}
		if c.Help != "" {
			text += ": " + c.Help
		}
		texts = append(texts, text)
	}
	question := append(t.Lines(one.item.Question), t.Lines(meanings.HeldSaid(one.held))...)
	if len(choices) > 0 && !choices[0].Near && !one.item.Mapped && (one.item.Now == "" || one.item.Now == source.Ignored) {
		question = append(question, "No meaning is near enough to be named first.")
	}
	n := t.choose(question, "Leave it as it is.", texts)
	if n < 0 {
		t.Tell("It is left as it is.")
		return false
	}
	t.Files.Choose(one.item, choices[n].Meaning)
	return t.save()
}

// accept says what is suggested for a file, and takes all of it where that is wanted.
func (t Talk) accept(all []meanings.Suggestion) bool {
	t.Say("This is suggested. It would hold in every file.")
	for _, s := range all {
		what := fmt.Sprintf("The column %q", s.What)
		if s.Of != "" {
			what = fmt.Sprintf("The label %q in %s", s.What, s.Of)
		}
		t.Tell(what + " means " + s.Meaning + ", by " + meanings.Quoted(s.Words) + ".")
	}
	if t.Speech.Choose([]string{"Accept all of it?"}, "No: leave everything as it is.", "Yes: accept "+words.Count(len(all), "suggestion")+".") != 0 {
		t.Tell("Everything is left as it is.")
		return false
	}
	for _, s := range all {
		t.Files.Choose(s.Item, s.Meaning)
	}
	return t.save()
}

// year asks for the year of all rows of a file.
func (t Talk) year(it meanings.Item, name string) bool {
	t.Tell(fmt.Sprintf("Of which WRES year are all rows of %q?", t.Clean(name)))
	t.Say("2024, or 2023/24, is the year that ends on 31 March 2024.", "It goes before a year in the file's name, and never before one that a row says.")
	if it.Now != "" {
		t.Tell("It was set to " + it.Now + `. "none" takes that back.`)
	}
	for {
		t.Say("Your answer, as a year? Enter alone leaves it as it is.")
		typed, ok := t.Read()
		switch typed = strings.Trim(typed, `"'. `); {
		case !ok, typed == "", strings.EqualFold(typed, "back"), strings.EqualFold(typed, "no"):
			t.Tell("It is left as it is.")
			return false
		case strings.EqualFold(typed, "quit"):
			t.Over = true
			return false
		case strings.EqualFold(typed, "none") && it.Now != "":
			typed = ""
		}
		year, wrong := meanings.Year(typed)
		if wrong == "" {
			t.Files.Choose(it, year)
			return t.save()
		}
		t.Tell(wrong)
	}
}

// save saves what was chosen.
func (t *Talk) save() bool {
	all := t.Files.Chosen()
	if len(all) == 0 {
		t.Tell("It means that already.")
		return false
	}
	if err := t.Save(meanings.Mapping(all)); err != nil {
		t.Label("It is not kept, and nothing was changed", strings.TrimPrefix(err.Error(), "not saved: "))
		return false
	}
	t.Tell(words.Count(len(all), "change") + " saved to wres-mapping.toml.")
	return true
}
