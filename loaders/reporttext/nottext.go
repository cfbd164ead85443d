package reporttext

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"

	"wres/loaders/csvfile"
)

// NotText is the error of content that is no text or Markdown: its file has to be saved in
// another form first.
type NotText struct {
	Name string // of the file, cleaned for the screen
	What string // what it is: "a Word document"
	Do   string // what to do
}

// Error implements error.
func (e *NotText) Error() string { return fmt.Sprintf("%s is %s; %s", e.Name, e.What, e.Do) }

// What to do with the files of a program.
const (
	saveAsText = "save it as plain text (.txt) and audit that"
	saveOrCopy = "open it, copy its text into a plain text file (.txt), and audit that"
	convertPDF = "make a text of it with 'pdftotext -layout', and audit that"
)

// signatures are the bytes that files of other kinds begin with.
var signatures = []struct{ begins, holds, what, do string }{
	{"%PDF-", "", "a PDF", convertPDF},
	{"PK\x03\x04", "word/", "a Word document", saveAsText},
	{"PK\x03\x04", "xl/", "a workbook", "save the sheet with the printed figures as CSV and audit that"},
	{"PK\x03\x04", "ppt/", "a presentation", saveOrCopy},
	{"PK\x03\x04", "opendocument.text", "an OpenDocument text", saveAsText},
	{"PK", "", "a zip archive", "unpack it and audit the text in it"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "a document of an older Office program", saveAsText},
	{`{\rtf`, "", "a document in Rich Text Format", saveAsText},
	{"\x1f\x8b", "", "a compressed file", "unpack it and audit the text in it"},
}

// webPage is the beginning of a page of HTML, or of a document in XML.
var webPage = regexp.MustCompile(`^(?is:\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,900}?-->\s*)*<(?:!doctype|html|head|body|w:document|office:document)\b)`)

// textOf gives the text of a file, or says what else it is.
func textOf(content []byte, name string) (string, error) {
	const looked = 4 << 10
	head := content[:min(len(content), looked)]
	begins := bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n")
	for _, s := range signatures {
		if bytes.HasPrefix(begins, []byte(s.begins)) && (s.holds == "" || bytes.Contains(content, []byte(s.holds))) {
			return "", &NotText{csvfile.Clean(name), s.what, s.do}
		}
	}
	text, err := csvfile.Text(context.Background(), content)
	switch {
	case err != nil:
		return "", &NotText{csvfile.Clean(name), "in no encoding of text that can be read", "save it as plain text in UTF-8"}
	case strings.ContainsRune(text, 0):
		return "", &NotText{csvfile.Clean(name), "no text: it holds bytes of zero", saveAsText}
	case webPage.MatchString(text[:min(len(text), looked)]):
		return "", &NotText{csvfile.Clean(name), "a page of HTML or XML", "open it in a browser, save it as text (.txt), and audit that"}
	}
	return text, nil
}
