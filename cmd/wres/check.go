package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"wres/model/indicator"
	"wres/model/source"
)

func (c *cli) checkCommand() *cobra.Command {
	var json bool
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Print what was read of a folder and what is wrong with it",
		Long: "Prints each file: what it was taken for, how it is written, and its rows read,\n" +
			"used and refused. Then each problem with its file, line and column. The exit\n" +
			"status is 4 where there are errors; notices do not count.",
		Args:              oneFolder,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			return c.check(cmd, folderOf(args), json)
		}),
	}
	cmd.Flags().BoolVar(&json, "json", false, "print JSON, schema wres-check/1")
	return cmd
}

// check prints what reading a folder said. A folder of which nothing is usable
// is told of all the same, before the status that says so.
func (c *cli) check(cmd *cobra.Command, dir string, json bool) error {
	f, err := folderAt(dir, commandNames(cmd))
	if err != nil {
		return err
	}
	read, err := c.read(cmd.Context(), f, nil)
	known, _ := errors.AsType[*failure](err)
	unusable := known != nil && known.status == statusNothing && len(read.report.Files) > 0
	if err != nil && !unusable {
		return err
	}
	if json {
		err = c.printEncoded(encodeJSON(checkJSON(read)))
	} else {
		err = c.print([]byte(c.checkText(read)))
	}
	switch {
	case err != nil:
		return err
	case unusable:
		return nothingRead(fmt.Errorf("nothing in %q can be used", f.path))
	case read.report.Errors() > 0:
		return &failure{status: statusFound}
	}
	return nil
}

// checkText is the report for people, wrapped to the terminal.
func (c *cli) checkText(read contents) string {
	var b strings.Builder
	r := read.report
	width, set := c.width(), c.charset()
	say := func(indent, text string) {
		for i, line := range strings.Split(ansi.Wrap(set.Text(clean(text)), max(width-len(indent), 1), ""), "\n") {
			if i == 0 {
				b.WriteString(indent + line + "\n")
				continue
			}
			b.WriteString(indent + "  " + line + "\n")
		}
	}
	for _, f := range r.Files {
		say("", fmt.Sprintf("%s: %s, %s", f.Name, f.Kind, f.Outcome))
		if f.Outcome != source.Refused {
			say("  ", fmt.Sprintf("%s, fields parted by %s, header in line %d", f.Encoding, delimiterName(f.Delimiter), f.HeaderLine))
			say("  ", fmt.Sprintf("%s rows read = %s used + %s refused; %s set aside", indicator.Thousands(f.RowsRead), indicator.Thousands(f.RowsUsed),
				indicator.Thousands(f.RowsRefused), indicator.Thousands(f.RowsAside)))
		}
		for _, line := range columnLines(f) {
			say("  ", line)
		}
		if f.People != nil {
			say("  ", f.Counted(indicator.Thousands))
		}
		if f.Reason != "" {
			say("  ", f.Reason)
		}
	}
	if len(r.Unmapped) > 0 {
		b.WriteString("\n")
		say("", "Labels that no table knows: ethnicity counts as unknown, a band or category as none. Map them in the app with f, or do as the notice of each says:")
		for _, u := range r.Unmapped {
			say("  ", fmt.Sprintf("%s: %s %q, %s", u.File, u.Field, u.Label, peopleText(u.Count)))
		}
	}
	if lines := declaredLines(read.results); len(lines) > 0 {
		b.WriteString("\n")
		say("", "Staff whose ethnicity is known:")
		for _, line := range lines {
			say("  ", line)
		}
	}
	b.WriteString("\n")
	say("", fmt.Sprintf("Errors: %d. Notices: %d.", r.Errors(), len(r.Problems)-r.Errors()))
	for _, p := range r.Problems {
		say("", string(p.Severity)+": "+p.String())
	}
	return b.String()
}

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

// columnsShown is how many columns of a sort are listed: some files have thousands.
const columnsShown = 40

// columnName gives a column's header, or its number where it has none.
func columnName(i int, c source.Column) string {
	if c.Header == "" {
		return fmt.Sprintf("column %d without a name", i+1)
	}
	return c.Header
}

func delimiterName(d string) string {
	switch d {
	case ",":
		return "commas"
	case ";":
		return "semicolons"
	case "\t":
		return "tabs"
	case "|":
		return "bars"
	}
	return "\"" + d + "\""
}

// peopleText counts people: "1 person", "1,204 people".
func peopleText(n int) string {
	if n == 1 {
		return "1 person"
	}
	return indicator.Thousands(n) + " people"
}
