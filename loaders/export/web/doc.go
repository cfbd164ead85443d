// Package web makes of the blocks of a document one HTML file that stands by itself: it
// asks for nothing from outside and runs no script, so that it can be sent, kept and
// published as it is. It is made to be heard as well as seen: headings, tables and charts
// say what they are, and it prints on A4.
//
// Place in the flow: loaders/export hands in blocks of model/report; bytes come out.
// write.go has the frame and the form of each block, page.css how they look, and markup.go
// escapes whatever comes from outside. html/template would do the same and cost the program
// two and a half megabytes: it finds methods by their names, so that the linker can leave
// none out. The charts are SVG on the axes of model/scale.
package web
