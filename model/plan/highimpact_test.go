package plan

import (
	"fmt"
	"slices"
	"testing"
)

func TestHighImpactActions(t *testing.T) {
	field, found := FieldFor("high impact")
	if !found || len(field.Choices) != 6 {
		t.Fatalf("the field offers %q", field.Choices)
	}
	for i, h := range HighImpactActions() {
		if h.Number != i+1 || h.Name == "" {
			t.Errorf("%d: %+v", i, h)
		}
		if served := (Action{HighImpact: field.Choices[i]}).HighImpactServed(); len(served) != 1 || served[0].Number != h.Number {
			t.Errorf("the choice %q is read as %v", field.Choices[i], served)
		}
	}
	for text, want := range map[string]string{
		"": "[]", "2": "[2]", "HIA 2; HIA6": "[2 6]", "2 2": "[2]", "7": "[]", "pay": "[]", "6 and 1": "[6 1]",
	} {
		if got := fmt.Sprint(numbersOf((Action{HighImpact: text}).HighImpactServed())); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	for indicator, want := range map[string][]int{"2": {2}, "8": {6}, "6": {6}, "7": {2}, "9": {}, "": {}} {
		measured := slices.DeleteFunc(HighImpactActions(), func(h HighImpactAction) bool { return !slices.Contains(h.Indicators, indicator) })
		if got := numbersOf(measured); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", indicator, got, want)
		}
	}
}

func numbersOf(all []HighImpactAction) []int {
	numbers := []int{}
	for _, h := range all {
		numbers = append(numbers, h.Number)
	}
	return numbers
}
