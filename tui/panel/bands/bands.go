// Package bands is the panel of the workforce, indicator 1: the make-up of each pay band
// or cluster of a staff category. The indicator goes in; a panel comes out. bands.go holds
// what the user chose and where the cursor is; view.go names the ways to look at it, which
// shares.go and years.go draw; finding.go and detail.go say it in words; layout.go puts
// all of it into panes.
package bands

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/whatif"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// badgeOfNote marks what the source notes of its rows by band, such as "illustrative".
const badgeOfNote = theme.Hollow

// bands is the panel of the workforce: the make-up of each pay band.
type bands struct {
	scene
	board
	keys   []binding
	cursor panel.CursorKeys
	on     post   // the post under the cursor, to find it again in another year
	inside inside // its page
}

// scene is what is to be seen: the staff of a snapshot as the user chose to look at them.
type scene struct {
	page  panel.IndicatorPage // what all indicators have: data, benchmarks, cautions, notes
	look  look
	staff staff
	// findings are those on the workforce in the selected year, which are asked for once.
	findings []findings.Finding
	instead  string // what stands in the place of a picture
	at       int    // the post under the cursor, among those of the staff
}

// look is what the user chose to see.
type look struct {
	view     view
	clusters bool
	category *model.StaffCategory // nil: the one with most staff
}

// binding is a key that changes what the panel shows.
type binding struct {
	key.Binding
	press func()
}

// New makes the panel of the workforce.
func New(ind *indicator.Indicator) panel.Panel {
	b := &bands{scene: scene{page: panel.NewIndicatorPage(ind)}, cursor: panel.NewCursorKeys("look inside"), inside: inside{Page: panel.NewPage()}}
	b.board.scene = &b.scene
	b.cursor.First.SetKeys("home")
	b.cursor.Last.SetKeys("end")
	on := func(k, does string, press func()) binding {
		return binding{ask.Bind(k, does, k), press}
	}
	b.keys = []binding{
		on("c", "years", func() { b.look.view = b.look.view.after() }),
		on("h", "heat map", func() { b.look.view = b.look.view.toggled(heat) }),
		on("b", "bands/clusters", func() { b.look.clusters = !b.look.clusters }),
		on("s", "staff category", b.nextCategory),
		on("v", "headcount", func() { b.look.view = b.look.view.toggled(heads) }),
		on("g", "groups", func() { b.look.view = b.look.view.grouped(b.staff.figure.Ethnicities != nil) }),
	}
	return b
}

// Title gives the number and the short name.
func (b *bands) Title() string { return b.page.Title() }

// SetData takes a snapshot and prepares the panes.
func (b *bands) SetData(d panel.Data) {
	b.page.Data, b.findings = d, d.FindingsOn(b.page.Indicator.ID, d.Year)
	b.prepare()
}

// SetSize takes the size of the box and prepares the panes for it.
func (b *bands) SetSize(width, height int) {
	b.width, b.height = max(width, 0), max(height, 0)
	b.show()
}

// show prepares the panes after a key or another size, with the cursor in sight.
func (b *bands) show() {
	b.prepare()
	if len(b.columns) > 0 {
		b.top = b.follow(b.top)
	}
}

// prepare settles what is shown, finds the post that the cursor was on, and puts all into
// panes.
func (b *bands) prepare() {
	b.staff = staffOf(b.page.Data, b.page.Indicator.ID, b.look.category, b.look.clusters)
	b.staff.findings = b.findings
	b.instead = ""
	if b.staff.figure != nil {
		b.instead = b.look.view.settle(&b.staff)
	}
	b.at = b.find()
	b.still, b.longest = nil, 0
	b.arrange()
	b.fill()
}

// find gives the place of the post that the cursor is on: of the band itself, of its
// cluster, or of the lowest band of it.
func (b *bands) find() int {
	if b.page.Data.Results == nil {
		return 0
	}
	clusters := b.page.Data.Results.Settings.Clusters
	for _, same := range []func(post) bool{
		func(p post) bool { return p == b.on },
		func(p post) bool { return p.cluster != 0 && p.cluster == clusters[b.on.band] },
		func(p post) bool { return b.on.cluster != 0 && clusters[p.band] == b.on.cluster },
	} {
		if i := slices.IndexFunc(b.staff.posts, same); i >= 0 {
			return i
		}
	}
	return 0
}

// post is the band or cluster under the cursor; false where there is none.
func (b *scene) post() (post, bool) {
	if b.instead != "" || b.at >= len(b.staff.posts) {
		return post{}, false
	}
	return b.staff.posts[b.at], true
}

// told is the finding above the picture: of the bands, or where all years are shown of
// how all staff moved.
func (b *scene) told() *findings.Finding {
	if trend := b.staff.trend(); b.look.view.allYears() && trend != nil {
		return trend
	}
	return b.staff.finding()
}

// Keeps takes Esc on the page of a band, and while something else than the shares is
// shown: it comes back to them.
func (b *bands) Keeps(pressed tea.KeyPressMsg) bool {
	return pressed.String() == "esc" && (b.inside.open || b.look.view != shares || b.look.clusters)
}

// Update handles the keys that move the cursor, scroll, and change what is shown.
func (b *bands) Update(msg tea.Msg) ask.Request {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok || b.page.Data.Results == nil || b.staff.figure == nil {
		return nil
	}
	if len(b.staff.years) == 0 { // none has bands to be looked at in another way
		b.scrolled(pressed)
		return panel.OfFigure(b.page.Data, b.page.Indicator.ID, plan.Bands{}, pressed)
	}
	if b.inside.open {
		if asked, done := b.pressedInside(pressed); done {
			return asked
		}
	}
	for _, k := range b.keys {
		if key.Matches(pressed, k.Binding) {
			k.press()
			b.show()
			return nil
		}
	}
	switch {
	case b.Keeps(pressed):
		b.look.view, b.look.clusters = shares, false
		b.show()
		return nil
	case key.Matches(pressed, b.cursor.Open):
		b.lookInside()
		return nil
	case b.scrolled(pressed):
		return nil
	}
	if at, moved := b.cursor.Move(pressed, b.at, len(b.staff.posts)); moved {
		by := 1
		if key.Matches(pressed, b.cursor.Last) {
			by = len(b.body)
		}
		b.move(at, by)
		return nil
	}
	if key.Matches(pressed, whatIfKey()) {
		return b.whatIf()
	}
	return panel.OfFigure(b.page.Data, b.page.Indicator.ID, b.under(), pressed)
}

// move puts the cursor on a post. At the last one the page goes on below it, by so many
// lines.
func (b *bands) move(at, by int) {
	if at == b.at && at == len(b.staff.posts)-1 && at > 0 {
		b.top = b.within(b.top + by)
		return
	}
	b.at = at
	b.on = b.staff.posts[at]
	b.arrange()
	b.top = b.follow(b.top)
}

// scrolled turns the page without moving the cursor.
func (b *bands) scrolled(pressed tea.KeyPressMsg) bool {
	if len(b.columns) == 0 {
		return false
	}
	_, page := b.columns[0][0].Room()
	switch pressed.String() {
	case "pgdown", "space":
		b.top = b.within(b.top + max(panel.Fold(b.body, b.parts, b.top, page)-1, 1))
	case "pgup":
		b.top = b.within(b.top - page + 1)
	case "ctrl+d":
		b.top = b.within(b.top + page/2)
	case "ctrl+u":
		b.top = b.within(b.top - page/2)
	default:
		return false
	}
	return true
}

func whatIfKey() key.Binding { return ask.Bind("w", "what if", "w") }

// whatIf says what it would take for the band under the cursor to have another share. Of
// few staff, whose share is not said, it says nothing.
func (b *bands) whatIf() ask.Request {
	s := &b.staff
	at, ok := b.post()
	if !ok || !s.reported() {
		return ask.Notice{Text: "the figures of " + b.page.Data.Year.String() + " do not say what it would take"}
	}
	name, row := s.named(at), s.row(s.figure, at)
	if rest, numbered := strings.CutPrefix(name, "Band"); numbered {
		name = "band" + rest
	}
	if row != nil && row.Hidden.Share() {
		return ask.Notice{Text: "this band is hidden to protect people: P shows the full figures"}
	}
	if _, ok := s.value(row); !ok {
		return ask.Notice{Text: "too few staff, or no counts, to say what it would take"}
	}
	steps := whatif.OfBand(b.page.Data.Words, b.page.Data.Results, b.page.Indicator, s.figure, row, name)
	if len(steps) == 0 {
		return ask.Notice{Text: "the figures of " + s.figure.Year.String() + " do not say what it would take"}
	}
	return ask.Steps{Title: fmt.Sprintf(" %s, %s: what it would take", s.named(at), s.figure.Year), Steps: steps, Key: "w"}
}

// under names the bands under the cursor; the zero Bands where there are no figures.
func (b *bands) under() plan.Bands {
	at, ok := b.post()
	if !ok || !b.staff.reported() {
		return plan.Bands{}
	}
	of := plan.Bands{Category: b.staff.category, First: at.band, Last: at.band}
	if at.cluster != 0 {
		in := b.staff.clustered(at.cluster)
		of.First, of.Last = slices.Min(in), slices.Max(in)
	}
	return of
}

func (b *bands) nextCategory() {
	if n := len(b.staff.categories); n > 1 {
		next := b.staff.categories[(slices.Index(b.staff.categories, b.staff.category)+1)%n]
		b.look.category = &next
		b.top = 0
	}
}

// ShortHelp lists what the footer shows: the keys of this panel first.
func (b *bands) ShortHelp() []key.Binding {
	if k := newInsideKeys(); b.inside.open {
		return append([]key.Binding{k.back, k.step}, panel.FigureKeys()...)
	}
	if len(b.staff.years) == 0 {
		return panel.FigureKeys()
	}
	first := b.cursor.Open
	if b.look.view != shares || b.look.clusters {
		first = ask.Bind("esc", "back", "esc")
	}
	keys := append([]key.Binding{first}, b.bindings()...)
	if b.width < panel.BoxedWidth { // where each has no room of its own
		keys = together(keys, "views", "b", "v", "g")
	}
	if _, ok := b.post(); !ok {
		return append(slices.DeleteFunc(keys, func(k key.Binding) bool { return k.Keys()[0] == b.cursor.Open.Keys()[0] }), panel.FigureKeys()...)
	}
	return append(append(keys, whatIfKey()), panel.FigureKeys()...)
}

// together makes one binding of those that have some keys.
func together(keys []key.Binding, does string, of ...string) (all []key.Binding) {
	for _, k := range keys {
		switch i := slices.Index(of, k.Keys()[0]); {
		case i < 0:
			all = append(all, k)
		case i == len(of)-1:
			all = append(all, ask.Bind(strings.Join(of, " "), does, of...))
		}
	}
	return all
}

// FullHelp lists every key of the panel.
func (b *bands) FullHelp() [][]key.Binding {
	moves := []key.Binding{b.cursor.Up, b.cursor.Down, b.cursor.First, b.cursor.Last, ask.Bind("pgdn", "page down", "pgdown", "space"), b.cursor.Open, whatIfKey()}
	moves = append(moves, ask.Bind("← →", "inside a band: another band", newInsideKeys().step.Keys()...))
	return [][]key.Binding{b.bindings(), append(moves, panel.FigureKeys()...)}
}

func (b *bands) bindings() []key.Binding {
	var all []key.Binding
	for _, k := range b.keys {
		if k.Keys()[0] == "s" && len(b.staff.categories) < 2 {
			continue
		}
		all = append(all, k.Binding)
	}
	return all
}

// View draws the panes in exactly the box.
func (b *bands) View() string {
	if b.width <= 0 || b.height <= 0 {
		return ""
	}
	if b.inside.open {
		return b.inside.View()
	}
	if len(b.columns) == 0 {
		d := b.page.Data
		text := d.Reading()
		if d.Results != nil {
			text = b.page.NoYear()
		}
		pane := panel.Pane{Title: b.Title(), Lines: panel.Wrap(d.Theme, text, max(b.width-4, 1), d.Theme.Styles.Text)}
		for i := range pane.Lines {
			pane.Lines[i] = panel.Margin(b.width) + pane.Lines[i]
		}
		return strings.Join(pane.Draw(d.Theme, b.width, b.height), "\n")
	}
	return strings.Join(b.drawn(), "\n")
}

// Compose gives the lines of all panes, also those that are scrolled out of sight.
func (b *bands) Compose() []string {
	if len(b.columns) == 0 {
		return strings.Split(b.View(), "\n")
	}
	if b.inside.open {
		return b.inside.lines
	}
	title := cmp.Or(b.columns[0][0].Title, b.Title())
	all := append([]string{title}, b.body...)
	for i, column := range b.columns {
		for j, p := range column {
			if i+j > 0 { // the first is the page
				all = append(append(all, p.Title), p.Lines...)
			}
		}
	}
	return all
}
