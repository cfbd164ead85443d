package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/help"
	"wres/cmd/wres/offer"
	"wres/model/words"
)

func helpCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:               "help [TOPIC | COMMAND]",
		Short:             "Explain a topic (" + words.Listed(help.Topics()) + ") or a command",
		ValidArgsFunction: offer.Help(help.Topics()),
		RunE:              runs(c.help),
	}
}

// help prints a topic's page, or the help of a command.
func (c *cli) help(cmd *cobra.Command, args []string) error {
	if len(args) == 1 {
		if text, err := help.Topic(args[0]); err == nil {
			return c.print([]byte(c.charset().Text(text)))
		}
	}
	about, rest, err := cmd.Root().Find(args)
	if about == nil || err != nil || len(rest) > 0 {
		word := strings.Join(args, " ")
		near := nearest(word, append(help.Topics(), commandNames(cmd)...))
		return misused(fmt.Errorf("there is no help on %q%s\nThe topics are %s; the commands are %s",
			word, suggestion(near, ""), words.Listed(help.Topics()), words.Listed(commandNames(cmd))))
	}
	about.InitDefaultHelpFlag()
	about.InitDefaultVersionFlag()
	return about.Help()
}
