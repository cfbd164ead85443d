// Package ideas is what others did about an indicator: the number of an indicator goes in,
// short texts to begin an action with come out, each with the publication that it is taken
// after. The words are our own; the publication says more, and why.
//
// Place in the flow: the form of an action lists them (tui/form). A further idea is one
// entry of the table here.
package ideas

import "slices"

// Idea is one thing that can be done.
type Idea struct {
	Indicator string // that it is about
	Text      string // begun with a verb, to be changed into one's own words
	Source    string // the publication
}

// For lists the ideas for some indicators, in their order; for none of them all there are.
func For(ids []string) []Idea {
	if len(ids) == 0 {
		return slices.Clone(table)
	}
	var of []Idea
	for _, id := range ids {
		for _, idea := range table {
			if idea.Indicator == id {
				of = append(of, idea)
			}
		}
	}
	return of
}

// The publications.
const (
	improvement = "NHS England, NHS equality, diversity and inclusion improvement plan (2023), high-impact action "
	model       = "NHS England and NHS Improvement, A Model Employer (2019)"
	tickBoxes   = "Kline for NHS England East of England, No More Tick Boxes (2021)"
	fair        = "NHS England and NHS Improvement, A Fair Experience for All (2019)"
	just        = "NHS England, A Just Culture Guide"
	violence    = "NHS England, Violence prevention and reduction standard (2020)"
	civility    = "NHS England, Civility and Respect Toolkit"
	speakUp     = "NHS England and the National Guardian's Office, Guide to freedom to speak up (2022)"
	nurses      = "NHS England and others, Combatting racial discrimination against minority ethnic nurses, midwives and nursing associates (2022)"
	tooHot      = "Kline and Warmington for brap, Too Hot to Handle? (2024)"
	people      = "NHS England, We are the NHS: People Plan 2020/21"
	messenger   = "Messenger and Pollard, Leadership for a collaborative and inclusive future (2022)"
	next        = "NHS England, NExT Director Scheme"
)

var table = []Idea{
	{"1", "Set a goal a year for each band from 8a up, and report on it to the board", model},
	{"1", "Advertise every acting-up post and secondment, however short", tickBoxes},
	{"1", "Give staff at bands 5 to 7 a career talk a year, with a plan that is kept", improvement + "2"},
	{"1", "Review who could fill each senior post next, and prepare all groups for it", model},

	{"2", "Name one person to judge each shortlist against the person specification", tickBoxes},
	{"2", "Publish by band who was shortlisted and who was appointed, each quarter", improvement + "2"},
	{"2", "Put a trained inclusion representative on every panel at band 8a and above", people},
	{"2", "Replace free interviews by set questions and a sample of the work", tickBoxes},

	{"3", "Check before each formal case whether it can be settled informally", fair},
	{"3", "Appoint a decision-maker from outside the team to open a formal case", fair},
	{"3", "Use the questions of the just culture guide before any formal step", just},
	{"3", "Report open cases by ethnicity to the board, each quarter", fair},

	{"4", "Record who asks for training and who is given a place, by group", tickBoxes},
	{"4", "Advertise every course and stretching project to all, with a closing day", tickBoxes},
	{"4", "Agree in each appraisal the time there is to learn, and check who had it", improvement + "2"},
	{"4", "Plan training with each international recruit in the first six months", improvement + "5"},

	{"5", "Adopt the violence prevention standard, and review it with staff each year", violence},
	{"5", "Make the report of abuse a matter of a minute, and publish what came of it", violence},
	{"5", "Follow up each report of racist abuse with the person within a week", nurses},
	{"5", "Give staff words to use when a patient is abusive, and practise them", nurses},

	{"6", "Train managers to act early on bullying, and ask teams whether they do", improvement + "6"},
	{"6", "Publish each quarter how many concerns were raised and what followed", improvement + "6"},
	{"6", "Agree with each team how its members treat each other, and review it yearly", civility},
	{"6", "Give the speaking-up guardian time to meet staff on every site", speakUp},

	{"7", "Show for each promotion how it was advertised and who decided", tickBoxes},
	{"7", "Offer coaching to staff who were shortlisted here and not appointed", improvement + "2"},
	{"7", "Pair senior leaders with staff they seldom hear, to learn from them", model},
	{"7", "Ask staff who leave whether they saw a fair chance to progress", improvement + "2"},

	{"8", "Set each director a goal on discrimination, and review it in the appraisal", improvement + "1"},
	{"8", "Investigate complaints of racism with someone from outside the team", tooHot},
	{"8", "Report complaints of discrimination and what became of them to the board", tooHot},
	{"8", "Teach managers to see everyday racism, with cases from your own wards", nurses},

	{"9", "Advertise each board vacancy through networks that reach all groups", model},
	{"9", "Set each board member a measurable equality goal, and publish it", improvement + "1"},
	{"9", "Prepare people of all groups for the board, and name who supports whom", messenger},
	{"9", "Offer a learning seat beside the board to people who are nearly ready", next},
}
