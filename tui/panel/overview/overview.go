// Package overview is the panel that the app opens on: what the figures of a year come
// to, one finding a row, grouped by what can be said, and beside or below them all that is
// said of the row under the cursor. The snapshot of the app goes in (panel.Data); a panel
// comes out. overview.go holds the cursor and the keys, place.go shares out the box,
// list.go draws the rows, detail.go says a finding, and empty.go what to do without any.
package overview

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// overview is the panel that the app opens on.
type overview struct {
	panel.Page
	width, height int // of the box
	found         []findings.Finding
	selected      int
	about         string // the finding under the cursor: it stays there in another year
	frame         []string
	picture       Picture
	said          said
	keys          panel.CursorKeys
	ofFigure      []key.Binding // what can be asked of the finding under the cursor
}

// said keeps what was said once of a snapshot in a size: a key draws what it changes.
type said struct {
	details map[[3]int]panel.Pane // by finding, width and height
	checks  map[[2]int][]string   // by width, and 1 for all of it
	notices map[int][][]string    // by width
	lists   map[setting]*list
}

// Picture draws what a finding is about as the panel of its indicator does, in at most a
// width; nil where there is nothing to draw.
type Picture func(d panel.Data, about findings.About, width int) []string

// noticesKey shows all that has to be known before a figure is quoted.
var noticesKey = ask.Bind("n", "notices before you quote", "n")

// New makes the overview.
func New(picture Picture) panel.Panel {
	return &overview{Page: panel.NewPage(), picture: picture, keys: panel.NewCursorKeys("open"), ofFigure: panel.FigureKeys()}
}

func (o *overview) Title() string { return "Overview" }

func (o *overview) SetData(d panel.Data) {
	o.Data = d
	o.found, o.said = d.Findings(), said{map[[3]int]panel.Pane{}, map[[2]int][]string{}, map[int][][]string{}, map[setting]*list{}}
	for i, f := range o.found {
		if f.Key() == o.about {
			o.selected = i
		}
	}
	o.choose(o.selected)
	o.rebuild()
}

func (o *overview) SetSize(width, height int) {
	o.width, o.height = max(width, 0), max(height, 0)
	o.Resize(width, height)
	o.rebuild()
}

// choose puts the cursor on a finding.
func (o *overview) choose(i int) {
	o.selected = max(min(i, len(o.found)-1), 0)
	if len(o.found) > 0 {
		f := &o.found[o.selected]
		o.about, o.ofFigure = f.Key(), panel.KeysOf(o.Data, f.Indicator.ID)
	}
}

func (o *overview) Update(msg tea.Msg) ask.Request {
	pressed, ok := msg.(tea.KeyPressMsg)
	if ok && o.bare() {
		if b := beginKeys().of(pressed); b != nil {
			return b
		}
	}
	if !ok || len(o.found) == 0 {
		return o.Page.Update(msg)
	}
	if to, moved := o.keys.Move(pressed, o.selected, len(o.found)); moved {
		if to == o.selected { // at the end: what stands below can be scrolled to
			return o.Page.Update(msg)
		}
		o.choose(to)
		o.rebuild()
		return nil
	}
	if key.Matches(pressed, noticesKey) {
		return teller{o}.everything()
	}
	f := &o.found[o.selected]
	if key.Matches(pressed, o.keys.Open) {
		return ask.Panel{Key: f.Indicator.ID, Bands: f.Bands}
	}
	if asked := panel.OfFigure(o.Data, f.Indicator.ID, f.Bands, pressed); asked != nil {
		return asked
	}
	return o.Page.Update(msg)
}

func (o *overview) ShortHelp() []key.Binding {
	if o.bare() {
		return beginKeys().bindings()
	}
	keys := append([]key.Binding{o.keys.Open}, o.ofFigure...)
	return append(keys, ask.Bind("n", "notices", noticesKey.Keys()...))
}

func (o *overview) FullHelp() [][]key.Binding {
	k := o.keys
	if o.bare() {
		return [][]key.Binding{beginKeys().bindings()}
	}
	return [][]key.Binding{append([]key.Binding{k.Up, k.Down, k.First, k.Last, k.Open, noticesKey}, o.ofFigure...)}
}

// Taken gives the finding under the cursor.
func (o *overview) Taken() panel.Taken {
	if len(o.found) == 0 {
		return panel.Taken{}
	}
	return panel.TakenOf(o.found[o.selected])
}

// View fills exactly the box.
func (o *overview) View() string {
	if o.frame != nil {
		return strings.Join(o.frame, "\n")
	}
	return o.Page.View()
}

// rebuild prepares the lines.
func (o *overview) rebuild() {
	o.frame = nil
	switch d := o.Data; {
	case o.width <= 0 || o.height <= 0:
	case d.Results == nil:
		lines := o.Text(d.Theme.Styles.Muted, d.Reading())
		if bar := d.ReadSoFar(o.Width - 2); bar != "" {
			lines = append(lines, " "+bar)
		}
		o.Set("Overview", "", lines)
	case o.bare():
		o.Set("Three files give most of the picture", "no figures yet", blank{o}.empty())
	case len(o.found) == 0:
		o.Set(o.headline(o.Width), "", o.Text(d.Theme.Styles.Text, "There are no figures for "+d.Year.String()+": press [ or ] for another year."))
	default:
		o.place()
	}
}

// headline says how many staff there are and how many declared their ethnicity, in the
// most words that the title of a pane has room for.
func (o *overview) headline(width int) string {
	_, f := o.Data.Figure(indicator.WorkforceID)
	switch {
	case f == nil:
		return "Headcount n/a"
	case f.State != model.Reported:
		return "Headcount " + f.State.Words()
	}
	all, ok := f.Staff()
	if !ok {
		return "Headcount " + words.Absent(f.Groups[model.White].HiddenAtRisk)
	}
	staff := words.Thousands(all) + words.Mark(f)
	share, known, _, ok := f.Declared()
	if f.Groups[model.Unknown].HiddenEvents {
		return staff + " staff"
	}
	if !ok {
		return staff + " staff · unknown ethnicity not counted"
	}
	declared := o.Data.Words.Percent(share)
	for _, s := range []string{
		fmt.Sprintf("%s staff · %s declared their ethnicity (%s of %s)", staff, declared, words.Thousands(known), staff),
		fmt.Sprintf("%s staff · %s declared their ethnicity", staff, declared),
		fmt.Sprintf("%s staff · ethnicity known: %s", staff, declared),
	} {
		if theme.Width(s) <= panel.TitleRoom(width) {
			return s
		}
	}
	return staff + " staff"
}
