package csvfile

import (
	"bytes"
	"fmt"
	"strings"
)

// MaxFileBytes is the largest file that is read whole, in bytes. What goes over a limit
// is refused with the figure, never cut short; those of a record are package scan's.
const MaxFileBytes = 256 << 20

// Refusal says why a file cannot be read as records at all, and what to do.
type Refusal struct {
	// Reason is one sentence for people, in lower case, without a full stop.
	Reason string
}

// Error returns the reason.
func (r *Refusal) Error() string { return r.Reason }

func refuse(format string, args ...any) *Refusal {
	return &Refusal{Reason: fmt.Sprintf(format, args...)}
}

// CheckSize returns a *Refusal if a file of size bytes is larger than
// [MaxFileBytes], else nil. Callers ask before they read a file into memory;
// [Decode] asks again.
func CheckSize(size int64) error {
	if size <= MaxFileBytes {
		return nil
	}
	return refuse("the file has %d MiB, and the limit is %d MiB; split it by year or by organisation",
		(size+(1<<20)-1)>>20, MaxFileBytes>>20)
}

// signatures are the first bytes of files that are no text. Order matters only
// where one begins like another.
var signatures = [...]struct{ start, reason string }{
	{bomUTF32LE, "the file is UTF-32 text, which is not read here; save it as CSV UTF-8"},
	{bomUTF32BE, "the file is UTF-32 text, which is not read here; save it as CSV UTF-8"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an Excel workbook of the older kind (.xls), or one with a password, " +
		"not a CSV file; open it in Excel and save the sheet as CSV UTF-8"},
	{"%PDF-", "this is a PDF document, not a CSV file; ask for the figures as CSV"},
	{"\x1f\x8b", "this is a gzip archive, not a CSV file; unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "this is a 7-Zip archive, not a CSV file; unpack it first"},
	{"Rar!\x1a\x07", "this is a RAR archive, not a CSV file; unpack it first"},
	{"BZh", "this is a bzip2 archive, not a CSV file; unpack it first"},
	{"\xfd7zXZ\x00", "this is an xz archive, not a CSV file; unpack it first"},
	{"\x28\xb5\x2f\xfd", "this is a Zstandard archive, not a CSV file; unpack it first"},
	{"SQLite format 3\x00", "this is an SQLite database, not a CSV file; export the table as CSV"},
	{"{\\rtf", "this is a rich text document, not a CSV file; save the table as CSV UTF-8"},
	{"\x89PNG\r\n", "this is a picture, not a CSV file; ask for the figures as CSV"},
	{"\xff\xd8\xff", "this is a picture, not a CSV file; ask for the figures as CSV"},
	{"GIF8", "this is a picture, not a CSV file; ask for the figures as CSV"},
}

// refuseBytes refuses what the raw bytes show to be no text, else returns nil.
func refuseBytes(data []byte) *Refusal {
	if len(data) == 0 {
		return refuse("the file is empty; make the extract again")
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		return refuseZip(data)
	}
	for _, s := range signatures {
		if strings.HasPrefix(s.start, "BZh") && !isBzip2(data) {
			continue
		}
		if bytes.HasPrefix(data, []byte(s.start)) {
			return &Refusal{Reason: s.reason}
		}
	}
	return nil
}

// isBzip2 tells an archive from a header that happens to begin with "BZh".
func isBzip2(data []byte) bool {
	return len(data) > 9 && data[3] >= '1' && data[3] <= '9' && string(data[4:10]) == "1AY&SY"
}

// refuseZip names the program that most likely made a zip file: workbooks are zips.
func refuseZip(data []byte) *Refusal {
	sample := data[:min(len(data), 64<<10)]
	switch {
	case bytes.Contains(sample, []byte("application/vnd.oasis.opendocument")):
		return refuse("this is an OpenDocument file, not a CSV file; open it and save the sheet as CSV UTF-8")
	case bytes.Contains(sample, []byte("word/")):
		return refuse("this is a Word document, not a CSV file; ask for the figures as CSV")
	case bytes.Contains(sample, []byte("xl/")), bytes.Contains(sample, []byte("[Content_Types].xml")):
		return refuse("this is an Excel workbook, not a CSV file; open it in Excel and save the sheet as CSV UTF-8")
	}
	// Under a CSV name it is nearly always a workbook, even when cut off before its parts' names.
	return refuse("this is an Excel workbook or a zip archive, not a CSV file; " +
		"open it in Excel and save the sheet as CSV UTF-8, or unpack it")
}

// markup are the ways in which a web page or an XML table begins, in lower case.
var markup = [...]string{
	"<!doctype", "<html", "<head", "<body", "<meta", "<style", "<table", "<div",
	"<?xml", "<?mso", "<workbook", "<xml", "<!--", "<ss:", "<feed", "<rowset", "mime-version:",
}

// refuseText refuses decoded text that is markup or not text, else returns nil.
func refuseText(text string) *Refusal {
	sample := text[:min(len(text), sampleBytes)]
	start := strings.ToLower(strings.TrimLeft(sample[:min(len(sample), 512)], " \t\r\n\ufeff"))
	for _, m := range markup {
		if strings.HasPrefix(start, m) {
			return refuse("this is a web page or an XML table under the name of a CSV file; " +
				"open it in Excel and save the sheet as CSV UTF-8")
		}
	}
	controls := 0
	for i := range len(sample) {
		if isBinaryByte(sample[i]) {
			controls++
		}
	}
	if controls*10 > len(sample) {
		return refuse("the file is binary data, not text; export the figures as CSV UTF-8")
	}
	return nil
}

// isBinaryByte reports control characters that text does not hold. ESC, tab and
// the line ends are left out: hostile text is still text, and must be shown.
func isBinaryByte(c byte) bool {
	switch c {
	case '\t', '\n', '\r', '\f', '\v', 0x1a, 0x1b:
		return false
	}
	return c < 0x20 || c == 0x7f
}
