package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/mistyped"
	"wres/loaders"
	"wres/loaders/csvfile"
	"wres/loaders/settings"
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
	"wres/testdata/extracts"
)

// clean makes one line of what may reach a screen or a document out of any text;
// cleanLines keeps its line breaks.
func clean(s string) string      { return csvfile.Clean(s) }
func cleanLines(s string) string { return csvfile.CleanLines(s) }
func safe() report.Safe          { return report.Safe{Line: clean, Lines: cleanLines} }

// folder is what a run reads: a folder of extracts, or the built-in example.
type folder struct {
	path string // as the user named it; empty: the example
	fsys fs.FS
}

// example reports whether it is the built-in example.
func (f folder) example() bool { return f.path == "" }

// folder finds the folder that a command is about, and narrates which it is where the
// user named none. Known are the names of the commands, one of which may have been meant.
func (c *cli) folder(path string, known []string) (folder, error) {
	f, err := folderAt(path, known)
	switch {
	case err != nil || path != "":
	case f.example():
		c.narrate("no folder was named, and this one holds no extracts: this is the built-in example")
	default:
		c.narrate("no folder was named: reading this one, %s", clean(source.Path(workingFolder())))
	}
	return f, err
}

func workingFolder() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	return dir
}

// folderFor is the folder that the user named, whatever is there, else the current one if it
// holds extracts, else the example.
func folderFor(path string) folder {
	switch {
	case path != "":
		return folder{path: path, fsys: os.DirFS(path)}
	case loaders.HoldsExtracts(os.DirFS(".")):
		return folder{path: ".", fsys: os.DirFS(".")}
	}
	return builtIn()
}

// builtIn is the built-in example.
func builtIn() folder { return folder{fsys: extracts.FS} }

// folderAt is folderFor, and an error where the user named what is no folder.
func folderAt(path string, known []string) (folder, error) {
	f := folderFor(path)
	if f.example() {
		return f, nil
	}
	info, err := os.Stat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return folder{}, exit.NothingRead(fmt.Errorf("there is no folder %s%s", source.Path(path), mistyped.Meant(path, known)))
	case err != nil:
		return folder{}, exit.NothingRead(fmt.Errorf("open the folder: %w", err))
	case !info.IsDir():
		return folder{}, exit.NothingRead(fmt.Errorf("%s is a file; name the folder that it is in: %s", source.Path(path), source.Path(filepath.Dir(path))))
	}
	return f, nil
}

// contents is what reading a folder gives. Where nothing was usable the results have
// no year.
type contents struct {
	organisation *model.Organisation
	results      *indicator.Results
	report       source.Report
}

// read opens a folder and computes its indicators.
func (c *cli) read(ctx context.Context, f folder, progress func(loaders.Progress)) (contents, error) {
	o, said, err := loaders.Open(ctx, f.fsys, loaders.Options{
		AssumeYear:   c.flags.assumeYear.year,
		Organisation: c.flags.organisation,
		Folder:       f.path,
		Example:      f.example(),
	}, progress)
	if errors.Is(err, loaders.ErrNothingUsable) {
		return contents{organisation: o, results: indicator.Compute(o), report: said}, readFailure(f, said, err)
	}
	if err != nil {
		return contents{report: said}, readFailure(f, said, err)
	}
	results := indicator.Compute(o)
	return contents{organisation: o, results: results, report: report.WithMismatches(said, o, results, safe())}, nil
}

// readFailure gives an error of reading its exit status, and where nothing was
// usable says of each file why.
func readFailure(f folder, said source.Report, err error) error {
	if wrong, ok := errors.AsType[*settings.Error](err); ok {
		return exit.Misuse(wrong)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return exit.With(exit.Interrupted, errors.New("interrupted"))
	case errors.Is(err, loaders.ErrNothingUsable):
		return exit.NothingRead(errors.New(report.NothingUsable(f.path, said)))
	}
	return exit.NothingRead(err)
}
