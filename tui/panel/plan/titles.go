package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/theme"
)

// sharedOpening is how many letters two actions share at their beginning before these are cut.
const sharedOpening = 20

// titled is the text of an action in the making of its row's title.
type titled struct {
	id, text string
	like     string // the other text that begins most as this one does; "": none
}

// titles gives the text of each action for a column of a width, by its id. No two look alike
// there: words with which several begin are cut, as rows that end in an ellipsis would else
// be the same.
func titles(d panel.Data, all []plan.Action, width int) map[string]string {
	rows := make([]titled, len(all))
	for i, a := range all {
		rows[i] = titled{id: a.ID, text: d.Theme.Text(d.Line(a.Text))}
	}
	slices.SortStableFunc(rows, func(a, b titled) int { return strings.Compare(a.text, b.text) })
	for i := range rows { // what begins most alike is a neighbour now
		for _, step := range []int{-1, +1} {
			j := i + step
			for j >= 0 && j < len(rows) && rows[j].text == rows[i].text {
				j += step
			}
			if j >= 0 && j < len(rows) && common(rows[i].text, rows[j].text) >= common(rows[i].text, rows[i].like) {
				rows[i].like = rows[j].text
			}
		}
	}
	made, seen := map[string]string{}, map[string]bool{}
	for _, r := range rows {
		text := r.within(d.Theme, width)
		for n := 2; seen[cutTo(d.Theme, text, width)]; n++ {
			text = fmt.Sprintf("(%d) %s", n, r.text)
		}
		seen[cutTo(d.Theme, text, width)], made[r.id] = true, text
	}
	return made
}

// cutTo is a text as a column of a width shows it.
func cutTo(t theme.Theme, text string, width int) string {
	return ansi.Truncate(text, max(width, 0), t.Glyphs.Ellipsis)
}

// within gives the text from where it differs from the one that is most like it, if that
// would not be seen.
func (r titled) within(t theme.Theme, width int) string {
	same, words := common(r.text, r.like), opening(r.text, r.like)
	unseen := theme.Width(r.text[:same]) >= width-theme.Width(t.Glyphs.Ellipsis)
	switch {
	case theme.Width(r.text) <= width || words < sharedOpening && !unseen || same == len(r.text):
		return r.text
	case theme.Width(r.text[words:same]) < width-6: // the word that differs does so in sight
		return r.from(t, words, width)
	}
	from := same
	for range min(3, utf8.RuneCountInString(r.text[:same])) {
		_, size := utf8.DecodeLastRuneInString(r.text[:from])
		from -= size
	}
	return t.Glyphs.Ellipsis + r.text[from:]
}

// from gives the text from a word on, and a short end with as many words before it as half
// the width has room for: "A" alone says little.
func (r titled) from(t theme.Theme, word, width int) string {
	text := t.Glyphs.Ellipsis + " " + r.text[word:]
	for word > 0 {
		word = strings.LastIndex(r.text[:word-1], " ") + 1
		longer := t.Glyphs.Ellipsis + " " + r.text[word:]
		if word == 0 || theme.Width(longer) > width/2 {
			break
		}
		text = longer
	}
	return text
}

// common is how many bytes two texts share at their beginning, in whole letters.
func common(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return n
}

// opening is how many bytes two texts share at their beginning, in whole words; all of
// neither.
func opening(a, b string) int { return strings.LastIndex(a[:common(a, b)], " ") + 1 }
