// Package guard runs the terminal app so that it ends well: a panic ends it as a quit
// does and leaves its place and nothing of the data; the first signal asks it to end, so
// that it can finish its save, and the second ends it; a crash leaves no image of the
// memory.
//
// Place in the flow: cmd hands it the app and the Bubble Tea program, and asks it
// afterwards how both ended.
package guard
