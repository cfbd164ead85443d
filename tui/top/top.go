// Package top draws the first two lines of the app: whose figures these are and how they are
// looked at, and the tabs of the panels with what waits for the user. The snapshot of the app
// goes in; lines of exactly the width of the window come out, and the tab at a column of them.
package top

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Bar is the first line: whose figures these are, of which year and how they are looked at,
// and whether all is saved.
type Bar struct {
	Data  panel.Data
	State string // of what is kept
	Bad   bool   // it needs the user
	Width int
}

// Fitting gives the long one of two texts where it leaves room for the name and the year.
func (b Bar) Fitting(long, short string) string {
	if theme.Width(b.name())+theme.Width(long)+12 <= b.Width {
		return long
	}
	return short
}

func (b Bar) name() string {
	if b.Data.Results == nil {
		return "wres"
	}
	return b.Data.Results.Organisation
}

// chips lists what stands behind the name, in the most words first.
func (b Bar) chips() [][]string {
	r := b.Data.Results
	if r == nil {
		return [][]string{nil}
	}
	day, year := b.Data.Year.Snapshot(), b.Data.Year.String()
	if b.Data.Year == 0 {
		day, year = "no figures yet", "no figures"
	}
	var example, brief, internal, public []string
	if r.Example {
		example, brief = []string{"example data"}, []string{"example"}
	}
	switch {
	case r.Publication:
		internal, public = []string{inview.Name(b.Data.Words)}, []string{"public"}
	case inview.Internal(r, b.Data.Year, true) != "":
		internal = []string{"internal"}
	}
	with := func(first string, more ...[]string) []string {
		all := []string{first}
		for _, m := range more {
			all = append(all, m...)
		}
		return all
	}
	return [][]string{
		with(day, example, internal), with(day, brief, internal), with(year, brief, internal),
		with(year, brief, public), with(year, public), // never without the view, where it is not the full one
	}
}

// Draw keeps the name in place longest: the chips get fewer and shorter before it is cut.
func (b Bar) Draw() string {
	t := b.Data.Theme
	bar, style := t.Styles.Bar, t.Styles.BarSaved
	if b.Bad {
		style = t.Styles.Error
	}
	name := t.Text(b.name())
	choices := b.chips()
	chips := choices[len(choices)-1]
	room := b.Width - 4 - min(theme.Width(name), b.Width/3) - widthOf(chips)
	state := ansi.Truncate(t.Text(b.State), max(room, 0), t.Glyphs.Ellipsis)
	right := theme.Width(state) + 2
	for _, c := range choices {
		if 2+theme.Width(name)+widthOf(c)+right <= b.Width {
			chips = c
			break
		}
	}
	name = ansi.Truncate(name, max(b.Width-2-widthOf(chips)-right, 0), t.Glyphs.Ellipsis)
	left := bar.Render(" ") + t.Styles.BarTitle.Render(name) + bar.Render(" ")
	for _, c := range chips {
		left += bar.Render(" ") + t.Chip(t.Styles.BarChip, bar, c)
	}
	return t.Spread(bar, left, bar.Render(" ")+style.Render(state)+bar.Render(" "), b.Width)
}

// widthOf is how many cells chips take with the space before each.
func widthOf(chips []string) int {
	n := 0
	for _, c := range chips {
		n += theme.Width(c) + 3
	}
	return n
}

// Tab is a panel with the key that opens it.
type Tab struct {
	Key   string
	Name  string
	Abbr  string // of the name, where there is little room
	Group string // of tabs that stand as one where there is less; "": none
}

// Tabs is the second line: the panels, and at its end what waits for the user.
type Tabs struct {
	Data   panel.Data
	Tabs   []Tab
	Active int // None: what stands over them is shown
}

// None is no tab.
const None = -1

// naming is how much the tabs say.
type naming struct {
	name   func(e Tab, active bool) string // "": the key alone
	merged bool                            // three or more of a group stand as one
	close  bool                            // a cell between them and not two
	alerts int                             // which of the alerts' wordings; more: none
}

func full(e Tab, _ bool) string { return e.Name }

func abbreviated(e Tab, _ bool) string { return cmp.Or(e.Abbr, e.Name) }

// cutTo is abbreviated to so many letters.
func cutTo(letters int) func(Tab, bool) string {
	return func(e Tab, active bool) string {
		return strings.TrimSpace(ansi.Truncate(strings.TrimSuffix(abbreviated(e, active), "."), letters, ""))
	}
}

// onlyActive names the tab that is open.
func onlyActive(name func(Tab, bool) string) func(Tab, bool) string {
	return func(e Tab, active bool) string {
		if !active {
			return ""
		}
		return name(e, active)
	}
}

// namings lists them from the fullest to the barest. The width from which all tabs are
// named is that of a window of 60 columns.
func namings() []naming {
	return []naming{
		{full, false, false, 0}, {full, false, false, 1}, {full, false, true, 1},
		{abbreviated, false, true, 1}, {abbreviated, false, true, 2}, {abbreviated, true, true, 1}, {abbreviated, true, true, 2},
		{cutTo(8), true, true, 2}, {cutTo(5), true, true, 2}, {cutTo(4), true, true, 2}, {cutTo(4), true, true, 3}, {cutTo(3), true, true, 3},
		{onlyActive(full), false, false, 2}, {onlyActive(full), false, true, 3}, {onlyActive(abbreviated), false, true, 3},
		{onlyActive(cutTo(0)), false, true, 3}, {onlyActive(cutTo(0)), false, true, 4},
	}
}

// Draw gives the first naming that the width holds, and where there is none the keys
// around the tab that is open.
func (l Tabs) Draw(width int) string {
	if line, _, ok := l.named(width); ok {
		return line
	}
	if l.Active == None {
		l.Active = 0 // the first ones
	}
	return panel.Padded(l.around(width), width)
}

// named draws the first naming that a width holds; false: none is.
func (l Tabs) named(width int) (line string, n naming, ok bool) {
	for _, n := range namings() {
		tabs, alerts := l.tabs(n), l.alerts(n.alerts)
		if gap := width - theme.Width(tabs) - theme.Width(alerts); gap >= 0 {
			return tabs + strings.Repeat(" ", gap) + alerts, n, true
		}
	}
	return "", naming{}, false
}

// Under gives the key of the tab at a column of the line, of several that of the first; "":
// there is none.
func (l Tabs) Under(x, width int) string {
	line, n, drawn := l.named(width)
	if !drawn {
		return ""
	}
	line = ansi.Strip(line)
	from := 0
	for _, tab := range l.listed(n) {
		text := l.Data.Theme.Text(strings.TrimSpace(tab.key + " " + tab.name))
		at := strings.Index(line[from:], text)
		if at < 0 {
			return ""
		}
		begin := theme.Width(line[:from+at])
		if from += at + len(text); x >= begin && x < begin+theme.Width(text) {
			first, _, _ := strings.Cut(tab.key, "-")
			return first
		}
	}
	return ""
}

// tab is one that is drawn: of a panel, or of several.
type tab struct {
	key, name string
	active    bool
}

func (l Tabs) listed(n naming) []tab {
	var all []tab
	for i := 0; i < len(l.Tabs); {
		e, to := l.Tabs[i], i+1
		for n.merged && e.Group != "" && to < len(l.Tabs) && l.Tabs[to].Group == e.Group {
			to++
		}
		if to-i >= 3 { // whichever of them is open, so that no tab moves
			active := l.Active >= i && l.Active < to
			all = append(all, tab{e.Key + "-" + l.Tabs[to-1].Key, n.name(Tab{Name: e.Group}, active), active})
			i = to
			continue
		}
		all = append(all, tab{e.Key, n.name(e, i == l.Active), i == l.Active})
		i++
	}
	return all
}

// tabs draws them with a cell on each side, which the ends of the active one's chip take.
func (l Tabs) tabs(n naming) string {
	t := l.Data.Theme
	var b strings.Builder
	owed := true // a space before the next one
	for _, tab := range l.listed(n) {
		text := strings.TrimSpace(tab.key + " " + tab.name)
		switch {
		case tab.active:
			b.WriteString(t.Chip(t.Styles.ActiveTab, theme.Style{}, text))
			owed = !n.close
			continue
		case owed:
			b.WriteByte(' ')
		}
		b.WriteString(t.Styles.Key.Render(tab.key))
		if tab.name != "" {
			b.WriteString(t.Styles.KeyText.Render(" " + t.Text(tab.name)))
		}
		if owed = true; !n.close {
			b.WriteByte(' ')
		}
	}
	if owed && n.close { // which the chip of the last one takes
		b.WriteByte(' ')
	}
	return b.String()
}

// around draws the keys around the tab that is open, and marks the sides on which there
// are more.
func (l Tabs) around(width int) string {
	t := l.Data.Theme
	all := l.listed(naming{name: onlyActive(cutTo(0))})
	left, right := t.Styles.Muted.Render(t.Glyphs.ArrowLeft+" "), t.Styles.Muted.Render(" "+t.Glyphs.ArrowRight)
	for from, to := 0, len(all); ; {
		shown := Tabs{l.Data, l.Tabs[from:to], l.Active - from}
		line := shown.tabs(naming{name: onlyActive(cutTo(0)), close: false})
		if from > 0 {
			line = left + line
		}
		if to < len(all) {
			line += right
		}
		before, after := l.Active-from, to-1-l.Active
		switch {
		case theme.Width(line) <= width || before+after == 0:
			return line
		case before > after:
			from++
		default:
			to--
		}
	}
}

// wordings are how many ways an alert is said in, each shorter than the one before; from
// shortAlerts on they stand close together.
const (
	wordings    = 4
	shortAlerts = 2
)

// alert is something that waits for the user, and the key that leads to it.
type alert struct {
	wording [wordings][2]string // the key, or "" where it stands beside the tab; the words
	style   theme.Style
}

// alerts draws what of the plan is late and what there is to check in the files, in one
// of their wordings.
func (l Tabs) alerts(wording int) string {
	t := l.Data.Theme
	var parts []string
	for _, a := range alertsOf(l.Data) {
		if wording >= wordings {
			return ""
		}
		key, said := a.wording[wording][0], a.wording[wording][1]
		if key != "" && wording < wordings-1 {
			said = " " + said
		}
		parts = append(parts, t.Styles.Key.Render(key)+a.style.Render(t.Text(said)))
	}
	switch {
	case len(parts) == 0:
		return ""
	case wording >= shortAlerts:
		return strings.Join(parts, " ")
	}
	return strings.Join(parts, "  ") + " "
}

func alertsOf(d panel.Data) []alert {
	var all []alert
	if n := len(plan.Overdue(d.Plan.Actions(), d.Today)); n > 0 {
		late := fmt.Sprintf("%d late", n)
		all = append(all, alert{[wordings][2]string{
			{"p", fmt.Sprintf("%d of %s late", n, panel.Counted(d.Plan.Len(), "action"))}, {"p", late}, {"", late}, {"p", strconv.Itoa(n) + "!"},
		}, d.Theme.Styles.Notice})
	}
	waiting, n := filesWait(d)
	if n == 0 {
		return all
	}
	style := d.Theme.Styles.Notice
	if d.Report.Errors()+d.Report.NotUsed() > 0 {
		style = d.Theme.Styles.Wrong
	}
	number := words.Thousands(n)
	return append(all, alert{[wordings][2]string{{"f", strings.Join(waiting, ", ")}, {"f", number + " to check"}, {"f", number}, {"f", number + "!"}}, style})
}

// filesWait says what of the files waits for the user, and how much that is.
func filesWait(d panel.Data) (what []string, n int) {
	r := d.Report
	errors := r.Errors()
	for _, part := range []struct {
		n    int
		word string
		more string
	}{
		{errors, "error", ""}, {r.Notices(), "notice", ""},
		{r.NotUsed(), "file", " not used"}, {r.NotMapped(), "label", " not mapped"},
	} {
		if part.n > 0 {
			what = append(what, panel.Counted(part.n, part.word)+part.more)
			n += part.n
		}
	}
	return what, n
}

// TooSmall is all that a window says which is too small for anything else: what
// becomes of text that is saved nowhere, and whether the journal has it.
func TooSmall(unsaved, journalled bool) string {
	s := "This window is too small for wres. It needs 40 columns and 12 lines. "
	switch {
	case !unsaved:
		return s + "q quits."
	case journalled:
		return s + "Your text is kept: make the window larger. Ctrl+C twice quits, and the next start offers it again."
	}
	return s + "Your text is kept: make the window larger. Ctrl+C twice quits and loses it."
}
