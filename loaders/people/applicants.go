package people

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// applicantRow counts an applicant, if shortlisted.
func applicantRow(w *worker, at int64) {
	y, ok := w.begin(at)
	if !ok {
		return
	}
	shortlisted, ok := w.reached(at, shortlistedField, model.Shortlisted)
	appointed, also := w.reached(at, appointedField, model.Appointed)
	if !ok || !also {
		w.refused++
		return
	}
	account := w.account(y)
	account.rows++
	if appointed && !shortlisted {
		w.checks[appointedOnly].add(at)
		shortlisted = true
	}
	if !shortlisted {
		return
	}
	account.people++
	w.ethnic.strange.note(at)
	band, pay := w.payBand(&labels.Role{}, model.AnyCategory)
	if band == model.AnyBand {
		pay.unknown.note(at)
	}
	campaign, internal := w.looking.campaign.Of(w.get(campaignField)), w.looking.internal.Of(w.get(internalField))
	if campaign.hidden {
		w.checks[noCampaignName].add(at)
	}
	internal.strange.note(at)
	cell := applicantCell{y, band, w.text.Of(w.get(staffGroupField)), campaign.key, internal.value, w.ethnic.Value, appointed}
	w.counts.applicants[cell]++
}

// applicantCell is where an applicant who was shortlisted is counted.
type applicantCell struct {
	year            model.Year
	band            model.Band
	group, campaign string // the campaign folded
	internal        model.Answer
	ethnicity       model.Ethnicity
	appointed       bool
}

// stageCell is what a cell says of how far an applicant came.
type stageCell struct {
	labels.Stage
	strange *strange // of a name that no table knows
}

func (w *labelled) readStage(field listField, raw string) stageCell {
	c := stageCell{Stage: w.known.StageIn(fieldNames[field], raw)}
	if !c.OK && field == stageField { // of the columns this alone holds labels by its nature
		c.strange = w.strange(field, raw)
	}
	return c
}

// reached reports whether the applicant came as far as a stage: the stage's own
// column says, else the column of stages. A column of its own that is blank says no.
func (w *worker) reached(at int64, own listField, stage model.Stage) (reached, ok bool) {
	f := own
	if !w.has(f) {
		f = stageField
	}
	c := w.stages[f].Of(w.get(f))
	switch {
	case !c.OK && own == appointedField && f == stageField && !w.has(shortlistedField):
		return false, false // it was said of the same cell a moment ago
	case !c.OK:
		c.strange.note(at)
		w.say(source.Error, at, f, stageWords[f == stageField])
		return false, false
	}
	return c.Reached(stage), true
}

// stageWords say what is wrong with a cell, in the column of stages, whose labels are
// listed for the app, and in another.
var stageWords = map[bool]string{
	true:  "is not the name of a stage that is known; map the name in the app with f, or in wres.toml under [labels.stage]",
	false: "is neither yes or no, nor a day, nor the name of a stage that is known; mend it, or say what the name means in wres.toml under [labels.stage]",
}

// placeApplicants puts the applicants into the recruitment of their years.
func (p *People) placeApplicants(org *model.Organisation) {
	type key struct {
		year            model.Year
		band            model.Band
		group, campaign string // folded
		internal        model.Answer
	}
	places := map[key]int{} // in Return.Recruitment
	p.sayCampaigns()
	// In order, so that of two spellings of one staff group the same always stands.
	cells := slices.SortedFunc(maps.Keys(p.counts.applicants), func(a, b applicantCell) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.band, b.band), strings.Compare(a.group, b.group),
			strings.Compare(a.campaign, b.campaign), cmp.Compare(a.internal, b.internal), cmp.Compare(a.ethnicity, b.ethnicity))
	})
	for _, c := range cells {
		if p.refuses("recruitment", c.year) {
			continue
		}
		ret := org.Ensure(c.year)
		campaign := p.campaign(c.campaign)
		k := key{c.year, c.band, csvfile.Fold(c.group), csvfile.Fold(campaign), c.internal}
		i, seen := places[k]
		if !seen {
			i = len(ret.Recruitment)
			places[k] = i
			ret.Recruitment = append(ret.Recruitment, model.Recruitment{Band: c.band, StaffGroup: c.group, Campaign: campaign, Internal: c.internal})
		}
		n := p.counts.applicants[c]
		part := &ret.Recruitment[i]
		part.Shortlisted.Add(c.ethnicity, n)
		if !c.appointed {
			n = 0
		}
		part.Appointed.Add(c.ethnicity, n)
		p.placed = true
	}
	for k, i := range places {
		part := &org.Return(k.year).Recruitment[i]
		part.Shortlisted, part.Appointed = withNoughts(part.Shortlisted), withNoughts(part.Appointed)
	}
}
