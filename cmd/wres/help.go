package main

import (
	"embed"
	"fmt"
	"path"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"wres/model/indicator"
	"wres/model/words"
)

// topics are the pages of help, one file a topic. A new topic is a new file.
//
//go:embed help/*.md
var topics embed.FS

// topicNames lists the topics.
func topicNames() []string {
	files, err := topics.ReadDir("help")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".md"))
	}
	return names
}

// methodsMark is where a topic lists the methods.
const methodsMark = "<!-- methods -->\n"

// indicatorsMark is where a topic lists the indicators.
const indicatorsMark = "<!-- indicators -->\n"

// indicatorsText lists the catalogue of indicators.
func indicatorsText() string {
	const width = 78
	var all []string
	for _, ind := range indicator.Catalogue() {
		text := ansi.Wrap(ind.Title+"."+ind.Help, width, " ")
		all = append(all, ind.ID+". "+strings.ReplaceAll(text, "\n", "\n   ")+"\n")
	}
	return strings.Join(all, "\n")
}

// methodsText lists the table of methods, so that the help cannot differ from what
// the program says of a figure.
func methodsText() string {
	const width = 76
	var b strings.Builder
	for i, m := range words.Methods() {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(m.Name + "\n")
		for _, line := range []string{"For " + m.For + ".", m.Formula, m.Why, "Source: " + m.Source + "."} {
			b.WriteString("    " + strings.ReplaceAll(ansi.Wrap(line, width, " "), "\n", "\n    ") + "\n")
		}
	}
	return b.String()
}

func helpCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "help [TOPIC | COMMAND]",
		Short: "Explain a topic (" + words.Listed(topicNames()) + ") or a command",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return append(topicNames(), commandNames(cmd)...), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: runs(c.help),
	}
}

// help prints a topic's page, or the help of a command.
func (c *cli) help(cmd *cobra.Command, args []string) error {
	if len(args) == 1 {
		if page, err := topics.ReadFile(path.Join("help", args[0]+".md")); err == nil {
			text := strings.NewReplacer(methodsMark, methodsText(), indicatorsMark, indicatorsText()).Replace(string(page))
			return c.print([]byte(c.charset().Text(text)))
		}
	}
	about, rest, err := cmd.Root().Find(args)
	if about == nil || err != nil || len(rest) > 0 {
		word := strings.Join(args, " ")
		near := nearest(word, append(topicNames(), commandNames(cmd)...))
		return misused(fmt.Errorf("there is no help on %q%s\nThe topics are %s; the commands are %s",
			word, suggestion(near, ""), words.Listed(topicNames()), words.Listed(commandNames(cmd))))
	}
	about.InitDefaultHelpFlag()
	about.InitDefaultVersionFlag()
	return about.Help()
}
