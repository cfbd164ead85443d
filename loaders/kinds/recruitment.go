package kinds

import "wres/model/source"

// RecruitmentRow is the applicants of one ethnicity, for some of the posts.
type RecruitmentRow struct {
	Common
	Ethnicity   Ethnicity `csv:"ethnicity" need:"yes" help:"White, BME or Unknown, an ONS category or an ESR code"`
	Shortlisted Count     `csv:"shortlisted" need:"yes" also:"number shortlisted|no shortlisted|shortlist|shortlisted applicants|applicants shortlisted|shortlisting" help:"applicants shortlisted"`
	Appointed   Count     `csv:"appointed" need:"yes" also:"number appointed|no appointed|appointments|appointed applicants|applicants appointed|appointed from shortlisting|hired" help:"applicants appointed, of those shortlisted"`
	PayBand     Band      `csv:"pay_band" help:"the band of the post"`
	StaffGroup  Text      `csv:"staff_group" also:"occupational group|professional group|profession" help:"the staff group of the post"`
	Campaign    Text      `csv:"campaign" also:"recruitment campaign|campaign name" help:"a campaign whose figures are wanted apart, such as international nurses"`
	Internal    Text      `csv:"internal" also:"internal/external|internal or external|internal external|internal or external applicant|internal/external applicant|internal applicant|internal candidate|is internal|applicant type|type of applicant|candidate type" help:"internal or external, or yes and no: whether the applicant works for the organisation already"`
}

// shownApart says what becomes of the parts of recruitment.
const shownApart = "The headline is of all applicants. The figures without a campaign, those of the campaign alone, and those of external and of internal applicants are shown beside it."

func recruitment() Extract {
	return Extract{
		Kind: "recruitment", Figures: Recruitment, Row: RecruitmentRow{},
		Help:   "applicants shortlisted and appointed in the year, by ethnicity",
		Brief:  "shortlisted and appointed",
		More:   shownApart,
		Words:  []string{"recruit", "shortlist", "appoint", "trac", "applicant", "nhsjobs"},
		Counts: []string{"shortlisted", "appointed"}, Group: "ethnicity",
		Init:  wide("year", "count"),
		Lines: onePage(source.SheetRow{Name: "shortlisted", Keys: []string{"shortlisted"}}, source.SheetRow{Name: "appointed", Keys: []string{"appointed"}}),
		Keys:  4,
	}
}
