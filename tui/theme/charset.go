package theme

import (
	"fmt"
	"strings"
)

// Charset says which characters the terminal can be trusted to show.
type Charset int

const (
	// ASCII is plain 7-bit text, for dumb terminals, old locales and logs.
	ASCII Charset = iota
	// Basic is what Windows fonts have held since code page 437 (WGL4): full,
	// half and shaded blocks, thin lines, filled and open dots.
	Basic
	// Full adds eighth blocks and other marks that current terminals show.
	Full
)

// String returns the name that ParseCharset reads.
func (c Charset) String() string {
	switch c {
	case Full:
		return "full"
	case Basic:
		return "basic"
	default:
		return "ascii"
	}
}

// ParseCharset reads the value of the --charset flag.
func ParseCharset(name string) (Charset, error) {
	for _, c := range []Charset{ASCII, Basic, Full} {
		if strings.EqualFold(strings.TrimSpace(name), c.String()) {
			return c, nil
		}
	}
	return ASCII, fmt.Errorf("charset %q is not known: use ascii, basic or full", name)
}

// DetectCharset chooses from the operating system (runtime.GOOS) and the
// environment. It errs on the plain side: a wrong box is worse than a plain one.
func DetectCharset(goos string, getenv func(string) string) Charset {
	if getenv("TERM") == "dumb" {
		return ASCII
	}
	locale := firstSet(getenv, "LC_ALL", "LC_CTYPE", "LANG")
	windows := goos == "windows"
	// Windows sets no locale variable of its own; elsewhere none means C.
	if !utf8Locale(locale) && (locale != "" || !windows) {
		return ASCII
	}
	switch {
	case getenv("TERM") == "linux":
		return Basic
	case windows && firstSet(getenv, "WT_SESSION", "TERM_PROGRAM") == "":
		return Basic
	default:
		return Full
	}
}

func utf8Locale(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "utf-8") || strings.Contains(name, "utf8")
}

func firstSet(getenv func(string) string, names ...string) string {
	for _, name := range names {
		if value := getenv(name); value != "" {
			return value
		}
	}
	return ""
}
