// Package offer is what a shell offers for the word that is being typed: commands, folders,
// the actions of a plan, and what a flag takes.
//
// Place in the flow: cmd/wres hands its functions to cobra, which answers the shell by them.
// They say nothing of a folder that cannot be read: a word is half typed, and the command
// itself says what is wrong with the whole one.
package offer

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wres/loaders/csvfile"
	"wres/model/indicator"
	"wres/model/plan"
)

// None is that nothing is offered, and no file either.
const None = cobra.ShellCompDirectiveNoFileComp

// Values offers fixed values for a flag; none where any text will do.
func Values(cmd *cobra.Command, flag string, values ...string) {
	By(cmd, flag, cobra.FixedCompletions(values, None))
}

// Files offers files for a flag.
func Files(cmd *cobra.Command, flag string) {
	By(cmd, flag, cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault))
}

// Folders offers folders for a flag.
func Folders(cmd *cobra.Command, flag string) {
	By(cmd, flag, cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs))
}

// Indicators offers the numbers of the indicators for a flag.
func Indicators(cmd *cobra.Command, flag string) {
	var numbers []cobra.Completion
	for _, ind := range indicator.Catalogue() {
		numbers = append(numbers, cobra.CompletionWithDesc(ind.ID, ind.Title))
	}
	By(cmd, flag, cobra.FixedCompletions(numbers, None|cobra.ShellCompDirectiveKeepOrder))
}

// By offers for a flag what a function finds.
func By(cmd *cobra.Command, flag string, find cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, find); err != nil {
		panic(err) // the flag's name is misspelt in this program
	}
}

// Folder offers folders for DIR, which is the one argument.
func Folder(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, None
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// CommandOrFolder is Folder for a command that has others below it. A shell that is told to
// look for folders takes the names of commands, which cobra adds by itself, for folders to
// look in, and offers none of them. So where commands begin as the word does, the folders of
// the current one that do are named beside them.
func CommandOrFolder(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	commands := map[string]bool{}
	for _, sub := range cmd.Commands() {
		if (sub.IsAvailableCommand() || sub.Name() == "help") && strings.HasPrefix(sub.Name(), word) {
			commands[sub.Name()] = true
		}
	}
	if len(args) > 0 || len(commands) == 0 {
		return Folder(cmd, args, word)
	}
	entries, _ := os.ReadDir(".") // which names what it could read
	var folders []cobra.Completion
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case !strings.HasPrefix(name, word) || strings.HasPrefix(name, "."), commands[name], csvfile.Clean(name) != name:
			continue // hidden, opened as ./NAME only, or not to be shown as it is
		}
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			folders = append(folders, cobra.CompletionWithDesc(name, "folder"))
		}
	}
	return folders, None
}

// Action offers the actions of a plan for the arguments ID and DIR, in either order. The
// function gives the actions of a folder, or for "" those of the current one, and none where
// it has none that can be changed.
func Action(actions func(dir string) []plan.Action) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
		dir := ""
		if len(args) > 0 {
			dir = args[0]
		}
		info, err := os.Stat(dir)
		switch {
		case len(args) > 1:
			return nil, None
		case len(args) == 1 && (err != nil || !info.IsDir()): // that was the action
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
		var ids []cobra.Completion
		for _, a := range actions(dir) {
			if id := csvfile.Clean(a.ID); id == a.ID && len(id) >= len(word) && strings.EqualFold(id[:len(word)], word) {
				ids = append(ids, cobra.CompletionWithDesc(id, strings.Join(strings.Fields(csvfile.CleanLines(a.Text)), " ")))
			}
		}
		if len(args) == 0 && len(ids) == 0 { // the folder may come first
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
		return ids, None | cobra.ShellCompDirectiveKeepOrder
	}
}

// Help offers topics and commands, and below a command or a topic what it has.
func Help(topics []string, below map[string][]string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) == 1 && below[args[0]] != nil {
			return below[args[0]], None
		}
		about, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return nil, None
		}
		var offered []cobra.Completion
		if len(args) == 0 {
			offered = slices.Clone(topics)
		}
		for _, sub := range about.Commands() {
			if sub.IsAvailableCommand() && !slices.Contains(offered, sub.Name()) {
				offered = append(offered, cobra.CompletionWithDesc(sub.Name(), sub.Short))
			}
		}
		return offered, None
	}
}
