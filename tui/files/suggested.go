package files

import (
	"fmt"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/meanings"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// suggested is the list of what the labels and columns of a file are near. Each can be left
// out; the others are accepted and saved at once.
type suggested struct {
	theme         theme.Theme
	all           []suggestion
	before        int // changes that were chosen before and are saved with them
	at, top       int
	notice        string
	keys          suggestedKeys
	accept        func([]suggestion) tea.Cmd
	width, height int
}

type suggestedKeys struct {
	panel.CursorKeys                     // Open accepts
	PageUp, PageDown, Toggle, Help, Back key.Binding
}

func newSuggestedKeys() suggestedKeys {
	return suggestedKeys{
		CursorKeys: panel.NewCursorKeys("accept and save them"),
		PageUp:     ask.Bind("pgup", "a page up", "pgup"), PageDown: ask.Bind("pgdn", "a page down", "pgdown"),
		Toggle: ask.Bind("space", "leave it out, or take it", "space"),
		Help:   ask.Bind("?", "all keys", "?", "f1"), Back: ask.Bind("esc", "back, nothing accepted", "esc", "q"),
	}
}

// suggestion is a meaning that is near a column or label, and may be left out.
type suggestion struct {
	meanings.Suggestion
	out bool
}

// offers is the screen as it suggests meanings.
type offers struct{ *Model }

// ask lists what the labels and columns of the file that is open are near.
func (m offers) ask() {
	f := m.fileOpen()
	switch {
	case m.page.part != filePart || f == nil:
		m.notice = m.KeyMap.Suggest.Help().Key + " suggests meanings on the page of a file: Enter opens one"
	case refusal(m.Model) != "":
		m.notice = refusal(m.Model)
	default:
		var all []suggestion
		for _, s := range m.Suggestions(f) {
			all = append(all, suggestion{Suggestion: s})
		}
		if len(all) == 0 {
			m.notice = "nothing here is near enough to a meaning to be suggested: Enter on a label or column lists them all"
			return
		}
		m.show(&suggested{theme: m.data.Theme, all: all, before: len(m.Chosen()), keys: newSuggestedKeys(), accept: m.accept})
	}
}

// accept stages meanings that were suggested, and saves all that is chosen.
func (m offers) accept(all []suggestion) tea.Cmd {
	for _, s := range all {
		m.Choose(s.Item, s.Meaning)
	}
	return m.save()
}

// taken gives the suggestions that were not left out.
func (s *suggested) taken() (all []suggestion) {
	for _, one := range s.all {
		if !one.out {
			all = append(all, one)
		}
	}
	return all
}

// Update takes a key; closed says that the list is answered.
func (s *suggested) Update(msg tea.Msg) (r ask.Request, closed bool, cmd tea.Cmd) {
	k, is := msg.(tea.KeyPressMsg)
	if !is {
		return nil, false, nil
	}
	s.notice = ""
	switch {
	case key.Matches(k, s.keys.Help):
		return ask.Help{Groups: [][]key.Binding{s.bindings()}}, false, nil
	case key.Matches(k, s.keys.Back):
		return nil, true, nil
	case key.Matches(k, s.keys.Toggle):
		s.all[s.at].out = !s.all[s.at].out
	case key.Matches(k, s.keys.Open):
		taken := s.taken()
		if len(taken) == 0 {
			s.notice = "All are left out: space takes one, esc goes back."
			return nil, false, nil
		}
		return nil, true, s.accept(taken)
	default:
		s.move(k)
	}
	return nil, false, nil
}

func (s *suggested) move(k tea.KeyPressMsg) {
	at, page := s.at, max(s.room()-1, 1)
	switch {
	case key.Matches(k, s.keys.PageUp):
		at -= page
	case key.Matches(k, s.keys.PageDown):
		at += page
	default:
		at, _ = s.keys.Move(k, at, len(s.all))
	}
	s.at = max(min(at, len(s.all)-1), 0)
}

func (s *suggested) SetSize(width, height int) { s.width, s.height = width, height }

// Typing: no text is typed here.
func (s *suggested) Typing() bool { return false }

// head says what stands below, and what Enter does.
func (s *suggested) head() []string {
	text := fmt.Sprintf("Enter accepts %d of %s, saves once, and reads the folder again. They hold in every file.", len(s.taken()), words.Count(len(s.all), "suggestion"))
	if s.height < shortScreen {
		text = fmt.Sprintf("Enter accepts %d of %d, for every file.", len(s.taken()), len(s.all))
	}
	if s.before > 0 {
		text += " What you chose before (" + strconv.Itoa(s.before) + ") is saved too."
	}
	return s.wrapped(s.theme.Styles.Title, text, s.height/3)
}

// foot says of the row under the cursor what its line may have no room for.
func (s *suggested) foot() []string {
	one := s.all[s.at]
	said := "The column " + strconv.Quote(one.What)
	if one.Of != "" {
		said = "The label " + strconv.Quote(one.What) + " in " + one.Of
	}
	does := "Space leaves it out."
	if one.out {
		does = "Left out: space takes it."
	}
	said += " means " + one.Meaning + ", by " + meanings.Quoted(one.Words) + ". " + does
	style := s.theme.Styles.Muted
	if s.notice != "" {
		said, style = s.notice, s.theme.Styles.Notice
	}
	const most = 3
	lines := s.wrapped(style, said, most)
	for len(lines) < min(most, s.height/4) {
		lines = append(lines, "")
	}
	return lines
}

func (s *suggested) wrapped(style theme.Style, text string, most int) []string {
	lines := wrapped(s.theme, style, text, s.width)
	return lines[:min(len(lines), max(most, 1))]
}

func (s *suggested) room() int { return max(s.height-len(s.head())-len(s.foot())-1, 1) } // and the heads of the columns

// View fills exactly the box.
func (s *suggested) View() string {
	st, room := s.theme.Styles, s.room()
	s.top = max(min(s.top, s.at, len(s.all)-room), s.at-room+1, 0)
	tb := chart.Table{Cursor: true, Selected: s.at, First: s.top, Count: room, Columns: []chart.Column{
		{Title: "", Style: st.Text}, {Title: "As the file has it", Flex: true, Min: 12, Style: st.Text}, {Title: "Of", Style: st.Muted, Drop: 2},
		{Title: "Means", Flex: true, Min: 12, Style: st.Accent}, {Title: "By", Flex: true, Min: 8, Style: st.Muted, Drop: 1},
	}}
	for _, one := range s.all {
		mark, of := "[x]", one.Of
		if one.out {
			mark = "[ ]"
		}
		if of == "" {
			of = "a column"
		}
		tb.Rows = append(tb.Rows, []string{mark, one.What, of, one.Meaning, meanings.Quoted(one.Words)})
	}
	head, rows := tb.Lines(s.theme, s.width)
	lines := append(s.head(), head...)
	for _, row := range rows {
		lines = append(lines, row[:1]...)
	}
	foot := s.foot()
	for len(lines) < s.height-len(foot) {
		lines = append(lines, "")
	}
	return panel.Fill(append(lines[:max(s.height-len(foot), 0)], foot...), s.width, s.height)
}

func (s *suggested) bindings() []key.Binding {
	k := s.keys
	return []key.Binding{k.Toggle, k.Open, k.Up, k.Down, k.First, k.Last, k.PageUp, k.PageDown, k.Help, k.Back}
}

// ShortHelp gives the keys that matter most.
func (s *suggested) ShortHelp() []key.Binding {
	return []key.Binding{s.keys.Open, s.keys.Toggle, s.keys.Back, s.keys.Down, s.keys.Help}
}
