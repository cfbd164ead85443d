package export

import (
	"io"

	"wres/loaders/export/office"
	"wres/model/report"
)

// documentFormat is a file for Word.
func documentFormat() Format { return officeFormat("docx", office.Document) }

// workbookFormat is a file for Excel.
func workbookFormat() Format { return officeFormat("xlsx", office.Workbook) }

func officeFormat(name string, made func(report.About, []report.Block) ([]byte, error)) Format {
	return Format{
		Name:   name,
		Pages:  map[report.Kind]string{report.YearPage: ""},
		Binary: true,
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
