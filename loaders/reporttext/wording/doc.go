// Package wording reads what the words of a printed table say a figure is of: the label of a
// row, the head of a column, a caption or a heading goes in, and the facts that it gives come
// out: an indicator, a group, a part, a year, a kind of figure.
//
// The words stand in one table (words.go). The numbers and counts of the indicators are
// those of indicator.Catalogue; bands and staff categories are read by model.
//
// Place in the flow: loaders/reporttext lays the facts of a row, its column and what stands
// above them over each other, and asks [Facts.Figure] what a figure there is called.
package wording
