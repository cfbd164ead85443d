package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
)

// ofScreens reads the overview at two widths and the panel of each indicator.
func ofScreens(r *indicator.Results, p plan.Plan, known []told) []output {
	var all []output
	s := shown(r, p, 80, 60)
	for _, width := range []int{80, 120} {
		s.resize(width, 60)
		all = append(all, ofOverview(fmt.Sprintf("overview at %d columns", width), s.frame("0"), known))
	}
	s.resize(118, 90) // all of a panel below each other: beside each other, lines of two panes make one
	sayable := sayings(r, p)
	for _, ind := range indicator.Catalogue() {
		frames := []string{s.frame(ind.ID)}
		if ind.Shape == indicator.Bands {
			categories := map[model.StaffCategory]bool{}
			for _, row := range r.Indicator(ind.ID).Figure(2024).Bands {
				categories[row.Category] = true
			}
			for range categories {
				frames = append(frames, s.frame("s"), s.frame("b"), s.frame("b"))
			}
		}
		all = append(all, ofPanel("panel "+ind.ID, ind, frames, known, sayable[ind.ID]))
	}
	return all
}

// conclusions are words that conclude something, wherever they stand but on an axis.
var conclusions = []string{"is statistically significant", "significantly lower", "significantly higher", "falls significantly", "rises significantly",
	"no clear difference", "no band stands out", "No single band stands out", "applicants more likely", "staff more likely",
	"share falls as bands rise", "share rises as bands rise", "fewer BME staff in senior bands", "more BME staff in senior bands", "BME share lower in", "BME share higher in", "significant rise", "significant fall"}

// noTrend is the one conclusion that holds the words of another; a line of a pane may end in it.
var noTrend = regexp.MustCompile(`neither falls nor[ │]+rises significantly`)

// concluded gives the conclusions that a text has.
func concluded(text string) (has []string) {
	text = noTrend.ReplaceAllString(text, "")
	for _, c := range conclusions {
		if strings.Contains(text, c) {
			has = append(has, c)
		}
	}
	return has
}

// sayings gives by indicator all that the findings of any year say, because a panel shows
// other years beside the one that it is about.
func sayings(r *indicator.Results, p plan.Plan) map[string]string {
	all := map[string]string{}
	for _, y := range r.Years {
		for _, f := range findings.Of(r, y, p.Actions()) {
			all[f.Indicator.ID] += " " + f.Sentence + " " + f.Verdict + " "
		}
	}
	return all
}

// ofPanel reads the panel of one indicator: it says each finding, by its verdict or by its
// sentence, and concludes nothing that no finding of the indicator does.
func ofPanel(name string, ind *indicator.Indicator, frames []string, known []told, sayable string) output {
	o := output{name: name, says: map[string]claim{}, tells: []findings.Kind{}}
	for _, f := range known {
		if f.Indicator != ind.ID {
			continue
		}
		switch {
		case slices.ContainsFunc(frames, func(frame string) bool { return reads(frame, f) }):
			o.says[f.About] = claim{kind: f.Kind}
		case f.Kind == findings.Clear.String() && !strings.HasSuffix(f.About, "/change") && !(ind.ID == indicator.WorkforceID && f.About == ind.ID):
			o.fault("it does not say %q, %q:\n%s", f.Name, f.Verdict, strings.Join(frames, "\n"))
		}
	}
	for _, frame := range frames {
		for _, c := range concluded(folded(frame)) {
			if !slices.Contains(concluded(sayable), c) && !strings.HasSuffix(c, "more likely") { // which axes say
				o.fault("it says %q, which no finding of any year does:\n%s", c, frame)
			}
		}
	}
	return o
}

// badgeOf is a heading of the overview, before the titles of the columns.
var badgeOf = regexp.MustCompile(`^[▐([]([^▌)\]]+)[▌)\]]`)

// rowOf is the row of an indicator in a table of them.
var rowOf = regexp.MustCompile(`^[▸>│\s]*([1-9]) ([A-Z]\S.*)$`)

// ofOverview reads the rows of the overview, and the headings that they stand under where
// it has any.
func ofOverview(name, frame string, known []told) output {
	o := output{name: name, says: map[string]claim{}}
	heading, panes := "", 0
	for line := range strings.Lines(frame) {
		if strings.HasPrefix(line, "─ ") || strings.HasPrefix(line, "╭─") {
			panes++
		}
		if panes > 1 { // what is said of one finding, and of the files and the plan
			break
		}
		line, _, _ = strings.Cut(line, "││") // what is said of one finding stands beside the rows
		line = strings.TrimSpace(strings.Trim(line, "\n│╭╮─ "))
		if badge := badgeOf.FindStringSubmatch(line); badge != nil {
			line = badge[1]
		}
		if k := kindUnder(line); k != "" {
			heading = k
		}
		row := rowOf.FindStringSubmatch(line)
		if row == nil {
			continue
		}
		var of []told
		sayable := ""
		for _, f := range known {
			if f.Indicator == row[1] && (heading == "" || f.Kind == heading || f.Kind == findings.Counted.String() && heading == findings.NotClear.String()) {
				of = append(of, f)
				sayable += " " + f.Verdict + " " + f.Name + " "
			}
		}
		if len(of) == 0 && heading != "" {
			o.fault("a row of indicator %s stands under %q, and no finding of it is such:\n%s", row[1], heading, frame)
		}
		for _, f := range of {
			if inOrder(folded(row[2]), f.Verdict) {
				o.says[f.About] = claim{kind: f.Kind}
			}
		}
		for _, c := range concluded(folded(row[2])) {
			if !slices.Contains(concluded(sayable), c) {
				o.fault("the row %q says %q, which no finding of it does:\n%s", row[0], c, frame)
			}
		}
	}
	for _, f := range known {
		if _, said := o.says[f.About]; f.Kind == findings.Clear.String() && !said && !reads(frame, f) {
			o.fault("it does not say %s, %q:\n%s", f.About, f.Verdict, frame)
		}
	}
	return o
}

// reads reports whether a frame says a finding, by its verdict or by a sentence of it that
// concludes something.
func reads(frame string, f told) bool {
	sentences := slices.DeleteFunc(strings.Split(f.Sentence, ". "), func(s string) bool { return len(concluded(s)) == 0 })
	return inOrder(frame, f.Verdict) || slices.ContainsFunc(sentences, func(s string) bool {
		s, _, _ = strings.Cut(s, ", and stays so") // which a panel of one indicator has no others for
		return inOrder(frame, s)
	})
}

// inOrder reports whether the words of a text stand in a frame one after the other, with
// others between them where the frame has columns.
func inOrder(frame, text string) bool {
	frame = strings.Join(strings.Fields(frame), " ")
	if strings.Contains(strings.ReplaceAll(frame, "- ", "-"), text) {
		return true
	}
	for _, word := range strings.Fields(text) {
		at := strings.Index(frame, word)
		if at < 0 {
			return false
		}
		frame = frame[at+len(word):]
	}
	return true
}
