package main

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"wres/cmd/wres/console"
	"wres/cmd/wres/converse"
	"wres/cmd/wres/ending"
	"wres/cmd/wres/exit"
	"wres/cmd/wres/folders"
	"wres/cmd/wres/guard"
	"wres/cmd/wres/openplan"
	"wres/cmd/wres/replay"
	"wres/cmd/wres/takeout"
	"wres/cmd/wres/typein"
	"wres/loaders"
	"wres/loaders/figurefile"
	"wres/loaders/kinds"
	"wres/loaders/notefile"
	"wres/loaders/planfile"
	"wres/loaders/reportfolder"
	"wres/loaders/settings"
	"wres/loaders/visitfile"
	"wres/model"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/pace"
	"wres/tui/panel"
	"wres/tui/theme"
)

// framesPerSecond is the most that Bubble Tea draws. Its usual 60 add 8 ms
// between a key and its frame.
const framesPerSecond = 120

// open opens the app on a folder and presses keys in it, if there are any; or holds the
// conversation where that is asked for; or prints the summary where there is no terminal to show
// the app on.
func (c *cli) open(cmd *cobra.Command, dir string, keys []string) error {
	in, reads := console.Terminal(c.stdin)
	out, shows := console.Terminal(c.stdout)
	lines := converse.Input(c.stdin, reads, shows, c.flags.accessible, c.accessible() || c.getenv("TERM") == "dumb")
	switch noScreen := lines == nil && (!reads || !shows); {
	case noScreen && keys != nil:
		return exit.Misuse(errors.New("--keys presses keys in the app, which needs a terminal; --frame text prints the screen that they lead to"))
	case noScreen:
		return summary(c, cmd, dir)
	}
	if why := console.Refusal(in, out); why != "" && lines == nil {
		c.narrate("%s", clean(why))
		return summary(c, cmd, dir)
	}
	f, err := folderAt(dir, commandNames(cmd))
	if err != nil {
		return err
	}
	for {
		screen := settings.ReadScreen(f.fsys)
		if pressed, why := tui.WrongKey(screen.Keys); why != "" {
			return exit.Misuse(screen.WrongKey(pressed, why))
		}
		a := &app{cli: c, folder: f, keys: keys, screen: screen, plan: openplan.Plan{Path: planPath(f), Who: planfile.Me(c.getenv)}}
		a.notes.Folder, a.notes.Now, a.notes.Locked = filepath.Dir(planPath(f)), time.Now, a.plan.Elsewhere
		a.figures.Folder, a.figures.Now, a.figures.Locked = a.notes.Folder, time.Now, a.plan.Elsewhere
		if lines != nil {
			return a.converse(cmd.Context(), lines)
		}
		if err := a.run(cmd.Context()); err != nil || a.next == nil {
			return err
		}
		switch keys = nil; {
		case a.next.Owner:
			c = c.ofOrganisation(a.next.Path)
			continue
		case a.next.Path == "":
			f = builtIn()
		default:
			if f, err = folderAt(a.next.Path, nil); err != nil {
				return err
			}
		}
		c = c.withoutFlagsOfFolder()
	}
}

// withoutFlagsOfFolder is a run that opens another folder, of which the flags say nothing.
func (c *cli) withoutFlagsOfFolder() *cli {
	other := *c
	other.flags.organisation, other.flags.assumeYear = "", yearFlag{}
	return &other
}

// ofOrganisation is a run that opens the same folder on one of its organisations, or "" on all.
func (c *cli) ofOrganisation(name string) *cli {
	other := *c
	other.flags.organisation = name
	return &other
}

// How long the app waits for a folder that cannot be opened. Such an app would end
// before the terminal answered what Bubble Tea asks, and the answer would reach the
// shell as if it had been typed. A folder without extracts shows itself as soon as
// it is listed; once its first file is read, the rest is read behind the first frame.
const (
	beforeFiles  = 250 * time.Millisecond
	beforeScreen = 25 * time.Millisecond // from the first file on
)

// app is one run of the terminal app: its folder, its plan, and the load that is
// under way.
type app struct {
	cli     *cli
	folder  folder
	plan    openplan.Plan
	visits  visitfile.Keeper
	notes   notefile.Keeper
	figures figurefile.Keeper
	keys    []string        // that are pressed in it
	screen  settings.Screen // what wres.toml says of it
	next    *tui.Place      // what to open after this run; nil: nothing

	mu     sync.Mutex
	first  *load              // the first load, which starts before the program runs
	cancel context.CancelFunc // of the last load
	last   *load
}

// run shows the app until it ends. Loading starts first, so that it hides behind
// the time that the terminal takes.
func (a *app) run(ctx context.Context) error {
	guard.WithoutTraces()
	guard.WithoutCoreDumps()
	a.first = a.start(ctx)
	defer a.plan.Close() // where the program does not run; else it is closed by then
	defer a.stop()
	if !a.folder.example() { // the example cannot fail
		if err := a.first.failedWithin(beforeFiles, beforeScreen); err != nil {
			return err
		}
	}
	profile := a.cli.profile()
	d := a.deps(ctx, profile)
	d.Tour = d.Hint != "" && a.folder.example() && a.folders().FirstTour() // which keeps that somebody was shown round
	model := tui.New(d)
	paced := tea.Model(pace.New(model, func() bool { return tui.Typing(model) }))
	if len(a.keys) > 0 {
		paced = replay.New(paced, a.keys, func() bool { return tui.Ready(model) })
	}
	g := guard.New(paced)
	p := tea.NewProgram(g,
		tea.WithInput(a.cli.stdin), tea.WithOutput(a.cli.stdout), tea.WithEnvironment(a.cli.environ),
		tea.WithFPS(framesPerSecond), tea.WithColorProfile(profile),
		tea.WithoutSignalHandler(), tea.WithoutCatchPanics())
	err := g.Run(p)
	a.next = tui.Next(model)
	return a.ended(ending.End{Crash: g.Crash(), Signal: g.Signal(), Unsaved: model.Unsaved(), Kept: model.Kept(), App: model.Err(), Program: err})
}

// ended closes what is kept, and says what came of it.
func (a *app) ended(e ending.End) error {
	lost := a.notes.Close() // a note that is on no disk is in no journal either
	figures := a.figures.Close()
	e.Kept = a.plan.Close() == nil && e.Kept && lost == nil && figures == nil
	e.Unsaved = e.Unsaved || lost != nil
	a.toldOfPlan()
	if lost != nil {
		a.cli.narrate("a note of the meeting is not kept: %s", clean(lost.Error()))
	}
	if figures != nil && e.Unsaved {
		a.cli.narrate("what was typed into the table is not kept: %s", clean(figures.Error()))
	}
	return ending.Of(e)
}

// deps is what the app gets of the world.
func (a *app) deps(ctx context.Context, profile colorprofile.Profile) tui.Deps {
	return tui.Deps{
		Deps: keep.Deps{
			SavePlan:   a.plan.Save,
			SaveBeside: a.plan.SaveBeside,
			KeepYear:   a.plan.KeepYear,
			Journal:    a.plan.Take,
			SetAside:   a.plan.SetAside,
			Restore:    a.plan.Restore,
			Now:        time.Now, Clean: clean,
		},
		NoteDeps: meeting.NoteDeps{LoadNotes: a.notes.Read, SaveNote: a.notes.Take},
		Preview:  a.cli.preview(a.folder),
		TakeDeps: takeout.Writer{Dir: filepath.Dir(a.plan.Path), Options: a.cli.exportOptions(), Now: time.Now}.
			Deps(console.Clipboard(runtime.GOOS, a.cli.getenv)),
		FolderDeps:  tui.FolderDeps{Folders: a.folders().From},
		BeginDeps:   a.beginDeps(),
		Load:        func() <-chan tui.LoadEvent { return a.load(ctx) },
		StopLoading: a.stopLoading,
		SaveMapping: a.mappingSaver(),
		Written:     a.written,
		Choices:     kinds.Choices(),
		Path:        a.plan.Path,
		CleanLines:  cleanLines,
		Charset:     a.cli.charset(), Profile: profile,
		Theme: cmp.Or(a.cli.flags.theme.chosen, a.screen.Theme),
		Keys:  a.screen.Keys,
		Light: theme.LightByEnv(a.cli.getenv), Suspend: guard.Suspender(),
	}
}

// folders knows which other folders can be opened.
func (a *app) folders() folders.List {
	return folders.List{Own: openplan.OwnData(), At: a.folder.path}
}

// written reads what the organisation has written that is shown beside figures.
func (a *app) written(w words.Voice, now plan.Plan, years []model.Year) report.Beside {
	b := reportfolder.OfYears(a.folder.path, filepath.Dir(planPath(a.folder)), now, years)
	notes, _ := notefile.Read(a.notes.Folder) // what is wrong with them the meeting says
	b.Texts = append(b.Texts, notes.Texts(w, notefile.Name)...)
	return b
}

// load is one reading of the folder and the plan.
type load struct {
	events chan tui.LoadEvent
	begun  chan struct{} // closed when the first file is read
	read   chan struct{} // closed when reading is over
	last   tui.LoadEvent // set before that
	plan   bool          // the plan was read; guarded by app.mu
}

// failedWithin gives the error of a load that fails within a time before it reads a
// file, or within another from then on.
func (l *load) failedWithin(before, from time.Duration) error {
	late := time.After(before)
	begun := l.begun
	for {
		select {
		case <-l.read:
			return l.last.Err
		case <-begun:
			late, begun = time.After(from), nil
		case <-late:
			return nil
		}
	}
}

// load gives the load that is under way at the first call, and starts anew at
// each later one.
func (a *app) load(ctx context.Context) <-chan tui.LoadEvent {
	a.mu.Lock()
	first := a.first
	a.first = nil
	a.mu.Unlock()
	if first != nil {
		return first.events
	}
	return a.start(ctx).events
}

// start reads the folder and the plan in a goroutine of its own and ends a load
// that is still under way.
func (a *app) start(parent context.Context) *load {
	ctx, cancel := context.WithCancel(parent)
	l := &load{events: make(chan tui.LoadEvent, 16), begun: make(chan struct{}), read: make(chan struct{})}
	a.mu.Lock()
	before := a.cancel
	a.cancel, a.last = cancel, l
	a.mu.Unlock()
	if before != nil {
		before()
	}
	go func() {
		defer close(l.events)
		l.last = a.readAll(ctx, l)
		close(l.read)
		select {
		case l.events <- l.last:
		case <-ctx.Done(): // nobody waits for it
		}
	}()
	return l
}

// stop ends a load that is still under way.
func (a *app) stop() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.cancel != nil {
		a.cancel()
	}
}

// stopLoading ends the last load for the user, and reports whether it did. Once the
// plan was read it is too late: what is saved from now on is written over that.
func (a *app) stopLoading() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.last == nil || a.last.plan {
		return false
	}
	a.cancel()
	return true
}

// readAll reads the folder and the plan. Progress that the screen is too slow
// for is left out: reading never waits for it. A panic is an error of the load.
func (a *app) readAll(ctx context.Context, l *load) (last tui.LoadEvent) {
	defer func() {
		if value := recover(); value != nil {
			last = tui.LoadEvent{Err: exit.Crash(guard.Place(value))}
		}
	}()
	var begin sync.Once
	read, err := a.cli.read(ctx, a.folder, func(p loaders.Progress) {
		begin.Do(func() { close(l.begun) })
		select {
		case l.events <- tui.LoadEvent{File: clean(p.File), Done: p.Done, Total: p.Total, Rows: p.Rows, Bytes: p.Bytes, Size: p.Size}:
		default:
		}
	})
	if err != nil && !mendable(read) && !a.bare(read) {
		return tui.LoadEvent{Err: err}
	}
	disk, problems, ok := a.loadPlan(ctx, l)
	if !ok {
		return tui.LoadEvent{Err: ctx.Err()}
	}
	read.report.Problems = append(read.report.Problems, problems...)
	a.folders().Opened()
	loaded := &tui.Loaded{Disk: disk, Members: eachOf(ctx, a.cli, a.folder, read), Results: read.results, Organisation: read.organisation, Report: read.report, Nothing: err, FullOnly: panel.FullOnly{Audit: audited(read)}}
	if !a.folder.example() && len(read.organisation.Choices) == 0 { // else it could be another's figures that moved
		loaded.Since = a.visits.Since(visitfile.Opened{Path: a.folder.path, FS: a.folder.fsys, Results: read.results, Files: read.report.Names()})
	}
	return tui.LoadEvent{Loaded: loaded}
}

// mendable reports whether a folder of which nothing was usable has a file whose
// columns can be given their meanings on the screen of files.
func mendable(read contents) bool {
	return read.results != nil && slices.ContainsFunc(read.report.Files, func(f source.File) bool {
		return slices.ContainsFunc(f.Columns, func(c source.Column) bool { return c.Written != "" })
	})
}

// bare reports whether a folder that was read has no file that may be an extract: the app
// says how to begin.
func (a *app) bare(read contents) bool {
	return read.results != nil && len(read.report.Files) == 0 && !a.folder.example()
}

// beginDeps gives what writes the files of a new folder; for the example, which has none, how
// to get to one.
func (a *app) beginDeps() tui.BeginDeps {
	switch {
	case a.folder.example() && a.keys != nil:
		return tui.BeginDeps{}
	case a.folder.example():
		return tui.BeginDeps{Hint: "example · your own: wres DIR, or O"}
	}
	return tui.BeginDeps{Typing: typein.Folder{Path: a.folder.path}.Deps(&a.figures), Hint: a.figures.Hint(), WriteHeaders: func() ([]string, error) {
		written, err := settings.Complete(a.folder.path)
		for i, path := range written {
			written[i] = clean(filepath.Base(path))
		}
		return written, err
	}}
}

// mappingSaver gives what saves a mapping into the folder: nothing for the example,
// which has none.
func (a *app) mappingSaver() func(source.Mapping) error {
	if a.folder.example() {
		return nil
	}
	return func(m source.Mapping) error { return settings.SaveMapping(a.folder.path, m) }
}

// planPath is where a folder's plan is kept: beside its extracts. The example's
// is in the user's own data folder.
func planPath(f folder) string {
	if f.example() {
		return openplan.OfExample()
	}
	return filepath.Join(f.path, planfile.Name)
}
