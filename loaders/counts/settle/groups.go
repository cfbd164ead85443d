package settle

import (
	"fmt"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/labels"
	"wres/model"
)

// settleGroups sets a group's count aside where its categories are counted too: a
// column or row BME beside Asian, Black and Mixed is their sum.
func settleGroups(facts []*Fact) {
	buckets := map[cellKey][]*Fact{}
	var order []cellKey
	for _, f := range facts {
		if f.AnyEthnicity {
			continue
		}
		k := f.key()
		k.ethnicity = 0
		if buckets[k] == nil {
			order = append(order, k)
		}
		buckets[k] = append(buckets[k], f)
	}
	cells := map[*columns.File][][]*Fact{} // of each file those with several levels of ethnicity
	for _, k := range order {
		b := buckets[k]
		setTotalsAside(b)
		if first := labels.Level(b[0].Ethnicity); !slices.ContainsFunc(b, func(f *Fact) bool { return labels.Level(f.Ethnicity) != first }) {
			continue // the common case: groups alone, or categories alone
		}
		byFile := map[*columns.File][]*Fact{}
		for _, f := range b {
			byFile[f.Row.File] = append(byFile[f.Row.File], f)
		}
		if len(byFile) > 1 {
			setCoarseFilesAside(b, byFile)
		}
		for file, own := range byFile {
			cells[file] = append(cells[file], own)
		}
	}
	for _, file := range filesOf(facts) {
		for _, family := range families {
			settleFamily(family, cells[file])
		}
		delete(cells, file)
	}
}

// filesOf lists the files of facts, in order, each once.
func filesOf(facts []*Fact) []*columns.File {
	var files []*columns.File
	for _, f := range facts {
		if len(files) == 0 || files[len(files)-1] != f.Row.File {
			files = append(files, f.Row.File)
		}
	}
	return files
}

// setCoarseFilesAside sets the groups of a file aside where another file counts
// the same people by category.
func setCoarseFilesAside(all []*Fact, byFile map[*columns.File][]*Fact) {
	coarse := map[*columns.File]bool{} // files that know the three groups only
	for file, facts := range byFile {
		coarse[file] = !slices.ContainsFunc(facts, func(f *Fact) bool { return labels.Level(f.Ethnicity) < 2 && !f.Mapped })
	}
	var finer [model.GroupCount]*Fact
	for _, f := range all {
		if !coarse[f.Row.File] && finer[f.Ethnicity.Group()] == nil {
			finer[f.Ethnicity.Group()] = f
		}
	}
	for _, f := range all {
		if by := finer[f.Ethnicity.Group()]; coarse[f.Row.File] && by != nil {
			f.aside, f.settled = true, true
			f.noteSum(fmt.Sprintf("%s is given by ethnic category too, at %s; those rows are used and this one is set aside",
				f.words(), by.Row.Place()))
		}
	}
}

// kin is a group and the categories of it in one cell of a file.
type kin struct {
	wholes, parts []*Fact
	odd           bool // the group has odd labels only, which the settings map to it
	kinds         int  // categories that have people of their own
	own           int  // of these, the ones under labels that the settings do not map
}

// kinIn finds a family in a cell; ok is false where the group or its categories lack.
func (fam family) kinIn(cell []*Fact) (k kin, ok bool) {
	byEthnicity := map[model.Ethnicity][]*Fact{}
	for _, f := range cell {
		if !f.aside && f.Row.State == Used && f.Strange[0].Field == "" { // a label that is not known is no Unknown
			byEthnicity[f.Ethnicity] = append(byEthnicity[f.Ethnicity], f)
		}
	}
	k.wholes, k.odd = ownLabels(byEthnicity[fam.whole])
	for e := fam.first; e <= fam.last; e++ {
		parts := byEthnicity[e]
		if e == fam.whole || len(parts) == 0 {
			continue
		}
		k.parts = append(k.parts, parts...)
		k.kinds++
		if _, odd := ownLabels(parts); !odd {
			k.own++
		}
	}
	return k, len(k.wholes) > 0 && k.kinds > 0
}

// people gives the people of the group, and those of its categories together.
func (k kin) people() (whole, parts int) {
	for _, f := range k.parts {
		parts += f.N
	}
	return k.wholes[0].N, parts
}

// settleFamily sets a group aside that is the sum of its categories in the same file: it
// adds up in most of the cells that have people. Where it does not, a group of the
// standard and its category can be read two ways, and neither is counted; a finer group,
// such as Asian beside Chinese, is taken for the others of it. Labels that the settings
// map are what they say.
func settleFamily(fam family, cells [][]*Fact) {
	var all []kin
	balance := 0
	for _, cell := range cells {
		k, ok := fam.kinIn(cell)
		if !ok {
			continue
		}
		all = append(all, k)
		switch whole, parts := k.people(); {
		case whole == 0 && parts == 0 || len(k.parts) < 2: // one that is as large as its group may be it, or not
		case whole == parts:
			balance++
		default:
			balance--
		}
	}
	var asked []kin
	for _, k := range all {
		whole, parts := k.people()
		named := slices.ContainsFunc(k.wholes, func(f *Fact) bool { return f.GroupSum })
		switch {
		case named, balance > 0 && (whole == parts || !k.odd && k.own > 0):
			k.setAside(whole, parts)
		case whole == 0 || parts == 0 || k.odd || k.own == 0:
		case fam.whole == model.WhiteGroup || fam.whole == model.BMEGroup:
			asked = append(asked, k)
		case fam.whole != model.UnknownEthnicity || k.kinds >= 2:
			k.wholes[0].noteSum(fmt.Sprintf("%s is counted beside categories of the same group, %s, and is added to them: %s and %s; if it is their sum, call it %s",
				k.wholes[0].words(), k.names(), labels.People(whole), labels.Thousands(parts), labels.Quoted("Total "+k.wholes[0].written())))
		}
	}
	ask(fam.whole, asked)
}

// setAside sets the group aside for its categories.
func (k kin) setAside(whole, parts int) {
	for _, f := range k.wholes {
		f.aside, f.settled = true, true
	}
	if parts != whole {
		k.wholes[0].noteSum(fmt.Sprintf("the total %s of %s differs from the sum of its categories, %s; the categories are used: check which is right",
			labels.Thousands(whole), k.wholes[0].words(), labels.Thousands(parts)))
	}
}

// names lists the categories, each once, as the file has them.
func (k kin) names() string {
	var names []string
	for _, f := range k.parts {
		if name := labels.Quoted(f.written()); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return labels.Few(names)
}

// written gives the ethnicity's label as it stands in the file.
func (f *Fact) written() string {
	if f.Row.File.Fit.Wide() {
		return f.Row.File.Header.Value(f.Column)
	}
	return f.Row.Rec.Value(f.Row.File.Fit.At["ethnicity"])
}

// ask leaves a group of the standard and its categories out, for whether those are among
// its people nobody can tell.
func ask(group model.Ethnicity, all []kin) {
	if len(all) == 0 {
		return
	}
	first, people := all[0].wholes[0], 0
	for _, k := range all {
		for _, f := range slices.Concat(k.wholes, k.parts) {
			people += f.N
			f.Row.State = Refused
		}
	}
	table, none := "[labels.ethnicity]", `; where they are, call them "of which" and the label`
	if first.Row.File.Fit.Wide() {
		table, none = "[columns]", `, "not used" where they are`
	}
	part := labels.Quoted(all[0].parts[0].written())
	first.Row.Refuse(first.Column, first.Row.File.FieldAt(first.Column), fmt.Sprintf(
		"%s stands beside %s, and whether those are among its people or others is not said, so their rows are left out, %s: under %s in wres.toml, say %s = %q where they are not among them, \"unknown\" where their ethnicity is not known%s",
		labels.Quoted(first.written()), all[0].names(), labels.People(people), table, part, map[bool]string{true: "white", false: "bme"}[group == model.WhiteGroup], none))
}

// ownLabels gives the facts whose label the settings do not map. Where there is none
// it gives all of them, and says so.
func ownLabels(facts []*Fact) (own []*Fact, odd bool) {
	for _, f := range facts {
		if !f.Mapped {
			own = append(own, f)
		}
	}
	if len(own) == 0 {
		return facts, len(facts) > 0
	}
	return own, false
}

// family is a group and the run of its categories.
type family struct{ whole, first, last model.Ethnicity }

// families are the categories behind each group: those of the ONS sets first, whose
// sums decide what is behind White and BME.
var families = []family{
	{model.MixedGroup, model.WhiteAndBlackCaribbean, model.OtherMixed},
	{model.AsianGroup, model.Indian, model.OtherAsian},
	{model.BlackGroup, model.African, model.OtherBlack},
	{model.OtherGroup, model.Arab, model.OtherEthnic},
	{model.WhiteGroup, model.WhiteBritish, model.OtherWhite},
	{model.BMEGroup, model.MixedGroup, model.OtherEthnic},
	{model.UnknownEthnicity, model.NotStated, model.Missing},
}
