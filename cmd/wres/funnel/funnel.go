// Package funnel is the command that sets several organisations beside the whole of them. The
// folder that the program read goes in, once for each organisation, and a page is printed.
//
// Place in the flow: cmd/wres lends it what reads a folder and what prints; the limits are
// those of model/funnel, the page that of model/report/funnel.
package funnel

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/loaders/export"
	"wres/model"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/report"
	page "wres/model/report/funnel"
	"wres/model/source"
	"wres/model/words"
)

// World is what the program lends.
type World struct {
	Year    pflag.Value
	Years   cobra.CompletionFunc
	Args    cobra.PositionalArgs
	Read    func(cmd *cobra.Command, dir string) (Read, error)
	Show    func(export.Format, report.Page) error
	Narrate func(format string, args ...any)
}

// Read is a folder that was read once for each of its organisations.
type Read struct {
	Members []funnel.Member
	Year    model.Year
	Example bool
}

// Command makes the command.
func Command(w World) *cobra.Command {
	var id string
	var publication bool
	var form *forms.Flags
	cmd := &cobra.Command{
		Use:   "funnel [DIR]",
		Short: "Set several organisations of one folder beside all of them together",
		Long: "Prints, for each headline figure, the organisations that the extracts of a folder name\n" +
			"in their column organisation, each beside all of them together: its counts, its share,\n" +
			"the limits between which the share of so many people would lie by chance, and where it\n" +
			"lies. The order is that of names: it is no league table. Of a likelihood and an answer\n" +
			"to the survey each group's rate stands for itself, for the ratio of two rates has no\n" +
			"such limits.\n\n" +
			"The figures are full; --publication hides small counts, and as many others as keep them\n" +
			"from being worked out. To look at one organisation, or to print what is known of all of\n" +
			"them together, see 'wres summary' with and without --organisation.",
		Example:           "  wres funnel DIR --year 2024\n  wres funnel DIR --indicator 3 --publication --md",
		Args:              w.Args,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			format, err := form.Chosen()
			if err != nil {
				return err
			}
			if id != "" && indicator.Lookup(id) == nil {
				return exit.Misuse(fmt.Errorf("there is no indicator %q; the indicators are %s", id, words.Listed(indicator.Runs(ids()))))
			}
			read, err := w.Read(cmd, strings.Join(args, ""))
			if err != nil {
				return err
			}
			if len(read.Members) < 2 {
				return exit.NothingRead(errors.New("a funnel needs two organisations or more, and the extracts name fewer; name them in a column organisation"))
			}
			p := page.Page{Funnels: funnel.Of(read.Members, read.Year, publication), Indicator: id, Example: read.Example}
			if format.Data && !publication {
				w.Narrate("full figures, with small counts: not for publication")
			}
			return w.Show(format, p)
		}),
	}
	f := cmd.Flags()
	f.Var(w.Year, "year", "the year that it is about (default: the latest there is)")
	f.StringVar(&id, "indicator", "", "only this indicator, by its number")
	f.BoolVar(&publication, "publication", false, "hide what would identify someone (see 'wres help disclosure')")
	form = forms.Add(cmd, report.FunnelPage)
	offer.By(cmd, "year", w.Years)
	offer.Values(cmd, "indicator", ids()...)
	return cmd
}

// ids lists the indicators.
func ids() (all []string) {
	for _, ind := range indicator.Catalogue() {
		all = append(all, ind.ID)
	}
	return all
}

// Each reads a folder once for each of its organisations. One of whom no row is of use has no
// figures; what keeps read from going on ends it.
func Each(names []string, read func(name string) (*indicator.Results, error)) (members []funnel.Member, err error) {
	for _, name := range names {
		results, err := read(name)
		if results == nil {
			return nil, err
		}
		members = append(members, funnel.Member{Name: name, Results: results})
	}
	return members, nil
}

// rowsQuickly is how many rows are read once more, of all organisations together, in a time in
// which nobody waits.
const rowsQuickly = 100_000

// Quickly gives the organisations of a folder that was read, with their publication views;
// nil where there is one, or where its files are too large to be read once for each.
func Quickly(o *model.Organisation, said source.Report, read func(name string) (*indicator.Results, error)) *funnel.Set {
	rows := 0
	for _, f := range said.Files {
		rows += f.RowsRead
	}
	if n := len(o.Choices); n < 2 || n*rows > rowsQuickly {
		return nil
	}
	members, err := Each(o.Choices, read)
	if err != nil { // it was interrupted: nobody looks at them
		return nil
	}
	return funnel.NewSet(members, true)
}
