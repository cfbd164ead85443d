package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"wres/model/plan"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/inview"
)

// calendarFormat is an iCalendar file (RFC 5545) of a plan's deadlines, each an
// all-day event. An event has the same UID at every export, made of the action's id
// and of the name of whose plan it is: a calendar that takes the file in again
// replaces the events it has. A finished action stays in, marked as done, and a
// cancelled one as cancelled, for the same reason.
//
// The format is small and fixed. The libraries for it import net/http, or more
// than is written here.
func calendarFormat() Format {
	return Format{
		Name:    "ics",
		Pages:   map[report.Kind]string{report.PlanPage: ""},
		Write:   writeCalendar,
		Data:    true,
		Figures: true,
		Without: func(p report.Page, _ Options) []string {
			without := 0
			for _, a := range p.(report.Plan).Actions() {
				if !a.Due().HasDate() {
					without++
				}
			}
			if without == 0 {
				return nil
			}
			return []string{"left out of the calendar, for want of a day: " + words.Count(without, "action")}
		},
	}
}

func writeCalendar(w io.Writer, page report.Page, o Options) error {
	p, ok := page.(report.Plan)
	if !ok {
		return notWritten("calendar", page)
	}
	owner := cmp.Or(o.Safe.Line(p.Organisation), p.Folder)
	c := calendar{Safe: o.Safe, plan: p, stamp: p.Today.UTC().Format("20060102T150405Z"), owner: fmt.Sprintf("%x", sha256.Sum256([]byte(owner)))[:16]}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//wres//action plan//EN")
	c.line("METHOD", "PUBLISH")
	c.line("X-WR-CALDESC", c.text(p.View()))
	for _, action := range p.Actions() {
		if due := action.Due(); due.HasDate() {
			c.event(action, due.Date)
		}
	}
	c.line("END", "VCALENDAR")
	_, err := w.Write(c.out.Bytes())
	return err
}

// calendar is a file in the making.
type calendar struct {
	report.Safe
	plan         report.Plan
	stamp, owner string
	out          bytes.Buffer
}

func (c *calendar) event(a plan.Action, due time.Time) {
	status := "CONFIRMED"
	if a.Closed() && !a.Done() {
		status = "CANCELLED"
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", c.text(a.ID)+"."+c.owner+"@action-plan.wres")
	c.line("DTSTAMP", c.stamp)
	c.line("DTSTART;VALUE=DATE", due.Format("20060102"))
	c.line("DTEND;VALUE=DATE", due.AddDate(0, 0, 1).Format("20060102")) // the first day that is no longer part of it
	c.line("SUMMARY", c.text(c.summary(a)))
	c.line("DESCRIPTION", c.text(c.description(a)))
	c.line("STATUS", status)
	c.line("TRANSP", "TRANSPARENT") // nobody is busy for it
	c.line("END", "VEVENT")
}

// mostSummary is how many characters of an action stand in a calendar's cell.
const mostSummary = 100

// summary gives the first line of what is to be done.
func (c *calendar) summary(a plan.Action) string {
	text, _, _ := strings.Cut(c.Lines(a.Text), "\n")
	if runes := []rune(text); len(runes) > mostSummary {
		text = strings.TrimSpace(string(runes[:mostSummary])) + "…"
	}
	text = "WRES action " + cmp.Or(c.Line(a.Number), c.Line(a.ID)) + ": " + text
	if a.Done() {
		return "Done: " + text
	}
	return text
}

// description gives the fields that say something, each on a line of its own, and which
// view they have, where a reader has to know.
func (c *calendar) description(a plan.Action) string {
	var lines []string
	for _, field := range plan.Fields() {
		if text := c.Lines(field.Value(a)); text != "" && !field.Automatic {
			lines = append(lines, field.Label+": "+text)
		}
	}
	switch text := strings.Join(lines, "\n"); {
	case !c.plan.Published():
		lines = append(lines, report.FullView+".")
	case strings.Contains(text, words.HiddenMark):
		lines = append(lines, inview.Meaning(c.plan.Results))
	}
	return strings.Join(lines, "\n")
}

// text escapes a text as section 3.3.11 of RFC 5545 has it. Other control
// characters are visible marks, as on the screen.
func (c *calendar) text(text string) string {
	return calendarEscapes.Replace(c.Lines(text))
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// mostOctets is the longest line of a file, without its end (section 3.1).
const mostOctets = 75

// line writes a property, folded before its longest line without cutting a
// character.
func (c *calendar) line(name, value string) {
	rest, room := name+":"+value, mostOctets
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		c.out.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], mostOctets-1 // the space counts
	}
	c.out.WriteString(rest + "\r\n")
}
