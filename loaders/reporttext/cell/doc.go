// Package cell reads what one cell of a printed table says: the text of a cell goes in, and
// the figures that stand in it come out, each as it is printed and with the words beside it.
//
// It also holds the one rule for what of a text is a figure at all: see [Figures].
//
// Place in the flow: loaders/reporttext hands over the cells that loaders/reporttext/grid
// found, and sets the figures under what their row and column say.
package cell
