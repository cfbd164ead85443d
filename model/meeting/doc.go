// Package meeting makes what is gone through in a meeting: the figures of a year, what they
// come to and the plan go in, pages come out, each with all that is said of one finding in
// plain words. Notes are what is written on the pages.
package meeting
