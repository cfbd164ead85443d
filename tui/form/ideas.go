package form

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan/ideas"
)

// ideaList is what others did, to choose from while it is open.
type ideaList struct {
	all  []ideas.Idea
	of   []string // the indicators
	open bool
	at   int
}

// show fills the list with the ideas for what the action serves, unless it has them already.
func (l *ideaList) show(ids []string) {
	if strings.Join(ids, " ") == strings.Join(l.of, " ") && l.all != nil {
		return
	}
	l.of, l.all, l.at = ids, ideas.For(ids), 0
}

// title names the list.
func (l ideaList) title() string {
	if len(l.of) == 0 {
		return "Ideas"
	}
	return "Ideas for " + strings.Join(l.of, ", ")
}

// ideaKey does what a key stands for while the list is open. Any other closes the list and
// goes on to the text.
func (f *Model) ideaKey(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	l := &f.list
	switch {
	case key.Matches(msg, f.KeyMap.Up):
		l.at = max(l.at-1, 0)
	case key.Matches(msg, f.KeyMap.Down):
		l.at = max(min(l.at+1, len(l.all)-1), 0)
	case key.Matches(msg, f.KeyMap.Enter):
		l.open = false
		return f.take(), true
	case key.Matches(msg, f.KeyMap.Leave, f.KeyMap.Ideas):
		l.open = false
	default:
		l.open = false
		return nil, false
	}
	return nil, true
}

// take puts the idea under the cursor into the words of the action, behind what is there.
func (f *Model) take() tea.Cmd {
	f.Focused = f.first
	ff := &f.Fields[f.Focused]
	text := f.list.all[f.list.at].Text
	if before := strings.TrimRight(ff.Text(), " \n"); before != "" {
		text = before + "\n" + text
	}
	if tooLong(text) == nil {
		ff.replace(text)
	}
	return f.Focus()
}
