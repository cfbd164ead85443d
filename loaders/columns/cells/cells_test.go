package cells

import (
	"context"
	"slices"
	"testing"

	"wres/loaders/csvfile"
)

func decode(t *testing.T, text string) *csvfile.File {
	t.Helper()
	f, err := csvfile.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOf(t *testing.T) {
	for _, c := range []struct {
		cells                 string // of one column, under each other
		people, number, coded bool
		sum, all              int
	}{
		{"1\n2\n3", true, true, false, 6, 6},
		{"1,200\n2", true, true, false, 1202, 1202},
		{"1\n<5\n*", true, true, false, 1, 1},
		{"1\nx", true, true, false, 1, 1},
		{"*\n-", true, false, false, 0, 0},
		{"x\nx", false, false, false, 0, 0},
		{"1\nnone", false, false, false, 1, 1},
		{"1.5\n2", false, true, false, 2, 2},
		{"40%\n60%", false, true, false, 0, 0},
		{"0101\n0102", false, true, true, 203, 203},
		{"2023\n2024", false, true, true, 4047, 4047},
		{"2023\n4", true, true, false, 2027, 2027},
		{"31/03/2024\n01/04/2024", false, false, false, 0, 0},
	} {
		text := "a,b\n"
		for _, cell := range slices.Collect(lines(c.cells)) {
			text += "x,\"" + cell + "\"\n"
		}
		got := Of(context.Background(), decode(t, text), 0)[1]
		if got.People() != c.people || got.Numbers() != c.number || got.Codes() != c.coded || got.Sum != c.sum || got.All != c.all {
			t.Errorf("%q: %+v: people %v, numbers %v, codes %v", c.cells, got, got.People(), got.Numbers(), got.Codes())
		}
	}
	got := Of(context.Background(), decode(t, "band,n\n5,1\n6,2\n7,3,,9\nTotal,6\n\nSource: ESR\n"), 0)[1]
	if got.Sum != 3 || got.All != 12 {
		t.Errorf("rows that are refused or a total count in All alone, and notes in neither: %+v", got)
	}
	if got := Of(context.Background(), decode(t, "band,n\n5,1\n6,2\n7,3\n"), 2)[1]; got.Sum != 3 {
		t.Errorf("the first two rows: %+v", got)
	}
}

func lines(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for start := 0; start <= len(s); {
			end := start
			for end < len(s) && s[end] != '\n' {
				end++
			}
			if !yield(s[start:end]) {
				return
			}
			start = end + 1
		}
	}
}

func TestSenseOf(t *testing.T) {
	for heading, want := range map[string]Sense{
		"Total": {Counted: true, People: true}, "Sum of Headcount": {Counted: true, People: true}, "Count of Employee Number": {Counted: true, People: true},
		"No. of people": {Counted: true, People: true}, "How many": {Counted: true, People: true}, "Number in post": {Counted: true, People: true}, "Staff in post": {Counted: true, People: true},
		"n": {Counted: true, People: true}, "#": {Counted: true, People: true}, "Grand total": {Counted: true, People: true},
		"Number of cases": {Counted: true, Other: true}, "Applicants": {Counted: true, Other: true}, "Attendees": {Counted: true, Other: true}, "Leavers": {Counted: true, Other: true}, "Vacancies": {Counted: true, Other: true},
		"Posts": {Counted: true, Other: true}, "Last year": {Other: true, Trait: true}, "FTE": {Other: true}, "Staff bank": {Counted: true, Other: true},
		"Age": {Trait: true}, "Cost centre": {Trait: true, Other: true}, "Length of service": {Trait: true}, "Position number": {Trait: true, Counted: true},
		"% staff": {Percent: true, Counted: true}, "Percentage": {Percent: true}, "White %": {Percent: true}, "Share": {Percent: true},
		"Nepalese": {}, "Not declared": {}, "Number Nepalese": {Counted: true}, "": {}, "Whiteboard": {}, "Number of children": {Counted: true},
	} {
		if got := SenseOf(heading); got != want {
			t.Errorf("%q: %+v, want %+v", heading, got, want)
		}
	}
}

func TestRepeat(t *testing.T) {
	for text, want := range map[string]bool{
		"a,b\n5,White\n5,BME\n6,White\n":         false,
		"a,b\n5,White\n5,white \n6,White\n":      true,
		"a,b\n5,White\nTotal,\nTotal,\nTotal,\n": false,
	} {
		if got := Repeat(decode(t, text), []int{0, 1}); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestHundreds(t *testing.T) {
	for _, c := range []struct {
		text        string
		keys, parts []int
		sums        int
		all         bool
	}{
		{"a,b,c\n5,70,30\n6,80,20\n", nil, []int{1, 2}, 2, true},
		{"a,b,c\n5,70,29\n6,80,21\n", nil, []int{1, 2}, 2, true},
		{"a,b,c\n5,70,30\n6,80,23\n", nil, []int{1, 2}, 2, false},
		{"a,b,c\n5,70.4,29.6\n6,80.5%,19.5%\n", nil, []int{1, 2}, 2, true},
		{"a,b,c\n5,70,30\n", nil, []int{1, 2}, 1, true},
		{"a,b,c\n5,70,31\n", nil, []int{1, 2}, 1, true},
		{"a,b,c\n5,20,10\n6,30,50\n7,50,41\n", []int{}, []int{1}, 1, true},
		{"a,b,c\n5,100,10\n", []int{}, []int{1}, 1, false},
		{"a,b,c\n5,100,0\n6,80,20\n", nil, []int{1, 2}, 2, false},
		{"a,b,c\n5,White,70\n5,BME,30\n6,White,80\n6,BME,20\n", []int{0}, []int{2}, 2, true},
		{"a,b,c\n5,White,70\n5,BME,30\n6,White,100\n", []int{0}, []int{2}, 2, false},
		{"a,b,c\n5,0,0\n", nil, []int{1, 2}, 0, false},
	} {
		sums, off := Hundreds(t.Context(), decode(t, c.text), c.keys, c.parts, 1)
		if all := sums > 0 && off <= 1; all != c.all || all && sums != c.sums {
			t.Errorf("%q: %d, off by %v", c.text, sums, off)
		}
	}
}

func TestAddUp(t *testing.T) {
	for text, want := range map[string][]int{
		"w,b,x,y,t\n10,5,3,2,15\n":                 {0},
		"w,b,x,y,t\n10,5,3,2,18\n":                 {1},
		"w,b,x,y,t\n10,5,3,2,20\n":                 {3},
		"w,b,x,y,t\n10,5,3,2,21\n":                 nil,
		"w,b,x,y,t\n10,5,3,3,18\n":                 {1, 2},
		"w,b,x,y,t\n10,5,3,3,18\n10,5,3,4,19\n":    {2},
		"w,b,x,y,t\n10,5,3,3,18\n10,*,3,4,19\n":    {1, 2},
		"w,b,x,y,t\n0,0,0,0,0\n":                   nil,
		"w,b,x,y,t\n10,5,3,2,15\nTotal,5,3,2,99\n": {0},
	} {
		if got := AddUp(decode(t, text), []int{0, 1}, []int{2, 3}, 4); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
