package people

import (
	"fmt"
	"testing"

	"wres/loaders/labels"
)

// TestDirectoratesThatShareTheirHashHaveNoName: their people cannot be told apart.
func TestDirectoratesThatShareTheirHashHaveNoName(t *testing.T) {
	first := map[unit]string{}
	for i := 0; ; i++ {
		name := fmt.Sprintf("ward%d", i)
		other, taken := first[unitOf(name)]
		if !taken {
			first[unitOf(name)] = name
			continue
		}
		table := labels.NewNames(maxUnits)
		for _, n := range []string{name, other, "theatres"} {
			table.Add(n, n)
		}
		names := unitNames(&table)
		if len(names) != 2 || names[unitOf(name)] != "" || names[unitOf("theatres")] != "theatres" {
			t.Errorf("%v", names)
		}
		return
	}
}
