package tui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/picture"
	"wres/tui/sheet"
	"wres/tui/theme"
)

// TakeDeps is what the app needs of the world to hand something out.
type TakeDeps struct {
	// Clipboard reports whether the terminal can be asked to put text on the clipboard.
	Clipboard bool
	// TakeText writes a text into a file of its own and gives the path. Name says what it is
	// of. It is called from a command's goroutine. Nil: nothing is written.
	TakeText func(name, text string) (path string, err error)
	// TakePanel writes a panel into files and gives their paths. It is called from a
	// command's goroutine. Nil: nothing is written.
	TakePanel func(TakenPanel) (paths []string, err error)
}

// TakenPanel is a panel as it is taken out of the app: in the publication view.
type TakenPanel struct {
	Key     string // that opens it: "0", "2", "p"
	Name    string // of its files, without an ending: "wres-2024-indicator-2"
	Year    model.Year
	Results *indicator.Results // a publication view
	Plan    plan.Plan
	Drawing []byte // of the panel, as SVG
}

// taking is a way to take something out of the app.
type taking uint8

const (
	takeSentence taking = iota // what is said of the row under the cursor
	takePanel                  // the panel as text
	takeFiles                  // the panel as files
)

// The width of a panel that is taken as text, below that from which panes have borders, and
// the lines that it may have.
const (
	takenWidth  = 92
	takenHeight = 4000
)

// mostSent is how many bytes a terminal is asked to put on the clipboard: many take no more.
const mostSent = 74_000

// takeMsg goes on with what waited for the publication view.
type takeMsg struct {
	*viewed
	what taking
	on   taken // that it was asked for on
}

// taken is what stands on the screen and is handed snapshots.
type taken interface{ SetData(panel.Data) }

// onScreen gives the meeting, or else the panel; nil where something else stands over that.
func (o takeOut) onScreen() taken {
	switch m := o.m; {
	case len(m.stack) == 0:
		return m.panels[m.active].panel
	case m.stack.top() == m.meeting:
		return m.meeting
	}
	return nil
}

// tookMsg says what became of files.
type tookMsg struct {
	paths  []string
	quoted []string // what of them to look at first
	err    error
}

// takeOut is the app as something is taken out of it.
type takeOut struct{ m *Model }

// take takes something out of the app. All of it is in the publication view, whatever is on
// the screen.
func (o takeOut) take(what taking) tea.Cmd {
	m, v := o.m, &o.m.views
	if v.full == nil || len(v.full.Years) == 0 {
		m.status = "there are no figures to take out"
		return nil
	}
	if v.worked != nil {
		return o.out(what)
	}
	m.status = "working out what may be published"
	full, on := v.full, o.onScreen()
	return func() tea.Msg { return takeMsg{view(full), what, on} }
}

// goOn takes out what waited, unless something else is on the screen by now.
func (o takeOut) goOn(msg takeMsg) tea.Cmd {
	m, v := o.m, &o.m.views
	if msg.of != v.full {
		return nil
	}
	v.worked = msg.viewed
	if m.status = ""; o.onScreen() != msg.on {
		return nil
	}
	return o.out(msg.what)
}

func (o takeOut) out(what taking) tea.Cmd {
	switch what {
	case takeSentence:
		return o.takeSentence()
	case takePanel:
		return o.handText(o.fileName(), o.panelText())
	}
	return o.takeFiles()
}

func (o takeOut) takeSentence() tea.Cmd {
	taker, ok := o.onScreen().(panel.Taker)
	if !ok || len(taker.Taken().Says) == 0 {
		o.m.status = "there is no one sentence here to take out"
		return nil
	}
	about, text := taker.Taken().Name, ""
	o.lent(o.m.data.Theme, func(d panel.Data) {
		if taken := taker.Taken(); taken.Name == about && len(taken.Says) > 0 {
			text = taken.Text(d)
		}
	})
	if text == "" { // the cursor would stand on something else there
		o.m.status = "what is said here may not be published, and nothing was sent"
		return nil
	}
	return o.handText(o.fileName()+"-sentence", text)
}

// quoted says which words of the plan, of those that a text has, give a small number away that
// the view hides: what people wrote is taken out as it stands.
func (o takeOut) quoted(text string) []string {
	v := &o.m.views
	public, _ := o.m.data.Plan.Public(v.worked.publication)
	found := quotes.Find(quotes.OfPlan(public, "the plan"), v.full, v.worked.publication)
	found = slices.DeleteFunc(found, func(q quotes.Quote) bool { return !strings.Contains(text, q.Words) })
	return report.Quoted(found, o.m.deps.safe())
}

// handText sends a text to the clipboard, or writes it where the terminal knows none.
func (o takeOut) handText(name, text string) tea.Cmd {
	m, quoted := o.m, o.quoted(text)
	switch write := m.deps.TakeText; {
	case m.deps.Clipboard && len(text) <= mostSent:
		m.status = fmt.Sprintf("sent to the clipboard, as it may be published: %s", words.Count(strings.Count(text, "\n")+1, "line"))
		if len(quoted) > 0 {
			m.status = "sent, but its words quote a small number of people: look at it first"
		}
		return tea.SetClipboard(text)
	case write == nil:
		m.status = "this terminal has no clipboard"
		return nil
	default:
		return func() tea.Msg {
			path, err := write(name, text)
			return tookMsg{[]string{path}, quoted, err}
		}
	}
}

// panelText is the panel as text, with whose it is above and the view below it.
func (o takeOut) panelText() string {
	var lines []string
	t := theme.New("mono", false, o.m.deps.Charset, colorprofile.NoTTY)
	o.drawn(t, func(d panel.Data, frame []string) {
		p := o.m.panels[o.m.active].panel
		lines = append(lines, d.Clean(strings.Join([]string{d.Results.Organisation, "31 March " + d.Year.String(), p.Title()}, " · ")), "")
		for _, line := range frame {
			lines = append(lines, panel.Unmarked(ansi.Strip(line), t.Glyphs.Mark))
		}
		lines = append(lines, "", panel.Leaves(d))
	})
	return strings.Join(lines, "\n")
}

// takeFiles writes the panel into files.
func (o takeOut) takeFiles() tea.Cmd {
	m := o.m
	write := m.deps.TakePanel
	if write == nil {
		m.status = "nothing can be written here"
		return nil
	}
	out := TakenPanel{Key: m.panels[m.active].Key, Name: o.fileName(), Year: m.data.Year, Results: m.views.worked.publication, Plan: m.data.Plan}
	look := picture.Light()
	look.Title = m.panels[m.active].panel.Title() + ", " + m.data.Year.String()
	o.drawn(theme.New("light", false, theme.Full, colorprofile.TrueColor), func(d panel.Data, frame []string) {
		view := panel.Wrap(d.Theme, panel.Leaves(d), takenWidth-2, d.Theme.Styles.Muted)
		out.Drawing = picture.SVG(strings.Join(slices.Concat(frame, []string{""}, view), "\n"), look)
	})
	m.status = "writing"
	quoted := o.quoted(o.textOfFiles(out))
	return func() tea.Msg {
		paths, err := write(out)
		return tookMsg{paths, quoted, err}
	}
}

// textOfFiles is what people wrote that the files of a panel have: all of the plan, or what of
// it stands on the panel of an indicator.
func (o takeOut) textOfFiles(out TakenPanel) string {
	if slices.Contains(indicatorKeys(), out.Key) {
		return o.panelText()
	}
	var b strings.Builder
	for _, a := range out.Plan.Actions() {
		for _, field := range plan.Fields() {
			b.WriteString(field.Value(a) + "\n")
		}
	}
	return b.String()
}

// took says where files are, or why they are not: over the panel, as a path is long, or in a
// word where something else stands there by now.
func (o takeOut) took(msg tookMsg) {
	m := o.m
	if msg.err != nil {
		m.status = "not written: " + m.deps.Clean(msg.err.Error())
		return
	}
	m.status = words.Count(len(msg.paths), "file") + " written, as it may be published"
	if m.stack.top() != nil {
		return
	}
	step := words.Step{Label: "Files"}
	for _, path := range msg.paths {
		step.Lines = append(step.Lines, m.deps.Clean(path))
	}
	steps := []words.Step{step}
	if len(msg.quoted) > 0 {
		steps = append(steps, words.Step{Label: "Look at these first: they may be small numbers of people", Lines: msg.quoted})
	}
	app{m}.show(sheet.Steps(m.data.Theme, ask.Steps{Title: " Written, as it may be published", Steps: steps, Key: "E"}))
}

// fileName names the files of what is on the screen.
func (o takeOut) fileName() string {
	switch m := o.m; m.panels[m.active].Key {
	case "0":
		return "wres-" + m.data.Year.String() + "-overview"
	case "p":
		return "wres-action-plan"
	default:
		return "wres-" + m.data.Year.String() + "-indicator-" + m.panels[m.active].Key
	}
}

// lent lends what is on the screen a snapshot in the publication view, under a theme. It is
// afterwards as it was, with its cursor and as far as it was scrolled.
func (o takeOut) lent(t theme.Theme, do func(panel.Data)) {
	m, on := o.m, o.onScreen()
	d := m.data
	d.Theme, d.Results, d.FullOnly, d.PlanPath = t, m.views.worked.publication, panel.FullOnly{}, "" // a path names its user
	of := reflect.ValueOf(on).Elem()
	before := reflect.New(of.Type()).Elem()
	before.Set(of)
	m.keep.Show(d.Results)
	m.keep.Fill(&d)
	on.SetData(d)
	do(d)
	m.keep.Show(m.data.Results)
	of.Set(before)
}

// drawn draws the panel on the screen in the publication view, as high as it needs.
func (o takeOut) drawn(t theme.Theme, do func(d panel.Data, frame []string)) {
	o.lent(t, func(d panel.Data) {
		shown := o.m.panels[o.m.active].panel
		shown.SetSize(takenWidth, takenHeight)
		do(d, panel.Closed(strings.Split(shown.View(), "\n")))
	})
}
