// Package audit is the command that asks whether the printed figures of a report agree: a
// report's text, a published extract or a folder goes in, and what contradicts what is
// printed.
//
// Place in the flow: cmd/wres lends it what reads a folder and what prints; loaders/reporttext
// reads a text, model/audit looks through it, and model/report/audited is the page.
package audit

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/loaders/csvfile"
	"wres/loaders/export"
	"wres/loaders/reporttext"
	"wres/model"
	"wres/model/audit"
	"wres/model/audit/document"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/report/audited"
	"wres/model/source"
)

// World is what the program lends.
type World struct {
	In   io.Reader
	Year pflag.Value
	// Asked gives the year that the flag names; 0: none.
	Asked func() model.Year
	// Folder reads a folder of the user's, or where dir is "" the current one or the example.
	Folder func(cmd *cobra.Command, dir string) (Folder, error)
	// Only reads one extract in a folder.
	Only func(cmd *cobra.Command, dir string, only fs.FS) (Folder, error)
	Show func(export.Format, report.Page) error
}

// Folder is a folder that was read.
type Folder struct {
	Name         string // as the user knows it
	Organisation *model.Organisation
	Results      *indicator.Results
}

// options are the flags.
type options struct {
	data  string
	notes bool
	form  *forms.Flags
}

// Command makes the command.
func Command(w World) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "audit [FILE|DIR]",
		Short: "Ask whether the printed figures of a report agree",
		Long: "Reads a report, as text or Markdown, and says which of its printed figures cannot all\n" +
			"be right: percentages and ratios against their counts, sentences against the tables, and\n" +
			"the whole numbers that stand behind a column. It needs no counts of its own. '-' is the\n" +
			"standard input. A published extract (.csv, .tsv) is read as a report is; of a folder it\n" +
			"is its published extract, which is held against the folder's counts as well. Without\n" +
			"FILE or DIR it is the current folder, if that holds extracts, else the built-in example.\n" +
			"--data DIR holds a FILE against the counts of a folder.\n\n" +
			"The exit status is 4 where a figure or a conclusion is wrong; notes do not count. It is\n" +
			"3 where no figure was recognised. Word documents and PDF files are not read: save them\n" +
			"as text first (pdftotext -layout REPORT.pdf).",
		Example: "  wres audit report-2024.txt\n  wres audit --json draft.md --data DIR",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return exit.Misuse(fmt.Errorf("one report is audited at a time, not %d; put quotes round a path that has spaces", len(args)))
			}
			return nil
		},
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return w.run(cmd, strings.Join(args, ""), o)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&o.data, "data", "", "hold the report against the counts of this folder")
	f.BoolVar(&o.notes, "notes", false, "print what is no fault too: notes, and the whole numbers behind the figures")
	f.Var(w.Year, "year", "only what is found of this year")
	o.form = forms.Add(cmd, report.AuditPage)
	return cmd
}

func (w World) run(cmd *cobra.Command, name string, o options) error {
	format, err := o.form.Chosen()
	if err != nil {
		return err
	}
	d, against, err := w.read(cmd, name, o.data)
	if err != nil {
		return err
	}
	if len(d.Figures) == 0 {
		return exit.NothingRead(fmt.Errorf("no printed figure was recognised in %s: its tables need a row with the years or the groups, "+
			"and labels such as 'Shortlisted' or 'Relative likelihood' (see 'wres help audit')", source.Path(d.Source)))
	}
	result := audit.Run(d, against)
	if y := w.Asked(); y != 0 {
		result = result.Of(y)
	}
	if err := w.Show(format, audited.Page{Result: result, Notes: o.notes}); err != nil {
		return err
	}
	if result.Wrong() > 0 {
		return exit.With(exit.Found, nil)
	}
	return nil
}

// read reads what is to be audited, and what it is held against; nil: nothing.
func (w World) read(cmd *cobra.Command, name, data string) (*document.Document, *audit.Against, error) {
	info, err := os.Stat(name)
	folder := name == "" || err == nil && info.IsDir()
	if folder {
		if data != "" {
			return nil, nil, exit.Misuse(errors.New("--data goes with a report; a folder's published extract is held against the folder's own counts"))
		}
		read, err := w.Folder(cmd, name)
		if err != nil {
			return nil, nil, err
		}
		if len(read.Organisation.Published) == 0 {
			return nil, nil, exit.NothingRead(fmt.Errorf("%s has no published extract, the figures as a report printed them (see 'wres help data'); or name a report: wres audit FILE", read.Name))
		}
		return document.Published(read.Organisation.Published, csvfile.Clean(read.Name)), against(read), nil
	}
	d, err := w.document(cmd, name)
	if err != nil || data == "" {
		return d, nil, err
	}
	read, err := w.Folder(cmd, data)
	if err != nil {
		return nil, nil, err
	}
	return d, against(read), nil
}

func against(read Folder) *audit.Against {
	return &audit.Against{Organisation: read.Organisation, Results: read.Results}
}

// document reads one file.
func (w World) document(cmd *cobra.Command, name string) (*document.Document, error) {
	if slices.Contains([]string{".csv", ".tsv"}, strings.ToLower(filepath.Ext(name))) {
		return w.published(cmd, name)
	}
	content, shown, err := w.content(name)
	if err != nil {
		return nil, exit.NothingRead(fmt.Errorf("read %s: %w", source.Path(name), err))
	}
	d, err := reporttext.Read(content, shown)
	if wrong, is := errors.AsType[*reporttext.NotText](err); is {
		return nil, exit.Misuse(wrong)
	}
	return d, err
}

// most is more than a report holds.
const most = 64 << 20

func (w World) content(name string) (content []byte, shown string, err error) {
	in, shown := w.In, "the standard input"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, "", errors.Unwrap(err)
		}
		defer f.Close()
		in, shown = f, csvfile.Clean(source.Path(name))
	}
	content, err = io.ReadAll(io.LimitReader(in, most+1))
	if err == nil && len(content) > most {
		err = fmt.Errorf("it is larger than %d MB, and no report", most>>20)
	}
	return content, shown, err
}

// published reads a published extract by itself, with the settings of its folder.
func (w World) published(cmd *cobra.Command, name string) (*document.Document, error) {
	if _, err := os.Stat(name); err != nil {
		return nil, exit.NothingRead(fmt.Errorf("read %s: %w", source.Path(name), errors.Unwrap(err)))
	}
	dir, file := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	read, err := w.Only(cmd, dir, only{os.DirFS(dir), file})
	if err != nil {
		return nil, err
	}
	if len(read.Organisation.Published) == 0 {
		return nil, exit.NothingRead(fmt.Errorf("%s is no published extract: it needs the columns year, indicator, figure and printed (see 'wres help data')", source.Path(name)))
	}
	return document.Published(read.Organisation.Published, csvfile.Clean(source.Path(name))), nil
}

// only is a folder in which one extract is seen, beside the settings.
type only struct {
	fs.FS
	file string
}

// ReadDir implements fs.ReadDirFS.
func (o only) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return name == "." && e.Name() != o.file }), err
}
