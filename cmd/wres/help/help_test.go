package help

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"wres/loaders/kinds"
	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// TestHelpHoldsEveryIndicator fails where an indicator is added to the catalogue
// and not to the help, or its title or direction changes.
func TestHelpHoldsEveryIndicator(t *testing.T) {
	text := folded(page(t, "indicators"))
	words := words.For(model.DefaultSettings())
	for i, ind := range indicator.Catalogue() {
		start := strings.Index(text, ind.ID+". "+ind.Title+".")
		if start < 0 {
			t.Errorf("indicator %s is not in the help as %q", ind.ID, ind.Title)
			continue
		}
		end := len(text)
		if i+1 < len(indicator.Catalogue()) {
			if next := strings.Index(text, indicator.Catalogue()[i+1].ID+". "+indicator.Catalogue()[i+1].Title); next > start {
				end = next
			}
		}
		if direction := words.Direction(ind); !strings.Contains(text[start:end], direction) {
			t.Errorf("indicator %s: the help does not say %q", ind.ID, direction)
		}
	}
}

// TestHelpHoldsEveryExtract fails where the page does not say all that the table of
// extracts says of a kind.
func TestHelpHoldsEveryExtract(t *testing.T) {
	text := page(t, "data")
	choices := kinds.Choices()
	for _, extract := range kinds.Extracts() {
		part := folded(kindPart(t, text, extract.Kind))
		kind, _ := choices.Kind(extract.Kind)
		says := []string{extract.Help + ". " + needsText(kind.Needs), extract.More}
		for _, column := range extract.Columns {
			says = append(says, column.Name+" "+column.Help)
		}
		for _, what := range says {
			if !strings.Contains(part, what) {
				t.Errorf("%s: the help does not say %q", extract.Kind, what)
			}
		}
	}
	for _, column := range kinds.SharedColumns() {
		if !strings.Contains(folded(text), column.Name+" "+column.Help) {
			t.Errorf("the help does not say what %s is", column.Name)
		}
	}
}

// TestHelpSaysWhatIsNeeded holds the sentence on what a file must have.
func TestHelpSaysWhatIsNeeded(t *testing.T) {
	for want, needs := range map[string][][]string{
		"Needed: date.":                           {{"date"}},
		"Needed: year, date and value.":           {{"year"}, {"date"}, {"value"}},
		"Needed: pay_band or grade.":              {{"pay_band", "grade"}},
		"Needed: date; headcount; and a, b or c.": {{"date"}, {"headcount"}, {"a", "b", "c"}},
	} {
		if got := needsText(needs); got != want {
			t.Errorf("%v: %q; want %q", needs, got, want)
		}
	}
}

// TestTopicsAreWhole: every mark of a topic is filled. The page that is read beside a
// file, which tells what to type into it, fits a terminal.
func TestTopicsAreWhole(t *testing.T) {
	for _, name := range Topics() {
		text := page(t, name)
		if strings.Contains(text, "<!--") {
			t.Errorf("%s has a mark that nothing fills", name)
		}
		for line := range strings.Lines(text) {
			if name == "data" && ansi.StringWidth(line) > 80 {
				t.Errorf("%s: a line is too wide: %q", name, line)
			}
		}
	}
	if got := wrapped("the relative-likelihood of it", 24, 2); got != "the\n  relative-likelihood of\n  it" {
		t.Errorf("wrapped to %q", got)
	}
}

// TestHelpHoldsEverySetting compares the page with the wres.toml that init
// writes.
func TestHelpHoldsEverySetting(t *testing.T) {
	text := page(t, "data")
	for _, key := range []string{
		"organisation =", "[labels]", "white =", "bme =", "unknown =", "[thresholds]", "small_count =", "few_events =",
		"band_headcount =", "missing_ethnicity =", "[disclosure]", "survey_respondents =", "method =", "base =", "uniform_row =", "unknown_total =", "board =", "[settings]", "level =", "indicator3_years =", "decimals =", "[columns]", "[labels.ethnicity]", "[labels.band]",
		"[labels.staff_group]", "[labels.stage]", "[staff_list]", "contracts_out =", "statuses_out =", "mandatory_courses =", "in_post_only =", "[occupation_codes]", "[pay_codes]",
	} {
		if !strings.Contains(text, "\n    "+key) {
			t.Errorf("the help does not show %q", key)
		}
	}
}

// kindPart gives the part of the page that tells of a kind: from its name at the
// start of a paragraph to the next such.
func kindPart(t *testing.T, text, kind string) string {
	t.Helper()
	_, part, found := strings.Cut(text, "\n\n"+kind+": ")
	if !found {
		t.Errorf("the help does not tell of the kind %s", kind)
		return ""
	}
	if next := regexp.MustCompile(`\n\n[a-z]+(?: [a-z]+)?: |\nA list|\n## `).FindStringIndex(part); next != nil {
		part = part[:next[0]]
	}
	return part
}

// folded makes one line of a page.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

// page gives a topic's page.
func page(t *testing.T, topic string) string {
	t.Helper()
	text, err := Topic(topic)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
