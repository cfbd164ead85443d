package loaders

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/counts"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/model"
	"wres/model/source"
)

// askListsWhose leaves out the years of lists that do not say whose people they hold, where
// files of counts name several organisations.
func askListsWhose(l *loading, e *kinds.Extract) {
	n := len(l.counts.Names())
	if n < 2 {
		return
	}
	for _, f := range l.files {
		if f.list == nil || f.Fit.Extract != e || len(f.Organisations) > 0 {
			continue
		}
		if l.people.LeaveOut(f.File) {
			f.Say(source.Error, f.Header.Line, 0, "organisation", counts.Unnamed(n))
		}
	}
}

// listed says whose people the lists of each kind count in a year: those of all whom a list
// names, as it is not held which of its years each of them is in.
func listed(l *loading) counts.Listed {
	all := counts.Listed{}
	for _, e := range kinds.Extracts() {
		if e.List == nil {
			continue
		}
		for y := range l.people.Years(e) {
			for _, f := range l.files {
				if f.list == nil || f.Fit.Extract != e {
					continue
				}
				if all[e.List.Counted] == nil {
					all[e.List.Counted] = map[model.Year][]string{}
				}
				all[e.List.Counted][y] = append(all[e.List.Counted][y], slices.Collect(maps.Keys(f.Organisations))...)
			}
		}
	}
	return all
}

// choices names the organisations of the folder of which one can be chosen, in the order of
// their names, and those of which the figures are together.
func choices(l *loading) (names, together []string) {
	written := map[string]string{}
	for _, f := range l.files {
		for key, name := range f.Organisations {
			if first, seen := written[key]; !seen || name < first {
				written[key] = name
			}
		}
	}
	if len(written) < 2 {
		return nil, nil
	}
	for _, name := range written {
		names = append(names, strings.Clone(csvfile.Clean(name)))
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
	})
	if l.options.Organisation == "" {
		together = names
	}
	return names, together
}

// ofAll is the name of several organisations together: behind the settings' own, where they
// have one for all.
func ofAll(name string, n int) string {
	together := fmt.Sprintf("%d organisations together", n)
	if name == "" {
		return together
	}
	return name + ": " + together
}
