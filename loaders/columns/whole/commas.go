package whole

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// A comma parts thousands where English is written, and is the decimal point of most of
// Europe. There a comma cannot part columns, so its files have semicolons or tabs; but
// such files are made in English too. Which it is, the numbers of the file tell together:
// one that can only be read in one way tells for all.

// What a number with a comma, or without one, shows.
var (
	decimalComma = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:[0-9]+,[0-9]{1,2}|0[0-9]*,[0-9]+|[0-9]{4,},[0-9]+|[0-9]+,[0-9]{4,}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+)$`)
	})
	thousandsComma = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+)$`)
	})
	eitherComma = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[1-9][0-9]{0,2},[0-9]{3}$`) })
)

// commas is what the numbers of a table show.
type commas struct {
	t         *Table
	decimal   string // a number with a decimal comma, as an example
	thousands bool   // a number shows that commas part thousands
	doubtful  string // one that can be read in two ways
	whole     string // a number of three digits, which has none beside the doubtful
	large     bool   // a whole number over 999 has no comma
	written   bool   // a number that is used has a comma
}

func (c *commas) add(rec csvfile.Record) {
	commas := false
	for _, i := range c.t.Numbers {
		cell := rec.Value(i)
		if c.see(cell); strings.IndexByte(cell, ',') >= 0 {
			commas = true
			if cell = bare(cell); c.doubtful == "" && eitherComma().MatchString(cell) {
				c.doubtful = strings.Clone(cell)
			}
		} else if c.foreign() {
			c.plain(bare(cell))
		}
	}
	for _, i := range c.t.Others {
		c.see(rec.Value(i))
	}
	c.written = c.written || commas
	c.thousands = c.thousands || commas && c.addsUp(rec)
}

// foreign reports whether nothing says that commas part thousands. In a sheet a number
// with a comma is text: of its own numbers Excel stores no comma.
func (c *commas) foreign() bool { return c.t.Text.Delimiter != ',' || c.t.Text.Cells }

// plain notes how large a whole number is that has no comma.
func (c *commas) plain(cell string) {
	if len(cell) < 3 || !isNumber(cell) {
		return
	}
	c.large = c.large || len(cell) > 3
	if c.whole == "" && len(cell) == 3 {
		c.whole = strings.Clone(cell)
	}
}

// addsUp reports whether one number of a row is the sum of the others where commas part
// thousands, and not where they are decimal points: others have none.
func (c *commas) addsUp(rec csvfile.Record) bool {
	var all []int
	sum, plain, either := 0, 0, 0
	for _, i := range c.t.Numbers {
		cell := bare(rec.Value(i))
		n, err := strconv.Atoi(strings.ReplaceAll(cell, ",", ""))
		if err != nil || strings.ContainsRune(cell, ',') && !eitherComma().MatchString(cell) {
			continue
		}
		switch {
		case strings.ContainsRune(cell, ','):
			either++
		case n > 0:
			plain++
		}
		all, sum = append(all, n), sum+n
	}
	return either > 0 && plain > 0 && len(all) > 2 && slices.ContainsFunc(all, func(n int) bool { return 2*n == sum })
}

// see notes what a number shows that can be read in one way only.
func (c *commas) see(cell string) {
	if strings.IndexByte(cell, ',') < 0 && strings.IndexByte(cell, '.') < 0 {
		return
	}
	cell = bare(cell)
	if c.decimal == "" && decimalComma().MatchString(cell) {
		c.decimal = strings.Clone(cell)
	}
	c.thousands = c.thousands || thousandsComma().MatchString(cell)
}

// settle decides what commas are, or says why it cannot. In a file that is parted by
// commas they part thousands, unless a number of it shows otherwise.
func (c *commas) settle() (notices []Notice, why string) {
	foreign := c.foreign()
	if c.decimal != "" && !c.thousands && foreign {
		if !c.written {
			return nil, ""
		}
		c.t.Text.Amend().DecimalCommas(slices.Concat(c.t.Numbers, c.t.Unused, c.t.Others))
		return []Notice{{c.t.Text.Header.Line, c.t.Numbers[0] + 1, fmt.Sprintf("commas in its numbers are read as decimal points, as %s shows", labels.Quoted(c.decimal))}}, ""
	}
	plain := strings.ReplaceAll(c.doubtful, ",", "")
	switch {
	case c.doubtful == "", c.decimal == "" && (c.thousands || !foreign):
		return nil, ""
	case c.decimal == "" && c.whole != "" && !c.large:
		return []Notice{{c.t.Text.Header.Line, c.t.Numbers[0] + 1, fmt.Sprintf("commas in its numbers are read as parting thousands, %s as %s, for whole numbers such as %s stand beside them; if they are decimal points, write points in their place",
			labels.Quoted(c.doubtful), plain, c.whole)}}, ""
	}
	where := "as in many files whose columns are not parted by commas"
	if c.t.Text.Cells {
		where = "and the sheet has it as text"
	}
	if c.decimal != "" {
		where = "as in " + labels.Quoted(c.decimal)
	}
	return nil, fmt.Sprintf("its numbers can be read in two ways: %s is %s, or %s where the comma is a decimal point, %s; write the numbers without commas that part thousands, and with points for decimals",
		labels.Quoted(c.doubtful), plain, strings.Replace(c.doubtful, ",", ".", 1), where)
}

// bare takes the spaces and the sign of a percentage from a cell.
func bare(cell string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(cell), "%"))
}
