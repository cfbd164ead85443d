package warehouse

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/labels"
	"wres/model"
)

// Prefixes of the names in a query, so that none is that of a table of the warehouse: of the
// list that is counted, and of the staff list that a list of events asks.
const (
	prefix      = "wres_"
	staffPrefix = "wres_staff_"
)

// Query is what is asked for: a list, and for a list of events the staff list that knows whose
// ethnicity is whose, or nil.
type Query struct {
	Table, Staff *Table
	Labels       *labels.Labels
	Dialect      Dialect
	Says         func(remark string) // takes what is to be said of the labels
}

// query is one on its way: the tables of its WITH, in order.
type query struct {
	Query
	Dialect
	with  []string
	names map[string]string // of organisations
	hash  hash.Hash         // of what the labels are read as
	words *strings.Replacer // the codes of the model, for the texts of queries
	final string            // what stands behind WITH
}

// VocabularyQuery writes the query that gives the labels of a table with their numbers of rows.
func VocabularyQuery(d Dialect, t *Table) string {
	var parts []string
	for _, f := range t.Kind.fields {
		column := t.columnOf(f)
		if column == "" {
			continue
		}
		parts = append(parts, fmt.Sprintf("SELECT %s AS field, v.label AS label, COUNT(*) AS row_count\nFROM (SELECT %s AS label FROM %s s) v\nGROUP BY v.label",
			d.text(column), d.column(t.Columns[column]), d.table(t.From)))
	}
	return heading(d, "the labels of a "+t.Kind.List+", each with its number of rows") + strings.Join(parts, "\nUNION ALL\n") + "\nORDER BY field, label;\n"
}

// heading is the comment above a query. It holds nothing that was not written here.
func heading(d Dialect, what string) string {
	return "-- wres: " + what + " (" + d.Name + ").\n"
}

// column reads a column of the list as text, nothing as the empty text.
func (d Dialect) column(name string) string {
	return fmt.Sprintf("COALESCE(CAST(s.%s AS %s), %s)%s", d.name(name), d.Text, d.text(""), d.Binary)
}

// Count writes the query that counts the list.
func (of Query) Count() (string, error) {
	q, err := of.begin()
	if err != nil {
		return "", err
	}
	q.of().write(q)
	return heading(q.Dialect, "a "+q.of().List+", counted as "+q.of().Counted) + q.text(), nil
}

// Accounts writes the query that says what became of the list's rows: those that are counted,
// those that a rule leaves out, and those with a label that the vocabulary lacks.
func (of Query) Accounts() (string, error) {
	q, err := of.begin()
	if err != nil {
		return "", err
	}
	q.of().write(q)
	q.account()
	return heading(q.Dialect, "what became of the rows of a "+q.of().List) + q.text(), nil
}

func (q *query) of() *Kind { return q.Query.Table.Kind }

// begin prepares a query: what each label means, and the codes by their names.
func (of Query) begin() (*query, error) {
	q := &query{Query: of, Dialect: of.Dialect, names: map[string]string{"": ""}, hash: sha256.New()}
	q.words = codeWords(q.Dialect)
	if of.Table.Kind.days && of.Labels.Settings.Staff.InPostOnly {
		return nil, errors.New("in_post_only is set under [staff_list] in wres.toml, and the query looks at no dates of starting and leaving: take those in post on the day in a view, and set it to false")
	}
	if of.Staff != nil {
		if err := q.readLabels(of.Staff, staffPrefix); err != nil {
			return nil, fmt.Errorf("staff list: %w", err)
		}
	}
	if err := q.readLabels(of.Table, prefix); err != nil {
		return nil, err
	}
	return q, q.nameCodes()
}

// table adds a table to the query.
func (q *query) table(name, text string) {
	q.with = append(q.with, name+" AS (\n"+strings.Trim(q.words.Replace(text), "\n")+"\n)")
}

// values adds a table of rows.
func (q *query) values(name string, columns []string, rows [][]any) {
	var lines []string
	for _, row := range rows {
		var cells []string
		for _, c := range row {
			if s, text := c.(string); text {
				cells = append(cells, q.Dialect.text(s))
			} else {
				cells = append(cells, fmt.Sprint(c))
			}
		}
		lines = append(lines, "("+strings.Join(cells, ", ")+")")
	}
	values, list := "VALUES\n"+strings.Join(lines, ",\n"), strings.Join(columns, ", ")
	if q.Inline {
		q.with = append(q.with, name+" ("+list+") AS (\n"+values+"\n)")
		return
	}
	var taken []string
	for i, c := range columns {
		of := "t." + c
		if _, text := rows[0][i].(string); text && q.Binary != "" {
			of += q.Binary + " AS " + c
		}
		taken = append(taken, of)
	}
	q.with = append(q.with, name+" AS (\nSELECT "+strings.Join(taken, ", ")+" FROM (\n"+values+"\n) AS t("+list+")\n)")
}

// readLabels reads the labels of a table into tables of the query, and adds the list itself.
func (q *query) readLabels(t *Table, prefix string) error {
	r := &reader{Labels: q.Labels, table: t, names: q.names, says: q.Says}
	var listed []string
	for _, f := range t.Kind.fields {
		all := q.labelsOf(t, f)
		read, err := f.of(r, all)
		if err != nil {
			return err
		}
		var rows [][]any
		for _, l := range all {
			m := read(l.Text)
			if m.unknown && l.Rows > 0 {
				q.sayUnknown(t.columnOf(f), l)
			}
			rows = append(rows, append([]any{l.Text}, m.codes...))
			fmt.Fprintf(q.hash, "%q %q %v\n", f.name, l.Text, m.codes)
		}
		q.values(prefix+"m_"+f.name, append([]string{"label"}, f.codes...), rows)
		column := q.Dialect.text("") + q.Binary
		if name := t.columnOf(f); name != "" {
			column = q.column(t.Columns[name])
		}
		listed = append(listed, column+" AS "+f.name)
	}
	person := q.Dialect.text("") + q.Binary
	if t.Kind.person && t.has(personColumn) {
		person = "LOWER(TRIM(" + q.column(t.Columns[personColumn]) + "))" + q.Binary
	}
	q.with = append(q.with, prefix+"listed AS (\nSELECT "+strings.Join(append(listed, person+" AS person"), ",\n  ")+"\nFROM "+q.Dialect.table(t.From)+" s\n)")
	return nil
}

// sayUnknown says what becomes of the rows of a label that no table knows.
func (q *query) sayUnknown(column string, l Label) {
	advice, rows := labels.Advice[column], labels.Plural(l.Rows, "row")
	switch {
	case advice == "" || column == "primary_assignment": // as a list says it
		return
	case !labels.LooksLikeLabel(l.Text):
		q.Says(column + " holds a label that is not shown here, for it may be about a person. It " + fmt.Sprintf(inFile(advice), rows))
	default:
		q.Says(column + " " + labels.Quoted(l.Text) + " is not a label that is known, and " + fmt.Sprintf(inFile(advice), rows))
	}
}

// inFile leaves the app out of an advice: it has no such list.
func inFile(advice string) string { return strings.Replace(advice, "in the app with f, or ", "", 1) }

// nameCodes adds the tables of the names that codes stand for, and refuses settings under
// which such a name is read as another: the counts are read under the same.
func (q *query) nameCodes() error {
	var ethnicities, bands, categories, groups, organisations [][]any
	for _, e := range model.Ethnicities() {
		if read := q.Labels.Ethnicity(e.String()); read.Value != e || !read.Known {
			return readAsAnother(e.String(), "labels.ethnicity")
		}
		ethnicities = append(ethnicities, []any{int(e), e.String(), int(e.Group())})
	}
	bands = append(bands, []any{int(model.AnyBand), "", 0})
	for _, b := range model.Bands() {
		if q.Labels.Band(b.String()).Value != b {
			return readAsAnother(b.String(), "labels.band")
		}
		bands = append(bands, []any{int(b), b.String(), int(labels.BandRank(b))})
	}
	categories = append(categories, []any{int(model.AnyCategory), ""})
	for _, c := range model.StaffCategories() {
		if read, _, _ := q.Labels.StaffCategory(c.String()); read != c {
			return readAsAnother(c.String(), "labels.staff_group")
		}
		categories = append(categories, []any{int(c), c.String()})
	}
	for _, g := range model.Groups() {
		groups = append(groups, []any{int(g), int(model.GroupEthnicity(g))})
	}
	var keys []string
	for key := range q.names {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		organisations = append(organisations, []any{key, q.names[key]})
	}
	q.values(prefix+"n_ethnicity", []string{"code", "shown", "grp"}, ethnicities)
	q.values(prefix+"n_band", []string{"code", "shown", "place"}, bands)
	q.values(prefix+"n_category", []string{"code", "shown"}, categories)
	q.values(prefix+"n_group", []string{"grp", "code"}, groups)
	q.values(prefix+"n_organisation", []string{"org", "shown"}, organisations)
	return nil
}

func readAsAnother(name, table string) error {
	return fmt.Errorf("[%s] in the settings reads %s, a name of the standard, as something else, so counts under that name could not be read back; take the line out", table, labels.Quoted(name))
}

// Version is the mark of what the labels are read as: it changes with a label and with the
// settings. Its letter keeps a spreadsheet from taking it for a number.
func (q *query) version() string {
	const digits = 12
	return "v" + hex.EncodeToString(q.hash.Sum(nil))[:digits]
}

// joins gives the LEFT JOINs of the tables of labels to a list l, and whether a row has a label
// that none of them holds.
func joins(t *Table, prefix string) (text, unmatched string) {
	var each, missing []string
	for _, f := range t.Kind.fields {
		each = append(each, fmt.Sprintf("LEFT JOIN %sm_%s m_%[2]s ON m_%[2]s.label = l.%[2]s", prefix, f.name))
		missing = append(missing, "m_"+f.name+".label IS NULL")
	}
	return strings.Join(each, "\n"), "CASE WHEN " + strings.Join(missing, " OR ") + " THEN 1 ELSE 0 END"
}

// numbered is whether the person of a list l has a number: a digit, and not noughts alone, nor
// one in scientific form, whose last digits are lost.
func (q *query) numbered() string {
	return "CASE WHEN " + q.hasDigit() + " AND REPLACE(REPLACE(l.person, " + q.Dialect.text("0") + ", " + q.Dialect.text("") + "), " + q.Dialect.text(".") + ", " + q.Dialect.text("") + ") <> " + q.Dialect.text("") +
		" AND l.person NOT LIKE " + q.Dialect.text("%e+%") + " THEN 1 ELSE 0 END"
}

func (q *query) hasDigit() string {
	var each []string
	for n := range 10 {
		each = append(each, "l.person LIKE "+q.Dialect.text("%"+strconv.Itoa(n)+"%"))
	}
	return "(" + strings.Join(each, " OR ") + ")"
}

// codeWords writes the codes of the model in place of their names in braces.
func codeWords(d Dialect) *strings.Replacer {
	var medical []string
	for _, b := range model.Bands() {
		if b.Medical() {
			medical = append(medical, strconv.Itoa(int(b)))
		}
	}
	number := func(n int) string { return strconv.Itoa(n) }
	return strings.NewReplacer(
		"{medical bands}", strings.Join(medical, ", "), "{consultant}", number(int(model.Consultant)), "{manager}", number(int(model.SeniorMedicalManager)),
		"{medical}", number(int(model.MedicalAndDental)), "{unknown}", number(int(model.UnknownEthnicity)), "{missing}", number(int(model.Missing)),
		"{bank}", number(int(labels.AsBank)), "{other}", number(int(labels.AsOther)), "{blank}", d.text(""),
		"{total}", number(isTotal), "{no year}", number(noYear), "{other day}", number(otherDay), "{nobody}", number(isNobody), "{mandatory}", number(isMandatory),
		"{no stage}", number(noStage), "{not shortlisted}", number(notShortlisted), "{again}", number(isAgain), "{bank only}", number(isBankOnly))
}

// text writes the whole query.
func (q *query) text() string {
	return "WITH " + strings.Join(q.with, ",\n") + "\n" + q.words.Replace(strings.Trim(q.final, "\n")) + ";\n"
}

// result writes what the query gives: columns and their values, from counts c with their year
// and organisation, in an order.
func (q *query) result(columns [][2]string, from, order string) {
	all := [][2]string{{"year", "c.wres_year"}}
	if q.Query.Table.has("organisation") {
		all = append(all, [2]string{"organisation", "o.shown"})
	}
	all = append(append(all, columns...), [2]string{"adds_up", q.Dialect.text("yes")}, [2]string{"vocabulary", q.Dialect.text(q.version())})
	var taken []string
	for _, c := range all {
		taken = append(taken, c[1]+" AS "+q.name(c[0]))
	}
	q.final = "SELECT " + strings.Join(taken, ", ") + "\nFROM " + from + " c\nJOIN wres_n_organisation o ON o.org = c.org\nJOIN wres_n_ethnicity e ON e.code = c.ethnicity\n" + order
}
