package plan

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/disclosure/people"
	"wres/model/indicator"
	"wres/model/plan/target"
	"wres/model/words"
)

// Withheld says what became of the figures that an action keeps where it is published, each
// a number of figures.
type Withheld struct {
	ID     string // of the action
	Hidden int    // the view hides them, or they quote a small count
	Bare   int    // without their counts: the folder has no figures of their year
	Gone   int    // not given: the folder has no figures of their year that say what they may tell
	Anew   int    // as the folder has their year now, which is not as they were kept
}

// Public gives the plan as it may be published beside a publication view of the folder's
// figures, and what is withheld of it. The figures that actions keep go through the view of
// their year: evidence, baseline, and the figure from which a target leads. All other texts
// are their writers' and stay as they are.
func (p Plan) Public(view *indicator.Results) (Plan, []Withheld) {
	var all []Withheld
	p.actions = slices.Clone(p.actions)
	for i, action := range p.actions {
		public, w := action.Public(view)
		if p.actions[i] = public; w != (Withheld{ID: w.ID}) {
			all = append(all, w)
		}
	}
	return p, all
}

// PublicActions gives actions as they may be published beside figures that are a publication
// view; beside others as they are.
func PublicActions(all []Action, r *indicator.Results) []Action {
	if r == nil || !r.Publication {
		return all
	}
	public := make([]Action, len(all))
	for i, a := range all {
		public[i], _ = a.Public(r)
	}
	return public
}

// Years lists the years whose figures the actions keep.
func (p Plan) Years() []model.Year {
	var years []model.Year
	for _, action := range p.actions {
		for _, e := range action.EvidenceFigures() {
			years = append(years, e.Year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// Public gives the action as it may be published beside a view. What it gives is given
// again as it is.
func (a Action) Public(view *indicator.Results) (Action, Withheld) {
	w := Withheld{ID: a.ID}
	var kept, said []string
	var shown []Side
	for _, text := range a.evidenceTexts() {
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		e, err := ParseEvidence(text)
		if err != nil { // what it tells cannot be judged
			kept, w.Hidden = append(kept, words.HiddenMark), w.Hidden+1
			continue
		}
		public, became := e.public(view)
		w.Hidden, w.Bare, w.Gone, w.Anew = w.Hidden+became.Hidden, w.Bare+became.Bare, w.Gone+became.Gone, w.Anew+became.Anew
		if became != (Withheld{}) {
			text = public.String()
		}
		kept, shown = append(kept, text), append(shown, public.Sides...)
		if became.Gone > 0 {
			said = append(said, "the figure of "+public.Year.String()+", a year without figures here")
		} else {
			said = append(said, public.words(words.For(view.Settings))+" in "+public.Year.String())
		}
	}
	if w != (Withheld{ID: a.ID}) {
		a.Evidence = strings.Join(kept, "; ")
	}
	if w == (Withheld{ID: a.ID}) && quotesSmall(a.Baseline, view.Settings, shown) {
		w.Hidden++
	}
	switch {
	case w.Hidden+w.Gone > 0:
		a.Target = target.WithStart(a.Target, words.HiddenMark)
		switch {
		case blank(a.Baseline):
		case w.Hidden > 0:
			a.Baseline = words.HiddenMark
		default:
			a.Baseline = strings.Join(said, "; ")
		}
	case w.Bare+w.Anew > 0 && !blank(a.Baseline):
		a.Baseline = strings.Join(said, "; ")
	}
	return a, w
}

// HiddenIn reports whether a view does not show all that the action says, so that a form of
// it would show what is hidden, or lose it. The full figures hide nothing.
func (a Action) HiddenIn(view *indicator.Results) bool {
	if view == nil || !view.Publication {
		return false
	}
	_, withheld := a.Public(view)
	return withheld != Withheld{ID: a.ID}
}

// public gives the figure of a view in place of one that was kept in full, and what became
// of it. Of a year that the folder lacks its own counts have to say what it may tell.
func (e Evidence) public(view *indicator.Results) (Evidence, Withheld) {
	hidden := Evidence{Indicator: e.Indicator, Bands: e.Bands, Year: e.Year, Of: e.Of, Hidden: true}
	var f *indicator.Figure
	s := view.Indicator(e.Indicator)
	if s != nil {
		f = s.Figure(e.Year)
	}
	switch {
	case e.Hidden && s != nil && !given(s, e.Year):
		return hidden, Withheld{Gone: 1}
	case e.Hidden, f != nil && f.State == model.Withheld:
		return hidden, Withheld{Hidden: 1}
	case f == nil || f.State != model.Reported:
		return e.bare(hidden, view.Settings)
	}
	now, err := EvidenceOf(s.Indicator, f)
	if e.Bands != (Bands{}) {
		now, err = EvidenceOfBands(s.Indicator, f, e.Bands, view.Settings.Level)
	}
	switch {
	case e.Bands.hidden(s.Indicator, f):
		return hidden, Withheld{Hidden: 1}
	case err != nil: // it is incomplete now, and was not
		return e.bare(hidden, view.Settings)
	case now.Of == e.Of && now.Value == e.Value && (len(e.Sides) == 0 || slices.Equal(now.Sides, e.Sides)):
		return e, Withheld{}
	}
	return now, Withheld{Anew: 1}
}

// bare gives a figure without its counts, or none where one of them is small. Of bands it
// gives none: where one is small, others are hidden with it.
func (e Evidence) bare(hidden Evidence, settings model.Settings) (Evidence, Withheld) {
	small := func(n int) bool { return n > 0 && n < settings.Thresholds.SmallCount }
	d := settings.Disclosure
	for _, side := range e.Sides {
		few := small(side.Events) || small(side.AtRisk) || small(side.AtRisk-side.Events) || side.AtRisk < d.UniformRow && side.uniform()
		if side.Published {
			few = side.AtRisk > 0 && side.AtRisk < max(d.SurveyRespondents, settings.Thresholds.SmallCount)
		}
		if few && !(d.ShowBoard && e.Of == indicator.BoardWorkforce) {
			return hidden, Withheld{Gone: 1}
		}
	}
	switch {
	case e.Bands != (Bands{}):
		return hidden, Withheld{Gone: 1}
	case len(e.Sides) == 0:
		return e, Withheld{}
	case settings.Rounded > 0: // it was made of counts that are not rounded
		return hidden, Withheld{Gone: 1}
	}
	e.Sides = nil
	return e, Withheld{Bare: 1}
}

// uniform reports whether a share is of nobody or of all.
func (s Side) uniform() bool { return s.Events == 0 || s.Events == s.AtRisk }

// quotesSmall reports whether a text gives a small number of people, or says that nobody or
// all of a few are of a group, and it is none of some shares.
func quotesSmall(text string, settings model.Settings, shown []Side) bool {
	finder := people.NewFinder(settings.Thresholds.SmallCount-1, settings.Labels)
	unshown := func(is func(Side) bool) bool {
		return !slices.ContainsFunc(shown, func(s Side) bool { return !s.Published && is(s) })
	}
	return slices.ContainsFunc(finder.Counts(text), func(n int) bool {
		return unshown(func(s Side) bool { return s.Events == n })
	}) || slices.ContainsFunc(finder.Wholes(text), func(w people.Whole) bool {
		return w.Of < settings.Disclosure.UniformRow && unshown(func(s Side) bool { return s.AtRisk == w.Of && s.uniform() })
	})
}
