package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/loaders/pairs"
	"wres/model"
	"wres/model/report"
	"wres/model/stats"
)

// The levels of confidence that can be asked for.
const (
	leastLevel = 0.5
	mostLevel  = 0.999
)

func compareCommand(c *cli) *cobra.Command {
	var o compareOptions
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
				return compareFile(c, o)
			}
			return comparePair(c, o, args)
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

// compareOptions are the flags of the command.
type compareOptions struct {
	level float64
	form  *forms.Flags
	file  string
}

// comparePair compares two rates of the command line.
func comparePair(c *cli, o compareOptions, args []string) error {
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
	return c.show(format, report.Compare(all))
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
