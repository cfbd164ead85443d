package settle

import (
	"fmt"
	"maps"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// A grade has many names: "Trainee grade" is the standard's, and "FY1", "Core trainees" and
// "Resident doctors" are of it too. Rows of several names add up, unless one of them is the
// sum of the others.

// gradeKey is a grade in one place of a file.
type gradeKey struct {
	file *columns.File
	year model.Year
	dims [MaxDims]string
}

// named is the facts of one name of a grade.
type named struct {
	facts []*Fact
	by    map[gradeCell]int
}

// gradeCell is what a name of a grade counts: of whom, and which count.
type gradeCell struct{ measure, label string }

func (n *named) people() (sum int) {
	for _, f := range n.facts {
		sum += f.N
	}
	return sum
}

// settleGrades sets a name of a grade aside that is the sum of the others, and says where
// the grade's own name stands beside names of its parts.
func settleGrades(facts []*Fact) {
	grades := map[gradeKey]map[string]*named{}
	var order []gradeKey
	for _, f := range facts {
		several := f.Band.Medical() || f.Band == model.VSM || f.Band == model.UnderBand1
		if !several || f.BandAs.Field == "" || f.BandSum != nil || f.Explicit || f.AnyEthnicity || f.aside {
			continue
		}
		k := gradeKey{f.Row.File, f.Year, f.Dims}
		if grades[k] == nil {
			grades[k] = map[string]*named{}
			order = append(order, k)
		}
		n := grades[k][f.BandLabel]
		if n == nil {
			n = &named{by: map[gradeCell]int{}}
			grades[k][f.BandLabel] = n
		}
		n.facts = append(n.facts, f)
		n.by[gradeCell{f.Measure, f.Label}] += f.N
	}
	for _, k := range order {
		settleGrade(grades[k])
	}
}

// settleGrade settles the names of one grade.
func settleGrade(names map[string]*named) {
	all := slices.Sorted(maps.Keys(names))
	for _, label := range all {
		n := names[label]
		whole := label == n.facts[0].Band.String()
		if len(all) < 2 || len(all) == 2 && !whole {
			continue
		}
		others := map[gradeCell]int{}
		var beside []string
		for _, other := range all {
			if other != label {
				beside = append(beside, labels.Quoted(names[other].facts[0].BandAs.Label))
				for cell, count := range names[other].by {
					others[cell] += count
				}
			}
		}
		what := fmt.Sprintf("%s (%s)", labels.Quoted(n.facts[0].BandAs.Label), labels.People(n.people()))
		switch {
		case n.isSum(others):
			for _, f := range n.facts {
				f.aside, f.settled = true, true
			}
			n.say(what + " is exactly the sum of " + labels.Few(beside) + ", and is set aside as their total")
			return
		case whole:
			n.say(what + " is counted beside " + labels.Few(beside) + ", which are of the same grade; if it is their sum, call it \"Total " + label +
				"\", and if they are among its people, begin their names with \"of which\"")
		}
	}
}

// isSum reports whether each count is the sum of the others, and that is no chance: few
// people in one cell are soon the same.
func (n *named) isSum(others map[gradeCell]int) bool {
	const fewPeople, fewCells = 10, 2
	cells := 0
	for cell, count := range n.by {
		if count != others[cell] {
			return false
		}
		if count > 0 {
			cells++
		}
	}
	return len(n.by) == len(others) && cells >= fewCells && n.people() >= fewPeople
}

func (n *named) say(message string) {
	at := n.facts[0]
	at.Row.Say(source.Notice, at.BandAs.Column, at.BandAs.Field, at.BandAs.Field+" "+message)
}
