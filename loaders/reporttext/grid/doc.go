// Package grid finds the tables and paragraphs of a report's text: text goes in, and blocks
// come out in order, each with the physical lines on which it stands.
//
// A table is written with pipes, with tabs, with columns that two or more spaces part (as
// pdftotext -layout writes them), or in rows of <tr>. Every way comes to the same rows of
// cells. Tags, footnote marks, marks of Markdown and characters that cannot be seen are
// taken off.
//
// Place in the flow: loaders/reporttext reads what the cells and sentences say. This
// package knows no word of the standard.
package grid
