package counts

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/columns"
	"wres/loaders/counts/settle"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// together is what each of several organisations gives, where files of counts name two or
// more and none was asked for: their counts are added up, and what one of them lacks is
// told. The zero together is of one organisation.
type together struct {
	names    map[string]string // of the organisations, by how they are matched, cleaned
	given    map[memberKey]model.GroupSet
	statuses map[memberKey]model.Status
	staff    map[memberKey]model.Tally // of the workforce; no indicator
}

// memberKey is an organisation's part in the figures of an indicator.
type memberKey struct {
	year         model.Year
	indicator    string
	organisation string // as it is matched
}

func (t *together) several() bool { return len(t.names) > 1 }

// Names gives the organisations that files of counts name, by how they are matched, as they
// are written first.
func (c *Counts) Names() map[string]string {
	all := map[string]string{}
	for _, f := range c.files {
		if !f.owned() {
			continue
		}
		for key, written := range f.Organisations {
			if _, seen := all[key]; !seen {
				all[key] = text(written)
			}
		}
	}
	return all
}

// owned reports whether the file's rows are figures of an organisation: a benchmark is
// somebody else's, and an account has none. What a query counted of a list is read as the
// list itself would be, in which a row may say nothing of whose it is.
func (f *File) owned() bool {
	e := f.Fit.Extract
	return e.Figures != kinds.Benchmarks && e.Figures != kinds.Accounts && len(f.made.marks) == 0
}

// AskWhose leaves out the rows of which it cannot be told whose figures they are, where
// files of counts name several organisations, with one problem a file that asks.
func (c *Counts) AskWhose() {
	names := c.Names()
	if len(names) < 2 {
		return
	}
	if c.asked == "" {
		c.together = together{names, map[memberKey]model.GroupSet{}, map[memberKey]model.Status{}, map[memberKey]model.Tally{}}
	}
	for _, f := range c.files {
		if !f.owned() {
			continue
		}
		if at, has := f.Fit.At["organisation"]; has {
			f.askOfBlanks(at)
		} else {
			f.askOfAll(Unnamed(len(names)))
		}
		if c.asked == "" && f.Fit.Extract.Figures == kinds.Published {
			f.setPrintedAside(len(names))
		}
	}
}

// Unnamed says what is wrong with a file that does not say whose figures it holds, beside
// others that name n organisations.
func Unnamed(n int) string {
	return fmt.Sprintf("other files name %s, and this one has no column organisation, so whose figures it holds cannot be told, and none is used; add the column, with one of their names in each row",
		labels.Plural(n, "organisation"))
}

func (f *File) askOfAll(why string) {
	used := false
	for _, r := range f.rows {
		if r.State == settle.Used {
			r.State, used = settle.Refused, true
		}
	}
	if used {
		f.Say(source.Error, f.Header.Line, 0, "organisation", why)
	}
}

// askOfBlanks refuses the rows with nothing in the column of organisations.
func (f *File) askOfBlanks(at int) {
	n := 0
	var first *row
	for _, r := range f.rows {
		if r.State == settle.Used && len(r.Facts) > 0 && strings.TrimSpace(r.Rec.Value(at)) == "" {
			if r.State = settle.Refused; first == nil {
				first = r
			}
			n++
		}
	}
	if first != nil {
		first.Say(source.Error, at, "organisation", fmt.Sprintf(
			"organisation is blank here, and other rows name several, so whose figures these are cannot be told: %s left out; fill the cell", labels.Plural(n, "row")))
	}
}

// setPrintedAside leaves out figures as they were printed, each of which is of one
// organisation.
func (f *File) setPrintedAside(n int) {
	var first *row
	for _, r := range f.rows {
		if r.State == settle.Used && len(r.Facts) > 0 {
			if r.State = settle.Aside; first == nil {
				first = r
			}
		}
	}
	if first != nil {
		first.Say(source.Notice, -1, "", fmt.Sprintf("figures as they were printed are of one organisation each, and are not set beside those of %d together; take one with --organisation", n))
	}
}

// inOrder gives the extracts with the statuses first: what an organisation withholds is not
// to be added up.
func (t *together) inOrder() []*kinds.Extract {
	all := slices.Clone(kinds.Extracts())
	if t.several() {
		slices.SortStableFunc(all, func(a, b *kinds.Extract) int {
			switch {
			case a.Figures == kinds.Statuses:
				return -1
			case b.Figures == kinds.Statuses:
				return 1
			}
			return 0
		})
	}
	return all
}

// setWithheldAside takes out of the rows of a kind what their organisation withholds.
func (t *together) setWithheldAside(e *kinds.Extract, rows []*settle.Row) {
	if !t.several() || len(t.statuses) == 0 || e.Figures == kinds.Statuses {
		return
	}
	for _, r := range rows {
		if r.State != settle.Used || len(r.Facts) == 0 {
			continue
		}
		r.Facts = slices.DeleteFunc(r.Facts, func(f *settle.Fact) bool {
			return slices.ContainsFunc(served(e, f), func(id string) bool {
				return t.statuses[memberKey{f.Year, id, f.Dims[0]}].State == model.Withheld
			})
		})
		if len(r.Facts) == 0 {
			r.State = settle.Aside
		}
	}
}

// served lists the indicators that a fact is of.
func served(e *kinds.Extract, f *settle.Fact) []string {
	if e.Figures == kinds.Survey {
		return []string{f.Dims[1]}
	}
	return e.Serves()
}

// note remembers that a fact that stands is of an organisation.
func (t *together) note(e *kinds.Extract, f *settle.Fact) {
	if !t.several() || f.AnyEthnicity {
		return
	}
	of := []string{f.Dims[0]}
	if f.Dims[0] == settle.Wild { // a sum over all organisations, which no rows part
		of = slices.Collect(maps.Keys(t.names))
	}
	for _, organisation := range of {
		for _, id := range served(e, f) {
			k := memberKey{f.Year, id, organisation}
			groups := t.given[k]
			groups[f.Ethnicity.Group()] = true
			t.given[k] = groups
		}
	}
	if _, part := f.Band.PartOf(); e.Figures == kinds.Workforce && !part {
		k := memberKey{year: f.Year, organisation: f.Dims[0]}
		tally := t.staff[k]
		tally.Add(f.Ethnicity, f.N)
		t.staff[k] = tally
	}
}

// noteStatus remembers what an organisation says of an indicator, and reports whether it is
// one of several: then it is no status of all together.
func (t *together) noteStatus(f *settle.Fact) bool {
	if !t.several() {
		return false
	}
	v := f.Value.(statusValue)
	t.statuses[memberKey{f.Year, v.indicator, f.Dims[0]}] = v.status
	return true
}

// Listed is what the lists of a folder say: whose rows a kind has in a year, by how they
// are matched.
type Listed map[string]map[model.Year][]string

// fill tells the returns who of several organisations gives what, and says where one does
// not. A list is taken to count every group of all whom it names.
func (t *together) fill(org *model.Organisation, listed Listed) (notices []string) {
	if !t.several() {
		return nil
	}
	for _, e := range kinds.Extracts() {
		for y, names := range listed[e.Kind] {
			for _, id := range e.Serves() {
				for _, name := range names {
					t.given[memberKey{y, id, name}] = model.GroupSet{true, true, true}
				}
			}
		}
	}
	for _, ret := range org.Returns {
		ret.Members = map[string][]model.Member{}
		for _, id := range kinds.Serving() {
			ret.Members[id] = t.membersOf(ret.Year, id)
		}
		for _, e := range kinds.Extracts() {
			for _, id := range e.Serves() {
				t.mark(ret, e, id)
				t.state(ret, id)
			}
			notices = append(notices, t.says(ret, e)...)
		}
	}
	return notices
}

// ordered lists the organisations in the order of their names.
func (t *together) ordered() []string {
	keys := slices.Collect(maps.Keys(t.names))
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(strings.Compare(t.names[a], t.names[b]), strings.Compare(a, b)) })
	return keys
}

func (t *together) membersOf(y model.Year, id string) (all []model.Member) {
	for _, key := range t.ordered() {
		k := memberKey{y, id, key}
		all = append(all, model.Member{Name: t.names[key], Groups: t.given[k], Withheld: t.statuses[k].State == model.Withheld})
	}
	return all
}

// mark says where the figure of all together is not whole: where one withholds its own, or
// lacks a group that others give; and of the board where not the same organisations give
// their board and their workforce.
func (t *together) mark(ret *model.Return, e *kinds.Extract, id string) {
	members := ret.Members[id]
	var needed model.GroupSet
	given := false
	for _, m := range members {
		for _, g := range []model.Group{model.White, model.BME} {
			needed[g] = needed[g] || m.Gives() && m.Groups[g]
		}
		given = given || m.Gives()
	}
	if !given {
		return
	}
	for i, m := range members {
		short := m.Withheld
		for _, g := range []model.Group{model.White, model.BME} {
			if m.Gives() && needed[g] && !m.Groups[g] {
				short = true
				ret.Refuse(id, e.Kind).Groups[g] = true
			}
		}
		if e.Figures == kinds.Board && len(ret.Members[kinds.Serving(kinds.Workforce)[0]]) > i {
			short = short || m.Gives() != ret.Members[kinds.Serving(kinds.Workforce)[0]][i].Gives()
		}
		if short {
			r := ret.Refuse(id, e.Kind)
			r.Organisations, r.Unread = append(r.Organisations, m.Name), true
		}
	}
	if e.Figures == kinds.Events {
		t.amongTheirOwn(ret, e, id)
	}
}

// amongTheirOwn counts the events of some organisations among the staff of the same: among
// those of all, the rate would be less than it is. Where their staff cannot be told apart,
// or an organisation counts no staff, there is no rate.
func (t *together) amongTheirOwn(ret *model.Return, e *kinds.Extract, id string) {
	events := ret.Events[e.Kind]
	if events == nil || !events.Headcount.Empty() {
		return
	}
	workforce := kinds.Serving(kinds.Workforce)[0]
	var staff model.Tally
	apart, some := false, false
	for i, key := range t.ordered() {
		own, theirs := ret.Members[id][i], ret.Members[workforce][i]
		apart = apart || own.Gives() != theirs.Gives()
		tally, counted := t.staff[memberKey{year: ret.Year, organisation: key}]
		if own.Gives() && !counted {
			r := ret.Refuse(id, e.Kind)
			r.Organisations, r.Unread = append(r.Organisations, own.Name), true
			r.Groups = model.GroupSet{true, true, true}
		} else if own.Gives() {
			staff.AddTally(tally)
			some = true
		}
	}
	if apart && some {
		events.Headcount = staff
	}
}

// state gives an indicator of which no organisation has figures the state that they say.
func (t *together) state(ret *model.Return, id string) {
	var said []string
	var status model.Status
	for i, key := range t.ordered() {
		own, is := t.statuses[memberKey{ret.Year, id, key}]
		switch {
		case ret.Members[id][i].Gives():
			return
		case !is:
			continue
		case len(said) == 0 || own.State == model.Withheld:
			status.State, status.File, status.Line = own.State, own.File, own.Line
		}
		said = append(said, t.names[key]+": "+strings.TrimSuffix(own.State.Words()+", "+own.Reason, ", "))
	}
	if len(said) > 0 {
		status.Reason = strings.Join(said, "; ")
		ret.Statuses[id] = status
	}
}

// says names the organisations that give nothing of a kind in a year, while others do.
func (t *together) says(ret *model.Return, e *kinds.Extract) []string {
	ids := e.Serves()
	if len(ids) == 0 {
		return nil
	}
	without, others := ret.MembersWithout(ids[0])
	if len(without) == 0 || others == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s of %s is of %d of %d organisations together: no row that could be used is of %s",
		e.Kind, ret.Year, others, len(t.names), labels.Listed(without, "or"))}
}

// settleSurvey keeps the shares of several organisations that can be added up: those with
// the respondents of each. Of the others none stands for all together.
func (t *together) settleSurvey(facts []*settle.Fact) {
	if !t.several() {
		return
	}
	type cell struct {
		year      model.Year
		indicator string
		ethnicity model.Ethnicity
		any       bool
	}
	of := map[cell][]*settle.Fact{}
	var order []cell
	for _, f := range facts {
		if !f.Stands() {
			continue
		}
		k := cell{f.Year, f.Dims[1], f.Ethnicity, f.AnyEthnicity}
		if of[k] == nil {
			order = append(order, k)
		}
		of[k] = append(of[k], f)
	}
	said := map[*columns.File]bool{}
	for _, k := range order {
		all := of[k]
		bare := slices.IndexFunc(all, func(f *settle.Fact) bool { return f.Value.(surveyValue).respondents == 0 })
		if len(all) < 2 || bare < 0 {
			continue
		}
		for _, f := range all {
			f.Row.State = settle.Refused
		}
		first := all[bare].Row
		if !said[first.File] {
			said[first.File] = true
			first.Say(source.Error, all[bare].Column, "respondents", fmt.Sprintf(
				"the percentages of %s cannot be added up where this row gives no respondents, so none stands for all together; give respondents in each row, or take one organisation with --organisation",
				labels.Plural(len(all), "organisation")))
		}
	}
}
