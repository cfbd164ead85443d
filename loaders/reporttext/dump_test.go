package reporttext

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"wres/model/audit/document"
)

// dump writes a document as the golden files hold it.
func dump(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "terms: %s\norganisation: %s\n", strings.Join(d.Terms.BME, ", "), strings.Join(d.Terms.Organisation, ", "))
	if m := d.SurveyYears; m != nil {
		fmt.Fprintf(&b, "years of the survey: line %d, %v\n", m.Line, m.From)
	}
	fmt.Fprintf(&b, "\nfigures: %d\n", len(d.Figures))
	for _, f := range d.Figures {
		sure := ""
		if !f.IsNumber {
			sure = " (no number)"
		}
		base := ""
		if f.Base != "" {
			base = " of " + f.Base
		}
		part := f.Part
		if part == "" {
			part = "-"
		}
		fmt.Fprintf(&b, "%d\t%v %s %s %s %s = %s%s%s\n", f.Line, f.Year, f.Indicator, f.Printed.Figure, f.Group, part, f.Printed.Printed, sure, base)
	}
	fmt.Fprintf(&b, "\nunread: %d\n", len(d.Unread))
	for _, u := range d.Unread {
		fmt.Fprintf(&b, "%d\t%s\n", u.Line, u.Text)
	}
	fmt.Fprintf(&b, "\nsentences: %d\n", len(d.Sentences))
	for _, s := range d.Sentences {
		fmt.Fprintf(&b, "%d\t[%s]%s %s\n", s.Line, s.Indicator, map[bool]string{true: "#"}[s.Heading], s.Text)
	}
	return b.String()
}

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip("for trying a file by hand")
	}
	for _, name := range strings.Split(os.Getenv("DUMP"), ",") {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := Read(content, name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(dump(d))
	}
}
