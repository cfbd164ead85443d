// Package sums finds out what a reader of some totals can work out about the whole
// numbers that were added up.
//
// A System holds what the reader knows: unknown whole numbers, none below nought, and
// sums of them that are known or that lie between two numbers. Can answers whether a sum
// could have a value: by narrowing the range of each number until nothing changes, and
// where that does not decide by trying values, the smallest range first. It is exact,
// and bounded: a question that takes too long is answered TooLong, which whoever has
// something to hide takes for "could not", as nothing was shown.
//
// That this finds what can be told from linked tables, and that bounds of each number by
// itself do not, is the subject of L. Willenborg and T. de Waal, Elements of Statistical
// Disclosure Control (2001), chapter 1 and section 6.
package sums
