package ooxml

import "time"

// Properties is what a file says of itself.
type Properties struct {
	Title    string
	Author   string // the organisation
	Subject  string // what may be done with it
	Day      time.Time
	Language string // "en-GB"
}

// ownMark tells whoever reads a folder that the file is no extract, also once another
// program has saved it under its own name.
const ownMark = "written by wres"

const coreProperties = "core-properties"

// newArchive begins a file with its properties, whose day all of it carries.
func newArchive(p Properties) *archive {
	a := &archive{day: p.Day}
	day := func(name string) node {
		return el(name, chars(p.Day.UTC().Format(time.RFC3339))).with("xsi:type", "dcterms:W3CDTF")
	}
	core := a.add("docProps/core.xml", packageTypes+"core-properties+xml", el("cp:coreProperties",
		el("dc:title", chars(p.Title)),
		el("dc:subject", chars(p.Subject)),
		el("dc:creator", chars(p.Author)),
		el("cp:keywords", chars(ownMark)),
		day("dcterms:created"), day("dcterms:modified"),
		el("dc:language", chars(p.Language)),
	).with("xmlns:cp", packageNames+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"))
	app := a.add("docProps/app.xml", officeTypes+"extended-properties+xml", el("Properties",
		el("Application", chars("wres")),
		el("Company", chars(p.Author)),
	).with("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"))
	a.top.to(coreProperties, core)
	a.top.to("extended-properties", app)
	return a
}
