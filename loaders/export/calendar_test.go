package export

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model/plan"
	"wres/model/report"
)

// hostile is text that would act on a program that takes it as it is.
var hostile = []string{"", "=1+1", "+44 1", "-1+1", "@SUM(A1)", "\t=1", "'=1", " =1", "\u200b=1", "a\nb", "a\r\nEND:VCALENDAR\r\nb", "a;b,c\\n", "\"q\"",
	"\x1b[2J", "\u202eabc", "BEGIN:VEVENT", strings.Repeat("ü", 200), strings.Repeat("é\n", 50), "\xff\x00", "-3", "日本語"}

func hostilePlan(t *rapid.T) plan.Plan {
	text := rapid.SampledFrom(hostile)
	var actions []plan.Action
	for range rapid.IntRange(0, 4).Draw(t, "actions") {
		a := plan.Action{Extra: []string{text.Draw(t, "extra")}}
		for _, field := range plan.Fields() {
			a = field.With(a, text.Draw(t, field.Column))
		}
		if rapid.Bool().Draw(t, "dated") {
			a.Deadline = "31/03/2025"
		}
		actions = append(actions, a)
	}
	return plan.New([]string{text.Draw(t, "column")}, actions)
}

// calendarOf gives the calendar of a plan, and how many actions have no day in it.
func calendarOf(t failer, p plan.Plan, owner string, now time.Time) (content []byte, without int) {
	for _, a := range p.Actions() {
		if !a.Due().HasDate() {
			without++
		}
	}
	return []byte(written(t, report.Plan{Plan: p, Organisation: owner, Today: now}, "ics")), without
}

func TestCalendar(t *testing.T) {
	now := time.Date(2025, 1, 2, 3, 4, 5, 0, time.FixedZone("east", 3600))
	p := plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "3", Text: "Train panels; mentors, too\nand more", Deadline: "31 March 2025 (end of March)", Lead: "Zoë"},
		{ID: "A-0002", Text: "b", Deadline: "28/02/2024", Status: "done"},
		{ID: "A-0003", Text: "c", Deadline: "31/12/2025", Status: "Cancelled"},
		{ID: "A-0004", Text: "d", Deadline: "Ongoing"},
		{ID: "A-0005", Text: "e"},
	})
	content, without := calendarOf(t, p, "An organisation", now)
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//wres//action plan//EN
METHOD:PUBLISH
X-WR-CALDESC:Full figures: not for publication
BEGIN:VEVENT
UID:A-0001.a5339497cdcd1192@action-plan.wres
DTSTAMP:20250102T020405Z
DTSTART;VALUE=DATE:20250331
DTEND;VALUE=DATE:20250401
SUMMARY:WRES action 3: Train panels\; mentors\, too
DESCRIPTION:Number: 3\nAction: Train panels\; mentors\, too\nand more\nDead
 line: 31 March 2025 (end of March)\nLead: Zoë\nFull figures: not for publ
 ication.
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:A-0002.a5339497cdcd1192@action-plan.wres
DTSTAMP:20250102T020405Z
DTSTART;VALUE=DATE:20240228
DTEND;VALUE=DATE:20240229
SUMMARY:Done: WRES action A-0002: b
DESCRIPTION:Action: b\nDeadline: 28/02/2024\nStatus: done\nFull figures: no
 t for publication.
STATUS:CONFIRMED
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:A-0003.a5339497cdcd1192@action-plan.wres
DTSTAMP:20250102T020405Z
DTSTART;VALUE=DATE:20251231
DTEND;VALUE=DATE:20260101
SUMMARY:WRES action A-0003: c
DESCRIPTION:Action: c\nDeadline: 31/12/2025\nStatus: Cancelled\nFull figure
 s: not for publication.
STATUS:CANCELLED
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if diff := cmp.Diff(want, string(content)); diff != "" || without != 2 {
		t.Errorf("%d without a date\n%s", without, diff)
	}
	other, _ := calendarOf(t, p, "Another", now)
	if bytes.Contains(other, []byte("a5339497cdcd1192")) {
		t.Error("two organisations' actions have the same UIDs")
	}
}

// Whatever an action says, the file has the lines of its events and no others.
func TestCalendarOfHostileText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := hostilePlan(t)
		content, without := calendarOf(t, p, "x", time.Unix(0, 0))
		if !utf8.Valid(content) || bytes.Contains(bytes.ReplaceAll(content, []byte("\r\n"), nil), []byte("\n")) {
			t.Fatalf("not UTF-8, or a lone line feed: %q", content)
		}
		var lines []string
		for line := range strings.SplitSeq(strings.TrimSuffix(string(content), "\r\n"), "\r\n") {
			if len(line) > mostOctets {
				t.Fatalf("%d octets: %q", len(line), line)
			}
			if rest, folded := strings.CutPrefix(line, " "); folded {
				lines[len(lines)-1] += rest
				continue
			}
			lines = append(lines, line)
		}
		names := []string{"BEGIN", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "STATUS", "TRANSP", "END"}
		events := p.Len() - without
		if len(lines) != 6+events*len(names) {
			t.Fatalf("%d lines for %d events", len(lines), events)
		}
		for i, line := range lines[5 : len(lines)-1] {
			name, value, _ := strings.Cut(line, ":")
			if name != names[i%len(names)] {
				t.Fatalf("%q where %s belongs", line, names[i%len(names)])
			}
			if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' || r == 0x7f }) {
				t.Fatalf("a control character in %q", line)
			}
		}
		seen := map[string]bool{}
		for _, line := range lines {
			if strings.HasPrefix(line, "UID:") && seen[line] {
				t.Fatalf("%s stands twice", line)
			}
			seen[line] = true
		}
	})
}
