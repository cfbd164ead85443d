package source

import (
	"runtime"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Path writes a path into a message so that it can be pasted into a shell of this system:
// in quotes only where a shell would take it for anything else than itself, and with no
// backslash doubled. What cannot be seen in it is written as an escape.
func Path(path string) string { return PathFor(path, runtime.GOOS == "windows") }

// PathFor is Path, and the same of any other word, on Windows or elsewhere. Between single
// quotes a shell runs nothing; cmd on Windows knows double ones alone.
func PathFor(path string, windows bool) string {
	plain := func(r rune) bool {
		return unicode.In(r, unicode.Letter, unicode.Digit, unicode.Mark) || strings.ContainsRune("/._-+:", r) ||
			windows && strings.ContainsRune(`\~`, r)
	}
	bare := path != ""
	for _, r := range path {
		bare = bare && plain(r)
	}
	path = seen(path)
	switch {
	case bare:
		return path
	case windows && !strings.Contains(path, `"`):
		return `"` + path + `"`
	}
	return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
}

// seen writes what draws nothing, or acts on a terminal, as Go escapes it.
func seen(path string) string {
	var b strings.Builder
	for len(path) > 0 {
		r, size := utf8.DecodeRuneInString(path)
		switch {
		case r == utf8.RuneError && size == 1:
			b.WriteString(`\x` + strconv.FormatUint(uint64(path[0]), 16))
		case !unicode.IsGraphic(r):
			b.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		default:
			b.WriteRune(r)
		}
		path = path[size:]
	}
	return b.String()
}
