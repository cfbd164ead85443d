// Package talk is the app for somebody who hears it: a conversation of plain lines. It says
// where one is and what can be chosen there, reads a line (a number, a word, or nothing), and
// says what comes of it below. Nothing is drawn, and nothing that was said is changed.
//
// A reader of lines, a writer, and what it needs of the world as functions (Deps) go in; lines
// come out, each made by model/words/spoken. It shows what tui shows and changes the plan in
// the same way: tui/keep has its history, its journal and its conflicts, and what that asks is
// asked here in numbered answers. Everything happens one after the other: there is no program
// of Bubble Tea, and a save is over before the next line is read.
//
// Each place is data: what is said there, and its choices (place.go). A place more is a
// function that makes one, and a choice in another.
package talk
