package main

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"wres/cmd/wres/console"
	"wres/cmd/wres/exit"
	"wres/cmd/wres/outfile"
	"wres/loaders/export"
	"wres/loaders/planfile"
	"wres/model/report"
	"wres/model/words"
	"wres/tui/theme"
)

// formFlags are the flags that ask for a page in a form: one for each that the table
// of loaders/export has for it, beside text, which is what none asks for.
type formFlags struct {
	page   report.Kind
	forms  []export.Format
	wanted []*bool
}

func addFormFlags(cmd *cobra.Command, page report.Kind) *formFlags {
	flags := &formFlags{page: page}
	for _, f := range export.For(page) {
		if f.Name != export.TextName {
			flags.forms = append(flags.forms, f)
			flags.wanted = append(flags.wanted, cmd.Flags().Bool(f.Name, false, f.Pages[page]))
		}
	}
	return flags
}

// chosen gives the form that is asked for.
func (flags *formFlags) chosen() (export.Format, error) {
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

// chosenFor is chosen for what goes into a file, whose ending says the form where nothing
// else does.
func (flags *formFlags) chosenFor(out outfile.File) (export.Format, error) {
	format, err := flags.chosen()
	says := out.Says()
	if err != nil || says == "" || says == format.Name {
		return format, err
	}
	if named, known := export.Find(flags.page, says); known && format.Name == export.TextName {
		return named, nil
	}
	return format, exit.Misuse(fmt.Errorf("the name %s says %s, and what would be written is %s; end it in .%s", out.Path, says, format.Name, strings.Replace(format.Name, export.TextName, "txt", 1)))
}

// formNames lists the forms of a page.
func formNames(page report.Kind) []string {
	var names []string
	for _, f := range export.For(page) {
		names = append(names, f.Name)
	}
	return names
}

// show prints a page in a form, and says beside it what the form has no place for.
func (c *cli) show(f export.Format, p report.Page) error {
	content, err := c.rendered(f, p)
	if err != nil {
		return err
	}
	return c.print(content)
}

func (c *cli) rendered(f export.Format, p report.Page) ([]byte, error) {
	if f.Without != nil {
		for _, text := range f.Without(p, c.exportOptions()) {
			c.narrate("%s", clean(text))
		}
	}
	var out bytes.Buffer
	err := f.Write(&out, p, c.exportOptions())
	return out.Bytes(), err
}

// exportOptions is what the writers of pages are handed of this run.
func (c *cli) exportOptions() export.Options {
	set := c.charset()
	return export.Options{
		Safe:  safe(),
		Sheet: planfile.Encode,
		Paper: export.Paper{
			Width: c.width(), ByRow: c.accessible(), Show: set.Text, Bullet: set.Glyphs().Bullet,
			Border: theme.Theme{Charset: set}.Border(), Profile: c.profile(),
		},
	}
}

// The widths of a page of text. Prose wider than the most is hard to read.
const (
	usualWidth = 80
	leastWidth = 30
	mostWidth  = 100
)

// width gives the columns of a page: COLUMNS, the terminal's, or the usual ones.
func (c *cli) width() int {
	width := usualWidth
	if n, err := strconv.Atoi(c.getenv("COLUMNS")); err == nil && n > 0 {
		width = n
	} else if fd, ok := console.Terminal(c.stdout); ok {
		if w, _, err := term.GetSize(fd); err == nil && w > 0 {
			width = w
		}
	}
	return min(max(width, leastWidth), mostWidth)
}

// profile gives the colours that stdout can show, by the flag before the
// environment. No terminal is asked and no program is run for it.
func (c *cli) profile() colorprofile.Profile {
	if c.flags.color.chosen == "never" {
		return c.plainProfile()
	}
	if c.flags.color.chosen == "always" {
		environ := append(c.environ[:len(c.environ):len(c.environ)], "NO_COLOR=")
		return max(colorprofile.Env(environ), colorprofile.ANSI)
	}
	if c.getenv("NO_COLOR") != "" {
		return c.plainProfile()
	}
	if !c.escapes() {
		return colorprofile.NoTTY
	}
	return colorprofile.Env(c.environ)
}

// escapes reports whether the output goes to a terminal that reads escape sequences. A
// console of Windows is told to, without which it shows them as signs.
func (c *cli) escapes() bool {
	out, is := console.Terminal(c.stdout)
	return is && console.Escapes(out)
}

// plainProfile is without colour; a terminal keeps bold and underlined text.
func (c *cli) plainProfile() colorprofile.Profile {
	if !c.escapes() {
		return colorprofile.NoTTY
	}
	return min(colorprofile.Env(c.environ), colorprofile.ASCII)
}
