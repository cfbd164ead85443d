package planfile

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/model/plan"
)

// Calendar writes the deadlines of a plan as an iCalendar file (RFC 5545) of
// all-day events, and counts the actions that have none because their deadline
// names no day. An event has the same UID at every export, made of the action's id
// and of owner, the name of whose plan it is: a calendar that takes the file in
// again replaces the events it has. A finished action stays in, marked as done, and
// a cancelled one as cancelled, for the same reason.
//
// The format is small and fixed. The libraries for it import net/http, or more
// than is written here.
func Calendar(p plan.Plan, owner string, now time.Time) (content []byte, without int) {
	c := calendar{stamp: now.UTC().Format("20060102T150405Z"), owner: fmt.Sprintf("%x", sha256.Sum256([]byte(owner)))[:16]}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//wres//action plan//EN")
	c.line("METHOD", "PUBLISH")
	for _, action := range p.Actions() {
		if due := action.Due(); due.HasDate() {
			c.event(action, due.Date)
		} else {
			without++
		}
	}
	c.line("END", "VCALENDAR")
	return c.out.Bytes(), without
}

// calendar is a file in the making.
type calendar struct {
	stamp, owner string
	out          bytes.Buffer
}

func (c *calendar) event(a plan.Action, due time.Time) {
	status := "CONFIRMED"
	if a.Closed() && !a.Done() {
		status = "CANCELLED"
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", calendarText(a.ID)+"."+c.owner+"@action-plan.wres")
	c.line("DTSTAMP", c.stamp)
	c.line("DTSTART;VALUE=DATE", due.Format("20060102"))
	c.line("DTEND;VALUE=DATE", due.AddDate(0, 0, 1).Format("20060102")) // the first day that is no longer part of it
	c.line("SUMMARY", calendarText(summary(a)))
	c.line("DESCRIPTION", calendarText(description(a)))
	c.line("STATUS", status)
	c.line("TRANSP", "TRANSPARENT") // nobody is busy for it
	c.line("END", "VEVENT")
}

// mostSummary is how many characters of an action stand in a calendar's cell.
const mostSummary = 100

// summary gives the first line of what is to be done.
func summary(a plan.Action) string {
	text, _, _ := strings.Cut(csvfile.CleanLines(a.Text), "\n")
	if runes := []rune(text); len(runes) > mostSummary {
		text = strings.TrimSpace(string(runes[:mostSummary])) + "…"
	}
	number := csvfile.Clean(a.Number)
	if number == "" {
		number = csvfile.Clean(a.ID)
	}
	text = "WRES action " + number + ": " + text
	if a.Done() {
		return "Done: " + text
	}
	return text
}

// description gives the fields that say something, each on a line of its own.
func description(a plan.Action) string {
	var lines []string
	for _, field := range plan.Fields() {
		if text := csvfile.CleanLines(field.Value(a)); text != "" && !field.Automatic {
			lines = append(lines, field.Label+": "+text)
		}
	}
	return strings.Join(lines, "\n")
}

// calendarText escapes a text as section 3.3.11 of RFC 5545 has it. Other control
// characters are visible marks, as on the screen.
func calendarText(text string) string {
	return calendarEscapes.Replace(csvfile.CleanLines(text))
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
