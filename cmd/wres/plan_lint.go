package main

import (
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/model/findings"
	"wres/model/plan"
	"wres/model/report"
)

func planLintCommand(c *cli) *cobra.Command {
	var form *forms.Flags
	cmd := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Say what would make the plan stronger",
		Long: "Looks each open action over for a measure, a baseline, a target, a day and one\n" +
			"lead, and each indicator with a significant difference for an action. It is advice and\n" +
			"changes nothing. The exit status is 4 where there is any.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return planLint(c, cmd, folderOf(args), form)
		}),
	}
	form = forms.Add(cmd, report.AdvicePage)
	return cmd
}

func planLint(c *cli, cmd *cobra.Command, dir string, form *forms.Flags) error {
	format, err := form.Chosen()
	if err != nil {
		return err
	}
	b, err := openPlan(c, dir)
	if err != nil {
		return err
	}
	results, err := figures(c, cmd, b.folder)
	if err != nil {
		return err
	}
	var gaps []plan.Gap
	if results != nil {
		gaps = findings.Gaps(results)
	}
	found := plan.Lint(b.plan, gaps, time.Now())
	if err := c.show(format, report.Advice{Plan: b.plan, Found: found}); err != nil {
		return err
	}
	if len(found) > 0 {
		return exit.With(exit.Found, nil)
	}
	return nil
}
