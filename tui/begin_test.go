package tui_test

import (
	"errors"
	"testing"

	"wres/tui"
	"wres/tui/theme"
)

// A folder without a file opens on what to do, at every size; w writes the files and reads
// them, x leaves for the example, and until there are figures that is the app's error.
func TestBareFolder(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Full} {
		for _, size := range [][2]int{{40, 12}, {47, 13}, {80, 24}, {120, 40}, {200, 60}} {
			d := open(t, folderOf(t, nil), charset, size[0], size[1])
			d.shows("Three files give most", "workforce.csv", "recruitment.csv", "survey.csv", "not there", "headers")
			for _, k := range tui.PanelKeys() {
				d.open(k)
				d.fits(size[0], size[1])
			}
		}
	}
	d := open(t, folderOf(t, nil), theme.Full, 80, 24)
	d.shows("w headers", "x example", "staff by band on 31 March")
	if d.m.Err() == nil {
		t.Error("a folder without figures is no error")
	}
	d.failing = errors.New("no permission\x07")
	d.keys("w")
	d.shows("not all files were written: no permission<U+0007>")
	d.failing, d.headers = nil, []string{"workforce.csv", "survey.csv"}
	d.offer(folderOf(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,White,BME,Unknown\r\n"}))
	d.keys("w")
	d.shows("wrote 2 files with headers", "gives 1, 3, 4, 9  empty")
	d.keys("x")
	if next := tui.Next(d.m); !d.quit || next == nil || next.Path != "" || d.m.Err() != nil {
		t.Errorf("ended: %v; next is %v, and the error %v", d.quit, next, d.m.Err())
	}
}

// Where there are figures, the keys to begin are none.
func TestBeginKeysEnd(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("x")
	if d.quit {
		t.Error("x left for the example from a folder with figures")
	}
}
