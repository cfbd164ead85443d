package export

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"wres/loaders/csvfile"
	"wres/model/plan"
	"wres/model/report"
)

// Whatever an action says, the Markdown of a plan has its own headings, rows and
// fields and no others.
func TestPlanMarkdownOfHostileText(t *testing.T) {
	text := rapid.SampledFrom([]string{"", "# heading", "a\n# b", "a\n---", "a\n===", "a\n- b", "a\n1. b", "a\n+ b", "| x | y |", "a\n\n## b", "<script>", "[x](http://y)",
		"*b* _i_ `c`", "\x1b[2J", "    code", "a\n\n    code", "> quote", "a\n> b", "**Lead:** x", "a\r\n\r\n\r\nb", "&amp;", "~~x~~", "\\", "a\\\nb", "a\n10) b"})
	rapid.Check(t, func(t *rapid.T) {
		var actions []plan.Action
		fields := 0
		for range rapid.IntRange(0, 3).Draw(t, "actions") {
			a := plan.Action{Extra: []string{text.Draw(t, "extra")}}
			for _, field := range plan.Fields() {
				a = field.With(a, text.Draw(t, field.Column))
			}
			actions = append(actions, a)
		}
		p := plan.New([]string{text.Draw(t, "column")}, actions)
		for _, a := range p.Actions() {
			for _, field := range plan.Fields() {
				if field.Column != "number" && csvfile.CleanLines(field.Value(a)) != "" {
					fields++
				}
			}
			if csvfile.CleanLines(a.Extra[0]) != "" {
				fields++
			}
		}
		page := written(t, report.Plan{Plan: p, Organisation: text.Draw(t, "owner"), Today: time.Unix(0, 0)}, "md")
		headings, rows, named := 0, 0, 0
		for line := range strings.SplitSeq(page, "\n") {
			switch {
			case strings.HasPrefix(line, "#"):
				headings++
			case strings.HasPrefix(line, "|"):
				rows++
				if strings.Count(strings.ReplaceAll(line, `\|`, ""), "|") != 7 {
					t.Fatalf("not six cells: %q", line)
				}
			case strings.HasPrefix(line, "**"):
				named++
			case regexp.MustCompile(`^(\s+\S|[-+=>]|[0-9]+[.)])`).MatchString(line):
				t.Fatalf("%q begins a block of its own in\n%s", line, page)
			}
			if strings.Contains(line, "\x1b") || regexp.MustCompile(`<[a-z]`).MatchString(line) || strings.Contains(strings.ReplaceAll(line, `\[`, ""), "[x") {
				t.Fatalf("markup of the action's own: %q", line)
			}
		}
		wantRows := 0
		if len(actions) > 0 {
			wantRows = 2 + len(actions)
		}
		if headings != 1+len(actions) || rows != wantRows || named != fields {
			t.Fatalf("%d headings, %d rows, %d fields; want %d, %d, %d\n%s", headings, rows, named, 1+len(actions), wantRows, fields, page)
		}
	})
}

func TestMarkdownLines(t *testing.T) {
	for text, want := range map[string]string{
		"one":               "one",
		"one\ntwo":          "one\\\ntwo",
		"one\n\ntwo":        "one\n\ntwo",
		"one\n\n\n two":     "one\n\n\ntwo",
		"- a\n- b\n1. c":    "- a\\\n\\- b\\\n1\\. c",
		"one\n---\n===":     "one\\\n\\---\\\n\\===",
		"1986.\n12) x *y* ": "1986.\\\n12\\) x \\*y\\*",
	} {
		if got := markdownLines(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
