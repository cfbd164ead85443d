// Package help holds the pages of help, one file a topic, and fills them with what is
// written down in the program's own tables.
package help

import (
	"embed"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/loaders/export/schemas"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/warehouse"
	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/model/words/methods"
)

// topics are the pages of help, one file a topic. A new topic is a new file.
//
//go:embed *.md
var topics embed.FS

// Topics lists the topics.
func Topics() []string {
	files, err := topics.ReadDir(".")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".md"))
	}
	return names
}

// marks are where a topic lists what is written down in a table of the program, so that
// the help cannot differ from it.
var marks = map[string]func() string{
	"methods":    methodsText,
	"indicators": indicatorsText,
	"views":      viewsText,
	"hidden":     hiddenText,
	"shared":     func() string { return columnsText(kinds.SharedColumns()) },
	"schemas":    schemasText,
	"engines":    enginesText,
	"counts":     func() string { return kindsText(false) },
	"lists":      func() string { return kindsText(true) },
}

// Topic gives a topic's page with its marks filled; an error where there is none.
func Topic(name string) (string, error) {
	page, err := topics.ReadFile(name + ".md")
	text := string(page)
	for mark, fill := range marks {
		if before, after, found := strings.Cut(text, "<!-- "+mark+" -->\n"); found {
			text = before + fill() + after
		}
	}
	return text, err
}

// pageWidth is how wide the lines are that the program makes.
const pageWidth = 78

// wrapped breaks a text into lines, all but the first with an indent. A word with a
// hyphen, which may be one to type, stays whole.
func wrapped(text string, width, indent int) string {
	const whole = "\u2011"
	text = ansi.Wrap(strings.ReplaceAll(text, "-", whole), width-indent, "")
	return strings.ReplaceAll(strings.ReplaceAll(text, whole, "-"), "\n", "\n"+strings.Repeat(" ", indent))
}

// indicatorsText lists the catalogue of indicators.
func indicatorsText() string {
	var all []string
	for _, ind := range indicator.Catalogue() {
		all = append(all, ind.ID+". "+wrapped(ind.Title+"."+ind.Help, pageWidth, 3)+"\n")
	}
	return strings.Join(all, "\n")
}

// schemasText lists the schemas, by the command that prints what they describe.
func schemasText() string {
	var b strings.Builder
	for _, name := range schemas.Names() {
		command := name
		switch name {
		case "plan":
			command = "plan list"
		case "plan-lint":
			command = "plan lint"
		}
		fmt.Fprintf(&b, "    %-18swres %s --json\n", schemas.Title(name), command)
	}
	return b.String() + "\n"
}

// enginesText says in which engines the queries were run.
func enginesText() string {
	return wrapped("The queries for "+words.Listed(warehouse.RanIn(true))+" were run, and gave what the list itself gives. Those for "+words.Listed(warehouse.RanIn(false))+
		" were not run by us: look at the accounts, and try them on a table that you can also read as a file.", pageWidth, 0) + "\n"
}

// hiddenText says what the mark of a hidden figure means, under the settings that are not changed.
func hiddenText() string {
	return "    " + wrapped(inview.AnyMeaning(model.DefaultSettings()), pageWidth, 4) + "\n"
}

// kindsText lists the kinds of extract, those of counts or the lists of people.
func kindsText(lists bool) string {
	choices := kinds.Choices()
	var all []string
	for _, e := range kinds.Extracts() {
		if (e.List != nil) != lists {
			continue
		}
		kind, _ := choices.Kind(e.Kind)
		text := wrapped(e.Kind+": "+e.Help+".", pageWidth, 0) + "\n" + wrapped(needsText(kind.Needs), pageWidth, 0) + "\n\n" + columnsText(e.Columns)
		if e.More != "" {
			text += "\n" + wrapped(e.More, pageWidth, 0) + "\n"
		}
		all = append(all, text)
	}
	return strings.Join(all, "\n")
}

// needsText says which columns a file must have; of each of these lists it is one.
func needsText(needs [][]string) string {
	var each []string
	several := false
	for _, need := range needs {
		each = append(each, labels.Listed(need, "or"))
		several = several || len(need) > 1
	}
	if last := len(each) - 1; several && last > 0 {
		return "Needed: " + strings.Join(each[:last], "; ") + "; and " + each[last] + "."
	}
	return "Needed: " + words.Listed(each) + "."
}

// columnsText lists columns, and what stands in them.
func columnsText(all []kinds.Column) string {
	const indent = 25
	var b strings.Builder
	for _, c := range all {
		fmt.Fprintf(&b, "    %-*s%s\n", indent-4, c.Name, wrapped(c.Help, pageWidth, indent))
	}
	return b.String()
}

// methodsText lists the table of methods.
func methodsText() string {
	var b strings.Builder
	for i, m := range methods.All() {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(m.Name + "\n")
		for _, line := range []string{"For " + m.For + ".", m.Formula, m.Why, "Source: " + m.Source + "."} {
			b.WriteString("    " + wrapped(line, pageWidth, 4) + "\n")
		}
	}
	return b.String()
}
