package loaders

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/loaders/workbook"
	"wres/model/source"
)

// workbooks are the workbooks of a folder, by what their sheets are named as extracts.
type workbooks struct {
	sheets  map[string]sheet
	refused map[string]error // workbooks that are not read at all, by name
	notices []source.Problem // of workbooks, not of one sheet
	files   []fs.File        // that are open
}

// sheet is one sheet of an open workbook.
type sheet struct {
	workbook string
	book     *workbook.Book
	workbook.Sheet
}

// readable are the workbooks that are read; others say what is to be done with those that
// are not.
var (
	readable = []string{".xlsx", ".xlsm"}
	others   = map[string]string{
		".xls":     "a workbook of the older kind",
		".xlsb":    "a binary workbook",
		".xlt":     "a template of a workbook",
		".xltx":    "a template of a workbook",
		".xltm":    "a template of a workbook",
		".ods":     "an OpenDocument workbook",
		".fods":    "an OpenDocument workbook",
		".numbers": "a workbook of Numbers",
	}
)

// open opens the workbooks of a folder and names what is to be read of them: each sheet,
// and each workbook that is not read, to be refused. They stay open until close.
func (w *workbooks) open(entries []fs.DirEntry, input func(name string) (*input, error)) (names []string) {
	w.sheets, w.refused = map[string]sheet{}, map[string]error{}
	for _, e := range entries {
		name := e.Name()
		ext := ending(name)
		switch {
		case passedOver(e):
		case slices.Contains(readable, ext):
			names = append(names, w.openBook(name, input)...)
		case others[ext] != "":
			w.refused[name] = &unread{others[ext]}
			names = append(names, name)
		}
	}
	return names
}

// unread is why a workbook of another kind is not read, which is no error of the data.
type unread struct{ what string }

// Error says what to do.
func (u *unread) Error() string {
	return "this is " + u.what + ", which is not read; open it and save it as .xlsx, or save its sheets as CSV UTF-8"
}

// openBook opens a workbook and names its sheets as extracts.
func (w *workbooks) openBook(name string, input func(name string) (*input, error)) []string {
	book, err := w.bookOf(name, input)
	if err != nil {
		w.refused[name] = err
		return []string{name}
	}
	shown := csvfile.Clean(name)
	say := func(message string) {
		w.notices = append(w.notices, source.Problem{File: shown, Severity: source.Notice, Message: message})
	}
	if book.Own {
		say("wres wrote this workbook, so it is not read as an extract")
		return nil
	}
	if book.Macros {
		say("it has macros, which are not run; its sheets are read")
	}
	var names, hidden []string
	for _, s := range book.Sheets {
		switch as := source.SheetName(name, s.Name); {
		case s.Chart:
		case s.Hidden:
			hidden = append(hidden, labels.Quoted(s.Name))
		default:
			names = append(names, as)
			w.sheets[as] = sheet{name, book, s}
		}
	}
	if len(hidden) > 0 {
		say("hidden sheets are not read: " + labels.Few(hidden) + "; if one holds figures, unhide it in Excel and save")
	}
	if len(names) == 0 && len(hidden) == 0 {
		say("no sheet of it has cells")
	}
	return names
}

func (w *workbooks) bookOf(name string, input func(name string) (*input, error)) (*workbook.Book, error) {
	in, err := input(name)
	if err != nil {
		return nil, err
	}
	w.files = append(w.files, in.file)
	if in.ReaderAt == nil {
		return nil, errors.New("it can be read from its beginning only; copy it into the folder")
	}
	book, err := workbook.Open(in, in.size)
	if _, ofDisk := errors.AsType[*fs.PathError](err); ofDisk {
		return nil, unreadable(err)
	}
	return book, err
}

// close closes what open opened.
func (w *workbooks) close() {
	for _, f := range w.files {
		f.Close() // it was read only
	}
}

// refusedBook is a workbook that is not read at all.
func refusedBook(name string, why error) *file {
	f := refusedFile(name, why)
	if _, other := errors.AsType[*unread](why); other {
		for i := range f.All {
			f.All[i].Severity = source.Notice
		}
	}
	return f
}

// read reads a sheet as an extract.
func (s sheet) read(l *loading, name string) *file {
	table, err := s.book.Read(l.ctx, s.Sheet, 0)
	if err == nil && table.Empty() {
		f := &file{File: columns.NewFile(name), outcome: source.NotUsed}
		f.Reason = "the sheet is empty"
		f.Say(source.Notice, 0, 0, "", f.Reason)
		return f
	}
	var data []byte
	var text *csvfile.File
	if err == nil {
		data, text, err = decodeSheet(table)
	}
	if err != nil {
		return refusedFile(name, err)
	}
	for _, n := range table.Notices() {
		text.Notices = append(text.Notices, csvfile.Notice{Message: n})
	}
	return l.readText(name, data, text, table)
}

// decodeSheet finds the header of a sheet, and gives the cells below it that are merged over
// their rows the value of the first.
func decodeSheet(t *workbook.Table) ([]byte, *csvfile.File, error) {
	data := t.CSV(t.LastLine())
	text, err := csvfile.DecodeCells(data)
	if err != nil || len(t.Merged(text.Header.Line)) == 0 {
		return data, text, err
	}
	below := text.Header.Line
	data = t.CSV(below)
	text, err = csvfile.DecodeCells(data)
	if err == nil && text.Header.Line != below {
		err = fmt.Errorf("which row has the column names is in doubt, because cells of it are merged (%s); unmerge them", t.Merged(below)[0])
	}
	return data, text, err
}

// sayMerged says which merged cells are read, and refuses the rows where a count stands in
// one: of which row or column it is nothing tells.
func sayMerged(f *columns.File, text *csvfile.File, t *workbook.Table) {
	merged := t.Merged(text.Header.Line)
	if f.Fit == nil {
		return
	}
	var counting []int
	if f.Fit.Extract.List == nil {
		counting = f.Fit.Counting()
	}
	var filled []string
	for _, m := range merged {
		within := func(column int) bool { return m.Left <= column+1 && column+1 <= m.Right }
		switch {
		case slices.ContainsFunc(counting, within):
			for _, line := range t.Lines(m) {
				text.Amend().Shift(line, m.Left-1, fmt.Sprintf("the cells %s are merged, and which of their rows and columns the count is of nothing tells; unmerge them and write each its own", m))
			}
		case m.Left == m.Right && f.FieldAt(m.Left-1) != "":
			filled = append(filled, m.String())
		}
	}
	if len(filled) > 0 {
		f.Say(source.Notice, merged[0].Top, 0, "", "merged cells are read as if each row had their value: "+labels.Few(filled))
	}
}

// easeCovers makes notices of the errors of sheets that are like no extract, such as covers
// and notes, where another sheet of the workbook is one.
func (w *workbooks) easeCovers(byName map[string]*file) {
	known := map[string]bool{}
	for name, s := range w.sheets {
		if f := byName[name]; f != nil && f.Kind != columns.UnknownKind {
			known[s.workbook] = true
		}
	}
	for name, s := range w.sheets {
		f := byName[name]
		if f == nil || f.Kind != columns.UnknownKind || !known[s.workbook] || f.outcome != source.NotUsed || slices.ContainsFunc(f.Near, func(n source.Near) bool { return len(n.Fields) > 0 }) {
			continue
		}
		for i := range f.All {
			f.All[i].Severity = source.Notice
		}
	}
}

// hold reports whether a sheet of a folder's workbooks begins as an extract.
func (w *workbooks) hold(entries []fs.DirEntry, l *loading) bool {
	defer w.close()
	w.open(entries, l.input)
	for name, s := range w.sheets {
		if s.beginsAsExtract(l, name) {
			return true
		}
	}
	return false
}

// beginsAsExtract reports whether the header of a sheet fits an extract.
func (s sheet) beginsAsExtract(l *loading, name string) bool {
	const enough = 100 // rows
	table, err := s.book.Read(l.ctx, s.Sheet, enough)
	if err != nil || table.Empty() {
		return false
	}
	_, text, err := decodeSheet(table)
	if err != nil {
		return false
	}
	f, _ := l.columns.Read(l.ctx, name, text, 0)
	return f.Kind != columns.UnknownKind
}
