package main

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"wres/cmd/wres/forms"
	"wres/cmd/wres/help"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/words"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/panel"
	"wres/tui/theme"
)

// TestPublicationTellsNothingOfWhatIsHidden changes small counts that are hidden, with what
// they are added to, and looks for a byte that differs in any output or on any screen.
func TestPublicationTellsNothingOfWhatIsHidden(t *testing.T) {
	changed, tried := 0, max(*organisations/5, 10)
	for seed := *firstOrganisation; seed < *firstOrganisation+tried && !t.Failed(); seed++ {
		o, p := anyCounts(uint64(seed))
		before := indicator.Compute(o)
		other, _ := anyCounts(uint64(seed))
		if !changeHidden(other, published(before), uint64(seed)) {
			continue
		}
		changed++
		after := indicator.Compute(other)
		then, now := publicOutputs(t, before, keeping(before, p)), publicOutputs(t, after, keeping(after, p))
		for name, text := range then {
			if now[name] != text {
				t.Errorf("organisation %d, %s: %s", seed, name, firstDifference(text, now[name]))
			}
		}
	}
	if 5*changed < tried {
		t.Errorf("a hidden count could be changed in %d of %d organisations", changed, tried)
	}
}

// TestRoundedViewTellsNothingOfWhatIsHidden does the same to rounded views, wherever a change
// leaves what is shown as it was. They say on every screen that they are rounded, and nowhere
// that a difference is significant or between what a number lies.
func TestRoundedViewTellsNothingOfWhatIsHidden(t *testing.T) {
	exact := regexp.MustCompile(`\b95%|statistically significant\.|[^t] significant difference|clearly (higher|lower)|at parity`)
	changed, tried := 0, max(*organisations/20, 10)
	for seed := *firstOrganisation; seed < *firstOrganisation+tried && !t.Failed(); seed++ {
		rounded := func() (*model.Organisation, plan.Plan) {
			o, p := anyCounts(uint64(seed))
			o.Settings.Disclosure.Base, o.Settings.Disclosure.SmallCount = 5+5*(seed%2), 8
			return o, p
		}
		o, p := rounded()
		before := indicator.Compute(o)
		view := published(before)
		then := publicOutputs(t, before, p)
		for name, text := range then {
			if told := exact.FindString(text); told != "" && name != "summary as json" {
				t.Errorf("organisation %d, %s says %q:\n%s", seed, name, told, text)
			}
		}
		d := rand.New(rand.NewPCG(uint64(seed), 17))
		for range 30 {
			other, _ := rounded()
			nudge(other.Return(2024), d)
			after := indicator.Compute(other)
			if reflect.DeepEqual(after, before) || !reflect.DeepEqual(published(after), view) {
				continue
			}
			changed++
			for name, text := range publicOutputs(t, after, p) {
				if then[name] != text {
					t.Errorf("organisation %d, %s: %s", seed, name, firstDifference(text, then[name]))
				}
			}
			break
		}
	}
	if 2*changed < tried {
		t.Errorf("a hidden count could be changed in %d of %d organisations", changed, tried)
	}
}

// nudge makes a count of a year another by one or two.
func nudge(ret *model.Return, d *rand.Rand) {
	by := []int{-2, -1, 1, 2}[d.IntN(4)]
	g := model.GroupEthnicity(model.Groups()[d.IntN(model.GroupCount)])
	if n := len(ret.Recruitment); n > 0 && d.IntN(3) == 0 {
		part := &ret.Recruitment[d.IntN(n)]
		of := []*model.Tally{&part.Shortlisted, &part.Appointed}[d.IntN(2)]
		if of.Group(g.Group())+by > 0 {
			of.Add(g, by)
		}
		return
	}
	var posts []model.Post
	for post, t := range ret.Workforce {
		if t.Group(g.Group())+by > 0 {
			posts = append(posts, post)
		}
	}
	if len(posts) > 0 {
		slices.SortFunc(posts, func(a, b model.Post) int {
			return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Band, b.Band))
		})
		post := posts[d.IntN(len(posts))]
		t := ret.Workforce[post]
		t.Add(g, by)
		ret.Workforce[post] = t
	}
}

// TestPublicationTellsNothingOfFewPeopleInARefusedRow: the row is said, and how many people are
// in it only where they are not few.
func TestPublicationTellsNothingOfFewPeopleInARefusedRow(t *testing.T) {
	lacking := func(id string, g model.Group, n, most int) map[string]string {
		o := exampleOrganisation(t)
		r := o.Return(2024).Refuse(id, "some")
		r.Rows, r.Groups[g] = 1, true
		r.Gaps = []model.Gap{{Group: g, Event: true, Bounds: model.Bounds{Least: n, Most: most}}, {Group: g, Bounds: model.Bounds{Least: n, Most: most}}}
		return publicOutputs(t, indicator.Compute(o), plan.New(nil, nil))
	}
	for _, id := range []string{"1", "2", "9"} {
		then := lacking(id, model.BME, 1, 1)
		if !strings.Contains(then["summary as json"], `"at_least": "[c]"`) {
			t.Errorf("indicator %s: the row is not said", id)
		}
		for _, n := range [][2]int{{4, 4}, {1, 20}} {
			for name, text := range lacking(id, model.BME, n[0], n[1]) {
				if then[name] != text {
					t.Errorf("indicator %s, %d to %d people, %s: %s", id, n[0], n[1], name, firstDifference(then[name], text))
				}
			}
		}
		if now := lacking(id, model.BME, 5, 5); !strings.Contains(now["summary as json"], `"at_least": 5`) {
			t.Errorf("indicator %s: how many people is not said of five", id)
		}
	}
}

func published(full *indicator.Results) *indicator.Results {
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	return view
}

// changeHidden changes counts of 2024 that the view hides to others that are small, so that
// no number that is shown changes; it reports whether there were any.
func changeHidden(o *model.Organisation, view *indicator.Results, seed uint64) bool {
	d := rand.New(rand.NewPCG(seed, 13))
	ret := o.Return(2024)
	changed := false
	for i := range ret.Recruitment {
		part, f := &ret.Recruitment[i], view.Indicator("2").Figure(2024)
		was := part.Appointed.Group(model.Unknown)
		if becomes := 1 + d.IntN(4); f.State == model.Reported && f.Groups[model.Unknown].HiddenEvents && small(was) && becomes != was && becomes <= part.Shortlisted.Group(model.Unknown) {
			part.Appointed.Add(model.UnknownEthnicity, becomes-was)
			changed = true
		}
	}
	for _, pair := range [][2]model.Ethnicity{{model.UnknownEthnicity, model.WhiteGroup}, {model.BMEGroup, model.WhiteGroup}} {
		changed = changeBands(ret, view, pair) || changed
	}
	return changed
}

func small(n int) bool { return n >= 1 && n <= 4 }

// changeBands swaps two members of staff of two groups between two bands of a cluster that
// hide both counts, where they stay small or not as they were.
func changeBands(ret *model.Return, view *indicator.Results, pair [2]model.Ethnicity) bool {
	rows := view.Indicator("1").Figure(2024).Bands
	clusters := view.Settings.Clusters
	for i := range rows {
		for j := range rows {
			a, b := &rows[i], &rows[j]
			if i == j || a.Category != b.Category || clusters[a.Band] != clusters[b.Band] || clusters[a.Band] == 0 || view.Settings.Tiers[a.Band] != view.Settings.Tiers[b.Band] {
				continue
			}
			hidden := func(row *indicator.BandRow) bool {
				return row.Hidden.Groups[pair[0].Group()] && row.Hidden.Groups[pair[1].Group()]
			}
			if !hidden(a) || !hidden(b) {
				continue
			}
			from, to := model.Post{Category: a.Category, Band: a.Band}, model.Post{Category: b.Category, Band: b.Band}
			x, y := ret.Workforce[from], ret.Workforce[to]
			x.Add(pair[0], -1)
			y.Add(pair[0], 1)
			x.Add(pair[1], 1)
			y.Add(pair[1], -1)
			if alikeSmall(ret.Workforce[from], x) && alikeSmall(ret.Workforce[to], y) {
				ret.Workforce[from], ret.Workforce[to] = x, y
				return true
			}
		}
	}
	return false
}

// alikeSmall reports whether the same counts of two rows are small, or nought, and none is
// all of it.
func alikeSmall(a, b model.Tally) bool {
	for g := range model.GroupCount + 1 {
		x, y := a.Total()-a.Group(model.BME), b.Total()-b.Group(model.BME)
		if g < model.GroupCount {
			x, y = a.Group(model.Group(g)), b.Group(model.Group(g))
		}
		if x < 0 || y < 0 || small(x) != small(y) || (x == 0) != (y == 0) || (x == a.Total()) != (y == b.Total()) {
			return false
		}
	}
	return true
}

// keeping gives a plan with more actions: one for each figure of the results and for some
// bands of the last year, which keeps it as the app does when an action is started from it.
func keeping(full *indicator.Results, p plan.Plan) plan.Plan {
	w := words.For(full.Settings)
	keep := func(e plan.Evidence, err error, baseline string) {
		if err == nil {
			a := plan.Action{Text: "Look into it", Baseline: baseline, Target: "from 1.25 to parity"}.Answering(e, w)
			p, _ = p.Add(a)
		}
	}
	for i := range full.Series {
		s := &full.Series[i]
		for j := range s.Figures {
			f := &s.Figures[j]
			e, err := plan.EvidenceOf(s.Indicator, f)
			keep(e, err, w.Baseline(s.Indicator, f))
			if f.Year != full.Latest() {
				continue
			}
			for _, b := range f.Bands {
				for _, bands := range []plan.Bands{{Category: b.Category, First: b.Band, Last: b.Band}, {Category: b.Category, First: b.Band, Last: model.VSM}} {
					e, err := plan.EvidenceOfBands(s.Indicator, f, bands, w.Level)
					keep(e, err, "")
				}
			}
		}
	}
	return p
}

// publicOutputs gives all that can be published, and every screen of the publication view.
func publicOutputs(t *testing.T, full *indicator.Results, p plan.Plan) map[string]string {
	t.Helper()
	view := published(full)
	page := report.Summary{Results: view, Outlook: report.Outlook{Today: anyDay, Actions: p.Actions()}}
	exported, _ := report.Plan{Plan: p, Organisation: full.Organisation, Results: full, Today: anyDay}.Publish(view)
	all := map[string]string{}
	for _, page := range []report.Page{page, report.Brief{Summary: page}, exported, yearly.Report{Results: view, Actions: exported.Actions()}} {
		for _, form := range forms.Names(page.Kind()) {
			all[fmt.Sprint(page.Kind(), " as ", form)] = printed(t, page, form, 80)
		}
	}
	for _, form := range forms.Names(report.YearPage) {
		all["report as "+form] = printed(t, yearly.Report{Results: view, Actions: p.Actions()}, form, 80)
	}
	all["summary in 40 columns"] = printed(t, page, "text", 40)
	s := shown(full, p, 80, 24)
	s.frame("P")
	for _, size := range [][2]int{{80, 24}, {200, 60}} {
		s.resize(size[0], size[1])
		for name, text := range s.tour() {
			name := fmt.Sprintf("%s at %dx%d", name, size[0], size[1])
			if all[name] = text; !strings.Contains(text, "public") {
				t.Errorf("%s does not say which view it is:\n%s", name, text)
			}
		}
		s.resize(size[0], tall)
		all[fmt.Sprintf("preview of the report in %d columns", size[0])] = s.frame("R")
		s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	return all
}

// tall is more lines than a report has.
const tall = 3000

// tour opens every panel in each of its pictures, goes through its rows, and through the
// pages of the meeting.
func (s screen) tour() map[string]string {
	frames := map[string]string{}
	for _, ind := range indicator.Catalogue() {
		keys := []string{""}
		if ind.Shape == indicator.Bands {
			keys = []string{"", "c", "h", "b", "v", "s", "w"}
		}
		for _, key := range keys {
			s.frame(ind.ID)
			if key != "" {
				frames[ind.ID+" "+key] = s.frame(key)
			}
			for row := range 2 {
				s.send(tea.KeyPressMsg{Code: tea.KeyDown})
				frames[fmt.Sprintf("%s %s row %d", ind.ID, key, row)] = s.frame("[")
				s.frame("]")
			}
			if key != "" {
				s.frame(key)
			}
		}
		frames[ind.ID+" i"] = s.frame("i")
		s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	frames["0"] = s.frame("0")
	for page := range 6 {
		key := " "
		if page == 0 {
			key = "m"
		}
		frames[fmt.Sprintf("meeting %d", page)] = s.frame(key)
	}
	s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	frames["p"] = s.frame("p")
	for row := range 8 {
		frames[fmt.Sprintf("p row %d, edited", row)] = s.frame("e")
		s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
		s.send(tea.KeyPressMsg{Code: tea.KeyDown})
		frames[fmt.Sprintf("p row %d", row)] = ansi.Strip(s.m.View().Content)
	}
	return frames
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d: %q against %q", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d lines against %d", len(x), len(y))
}

// TestHelpHoldsTheViewOfEveryCommand: each command is in the table of views once, with the flag
// that asks for its other view, if it has one.
func TestHelpHoldsTheViewOfEveryCommand(t *testing.T) {
	flags := map[string]string{}
	for _, v := range help.Views() {
		for _, name := range v.Commands {
			if _, twice := flags[name]; twice {
				t.Errorf("%q stands twice in the table of views", name)
			}
			flags[name] = v.Flag
		}
	}
	root := (&cli{}).rootCommand(io.Discard)
	root.InitDefaultHelpCmd()
	all := []*cobra.Command{root}
	for len(all) > 0 {
		cmd := all[0]
		all = all[1:]
		name := strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), "wres"), " ")
		if cmd == root || cmd.HasSubCommands() && name != "completion" {
			all = append(all, cmd.Commands()...)
		}
		if name == "plan" { // which is its own commands
			continue
		}
		flag, known := flags[name]
		if !known {
			t.Errorf("'wres %s' is not in the table of views", name)
		}
		delete(flags, name)
		for _, of := range []string{"full", "publication"} {
			if has := cmd.Flags().Lookup(of) != nil; has != (flag == of) {
				t.Errorf("'wres %s' has --%s: %v, and the table of views says %q", name, of, has, flag)
			}
		}
	}
	for name := range flags {
		t.Errorf("%q is in the table of views, and no command", name)
	}
}

// TestPublicationShowsTheMark: what is hidden is marked on the screens of the example, and
// no small count of it stands there.
func TestPublicationShowsTheMark(t *testing.T) {
	full := indicator.Compute(exampleOrganisation(t))
	s := shown(full, plan.New(nil, nil), 120, 40)
	for _, c := range []struct{ key, full, public string }{
		{"1", "1/15", "[c]/15"}, {"9", "1 of 11", "[c] of 11"}, {"2", "3 of 22", "[c] of 22"},
	} {
		if frame := s.frame(c.key); !strings.Contains(frame, c.full) {
			t.Errorf("panel %s of the full view lacks %q", c.key, c.full)
		}
		s.frame("P")
		frame := s.frame(c.key)
		if !strings.Contains(frame, c.public) || regexp.MustCompile(`\b`+regexp.QuoteMeta(c.full)+`\b`).MatchString(frame) || !strings.Contains(frame, "publication view") {
			t.Errorf("panel %s of the publication view:\n%s", c.key, frame)
		}
		s.frame("P")
	}
}

// TestPublicationEditsNothingThatIsHidden: the form of an action would show the figures that it
// keeps, or lose them; any other action is edited in either view.
func TestPublicationEditsNothingThatIsHidden(t *testing.T) {
	full := indicator.Compute(exampleOrganisation(t))
	p := plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Recruit", Evidence: "9 2024 board-workforce -11.31 points 1/11 20.4%", Baseline: "9.1%"},
		{ID: "A-0002", Number: "2", Text: "Train", Evidence: "2 2024 white/bme 2.4532 144/427 51/371", Baseline: "2.45"},
	})
	s := shown(full, p, 120, 40)
	s.frame("P")
	s.frame("p")
	if frame := s.frame("e"); !strings.Contains(frame, "it keeps figures hidden here: P shows them, e edits") || strings.Contains(frame, "9.1%") || strings.Contains(frame, "1/11") {
		t.Errorf("in the publication view:\n%s", frame)
	}
	s.frame("j")
	if frame := s.frame("e"); !strings.Contains(frame, "From, to 2.45") {
		t.Errorf("of what is shown:\n%s", frame)
	}
	s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	s.frame("k")
	s.frame("P")
	if frame := s.frame("e"); !strings.Contains(frame, "From, to 9.1%") {
		t.Errorf("in full:\n%s", frame)
	}
}

// TestPublicationFindsNothingThatIsHidden: what an action keeps hidden is found by nobody who
// tries what it could be.
func TestPublicationFindsNothingThatIsHidden(t *testing.T) {
	p := plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Recruit", Evidence: "9 2024 board-workforce -11.31 points 1/11 20.4%", Baseline: "9.1%"},
		{ID: "A-0002", Number: "2", Text: "Train", Evidence: "2 2024 white/bme 2.4532 144/427 51/371", Baseline: "2.45"},
	})
	s := shown(indicator.Compute(exampleOrganisation(t)), p, 120, 40)
	s.frame("p")
	finds := func(text string) string {
		s.frame("/")
		for _, r := range text {
			s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		frame := ansi.Strip(s.m.View().Content)
		s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
		return frame
	}
	if frame := finds("1/11"); !strings.Contains(frame, "Recruit") {
		t.Errorf("in full, 1/11 is not found:\n%s", frame)
	}
	s.frame("P")
	if frame := finds("1/11"); strings.Contains(frame, "Recruit") {
		t.Errorf("in the publication view 1/11 is found:\n%s", frame)
	}
	if frame := finds("144/427"); !strings.Contains(frame, "Train") {
		t.Errorf("in the publication view 144/427 is not found:\n%s", frame)
	}
}

// TestPublicationViewWhileReadingAgain looks at each frame while the folder is read again, and
// at what the plan and the notices quote: at no time does the one member of the board of eleven
// stand there.
func TestPublicationViewWhileReadingAgain(t *testing.T) {
	full := indicator.Compute(exampleOrganisation(t))
	board := plan.Action{ID: "A-0001", Number: "1", Text: "Recruit", Indicators: "9", Deadline: "31/03/2027", Baseline: "1 of 15 board members"}
	e, err := plan.EvidenceOf(full.Indicator("9").Indicator, full.Indicator("9").Figure(2023))
	if err != nil {
		t.Fatal(err)
	}
	p := plan.New(nil, []plan.Action{board.Answering(e, words.For(full.Settings))})
	loads := 0
	s := screen{tui.New(tui.Deps{
		Deps: keep.Deps{Now: func() time.Time { return anyDay }, Clean: clean},
		Load: func() <-chan tui.LoadEvent {
			loads++
			events := make(chan tui.LoadEvent, 1)
			events <- tui.LoadEvent{Loaded: &tui.Loaded{Results: full, Disk: keep.Disk{Plan: p}, FullOnly: panel.FullOnly{Since: []string{"9 Board, 2024: 1 of 11 now"}}}}
			close(events)
			return events
		},
		CleanLines: cleanLines, Charset: theme.Full, Profile: colorprofile.NoTTY,
	})}
	s.resize(120, 40)
	s.run(s.m.Init())
	told := regexp.MustCompile(`\b1 of 11\b|\b1 of 15\b|1/15|9\.1%`)
	if frame := s.frame("9"); !told.MatchString(frame) {
		t.Errorf("the full view does not tell it:\n%s", frame)
	}
	s.frame("P")
	for _, key := range []string{"9", "p", "0", "n", "f"} {
		if frame := s.frame(key); told.MatchString(frame) {
			t.Errorf("after %s:\n%s", key, frame)
		}
		s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	s.frame("9")
	_, cmd := s.m.Update(tea.KeyPressMsg{Code: 'r', Text: "r"})
	for waiting := []tea.Cmd{cmd}; len(waiting) > 0; {
		next := waiting[0]
		if waiting = waiting[1:]; next == nil {
			continue
		}
		msg := next()
		if batch, is := msg.(tea.BatchMsg); is {
			waiting = append(waiting, batch...)
			continue
		}
		_, more := s.m.Update(msg)
		waiting = append(waiting, more)
		if frame := ansi.Strip(s.m.View().Content); told.MatchString(frame) || !strings.Contains(frame, "publication view") {
			t.Errorf("while the folder is read again, after %T:\n%s", msg, frame)
		}
	}
	if loads != 2 {
		t.Errorf("read %d times", loads)
	}
}
