package files

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"wres/model"
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
	case f.Written == "":
		m.notice = "the name of the file is not in Unicode, so nothing can be set for it: rename it"
	case m.data.Report.Mapping.Years[f.Written] != "":
		return m.askOf(f.Written, f.Name)
	case f.Year.By == source.YearByRows:
		m.notice = "its rows say themselves which year they are of, and a year set here would not change that: mend them, or leave out the column"
	case f.Outcome == source.Refused:
		m.notice = "the file cannot be read: a year would not change that"
	default:
		return m.askOf(f.Written, f.Name)
	}
	return nil
}

// askOf asks for the year of a file by its name.
func (m years) askOf(written, name string) tea.Cmd {
	before := m.data.Report.Mapping.Years[written]
	y := &yearLine{theme: m.data.Theme, clean: m.data.Clean, name: m.data.Clean(name), before: before, line: theme.NewInput(m.data.Theme), keys: newYearKeys()}
	y.set = func(year string) tea.Cmd {
		if said := m.choose(item{table: source.YearsTable, written: written, now: before}, year); len(m.staged) == 0 {
			m.notice = said
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
			if year, y.wrong = wresYear(typed); y.wrong != "" {
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

// wresYear reads a year as it is saved, or says what is wrong with it; "" stays so.
func wresYear(typed string) (year, wrong string) {
	if typed == "" {
		return "", ""
	}
	y, whole, err := model.ParseYear(typed)
	switch {
	case err != nil || !y.Valid():
		return "", "That is not a year: type 2024 or 2023/24."
	case !whole:
		return "", fmt.Sprintf("That is a day or month of WRES year %s: type %s if that is meant.", y, y)
	}
	return y.String(), ""
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
