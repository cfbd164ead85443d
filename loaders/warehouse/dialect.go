package warehouse

import (
	"errors"
	"fmt"
	"strings"

	"wres/loaders/labels"
)

// Dialect is how an engine writes what engines write differently.
type Dialect struct {
	Name   string // as it is given to 'wres sql'
	Engine string // that speaks it
	Ran    bool   // the queries were run in it by those who wrote them

	Text    string // the type of text
	Binary  string // behind text: compare it byte for byte
	Padded  bool   // trailing blanks are lost when two texts are compared
	Inline  bool   // a table of values stands in WITH by itself: it has no name outside
	open    string // the sign before a name, and behind it
	close   string
	written func(label string) string // a label as a constant
}

// dialects is the table of engines. Another is a row.
var dialects = []Dialect{
	{Name: "duckdb", Engine: "DuckDB", Ran: true, Text: "VARCHAR", open: `"`, close: `"`, written: doubled},
	{Name: "postgres", Engine: "PostgreSQL", Ran: true, Text: "text", open: `"`, close: `"`, written: escapedWhereNeeded},
	{Name: "sqlite", Engine: "SQLite", Ran: true, Text: "TEXT", Inline: true, open: `"`, close: `"`, written: doubled},
	// To Spark "x" is a text, so names stand between backticks.
	{Name: "spark", Engine: "Spark", Text: "STRING", open: "`", close: "`", written: backslashed},
	{Name: "snowflake", Engine: "Snowflake", Text: "VARCHAR", open: `"`, close: `"`, written: snowflake},
	{Name: "tsql", Engine: "SQL Server", Text: "nvarchar(4000)", Binary: " COLLATE Latin1_General_BIN2", Padded: true, open: "[", close: "]", written: national},
}

// Dialects lists the names of the dialects.
func Dialects() []string {
	var names []string
	for _, d := range dialects {
		names = append(names, d.Name)
	}
	return names
}

// DialectNamed gives a dialect; the error says which there are.
func DialectNamed(name string) (Dialect, error) {
	for _, d := range dialects {
		if d.Name == name {
			return d, nil
		}
	}
	return Dialect{}, fmt.Errorf("there is no dialect %s; give one of %s", labels.Quoted(name), labels.Listed(Dialects(), "or"))
}

// RanIn lists the engines in which the queries were run, or those in which they were not,
// each with its dialect.
func RanIn(ran bool) (names []string) {
	for _, d := range dialects {
		if d.Ran == ran {
			names = append(names, d.Engine+" ("+d.Name+")")
		}
	}
	return names
}

// quotes are the signs that end a name in one dialect or another, and those that no name
// has.
const quotes = "\"'`[]\\;\x00\n\r"

// checkName refuses what is no name of a column or table.
func checkName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return errors.New("is blank; give the name as the warehouse has it")
	case strings.ContainsAny(name, quotes):
		return errors.New("holds a quote character, a bracket, a backslash, a semicolon or a line end, which a name that goes into a query must not; give the table or column a plain name in a view")
	}
	return nil
}

// name writes the name of a column. It was checked.
func (d Dialect) name(name string) string { return d.open + name + d.close }

// table writes the name of a table with those of its schema and database before it.
func (d Dialect) table(name string) string {
	parts := strings.Split(name, ".")
	for i, p := range parts {
		parts[i] = d.name(p)
	}
	return strings.Join(parts, ".")
}

// text writes a text constant.
func (d Dialect) text(s string) string { return d.written(s) }

// doubled is the constant of the standard: a quote is written twice, all else stands for
// itself.
func doubled(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// escapedWhereNeeded is PostgreSQL's: what a backslash means in a plain constant is a setting
// of the server, in an E constant it is not.
func escapedWhereNeeded(s string) string {
	if strings.Contains(s, `\`) {
		return "E" + snowflake(s)
	}
	return doubled(s)
}

var (
	forSpark     = strings.NewReplacer(`\`, `\\`, "'", `\'`)
	forSnowflake = strings.NewReplacer(`\`, `\\`, "'", "''")
	// A backslash at the end of a line joins it with the next in Transact-SQL.
	forNational = strings.NewReplacer("'", "''", "\n", "' + NCHAR(10) + N'", "\r", "' + NCHAR(13) + N'")
)

func backslashed(s string) string { return "'" + forSpark.Replace(s) + "'" }
func snowflake(s string) string   { return "'" + forSnowflake.Replace(s) + "'" }
func national(s string) string    { return "N'" + forNational.Replace(s) + "'" }
