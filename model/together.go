package model

// Member is one of several organisations whose figures are taken together: what it gives of
// one indicator in one year.
type Member struct {
	Name     string   // cleaned for the screen
	Groups   GroupSet // whom it counts; none: it gives nothing
	Withheld bool     // it says that its figures are withheld: they are in none of all together
}

// Gives reports whether figures of the organisation are among those of all together.
func (m Member) Gives() bool { return m.Groups.Any() && !m.Withheld }

// MembersWithout names those of several organisations that give nothing of an indicator, of
// which the figure of all together is that of the others, and counts those others.
func (r *Return) MembersWithout(indicator string) (without []string, others int) {
	for _, m := range r.Members[indicator] {
		switch {
		case m.Gives():
			others++
		case !m.Withheld:
			without = append(without, m.Name)
		}
	}
	return without, others
}
