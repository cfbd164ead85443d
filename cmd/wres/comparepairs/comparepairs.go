// Package comparepairs is the command that compares two rates, or the rows of a file of them:
// counts go in, and intervals, tests and what may be said of them are printed.
//
// Place in the flow: cmd/wres lends it what prints; model/report makes the page, and
// loaders/pairs reads the file.
package comparepairs

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/loaders/export"
	"wres/loaders/pairs"
	"wres/model"
	"wres/model/report"
	"wres/model/source"
	"wres/model/stats"
)

// World is what the program lends. Show prints a page; Options are asked for when rows are
// written, once the flags are read.
type World struct {
	In      io.Reader
	Out     io.Writer
	Show    func(export.Format, report.Page) error
	Options func() export.Options
}

// The levels of confidence that can be asked for.
const (
	leastLevel = 0.5
	mostLevel  = 0.999
)

// Command makes the command.
func Command(w World) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "compare EVENTS/PEOPLE EVENTS/PEOPLE",
		Short: "Compare two rates, with intervals and tests: 144/427 51/371",
		Long: "Compares the rate of the first group with that of the second: the ratio and the\n" +
			"difference with their intervals, the tests, and what may be said of them. How\n" +
			"each is computed, and why so: 'wres help methods'.\n\n" +
			"With --csv a file with the header id,a,n1,b,n2 gives one comparison a row; '-' is\n" +
			"the standard input. The results come in the order of the rows, as CSV or, with\n" +
			"--json, as JSON Lines. The exit status is 4 where a row could not be compared.",
		Example: "  wres compare 144/427 51/371\n  wres compare --csv pairs.csv --json",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case o.file != "" && len(args) > 0:
				return exit.Misuse(errors.New("--csv takes its counts from the file: leave out the others"))
			case o.file == "" && len(args) != 2:
				return exit.Misuse(fmt.Errorf("two rates are needed, such as 144/427 51/371, and %d %s given", len(args), isOrAre(len(args))))
			}
			return nil
		},
		RunE: exit.Runs(func(_ *cobra.Command, args []string) error {
			if !(o.level >= leastLevel && o.level <= mostLevel) {
				return exit.Misuse(fmt.Errorf("--level %v: the level of an interval lies between %v and %v; 0.95 is usual", o.level, leastLevel, mostLevel))
			}
			if o.file != "" {
				return w.file(o)
			}
			return w.pair(o, args)
		}),
	}
	cmd.Flags().Float64Var(&o.level, "level", model.DefaultSettings().Level, "level of the intervals and tests")
	o.form = forms.Add(cmd, report.ComparisonPage)
	cmd.Flags().StringVar(&o.file, "csv", "", "compare the rows of this file (id,a,n1,b,n2)")
	offer.Files(cmd, "csv")
	offer.Values(cmd, "level", "0.9", "0.95", "0.99")
	return cmd
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// options are the flags of the command.
type options struct {
	level float64
	form  *forms.Flags
	file  string
}

// pair compares two rates of the command line.
func (w World) pair(o options, args []string) error {
	format, err := o.form.Chosen()
	if err != nil {
		return err
	}
	var counts [2]stats.Count
	for i, arg := range args {
		n, err := parseRate(arg)
		if err != nil {
			return exit.Misuse(err)
		}
		counts[i] = n
	}
	all, err := stats.Compare(counts[0], counts[1], o.level)
	if err != nil {
		return exit.Misuse(err)
	}
	return w.Show(format, report.Compare(all))
}

// parseRate reads "144/427": events of people.
func parseRate(s string) (stats.Count, error) {
	events, people, ok := strings.Cut(s, "/")
	a, wrongA := strconv.Atoi(strings.TrimSpace(events))
	n, wrongN := strconv.Atoi(strings.TrimSpace(people))
	if !ok || wrongA != nil || wrongN != nil {
		return stats.Count{}, fmt.Errorf("%q is not a rate; write events/people in whole numbers, such as 144/427", s)
	}
	return pairs.Counted(a, n)
}

// file compares the rows of a file, and writes one result a row in their
// order. A row that cannot be compared has its error in place of a result.
func (w World) file(o options) error {
	text, err := pairs.Read(o.file, w.In)
	if err != nil {
		return exit.NothingRead(fmt.Errorf("read %s: %w", source.Path(o.file), err))
	}
	table, err := pairs.Of(text)
	if err != nil {
		return exit.NothingRead(fmt.Errorf("%s: %w", source.Path(o.file), err))
	}
	name := "csv"
	if format, err := o.form.Chosen(); err != nil {
		return err
	} else if format.Name != export.TextName {
		name = format.Name
	}
	format, known := export.Find(report.ComparisonsPage, name)
	if !known {
		return exit.Misuse(fmt.Errorf("the rows of a file are not written as %s", name))
	}
	rows, bad := 0, 0
	results := func(yield func(report.Compared) bool) {
		for r := range table.Compared(o.level) {
			if rows++; r.Err != nil {
				bad++
			}
			if !yield(r) {
				return
			}
		}
	}
	out := bufio.NewWriter(w.Out)
	err = format.Write(out, report.Comparisons(results), w.Options())
	switch err = errors.Join(err, out.Flush()); {
	case err != nil:
		return exit.Failure(err)
	case bad > 0:
		return exit.With(exit.Found, fmt.Errorf("%d of %d rows could not be compared: the error stands in place of the result", bad, rows))
	}
	return nil
}
