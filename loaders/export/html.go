package export

import "wres/loaders/export/web"

// webFormat is a page for a website, in one file.
func webFormat() Format { return wholeFormat("html", false, web.Page) }
