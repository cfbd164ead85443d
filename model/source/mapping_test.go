package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMappingIsAValue(t *testing.T) {
	var none Mapping
	one := none.With(Entry{"", "Köpfe", "headcount"})
	two := one.With(Entry{"ethnicity", "Martian", "Indian"})
	three := two.With(Entry{"", "Köpfe", ""}).With(Entry{"ethnicity", "Martian", ""})
	if none.Len() != 0 || one.Len() != 1 || two.Len() != 2 || three.Len() != 0 {
		t.Errorf("lengths %d, %d, %d, %d", none.Len(), one.Len(), two.Len(), three.Len())
	}
	if one.Meaning("", "Köpfe") != "headcount" || two.Meaning("ethnicity", "Martian") != "Indian" || one.Meaning("ethnicity", "Martian") != "" {
		t.Errorf("%v %v", one, two)
	}
	want := []Entry{{"", "a", "year"}, {"", "b", "bme"}, {"band", "x", "5"}, {"ethnicity", "x", "Indian"}}
	got := none.With(want[3]).With(want[1]).With(want[2]).With(want[0]).Entries()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLacks(t *testing.T) {
	k := KindChoice{Needs: [][]string{{"ethnicity"}, {"headcount"}, {"voting", "executive"}}, Wide: []string{"ethnicity", "headcount"}}
	for _, c := range []struct {
		taken []string
		want  int
	}{
		{nil, 3}, {[]string{"ethnicity", "executive"}, 1}, {[]string{"ethnicity", "headcount", "voting"}, 0},
		{[]string{"white", "bme"}, 1}, {[]string{"white", "bme", "voting"}, 0}, {[]string{"white", "voting"}, 2},
	} {
		has := map[string]bool{}
		for _, name := range c.taken {
			has[name] = true
		}
		if got := k.Lacks(func(s string) bool { return has[s] }); len(got) != c.want {
			t.Errorf("with %v: lacks %v", c.taken, got)
		}
	}
}
