package report

import (
	"fmt"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/words"
)

// givenBy says in what rows the staff of a category are given whose bands are not shown.
var givenBy = map[disclosure.Level]string{
	disclosure.ByCluster: "by cluster", disclosure.ByTier: "by tier of pay", disclosure.AsCategory: "as a whole", disclosure.InWorkforce: "within the whole workforce only",
}

// Account says what a publication view hides, as remarks beside it for whoever may see the
// full figures.
func Account(a disclosure.Account) []string {
	var lines []string
	for _, y := range a.Years {
		lines = append(lines, fmt.Sprintf("%s: %d numbers are hidden, %d of them for being small and the others because they would give such a number away", y.Year, y.Hidden, y.Small))
		for _, category := range append(model.StaffCategories(), model.AnyCategory) {
			if by, coarser := y.Coarser[category]; coarser {
				lines = append(lines, fmt.Sprintf("%s: %s are given %s: too many of their bands would have to be hidden", y.Year, words.CategoryStaff(category), givenBy[by]))
			}
		}
	}
	return lines
}
