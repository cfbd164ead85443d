// Package takeout writes what is taken out of the app into files: a panel in the publication
// view goes in, and CSV, Markdown and a drawing of it stand in a folder beside the plan.
//
// Place in the flow: cmd/wres hands it to the app (tui), which knows no file; the pages are
// those of model/report, written by loaders/export.
package takeout

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"wres/cmd/wres/outfile"
	"wres/loaders/durable"
	"wres/loaders/export"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/source"
	"wres/tui"
)

// Folder is the name of the folder, in that of the plan. Nothing in it is read as an extract.
const Folder = "wres-exports"

// mostNames is how often a panel may be written on a day before the folder has to be cleared.
const mostNames = 999

// ErrFull means that the folder holds too many files of one panel.
var ErrFull = errors.New("there are too many files of this panel in " + Folder + "; move some away")

// Writer writes into the folder beside a plan.
type Writer struct {
	Dir     string // of the plan
	Options export.Options
	Now     func() time.Time
}

// Deps gives the app what it needs.
func (w Writer) Deps(clipboard bool) tui.TakeDeps {
	return tui.TakeDeps{Clipboard: clipboard, TakeText: w.text, TakePanel: w.panel}
}

func (w Writer) text(name, text string) (string, error) {
	paths, err := w.write(name, []made{{"txt", []byte(text + "\n")}})
	if len(paths) == 0 {
		return "", err
	}
	return paths[0], err
}

// made is a file that is ready but for its name.
type made struct {
	ending  string
	content []byte
}

// form is a form that panels are written in, and the page that it is written of.
type form struct {
	name string
	page func(tui.TakenPanel, Writer) report.Page
}

// formsOf gives the forms of a panel by its key: that of the overview, of the plan, or else
// that of an indicator.
func formsOf(key string) []form {
	switch key {
	case "0":
		return []form{{"csv", summary}, {"md", summary}}
	case "p":
		return []form{{"csv", plan}, {"md", plan}}
	}
	return []form{{"csv", values}, {"md", excerpt}}
}

// summary is the page of the year that is on the screen.
func summary(t tui.TakenPanel, w Writer) report.Page {
	return report.Summary{Results: t.Results.Window(t.Year, len(t.Results.Years)), Outlook: report.Outlook{Actions: t.Plan.Actions(), Today: w.Now()}}
}

// values is the summary of one indicator, for its values in every year.
func values(t tui.TakenPanel, w Writer) report.Page {
	s := summary(t, w).(report.Summary)
	one := *s.Results
	one.Series = slices.DeleteFunc(slices.Clone(one.Series), func(s indicator.Series) bool { return s.Indicator.ID != t.Key })
	s.Results = &one
	return s
}

func excerpt(t tui.TakenPanel, _ Writer) report.Page {
	return yearly.Excerpt{Report: yearly.Report{Results: t.Results.Window(t.Year, len(t.Results.Years)), Actions: t.Plan.Actions()}, Indicator: t.Key}
}

func plan(t tui.TakenPanel, w Writer) report.Page {
	page, _ := report.Plan{Plan: t.Plan, Organisation: t.Results.Organisation, Folder: filepath.Base(w.Dir), Today: w.Now()}.Publish(t.Results)
	return page
}

func (w Writer) panel(t tui.TakenPanel) ([]string, error) {
	var all []made
	for _, f := range formsOf(t.Key) {
		page := f.page(t, w)
		format, known := export.Find(page.Kind(), f.name)
		if !known {
			return nil, fmt.Errorf("a panel is written in no form %s", f.name)
		}
		var content bytes.Buffer
		if err := format.Write(&content, page, w.Options); err != nil {
			return nil, err
		}
		all = append(all, made{f.name, content.Bytes()})
	}
	return w.write(t.Name, append(all, made{"svg", t.Drawing}))
}

// write writes files under a name that is free, and gives their paths.
func (w Writer) write(name string, all []made) (paths []string, err error) {
	if err := os.MkdirAll(w.Dir, 0o700); err != nil { // the example's is made when something is kept in it
		return nil, err
	}
	folder := outfile.Folder{Path: filepath.Join(w.Dir, Folder), Mode: outfile.Shared()}
	name, err = free(folder.Path, name, all)
	if err != nil {
		return nil, err
	}
	var files []outfile.Made
	for _, f := range all {
		files = append(files, outfile.Made{Name: name + "." + f.ending, Content: f.content})
	}
	written, err := folder.Write(durable.Platform(), files)
	for _, f := range written {
		paths = append(paths, source.Path(filepath.Join(folder.Path, f.Name)))
	}
	return paths, err
}

// free gives a name that no file of the endings has: with a number behind it where one has.
func free(dir, name string, all []made) (string, error) {
	for n := 1; n <= mostNames; n++ {
		try := name
		if n > 1 {
			try = fmt.Sprintf("%s-%d", name, n)
		}
		if !slices.ContainsFunc(all, func(f made) bool { _, err := os.Lstat(filepath.Join(dir, try+"."+f.ending)); return err == nil }) {
			return try, nil
		}
	}
	return "", ErrFull
}
