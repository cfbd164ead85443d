package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/theme"
)

// listFlags are the flags of plan list.
type listFlags struct {
	filter   string
	by, sort choice
	overdue  bool
	due      int
	json     bool
}

func (c *cli) planListCommand() *cobra.Command {
	flags := listFlags{by: keyFlag(plan.GroupKeys()), sort: keyFlag(plan.SortKeys())}
	cmd := &cobra.Command{
		Use:   "list [DIR]",
		Short: "Print the actions, and what the latest figures say of them",
		Long: "Prints the actions in the order of the plan, and what became of the figures that\n" +
			"they answer: met, moved, no clear change, worse or not measurable.",
		Args:              oneFolder,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			return c.planList(cmd, folderOf(args), flags)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&flags.filter, "filter", "", "only actions with these words in any field")
	f.Var(&flags.by, "by", "in groups: "+strings.Join(flags.by.of, ", "))
	f.Var(&flags.sort, "sort", "in order of: "+strings.Join(flags.sort.of, ", "))
	f.BoolVar(&flags.overdue, "overdue", false, "only open actions whose deadline is past")
	f.IntVar(&flags.due, "due", 0, "only open actions due within so many days, or overdue")
	f.BoolVar(&flags.json, "json", false, "print JSON, schema wres-plan/1")
	complete(cmd, "by", flags.by.of)
	complete(cmd, "sort", flags.sort.of)
	complete(cmd, "filter", nil)
	complete(cmd, "due", nil)
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

func (c *cli) planList(cmd *cobra.Command, dir string, flags listFlags) error {
	if flags.due < 0 {
		return misused(errors.New("--due takes a number of days, 0 or more; --overdue shows what is past"))
	}
	b, err := c.openPlan(dir)
	if err != nil {
		return err
	}
	today := time.Now()
	actions := flags.chosen(cmd, b.plan, today)
	var results *indicator.Results
	if flags.json || slices.ContainsFunc(actions, func(a plan.Action) bool { return len(a.EvidenceFigures()) > 0 }) {
		if results, err = c.figures(cmd, b.folder); err != nil {
			return err
		}
	}
	if flags.json {
		if b.folder.example() {
			c.narrate("no folder was named: this is the plan of the built-in example")
		}
		return c.printEncoded(encodeJSON(planJSON(b, actions, results, today)))
	}
	l := planSheet{c.textSheet(), today, len(actions) == b.plan.Len()}
	text := l.head(b, actions)
	for _, section := range plan.Grouped(actions, plan.Key(flags.by.chosen)) {
		heading := ""
		if flags.by.chosen != "" {
			heading = clean(section.Title(plan.Key(flags.by.chosen)))
		}
		text += l.section(heading, section.Actions, c.accessible())
	}
	return c.printStyled(text + l.against(actions, results))
}

// textSheet gives the sheet for a page of this run.
func (c *cli) textSheet() textSheet {
	set := c.charset()
	return textSheet{width: c.width(), set: set, theme: theme.New(true, set, c.profile())}
}

// printStyled prints text with the weights that stdout can show.
func (c *cli) printStyled(text string) error {
	var out strings.Builder
	w := colorprofile.Writer{Forward: &out, Profile: c.profile()}
	if _, err := w.WriteString(text); err != nil {
		return err
	}
	return c.print([]byte(out.String()))
}

// planSheet sets a plan as text.
type planSheet struct {
	textSheet
	today time.Time
	whole bool // every action of the plan is shown
}

// heading sets a title, without the spaces that a style fills its lines with.
func (t planSheet) heading(text string) string {
	return trimRight(t.theme.Styles.Title.Render(t.wrap(text, ""))) + "\n"
}

// head says whose plan it is and how far it is.
func (t planSheet) head(b *book, actions []plan.Action) string {
	where := "Example data, built into the program: not your own organisation's."
	if !b.folder.example() {
		where = "Kept in " + clean(b.file.Path())
	}
	return t.heading("Action plan: "+t.counts(b, actions)) + t.wrap(where, "") + "\n"
}

func (t planSheet) counts(b *book, actions []plan.Action) string {
	switch {
	case b.plan.Len() == 0:
		return "there are no actions yet; 'wres plan add' writes one."
	case len(actions) == 0:
		return fmt.Sprintf("none of %s.", count(b.plan.Len(), "action"))
	}
	text := count(len(actions), "action")
	if !t.whole {
		text = fmt.Sprintf("%d of %s", len(actions), count(b.plan.Len(), "action"))
	}
	done := 0
	for _, a := range actions {
		if a.Done() {
			done++
		}
	}
	return fmt.Sprintf("%s, %d done, %d overdue.", text, done, len(plan.Overdue(actions, t.today)))
}

// The columns of the table beside the action's own, which has the rest.
const (
	deadlineWidth = 13
	leadWidth     = 15
	statusWidth   = 13
	leastAction   = 20
)

// section sets actions under a heading, as a table where there is room for one.
func (t planSheet) section(heading string, actions []plan.Action, accessible bool) string {
	text := "\n"
	if heading != "" {
		text += t.heading(heading)
	}
	idWidth := 3
	for _, a := range actions {
		idWidth = max(idWidth, len([]rune(clean(a.ID)))+1)
	}
	rest := t.width - idWidth - deadlineWidth - leadWidth - statusWidth
	if accessible || rest < leastAction {
		return text + t.lines(actions)
	}
	return text + t.table(actions, []int{idWidth, rest, deadlineWidth, leadWidth, statusWidth}) + "\n"
}

func (t planSheet) table(actions []plan.Action, widths []int) string {
	var rows [][]string
	for _, a := range actions {
		row := []string{clean(a.ID), t.title(a), clean(a.Deadline), clean(a.Lead), t.status(a)}
		for i := range row {
			row[i] = ansi.Wrap(t.set.Text(row[i]), widths[i]-1, " ")
		}
		rows = append(rows, row)
	}
	return trimRight(table.New().Headers("ID", "Action", "Deadline", "Lead", "Status").Rows(rows...).
		Border(t.theme.Border()).BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).
		BorderColumn(false).
		StyleFunc(func(row, col int) lipgloss.Style {
			style := lipgloss.NewStyle().Width(widths[col]).PaddingRight(1)
			if row == table.HeaderRow {
				style = style.Bold(true)
			}
			return style
		}).String())
}

// lines sets each action for a screen reader, and for a narrow terminal.
func (t planSheet) lines(actions []plan.Action) string {
	var b strings.Builder
	for _, a := range actions {
		b.WriteString(t.wrap(clean(a.ID)+": "+t.title(a), "") + "\n")
		for _, part := range [][2]string{{"Deadline", a.Deadline}, {"Lead", a.Lead}, {"Status", t.status(a)}} {
			if text := clean(part[1]); text != "" {
				b.WriteString(t.wrap(part[0]+": "+text, "") + "\n")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// title is the action's number, its first line, and its indicators.
func (t planSheet) title(a plan.Action) string {
	text, _, more := strings.Cut(cleanLines(a.Text), "\n")
	if more {
		text += " …"
	}
	if number := clean(a.Number); number != "" {
		text = number + " " + text
	}
	if ids := a.IndicatorIDs(); len(ids) > 0 {
		text += " [" + strings.Join(ids, ", ") + "]"
	}
	return text
}

func (t planSheet) status(a plan.Action) string {
	words := []string{}
	if status := clean(a.Status); status != "" {
		words = append(words, status)
	}
	if a.Overdue(t.today) {
		words = append(words, "overdue")
	}
	return strings.Join(words, ", ")
}

// against says what the latest figures say of the actions that answer one.
func (t planSheet) against(actions []plan.Action, results *indicator.Results) string {
	if results == nil {
		return ""
	}
	var b strings.Builder
	for _, a := range actions {
		if len(a.EvidenceFigures()) == 0 {
			continue
		}
		for _, p := range plan.ProgressOf(a, results) {
			b.WriteString(t.wrap(clean(fmt.Sprintf("%s, indicator %s: %s. %s", a.ID, p.Indicator, p.State, p.Reason)), "  ") + "\n")
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n" + t.heading("Against the figures") + b.String()
}
