// Package sql is the command that prints queries for a list of people that stays in a
// warehouse. Flags, files and the settings of a folder go in; a query comes out. It opens no
// connection: whoever has the warehouse runs the query there.
package sql

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

	"wres/cmd/wres/exit"
	"wres/cmd/wres/mistyped"
	"wres/cmd/wres/offer"
	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/loaders/settings"
	"wres/loaders/warehouse"
	"wres/model"
	"wres/model/source"
)

// World is what the program lends.
type World struct {
	Print      func([]byte) error
	Narrate    func(format string, args ...any)
	AssumeYear model.Year // 0: none is given
	// Organisation is the one that is asked for, or "".
	Organisation string
}

// What is asked for beside the counts of a kind of list.
const (
	vocabulary = "vocabulary"
	accounts   = "accounts"
)

// Asked lists what the command prints.
func Asked() []string {
	return append(append([]string{vocabulary}, warehouse.Kinds()...), accounts)
}

// files are where one list stands and what tells of it.
type files struct{ from, columns, vocabulary string }

// options are the flags.
type options struct {
	dialect, kind string
	list, staff   files
}

// Command makes the command. World is called when it runs.
func Command(world func() World) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:   "sql " + strings.Join(Asked(), "|") + " [DIR]",
		Short: "Print a query that counts a list which stays in a warehouse",
		Long: "Prints a query for a table of people that may not leave its warehouse. The engine\n" +
			"counts; what it gives is saved as CSV into a folder and read as any other extract.\n" +
			"'vocabulary' asks for the labels of its columns, which are read here, under the\n" +
			"settings of DIR (without it, of the current folder); 'staff', 'cases', 'training'\n" +
			"and 'applicants' count with them; 'accounts' says what became of the rows. Nothing\n" +
			"is run and nothing connected to: see 'wres help sql'.",
		Example: "  wres sql vocabulary --dialect postgres --kind staff --from hr.staff_in_post \\\n" +
			"    --columns columns.toml > vocabulary.sql\n" +
			"  wres sql staff --dialect postgres --from hr.staff_in_post \\\n" +
			"    --columns columns.toml --vocabulary vocabulary.csv > workforce.sql",
		Args: asked,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return Asked(), offer.None
			}
			return offer.Folder(cmd, args[1:], word)
		},
		RunE: exit.Runs(func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) > 1 {
				dir = args[1]
			}
			return o.print(world(), args[0], dir)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&o.dialect, "dialect", "", "the engine: "+labels.Listed(warehouse.Dialects(), "or"))
	f.StringVar(&o.kind, "kind", "", "the list that the vocabulary or the accounts are of: "+labels.Listed(warehouse.Kinds(), "or"))
	add := func(to *files, prefix, of string) {
		f.StringVar(&to.from, prefix+"from", "", "the table "+of+", with its schema: hr.staff_in_post")
		f.StringVar(&to.columns, prefix+"columns", "", "a file with a line for each column "+of+`: ethnicity = "its name there"`)
		f.StringVar(&to.vocabulary, prefix+"vocabulary", "", "what the query of 'vocabulary' gave "+of+", as CSV")
		offer.Values(cmd, prefix+"from")
		offer.Files(cmd, prefix+"columns")
		offer.Files(cmd, prefix+"vocabulary")
	}
	add(&o.list, "", "of the list")
	add(&o.staff, "staff-", "of the staff list, for cases and training records")
	offer.Values(cmd, "dialect", warehouse.Dialects()...)
	offer.Values(cmd, "kind", warehouse.Kinds()...)
	return cmd
}

// asked takes what to print, and a folder.
func asked(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return fmt.Errorf("say what to print: %s", labels.Listed(Asked(), "or"))
	case !slices.Contains(Asked(), args[0]):
		return fmt.Errorf("'%s' prints no %q%s; it prints %s", cmd.CommandPath(), args[0], mistyped.Meant(args[0], Asked()), labels.Listed(Asked(), "or"))
	case len(args) > 2:
		return errors.New("one folder has the settings, not several; put quotes round a path that has spaces")
	}
	return nil
}

// print prints the query that is asked for.
func (o *options) print(w World, what, dir string) error {
	d, err := o.engine(w)
	if err != nil {
		return exit.Misuse(err)
	}
	kind, err := o.kindOf(what)
	if err != nil {
		return exit.Misuse(err)
	}
	t, err := o.list.table(kind, "", w.AssumeYear)
	if err != nil {
		return exit.Misuse(err)
	}
	if what == vocabulary {
		return w.Print([]byte(warehouse.VocabularyQuery(d, t)))
	}
	l, err := readSettings(w, dir)
	if err != nil {
		return exit.Misuse(err)
	}
	q := warehouse.Query{Table: t, Labels: l, Dialect: d, Says: func(remark string) { w.Narrate("%s", remark) }}
	if q.Staff, err = o.staffTable(kind); err != nil {
		return exit.Misuse(err)
	}
	for _, read := range []struct {
		t    *warehouse.Table
		from files
		flag string
	}{{t, o.list, "--vocabulary"}, {q.Staff, o.staff, "--staff-vocabulary"}} {
		if err := readVocabulary(read.t, read.from.vocabulary, read.flag); err != nil {
			return exit.Misuse(err)
		}
	}
	write := q.Count
	if what == accounts {
		write = q.Accounts
	}
	text, err := write()
	if err != nil {
		return exit.Misuse(err)
	}
	return w.Print([]byte(text))
}

// engine gives the dialect, of which the query is of all organisations.
func (o *options) engine(w World) (warehouse.Dialect, error) {
	switch {
	case w.Organisation != "":
		return warehouse.Dialect{}, errors.New("the query counts each organisation of the table; give --organisation where its counts are read, as in 'wres summary'")
	case o.dialect == "":
		return warehouse.Dialect{}, fmt.Errorf("name the engine with --dialect: %s", labels.Listed(warehouse.Dialects(), "or"))
	}
	return warehouse.DialectNamed(o.dialect)
}

// kindOf gives the kind of list: the word itself, or --kind.
func (o *options) kindOf(what string) (*warehouse.Kind, error) {
	switch {
	case what != vocabulary && what != accounts && o.kind != "" && o.kind != what:
		return nil, fmt.Errorf("--kind %s does not go with 'wres sql %s'; leave it out", labels.Shown(o.kind), what)
	case what != vocabulary && what != accounts:
		return warehouse.KindNamed(what)
	case o.kind == "":
		return nil, fmt.Errorf("'wres sql %s' needs --kind: %s", what, labels.Listed(warehouse.Kinds(), "or"))
	}
	k, err := warehouse.KindNamed(o.kind)
	if err != nil {
		return nil, fmt.Errorf("--kind: %w", err)
	}
	return k, nil
}

// staffTable is the staff list that a list of events asks, or nil where none is named.
func (o *options) staffTable(kind *warehouse.Kind) (*warehouse.Table, error) {
	if o.staff == (files{}) {
		return nil, nil
	}
	if !kind.AsksStaff() {
		return nil, fmt.Errorf("%s ask no staff list; leave out the flags that begin with --staff", kind.List)
	}
	staff, err := warehouse.KindNamed("staff")
	if err != nil {
		return nil, err
	}
	return o.staff.table(staff, "staff-", 0)
}

// table reads what the flags say of a list.
func (of files) table(kind *warehouse.Kind, prefix string, year model.Year) (*warehouse.Table, error) {
	if of.from == "" || of.columns == "" {
		return nil, fmt.Errorf("name the table with --%sfrom and the file of its columns with --%[1]scolumns", prefix)
	}
	data, err := readFile(of.columns)
	if err != nil {
		return nil, err
	}
	t := &warehouse.Table{Kind: kind, From: of.from, Year: year}
	if t.Columns, err = warehouse.Columns(kind, data); err != nil {
		return nil, fmt.Errorf("%s: %w", source.Path(of.columns), err)
	}
	return t, t.Check()
}

// mostBytes is more than any vocabulary has.
const mostBytes = 32 << 20

func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not an ordinary file", source.Path(name))
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no file %s", source.Path(name))
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", source.Path(name), labels.Reason(err))
	}
	defer f.Close() // it was read only
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", source.Path(name), labels.Reason(err))
	case len(data) > mostBytes:
		return nil, fmt.Errorf("%s has over %d MB, which is far more than columns or labels need", source.Path(name), mostBytes>>20)
	}
	return data, nil
}

func readVocabulary(t *warehouse.Table, name, flag string) error {
	switch {
	case t == nil:
		return nil
	case name == "":
		return fmt.Errorf("name the vocabulary of the %s with %s; the query of 'wres sql vocabulary' gives it", t.Kind.List, flag)
	}
	data, err := readFile(name)
	if err != nil {
		return err
	}
	text, err := csvfile.Decode(data)
	if err == nil {
		t.Labels, err = t.ReadVocabulary(text)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", source.Path(name), err)
	}
	return nil
}

// readSettings reads what labels mean under the settings of a folder, and says whose they are.
func readSettings(w World, dir string) (*labels.Labels, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("there is no folder %s, whose settings would say what labels mean", source.Path(dir))
	}
	l := labels.New()
	if _, err := settings.Read(os.DirFS(dir), l, columns.New(l)); err != nil {
		return nil, err
	}
	var there []string
	for _, name := range []string{settings.Name, settings.MappingName} {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			there = append(there, name)
		}
	}
	if len(there) == 0 {
		w.Narrate("labels are read without settings: %s has no %s", source.Path(dir), settings.Name)
	} else {
		w.Narrate("labels are read with %s of %s; read the result in that folder too", labels.Listed(there, "and"), source.Path(dir))
	}
	return l, nil
}
