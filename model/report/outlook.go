package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"wres/model/findings"
	"wres/model/plan"
	"wres/model/words"
)

// Outlook is the plan as a page about figures has it.
type Outlook struct {
	Actions []plan.Action
	Unread  string // why the plan could not be read; "": it was, or there is none
	Today   time.Time
	Screen  bool // it stands on a screen of the app: more is named, and no command
}

// How many actions are named of those that are late, and of those that come soon: on a
// page, and on a screen.
const (
	actionsNamed       = 3
	actionsNamedScreen = 6
)

// Section says how the plan stands beside what the figures of a year say.
func (o Outlook) Section(found []findings.Finding, s Safe) Section {
	standing := findings.StandingOf(found, o.Actions, o.Today)
	section := Section{Heading: "Action plan"}
	add := func(format string, args ...any) {
		section.Points = append(section.Points, fmt.Sprintf(format, args...))
	}
	switch {
	case o.Unread != "":
		add("It could not be read: %s.", s.Line(o.Unread))
		return section
	case standing.All == 0 && o.Screen:
		add("There is none yet.")
	case standing.All == 0:
		add("There is none yet; 'wres plan add' writes the first action.")
	default:
		section.Heading += fmt.Sprintf(": %s, %s done, %s late, %s due in the next %d days", words.Count(standing.All, "action"),
			noneOr(standing.Done), noneOr(len(standing.Late)), noneOr(len(standing.Soon)), findings.SoonDays)
	}
	most, lists, length := actionsNamed, fmt.Sprintf("'wres plan list --due %d' lists them", findings.SoonDays), titleLength
	if o.Screen {
		most, lists, length = actionsNamedScreen, "the plan lists them", titleLengthScreen
	}
	for _, actions := range [][]plan.Action{standing.Late, standing.Soon} {
		named := actions
		if len(actions) > most+1 { // one more is named in the line that would count it
			named = actions[:most]
		}
		for _, a := range named {
			add("%s: %s", actionName(a, length, s), findings.Lateness(a.Due(), o.Today))
		}
		if more := len(actions) - len(named); more > 0 {
			add("and %d more: %s", more, lists)
		}
	}
	var gaps []string
	for _, f := range standing.Gaps {
		gaps = append(gaps, s.Line(f.Indicator.ID+" "+f.Name))
	}
	switch {
	case len(gaps) > 0:
		add("Significant in %s and without an open action: %s.", found[0].Year, strings.Join(gaps, "; "))
	case slices.ContainsFunc(found, func(f findings.Finding) bool { return f.Gap() }) && standing.All > 0:
		add("Each significant difference of %s has an open action.", found[0].Year)
	}
	return section
}

// answersNamed is how many of the actions that answer a finding are named.
const answersNamed = 3

// answers is Answers in the words of a page.
func (o Outlook) answers(f *findings.Finding, name func(plan.Action) string) []string {
	open := f.Open()
	if len(open) == 0 && f.Gap() && o.Unread == "" {
		return []string{"No open action answers it"}
	}
	var said []string
	for _, a := range open[:min(len(open), answersNamed)] {
		said = append(said, name(a)+": "+cmp.Or(findings.Lateness(a.Due(), o.Today), "no day is set"))
	}
	if more := len(open) - len(said); more > 0 {
		said = append(said, words.Count(more, "more action"))
	}
	return said
}

// Answers says which open actions answer a finding, a line each with the beginning of its
// text, its lead and how late it is. Where there is none and there should be one it says
// that.
func (o Outlook) Answers(f *findings.Finding, s Safe) []string {
	if o.Unread != "" {
		return []string{"The plan could not be read: " + s.Line(o.Unread)}
	}
	return o.answers(f, func(a plan.Action) string { return actionName(a, titleLengthScreen, s) })
}

func noneOr(n int) string {
	if n == 0 {
		return "none"
	}
	return words.Thousands(n)
}

// The most characters of an action's text and of its lead in a line.
const (
	titleLength       = 36
	titleLengthScreen = 80
	leadLength        = 20
)

// actionName is an action's number, the beginning of its text, and its lead.
func actionName(a plan.Action, most int, s Safe) string {
	name := cmp.Or(s.OneLine(a.Number), s.OneLine(a.ID)) + " " + shortened(s.OneLine(a.Text), most)
	if lead := s.OneLine(a.Lead); lead != "" {
		name += " (" + shortened(lead, leadLength) + ")"
	}
	return name
}

// shortened gives the words of a text that so many characters hold, and says if there
// are more.
func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}
