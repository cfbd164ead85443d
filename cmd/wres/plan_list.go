package main

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
)

// listFlags are the flags of plan list.
type listFlags struct {
	filter   string
	by, sort choice
	overdue  bool
	due      int
	form     *forms.Flags
}

func planListCommand(c *cli) *cobra.Command {
	flags := listFlags{by: keyFlag(plan.GroupKeys()), sort: keyFlag(plan.SortKeys())}
	cmd := &cobra.Command{
		Use:   "list [DIR]",
		Short: "Print the actions, and what the latest figures say of them",
		Long: "Prints the actions in the order of the plan, and what became of the figures that\n" +
			"they answer: met, moved, no clear change, worse, early, or not measurable.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return planList(c, cmd, folderOf(args), flags)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&flags.filter, "filter", "", "only actions with these words in any field")
	f.Var(&flags.by, "by", "in groups: "+strings.Join(flags.by.of, ", "))
	f.Var(&flags.sort, "sort", "in order of: "+strings.Join(flags.sort.of, ", "))
	f.BoolVar(&flags.overdue, "overdue", false, "only open actions whose deadline is past")
	f.IntVar(&flags.due, "due", 0, "only open actions due within so many days, or overdue")
	flags.form = forms.Add(cmd, report.ActionsPage)
	offer.Values(cmd, "by", flags.by.of...)
	offer.Values(cmd, "sort", flags.sort.of...)
	offer.Values(cmd, "filter")
	offer.Values(cmd, "due")
	return cmd
}

// chosen gives the actions that the flags ask for, in their order.
func (flags listFlags) chosen(cmd *cobra.Command, p plan.Plan, today time.Time) []plan.Action {
	actions := plan.Filtered(p.Actions(), flags.filter)
	keep := func(some []plan.Action) {
		actions = slices.DeleteFunc(actions, func(a plan.Action) bool {
			return !slices.ContainsFunc(some, func(b plan.Action) bool { return a.ID == b.ID })
		})
	}
	if flags.overdue {
		keep(plan.Overdue(actions, today))
	}
	if cmd.Flags().Changed("due") {
		keep(plan.Due(actions, today, flags.due))
	}
	return plan.Sorted(actions, plan.Key(flags.sort.chosen))
}

func planList(c *cli, cmd *cobra.Command, dir string, flags listFlags) error {
	if flags.due < 0 {
		return exit.Misuse(errors.New("--due takes a number of days, 0 or more; --overdue shows what is past"))
	}
	format, err := flags.form.Chosen()
	if err != nil {
		return err
	}
	b, err := openPlan(c, dir)
	if err != nil {
		return err
	}
	today := time.Now()
	actions := flags.chosen(cmd, b.plan, today)
	var results *indicator.Results
	if format.Data || slices.ContainsFunc(actions, func(a plan.Action) bool { return len(a.EvidenceFigures()) > 0 }) {
		if results, err = figures(c, cmd, b.folder); err != nil {
			return err
		}
	}
	page := report.Actions{
		Plan: b.plan, Chosen: actions, By: plan.Key(flags.by.chosen), Results: results, Problems: b.file.Problems(), Today: today,
	}
	if !b.folder.example() {
		page.Kept = b.file.Path()
	}
	return c.show(format, page)
}

// keyFlag is a flag that takes one of the keys of model/plan.
func keyFlag(keys []plan.Key) choice {
	var words []string
	for _, k := range keys {
		words = append(words, string(k))
	}
	slices.Sort(words)
	return choice{of: words}
}
