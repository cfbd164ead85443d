// Package meeting makes what is gone through in a meeting: the figures of a year, what they
// come to and the plan go in, pages come out. A page holds all that is said of one finding,
// in plain words, with what a chart of it is drawn from. Notes are what is written on pages.
package meeting
