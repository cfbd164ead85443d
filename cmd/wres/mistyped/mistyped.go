// Package mistyped words what is wrong with a word of the command line, with what it was
// meant for: a word and the names that are known go in, a message comes out.
package mistyped

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Meant ends a message with those names that a word may have been meant for; nothing where
// it is close to none.
func Meant(word string, names []string) string { return Suggestion(nearest(word, names)) }

// Suggestion ends a message with the names that a word may have been meant for.
func Suggestion(names []string) string { return suggestion(names, "") }

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

// Flag words a mistake in the flags, with the flag that was meant. Found is the command that
// was found for the arguments args. A command's flag beside a mistyped command reaches the
// root, which has no such flag: then the command is what is wrong.
func Flag(found *cobra.Command, args []string, err error) error {
	if invalid, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return fmt.Errorf("--%s %q: %w", invalid.GetFlag().Name, invalid.GetValue(), invalid.Unwrap())
	}
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return err
	}
	meant := meantCommand(found, args)
	if word := firstWord(args); found == found.Root() && meant == found && word != "" && !exists(word) {
		if near := found.SuggestionsFor(word); len(near) > 0 {
			return fmt.Errorf("unknown command %q%s", word, Suggestion(near))
		}
	}
	return unknownFlag(found, meant, unknown)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// meantCommand gives the command that the arguments name, which cobra does not find behind a
// flag that it does not know.
func meantCommand(found *cobra.Command, args []string) *cobra.Command {
	for _, word := range args {
		for _, sub := range found.Commands() {
			if sub.Name() == word {
				found = sub
				break
			}
		}
	}
	return found
}

// unknownFlag says what is wrong with a flag that the command which was found has not, and
// which the one that is meant may have.
func unknownFlag(found, meant *cobra.Command, unknown *pflag.NotExistError) error {
	name, flag := unknown.GetSpecifiedName(), meant.Flags().Lookup(unknown.GetSpecifiedName())
	written, short := "--"+name, unknown.GetSpecifiedShortnames() != ""
	if short {
		written, flag = "-"+name, meant.Flags().ShorthandLookup(name)
	}
	if flag != nil {
		return fmt.Errorf("%s stands after the command: %s %s", written, meant.CommandPath(), written)
	}
	said := "unknown flag: " + written
	var near []string
	if !short { // one letter is near to every short name
		var names []string
		meant.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		near = nearest(name, names)
	}
	switch {
	case meant != found:
		said += cmp.Or(suggestion(near, "--"), ";") + fmt.Sprintf(" '%s --help' lists the flags of %s, which stand after it", meant.CommandPath(), meant.Name())
	case len(near) == 0:
		said += fmt.Sprintf("; '%s --help' lists the flags", meant.CommandPath())
	default:
		said += suggestion(near, "--")
	}
	return errors.New(said)
}

// firstWord gives the first argument that is not a flag.
func firstWord(args []string) string {
	for _, a := range args {
		if !strings.HasPrefix(a, "-") {
			return a
		}
	}
	return ""
}
