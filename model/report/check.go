package report

import (
	"fmt"
	"slices"
	"strings"

	"wres/model/indicator"
	"wres/model/source"
	"wres/model/words"
)

// Check is what was read of a folder and what is wrong with it.
type Check struct {
	Report  source.Report
	Results *indicator.Results // nil: nothing was usable
}

// Kind is CheckPage.
func (Check) Kind() Kind { return CheckPage }

// Blocks tells of each file, of labels that were not recognised, of the staff whose
// ethnicity is recorded, and of the problems.
func (c Check) Blocks(s Safe) []Block {
	var blocks []Block
	for _, part := range []Outline{c.files(), c.labels(), c.declared(), c.problems()} {
		for i := range part {
			part[i].Text = s.Line(part[i].Text)
		}
		if len(part) > 0 {
			blocks = append(blocks, part)
		}
	}
	return blocks
}

func (c Check) files() Outline {
	var lines Outline
	for _, f := range c.Report.Files {
		lines = append(lines, fileLines(f)...)
	}
	return lines
}

func (c Check) labels() Outline {
	if len(c.Report.Unmapped) == 0 {
		return nil
	}
	lines := Outline{{0, "Labels that were not recognised: an ethnicity counts as unknown, a band or category as none. Map them in the app with f, or do as the notice of each says:"}}
	for _, u := range c.Report.Unmapped {
		lines = append(lines, Line{1, fmt.Sprintf("%s: %s %q, %s", u.File, u.Field, u.Label, peopleText(u.Count))})
	}
	return lines
}

func (c Check) declared() Outline {
	lines := Outline{{0, "Staff whose ethnicity is recorded:"}}
	for _, f := range c.workforce() {
		if said := words.For(c.Results.Settings).Declared(&f); said != "" {
			lines = append(lines, Line{1, f.Year.String() + ": " + said})
		}
	}
	if len(lines) == 1 {
		return nil
	}
	return lines
}

func (c Check) problems() Outline {
	r := c.Report
	lines := Outline{{0, fmt.Sprintf("Errors: %d. Notices: %d.", r.Errors(), r.Notices())}}
	for _, p := range r.Problems {
		lines = append(lines, Line{0, string(p.Severity) + ": " + p.String()})
	}
	return lines
}

// Declared lists the figures of the years whose source counts staff of unknown
// ethnicity.
func (c Check) Declared() []indicator.Figure {
	return slices.DeleteFunc(slices.Clone(c.workforce()), func(f indicator.Figure) bool {
		_, _, _, ok := f.Declared()
		return !ok
	})
}

// workforce lists the figures of the workforce, year by year.
func (c Check) workforce() []indicator.Figure {
	if c.Results == nil || c.Results.Indicator(indicator.WorkforceID) == nil {
		return nil
	}
	return c.Results.Indicator(indicator.WorkforceID).Figures
}

// fileLines say what one file was taken for and what became of its rows.
func fileLines(f source.File) Outline {
	lines := Outline{{0, fmt.Sprintf("%s: %s, %s", f.Name, f.Kind, f.Outcome)}}
	if f.Outcome != source.Refused {
		how := f.Reading()
		if f.Delimiter != "" {
			how = fmt.Sprintf("%s, fields parted by %s, header in line %d", f.Encoding, f.Delimiters(), f.HeaderLine)
		}
		lines = append(lines,
			Line{1, how},
			Line{1, fmt.Sprintf("%s rows read = %s used + %s refused; %s set aside", words.Thousands(f.RowsRead), words.Thousands(f.RowsUsed),
				words.Thousands(f.RowsRefused), words.Thousands(f.RowsAside))})
	}
	for _, line := range columnLines(f) {
		lines = append(lines, Line{1, line})
	}
	if a := f.Account; a != nil && f.People == nil {
		lines = append(lines, Line{1, fmt.Sprintf("%s in its cells = %s counted + %s refused + %s set aside + %s not used",
			peopleText(a.In), words.Thousands(a.Counted), words.Thousands(a.Refused), words.Thousands(a.Aside), words.Thousands(a.Unused))})
	}
	if f.People != nil {
		lines = append(lines, Line{1, f.Counted(words.Thousands)})
	}
	if f.Reason != "" {
		lines = append(lines, Line{1, f.Reason})
	}
	return lines
}

// columnsShown is how many columns of a sort are listed: some files have thousands.
const columnsShown = 40

// columnLines say what the columns of a file were taken for. Columns that are about
// people are named, and never read.
func columnLines(f source.File) []string {
	var used, unused, personal []string
	for i, c := range f.Columns {
		switch {
		case c.Personal:
			personal = append(personal, columnName(i, c))
		case c.Field == "":
			unused = append(unused, columnName(i, c))
		case c.Known == source.ByName:
			used = append(used, columnName(i, c))
		default:
			used = append(used, fmt.Sprintf("%s = %s (%s)", columnName(i, c), c.Field, c.Known))
		}
	}
	var lines []string
	for _, l := range []struct {
		title string
		names []string
	}{{"columns", used}, {"not used", unused}, {"not read, for they are about people", personal}} {
		if n := len(l.names) - columnsShown; n > 0 {
			l.names = append(l.names[:columnsShown:columnsShown], fmt.Sprintf("%d more", n))
		}
		if len(l.names) > 0 {
			lines = append(lines, l.title+": "+strings.Join(l.names, "; "))
		}
	}
	return lines
}

// columnName gives a column's header, or its number where it has none.
func columnName(i int, c source.Column) string {
	if c.Header == "" {
		return fmt.Sprintf("column %d without a name", i+1)
	}
	return c.Header
}

// peopleText counts people: "1 person", "1,204 people".
func peopleText(n int) string {
	if n == 1 {
		return "1 person"
	}
	return words.Thousands(n) + " people"
}

// NothingUsable says what was wrong with each file of a folder of which nothing can be used,
// and what to do.
func NothingUsable(folder string, said source.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "nothing in %s can be used", source.Path(folder))
	if len(said.Files) == 0 {
		b.WriteString(": it holds no .csv, .tsv, .txt or .xlsx file")
	}
	told := map[string]bool{}
	for _, file := range said.Files {
		if file.Reason != "" {
			fmt.Fprintf(&b, "\n  %s: %s", file.Name, file.Reason)
			told[file.Name] = true
		}
	}
	more := 0
	for i, p := range said.Problems {
		switch {
		case told[p.File]:
		case i >= ProblemsShown:
			more++
		default:
			b.WriteString("\n  " + p.String())
		}
	}
	if more > 0 {
		fmt.Fprintf(&b, "\n  and %s", words.Count(more, "more problem"))
	}
	b.WriteString("\n'wres help data' says what the files need; 'wres init DIR' writes empty ones to fill")
	return b.String()
}
