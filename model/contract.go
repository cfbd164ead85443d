package model

import (
	"regexp"
	"wres/model/pattern"
)

// Contract is how someone is employed, as the employment contract type of the
// National Workforce Data Set and ESR's assignment category say it.
type Contract uint8

// The contracts. AnyContract is staff whose source gives none.
const (
	AnyContract Contract = iota
	Permanent
	FixedTerm
	Bank
	Honorary
	Locum
	Retainer
	NonExecutive
	ExecutiveCommittee
	Widow
	LeftOutContract // a local label that the settings leave out by its name
	contractCount
)

// contracts is the table of contracts. Source: NHS Data Dictionary, employment
// contract type. That bank staff are left out is published; the rest of the column
// out is what is commonly done, so the settings can change it.
var contracts = [contractCount]struct {
	label     string
	out       bool
	spellings []string
}{
	AnyContract:        {"", false, []string{""}},
	Permanent:          {"permanent", false, []string{"05", "5", "Perm", "Permanent Staff", "Substantive"}},
	FixedTerm:          {"fixed term", false, []string{"02", "2", "Fixed Term/Temporary", "Fixed Term Temp", "Temporary", "Fixed-Term", "Fixed Term Contract", "FTC", "Secondment", "Seconded In", "Training", "Apprentice"}},
	Bank:               {"bank", true, []string{"01", "1", "Bank Staff", "Bank Worker", "Staff Bank", "Zero Hours", "As and When", "Bank Only", "Bank Assignment"}},
	Honorary:           {"honorary", true, []string{"03", "3", "Honorary Contract", "Hon", "Honorary Staff"}},
	Locum:              {"locum", false, []string{"04", "4", "Locum Staff", "Locum Contract"}},
	Retainer:           {"retainer", false, []string{"06", "6", "Retainer Scheme"}},
	NonExecutive:       {"non-executive", true, []string{"07", "7", "Non-Executive Director/Chair", "Non-Exec Director/Chair", "Non-Executive Director", "Non-Exec Director", "NED", "NED/Chair", "Chair", "Non Exec"}},
	ExecutiveCommittee: {"professional executive committee", true, []string{"08", "8", "PEC", "Prof Exec Committee"}},
	Widow:              {"widow", true, []string{"09", "9", "Widow/Widower", "Widow/er", "Widower"}},
	LeftOutContract:    {"", true, nil},
}

// Contracts lists the contracts that a source can give.
func Contracts() []Contract {
	all := make([]Contract, 0, contractCount-1)
	for c := Permanent; c < LeftOutContract; c++ {
		all = append(all, c)
	}
	return all
}

// String gives the contract's name in settings; AnyContract is "".
func (c Contract) String() string { return contracts[c].label }

// ParseContract reads a contract type or an assignment category; an empty cell is
// AnyContract. It answers false for a label that it does not know.
func ParseContract(cell string) (Contract, bool) {
	key := labelKey(cell)
	if c, ok := contractLabels()[key]; ok {
		return c, c != AnyContract || isBlank(cell)
	}
	return contractByWords(key)
}

// What a local label says of a contract in words, such as "NHS Bank" and "Honorary
// Contract Holder", and words by which it says more than that.
var (
	contractWords = []struct {
		words    func() *regexp.Regexp
		contract Contract
	}{
		{pattern.Of(`\bbank\b`), Bank},
		{pattern.Of(`\bhonorary\b`), Honorary},
		{pattern.Of(`\bnon exec(?:utive)?s?\b`), NonExecutive},
	}
	besides = pattern.Of(`\b(?:not|no|ex|non (?:bank|honorary)|excl\w*|incl\w*|without|with|and|or|plus|perm\w*|substantive|fixed|agency|holidays?|(?:blood|milk|tissue|data) bank)\b`)
)

// contractByWords reads a folded label of which the words name one contract that is
// left out, and nothing else.
func contractByWords(key string) (found Contract, ok bool) {
	if besides().MatchString(key) {
		return AnyContract, false
	}
	for _, w := range contractWords {
		if !w.words().MatchString(key) {
			continue
		}
		if ok {
			return AnyContract, false
		}
		found, ok = w.contract, true
	}
	return found, ok
}

var contractLabels = folded(func() map[Contract][]string {
	spellings := map[Contract][]string{}
	for c, row := range contracts[:LeftOutContract] {
		spellings[Contract(c)] = append(row.spellings, row.label)
	}
	return spellings
})

// Assignment is the status of an assignment on the day of the count.
type Assignment uint8

// The statuses. AnyAssignment is staff whose source gives none.
const (
	AnyAssignment Assignment = iota
	ActingUp
	Active
	CareerBreak
	InternalSecondment
	Maternity
	PaidSecondment
	UnpaidSecondment
	SuspendedUnpaid
	SuspendedPaid
	WidowPension
	Ended
	LeftOutAssignment // a local label that the settings leave out by its name
	assignmentCount
)

// assignments is the table of statuses. Source: NHS Data Dictionary, assignment
// status, and Ended for leavers that a list still holds. Which are left out was not
// confirmed in published guidance, so the settings can change it.
var assignments = [assignmentCount]struct {
	label     string
	out       bool
	spellings []string
}{
	AnyAssignment:      {"", false, []string{""}},
	ActingUp:           {"acting up", false, []string{"01", "1"}},
	Active:             {"active", false, []string{"02", "2", "Active Assignment", "Active Work"}},
	CareerBreak:        {"career break", false, []string{"03", "3", "Employment Break"}},
	InternalSecondment: {"internal secondment", false, []string{"05", "5", "Seconded", "Secondment"}},
	Maternity:          {"maternity", false, []string{"06", "6", "Maternity & Adoption", "Maternity and Adoption", "Maternity Leave", "Adoption", "Adoption Leave", "Parental Leave"}},
	PaidSecondment:     {"paid secondment", false, []string{"07", "7", "Out on External Secondment - Paid", "External Secondment - Paid"}},
	UnpaidSecondment:   {"unpaid secondment", false, []string{"08", "8", "Out on External Secondment - Unpaid", "External Secondment - Unpaid"}},
	SuspendedUnpaid:    {"suspended without pay", false, []string{"09", "9", "Suspend No Pay", "Suspended No Pay"}},
	SuspendedPaid:      {"suspended with pay", false, []string{"10", "Suspend With Pay", "Suspended", "Suspend Assignment"}},
	WidowPension:       {"widow", true, []string{"13", "Widow/Widower", "Widow/er", "Widower"}},
	Ended:              {"ended", true, []string{"Terminated", "Terminate Assignment", "Terminate Process Assignment", "End", "Left", "Leaver", "Ex-employee"}},
	LeftOutAssignment:  {"", true, nil},
}

// Assignments lists the statuses that a source can give.
func Assignments() []Assignment {
	all := make([]Assignment, 0, assignmentCount-1)
	for a := ActingUp; a < LeftOutAssignment; a++ {
		all = append(all, a)
	}
	return all
}

// String gives the status's name in settings; AnyAssignment is "".
func (a Assignment) String() string { return assignments[a].label }

// ParseAssignment reads an assignment status; an empty cell is AnyAssignment. It
// answers false for a label that it does not know.
func ParseAssignment(cell string) (Assignment, bool) {
	a, ok := assignmentLabels()[labelKey(cell)]
	return a, ok && (a != AnyAssignment || isBlank(cell))
}

var assignmentLabels = folded(func() map[Assignment][]string {
	spellings := map[Assignment][]string{}
	for a, row := range assignments[:LeftOutAssignment] {
		spellings[Assignment(a)] = append(row.spellings, row.label)
	}
	return spellings
})
