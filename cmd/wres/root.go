package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/mistyped"
	"wres/cmd/wres/newfolder"
	"wres/cmd/wres/offer"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/words"
	"wres/tui/theme"
)

// globalFlags are the flags that every command has.
type globalFlags struct {
	assumeYear   yearFlag
	organisation string
	charset      choice
	color        choice
	accessible   bool
	theme        choice
}

// rootCommand makes the tree of commands. A new command is one line here and a
// file of its own. What cobra prints by itself goes to out.
func (c *cli) rootCommand(out io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:   "wres [DIR]",
		Short: "A workbench for the NHS Workforce Race Equality Standard",
		Long: "A workbench for the NHS Workforce Race Equality Standard: its indicators and\n" +
			"the action plan, from a folder of CSV extracts, in the terminal and offline.\n\n" +
			"Without DIR it opens the current folder if that holds extracts, else the\n" +
			"built-in example. With --accessible, ACCESSIBLE=1 or TERM=dumb it is a conversation\n" +
			"of plain lines, answered with numbers and words; see 'wres help keys'. Without a\n" +
			"terminal it prints what 'wres summary' prints. A folder that has the name of a command is opened as ./NAME.",
		Args:                       oneFolder,
		SilenceUsage:               true,
		SilenceErrors:              true,
		SuggestionsMinimumDistance: 2,
		ValidArgsFunction:          offer.CommandOrFolder,
	}
	// A version that cobra prints, or a template that it is given, links text/template, which
	// keeps the linker from leaving out any method: two megabytes.
	asked := root.Flags().BoolP("version", "v", false, "version for wres")
	played := addReplayFlags(root)
	root.RunE = exit.Runs(func(cmd *cobra.Command, args []string) error {
		if *asked {
			return c.printVersion()
		}
		keys, err := played.pressed()
		if err != nil {
			return err
		}
		if played.frame.chosen != "" {
			return c.framed(cmd, folderOf(args), played, keys)
		}
		return c.open(cmd, folderOf(args), keys)
	})

	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return mistyped.Flag(cmd, c.args, err) })
	root.CompletionOptions.SetDefaultShellCompDirective(offer.None)
	c.addGlobalFlags(root)
	root.AddCommand(summaryCommand(c), briefCommand(c), reportCommand(c), returnCommand(c), checkCommand(c), planCommand(c), compareCommand(c), newfolder.Command(c.print), versionCommand(c), doctorCommand(c), pictureCommand(c), sqlCommand(c), funnelCommand(c), auditCommand(c))
	root.SetHelpCommand(helpCommand(c))
	root.SetOut(out) // before cobra makes its own commands, which keep it
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args, completion.RunE = nil, exit.Runs(unknownShell)
	}
	return root
}

// unknownShell is what the completion command does itself: cobra's own commands
// below it, one for each shell, do the work.
func unknownShell(cmd *cobra.Command, args []string) error {
	shells := subcommandNames(cmd)
	if len(args) == 0 {
		return exit.Misuse(fmt.Errorf("name a shell: %s", words.Listed(shells)))
	}
	return exit.Misuse(fmt.Errorf("there is no completion for %q%s; the shells are %s", args[0], mistyped.Meant(args[0], shells), words.Listed(shells)))
}

func (c *cli) addGlobalFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	c.flags.charset = choice{of: []string{"ascii", "basic", "full"}}
	c.flags.color = choice{of: []string{"auto", "always", "never"}, chosen: "auto"}
	c.flags.theme = choice{of: theme.Names()}
	f.Var(&c.flags.assumeYear, "assume-year", "the WRES year of files that name none")
	f.StringVar(&c.flags.organisation, "organisation", "", "take this one of several organisations in a folder")
	f.Var(&c.flags.charset, "charset", "the characters that the terminal can show: ascii, basic or full")
	f.Var(&c.flags.color, "color", "colour: auto, always or never")
	f.Var(&c.flags.theme, "theme", "the colours of the app: light, dark, contrast, or mono for none")
	f.BoolVar(&c.flags.accessible, "accessible", false, "plain lines for screen readers; the app as questions with numbered answers")
	offer.Values(root, "charset", c.flags.charset.of...)
	offer.Values(root, "color", c.flags.color.of...)
	offer.Values(root, "theme", c.flags.theme.of...)
	offer.Values(root, "assume-year")
	offer.Values(root, "organisation")
}

// accessible reports whether lines for a screen reader are asked for.
func (c *cli) accessible() bool {
	if c.flags.accessible {
		return true
	}
	v := c.getenv("ACCESSIBLE")
	on, err := strconv.ParseBool(v)
	return v != "" && (err != nil || on)
}

// charset gives the characters that may be shown.
func (c *cli) charset() theme.Charset {
	if set, err := theme.ParseCharset(c.flags.charset.chosen); err == nil {
		return set
	}
	return theme.DetectCharset(runtime.GOOS, c.getenv)
}

// choice is a flag that takes one of a few words.
type choice struct {
	of     []string
	chosen string
}

func (f *choice) String() string { return f.chosen }
func (f *choice) Type() string   { return "WORD" }

// Set takes a word in any case.
func (f *choice) Set(s string) error {
	word := strings.ToLower(strings.TrimSpace(s))
	if !slices.Contains(f.of, word) {
		return errors.New("use " + f.words())
	}
	f.chosen = word
	return nil
}

// words lists what the flag takes: "csv, md or ics".
func (f *choice) words() string { return labels.Listed(f.of, "or") }

// yearFlag is a flag that takes a WRES year.
type yearFlag struct{ year model.Year }

func (f *yearFlag) String() string { return f.year.String() }
func (f *yearFlag) Type() string   { return "YEAR" }

// Set takes a year in any of the ways that extracts write one.
func (f *yearFlag) Set(s string) error {
	y, _, err := model.ParseYear(s)
	if err != nil {
		return err
	}
	f.year = y
	return nil
}

// oneFolder takes at most one folder. Two words of which the first is no path
// are most likely a mistyped command.
func oneFolder(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	if cmd == cmd.Root() && !exists(args[0]) {
		return fmt.Errorf("unknown command %q%s", args[0], mistyped.Suggestion(cmd.SuggestionsFor(args[0])))
	}
	return fmt.Errorf("one folder is opened at a time, not %d; put quotes round a path that has spaces", len(args))
}

// noArguments is for commands that have flags only.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("'%s' takes no argument, and was given %q", cmd.CommandPath(), args[0])
	}
	return nil
}

func folderOf(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
