package prose

import (
	"slices"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
	"wres/model/indicator"
)

// bound is to what of a sentence a number is bound: a group or a year.
type bound struct {
	group string
	year  model.Year
}

// respectively gives what each number of a list is of: the groups, or else the years, in
// the order in which the sentence names them.
func (s *sentence) respectively() map[int]bound {
	end := slices.IndexFunc(s.Tokens, func(t phrase.Token) bool { return t.Word == "respectively" })
	if end < 0 {
		return nil
	}
	var nums []int
	for i := end - 1; i >= 0; i-- {
		if u, is := s.Kinds[i]; is && u.How != phrase.Naming {
			nums = append([]int{i}, nums...)
		}
	}
	if len(nums) == 0 {
		return nil
	}
	var named []string
	for _, m := range s.Marks {
		if m.Kind == phrase.OfGroup && m.From < end {
			phrase.Add(&named, m.Text)
		}
	}
	years := s.Years(0, len(s.Tokens))
	out := map[int]bound{}
	switch {
	case len(named) > 1 && len(nums) >= len(named):
		for i, n := range nums[len(nums)-len(named):] {
			out[n] = bound{group: named[i]}
		}
	case len(named) < 2 && len(years) > 1 && len(nums) >= len(years):
		for i, n := range nums[len(nums)-len(years):] {
			out[n] = bound{group: first(named), year: years[i]}
		}
	}
	return out
}

// bindGroup finds the group that stands right behind a number ("28% of BME staff") or right
// before it ("BME staff (28%)").
func (s *sentence) bindGroup(i int, u phrase.Use) string {
	end := s.AfterUnit(i, u.Unit)
	if word := s.WordAt(end); word == "of" || word == "for" || word == "among" || word == "amongst" || word == "in" {
		for j := end + 1; j < min(len(s.Tokens), end+4); j++ {
			if s.Tokens[j].Number != nil || s.Tokens[j].Sign != 0 {
				break
			}
			if m := s.MarkAt[j]; m >= 0 && s.Marks[m].Kind == phrase.OfGroup {
				return s.onlyGroup(m)
			}
		}
		if (word == "of" || word == "for") && !s.wholeAt(end+1) {
			return ""
		}
	}
	if end < len(s.Tokens) && s.MarkAt[end] >= 0 && s.Marks[s.MarkAt[end]].Kind == phrase.OfGroup {
		return s.onlyGroup(s.MarkAt[end]) // "15 BME staff"
	}
	if s.listed(i) {
		return ""
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		t := s.Tokens[j]
		m := s.MarkAt[j]
		switch {
		case m >= 0 && s.Marks[m].Kind == phrase.OfGroup:
			return s.onlyGroup(m)
		case m >= 0 && s.Marks[m].Kind == phrase.OfPeople, t.Sign == '(' || t.Sign == ':' || t.Sign == '–':
		case slices.Contains([]string{"at", "is", "was", "were", "are", "of", "stood", "stands", "being", "staff", "make", "makes", "made", "up", "represent", "represents", "represented", "comprise", "comprised", "form", "accounted", "account", "for", "now"}, t.Word):
		default:
			return ""
		}
	}
	return ""
}

// bindWhole finds what a number says that it is a share of ("9.5% of VSM staff", "17% of the
// Board"), and leaves no other.
func (s *sentence) bindWhole(i int, u phrase.Use, sc *phrase.Scope) {
	end := s.AfterUnit(i, u.Unit)
	if u.Unit != phrase.Percents || s.WordAt(end) != "of" {
		return
	}
	for j := end + 1; j < min(len(s.Tokens), end+4); j++ {
		if s.Tokens[j].Sign != 0 || s.Tokens[j].Number != nil {
			return
		}
		n := s.MarkAt[j]
		if n < 0 {
			continue
		}
		switch m := s.Marks[n]; {
		case m.Kind == phrase.OfPart && m.Indicators[0] == indicator.WorkforceID:
			sc.Indicators, sc.Parts = m.Indicators, []phrase.Part{{Indicator: m.Indicators[0], Name: m.Text}}
		case m.Kind == phrase.OfMeasure && len(m.Indicators) == 1 && m.Text == "" && !series.Compared(document.Key{Indicator: m.Indicators[0]}):
			if slices.Contains(sc.Indicators, m.Indicators[0]) {
				sc.Indicators = m.Indicators
				sc.Parts = slices.DeleteFunc(slices.Clone(sc.Parts), func(p phrase.Part) bool { return p.Indicator == indicator.WorkforceID })
			}
		}
		return
	}
}

// wholeAt reports whether the words at a token name a whole that a group is a share of.
func (s *sentence) wholeAt(i int) bool {
	for slices.Contains([]string{"the", "our", "all", "total", "overall", "its"}, s.WordAt(i)) {
		i++
	}
	return slices.Contains([]string{"workforce", "staff", "board", "employees"}, s.WordAt(i))
}

// listed reports whether a number stands in brackets with another: "(16.9% against 6.0%)".
func (s *sentence) listed(i int) bool {
	open := i
	for open > 0 && s.Tokens[open].Sign != '(' && s.Tokens[open].Sign != ')' {
		open--
	}
	if s.Tokens[open].Sign != '(' {
		return false
	}
	n := 0
	for j := open + 1; j < len(s.Tokens) && s.Tokens[j].Sign != ')'; j++ {
		if s.Tokens[j].Number != nil {
			n++
		}
	}
	return n > 1
}

// wholeOf gives the whole of a number, of "1 of 15".
func (s *sentence) wholeOf(u phrase.Use) int64 {
	if u.How != phrase.Counted {
		return 0
	}
	return s.Tokens[u.Whole].Number.Value
}

// onlyGroup gives the group of a mark, or "" where another is named with it ("white and BME
// staff").
func (s *sentence) onlyGroup(n int) string {
	m := s.Marks[n]
	for _, beside := range [][2]int{{m.From - 2, m.From - 1}, {m.To + 1, m.To}} {
		other, between := beside[0], beside[1]
		if other < 0 || other >= len(s.Tokens) {
			continue
		}
		if k := s.MarkAt[other]; k >= 0 && s.Marks[k].Kind == phrase.OfGroup && s.Marks[k].Text != m.Text && slices.Contains([]string{"and", "or"}, s.WordAt(between)) {
			return ""
		}
	}
	return m.Text
}

// numberAt reports whether a number begins at a token or behind a sign there: a year before it
// is its own.
func (s *sentence) numberAt(i int) bool {
	if i < len(s.Tokens) && (s.Tokens[i].Sign == ':' || s.WordAt(i) == "was" || s.WordAt(i) == "it") {
		i++
	}
	return i < len(s.Tokens) && s.Tokens[i].Number != nil
}

// bindYear finds a year that is said of one number only: "in 2023, 20.4%", "20.4% (2024)".
func (s *sentence) bindYear(i int, u phrase.Use, w phrase.Window) model.Year {
	end := s.AfterUnit(i, u.Unit)
	for j := end; j < min(len(s.Tokens), end+3); j++ {
		t := s.Tokens[j]
		if t.Year != 0 && j > end && !s.NotYear(j) && !s.numberAt(j+1) {
			return t.Year
		}
		if t.Word != "in" && t.Word != "for" && t.Word != "at" && t.Sign != '(' {
			break
		}
	}
	for j := i - 1; j >= max(w.Lo, i-6); j-- {
		t := s.Tokens[j]
		if t.Year != 0 && !s.NotYear(j) && slices.Contains([]string{"in", "for", "at", "during", "march"}, s.WordAt(j-1)) && s.WordAt(i-1) != "from" && s.WordAt(i-1) != "to" {
			return t.Year
		}
		if t.Sign != 0 && t.Sign != ',' || t.Number != nil || t.Year != 0 || t.Word == "and" {
			break
		}
	}
	years := s.Years(w.Lo, w.Hi)
	if len(years) != 1 || s.SinceIn(w.Lo, w.Hi) || len(w.Anchors) > 0 || len(s.Years(0, len(s.Tokens))) != 1 {
		return 0
	}
	for j := w.Lo; j < w.Hi; j++ {
		if s.Tokens[j].Number != nil && j != i && s.Kinds[j].How != phrase.Naming {
			return 0
		}
	}
	return years[0]
}
