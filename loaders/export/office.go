package export

import (
	"io"

	"wres/loaders/export/office"
	"wres/model/report"
)

// documentFormat is a file for Word.
func documentFormat() Format { return wholeFormat("docx", true, office.Document) }

// workbookFormat is a file for Excel.
func workbookFormat() Format {
	f := wholeFormat("xlsx", true, office.Workbook)
	f.Without = func(p report.Page, o Options) []string {
		if page, ok := p.(report.Whole); ok {
			return office.Cuts(page.Blocks(o.Safe))
		}
		return nil
	}
	return f
}

// wholeFormat is the form of a page that is a document of its own.
func wholeFormat(name string, binary bool, made func(report.About, []report.Block) ([]byte, error)) Format {
	return Format{
		Name:   name,
		Pages:  map[report.Kind]string{report.YearPage: ""},
		Binary: binary,
		Write: func(w io.Writer, p report.Page, o Options) error {
			page, ok := p.(report.Whole)
			if !ok {
				return notWritten(name, p)
			}
			content, err := made(page.About(o.Safe), page.Blocks(o.Safe))
			if err != nil {
				return err
			}
			_, err = w.Write(content)
			return err
		},
	}
}
