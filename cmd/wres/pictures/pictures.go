// Package pictures draws the app's screens over what was read of a folder, and takes
// all that the app would save to be saved: it changes nothing.
//
// Place in the flow: the command reads the folder and its plan, this runs the app on
// them, and tui/picture draws its frame.
package pictures

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/loaders/csvfile"
	"wres/loaders/durable"
	"wres/loaders/kinds"
	"wres/loaders/planfile"
	"wres/model"
	notes "wres/model/meeting"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/picture"
	"wres/tui/preview"
	"wres/tui/theme"
)

// Source is what pictures are made of.
type Source struct {
	Loaded  *tui.Loaded
	Path    string // where the plan is kept, for the screen
	Report  preview.Deps
	Charset theme.Charset
	Now     func() time.Time
	Full    bool   // with the figures in full, and not the publication view
	Theme   string // one of theme.Names; "": that of the background
}

// Dark and Light name the backgrounds of a picture.
const (
	Dark  = "dark"
	Light = "light"
)

// Picture draws the app after some keys, as SVG. Each picture begins anew, in the publication
// view unless it is to be full, and stays in it. An error says which key is wrong.
func (s Source) Picture(size Size, background string, keys []string) ([]byte, error) {
	look := picture.Dark()
	if background == Light {
		look = picture.Light()
	}
	frame, err := s.frame(size, look, keys)
	if err != nil {
		return nil, err
	}
	look.Title = "wres in a terminal of " + size.String() + " characters"
	return picture.SVG(frame, look), nil
}

// Text is Picture as lines of text, without colours.
func (s Source) Text(size Size, keys []string) ([]byte, error) {
	frame, err := s.frame(size, picture.Dark(), keys)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	for line := range strings.SplitSeq(ansi.Strip(frame), "\n") {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return []byte(b.String()), nil
}

func (s Source) frame(size Size, look picture.Look, keys []string) (string, error) {
	return picture.Still(tui.New(s.deps()), picture.Stage{Columns: size.Columns, Lines: size.Lines, Paper: look.Paper}, keys)
}

// All writes the pictures of the main screens into a folder, which it makes, and says
// how many there are. What is there by their names is replaced.
func (s Source) All(dir string) (written int, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, fmt.Errorf("make the folder of the pictures: %w", err)
	}
	for _, screen := range []struct{ name, key string }{{"overview", "0"}, {"indicator-1", "1"}, {"indicator-2", "2"}, {"meeting", "m"}, {"plan", "p"}} {
		for _, size := range []Size{{80, 24}, {120, 40}} {
			for _, background := range []string{Dark, Light} {
				svg, err := s.Picture(size, background, []string{screen.key})
				if err == nil {
					name := screen.name + "-" + size.String() + "-" + background + ".svg"
					err = durable.Platform().Write(filepath.Join(dir, name), svg, 0o644)
				}
				if err != nil {
					return written, fmt.Errorf("write the picture of the %s: %w", screen.name, err)
				}
				written++
			}
		}
	}
	return written, nil
}

// deps is a world that is written to without effect.
func (s Source) deps() tui.Deps {
	d := tui.Deps{
		Deps: keep.Deps{
			SavePlan:   func(plan.Plan) error { return nil },
			SaveBeside: func(plan.Plan) (string, error) { return planfile.Name, nil },
			KeepYear:   func(year model.Year, _ plan.Plan) (string, error) { return plan.ArchiveName(year), nil },
			SetAside:   func() (string, error) { return planfile.Name, nil },
			Restore:    func(keep.Backup) (string, error) { return planfile.Name, nil },
			Now:        s.Now,
			Clean:      csvfile.Clean,
		},
		Load: func() <-chan tui.LoadEvent {
			events := make(chan tui.LoadEvent, 1)
			events <- tui.LoadEvent{Loaded: s.Loaded}
			close(events)
			return events
		},
		NoteDeps:    meeting.NoteDeps{SaveNote: func(notes.Note) func() notes.Kept { return func() notes.Kept { return notes.Kept{} } }},
		Preview:     s.Report,
		StopLoading: func() bool { return false },
		Choices:     kinds.Choices(),
		Path:        s.Path,
		CleanLines:  csvfile.CleanLines,
		PublicOnly:  !s.Full,
		Charset:     s.Charset,
		Theme:       s.Theme,
		Profile:     colorprofile.TrueColor,
	}
	if r := s.Loaded.Results; r == nil || !r.Example { // which has no folder that could hold one
		d.SaveMapping = func(source.Mapping) error { return nil }
	}
	return d
}

// Size is that of a screen. It is a flag's value, too.
type Size struct{ Columns, Lines int }

// mostCells is how many columns, or lines, a picture may have.
const mostCells = 500

// String writes a size as Set reads it: "80x24".
func (s Size) String() string { return fmt.Sprintf("%dx%d", s.Columns, s.Lines) }

// Type names the form of the flag's value.
func (s Size) Type() string { return "COLUMNSxLINES" }

// Set takes a size that a terminal may have.
func (s *Size) Set(text string) error {
	c, l, _ := strings.Cut(strings.ToLower(text), "x")
	columns, err := strconv.Atoi(c)
	lines, wrong := strconv.Atoi(l)
	if err != nil || wrong != nil || columns < 1 || columns > mostCells || lines < 1 || lines > mostCells {
		return fmt.Errorf("use columns and lines, as 80x24, of at most %d each", mostCells)
	}
	s.Columns, s.Lines = columns, lines
	return nil
}
