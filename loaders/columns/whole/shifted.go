package whole

import (
	"fmt"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// A number such as 1,234 without quotes is two cells in a file parted by commas. Where
// the last columns of a row are blank, the row has no field too many: its last number
// stands under a column of words.

// shifts is what numbers stand under columns of words.
type shifts struct {
	t       *Table
	numbers map[int]int // rows with a number, by column
	found   []shift
}

// shift is a row whose cells may stand under the wrong columns.
type shift struct {
	line, at int    // at is the column of words
	one, two string // what may be one number
}

func (s *shifts) add(rec csvfile.Record) {
	if s.t.Text.Delimiter != ',' {
		return
	}
	for _, columns := range [][]int{s.t.Texts, s.t.Unused} {
		for _, at := range columns {
			cell := strings.TrimSpace(rec.Value(at))
			if cell == "" || len(cell) > 7 || !isNumber(cell) {
				continue
			}
			s.numbers[at]++
			if one, two, ok := s.parted(rec, at); ok {
				s.found = append(s.found, shift{rec.Line, at, strings.Clone(one), strings.Clone(two)})
			}
		}
	}
}

// parted finds two cells left of a column, or the second in it, that may be one number.
func (s *shifts) parted(rec csvfile.Record, at int) (one, two string, ok bool) {
	for _, i := range s.t.Numbers {
		one, two = strings.TrimSpace(rec.Value(i)), strings.TrimSpace(rec.Value(i+1))
		if i < at && len(two) == 3 && isNumber(two) && one != "" && len(one) <= 3 && isNumber(one) && one[0] != '0' {
			return one, two, true
		}
	}
	return "", "", false
}

// settle says of each such row that it is not to be used. A column that is not used, and
// holds numbers in most of its rows, is one of numbers.
func (s *shifts) settle(rows int) {
	unused := map[int]bool{}
	for _, i := range s.t.Unused {
		unused[i] = true
	}
	for _, f := range s.found {
		name, otherwise := labels.Quoted(s.t.Text.Header.Value(f.at)), "if nothing is shifted, write words there"
		if unused[f.at] {
			if 2*s.numbers[f.at] > rows {
				continue
			}
			otherwise = fmt.Sprintf(`if nothing is shifted, say %s = "not used" under [columns] in wres.toml`, name)
		}
		s.t.Text.Amend().Shift(f.line, f.at, fmt.Sprintf(
			"%s and %s may be one number, %s,%s, whose comma without quotes has shifted the cells of this row, for a number stands under %s; none of the row is used: write %s%s, or put the number in quotes; %s",
			labels.Quoted(f.one), labels.Quoted(f.two), f.one, f.two, name, f.one, f.two, otherwise))
	}
}
