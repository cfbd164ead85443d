package columns

import (
	"slices"
)

// List is what a kind of extract has that holds one row a person or event: how its
// rows are read, and which counted kind's figures they give.
type List struct {
	Counted string     // the counted kind that gives the same figures
	Needs   [][]string // of each of these columns the file must have one
	without []string   // columns of counted kinds that show the rows to be counts
	minor   []string   // columns that are only looked over: which of two is used is not told
	weak    bool       // fits nearly every list, so that it is asked which other one is meant
	called  []string   // words in a file's name that say it is such a list
	telling []string   // folded headers that only such a list has; "*" is for any end
	backing []string   // headers that tell of such a list beside those

	// Headers that mean their column only where others, or the file's name, tell of such
	// a list by one of the roots; and the telling headers of another kind that rule this
	// one out.
	bare, roots, barredBy []string
}

// Columns that lists share. Headers are those of ESR, the National Workforce Data
// Set, TRAC and NHS Jobs as far as they are known; wres.toml adds others.
var (
	listOrganisation = Column{Name: "organisation",
		Synonyms: []string{"organisation name", "employing organisation", "trust name", "employer name", "trust", "employer", "organisation code", "org code", "ODS code", "trust code", "employer code", "NACS code", "VPD"},
		Help:     "whose staff they are, where a list holds several organisations"}
	employeeColumn = Column{Name: "employee_number",
		Synonyms: []string{"employee number", "employee no", "employee id", "emp no", "emp number", "ESR number", "ESR employee number", "employee local identifier", "staff number", "staff no", "staff id", "payroll number", "payroll no", "person number", "person id", "employee"},
		Help:     "tells one person from another; it is not kept"}
	assignmentColumn = Column{Name: "assignment_number",
		Synonyms: []string{"assignment number", "assignment no", "assignment id"},
		Help:     "in place of employee_number: what stands before the last hyphen"}
	listEthnicity = Column{Name: "ethnicity",
		Synonyms: []string{"ethnic origin", "ethnic category", "ethnic group", "ethnic origin description", "ethnicity description", "ethnic background", "ethnic origin code", "ethnic code", "ethnicity code", "ethnicity group", "ethnic", "race", "ethnicity (self declared)"},
		Help:     "an ESR code with its label or without, an ONS category, or a group"}
	payScaleColumn = Column{Name: "pay_scale",
		Synonyms: []string{"pay scale", "payscale", "pay scale description", "payscale description", "pay scale name", "payscale name", "pay scale code", "payscale code"},
		Help:     "ESR's pay scale: XR05, Review Body Band 5, or both; it goes before grade and pay_band"}
	gradeColumn = Column{Name: "grade",
		Synonyms: []string{"pay grade", "grade description", "grade name", "grade code"},
		Help:     "ESR's grade; it goes before pay_band"}
	listBand = Column{Name: "pay_band",
		Synonyms: []string{"AfC band", "band", "pay band", "banding", "AfC", "agenda for change band", "post band", "salary band", "AfC pay band", "pay band / grade"},
		Help:     "a band or a medical grade"}
	staffGroupColumn = Column{Name: "staff_group",
		Synonyms: []string{"NHS staff group", "occupational group", "professional group", "profession", "staff category"},
		Help:     "the staff group, from which the staff category comes"}
	leavingColumn = Column{Name: "leaving_date",
		Synonyms: []string{"actual termination date", "termination date", "leaving date", "date of leaving", "date left", "leave date", "leaver date", "last working day", "end date", "assignment end date", "employment end date"},
		Help:     "a date before the day of the count is noticed"}
	startColumn = Column{Name: "start_date",
		Synonyms: []string{"latest start date", "start date", "hire date", "date of joining", "joining date", "date started", "employment start date", "start date in trust", "assignment start date"},
		Help:     "a date after the day of the count is noticed"}
	directorateColumn = Column{Name: "directorate",
		Synonyms: []string{"division", "care group", "clinical directorate", "directorate name", "division name", "clinical business unit", "business unit", "org L3", "org level 3", "organisation level 3", "org L4", "org level 4", "organisation level 4", "department", "department name"},
		Help:     "where missing ethnicity is looked for"}
	dateColumn = Column{Name: "date", Help: "the day of the event; its WRES year is taken"}
)

// dated gives the column of an event's day under the headers of a kind.
func dated(headers ...string) Column {
	c := dateColumn
	c.Synonyms = headers
	return c
}

// countedColumns show that a row is a count, and not a person.
var countedColumns = []string{"headcount", "entered", "accessed", "percentage", "respondents", "indicator", "count", "value", "figure"}

var listExtracts = []Extract{
	{
		Kind: "staff list", Figures: Workforce,
		Help:  "one row an assignment on 31 March, as ESR lists staff in post (indicator 1)",
		Words: []string{"staff", "esr", "workforce", "sip", "employees"},
		Columns: []Column{
			listOrganisation, employeeColumn, assignmentColumn, listEthnicity, payScaleColumn, gradeColumn, listBand, staffGroupColumn,
			{Name: "occupation_code", Synonyms: []string{"occ code", "NHS occupation code", "occupation"}, Help: "in place of staff_group: N6H, 921"},
			{Name: "job_role", Synonyms: []string{"role", "job role title", "job role name", "job role code", "NWD job role", "job"}, Help: "the band of medical staff and directors, where no pay scale gives it"},
			{Name: "assignment_category", Synonyms: []string{"assignment type", "employee category", "employment category"}, Help: "bank, honorary and non-executive rows are left out"},
			{Name: "contract_type", Synonyms: []string{"employment contract type", "contract", "type of contract", "employment type"}, Help: "likewise"},
			{Name: "assignment_status", Synonyms: []string{"status", "assignment status type", "employment status", "employee status"}, Help: "the settings say which statuses are left out"},
			{Name: "primary_assignment", Synonyms: []string{"primary", "primary flag", "primary assignment flag", "is primary", "main assignment"}, Help: "yes for the assignment that is counted"},
			{Name: "fte", Synonyms: []string{"WTE", "FTE contracted", "contracted FTE", "assignment contracted FTE", "contracted WTE", "assignment FTE", "full time equivalent"}, Help: "without a primary assignment the highest FTE is counted, then the highest band"},
			leavingColumn, startColumn, directorateColumn,
		},
		List: &List{
			Counted: "workforce", Needs: [][]string{{"ethnicity"}, {"pay_band", "pay_scale", "grade"}}, without: countedColumns, weak: true,
			minor: []string{"leaving_date", "start_date", "directorate"},
		},
	},
	{
		Kind: "applicants", Figures: Recruitment,
		Help:  "one row an applicant, as TRAC and NHS Jobs list them (indicator 2)",
		Words: []string{"applicant", "application", "candidate", "trac", "nhsjobs", "recruit"},
		Columns: []Column{
			listOrganisation, listEthnicity,
			{Name: "shortlisted", Synonyms: []string{"shortlist", "shortlisting", "is shortlisted", "shortlisted date", "date shortlisted", "shortlisting outcome", "shortlist outcome", "shortlist result", "shortlisting result", "shortlist status", "shortlisting status"}, Help: "yes or no, a date, or the name of a stage"},
			{Name: "appointed", Synonyms: []string{"is appointed", "appointment", "appointed date", "date appointed", "appointment date", "appointment outcome", "appointment status", "offer result", "offer outcome", "hired"}, Help: "yes or no, a date, or the name of a stage"},
			{Name: "stage", Synonyms: []string{"application stage", "recruitment stage", "application status", "applicant status", "candidate status", "current stage", "stage reached", "final stage", "outcome"}, Help: "in place of shortlisted and appointed: how far the applicant came"},
			payScaleColumn, gradeColumn, listBand, staffGroupColumn,
			{Name: "campaign", Synonyms: []string{"recruitment campaign", "campaign name"}, Help: "a campaign whose figures are wanted apart, such as international nurses"},
			internalColumn,
			dated("application date", "date applied", "date of application", "closing date", "vacancy closing date", "advert closing date", "start date", "date"),
		},
		List: &List{
			Counted: "recruitment", Needs: [][]string{{"ethnicity"}, {"shortlisted", "stage"}, {"appointed", "stage"}}, without: countedColumns,
			called: []string{"applicant", "application", "candidate", "trac", "nhsjob", "recruit", "recruitment"}, telling: tellApplicants, backing: backApplicants, bare: []string{"outcome"}, roots: []string{"vacanc", "applicant", "application", "candidate", "advert", "requisition"}, barredBy: tellCases,
		},
	},
	{
		Kind: "disciplinary cases", Figures: Events,
		Help:  "one row a formal case, each person once a year (indicator 3)",
		Words: []string{"disciplin", "case", "investigation"},
		Columns: []Column{
			listOrganisation, employeeColumn, assignmentColumn, listEthnicity,
			dated("date opened", "opened", "date case opened", "case opened", "case open date", "open date", "opened date", "opened on", "date of case", "case date", "case start date", "date started", "date entered", "date entered process",
				"date of entry", "investigation start date", "investigation date", "date investigation opened", "formal investigation date", "date of formal investigation", "date commissioned"),
		},
		List: &List{
			Counted: "disciplinary", Needs: [][]string{{"date"}, {"ethnicity", "employee_number", "assignment_number"}}, without: countedColumns,
			called: []string{"disciplinary", "disciplinarie", "discipline", "case", "investigation"}, telling: tellCases,
		},
	},
	{
		Kind: "training records", Figures: Events,
		Help:  "one row a course that someone took, each person once a year (indicator 4)",
		Words: []string{"train", "cpd", "learning", "course", "olm"},
		Columns: []Column{
			listOrganisation, employeeColumn, assignmentColumn, listEthnicity,
			{Name: "course", Required: true, Synonyms: []string{"course name", "course title", "training", "training course", "training title", "event", "event name", "class", "class name", "learning title", "competence", "competence name", "competency name", "learning event", "programme", "activity"}, Help: "what was taken"},
			{Name: "mandatory", Synonyms: []string{"is mandatory", "mandatory training", "mandatory or non-mandatory", "statutory or mandatory", "course type", "training type", "type of training", "category of training", "learning type"}, Help: "yes or no, mandatory or non-mandatory; without it the course's name decides"},
			dated("date", "date completed", "completion date", "completed", "date of training", "training date", "course date", "course start date", "course end date", "date attended", "attendance date", "date accessed", "achieved on", "date achieved", "start date", "end date", "enrolment date"),
		},
		List: &List{
			Counted: "training", Needs: [][]string{{"ethnicity", "employee_number", "assignment_number"}}, without: countedColumns,
			called: []string{"training", "trained", "cpd", "learning", "course", "olm"}, telling: tellTraining, backing: backTraining,
		},
	},
	{
		Kind: "board members", Figures: Board,
		Help:  "one row a member of the board on 31 March (indicator 9)",
		Words: []string{"board", "member"},
		Columns: []Column{
			listOrganisation, listEthnicity,
			{Name: "voting", Required: true, Synonyms: []string{"voting member", "voting membership", "votes", "is voting", "voting status", "voting rights", "voting y/n", "voting yes/no", "vote"}, Help: "yes or no"},
			{Name: "executive", Required: true, Synonyms: []string{"executive member", "exec", "executive membership", "is executive", "executive or non-executive", "executive/non-executive", "exec/non-exec", "executive y/n", "executive status"}, Help: "yes or no"},
		},
		List: &List{
			Counted: "board", Needs: [][]string{{"ethnicity"}}, without: append(slices.Clone(countedColumns), "members"),
			called: []string{"board", "member"}, telling: tellBoard,
		},
	},
}
