package web

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// Nothing but its own ways leads into markup: a text that is written past them is not escaped.
func TestMarkupIsClosed(t *testing.T) {
	if _, open := any(&markup{}).(io.StringWriter); open {
		t.Error("any text can be written as it is")
	}
	if _, open := any(&markup{}).(io.Writer); open {
		t.Error("any bytes can be written as they are")
	}
}

// Whatever a text holds, it is read back as it is, and begins no element and no attribute.
func TestMarkupEscapes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{`"><script>`, "</p>", "' onload='x", "&lt;", "a\x00b", "\xff", "<!--"})).Draw(t, "text")
		var m markup
		m.put("p", text, class(text), attr{"title", text})
		doc, err := html.Parse(strings.NewReader(m.String()))
		if err != nil {
			t.Fatal(err)
		}
		p := doc.FirstChild.LastChild.FirstChild
		want := strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\x00", "\ufffd")
		want = strings.ReplaceAll(strings.ReplaceAll(want, "\r\n", "\n"), "\r", "\n") // as HTML reads lines
		got := ""
		if p.FirstChild != nil {
			got = p.FirstChild.Data
		}
		if p.Data != "p" || p.NextSibling != nil || p.FirstChild != p.LastChild || got != want {
			t.Fatalf("%q was written as %s and read as %q", text, m.String(), got)
		}
		for _, a := range p.Attr {
			if a.Key != "class" && a.Key != "title" || a.Val != want {
				t.Fatalf("%q was written as %s, with %s=%q", text, m.String(), a.Key, a.Val)
			}
		}
	})
}
