// Package reporttext reads a printed report for the audit: the bytes of a text or Markdown
// file go in, and a document of model/audit comes out: its figures, each with what it is a
// figure of, its sentences, and what of it was not understood.
//
// Every figure that the text has is in one of the three. A number that is a year, a date, a
// page and the like is none: the rule stands in loaders/reporttext/cell.
//
// Place in the flow: loaders/reporttext/grid lays the text out in tables and paragraphs, cell
// reads what stands in a cell, wording what the words around it say; this package puts them
// together. cmd hands the document to model/audit. What is no text is a [NotText].
package reporttext
