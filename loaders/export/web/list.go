package web

import "wres/model/report"

// list is points beside each other, all with a number or none.
type list struct {
	Ordered bool
	Items   []item
}

// item is a point with the lists under it.
type item struct {
	Number int
	Runs   []report.Run
	Below  []list
}

// lists gives points as lists within each other.
func (m *maker) lists(points report.Points) []list {
	var all []list
	for i := 0; i < len(points); {
		p := points[i]
		next := i + 1
		for next < len(points) && points[next].Depth > p.Depth {
			next++
		}
		if len(all) == 0 || all[len(all)-1].Ordered != (p.Number > 0) {
			all = append(all, list{Ordered: p.Number > 0})
		}
		last := &all[len(all)-1]
		last.Items = append(last.Items, item{Number: p.Number, Runs: m.runs(p.Runs), Below: m.lists(points[i+1 : next])})
		i = next
	}
	return all
}
