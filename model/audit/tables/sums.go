package tables

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
	"wres/model/indicator"
)

// equation says that some groups are another together.
type equation struct {
	parts []string
	whole string
}

// equations are those of the groups of any count.
var equations = []equation{
	{[]string{"white", "bme", "unknown"}, "all"},
	{[]string{"white", "bme"}, "known"},
	{[]string{"known", "unknown"}, "all"},
}

// sums looks at the groups of each count, which make up the whole.
func (r *reader) sums(c *printedColumn) {
	done := map[document.Key]bool{}
	for _, f := range c.figures {
		k := f.Key()
		k.Group = ""
		if done[k] || !measure.IsCount(c.ind, k.Figure) {
			continue
		}
		done[k] = true
		for _, e := range equations {
			if r.sum(c, k, e) {
				break
			}
		}
	}
}

// sum reports whether an equation does not hold.
func (r *reader) sum(c *printedColumn, k document.Key, e equation) bool {
	k.Group = e.whole
	whole, total := c.count(k)
	var sum int64
	var parts []string
	for _, group := range e.parts {
		k.Group = group
		n, f := c.count(k)
		if f == nil || total == nil || c.wrong[f] || c.wrong[total] {
			return false
		}
		sum += n
		parts = append(parts, grouped(n))
	}
	if sum == whole {
		return false
	}
	r.add(c, total, finding.Finding{Kind: finding.Sum, Computed: grouped(sum),
		Says: fmt.Sprintf("%s are %s, and %s is printed: the whole or one of its parts is wrong.", strings.Join(parts, " + "), grouped(sum), total.Printed.Printed)})
	return true
}

// family is parts of which no two hold the same person, and which are at most, or exactly, the
// whole.
type family struct {
	of    func(part string) (name string, is bool)
	whole func(parts map[string]int64) bool // whether the parts are all that there are
}

var families = []family{
	{func(part string) (string, bool) {
		if _, is := model.ParseBand(part); !is || part == "" {
			return "", false
		}
		b, _ := model.ParseBand(part)
		return b.String(), b != model.AnyBand
	}, func(map[string]int64) bool { return false }},
	{func(part string) (string, bool) {
		c, is := model.ParseStaffCategory(part)
		return fmt.Sprint(c), is && part != ""
	}, func(parts map[string]int64) bool { return len(parts) == len(model.StaffCategories()) }},
	{boardHalf("voting"), func(parts map[string]int64) bool { return len(parts) == 2 }},
	{boardHalf("executive"), func(parts map[string]int64) bool { return len(parts) == 2 }},
}

// boardHalf takes the two halves of a board, such as voting and non-voting.
func boardHalf(word string) func(string) (string, bool) {
	return func(part string) (string, bool) {
		part = strings.Join(strings.FieldsFunc(strings.ToLower(part), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), " ")
		part = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(part, "members"), "member"))
		return part, part == word || part == "non "+word
	}
}

// parts looks at counts by band, staff category or half of the board: together they are no
// more than the whole, and where they are all of it, no less.
func (r *reader) parts(c *printedColumn) {
	if c.ind.Shape != indicator.Bands && c.ind.Shape != indicator.Board {
		return
	}
	for _, group := range []string{"white", "bme", "unknown", "all"} {
		for _, of := range families {
			r.partsOf(c, group, of)
		}
	}
}

func (r *reader) partsOf(c *printedColumn, group string, of family) {
	name := measure.Headcount
	if c.ind.Shape == indicator.Board {
		name = measure.Members
	}
	counts := map[string]int64{}
	var sum int64
	for _, f := range c.figures {
		part, is := of.of(f.Part)
		k := f.Key()
		if !is || k.Figure != name || k.Group != group {
			continue
		}
		if n, counted := whole(f); counted {
			if _, twice := counts[part]; twice || c.wrong[f] {
				return
			}
			counts[part] = n
			sum += n
		}
	}
	total, f := c.count(c.key(name, group, ""))
	if f == nil || len(counts) < 2 || c.wrong[f] || sum == total || sum < total && !of.whole(counts) {
		return
	}
	r.add(c, f, finding.Finding{Kind: finding.Sum, Computed: grouped(sum),
		Says: fmt.Sprintf("Its %d parts are %s together, and %s is printed: the whole or one of its parts is wrong.", len(counts), grouped(sum), f.Printed.Printed)})
}
