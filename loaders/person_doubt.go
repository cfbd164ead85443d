package loaders

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A staff list needs so little that nearly every list of people fits it: one of cases
// or applicants whose own columns have local names would become staff in post. So where
// nothing but a staff list fits, what the file's name and its columns tell is asked.

// Headers that only a list of one kind has. They need not be columns that are read:
// they tell what the rows are. A staff list has "Training Grade" or "Case Load" too, so
// these are whole names, or beginnings that no column of staff has.
var (
	tellApplicants = []string{"applicationnumber", "applicationno", "applicationid", "applicationref*", "applicationstatus", "applicationstage", "applicationdate",
		"applicantnumber", "applicantno", "applicantid", "applicantref*", "applicantname", "applicantstatus", "candidatenumber", "candidateno", "candidateid", "candidateref*",
		"candidatename", "candidatestatus", "vacancy", "vacancynumber", "vacancyno", "vacancyid", "vacancyref*", "vacancytitle", "vacancyclosing*", "shortlist*", "longlist*",
		"interviewdate", "interviewed", "interviewoutcome", "interviewresult", "offerresult", "offerstatus", "offeroutcome", "advertref*", "adverttitle", "advertclosing*"}
	tellCases = []string{"casenumber", "caseno", "caseid", "caseref", "casereference", "casetype", "casestatus", "caseoutcome", "caseopen*", "caseclosed*", "casestart*",
		"casedate", "datecase*", "dateofcase", "datestartedcase", "allegation*", "typeofallegation", "investigatingofficer", "investigationstart*", "investigationdate", "investigationoutcome",
		"hearingdate", "dateofhearing", "disciplinaryoutcome", "disciplinarysanction", "disciplinarycase*", "disciplinarystage", "typeofcase"}
	tellTraining = []string{"course", "coursename", "coursetitle", "coursecode", "coursedate", "coursetype", "coursestart*", "courseend*", "learningevent*", "learningtitle",
		"competencename", "competencyname", "trainingcourse*", "trainingtitle", "classname", "achievedon"}
	tellBoard = []string{"voting*", "votes", "vote"}
)

// notInPost are beginnings of words in a file's name that tell of other rows than those
// of staff in post on one day, whatever else the name says; stillThere says that it is
// of them all the same.
var (
	notInPost  = []string{"leaver", "starter", "joiner", "turnover", "terminat", "survey", "sickness", "absence", "grievance", "appraisal"}
	stillThere = []string{"sip", "inpost"}
)

// tells finds the columns whose names are among some headers, but for those of which
// the settings say what they are.
func (h heading) tells(headers []string) []int {
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
func (h heading) mention(roots []string) bool {
	return slices.ContainsFunc(h.keys, func(key string) bool {
		return slices.ContainsFunc(roots, func(root string) bool { return strings.Contains(key, root) })
	})
}

// telling gives the headers that only such a list has.
func (e *Extract) telling() []string {
	if e.list == nil {
		return nil
	}
	return e.list.telling
}

// doubt says why a file that fits nothing but a staff list is none all the same, what
// to do, and how many other kinds it looks more like; near are those in order.
func (f *fit) doubt(near []*fit, header heading, name string) (why string, others int) {
	if f.extract.list == nil || !f.extract.list.weak {
		return "", 0
	}
	asStaff := "; if it does hold staff in post, put staff into the file's name, such as staff-" + shown(name)
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return named(name, w) })
	}
	all := nameWords(name)
	joined := all[len(all)-1]
	told := slices.IndexFunc(all, func(word string) bool {
		return slices.ContainsFunc(notInPost, func(w string) bool { return strings.HasPrefix(word, w) })
	})
	if told >= 0 && !slices.ContainsFunc(stillThere, func(w string) bool { return strings.Contains(joined, w) }) {
		return "its columns fit a staff list, which is of staff in post on one day, but " + quoted(all[told]) + " in its name says something else; if it does hold staff in post, " +
			"take that word out of the file's name, or put sip into it, such as sip-" + shown(name), 0
	}
	if has(f.extract.Words) {
		return "", 0
	}
	for at, other := range near {
		e := other.extract
		why := ""
		if told := header.tells(e.telling()); len(told) > 0 {
			why = "its column " + quoted(header.names[told[0]]) + " belongs to " + e.Kind
		} else if e.list != nil && has(e.Words) {
			why = "its name says " + e.Kind
		}
		if why == "" {
			continue
		}
		if len(other.missing) > 0 {
			what := listed(other.missing, "and")
			why += fmt.Sprintf(", and no column is known as %s: rename the one that holds it, or map it in the app with f, or under [columns] in wres.toml", what)
		}
		return "its columns fit a staff list, but " + why + asStaff, at + 1
	}
	return "", 0
}

// rankKinds puts the kinds in order of how much a file looks like them. A list goes
// first where a column shows one row a person; then a kind that the file's name has a
// word of; then the one with the most columns of its own, and the fewest that are
// lacking.
func rankKinds(near []*fit, header heading, name string) []*fit {
	_, person := header.personColumn()
	type rank struct{ far, list, named, score int }
	ranks := map[*fit]rank{}
	for _, f := range near {
		told := len(header.tells(f.extract.telling()))
		matched := 0
		for _, c := range f.extract.Columns {
			if f.given(c.Name) {
				matched++
			}
		}
		if f.wide() {
			matched += 2
		}
		r := rank{score: matched + 3*told - 2*len(f.missing)}
		if f.far = matched+told == 0 || f.barred; f.far {
			r.far, r.score = 1, 0
		}
		if f.extract.list != nil {
			r.score -= 2 // a list needs so little that almost any table is near one
		} else if person {
			r.list = 1
		}
		if !f.extract.named(name) {
			r.named = 1
		}
		ranks[f] = r
	}
	return slices.SortedStableFunc(slices.Values(near), func(a, b *fit) int {
		x, y := ranks[a], ranks[b]
		return cmp.Or(cmp.Compare(x.far, y.far), cmp.Compare(x.list, y.list), cmp.Compare(x.named, y.named), cmp.Compare(y.score, x.score))
	})
}
