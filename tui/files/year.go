package files

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"wres/model/meanings"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// years is the screen as it takes the year of a file.
type years struct{ *Model }

// ask asks for the year of the file that is open, unless its rows say theirs: what is set
// here never overrides them. What was set can be taken back all the same.
func (m years) ask() tea.Cmd {
	f := m.fileOpen()
	switch {
	case m.page.part != filePart || f == nil:
		m.notice = m.KeyMap.Year.Help().Key + " sets the year of a file on its page: Enter opens one"
	case refusal(m.Model) != "":
		m.notice = refusal(m.Model)
	default:
		_, why := m.YearOf(f)
		if why == "" {
			return m.askOf(f.Written, f.Name)
		}
		m.notice = why
	}
	return nil
}

// askOf asks for the year of a file by its name.
func (m years) askOf(written, name string) tea.Cmd {
	before := m.data.Report.Mapping.Years[written]
	y := &yearLine{theme: m.data.Theme, clean: m.data.Clean, name: m.data.Clean(name), before: before, line: theme.NewInput(m.data.Theme), keys: newYearKeys()}
	y.set = func(year string) tea.Cmd {
		if came := m.Choose(meanings.Item{Table: source.YearsTable, Written: written, Now: before}, year); len(m.Staged) == 0 {
			m.notice = chosen[came]
		}
		return m.save()
	}
	y.line.SetValue(before)
	y.line.CursorEnd()
	m.show(y)
	return y.line.Focus()
}

// yearLine is a line in which the year of a file is typed.
type yearLine struct {
	theme         theme.Theme
	clean         func(string) string
	name          string // of the file
	before        string // the year that is set
	line          textinput.Model
	wrong         string
	keys          yearKeys
	set           func(year string) tea.Cmd // "": none any more
	width, height int
}

type yearKeys struct{ Save, Back key.Binding }

func newYearKeys() yearKeys {
	return yearKeys{Save: ask.Bind("enter", "save it, and read again", "enter"), Back: ask.Bind("esc", "back", "esc")}
}

// Update takes what is typed; closed says that the line is answered or given up.
func (y *yearLine) Update(msg tea.Msg) (r ask.Request, closed bool, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, y.keys.Back):
			return nil, true, nil
		case key.Matches(msg, y.keys.Save):
			typed := strings.TrimSpace(y.line.Value())
			if typed == "" && y.before == "" {
				y.wrong = "Type a year, or Esc to go back."
				return nil, false, nil
			}
			year := ""
			if year, y.wrong = meanings.Year(typed); y.wrong != "" {
				return nil, false, nil
			}
			return nil, true, y.set(year)
		}
	case tea.PasteMsg:
		msg.Content = panel.Pasted(msg.Content, y.clean)
		y.line, cmd = y.line.Update(msg)
		return nil, false, cmd
	}
	y.wrong = ""
	y.line, cmd = y.line.Update(msg)
	return nil, false, cmd
}

func (y *yearLine) SetSize(width, height int) {
	y.width, y.height = width, height
	y.line.SetWidth(max(width-len(yearLabel)-2, 1))
}

const yearLabel = " Year: "

// Typing: digits and letters are text.
func (y *yearLine) Typing() bool { return true }

// View fills exactly the box.
func (y *yearLine) View() string {
	st := y.theme.Styles
	var lines []string
	say := func(style theme.Style, text string) { lines = append(lines, wrapped(y.theme, style, text, y.width)...) }
	say(st.Title, "Of which WRES year are all rows of "+strconv.Quote(y.name)+"?")
	lines = append(lines, st.Key.Render(yearLabel)+y.line.View())
	if y.wrong != "" {
		say(st.Notice, y.wrong)
	}
	if y.before != "" {
		say(st.Muted, "It was set to "+y.before+". An empty line takes that back.")
	}
	say(st.Muted, "2024, or 2023/24, is the year that ends on 31 March 2024. It goes before a year in the file's name, and never before one that a row says.")
	return panel.Fill(lines, y.width, y.height)
}

// ShortHelp gives the keys.
func (y *yearLine) ShortHelp() []key.Binding { return []key.Binding{y.keys.Save, y.keys.Back} }
