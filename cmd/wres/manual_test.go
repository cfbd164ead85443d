package main

import (
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manual is the folder that a release has its manual pages written into. They are made by a
// test so that the program does not link what makes them.
var manual = flag.String("manual", "", "write the manual pages into this `FOLDER`")

// emphasised finds what a page sets in bold: names of commands and of flags.
var emphasised = regexp.MustCompile(`\\fB[^\\]*\\fP`)

// keepNamesWhole writes the hyphens of names as signs that are copied as they are typed, and
// at which no line ends. Words are not broken either: the request stands in front of .TH,
// which takes it back.
func keepNamesWhole(page string) string {
	page = strings.Replace(page, ".SH NAME", ".nh\n.SH NAME", 1)
	return emphasised.ReplaceAllStringFunc(page, func(name string) string { return strings.ReplaceAll(name, "-", `\-`) })
}

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
		path := filepath.Join(dir, name+".1")
		made, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		page := keepNamesWhole(string(made))
		if !strings.Contains(page, ".SH NAME\n"+name) && !strings.Contains(page, strings.ReplaceAll(name, "-", `\-`)) {
			t.Errorf("%s: %.300s", name, page)
		}
		if cmd == root && !strings.Contains(page, `\fBwres\-summary(1)\fP`) {
			t.Errorf("a line can end within wres-summary:\n%s", page)
		}
		if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
			t.Fatal(err)
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
