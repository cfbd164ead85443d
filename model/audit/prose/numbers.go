package prose

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// numbers sets each number of a sentence beside the figures that it may be.
func (r *reader) numbers(s *sentence, whole scope) {
	lists := s.respectively()
	theirs := s.theirs()
	for i := range s.tokens {
		u := s.found[i]
		if u == nil || u.how == naming {
			continue
		}
		w := s.windowOf(i)
		sc := r.placed(s, s.scopeOf(w.lo, w.hi), whole)
		sc.inherit(whole)
		if len(sc.years) == 0 {
			sc.years = whole.years
		}
		switch {
		case theirs[i]:
			u.fate = Others
		case sc.aim:
			u.fate = Aim
		case u.how == changing:
			if !whole.narrow || !sc.narrow {
				r.change(s, i, u, sc)
			}
		default:
			r.number(s, i, u, sc, whole, lists[i])
		}
		if u.how == parity && u.fate == Left {
			u.fate = Name
		}
	}
}

// theirs says which numbers are of other organisations: those behind a word for others,
// until one for the organisation itself, and the one right before ("27.6% nationally").
func (s *sentence) theirs() map[int]bool {
	out := map[int]bool{}
	on, last := false, -1
	for i, t := range s.tokens {
		if m := s.markAt[i]; m >= 0 && s.marks[m].from == i {
			switch s.marks[m].kind {
			case ofOthers:
				if last >= 0 && i-last <= 4 && !s.partedBetween(last, i) {
					out[last] = true
				}
				on = true
			case ofOwn:
				on = false
			}
		}
		if t.number == nil {
			continue
		}
		last = i
		if on {
			out[i] = true
		}
	}
	return out
}

func (s *sentence) partedBetween(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.tokens[i].sign == ',' || s.tokens[i].sign == ';' {
			return true
		}
		if m := s.markAt[i]; m >= 0 && (s.marks[m].kind == ofThan || s.marks[m].kind == ofSide || s.marks[m].kind == ofBorder) {
			return true
		}
	}
	return false
}

// bound is to what of a sentence a number is bound: a group or a year.
type bound struct {
	group string
	year  model.Year
}

// respectively gives what each number of a list is of: the groups, or else the years, in
// the order in which the sentence names them.
func (s *sentence) respectively() map[int]bound {
	end := slices.IndexFunc(s.tokens, func(t token) bool { return t.word == "respectively" })
	if end < 0 {
		return nil
	}
	var nums []int
	for i := end - 1; i >= 0; i-- {
		if u, is := s.kinds[i]; is && u.how != naming {
			nums = append([]int{i}, nums...)
		}
	}
	if len(nums) == 0 {
		return nil
	}
	var named []string
	for _, m := range s.marks {
		if m.kind == ofGroup && m.from < end {
			add(&named, m.text)
		}
	}
	years := s.years(0, len(s.tokens))
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
func (s *sentence) bindGroup(i int, u use) string {
	end := s.afterUnit(i, u.unit)
	if word := s.wordAt(end); word == "of" || word == "for" || word == "among" || word == "amongst" || word == "in" {
		for j := end + 1; j < min(len(s.tokens), end+4); j++ {
			if s.tokens[j].number != nil || s.tokens[j].sign != 0 {
				break
			}
			if m := s.markAt[j]; m >= 0 && s.marks[m].kind == ofGroup {
				return s.onlyGroup(m)
			}
		}
		if (word == "of" || word == "for") && !s.wholeAt(end+1) {
			return ""
		}
	}
	if end < len(s.tokens) && s.markAt[end] >= 0 && s.marks[s.markAt[end]].kind == ofGroup {
		return s.onlyGroup(s.markAt[end]) // "15 BME staff"
	}
	if s.listed(i) {
		return ""
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		t := s.tokens[j]
		m := s.markAt[j]
		switch {
		case m >= 0 && s.marks[m].kind == ofGroup:
			return s.onlyGroup(m)
		case m >= 0 && s.marks[m].kind == ofPeople, t.sign == '(' || t.sign == ':' || t.sign == '–':
		case slices.Contains([]string{"at", "is", "was", "were", "are", "of", "stood", "stands", "being", "staff", "make", "makes", "made", "up", "represent", "represents", "represented", "comprise", "comprised", "form", "accounted", "account", "for", "now"}, t.word):
		default:
			return ""
		}
	}
	return ""
}

// wholeAt reports whether the words at a token name a whole that a group is a share of.
func (s *sentence) wholeAt(i int) bool {
	for slices.Contains([]string{"the", "our", "all", "total", "overall", "its"}, s.wordAt(i)) {
		i++
	}
	return slices.Contains([]string{"workforce", "staff", "board", "employees"}, s.wordAt(i))
}

// listed reports whether a number stands in brackets with another: "(16.9% against 6.0%)".
func (s *sentence) listed(i int) bool {
	open := i
	for open > 0 && s.tokens[open].sign != '(' && s.tokens[open].sign != ')' {
		open--
	}
	if s.tokens[open].sign != '(' {
		return false
	}
	n := 0
	for j := open + 1; j < len(s.tokens) && s.tokens[j].sign != ')'; j++ {
		if s.tokens[j].number != nil {
			n++
		}
	}
	return n > 1
}

// onlyGroup gives the group of a mark, or "" where another is named with it ("white and BME
// staff").
func (s *sentence) onlyGroup(n int) string {
	m := s.marks[n]
	for _, other := range []int{m.from - 2, m.to + 1} {
		if other < 0 || other >= len(s.tokens) {
			continue
		}
		between := s.tokens[min(other, m.to)+btoiInt(other < m.from)]
		if k := s.markAt[other]; k >= 0 && s.marks[k].kind == ofGroup && s.marks[k].text != m.text && (between.word == "and" || between.word == "or") {
			return ""
		}
	}
	return m.text
}

func btoiInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bindYear finds a year that is said of one number only: "in 2023, 20.4%", "20.4% (2024)".
func (s *sentence) bindYear(i int, u use, w window) model.Year {
	end := s.afterUnit(i, u.unit)
	for j := end; j < min(len(s.tokens), end+3); j++ {
		t := s.tokens[j]
		if t.year != 0 && !s.notYear(j) {
			return t.year
		}
		if t.word != "in" && t.word != "for" && t.word != "at" && t.sign != '(' {
			break
		}
	}
	for j := i - 1; j >= max(w.lo, i-6); j-- {
		t := s.tokens[j]
		if t.year != 0 && !s.notYear(j) && slices.Contains([]string{"in", "for", "at", "during", "march"}, s.wordAt(j-1)) && s.wordAt(i-1) != "from" && s.wordAt(i-1) != "to" {
			return t.year
		}
		if t.sign != 0 && t.sign != ',' || t.number != nil || t.year != 0 || t.word == "and" {
			break
		}
	}
	years := s.years(w.lo, w.hi)
	if len(years) != 1 || s.sinceIn(w.lo, w.hi) || len(w.anchors) > 0 || len(s.years(0, len(s.tokens))) != 1 {
		return 0
	}
	for j := w.lo; j < w.hi; j++ {
		if s.tokens[j].number != nil && j != i && s.kinds[j].how != naming {
			return 0
		}
	}
	return years[0]
}

// candidate is a figure that a number may be.
type candidate struct {
	cell
	series *series
}

// number sets a plain number beside the tables.
func (r *reader) number(s *sentence, i int, u *said, sc, whole scope, listed bound) {
	n := s.tokens[i].number
	group := listed.group
	sure := group != ""
	if group == "" {
		if group = s.bindGroup(i, u.use); group != "" {
			sure = true
		} else if len(sc.groups) == 1 {
			group = sc.groups[0]
		}
	}
	if slices.Contains(sc.subs, known) && group != unknown {
		group, sure = known, false
	}
	year := listed.year
	if year == 0 {
		year = s.bindYear(i, u.use, s.windowOf(i))
	}
	strict, loose := r.cells.candidates(s, i, sc, u.use, group, year)
	for _, set := range [][]candidate{strict, loose} {
		for _, c := range set {
			if n.prints(c.amount) && (!sure && year == 0 || slices.ContainsFunc(strict, func(k candidate) bool { return k.series == c.series && k.cell == c.cell })) {
				u.fate, u.at = Cell, c.series.key
				u.at.Year = c.year
				return
			}
		}
	}
	if r.cells.derived(n.amount, u.use, sc) || u.how == ranging || whole.narrow || whole.others && !sure || s.Heading && !sc.named {
		if u.how == ranging && len(strict) > 0 {
			u.fate = Cell
		}
		return
	}
	r.wrongNumber(s, i, u, sc, strict, loose, sure, year)
}

// candidates gives the figures that a number of a kind may be: those of the group and the year
// to which it is bound, and all of the indicator.
func (t *cells) candidates(s *sentence, i int, sc scope, u use, group string, year model.Year) (strict, loose []candidate) {
	n := s.tokens[i].number
	for _, se := range t.order {
		if len(sc.indicators) > 0 && !slices.Contains(sc.indicators, se.key.Indicator) || !se.takes(u) || se.role == asNumber && n.decimals > 0 {
			continue
		}
		for _, c := range se.of {
			if u.how == counted && !t.isPart(s, c, se, u.whole) {
				continue
			}
			loose = append(loose, candidate{c, se})
			ofGroup := group == "" && (se.role != asNumber || se.key.Group == all) || se.role == asRatio || se.role == asGap || se.key.Group == group
			if ofGroup && se.withinPart(&sc) && se.withinCount(&sc) && inYear(se, c, year) {
				strict = append(strict, candidate{c, se})
			}
		}
	}
	return strict, loose
}

// isPart reports whether a count has the whole that the sentence tells: "1 of 15".
func (t *cells) isPart(s *sentence, c cell, se *series, whole int) bool {
	k := se.key
	k.Group = all
	of, ok := t.only(k, c.year)
	return !ok || of.value == s.tokens[whole].number.value
}

// inYear reports whether a figure is of the year that a number is bound to. A survey's year is
// one before that of the standard.
func inYear(se *series, c cell, year model.Year) bool {
	if year == 0 || c.year == year {
		return true
	}
	ind := indicator.Lookup(se.key.Indicator)
	return ind != nil && ind.Shape == indicator.Survey && c.year == year+1
}

// takes reports whether a number of a unit can be a figure of a series.
func (s *series) takes(u use) bool {
	switch u.unit {
	case percents:
		return s.role == asPercent
	case points:
		return s.role == asGap
	case times:
		return s.role == asRatio
	}
	return s.role == asRatio || s.role == asNumber || s.role == asGap
}

// derived reports whether a number follows from the tables without standing in them: a
// difference of two years or groups, the inverse of a ratio, the rest to 100.
func (t *cells) derived(n amount, u use, sc scope) bool {
	probe := sc
	probe.roles, probe.subs = nil, nil
	if u.unit == times || u.unit == noUnit {
		for _, se := range t.order {
			for _, c := range se.of {
				if u.unit == noUnit && n.value < one && n.decimals > 1 && se.role == asPercent && n.prints(amount{value: c.value / 100, decimals: c.decimals + 2, exact: c.exact}) {
					return true // a rate as a fraction
				}
				if se.role == asRatio && c.value > 0 && (len(sc.indicators) == 0 || slices.Contains(sc.indicators, se.key.Indicator)) &&
					spanOf(n).meets(span{1 / spanOf(c.amount).hi, 1 / spanOf(c.amount).lo}) {
					return true
				}
			}
		}
	}
	if u.unit == noUnit && n.decimals == 0 && t.sums(n, sc) {
		return true
	}
	if u.unit != percents && u.unit != points {
		return false
	}
	apart := u.unit == points || slices.Contains(sc.roles, asGap)
	for _, se := range t.order {
		if se.role != asPercent || len(sc.indicators) > 0 && !slices.Contains(sc.indicators, se.key.Indicator) {
			continue
		}
		for _, c := range se.of {
			rest := c.amount
			if rest.value = 100*one - c.value; n.prints(rest) {
				return true
			}
			if apart && t.differsFrom(n, se, c) {
				return true
			}
		}
	}
	return false
}

// sums reports whether a count is the sum of two or three groups.
func (t *cells) sums(n amount, sc scope) bool {
	for _, se := range t.order {
		if se.role != asNumber || se.key.Group != bme || len(sc.indicators) > 0 && !slices.Contains(sc.indicators, se.key.Indicator) {
			continue
		}
		for _, c := range se.of {
			sum := c.value
			for _, group := range []string{white, unknown} {
				k := se.key
				k.Group = group
				of, ok := t.only(k, c.year)
				if sum += of.value; ok && (sum == n.value || of.value+c.value == n.value) {
					return true
				}
			}
		}
	}
	return false
}

// differsFrom reports whether a number is the difference between a figure and another of its
// year or of its group.
func (t *cells) differsFrom(n amount, se *series, c cell) bool {
	for _, other := range t.order {
		if other.role != asPercent || other.key.Part != se.key.Part && other.key.Part != "" || other.key.Figure != se.key.Figure && wholes[other.key.Figure] == "" {
			continue
		}
		for _, o := range other.of {
			if (o.year == c.year || other == se) && o != c && near(n, absolute(spanOf(c.amount).less(spanOf(o.amount)))) {
				return true
			}
		}
	}
	return false
}

// wrongNumber finds a number that is none of the figures that it can be. Where the sentence
// does not name the indicator itself, or not whose number it is, only one that nearly is a
// figure is held against it.
func (r *reader) wrongNumber(s *sentence, i int, u *said, sc scope, strict, loose []candidate, sure bool, year model.Year) {
	n := s.tokens[i].number
	if len(strict) == 0 || len(sc.indicators) == 0 {
		return
	}
	series := map[*series]bool{}
	for _, c := range strict {
		series[c.series] = true
	}
	best := strict[0]
	for _, c := range strict {
		if closer(n.amount, c, best, r.latest) {
			best = c
		}
	}
	if len(series) > 1 && !sure && len(sc.groups) == 0 {
		return // whose it is, is not told
	}
	named := sc.named
	if ratio := onlyRatio(s, sc, series, u.use, n.amount); ratio != nil {
		named, sure = true, true
	}
	likeness := alikeness(n.amount, best.amount)
	elsewhere := slices.IndexFunc(loose, func(c candidate) bool { return n.prints(c.amount) })
	if elsewhere >= 0 {
		if best = latestOf(strict); loose[elsewhere].series == best.series && year != 0 {
			likeness = digitOff
		}
	}
	switch {
	case u.how == counted && len(series) == 1 && len(sc.groups) == 1:
	case elsewhere >= 0 && !sure && year == 0:
		u.fate = Cell
		return
	case !named && likeness < digitOff, u.unit == noUnit && likeness < digitOff && (best.series.role != asRatio || !sure), !sure && likeness < digitOff, len(series) > 2 && likeness < digitOff:
		return
	case u.unit == noUnit && n.decimals == 0 && (best.series.role != asNumber || !sure && !s.counts(sc)):
		return
	}
	k := best.series.key
	k.Year = best.year
	u.fate, u.at = Cell, k
	severity := finding.Value
	says := fmt.Sprintf("The tables have %s (%s).", best.printed, r.where(k))
	if elsewhere >= 0 {
		other := loose[elsewhere]
		at := other.series.key
		at.Year = other.year
		if slices.ContainsFunc(r.result.Findings[r.first:], func(f finding.Finding) bool { return f.Kind == finding.Number && f.At == at }) {
			return // the two are exchanged: said of the first
		}
		says = fmt.Sprintf("%s is that of %s; the tables have %s for %s.", s.text(i, i+1), r.where(at), best.printed, r.where(k))
	} else if likeness == lastDigit && !best.exact {
		severity = finding.Note
		says += " It is one off in the last digit."
	}
	r.find(s, finding.Finding{Kind: finding.Number, Severity: severity, At: k, Printed: s.text(i, i+1), Computed: best.printed, Says: says})
}

// onlyRatio gives the one ratio that a number can be: words or its unit say that it is a
// ratio, and no year is named that the tables have not.
func onlyRatio(s *sentence, sc scope, of map[*series]bool, u use, n amount) *series {
	if len(of) != 1 || n.decimals == 0 || u.unit != times && !slices.Contains(sc.roles, asRatio) || sc.spanned {
		return nil
	}
	for se := range of {
		years := se.years()
		for _, y := range s.years(0, len(s.tokens)) {
			if !slices.Contains(years, y) {
				return nil
			}
		}
		if se.role == asRatio && len(se.of) > 0 && se.of[0].decimals == n.decimals {
			return se
		}
	}
	return nil
}

// latestOf gives the latest of some figures.
func latestOf(of []candidate) candidate {
	return slices.MaxFunc(of, func(a, b candidate) int { return int(a.year) - int(b.year) })
}

// counts reports whether a sentence speaks of how many.
func (s *sentence) counts(sc scope) bool { return slices.Contains(sc.roles, asNumber) }

// alike says how nearly a number is a figure.
const (
	unlike = iota
	digitOff
	lastDigit
)

// alikeness compares the digits of two numbers: equal but for one digit, for two that are
// exchanged or for one that is missing; or one off in the last.
func alikeness(a, b amount) int {
	if a.decimals == b.decimals {
		if d := a.value - b.value; d == a.unit() || d == -a.unit() {
			return lastDigit
		}
	}
	x, y := a.String(), b.String()
	if a.decimals == b.decimals {
		x, y = strings.Replace(x, ".", "", 1), strings.Replace(y, ".", "", 1)
	}
	if len(x) < 2 || len(y) < 2 {
		return unlike
	}
	if oneEdit(x, y) {
		return digitOff
	}
	return unlike
}

// oneEdit reports whether two texts differ by one sign that is other, missing or added, or by
// two neighbours that are exchanged.
func oneEdit(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return x[i:] == y[i+1:]
	}
	if i == len(x) {
		return true
	}
	return x[i+1:] == y[i+1:] || i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
}

// closer reports whether a figure is nearer to a number than another, or as near and later.
func closer(n amount, c, than candidate, latest model.Year) bool {
	a, b := alikeness(n, c.amount), alikeness(n, than.amount)
	if a != b {
		return a > b
	}
	if c.year != than.year {
		return c.year > than.year
	}
	return false
}

// account tells what became of each number of a sentence.
func (s *sentence) account(place int) Read {
	read := Read{Sentence: place, Line: s.Line}
	for i := range s.tokens {
		u := s.found[i]
		if u == nil {
			continue
		}
		n := Number{Text: s.text(i, i+1), Fate: u.fate, At: u.at}
		if n.Fate != Cell && n.Fate != Change {
			n.At = document.Key{}
		}
		read.Numbers = append(read.Numbers, n)
	}
	return read
}
