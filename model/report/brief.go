package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model/findings"
	"wres/model/plan"
	"wres/model/words"
	"wres/model/words/inview"
)

// Brief is a summary in forty lines, to read out: what is clear and what is done about
// it, what cannot be told and what would tell it, and how the plan stands.
type Brief struct{ Summary }

// Kind is BriefPage.
func (Brief) Kind() Kind { return BriefPage }

// inFull is how many significant differences have their earlier years and their actions
// said: a page of forty lines holds no more.
const inFull = 4

// The most characters of why there are no figures, of each of few reasons and of
// many: with the name of its indicator that takes two lines of the forty.
const (
	reasonLength = 110
	shortReason  = 90
	many         = 4
)

// Blocks gives the findings by what can be said of them, and then the plan.
func (b Brief) Blocks(safe Safe) []Block {
	w := words.For(b.Results.Settings)
	organisation := cmp.Or(safe.Line(b.Results.Organisation), "An organisation without a name")
	blocks := []Block{Heading{Level: 1, Text: fmt.Sprintf("%s, WRES, year to 31 March %s", organisation, b.Year())}}
	if about := b.about(w, b.internal()); len(about) > 0 {
		blocks = append(blocks, Text(safe.All(about)))
	}
	found := findings.Of(b.Results, b.Year(), b.Actions)
	for _, kind := range findings.Kinds() {
		points := b.points(kind, findings.In(found, kind), safe)
		if kind == findings.Clear && len(points) == 0 {
			points = []string{NoneClear(found, safe)}
		}
		if len(points) > 0 {
			blocks = append(blocks, Section{words.Capital(kind.Document()), points})
		}
	}
	blocks = append(blocks, b.Section(found, safe))
	if len(b.Report.Problems) > 0 && !b.Results.Publication { // what is said of files hangs on counts
		blocks = append(blocks, Text{"Data quality: " + words.Quality(b.Report.Errors(), b.Report.Notices()) + "; 'wres check' names each."})
	}
	return blocks
}

// internal marks a brief of full figures, as it is made to be read out and handed round.
func (b Brief) internal() string {
	switch {
	case b.Results.Publication:
		return ""
	case inview.Internal(b.Results, b.Year(), false) == "":
		return FullView + "."
	}
	return fmt.Sprintf("%s. There are counts below %d.", FullView, b.Results.Settings.Thresholds.SmallCount)
}

// points says the findings of a kind: what is not clear, or is hidden, in one, and what is
// without figures for the same reason in one.
func (b Brief) points(kind findings.Kind, found []findings.Finding, safe Safe) []string {
	if kind == findings.NoFigures {
		reasons := WhyNone(found, reasonLength, safe)
		if len(reasons) >= many {
			return WhyNone(found, shortReason, safe)
		}
		return reasons
	}
	var points, names []string
	for i := range found {
		f := &found[i]
		name := safe.Line(f.Indicator.ID + " " + f.Name)
		names = append(names, name)
		switch kind {
		case findings.Clear:
			points = append(points, b.clear(f, i < inFull, safe))
		case findings.CannotTell:
			points = append(points, name+"; needs "+safe.Line(f.Wanting))
		case findings.Counted:
			points = append(points, name+": "+safe.Line(f.Figure))
		case findings.Incomplete:
			points = append(points, name+": "+safe.Line(f.Verdict))
		}
	}
	if (kind == findings.NotClear || kind == findings.Hidden) && len(names) > 0 {
		points = []string{strings.Join(names, "; ")}
	}
	return points
}

// NoneClear says that nothing is clear, and whether anything could have been; where groups
// are missing, which and where they belong.
func NoneClear(found []findings.Finding, safe Safe) string {
	var missing []string
	of := func(kinds ...findings.Kind) bool {
		return slices.ContainsFunc(found, func(f findings.Finding) bool { return slices.Contains(kinds, f.Kind) })
	}
	switch shown, hidden := of(findings.NotClear, findings.CannotTell, findings.Counted), of(findings.Hidden); {
	case shown && hidden:
		return "None among the figures that are shown."
	case shown:
		return "None."
	case hidden:
		return "None can be shown: what there is is hidden to protect people."
	}
	for _, f := range found {
		if len(f.Uncounted) > 0 && !slices.Contains(missing, safe.Line(f.Wanting)) {
			missing = append(missing, safe.Line(f.Wanting))
		}
	}
	if len(missing) > 0 {
		return "None can be shown. Missing: " + strings.Join(missing, "; ") + "."
	}
	return "None can be shown: there are no complete figures."
}

// WhyNone says why there are no figures, in so many characters where a reason is longer;
// what is without figures for the same reason is in one line.
func WhyNone(found []findings.Finding, most int, safe Safe) []string {
	var lines []string
	of := map[string]int{} // the place of each reason
	for i := range found {
		f := &found[i]
		name, why := safe.Line(f.Indicator.ID+" "+f.Name), ": "+safe.Line(whyNone(f, most))
		at, said := of[why]
		if !said {
			of[why], lines = len(lines), append(lines, name+why)
			continue
		}
		lines[at] = strings.TrimSuffix(lines[at], why) + "; " + name + why
	}
	return lines
}

// clear says a significant difference, what it was in the years before, and what the plan
// does about it.
func (b Brief) clear(f *findings.Finding, full bool, safe Safe) string {
	said := safe.Line(f.Indicator.ID+" "+f.Line()) + "."
	if !full {
		return said
	}
	var years []string
	some := false
	for _, v := range f.Before() {
		years, some = append(years, v.Year.String()+": "+safe.Line(v.Words)), some || v.Value != nil || v.Few
	}
	if some { // years that all lack figures say nothing of this one
		said += " " + strings.Join(years, ", ") + "."
	}
	return said + b.inLine(f, safe)
}

// inLine says in a line which actions answer a finding, and how late they are.
func (b Brief) inLine(f *findings.Finding, safe Safe) string {
	said := b.answers(f, func(a plan.Action) string {
		name := "Action " + cmp.Or(safe.OneLine(a.Number), safe.OneLine(a.ID))
		if lead := safe.OneLine(a.Lead); lead != "" {
			name += " (" + shortened(lead, leadLength) + ")"
		}
		return name
	})
	if len(said) == 0 {
		return ""
	}
	return " " + strings.Join(said, "; ") + "."
}

// whyNone says why there are no figures, in as many whole sentences as there is room for;
// or what would give them.
func whyNone(f *findings.Finding, most int) string {
	switch {
	case len(f.Uncounted) > 0: // that they are missing is said by that
		return "needs " + f.Wanting
	case f.Wanting != "":
		return f.Verdict + "; needs " + f.Wanting
	}
	said := ""
	for sentence := range strings.SplitAfterSeq(cmp.Or(f.Needs, f.Sentence), ". ") {
		if said != "" && len(said)+len(sentence) > most {
			break
		}
		said += sentence
	}
	return shortened(strings.TrimSpace(said), most)
}
