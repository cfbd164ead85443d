package talk

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"wres/model/findings"
	"wres/model/meeting"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/spoken"
)

// meet goes through the findings of the year from the first on.
func meet(c *conversation) {
	if c.data.Year == 0 {
		c.Say("There are no figures to go through.")
		return
	}
	var err error
	if c.notes, err = c.deps.LoadNotes(); err != nil {
		c.Label("The notes cannot be read", err.Error())
	}
	if c.notes == nil {
		c.notes = meeting.Notes{}
	}
	c.open(pagePlace(0))
}

// pages are those of the year that was chosen.
func pages(c *conversation) []meeting.Page {
	return meeting.Pages(meeting.Source{Results: c.views.said, Year: c.data.Year, Found: c.found(), Notes: c.notes,
		Plan: report.Outlook{Actions: plansShown(c), Today: c.data.Today, Screen: true}, Safe: report.Safe{Line: c.Clean, Lines: c.Clean}})
}

// pagePlace is a page of the meeting.
func pagePlace(at int) place {
	page := func(c *conversation) meeting.Page { return pages(c)[at] }
	return place{
		says: func(c *conversation) []string { return pageLines(c, page(c), at) },
		choices: func(c *conversation) (all []choice) {
			p, n := page(c), len(pages(c))
			if at+1 < n {
				all = append(all, choice{text: "The next page", word: "next", enter: true, does: func(c *conversation) { turnTo(c, at+1) }})
			} else {
				all = append(all, choice{text: "End the meeting", word: "end", enter: true, does: func(c *conversation) { c.back() }})
			}
			if at > 0 {
				all = append(all, choice{text: "The page before", word: "before", does: func(c *conversation) { turnTo(c, at-1) }})
			}
			all = append(all, choice{text: "Write the note of this page", word: "note", does: func(c *conversation) { writeNote(c, page(c)) }})
			switch {
			case p.Story != nil:
				all = append(all, to("All that is known of this figure", "figure", figurePlace(subject{id: p.Indicator.ID, key: p.Key})),
					choice{text: "Start an action from this", word: "act", does: func(c *conversation) { c.begin(p.Indicator.ID, p.Bands) }})
			case p.Key == meeting.ThePlan:
				all = append(all, to("The action plan", "plan", thePlan()))
			}
			return all
		},
		gone: func(c *conversation) bool { return at >= len(pages(c)) },
	}
}

// turnTo goes to another page, from which "back" leaves the meeting as well.
func turnTo(c *conversation, at int) {
	c.stack[len(c.stack)-1], c.fresh = pagePlace(at), true
}

func pageLines(c *conversation, p meeting.Page, at int) []string {
	lines := c.Labelled(fmt.Sprintf("Page %d of %d", at+1, len(pages(c))), ofIndicator(p.Title))
	if s := p.Story; s != nil {
		_, f := c.series(s.Indicator.ID)
		if s.Bands.String() == "" && f != nil && !strings.Contains(p.Key, "/") {
			lines = append(lines, c.Cleaned(spoken.Figure(c.voice(), s.Indicator, f))...)
		} else {
			lines = append(lines, c.Lines(s.Said)...)
		}
		lines = append(lines, c.Lines(s.Doubt)...)
		if before := valuesText(beforeYear(s.Years, c.data.Year.String())); before != "" {
			lines = append(lines, c.Labelled("Before", before)...)
		}
		for _, beside := range s.Beside {
			lines = append(lines, c.Labelled("To compare with", beside)...)
		}
		lines = append(lines, c.Lines(s.Takes, s.Then, s.Caveat)...)
		if found := (subject{key: p.Key}).of(c); found != nil {
			lines = append(lines, c.answers(found, found.Actions)...)
		}
		for _, q := range s.Asks {
			lines = append(lines, c.Labelled("Somebody may ask", q.Question)...)
			lines = append(lines, c.Lines(q.Answer)...)
		}
	}
	if p.Key == meeting.ThePlan {
		lines = append(lines, planOutlook(c)...)
		p.Parts = nil
	}
	for _, part := range p.Parts {
		if part.Heading != "" && part.Heading != p.Title {
			lines = append(lines, c.Lines(spoken.Sentence(part.Heading+":"))...)
		}
		for _, point := range part.Points {
			lines = append(lines, c.Lines(words.Capital(ofIndicator(point)))...)
		}
	}
	about := meeting.About{Page: p.Key, Year: p.Year}
	if note := c.notes[about]; note != "" {
		lines = append(lines, c.Labelled("Note", note)...)
	}
	if text, year := c.notes.Earlier(about); year != 0 {
		lines = append(lines, c.Labelled("Note of "+year.String(), text)...)
	}
	return lines
}

// ofIndicator says of what the number is that a name begins with.
func ofIndicator(name string) string {
	if name != "" && name[0] >= '0' && name[0] <= '9' {
		return "indicator " + name
	}
	return name
}

// planOutlook says how the plan stands: how many actions there are, and which are late or due.
func planOutlook(c *conversation) []string {
	standing := findings.StandingOf(c.found(), plansShown(c), c.data.Today)
	lines := c.Labelled("The action plan", planState(c))
	for _, a := range slices.Concat(standing.Late, standing.Soon) {
		lines = append(lines, c.Lines(actionChoice(c, a).text)...)
	}
	return append(lines, gapLines(c, standing)...)
}

// beforeYear gives the values of the years before one.
func beforeYear(values []findings.Value, year string) []findings.Value {
	for i, v := range values {
		if v.Year.String() >= year {
			return values[:i]
		}
	}
	return values
}

// mostNote is how many characters a note may have.
const mostNote = 2000

// writeNote asks for the note of a page, and keeps it.
func writeNote(c *conversation, p meeting.Page) {
	about := meeting.About{Page: p.Key, Year: p.Year}
	if note := c.notes[about]; note == "" {
		c.Say("There is no note yet.")
	} else {
		c.Label("The note says", note)
	}
	c.Say(`Type the note on one line. Enter alone keeps it as it is, and "empty" takes it away.`)
	text, ok := c.Read()
	switch {
	case !ok, text == "", strings.EqualFold(text, "back"):
		return
	case strings.EqualFold(text, "empty"):
		text = ""
	case utf8.RuneCountInString(text) > mostNote:
		c.Tell("A note holds 2,000 characters, and this one has " + words.Count(utf8.RuneCountInString(text), "character") + ": it is not kept.")
		return
	}
	kept := c.deps.SaveNote(meeting.Note{About: about, Text: text})()
	if kept.Aside != "" {
		c.Label("The notes that could not be read are kept in", kept.Aside)
	}
	if kept.Err != nil {
		c.Label("The note is not kept", kept.Err.Error())
		return
	}
	if c.notes[about] = text; text == "" {
		delete(c.notes, about)
	}
	c.Say("The note is kept.")
}
