package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wres/model/plan"
)

func (c *cli) planLintCommand() *cobra.Command {
	var json bool
	cmd := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Say what would make the plan stronger",
		Long: "Looks each open action over for a measure, a baseline, a target, a day and one\n" +
			"lead, and each indicator with a clear difference for an action. It is advice and\n" +
			"changes nothing. The exit status is 4 where there is any.",
		Args:              oneFolder,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			return c.planLint(cmd, folderOf(args), json)
		}),
	}
	cmd.Flags().BoolVar(&json, "json", false, "print JSON, schema wres-plan-lint/1")
	return cmd
}

// lintDoc is the schema wres-plan-lint/1.
type lintDoc struct {
	Schema   string       `json:"schema"`
	Findings []findingDoc `json:"findings"`
}

type findingDoc struct {
	Rule      string  `json:"rule"`
	ID        *string `json:"id"` // null: it is about the plan
	Number    *string `json:"number"`
	Indicator *string `json:"indicator"`
	Column    string  `json:"column"`
	Message   string  `json:"message"`
}

func (c *cli) planLint(cmd *cobra.Command, dir string, json bool) error {
	b, err := c.openPlan(dir)
	if err != nil {
		return err
	}
	results, err := c.figures(cmd, b.folder)
	if err != nil {
		return err
	}
	var gaps []plan.Gap
	if results != nil {
		gaps = plan.ClearGaps(results)
	}
	found := plan.Lint(b.plan, gaps, time.Now())
	if json {
		err = c.printEncoded(encodeJSON(lintJSON(found)))
	} else {
		err = c.printStyled(c.lintText(b, found))
	}
	if err == nil && len(found) > 0 {
		return &failure{status: statusFound}
	}
	return err
}

func lintJSON(found []plan.Finding) lintDoc {
	doc := lintDoc{Schema: "wres-plan-lint/1", Findings: []findingDoc{}}
	for _, f := range found {
		doc.Findings = append(doc.Findings, findingDoc{f.Rule, filled(clean(f.ID)), filled(clean(f.Number)), filled(f.Indicator), f.Column, clean(f.Message)})
	}
	return doc
}

// lintText gives the advice under the action that it is about.
func (c *cli) lintText(b *book, found []plan.Finding) string {
	t := planSheet{textSheet: c.textSheet()}
	if len(found) == 0 {
		return t.wrap("Nothing to add: every open action has a measure, a baseline, a target, a day and one lead.", "") + "\n"
	}
	var text strings.Builder
	last := ""
	for i, f := range found {
		heading := "The plan"
		if a, known := b.plan.Find(f.ID); known {
			heading = clean(a.ID) + ": " + t.title(a)
		}
		if i == 0 || f.ID != last {
			if i > 0 {
				text.WriteString("\n")
			}
			text.WriteString(t.heading(heading))
			last = f.ID
		}
		text.WriteString(t.wrap(clean(f.Message), "  ") + "\n")
	}
	text.WriteString("\n" + t.wrap(fmt.Sprintf("%s of advice. It is for you to judge, and stands in the way of nothing.", count(len(found), "piece")), "") + "\n")
	return text.String()
}
