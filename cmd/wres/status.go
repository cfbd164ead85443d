package main

import (
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
)

// report prints an error as the user sees it and gives the exit status.
func (c *cli) report(err error) int {
	if err != nil && err.Error() != "" {
		c.narrate("%s", cleanLines(err.Error()))
	}
	return exit.Status(err)
}

// suggestion ends a message with the names that a word may have been meant for.
func suggestion(names []string, prefix string) string {
	if len(names) == 0 {
		return ""
	}
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "'" + prefix + name + "'"
	}
	return "; did you mean " + strings.Join(quoted, " or ") + "?"
}

// nearest gives the names that a mistyped word is close to, by cobra's measure.
func nearest(word string, names []string) []string {
	known := &cobra.Command{SuggestionsMinimumDistance: 2}
	for _, name := range names {
		known.AddCommand(&cobra.Command{Use: name, Run: func(*cobra.Command, []string) {}})
	}
	return known.SuggestionsFor(word)
}
