// Package methods is the table of the statistical methods behind the figures: what each is
// used for, its formula in plain text, why it was chosen, and its source.
package methods

import (
	"wres/model/judge"
	"wres/model/stats"
)

// Method is one of the statistical methods behind the figures. The table of methods
// is what a trace of a figure and the help on methods are written from.
type Method struct {
	ID      string // as an Interval, a Test or a trace names it
	Name    string
	For     string // what it is used for
	Formula string // in plain text
	Why     string // why it was chosen, in a sentence
	Source  string
}

// All lists the methods, in the order of the help.
func All() []Method { return all }

// Named gives the method of an ID; false where there is none.
func Named(id string) (Method, bool) {
	for _, m := range all {
		if m.ID == id {
			return m, true
		}
	}
	return Method{}, false
}

var all = []Method{
	{
		ID: stats.MethodWilson, Name: "Wilson score interval", For: "a share: a rate of events, a group's part of the staff",
		Formula: "(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), with p = events / n",
		Why:     "It stays accurate in small groups and never goes below 0% or above 100%, where the usual p ± 1.96 standard errors does both; public health teams in England use it.",
		Source:  "Wilson 1927, J Am Stat Assoc 22:209; APHO Technical Briefing 3, 2008",
	},
	{
		ID: stats.MethodKoopman, Name: "Koopman score interval", For: "a ratio of two shares: relative likelihood",
		Formula: "all ratios t for which (a/n1 − t b/n2)² / (q1(1−q1)/n1 + t² q2(1−q2)/n2) ≤ z², q1 = t q2 the likeliest shares with that ratio",
		Why:     "It leaves out 1 exactly where the chi-squared test finds a difference, so that interval and test never contradict each other, and it exists where a group has no events.",
		Source:  "Koopman 1984, Biometrics 40:513; recommended by Fagerland, Lydersen and Laake 2015, Stat Methods Med Res 24:224",
	},
	{
		ID: stats.MethodKatz, Name: "Katz log interval", For: "a ratio of two shares, beside the other, to compare with reports that use it",
		Formula: "exp(ln RR ± z √(1/a − 1/n1 + 1/b − 1/n2))",
		Why:     "It is what most software gives. It is undefined where a count is nought and too narrow where counts are small, so it is not the interval shown.",
		Source:  "Katz, Baptista, Azen and Pike 1978, Biometrics 34:469",
	},
	{
		ID: stats.MethodNewcombe, Name: "Newcombe hybrid score interval", For: "a difference of two shares, in points",
		Formula: "d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²), with l, u the Wilson limits of each share",
		Why:     "It is made of the intervals that are shown for the two shares, and stays accurate in small groups.",
		Source:  "Newcombe 1998, Stat Med 17:873 (method 10)",
	},
	{
		ID: judge.MethodSquareAndAdd, Name: "Square-and-add interval", For: "a change of a gap from one year to the next",
		Formula: "D − √((d1−l1)² + (u0−d0)²) to D + √((u1−d1)² + (d0−l0)²), with D = d1 − d0 and l, u the Newcombe limits of each year's gap",
		Why:     "It makes the interval of a difference from those of its two parts, without taking them for symmetric.",
		Source:  "Zou and Donner 2008, Stat Med 27:1693",
	},
	{
		ID: stats.TestPearson, Name: "Pearson's chi-squared test", For: "whether two shares differ",
		Formula: "z² = (p1−p2)² / (p(1−p)(1/n1 + 1/n2)), p the share of both together; no continuity correction",
		Why:     "It agrees with the Koopman interval, and Yates' correction makes it find too little.",
		Source:  "Pearson 1900, Philos Mag 50:157; on corrections Campbell 2007, Stat Med 26:3661",
	},
	{
		ID: stats.TestPearsonAndMidP, Name: "Pearson's test and the mid-P test", For: "whether two shares differ, where an expected count is below 5",
		Formula: "the chi-squared test, and min(1, 2 min(P(X ≤ a), P(X ≥ a)) − P(a)), X hypergeometric",
		Why:     "In small tables the chi-squared test alone finds too much: a difference is called significant only if both tests find it.",
		Source:  "Lancaster 1961, J Am Stat Assoc 56:223; Cochran 1954, Biometrics 10:417",
	},
	{
		ID: "fisher", Name: "Fisher's exact test", For: "whether two shares differ, beside the other tests",
		Formula: "the sum of the hypergeometric probabilities that are no larger than that of the counts",
		Why:     "It is known to everybody, and cautious: it finds too little. It decides nothing here.",
		Source:  "Fisher 1922, J R Stat Soc 85:87",
	},
	{
		ID: "rest", Name: "A band against the rest", For: "whether a band's share differs from that of all the other bands that it is counted with",
		Formula: "r = (O − E) / √(E (1 − K/N)(1 − n/N)), E = nK/N, which is the z of the band against the rest; where an expected count is below 5 the mid-P of the hypergeometric tails has to agree",
		Why:     "A band is a part of the whole, so a test against the whole would compare it with itself.",
		Source:  "Haberman 1973, Biometrics 29:205",
	},
	{
		ID: "holm", Name: "Holm's adjustment", For: "many bands tested at once",
		Formula: "the i-th smallest of m p values times (m − i + 1), never below the one before, at most 1",
		Why:     "Without it one of twelve bands that do not differ would be called significant nearly every other year; with it the chance of even one false alarm stays at the level.",
		Source:  "Holm 1979, Scand J Stat 6:65",
	},
	{
		ID: "trend", Name: "Cochran-Armitage test", For: "whether a share rises or falls from band to band",
		Formula: "z = Σ s(x − n p) / √(p(1−p)(Σ n s² − (Σ n s)²/N)), s = 1, 2, 3 … up the bands",
		Why:     "Bands have an order. One test of it finds what twelve tests of single bands are each too weak for.",
		Source:  "Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375",
	},
	{
		ID: stats.MethodGreenlandRobins, Name: "Mantel-Haenszel ratio", For: "the ratio within pay bands, where applicants are counted by band",
		Formula: "Σ (a n2/N) / Σ (b n1/N) over the bands, with the interval of Greenland and Robins",
		Why:     "Where one group applies for bands that are harder to get, the ratio of the whole shows that and nothing else. A warning says where the two differ.",
		Source:  "Mantel and Haenszel 1959, J Natl Cancer Inst 22:719; Greenland and Robins 1985, Biometrics 41:55",
	},
	{
		ID: stats.MethodRatioOfRatios, Name: "Ratio of two years' ratios", For: "whether a relative likelihood changed",
		Formula: "d = ln RR new − ln RR old, interval exp(d ± z √(se new² + se old²)), se² = 1/a − 1/n1 + 1/b − 1/n2",
		Why:     "Two intervals may overlap although the ratios differ significantly, and one year may be significant and the other not although they do not differ: only a test of the change can tell.",
		Source:  "Altman and Bland 2003, BMJ 326:219",
	},
	{
		ID: stats.MethodWoolf, Name: "Woolf's log interval", For: "the race disparity ratio, an odds ratio",
		Formula: "exp(ln OR ± z √(1/a + 1/b + 1/c + 1/d)) of the four headcounts",
		Why:     "The race disparity ratio is an odds ratio between two tiers of pay; with a count of nought it has no interval.",
		Source:  "Woolf 1955, Ann Hum Genet 19:251",
	},
	{
		ID: "power", Name: "Smallest ratio that could have been found", For: "a ratio that shows no significant difference",
		Formula: "the least ratio above 1, at the reference group's rate, that the test would find with a chance of 80%",
		Why:     "No significant difference is not the same as no difference: it says how large one these numbers could be relied on to show.",
		Source:  "Fleiss, Tytun and Ury 1980, Biometrics 36:343, without continuity correction",
	},
	{
		ID: "four-fifths", Name: "Four-fifths rule", For: "whether a ratio lies from 0.80 to 1.25",
		Formula: "0.80 ≤ ratio ≤ 1.25",
		Why:     "National reports quote it. It takes no account of numbers: where 1,443 and 380 staff have the same true rate of 0.2%, the ratio lies outside it 91 times in 100. So it is told beside the interval, and is never a verdict.",
		Source:  "US Uniform Guidelines 1978, 29 CFR 1607.4(D)",
	},
	{
		ID: "bounds", Name: "Bounds for unknown ethnicity", For: "how far a ratio could move if the people of unknown ethnicity were known",
		Formula: "from [a/(n1+U−u)] / [(b+u)/(n2+u)] to [(a+u)/(n1+u)] / [b/(n2+U−u)], u events among U people",
		Why:     "It assumes nothing about who they are.",
		Source:  "Manski 1990, Am Econ Rev 80:319",
	},
}
