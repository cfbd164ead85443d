package prose

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/indicator"
)

// mark is a phrase of a sentence that a table knows.
type mark struct {
	sense
	from, to int // tokens
}

// sentence is one sentence, taken apart.
type sentence0 struct {
	document.Sentence
	tokens  []token
	marks   []mark
	markAt  []int // of each token the number of its mark; -1: none
	kinds   map[int]use
	windows []window
}

// window is a clause: what is said of one thing. Anchors are the marks of what is said: a
// direction, or a side.
type window struct {
	lo, hi  int // tokens
	anchors []int
}

// parse takes a sentence apart.
func (l *lexicon) parse(of document.Sentence) *sentence0 {
	s := &sentence0{Sentence: of, tokens: tokens(of.Text), kinds: map[int]use{}}
	s.markAt = slices.Repeat([]int{-1}, len(s.tokens))
	for i := 0; i < len(s.tokens); {
		i = s.mark(l, i)
	}
	for i := range s.marks {
		s.settle(&s.marks[i])
	}
	s.split()
	s.uses()
	return s
}

// mark marks the longest phrase that begins with a token, and gives the token behind it.
func (s *sentence0) mark(l *lexicon, at int) int {
	first := s.tokens[at].word
	if first == "" {
		return at + 1
	}
	var ends []int
	phrase, phrases := "", []string{}
	for i, n := at, 0; i < len(s.tokens) && n < l.longest[first]; i++ {
		t := s.tokens[i]
		if t.word == "" {
			if t.sign == ',' || t.sign == '/' || t.sign == '(' || t.sign == ')' {
				continue
			}
			break
		}
		phrase = strings.TrimPrefix(phrase+" "+t.word, " ")
		phrases, ends, n = append(phrases, phrase), append(ends, i+1), n+1
	}
	for i := len(phrases) - 1; i >= 0; i-- {
		if found, ok := l.senses[phrases[i]]; ok {
			return s.put(mark{found, at, ends[i]})
		}
	}
	return at + 1
}

func (s *sentence0) put(m mark) int {
	if m.kind == ofLabel {
		m = s.labelled(m)
	}
	for i := m.from; i < m.to; i++ {
		s.markAt[i] = len(s.marks)
	}
	s.marks = append(s.marks, m)
	return m.to
}

// labelled takes the numbers behind a label with it: "indicator 5" is a measure, "band 8a"
// a part, several bands people of whom there is no figure.
func (s *sentence0) labelled(m mark) mark {
	label := s.tokens[m.to-1].word
	var names []string
	several := false
	end := m.to
	for i := m.to; i < len(s.tokens) && i < m.to+14; i++ {
		t := s.tokens[i]
		name := t.word
		switch {
		case t.number != nil && !t.number.percent && (t.number.decimals == 0 || i == m.to):
			name = t.number.String()
		case t.word != "" && t.word[0] >= '0' && t.word[0] <= '9', t.word == "vsm" && len(names) > 0:
		case i > m.to && (t.sign == ',' || t.sign == '–' || slices.Contains([]string{"and", "to", "or", "above", "below", "upwards", "over", "afc", "band"}, t.word)):
			if t.word == "above" || t.word == "below" || t.word == "upwards" {
				several, end = true, i+1
			}
			continue
		default:
			i = len(s.tokens)
			continue
		}
		names, end = append(names, name), i+1
	}
	switch {
	case len(names) == 0:
		if strings.HasSuffix(label, "band") || strings.HasSuffix(label, "bands") || strings.HasPrefix(label, "cluster") {
			m.kind = ofNarrow
		}
		return m
	case strings.HasPrefix(label, "indicator"):
		m.kind, m.to = ofMeasure, end
		m.indicators = nil
		for _, id := range names {
			if indicator.Lookup(id) != nil {
				m.indicators = append(m.indicators, id)
			}
		}
		if len(names) > 1 || len(m.indicators) == 0 {
			m.kind = ofIgnored
		}
	case strings.HasPrefix(label, "band") || strings.HasPrefix(label, "cluster"):
		m.kind, m.to = ofNarrow, end
		if len(names) == 1 && !several {
			m.kind, m.indicators, m.text = ofPart, []string{indicator.WorkforceID}, strings.TrimSuffix(label, "s")+" "+names[0]
		}
	default:
		m.to = end
	}
	return m
}

// determiners stand before a noun.
var determiners = []string{"a", "an", "the", "no", "any", "this", "some", "been", "further", "slight", "small", "significant", "large", "substantial", "marginal", "overall"}

// settle tells a noun from a verb where the word alone does not: "an increase", "increase
// in"; "an increased number" has what moved behind it as a noun has.
func (s *sentence0) settle(m *mark) {
	if m.kind != ofMove {
		return
	}
	before := s.wordAt(m.from - 1)
	switch {
	case m.form == noun:
		is := s.wordAt(m.to) == "in" || s.wordAt(m.to) == "of"
		for i := m.from - 1; i >= max(0, m.from-4) && !is; i-- {
			t := s.tokens[i]
			is = slices.Contains(determiners, t.word) || t.number != nil
		}
		if !is {
			m.form = present
		}
	case m.form == verb && slices.Contains([]string{"a", "an", "the"}, before):
		m.form = noun
	case m.form == verb && slices.Contains([]string{"the", "our", "its"}, s.wordAt(m.to)):
		m.form = noun
	}
	if before == "to" || before == "and" && s.wordAt(m.from-2) == "to" {
		m.kind = ofAim
	}
}

func (s *sentence0) wordAt(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].word
}

// text gives the words between two tokens, as they are printed.
func (s *sentence0) text(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	return s.Text[s.tokens[lo].from:s.tokens[hi-1].to]
}

// verbs make a clause of words.
var verbs = []string{"is", "are", "was", "were", "has", "have", "had", "there", "shows", "show", "showed", "highlights", "highlight", "indicates", "indicate", "demonstrates", "suggests", "do", "does", "did", "can", "reported", "experienced", "said", "believe", "believed", "will", "remains", "remain", "continue", "continues", "aim"}

// split parts a sentence into windows: at borders and at commas behind which there is a verb,
// and between two things that are said.
func (s *sentence0) split() {
	var pieces []window
	hard := map[int]bool{0: true} // pieces that begin behind a border
	from := 0
	cut := func(at, next int, border bool) {
		if at > from {
			pieces = append(pieces, window{lo: from, hi: at})
		}
		from = next
		if border {
			hard[next] = true
		}
	}
	for i, t := range s.tokens {
		switch m := s.markAt[i]; {
		case m >= 0 && s.marks[m].kind == ofBorder:
			if s.marks[m].from == i {
				cut(i, i, true)
			}
		case m >= 0:
		case t.sign == ';':
			cut(i, i+1, true)
		case t.sign == ',' || t.sign == ':' || t.sign == '—':
			cut(i, i+1, false)
		}
	}
	cut(len(s.tokens), len(s.tokens), false)
	for i := range pieces {
		for n, m := range s.marks {
			if (m.kind == ofMove || m.kind == ofSide || m.kind == ofNow) && m.from >= pieces[i].lo && m.from < pieces[i].hi {
				pieces[i].anchors = append(pieces[i].anchors, n)
			}
		}
	}
	for _, p := range s.joined(pieces, hard) {
		s.windows = append(s.windows, s.parted(p)...)
	}
}

// joined puts a piece without a verb and without anything said to the piece that it belongs
// to: the one before, or for the first the one behind.
func (s *sentence0) joined(pieces []window, hard map[int]bool) []window {
	var out []window
	clause := func(p window) bool {
		for i := p.lo; i < p.hi; i++ {
			if slices.Contains(verbs, s.tokens[i].word) && s.wordAt(i-1) != "who" {
				return true
			}
		}
		return len(p.anchors) > 0
	}
	for _, p := range pieces {
		last := len(out) - 1
		news := last >= 0 && len(out[last].anchors) == 1 && s.marks[out[last].anchors[0]].kind == ofNow
		if last >= 0 && !hard[p.lo] && (news || !clause(p) || !clause(out[last])) {
			out[last].hi = p.hi
			out[last].anchors = append(out[last].anchors, p.anchors...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// parted parts a window with several anchors at the "and" or "with" between them.
func (s *sentence0) parted(p window) []window {
	var out []window
	lo := p.lo
	var anchors []int
	for n, a := range p.anchors {
		if n > 0 {
			if at := s.joint(s.marks[p.anchors[n-1]].to, s.marks[a].from); at > 0 {
				out = append(out, window{lo, at, anchors})
				lo, anchors = at, nil
			}
		}
		anchors = append(anchors, a)
	}
	return append(out, window{lo, p.hi, anchors})
}

// joint finds the last word that joins two clauses between two tokens, and not two names; 0:
// there is none.
func (s *sentence0) joint(lo, hi int) int {
	for i := hi - 1; i > lo; i-- {
		if s.markAt[i] >= 0 || !slices.Contains([]string{"and", "with", "then"}, s.tokens[i].word) && s.tokens[i].sign != ',' {
			continue
		}
		if i > 0 && i+1 < len(s.tokens) && s.isGroup(i-1) && s.isGroup(i+1) {
			continue
		}
		return i
	}
	return 0
}

func (s *sentence0) isGroup(i int) bool {
	m := s.markAt[i]
	return m >= 0 && (s.marks[m].kind == ofGroup || s.marks[m].kind == ofFrom || s.marks[m].kind == ofPart || s.marks[m].kind == ofMeasure)
}

// has reports whether a kind of word stands between two tokens.
func (s *sentence0) has(k kind, lo, hi int) bool {
	for _, m := range s.marks {
		if m.kind == k && m.from >= lo && m.from < hi {
			return true
		}
	}
	return false
}

// years gives the years that are named by number between two tokens.
func (s *sentence0) years(lo, hi int) []model.Year {
	var years []model.Year
	for i := lo; i < hi; i++ {
		if y := s.tokens[i].year; y != 0 && !slices.Contains(years, y) && !s.notYear(i) {
			years = append(years, y)
		}
	}
	return years
}

// notYear reports whether a year names a survey, a plan or a day that no table is of.
func (s *sentence0) notYear(i int) bool {
	months := []string{"april", "may", "june", "july", "august", "september", "october", "november", "december", "january", "february"}
	return slices.Contains(months, s.wordAt(i-1)) || s.wordAt(i-1) == "by"
}
