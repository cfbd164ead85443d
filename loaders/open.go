package loaders

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
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

// Names of the files that are the program's own.
const (
	SettingsName = "wres.toml"
	MappingName  = "wres-mapping.toml"
	planName     = "action-plan.csv"
)

// loading is one folder on its way to an organisation.
type loading struct {
	ctx     context.Context
	fsys    fs.FS
	options Options
	teller
	reading way
	labels  *labels.Labels
	unsure  bool // the beginning of the file that is being read does not tell its kind

	columns    map[string][]headerRule      // by folded header, of the settings
	countNames map[string][]string          // folded word of a count column -> counts
	names      map[string]map[string]string // by kind: folded header -> standard name

	ethnicities map[string]labels.Ethnicity // labels already read
	bands       map[string]labels.Band
	years       map[string]yearRead

	files         []*file
	twins         map[string][]string // by name: the files before it with the same bytes
	problems      []source.Problem    // of the folder, not of one file
	placed        bool                // a figure stands
	org           *model.Organisation
	organisations map[string]string  // folded name -> as written, of rows that were read
	places        map[recruitKey]int // index in Return.Recruitment
	notes         map[model.Year][]string
	unmapped      map[unmappedKey]*source.Unmapped
	unmappedOrder []unmappedKey
	unmappedAt    []unmappedPlace // where each first stands

	mapping source.Mapping // what wres-mapping.toml says
	written source.Mapping // what wres.toml says of the same
	lists   lists          // what the lists of people have given so far
	origins origins        // where the figures of each kind and year stand
}

// way is how lists are read. The zero way is the usual; what is read does not depend
// on it.
type way struct {
	slow           bool // row by row
	whole          bool // large files too are held in memory
	workers, chunk int  // as scan.Scan has them
}

// Open reads the *.csv, *.tsv and *.txt files of the folder's top level, and its
// wres.toml and wres-mapping.toml. progress may be nil; it is called before each
// file, and for a long one as it is read. What is wrong in the files stands in the report.
//
// The error is one of: the folder cannot be read; a [*SettingsError];
// [ErrNothingUsable], with the report and an organisation without figures; or
// the context's.
func Open(ctx context.Context, fsys fs.FS, o Options, progress func(Progress)) (*model.Organisation, source.Report, error) {
	return openIn(ctx, fsys, o, progress, way{})
}

func openIn(ctx context.Context, fsys fs.FS, o Options, progress func(Progress), reading way) (*model.Organisation, source.Report, error) {
	report := source.Report{Folder: csvfile.Clean(o.Folder)}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, report, fmt.Errorf("read folder %s: %w", labels.Shown(o.Folder), err)
	}
	l := newLoading(ctx, fsys, o)
	l.to, l.reading = progress, reading
	if err := l.readSettings(); err != nil {
		return nil, report, err
	}
	names := extractNames(entries)
	l.findTwins(names)
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, report, err
		}
		l.next(csvfile.Clean(name), i, len(names))
		l.files = append(l.files, l.readFile(name))
	}
	if err := ctx.Err(); err != nil {
		return nil, report, err
	}
	l.settleAll()
	l.nameOrganisation()
	l.fill(&report)
	if !l.placed {
		return l.org, report, fmt.Errorf("folder %s: %w", labels.Shown(o.Folder), ErrNothingUsable)
	}
	return l.org, report, nil
}

func newLoading(ctx context.Context, fsys fs.FS, o Options) *loading {
	l := &loading{
		ctx: ctx, fsys: fsys, options: o, labels: labels.New(),
		columns: map[string][]headerRule{},
		names:   map[string]map[string]string{}, countNames: countNames(),
		ethnicities: map[string]labels.Ethnicity{}, bands: map[string]labels.Band{}, years: map[string]yearRead{},
		org:           &model.Organisation{Example: o.Example},
		organisations: map[string]string{},
		places:        map[recruitKey]int{},
		notes:         map[model.Year][]string{},
		unmapped:      map[unmappedKey]*source.Unmapped{},
		twins:         map[string][]string{},
		lists:         newLists(),
		origins:       newOrigins(),
	}
	for i := range extracts {
		l.names[extracts[i].Kind] = kindNames(&extracts[i])
	}
	return l
}

// extractNames picks the files that may be extracts, sorted by name.
func extractNames(entries []fs.DirEntry) []string {
	var names []string
	for _, e := range entries {
		name := e.Name()
		low := strings.ToLower(name)
		switch {
		case e.IsDir(), strings.HasPrefix(name, "."), strings.HasPrefix(name, "~$"):
		case strings.HasPrefix(low, planName), strings.HasPrefix(low, strings.TrimSuffix(planName, ".csv")+"-"): // plans of other years, copies
		case slices.Contains([]string{".csv", ".tsv", ".txt"}, path.Ext(low)):
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// settleAll decides, kind by kind, which rows stand, and fills the organisation
// with them.
func (l *loading) settleAll() {
	l.settleLists()
	l.sayLabelsOut()
	for i := range extracts {
		e := &extracts[i]
		if e.list != nil {
			continue
		}
		var rows []*row
		for _, f := range l.files {
			if f.fit != nil && f.fit.extract == e {
				rows = append(rows, f.rows...)
			}
		}
		var facts []*fact
		for _, r := range rows {
			if r.state == used {
				facts = append(facts, r.facts...)
			}
		}
		e.settle(l, facts)
		for _, f := range facts {
			if f.stands() {
				e.place(l, f)
				l.placed = true
				l.origins.add(e.Kind, f)
				l.noteUnmapped(f)
			}
		}
	}
	l.recordRefused()
	l.finishReturns()
	l.noteUndeclared()
	l.warnUnmapped()
	l.warnOrganisations()
}

// nameOrganisation takes the name of the organisation that was asked for, else the
// settings' name, else the only organisation of the extracts, else the folder's. The
// figures of one organisation never stand under the name of another.
func (l *loading) nameOrganisation() {
	l.org.Settings = l.labels.Settings
	name := l.labels.Settings.Organisation
	if (name == "" || l.options.Organisation != "") && len(l.organisations) == 1 {
		for _, written := range l.organisations {
			name = csvfile.Clean(written)
		}
	}
	if name == "" && l.options.Folder != "" {
		name = folderName(l.options.Folder)
	}
	l.org.Name = name
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
		if len(f.organisations) == 0 {
			continue
		}
		named = true
		if l.options.Organisation == "" && len(f.organisations) > 1 {
			f.problem(source.Notice, f.header.Line, f.column("organisation"), "organisation", fmt.Sprintf(
				"the file holds %s, and they are taken together; to take one, give its name with --organisation",
				labels.Plural(len(f.organisations), "organisation")))
		}
	}
	if l.options.Organisation == "" {
		return
	}
	want := labels.Quoted(l.options.Organisation)
	switch {
	case !named:
		l.problem(source.Notice, fmt.Sprintf("--organisation %s has no effect: no extract has a column organisation", want))
	case len(l.organisations) == 0:
		l.problem(source.Error, fmt.Sprintf("--organisation %s matches no row; the extracts name %s", want, l.otherOrganisations()))
	}
}

// otherOrganisations lists a few of the names that the extracts do hold.
func (l *loading) otherOrganisations() string {
	const few = 3
	names := map[string]string{}
	for _, f := range l.files {
		for key, written := range f.organisations {
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
	for _, f := range l.files {
		slices.SortStableFunc(f.problems, func(a, b source.Problem) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		report.Problems = append(report.Problems, f.problems...)
		report.Files = append(report.Files, f.summary())
	}
	report.Mapping, report.Overruled = l.mapping, l.overruled(report.Files)
	for _, key := range l.unmappedOrder {
		report.Unmapped = append(report.Unmapped, *l.unmapped[key])
	}
	report.Unmapped = append(report.Unmapped, l.lists.unmapped...)
	report.Origins = l.origins.sorted()
}

// sayLabelsOut says which labels that are to be left out stand in no row of a staff
// list: they may be spelt otherwise there.
func (l *loading) sayLabelsOut() {
	if !slices.ContainsFunc(l.lists.files, func(li *listFile) bool { return li.file.kind == "staff list" }) {
		return
	}
	for _, out := range []struct {
		labels *labels.LeftOut
		key    string
	}{{&l.labels.Contracts, "contracts_out"}, {&l.labels.Statuses, "statuses_out"}} {
		for _, label := range out.labels.Unmet() {
			l.problems = append(l.problems, source.Problem{
				File: SettingsName, Line: out.labels.Line, Column: out.labels.Column, Field: out.key, Severity: source.Notice,
				Message: labels.Quoted(label) + " leaves nobody out: it is no name that is known, and no row of a staff list has it as a label; write it as the list has it, or take it out",
			})
		}
	}
}

// ethnicity reads a label, each once.
func (l *loading) ethnicity(raw string) labels.Ethnicity {
	read, ok := l.ethnicities[raw]
	if !ok {
		read = l.labels.Ethnicity(raw)
		l.ethnicities[raw] = read
	}
	return read
}

// band reads a label of a pay band, each once.
func (l *loading) band(raw string) labels.Band {
	read, ok := l.bands[raw]
	if !ok {
		read = l.labels.Band(raw)
		l.bands[raw] = read
	}
	return read
}
