package palette

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/theme"
)

func same(s string) string { return s }

// some are lines of several kinds, as an app has them.
func some() []Line {
	var all []Line
	for _, l := range [][3]string{
		{"Years", "on 1 Bands", "1 c"}, {"Bands 8c to VSM, 9.0%", "finding · clear", "1"}, {"Band 8c", "band", "1"},
		{"Save", "anywhere", "ctrl+s"}, {"What the publication view hides", "anywhere", "H"}, {"Row above", "here", "↑"},
	} {
		all = append(all, Line{l[0], l[1], l[2], ask.Notice{Text: l[0]}})
	}
	return all
}

func listed(charset theme.Charset, width, height int, lines []Line) *Model {
	m := New(theme.New("", true, charset, colorprofile.NoTTY), same, lines)
	m.SetSize(width, height)
	return m
}

func typed(m *Model, text string) {
	for _, r := range text {
		m.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func names(m *Model) (all []string) {
	for _, i := range m.shown {
		all = append(all, m.lines[i].Name)
	}
	return all
}

// A few letters of each word find a line, in the order of the words or in another, and the
// keys of a line do.
func TestTypedFinds(t *testing.T) {
	for text, want := range map[string]string{
		"band":      "Band 8c",
		"vsm band":  "Bands 8c to VSM, 9.0%",
		"fin clear": "Bands 8c to VSM, 9.0%",
		"pub":       "What the publication view hides",
		"1 c":       "Years",
		"ctrl+s":    "Save",
		"":          "Years",
		"  SAV ":    "Save",
	} {
		m := listed(theme.Full, 80, 20, some())
		typed(m, text)
		if got := names(m); len(got) == 0 || got[0] != want {
			t.Errorf("%q finds %q first, not %q", text, got, want)
		}
	}
	m := listed(theme.Full, 80, 20, some())
	typed(m, "zzqx")
	if !strings.Contains(ansi.Strip(m.View()), ": zzqx ") {
		t.Errorf("what is typed is not on the screen:\n%s", ansi.Strip(m.View()))
	}
	if len(m.shown) != 0 || !strings.Contains(ansi.Strip(m.View()), "Nothing is called that") {
		t.Errorf("what is called nothing finds %q", names(m))
	}
	if r, _ := m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); r != nil {
		t.Errorf("Enter on nothing asks for %v", r)
	}
}

// A word that a line holds as it was typed is not looked for letter by letter in the others;
// one of few letters, or that none holds, is.
func TestWholeWordsBeforeLetters(t *testing.T) {
	lines := []Line{{Name: "Last row"}, {Name: "level = 0.95, as usual", Kind: "setting"}, {Name: "Tell staff", Kind: "action 3 · late"}}
	for text, want := range map[string]string{"late": "Tell staff", "lst": "Last row, level = 0.95, as usual, Tell staff", "lsrow": "Last row", "lateste": ""} {
		m := listed(theme.Full, 80, 20, lines)
		typed(m, text)
		if got := strings.Join(names(m), ", "); got != want {
			t.Errorf("%q finds %q, want %q", text, got, want)
		}
	}
}

// Enter asks for the line under the cursor, Tab completes its name, Esc closes.
func TestKeys(t *testing.T) {
	m := listed(theme.Full, 80, 20, some())
	m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	m.Update(tea.KeyPressMsg{Code: tea.KeyUp})
	if r, _ := m.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); r != (chosen{some()[1].Does}) {
		t.Errorf("Enter on the second line asks for %v", r)
	}
	m.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	if got := m.input.Value(); got != some()[1].Name || names(m)[0] != got {
		t.Errorf("Tab completes %q, and finds %q", got, names(m))
	}
	if r, _ := m.Update(tea.KeyPressMsg{Code: tea.KeyEscape}); r != (ask.Leave{}) {
		t.Errorf("Esc asks for %v", r)
	}
	m.Update(tea.PasteMsg{Content: " row\nabove"})
	if !strings.HasSuffix(m.input.Value(), "row above") {
		t.Errorf("a paste gives %q", m.input.Value())
	}
}

// In every size and character set the list fills its box, and the line under the cursor is
// in it; in plain 7-bit text nothing else is.
func TestFillsItsBox(t *testing.T) {
	for _, size := range [][2]int{{40, 9}, {60, 9}, {80, 21}, {100, 30}, {120, 37}, {200, 57}} {
		for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
			m := listed(charset, size[0], size[1], many(300))
			for range 300 {
				text := ansi.Strip(m.View())
				lines := strings.Split(text, "\n")
				if len(lines) != size[1] {
					t.Fatalf("%v: %d lines", size, len(lines))
				}
				for _, l := range lines {
					if theme.Width(l) != size[0] {
						t.Fatalf("%v in %s: %d cells in %q", size, charset, theme.Width(l), l)
					}
				}
				if !strings.Contains(text, m.theme.Glyphs.Mark+" "+m.theme.Text(m.lines[m.shown[m.at]].Name)[:4]) {
					t.Fatalf("%v in %s: the line under the cursor is not on the screen:\n%s", size, charset, text)
				}
				if charset == theme.ASCII && strings.ContainsFunc(text, func(r rune) bool { return r > 126 }) {
					t.Fatalf("%v: more than plain text:\n%s", size, text)
				}
				m.Update(tea.KeyPressMsg{Code: tea.KeyDown})
			}
		}
	}
}

// What was typed stays when the lines are others.
func TestOtherLines(t *testing.T) {
	m := listed(theme.Full, 80, 20, some())
	typed(m, "sav")
	m.SetLines(m.theme, many(20))
	if m.input.Value() != "sav" || len(m.shown) == 0 || strings.Contains(strings.Join(names(m), " "), "Years") {
		t.Errorf("%q finds %q", m.input.Value(), names(m))
	}
}

func many(n int) []Line {
	all := some()
	for i := len(all); i < n; i++ {
		all = append(all, Line{fmt.Sprintf("Save what number %d of the plan says, and a long text behind it that has no room", i), "action " + fmt.Sprint(i), "p", ask.Notice{}})
	}
	return all
}

// BenchmarkLetterToFrame is a letter typed and one taken back, with 500 lines.
func BenchmarkLetterToFrame(b *testing.B) {
	m := listed(theme.Full, 200, 57, many(500))
	typed(m, "sa")
	b.ReportAllocs()
	for b.Loop() {
		m.Update(tea.KeyPressMsg{Code: 'v', Text: "v"})
		_ = m.View()
		m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		_ = m.View()
	}
}
