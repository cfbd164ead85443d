package nationalreturn

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
)

// item is one data item of the return.
type item struct {
	number    int
	indicator string // the ID of the indicator under which it stands
	section   string
	row       string
	unit      report.Unit
	how       how
	of        figure
}

// how says where the value of an item is from.
type how string

// The ways. What is calculated is calculated by the workbook too.
const (
	entered    how = "entered"
	calculated how = "calculated"
	survey     how = "survey"
)

// figure names what fills an item: of the item's indicator where its measure is one of an
// indicator, else of the workforce and the board.
type figure struct {
	measure  measure
	category model.StaffCategory // of staff
	band     model.Band
	part     indicator.BoardPart // of the board
}

// measure is what a figure is of.
type measure uint8

const (
	staff       measure = iota // headcount in a pay band or grade
	atRisk                     // people of an indicator who are counted among
	events                     // those to whom it happened
	rate                       // events of those at risk
	ratio                      // one group's rate over the other's
	answers                    // share of the answers to the staff survey
	members                    // members of a part of the board
	workforce                  // headcount of all staff
	memberShare                // of all members of a part
	staffShare                 // of all staff
	difference                 // memberShare minus staffShare
)

func inBand(c model.StaffCategory, b model.Band) figure {
	return figure{measure: staff, category: c, band: b}
}

func onBoard(m measure, p indicator.BoardPart) figure { return figure{measure: m, part: p} }

// Sections of the return.
const (
	nonClinical  = "non-clinical"
	clinical     = "clinical, not medical"
	medical      = "medical and dental"
	appointed    = "appointment from shortlisting"
	disciplinary = "formal disciplinary process"
	training     = "non-mandatory training and CPD"
	staffSurvey  = "staff survey"
	byVoting     = "board by voting membership"
	byExecutive  = "board by executive membership"
	allStaff     = "workforce"
	inPercent    = "board and workforce in percent"
	minus        = "board minus workforce"
)

// items is the return in its order. Number, section and row are not those of the workbook,
// which was not at hand, but what is publicly known of it.
var items = []item{
	{1, "1", nonClinical, "under band 1", report.Count, entered, inBand(model.NonClinical, model.UnderBand1)},
	{2, "1", nonClinical, "band 1", report.Count, entered, inBand(model.NonClinical, model.Band1)},
	{3, "1", nonClinical, "band 2", report.Count, entered, inBand(model.NonClinical, model.Band2)},
	{4, "1", nonClinical, "band 3", report.Count, entered, inBand(model.NonClinical, model.Band3)},
	{5, "1", nonClinical, "band 4", report.Count, entered, inBand(model.NonClinical, model.Band4)},
	{6, "1", nonClinical, "band 5", report.Count, entered, inBand(model.NonClinical, model.Band5)},
	{7, "1", nonClinical, "band 6", report.Count, entered, inBand(model.NonClinical, model.Band6)},
	{8, "1", nonClinical, "band 7", report.Count, entered, inBand(model.NonClinical, model.Band7)},
	{9, "1", nonClinical, "band 8a", report.Count, entered, inBand(model.NonClinical, model.Band8a)},
	{10, "1", nonClinical, "band 8b", report.Count, entered, inBand(model.NonClinical, model.Band8b)},
	{11, "1", nonClinical, "band 8c", report.Count, entered, inBand(model.NonClinical, model.Band8c)},
	{12, "1", nonClinical, "band 8d", report.Count, entered, inBand(model.NonClinical, model.Band8d)},
	{13, "1", nonClinical, "band 9", report.Count, entered, inBand(model.NonClinical, model.Band9)},
	{14, "1", nonClinical, "VSM", report.Count, entered, inBand(model.NonClinical, model.VSM)},
	{15, "1", clinical, "under band 1", report.Count, entered, inBand(model.Clinical, model.UnderBand1)},
	{16, "1", clinical, "band 1", report.Count, entered, inBand(model.Clinical, model.Band1)},
	{17, "1", clinical, "band 2", report.Count, entered, inBand(model.Clinical, model.Band2)},
	{18, "1", clinical, "band 3", report.Count, entered, inBand(model.Clinical, model.Band3)},
	{19, "1", clinical, "band 4", report.Count, entered, inBand(model.Clinical, model.Band4)},
	{20, "1", clinical, "band 5", report.Count, entered, inBand(model.Clinical, model.Band5)},
	{21, "1", clinical, "band 6", report.Count, entered, inBand(model.Clinical, model.Band6)},
	{22, "1", clinical, "band 7", report.Count, entered, inBand(model.Clinical, model.Band7)},
	{23, "1", clinical, "band 8a", report.Count, entered, inBand(model.Clinical, model.Band8a)},
	{24, "1", clinical, "band 8b", report.Count, entered, inBand(model.Clinical, model.Band8b)},
	{25, "1", clinical, "band 8c", report.Count, entered, inBand(model.Clinical, model.Band8c)},
	{26, "1", clinical, "band 8d", report.Count, entered, inBand(model.Clinical, model.Band8d)},
	{27, "1", clinical, "band 9", report.Count, entered, inBand(model.Clinical, model.Band9)},
	{28, "1", clinical, "VSM", report.Count, entered, inBand(model.Clinical, model.VSM)},
	{29, "1", medical, "consultants", report.Count, entered, inBand(model.MedicalAndDental, model.Consultant)},
	{30, "1", medical, "of which senior medical manager", report.Count, entered, inBand(model.MedicalAndDental, model.SeniorMedicalManager)},
	{31, "1", medical, "non-consultant career grade", report.Count, entered, inBand(model.MedicalAndDental, model.NonConsultantCareerGrade)},
	{32, "1", medical, "trainee grades", report.Count, entered, inBand(model.MedicalAndDental, model.TraineeGrade)},
	{33, "1", medical, "other", report.Count, entered, inBand(model.MedicalAndDental, model.OtherMedical)},

	{34, "2", appointed, "shortlisted", report.Count, entered, figure{measure: atRisk}},
	{35, "2", appointed, "appointed", report.Count, entered, figure{measure: events}},
	{36, "2", appointed, "likelihood", report.Percentage, calculated, figure{measure: rate}},
	{37, "2", appointed, "White to BME", report.Ratio, calculated, figure{measure: ratio}},
	{38, "3", disciplinary, "workforce", report.Count, entered, figure{measure: atRisk}},
	{39, "3", disciplinary, "entering", report.Count, entered, figure{measure: events}},
	{40, "3", disciplinary, "likelihood", report.Percentage, calculated, figure{measure: rate}},
	{41, "3", disciplinary, "BME to White", report.Ratio, calculated, figure{measure: ratio}},
	{42, "4", training, "workforce", report.Count, entered, figure{measure: atRisk}},
	{43, "4", training, "accessing", report.Count, entered, figure{measure: events}},
	{44, "4", training, "likelihood", report.Percentage, calculated, figure{measure: rate}},
	{45, "4", training, "White to BME", report.Ratio, calculated, figure{measure: ratio}},
	{46, "5", staffSurvey, "harassment, bullying or abuse from the public", report.Percentage, survey, figure{measure: answers}},
	{47, "6", staffSurvey, "harassment, bullying or abuse from staff", report.Percentage, survey, figure{measure: answers}},
	{48, "7", staffSurvey, "equal opportunities for progression", report.Percentage, survey, figure{measure: answers}},
	{49, "8", staffSurvey, "discrimination at work", report.Percentage, survey, figure{measure: answers}},

	{50, "9", byVoting, "total board", report.Count, entered, onBoard(members, indicator.WholeBoard)},
	{51, "9", byVoting, "voting", report.Count, entered, onBoard(members, indicator.Voting)},
	{52, "9", byVoting, "non-voting", report.Count, calculated, onBoard(members, indicator.NonVoting)},
	{53, "9", byExecutive, "total board", report.Count, entered, onBoard(members, indicator.WholeBoard)},
	{54, "9", byExecutive, "executive", report.Count, entered, onBoard(members, indicator.Executive)},
	{55, "9", byExecutive, "non-executive", report.Count, calculated, onBoard(members, indicator.NonExecutive)},
	{56, "9", allStaff, "workforce", report.Count, entered, figure{measure: workforce}},
	{57, "9", inPercent, "total board", report.Percentage, calculated, onBoard(memberShare, indicator.WholeBoard)},
	{58, "9", inPercent, "voting", report.Percentage, calculated, onBoard(memberShare, indicator.Voting)},
	{59, "9", inPercent, "non-voting", report.Percentage, calculated, onBoard(memberShare, indicator.NonVoting)},
	{60, "9", inPercent, "executive", report.Percentage, calculated, onBoard(memberShare, indicator.Executive)},
	{61, "9", inPercent, "non-executive", report.Percentage, calculated, onBoard(memberShare, indicator.NonExecutive)},
	{62, "9", inPercent, "workforce", report.Percentage, calculated, figure{measure: staffShare}},
	{63, "9", minus, "total board", report.PercentagePoints, calculated, onBoard(difference, indicator.WholeBoard)},
	{64, "9", minus, "voting", report.PercentagePoints, calculated, onBoard(difference, indicator.Voting)},
	{65, "9", minus, "executive", report.PercentagePoints, calculated, onBoard(difference, indicator.Executive)},
}
