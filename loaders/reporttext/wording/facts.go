package wording

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"wres/model"
	"wres/model/indicator"
	"wres/model/pattern"
)

// Facts is what the words of one text say. What they do not say is empty.
type Facts struct {
	Named   []string // indicators by their number: "Indicators 5 - 8"
	Lead    string   // a number at the start, that may be an indicator's: "5. Percentage of …"
	Topics  []string // indicators that the words are of
	Counted string   // the count of the indicator that they name: "appointed"
	Staff   bool     // the workforce is named
	Groups  []string // strong ones in order: white, bme, unknown, known
	All     bool     // all groups together
	Measure Measure  // the kind of figure
	Shared  bool     // a percentage is named, beside what else is
	Base    string   // what a percentage is named as one of: the figure "appointed", "headcount", …
	Board   string   // a part of the board
	Part    string   // a band, a cluster, a grade
	Staffed string   // a staff category
	When
	Others  bool // figures of other organisations
	Aside   bool // no figure of the standard
	Heads   bool // "headcount" is said
	Foreign bool // another standard is named, and this is not
	Own     bool // this standard is named
}

// When is what words say of a year.
type When struct {
	Year   model.Year // of the standard
	Survey int        // a year of the staff survey, where the words say so
	Years  int        // how many years are named
	Ago    int        // 1: the year of the report, by the words "this year"; 2: the year before it
	// OfStandard: the year is said to be one of the standard.
	OfStandard bool
}

// Says reports whether the words can head a column.
func (f *Facts) Says() bool {
	return f.Year != 0 || f.Years > 0 || f.Ago > 0 || f.Survey != 0 || len(f.Groups) > 0 || f.All || f.Measure != "" || f.Counted != "" || f.Part != "" || f.Board != "" || f.Staffed != "" || f.Others || f.Aside
}

// TellsFigure reports whether the words say what kind of figure they are of.
func (f *Facts) TellsFigure() bool { return f.tells() }

// OnlyGroup reports whether the words name a group of the standard, and perhaps that a figure
// is a number or a percentage, and nothing else that tells of what it is.
func (f *Facts) OnlyGroup() bool {
	return len(f.Groups) == 1 && f.Groups[0] != "known" && !f.Staff && f.Part == "" && f.Board == "" && f.Counted == "" && (f.Measure == "" || f.Measure == Number || f.Measure == Share)
}

// Over lays facts over others: what these say holds, and what they leave open is as below.
func (f Facts) Over(below Facts) Facts {
	told := f.tells()
	if len(f.Named) == 0 {
		f.Named = below.Named
	}
	if len(f.Topics) == 0 {
		f.Topics = below.Topics
	}
	if !told {
		f.Measure, f.Shared, f.Counted, f.Staff = below.Measure, below.Shared, below.Counted, below.Staff
	}
	if len(f.Groups) == 0 && !f.All {
		f.Groups, f.All = below.Groups, below.All
	}
	if f.Year == 0 {
		f.When = below.When
	}
	f.Base, f.Board, f.Part, f.Staffed = cmp.Or(f.Base, below.Base), cmp.Or(f.Board, below.Board), cmp.Or(f.Part, below.Part), cmp.Or(f.Staffed, below.Staffed)
	f.Others, f.Aside = f.Others || below.Others, f.Aside || below.Aside
	return f
}

// Lexicon holds the phrases of the table, and a report's own.
type Lexicon struct {
	senses  map[string]sense
	longest map[string]int // words of the longest phrase, by its first
}

type sense struct {
	says  says
	value string
}

// common is the table without any report's own words.
var common = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{map[string]sense{}, map[string]int{}}
	for _, row := range phrases {
		for phrase := range strings.SplitSeq(row.phrases, "|") {
			l.add(phrase, sense{row.says, row.value})
		}
	}
	return l
})

func (l *Lexicon) add(phrase string, s sense) {
	words := fold(phrase)
	if len(words) == 0 {
		return
	}
	l.senses[strings.Join(words, " ")] = s
	l.longest[words[0]] = max(l.longest[words[0]], len(words))
}

// New gives the table with a report's own terms for the group BME, and the organisation's
// names, which say nothing.
func New(bme, organisation []string) *Lexicon {
	own := &Lexicon{map[string]sense{}, map[string]int{}}
	for phrase, s := range common().senses {
		own.senses[phrase] = s
	}
	for word, n := range common().longest {
		own.longest[word] = n
	}
	for _, name := range organisation {
		own.add(name, sense{says: ofNothing})
	}
	for _, term := range bme {
		own.add(term, sense{ofGroup, "bme"})
	}
	return own
}

// IsGroup reports whether a phrase is one for the group BME.
func (l *Lexicon) IsGroup(phrase string) bool {
	s := l.senses[strings.Join(fold(phrase), " ")]
	return s.says == ofGroup && s.value == "bme"
}

// fold gives the words of a text in lower case. Signs part words, but for those that are
// words of the table.
func fold(text string) []string {
	var words []string
	from := -1
	end := func(i int) {
		if from >= 0 {
			words = append(words, text[from:i])
		}
		from = -1
	}
	text = strings.ToLower(text)
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if from < 0 {
				from = i
			}
		case r == '−':
			end(i)
			words = append(words, "minus")
		case r == '%' || r == '+' || r == '÷':
			end(i)
			words = append(words, string(r))
		default:
			end(i)
		}
	}
	end(len(text))
	return words
}

// Read gives the facts of a text.
func (l *Lexicon) Read(text string) Facts {
	var f Facts
	if strings.TrimSpace(text) == "" {
		return f
	}
	f.numbers(text)
	f.years(text)
	f.Part = partIn(text)
	r := reading{Facts: &f}
	words := fold(text)
	for i := 0; i < len(words); {
		n := min(l.longest[words[i]], len(words)-i)
		for ; n > 0; n-- {
			if s, ok := l.senses[strings.Join(words[i:i+n], " ")]; ok {
				r.take(s)
				break
			}
		}
		if versus[words[i]] {
			r.versus = true
		}
		i += max(n, 1)
	}
	r.end(text)
	return f
}

// reading is what is found word by word.
type reading struct {
	*Facts
	froms    []string
	subgroup bool
	survey   bool
	wres     bool
	foreign  bool
	versus   bool
	boards   int
}

// take takes one phrase.
func (r *reading) take(s sense) {
	switch s.says {
	case ofGroup:
		if s.value == "all" {
			r.All = true
		} else if !slices.Contains(r.Groups, s.value) {
			r.Groups = append(r.Groups, s.value)
		}
	case ofTopic:
		r.topic(s.value)
	case ofFrom:
		r.froms = append(r.froms, s.value)
	case ofStaff:
		r.Staff = true
	case ofHeads:
		r.Heads = true
		r.measure(Number)
	case ofMeasure:
		if s.value == allOf {
			r.All, s.value = true, string(Number)
		}
		r.measure(Measure(s.value))
	case ofPart:
		if r.boards++; r.Board == "" {
			r.Board = s.value
		}
	case ofCategory:
		if r.Staffed != "" && r.Staffed != s.value {
			s.value = "-" // two of them
		}
		r.Staffed = s.value
	case ofOthers:
		r.Others = true
	case ofAside:
		r.Aside = true
	case ofForeign:
		r.foreign = true
	case ofSubgroup:
		r.subgroup = true
	case ofSurvey:
		r.survey = true
	case ofWRES:
		r.wres = true
	}
}

// topic takes an indicator: its ids, and which of its two counts is named.
func (r *reading) topic(value string) {
	ids, side, _ := strings.Cut(value, " ")
	all := []string{ids}
	if ind := indicator.Lookup(ids); ind != nil {
		switch side {
		case "events":
			r.Counted = ind.Counts.Events
		case "at risk":
			if r.Counted == "" {
				r.Counted = ind.Counts.AtRisk
			}
		case "":
		default:
			all = append(all, strings.Fields(side)...)
		}
	}
	for _, id := range all {
		if !slices.Contains(r.Topics, id) {
			r.Topics = append(r.Topics, id)
		}
	}
}

// rank says which of two measures that words name is meant.
var rank = map[Measure]int{Number: 1, Share: 2, Respondents: 3, Likelihood: 4, Relative: 5, Difference: 6, Change: 7}

func (r *reading) measure(m Measure) {
	r.Shared = r.Shared || m == Share
	if rank[m] > rank[r.Measure] {
		if r.Measure == Number && m == Share { // "headcount and %": each figure tells by its form
			r.Measure = ""
			return
		}
		r.Measure = m
	}
}

// end settles what only the whole text tells.
func (r *reading) end(text string) {
	if slices.Contains(r.Topics, "5") && slices.Contains(r.Topics, "6") && len(r.froms) > 0 {
		drop := "6"
		if r.froms[0] == "6" {
			drop = "5"
		}
		r.Topics = slices.DeleteFunc(r.Topics, func(id string) bool { return id == drop })
	}
	if r.Board != "" && len(r.Topics) == 0 && r.Part == "" {
		r.Topics = []string{"9"}
	}
	if r.boards > 1 {
		r.Board = ""
	}
	if r.Staffed == "-" {
		r.Staffed = ""
	}
	r.Aside = r.Aside || r.subgroup
	r.Base = baseIn(text)
	if r.survey && !r.wres && r.Year != 0 && r.Years == 1 {
		r.Survey, r.Year = int(r.Year), r.Year+1
	}
	r.Foreign, r.Own = r.foreign && !r.wres, r.wres
	r.OfStandard = r.wres && r.Year != 0
	if len(r.Groups) > 1 && r.Measure == Likelihood && r.versus {
		r.Measure = Relative
	}
	if r.Measure == Share && len(r.Topics) == 1 && r.Topics[0] == "9" && r.Staff {
		r.Measure = Difference // "percentage of the board compared with the workforce"
	}
}

// Indicators by number: "Indicator 1 and Indicator 9", "Metrics 5 to 8".
var (
	indicators = pattern.Of(`(?i)\b(?:indicators?|metrics?|ind\.?|wres)(?: number| no\.?)? ?((?:[1-9][0-9]?)[a-d]?\b(?:(?: ?[-–,&] ?| to | and )(?:indicator |metric )?[1-9][0-9]?\b)*)`)
	oneOfThem  = pattern.Of(`[1-9][0-9]?`)
	joint      = pattern.Of(`^[a-d]? ?(?:[-–]|to) ?(?:indicator |metric )?$`)
	lead       = pattern.Of(`^ *(?:\(?([1-9][0-9]?)[a-d]?[.):]? |([1-9][0-9]?)[a-d]? *$|w([1-9])\b)`)
)

// numbers finds indicators that are named by their number.
func (f *Facts) numbers(text string) {
	for _, m := range indicators().FindAllStringSubmatch(text, 20) {
		list := m[1]
		at := oneOfThem().FindAllStringIndex(list, -1)
		for i, p := range at {
			from, _ := strconv.Atoi(list[p[0]:p[1]])
			first := from
			if i > 0 && joint().MatchString(strings.ToLower(list[at[i-1][1]:p[0]])) {
				first, _ = strconv.Atoi(list[at[i-1][0]:at[i-1][1]])
			}
			for n := first; n <= from; n++ {
				if id := strconv.Itoa(n); indicator.Lookup(id) != nil && !slices.Contains(f.Named, id) {
					f.Named = append(f.Named, id)
				}
			}
		}
	}
	if m := lead().FindStringSubmatch(strings.ToLower(text)); m != nil {
		if id := m[1] + m[2] + m[3]; indicator.Lookup(id) != nil {
			f.Lead = id
		}
	}
}

// Years in a text, and days or months that tell one.
var (
	years = pattern.Of(`(?i)\b(?:[0-9]{1,2}(?:st)? ` + model.MonthWords + `,? (?:20[0-9]{2}|[0-9]{2})|[0-9]{1,2}[/.][0-9]{1,2}[/.](?:20[0-9]{2}|[0-9]{2})|` + model.MonthWords +
		`[- ']{1,2}(?:20[0-9]{2}|[0-9]{2})|20[0-9]{2} ?[/–-] ?(?:20[0-9]{2}|[0-9]{2})|[0-9]{2}/[0-9]{2}|fy ?(?:20)?[0-9]{2}(?:[/-][0-9]{2})?|20[0-9]{2})\b`)
	thisYear  = pattern.Of(`(?i)^(?:data for )?(?:the |this |current )?(?:this|current|reporting) (?:reporting )?year\b`)
	lastYear  = pattern.Of(`(?i)^(?:data for )?(?:the )?(?:last|previous|prior) (?:reporting )?year\b`)
	bracketed = pattern.Of(`\([^()]*20[0-9]{2}[^()]*\)`)
)

// years finds the year of a text. Of two, one of which stands in brackets, the later is that
// of the standard: "2023 (2022)", "2024 (survey of 2023)".
func (f *Facts) years(text string) {
	var found []model.Year
	for _, m := range years().FindAllString(text, 6) {
		w, err := model.DayFirst.When(strings.ReplaceAll(m, " - ", "-"))
		if err != nil || slices.Contains(found, w.Year) {
			continue
		}
		found = append(found, w.Year)
	}
	f.Years = len(found)
	switch {
	case len(found) > 0:
	case lastYear().MatchString(text):
		f.Ago = 2
	case thisYear().MatchString(text):
		f.Ago = 1
	}
	switch {
	case len(found) == 1:
		f.Year = found[0]
	case len(found) == 2 && bracketed().MatchString(text) && max(found[0], found[1])-min(found[0], found[1]) == 1:
		f.Year = max(found[0], found[1])
	}
}

// Used lists the phrases for the group BME that a text uses, the most frequent first.
func (l *Lexicon) Used(text string) []string {
	counts := map[string]int{}
	var order []string
	words := fold(text)
	for i := 0; i < len(words); {
		n := min(l.longest[words[i]], len(words)-i)
		for ; n > 0; n-- {
			phrase := strings.Join(words[i:i+n], " ")
			if s, ok := l.senses[phrase]; ok {
				if s.says == ofGroup && s.value == "bme" {
					if counts[phrase]++; counts[phrase] == 1 {
						order = append(order, phrase)
					}
				}
				break
			}
		}
		i += max(n, 1)
	}
	slices.SortStableFunc(order, func(a, b string) int { return counts[b] - counts[a] })
	return order
}
