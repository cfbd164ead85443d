// Package phrase takes a sentence of a report apart: text goes in; words that the tables know,
// numbers with their manner, and clauses come out.
//
// Place in the flow: document holds the sentences, and prose sets what is read here beside
// the figures. What a phrase means stands in tables.go, a table for each thing. A mark is a
// phrase of a sentence that a table knows; an anchor is one that says something ("has
// increased", "more likely"); a window is a clause, with what is said in it; a scope is what
// a clause speaks of. No figure is known here.
package phrase

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/indicator"
)

// Mark is a phrase of a sentence that a table knows.
type Mark struct {
	Sense
	From, To int // tokens
}

// Sentence is one sentence, taken apart.
type Sentence struct {
	document.Sentence
	Tokens  []Token
	Marks   []Mark
	MarkAt  []int // of each token the number of its mark; -1: none
	Kinds   map[int]Use
	Windows []Window
	Long    bool // it is too long to be one
}

// Window is a clause: what is said of one thing. Anchors are the marks of what is said: a
// direction, or a side.
type Window struct {
	Lo, Hi  int // tokens
	Anchors []int
}

// longest is how many words and signs a sentence may have. What is longer is no sentence, and
// the work on one grows with its square.
const longest = 600

// Parse takes a sentence apart. Of one that is too long it knows the numbers only.
func (l *Lexicon) Parse(of document.Sentence) *Sentence {
	s := &Sentence{Sentence: of, Tokens: tokens(of.Text), Kinds: map[int]Use{}}
	s.MarkAt = slices.Repeat([]int{-1}, len(s.Tokens))
	if s.Long = len(s.Tokens) > longest; s.Long {
		s.uses()
		return s
	}
	for i := 0; i < len(s.Tokens); {
		i = s.mark(l, i)
	}
	for i := range s.Marks {
		s.settle(&s.Marks[i])
	}
	s.split()
	s.uses()
	return s
}

// mark marks the longest phrase that begins with a token, and gives the token behind it.
func (s *Sentence) mark(l *Lexicon, at int) int {
	first := s.Tokens[at].Word
	if first == "" {
		return at + 1
	}
	var ends []int
	phrase, phrases := "", []string{}
	for i, n := at, 0; i < len(s.Tokens) && n < l.longest[first]; i++ {
		t := s.Tokens[i]
		if t.Word == "" {
			if t.Sign == ',' || t.Sign == '/' || t.Sign == '(' || t.Sign == ')' {
				continue
			}
			break
		}
		phrase = strings.TrimPrefix(phrase+" "+t.Word, " ")
		phrases, ends, n = append(phrases, phrase), append(ends, i+1), n+1
	}
	for i := len(phrases) - 1; i >= 0; i-- {
		if found, ok := l.senses[phrases[i]]; ok {
			return s.put(Mark{found, at, ends[i]})
		}
	}
	return at + 1
}

func (s *Sentence) put(m Mark) int {
	if m.Kind == OfLabel {
		m = s.labelled(m)
	}
	for i := m.From; i < m.To; i++ {
		s.MarkAt[i] = len(s.Marks)
	}
	s.Marks = append(s.Marks, m)
	return m.To
}

// labelled takes the numbers behind a label with it: "indicator 5" is a measure, "band 8a"
// a part, several bands people of whom there is no figure.
func (s *Sentence) labelled(m Mark) Mark {
	label := s.Tokens[m.To-1].Word
	var names []string
	several := false
	end := m.To
	for i := m.To; i < len(s.Tokens) && i < m.To+14; i++ {
		t := s.Tokens[i]
		name := t.Word
		switch {
		case t.Number != nil && !t.Number.Percent && (t.Number.Decimals == 0 || i == m.To):
			name = t.Number.String()
		case t.Word != "" && t.Word[0] >= '0' && t.Word[0] <= '9', t.Word == "vsm" && len(names) > 0:
		case i > m.To && (t.Sign == ',' || t.Sign == '–' || slices.Contains([]string{"and", "to", "or", "above", "below", "upwards", "over", "afc", "band"}, t.Word)):
			if t.Word == "above" || t.Word == "below" || t.Word == "upwards" {
				several, end = true, i+1
			}
			continue
		default:
			i = len(s.Tokens)
			continue
		}
		names, end = append(names, name), i+1
	}
	switch {
	case len(names) == 0:
		if strings.HasSuffix(label, "band") || strings.HasSuffix(label, "bands") || strings.HasPrefix(label, "cluster") {
			m.Kind = OfNarrow
		}
		return m
	case strings.HasPrefix(label, "indicator"), strings.HasPrefix(label, "metric"):
		m.Kind, m.To = OfMeasure, end
		m.Indicators = nil
		for _, id := range names {
			if indicator.Lookup(id) != nil {
				m.Indicators = append(m.Indicators, id)
			}
		}
		if len(names) > 1 || len(m.Indicators) == 0 {
			m.Kind = OfIgnored
		}
	case strings.HasPrefix(label, "band") || strings.HasPrefix(label, "cluster"):
		m.Kind, m.To = OfNarrow, end
		if len(names) == 1 && !several {
			m.Kind, m.Indicators, m.Text = OfPart, []string{indicator.WorkforceID}, strings.TrimSuffix(label, "s")+" "+names[0]
		}
	default:
		m.To = end
	}
	return m
}

// determiners stand before a noun.
var determiners = []string{"a", "an", "the", "no", "any", "this", "some", "been", "further", "slight", "small", "significant", "large", "substantial", "marginal", "overall"}

// settle tells a noun from a verb where the word alone does not: "an increase", "increase
// in"; "an increased number" has what moved behind it as a noun has.
func (s *Sentence) settle(m *Mark) {
	if m.Kind != OfMove {
		return
	}
	before := s.WordAt(m.From - 1)
	switch {
	case m.Form == Noun:
		is := s.WordAt(m.To) == "in" || s.WordAt(m.To) == "of"
		for i := m.From - 1; i >= max(0, m.From-4) && !is; i-- {
			t := s.Tokens[i]
			is = slices.Contains(determiners, t.Word) || t.Number != nil
		}
		if !is {
			m.Form = Present
		}
	case m.Form == Verb && slices.Contains([]string{"a", "an", "the"}, before):
		m.Form = Noun
	case m.Form == Verb && slices.Contains([]string{"the", "our", "its"}, s.WordAt(m.To)):
		m.Form = Noun
	}
	if before == "to" || before == "and" && s.WordAt(m.From-2) == "to" {
		m.Kind = OfAim
	}
}

func (s *Sentence) WordAt(i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Word
}

// Words gives the words between two tokens, as they are printed.
func (s *Sentence) Words(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	return s.Text[s.Tokens[lo].from:s.Tokens[hi-1].to]
}

// verbs make a clause of words.
var verbs = []string{"is", "are", "was", "were", "has", "have", "had", "there", "shows", "show", "showed", "highlights", "highlight", "indicates", "indicate", "demonstrates", "suggests", "do", "does", "did", "can", "reported", "experienced", "said", "believe", "believed", "will", "remains", "remain", "continue", "continues", "aim"}

// split parts a sentence into windows: at borders and at commas behind which there is a verb,
// and between two things that are said.
func (s *Sentence) split() {
	var pieces []Window
	hard := map[int]bool{0: true} // pieces that begin behind a border
	from := 0
	cut := func(at, next int, border bool) {
		if at > from {
			pieces = append(pieces, Window{Lo: from, Hi: at})
		}
		from = next
		if border {
			hard[next] = true
		}
	}
	for i, t := range s.Tokens {
		switch m := s.MarkAt[i]; {
		case m >= 0 && s.Marks[m].Kind == OfBorder:
			if s.Marks[m].From == i {
				cut(i, i, true)
			}
		case m >= 0:
		case t.Sign == ';':
			cut(i, i+1, true)
		case t.Sign == ',' || t.Sign == ':' || t.Sign == '—':
			cut(i, i+1, false)
		}
	}
	cut(len(s.Tokens), len(s.Tokens), false)
	for i := range pieces {
		for n, m := range s.Marks {
			if (m.Kind == OfMove || m.Kind == OfSide || m.Kind == OfNow) && m.From >= pieces[i].Lo && m.From < pieces[i].Hi {
				pieces[i].Anchors = append(pieces[i].Anchors, n)
			}
		}
	}
	for _, p := range s.joined(pieces, hard) {
		s.Windows = append(s.Windows, s.parted(p)...)
	}
}

// joined puts a piece without a verb and without anything said to the piece that it belongs
// to: the one before, or for the first the one behind.
func (s *Sentence) joined(pieces []Window, hard map[int]bool) []Window {
	var out []Window
	clause := func(p Window) bool { return s.HasVerb(p) || len(p.Anchors) > 0 }
	for _, p := range pieces {
		last := len(out) - 1
		news := last >= 0 && len(out[last].Anchors) == 1 && s.Marks[out[last].Anchors[0]].Kind == OfNow
		if last >= 0 && !hard[p.Lo] && (news || !clause(p) || !clause(out[last])) {
			out[last].Hi = p.Hi
			out[last].Anchors = append(out[last].Anchors, p.Anchors...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// HasVerb reports whether a clause says that something is, or was: without a verb it can be what
// is wished for.
func (s *Sentence) HasVerb(p Window) bool {
	for i := p.Lo; i < p.Hi; i++ {
		if slices.Contains(verbs, s.Tokens[i].Word) && s.WordAt(i-1) != "who" {
			return true
		}
	}
	return false
}

// parted parts a window with several anchors at the "and" or "with" between them.
func (s *Sentence) parted(p Window) []Window {
	var out []Window
	lo := p.Lo
	var anchors []int
	for n, a := range p.Anchors {
		if n > 0 {
			if at := s.joint(s.Marks[p.Anchors[n-1]].To, s.Marks[a].From); at > 0 {
				out = append(out, Window{lo, at, anchors})
				lo, anchors = at, nil
			}
		}
		anchors = append(anchors, a)
	}
	return append(out, Window{lo, p.Hi, anchors})
}

// joint finds the last word that joins two clauses between two tokens, and not two names; 0:
// there is none.
func (s *Sentence) joint(lo, hi int) int {
	for i := hi - 1; i > lo; i-- {
		if s.MarkAt[i] >= 0 || !slices.Contains([]string{"and", "with", "then"}, s.Tokens[i].Word) && s.Tokens[i].Sign != ',' {
			continue
		}
		if i > 0 && i+1 < len(s.Tokens) && s.isGroup(i-1) && s.isGroup(i+1) {
			continue
		}
		return i
	}
	return 0
}

func (s *Sentence) isGroup(i int) bool {
	m := s.MarkAt[i]
	return m >= 0 && (s.Marks[m].Kind == OfGroup || s.Marks[m].Kind == OfFrom || s.Marks[m].Kind == OfPart || s.Marks[m].Kind == OfMeasure)
}

// Has reports whether a kind of word stands between two tokens.
func (s *Sentence) Has(k Kind, lo, hi int) bool {
	for _, m := range s.Marks {
		if m.Kind == k && m.From >= lo && m.From < hi {
			return true
		}
	}
	return false
}

// Years gives the years that are named by number between two tokens.
func (s *Sentence) Years(lo, hi int) []model.Year {
	var years []model.Year
	for i := lo; i < hi; i++ {
		if y := s.Tokens[i].Year; y != 0 && !slices.Contains(years, y) && !s.NotYear(i) {
			years = append(years, y)
		}
	}
	return years
}

// months that end no year of the standard, and begin none.
var months = []string{"may", "june", "july", "august", "september", "october", "november", "december", "january", "february"}

// otherDay reports whether a day or month that no table is of stands between two tokens.
func (s *Sentence) otherDay(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		if s.Tokens[i].Year != 0 && slices.Contains(months, s.WordAt(i-1)) {
			return true
		}
	}
	return false
}

// NotYear reports whether a year names a survey, a plan or a day that no table is of.
func (s *Sentence) NotYear(i int) bool {
	before := s.WordAt(i - 1)
	return slices.Contains(months, before) || before == "april" || before == "by"
}
