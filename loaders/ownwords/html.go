package ownwords

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

const noHTML = "HTML is left out of the report; write the text without it"

// comment is a comment of HTML.
var comment = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?s)<!--.*?-->`) })

// ended reports whether a block of HTML has its end, of those kinds that go on over blank
// lines until it comes. The others end with their paragraph.
func ended(kind ast.HTMLBlockType, raw []byte) bool {
	var ends []string
	switch kind {
	case ast.HTMLBlockType1:
		ends = []string{"</script>", "</pre>", "</style>", "</textarea>"}
	case ast.HTMLBlockType2:
		ends = []string{"-->"}
	case ast.HTMLBlockType3:
		ends = []string{"?>"}
	case ast.HTMLBlockType4:
		ends = []string{">"}
	case ast.HTMLBlockType5:
		ends = []string{"]]>"}
	default:
		return true
	}
	text := strings.ToLower(string(raw))
	return slices.ContainsFunc(ends, func(end string) bool { return strings.Contains(text, end) })
}

// html leaves a block of HTML out, and says so unless it is a comment that ends.
func (r *reader) html(n *ast.HTMLBlock, at place) {
	raw := n.Lines().Value(r.content)
	if n.HasClosure() {
		raw = append(bytes.Clone(raw), n.ClosureLine.Value(r.content)...)
	}
	if !ended(n.HTMLBlockType, raw) {
		what, of := "the HTML that begins here has no end", "file"
		if n.HTMLBlockType == ast.HTMLBlockType2 {
			what = "the comment that begins here has no end (-->)"
		}
		switch {
		case at.depth > 0:
			of = "point"
		case at.quoted:
			of = "quotation"
		}
		r.leftOut(n, what+", and all of the "+of+" below it is left out")
		return
	}
	if len(bytes.TrimSpace(comment().ReplaceAll(raw, nil))) > 0 {
		r.leftOut(n, noHTML)
	}
}

// tag leaves a tag within a paragraph out, and says so. Where no browser shows what a tag
// holds, the text is left out too, up to its end.
func (r *reader) tag(n *ast.RawHTML) {
	raw := n.Segments.Value(r.content)
	name := strings.ToLower(string(raw))
	begins := func(with string) bool {
		rest, is := strings.CutPrefix(name, with)
		return is && strings.IndexAny(rest, " \t\r\n/>") == 0
	}
	if r.silent != "" {
		if begins("</" + r.silent) {
			r.silent = ""
		}
		return
	}
	for _, tag := range []string{"script", "style"} {
		if begins("<" + tag) {
			r.silent = tag
			r.leftOut(n, "what stands between <"+tag+"> and </"+tag+"> is left out with them")
			return
		}
	}
	if len(comment().ReplaceAll(raw, nil)) > 0 {
		r.leftOut(n, noHTML)
	}
}
