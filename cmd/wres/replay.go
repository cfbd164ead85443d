package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/pictures"
	"wres/cmd/wres/replay"
	"wres/loaders/durable"
)

// mostKeys is how many bytes a file of keys may have.
const mostKeys = 1 << 20

// replayFlags are the flags of the app that press keys in it.
type replayFlags struct {
	keys  string // the file
	frame choice // what is printed at the end; "": the app is shown
	size  pictures.Size
}

func addReplayFlags(cmd *cobra.Command) *replayFlags {
	flags := &replayFlags{frame: choice{of: []string{"text", "svg"}}, size: pictures.Size{Columns: 80, Lines: 24}}
	f := cmd.Flags()
	f.StringVar(&flags.keys, "keys", "", "press the keys that stand in `FILE`, a text in quotes letter by letter")
	f.Var(&flags.frame, "frame", "with --keys: show no app, and print its last screen as text or svg")
	f.Var(&flags.size, "size", "with --frame: columns and lines of the screen")
	offer.Files(cmd, "keys")
	offer.Values(cmd, "frame", flags.frame.of...)
	return flags
}

// pressed gives the keys of the file that is named, or nil.
func (flags *replayFlags) pressed() ([]string, error) {
	switch {
	case flags.keys == "" && flags.frame.chosen != "":
		return nil, exit.Misuse(errors.New("--frame prints the screen after the keys of a file: name it with --keys"))
	case flags.keys == "":
		return nil, nil
	}
	content, err := durable.Read(flags.keys, mostKeys)
	if err != nil {
		return nil, exit.Misuse(err)
	}
	keys, err := replay.Parse(string(content))
	if err != nil {
		return nil, exit.Misuse(errors.New(clean(flags.keys) + ": " + err.Error()))
	}
	return keys, nil
}

// framed prints the screen of a folder after keys, and saves nothing of what they change.
func (c *cli) framed(cmd *cobra.Command, dir string, flags *replayFlags, keys []string) error {
	s, err := c.pictured(cmd, dir)
	if err != nil {
		return err
	}
	s.Theme = c.flags.theme.chosen
	draw := func() ([]byte, error) { return s.Text(flags.size, keys) }
	if flags.frame.chosen == "svg" {
		background := pictures.Dark
		if s.Theme == pictures.Light {
			background = pictures.Light
		}
		draw = func() ([]byte, error) { return s.Picture(flags.size, background, keys) }
	}
	content, err := draw()
	if err != nil {
		return exit.Misuse(errors.New(strings.TrimSpace(err.Error())))
	}
	return c.print(content)
}
