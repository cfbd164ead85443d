package web

import (
	"strconv"

	"wres/model/report"
)

// page writes the file.
func (m *markup) page(p page) {
	m.raw(`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
`)
	m.put("title", p.Title)
	m.raw("\n<style>\n")
	m.raw(fixed(style), "@page { @bottom-left { content: ", quoted(p.View), "; } }\n</style>\n</head>\n<body>\n")
	m.put("a", "Skip to the report", class("skip"), attr{"href", "#" + p.Main})
	m.raw("\n<header>\n")
	m.pieces(p.Opening)
	m.raw("</header>\n")
	m.contents(p)
	m.tag("main", id(p.Main))
	m.raw("\n")
	m.pieces(p.Body)
	m.raw("</main>\n<footer>\n")
	m.put("p", p.Title+". "+p.View+".")
	m.raw("\n</footer>\n</body>\n</html>\n")
}

func (m *markup) contents(p page) {
	if len(p.Parts) == 0 {
		return
	}
	m.tag("nav", attr{"aria-labelledby", p.Contents})
	m.raw("\n")
	m.put("h2", "Contents", id(p.Contents))
	m.raw("\n")
	m.entries(p.Parts)
	m.raw("</nav>\n")
}

func (m *markup) entries(all []entry) {
	m.raw("<ul>\n")
	for _, e := range all {
		m.raw("<li>")
		m.put("a", e.Text, attr{"href", "#" + e.ID})
		if len(e.Below) > 0 {
			m.raw("\n")
			m.entries(e.Below)
		}
		m.raw("</li>\n")
	}
	m.raw("</ul>\n")
}

func (m *markup) pieces(all []piece) {
	for _, p := range all {
		switch {
		case p.Heading != nil:
			m.put(headings[p.Heading.Level-1], p.Heading.Text, id(p.Heading.ID))
			m.raw("\n")
		case p.Table != nil:
			m.table(p.Table)
		case p.Chart != nil:
			m.figure(p.Chart)
		case len(p.Paragraph) > 0:
			m.raw("<p>")
			m.runs(p.Paragraph)
			m.raw("</p>\n")
		default:
			m.lists(p.Lists)
		}
	}
}

var headings = [deepest]fixed{"h1", "h2", "h3", "h4", "h5", "h6"}

func (m *markup) runs(all []report.Run) {
	for _, r := range all {
		var around []fixed
		if r.Link != "" {
			m.tag("a", attr{"href", r.Link})
			around = append(around, "a")
		}
		if r.Strong {
			m.tag("strong")
			around = append(around, "strong")
		}
		if r.Emphasis {
			m.tag("em")
			around = append(around, "em")
		}
		m.text(r.Text)
		for i := len(around) - 1; i >= 0; i-- {
			m.end(around[i])
		}
	}
}

func (m *markup) lists(all []list) {
	for _, l := range all {
		kind := fixed("ul")
		if l.Ordered {
			kind = "ol"
		}
		m.tag(kind)
		for _, item := range l.Items {
			m.tag("li", attr{"value", when(l.Ordered, strconv.Itoa(item.Number))})
			m.runs(item.Runs)
			m.lists(item.Below)
			m.raw("</li>\n")
		}
		m.end(kind)
		m.raw("\n")
	}
}

func (m *markup) table(t *table) {
	m.tag("div", class("scroll"), attr{"role", "region"}, attr{"aria-labelledby", t.CaptionID}, attr{"tabindex", "0"})
	m.tag("table", id(t.ID))
	m.raw("\n")
	m.put("caption", t.Caption, id(t.CaptionID))
	m.raw("\n<thead><tr>")
	for _, c := range t.Head {
		if c.Names {
			m.put("th", c.Text, attr{"scope", "col"}, class(when(c.Right, "n")))
		} else {
			m.raw("<td></td>")
		}
	}
	m.raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		m.raw("<tr>")
		for _, c := range row {
			m.cell(c)
		}
		m.raw("</tr>\n")
	}
	m.raw("</tbody></table></div>\n")
	m.notes(t.Notes)
}

func (m *markup) cell(c cell) {
	kind := fixed("td")
	if c.Names {
		kind = "th"
		m.tag(kind, attr{"scope", "row"}, class(when(c.Part, "part")))
	} else {
		m.tag(kind, class(when(c.Right, "n")))
	}
	if c.Meaning != "" {
		m.put("abbr", c.Text, attr{"title", c.Meaning})
	} else {
		m.text(c.Text)
	}
	m.end(kind)
}

func (m *markup) notes(all []string) {
	for _, note := range all {
		m.put("p", note, class("note"))
		m.raw("\n")
	}
}

func (m *markup) figure(f *figure) {
	m.tag("figure", id(f.ID))
	m.raw("\n")
	m.put("figcaption", f.Title)
	m.raw("\n")
	m.tag("svg", attr{"role", "img"}, attr{"aria-labelledby", f.TitleID + " " + f.WordsID}, attr{"viewBox", "0 0 " + f.Width.String() + " " + f.Height.String()})
	m.put("title", f.Title, id(f.TitleID))
	m.put("desc", f.Description, id(f.WordsID))
	m.raw("\n")
	m.drawing(f.drawing)
	m.raw("</svg>\n")
	m.notes(f.Notes)
	if t := f.Table; t != nil {
		m.tag("p", class("note"))
		m.raw("The figures are in the table ")
		m.put("a", t.Text, attr{"href", "#" + t.ID})
		m.raw(".</p>\n")
	}
	if f.Data != nil {
		m.raw("<details><summary>The figures of this chart</summary>\n")
		m.table(f.Data)
		m.raw("</details>\n")
	}
	m.raw("</figure>\n")
}

// drawing writes the shapes of a chart.
func (m *markup) drawing(d drawing) {
	for _, l := range d.Lines {
		m.shape("path", class(l.Class), attr{"d", l.Path})
		m.raw("\n")
	}
	for _, b := range d.Bars {
		m.shape("rect", class(b.Class), at("x", b.X), at("y", b.Y), at("width", b.Width), at("height", b.Height))
		m.raw("\n")
	}
	for _, l := range d.Over {
		m.shape("path", class("halo"), attr{"d", l.Path})
		m.shape("path", class(l.Class), attr{"d", l.Path})
		m.raw("\n")
	}
	for _, c := range d.Dots {
		m.shape("circle", class(c.Class), at("cx", c.X), at("cy", c.Y), attr{"r", "4.5"})
		m.raw("\n")
	}
	for _, t := range d.Texts {
		m.put("text", t.Text, class(t.Class), at("x", t.X), at("y", t.Y))
		m.raw("\n")
	}
}
