package model

// Group is one of the three groups that every indicator is split into.
type Group uint8

// The groups. BME is the standard's own word; what a reader sees is Labels.
const (
	White Group = iota
	BME
	Unknown
)

// GroupCount is the number of groups.
const GroupCount = 3

// Groups lists the groups in the order in which the standard prints them.
func Groups() [GroupCount]Group { return [GroupCount]Group{White, BME, Unknown} }

// String gives the group's name in data and JSON: white, bme or unknown.
func (g Group) String() string { return [...]string{"white", "bme", "unknown"}[g] }

// GroupNamed gives the group of a name in data and JSON; false where there is none.
func GroupNamed(name string) (Group, bool) {
	for _, g := range Groups() {
		if g.String() == name {
			return g, true
		}
	}
	return 0, false
}

// Ethnicity is one category in which a source counted people: a category of the
// ONS 2001 or 2021 set, one of their high-level groups, a bare WRES group where
// the source gives no more, or one of the ways of not being known.
type Ethnicity uint8

// The categories. Roma, Arab and Gypsy or Irish Traveller are of the later ONS
// sets only. NotStated was asked and declined (ESR code Z); Missing was never
// asked (ESR code 99, NULL or blank). UnknownEthnicity is the sum of both where
// a source does not tell them apart.
const (
	WhiteGroup Ethnicity = iota
	WhiteBritish
	WhiteIrish
	GypsyOrTraveller
	Roma
	OtherWhite
	BMEGroup
	MixedGroup
	WhiteAndBlackCaribbean
	WhiteAndBlackAfrican
	WhiteAndAsian
	OtherMixed
	AsianGroup
	Indian
	Pakistani
	Bangladeshi
	Chinese
	OtherAsian
	BlackGroup
	African
	Caribbean
	OtherBlack
	OtherGroup
	Arab
	OtherEthnic
	NotStated
	Missing
	UnknownEthnicity
	ethnicityCount
)

// ethnicities is the table of categories: the label that a reader sees and the
// group that the category counts towards. Source: ONS ethnic group
// classifications of 2001 and 2021 as the WRES groups them.
var ethnicities = [ethnicityCount]struct {
	label string
	group Group
}{
	WhiteGroup:             {"White", White},
	WhiteBritish:           {"White British", White},
	WhiteIrish:             {"White Irish", White},
	GypsyOrTraveller:       {"Gypsy or Irish Traveller", White},
	Roma:                   {"Roma", White},
	OtherWhite:             {"Any other White background", White},
	BMEGroup:               {"BME", BME},
	MixedGroup:             {"Mixed or multiple ethnic groups", BME},
	WhiteAndBlackCaribbean: {"White and Black Caribbean", BME},
	WhiteAndBlackAfrican:   {"White and Black African", BME},
	WhiteAndAsian:          {"White and Asian", BME},
	OtherMixed:             {"Any other mixed background", BME},
	AsianGroup:             {"Asian or Asian British", BME},
	Indian:                 {"Indian", BME},
	Pakistani:              {"Pakistani", BME},
	Bangladeshi:            {"Bangladeshi", BME},
	Chinese:                {"Chinese", BME},
	OtherAsian:             {"Any other Asian background", BME},
	BlackGroup:             {"Black or Black British", BME},
	African:                {"African", BME},
	Caribbean:              {"Caribbean", BME},
	OtherBlack:             {"Any other Black background", BME},
	OtherGroup:             {"Other ethnic groups", BME},
	Arab:                   {"Arab", BME},
	OtherEthnic:            {"Any other ethnic group", BME},
	NotStated:              {"Not stated", Unknown},
	Missing:                {"Missing", Unknown},
	UnknownEthnicity:       {"Unknown", Unknown},
}

// Ethnicities lists every category in the order of the ONS sets.
func Ethnicities() []Ethnicity {
	all := make([]Ethnicity, ethnicityCount)
	for i := range all {
		all[i] = Ethnicity(i)
	}
	return all
}

// String gives the category's label.
func (e Ethnicity) String() string { return ethnicities[e].label }

// Group gives the group that the category counts towards.
func (e Ethnicity) Group() Group { return ethnicities[e].group }

// Parent gives the high-level group that a category is a part of (Indian is a
// part of Asian), or the category itself where it is of none.
func (e Ethnicity) Parent() Ethnicity {
	for _, family := range []struct{ first, last Ethnicity }{
		{WhiteGroup, OtherWhite}, {MixedGroup, OtherMixed}, {AsianGroup, OtherAsian},
		{BlackGroup, OtherBlack}, {OtherGroup, OtherEthnic},
	} {
		if e >= family.first && e <= family.last {
			return family.first
		}
	}
	return e
}

// IsGroup reports whether e is a bare group, with no category behind it.
func (e Ethnicity) IsGroup() bool {
	return e == WhiteGroup || e == BMEGroup || e == UnknownEthnicity
}

// GroupEthnicity gives the category that stands for a bare group.
func GroupEthnicity(g Group) Ethnicity {
	return [...]Ethnicity{WhiteGroup, BMEGroup, UnknownEthnicity}[g]
}

// Tally counts people by ethnicity category. A category that was never counted
// is not the same as a count of nought: Has tells them apart. The zero Tally is
// empty and ready to use.
type Tally struct {
	counts [ethnicityCount]int
	given  uint64 // a bit for each category that a source counted
}

// Add adds n people of category e.
func (t *Tally) Add(e Ethnicity, n int) {
	t.counts[e] += n
	t.given |= 1 << e
}

// AddTally adds every count of other.
func (t *Tally) AddTally(other Tally) {
	for e, n := range other.counts {
		t.counts[e] += n
	}
	t.given |= other.given
}

// Without gives the tally as if no source had counted the group.
func (t Tally) Without(g Group) Tally {
	for e := range t.counts {
		if ethnicities[e].group == g {
			t.counts[e] = 0
		}
	}
	t.given &^= groupMask[g]
	return t
}

// Of gives the people counted in one category.
func (t Tally) Of(e Ethnicity) int { return t.counts[e] }

// Group gives the people counted in a group, over all its categories.
func (t Tally) Group(g Group) int {
	sum := 0
	for e, n := range t.counts {
		if ethnicities[e].group == g {
			sum += n
		}
	}
	return sum
}

// Total gives the people counted, unknown ethnicity included.
func (t Tally) Total() int {
	sum := 0
	for _, n := range t.counts {
		sum += n
	}
	return sum
}

// Has reports whether any category of the group was counted, be it as nought.
func (t Tally) Has(g Group) bool { return t.given&groupMask[g] != 0 }

// Categorised reports whether anybody is counted in a category behind White or BME.
func (t Tally) Categorised() bool {
	for e, n := range t.counts {
		if e := Ethnicity(e); n > 0 && !e.IsGroup() && e.Group() != Unknown {
			return true
		}
	}
	return false
}

// Empty reports whether nothing was counted.
func (t Tally) Empty() bool { return t.given == 0 }

// Equal reports whether two tallies hold the same counts.
func (t Tally) Equal(other Tally) bool { return t == other }

// groupMask holds, for each group, the bits of its categories.
var groupMask = func() (mask [GroupCount]uint64) {
	for e, row := range ethnicities {
		mask[row.group] |= 1 << e
	}
	return mask
}()
