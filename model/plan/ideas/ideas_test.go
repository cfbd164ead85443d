package ideas

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"wres/model/indicator"
	"wres/model/plan"
)

// verbs are the words that an idea may begin with: what somebody does.
var verbs = strings.Fields(`Adopt Advertise Agree Appoint Ask Check Follow Give Investigate Make Name Offer Pair Plan
	Prepare Publish Put Record Replace Report Review Set Show Teach Train Use`)

// Each indicator of the catalogue has ideas, and each is begun with a verb, has a source,
// fits a line of the list and is a text that the lint finds nothing wrong with.
func TestEveryIndicatorHasIdeas(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		if got := For([]string{ind.ID}); len(got) < 3 {
			t.Errorf("indicator %s has %d ideas", ind.ID, len(got))
		}
	}
	seen := map[string]bool{}
	for _, idea := range For(nil) {
		first, _, _ := strings.Cut(idea.Text, " ")
		if !slices.Contains(verbs, first) {
			t.Errorf("%q does not begin with a verb of the list", idea.Text)
		}
		if strings.TrimSpace(idea.Source) == "" {
			t.Errorf("%q has no source", idea.Text)
		}
		if n := utf8.RuneCountInString(idea.Text); n > 75 || strings.HasSuffix(idea.Text, ".") || seen[idea.Text] {
			t.Errorf("%q: %d characters, ends in a stop or stands twice", idea.Text, n)
		}
		seen[idea.Text] = true
		if indicator.Lookup(idea.Indicator) == nil {
			t.Errorf("%q is for an indicator %q that there is not", idea.Text, idea.Indicator)
		}
		p := plan.New(nil, []plan.Action{{Text: idea.Text, Indicators: idea.Indicator}})
		for _, f := range plan.Lint(p, nil, time.Date(2025, time.April, 14, 0, 0, 0, 0, time.UTC)) {
			if f.Column == "action" || f.Column == "indicators" {
				t.Errorf("%q: %s", idea.Text, f.Message)
			}
		}
	}
}

func TestFor(t *testing.T) {
	got := For([]string{"9", "2"})
	if len(got) == 0 || got[0].Indicator != "9" || got[len(got)-1].Indicator != "2" {
		t.Errorf("%+v", got)
	}
	if got := For([]string{"77"}); got != nil {
		t.Errorf("ideas for an indicator that there is not: %+v", got)
	}
}
