package main

import (
	"bytes"
	"strconv"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"wres/cmd/wres/console"
	"wres/loaders/export"
	"wres/loaders/planfile"
	"wres/model/report"
	"wres/tui/theme"
)

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
