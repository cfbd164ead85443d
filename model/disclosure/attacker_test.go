package disclosure_test

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
)

// allGroups stands beside the three groups for a count of people of all of them.
const allGroups = model.GroupCount

// printed is a number that stands in the results of a year, in one place or in several:
// numbers of the same people are one.
type printed struct {
	name   string
	people []int // the unknowns that it is the sum of, in order
	group  int   // a model.Group, or allGroups
	family string
	truth  int64
	shown  bool // in any of its places
	row    bool // of a band or a cluster, or of the senior bands
	exempt bool // the staff of unknown ethnicity of a staff category or of all
	there  bool // its row stands in the view, so that it is at least 1
}

// knowledge is what a reader of a year's view knows: the numbers in it, and how they hang
// together. The unknowns are the smallest groups of people who are counted apart.
type knowledge struct {
	truth     []int64 // of each unknown
	numbers   []*printed
	atMost    [][2][]int // the people of the first are at most those of the second
	bySet     map[string]int
	unknownOf map[string]int
	put       []func(ret *model.Return, n int) // by unknown: makes it another number
	base, few int64                            // what counts are rounded to, 0: to nothing; and the greatest small one
	exact     bool                             // the board's are not rounded
	// nothingShown is set of a view that hides all, to see what hiding can do at all.
	nothingShown bool
}

// stands gives the counts that a number can be that is shown. Nought is nought, and what is
// rounded is none of the small ones, which are hidden.
func (k *knowledge) stands(p *printed) (low, up int64) {
	if k.base == 0 || p.truth == 0 || k.exact && p.family == "board" {
		return p.truth, p.truth
	}
	for low = p.truth; low-1 > k.few && k.nearest(low-1) == k.nearest(p.truth); {
		low--
	}
	for up = p.truth; k.nearest(up+1) == k.nearest(p.truth); {
		up++
	}
	return low, up
}

// nearest gives the multiple of the base that is nearest to a count, and of two the higher.
func (k *knowledge) nearest(n int64) int64 {
	below := n - n%k.base
	if 2*(n-below) >= k.base {
		return below + k.base
	}
	return below
}

func newKnowledge() *knowledge {
	return &knowledge{bySet: map[string]int{}, unknownOf: map[string]int{}}
}

// unknown adds a smallest group of people, or gives the one of that name.
func (k *knowledge) unknown(name string, n int, put func(*model.Return, int)) int {
	if u, ok := k.unknownOf[name]; ok {
		return u
	}
	u := len(k.truth)
	k.unknownOf[name], k.truth, k.put = u, append(k.truth, int64(n)), append(k.put, put)
	return u
}

// number adds a printed number, or another place where it is printed.
func (k *knowledge) number(p printed) int {
	p.people = slices.Clone(p.people)
	slices.Sort(p.people)
	key := fmt.Sprint(p.people)
	if len(p.people) == 0 {
		return -1 // nobody can be in it
	}
	if i, ok := k.bySet[key]; ok {
		of := k.numbers[i]
		of.shown, of.exempt, of.there, of.row = of.shown || p.shown, of.exempt || p.exempt, of.there || p.there, of.row || p.row
		if !strings.Contains(of.name, p.name) {
			of.name += " = " + p.name
		}
		return i
	}
	for _, u := range p.people {
		p.truth += k.truth[u]
	}
	k.bySet[key] = len(k.numbers)
	k.numbers = append(k.numbers, &p)
	return len(k.numbers) - 1
}

// learn reads a year of a view, of which full are the true figures and ret the counts.
func learn(view, full *indicator.Results, ret *model.Return, y model.Year) *knowledge {
	k := newKnowledge()
	if s := view.Settings; s.Rounded > 0 {
		k.base, k.few, k.exact = int64(s.Rounded), int64(s.Thresholds.SmallCount-1), s.Disclosure.ShowBoard
		defer func() {
			for _, p := range k.numbers {
				p.exempt = k.exact && p.family == "board" // what is rounded is protected everywhere
			}
		}()
	}
	for i := range view.Series {
		v, f := view.Series[i].Figure(y), full.Series[i].Figure(y)
		if f == nil || f.State != model.Reported {
			continue
		}
		switch ind := view.Series[i].Indicator; ind.Shape {
		case indicator.Bands:
			k.workforce(v, f, view.Settings)
		case indicator.Likelihood:
			k.likelihood(ind, v, f, full.Indicator(indicator.WorkforceID).Figure(y), ret)
		case indicator.Board:
			k.board(v, f, ret)
		}
	}
	return k
}

func staffName(row *indicator.BandRow, g int) string {
	return fmt.Sprintf("%s|%s|%s", row.Category, row.Band, groupName(g))
}

func groupName(g int) string {
	if g == allGroups {
		return "all"
	}
	return model.Group(g).String()
}

// workforce reads the staff by band, and what is summed over bands.
func (k *knowledge) workforce(v, f *indicator.Figure, s model.Settings) {
	for i := range f.Bands {
		for g, n := range f.Bands[i].Counts {
			if n != nil {
				k.unknown(staffName(&f.Bands[i], g), *n, staffIn(model.Post{Category: f.Bands[i].Category, Band: f.Bands[i].Band}, g))
			}
		}
	}
	k.rows("band", v.Bands, f, func(row, band *indicator.BandRow) bool { return row.Band == band.Band })
	k.rows("cluster", v.Clusters, f, func(row, band *indicator.BandRow) bool { return s.Clusters[band.Band] == row.Cluster })
	k.rows("senior", v.Senior, f, func(_, band *indicator.BandRow) bool { return indicator.SeniorBand(band.Band) })
	k.rows("category", v.Categories, f, func(_, band *indicator.BandRow) bool { return !part(band) })
	k.tiers(v, f, s)
	for i := range f.Bands {
		if of, is := f.Bands[i].Band.PartOf(); is {
			whole := f.Bands[i]
			whole.Band = of
			for g := range model.GroupCount {
				a, hasA := k.unknownOf[staffName(&f.Bands[i], g)]
				b, hasB := k.unknownOf[staffName(&whole, g)]
				if hasA && hasB {
					k.atMost = append(k.atMost, [2][]int{{a}, {b}})
				}
			}
		}
	}
	k.whole(v, f)
}

func part(row *indicator.BandRow) bool {
	_, is := row.Band.PartOf()
	return is
}

// rows reads rows of a table, of which each is a sum of bands.
func (k *knowledge) rows(kind string, rows []indicator.BandRow, f *indicator.Figure, holds func(row, band *indicator.BandRow) bool) {
	for i := range rows {
		row := &rows[i]
		var all []int
		var of [model.GroupCount][]int
		for j := range f.Bands {
			band := &f.Bands[j]
			if band.Category != row.Category || !holds(row, band) {
				continue
			}
			for g, n := range band.Counts {
				if n != nil {
					of[g] = append(of[g], k.unknownOf[staffName(band, g)])
				}
			}
		}
		name := strings.TrimSpace(fmt.Sprintf("%s %s %s", row.Category, kind, row.Band))
		if row.Cluster != 0 {
			name = fmt.Sprintf("%s cluster %d", row.Category, row.Cluster)
		}
		p := printed{family: "staff", row: kind != "category"}
		for g := range of {
			if len(of[g]) > 0 {
				p.name, p.people, p.group, p.shown = name+" "+groupName(g), of[g], g, row.Counts[g] != nil
				p.exempt = kind == "category" && g == int(model.Unknown)
				k.number(p)
			}
			all = append(all, of[g]...)
		}
		p.name, p.people, p.group, p.shown, p.exempt, p.there = name+" all", all, allGroups, !row.Hidden.Total, false, true
		k.number(p)
	}
}

// tiers reads the counts behind the race disparity ratio.
func (k *knowledge) tiers(v, f *indicator.Figure, s model.Settings) {
	for _, d := range v.Disparity {
		for _, tier := range []model.Tier{d.From, d.To} {
			for _, g := range []model.Group{model.White, model.BME} {
				var of []int
				for j := range f.Bands {
					if band := &f.Bands[j]; band.Category == d.Category && s.Tiers[band.Band] == tier && band.Counts[g] != nil {
						of = append(of, k.unknownOf[staffName(band, int(g))])
					}
				}
				if len(of) > 0 {
					k.number(printed{name: fmt.Sprintf("%s tier %s %s", d.Category, tier, g), people: of, group: int(g), family: "staff", shown: !d.Hidden})
				}
			}
		}
	}
}

// whole reads the numbers of the whole workforce. Staff without a band are an unknown part
// of it.
func (k *knowledge) whole(v, f *indicator.Figure) {
	var all, unbanded []int
	kept := f.Groups[model.White].AtRisk
	for j := range f.Bands {
		if !part(&f.Bands[j]) && kept != nil {
			n := *kept - f.Bands[j].Total
			kept = &n
		}
	}
	for g := range f.Groups {
		if f.Groups[g].Events == nil {
			continue
		}
		var of []int
		rest := *f.Groups[g].Events
		for j := range f.Bands {
			if band := &f.Bands[j]; !part(band) && band.Counts[g] != nil {
				of, rest = append(of, k.unknownOf[staffName(band, g)]), rest-*band.Counts[g]
			}
		}
		if kept == nil || *kept != 0 {
			u := k.unknown("without a band "+groupName(g), rest, withoutBand(g))
			of, unbanded = append(of, u), append(unbanded, u)
		}
		all = append(all, of...)
		k.number(printed{name: "workforce " + groupName(g), people: of, group: g, family: "staff", shown: v.Groups[g].Events != nil, exempt: g == int(model.Unknown)})
	}
	if f.Groups[model.White].AtRisk != nil {
		k.number(printed{name: "workforce all", people: all, group: allGroups, family: "staff", there: true,
			shown: slices.ContainsFunc(v.Groups[:], func(g indicator.GroupFigure) bool { return g.AtRisk != nil })})
	}
	for _, w := range v.Warnings {
		if w.Kind == indicator.StaffWithoutBand {
			k.number(printed{name: "staff without a band", people: unbanded, group: allGroups, family: "staff", shown: true})
		}
	}
}

// likelihood reads the events and those at risk of an indicator.
func (k *knowledge) likelihood(ind *indicator.Indicator, v, f, workforce *indicator.Figure, ret *model.Return) {
	if ind.Parted() {
		k.recruitment(v, f, ret)
		return
	}
	// Where the two are equal a reader takes them for the same people.
	same := func(g, n int) bool {
		return workforce != nil && workforce.State == model.Reported && workforce.Groups[g].Events != nil && *workforce.Groups[g].Events == n
	}
	var all [2][]int
	for g := range f.Groups {
		var events, staff []int
		if n := f.Groups[g].Events; n != nil {
			events = []int{k.unknown("indicator "+ind.ID+" "+groupName(g), *n, func(ret *model.Return, n int) { put(&ret.Events[ind.Extract].Count, g, n) })}
			k.number(printed{name: ind.ID + " events " + groupName(g), people: events, group: g, family: ind.ID, shown: v.Groups[g].Events != nil})
		}
		if n := f.Groups[g].AtRisk; n != nil {
			if same(g, *n) {
				staff = k.named("workforce " + groupName(g)).people
			} else {
				staff = []int{k.unknown("headcount of "+ind.ID+" "+groupName(g), *n, func(ret *model.Return, n int) { put(&ret.Events[ind.Extract].Headcount, g, n) })}
			}
			k.number(printed{name: ind.ID + " at risk " + groupName(g), people: staff, group: g, family: ind.ID, shown: v.Groups[g].AtRisk != nil})
		}
		if events != nil && staff != nil {
			k.atMost = append(k.atMost, [2][]int{events, staff})
		}
		all[0], all[1] = append(all[0], events...), append(all[1], staff...)
	}
	k.together(ind.ID, v, f, all)
}

// together reads the totals of all groups.
func (k *knowledge) together(of string, v, f *indicator.Figure, people [2][]int) {
	if f.All.Events != nil {
		k.number(printed{name: of + " events all", people: people[0], group: allGroups, family: of, shown: v.All.Events != nil})
		k.number(printed{name: of + " at risk all", people: people[1], group: allGroups, family: of, shown: v.All.AtRisk != nil})
	}
}

// named finds a number.
func (k *knowledge) named(name string) *printed {
	return k.numbers[slices.IndexFunc(k.numbers, func(p *printed) bool { return slices.Contains(strings.Split(p.name, " = "), name) })]
}

// applicants are the smallest groups of applicants: those of a campaign on one side.
// Those of no campaign, or on no side, stand for themselves.
type applicants struct {
	campaign string
	internal model.Answer
}

// recruitment reads the applicants of a year. A reader does not know which campaigns had
// applicants from inside and which had not.
func (k *knowledge) recruitment(v, f *indicator.Figure, ret *model.Return) {
	counts := map[applicants]*[2]model.Tally{}
	for _, campaign := range campaigns(ret) {
		for _, side := range sides(ret) {
			counts[applicants{campaign, side}] = &[2]model.Tally{}
		}
	}
	for _, r := range ret.Recruitment {
		of := counts[applicants{r.Campaign, r.Internal}]
		of[0].AddTally(r.Shortlisted)
		of[1].AddTally(r.Appointed)
	}
	var all [2][]int
	read := func(name string, v, f [model.GroupCount]indicator.GroupFigure, in func(applicants) bool) {
		for g := range v {
			shown := [2]bool{v[g].AtRisk != nil, v[g].Events != nil}
			for stage, n := range [2]*int{f[g].AtRisk, f[g].Events} {
				var people []int
				for at, of := range counts {
					if in(at) && n != nil {
						people = append(people, k.unknown(fmt.Sprint(at, stage, g), of[stage].Group(model.Group(g)), at.put(stage, g)))
					}
				}
				k.number(printed{name: name + [2]string{" shortlisted ", " appointed "}[stage] + groupName(g), people: people, group: g, family: "2", shown: shown[stage]})
				if name == "recruitment" {
					all[1-stage] = append(all[1-stage], people...)
				}
			}
		}
	}
	read("recruitment", v.Groups, f.Groups, func(applicants) bool { return true })
	k.together("2", v, f, all)
	for _, p := range v.Parts {
		switch full := samePart(f, &p).Groups; {
		case p.Campaign == "":
			read([]string{"", "internal", "external"}[p.Internal], p.Groups, full, func(at applicants) bool { return at.internal == p.Internal })
		case p.Without:
			read("all but "+p.Campaign, p.Groups, full, func(at applicants) bool { return at.campaign != p.Campaign })
		default:
			read("campaign "+p.Campaign, p.Groups, full, func(at applicants) bool { return at.campaign == p.Campaign })
		}
	}
	for at := range counts {
		for g := range model.GroupCount {
			s, ok := k.unknownOf[fmt.Sprint(at, 0, g)]
			if a, also := k.unknownOf[fmt.Sprint(at, 1, g)]; ok && also {
				k.atMost = append(k.atMost, [2][]int{{a}, {s}})
			}
		}
	}
}

// campaigns lists the campaigns that have applicants, "" for none among them.
func campaigns(ret *model.Return) (all []string) {
	for _, r := range ret.Recruitment {
		if !slices.Contains(all, r.Campaign) {
			all = append(all, r.Campaign)
		}
	}
	return all
}

func sides(ret *model.Return) (all []model.Answer) {
	for _, r := range ret.Recruitment {
		if !slices.Contains(all, r.Internal) {
			all = append(all, r.Internal)
		}
	}
	return all
}

// board reads the members of the board, of whom the smallest groups are the seats. A
// reader does not know which kinds of seat nobody has.
func (k *knowledge) board(v, f *indicator.Figure, ret *model.Return) {
	seats := map[model.Seat]bool{}
	for a := range ret.Board {
		for b := range ret.Board {
			for _, s := range []model.Seat{{Voting: a.Voting, Executive: b.Executive}, {Voting: other(a.Voting), Executive: b.Executive}, {Voting: a.Voting, Executive: other(b.Executive)}, {Voting: other(a.Voting), Executive: other(b.Executive)}} {
				seats[s] = true
			}
		}
	}
	for i := range v.Board {
		row, full := &v.Board[i], &f.Board[i]
		var all []int
		for g := range row.Counts {
			var people []int
			for seat := range seats {
				if t := ret.Board[seat]; full.Counts[g] != nil && in(seat, row.Part) {
					people = append(people, k.unknown(fmt.Sprint("seat ", seat, g), t.Group(model.Group(g)), seated(seat, g)))
				}
			}
			all = append(all, people...)
			k.number(printed{name: "board " + string(row.Part) + " " + groupName(g), people: people, group: g, family: "board", shown: row.Counts[g] != nil})
		}
		if full.Total != nil {
			k.number(printed{name: "board " + string(row.Part) + " all", people: all, group: allGroups, family: "board", shown: row.Total != nil})
		}
	}
}

func other(a model.Answer) model.Answer {
	return [...]model.Answer{model.NotGiven, model.No, model.Yes}[a]
}

// in reports whether a seat is in a part of the board that the source gives.
func in(s model.Seat, part indicator.BoardPart) bool {
	switch part {
	case indicator.Voting:
		return s.Voting == model.Yes
	case indicator.NonVoting:
		return s.Voting == model.No
	case indicator.Executive:
		return s.Executive == model.Yes
	case indicator.NonExecutive:
		return s.Executive == model.No
	}
	return true
}

// put makes the people of a group another number.
func put(t *model.Tally, g, n int) {
	if more := n - t.Group(model.Group(g)); more != 0 {
		t.Add(model.GroupEthnicity(model.Group(g)), more)
	}
}

// staffIn gives what makes the staff of a post another number.
func staffIn(post model.Post, g int) func(*model.Return, int) {
	return func(ret *model.Return, n int) {
		if t := ret.Workforce[post]; t.Group(model.Group(g)) != n {
			put(&t, g, n)
			ret.Workforce[post] = t
		}
	}
}

func withoutBand(g int) func(*model.Return, int) {
	return func(ret *model.Return, n int) {
		for post := range ret.Workforce {
			if post.Band == model.AnyBand {
				staffIn(post, g)(ret, n)
			}
		}
	}
}

func (at applicants) put(stage, g int) func(*model.Return, int) {
	return func(ret *model.Return, n int) {
		i := slices.IndexFunc(ret.Recruitment, func(r model.Recruitment) bool { return r.Campaign == at.campaign && r.Internal == at.internal })
		if i < 0 && n > 0 {
			i = len(ret.Recruitment)
			ret.Recruitment = append(ret.Recruitment, model.Recruitment{Campaign: at.campaign, Internal: at.internal})
		}
		if i >= 0 {
			put([]*model.Tally{&ret.Recruitment[i].Shortlisted, &ret.Recruitment[i].Appointed}[stage], g, n)
		}
	}
}

func seated(seat model.Seat, g int) func(*model.Return, int) {
	return func(ret *model.Return, n int) {
		t, some := ret.Board[seat]
		if put(&t, g, n); some || n > 0 {
			ret.Board[seat] = t
		}
	}
}
