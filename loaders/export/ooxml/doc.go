// Package ooxml writes the two kinds of file that Word and Excel read: a [Document]
// (DOCX) and a [Workbook] (XLSX), both made of the same [Table] and [Chart].
//
// Both are a zip archive of XML parts, which name each other by relationships: parts.go
// has that. A chart is one part that is the same in both. What comes out is made for
// screen readers first: heading styles, header rows, captions, a description of each
// chart, British English as the language. It depends on what is put in and on nothing
// else: the same input is the same bytes.
//
// Place in the flow: loaders/export hands in words and numbers; bytes come out. The
// package knows nothing of the standard, and imports nothing of ours but the rule by which a
// text begins as a formula does.
package ooxml
