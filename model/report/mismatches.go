package report

import (
	"cmp"
	"fmt"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/printed"
	"wres/model/source"
	"wres/model/words"
	"wres/model/words/misprints"
)

// mismatchesShown is how many printed figures that the folder contradicts are named. A
// return that was printed of other data differs in every row.
const mismatchesShown = 20

// WithMismatches gives what was read with the printed figures that the folder's own
// figures contradict among the problems, each where it stands.
func WithMismatches(read source.Report, o *model.Organisation, r *indicator.Results, s Safe) source.Report {
	voice := words.For(r.Settings)
	mismatches := printed.Mismatches(o, r)
	read.Problems = slices.Clone(read.Problems)
	for i, m := range mismatches[:min(len(mismatches), mismatchesShown)] {
		message := misprints.Sentence(voice, m)
		if more := len(mismatches) - i - 1; more > 0 && i == mismatchesShown-1 {
			message += fmt.Sprintf(" (likewise %s further on)", words.Count(more, "printed figure"))
		}
		read.Problems = append(read.Problems, source.Problem{
			File: m.Printed.File, Line: m.Printed.Line, Field: "printed", Severity: source.Notice, Message: s.Line(message),
		})
	}
	place := func(p source.Problem) int { // the folder's own problems stand first
		return slices.IndexFunc(read.Files, func(f source.File) bool { return f.Name == p.File })
	}
	slices.SortStableFunc(read.Problems, func(a, b source.Problem) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return read
}
