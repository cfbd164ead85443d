// Package inview says in which view a page or a screen has the figures: the full one, which
// may hold counts that identify someone, or the one that may be published.
package inview

import (
	"fmt"

	"wres/model/indicator"
	"wres/model/words"
)

// Name is what the publication view is called above a screen.
func Name(w words.Voice) string {
	if w.Rounded > 0 {
		return fmt.Sprintf("publication view, rounded to %d", w.Rounded)
	}
	return "publication view"
}

// Publication says what a publication view is, and what its mark means.
func Publication(view *indicator.Results) string { return Briefly(view) + " " + Meaning(view) }

// Briefly says what a publication view is, where its mark is not shown.
func Briefly(view *indicator.Results) string {
	if w := words.For(view.Settings); w.Rounded > 0 {
		return "Publication view. " + words.Rounding(w) + " " + words.MadeOfRounded(w)
	}
	return "Publication view: figures that could identify someone are hidden."
}
