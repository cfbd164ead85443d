package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"wres/loaders"
	"wres/loaders/csvfile"
	"wres/loaders/settings"
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/testdata/extracts"
)

const operatingSystem = runtime.GOOS

// clean makes one line of what may reach a screen or a document out of any text;
// cleanLines keeps its line breaks.
func clean(s string) string      { return csvfile.Clean(s) }
func cleanLines(s string) string { return csvfile.CleanLines(s) }

// folder is what a run reads: a folder of extracts, or the built-in example.
type folder struct {
	path string // as the user named it; empty: the example
	fsys fs.FS
}

// example reports whether no folder was named.
func (f folder) example() bool { return f.path == "" }

// folderAt finds the folder that the user named. Known are the names of the
// commands, one of which may have been meant.
func folderAt(path string, known []string) (folder, error) {
	if path == "" {
		return folder{fsys: extracts.FS}, nil
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return folder{}, nothingRead(fmt.Errorf("there is no folder %q%s", path, suggestion(nearest(path, known), "")))
	case err != nil:
		return folder{}, nothingRead(fmt.Errorf("open the folder: %w", err))
	case !info.IsDir():
		return folder{}, nothingRead(fmt.Errorf("%q is a file; name the folder that it is in: %s", path, filepath.Dir(path)))
	}
	return folder{path: path, fsys: os.DirFS(path)}, nil
}

// contents is what reading a folder gives. Where nothing was usable the results have
// no year.
type contents struct {
	results *indicator.Results
	report  source.Report
}

// read opens a folder and computes its indicators.
func (c *cli) read(ctx context.Context, f folder, progress func(loaders.Progress)) (contents, error) {
	o, report, err := loaders.Open(ctx, f.fsys, loaders.Options{
		AssumeYear:   c.flags.assumeYear.year,
		Organisation: c.flags.organisation,
		Folder:       f.path,
		Example:      f.example(),
	}, progress)
	if errors.Is(err, loaders.ErrNothingUsable) {
		return contents{results: indicator.Compute(o), report: report}, readFailure(f, report, err)
	}
	if err != nil {
		return contents{report: report}, readFailure(f, report, err)
	}
	results := indicator.Compute(o)
	sayMismatches(&report, o, results)
	return contents{results: results, report: report}, nil
}

// mismatchesShown is how many printed figures that the folder contradicts are named. A
// return that was printed of other data differs in every row.
const mismatchesShown = 20

// sayMismatches adds to a report the printed figures that the folder's own figures
// contradict, each where it stands.
func sayMismatches(said *source.Report, o *model.Organisation, r *indicator.Results) {
	voice := words.For(r.Settings)
	mismatches := indicator.Mismatches(o, r)
	for i, m := range mismatches[:min(len(mismatches), mismatchesShown)] {
		message := words.Mismatch(voice, m)
		if more := len(mismatches) - i - 1; more > 0 && i == mismatchesShown-1 {
			message += fmt.Sprintf(" (likewise %s further on)", report.Count(more, "printed figure"))
		}
		said.Problems = append(said.Problems, source.Problem{
			File: m.Printed.File, Line: m.Printed.Line, Field: "printed", Severity: source.Notice, Message: clean(message),
		})
	}
	place := func(p source.Problem) int { // the folder's own problems stand first
		return slices.IndexFunc(said.Files, func(f source.File) bool { return f.Name == p.File })
	}
	slices.SortStableFunc(said.Problems, func(a, b source.Problem) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// readFailure gives an error of reading its exit status, and where nothing was
// usable says of each file why.
func readFailure(f folder, report source.Report, err error) error {
	if wrong, ok := errors.AsType[*settings.Error](err); ok {
		return misused(wrong)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return &failure{statusInterrupted, errors.New("interrupted")}
	case errors.Is(err, loaders.ErrNothingUsable):
		return nothingRead(errors.New(nothingUsable(f, report)))
	}
	return nothingRead(err)
}

// nothingUsable says what was wrong with each file of a folder, and what to do.
func nothingUsable(f folder, said source.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "nothing in %q can be used", f.path)
	if len(said.Files) == 0 {
		b.WriteString(": it holds no .csv, .tsv or .txt file")
	}
	told := map[string]bool{}
	for _, file := range said.Files {
		if file.Reason != "" {
			fmt.Fprintf(&b, "\n  %s: %s", file.Name, file.Reason)
			told[file.Name] = true
		}
	}
	more := 0
	for i, p := range said.Problems {
		switch {
		case told[p.File]:
		case i >= report.ProblemsShown:
			more++
		default:
			b.WriteString("\n  " + p.String())
		}
	}
	if more > 0 {
		fmt.Fprintf(&b, "\n  and %s", report.Count(more, "more problem"))
	}
	b.WriteString("\n'wres help data' says what the files need; 'wres init DIR' writes empty ones to fill")
	return b.String()
}
