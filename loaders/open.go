package loaders

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders/columns"
	"wres/loaders/counts"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/people"
	"wres/loaders/settings"
	"wres/model"
	"wres/model/source"
)

// Options say how a folder is to be read.
type Options struct {
	AssumeYear   model.Year // the year of files that name none; 0: such files are not used
	Organisation string     // take only rows of this organisation where an extract names one
	Folder       string     // as the user named it; for messages and the organisation's name
	Example      bool       // the folder is the example that is built into the program
}

// ErrNothingUsable means that no row of any file could be used. The report says
// why, file by file.
var ErrNothingUsable = errors.New("nothing usable to read")

// planName is the file of the action plan, which is no extract.
const planName = "action-plan.csv"

// loading is one folder on its way to an organisation.
type loading struct {
	ctx     context.Context
	fsys    fs.FS
	options Options
	teller
	reading way

	labels   *labels.Labels
	columns  *columns.Columns
	settings *settings.Settings
	counts   *counts.Counts
	people   *people.People

	files    []*file
	byName   map[string]*file
	books    workbooks
	twins    map[string][]string            // by name: the files before it with the same bytes
	same     map[[sha256.Size]byte][]string // by what their cells say: files, where there are workbooks
	problems []source.Problem               // of the folder, not of one file
	org      *model.Organisation
}

// way is how lists are read. The zero way is the usual; what is read does not depend
// on it.
type way struct {
	slow           bool // row by row
	whole          bool // large files too are held in memory
	workers, chunk int  // as scan.Scan has them
}

// Open reads the *.csv, *.tsv and *.txt files of the folder's top level, the sheets of its
// *.xlsx and *.xlsm, and its wres.toml and wres-mapping.toml. progress may be nil; it is called before each
// file, and for a long one as it is read. What is wrong in the files stands in the report.
//
// The error is one of: the folder cannot be read; a [*settings.Error];
// [ErrNothingUsable], with the report and an organisation without figures; or
// the context's.
func Open(ctx context.Context, fsys fs.FS, o Options, progress func(Progress)) (*model.Organisation, source.Report, error) {
	return openIn(ctx, fsys, o, progress, way{})
}

func openIn(ctx context.Context, fsys fs.FS, o Options, progress func(Progress), reading way) (*model.Organisation, source.Report, error) {
	report := source.Report{Folder: csvfile.Clean(o.Folder)}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, report, fmt.Errorf("read folder %s: %w", source.Path(o.Folder), err)
	}
	l := newLoading(ctx, fsys, o)
	l.to, l.reading = progress, reading
	if l.settings, err = settings.Read(fsys, l.labels, l.columns); err != nil {
		return nil, report, err
	}
	defer l.books.close()
	names := append(extractNames(entries), l.books.open(entries, l.input)...)
	slices.Sort(names)
	l.findTwins(names)
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, report, err
		}
		l.next(csvfile.Clean(name), i, len(names))
		f := l.readFile(name)
		l.files, l.byName[name] = append(l.files, f), f
	}
	if err := ctx.Err(); err != nil {
		return nil, report, err
	}
	l.books.easeCovers(l.byName)
	l.settleAll()
	l.nameOrganisation()
	l.fill(&report)
	if !l.counts.Placed() && !l.people.Placed() {
		return l.org, report, fmt.Errorf("folder %s: %w", source.Path(o.Folder), ErrNothingUsable)
	}
	return l.org, report, nil
}

func newLoading(ctx context.Context, fsys fs.FS, o Options) *loading {
	words := labels.New()
	return &loading{
		ctx: ctx, fsys: fsys, options: o, labels: words, columns: columns.New(words),
		counts: counts.New(words, o.Organisation), people: people.New(words, o.Organisation),
		byName: map[string]*file{}, twins: map[string][]string{}, same: map[[sha256.Size]byte][]string{}, org: &model.Organisation{Example: o.Example},
	}
}

// tables are the endings of files that may be an extract by themselves.
var tables = []string{".csv", ".tsv", ".txt"}

// extractNames picks the files that may be extracts, sorted by name.
func extractNames(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		if name := e.Name(); slices.Contains(tables, ending(name)) && !passedOver(e) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// passedOver reports whether an entry of a folder is no extract whatever its ending: a folder,
// hidden, Excel's own beside a workbook that is open (~$), or an action plan.
func passedOver(e fs.DirEntry) bool {
	name := e.Name()
	return e.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || isPlan(strings.ToLower(name))
}

// MayBeRead reports whether an entry of a folder may be an extract, or a workbook of them, by
// its name.
func MayBeRead(e fs.DirEntry) bool {
	return slices.Contains(slices.Concat(tables, readable), ending(e.Name())) && !passedOver(e)
}

// isPlan reports whether a name, in lower case, is that of an action plan: of this year or
// another, a copy, or saved as a workbook.
func isPlan(low string) bool {
	plan := strings.TrimSuffix(planName, ".csv")
	return strings.HasPrefix(low, planName) || strings.HasPrefix(low, plan+"-") || strings.HasPrefix(low, plan+".xls")
}

// HoldsExtracts reports whether a folder may be one of extracts: it has a table, or a
// file of the program's own. A text file is a table if it begins as an extract.
func HoldsExtracts(fsys fs.FS) bool {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return false
	}
	l := newLoading(context.Background(), fsys, Options{})
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return slices.Contains([]string{planName, settings.Name, settings.MappingName}, e.Name())
	}) || slices.ContainsFunc(extractNames(entries), func(name string) bool {
		return strings.ToLower(path.Ext(name)) != ".txt" || l.beginsAsExtract(name)
	}) || l.books.hold(entries, l)
}

// beginsAsExtract reports whether the header of a file fits an extract.
func (l *loading) beginsAsExtract(name string) bool {
	in, err := l.input(name)
	if err != nil {
		return false
	}
	defer in.file.Close() // it was read only
	const enough = 64 << 10
	in.size = min(in.size, enough)
	_, text, err := l.decode(in)
	if err != nil {
		return false
	}
	f, _ := l.columns.Read(l.ctx, name, text, 0)
	return f.Kind != columns.UnknownKind
}

// settleAll decides which rows stand, and fills the organisation with them: lists
// first, kind by kind, and then the counted extracts.
func (l *loading) settleAll() {
	l.counts.AskWhose()
	for _, e := range kinds.Extracts() {
		if e.List != nil {
			l.settleRivals(e)
			askListsWhose(l, e)
			l.people.Place(e, l.org)
		}
	}
	l.people.Report()
	l.sayLabelsOut()
	for _, notice := range l.counts.Settle(l.org, listed(l)) {
		l.problem(source.Notice, notice)
	}
	l.noteUndeclared()
	l.noteLeaps()
	l.counts.SayUnmapped()
	l.counts.SayVocabularies()
	l.warnOrganisations()
}

// settleRivals looks for years that both lists and counted extracts give. The first
// by name stands, as for a cell that is given twice.
func (l *loading) settleRivals(e *kinds.Extract) {
	order := map[*columns.File]int{}
	for i, f := range l.files {
		order[f.File] = i
	}
	lists := l.people.Years(e)
	for _, y := range slices.Sorted(maps.Keys(lists)) {
		counted, place, both := l.counts.First(e.List.Counted, y)
		switch {
		case !both:
		case order[counted] < order[lists[y]]:
			l.people.Refuse(e, y, place)
		default:
			l.counts.Refuse(e.List.Counted, y, lists[y].File)
		}
	}
}

// nameOrganisation takes the name of the organisation that was asked for, else the
// settings' name, else the only organisation of the extracts, else the folder's. The
// figures of one organisation never stand under the name of another.
func (l *loading) nameOrganisation() {
	l.org.Settings = l.labels.Settings
	name, own := l.labels.Settings.Organisation, l.organisations()
	if (name == "" || l.options.Organisation != "") && len(own) == 1 {
		for _, written := range own {
			name = strings.Clone(csvfile.Clean(written))
		}
	}
	if name == "" && l.options.Folder != "" {
		name = folderName(l.options.Folder)
	}
	if l.org.Choices, l.org.Together = choices(l); len(l.org.Together) > 0 {
		name = ofAll(l.labels.Settings.Organisation, len(l.org.Together))
	}
	l.org.Name = name
}

// organisations gives the names, by how they are matched, of the organisations whose rows
// were taken.
func (l *loading) organisations() map[string]string {
	all := map[string]string{}
	for _, f := range l.files {
		for key, written := range f.Organisations {
			if _, seen := all[key]; seen && f.list == nil || l.options.Organisation != "" && key != csvfile.Fold(l.options.Organisation) {
				continue
			}
			all[key] = written
		}
	}
	return all
}

// folderName gives the last part of a folder's path, also of "." and "..".
func folderName(folder string) string {
	if full, err := filepath.Abs(folder); err == nil {
		folder = full
	}
	return csvfile.Clean(filepath.Base(folder))
}

// warnOrganisations says what became of --organisation, and of files that hold
// several.
func (l *loading) warnOrganisations() {
	named := false
	for _, f := range l.files {
		if len(f.Organisations) == 0 {
			continue
		}
		named = true
		if l.options.Organisation == "" && len(f.Organisations) > 1 {
			f.Say(source.Notice, f.Header.Line, f.Column("organisation"), "organisation", fmt.Sprintf(
				"the file holds %s, and they are taken together; to take one, give its name with --organisation",
				labels.Plural(len(f.Organisations), "organisation")))
		}
	}
	if l.options.Organisation == "" {
		return
	}
	want := labels.Quoted(l.options.Organisation)
	switch {
	case !named:
		l.problem(source.Notice, fmt.Sprintf("--organisation %s has no effect: no extract has a column organisation", want))
	case len(l.organisations()) == 0:
		l.problem(source.Error, fmt.Sprintf("--organisation %s matches no row; the extracts name %s", want, l.otherOrganisations()))
	}
}

// otherOrganisations lists a few of the names that the extracts do hold.
func (l *loading) otherOrganisations() string {
	const few = 3
	names := map[string]string{}
	for _, f := range l.files {
		for key, written := range f.Organisations {
			names[key] = labels.Quoted(written)
		}
	}
	var sorted []string
	for _, n := range names {
		sorted = append(sorted, n)
	}
	slices.Sort(sorted)
	if len(sorted) > few {
		sorted = append(sorted[:few], fmt.Sprintf("%d more", len(sorted)-few))
	}
	return labels.Listed(sorted, "and")
}

func (l *loading) problem(severity source.Severity, message string) {
	l.problems = append(l.problems, source.Problem{Severity: severity, Message: message})
}

// fill writes the report: files in the order of their names, the problems of the
// folder first and then each file's by line and column.
func (l *loading) fill(report *source.Report) {
	report.Problems = append(report.Problems, l.problems...)
	report.Problems = append(report.Problems, l.books.notices...)
	for _, f := range l.files {
		slices.SortStableFunc(f.All, func(a, b source.Problem) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		report.Problems = append(report.Problems, f.All...)
		report.Files = append(report.Files, f.summary())
	}
	report.Together = l.org.Together
	report.Mapping, report.Overruled = l.settings.Mapping, l.settings.Overruled(report.Files)
	report.Unmapped = append(l.counts.Unmapped(), l.people.Unmapped()...)
	report.Origins = append(l.counts.Origins(), l.people.Origins()...)
	slices.SortFunc(report.Origins, func(a, b source.Origin) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Year, b.Year), cmp.Compare(a.File, b.File), cmp.Compare(a.FirstLine, b.FirstLine))
	})
}

// sayLabelsOut says which labels that are to be left out stand in no row of a staff
// list: they may be spelt otherwise there.
func (l *loading) sayLabelsOut() {
	if !slices.ContainsFunc(l.files, func(f *file) bool { return f.list != nil && f.Fit.Extract.Figures == kinds.Workforce }) {
		return
	}
	for _, out := range []struct {
		labels *labels.LeftOut
		key    string
	}{{&l.labels.Contracts, "contracts_out"}, {&l.labels.Statuses, "statuses_out"}} {
		for _, label := range out.labels.Unmet() {
			l.problems = append(l.problems, source.Problem{
				File: settings.Name, Line: out.labels.Line, Column: out.labels.Column, Field: out.key, Severity: source.Notice,
				Message: labels.Quoted(label) + " leaves nobody out: it is no name that is known, and no row of a staff list has it as a label; write it as the list has it, or take it out",
			})
		}
	}
}
