package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/help"
	"wres/cmd/wres/mistyped"
	"wres/cmd/wres/offer"
	"wres/loaders/export/schemas"
	"wres/model/words"
)

func helpCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:               "help [TOPIC | COMMAND | json NAME]",
		Short:             "Explain a topic (" + words.Listed(help.Topics()) + ") or a command",
		ValidArgsFunction: offer.Help(help.Topics(), map[string][]string{"json": schemas.Names()}),
		RunE:              exit.Runs(c.help),
	}
}

// help prints a topic's page, a schema of JSON, or the help of a command.
func (c *cli) help(cmd *cobra.Command, args []string) error {
	if len(args) == 1 {
		if text, err := help.Topic(args[0]); err == nil {
			return c.print([]byte(c.charset().Text(text)))
		}
	}
	if len(args) == 2 && args[0] == "json" {
		schema, err := schemas.Schema(args[1])
		if err != nil {
			return exit.Misuse(fmt.Errorf("there is no schema %q%s; the schemas are %s", args[1], mistyped.Meant(args[1], schemas.Names()), words.Listed(schemas.Names())))
		}
		return c.print(schema)
	}
	about, rest, err := cmd.Root().Find(args)
	if about == nil || err != nil || len(rest) > 0 {
		word := strings.Join(args, " ")
		known := append(help.Topics(), commandNames(cmd)...)
		return exit.Misuse(fmt.Errorf("there is no help on %q%s\nThe topics are %s; the commands are %s",
			word, mistyped.Meant(word, known), words.Listed(help.Topics()), words.Listed(commandNames(cmd))))

	}
	about.InitDefaultHelpFlag()
	about.InitDefaultVersionFlag()
	return about.Help()
}
