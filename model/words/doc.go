// Package words says what figures come to: numbers as people write them, sentences on
// what a figure shows and how sure it is, warnings, and the steps by which it came
// about. It is the one place for English about figures; what an indicator is called
// stands in its entry of the catalogue.
//
// It stands behind model/indicator, whose results it is handed and which does not know
// it. Every screen, summary and report says a figure through it, so that a sentence is
// changed and read in one place.
package words
