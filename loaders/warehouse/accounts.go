package warehouse

import "wres/loaders/labels"

// Reasons for which a row is not counted beside those of labels: what a list sets aside or
// refuses, and what the rules between rows leave out.
const (
	isTotal = int(labels.AsOther) + 1 + iota
	noYear
	otherDay
	isNobody
	isMandatory
	noStage
	notShortlisted
	isAgain
	isBankOnly
)

// reasons are the words of the accounts for each; the package counts reads them.
var reasons = map[int]string{
	int(labels.AsBank): "bank", int(labels.AsHonorary): "honorary", int(labels.AsNonExecutive): "non-executive", int(labels.AsOther): "other",
	isTotal: "total", noYear: "no year", otherDay: "another day", isNobody: "nobody", isMandatory: "mandatory", noStage: "no stage", notShortlisted: "not shortlisted",
	isAgain: "again in the year", isBankOnly: "left out in the staff list",
}

// Words of the accounts that are no reason to leave a row out.
const (
	countedWord   = "counted"
	secondWord    = "second assignment"
	unmatchedWord = "label not in the vocabulary"
)

// account writes what became of the rows, in place of the counts.
func (q *query) account() {
	var rows [][]any
	for code := 1; code <= isBankOnly; code++ {
		rows = append(rows, []any{code, reasons[code]})
	}
	q.values("wres_n_reason", []string{"code", "word"}, rows)
	text, year := q.Dialect.text, "CAST(t.wres_year AS "+q.Text+")"
	by := func(word, from string) string {
		return "SELECT t.wres_year AS wres_year, " + text(word) + " AS reason, COUNT(*) AS row_count FROM " + from + " GROUP BY t.wres_year"
	}
	parts := "SELECT t.wres_year AS wres_year, r.word AS reason, COUNT(*) AS row_count FROM wres_placed t JOIN wres_n_reason r ON r.code = t.reason GROUP BY t.wres_year, r.word"
	switch {
	case q.of().days:
		parts += "\nUNION ALL\n" + by(secondWord, "wres_ranked t WHERE t.place > 1") + "\nUNION ALL\n" + by(countedWord, "wres_people t")
	case q.of().person:
		parts += "\nUNION ALL\nSELECT t.wres_year, " + text(reasons[isAgain]) + ", SUM(t.row_count - 1) FROM wres_persons t GROUP BY t.wres_year HAVING SUM(t.row_count - 1) > 0" +
			"\nUNION ALL\n" + by(reasons[isBankOnly], "wres_asked t WHERE t.reason > 0") + "\nUNION ALL\n" + by(countedWord, "wres_people t")
	default:
		parts += "\nUNION ALL\n" + by(countedWord, "wres_placed t WHERE t.reason = 0")
	}
	q.table("wres_accounts", parts)
	line := func(year, reason, rows, from string) string {
		return "SELECT " + year + " AS " + q.name("year") + ", " + text(q.of().Counted) + " AS " + q.name("kind") + ", " + reason + " AS " + q.name("reason") + ", " + rows + " AS " + q.name("rows") + ", " +
			text(q.version()) + " AS " + q.name("vocabulary") + " FROM " + from
	}
	q.final = line("CASE WHEN t.wres_year = 0 THEN "+text("")+" ELSE "+year+" END", "t.reason", "t.row_count", "wres_accounts t") +
		"\nUNION ALL\n" + line(text(""), text(unmatchedWord), "COALESCE(SUM(t.unmatched), 0)", "wres_placed t") +
		"\nORDER BY " + q.name("year") + ", " + q.name("reason")
}
