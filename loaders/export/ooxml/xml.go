package ooxml

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// node is a piece of XML: an element, text or several of them.
type node interface{ write(*bytes.Buffer) }

// element is a tag with what stands inside. Names have their prefix: "w:p".
type element struct {
	name       string
	attributes []string // a name and its value in turn
	inside     nodes
}

// nodes are pieces one after the other.
type nodes []node

// chars is text.
type chars string

// el makes an element.
func el(name string, inside ...node) *element { return &element{name: name, inside: inside} }

// with adds attributes: a name and its value in turn.
func (e *element) with(attributes ...string) *element {
	e.attributes = append(e.attributes[:len(e.attributes):len(e.attributes)], attributes...)
	return e
}

func (e *element) write(b *bytes.Buffer) {
	b.WriteString("<" + e.name)
	for i := 0; i < len(e.attributes); i += 2 {
		b.WriteString(" " + e.attributes[i] + `="`)
		chars(e.attributes[i+1]).write(b)
		b.WriteByte('"')
	}
	if len(e.inside) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	e.inside.write(b)
	b.WriteString("</" + e.name + ">")
}

func (n nodes) write(b *bytes.Buffer) {
	for _, one := range n {
		one.write(b)
	}
}

// write escapes what XML reads as markup. What XML forbids is U+FFFD.
func (c chars) write(b *bytes.Buffer) {
	xml.EscapeText(b, []byte(c)) //nolint:errcheck // a buffer takes all
}

// when gives a piece where something holds, and nothing where not.
func when(holds bool, n ...node) nodes {
	if holds {
		return n
	}
	return nil
}

// wholeXML is a part's XML. It has no declaration: that would say of each of a hundred small
// parts what holds without it, version 1.0 and UTF-8.
func wholeXML(root node) []byte {
	var b bytes.Buffer
	root.write(&b)
	return b.Bytes()
}

// number writes a number as XML takes it, the shortest that reads back the same.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// relative gives the way from one part to another.
func relative(from, to string) string {
	a, b := strings.Split(from, "/"), strings.Split(to, "/")
	for len(a) > 1 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)-1) + strings.Join(b, "/")
}
