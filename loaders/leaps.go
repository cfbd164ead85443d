package loaders

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// leapTimes is by how much a count has to differ from last year's to be named, and leapLeast
// what the larger of the two has to be: a small one leaps by itself.
const (
	leapTimes = 10
	leapLeast = 50
)

// countCell is a count of a year that has its like in the next: which extract holds it, and
// what it is of.
type countCell struct {
	kind  string
	order int // in which they are named
	of    string
	group model.Group
}

// noteLeaps says which counts are ten times, or a tenth of, those of the year before: a
// nought too many, or years that do not count the same.
func (l *loading) noteLeaps() {
	for _, ret := range l.org.Returns {
		before := l.org.Return(ret.Year - 1)
		if before == nil {
			continue
		}
		now, then := countCells(ret), countCells(before)
		leaps := map[string][]countCell{}
		for _, c := range slices.SortedFunc(maps.Keys(now), func(a, b countCell) int {
			return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.of, b.of), cmp.Compare(a.group, b.group))
		}) {
			if n, was := now[c], then[c]; min(n, was) > 0 && max(n, was) >= max(leapLeast, leapTimes*min(n, was)) {
				leaps[c.kind] = append(leaps[c.kind], c)
			}
		}
		for _, kind := range slices.Sorted(maps.Keys(leaps)) {
			l.sayLeaps(kind, ret.Year, leaps[kind], now, then)
		}
	}
}

func (l *loading) sayLeaps(kind string, year model.Year, leaps []countCell, now, then map[countCell]int) {
	const most = 3
	var parts []string
	for i, c := range leaps[:min(len(leaps), most)] {
		part := fmt.Sprintf("%s, %s is %s and was %s", c.of, l.labels.Settings.Labels.Label(c.group), labels.Thousands(now[c]), labels.Thousands(then[c]))
		if i == 0 {
			part += fmt.Sprintf(" in %s", year-1)
		}
		parts = append(parts, part)
	}
	if more := len(leaps) - most; more > 0 {
		parts = append(parts, fmt.Sprintf("%d more", more))
	}
	text := parts[0]
	if len(parts) > 1 {
		text = strings.Join(parts[:len(parts)-1], ", ") + ", and " + parts[len(parts)-1]
	}
	for _, o := range append(l.counts.Origins(), l.people.Origins()...) {
		at := slices.IndexFunc(l.files, func(f *file) bool { return csvfile.Clean(f.Name) == o.File })
		if o.Kind == kind && o.Year == int(year) && at >= 0 {
			l.files[at].Say(source.Notice, max(o.FirstLine, l.files[at].Header.Line), 0, "", fmt.Sprintf(
				"%s: %s: at least ten times or a tenth of the year before; check for a digit too many or too few, and whether both years count the same", year, text))
			return
		}
	}
}

// countCells lists a year's counts, but those of what is withheld.
func countCells(ret *model.Return) map[countCell]int {
	all := map[countCell]int{}
	add := func(c countCell, t model.Tally) {
		for _, g := range model.Groups() {
			c.group = g
			all[c] += t.Group(g)
		}
	}
	for _, e := range kinds.Extracts() {
		serves := e.Serves()
		if e.List != nil || len(serves) == 0 || e.Figures != kinds.Survey && ret.Statuses[serves[0]].State == model.Withheld {
			continue
		}
		c := countCell{kind: e.Kind}
		switch e.Figures {
		case kinds.Workforce:
			for post, t := range ret.Workforce {
				if c.of, c.order = postName(post), 100*int(post.Category)+int(post.Band); c.of == "" {
					c.of = "all staff"
				}
				add(c, t)
			}
		case kinds.Recruitment:
			for _, r := range ret.Recruitment {
				for i, t := range []model.Tally{r.Shortlisted, r.Appointed} {
					c.of, c.order = e.Counts[i], i
					add(c, t)
				}
			}
		case kinds.Events:
			if events := ret.Events[e.Kind]; events != nil {
				for i, t := range []model.Tally{events.Count, events.Headcount} {
					c.of, c.order = e.Counts[i], i
					add(c, t)
				}
			}
		case kinds.Survey:
			for key, answer := range ret.Survey {
				c.of, c.group = "respondents to "+key.Indicator, key.Ethnicity.Group()
				if key.Ethnicity.IsGroup() && ret.Statuses[key.Indicator].State != model.Withheld {
					all[c] = answer.Respondents
				}
			}
		case kinds.Board:
			c.of = "board members"
			for _, t := range ret.Board {
				add(c, t)
			}
			add(c, ret.BoardParts[model.Seat{}])
		}
	}
	return all
}
