package main

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"wres/cmd/wres/ending"
	"wres/cmd/wres/exit"
	"wres/cmd/wres/guard"
	"wres/cmd/wres/openplan"
	"wres/loaders/parallel"
	"wres/model/source"
	"wres/testdata/extracts"
	"wres/tui"
)

func TestEnding(t *testing.T) {
	for name, c := range map[string]struct {
		end  ending.End
		want int
	}{
		"quit":                          {ending.End{}, 0},
		"quit and lose it":              {ending.End{Unsaved: true}, 1},
		"Ctrl+C":                        {ending.End{App: tui.ErrInterrupted}, 130},
		"Ctrl+C with work unsaved":      {ending.End{App: tui.ErrInterrupted, Unsaved: true}, 1},
		"SIGINT":                        {ending.End{Signal: "SIGINT", App: tui.ErrInterrupted}, 130},
		"SIGTERM":                       {ending.End{Signal: "SIGTERM", App: errors.New("ended by SIGTERM")}, 0},
		"SIGTERM with work unsaved":     {ending.End{Signal: "SIGTERM", Unsaved: true}, 1},
		"SIGHUP with work unsaved":      {ending.End{Signal: "SIGHUP", Unsaved: true, Program: errors.New("EIO")}, 1},
		"panic":                         {ending.End{Crash: "wres/tui/tui.go:1", Signal: "SIGTERM"}, 1},
		"nothing to read":               {ending.End{App: exit.NothingRead(errors.New("nothing"))}, 3},
		"settings":                      {ending.End{App: exit.Misuse(errors.New("wres.toml:1"))}, 2},
		"the terminal failed":           {ending.End{Program: errors.New("EIO")}, 1},
		"loading failed in another way": {ending.End{App: errors.New("disk")}, 1},
	} {
		var stderr strings.Builder
		cl := &cli{stderr: &stderr}
		if got := cl.report(ending.Of(c.end)); got != c.want {
			t.Errorf("%s: exit status %d, want %d", name, got, c.want)
		}
	}
}

const secret = "PERSON-4711"

// panicking is an app that panics with a cell's text where it is told to.
type panicking struct{ where string }

func (p panicking) Init() tea.Cmd {
	p.at("init")
	return tea.Sequence(tea.ClearScreen, func() tea.Msg { p.at("sequence"); return nil })
}

func (p panicking) Update(tea.Msg) (tea.Model, tea.Cmd) {
	p.at("update")
	return p, tea.Batch(tea.ClearScreen, func() tea.Msg { p.at("batch"); return nil })
}

func (p panicking) View() tea.View {
	p.at("view")
	return tea.NewView("")
}

func (p panicking) at(where string) {
	if p.where == where {
		panic(secret)
	}
}

func TestPanicsAreCaughtWithTheirPlaceOnly(t *testing.T) {
	for _, where := range []string{"init", "update", "view", "batch", "sequence"} {
		t.Run(where, func(t *testing.T) {
			var screen strings.Builder
			g := guard.New(panicking{where})
			p := tea.NewProgram(g, tea.WithInput(nil), tea.WithOutput(&screen), tea.WithoutSignalHandler(),
				tea.WithoutCatchPanics(), tea.WithColorProfile(colorprofile.ASCII), tea.WithWindowSize(40, 10))
			ended := make(chan error, 1)
			go func() { ended <- g.Run(p) }()
			select {
			case err := <-ended:
				if err != nil {
					t.Errorf("run: %v", err)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("the program did not end")
			}
			if place := g.Crash(); !strings.HasPrefix(place, "wres/cmd/wres/app_test.go:") {
				t.Errorf("place %q, want a line of this file", place)
			}
			var stderr strings.Builder
			if status := (&cli{stderr: &stderr}).report(ending.Of(ending.End{Crash: g.Crash()})); status != 1 {
				t.Errorf("exit status %d, want 1", status)
			}
			if strings.Contains(screen.String()+stderr.String(), secret) {
				t.Error("the panic's value was printed")
			}
			if !strings.Contains(stderr.String(), "app_test.go:") {
				t.Errorf("stderr does not name the place: %s", stderr.String())
			}
		})
	}
}

// TestPanicOfALibraryIsPlacedAtOurCall also holds that runtime frames are
// passed over.
func TestPanicOfALibraryIsPlacedAtOurCall(t *testing.T) {
	place := func(f func()) (place string) {
		defer func() {
			if value := recover(); value != nil {
				place = guard.Place(value)
			}
		}()
		f()
		return ""
	}
	none := []int{}
	for name, f := range map[string]func(){
		"strings.Repeat":     func() { _ = strings.Repeat("x", -len(secret)) },
		"index out of range": func() { none[len(secret)]++ },
		"in a goroutine":     func() { parallel.Do(3, func(int) { none[len(secret)]++ }) },
	} {
		if got := place(f); !strings.HasPrefix(got, "wres/cmd/wres/app_test.go:") {
			t.Errorf("%s: %q, want a line of this file", name, got)
		}
	}
}

// testApp is an app over the example whose plan is in a folder of the test.
func testApp(t *testing.T) *app {
	t.Helper()
	a := &app{cli: &cli{}, folder: folder{fsys: extracts.FS}, plan: openplan.Plan{Path: t.TempDir() + "/wres/example/action-plan.csv"}}
	t.Cleanup(a.stop)
	t.Cleanup(func() {
		if err := a.plan.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// lastEvent waits for the end of a load.
func lastEvent(t *testing.T, events <-chan tui.LoadEvent) tui.LoadEvent {
	t.Helper()
	var last tui.LoadEvent
	for e := range events {
		last = e
	}
	if last.Err != nil {
		t.Fatal(last.Err)
	}
	if last.Loaded == nil {
		t.Fatal("the load ended without a result")
	}
	return last
}

// TestExamplePlanIsSeededAndKept holds that the example begins with its own plan
// and that an edited one is found again.
func TestExamplePlanIsSeededAndKept(t *testing.T) {
	a := testApp(t)
	a.first = a.start(t.Context())
	first := a.first.events
	if got := a.load(t.Context()); got != (<-chan tui.LoadEvent)(first) {
		t.Error("the first load was not the one under way")
	}
	seeded := lastEvent(t, first).Loaded
	if n := seeded.Plan.Len(); n != 8 {
		t.Fatalf("%d actions, want 8", n)
	}
	if a, ok := seeded.Plan.Find("A-0008"); !ok || a.IndicatorIDs()[0] != "4" || a.Deadline != "31 March 2025" {
		t.Errorf("A-0008 is %+v", a)
	}
	if wrote := a.plan.Saved(); seeded.ReadOnly != "" || wrote {
		t.Errorf("read-only %q, wrote %v", seeded.ReadOnly, wrote)
	}
	edited, err := seeded.Plan.Done("A-0003", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if err := a.plan.Save(edited); err != nil {
		t.Fatal(err)
	}
	if !a.plan.Saved() {
		t.Error("the save was not noted")
	}
	if got := lastEvent(t, a.load(t.Context())).Loaded.Plan; !got.Equal(edited) {
		t.Error("the plan read again is not the plan that was saved")
	}
}

// TestExampleHasNoMapping holds that nothing is written for the example, which has
// no folder; a folder of the user's has a mapping.
func TestExampleHasNoMapping(t *testing.T) {
	a := testApp(t)
	if a.mappingSaver() != nil {
		t.Error("the example can be mapped")
	}
	a.folder.path = t.TempDir()
	if err := a.mappingSaver()(source.Mapping{Columns: map[string]string{"Jahr": "year"}}); err != nil || !exists(a.folder.path+"/wres-mapping.toml") {
		t.Errorf("a folder was not mapped: %v", err)
	}
}

// TestUnreadablePlanIsReadOnly holds that a plan that cannot be read is said and
// never written over.
func TestUnreadablePlanIsReadOnly(t *testing.T) {
	a := testApp(t)
	a.plan.Path = t.TempDir() // a folder where the file should be
	loaded := lastEvent(t, a.start(t.Context()).events).Loaded
	if loaded.ReadOnly == "" || loaded.Report.Errors() == 0 {
		t.Errorf("read-only %q, %d errors", loaded.ReadOnly, loaded.Report.Errors())
	}
	if err := a.plan.Save(loaded.Plan); err == nil {
		t.Error("an unread plan was saved")
	}
}

// TestPanicWhileLoadingIsAnError holds that a panic in the goroutine of a load
// does not end the program, and that its value is not told.
func TestPanicWhileLoadingIsAnError(t *testing.T) {
	a := testApp(t)
	a.folder.fsys = panickingFS{}
	a.first = a.start(t.Context())
	err := a.first.failedWithin(10*time.Second, 10*time.Second)
	if err == nil || strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), "app_test.go:") {
		t.Errorf("error %v", err)
	}
}

type panickingFS struct{}

func (panickingFS) Open(string) (fs.File, error) { panic(secret) }

func TestProfileFollowsFlagsThenEnvironment(t *testing.T) {
	for _, c := range []struct {
		flag    string
		environ []string
		want    colorprofile.Profile
	}{
		{"auto", []string{"TERM=xterm-256color"}, colorprofile.NoTTY}, // a pipe
		{"always", []string{"TERM=xterm-256color"}, colorprofile.ANSI256},
		{"always", []string{"TERM=xterm-256color", "NO_COLOR=1"}, colorprofile.ANSI256},
		{"always", []string{"TERM=dumb"}, colorprofile.ANSI},
		{"never", []string{"TERM=xterm-256color"}, colorprofile.NoTTY},
	} {
		cl := &cli{stdout: &strings.Builder{}, environ: c.environ}
		cl.flags.color.chosen = c.flag
		if got := cl.profile(); got != c.want {
			t.Errorf("--color %s with %v: %v, want %v", c.flag, c.environ, got, c.want)
		}
	}
}

func TestLookupTakesTheLast(t *testing.T) {
	environ := []string{"A=1", "AB=2", "A=3", "EMPTY="}
	for name, want := range map[string]string{"A": "3", "AB": "2", "EMPTY": "", "B": ""} {
		if got := lookup(environ, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
