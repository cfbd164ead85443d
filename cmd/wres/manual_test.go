package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manual is the folder that a release has its manual pages written into. They are made by a
// test so that the program does not link what makes them.
var manual = flag.String("manual", "", "write the manual pages into this `FOLDER`")

// TestManual: each command that is listed has a manual page, with its flags and its examples.
func TestManual(t *testing.T) {
	dir := *manual
	if dir == "" {
		dir = t.TempDir()
	}
	root := (&cli{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard}).rootCommand(io.Discard)
	root.DisableAutoGenTag = true
	header := &doc.GenManHeader{Title: "WRES", Section: "1", Source: "wres", Manual: "wres manual"} // its day is that of SOURCE_DATE_EPOCH
	if os.Getenv("SOURCE_DATE_EPOCH") == "" {
		day := time.Date(2026, time.November, 30, 0, 0, 0, 0, time.UTC)
		header.Date = &day
	}
	if err := doc.GenManTree(root, header, dir); err != nil {
		t.Fatal(err)
	}
	pages := 0
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		if !cmd.IsAvailableCommand() && cmd != root {
			return
		}
		pages++
		name := strings.ReplaceAll(cmd.CommandPath(), " ", "-")
		page, err := os.ReadFile(filepath.Join(dir, name+".1"))
		if err != nil || !strings.Contains(string(page), ".SH NAME\n"+name) && !strings.Contains(string(page), strings.ReplaceAll(name, "-", `\-`)) {
			t.Errorf("%s: %v, %.300s", name, err, page)
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(root)
	if pages < 15 {
		t.Errorf("%d pages", pages)
	}
}
