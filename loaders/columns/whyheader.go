package columns

import (
	"fmt"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// namesBelow is how many records under the header are looked at for the column names of
// a file that is of no kind.
const namesBelow = 12

// whyHeader says of a file of no kind that its column names seem to stand further down,
// or to be missing; else "".
func (c *Columns) whyHeader(header csvfile.Record, text *csvfile.File) string {
	known := kinds.KnownNames(header)
	records := 0
	for rec := range text.Records() {
		if n := kinds.KnownNames(rec); n >= 2 && n > known {
			return fmt.Sprintf("line %d was taken for its column names, and line %d looks more like them; if that is so, delete the lines above line %d",
				header.Line, rec.Line, rec.Line)
		}
		if records++; records == namesBelow {
			break
		}
	}
	if known == 0 && c.looksLikeData(header) {
		return fmt.Sprintf("line %d looks like data where the column names should be; put a row of column names above it, as wres init has them", header.Line)
	}
	return ""
}

// looksLikeData reports whether most cells of a record are numbers, bands or ethnicities.
// Years and ethnicities alone are the names of columns too.
func (c *Columns) looksLikeData(rec csvfile.Record) bool {
	given, data, groups := 0, 0, 0
	for _, v := range rec.Values {
		if strings.TrimSpace(v) == "" {
			continue
		}
		given++
		_, isYear := labels.YearName(strings.TrimSpace(v))
		_, notNumber := labels.ParseDecimal(strings.TrimSpace(v))
		switch {
		case isYear:
		case notNumber == "", c.labels.Band(v).Known:
			data++
		case c.labels.Ethnicity(v).Known:
			groups++
		}
	}
	return data > 0 && data+groups >= 2 && 2*(data+groups) >= given
}
