package indicator

import (
	"cmp"
	"slices"
	"strings"

	"wres/model"
)

// maxCampaigns is how many campaigns of a year are shown apart, the largest first.
const maxCampaigns = 10

// recruitmentExtract is the kind of extract whose figures can hold Parts.
const recruitmentExtract = "recruitment"

// Parted reports whether the figures of an indicator hold Parts and an Adjusted ratio,
// where the extract does.
func (ind *Indicator) Parted() bool { return ind.Extract == recruitmentExtract }

// addParts adds to a year's recruitment what the whole hides. A campaign of
// international recruitment can turn the ratio of a year round, and internal moves are
// decided otherwise than posts that are open to all; so each is shown without and by
// itself. A split with nobody on its other side shows nothing.
func (c *choices) addParts(f *Figure, ind *Indicator, all []model.Recruitment, lack model.Refusals) {
	campaigns := campaignsOf(all)
	for _, name := range campaigns[:min(len(campaigns), maxCampaigns)] {
		in := func(r model.Recruitment) bool { return campaignKey(r.Campaign) == campaignKey(name) }
		out := func(r model.Recruitment) bool { return !in(r) }
		if !slices.ContainsFunc(all, func(r model.Recruitment) bool { return out(r) && r.Shortlisted.Total() > 0 }) {
			continue
		}
		f.Parts = append(f.Parts,
			c.part(ind, all, lack, Part{Campaign: name, Without: true}, out),
			c.part(ind, all, lack, Part{Campaign: name}, in))
	}
	if more := len(campaigns) - maxCampaigns; more > 0 {
		f.warn(Warning{Kind: CampaignsUnshown, N: more, Of: maxCampaigns})
	}
	c.addInternal(f, ind, all, lack)
}

func (c *choices) addInternal(f *Figure, ind *Indicator, all []model.Recruitment, lack model.Refusals) {
	var people [3]int
	for _, r := range all {
		people[r.Internal] += r.Shortlisted.Total()
	}
	known, whole := people[model.Yes]+people[model.No], people[model.NotGiven]+people[model.Yes]+people[model.No]
	if known == 0 || people[model.Yes] == whole || people[model.No] == whole {
		return
	}
	for _, side := range []model.Answer{model.No, model.Yes} {
		if people[side] > 0 {
			f.Parts = append(f.Parts, c.part(ind, all, lack, Part{Internal: side}, func(r model.Recruitment) bool { return r.Internal == side }))
		}
	}
	if n := people[model.NotGiven]; n > 0 {
		f.warn(Warning{Kind: SidesUnknown, N: n, Of: whole})
	}
}

// part counts those applicants of a year who are in a part.
func (c *choices) part(ind *Indicator, all []model.Recruitment, lack model.Refusals, p Part, in func(model.Recruitment) bool) Part {
	var shortlisted, appointed model.Tally
	for _, r := range all {
		if in(r) {
			shortlisted.AddTally(r.Shortlisted)
			appointed.AddTally(r.Appointed)
		}
	}
	f := c.likelihood(ind, appointed, shortlisted, lack)
	p.Groups, p.Ratio, p.Difference, p.Verdict, p.Warnings = f.Groups, f.Ratio, f.Difference, f.Verdict, f.Warnings
	return p
}

// campaignsOf lists the campaigns of a year by the applicants in them, the largest
// first, each as it is written first.
func campaignsOf(all []model.Recruitment) []string {
	people, names := map[string]int{}, map[string]string{}
	var keys []string
	for _, r := range all {
		key := campaignKey(r.Campaign)
		if key == "" {
			continue
		}
		if _, seen := names[key]; !seen {
			names[key] = r.Campaign
			keys = append(keys, key)
		}
		people[key] += r.Shortlisted.Total()
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(people[b], people[a]), cmp.Compare(a, b)) })
	for i, key := range keys {
		keys[i] = names[key]
	}
	return keys
}

// campaignKey is what two spellings of a campaign have in common.
func campaignKey(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }
