package talk

import (
	"fmt"
	"strings"

	"wres/model/meanings"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/talk/mapping"
)

// filesState says how the files are: "7 files, no errors, 3 points to check".
func filesState(c *conversation) string {
	r := c.data.Report
	return words.Count(len(r.Files), "file") + ", " + words.Quality(r.Errors(), r.Notices())
}

// theFiles lists the files, and says what is wrong with them.
func theFiles() place {
	return place{
		says: func(c *conversation) []string {
			r := c.data.Report
			lines := c.Labelled("The files", filesState(c))
			if n := r.NotUsed(); n > 0 {
				lines = append(lines, c.Labelled("Not used", words.Count(n, "file"))...)
			}
			if n := r.NotMapped(); n > 0 {
				lines = append(lines, c.Labelled("Not recognised", words.Count(n, "label"))...)
			}
			return lines
		},
		choices: func(c *conversation) (all []choice) {
			for _, f := range c.data.Report.Files {
				all = append(all, fileChoice(f))
			}
			all = append(all, mappingChoices(c, mapping.Talk.Before)...)
			return append(all,
				to(fmt.Sprintf("What is wrong, or to be checked: %s", words.Quality(c.data.Report.Errors(), c.data.Report.Notices())), "wrong", problemsPlace(0)),
				tells("Of how many staff the ethnicity is recorded", "recorded", recordedLines),
				choice{text: "Read the folder again", word: "read", does: readAgain})
		},
	}
}

func fileChoice(f source.File) choice {
	return to("File "+f.Name+": "+f.Kind+", "+string(f.Outcome), "", theFile(f.Name))
}

// theFile says what became of a file, and leads to what can be said of its columns and labels.
func theFile(name string) place {
	find := func(c *conversation) *source.File {
		for i := range c.data.Report.Files {
			if f := &c.data.Report.Files[i]; f.Name == name {
				return f
			}
		}
		return nil
	}
	return place{
		says: func(c *conversation) []string { return fileLines(c, *find(c)) },
		choices: func(c *conversation) []choice {
			all := mappingChoices(c, func(t mapping.Talk) []mapping.Point { return t.Of(find(c)) })
			return append(all, to("What is wrong with all the files, or to be checked", "wrong", problemsPlace(0)))
		},
		gone: func(c *conversation) bool { return find(c) == nil },
	}
}

// mappingChoices are what can be said of files, in full figures: it quotes counts. Once
// something is said, the folder is read again under it.
func mappingChoices(c *conversation, of func(mapping.Talk) []mapping.Point) (all []choice) {
	if c.deps.SaveMapping == nil || c.views.published {
		return nil
	}
	t := mapping.Talk{Speech: &c.Speech, Save: c.deps.SaveMapping,
		Files: meanings.Reading{Report: c.data.Report, Choices: c.deps.Choices, Clean: c.Clean}}
	for _, p := range of(t) {
		all = append(all, choice{text: p.Text, word: p.Word, does: func(c *conversation) {
			c.known = !p.Does() || !readOver(c)
			c.fresh = true
		}})
	}
	return all
}

// fileLines say what a file was taken for, and what became of its rows.
func fileLines(c *conversation, f source.File) []string {
	lines := c.Labelled("File", f.Name)
	lines = append(lines, c.Labelled("Taken for", f.Kind+", "+string(f.Outcome))...)
	if f.Outcome != source.Refused {
		lines = append(lines, c.Labelled("Written as", f.Reading())...)
		lines = append(lines, c.Labelled("Rows", fmt.Sprintf("%s read, %s used, %s refused, %s set aside", words.Thousands(f.RowsRead),
			words.Thousands(f.RowsUsed), words.Thousands(f.RowsRefused), words.Thousands(f.RowsAside)))...)
	}
	if a := f.Account; a != nil && f.People == nil && !c.views.published {
		lines = append(lines, c.Labelled("People in its cells", fmt.Sprintf("%s, of whom %s counted, %s refused, %s set aside, %s not used", words.Thousands(a.In),
			words.Thousands(a.Counted), words.Thousands(a.Refused), words.Thousands(a.Aside), words.Thousands(a.Unused)))...)
	}
	if f.People != nil && !c.views.published {
		lines = append(lines, c.Labelled("People", f.Counted(words.Thousands))...)
	}
	if f.Reason != "" {
		lines = append(lines, c.Labelled("Why", c.mapHere(f.Reason))...)
	}
	var used, unused []string
	for i, column := range f.Columns {
		name := column.Header
		if name == "" {
			name = fmt.Sprintf("column %d without a name", i+1)
		}
		switch {
		case column.Field == "":
			unused = append(unused, name)
		case column.Field == column.Header:
			used = append(used, name)
		default:
			used = append(used, name+" as "+column.Field)
		}
	}
	for _, of := range []struct {
		label string
		names []string
	}{{"Columns that are used", used}, {"Columns that are not used", unused}} {
		if len(of.names) > 0 {
			lines = append(lines, c.Labelled(of.label, strings.Join(of.names[:min(len(of.names), mostColumns)], ", "))...)
		}
		if more := len(of.names) - mostColumns; more > 0 {
			lines = append(lines, "And "+words.Count(more, "more column")+".")
		}
	}
	if c.views.published {
		return append(lines, quotesCells)
	}
	for _, p := range c.data.Report.Problems {
		if p.File == f.Name {
			lines = append(lines, problemLines(c, p)...)
		}
	}
	return lines
}

// quotesCells stands in the publication view in place of what is wrong, which may quote small
// counts.
const quotesCells = "What is wrong with the files quotes their cells, and is said in the full figures only."

// mostColumns is how many columns of a file are named.
const mostColumns = 40

// problemsShown is how many problems are said at a time.
const problemsShown = 10

// problemsPlace says problems from one on, and leads to the next.
func problemsPlace(from int) place {
	return place{
		says: func(c *conversation) []string {
			if c.views.published {
				return []string{quotesCells}
			}
			all := c.data.Report.Problems
			var lines []string
			if from == 0 {
				lines = c.Labelled("What is wrong", words.Quality(c.data.Report.Errors(), c.data.Report.Notices()))
				for _, u := range c.data.Report.Unmapped[:min(len(c.data.Report.Unmapped), problemsShown)] {
					lines = append(lines, c.Labelled("Not recognised", fmt.Sprintf("%s in %s, %s people: %s", u.Field, u.File, words.Thousands(u.Count), u.Label))...)
				}
			}
			for _, p := range all[min(from, len(all)):min(from+problemsShown, len(all))] {
				lines = append(lines, problemLines(c, p)...)
			}
			if len(lines) == 0 {
				return []string{"There is no more to check."}
			}
			return lines
		},
		choices: func(c *conversation) []choice {
			more := len(c.data.Report.Problems) - from - problemsShown
			if more <= 0 || c.views.published {
				return nil
			}
			ch := to(fmt.Sprintf("Go on: %d more", more), "more", problemsPlace(from+problemsShown))
			ch.enter = true
			return []choice{ch}
		},
	}
}

// problemLines say a problem: where it is, and what it is.
func problemLines(c *conversation, p source.Problem) []string {
	where := p.File
	if place := p.Place(); place != "" {
		where += ", " + place
	}
	if p.Field != "" {
		where += ", " + p.Field
	}
	lines := c.Labelled(words.Capital(string(p.Severity)), where)
	return append(lines, c.Lines(words.Capital(c.mapHere(p.Message)))...)
}

// mapHere says where columns and labels are given their meanings, of a text that names the key
// of a screen.
func (c *conversation) mapHere(text string) string {
	return strings.ReplaceAll(text, " in the app with f", " here, in the choices of the file")
}

// recordedLines say of how many staff the ethnicity is recorded, year by year.
func recordedLines(c *conversation) (lines []string) {
	for _, f := range (report.Check{Results: c.views.said}).Declared() {
		lines = append(lines, c.Labelled(f.Year.String(), c.voice().Declared(&f))...)
	}
	if len(lines) == 0 {
		return []string{"The files do not say that."}
	}
	return lines
}
