package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
)

// Hiding is what a publication view hides, said for whoever may see the full figures and
// for nobody else.
type Hiding struct {
	Full    *indicator.Results
	Account disclosure.Account // of the view that was made of them
	Quotes  []quotes.Quote     // texts that are shown as they are, and quote what the view hides
	Given   []disclosure.GivenAway
	Board   bool // the view hides numbers of the board
}

// Beside is what an organisation has written beside its figures.
type Beside struct {
	Organisation *model.Organisation // with the texts of its extracts; nil: nothing is known of it
	Plans        []PlanFile          // that are shown
	Texts        []quotes.Text       // others: notes of meetings, what stands in a report
}

// PlanFile is a plan and the name of the file that holds it.
type PlanFile struct {
	Name string
	Plan plan.Plan
}

// HidingOf finds what there is to say of a view of the full figures.
func HidingOf(full, view *indicator.Results, account disclosure.Account, b Beside) Hiding {
	var texts []quotes.Text
	for _, of := range b.Plans {
		public, _ := of.Plan.Public(view) // what it keeps is hidden in the view itself
		texts = append(texts, quotes.OfPlan(public, of.Name)...)
	}
	texts = append(texts, b.Texts...)
	var given []disclosure.GivenAway
	if o := b.Organisation; o != nil {
		texts = append(quotes.OfReturns(o, full.HasYear), texts...)
		given = account.GivenAway(full, o.Published)
	}
	return Hiding{Full: full, Account: account, Quotes: quotes.Find(texts, full, view), Given: given, Board: boardHidden(view, account)}
}

// boardHidden reports whether a view hides numbers of the board in a year of an account.
func boardHidden(view *indicator.Results, account disclosure.Account) bool {
	for _, y := range account.Years {
		for _, s := range view.Series {
			if f := s.Figure(y.Year); f != nil && slices.ContainsFunc(f.Board, func(row indicator.BoardRow) bool { return row.Hidden.Any() }) {
				return true
			}
		}
	}
	return false
}

// Remarks says it in a few lines, to stand beside the view.
func (h Hiding) Remarks(safe Safe) []string {
	var lines []string
	for _, y := range h.Account.Years {
		for _, line := range append([]string{h.hidden(y)}, coarser(y)...) {
			lines = append(lines, y.Year.String()+": "+line)
		}
	}
	if least, year := h.least(); year != 0 {
		line := fmt.Sprintf("%s: whoever knows most is left %d of the values 1 to %d for a small number, and for no other fewer", year, least, h.small())
		if least == h.small() {
			line = fmt.Sprintf("whoever knows most is left all of 1 to %d for each small number", least)
		}
		lines = append(lines, line)
	}
	if h.Board {
		lines = append(lines, `numbers of the board are among them; they are shown with board = "show" under [disclosure] in wres.toml, where its members are named in public anyway`)
	}
	lines = append(lines, h.givenAway(safe)...)
	lines = append(lines, Quoted(h.Quotes, safe)...)
	if len(h.Quotes) > 0 {
		lines = append(lines, "texts of your own are shown as they are: look at these before they leave the organisation")
	}
	return lines
}

// mostQuotes is how many quotes are said of a file: who has looked at so many looks at the
// whole of it.
const mostQuotes = 20

// Quoted says which texts quote what is hidden, and with which words; of a file with many
// the first, and how many more there are.
func Quoted(all []quotes.Quote, safe Safe) []string {
	var lines, files []string
	of := map[string]int{}
	for _, q := range all {
		if of[q.File]++; q.File != "" && of[q.File] > mostQuotes {
			if of[q.File] == mostQuotes+1 {
				files = append(files, q.File)
			}
			continue
		}
		from := q.What
		switch {
		case q.Line > 0:
			from = fmt.Sprintf("%s, line %d, %s", q.File, q.Line, q.What)
		case q.File != "":
			from = q.File + ", " + q.What
		}
		what := "which may be a small number of people"
		if s := q.Share; s != nil {
			what = fmt.Sprintf("which is %d of %d of indicator %s, %s, and hidden there", s.N, s.Of, s.Indicator, s.Year)
		}
		lines = append(lines, safe.Line(fmt.Sprintf("%s, says “%s”, %s", from, q.Words, what)))
	}
	for _, file := range files {
		lines = append(lines, safe.Line(fmt.Sprintf("%s: and %s more of the kind", file, words.Thousands(of[file]-mostQuotes))))
	}
	return lines
}

// givenAway says which small numbers figures give away that were printed before, and how.
func (h Hiding) givenAway(safe Safe) []string {
	var lines []string
	for _, g := range h.Given {
		var figures []string
		for _, p := range g.Printed {
			what := p.Figure
			for _, more := range []string{p.Group, p.Part} {
				if more != "" {
					what += ", " + more
				}
			}
			figures = append(figures, fmt.Sprintf("%s (%s) is printed in %s (%s, line %d)", p.Printed, what, cmp.Or(p.Source, "a source without a name"), p.File, p.Line))
		}
		leaves := "that leaves"
		switch {
		case len(g.With) > 0:
			leaves = "with " + numbers(g.With) + " that leaves"
		case len(g.Printed) > 1:
			leaves = "together that leaves"
		}
		left := strings.ReplaceAll(numbers(g.Left), " and ", " or ")
		if g.More {
			left = fmt.Sprintf("of 1 to %d only %s", h.small(), left)
		}
		lines = append(lines, safe.Line(fmt.Sprintf("%s: %s: %s %s for %s", g.Year, words.Listed(figures), leaves, left, h.givenUp(g.Year, g.At))))
	}
	return lines
}

// least gives the fewest values that a small number is left in any year, and the last year in
// which that is so; 0 where there is no small number.
func (h Hiding) least() (values int, in model.Year) {
	for _, y := range h.Account.Years {
		if n := y.Left().Least(); n > 0 && (in == 0 || n <= values) {
			values, in = n, y.Year
		}
	}
	return values, in
}

// Sections says all of it: what asks for something to be done, and then year by year, the
// latest first.
func (h Hiding) Sections(safe Safe) []Section {
	var sections []Section
	if given := h.givenAway(safe); len(given) > 0 {
		sections = append(sections, Section{"Small numbers that figures printed before give away", given})
	}
	if quoted := Quoted(h.Quotes, safe); len(quoted) > 0 {
		sections = append(sections, Section{"Texts of your own, shown as they are, that may quote what is hidden", quoted})
	}
	for _, y := range slices.Backward(h.Account.Years) {
		points := append([]string{h.hidden(y)}, h.left(y.Left())...)
		points = append(append(points, h.byBand(y)...), coarser(y)...)
		var besides []string
		for _, g := range y.GivenUp {
			if what := h.givenUp(y.Year, g); !slices.Contains(besides, what) {
				besides = append(besides, what)
			}
		}
		if len(besides) > 0 {
			points = append(points, "hidden besides the small numbers: "+strings.Join(besides, "; "))
		}
		for i, point := range points {
			points[i] = words.Capital(point) + "."
		}
		sections = append(sections, Section{y.Year.String(), points})
	}
	return sections
}

// hidden counts what is hidden, and why, of the reasons that there are.
func (h Hiding) hidden(y disclosure.YearAccount) string {
	rule := disclosure.RuleOf(h.Full.Settings)
	numbers := "numbers are"
	if y.Hidden == 1 {
		numbers = "number is"
	}
	var why []string
	for _, of := range []struct {
		n   int
		why string
	}{
		{y.Small, "for being small"},
		{y.Uniform, fmt.Sprintf("in rows of fewer than %d people who are all of one group", rule.UniformRow)},
		{y.Survey, fmt.Sprintf("for resting on fewer than %d survey respondents", max(rule.SurveyRespondents, rule.Small+1))},
		{y.Finer, "in rows of staff that are finer than those shown"},
		{y.Besides(), "so that what is hidden cannot be worked out"},
	} {
		switch of.n {
		case 0:
		case y.Hidden:
			return fmt.Sprintf("%d %s hidden %s, and no other", y.Hidden, numbers, of.why)
		default:
			why = append(why, fmt.Sprintf("%d %s", of.n, of.why))
		}
	}
	if len(why) == 0 {
		return "nothing is hidden"
	}
	return fmt.Sprintf("%d %s hidden, %s", y.Hidden, numbers, words.Listed(why))
}

// left says how many values of a small number are left to whom.
func (h Hiding) left(l disclosure.Left) (lines []string) {
	for n := h.small(); n > 0; n-- {
		var who []string
		for _, reader := range []struct {
			n   int
			who string
		}{{l.Any, "whoever reads all that is shown"}, {l.Told, "whoever knows which of the marks are small numbers"}, {l.One, "the one person of a count of 1"}} {
			if reader.n == n {
				who = append(who, reader.who)
			}
		}
		what := fmt.Sprintf("at least %d of the values 1 to %d", n, h.small())
		if n == h.small() {
			what = fmt.Sprintf("all of 1 to %d", n)
		}
		switch len(who) {
		case 0:
		case 1:
			lines = append(lines, who[0]+" is left "+what+" for each small number")
		default:
			lines = append(lines, words.Listed(who)+" are each left "+what+" for each small number")
		}
	}
	return lines
}

// small is the greatest small number.
func (h Hiding) small() int { return disclosure.RuleOf(h.Full.Settings).Small }

// byBand says which staff are shown by band.
func (h Hiding) byBand(y disclosure.YearAccount) []string {
	var names []string
	f := h.Full.Indicator(indicator.WorkforceID).Figure(y.Year)
	for _, row := range f.Categories {
		banded := slices.ContainsFunc(f.Bands, func(b indicator.BandRow) bool { return b.Category == row.Category && b.Band != model.AnyBand })
		if _, coarser := y.Coarser[row.Category]; banded && !coarser {
			names = append(names, words.CategoryStaff(row.Category))
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{words.Listed(names) + " are shown by band"}
}

// coarser says which staff are not shown by band, and why.
func coarser(y disclosure.YearAccount) (lines []string) {
	for _, category := range append(model.StaffCategories(), model.AnyCategory) {
		if by, is := y.Coarser[category]; is {
			lines = append(lines, words.CategoryStaff(category)+words.ShownBy(by))
		}
	}
	return lines
}

// givenUp says what is hidden to protect a small number: of whom, and in which rows.
func (h Hiding) givenUp(y model.Year, g disclosure.Spot) string {
	staff := words.CategoryStaff(g.Category)
	rows := func(all string, some func([]int) string) string {
		if g.At == nil {
			return all
		}
		return some(g.At)
	}
	var where string
	switch g.Rows {
	case disclosure.Bands:
		where = rows("all bands", bandsAt) + " of " + staff
	case disclosure.Clusters:
		where = rows("all clusters", func(at []int) string { return "clusters " + numbers(at) }) + " of " + staff
	case disclosure.SeniorBands:
		where = "bands 8c and above of " + staff
	case disclosure.Tiers:
		return "the race disparity ratios of " + staff + ", with the counts of their tiers of pay"
	case disclosure.Category:
		where = "all " + staff
	case disclosure.Workforce:
		where = "the whole workforce"
	case disclosure.Events:
		ind := indicator.Lookup(g.Indicator)
		where = "the " + ind.People + " who " + ind.Happened
	case disclosure.AtRisk:
		where = "the " + indicator.Lookup(g.Indicator).People + " of indicator " + g.Indicator
	case disclosure.PartEvents, disclosure.PartAtRisk:
		return rows("all parts of the recruitment", func(at []int) string { return "the parts of the recruitment " + h.partsAt(y, g.Indicator, at) })
	case disclosure.Board:
		where = rows("all parts of the board", func(at []int) string { return h.boardAt(y, at) })
	}
	return h.columns(g) + " of " + where
}

// columns names the columns of what is given up.
func (h Hiding) columns(g disclosure.Spot) string {
	if len(g.Groups) == model.GroupCount && g.Total {
		return "all numbers"
	}
	var names []string
	for _, group := range g.Groups {
		names = append(names, h.Full.Settings.Labels.Label(group))
	}
	if g.Total {
		names = append(names, "the total")
	}
	return words.Listed(names)
}

func bandsAt(at []int) string {
	bands := make([]model.Band, len(at))
	for i, n := range at {
		bands[i] = model.Band(n)
	}
	return words.BandNames(bands)
}

func numbers(at []int) string {
	texts := make([]string, len(at))
	for i, n := range at {
		texts[i] = strconv.Itoa(n)
	}
	return words.Listed(texts)
}

// partsAt names parts of a year's recruitment.
func (h Hiding) partsAt(y model.Year, id string, at []int) string {
	var names []string
	for _, i := range at {
		names = append(names, "“"+words.PartName(&h.Full.Indicator(id).Figure(y).Parts[i])+"”")
	}
	return words.Listed(names)
}

// boardAt names parts of the board.
func (h Hiding) boardAt(y model.Year, at []int) string {
	var names []string
	for _, series := range h.Full.Series {
		for i, row := range series.Figure(y).Board {
			switch {
			case !slices.Contains(at, i):
			case row.Part == indicator.WholeBoard:
				names = append(names, "all members")
			default:
				names = append(names, "the "+string(row.Part)+" members")
			}
		}
	}
	return words.Listed(names) + " of the board"
}
