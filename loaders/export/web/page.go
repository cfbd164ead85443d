package web

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode"

	"wres/model/report"
)

//go:embed page.css
var style string

// page is what the file is written of.
type page struct {
	report.About
	Main, Contents string // ids
	Title          string // of the file
	Parts          []entry
	Opening, Body  []piece // before the first heading below the title, and from there
}

// entry is a line of the contents.
type entry struct {
	ID, Text string
	Below    []entry
}

// piece is one block; the others of its fields are nil.
type piece struct {
	Heading   *heading
	Paragraph []report.Run
	Lists     []list
	Table     *table
	Chart     *figure
}

type heading struct {
	Level    int
	ID, Text string
}

// Page gives the file. Whatever the blocks have, it has one heading of level 1, no level
// left out below it, and no id twice. A block that it does not know is an error.
func Page(about report.About, blocks []report.Block) ([]byte, error) {
	m := newMaker(blocks)
	p := page{About: about, Title: about.Title}
	if about.Organisation != "" {
		p.Title += ", " + about.Organisation
	}
	if !m.titled {
		m.level = 1
		p.Opening = []piece{{Heading: &heading{Level: 1, ID: m.ids.take("title"), Text: about.Title}}}
	}
	below := false
	for i, b := range blocks {
		made, err := m.piece(i, b)
		if err != nil {
			return nil, err
		}
		if h := made.Heading; h != nil && h.Level > 1 {
			below = true
			p.Parts = listed(p.Parts, *h)
		}
		if below {
			p.Body = append(p.Body, made)
		} else {
			p.Opening = append(p.Opening, made)
		}
	}
	p.Main, p.Contents = m.ids.take("main"), m.ids.take("contents")
	var out markup
	out.page(p)
	return []byte(out.String()), nil
}

// quoted gives a text as a string of CSS. What is no letter, digit or space is its number
// there, so that nothing in it ends the string or the style.
func quoted(text string) fixed {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%06x", r)
		}
	}
	return fixed(`"` + b.String() + `"`)
}

// listed adds a heading to the contents, which have two levels.
func listed(all []entry, h heading) []entry {
	line := entry{ID: h.ID, Text: h.Text}
	switch {
	case h.Level == 2:
		return append(all, line)
	case h.Level == 3:
		last := &all[len(all)-1]
		last.Below = append(last.Below, line)
	}
	return all
}

// maker makes the pieces of one page.
type maker struct {
	blocks []report.Block
	ids    ids
	id     []string          // of each block
	named  map[string]string // the id in the file of what a link calls by another
	titled bool              // a heading of the blocks is the page's
	level  int               // of the last heading
}

func newMaker(blocks []report.Block) *maker {
	m := &maker{blocks: blocks, ids: ids{}, id: make([]string, len(blocks)), named: map[string]string{}}
	for i, b := range blocks {
		id, _ := identity(b)
		if h, is := b.(report.Heading); is && h.Level == 1 {
			m.titled = true
		}
		if id == "" {
			continue
		}
		m.id[i] = m.ids.take(id)
		if _, there := m.named[id]; !there {
			m.named[id] = m.id[i]
		}
	}
	// What has no id comes after what has one, and takes none from it.
	for i, b := range blocks {
		if id, kind := identity(b); id == "" && kind != "" {
			m.id[i] = m.ids.take(kind)
		}
	}
	return m
}

// identity gives the id of a block, and what to call it where it has none; "" where nothing
// calls it.
func identity(b report.Block) (id, kind string) {
	switch b := b.(type) {
	case report.Heading:
		if b.Level <= 1 {
			return b.ID, "title"
		}
		return b.ID, "part"
	case report.Table:
		return b.ID, "table"
	case report.Chart:
		return b.ID, "chart"
	}
	return "", ""
}

// ids are those of a file.
type ids map[string]bool

// take gives an id that nothing has yet, as much like the wish as may be.
func (taken ids) take(wish string) string {
	wish = strings.Join(strings.Fields(wish), "-")
	id := wish
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", wish, n)
	}
	taken[id] = true
	return id
}

func (m *maker) piece(i int, b report.Block) (piece, error) {
	switch b := b.(type) {
	case report.Heading:
		return piece{Heading: m.heading(i, b)}, nil
	case report.Paragraph:
		return piece{Paragraph: m.runs(b)}, nil
	case report.Points:
		return piece{Lists: m.lists(b)}, nil
	case report.Table:
		return piece{Table: m.table(m.id[i], b)}, nil
	case report.Chart:
		return piece{Chart: m.figure(i, b)}, nil
	}
	return piece{}, fmt.Errorf("there is no HTML of %T", b)
}

const deepest = 6

// heading gives a heading one level below the one before at most. The first of level 1 is
// the page's; others stand below it.
func (m *maker) heading(i int, h report.Heading) *heading {
	level := max(h.Level, 1)
	if m.level > 0 {
		level = min(max(level, 2), m.level+1, deepest)
	} else {
		level = 1
	}
	m.level = level
	return &heading{Level: level, ID: m.id[i], Text: h.Text}
}

// runs gives a paragraph with the links that lead somewhere: what they call in the page is
// there, and others are addresses of pages or of post.
func (m *maker) runs(p report.Paragraph) []report.Run {
	all := append([]report.Run{}, p...)
	for i := range all {
		all[i].Link = m.link(all[i].Link)
	}
	return all
}

func (m *maker) link(to string) string {
	if id, inside := strings.CutPrefix(to, "#"); inside {
		if id, there := m.named[id]; there {
			return "#" + id
		}
		return ""
	}
	return when(report.IsAddress(to), to)
}
