// Package ownwords reads what an organisation itself writes into its yearly report:
// Markdown files in the folder report beside its extracts go in, and blocks of
// model/report come out, with what was left out of them and in which line.
//
// The files are CommonMark with tables. Of what a document can't hold in every form
// nothing is taken over: HTML, images, and links that lead elsewhere than to the web or a
// mail address. A file of comments only is as none. Headings are numbered from level 1 and
// leave none out, whatever they were: the report puts them below its own.
//
// Place in the flow: cmd reads the folder with [Read] and hands the blocks to
// model/report/yearly, which makes their text safe; [Init] writes the files to begin with.
package ownwords
