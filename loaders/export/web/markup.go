package web

import (
	"html"
	"strings"
)

// markup is HTML in the making. What comes from outside gets into it as text or as the value
// of an attribute, and is escaped there: of [fixed] there is only what stands in this program,
// and what [quoted] made safe.
type markup struct{ out strings.Builder }

func (m *markup) String() string { return m.out.String() }

// fixed is text of the program itself: a constant becomes one, and a string does not.
type fixed string

// attr is an attribute of a tag. One without a value is left out.
type attr struct {
	name  fixed
	value string
}

func (m *markup) raw(all ...fixed) {
	for _, one := range all {
		m.out.WriteString(string(one))
	}
}

// text writes text. What HTML has no place for is U+FFFD.
func (m *markup) text(s string) {
	m.out.WriteString(html.EscapeString(strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")))
}

// tag begins an element.
func (m *markup) tag(name fixed, attributes ...attr) {
	m.start(name, attributes)
	m.raw(">")
}

// shape writes an element that holds nothing.
func (m *markup) shape(name fixed, attributes ...attr) {
	m.start(name, attributes)
	m.raw("/>")
}

func (m *markup) start(name fixed, attributes []attr) {
	m.raw("<", name)
	for _, a := range attributes {
		if a.value != "" {
			m.raw(" ", a.name, `="`)
			m.text(a.value)
			m.raw(`"`)
		}
	}
}

func (m *markup) end(name fixed) { m.raw("</", name, ">") }

// put writes an element that holds text alone.
func (m *markup) put(name fixed, text string, attributes ...attr) {
	m.tag(name, attributes...)
	m.text(text)
	m.end(name)
}

// The attributes that many elements have.
func id(v string) attr            { return attr{"id", v} }
func class(v string) attr         { return attr{"class", v} }
func at(name fixed, p place) attr { return attr{name, p.String()} }

// when gives a value where something holds.
func when(holds bool, value string) string {
	if holds {
		return value
	}
	return ""
}
