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
	unknownSums := unknownIsSum(buckets)
	for _, k := range order {
		b := buckets[k]
		setTotalsAside(b)
		levels := map[int]bool{}
		for _, f := range b {
			levels[labels.Level(f.Ethnicity)] = true
		}
		if len(levels) < 2 {
			continue // the common case: groups alone, or categories alone
		}
		byFile := map[*columns.File][]*Fact{}
		for _, f := range b {
			byFile[f.Row.File] = append(byFile[f.Row.File], f)
		}
		if len(byFile) > 1 {
			setCoarseFilesAside(b, byFile)
		}
		for _, r := range filesOf(b) {
			settleFamilies(byFile[r], unknownSums[r])
		}
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

// settleFamilies sets groups aside that are the sum of their categories in the
// same file: first those of the ONS sets, then White and BME. unknownSum says that
// the file's Unknown is the sum of the ways of not being known. An odd label that the
// settings map is a sum, or makes the group beside it one, only where that is exact:
// else people would be lost by mapping them.
func settleFamilies(facts []*Fact, unknownSum bool) {
	byEthnicity := map[model.Ethnicity][]*Fact{}
	for _, f := range facts {
		if !f.aside && f.Strange[0].Field == "" { // a label that is not known is no Unknown
			byEthnicity[f.Ethnicity] = append(byEthnicity[f.Ethnicity], f)
		}
	}
	for _, family := range families {
		wholes, odd := ownLabels(byEthnicity[family.whole])
		kinds, sum, mapped := 0, 0, 0
		for e := family.first; e <= family.last; e++ {
			parts := byEthnicity[e]
			if e == family.whole || len(parts) == 0 || parts[0].aside {
				continue
			}
			kinds++
			if _, odd := ownLabels(parts); odd {
				mapped++
			}
			for _, f := range parts {
				sum += f.N
			}
		}
		if len(wholes) == 0 || kinds == 0 {
			continue
		}
		whole := wholes[0]
		switch {
		case slices.ContainsFunc(wholes, func(f *Fact) bool { return f.GroupSum }),
			family.whole == model.UnknownEthnicity && unknownSum,
			!odd && isSum(family.whole, kinds-mapped, slices.ContainsFunc(byEthnicity[model.WhiteBritish], func(f *Fact) bool { return !f.Mapped })),
			kinds >= 2 && whole.N == sum && family.whole != model.UnknownEthnicity:
			for _, f := range wholes {
				f.aside, f.settled = true, true
			}
			if sum != whole.N {
				whole.noteSum(fmt.Sprintf("the total %s of %s differs from the sum of its categories, %s; the categories are used: check which is right",
					labels.Thousands(whole.N), whole.words(), labels.Thousands(sum)))
			}
		case kinds >= 2:
			whole.noteSum(fmt.Sprintf("%s is counted beside categories of the same group, and is added to them; if it is their sum, delete it", whole.words()))
		}
	}
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

// isSum reports whether a group is the sum of the categories beside it, even where
// the figures differ: they are many enough to be the whole of it. A row Asian beside
// Chinese alone is the other Asians, not their sum.
func isSum(whole model.Ethnicity, kinds int, british bool) bool {
	switch {
	case whole == model.UnknownEthnicity:
		return false // its file decides
	case whole == model.WhiteGroup:
		return british
	case whole == model.BMEGroup:
		return kinds >= 2
	case whole == model.OtherGroup:
		return false
	}
	return kinds >= 3
}

// families are the categories behind each group: those of the ONS sets first, whose
// sums decide what is behind White and BME.
var families = []struct{ whole, first, last model.Ethnicity }{
	{model.MixedGroup, model.WhiteAndBlackCaribbean, model.OtherMixed},
	{model.AsianGroup, model.Indian, model.OtherAsian},
	{model.BlackGroup, model.African, model.OtherBlack},
	{model.OtherGroup, model.Arab, model.OtherEthnic},
	{model.WhiteGroup, model.WhiteBritish, model.OtherWhite},
	{model.BMEGroup, model.MixedGroup, model.OtherEthnic},
	{model.UnknownEthnicity, model.NotStated, model.Missing},
}
