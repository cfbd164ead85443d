package kinds

// Identifies reports whether a column, by its folded name, says who someone is. No list
// looks at such a column; employee numbers are not among them, for lists use those.
func Identifies(key string) bool { return identifying[key] }

var identifying = map[string]bool{
	"surname": true, "lastname": true, "familyname": true, "firstname": true, "forename": true, "forenames": true, "givenname": true, "middlename": true,
	"middlenames": true, "initials": true, "fullname": true, "name": true, "employeename": true, "staffname": true, "applicantname": true, "candidatename": true,
	"preferredname": true, "knownas": true, "previousname": true, "membername": true,
	"ninumber": true, "nino": true, "nationalinsurancenumber": true, "nationalinsurance": true, "nhsnumber": true, "passportnumber": true,
	"dateofbirth": true, "dob": true, "birthdate": true, "address": true, "homeaddress": true, "addressline1": true, "addressline2": true, "addressline3": true,
	"postcode": true, "homepostcode": true, "email": true, "emailaddress": true, "workemail": true, "personalemail": true, "phone": true, "phonenumber": true,
	"telephone": true, "telephonenumber": true, "mobile": true, "mobilenumber": true, "bankaccount": true, "accountnumber": true, "sortcode": true,
	"linemanager": true, "managername": true, "supervisor": true, "supervisorname": true,
}

// OfPersons reports whether a column, by its folded name, is one that only lists of people
// or cases have.
func OfPersons(key string) bool { return personColumns[key] }

var personColumns = map[string]bool{
	"employeenumber": true, "employeeno": true, "employeeid": true, "assignmentnumber": true, "assignmentno": true,
	"personid": true, "personnumber": true, "staffnumber": true, "staffid": true, "staffno": true, "payrollnumber": true,
	"ninumber": true, "nino": true, "nationalinsurancenumber": true, "dateofbirth": true, "dob": true,
	"surname": true, "lastname": true, "firstname": true, "forename": true, "fullname": true, "name": true, "employeename": true,
	"applicantid": true, "applicationid": true, "applicantnumber": true, "candidateid": true, "caseid": true, "casenumber": true,
	"caseref": true, "casereference": true, "applicantref": true, "applicationnumber": true, "candidatenumber": true, "vacancyref": true, "vacancyreference": true, "primaryassignment": true, "email": true, "emailaddress": true,
}
