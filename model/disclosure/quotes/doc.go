// Package quotes finds in texts of an organisation's own what its publication view hides.
// Such texts are shown as they were written, so whoever publishes them is to be told: texts
// and the figures go in, and the words that give a small number of people, or the share of
// a count that is hidden, come out.
//
// What is found is to be looked at, and may be harmless: "3 of the actions" is found like "3
// of the managers". What is written in other ways is not found.
package quotes
