package panel

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/findings"
	"wres/model/plan"
	"wres/tui/theme"
)

// NoAction says that none answers a finding, and on what a key starts one.
func NoAction(on string) string { return "No action answers it: a starts one" + on + "." }

// actionText is an action by its number, who leads it and by when, and how late it is or
// what became of it. Style is that of the latter.
func actionText(d Data, a plan.Action) (text, lead, due, state string, style theme.Style) {
	if due = d.Line(a.Deadline); a.Due().HasDate() {
		due = "due " + due
	}
	state, style = findings.Lateness(a.Due(), d.Today), d.Theme.Styles.Muted
	switch {
	case a.Closed():
		state = d.Line(a.Status)
	case a.Overdue(d.Today):
		style = d.Theme.Styles.Notice
	case state == "":
		state = "no day"
	}
	return "Action " + Joined([]string{d.Line(a.Number), d.Line(a.Text)}, ": "), d.Line(a.Lead), due, state, style
}

// ActionLines gives a line to each action, cut to the width.
func ActionLines(d Data, actions []plan.Action, width int) []string {
	t := d.Theme
	var lines []string
	for _, a := range actions {
		start, lead, _, state, style := actionText(d, a)
		end := ansi.Truncate(t.Text(Joined([]string{lead, state}, " · ")), max(width/2, 1), t.Glyphs.Ellipsis)
		start = Cut(t, start, max(width-theme.Width(end)-2, 1))
		lines = append(lines, t.Styles.Text.Render(start)+"  "+style.Render(end))
	}
	return lines
}

// Cut is as much of a text as a width has room for: whole words, unless that would leave
// less than half of it.
func Cut(t theme.Theme, text string, width int) string {
	text = t.Text(text)
	if theme.Width(text) <= width {
		return text
	}
	room := width - theme.Width(t.Glyphs.Ellipsis)
	kept := ansi.Truncate(text, max(room, 0), "")
	if at := strings.LastIndex(kept, " "); at >= width/2 && !strings.HasPrefix(text[len(kept):], " ") {
		kept = kept[:at]
	}
	return ansi.Truncate(strings.TrimRight(kept, " ,:;")+t.Glyphs.Ellipsis, max(width, 0), "")
}

// Actions writes the actions that answer a finding in full, those that are done or given up
// as their number. On is what an action is on that is started here: " on the band under the
// cursor"; "": on the finding.
func (c *Column) Actions(f *findings.Finding, on string) {
	if f == nil || len(f.Actions) == 0 {
		c.Say(c.Styles().Text, NoAction(on))
		return
	}
	open := f.Open()
	for _, a := range open {
		text, lead, due, state, style := actionText(c.Data, a)
		c.Item(c.Data.Theme.Glyphs.Bullet, c.Styles().Muted, c.Styles().Text, text)
		c.Item(" ", style, style, Joined([]string{lead, due, state}, " · "))
	}
	if closed := len(f.Actions) - len(open); closed > 0 {
		c.Say(c.Styles().Muted, fmt.Sprintf("%d more %s done or given up.", closed, Plural(closed, "is", "are")))
	}
}
