package report

import "wres/model"

// Whole is a page that is a document of its own: what files say of themselves comes from it.
type Whole interface {
	Worded
	About(s Safe) About
}

// About is what a document is. The view says what may be done with it.
type About struct {
	Title        string
	Organisation string
	View         string
	Year         model.Year
}
