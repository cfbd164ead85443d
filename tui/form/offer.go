package form

import (
	"slices"
	"strings"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/due"
	"wres/model/plan/spelling"
)

// picked is where in the offers of a field the user is, once an arrow chose one.
type picked struct {
	typed string // the text before the first arrow
	text  string // the one that an arrow put there; "" before
}

// offers gives the texts that a field can be completed to: the usual words, or
// earlier entries of the plan.
func (f *Model) offers(ff *Field) []string {
	all := ff.Choices
	if all == nil {
		all = f.entries[ff.Column]
	}
	typed := ff.Text()
	if ff.picked.text != "" && ff.picked.text == typed {
		typed = ff.picked.typed
	}
	if strings.TrimSpace(typed) == "" || slices.Contains(all, typed) {
		return all
	}
	return spelling.Complete(typed, all)
}

// pick puts the next offer into the field, or the one before. It is false where
// nothing is offered.
func (f *Model) pick(ff *Field, by int) bool {
	offers := f.offers(ff)
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
	p.text = f.oneLine(offers[at])
	ff.replace(p.text)
	ff.picked = p
	return true
}

// completion is the offer that the field's text begins, or "".
func (f *Model) completion(ff *Field) string {
	if strings.TrimSpace(ff.Text()) == "" {
		return ""
	}
	for _, offer := range f.offers(ff) {
		if offer != ff.Text() && !slices.Contains(ff.Choices, ff.Text()) {
			return f.oneLine(offer)
		}
	}
	return ""
}

// accept puts the completion into the field; it is false where there is none.
func (f *Model) accept(ff *Field) bool {
	if ff.picked.text != "" && ff.picked.text == ff.Text() {
		return false
	}
	offer := f.completion(ff)
	if offer == "" || slices.Contains(f.offers(ff), ff.Text()) {
		return false
	}
	ff.replace(offer)
	return true
}

// understood says what a field's text is taken for, what could complete it, or what
// would make it stronger. It stands in nobody's way.
func (f *Model) understood(ff *Field) string {
	a := f.Result()
	if ff.Column == "deadline" && strings.TrimSpace(a.Deadline) != "" {
		if words := f.deadlineWords(a); words != "" {
			return words
		}
	}
	if offered := f.offered(ff); offered != "" {
		return offered
	}
	for _, finding := range plan.Lint(plan.New(nil, []plan.Action{a}), nil, f.today) {
		if finding.Column == ff.Column {
			return f.theme.Glyphs.Warning + " " + finding.Message
		}
	}
	if ff.Column == "indicators" {
		return indicatorWords(a)
	}
	return ""
}

// deadlineWords says which day a deadline is taken for.
func (f *Model) deadlineWords(a plan.Action) string {
	d, err := due.Read(a.Deadline, f.today)
	switch {
	case err != nil:
		return f.theme.Glyphs.Warning + " Kept as words: " + f.oneLine(err.Error()) + "."
	case !d.HasDate():
		return ""
	case d.Overdue(f.today):
		return "Taken for " + d.Date.Format("Monday 2 January 2006") + ", which is past."
	}
	return "Taken for " + d.Date.Format("Monday 2 January 2006") + "."
}

// offered lists what the arrows put into the field, the present text in brackets.
func (f *Model) offered(ff *Field) string {
	offers := f.offers(ff)
	if len(offers) == 0 || ff.MultiLine {
		return ""
	}
	if text := f.completion(ff); text != "" && !slices.Contains(offers, ff.Text()) {
		return "Ctrl+Space completes: " + text
	}
	words := make([]string, len(offers))
	for i, offer := range offers {
		words[i] = f.oneLine(offer)
		if offer == ff.Text() {
			words[i] = "[" + words[i] + "]"
		}
	}
	return f.theme.Glyphs.ArrowDown + " picks: " + strings.Join(words, ", ")
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
