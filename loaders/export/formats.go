package export

import (
	"fmt"
	"io"
	"slices"

	"wres/model/plan"
	"wres/model/report"
)

// Format is a form that pages are written in.
type Format struct {
	// Name is that of its flag, and the ending of its files.
	Name string
	// Pages are those that it writes, each with what the help says of it.
	Pages map[report.Kind]string
	// Write writes one of its pages.
	Write func(w io.Writer, p report.Page, o Options) error
	// Data is true of values for programs: what a page says of itself, such as that it
	// is the built-in example's, is not among them.
	Data bool
	// Binary is true of what is no text: it goes to a file, and is not printed.
	Binary bool
	// Figures is true where what is written of a plan says what the figures say of it.
	Figures bool
	// Without says, where it is not nil, what of a page the form has no place for.
	Without func(p report.Page, o Options) []string
}

// Formats is the table of forms, in the order in which they are offered. A new form is
// one line here.
func Formats() []Format {
	return []Format{
		textFormat(),
		jsonFormat(),
		sheetFormat(),
		markdownFormat(),
		rowsFormat(),
		calendarFormat(),
		webFormat(),
		documentFormat(),
		workbookFormat(),
	}
}

// For gives the forms of a page.
func For(page report.Kind) []Format {
	return slices.DeleteFunc(Formats(), func(f Format) bool {
		_, writes := f.Pages[page]
		return !writes
	})
}

// Find gives the form of a page that has a name.
func Find(page report.Kind, name string) (f Format, found bool) {
	for _, f := range For(page) {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Options is what the writers are handed of the world.
type Options struct {
	Safe  report.Safe
	Sheet func(plan.Plan) ([]byte, error) // a plan in the form of its own file
	Paper Paper
}

// notWritten is the error of a page or a block that a form does not know.
func notWritten(form string, what any) error {
	return fmt.Errorf("there is no %s of %T", form, what)
}
