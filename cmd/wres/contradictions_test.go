package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"wres/loaders/export"
	"wres/loaders/planfile"
	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
)

var organisations = flag.Int("organisations", ordinary, "how many random organisations are looked at for contradictions between outputs")

// firstOrganisation is for looking at one that was found: -first N -organisations 1.
var firstOrganisation = flag.Int("first", 0, "the first of them")

// TestOutputsDoNotContradictEachOther holds any two outputs of a random organisation
// against each other: what one calls a significant difference no other calls none, what is
// incomplete is concluded from nowhere, and the words of a verdict are the same.
func TestOutputsDoNotContradictEachOther(t *testing.T) {
	seeds := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for seed := range seeds {
				r, p := anyOrganisation(uint64(seed))
				for _, wrong := range contradictions(t, r, p) {
					t.Errorf("organisation %d: %s", seed, wrong)
				}
			}
		})
	}
	for seed := *firstOrganisation; seed < *firstOrganisation+*organisations && !t.Failed(); seed++ {
		seeds <- seed
	}
	close(seeds)
	workers.Wait()
}

// claim is what an output says of something: its kind, the words of its verdict, its value,
// and whether counts are missing from that, "yes" or "no"; "" is nothing.
type claim struct{ kind, verdict, value, lacks string }

// output is what one output says, by what it is about, and what is wrong within it.
type output struct {
	name  string
	says  map[string]claim
	tells []findings.Kind // of which it tells all
	wrong []string
}

func (o *output) fault(format string, args ...any) {
	o.wrong = append(o.wrong, o.name+": "+fmt.Sprintf(format, args...))
}

// told are the findings as the summary's JSON has them.
type told struct {
	Kind, Indicator, About, Name, Verdict, Figure, Sentence string
	Values                                                  []struct {
		Year  int
		Value *float64
	}
	Open []string `json:"open_actions"`
}

// contradictions gives what is wrong in and between the outputs.
func contradictions(t *testing.T, r *indicator.Results, p plan.Plan) []string {
	page := report.Summary{Results: r.Window(2024, window), Outlook: report.Outlook{Actions: p.Actions(), Today: anyDay}}
	var doc struct {
		Findings   []told `json:"key_findings"`
		Indicators []struct {
			ID    string
			Years []struct {
				Year              int
				Status, Verdict   string
				Incomplete        *struct{}
				Ratio, Difference *struct{ Value float64 }
				Rows              []struct {
					Verdict, Board string
					Category       string `json:"staff_category"`
					Difference     *struct{ Value float64 }
				}
			}
		}
		Plan struct {
			Gaps []string `json:"without_open_action"`
		}
	}
	decode(t, page, &doc)
	var brief struct {
		Findings []told `json:"key_findings"`
	}
	decode(t, report.Brief{Summary: page}, &brief)
	all := []output{ofList("summary --json", doc.Findings), ofList("brief --json", brief.Findings)}
	raw := output{name: "summary --json, indicators", says: map[string]claim{}}
	for _, ind := range doc.Indicators {
		y := ind.Years[len(ind.Years)-1]
		c := claim{kind: kindOfVerdict(y.Status, y.Verdict, y.Incomplete != nil), lacks: lacksOf(y.Status, y.Incomplete != nil)}
		switch ratio := headlineIsRatio(ind.ID); {
		case ratio && y.Ratio != nil:
			c.value = number(y.Ratio.Value)
		case !ratio && y.Difference != nil:
			c.value = number(y.Difference.Value)
		}
		for _, row := range y.Rows {
			switch {
			case row.Board == "total" && row.Difference != nil:
				c.value = number(row.Difference.Value)
			case ind.ID == indicator.WorkforceID && (row.Verdict == "higher" || row.Verdict == "lower"):
				raw.says[ind.ID+"/"+orAll(row.Category)+"/bands"] = claim{kind: findings.Clear.String()}
			}
		}
		raw.says[ind.ID] = c
	}
	known := doc.Findings
	all = append(all, raw, ofCSV(t, page), ofLint(r, p, known))
	for _, form := range []string{"text", "md"} {
		all = append(all, ofSummary("summary as "+form, printed(t, page, form, 80), known), ofBrief("brief as "+form, printed(t, report.Brief{Summary: page}, form, 80), known))
	}
	if lines := strings.Count(printed(t, report.Brief{Summary: page}, "text", 80), "\n"); lines > 40 {
		all[0].fault("the brief has %d lines", lines)
	}
	all = append(all, ofScreens(r, p, known)...)
	return contradicting(all)
}

func orAll(category string) string {
	if category == "" {
		return "all"
	}
	return category
}

// kindOfVerdict says what a verdict comes to where it leaves no choice.
func kindOfVerdict(status, verdict string, incomplete bool) string {
	switch {
	case status != model.Reported.String():
		return findings.NoFigures.String()
	case incomplete:
		return findings.Incomplete.String()
	case verdict == "higher" || verdict == "lower":
		return findings.Clear.String()
	case verdict == "no clear difference":
		return findings.NotClear.String()
	}
	return ""
}

// lacksOf says whether counts are missing from a figure, where there is one.
func lacksOf(status string, incomplete bool) string {
	switch {
	case status != model.Reported.String():
		return ""
	case incomplete:
		return "yes"
	}
	return "no"
}

func headlineIsRatio(id string) bool {
	ind := indicator.Lookup(id)
	return ind.Shape.Of(ind).Ratio()
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 9, 64) }

// ofList takes a list of findings as it stands.
func ofList(name string, known []told) output {
	o := output{name: name, says: map[string]claim{}, tells: findings.Kinds()}
	for _, f := range known {
		c := claim{kind: f.Kind, verdict: f.Verdict}
		for kind, never := range map[findings.Kind][]string{
			findings.Clear: {"too few to judge", "no band stands out", "no clear difference"}, findings.NotClear: {"too few to judge", "cannot be told"},
			findings.CannotTell: {"no band stands out", "no clear difference"}, findings.Incomplete: {"more likely", "too few to judge", "no clear difference", "no clear trend"},
		} {
			for _, words := range never {
				if f.Kind == kind.String() && strings.Contains(f.Verdict, words) {
					o.fault("%s is %q, and its verdict %q", f.About, f.Kind, f.Verdict)
				}
			}
		}
		if f.About == f.Indicator && f.Kind != findings.NoFigures.String() {
			c.lacks = lacksOf(model.Reported.String(), f.Kind == findings.Incomplete.String())
		}
		if strings.Contains(f.Sentence, " 0 staff of unknown") {
			o.fault("%s hangs on nobody: %s", f.About, f.Sentence)
		}
		for _, v := range f.Values {
			if v.Year == 2024 && v.Value != nil && f.About == f.Indicator && f.Indicator != indicator.WorkforceID {
				c.value = number(*v.Value)
			}
		}
		o.says[f.About] = c
	}
	return o
}

// ofCSV reads the status and the value by which each indicator is known.
func ofCSV(t *testing.T, page report.Summary) output {
	o := output{name: "summary --csv", says: map[string]claim{}}
	rows, err := csv.NewReader(strings.NewReader(printed(t, page, "csv", 80))).ReadAll()
	if err != nil {
		o.fault("%v", err)
	}
	for _, row := range rows {
		if row[0] != "2024" || row[1] == "" {
			continue
		}
		c := o.says[row[1]]
		status, lacks, incomplete := strings.Cut(row[11], "; ")
		if incomplete && !strings.HasPrefix(lacks, "incomplete: ") {
			o.fault("the status %q", row[11])
		}
		c.kind, c.lacks = kindOfVerdict(status, "", incomplete), lacksOf(status, incomplete)
		headline := map[bool]string{true: "ratio", false: "difference"}[headlineIsRatio(row[1])]
		if v, err := strconv.ParseFloat(row[6], 64); err == nil && (row[2] == headline || row[2] == "board-total-difference") {
			c.value = number(v)
		}
		o.says[row[1]] = c
	}
	return o
}

// ofLint takes each indicator of which the advice says that no open action serves it.
func ofLint(r *indicator.Results, p plan.Plan, known []told) output {
	o := output{name: "plan lint"}
	want, got := map[string]bool{}, map[string]bool{}
	for _, f := range known {
		change := strings.HasSuffix(f.About, "/change") || f.About == indicator.WorkforceID
		if f.Kind == findings.Clear.String() && !change && len(f.Open) == 0 {
			want[f.Indicator+" "+f.Name+": "+f.Verdict] = true
		}
	}
	for _, f := range plan.Lint(p, findings.Gaps(r), anyDay) {
		if f.Rule != plan.GapRule || r.Indicator(f.Indicator).Figure(2024).State != model.Reported { // of an earlier year
			continue
		}
		_, line, _ := strings.Cut(f.Message, "is significant in 2024. ")
		line, _, _ = strings.Cut(strings.TrimSuffix(line, "."), " (ratio")
		got[f.Indicator+" "+line] = true
	}
	for gap := range got {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(want)), func(w string) bool { return begins(gap, w) }) {
			o.fault("%q has no open action, which the list of findings does not say", gap)
		}
	}
	for gap := range want {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(got)), func(g string) bool { return begins(g, gap) }) {
			o.fault("it does not say that %q has no open action: %q", gap, slices.Collect(maps.Keys(got)))
		}
	}
	return o
}

// begins compares texts but for what stands in brackets in them, and behind the second.
func begins(text, with string) bool {
	bare := regexp.MustCompile(` \((?:illustrative|[^)]*)\)`)
	return strings.HasPrefix(bare.ReplaceAllString(text, ""), bare.ReplaceAllString(with, ""))
}

// section is a heading with the points under it, each in one line.
type section struct {
	heading string
	points  []string
}

// sectionsOf parts a page of text or Markdown.
func sectionsOf(text string) []section {
	var all []section
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		point, is := strings.CutPrefix(line, "- ")
		last := len(all) - 1
		switch {
		case is && last >= 0:
			all[last].points = append(all[last].points, point)
		case strings.HasPrefix(line, "  ") && last >= 0 && len(all[last].points) > 0:
			p := &all[last].points[len(all[last].points)-1]
			*p += " " + strings.TrimSpace(line)
		case line == "":
		default:
			all = append(all, section{heading: strings.TrimLeft(line, "# ")})
		}
	}
	for i := range all {
		for j, p := range all[i].points {
			all[i].points[j] = plainly(p)
		}
	}
	return all
}

// plainly is a text without what line ends and Markdown make of it.
func plainly(text string) string {
	text = strings.NewReplacer(`\`, "", "&lt;", "<", "&gt;", ">", "&amp;", "&").Replace(text)
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "- ", "-")
}

// ofSummary takes each sentence with the heading that it stands under.
func ofSummary(name, text string, known []told) output {
	o := output{name: name, says: map[string]claim{}, tells: []findings.Kind{findings.Clear, findings.CannotTell, findings.NotClear, findings.Incomplete}}
	for _, s := range sectionsOf(text) {
		kind, found := strings.CutPrefix(s.heading, "Key findings, 2024: ")
		if !found {
			continue
		}
		for _, p := range s.points {
			at := slices.IndexFunc(known, func(f told) bool {
				_, taken := o.says[f.About]
				return !taken && p == plainly("Indicator "+f.Indicator+": "+f.Sentence)
			})
			if at < 0 {
				o.fault("%q is in no list", p)
				continue
			}
			o.says[known[at].About] = claim{kind: kindUnder(kind)}
		}
	}
	return o
}

// kindUnder gives the kind that has a heading, in a document or on a screen.
func kindUnder(heading string) string {
	for _, k := range findings.Kinds() {
		if strings.EqualFold(heading, k.Document()) || strings.EqualFold(heading, k.Heading()) {
			return k.String()
		}
	}
	return ""
}

// ofBrief takes each name with the heading that it stands under, and the verdict behind it.
func ofBrief(name, text string, known []told) output {
	o := output{name: name, says: map[string]claim{}, tells: findings.Kinds()}
	for _, s := range sectionsOf(text) {
		kind := kindUnder(s.heading)
		if kind == "" {
			continue
		}
		for _, p := range s.points {
			none := true
			for _, f := range known {
				before, rest, found := strings.Cut(p, f.Indicator+" "+plainly(f.Name))
				if !found || before != "" && !strings.HasSuffix(before, "; ") || strings.HasPrefix(rest, ",") {
					continue
				}
				none = false
				c := claim{kind: kind}
				if kind == findings.Clear.String() || kind == findings.Incomplete.String() {
					c.verdict = f.Verdict
					if !strings.HasPrefix(regexp.MustCompile(`^ \(illustrative\)`).ReplaceAllString(rest, ""), ": "+plainly(f.Verdict)) {
						c.verdict = rest
					}
				}
				o.says[f.About] = c
			}
			if none && !strings.HasPrefix(p, "None") {
				o.fault("%q is in no list", p)
			}
		}
	}
	return o
}

// contradicting gives what is wrong within outputs, and where two of them say different things.
func contradicting(all []output) []string {
	var wrong []string
	for i, a := range all {
		wrong = append(wrong, a.wrong...)
		for _, b := range all[i+1:] {
			wrong = append(wrong, differ(a, b)...)
		}
	}
	return wrong
}

func differ(a, b output) (wrong []string) {
	for about, x := range a.says {
		y, both := b.says[about]
		for _, part := range [][2]string{{x.kind, y.kind}, {x.verdict, y.verdict}, {x.value, y.value}, {x.lacks, y.lacks}} {
			if both && part[0] != "" && part[1] != "" && part[0] != part[1] {
				wrong = append(wrong, fmt.Sprintf("%s: %q in %s, and %q in %s", about, part[0], a.name, part[1], b.name))
			}
		}
	}
	for _, of := range [][2]output{{a, b}, {b, a}} {
		for about, x := range of[0].says {
			_, said := of[1].says[about]
			if !said && slices.ContainsFunc(of[1].tells, func(k findings.Kind) bool { return k.String() == x.kind }) {
				wrong = append(wrong, fmt.Sprintf("%s: %q in %s, and nothing in %s", about, x.kind, of[0].name, of[1].name))
			}
		}
	}
	return wrong
}

func decode(t *testing.T, page report.Page, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(printed(t, page, "json", 80)), into); err != nil {
		t.Error(err)
	}
}

// printed gives a page in a form as a command prints it.
func printed(t *testing.T, page report.Page, form string, width int) string {
	t.Helper()
	f, known := export.Find(page.Kind(), form)
	if !known {
		t.Errorf("no %s as %s", page.Kind(), form)
		return ""
	}
	var out bytes.Buffer
	if err := f.Write(&out, page, export.Options{Safe: safe(), Sheet: planfile.Encode, Paper: export.Paper{Width: width, Show: func(s string) string { return s }, Bullet: "-", Profile: colorprofile.NoTTY}}); err != nil {
		t.Error(err)
	}
	return out.String()
}
