package reporttext

import (
	"cmp"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/reporttext/cell"
	"wres/loaders/reporttext/grid"
	"wres/loaders/reporttext/wording"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/pattern"
)

// Read makes a document of a report's text or Markdown. Its encoding is one of those that
// extracts may have. The error is a [NotText]. A text without a figure is a document without
// figures.
func Read(content []byte, name string) (*document.Document, error) {
	text, err := textOf(content, name)
	if err != nil {
		return nil, err
	}
	terms := termsOf(text)
	r := &reader{
		doc:     &document.Document{Source: csvfile.Clean(name), Terms: terms},
		lexicon: wording.New(terms.BME, terms.Organisation),
		facts:   map[string]wording.Facts{},
	}
	blocks := grid.Blocks(text, grid.Options{Figures: hasFigure, Header: r.heads})
	r.year = r.titleYear(blocks)
	for i, b := range blocks {
		if b.Paragraph != nil {
			r.paragraph(b.Paragraph)
			continue
		}
		var above *grid.Paragraph
		if i > 0 {
			above = blocks[i-1].Paragraph
		}
		r.table(b.Table, above)
	}
	r.settleSurveys()
	r.inOrder()
	return r.doc, nil
}

func hasFigure(s string) bool { return len(cell.Figures(s)) > 0 }

// reader goes through the blocks of a report.
type reader struct {
	doc     *document.Document
	lexicon *wording.Lexicon
	facts   map[string]wording.Facts // of texts that were read before
	year    model.Year               // of the report; 0: it does not say
	place   place
	rows    int // numbers given out
	cells   int
	surveys []surveyTable
}

// place is what the headings above say.
type place struct {
	heading  wording.Facts
	level    int    // of the heading that named an indicator; 0: none did
	line     string // the indicator that a line below the heading names, of several that it names
	title    string // the nearest heading, cleaned
	under    wording.Facts
	foreign  int  // the level of a heading that names another standard; 0: none does
	contents bool // a table of contents is read, whose numbers are pages
}

// longest is how long a label is that is looked through for facts.
const longest = 600

// read gives the facts of a text.
func (r *reader) read(text string) wording.Facts {
	if len(text) > longest {
		text = text[:strings.LastIndexByte(text[:longest], ' ')+1]
	}
	f, ok := r.facts[text]
	if !ok {
		f = r.lexicon.Read(text)
		const most = 50_000
		if len(r.facts) < most {
			r.facts[text] = f
		}
	}
	return f
}

// heads reports whether a text can head a column.
func (r *reader) heads(text string) bool {
	const mostBytes, mostWords = 70, 9
	if text == "" || len(text) > mostBytes || len(strings.Fields(text)) > mostWords {
		return false
	}
	f := r.read(text)
	return f.Says() || dayAlone().MatchString(text)
}

var dayAlone = pattern.Of(`(?i)^(?:as at |at )?31(?:st)? march$|^(?:pay )?bands?$|^(?:afc|grade)$`)

// titleYear finds the year of the report: in its title, in its file's name, or else in the
// first of its lines that name one.
func (r *reader) titleYear(blocks []grid.Block) model.Year {
	const first, most = 12, 200
	var other model.Year
	for _, b := range blocks[:min(len(blocks), first)] {
		text := ""
		if b.Paragraph != nil {
			text = b.Paragraph.Text()
		} else if len(b.Table.Rows) > 0 && len(b.Table.Rows[0].Cells) < 4 {
			for _, c := range b.Table.Rows[0].Cells {
				text += c.Text + " "
			}
		}
		f := r.read(text)
		switch {
		case len(text) > most || f.Year == 0:
		case titleWords().MatchString(text):
			return f.Year
		case other == 0:
			other = f.Year
		}
	}
	return cmp.Or(r.read(strings.NewReplacer("_", " ", "-", " ", ".", " ").Replace(r.doc.Source)).Year, other)
}

var titleWords = pattern.Of(`(?i)\bwres\b|race equality|\breport\b|\bannual\b`)

// Headings in plain text, and lines that name an indicator.
var (
	namesIndicator = pattern.Of(`(?i)^(?:wres )?(?:indicators?|metrics?) ?[1-9]`)
	plainHeading   = pattern.Of(`(?i)^(?:[0-9.]{1,5} )?(?:table of contents|contents|introduction|background|executive summary|summary|key findings?|conclusions?|next steps|action plan|wres action plan|recommendations?|(?:appendix|annex) [0-9a-z]+\b.{0,80}|methodology|glossary|overview|governance|our actions|data sources?)[:.]?$`)
	contentsWords  = pattern.Of(`(?i)^(?:table of )?contents\b`)
	listedPage     = pattern.Of(` [0-9]{1,3}$`)
)

// paragraph reads a heading, a point of a list or a paragraph.
func (r *reader) paragraph(p *grid.Paragraph) {
	text := p.Text()
	level := p.Level
	if level == 0 && len(p.Pieces) == 1 && !p.Bullet && (plainHeading().MatchString(text) || len(text) < 150 && namesIndicator().MatchString(text) && !strings.HasSuffix(text, ".")) {
		level = 7
	}
	const mostWords = 14
	if level == 0 && !p.Bullet && !strings.HasSuffix(text, ".") && len(strings.Fields(text)) <= mostWords {
		if f := r.read(text); f.Foreign || f.Own && r.place.foreign > 0 {
			level = 7
		}
	}
	switch {
	case level > 0:
		r.heading(text, level)
	case namesIndicator().MatchString(text):
		r.named(r.read(text))
	case r.place.contents && len(strings.Fields(text)) > 20:
		r.place.contents = false
	}
	if r.place.contents && level == 0 {
		for i, piece := range p.Pieces {
			p.Pieces[i].Text = listedPage().ReplaceAllString(piece.Text, "")
		}
	}
	r.sentences(p.Pieces, r.place.indicator(), level > 0)
}

// named takes a line that begins with an indicator. Where the heading above names it among
// others, the tables below are of all of them.
func (r *reader) named(f wording.Facts) {
	f.Named = f.Named[:min(len(f.Named), 1)]
	if len(f.Named) > 0 && len(r.place.heading.Named) > 1 && slices.Contains(r.place.heading.Named, f.Named[0]) {
		r.place.line = f.Named[0]
		return
	}
	r.place.heading, r.place.level, r.place.under, r.place.line = f, 7, wording.Facts{}, ""
}

// heading takes a heading: one that names an indicator is above all that follows, up to
// another, or to one of its own level or a higher.
func (r *reader) heading(text string, level int) {
	f := r.read(text)
	named := len(f.Named) > 0
	r.place.title = csvfile.Clean(text)
	r.place.contents = contentsWords().MatchString(text)
	switch {
	case f.Foreign:
		r.place.foreign = level
	case f.Own, level < 7 && level <= r.place.foreign:
		r.place.foreign = 0
	}
	switch {
	case named:
		r.place.heading, r.place.level, r.place.under, r.place.line = f, level, wording.Facts{}, ""
	case level < 7 && (level <= r.place.level || r.place.level == 0), plainHeading().MatchString(text):
		r.place.heading, r.place.level, r.place.under, r.place.line = f, 0, wording.Facts{}, ""
	case len(f.Topics) == 1 && !slices.Contains(r.place.heading.Named, f.Topics[0]) && len(r.place.heading.Named) > 0:
		r.place.heading, r.place.under, r.place.line = f, wording.Facts{}, "" // it leaves the indicator above
	default:
		r.place.under = f
	}
}

// indicator gives the one that the headings name, or "".
func (p *place) indicator() string {
	switch {
	case p.foreign > 0:
		return ""
	case p.line != "":
		return p.line
	case len(p.heading.Named) == 1:
		return p.heading.Named[0]
	case len(p.heading.Named) == 0 && len(p.heading.Topics) == 1:
		return p.heading.Topics[0]
	}
	return ""
}

// Where a sentence ends, and what does not end one.
var (
	sentenceEnd   = pattern.Of(`[.!?]["”’')\]]*\s+`)
	abbreviations = pattern.Of(`(?i)(?:^|[\s(])(?:e\.g|i\.e|etc|no|nos|vs|approx|dr|mr|mrs|ms|prof|st|fig|para|p|pp|inc|ltd|dept|al|cf|ref|[a-z])\.$`)
)

// sentences cuts pieces of text into sentences, each with the line on which it begins.
func (r *reader) sentences(pieces []grid.Piece, indicator string, heading bool) {
	var text strings.Builder
	starts := make([]int, len(pieces))
	for i, p := range pieces {
		if i > 0 {
			text.WriteByte(' ')
		}
		starts[i] = text.Len()
		text.WriteString(p.Text)
	}
	whole := text.String()
	add := func(from, to int) {
		sentence := strings.TrimSpace(strings.TrimLeft(whole[from:to], " *"))
		if sentence == "" {
			return
		}
		at := from + strings.Index(whole[from:to], sentence[:1])
		i, found := slices.BinarySearch(starts, at)
		if !found {
			i--
		}
		r.doc.Sentences = append(r.doc.Sentences, document.Sentence{Line: pieces[i].Line, Text: csvfile.Clean(sentence), Indicator: indicator, Heading: heading})
	}
	from := 0
	if !heading {
		for _, at := range sentenceEnd().FindAllStringIndex(whole, -1) {
			if endsSentence(whole[from:at[0]+1], whole[at[1]:]) {
				add(from, at[1])
				from = at[1]
			}
		}
	}
	add(from, len(whole))
}

// endsSentence reports whether a full stop ends a sentence, given the text up to it and
// behind it.
func endsSentence(before, after string) bool {
	if after == "" {
		return false
	}
	c := after[0]
	begins := c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte(`"'(*[`, c) >= 0 || c >= 0x80
	return begins && !abbreviations().MatchString(before[max(0, len(before)-12):])
}

// unread notes a text with figures that belongs to nothing.
func (r *reader) unread(line int, text string) {
	r.doc.Unread = append(r.doc.Unread, document.Unread{Line: line, Text: csvfile.Clean(text)})
}

// inOrder puts figures, sentences and what is unread in order of line.
func (r *reader) inOrder() {
	slices.SortStableFunc(r.doc.Figures, func(a, b document.Figure) int { return a.Line - b.Line })
	slices.SortStableFunc(r.doc.Sentences, func(a, b document.Sentence) int { return a.Line - b.Line })
	slices.SortStableFunc(r.doc.Unread, func(a, b document.Unread) int { return a.Line - b.Line })
}
