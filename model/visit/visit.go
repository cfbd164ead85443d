// Package visit says what moved since a folder was last opened: the results of two
// visits go in, sentences come out. A visit keeps the headline of each finding, a share or a
// ratio, and which files there were; it holds no count of people.
package visit

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
)

// Visit is what a folder held when it was opened.
type Visit struct {
	Seen    time.Time         `json:"seen"`
	Of      string            `json:"organisation"`
	Files   map[string]File   `json:"files"`   // by name
	Figures map[string]Figure `json:"figures"` // by what they are about and their year: "2 2024"
}

// File tells a file from what it was before.
type File struct {
	Size     int64     `json:"size"` // in bytes
	Modified time.Time `json:"modified"`
}

// Figure is a value as it was shown, and what could be said of it.
type Figure struct {
	Text string `json:"text"`
	Kind string `json:"kind,omitempty"` // of the last year only
}

// Look is a visit that goes on.
type Look struct {
	Visit
	found []findings.Finding // whose values are the visit's figures
}

// Of takes down a visit.
func Of(r *indicator.Results, files map[string]File, now time.Time) Look {
	v := Look{Visit{Seen: now, Of: r.Organisation, Files: files, Figures: map[string]Figure{}}, wholes(r)}
	for _, f := range v.found {
		for _, value := range f.Values {
			of := Figure{Text: value.Text}
			if value.Few {
				of.Text = "too few for a percentage"
			}
			if value.Year == f.Year {
				of.Kind = f.Kind.String()
			}
			v.Figures[key(f, value.Year)] = of
		}
	}
	return v
}

// wholes are the findings whose values are their own: that on a change has those of the
// indicator.
func wholes(r *indicator.Results) []findings.Finding {
	return slices.DeleteFunc(findings.Of(r, r.Latest(), nil), func(f findings.Finding) bool { return f.Topic == findings.Change })
}

func key(f findings.Finding, y model.Year) string { return f.Key() + " " + y.String() }

// shown is how many figures that moved are named before the rest is a number.
const shown = 8

// Since says what is otherwise than at an earlier visit, a line each; one line where
// nothing is, and none where there was no earlier visit.
func (now Look) Since(then Visit) []string {
	if then.Seen.IsZero() || then.Of != now.Of { // figures of another organisation have not moved
		return nil
	}
	lines := append(filesMoved(then.Files, now.Files), figuresMoved(then, now)...)
	day := "Since you last opened this folder, on " + dayText(then.Seen)
	if len(lines) == 0 {
		return []string{day + ", nothing has moved."}
	}
	return append([]string{day + ":"}, lines...)
}

func dayText(t time.Time) string { return t.Local().Format("2 January 2006") }

func filesMoved(then, now map[string]File) []string {
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(now)) {
		was, known := then[name]
		switch of := now[name]; {
		case !known:
			lines = append(lines, name+" is new.")
		case of.Size != was.Size || !of.Modified.Equal(was.Modified):
			lines = append(lines, fmt.Sprintf("%s was changed on %s.", name, dayText(of.Modified)))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(then)) {
		if _, there := now[name]; !there {
			lines = append(lines, name+" is gone.")
		}
	}
	return lines
}

// figuresMoved names the values that are not what they were, the latest year first.
func figuresMoved(then Visit, now Look) []string {
	type moved struct {
		year model.Year
		line string
	}
	var all []moved
	for _, f := range now.found {
		for _, value := range f.Values {
			was, known := then.Figures[key(f, value.Year)]
			of := now.Figures[key(f, value.Year)]
			name := fmt.Sprintf("%s %s, %s", f.Indicator.ID, f.Name, value.Year)
			switch {
			case !known && value.Value != nil:
				all = append(all, moved{value.Year, fmt.Sprintf("%s: %s, which was not there.", name, value.Text)})
			case known && was.Text != of.Text && value.Value == nil: // what is withheld now is not said again
				all = append(all, moved{value.Year, fmt.Sprintf("%s: %s now.", name, of.Text)})
			case known && was.Text != of.Text:
				all = append(all, moved{value.Year, fmt.Sprintf("%s: %s then, %s now.", name, was.Text, of.Text)})
			case known && was.Kind != "" && of.Kind != "" && was.Kind != of.Kind:
				all = append(all, moved{value.Year, fmt.Sprintf("%s: %s then, %s now.", name, was.Kind, of.Kind)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b moved) int { return cmp.Compare(b.year, a.year) })
	var lines []string
	for i, m := range all {
		if i == shown {
			lines = append(lines, fmt.Sprintf("And %d more figures.", len(all)-i))
			break
		}
		lines = append(lines, m.line)
	}
	return lines
}
