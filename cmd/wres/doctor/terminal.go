package doctor

import (
	"cmp"
	"fmt"
	"runtime"

	"github.com/charmbracelet/x/term"

	"wres/cmd/wres/console"
	"wres/loaders/settings"
	"wres/tui/theme"
)

// variables are those of the environment that decide how the screen looks.
var variables = [...]string{"TERM", "COLORTERM", "TERM_PROGRAM", "WT_SESSION", "LC_ALL", "LC_CTYPE", "LANG", "COLUMNS", "COLORFGBG", "NO_COLOR", "ACCESSIBLE"}

// terminal says whether there is one, how large it is, and what the environment says of it.
func (w World) terminal() []Fact {
	yes := map[bool]string{true: "a terminal", false: "not a terminal"}
	_, in := console.Terminal(w.Stdin)
	fd, out := console.Terminal(w.Stdout)
	facts := []Fact{{"input", yes[in]}, {"output", yes[out]}}
	if width, height, err := term.GetSize(fd); out && err == nil {
		facts = append(facts, Fact{"size", fmt.Sprintf("%d columns, %d lines", width, height)})
	}
	for _, name := range variables {
		facts = append(facts, Fact{name, cmp.Or(w.Getenv(name), "not set")})
	}
	return facts
}

// screen says what is chosen for the terminal, and why.
func (w World) screen(of Folder) []Fact {
	name, why := w.theme(of)
	return []Fact{
		{"characters", w.Charset.String() + ", " + w.whyCharset(runtime.GOOS)},
		{"colour", w.Profile.String() + ", " + w.whyProfile()},
		{"theme", name + ", " + why},
	}
}

func (w World) whyCharset(goos string) string {
	switch {
	case w.AskedCharset != "":
		return "asked for by --charset"
	case w.Getenv("TERM") == "dumb" || w.Getenv("TERM") == "linux" && w.Charset == theme.Basic:
		return "as TERM is " + w.Getenv("TERM")
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := w.Getenv(name); value != "" && (goos != "windows" || w.Charset == theme.ASCII) {
			return "as " + name + " is " + value
		}
	}
	switch {
	case goos != "windows":
		return "as none of LC_ALL, LC_CTYPE and LANG is set"
	case w.Charset == theme.Full:
		return "as WT_SESSION or TERM_PROGRAM is set"
	}
	return "as neither WT_SESSION nor TERM_PROGRAM is set"
}

func (w World) whyProfile() string {
	_, out := console.Terminal(w.Stdout)
	switch {
	case w.AskedColor != "" && w.AskedColor != "auto":
		return "asked for by --color " + w.AskedColor
	case w.Getenv("NO_COLOR") != "":
		return "as NO_COLOR is set"
	case !out:
		return "as the output is not a terminal"
	}
	return "by TERM, COLORTERM and what else the environment says of the terminal"
}

func (w World) theme(of Folder) (name, why string) {
	if w.AskedTheme != "" {
		return w.AskedTheme, "asked for by --theme"
	}
	if set := settings.ReadScreen(of.FS).Theme; set != "" {
		return set, "asked for by " + settings.Name
	}
	background := "dark"
	if theme.LightByEnv(w.Getenv) {
		background = "light"
	}
	if w.Getenv("COLORFGBG") != "" {
		return background, "by COLORFGBG, until the terminal says what its background is"
	}
	return background, "until the terminal says what its background is"
}
