// Package forms is the flags that ask for a page in a form, such as --json and --md: the table
// of loaders/export goes in, and the form that the user chose comes out.
package forms

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/outfile"
	"wres/loaders/export"
	"wres/model/report"
	"wres/model/words"
)

// Flags are the flags that ask for a page in a form: one for each that the table
// of loaders/export has for it, beside text, which is what none asks for.
type Flags struct {
	page   report.Kind
	forms  []export.Format
	wanted []*bool
}

// Add adds to a command a flag for each form of a page.
func Add(cmd *cobra.Command, page report.Kind) *Flags {
	flags := &Flags{page: page}
	for _, f := range export.For(page) {
		if f.Name != export.TextName {
			flags.forms = append(flags.forms, f)
			flags.wanted = append(flags.wanted, cmd.Flags().Bool(f.Name, false, f.Pages[page]))
		}
	}
	return flags
}

// Chosen gives the form that is asked for.
func (flags *Flags) Chosen() (export.Format, error) {
	var names []string
	var asked []export.Format
	for i, f := range flags.forms {
		names = append(names, "--"+f.Name)
		if *flags.wanted[i] {
			asked = append(asked, f)
		}
	}
	switch len(asked) {
	case 0:
		text, _ := export.Find(flags.page, export.TextName)
		return text, nil
	case 1:
		return asked[0], nil
	}
	return export.Format{}, exit.Misuse(errors.New("choose one of " + words.Listed(names)))
}

// ChosenFor is Chosen for what goes into a file, whose ending says the form where nothing
// else does.
func (flags *Flags) ChosenFor(out outfile.File) (export.Format, error) {
	format, err := flags.Chosen()
	says := out.Says()
	if err != nil || says == "" || says == format.Name {
		return format, err
	}
	if named, known := export.Find(flags.page, says); known && format.Name == export.TextName {
		return named, nil
	}
	return format, exit.Misuse(fmt.Errorf("the name %s says %s, and what would be written is %s; end it in .%s", out.Path, says, format.Name, strings.Replace(format.Name, export.TextName, "txt", 1)))
}

// Names lists the forms of a page.
func Names(page report.Kind) []string {
	var names []string
	for _, f := range export.For(page) {
		names = append(names, f.Name)
	}
	return names
}
