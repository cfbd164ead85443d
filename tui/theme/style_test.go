package theme

import (
	"testing"

	"charm.land/lipgloss/v2"
)

// A style that is made ready writes what lipgloss would, also in the row under the cursor.
func TestStylesAreWhatTheyAreMadeOf(t *testing.T) {
	for _, dark := range []bool{true, false} {
		for _, profile := range profiles() {
			th := New("", dark, Full, profile)
			selected := th.Styles.Selected.Look()
			_, none := selected.GetBackground().(lipgloss.NoColor)
			for name, style := range styles(th.Styles) {
				if got, want := style.Render("–"), style.Look().Render("–"); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
				if got := style.Render(""); got != "" {
					t.Errorf("%s makes %q of nothing", name, got)
				}
				marked := selected
				if !none {
					marked = style.Look().Background(selected.GetBackground())
					if _, plain := style.Look().GetForeground().(lipgloss.NoColor); plain {
						marked = marked.Foreground(selected.GetForeground())
					}
				}
				if got, want := th.Marked(style).Render("x"), marked.Render("x"); got != want {
					t.Errorf("%s under the cursor: %q, want %q", name, got, want)
				}
			}
			if got, want := th.Marked(Style{}).Render("x"), th.Marked(th.Styles.Text).Render("x"); got != want {
				t.Errorf("plain text under the cursor: %q, want %q", got, want)
			}
		}
	}
}
