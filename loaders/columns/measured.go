package columns

import (
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// In the wide form each heading may name its count beside its group: "White shortlisted",
// "Appointed BME 2024". Then each row holds all counts, as it does in the tidy form.

// ByCount reports whether the wide form has columns for each count.
func (f *Fit) ByCount() bool { return f.Wide() && f.Groups[0].Count != "" }

// whose are words for the people of a count that add nothing to it.
var whose = []string{"applicant", "applicants", "candidate", "candidates"}

// countedHeading is what the heading of a group says, with the count of a kind that it
// names.
type countedHeading struct {
	groupHeading
	stage bool // it names a stage that is no count
}

// countedKey is a column seen as one of a kind.
type countedKey struct {
	extract *kinds.Extract
	column  int
}

// countOf reads the heading of a column as one of the wide form, for a kind: each once.
func (c *Columns) countOf(f *Fit, header Heading, i int) countedHeading {
	h := countedHeading{groupHeading: c.groupOf(header, i)}
	if !h.named || f.Given("count") || len(f.Extract.Counts) < 2 || !f.Extract.Adds() {
		return h
	}
	if header.rules[i] != nil {
		return c.readCount(f.Extract, h, header.names[i])
	}
	key := countedKey{f.Extract, i}
	read, met := header.counted[key]
	if !met {
		read = c.readCount(f.Extract, h, header.names[i])
		header.counted[key] = read
	}
	return read
}

// readCount reads which count of the kind the heading of a group names, where it says
// nothing else but a year.
func (c *Columns) readCount(e *kinds.Extract, h countedHeading, heading string) countedHeading {
	words := strings.Fields(h.rest)
	if h.rest == "" { // the settings say what group it is, or a word for the unknown is in it: "not entered"
		_, label := labels.YearIn(headingSigns.Replace(csvfile.Clean(heading)))
		words = strings.Fields(label)
	}
	if len(words) > maxHeadingWords {
		return h
	}
	count, others := e.CountIn(words)
	label := strings.Join(others, " ")
	switch {
	case count == "headcount": // of the groups' own staff, unless others beside them say more
	case count == "":
		_, h.stage = e.StageNamed(h.rest)
		h.stage = h.stage && h.rest != ""
	case h.mapped && label != "":
		h.Count, h.Label = count, csvfile.Fold(label)
	case h.rest == "" && label != "" && !h.mapped:
		if whole := c.readHeading(label); whole.named && whole.rest == "" {
			whole.Year, whole.Count = h.Year, count
			h.groupHeading = whole
		}
	default:
		others = slices.DeleteFunc(others, func(w string) bool { return slices.Contains(whose, strings.ToLower(w)) })
		if year, ok := labels.YearName(strings.Join(others, " ")); h.rest != "" && (ok || len(others) == 0) {
			h.Count, h.Year, h.rest = count, year, ""
		}
	}
	return h
}

// headcounts takes the columns of groups that are headed headcount or staff for that
// count, where others beside them name theirs.
func headcounts(e *kinds.Extract, found []GroupColumn, names []string) {
	if !e.Has("headcount") || !slices.ContainsFunc(found, func(g GroupColumn) bool { return g.Count != "" }) {
		return
	}
	for i, g := range found {
		name := csvfile.Fold(names[g.Column])
		if g.Count == "" && (strings.Contains(name, "headcount") || strings.Contains(name, "staff")) {
			found[i].Count = "headcount"
		}
	}
}

// groupsOf gives the columns of the groups of a count, without totals; "" is all counts.
func groupsOf(groups []GroupColumn, count string) (columns []int) {
	for _, g := range groups {
		if !g.Total && !g.Sum && (count == "" || g.Count == count) {
			columns = append(columns, g.Column)
		}
	}
	return columns
}
