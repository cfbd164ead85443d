package disclosure_test

import (
	"fmt"
	"testing"
)

// TestOrganisationsThatWereTooNarrow attacks organisations of which a view once told too
// much: of 8012 to those who are told that a staff category's unknown total is small, which
// is shown elsewhere; of 591 since such totals were taken for small counts of their own.
func TestOrganisationsThatWereTooNarrow(t *testing.T) {
	for _, seed := range []uint64{591, 8012} {
		o := organisation(seed)
		for _, f := range attackAll(fmt.Sprint("seed ", seed), o, ruleOf(o)).failures {
			t.Error(f)
		}
	}
}
