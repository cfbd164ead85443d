package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
)

// The levels of confidence that can be asked for.
const (
	leastLevel = 0.5
	mostLevel  = 0.999
)

func (c *cli) compareCommand() *cobra.Command {
	var o compareOptions
	cmd := &cobra.Command{
		Use:   "compare EVENTS/PEOPLE EVENTS/PEOPLE",
		Short: "Compare two rates, with intervals and tests: 144/427 51/371",
		Long: "Compares the rate of the first group with that of the second: the ratio and the\n" +
			"difference with their intervals, the tests, and what may be said of them. How\n" +
			"each is computed, and why so: 'wres help methods'.\n\n" +
			"With --csv a file with the header id,a,n1,b,n2 gives one comparison a row; '-' is\n" +
			"the standard input. The results come in the order of the rows, as CSV or, with\n" +
			"--json, as JSON Lines. The exit status is 4 where a row could not be compared.",
		Example: "  wres compare 144/427 51/371\n  wres compare --csv pairs.csv --json",
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case o.file != "" && len(args) > 0:
				return misused(errors.New("--csv takes its counts from the file: leave out the others"))
			case o.file == "" && len(args) != 2:
				return misused(fmt.Errorf("two rates are needed, such as 144/427 51/371, and %d %s given", len(args), isOrAre(len(args))))
			}
			return nil
		},
		RunE: runs(func(_ *cobra.Command, args []string) error {
			if !(o.level >= leastLevel && o.level <= mostLevel) {
				return misused(fmt.Errorf("--level %v: the level of an interval lies between %v and %v; 0.95 is usual", o.level, leastLevel, mostLevel))
			}
			if o.file != "" {
				return c.compareFile(o)
			}
			return c.comparePair(o, args)
		}),
	}
	cmd.Flags().Float64Var(&o.level, "level", model.DefaultSettings().Level, "level of the intervals and tests")
	cmd.Flags().BoolVar(&o.json, "json", false, "print JSON, schema wres-compare/1")
	cmd.Flags().StringVar(&o.file, "csv", "", "compare the rows of this file (id,a,n1,b,n2)")
	complete(cmd, "level", []string{"0.9", "0.95", "0.99"})
	return cmd
}

func eventOrEvents(n int) string {
	if n == 1 {
		return "event"
	}
	return "events"
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// compareOptions are the flags of the command.
type compareOptions struct {
	level float64
	json  bool
	file  string
}

// comparePair compares two rates of the command line.
func (c *cli) comparePair(o compareOptions, args []string) error {
	var counts [2]stats.Count
	for i, arg := range args {
		n, err := parseRate(arg)
		if err != nil {
			return misused(err)
		}
		counts[i] = n
	}
	all, err := stats.Compare(counts[0], counts[1], o.level)
	if err != nil {
		return misused(err)
	}
	if o.json {
		return c.printEncoded(encodeJSON(comparisonOf(nil, all)))
	}
	return c.print([]byte(c.compareText(all)))
}

// parseRate reads "144/427": events of people.
func parseRate(s string) (stats.Count, error) {
	events, people, ok := strings.Cut(s, "/")
	a, wrongA := strconv.Atoi(strings.TrimSpace(events))
	n, wrongN := strconv.Atoi(strings.TrimSpace(people))
	if !ok || wrongA != nil || wrongN != nil {
		return stats.Count{}, fmt.Errorf("%q is not a rate; write events/people in whole numbers, such as 144/427", s)
	}
	return counted(a, n)
}

// counted checks that counts are possible.
func counted(events, people int) (stats.Count, error) {
	switch {
	case people <= 0:
		return stats.Count{}, fmt.Errorf("%d/%d: nobody is counted; the second number is how many people there are", events, people)
	case events < 0 || events > people:
		return stats.Count{}, fmt.Errorf("%d/%d: the events are the first number, from 0 to the number of people", events, people)
	case people > stats.MostAtRisk:
		return stats.Count{}, fmt.Errorf("%d/%d: more than %d people", events, people, stats.MostAtRisk)
	}
	return stats.Count{Events: events, AtRisk: people}, nil
}

// The schema wres-compare/1: keys are added and never renamed, and what is undefined
// is null, with its reason among the warnings.
type (
	comparisonDoc struct {
		Schema     string        `json:"schema"`
		ID         *string       `json:"id"`
		A          int           `json:"a"`
		N1         int           `json:"n1"`
		B          int           `json:"b"`
		N2         int           `json:"n2"`
		Level      float64       `json:"level"`
		Rate1      estimateDoc   `json:"rate1"`
		Rate2      estimateDoc   `json:"rate2"`
		Ratio      methodDoc     `json:"ratio"`
		Katz       methodDoc     `json:"ratio_katz"`
		Difference differenceDoc `json:"difference"`
		PearsonP   *float64      `json:"pearson_p"`
		Z          *float64      `json:"z"`
		FisherP    *float64      `json:"fisher_p"`
		MidP       *float64      `json:"mid_p"`
		FourFifths *string       `json:"four_fifths"`
		Verdict    string        `json:"verdict"`
		Parity     *parityDoc    `json:"parity"`
		Detectable *float64      `json:"detectable_ratio"`
		Warnings   []string      `json:"warnings"`
	}
	estimateDoc struct {
		Value *float64 `json:"value"`
		limitsDoc
	}
	methodDoc struct {
		estimateDoc
		Method string `json:"method"`
	}
)

// comparisonOf makes the document of a comparison.
func comparisonOf(id *string, all *stats.Comparison) comparisonDoc {
	doc := comparisonDoc{
		Schema: "wres-compare/1", ID: id, A: all.A.Events, N1: all.A.AtRisk, B: all.B.Events, N2: all.B.AtRisk, Level: all.Level,
		Rate1: estimateOf(all.RateA, nil), Rate2: estimateOf(all.RateB, nil),
		Ratio:    methodDoc{estimateOf(all.Ratio, all.RatioInterval), stats.MethodKoopman},
		Katz:     methodDoc{estimateOf(valueAlone(all.Ratio), all.Katz), stats.MethodKatz},
		Verdict:  string(indicator.VerdictOf(all, model.DefaultSettings().Thresholds.FewEvents)),
		Warnings: []string{},
	}
	if d := differenceOf(all.Difference, "a - b"); d != nil {
		doc.Difference = *d
	}
	if t := all.Test; t != nil {
		doc.PearsonP, doc.Z, doc.FisherP, doc.MidP = &t.P, &t.Z, &t.FisherP, &t.MidP
	}
	if all.Ratio != nil {
		doc.FourFifths = filled((&indicator.Figure{Ratio: all.Ratio}).FourFifths())
	}
	alpha := 1 - all.Level
	ratio, undetectable := stats.DetectableRatio(all.RateB.Value, all.A.AtRisk, all.B.AtRisk, alpha, indicator.DetectablePower)
	if undetectable == nil {
		doc.Detectable = &ratio
	}
	extra, moved, noParity := stats.Parity(all.A, all.B, 1)
	if noParity == nil {
		doc.Parity = &parityDoc{extra, moved}
	}
	for _, w := range all.Warnings {
		doc.Warnings = append(doc.Warnings, w.String())
	}
	for _, undefined := range []struct {
		what string
		why  error
	}{{"no ratio", all.RatioReason}, {"no Katz interval", all.KatzReason}, {"no test", all.TestReason}, {"no parity", noParity}, {"no detectable ratio", undetectable}} {
		if undefined.why != nil {
			doc.Warnings = append(doc.Warnings, undefined.what+": "+undefined.why.Error())
		}
	}
	return doc
}

// estimateOf gives a value and its limits; another interval may stand in for that of
// the estimate.
func estimateOf(e *stats.Estimate, i *stats.Interval) estimateDoc {
	var doc estimateDoc
	if e != nil {
		doc = estimateDoc{Value: &e.Value, limitsDoc: limits(e)}
	}
	if i != nil {
		doc.limitsDoc = limits(&stats.Estimate{Interval: i})
	}
	return doc
}

func valueAlone(e *stats.Estimate) *stats.Estimate {
	if e == nil {
		return nil
	}
	return &stats.Estimate{Value: e.Value}
}

// compareText sets a comparison for people.
func (c *cli) compareText(all *stats.Comparison) string {
	w := indicator.WordsFor(model.DefaultSettings())
	doc := comparisonOf(nil, all)
	var b strings.Builder
	line := func(label, text string) {
		if text == "" {
			return
		}
		const indent = 14
		wrapped := ansi.Wrap(c.charset().Text(text), max(c.width()-indent, leastLabel), " ")
		fmt.Fprintf(&b, "%-*s%s\n", indent, label, strings.ReplaceAll(wrapped, "\n", "\n"+strings.Repeat(" ", indent)))
	}
	withRange := func(value, limits string) string {
		if limits == "" {
			return value
		}
		return value + ", " + indicator.IntervalName(all.Level) + " " + limits
	}
	line("First", fmt.Sprintf("%d of %d: %s", doc.A, doc.N1, withRange(w.Percent(all.RateA.Value), w.PercentInterval(all.RateA))))
	line("Second", fmt.Sprintf("%d of %d: %s", doc.B, doc.N2, withRange(w.Percent(all.RateB.Value), w.PercentInterval(all.RateB))))
	ratio := "n/a"
	if all.Ratio != nil {
		ratio = indicator.RatioText(all.Ratio.Value)
	}
	line("Ratio", withRange(ratio, w.RatioInterval(&stats.Estimate{Interval: all.RatioInterval}))+" (Koopman)")
	if all.Katz != nil {
		line("", withRange(ratio, w.RatioInterval(&stats.Estimate{Interval: all.Katz}))+" (Katz, for comparison)")
	}
	line("Difference", withRange(w.Points(all.Difference.Value), w.PointsInterval(all.Difference)))
	if t := all.Test; t != nil {
		line("Tests", fmt.Sprintf("Pearson %s, z = %.3f; Fisher %s; mid-P %s", indicator.PText(t.P), t.Z, indicator.PText(t.FisherP), indicator.PText(t.MidP)))
	}
	line("Verdict", doc.Verdict+verdictOfFirst(doc.Verdict))
	line("Four-fifths", w.FourFifthsSentence(&indicator.Figure{Ratio: all.Ratio}))
	if p := doc.Parity; p != nil && p.Extra > 0 {
		line("Parity", fmt.Sprintf("both rates would be alike with %s more %s in the second group, or with %s of the first group's going to it",
			indicator.Thousands(p.Extra), eventOrEvents(p.Extra), indicator.Thousands(p.Moved)))
	}
	if doc.Detectable != nil {
		line("Detectable", "numbers like these find a ratio of "+indicator.RatioText(*doc.Detectable)+" or more four times in five")
	}
	for _, warning := range doc.Warnings {
		line("Take care", warning)
	}
	return b.String()
}

// verdictOfFirst says whose rate a verdict is about.
func verdictOfFirst(verdict string) string {
	if v := indicator.Verdict(verdict); v.Clear() {
		return ": the first rate is clearly " + verdict + " than the second"
	}
	return ""
}

// jsonLine encodes a document on one line.
func jsonLine(doc any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(doc)
	return b.Bytes(), err
}
