package doctor

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/loaders/planfile"
	"wres/tui/theme"
)

// world is one without a terminal, with an environment.
func world(environ map[string]string) World {
	return World{Stdin: strings.NewReader(""), Stdout: &bytes.Buffer{}, Charset: theme.Full, Profile: colorprofile.NoTTY,
		Folder: func(dir string) Folder {
			return Folder{Path: dir, Named: true, FS: os.DirFS(dir), Plan: filepath.Join(dir, planfile.Name)}
		},
		Getenv: func(name string) string { return environ[name] }}
}

// value gives what is found of a folder under a section and a name.
func value(t *testing.T, w World, dir, section, name string) string {
	t.Helper()
	for _, s := range w.find(context.Background(), dir) {
		for _, f := range s.Facts {
			if s.Name == section && f.Name == name {
				return f.Value
			}
		}
	}
	t.Errorf("nothing is said of %s, %s", section, name)
	return ""
}

// folderWith makes a folder of files.
func folderWith(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestNothingOfTheDataIsSaid: kinds are counted, and no label, cell, setting or name of a file
// comes out, nor what acts on a terminal; and no file is made.
func TestNothingOfTheDataIsSaid(t *testing.T) {
	dir := folderWith(t, map[string]string{
		"Secretward-2024.csv": "year,ethnicity,accessed\n2024,White,60731\n2024,Martianlabel,12\n2024,BME,x\n",
		"odd.csv":             "Secrethead,b\n1,2\n",
		"wres.toml":           "organisation = \"Secretname\"\n[labels.ethnicity]\n\"Secretword\" = \"Nonsense\"\n",
		"action-plan.csv":     "id,number,action\nA-0001,1,Secretaction\n",
	})
	w := world(map[string]string{"TERM": "xterm\x1b]0;x\x07\nmore"})
	found := string(text(w.find(context.Background(), dir)))
	for _, secret := range []string{"Secret", "Martian", "60731", "Nonsense", "\x1b", "\x07", "\nmore"} {
		if strings.Contains(found, secret) {
			t.Errorf("%q is said:\n%s", secret, found)
		}
	}
	if !strings.Contains(found, "refused at line 3, column 1") {
		t.Errorf("the line of the setting is not said:\n%s", found)
	}
	if err := os.Remove(filepath.Join(dir, "wres.toml")); err != nil {
		t.Fatal(err)
	}
	found = string(text(w.find(context.Background(), dir)))
	if !strings.Contains(found, "training 1, unknown 1") || strings.Contains(found, "Secret") {
		t.Errorf("the kinds are not counted, or more is said:\n%s", found)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 3 {
		t.Errorf("%v: files were made: %v", err, left)
	}
}

// TestLinesFitAScreen: no line is over 80 cells, whatever is long, but one that is a path, which
// stands whole.
func TestLinesFitAScreen(t *testing.T) {
	path := filepath.Join(t.TempDir(), strings.Repeat("wards-and-teams", 6))
	long := world(map[string]string{"TERM_PROGRAM": strings.Repeat("many words ", 20)})
	found := string(text(long.find(context.Background(), path)))
	if !strings.Contains(found, path) {
		t.Errorf("the path is broken:\n%s", found)
	}
	if strings.Count(found, "many words") < 15 {
		t.Errorf("words are lost:\n%s", found)
	}
	for line := range strings.Lines(found) {
		line = strings.TrimSuffix(line, "\n")
		if ansi.StringWidth(line) > lineWidth && !strings.Contains(line, "wards-and-teams") {
			t.Errorf("%d cells: %s", ansi.StringWidth(line), line)
		}
	}
}

func TestWhatIsSaid(t *testing.T) {
	light := map[string]string{"COLORFGBG": "0;15", "LANG": "en_GB.UTF-8"}
	empty := t.TempDir()
	file := filepath.Join(folderWith(t, map[string]string{"x.csv": "a\n"}), "x.csv")
	themed := folderWith(t, map[string]string{"wres.toml": "[screen]\ntheme = \"contrast\"\n"})
	flags := world(light)
	flags.AskedTheme, flags.AskedCharset, flags.AskedColor = "mono", "full", "never"
	for _, c := range []struct {
		w                        World
		dir, section, name, want string
	}{
		{world(light), empty, "terminal", "input", "not a terminal"},
		{world(light), empty, "terminal", "LANG", "en_GB.UTF-8"},
		{world(light), empty, "terminal", "NO_COLOR", "not set"},
		{world(light), empty, "screen", "theme", "light, by COLORFGBG, until the terminal says what its background is"},
		{world(nil), empty, "screen", "theme", "dark, until the terminal says what its background is"},
		{world(light), themed, "screen", "theme", "contrast, asked for by wres.toml"},
		{flags, themed, "screen", "theme", "mono, asked for by --theme"},
		{flags, empty, "screen", "characters", "full, asked for by --charset"},
		{flags, empty, "screen", "colour", "NoTTY, asked for by --color never"},
		{world(map[string]string{"NO_COLOR": "1"}), empty, "screen", "colour", "NoTTY, as NO_COLOR is set"},
		{world(nil), filepath.Join(empty, "none"), "folder", "state", "not there"},
		{world(nil), filepath.Join(empty, "none"), "plan", "state", "not there"},
		{world(nil), filepath.Join(empty, "none"), "plan", "saved in", "a folder that is not there yet"},
		{world(nil), file, "folder", "state", "a file, not a folder"},
		{world(nil), empty, "folder", "extracts", "none was read"},
		{world(nil), themed, "folder", "wres.toml", "read"},
		{world(nil), themed, "folder", "wres-mapping.toml", "not there"},
		{world(nil), "", "folder", "path", "the built-in example, as none is named and the current one holds no extracts"},
		{world(nil), empty, "plan", "lock", "free"},
	} {
		if got := value(t, c.w, c.dir, c.section, c.name); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.section, c.name, got, c.want)
		}
	}
}

// TestPlanThatIsOpen: a plan that is open elsewhere is said to be, and is free when it is closed.
func TestPlanThatIsOpen(t *testing.T) {
	dir := folderWith(t, map[string]string{planfile.Name: "id,number,action\nA-0001,1,Listen\n"})
	open, err := planfile.Open(filepath.Join(dir, planfile.Name), planfile.Holder{Host: "WARD-7"})
	if err != nil {
		t.Fatal(err)
	}
	if got := value(t, world(nil), dir, "plan", "lock"); got != "open in another wres" {
		t.Errorf("while it is open: %q", got)
	}
	open.Close()
	if got := value(t, world(nil), dir, "plan", "lock"); got != "free" {
		t.Errorf("after that: %q", got)
	}
	if got := value(t, world(nil), dir, "plan", "writing"); got != "can be written" {
		t.Error(got)
	}
}

func TestWhyCharset(t *testing.T) {
	for _, c := range []struct {
		goos, name, value, want string
	}{
		{"linux", "TERM", "dumb", "as TERM is dumb"},
		{"linux", "LC_CTYPE", "C", "as LC_CTYPE is C"},
		{"linux", "X", "", "as none of LC_ALL, LC_CTYPE and LANG is set"},
		{"windows", "WT_SESSION", "1", "as WT_SESSION or TERM_PROGRAM is set"},
		{"windows", "X", "", "as neither WT_SESSION nor TERM_PROGRAM is set"},
	} {
		w := world(map[string]string{c.name: c.value})
		w.Charset = theme.DetectCharset(c.goos, w.Getenv)
		if got := w.whyCharset(c.goos); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestSynchronised(t *testing.T) {
	for path, want := range map[string]string{
		`C:\Users\a\OneDrive - A Trust\wres`: "by its path: OneDrive",
		"/home/a/dropbox/x":                  "by its path: Dropbox",
		"/home/a/boxes/x":                    "",
		"/srv/wres":                          "",
	} {
		if got := synchronised(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	if got := size(2_500_000_000) + ", " + size(400_000); got != "2.5 GB, 0.4 MB" {
		t.Error(got)
	}
}
