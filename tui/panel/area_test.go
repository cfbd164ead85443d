package panel

import (
	"testing"

	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
)

// What is selected in a line that is gone is selected no more: a letter that is typed then
// takes nothing away.
func TestTypeIntoForgetsASelectionOfNothing(t *testing.T) {
	shift := func(code rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: code, Mod: tea.ModShift} }
	letter := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }
	ctrl := func(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Mod: tea.ModCtrl} }
	for _, c := range []struct {
		keys []tea.KeyPressMsg
		want string
	}{
		{[]tea.KeyPressMsg{letter('a'), {Code: tea.KeyEnter}, letter('e'), shift(tea.KeyRight), ctrl('u'), ctrl('u'), letter('c'), shift(tea.KeyUp), letter('7')}, "ac7"},
		{[]tea.KeyPressMsg{letter('a'), {Code: tea.KeyEnter}, shift(tea.KeyRight), ctrl('u'), letter('c'), letter('d')}, "acd"},
		{[]tea.KeyPressMsg{letter('a'), letter('b'), shift(tea.KeyLeft), letter('c')}, "ac"}, // a selection that is one is replaced
	} {
		area := textarea.New()
		area.SetWidth(40)
		area.Focus()
		for _, k := range c.keys {
			area, _ = TypeInto(area, k)
		}
		if got := area.Value(); got != c.want {
			t.Errorf("%v gives %q, want %q", c.keys, got, c.want)
		}
	}
}
