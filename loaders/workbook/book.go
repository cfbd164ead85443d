package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Limits of what a workbook may unfold to, in bytes, and of its sheets.
const (
	maxPart   = 16 << 20  // a small part
	maxSheet  = 1 << 30   // the XML of a sheet
	maxTexts  = 256 << 20 // the strings that sheets share
	maxSheets = 500
)

// Book is an open workbook. It belongs to one goroutine.
type Book struct {
	Sheets []Sheet
	Macros bool // it has macros, which are never run
	Own    bool // wres wrote it

	parts    map[string]*zip.File
	textPart string // "": none
	texts    []string
	read     bool // texts
	codes    map[int]string
	styles   []int // the number format of each style
	formats  map[int]*format
	from1904 bool
}

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name   string // as the workbook has it
	Hidden bool   // it is not read
	Chart  bool   // it has no cells
	part   string
}

// Open finds the sheets of a workbook. Its error says, for people, why the file is not
// read and what to do.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, notZip(r, size, err)
	}
	b := &Book{parts: map[string]*zip.File{}}
	for _, p := range z.File {
		name := strings.ToLower(strings.TrimPrefix(p.Name, "/"))
		if b.parts[name] != nil {
			return nil, broken(fmt.Sprintf("it holds the part %q twice", name))
		}
		b.parts[name] = p
	}
	main, err := b.main()
	if err != nil {
		return nil, err
	}
	if err := b.open(main); err != nil {
		return nil, err
	}
	b.Own = b.isOwn()
	return b, nil
}

// refusal is why something is not read and what to do, in words for people.
type refusal string

// Error implements error.
func (r refusal) Error() string { return string(r) }

func refuse(format string, args ...any) error { return refusal(fmt.Sprintf(format, args...)) }

// broken refuses a workbook that does not hold together.
func broken(what string) error {
	return refusal("the workbook is damaged: " + what + "; open it in Excel and save it again, or copy it anew")
}

// notZip says of a file that is no zip archive what it is.
func notZip(r io.ReaderAt, size int64, why error) error {
	head := make([]byte, 512)
	n, err := r.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return err
	}
	head = head[:n]
	switch {
	case n == 0:
		return refusal("the file is empty; copy the workbook anew")
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		if hasPassword(r, head) {
			return refusal("the workbook has a password; open it in Excel, take the password off (File, Info, Protect Workbook), and save a copy here that stays on this machine")
		}
		return refusal("this is an Excel workbook of the older kind (.xls) under another name; open it in Excel and save it as .xlsx")
	case bytes.HasPrefix(head, []byte("PK")):
		return broken("it is cut off, or not all of it was copied")
	case !errors.Is(why, zip.ErrFormat):
		return why
	}
	return refusal("this is no Excel workbook, whatever its name says; open it in Excel and save it as .xlsx")
}

// hasPassword looks for the encrypted workbook in the first folder of an OLE file.
func hasPassword(r io.ReaderAt, head []byte) bool {
	if len(head) < 52 {
		return false
	}
	sector := int64(1) << (binary.LittleEndian.Uint16(head[30:]) & 15)
	folder := make([]byte, 4096)
	n, _ := r.ReadAt(folder, (int64(binary.LittleEndian.Uint32(head[48:]))+1)*sector) // what is not there is not found
	var name []byte
	for _, c := range []byte("EncryptedPackage") {
		name = append(name, c, 0)
	}
	return bytes.Contains(folder[:n], name)
}

// relations says what the parts that a part names are: by id, and by the end of the type.
type relations struct {
	Relationship []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
		Mode   string `xml:"TargetMode,attr"`
	}
}

// relationsOf reads the relations of a part; "" is the whole workbook.
func (b *Book) relationsOf(part string) (byID, byType map[string]string, types map[string]string, err error) {
	var all relations
	folder, file := path.Split(part)
	if err := b.decode(folder+"_rels/"+file+".rels", &all); err != nil {
		return nil, nil, nil, err
	}
	byID, byType, types = map[string]string{}, map[string]string{}, map[string]string{}
	for _, r := range all.Relationship {
		if r.Mode == "External" {
			continue
		}
		target := path.Join("/", folder, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = path.Clean(r.Target)
		}
		kind := r.Type[strings.LastIndexByte(r.Type, '/')+1:]
		byID[r.ID], byType[kind], types[r.ID] = strings.ToLower(target[1:]), strings.ToLower(target[1:]), kind
	}
	return byID, byType, types, nil
}

// main finds the part that lists the sheets.
func (b *Book) main() (string, error) {
	switch {
	case b.parts["content.xml"] != nil && b.parts["mimetype"] != nil:
		return "", refusal("this is an OpenDocument file under another name; open it and save it as .xlsx")
	case b.parts["_rels/.rels"] == nil:
		return "", refusal("this is a zip archive and no Excel workbook, whatever its name says; unpack it")
	}
	_, byType, _, err := b.relationsOf("")
	if err != nil {
		return "", err
	}
	main := byType["officeDocument"]
	switch {
	case strings.HasSuffix(main, ".bin"):
		return "", refusal("this is a binary workbook (.xlsb) under another name; open it in Excel and save it as .xlsx")
	case b.parts[main] == nil:
		return "", broken("the list of its sheets is missing")
	}
	return main, nil
}

// mainPart is the part that lists the sheets.
type mainPart struct {
	XMLName    xml.Name
	Properties struct {
		From1904 string `xml:"date1904,attr"`
	} `xml:"workbookPr"`
	Sheets struct {
		Sheet []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheet"`
	} `xml:"sheets"`
}

// open reads the list of sheets and what all of them need.
func (b *Book) open(main string) error {
	var m mainPart
	if err := b.decode(main, &m); err != nil {
		return err
	}
	if m.XMLName.Local != "workbook" {
		return refusal("this is another document of Office under the name of a workbook; save the figures as .xlsx")
	}
	if n := len(m.Sheets.Sheet); n > maxSheets {
		return refuse("the workbook has %d sheets, and the limit is %d; split it", n, maxSheets)
	}
	b.from1904 = m.Properties.From1904 == "1" || m.Properties.From1904 == "true"
	byID, byType, types, err := b.relationsOf(main)
	if err != nil {
		return err
	}
	b.textPart, b.Macros = byType["sharedStrings"], byType["vbaProject"] != ""
	for _, s := range m.Sheets.Sheet {
		id := ""
		for _, a := range s.Attrs {
			if a.Name.Local == "id" && a.Name.Space != "" {
				id = a.Value
			}
		}
		sheet := Sheet{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden", Chart: types[id] != "worksheet", part: byID[id]}
		if !sheet.Chart && b.parts[sheet.part] == nil {
			return broken(fmt.Sprintf("its sheet %q is missing", s.Name))
		}
		same := func(o Sheet) bool { return o.part == sheet.part || strings.EqualFold(o.Name, sheet.Name) }
		if slices.ContainsFunc(b.Sheets, same) {
			return broken(fmt.Sprintf("its sheet %q is there twice", s.Name))
		}
		b.Sheets = append(b.Sheets, sheet)
	}
	return b.readStyles(byType["styles"])
}

// stylePart is the part of a workbook's styles, as far as it tells of numbers.
type stylePart struct {
	Formats struct {
		Format []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmt"`
	} `xml:"numFmts"`
	Styles struct {
		Style []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"xf"`
	} `xml:"cellXfs"`
}

func (b *Book) readStyles(part string) error {
	b.codes, b.formats = map[int]string{}, map[int]*format{}
	if b.parts[part] == nil {
		return nil
	}
	var s stylePart
	if err := b.decode(part, &s); err != nil {
		return err
	}
	for _, f := range s.Formats.Format {
		b.codes[f.ID] = f.Code
	}
	for _, x := range s.Styles.Style {
		b.styles = append(b.styles, x.Format)
	}
	return nil
}

// formatOf gives the number format of a style; nil: plain.
func (b *Book) formatOf(style int) *format {
	if style < 0 || style >= len(b.styles) {
		return nil
	}
	id := b.styles[style]
	f, known := b.formats[id]
	if !known {
		code, own := b.codes[id]
		if !own {
			code = builtIn[id]
		}
		f = parseFormat(code)
		b.formats[id] = f
	}
	return f
}

// isOwn reports whether wres wrote the workbook: it says so, where another program that
// has saved it since keeps it.
func (b *Book) isOwn() bool {
	var app struct{ Application string }
	var core struct {
		Keywords string `xml:"keywords"`
	}
	// A workbook without such a part is nobody's.
	return b.decode("docprops/app.xml", &app) == nil && app.Application == "wres" ||
		b.decode("docprops/core.xml", &core) == nil && core.Keywords == OwnMark
}

// OwnMark is the keyword of the workbooks that wres writes.
const OwnMark = "written by wres"

// decode reads a small part.
func (b *Book) decode(name string, into any) error {
	r, err := b.part(name, maxPart)
	if err != nil {
		return err
	}
	defer r.Close() // it was read only
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return b.reason(name, err)
	}
	return nil
}

// part opens a part of the workbook, of which no more than a number of bytes is read.
func (b *Book) part(name string, most int64) (io.ReadCloser, error) {
	p := b.parts[name]
	if p == nil {
		return nil, broken(fmt.Sprintf("its part %q is missing", name))
	}
	r, err := p.Open()
	if err != nil {
		return nil, b.reason(name, err)
	}
	return &limited{r, most}, nil
}

// limited refuses to read on after so many bytes: a small file can unfold to any size.
type limited struct {
	io.ReadCloser
	left int64
}

var errTooLarge = errors.New("too large")

// Read implements io.Reader.
func (l *limited) Read(b []byte) (int, error) {
	if l.left <= 0 {
		return 0, errTooLarge
	}
	n, err := l.ReadCloser.Read(b[:min(int64(len(b)), l.left)])
	l.left -= int64(n)
	return n, err
}

// reason words why a part cannot be read. What the file system says stays, and what is
// worded already.
func (b *Book) reason(name string, err error) error {
	_, worded := errors.AsType[refusal](err)
	_, ofDisk := errors.AsType[*fs.PathError](err)
	switch {
	case worded, ofDisk, errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, errTooLarge):
		return refuse("a part of the workbook, %q, unfolds to more than is read; save the sheet as CSV UTF-8", name)
	}
	return broken(fmt.Sprintf("its part %q cannot be read", name))
}

// Read reads the cells of a sheet; of a workbook's beginning most rows, where that is not
// 0. The error says, for people, why the sheet is not read; or it is that of ctx.
func (b *Book) Read(ctx context.Context, sheet Sheet, most int) (*Table, error) {
	if !b.read && b.textPart != "" {
		if err := b.readShared(); err != nil {
			return nil, err
		}
	}
	b.read = true
	r, err := b.part(sheet.part, maxSheet)
	if err != nil {
		return nil, err
	}
	defer r.Close() // it was read only
	s := &sheetReader{Book: b, x: newScanner(r), table: &Table{}, most: most, stored: map[int]bool{}, monthly: map[int]string{}}
	if err := s.read(ctx); err != nil {
		return nil, b.reason(sheet.part, err)
	}
	if s.bare > 0 {
		return nil, refuse("%s, first in %s, hold a formula whose value was not saved; open the workbook in Excel, save it, and it is there",
			counted(s.bare, "cell"), s.firstBare)
	}
	if err := s.swapped(); err != nil {
		return nil, err
	}
	for _, c := range s.columns {
		s.table.hiddenColumns += max(min(c.to, s.table.width)-max(c.from, 1)+1, 0)
	}
	return s.table, nil
}

func (b *Book) readShared() error {
	r, err := b.part(b.textPart, maxTexts)
	if err != nil {
		return err
	}
	defer r.Close() // it was read only
	if b.texts, err = readTexts(r, maxTexts); err != nil {
		return b.reason(b.textPart, err)
	}
	return nil
}

// Notices say what whoever knows the sheet in Excel may not expect of how it is read.
func (t *Table) Notices() (all []string) {
	if t.hiddenRows > 0 {
		all = append(all, counted(t.hiddenRows, "row")+" of the sheet that a filter or someone has hidden, read as all others; if they are not meant, delete them")
	}
	if t.hiddenColumns > 0 {
		all = append(all, counted(t.hiddenColumns, "column")+" of the sheet hidden, read as all others; if they are not meant, delete them")
	}
	if t.formulas > 0 {
		all = append(all, counted(t.formulas, "cell")+" with a formula, of which the value is read that was saved last")
	}
	return all
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
