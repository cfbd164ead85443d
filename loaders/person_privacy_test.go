package loaders

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// planted are what a person must never be found by, outside the file.
var planted = []string{
	"Plantedname", "QQ123456C", "QQ 12 34 56 C", "87654321", "1971", "Planted Lane", "planted@example.org", "07700900123", "ZZ1 1ZZ",
}

var address = regexp.MustCompile(`0x[0-9a-f]+`)

// plantedIn lists what of the planted text stands in a value or anything it leads
// to, the fields that are not exported among them.
func plantedIn(value any) []string {
	var all strings.Builder
	seen := map[uintptr]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			all.WriteString(v.String() + "\n")
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Pointer()] {
				seen[v.Pointer()] = true
				walk(v.Elem())
			}
		case reflect.Interface:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Slice, reflect.Array:
			if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
				all.Write(v.Bytes())
				return
			}
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for it := v.MapRange(); it.Next(); {
				walk(it.Key())
				walk(it.Value())
			}
		}
	}
	walk(reflect.ValueOf(value))
	// An address can hold 1971 by chance.
	text := all.String() + address.ReplaceAllString(fmt.Sprintf("%+v", value), "")
	var found []string
	for _, p := range planted {
		if strings.Contains(strings.ToLower(text), strings.ToLower(p)) {
			found = append(found, p)
		}
	}
	return found
}

// who is what every row about the planted person begins with.
const who = "Plantedname,Jo,QQ123456C,12/03/1971,\"1 Planted Lane, ZZ1 1ZZ\",planted@example.org,07700900123,87654321"

const whoHeader = "Surname,First Name,NI Number,Date of Birth,Address,Email,Phone,Employee Number"

// TestNothingAboutAPersonOutlivesLoading plants names, numbers and dates of birth in
// every kind of list, in sound rows, in rows that are broken in every way that is
// known, and where a category or a number should stand.
func TestNothingAboutAPersonOutlivesLoading(t *testing.T) {
	good := folder{
		"staff.csv": whoHeader + ",Ethnic Origin,Band,Year,FTE,Primary Assignment,Assignment Category,Assignment Status\n" +
			who + ",A,5,2024,1.00,Yes,Permanent,Active\n" +
			who + ",H,6,12/03/1971,QQ123456C,87654321,QQ123456C,87654321\n" +
			who + ",QQ123456C,12/03/1971,2024,12/03/1971,Plantedname,12/03/1971,QQ 12 34 56 C\n" +
			who + ",planted@example.org,87654321,2024,,,ZZ1 1ZZ,07700900123\n" +
			who + ",Mr Plantedname,5,QQ123456C,,,,\n" +
			who + ",A\n" + // cut off
			who + ",A,5,2024,1,Yes,Permanent,Active,Plantedname\n" + // shifted
			who + ",A,5,2024,1,Yes,Permanent,\"Plantedname\" 87654321\n" + // a stray quote
			who + ",A,5,2024,1,Yes,Permanent,Active\"\n" +
			who + ",A,5,2024,1,Yes,Permanent,\"Plantedname\n", // never closed
		"cases.csv":    whoHeader + ",Date Opened\n" + who + ",01/05/2023\n" + who + ",12/03/1971\n" + who + ",Plantedname\n",
		"training.csv": whoHeader + ",Course,Completion Date,Mandatory\n" + who + ",Plantedname,01/05/2023,87654321\n" + who + ",x,QQ123456C,no\n",
		"trac.csv":     whoHeader + ",Ethnic Origin,Shortlisted,Appointed,Date\n" + who + ",A,yes,no,01/05/2023\n" + who + ",A,Plantedname,12/03/1971,01/05/2023\n",
		"board.csv":    "Name,Ethnic Origin,Voting,Executive,Year\nPlantedname,A,yes,yes,2024\nPlantedname,A,Plantedname,QQ123456C,2024\n",
	}
	headless := folder{
		"headless.csv": who + ",A,5\n" + who + ",A,5\n",
		"list.csv":     whoHeader + "\n" + who + "\n",
		"counts.csv":   whoHeader + ",ethnicity,headcount,year\n" + who + ",White,1,2024\n",
		"ok.csv":       "year,ethnicity,entered\n2024,White,1\n",
	}
	for i, f := range []folder{good, headless} {
		for name, text := range f {
			f[name] = text
		}
		org, report, err := open(t, f, Options{Folder: "/data/trust"})
		if err != nil {
			t.Fatal(i, err, said(report))
		}
		for what, value := range map[string]any{"the organisation": org, "the report": report, "the messages": said(report)} {
			if found := plantedIn(value); len(found) > 0 {
				t.Errorf("folder %d: %s holds %q:\n%s", i, what, found, strings.Join(said(report), "\n"))
			}
		}
		if i == 0 && org.Return(2024).Headcount().Total() == 0 {
			t.Error("the folder gives no figures, so the test shows nothing")
		}
	}
}

// TestPlantedTextIsFound: the walk sees what it should.
func TestPlantedTextIsFound(t *testing.T) {
	type inner struct{ hidden map[string][]any }
	value := &struct{ in *inner }{&inner{map[string][]any{"x": {[]byte("qq123456c")}}}}
	if found := plantedIn(value); len(found) != 1 {
		t.Errorf("found %q", found)
	}
}
