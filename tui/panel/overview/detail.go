package overview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/plan"
	"wres/model/whatif"
	"wres/model/words"
	"wres/model/words/benchmarks"
	"wres/model/words/inview"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// teller says what there is to say of the finding under the cursor, and of all of them.
type teller struct{ *overview }

// detail is compose, kept.
func (o *overview) detail(width, height int) panel.Pane {
	at := [3]int{o.selected, width, height}
	pane, known := o.said.details[at]
	if !known {
		pane = teller{o}.compose(width, height)
		o.said.details[at] = pane
	}
	return pane
}

// compose says the finding under the cursor in at most so many lines: its sentence, the
// picture of its indicator, what it stands beside, what would tell it, what would make it
// another, and the actions that answer it. Where the lines are few these go first, and then
// the sentences from the last.
func (o teller) compose(width, height int) panel.Pane {
	t := o.Data.Theme
	f := &o.found[o.selected]
	pane := panel.Pane{
		Title: t.Text(f.Indicator.ID + " " + f.Name),
		Badge: panel.Badge(t, f),
	}
	if f.Topic == findings.Whole {
		pane.Right = t.Text(o.Data.Words.Unit(f.Indicator))
	}
	if f.Note != "" {
		pane.Badge += " " + t.Badge(theme.Hollow, o.clean(f.Note))
	}
	said, beside, needs, answers := o.wrap(f.Sentence, width, t.Styles.Text), o.comparisons(f, width), o.needs(f, width), o.actions(width)
	drawn := o.drawn(f, width)
	for _, parts := range [][][]string{
		{said, drawn, beside, needs, o.steps(f, width), answers},
		{said, drawn, beside, needs, answers},
		{said, beside, needs, answers},
		{said, needs, answers},
	} {
		for _, apart := range []bool{true, false} {
			if lines := joined(parts, apart); len(lines) <= height && (apart || len(drawn) == 0 || height < leastDrawn) {
				pane.Lines = lines
				return pane
			}
		}
	}
	answers = answers[:min(len(answers), 1)]
	room := height - len(needs) - len(answers)
	if room < 2 {
		needs, room = nil, height-len(answers)
	}
	lines := joined([][]string{o.sentences(o.brief(f), width, max(room, 1)), needs, answers}, false)
	pane.Lines = lines[:min(len(lines), max(height, 0))]
	return pane
}

// leastDrawn is the height from which parts are always kept apart.
const leastDrawn = 15

// joined puts parts below each other, if asked for with an empty line between.
func joined(parts [][]string, apart bool) []string {
	var lines []string
	for _, p := range parts {
		if len(p) > 0 && len(lines) > 0 && apart {
			lines = append(lines, "")
		}
		lines = append(lines, p...)
	}
	return lines
}

func (o *overview) wrap(text string, width int, style theme.Style) []string {
	if text == "" {
		return nil
	}
	return panel.Wrap(o.Data.Theme, text, min(width, panel.ProseWidth), style)
}

// brief is the sentence of a finding without that on what its figures are noted as, which
// stands in the title.
func (o teller) brief(f *findings.Finding) string {
	return words.Told{Said: f.Told.Said, Doubt: f.Told.Doubt}.All()
}

// sentences gives as many whole sentences of a text as there are lines for, the first one
// in any case.
func (o teller) sentences(text string, width, height int) []string {
	st := o.Data.Theme.Styles.Text
	for end := len(text); end > 0; {
		lines := o.wrap(text[:end], width, st)
		at := strings.LastIndex(text[:end-1], ". ")
		if len(lines) <= height || at < 0 {
			return lines
		}
		end = at + 1
	}
	return nil
}

// drawn is the picture of the finding's indicator, where it has figures and a page of its
// own has none with fewer cells.
func (o teller) drawn(f *findings.Finding, width int) []string {
	if o.picture == nil || width < leastPicture {
		return nil
	}
	if _, figure := o.Data.Figure(f.Indicator.ID); figure == nil || figure.State != model.Reported {
		return nil
	}
	return o.picture(o.Data, f.About, width)
}

// leastPicture is the width from which a picture says more than the figures.
const leastPicture = 45

// comparisons names the benchmarks of the year that measure what the row does.
func (o teller) comparisons(f *findings.Finding, width int) []string {
	s, figure := o.Data.Figure(f.Indicator.ID)
	if figure == nil || f.Topic == findings.Bands || f.Topic == findings.Senior { // which are of all bands
		return nil
	}
	w := o.Data.Words
	var all []string
	for _, b := range figure.Benchmarks {
		if s.Indicator.Shape.Measures(b) {
			all = append(all, panel.Joined([]string{o.clean(b.Scope), benchmarks.Of(w, s.Indicator, b), benchmarks.Value(w, b)}, " "))
		}
	}
	if len(all) == 0 {
		return nil
	}
	return o.wrap("Beside it: "+strings.Join(all, " · ")+".", width, o.Data.Theme.Styles.Muted)
}

// needs says what would tell it, or give the figures.
func (o teller) needs(f *findings.Finding, width int) []string {
	if f.Needs == "" {
		return nil
	}
	text := "What would tell: " + f.Needs + "."
	if f.Kind == findings.NoFigures {
		text = "To have figures: " + f.Needs + "."
	}
	return o.wrap(text, width, o.Data.Theme.Styles.Title)
}

// steps says what the figure would take to be another.
func (o teller) steps(f *findings.Finding, width int) []string {
	s, figure := o.Data.Figure(f.Indicator.ID)
	if figure == nil || f.Topic != findings.Whole {
		return nil
	}
	st := o.Data.Theme.Styles
	var lines []string
	for _, step := range whatif.Of(o.Data.Words, o.Data.Results, s.Indicator, figure) {
		lines = append(lines, o.wrap(step.Label, width, st.Title)...)
		for _, l := range step.Lines {
			lines = append(lines, o.wrap(l, width, st.Text)...)
		}
	}
	return lines
}

// actions names those that answer the finding, with how late each is, a line each.
func (o teller) actions(width int) []string {
	t := o.Data.Theme
	f := &o.found[o.selected]
	if len(f.Actions) == 0 {
		style := t.Styles.Muted
		if f.Gap() {
			style = t.Styles.Notice
		}
		return o.wrap(panel.NoAction(""), width, style)
	}
	return panel.ActionLines(o.Data, f.Actions, width)
}

// late names the actions of the whole plan that are late, the oldest first.
func (o teller) late(width int) []string {
	return panel.ActionLines(o.Data, plan.Overdue(o.Data.Plan.Actions(), o.Data.Today), width)
}

// clear says in one line what clear means and how many comparisons were made, and which
// key shows the notices that have no room.
func (o teller) clear(width, hidden int) []string {
	d := o.Data
	said, made, more := d.Words.Meanings("clear")[0], "", ""
	if n := d.Results.Looks(d.Year).Made; n > 0 {
		made = " · " + words.Count(n, "comparison") + " made"
	}
	if hidden > 0 {
		more = " · " + noticesKey.Help().Key + ": " + words.Count(hidden, "notice")
	}
	short := "Clear: significant at " + words.LevelText(d.Words.Level)
	if d.Words.Rounded > 0 { // nothing can be
		said, short, more = "", "", strings.TrimPrefix(more, " · ")
	}
	text := short + cmp.Or(more, made)
	for _, longer := range []string{short + made + more, said + made + more} {
		if theme.Width(longer) <= width {
			text = longer
		}
	}
	lines := o.wrap(text, width, d.Theme.Styles.Muted)
	if d.Results.Publication {
		meaning := panel.Joined([]string{words.Rounding(d.Words), inview.Meaning(d.Results)}, " ")
		if theme.Width(meaning) > width {
			meaning = panel.Joined([]string{words.Rounding(d.Words), inview.MeaningBriefly()}, " ")
		}
		lines = append(lines, o.wrap(meaning, width, d.Theme.Styles.Muted)...)
	}
	return lines
}

// foot says what a reader must know beside the figures in at most so many lines, or in the
// fewest that it takes: all of it, without the meaning of words, or as many notices as
// there is room for.
func (o *overview) foot(width, height int) []string {
	for _, all := range []bool{true, false} {
		if lines := o.checks(width, all); len(lines) <= height {
			return lines
		}
	}
	rows := teller{o}.noticeRows(width)
	for n := len(rows) - 1; n > 0; n-- {
		clear := teller{o}.clear(width, len(rows)-n)
		if lines := slices.Concat(rows[:n]...); len(lines)+len(clear) <= height {
			return append(lines, clear...)
		}
	}
	return o.least(width)
}

// least is the foot without room for a notice.
func (o *overview) least(width int) []string {
	return teller{o}.clear(width, len(teller{o}.noticeRows(width)))
}

// checks is toCheck, kept.
func (o *overview) checks(width int, all bool) []string {
	at := [2]int{width, 0}
	if all {
		at[1] = 1
	}
	lines, known := o.said.checks[at]
	if !known {
		lines = teller{o}.toCheck(width, all)
		o.said.checks[at] = lines
	}
	return lines
}

// noticeRows are the lines of each notice, kept: what not to publish, trouble while
// reading, how the plan stands, and what has moved since the folder was last opened.
func (o teller) noticeRows(width int) [][]string {
	rows, known := o.said.notices[width]
	if known {
		return rows
	}
	t := o.Data.Theme
	for _, n := range o.notes() {
		rows = append(rows, o.marked(t.Styles.Notice, t.Glyphs.Warning, n, width))
	}
	var day []string // which is nothing without what follows it
	for i, since := range o.Data.Since {
		mark := t.Glyphs.Bullet
		if i == 0 {
			mark = " "
		}
		lines := o.marked(t.Styles.Text, mark, o.clean(since), width)
		if i == 0 && len(o.Data.Since) > 1 {
			day = lines
			continue
		}
		rows = append(rows, append(day, lines...))
		day = nil
	}
	o.said.notices[width] = rows
	return rows
}

// marked sets a text with a mark before its first line.
func (o teller) marked(style theme.Style, mark, text string, width int) []string {
	lines := o.wrap(text, width-2, style)
	for i, line := range lines {
		lines[i] = style.Render(mark) + " " + line
		mark = " "
	}
	return lines
}

// toCheck says what a reader must know beside the figures: the notices, what clear means,
// and how many comparisons were made; all of it, or in fewer words.
func (o teller) toCheck(width int, all bool) []string {
	lines := slices.Concat(o.noticeRows(width)...)
	if !all {
		return append(lines, o.clear(width, 0)...)
	}
	t := o.Data.Theme
	for _, said := range append([]string{o.meaning()}, o.shorts()...) {
		lines = append(lines, o.marked(t.Styles.Muted, t.Glyphs.Bullet, said, width)...)
	}
	return lines
}

// meaning says what clear means and which comparisons were made; of rounded counts, of which
// nothing is said to be clear, how they are rounded.
func (o teller) meaning() string {
	d := o.Data
	if d.Words.Rounded > 0 {
		return panel.Joined([]string{words.Rounding(d.Words), words.MadeOfRounded(d.Words)}, " ")
	}
	return panel.Joined([]string{d.Words.Meanings("clear")[0] + ".", words.Looks(d.Words, d.Results, d.Year)}, " ")
}

// everything is all that a reader must know beside the figures, to be read over them.
func (o teller) everything() ask.Steps {
	all := ask.Steps{Title: " Before you quote figures of " + o.Data.Year.String(), Key: noticesKey.Keys()[0]}
	var since []string
	for _, s := range o.Data.Since {
		since = append(since, o.clean(s))
	}
	for _, step := range []words.Step{
		{Label: "To check", Lines: o.notes()},
		{Label: "Since you last looked", Lines: since},
		{Label: "What the words mean", Lines: append([]string{o.meaning()}, o.shorts()...)},
	} {
		if len(step.Lines) > 0 {
			all.Steps = append(all.Steps, step)
		}
	}
	return all
}

// shorts says what the short words of the rows stand for.
func (o teller) shorts() []string {
	d := o.Data
	var shown, all []string
	marked := false
	for _, f := range o.found {
		shown = append(shown, o.named(&f))
		for _, v := range f.Values {
			marked = marked || v.Year == d.Year && strings.HasSuffix(v.Text, words.IncompleteMark)
		}
	}
	all = append(all, words.Legend(d.Words)+".")
	for _, m := range inview.Meanings(d.Words, d.Results, strings.Join(shown, " ")) {
		all = append(all, m+".")
	}
	for _, g := range model.Groups() {
		if l := d.Words.Labels; l.Short(g) != l.Label(g) {
			all = append(all, l.Short(g)+": "+l.Label(g)+".")
		}
	}
	if marked {
		all = append(all, words.IncompleteMark+" incomplete.")
	}
	return all
}

// notes are what is to be checked before a figure is quoted.
func (o teller) notes() []string {
	d := o.Data
	var notes []string
	if internal := inview.Internal(d.Results, d.Year, true); internal != "" {
		notes = append(notes, internal)
	}
	for _, f := range o.found {
		if f.Note != "" {
			notes = append(notes, fmt.Sprintf("%s %s: noted as %s.", f.Indicator.ID, f.Name, o.clean(f.Note)))
		}
	}
	r := d.Report
	if n := r.Errors(); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s of the extracts could not be used: f lists them.", n, panel.Plural(n, "part", "parts")))
	} else if n := len(r.Problems); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s about the extracts: f lists them.", n, panel.Plural(n, "notice", "notices")))
	}
	if n := r.NotUsed(); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s not used: press f to see why, and what to do.", n, panel.Plural(n, "file is", "files are")))
	}
	if n := r.NotMapped(); n > 0 {
		notes = append(notes, fmt.Sprintf("%d %s not mapped: press f to say what %s.", n, panel.Plural(n, "label is", "labels are"), panel.Plural(n, "it means", "they mean")))
	}
	if overdue := len(plan.Overdue(d.Plan.Actions(), d.Today)); overdue > 0 {
		notes = append(notes, fmt.Sprintf("%d of %d actions in the plan are late: p opens it.", overdue, d.Plan.Len()))
	}
	return notes
}

// intervalTitle heads a column of intervals.
func intervalTitle(d panel.Data) string { return words.IntervalShort(d.Results.Settings.Level) }
