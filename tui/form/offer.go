package form

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/aims"
	"wres/model/plan/due"
	"wres/model/plan/spelling"
	"wres/tui/panel"
)

// offered is what can be picked, and the figure that the action starts from.
type offered struct {
	entries map[string][]string // by the column of a field
	start   aims.Start
	of      string              // what start was made of
	others  int                 // figures that the action keeps beside it
	clean   func(string) string // what of a text may stand in a line
}

// settle follows what the action serves: its targets and its measure are those of the figure
// that it keeps, or else of the figure of the year.
func (o *offered) settle(d panel.Data, a plan.Action) {
	of := a.Evidence + "\n" + a.Indicators
	if of == o.of {
		return
	}
	o.of, o.start, o.others = of, aims.Of(d.Words, d.Results, a), max(len(a.EvidenceFigures())-1, 0)
	if ids := a.IndicatorIDs(); o.start.Where() == "" && len(ids) > 0 {
		o.start = aims.Now(d.Words, d.Results, ids[0], d.Year)
	}
	o.entries["target"] = o.start.Targets()
	for column, text := range map[string]string{"measure": o.start.Measure(), "baseline": o.start.Baseline()} {
		if delete(o.entries, column); text != "" {
			o.entries[column] = []string{text}
		}
	}
}

// all gives the texts that a field can be completed to: the usual words, earlier entries of
// the plan, or what is worked out from today and the figure.
func (o *offered) all(ff *Field) []string {
	if ff.Choices != nil {
		return ff.Choices
	}
	return o.entries[ff.Column]
}

// stands reports whether a text of several lines is one that was picked, or none yet: then
// the arrows pick in it.
func (o *offered) stands(ff *Field) bool {
	all := o.all(ff)
	return len(all) > 0 && (strings.TrimSpace(ff.Text()) == "" || slices.Contains(all, ff.Text()))
}

// picked is where in the offers of a field the user is, once an arrow chose one.
type picked struct {
	typed string // the text before the first arrow
	text  string // the one that an arrow put there; "" before
}

// offers gives those that go on from what was typed.
func (o *offered) offers(ff *Field) []string {
	all := o.all(ff)
	typed := ff.Text()
	if ff.picked.text != "" && ff.picked.text == typed {
		typed = ff.picked.typed
	}
	if ff.Column == "indicators" {
		return withAnother(typed)
	}
	if strings.TrimSpace(typed) == "" || slices.Contains(all, typed) {
		return all
	}
	return spelling.Complete(typed, all)
}

// withAnother gives a text that names indicators with each of the others behind it.
func withAnother(typed string) (all []string) {
	ids := plan.Action{Indicators: typed}.IndicatorIDs()
	before := strings.TrimRight(typed, " ;,")
	if before != "" {
		before += "; "
	}
	for _, ind := range indicator.Catalogue() {
		if !slices.Contains(ids, ind.ID) {
			all = append(all, before+ind.ID)
		}
	}
	return all
}

// pick puts the next offer into the field, or the one before. It is false where
// nothing is offered.
func (o *offered) pick(ff *Field, by int) bool {
	offers := o.offers(ff)
	if len(offers) == 0 {
		return false
	}
	p := ff.picked
	if p.text == "" || p.text != ff.Text() {
		p = picked{typed: ff.Text()}
	}
	at := slices.Index(offers, ff.Text())
	switch {
	case at >= 0:
		at = (at + by + len(offers)) % len(offers)
	case by < 0:
		at = len(offers) - 1
	default:
		at = 0
	}
	p.text = o.clean(offers[at])
	ff.replace(p.text)
	if !ff.MultiLine && ansi.StringWidth(p.text) > ff.line.Width() { // its beginning says what it is
		ff.line.CursorStart()
	}
	ff.picked = p
	return true
}

// completion is the offer that the field's text begins, or "".
func (o *offered) completion(ff *Field) string {
	if strings.TrimSpace(ff.Text()) == "" || ff.Column == "indicators" { // which adds, and completes nothing
		return ""
	}
	for _, offer := range o.offers(ff) {
		if offer != ff.Text() && !slices.Contains(ff.Choices, ff.Text()) {
			return o.clean(offer)
		}
	}
	return ""
}

// accept puts the completion into the field; it is false where there is none.
func (o *offered) accept(ff *Field) bool {
	if ff.picked.text != "" && ff.picked.text == ff.Text() {
		return false
	}
	offer := o.completion(ff)
	if offer == "" || slices.Contains(o.offers(ff), ff.Text()) {
		return false
	}
	ff.replace(offer)
	return true
}

// understood says what a field's text is taken for, what could complete it, or what
// would make it stronger. It stands in nobody's way.
func (f drawing) understood(ff *Field) string {
	a := f.Result()
	if ff.Column == "deadline" && strings.TrimSpace(a.Deadline) != "" {
		if words := f.deadlineWords(a); words != "" {
			return words
		}
	}
	if offered := f.offersInWords(ff); offered != "" && ff.Column != "indicators" {
		return offered
	}
	for _, finding := range plan.Lint(plan.New(nil, []plan.Action{f.Saved()}), nil, f.data.Today) {
		if finding.Column == ff.Column {
			return f.data.Theme.Glyphs.Warning + " " + finding.Message
		}
	}
	if ff.Column == "indicators" {
		return f.data.Theme.Glyphs.ArrowDown + " adds another. Served: " + indicatorWords(a)
	}
	return ""
}

// deadlineWords says which day a deadline is taken for.
func (f drawing) deadlineWords(a plan.Action) string {
	d, err := due.Read(a.Deadline, f.data.Today)
	switch {
	case err != nil:
		return f.data.Theme.Glyphs.Warning + " Kept as words: " + f.oneLine(err.Error()) + "."
	case !d.HasDate():
		return ""
	case d.Overdue(f.data.Today):
		return "Taken for " + due.Weekday(d.Date) + ", which is past."
	}
	return "Taken for " + due.Weekday(d.Date) + "."
}

// offersInWords lists what the arrows put into the field, the present text in brackets.
func (f drawing) offersInWords(ff *Field) string {
	offers := f.offered.offers(ff)
	if len(offers) == 0 || ff.MultiLine && !f.offered.stands(ff) {
		return ""
	}
	if text := f.offered.completion(ff); text != "" && !slices.Contains(offers, ff.Text()) {
		return "Ctrl+Space completes: " + text
	}
	words := make([]string, len(offers))
	for i, offer := range offers {
		words[i] = f.oneLine(offer)
		if offer == ff.Text() {
			words[i] = "[" + words[i] + "]"
		}
	}
	return f.data.Theme.Glyphs.ArrowDown + " picks: " + strings.Join(words, ", ")
}

// indicatorWords names the indicators that an action serves.
func indicatorWords(a plan.Action) string {
	var names []string
	for _, id := range a.IndicatorIDs() {
		if ind := indicator.Lookup(id); ind != nil {
			names = append(names, id+" "+ind.Tab)
		}
	}
	return strings.Join(names, ", ")
}
