// Package doctor says what wres finds of the machine that it runs on, for whoever is asked for
// help: the terminal and what is chosen for it, the folder, and where the plan is kept.
//
// What the program knows of its run goes in as a World; lines for an e-mail, or JSON, come
// out. Nothing is written or changed, no terminal is asked, and nothing of the data comes
// out: no figure, no label, no name of a file of the organisation.
package doctor

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"wres/cmd/wres/build"
	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/loaders/csvfile"
	"wres/tui/theme"
)

// World is what the program lends: its streams, its environment, and what it chose.
type World struct {
	Stdin, Stdout any
	Getenv        func(string) string
	Print         func([]byte) error
	Folder        func(dir string) Folder // what the program would open; "": none is named
	Version       string                  // as a release was built with
	Charset       theme.Charset
	Profile       colorprofile.Profile

	AskedCharset, AskedColor, AskedTheme string // by a flag; empty: not asked for
}

// Section is one part of what is found.
type Section struct {
	Name  string `json:"name"`
	Facts []Fact `json:"facts"`
}

// Fact is one thing that is found, in words.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// ending says what may be in the lines, as they are made to be sent to somebody.
const ending = "These lines name folders of this computer, which may hold your name. They hold\n" +
	"nothing of the data: no figure, no label, no name of an extract. Nothing was\n" +
	"sent or changed.\n"

// The width of the lines, and of the names in front of what is found, in cells.
const (
	lineWidth = 80
	nameWidth = 22
)

// wholeHyphen stands for a hyphen while lines are broken, so that none ends within a name. It
// is of no alphabet, so no path has it.
const wholeHyphen = "\ue000"

// Command makes the command. World is called when it runs.
func Command(world func() World) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor [DIR]",
		Short: "Say what wres finds of this computer, to send to whoever helps",
		Long: "Says what wres finds of the terminal, its characters and colours, the folder, where\n" +
			"the plan is kept and whether it can be written, in lines for an e-mail. They name\n" +
			"folders, and hold nothing of the data. Nothing is sent or changed.",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			w := world()
			found := w.find(cmd.Context(), strings.Join(args, ""))
			if asJSON {
				return w.printJSON(found)
			}
			return w.Print(text(found))
		}),
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "for scripts: schema wres-doctor/1")
	return cmd
}

func (w World) printJSON(found []Section) error {
	document, err := json.MarshalIndent(struct {
		Schema   string    `json:"schema"`
		Sections []Section `json:"sections"`
	}{"wres-doctor/1", found}, "", "  ")
	if err != nil {
		return err
	}
	return w.Print(append(document, '\n'))
}

// text writes the sections as lines. What is longer goes on under itself. A path is not
// broken, as whoever reads it copies it: only at a blank that it holds.
func text(found []Section) []byte {
	var b bytes.Buffer
	under := "\n" + strings.Repeat(" ", nameWidth)
	for _, s := range found {
		fmt.Fprintf(&b, "%s\n", s.Name)
		for _, f := range s.Facts {
			name := fmt.Sprintf("%-*s", nameWidth, "    "+f.Name)
			value := ansi.Wordwrap(strings.ReplaceAll(f.Value, "-", wholeHyphen), lineWidth-nameWidth, "")
			value = strings.ReplaceAll(value, wholeHyphen, "-")
			b.WriteString(name + strings.ReplaceAll(value, "\n", under) + "\n")
		}
	}
	b.WriteString("\n" + ending)
	return b.Bytes()
}

// find looks at everything. What comes from the environment or the disk is made fit for one
// line of a screen.
func (w World) find(ctx context.Context, dir string) []Section {
	of := w.Folder(dir)
	found := []Section{
		{"program", programFacts(w.Version)},
		{"terminal", w.terminal()},
		{"screen", w.screen(of)},
		{"folder", of.facts(ctx)},
		{"plan", planFacts(of.Plan)},
	}
	for _, s := range found {
		for i := range s.Facts {
			s.Facts[i].Value = csvfile.Clean(s.Facts[i].Value)
		}
	}
	return found
}

// programFacts takes the lines of the version apart.
func programFacts(version string) []Fact {
	var facts []Fact
	for line := range strings.Lines(build.Lines(version)) {
		name, value, named := strings.Cut(strings.TrimSpace(line), ": ")
		if !named {
			name, value = "version", strings.TrimPrefix(name, "wres ")
		}
		facts = append(facts, Fact{name, value})
	}
	return facts
}
