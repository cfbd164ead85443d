package disclosure

import (
	"math/big"
	"strings"

	"wres/model"
	"wres/model/disclosure/sums"
	"wres/model/indicator"
	"wres/model/printed"
)

// print is what a printed figure says of a sum of people.
type print struct {
	model.Printed
	terms    []sums.Term
	in       sums.Range
	quantity int // of the sum, to the reader
}

// prints lists what printed figures say of the numbers of the sheet: counts, and percentages
// of a whole that is shown or printed. A figure that the counts contradict says something
// else, and is left out.
func (s press) prints(published []model.Printed) []print {
	var all []print
	whole := map[string]bool{} // sums that are printed
	add := func(p model.Printed, terms []sums.Term, in sums.Range) {
		if n := s.sum(terms); len(terms) > 0 && in.Low <= n && n <= in.High {
			all = append(all, print{p, terms, in, 0})
			whole[keyOf(terms)] = in.Low == in.High
		}
	}
	for _, percentages := range []bool{false, true} {
		for _, p := range published {
			number, ok := model.ParsePrinted(p.Printed)
			if !ok || p.Year != s.year || number.Percent != percentages || number.Signed {
				continue
			}
			n, of := s.peopleOf(p, percentages)
			switch known := s.byTerms[keyOf(of)]; {
			case !percentages && number.Value.IsInt():
				add(p, n, sums.Exactly(int(number.Value.Num().Int64())))
				if number.Of != nil {
					add(p, of, sums.Exactly(*number.Of))
				}
			case percentages && (whole[keyOf(of)] || known != nil && !known.hidden):
				add(p, n, sharesIn(number, s.sum(of)))
			}
		}
	}
	return all
}

// sharesIn gives the counts of which the share of a whole rounds to a printed percentage.
func sharesIn(printed model.PrintedNumber, whole int) sums.Range {
	in := sums.Range{Low: 1, High: 0}
	for n := range whole + 1 {
		if printed.Rounds(big.NewRat(int64(100*n), int64(max(whole, 1)))) {
			if in.High < in.Low {
				in.Low = n
			}
			in.High = n
		}
	}
	return in
}

// peopleOf gives the people that a printed figure counts, and the whole that they are of;
// nothing where the sheet has no such numbers.
func (s press) peopleOf(p model.Printed, percentage bool) (n, of []sums.Term) {
	series := s.full.Indicator(p.Indicator)
	if series == nil || series.Figure(s.year) == nil {
		return nil, nil
	}
	ind, f, part := series.Indicator, series.Figure(s.year), p.Part
	if model.IsTotal(part) {
		part = ""
	}
	row := func(k kind, group string) []sums.Term { return s.group(table{kind: k, of: ind.ID}, 0, group) }
	names := ind.Counts
	switch figure := p.Figure; {
	case ind.Shape == indicator.Bands && (figure == "headcount" || figure == "percentage-of-workforce"):
		return s.staff(f, part, p.Group), s.staff(f, part, "all")
	case ind.Shape == indicator.Board && (figure == "members" || figure == "percentage-of-board"):
		return s.members(f, part, p.Group), s.members(f, part, "all")
	case ind.Shape != indicator.Likelihood || part != "":
		return nil, nil
	case figure == names.Events || figure == "percentage-of-"+names.Events && names.Shares:
		return row(eventRow, p.Group), row(eventRow, "all")
	case figure == names.AtRisk || figure == "percentage-of-"+names.AtRisk && names.Shares:
		return row(atRiskRow, p.Group), row(atRiskRow, "all")
	case percentage && (figure == "likelihood" || figure == "percentage"):
		return row(eventRow, p.Group), row(atRiskRow, p.Group)
	}
	return nil, nil
}

// group gives a group's people in a row, or those of several: all, or of known ethnicity.
func (s press) group(t table, row int, name string) []sums.Term {
	at := func(columns ...column) (terms []sums.Term) {
		for _, c := range columns {
			n := s.at[place{t, row, c}]
			if n == nil {
				return nil
			}
			terms = append(terms, n.terms...)
		}
		return terms
	}
	if g, ok := model.GroupNamed(name); ok {
		return at(column(g))
	}
	switch name {
	case "known":
		return at(white, bme)
	case "all", "":
		return at(all)
	}
	return nil
}

// staff gives people of the whole workforce, or of the rows that a part names.
func (s press) staff(f *indicator.Figure, part, group string) (terms []sums.Term) {
	if part == "" {
		return s.group(table{kind: workforceRow}, 0, group)
	}
	for _, row := range printed.Rows(f, part) {
		t, at := table{kind: bandRows, category: row.Category}, int(row.Band)
		if row.Cluster != 0 {
			t.kind, at = clusterRows, int(row.Cluster)
		}
		of := s.group(t, at, group)
		if of == nil {
			return nil
		}
		terms = append(terms, of...)
	}
	return terms
}

// members gives people of a part of the board.
func (s press) members(f *indicator.Figure, part, group string) []sums.Term {
	if part == "" {
		part = string(indicator.WholeBoard)
	}
	for i, row := range f.Board {
		if string(row.Part) == strings.ToLower(part) {
			return s.group(table{kind: boardRows}, i, group)
		}
	}
	return nil
}
