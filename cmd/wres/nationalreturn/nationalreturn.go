// Package nationalreturn is the command that writes the national return as data items: the
// folder that the program read goes in, and a table is printed or written, with what is to be
// known beside it.
//
// Place in the flow: cmd/wres lends it what reads a folder and what writes; the return itself
// is made by model/report/nationalreturn.
package nationalreturn

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/outfile"
	"wres/loaders/export"
	"wres/model"
	"wres/model/report"
	"wres/model/report/nationalreturn"
	"wres/model/source"
)

// usual is the form that is written where nothing says another.
const usual = "csv"

// World is what the program lends.
type World struct {
	Format   pflag.Value // of one of Forms; "": not said
	Usage    string      // of it
	Year     pflag.Value
	Years    cobra.CompletionFunc
	Args     cobra.PositionalArgs
	Read     func(cmd *cobra.Command, dir string) (Read, error)
	Rendered func(export.Format, report.Page) ([]byte, error)
	Put      func(out outfile.File, content []byte, from outfile.Source, full bool) error
	Narrate  func(format string, args ...any)
	Safe     report.Safe
}

// Forms lists the forms of the return.
func Forms() []string { return forms.Names(report.ReturnPage) }

// Read is a folder that was read.
type Read struct {
	Organisation *model.Organisation
	Report       source.Report
	Year         model.Year // of the return
	From         outfile.Source
}

// Command makes the command.
func Command(w World) *cobra.Command {
	var out outfile.File
	cmd := &cobra.Command{
		Use:   "return [DIR] [--year Y] [--format " + strings.Join(Forms(), "|") + "] [-o FILE]",
		Short: "Write the figures of the national return, one data item a row",
		Long: "Writes the 65 data items of the national return: of the latest year, or --year, with\n" +
			"those of the year before it beside them. Each row says whether its value is entered,\n" +
			"calculated or from the staff survey, and its note says why a cell is empty. What is\n" +
			"calculated is so from counts, and rounded only as it is written; indicator 3 is that of\n" +
			"the one year. Numbers, sections and rows were not taken from NHS England's workbook:\n" +
			"compare them with it before you copy.\n\n" +
			"The figures are full, as the return goes to NHS England: it is not for publication, and\n" +
			"a file of it is for you alone. What the workbook does not check is said on stderr, and\n" +
			"at the head of the Markdown: that the board is one by voting and by executive members,\n" +
			"that the workforce is one, and that no more executives than very senior managers are\n" +
			"counted. So is who stands in no item. A check that finds something changes no figure\n" +
			"and no exit status.\n\n" +
			"Without -o, or with -o -, it prints; a file that is there is kept, unless --force is\n" +
			"given. Without --format the ending of FILE says it, else it is CSV.",
		Example:           "  wres return --year 2024\n  wres return DIR --format md -o return-2024.md",
		Args:              w.Args,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			asked := w.Format.String()
			if asked == "" && out.Says() == "" {
				asked = usual
			}
			name, err := out.Form(asked, Forms())
			if err != nil {
				return exit.Misuse(err)
			}
			return w.write(cmd, strings.Join(args, ""), name, out)
		}),
	}
	f := cmd.Flags()
	f.StringVarP(&out.Path, "output", "o", "", "the file to write; its ending says the form; - prints")
	f.BoolVar(&out.Force, "force", false, "replace the file if it is there")
	f.Var(w.Format, "format", w.Usage)
	f.Var(w.Year, "year", "the year of the return (default: the latest there is)")
	offer.By(cmd, "year", w.Years)
	offer.Values(cmd, "format", Forms()...)
	offer.Files(cmd, "output")
	return cmd
}

func (w World) write(cmd *cobra.Command, dir, form string, out outfile.File) error {
	format, _ := export.Find(report.ReturnPage, form) // the flag takes no other
	read, err := w.Read(cmd, dir)
	if err != nil {
		return err
	}
	page := nationalreturn.Of(read.Organisation, read.Report, read.Year)
	content, err := w.Rendered(format, page)
	if err != nil {
		return err
	}
	for _, line := range page.Remarks(w.Safe) {
		w.Narrate("%s", line)
	}
	return w.Put(out, content, read.From, true)
}
