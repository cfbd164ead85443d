package main

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
)

// pictureText gives the words of a picture, which has to be well-formed.
func pictureText(t *testing.T, svg string) string {
	t.Helper()
	var doc struct {
		Groups []struct {
			Texts []string `xml:"text"`
		} `xml:"g"`
	}
	if err := xml.Unmarshal([]byte(svg), &doc); err != nil {
		t.Fatalf("not well-formed: %v", err)
	}
	var all []string
	for _, g := range doc.Groups {
		all = append(all, g.Texts...)
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// TestPictureOfTheExample is dark, 80 by 24 and in all characters where nothing is said,
// and shows the example's own plan on a day of its own.
func TestPictureOfTheExample(t *testing.T) {
	c := &cli{stderr: new(strings.Builder)}
	root := c.rootCommand(io.Discard)
	root.SetContext(t.Context())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	if s, err := c.pictured(root, ""); err != nil || !s.Now().Equal(exampleDay()) || s.Path != "action-plan.csv" || s.Loaded.Plan.Len() == 0 || s.Loaded.ReadOnly != "" {
		t.Errorf("the example is pictured of %+v, %v", s, err)
	}
	svg := wresData(t, "picture")
	if text := pictureText(t, svg); !strings.Contains(text, "NHS Midlands and Lancashire CSU") || !strings.Contains(text, "Overview") {
		t.Errorf("the picture of the example says %s", text)
	}
	if !strings.Contains(svg, "·") || svg != wresData(t, "picture", "--theme", "dark", "--size", "80x24", "--charset", "full") {
		t.Error("a picture is not dark, 80x24 and in all characters where nothing is said")
	}
	if light := wresData(t, "picture", "--theme", "light"); !strings.Contains(light, `fill="#12436d"`) || strings.Contains(svg, `fill="#12436d"`) {
		t.Error("the accent of a light background is not in the light picture alone")
	}
	if ascii := pictureText(t, wresData(t, "picture", "--charset", "ascii", "--keys", "1")); strings.ContainsFunc(ascii, func(r rune) bool { return r > 0x7E }) {
		t.Errorf("with --charset ascii: %s", ascii)
	}
}

// TestPictureOfAnotherFolder shows the folder's own figures and plan, and saves nothing:
// neither an action nor the meaning of a column.
func TestPictureOfAnotherFolder(t *testing.T) {
	dir, home := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	if err := os.CopyFS(dir, os.DirFS(kindsDir)); err != nil {
		t.Fatal(err)
	}
	plan := "id,number,action,indicators\nA-0001,1,Ask every shortlisted applicant,2\n"
	if err := os.WriteFile(filepath.Join(dir, "action-plan.csv"), []byte(plan), 0o600); err != nil {
		t.Fatal(err)
	}
	before := contentsOf(t, dir)
	text := pictureText(t, wresData(t, "picture", "--keys", "p a N e w ctrl+s", dir))
	if !strings.Contains(text, "Ask every shortlisted applicant") || !strings.Contains(text, "New") {
		t.Errorf("the plan with a new action is pictured as %s", text)
	}
	if !strings.Contains(text, "saved") || strings.Contains(text, "not saved") {
		t.Errorf("the picture does not say that the plan is saved: %s", text)
	}
	typing := pictureText(t, wresData(t, "picture", "--keys", "p a N o t space t h e r e", dir))
	if !strings.Contains(typing, "Not there") || strings.Contains(typing, "not journalled") {
		t.Errorf("while an action is written: %s", typing)
	}
	if after := contentsOf(t, dir); !maps.Equal(before, after) {
		t.Errorf("the folder holds %v, and held %v", after, before)
	}
	if left := contentsOf(t, home); len(left) > 0 {
		t.Errorf("written: %v", left)
	}
}

func contentsOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, path))
		all[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestAllPictures writes one of each, which can be written again.
func TestAllPictures(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "docs", "pictures")
	wresData(t, "picture", "--all", dir)
	all := contentsOf(t, dir)
	for _, screen := range []string{"overview", "indicator-1", "indicator-2", "meeting", "plan"} {
		for _, size := range []string{"80x24", "120x40"} {
			for _, background := range []string{"dark", "light"} {
				name := screen + "-" + size + "-" + background + ".svg"
				keys := map[string]string{"overview": "0", "indicator-1": "1", "indicator-2": "2", "meeting": "m", "plan": "p"}[screen]
				if all[name] != wresData(t, "picture", "--size", size, "--theme", background, "--keys", keys) {
					t.Errorf("%s is not the picture of that name", name)
				}
			}
		}
	}
	if len(all) != 20 {
		t.Errorf("%d pictures", len(all))
	}
	wresData(t, "picture", "--all", dir)
	if again := contentsOf(t, dir); !maps.Equal(all, again) {
		t.Error("the pictures differ when they are written again")
	}
}

// TestPictureUsage: the command is in no list, explains itself, and says what is wrong.
func TestPictureUsage(t *testing.T) {
	if page := wresData(t, "--help"); strings.Contains(page, "picture") {
		t.Error("the command stands in the list of commands")
	}
	if page := wresData(t, "picture", "-h"); !strings.Contains(page, "--all FOLDER") || !strings.Contains(page, "--keys") {
		t.Errorf("its help is\n%s", page)
	}
	for args, want := range map[string]string{
		"--size 80":        `--size "80": use columns and lines, as 80x24, of at most 500 each`,
		"--size 0x24":      "use columns and lines",
		"--size 80x501":    "use columns and lines",
		"--size 80x24x":    "use columns and lines",
		"--theme blue":     "use dark or light",
		"--keys entr":      `there is no key "entr"`,
		"--keys q":         `the app ends at key 1, "q"`,
		"--all x --keys 1": "none of the others can be",
		"no-such-folder":   `there is no folder no-such-folder`,
	} {
		status, out, errs := wres(t, append([]string{"picture"}, strings.Fields(args)...)...)
		wanted := exit.Usage
		if args == "no-such-folder" {
			wanted = exit.Nothing
		}
		if status != wanted {
			t.Errorf("%s: exit status %d, want %d", args, status, wanted)
		}
		if out != "" || !strings.Contains(errs, want) {
			t.Errorf("%s: %s%s, want %s", args, out, errs, want)
		}
	}
}

var update = flag.Bool("update", false, "make the pictures of the README anew")

// TestPicturesOfTheREADME: the pictures that the README shows are those that the program
// makes; with -update they are made anew.
func TestPicturesOfTheREADME(t *testing.T) {
	const kept = "../../testdata/pictures"
	dir := t.TempDir()
	wresData(t, "picture", "--all", dir)
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile(`\(testdata/pictures/([a-z0-9-]+\.svg)\)`).FindAllStringSubmatch(string(readme), -1)
	if len(shown) < 4 {
		t.Errorf("the README shows %d pictures", len(shown))
	}
	for _, name := range shown {
		want, err := os.ReadFile(filepath.Join(dir, name[1]))
		if err != nil {
			t.Errorf("the program makes no %s: %v", name[1], err)
			continue
		}
		if *update {
			if err := os.WriteFile(filepath.Join(kept, name[1]), want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(filepath.Join(kept, name[1])); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the picture of the program as it is: make it anew with -update, and look at it (%v)", name[1], err)
		}
	}
}
