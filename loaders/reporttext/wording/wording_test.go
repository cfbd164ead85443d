package wording

import (
	"fmt"
	"strings"
	"testing"

	"wres/loaders/reporttext/cell"
	"wres/model/indicator"
)

// TestFind: what the words of a row, its column and the heading above make of a printed
// figure. "-" is a figure of which the words do not say what it is.
func TestFind(t *testing.T) {
	lexicon := New([]string{"people of the wider world", "pww"}, []string{"London Road NHS Trust"})
	for _, c := range []struct{ heading, column, row, printed, want string }{
		// Indicator 1.
		{"", "2024", "Total workforce", "2,125", "1 headcount all"},
		{"", "2024", "Number of BME staff in workforce", "376", "1 headcount bme"},
		{"", "2024", "BME staff as % of total workforce", "17.7%", "1 percentage-of-workforce bme of headcount"},
		{"Indicator 1", "2024", "BME", "376", "1 headcount bme"},
		{"Indicator 1", "BME %", "Band 8a", "17.7", "1 percentage-of-workforce bme band 8a"},
		{"Indicator 1", "BME", "Band 8a", "17", "1 headcount bme band 8a"},
		{"Indicator 1", "BME headcount", "Non-clinical band 8a", "17", "1 headcount bme non-clinical band 8a"},
		{"Indicator 1", "2024", "BME staff at bands 8a and above", "12%", "1 percentage-of-workforce bme bands 8a and above"},
		{"", "2024", "Very Senior Managers (VSM) – BME", "1", "1 headcount bme VSM"},
		{"", "2024", "% of BME staff at VSM (including executive Board members)", "6.7%", "1 percentage-of-workforce bme VSM"},
		{"Indicator 1: clinical staff", "Unknown", "Consultants", "3", "1 headcount unknown clinical consultant"},
		{"Indicator 1", "2024", "Cluster 4 (bands 8c to VSM), BME", "9.0%", "1 percentage-of-workforce bme cluster 4"},
		{"", "2024", "Proportion of staff self-reporting their ethnicity (%)", "97.85%", "1 percentage-of-workforce known"},
		{"Indicator 1", "2024", "% of staff who have not declared their ethnicity", "2.1%", "1 percentage-of-workforce unknown"},
		{"Indicator 1", "2024", "Staff from PWW backgrounds", "12", "1 headcount bme"},
		{"Indicator 1", "Headcount", "White British", "12", "-"},
		{"Indicator 1", "2024", "Race disparity ratio, lower to upper", "1.4", "-"},
		{"Indicator 1", "National average", "BME staff", "28.6%", "-"},
		{"London Road NHS Trust: Indicator 1", "2024", "BME staff", "28.6%", "1 percentage-of-workforce bme"},
		{"Indicator 1", "Target 2028", "BME staff", "28.6%", "-"},
		{"Indicator 1", "Change", "BME staff", "+1.2%", "1 change bme"},

		// Indicators 2 to 4.
		{"", "2024", "Relative likelihood of White applicants being appointed from shortlisting across all posts compared to BME applicants", "1.45", "2 relative-likelihood all"},
		{"", "2024", "Relative likelihood of staff being appointed from shortlisting across all posts", "1.45", "2 relative-likelihood all"},
		{"Indicator 2", "2024", "Trust", "1.45", "2 relative-likelihood all"},
		{"Indicator 2", "2024", "Likelihood ratio", "1.45", "2 relative-likelihood all"},
		{"Indicator 2", "2024", "BME applicants shortlisted", "409", "2 shortlisted bme"},
		{"Indicator 2", "2024", "BME applicants appointed", "69", "2 appointed bme"},
		{"Indicator 2", "2024", "Total number of applicants appointed", "304", "2 appointed all"},
		{"Indicator 2", "BME", "Number appointed from shortlisting", "69", "2 appointed bme"},
		{"Indicator 2", "BME", "Relative likelihood of appointment from shortlisting", "16.87%", "2 likelihood bme"},
		{"Indicator 2", "BME", "Relative likelihood of appointment from shortlisting", "0.17", "2 likelihood bme"},
		{"Indicator 2", "2024", "% of BME applicants appointed from shortlisting", "16.87%", "2 likelihood bme"},
		{"Indicator 2", "2024", "Likelihood of White applicants being appointed from shortlisting", "27.07%", "2 likelihood white"},
		{"Indicator 2", "2024", "Percentage of all shortlisted who were BME", "31.98%", "2 percentage-of-shortlisted bme of shortlisted"},
		{"Indicator 2", "2024", "Percentage of appointments who were BME", "22.7%", "2 percentage-of-appointed bme of appointed"},
		{"Indicator 2", "2024", "BME appointed (headcount and % from total appointed)", "69 (22.7%)", "2 appointed bme; 2 percentage-of-appointed bme of appointed"},
		{"Indicator 2", "2024", "BME shortlisted (number and %)", "409 (31.98%)", "2 shortlisted bme; 2 percentage-of-shortlisted bme"},
		{"Indicator 2", "2024", "Applications received from BME people", "900", "-"},
		{"Indicator 2", "2024", "White", "12", "-"},
		{"", "2024", "Relative likelihood of BME staff entering the formal disciplinary process compared to White staff", "1.25", "3 relative-likelihood all"},
		{"", "2024", "Relative likelihood of BME staff entering the formal disciplinary process", "1.25", "3 relative-likelihood all"},
		{"Indicator 3", "White", "Number of staff in workforce", "1,763", "3 headcount white"},
		{"Indicator 3: Formal disciplinary", "2024", "Headcount, White", "1,500", "3 headcount white"},
		{"Indicator 3", "BME", "Number of staff entering the formal disciplinary process", "<5", "3 entered bme"},
		{"Indicator 3", "BME", "Likelihood of staff entering the formal disciplinary process", "0.57%", "3 likelihood bme"},
		{"Indicator 3", "2024", "BME staff in disciplinary (number and %)", "3 (50%)", "3 entered bme; -"}, // of whom is not said
		{"", "2024", "Relative likelihood of White staff accessing non-mandatory training and CPD compared to BME staff", "1.02", "4 relative-likelihood all"},
		{"Indicator 4", "White", "Staff accessing non-mandatory training", "702", "4 accessed white"},
		{"Indicator 4", "95% CI, lower", "Relative likelihood", "0.9", "-"},

		// The survey.
		{"", "White", "Percentage of staff experiencing harassment, bullying or abuse from patients, relatives or the public in last 12 months", "10.19%", "5 percentage white"},
		{"", "2024", "Percentage of BME staff experiencing harassment, bullying or abuse from staff in last 12 months", "8.64", "6 percentage bme"},
		{"Indicators 5 - 8", "BME", "Percentage believing that the trust provides equal opportunities for career progression or promotion", "48.77%", "7 percentage bme"},
		{"", "BME", "In the last 12 months have you personally experienced discrimination at work from any of the following? Manager/team leader or other colleagues", "9.43%", "8 percentage bme"},
		{"Indicator 6", "2024", "White", "13.5%", "6 percentage white"},
		{"Indicator 6", "2024", "BME respondents", "162", "6 respondents bme"},
		{"Indicator 6", "2024", "Gap, BME − White, percentage points", "−4.9", "6 difference bme"},
		{"Indicator 6", "2024", "White: change in percentage points", "0.2", "6 change white"},
		{"Indicators 5 - 8", "2024", "BME", "12%", "-"}, // of which of the four
		{"", "2024", "Harassment, bullying or abuse, BME", "12%", "-"},

		// The board.
		{"", "2024", "BME Board members (voting)", "2", "9 members bme voting"},
		{"", "2024", "% of Board members who are BME", "12.5%", "9 percentage-of-board bme total of members"},
		{"Indicator 9", "BME", "Total Board members - % by Ethnicity", "9.1%", "9 percentage-of-board bme total"},
		{"Indicator 9", "BME", "Overall workforce - % by Ethnicity", "20.4%", "1 percentage-of-workforce bme"},
		{"Indicator 9", "BME", "Difference (Total Board - Overall workforce)", "-11.3%", "9 difference bme total"},
		{"Indicator 9", "BME", "Difference (Voting membership - Overall Workforce)", "-9.3%", "9 difference bme voting"},
		{"", "2024", "Percentage difference between the organisation's Board voting membership and its overall workforce", "-4.2%", "9 difference bme voting"},
		{"Indicator 9", "2024", "Non-executive directors, White", "6", "9 members white non-executive"},
		{"Indicator 1 and Indicator 9", "2024", "Proportion of BME Board Members (headcount and %)", "1 of 11 (9.09%)", "9 members bme total; 9 percentage-of-board bme total"},
		{"Indicator 1 and Indicator 9", "2024", "Number of staff employed within the organisation (headcount)", "2125", "1 headcount all"},

		// Other matters.
		{"", "2024", "Turnover", "12%", "-"},
		{"", "", "", "12%", "-"},
		{"WDES metric 4", "2024", "Disabled staff", "12%", "-"},
		{"WDES metric 4", "2024", "White staff", "12%", "-"},
	} {
		s := Stack{Heading: lexicon.Read(c.heading), Column: lexicon.Read(c.column), Row: lexicon.Read(c.row)}
		if s[Heading].Named == nil && c.heading != "" && !strings.HasPrefix(c.heading, "WDES") {
			t.Errorf("%q names no indicator", c.heading)
		}
		var got []string
		items := cell.Read(c.printed).Items
		for _, item := range items {
			s[Beside] = lexicon.Read(item.Beside)
			f, ok := s.Find(Item{Item: item, Paired: len(items) > 1, Mixed: strings.Contains(c.printed, "%")})
			if !ok {
				got = append(got, "-")
				continue
			}
			name := strings.TrimSpace(fmt.Sprintf("%s %s %s %s", f.Indicator, f.Name, f.Group, f.Part))
			if f.Base != "" {
				name += " of " + f.Base
			}
			got = append(got, name)
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%s | %s | %s | %s: %q, want %q", c.heading, c.column, c.row, c.printed, got, c.want)
		}
	}
}

func TestYears(t *testing.T) {
	lexicon := New(nil, nil)
	for text, want := range map[string]string{
		"2022": "2022", "2021/22": "2022", "2021-22": "2022", "31 March 2022": "2022", "31/03/2022": "2022", "Mar-24": "2024", "March 2024": "2024", "2023 (2022)": "2023", "2024 (survey of 2023)": "2024",
		"FY24": "2024", "2023/24 %": "2024", "BME 2024": "2024", "2023 survey": "2024 survey", "NHS Staff Survey 2023": "2024 survey", "WRES 2024": "2024", "2022 to 2024": "0 of 2", "White": "0", "As at 31 March 2024": "2024",
		"1 April 2023 to 31 March 2024": "2024", "Headcount at 31st March 2025": "2025", "2024 2025": "0 of 2",
	} {
		f := lexicon.Read(text)
		got := fmt.Sprint(int(f.Year))
		if f.Survey != 0 {
			got += " survey"
		}
		if f.Year == 0 && f.Years > 0 {
			got += fmt.Sprintf(" of %d", f.Years)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestPhrases: a phrase has one meaning, and an indicator of the table is in the catalogue.
func TestPhrases(t *testing.T) {
	seen := map[string]int{}
	for i, row := range phrases {
		for phrase := range strings.SplitSeq(row.phrases, "|") {
			folded := strings.Join(fold(phrase), " ")
			if folded != phrase {
				t.Errorf("%q is written %q", phrase, folded)
			}
			if at, ok := seen[phrase]; ok {
				t.Errorf("%q stands in rows %d and %d", phrase, at, i)
			}
			seen[phrase] = i
		}
		if row.says == ofTopic || row.says == ofFrom {
			for _, word := range strings.Fields(row.value) {
				if word[0] >= '0' && word[0] <= '9' && indicator.Lookup(word) == nil {
					t.Errorf("no indicator %q", word)
				}
			}
		}
	}
}
