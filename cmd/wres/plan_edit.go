package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/due"
	"wres/model/plan/target"
	"wres/model/words"
)

// actionFlags are the flags that write an action: one for each of its fields that
// the program does not keep itself, a note, and a figure to answer.
type actionFlags struct {
	texts  map[string]*string // by column
	note   string
	figure string
}

func addActionFlags(cmd *cobra.Command) *actionFlags {
	flags := &actionFlags{texts: map[string]*string{}}
	f := cmd.Flags()
	for _, field := range plan.Fields() {
		if !field.Automatic {
			hint := strings.ToLower(field.Hint[:1]) + strings.TrimSuffix(field.Hint[1:], ".")
			flags.texts[field.Column] = f.String(flagOf(field), "", hint)
			if field.Column == "indicators" {
				offer.Indicators(cmd, flagOf(field))
			} else {
				offer.Values(cmd, flagOf(field), field.Choices...)
			}
		}
	}
	f.StringVar(&flags.note, "note", "", "a note on the progress, with today's date before the notes there are")
	f.StringVar(&flags.figure, "figure", "", "the figure that it answers: an indicator, such as 2, or one with its year, such as \"2 2024\"")
	offer.Values(cmd, "note")
	offer.Indicators(cmd, "figure")
	return flags
}

func flagOf(field plan.Field) string { return strings.ReplaceAll(field.Column, "_", "-") }

func planAddCommand(c *cli) *cobra.Command {
	var flags *actionFlags
	cmd := &cobra.Command{
		Use:   "add [DIR] --action TEXT",
		Short: "Add an action and print its id",
		Long: "Adds an action at the end of the plan and prints the id that it was given. Each\n" +
			"field of an action is a flag. --figure 2 keeps the latest figure of indicator 2\n" +
			"with it, so that later years are compared with it.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return planAdd(c, cmd, folderOf(args), flags)
		}),
	}
	flags = addActionFlags(cmd)
	return cmd
}

func planAdd(c *cli, cmd *cobra.Command, dir string, flags *actionFlags) error {
	b, err := openToChange(c, cmd, dir)
	if err != nil {
		return err
	}
	defer b.file.Close()
	now := time.Now()
	a, err := written(c, cmd, b, plan.Action{}, flags, now)
	if err != nil {
		return err
	}
	if strings.TrimSpace(a.Text) == "" {
		return exit.Misuse(errors.New("say what will be done: --action TEXT"))
	}
	if a.Status == "" {
		a.Status = plan.StatusNotStarted
	}
	p, id := b.plan.Add(a.UpdatedOn(now))
	if err := savePlan(c, b, p); err != nil {
		return err
	}
	return c.print([]byte(clean(id) + "\n"))
}

func planEditCommand(c *cli) *cobra.Command {
	var flags *actionFlags
	cmd := &cobra.Command{
		Use:               "edit ID [DIR] --FIELD TEXT",
		Short:             "Change fields of an action",
		Long:              "Changes the fields that are named by flags and leaves the others as they are. An\nempty text clears a field.",
		Args:              oneAction,
		ValidArgsFunction: offer.Action(changeable),
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return planEdit(c, cmd, args, flags)
		}),
	}
	flags = addActionFlags(cmd)
	return cmd
}

func planEdit(c *cli, cmd *cobra.Command, args []string, flags *actionFlags) error {
	word, dir := actionAndFolder(args)
	b, err := openToChange(c, cmd, dir)
	if err != nil {
		return err
	}
	defer b.file.Close()
	before, err := b.find(word)
	if err != nil {
		return err
	}
	now := time.Now()
	after, err := written(c, cmd, b, before, flags, now)
	if err != nil {
		return err
	}
	p, err := b.plan.Edit(after)
	if err != nil {
		return err
	}
	if p.Equal(b.plan) {
		c.narrate("%s says that already; nothing was changed", clean(before.ID))
		return nil
	}
	if p, err = p.Edit(after.UpdatedOn(now)); err != nil {
		return err
	}
	return savePlan(c, b, p)
}

// written gives an action with what the flags say. A text that could only be
// misread later is refused with what to write in its place.
func written(c *cli, cmd *cobra.Command, b *book, a plan.Action, flags *actionFlags, now time.Time) (plan.Action, error) {
	asked := false
	for _, field := range plan.Fields() {
		if field.Automatic || !cmd.Flags().Changed(flagOf(field)) {
			continue
		}
		asked = true
		text, err := checked(c, field.Column, *flags.texts[field.Column], now)
		if err != nil {
			return a, exit.Misuse(fmt.Errorf("--%s: %w", flagOf(field), err))
		}
		a = field.With(a, text)
	}
	if cmd.Flags().Changed("figure") {
		asked = true
		var err error
		if a, err = answering(c, cmd, b, a, flags.figure); err != nil {
			return a, err
		}
	}
	if flags.note != "" {
		asked = true
		a = a.Noted(flags.note, now)
	}
	if !asked {
		return a, exit.Misuse(fmt.Errorf("say what to write, such as --status \"in progress\"; 'wres %s --help' lists the flags", strings.TrimPrefix(cmd.CommandPath(), "wres ")))
	}
	return a, nil
}

// checked gives the text of a field as it belongs in the plan.
func checked(c *cli, column, text string, now time.Time) (string, error) {
	if strings.TrimSpace(text) == "" {
		return "", nil
	}
	switch column {
	case "deadline":
		d, err := due.Read(text, now)
		if err != nil {
			return "", err
		}
		if d.HasDate() {
			past := ""
			if d.Overdue(now) {
				past = ", which is past"
			}
			c.narrate("the deadline is %s%s", due.Weekday(d.Date), past)
		}
		return d.Text, nil
	case "indicators":
		if len(plan.Action{Indicators: text}.IndicatorIDs()) == 0 {
			return "", fmt.Errorf("%q names no indicator; write numbers, such as 2; 7", text)
		}
	case "high_impact":
		if len(plan.Action{HighImpact: text}.HighImpactServed()) == 0 {
			return "", fmt.Errorf("%q is none of the six high-impact actions; write a number from 1 to 6", text)
		}
	case "evidence":
		for part := range strings.SplitSeq(text, ";") {
			if _, err := plan.ParseEvidence(part); err != nil {
				return "", err
			}
		}
	case "target":
		if _, err := target.Parse(text); err != nil {
			c.narrate("the target is kept, but cannot be measured: %s", err)
		}
	}
	return text, nil
}

// answering keeps a figure of the folder with an action, in place of an earlier one
// of the same indicator. Indicators and baseline that are blank are filled from it.
func answering(c *cli, cmd *cobra.Command, b *book, a plan.Action, which string) (plan.Action, error) {
	parts := strings.FieldsFunc(which, func(r rune) bool { return r == ' ' || r == '/' || r == ':' })
	if len(parts) == 0 || len(parts) > 2 || indicator.Lookup(parts[0]) == nil {
		return a, exit.Misuse(fmt.Errorf("--figure %q: name an indicator from %s, such as 2, or one with its year, such as \"2 2024\"", which, words.IndicatorNumbers()))
	}
	read, err := c.read(cmd.Context(), b.folder, nil)
	if err != nil {
		return a, err
	}
	series := read.results.Indicator(parts[0])
	var f *indicator.Figure
	if len(parts) == 2 {
		year, _, err := model.ParseYear(parts[1])
		if err != nil {
			return a, exit.Misuse(fmt.Errorf("--figure %q: %w", which, err))
		}
		f = series.Figure(year)
	} else if latest := read.results.Latest(); latest != 0 {
		if f = series.Figure(latest); f.State != model.Reported {
			f = series.Before(latest)
		}
	}
	e, err := plan.EvidenceOf(series.Indicator, f)
	if errors.Is(err, plan.ErrIncomplete) {
		return a, exit.Misuse(fmt.Errorf("--figure %q: that figure is incomplete (%s could not be used), so no change can be measured from it; mend the extract, or say where it stands with --baseline",
			which, words.Incomplete(f)))

	}
	if err != nil {
		return a, exit.Misuse(fmt.Errorf("--figure %q: the folder has no such figure", which))
	}
	return a.Answering(e, words.For(read.results.Settings)), nil
}
