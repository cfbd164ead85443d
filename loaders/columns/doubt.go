package columns

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// A staff list needs so little that nearly every list of people fits it: one of cases
// or applicants whose own columns have local names would become staff in post. So where
// nothing but a staff list fits, what the file's name and its columns tell is asked.

// tells finds the columns whose names are among some headers, but for those of which
// the settings say what they are.
func (h Heading) tells(headers []string) []int {
	var columns []int
	for i, key := range h.keys {
		if h.rules[i] == nil && slices.ContainsFunc(headers, func(h string) bool {
			beginning, open := strings.CutSuffix(h, "*")
			return key == h || open && strings.HasPrefix(key, beginning)
		}) {
			columns = append(columns, i)
		}
	}
	return columns
}

// mention reports whether a column's name holds one of some words.
func (h Heading) mention(roots []string) bool {
	return slices.ContainsFunc(h.keys, func(key string) bool {
		return slices.ContainsFunc(roots, func(root string) bool { return strings.Contains(key, root) })
	})
}

// tellsOf finds the columns that tell of a list, and those that do so beside them.
func (h Heading) tellsOf(e *kinds.Extract) []int {
	told := h.tells(e.Telling())
	if len(told) > 0 {
		told = append(told, h.tells(e.List.Backing)...)
	}
	return told
}

// doubt says why a file that fits nothing but a staff list is none all the same, and
// what to do; looks is how it looks as the kinds that it can be mapped to, in order. A
// word for staff in its name settles it; a word or a column of another list does not
// outweigh several columns of a staff list, but leavers have those too.
func (f *Fit) doubt(near []*Fit, header Heading, name string) (why string, looks []*Fit) {
	if f.Extract.List == nil || !f.Extract.List.Weak {
		return "", nil
	}
	posts := f.posts(header)
	isStaff := "it is read as a staff list for its columns " + header.few(posts)
	word := kinds.StaffWord(name)
	if word != "" {
		isStaff = "it is read as a staff list for the word " + labels.Quoted(word)
	}
	if not := kinds.WordIn(name, kinds.NotInPost); not != "" {
		if word == "" {
			return "its columns fit a staff list, which is of staff in post on one day, but " + labels.Quoted(not) + " in its name says something else; if it does hold staff in post, " +
				"put staff into the file's name, such as staff-" + labels.Shown(name) + "; else take it out of the folder", nil
		}
		f.doubtName(not, isStaff)
	}
	if word != "" {
		return "", nil
	}
	for at, other := range near {
		e := other.Extract
		told, not := header.tellsOf(e), e.CalledIn(name)
		switch {
		case len(told) > 0 && (len(told) >= plainly || len(posts) < plainly):
			return f.whyOther(other, "its column "+labels.Quoted(header.names[told[0]])+" belongs to "+e.Kind, name), slices.Insert(slices.Clone(near), at+1, f)
		case not != "" && len(posts) < plainly:
			return f.whyOther(other, "its name says "+e.Kind, name), near
		case not != "":
			f.doubtName(not, isStaff)
		}
	}
	return "", nil
}

// doubtName notices a word in the name of a file that is read as a staff list.
func (f *Fit) doubtName(word, isStaff string) {
	f.notice = labels.Quoted(word) + " in the file's name may say that it holds something else than staff in post on one day; " + isStaff + "; if it holds something else, take it out of the folder"
}

// whyOther says that a file is rather another list than a staff list, and what to do.
func (f *Fit) whyOther(other *Fit, why, name string) string {
	if len(other.missing) > 0 {
		why += fmt.Sprintf(", and no column is known as %s: rename the one that holds it, or map it in the app with f, or under [columns] in wres.toml", labels.Listed(other.missing, "and"))
	}
	return "its columns fit a staff list, but " + why + "; if it does hold staff in post, put staff into the file's name, such as staff-" + labels.Shown(name)
}

// rankKinds puts the kinds in order of how much a file looks like them. A list goes
// first where a column shows one row a person; then a kind that the file's name has a
// word of; then the one with the most columns of its own, and the fewest that are
// lacking.
func rankKinds(near []*Fit, header Heading, name string) []*Fit {
	_, person := header.personColumn()
	type rank struct{ far, list, named, score int }
	ranks := map[*Fit]rank{}
	for _, f := range near {
		told := len(header.tells(f.Extract.Telling()))
		matched := 0
		for _, c := range f.Extract.Columns {
			if f.Given(c.Name) {
				matched++
			}
		}
		if f.Wide() {
			matched += 2
		}
		r := rank{score: matched + 3*told - 2*len(f.missing)}
		if f.far = matched+told == 0 || f.barred; f.far {
			r.far, r.score = 1, 0
		}
		if f.Extract.List != nil {
			r.score -= 2 // a list needs so little that almost any table is near one
		} else if person {
			r.list = 1
		}
		if !f.Extract.Named(name) {
			r.named = 1
		}
		ranks[f] = r
	}
	return slices.SortedStableFunc(slices.Values(near), func(a, b *Fit) int {
		x, y := ranks[a], ranks[b]
		return cmp.Or(cmp.Compare(x.far, y.far), cmp.Compare(x.list, y.list), cmp.Compare(x.named, y.named), cmp.Compare(y.score, x.score))
	})
}
