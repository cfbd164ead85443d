package cell

import (
	"fmt"
	"strings"
	"testing"
)

// dump writes what was read of a cell, in short.
func dump(c Cell) string {
	if c.Blank {
		return "blank"
	}
	if c.Story {
		return "story"
	}
	var all []string
	for _, i := range c.Items {
		s := fmt.Sprintf("%s|%s", i.Text, [...]string{"words", "whole", "decimal", "percent", "part", "points"}[i.Form])
		if i.Form != Words && !i.IsNumber {
			s += "?"
		}
		if i.Beside != "" {
			s += "|" + i.Beside
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "blank",
		"[z]":                             "blank",
		"2125":                            "2125|whole",
		"1,625":                           "1,625|whole",
		"2031":                            "2031|whole",
		"376 (17.7%)":                     "376|whole; 17.7%|percent",
		"376/17.7%":                       "376|whole; 17.7%|percent",
		"17.7% (376)":                     "17.7%|percent; 376|whole",
		"376, 17.7%":                      "376|whole; 17.7%|percent",
		"0 of 8 (0%)":                     "0 of 8|part; 0%|percent",
		"1 of 15":                         "1 of 15|part",
		"1 (out of 15)":                   "1 (out of 15)|part",
		"2/11":                            "2/11|part",
		"12/15":                           "12/15|part",
		"a) 27.07%":                       "27.07%|percent",
		"White: 6.48% ED: 5.56%":          "6.48%|percent|White; 5.56%|percent|ED",
		"White: 10 (6.48%) ED: 7 (5.56%)": "10|whole|White; 6.48%|percent|White; 7|whole|ED; 5.56%|percent|ED",
		"6.48% White, 5.56% BME":          "6.48%|percent|White; 5.56%|percent|BME",
		"White - 6.48%":                   "6.48%|percent|White",
		"BME=17%":                         "17%|percent|BME",
		"Data unavailable":                "Data unavailable|words",
		"n/a":                             "n/a|words",
		"Not collected":                   "Not collected|words",
		"<5":                              "<5|words",
		"<5 (12%)":                        "<5|words; 12%|percent",
		"* (12%)":                         "*|words; 12%|percent",
		"fewer than five":                 "fewer than five|words",
		"less than 10":                    "less than 10|words",
		"*":                               "*|words",
		"-":                               "-|words",
		"–":                               "–|words",
		"2023: 1.45 / 2024: 1.61":         "1.45|decimal|2023; 1.61|decimal|2024",
		"[x]":                             "[x]|words",
		"37,5%":                           "37,5%|percent?",
		"1.625":                           "1.625|decimal",
		"12 %":                            "12 %|percent",
		"104%":                            "104%|percent",
		"1.89":                            "1.89|decimal",
		"0.66 times more likely":          "0.66|decimal|times more likely",
		"+1.5%":                           "+1.5%|percent",
		"−11.3":                           "−11.3|decimal",
		"-11.3 percentage points":         "-11.3 percentage points|points",
		"+5":                              "+5|whole",
		"15-25%":                          "15-25%|words",
		".85":                             ".85|decimal?",
		"1.2.3":                           "1.2.3|decimal?",
		"31 March 2025":                   "story",
		"31/03/2025":                      "story",
		"Band 8a":                         "story",
		"12 (band 8a)":                    "12|whole|band 8a",
		"9a/9b":                           "story",
		"OD Team":                         "story",
		"2.45 (2023: 1.89)":               "2.45|decimal; 1.89|decimal|2023",
		"The share has gone up to 17.7% in this year, from 16.2% in the year before": "story",
		"99999999999999999999": "99999999999999999999|decimal?",
		"١٢":                   "story",
	} {
		if got := dump(Read(text)); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestFigures(t *testing.T) {
	for text, want := range map[string]string{
		"in 2024, 12 of 2023/24 and 31 March 2022": "12",
		"page 3, band 8a to 8c, indicators 5 - 8":  "",
		"bands 15-25%":                            "25",
		"between 15 – 25% across band 2":          "15 25",
		"Band 8d, 10.0% and page 3":               "10.0",
		"bands 5, 6 and 7, indicators 5, 6 and 8": "",
		"in band 9, 11 staff":                     "11",
		"last 12 months":                          "",
		"1. Promote self-reporting, by 5%":        "5",
		"2.45 times":                              "2.45",
		"as of 01 April 2023 – 31 March 2024":     "",
		"WRES2024 at https://a.uk/2024/17":        "",
		"17.86%, 1,625 and 37,5%":                 "17.86 1,625 37,5",
		"The 2000% rise":                          "2000",
		"on 1st May":                              "",
		"Tel 0121 234 5678":                       "",
		"<U+001B>[2J":                             "",
		"5pp":                                     "5",
		"none":                                    "",
	} {
		if got := strings.Join(Figures(text), " "); got != want {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{"376 (17.7%)", "White: 6.48% ED: 5.56%", "1 (out of 15)", "* (12%)", "-–12", "(((((1", "1/2/3/4"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, i := range Read(text).Items {
			if i.Text == "" || i.IsNumber && i.Number.Value == nil {
				t.Errorf("%q has %+v", text, i)
			}
		}
		Figures(text)
	})
}
