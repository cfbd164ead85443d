package counts

import (
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gocarina/gocsv"

	"wres/loaders/kinds"
)

// TestEveryColumnIsDecoded: of each kind, each column ends in a field of its own, byte
// for byte.
func TestEveryColumnIsDecoded(t *testing.T) {
	for _, e := range kinds.Extracts() {
		if e.List != nil {
			continue
		}
		var header, want []string
		for _, c := range e.AllColumns() {
			header = append(header, e.Tag(c.Name))
			want = append(want, " 0"+c.Name+" ")
		}
		um, err := gocsv.NewUnmarshaller(csv.NewReader(strings.NewReader(strings.Join(header, ",")+"\n"+strings.Join(want, ",")+"\n")), e.Row)
		if err != nil {
			t.Fatalf("%s: %v", e.Kind, err)
		}
		row, err := um.Read()
		if err != nil {
			t.Fatalf("%s: %v", e.Kind, err)
		}
		var got []string
		v := reflect.ValueOf(row)
		for _, f := range reflect.VisibleFields(v.Type()) {
			if s := v.FieldByIndex(f.Index); s.Kind() == reflect.String && s.String() != "" {
				got = append(got, s.String())
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: decoded %q; want %q", e.Kind, got, want)
		}
	}
}
