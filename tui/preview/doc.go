// Package preview is the screen of the year's report: a page to read, as it would be written.
//
// The snapshot of the app goes in (panel.Data), model/report/yearly makes the blocks in a
// command, with what the organisation wrote itself (Deps), and this sets them as text: the
// headings, paragraphs, tables and charts of the report at the width of the window, in the
// view of the figures that the app shows. It writes nothing: its first lines say which
// command does.
package preview

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/plan"
	"wres/model/report/yearly"
	"wres/model/source"
	"wres/tui/panel"
)

// Deps is what the preview needs of the world.
type Deps struct {
	// ReadReport reads what the report of a year has beside its figures, in a report without
	// results: the plan of the year, which may be that of now, the one before it, and what the
	// organisation wrote; and what is to be said of them. Latest is the year of the latest
	// figures. It is called from a command's goroutine. Nil: there is the plan of now alone.
	ReadReport func(now plan.Plan, of, latest model.Year) (beside yearly.Report, remarks []string, err error)
	// ReportCommand is the words that write the report of this folder, read as it was here:
	// "wres", "report", "data".
	ReportCommand []string
	Windows       bool // the command is typed there
}

// command gives what is typed to write the report: of a year, "" for the latest, in a view.
func (d Deps) command(p panel.Data) string {
	words := slices.Clone(d.ReportCommand)
	if len(words) == 0 {
		words = []string{"wres", "report"}
	}
	for i, word := range words {
		words[i] = source.PathFor(p.Clean(word), d.Windows)
	}
	if p.Year != p.Results.Latest() {
		words = append(words, "--year", p.Year.String())
	}
	if !p.Results.Publication {
		words = append(words, "--full")
	}
	return strings.Join(append(words, "-o", yearly.FileName(p.Year, !p.Results.Publication, "docx")), " ")
}
