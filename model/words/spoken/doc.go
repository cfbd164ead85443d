// Package spoken makes of the program's sentences what is said to somebody who hears them one
// line after another: texts with signs go in, lines without them come out, of at most Width
// characters, each a whole sentence or "label: value". It is the one place for spoken forms.
//
// Place in the flow: model/words, model/findings and model/report say what figures come to;
// a conversation (tui/talk) hands what they say to Lines and Labelled before it is printed.
// Voice has the organisation's own words said in full, where a screen has their initials.
package spoken
