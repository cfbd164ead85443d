package kinds

import (
	"reflect"
	"strings"
)

// A row of a counted kind is a struct into which gocsv decodes a record: a field a
// column, in the order of the table. Its tags are all that is known of the column:
//
//	csv   the standard name
//	need  "yes": a file without the column is not of the kind (but see Extract.Counts)
//	also  other headers, between bars
//	help  what stands in it, a sentence
//
// A cell is a string, whatever it holds: gocsv would read a number out of 12.9, 0x1F or
// a blank cell, and of a string it keeps every byte. What the text means the package
// counts asks of labels. A type that several kinds share has headers of its own.
type (
	// Text is words that are kept, or read in the kind's own way.
	Text string
	// Count is a number of people.
	Count string
	// Ethnicity is a group, an ethnic category or a code.
	Ethnicity string
	// Band is a pay band or a medical grade.
	Band string
	// Headcount is a number of staff in post.
	Headcount string
	// Indicator is the number of an indicator.
	Indicator string
	// Day is a year, or a day that its year ends after.
	Day string
)

func (Ethnicity) headers() []string {
	return []string{"ethnic group", "ethnic origin", "ethnic category", "ethnic background", "ethnic code", "ethnic origin code", "ethnicity code", "ethnicity description", "ethnicity group", "ethnic", "race", "group", "WRES group", "ethnicity (self declared)"}
}

func (Band) headers() []string {
	return []string{"band", "banding", "AfC band", "AfC", "pay scale", "grade", "pay grade", "agenda for change band", "AfC pay band", "pay band / grade"}
}

func (Headcount) headers() []string {
	return []string{"head count", "number of staff", "no of staff", "staff numbers", "staff in post", "staff", "people", "employees", "number", "workforce"}
}

func (Indicator) headers() []string {
	return []string{"WRES indicator", "indicator number", "metric", "ind"}
}

// Common is what a row of every kind may have.
type Common struct {
	Year         Day  `csv:"year" also:"WRES year|financial year|reporting year|return year|year ending|FY|period|reporting period" help:"the WRES year: 2024 or 2023/24"`
	SnapshotDate Day  `csv:"snapshot_date" also:"snapshot|date|as at|as at date|census date|effective date|reporting date|snapshot day" help:"in place of year: the day of the count, 31/03/2024"`
	SurveyYear   Day  `csv:"survey_year" also:"survey|NSS year|year of survey|staff survey year" help:"in place of year: the autumn of the staff survey, 2023 for WRES year 2024"`
	Organisation Text `csv:"organisation" also:"organization|organisation name|organization name|org|org name|trust|trust name|employer|provider|provider name" help:"whose figures these are, where a file holds several organisations"`
	// SplitBy parts the people of a row from those of rows that are alike in all else.
	SplitBy Text `csv:"split_by" help:"what else tells rows apart, such as sex or month: the rows are added up"`
	// Counted tells, in a file of the wide form, which count a row holds.
	Counted Text `csv:"count" also:"count of|figure|what|measure|counted" help:"which count a row holds, by the name of its column, such as shortlisted"`
	// AddsUp tells of counts that a query made: a group beside its categories is people of
	// its own, and a blank label a part like any other.
	AddsUp Text `csv:"adds_up" help:"yes: no row is a total of others, whatever its labels"`
	// Vocabulary is the mark of the labels that a query read, the same in each row.
	Vocabulary Text `csv:"vocabulary" help:"the mark of the labels that 'wres sql' read; the same in each row"`
}

// Shared gives what rows of every kind have.
func (c Common) Shared() Common { return c }

// Row is a record of a counted kind.
type Row interface{ Shared() Common }

// columnsOf gives the columns of a row, from the tags of its own fields.
func columnsOf(row any) []Column {
	var all []Column
	fields := reflect.TypeOf(row)
	for i := range fields.NumField() {
		f := fields.Field(i)
		if f.Anonymous {
			continue
		}
		c := Column{Name: f.Tag.Get("csv"), Required: f.Tag.Get("need") == "yes", Help: f.Tag.Get("help")}
		if also := f.Tag.Get("also"); also != "" {
			c.Synonyms = strings.Split(also, "|")
		}
		if shared, ok := reflect.Zero(f.Type).Interface().(interface{ headers() []string }); ok {
			c.Synonyms = append(c.Synonyms, shared.headers()...)
		}
		all = append(all, c)
	}
	return all
}
