package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
)

// trials is a folder of folders of extracts, each with one kind of trouble that people
// meet, and a manifest that says of each what must come of it.
const trials = "../../testdata/trials"

// trial is what must come of one folder: any of the entries of Must.
type trial struct {
	ID   string
	Why  string
	Open bool // it does not hold yet
	Must []struct {
		Figures       []trialFigure
		Notice        []string // a problem holds all these words
		NoticeOnLines []int    `json:"notice_on_lines"` // a problem stands on each
		Refused       string   // the file, or any for *, is not used, or no row of it
		NoFigure      *struct {
			Indicator string
			Year      int
		} `json:"no_figure"`
		NotSaid []string `json:"not_said"` // no warning of an indicator holds these words
	}
}

// trialFigure is the counts of an indicator and year: people, or events and people at
// risk; of a survey the shares; of a board [white, bme, unknown] a part; of bands
// [category, band, white, bme, unknown] a row. A group that is not named may be anything.
type trialFigure struct {
	Indicator           string
	Year                int
	White, BME, Unknown any
	Rates               map[string]float64
	Board               map[string][]any
	Rows                [][]any
}

// trialOutcome is what check and summary say of a folder.
type trialOutcome struct {
	check struct {
		Files []struct {
			File     string
			RowsUsed int `json:"rows_used"`
			Outcome  string
		}
		Problems []struct {
			File, Field, Message string
			Line                 int
		}
	}
	summary struct {
		Indicators []struct {
			ID    string
			Years []trialYear
		}
	}
}

// trialYear is a year of an indicator in the summary.
type trialYear struct {
	Year     int
	Status   string
	Groups   map[string]map[string]any
	Rows     []map[string]any
	Warnings []string
}

func TestTrials(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(trials, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct{ Cases []trial }
	if err := json.Unmarshal(raw, &manifest); err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob(filepath.Join(trials, "*", ""))
	if err != nil || len(folders) != len(manifest.Cases)+1 {
		t.Errorf("%d cases and %d folders: %v", len(manifest.Cases), len(folders)-1, err)
	}
	for _, c := range manifest.Cases {
		t.Run(c.ID, func(t *testing.T) {
			out := tryFolder(t, filepath.Join(trials, c.ID))
			var why []string
			for _, m := range c.Must {
				faults := slices.Concat(out.notices(m.Notice, m.NoticeOnLines), out.notUsed(m.Refused), out.notSaid(m.NotSaid))
				for _, want := range m.Figures {
					faults = append(faults, out.differs(want)...)
				}
				if no := m.NoFigure; no != nil {
					if y := out.year(no.Indicator, no.Year); y != nil && y.hasFigure() {
						faults = append(faults, fmt.Sprintf("indicator %s has figures of %d", no.Indicator, no.Year))
					}
				}
				if len(faults) == 0 {
					if c.Open {
						t.Error("it holds now; take its mark away")
					}
					return
				}
				why = append(why, strings.Join(faults, "; "))
			}
			if c.Open {
				return
			}
			t.Errorf("%s\nnone of these holds:\n%s\nproblems: %+v", c.Why, strings.Join(why, "\n"), out.check.Problems)
		})
	}
}

// tryFolder runs check and summary over a folder; where nothing is usable there is no
// summary.
func tryFolder(t *testing.T, dir string) *trialOutcome {
	t.Helper()
	var out trialOutcome
	for command, to := range map[string]any{"check": &out.check, "summary": &out.summary} {
		var stdout, stderr bytes.Buffer
		status := run([]string{command, "--json", dir}, strings.NewReader(""), &stdout, &stderr, nil)
		if status == exit.Nothing && command == "summary" {
			continue
		}
		if err := json.Unmarshal(stdout.Bytes(), to); err != nil {
			t.Fatalf("%s: status %d: %v\n%s", command, status, err, stderr.String())
		}
	}
	return &out
}

// notices says which words no problem holds, and which lines have none.
func (o *trialOutcome) notices(words []string, lines []int) (faults []string) {
	found := len(words) == 0
	on := map[int]bool{}
	for _, p := range o.check.Problems {
		all := strings.ToLower(p.Message + " " + p.Field + " " + p.File)
		found = found || !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(all, strings.ToLower(w)) })
		on[p.Line] = true
	}
	if !found {
		faults = append(faults, fmt.Sprintf("no problem says %q", words))
	}
	for _, line := range lines {
		if !on[line] {
			faults = append(faults, fmt.Sprintf("no problem on line %d", line))
		}
	}
	return faults
}

// notUsed says where a file that must not be used is.
func (o *trialOutcome) notUsed(name string) []string {
	if name == "" {
		return nil
	}
	for _, f := range o.check.Files {
		if (name == "*" || name == f.File) && (f.Outcome == "refused" || f.Outcome == "not used" || f.RowsUsed == 0) {
			return nil
		}
	}
	return []string{name + " is used"}
}

// notSaid says which of some words a warning holds.
func (o *trialOutcome) notSaid(words []string) (faults []string) {
	for _, ind := range o.summary.Indicators {
		for _, y := range ind.Years {
			for _, w := range y.Warnings {
				for _, word := range words {
					if strings.Contains(strings.ToLower(w), strings.ToLower(word)) {
						faults = append(faults, fmt.Sprintf("%s %d says %q", ind.ID, y.Year, w))
					}
				}
			}
		}
	}
	return faults
}

// year gives an indicator's year, or nil.
func (o *trialOutcome) year(id string, year int) *trialYear {
	for _, ind := range o.summary.Indicators {
		for i, y := range ind.Years {
			if ind.ID == id && y.Year == year {
				return &ind.Years[i]
			}
		}
	}
	return nil
}

// hasFigure reports whether a group or a row of the year has a count or a share.
func (y *trialYear) hasFigure() bool {
	given := func(v any) bool { n, ok := v.(float64); return ok && n != 0 }
	for _, g := range y.Groups {
		if given(g["events"]) || given(g["rate"]) {
			return true
		}
	}
	return slices.ContainsFunc(y.Rows, func(r map[string]any) bool { return given(r["white"]) || given(r["bme"]) || given(r["total"]) })
}

// differs says in what the outcome differs from the figures that are wanted.
func (o *trialOutcome) differs(want trialFigure) (faults []string) {
	y := o.year(want.Indicator, want.Year)
	if y == nil {
		return []string{fmt.Sprintf("no indicator %s of %d", want.Indicator, want.Year)}
	}
	differ := func(what string, got, want any) {
		if g, w := trialNumber(got), trialNumber(want); g != w {
			faults = append(faults, fmt.Sprintf("indicator %s %d: %s %s, want %s", o.id(y), y.Year, what, g, w))
		}
	}
	for group, v := range map[string]any{"white": want.White, "bme": want.BME, "unknown": want.Unknown} {
		switch v := v.(type) {
		case float64:
			differ(group, y.Groups[group]["events"], v)
		case []any:
			differ(group, y.Groups[group]["events"], v[0])
			differ(group+" at risk", y.Groups[group]["at_risk"], v[1])
		}
	}
	for group, v := range want.Rates {
		differ(group+" rate", y.Groups[group]["rate"], v)
	}
	for part, v := range want.Board {
		row := y.row(func(r map[string]any) bool { return r["board"] == part })
		for i, group := range []string{"white", "bme", "unknown"} {
			if v[i] != nil {
				differ("board "+part+" "+group, row[group], v[i])
			}
		}
	}
	for _, v := range want.Rows {
		row := y.row(func(r map[string]any) bool { return r["staff_category"] == v[0] && r["band"] == v[1] })
		for i, group := range []string{"white", "bme", "unknown"} {
			differ(fmt.Sprint(v[0], " ", v[1], " ", group), row[group], v[2+i])
		}
	}
	return faults
}

func (o *trialOutcome) id(y *trialYear) string {
	for _, ind := range o.summary.Indicators {
		for i := range ind.Years {
			if &ind.Years[i] == y {
				return ind.ID
			}
		}
	}
	return ""
}

func (y *trialYear) row(is func(map[string]any) bool) map[string]any {
	if i := slices.IndexFunc(y.Rows, is); i >= 0 {
		return y.Rows[i]
	}
	return nil
}

// trialNumber writes a number to seven digits, which is as near as two need be.
func trialNumber(v any) string {
	n, ok := v.(float64)
	if !ok {
		return "null"
	}
	return strconv.FormatFloat(math.Round(n*1e7)/1e7, 'g', -1, 64)
}
