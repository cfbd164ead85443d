package columns

import (
	"slices"
	"sync"

	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// Column is one column of an extract.
type Column struct {
	Name     string   // standard name, as Init writes it
	Required bool     // a file without it is not of this kind (but see Extract.Counts)
	Synonyms []string // other headers; matched without regard to case, spaces, "_" and "-"
	Help     string   // what stands in it, a sentence
}

// Extract is one kind of file that an organisation keeps.
type Extract struct {
	Kind    string   // name, as `wres check` prints it
	Help    string   // what the file holds, a sentence
	Words   []string // beginnings of words in a file's name that decide between two kinds that fit
	Columns []Column
	// Counts names the columns that the wide form, one column a group, may stand in
	// place of; the first is the usual one. Empty: the kind has no wide form.
	Counts []string

	Figures Figures // which figures its rows give

	Group  string   // the column that the wide form's group columns replace
	tells  []string // columns by which a file of the wide form tells which count it holds
	oneOf  []string // the kind needs one of these, or one of its words in the file's name
	weak   []string // words that decide only where no kind's Words do
	Serves []string // indicators whose figures lack a row of it that is refused
	Keys   int      // how many keys a count has besides its organisation and group
	Init   []string // columns that Init writes

	List *List // set for a list of people or events
}

// Extracts lists every kind of extract. Each entry is all that the program knows
// of a kind: adding one is adding an entry.
func Extracts() []*Extract { return extracts() }

// Columns that every kind may have.
var commonColumns = []Column{
	{Name: "year", Synonyms: []string{"WRES year", "financial year", "reporting year", "return year", "year ending", "FY", "period", "reporting period"},
		Help: "the WRES year: 2024 or 2023/24"},
	{Name: "snapshot_date", Synonyms: []string{"snapshot", "date", "as at", "as at date", "census date", "effective date", "reporting date", "snapshot day"},
		Help: "in place of year: the day of the count, 31/03/2024"},
	{Name: "survey_year", Synonyms: []string{"survey", "NSS year", "year of survey", "staff survey year"},
		Help: "in place of year: the autumn of the staff survey, 2023 for WRES year 2024"},
	{Name: "organisation", Synonyms: []string{"organization", "organisation name", "organization name", "org", "org name", "trust", "trust name", "employer", "provider", "provider name"},
		Help: "whose figures these are, where a file holds several organisations"},
}

// countColumn tells, in a file of the wide form, which count a row holds.
var countColumn = Column{Name: "count", Synonyms: []string{"count of", "figure", "what", "measure", "counted"},
	Help: "which count a row holds: headcount, shortlisted, appointed, entered or accessed"}

var ethnicityColumn = Column{Name: "ethnicity", Required: true,
	Synonyms: []string{"ethnic group", "ethnic origin", "ethnic category", "ethnic background", "ethnic code", "ethnic origin code", "ethnicity code", "ethnicity description", "ethnicity group", "ethnic", "race", "group", "WRES group", "ethnicity (self declared)"},
	Help:     "White, BME or Unknown, an ONS category or an ESR code"}

var (
	bandSynonyms        = []string{"band", "banding", "AfC band", "AfC", "pay scale", "grade", "pay grade", "agenda for change band", "AfC pay band", "pay band / grade"}
	headcountSynonyms   = []string{"head count", "number of staff", "no of staff", "staff numbers", "staff in post", "staff", "people", "employees", "number", "workforce"}
	respondentsSynonyms = []string{"respondent", "responses", "number of respondents", "number of responses", "base", "n", "respondents n"}
)

// eventHeadcount is the optional column of the disciplinary and training kinds.
var eventHeadcount = Column{Name: "headcount", Synonyms: headcountSynonyms,
	Help: "staff of the group on 31 March, where it is not to be taken from the workforce extract"}

// internalColumn is the optional column of recruitment and of applicants.
var internalColumn = Column{Name: "internal",
	Synonyms: []string{"internal/external", "internal or external", "internal external", "internal or external applicant", "internal/external applicant", "internal applicant", "internal candidate", "is internal", "applicant type", "type of applicant", "candidate type"},
	Help:     "internal or external, or yes and no: whether the applicant works for the organisation already"}

// extracts is the one table of kinds: those of one row a count, and those of one
// row a person or event.
var extracts = sync.OnceValue(func() []*Extract {
	var all []*Extract
	for _, e := range slices.Concat(countedExtracts, listExtracts) {
		all = append(all, &e)
	}
	return all
})

var countedExtracts = []Extract{
	{
		Kind: "workforce", Figures: Workforce,
		Help:  "staff in post on 31 March, by staff category, pay band and ethnicity (indicator 1)",
		Words: []string{"workforce", "sip"},
		weak:  []string{"staff", "headcount", "employees"},
		Columns: []Column{
			{Name: "staff_category", Synonyms: []string{"category", "staff type", "workforce category", "clinical or non-clinical", "clinical/non-clinical", "clinical non clinical"},
				Help: "non-clinical, clinical, or medical and dental"},
			{Name: "pay_band", Synonyms: bandSynonyms, Help: "under band 1, 1 to 7, 8a to 8d, 9, VSM, or a medical grade"},
			ethnicityColumn,
			{Name: "headcount", Required: true, Synonyms: headcountSynonyms, Help: "people, not FTE"},
			{Name: "note", Synonyms: []string{"notes", "comment", "comments", "remark"}, Help: "a word shown wherever the bands are, such as illustrative"},
		},
		Counts: []string{"headcount"}, Group: "ethnicity", tells: []string{"staff_category", "pay_band"},
		Init:   []string{"year", "staff_category", "pay_band", "ethnicity", "headcount"},
		Keys:   2,
		Serves: []string{"1"},
	},
	{
		Kind: "recruitment", Figures: Recruitment,
		Help:  "applicants shortlisted and appointed in the year, by ethnicity (indicator 2)",
		Words: []string{"recruit", "shortlist", "appoint", "trac", "applicant", "nhsjobs"},
		Columns: []Column{
			ethnicityColumn,
			{Name: "shortlisted", Required: true, Synonyms: []string{"number shortlisted", "no shortlisted", "shortlist", "shortlisted applicants", "applicants shortlisted", "shortlisting"}, Help: "applicants shortlisted"},
			{Name: "appointed", Required: true, Synonyms: []string{"number appointed", "no appointed", "appointments", "appointed applicants", "applicants appointed", "appointed from shortlisting", "hired"}, Help: "applicants appointed, of those shortlisted"},
			{Name: "pay_band", Synonyms: bandSynonyms, Help: "the band of the post"},
			{Name: "staff_group", Synonyms: []string{"occupational group", "professional group", "profession"}, Help: "the staff group of the post"},
			{Name: "campaign", Synonyms: []string{"recruitment campaign", "campaign name"}, Help: "a campaign whose figures are wanted apart, such as international nurses"},
			internalColumn,
		},
		Counts: []string{"shortlisted", "appointed"}, Group: "ethnicity",
		Init:   []string{"year", "ethnicity", "shortlisted", "appointed"},
		Keys:   4,
		Serves: []string{"2"},
	},
	{
		Kind: "disciplinary", Figures: Events,
		Help:  "staff who entered a formal disciplinary investigation in the year, by ethnicity (indicator 3)",
		Words: []string{"disciplin"},
		Columns: []Column{
			ethnicityColumn,
			{Name: "entered", Required: true, Synonyms: []string{"number entered", "entered process", "entered formal process", "entered formal disciplinary process", "entering", "disciplinary", "disciplinary cases", "disciplinaries", "cases", "formal cases", "investigations"}, Help: "staff who entered the formal process, each once"},
			eventHeadcount,
		},
		Counts: []string{"entered", "headcount"}, Group: "ethnicity",
		Init:   []string{"year", "ethnicity", "entered"},
		Serves: []string{"3"},
	},
	{
		Kind: "training", Figures: Events,
		Help:  "staff who accessed non-mandatory training or CPD in the year, by ethnicity (indicator 4)",
		Words: []string{"train", "cpd"},
		Columns: []Column{
			ethnicityColumn,
			{Name: "accessed", Required: true, Synonyms: []string{"number accessed", "accessing", "accessed training", "accessed non-mandatory training", "accessed CPD", "attended", "trained", "training"}, Help: "staff who accessed training, each once"},
			eventHeadcount,
		},
		Counts: []string{"accessed", "headcount"}, Group: "ethnicity",
		Init:   []string{"year", "ethnicity", "accessed"},
		Serves: []string{"4"},
	},
	{
		Kind: "survey", Figures: Survey,
		Help:  "published percentages of the NHS Staff Survey, by ethnicity (indicators 5 to 8)",
		Words: []string{"survey", "nss"},
		Columns: []Column{
			{Name: "indicator", Required: true, Synonyms: []string{"WRES indicator", "indicator number", "metric", "ind"}, Help: "5, 6, 7 or 8"},
			ethnicityColumn,
			{Name: "percentage", Required: true, Synonyms: []string{"percent", "%", "pct", "per cent", "value", "score", "result"}, Help: "0 to 100"},
			{Name: "respondents", Synonyms: respondentsSynonyms, Help: "people who answered the question; needed for intervals"},
		},
		Counts: []string{"percentage"}, Group: "ethnicity", tells: []string{"indicator"},
		Init:   []string{"year", "indicator", "ethnicity", "percentage", "respondents"},
		Serves: []string{"5", "6", "7", "8"},
	},
	{
		Kind: "board", Figures: Board,
		Help:  "board members on 31 March, by voting and executive membership and ethnicity (indicator 9)",
		Words: []string{"board"},
		Columns: []Column{
			{Name: "voting", Synonyms: []string{"voting member", "voting membership", "votes", "is voting"}, Help: "yes or no"},
			{Name: "executive", Synonyms: []string{"executive member", "exec", "executive membership", "is executive"}, Help: "yes or no"},
			ethnicityColumn,
			{Name: "headcount", Required: true, Synonyms: append([]string{"members", "board members", "number of members"}, headcountSynonyms...), Help: "members"},
		},
		Counts: []string{"headcount"}, Group: "ethnicity", tells: []string{"voting", "executive"}, oneOf: []string{"voting", "executive"},
		Init:   []string{"year", "voting", "executive", "ethnicity", "headcount"},
		Keys:   2,
		Serves: []string{"9"},
	},
	{
		Kind: "status", Figures: Statuses,
		Help:  "why an indicator of a year has no figures",
		Words: []string{"status"},
		Columns: []Column{
			{Name: "indicator", Required: true, Synonyms: []string{"WRES indicator", "indicator number", "metric", "ind"}, Help: "1 to 9"},
			{Name: "status", Required: true, Synonyms: []string{"state", "data status"}, Help: "withheld, not-collected or not-supplied"},
			{Name: "reason", Synonyms: []string{"why", "note", "notes", "explanation", "comment"}, Help: "why, in your own words"},
		},
		Init: []string{"year", "indicator", "status", "reason"},
	},
	{
		Kind: "benchmark", Figures: Benchmarks,
		Help:  "national, regional or peer values to set beside your own",
		Words: []string{"benchmark", "national", "regional", "peer", "england", "comparator"},
		Columns: []Column{
			{Name: "indicator", Required: true, Synonyms: []string{"WRES indicator", "indicator number", "metric", "ind"}, Help: "1 to 9"},
			{Name: "measure", Synonyms: []string{"what", "description", "statistic"}, Help: "what the value is, in words: ratio, difference in points, BME % at VSM"},
			{Name: "group", Synonyms: []string{"ethnicity", "ethnic group", "WRES group"}, Help: "White, BME or Unknown, or empty"},
			{Name: "value", Required: true, Synonyms: []string{"benchmark", "benchmark value", "national value", "figure"}, Help: "a ratio as 1.62; a percentage as 28.6"},
			{Name: "scope", Synonyms: []string{"area", "region", "geography", "comparator", "peer group"}, Help: "England, a region, a peer group"},
			{Name: "source", Synonyms: []string{"publication", "reference"}, Help: "where the value was published"},
			{Name: "pay_band", Synonyms: bandSynonyms, Help: "the band that the value is of, if it is of one"},
		},
		Counts: []string{"value"}, Group: "group", tells: []string{"measure", "scope", "source"},
		Init: []string{"year", "indicator", "measure", "group", "value", "scope", "source"},
	},
	{
		Kind: "published", Figures: Published,
		Help:  "figures as a report printed them, kept as text, for the audit",
		Words: []string{"published", "printed"},
		Columns: []Column{
			{Name: "indicator", Synonyms: []string{"WRES indicator", "indicator number", "metric", "ind"}, Help: "1 to 9"},
			{Name: "figure", Required: true, Synonyms: []string{"kind of figure"}, Help: "what was printed: headcount, percentage, relative-likelihood, …"},
			{Name: "group", Synonyms: []string{"ethnicity", "ethnic group"}, Help: "white, bme, unknown, known or all"},
			{Name: "part", Synonyms: []string{"band", "cluster", "row"}, Help: "a band, a cluster or a part of the board"},
			{Name: "printed", Required: true, Synonyms: []string{"printed as", "as printed", "text"}, Help: "the figure with its decimals and its % sign"},
			{Name: "source", Synonyms: []string{"publication", "report", "page"}, Help: "the document, and the page or table"},
			{Name: "says", Synonyms: []string{"sentence", "wording"}, Help: "the sentence printed with it"},
		},
		Init: []string{"year", "indicator", "figure", "group", "part", "printed", "source", "says"},
	},
}

// AllColumns lists every column that a file of the kind may have.
func (e *Extract) AllColumns() []Column {
	own := func(c Column) bool { // a list knows more headers for a common column
		return slices.ContainsFunc(e.Columns, func(o Column) bool { return o.Name == c.Name })
	}
	all := append(slices.DeleteFunc(slices.Clone(commonColumns), own), e.Columns...)
	if len(e.Counts) > 0 {
		all = append(all, countColumn)
	}
	return all
}

// has reports whether the kind has a column of a standard name.
func (e *Extract) has(name string) bool {
	named := func(c Column) bool { return c.Name == name }
	return slices.ContainsFunc(e.Columns, named) || slices.ContainsFunc(commonColumns, named) || len(e.Counts) > 0 && named(countColumn)
}

// groupNames are the standard names of the wide form's columns.
var groupNames = map[string]model.Ethnicity{
	"white": model.WhiteGroup, "bme": model.BMEGroup, "unknown": model.UnknownEthnicity,
}

// Figures says which figures of a year the rows of a kind give.
type Figures uint8

// The figures. Those of a list are the same as those of the counted kind beside it.
const (
	Workforce   Figures = iota // people by post
	Recruitment                // people shortlisted and appointed
	Events                     // people whom something happened to
	Survey                     // percentages of answers
	Board                      // members by seat
	Statuses                   // why an indicator has no figures
	Benchmarks                 // values of others
	Published                  // figures as a report printed them
)

// Serving lists the indicators that are made from some figures, or from any where none
// is named, in the order of the kinds.
func Serving(figures ...Figures) []string {
	var ids []string
	for _, e := range extracts() {
		if len(figures) > 0 && !slices.Contains(figures, e.Figures) {
			continue
		}
		for _, id := range e.Serves {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// StandardNames lists the names that [columns] may point to, each once.
func StandardNames() []string {
	names := []string{"white", "bme", "unknown", source.Ignored}
	for _, e := range extracts() {
		for _, c := range e.AllColumns() {
			if !slices.Contains(names, c.Name) {
				names = append(names, c.Name)
			}
		}
	}
	return names
}

// StandardName reads a standard name, however it is spaced.
func StandardName(word string) (string, bool) {
	for _, n := range StandardNames() {
		if csvfile.Fold(n) == csvfile.Fold(word) {
			return n, true
		}
	}
	return "", false
}
