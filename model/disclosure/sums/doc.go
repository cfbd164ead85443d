// Package sums finds out what a reader of some totals can work out about the whole
// numbers that were added up.
//
// A Reader knows of quantities: unknown whole numbers, none below nought, and sums of
// them, each in a range. Could answers whether a quantity could have a value beside all
// that is known. It looks for numbers that fit by moving along the sums, one exchange
// after another (the simplex method with bounds, as B. Dutertre and L. de Moura 2006 have
// it for questions that follow each other), and splits a range in two where these are not
// whole.
//
// A Yes is checked: the numbers found are added up again. A No rests on arithmetic with
// rounding, and whoever asks has something to hide, so that a wrong one would hide more and
// not less. A question out of its budget is answered TooLong, and means the same.
//
// That bounds of each number by itself do not find what linked tables tell is the subject
// of L. Willenborg and T. de Waal, Elements of Statistical Disclosure Control (2001),
// chapter 1 and section 6.
package sums
