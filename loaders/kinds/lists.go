package kinds

// List is what a kind of extract has that holds one row a person or event: how its
// rows are read, and which counted kind's figures they give.
type List struct {
	Counted string     // the counted kind that gives the same figures
	Needs   [][]string // of each of these columns the file must have one
	Without []string   // columns of counted kinds that show the rows to be counts
	Minor   []string   // columns that are only looked over: which of two is used is not told
	Weak    bool       // fits nearly every list, so that it is asked which other one is meant
	Called  []string   // words in a file's name that say it is such a list
	Telling []string   // folded headers that only such a list has; "*" is for any end
	Backing []string   // headers that tell of such a list beside those

	// Headers that mean their column only where others, or the file's name, tell of such
	// a list by one of the roots; and the telling headers of another kind that rule this
	// one out.
	Bare, Roots, BarredBy []string
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

// fromStaffList says whose ethnicity a list of events need not have.
const fromStaffList = "Where a row has no ethnicity, the staff list of the folder gives it by the number, for the year or the nearest one."

// CountedColumns show that a row is a count, and not a person; so does that of an event.
var CountedColumns = []string{"headcount", "percentage", "respondents", "indicator", "count", "value", "figure"}

// internalColumn is read as in recruitment.
func internalColumn() Column {
	all := columnsOf(RecruitmentRow{})
	return all[len(all)-1]
}

// Headers that only a list of one kind has. They need not be columns that are read:
// they tell what the rows are. A staff list has "Training Grade" or "Case Load" too, so
// these are whole names, or beginnings that no column of staff has.
var (
	tellApplicants = []string{"applicationnumber", "applicationno", "applicationid", "applicationref*", "applicationstatus", "applicationstage", "applicationdate",
		"applicantnumber", "applicantno", "applicantid", "applicantref*", "applicantname", "applicantstatus", "candidatenumber", "candidateno", "candidateid", "candidateref*",
		"candidatename", "candidatestatus", "vacancy", "vacancynumber", "vacancyno", "vacancyid", "vacancyref*", "vacancytitle", "vacancyclosing*", "shortlist*", "longlist*",
		"interviewdate", "interviewed", "interviewoutcome", "interviewresult", "offerresult", "offerstatus", "offeroutcome", "advertref*", "adverttitle", "advertclosing*"}
	tellCases = []string{"casenumber", "caseno", "caseid", "caseref", "casereference", "casetype", "casestatus", "caseoutcome", "caseopen*", "caseclosed*", "casestart*",
		"casedate", "datecase*", "dateofcase", "datestartedcase", "allegation*", "typeofallegation", "investigatingofficer", "investigationstart*", "investigationdate", "investigationoutcome",
		"hearingdate", "dateofhearing", "disciplinaryoutcome", "disciplinarysanction", "disciplinarycase*", "disciplinarystage", "typeofcase"}
	tellTraining = []string{"course", "coursename", "coursetitle", "coursecode", "coursedate", "coursetype", "coursestart*", "courseend*", "learningevent*", "learningtitle",
		"competencename", "competencyname", "trainingcourse*", "trainingtitle", "classname", "achievedon"}
	tellBoard = []string{"voting*", "votes", "vote"}

	// Headers that tell of such a list only beside one of those above.
	backApplicants = []string{"appointed"}
	backTraining   = []string{"completiondate", "datecompleted", "dateattended", "attendancedate", "dateoftraining", "trainingdate", "enrolmentdate"}
)

// Telling gives the headers that only such a list has.
func (e *Extract) Telling() []string {
	if e.List == nil {
		return nil
	}
	return e.List.Telling
}
