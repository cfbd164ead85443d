package picture

import "testing"

// TestPressAsTheHelpWritesIt: a key is known as the page of keys names it, and as it is
// usually typed; a letter is itself.
func TestPressAsTheHelpWritesIt(t *testing.T) {
	for name, want := range map[string]string{"Enter": "enter", "enter": "enter", "Ctrl+S": "ctrl+s", "Esc": "esc", "F1": "f1", "P": "P", "p": "p"} {
		if k, err := Press(name); err != nil || k.String() != want {
			t.Errorf("%s: %s, %v; want %s", name, k, err, want)
		}
	}
	if _, err := Press("Entre"); err == nil {
		t.Error("a key that there is not is taken")
	}
}
