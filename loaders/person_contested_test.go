package loaders

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestRowsOfOnePersonThatDiffer: how many people have rows of different ethnicities is
// said, whatever the order of the rows and however they lie in files.
func TestRowsOfOnePersonThatDiffer(t *testing.T) {
	const header = "Employee Number,Ethnic Origin,Band,Staff Group,FTE,Division,Year\n"
	rows := []string{
		"1,A,5,Nursing,1,East,2024", "1,Z,5,Nursing,0.5,East,2024", "1,H,5,Nursing,0.2,West,2024",
		"2,A,5,Nursing,1,East,2024", "2,M,6,Nursing,1,East,2024",
		"3,A,5,Nursing,1,East,2024", "3,A,5,Nursing,1,West,2024", "3,A,5,Nursing,1,North,2024",
		"4,Z,5,Nursing,1,East,2024", "4,,5,Nursing,1,East,2024", "4,99,5,Nursing,1,East,2024",
		"5,A,5,Nursing,1,East,2023", "5,M,5,Nursing,1,East,2024",
	}
	const words = " with rows of different ethnicities in one year: taken from the row that counts, which is the primary assignment, else that of the highest FTE, else of the highest band; mend the others"
	for range 20 {
		rand.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		got := sameWays(t, folder{"staff.csv": header + strings.Join(rows, "\n") + "\n"}, Options{})
		if !saidOnce(got.Report, "2 people"+words) {
			t.Fatalf("%q: %q", rows, said(got.Report))
		}
		if all := tallies(got.Organisation.Return(2024)); !slices.Equal(all, []string{"clinical 5: 2 1 1", "clinical 6: 0 1 0"}) {
			t.Fatalf("%q: %q", rows, all)
		}
	}
	// Each in a file of its own: the second file tells, and no third one again.
	got := sameWays(t, folder{
		"staff-a.csv": header + "1,A,5,Nursing,1,East,2024\n", "staff-b.csv": header + "1,Z,5,Nursing,0.5,East,2024\n", "staff-c.csv": header + "1,H,5,Nursing,0.5,East,2024\n",
	}, Options{})
	if !saidOnce(got.Report, "1 person"+words) {
		t.Errorf("%q", said(got.Report))
	}
}
