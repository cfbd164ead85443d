package leaks

import (
	"fmt"
	"slices"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/disclosure"
)

// printed makes rows "indicator figure group part: printed", one year.
func printed(rows ...[5]string) *document.Document {
	var all []model.Printed
	for i, r := range rows {
		all = append(all, model.Printed{Year: 2024, Indicator: r[0], Figure: r[1], Group: r[2], Part: r[3], Printed: r[4], Line: i + 1})
	}
	return document.Published(all, "")
}

func rule() disclosure.Rule { return disclosure.RuleOf(model.DefaultSettings()) }

func TestFind(t *testing.T) {
	for name, c := range map[string]struct {
		of     *document.Document
		hidden []Hidden
		want   []string // line, where and value
	}{
		"printed":       {printed([5]string{"2", "appointed", "unknown", "", "3"}), nil, []string{`1 unknown appointed = 3`}},
		"five is none":  {printed([5]string{"2", "appointed", "unknown", "", "5"}), nil, nil},
		"nor is nobody": {printed([5]string{"2", "appointed", "unknown", "", "0"}), nil, nil},
		"of a board":    {printed([5]string{"9", "members", "bme", "total", "1 of 15"}), nil, []string{`1 bme members = 1`}},
		"the rest of a sum": {printed([5]string{"2", "appointed", "all", "", "198"}, [5]string{"2", "appointed", "white", "", "144"}, [5]string{"2", "appointed", "bme", "", "51"}), nil,
			[]string{`3 unknown appointed = 3`}},
		"the rest of a large sum": {printed([5]string{"2", "appointed", "all", "", "298"}, [5]string{"2", "appointed", "white", "", "144"}, [5]string{"2", "appointed", "bme", "", "51"}), nil, nil},
		"a share": {printed([5]string{"1", "headcount", "all", "VSM", "15"}, [5]string{"1", "percentage-of-workforce", "bme", "VSM", "6.67%"}), nil,
			[]string{`2 bme headcount = 1`}},
		"a share of many": {printed([5]string{"1", "headcount", "all", "VSM", "150"}, [5]string{"1", "percentage-of-workforce", "bme", "VSM", "6.67%"}), nil, nil},
		"a rough share": {printed([5]string{"1", "headcount", "all", "8d", "150"}, [5]string{"1", "percentage-of-workforce", "bme", "8d", "2%"}), nil,
			[]string{`2 bme headcount = 3`}},
		"a share that leaves two": {printed([5]string{"1", "headcount", "all", "8d", "250"}, [5]string{"1", "percentage-of-workforce", "bme", "8d", "1%"}), nil,
			[]string{`2 bme headcount = 2 or 3`}},
		"a share that leaves all small":   {printed([5]string{"1", "headcount", "all", "8d", "400"}, [5]string{"1", "percentage-of-workforce", "bme", "8d", "1%"}), nil, nil},
		"answers":                         {printed([5]string{"8", "respondents", "bme", "", "21"}, [5]string{"8", "percentage", "bme", "", "9.5%"}), nil, []string{`2 bme answers = 2`}},
		"events":                          {printed([5]string{"3", "headcount", "bme", "", "380"}, [5]string{"3", "likelihood", "bme", "", "0.79%"}), nil, []string{`2 bme entered = 3`}},
		"all events":                      {printed([5]string{"3", "entered", "all", "", "4"}), nil, []string{`1 all entered = 4`}},
		"staff without a known ethnicity": {printed([5]string{"1", "headcount", "all", "", "1000"}, [5]string{"1", "headcount", "known", "", "997"}), nil, nil},
		"contradictions tell nothing":     {printed([5]string{"2", "appointed", "all", "", "100"}, [5]string{"2", "appointed", "white", "", "144"}, [5]string{"2", "appointed", "unknown", "", "3"}), nil, nil},
		"a column": {printed([5]string{"2", "appointed", "all", "", "198"}), []Hidden{{document.Key{Year: 2024, Indicator: "2", Figure: "appointed", Group: "unknown"}, 3, 9}},
			[]string{`9 unknown appointed = 3`}},
		"a column that is told already": {printed([5]string{"2", "appointed", "unknown", "", "3"}), []Hidden{{document.Key{Year: 2024, Indicator: "2", Figure: "appointed", Group: "unknown"}, 3, 9}},
			[]string{`1 unknown appointed = 3`}},
		"no number": {printed([5]string{"3", "entered", "all", "", "fewer than five"}, [5]string{"3", "entered", "bme", "", "<5"}), nil, nil},
	} {
		var got []string
		for _, f := range Find(c.of, c.hidden, rule()) {
			got = append(got, fmt.Sprintf("%d %s %s = %s", f.Line, f.At.Group, f.At.Figure, f.Computed))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestFigureThatGiveItAway: those that are not needed are not named.
func TestFiguresThatGiveItAway(t *testing.T) {
	d := printed([5]string{"2", "appointed", "all", "", "198"}, [5]string{"2", "appointed", "known", "", "195"}, [5]string{"2", "percentage-of-appointed", "bme", "", "25.76%"})
	all := Find(d, nil, rule())
	want := `This count is not printed, and follows from "198" (indicator 2, 2024, appointed) and "195" (indicator 2, 2024, ethnicity known, appointed): it is 3, under 5, and somebody could be recognised by it.`
	if len(all) != 1 || all[0].Says != want {
		t.Errorf("%+v", all)
	}
	shown := rule()
	shown.Board = false
	if all := Find(printed([5]string{"9", "members", "bme", "total", "1 of 15"}), nil, shown); len(all) > 0 {
		t.Errorf("the members of the board are shown, and found: %+v", all)
	}
}
