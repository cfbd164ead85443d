package guard

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"wres/loaders/parallel"
)

// Model stands between Bubble Tea and the app and catches a panic of Init,
// Update, View or a command. Bubble Tea's own handler prints the panic's value
// and a stack, and the value may hold the text of a cell; here only the place is
// kept, and the program ends as if it had been quit, so that the terminal is
// restored in the ordinary way.
type Model struct {
	model   tea.Model
	quit    func() // asks the program to end; it may block
	signals *signals

	mu    sync.Mutex
	place string // of the first panic
}

// New guards an app.
func New(model tea.Model) *Model { return &Model{model: model} }

// Crash gives the place of the first panic, or "".
func (g *Model) Crash() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.place
}

// caught notes a panic. It is deferred, as recover works in a deferred function
// alone. A View cannot answer with a command, so the program is asked to end.
func (g *Model) caught() {
	value := recover()
	if value == nil {
		return
	}
	place := Place(value)
	g.mu.Lock()
	first := g.place == ""
	if first {
		g.place = place
	}
	g.mu.Unlock()
	if first {
		go g.quit()
	}
}

// Signal names the first signal that came while the program ran, or "".
func (g *Model) Signal() string {
	if g.signals == nil {
		return ""
	}
	return g.signals.first()
}

// Run runs the program, and passes signals on to it. A panic of Bubble Tea's own ends
// here too.
func (g *Model) Run(p *tea.Program) (err error) {
	g.quit = p.Quit
	g.signals = listen(p)
	defer g.signals.stop()
	defer func() {
		if g.Crash() != "" {
			err = nil
		}
	}()
	defer p.Kill() // restores the terminal where the program could not; else does nothing
	defer g.caught()
	_, err = p.Run()
	return err
}

// Init starts the app.
func (g *Model) Init() (cmd tea.Cmd) {
	defer g.caught()
	return g.wrap(g.model.Init())
}

// Update hands a message to the app.
func (g *Model) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = g
	defer g.caught()
	if g.Crash() != "" {
		return model, nil // its state is not to be trusted
	}
	g.model, cmd = g.model.Update(msg)
	return model, g.wrap(cmd)
}

// View draws the app. After a panic there is nothing to draw: what is on the
// screen goes when the alternate screen is left.
func (g *Model) View() (view tea.View) {
	defer g.caught()
	if g.Crash() != "" {
		return tea.View{AltScreen: true}
	}
	return g.model.View()
}

// wrap catches a panic of a command, and of the commands in a batch or sequence
// that it answers with.
func (g *Model) wrap(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.caught()
		return g.wrapAll(cmd())
	}
}

var commandType = reflect.TypeFor[tea.Cmd]()

// wrapAll wraps a message that is a list of commands. Bubble Tea names only one
// of the two such types, so a list is known by what is in it.
func (g *Model) wrapAll(msg tea.Msg) tea.Msg {
	v := reflect.ValueOf(msg)
	if !v.IsValid() || v.Kind() != reflect.Slice || v.Type().Elem() != commandType {
		return msg
	}
	wrapped := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	for i := range v.Len() {
		wrapped.Index(i).Set(reflect.ValueOf(g.wrap(v.Index(i).Interface().(tea.Cmd))))
	}
	return wrapped.Interface()
}

// modulePath begins the names of our own packages.
const modulePath = "wres/"

// Place gives the file and line where a panic arose, by its package: never
// a folder of the machine that built the program. It is called by a deferred
// function, with the value that was recovered, which tells the place where the panic
// arose in a goroutine of [parallel.Do]. Where a library panicked, our call into it is
// the place.
func Place(value any) string {
	counters := make([]uintptr, 64)
	counters = counters[:runtime.Callers(1, counters)]
	if p, ok := value.(*parallel.Panic); ok {
		counters = p.Callers()
	}
	frames := runtime.CallersFrames(counters)
	panicking, outside := false, ""
	for {
		frame, more := frames.Next()
		switch {
		case frame.Function == "runtime.gopanic":
			panicking = true
		case !panicking || strings.HasPrefix(frame.Function, "runtime."):
		case strings.HasPrefix(frame.Function, "main.") || strings.HasPrefix(frame.Function, modulePath):
			return placeOf(frame)
		case outside == "":
			outside = placeOf(frame)
		}
		if !more {
			break
		}
	}
	if outside == "" {
		return "an unknown place"
	}
	return outside
}

func placeOf(frame runtime.Frame) string {
	folder, function := path.Split(frame.Function)
	pkg, _, _ := strings.Cut(function, ".")
	folder += pkg
	if folder == "main" {
		folder = "wres/cmd/wres"
	}
	return fmt.Sprintf("%s/%s:%d", folder, filepath.Base(frame.File), frame.Line)
}

// WithoutTraces turns off what would write the screen's text into files.
func WithoutTraces() {
	for _, name := range []string{"TEA_DEBUG", "TEA_TRACE"} {
		os.Unsetenv(name) // cannot fail for a plain name
	}
}
