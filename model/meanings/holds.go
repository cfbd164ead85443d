package meanings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model/nearest"
	"wres/model/source"
	"wres/model/words"
)

// mostHeld is how many labels of a column are named.
const mostHeld = 4

// heldLabels names the labels at the beginning of a column, those of most rows first; "":
// none is to be named. It says how many rows have each: this screen is not opened over the
// figures as they may be published.
func heldLabels(h *source.Held) string {
	var parts []string
	rest := h.Rest
	for i, l := range h.Labels {
		if i >= mostHeld {
			rest += l.Rows
			continue
		}
		parts = append(parts, fmt.Sprintf("%s (%s)", l.Meaning, words.Thousands(l.Rows)))
	}
	if rest > 0 && len(parts) > 0 {
		parts = append(parts, fmt.Sprintf("others (%s)", words.Thousands(rest)))
	}
	return strings.Join(parts, ", ")
}

// HeldBriefly is heldLabels, or where none is named of what kind they are.
func HeldBriefly(h *source.Held) string {
	if h == nil {
		return ""
	}
	return cmp.Or(heldLabels(h), "labels of "+heldKind(h))
}

// heldKind is what the labels of a column are of.
func heldKind(h *source.Held) string { return strings.ReplaceAll(h.Table, "_", " ") }

// HeldSaid says in a sentence what the cells of a column read as; "": nothing is known.
func HeldSaid(h *source.Held) string {
	if h == nil {
		return ""
	}
	said := fmt.Sprintf("Its first %s read as %s", words.Count(h.Rows, "cell"), heldKind(h))
	if labels := heldLabels(h); labels != "" {
		said += ": " + labels
	}
	return said + ". "
}

// byCells puts the columns first that hold such labels as a column's cells are. Where just
// one of them is free in the file, it is the nearest.
func (r *Reading) byCells(order nearest.Order, h *source.Held, taken []string, all []Choice) nearest.Order {
	if h == nil {
		return order
	}
	var places []int
	for i, c := range all {
		if r.Choices.Tables[c.Meaning] == h.Table && !slices.Contains(taken, c.Meaning) {
			places = append(places, i)
		}
	}
	if len(places) == 0 {
		return order
	}
	made := nearest.Order{Places: places, Near: len(places) == 1}
	for _, l := range h.Labels[:min(2, len(h.Labels))] {
		made.Words = append(made.Words, l.Meaning)
	}
	for _, p := range order.Places {
		if !slices.Contains(places, p) {
			made.Places = append(made.Places, p)
		}
	}
	return made
}
