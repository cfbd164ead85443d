package model

// Stage is how far an applicant came.
type Stage uint8

// The stages that count. An applicant who was appointed was shortlisted too.
const (
	Applied Stage = iota
	Shortlisted
	Appointed
)

// String gives the stage's name in settings.
func (s Stage) String() string { return [...]string{"applied", "shortlisted", "appointed"}[s] }

// Stages lists the stages in order.
func Stages() []Stage { return []Stage{Applied, Shortlisted, Appointed} }

// ParseStage reads the name of a stage as recruitment systems write it. It answers
// false for one that it does not know. Names of stages were not confirmed against
// an export, and some turn on local use, so the settings can add to them and
// change each.
func ParseStage(cell string) (Stage, bool) {
	s, ok := stageLabels()[labelKey(cell)]
	return s, ok
}

var stageLabels = folded(stageSpellings)

func stageSpellings() map[Stage][]string {
	return map[Stage][]string{
		Applied: {"Applied", "Application", "Application received", "Application submitted", "Submitted", "New", "New application", "Received",
			"Longlisting", "Longlisted", "Long listed", "Longlist", "Longlisting: rejected", "Rejected at longlisting",
			"Shortlisting", "Shortlisting: evaluate", "Shortlisting: rejected", "Rejected at shortlisting", "Shortlisting - rejected", "Not shortlisted",
			"Rejected", "Unsuccessful", "Unsuccessful at shortlisting", "Withdrawn", "Withdrawn before shortlisting", "Withdrawn before interview", "Rejected before interview",
			"Application withdrawn", "Duplicate"},
		Shortlisted: {"Shortlisted", "Shortlist", "Shortlisting: shortlist", "Shortlisting - shortlist", "Invited for interview", "Invited to interview", "Interview", "Interviewing",
			"Interview scheduled", "Interview booked", "Interviewed", "Interview: rejected", "Rejected at interview", "Rejected after interview", "Interview - rejected",
			"Unsuccessful at interview", "Not appointed", "Interview - not appointed", "Did not attend", "Did not attend interview", "DNA", "Withdrawn at interview",
			"Withdrawn after shortlisting", "Withdrawn after interview", "Reserve", "Reserve list", "On hold", "Offer declined", "Declined offer", "Offer rejected",
			"Offer withdrawn", "Withdrawn after offer", "Offer withdrawn by employer", "Offer withdrawn by applicant"},
		Appointed: {"Appointed", "Appointment", "Hired", "Started", "Start date agreed", "Start date booked", "Start date confirmed", "In post",
			"Offer accepted", "Accepted", "Accepted offer", "Conditional offer", "Unconditional offer", "Conditional offer accepted", "Unconditional offer accepted",
			"Offered", "Offer", "Offer made", "Pre-employment checks", "Employment checks", "Successful", "Contract issued", "Onboarding"},
	}
}
