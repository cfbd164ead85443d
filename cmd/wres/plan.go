package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/mistyped"
	"wres/loaders/planfile"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
	"wres/model/words"
	"wres/testdata/extracts"
)

func planCommand(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "plan",
		Short: "Read and change the action plan without the screen",
		Long: "Reads and changes the action plan of a folder, action-plan.csv. An action is named\n" +
			"by its id, such as A-0003, or by its number where only one action has it.\n" +
			"Without DIR it is the plan of the current folder if that holds extracts or a plan,\n" +
			"else list, lint and export show the plan of the built-in example.",
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			names := subcommandNames(cmd)
			if len(args) == 0 {
				return exit.Misuse(fmt.Errorf("say what to do with the plan: %s", words.Listed(names)))
			}
			return exit.Misuse(fmt.Errorf("there is no 'wres plan %s'%s; use %s", args[0], mistyped.Meant(args[0], names), words.Listed(names)))
		}),
	}
	cmd.AddCommand(planListCommand(c), planAddCommand(c), planEditCommand(c), planDoneCommand(c),
		planLintCommand(c), planExportCommand(c), planCarryCommand(c))
	return cmd
}

func subcommandNames(cmd *cobra.Command) []string {
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	return names
}

// book is the plan of a folder as a command works on it.
type book struct {
	folder folder
	file   *planfile.File
	plan   plan.Plan
}

// openPlan reads the plan of a folder, and narrates what is wrong with its file.
// The example has the plan that the user has made of it in the app, or else its own.
func openPlan(c *cli, dir string) (*book, error) { return openBy(c, planfile.Load, dir) }

func openBy(c *cli, open func(path string) (*planfile.File, error), dir string) (*book, error) {
	f, err := c.folder(dir, nil)
	if err != nil {
		return nil, err
	}
	return readPlan(c, open, f)
}

func readPlan(c *cli, open func(path string) (*planfile.File, error), f folder) (*book, error) {
	file, err := open(planPath(f))
	if err != nil {
		return nil, exit.Failure(err)
	}
	b := &book{folder: f, file: file, plan: file.Plan()}
	if f.example() && !exists(file.Path()) {
		if b.plan, err = examplePlan(); err != nil {
			return nil, exit.Failure(err)
		}
	}
	c.narrateErrors(file.Problems())
	return b, nil
}

// narrateErrors says what is wrong in the file of a plan. What is only said of the file
// stands in the app and in --json.
func (c *cli) narrateErrors(problems []source.Problem) {
	for _, problem := range problems {
		if problem.Severity == source.Error || problem.Line > 0 {
			c.narrate("%s", clean(problem.String()))
		}
	}
}

// openToChange reads the plan of a folder with its lock, to change it. The caller
// closes the file. A plan that may not be changed is an error that says why, before
// anything is done.
func openToChange(c *cli, cmd *cobra.Command, dir string) (*book, error) {
	if f, err := folderAt(dir, nil); err == nil && f.example() {
		return nil, exit.Misuse(fmt.Errorf("name the folder of the plan: 'wres %s … DIR'. The plan of the built-in example is changed in the app only", strings.TrimPrefix(cmd.CommandPath(), "wres ")))
	}
	b, err := openBy(c, func(path string) (*planfile.File, error) { return planfile.Open(path, planfile.Me(c.getenv)) }, dir)
	if err != nil {
		return nil, err
	}
	if why := b.file.ReadOnly(); why != "" {
		b.file.Close()
		return nil, exit.Failure(fmt.Errorf("nothing was changed: %s", why))
	}
	if _, left := b.file.Recover(); left {
		c.narrate("the app was ended with work that is not in this plan; open the folder in it to have that back")
	}
	return b, nil
}

// savePlan writes the plan durably, and says where it is.
func savePlan(c *cli, b *book, p plan.Plan) error {
	if err := b.file.Save(p); err != nil {
		return exit.Failure(err)
	}
	c.narrate("saved in %s", clean(source.Path(b.file.Path())))
	c.narrateUnbacked(b.file)
	return nil
}

// narrateUnbacked says why there is no backup of the plan from before it was saved, if
// there is none.
func (c *cli) narrateUnbacked(file *planfile.File) {
	if err := file.Unbacked(); err != nil {
		c.narrate("no backup could be made of the plan before it was saved: %s", clean(err.Error()))
	}
}

// examplePlan reads the plan that comes with the built-in example. It is in the
// program: the first save writes it where the user's own copy belongs.
func examplePlan() (p plan.Plan, err error) {
	content, err := extracts.FS.ReadFile(planfile.Name)
	if err == nil {
		p, err = planfile.Decode(content)
	}
	if err != nil {
		return p, fmt.Errorf("read the example's plan: %w", err)
	}
	return p, nil
}

// find gives the action that a word names: an id in any case, or a number that one
// action alone has.
func (b *book) find(word string) (plan.Action, error) {
	if a, found := b.plan.Find(word); found {
		return a, nil
	}
	word = strings.TrimSpace(word)
	var byID, byNumber []plan.Action
	for _, a := range b.plan.Actions() {
		if strings.EqualFold(a.ID, word) {
			byID = append(byID, a)
		}
		if strings.EqualFold(strings.TrimSpace(a.Number), word) {
			byNumber = append(byNumber, a)
		}
	}
	switch {
	case word == "":
	case len(byID) == 1:
		return byID[0], nil
	case len(byID) == 0 && len(byNumber) == 1:
		return byNumber[0], nil
	case len(byNumber) > 1:
		return plan.Action{}, exit.Misuse(fmt.Errorf("%d actions have the number %q; name one by its id, as 'wres plan list' shows it", len(byNumber), word))
	}
	return plan.Action{}, exit.Misuse(fmt.Errorf("no action has the id or number %q; 'wres plan list' shows them", word))
}

// figures computes the indicators of a folder for what is said beside the plan. A
// folder without usable figures has none, and why is narrated.
func figures(c *cli, cmd *cobra.Command, f folder) (*indicator.Results, error) {
	results, err := settled(c, cmd, f)
	if results != nil && len(results.Years) == 0 {
		return nil, err
	}
	return results, err
}

// settled is figures under the settings of a folder; where none is usable the settings are
// there all the same, and no year.
func settled(c *cli, cmd *cobra.Command, f folder) (*indicator.Results, error) {
	read, err := c.read(cmd.Context(), f, nil)
	if known, ok := errors.AsType[*exit.Error](err); ok && known.Status == exit.Nothing && read.results != nil {
		c.narrate("the folder has no usable figures, so nothing is said of them; 'wres check' says why")
		return read.results, nil
	}
	return read.results, err
}

// changeable gives the actions of a folder's plan for those who choose one to change, and
// none of one that cannot be read. The example's is changed in the app only.
func changeable(dir string) []plan.Action {
	f, err := folderAt(dir, nil)
	if err != nil || f.example() {
		return nil
	}
	file, err := planfile.Load(planPath(f))
	if err != nil {
		return nil
	}
	return file.Plan().Actions()
}

// oneAction takes an action and a folder.
func oneAction(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || len(args) > 2 {
		return fmt.Errorf("name an action and its folder: %s", cmd.UseLine())
	}
	return nil
}

// actionAndFolder parts the two arguments, which people give in either order.
func actionAndFolder(args []string) (word, dir string) {
	if len(args) == 1 {
		return args[0], ""
	}
	if !exists(args[1]) && exists(args[0]) {
		return args[1], args[0]
	}
	return args[0], args[1]
}
