package held_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"wres/loaders/columns/held"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

// of reads rows of one column.
func of(t *testing.T, column source.Column, counted bool, cells ...string) *source.Held {
	t.Helper()
	text, err := csvfile.Decode([]byte("Given,Beside\n" + strings.Join(cells, ",x\n") + ",x\n"))
	if err != nil {
		t.Fatal(err)
	}
	columns := []source.Column{column, {}}
	held.Tell(context.Background(), text, labels.New(), columns, counted)
	return columns[0].Holds
}

func times(n int, cell string) []string {
	return strings.Split(strings.TrimSuffix(strings.Repeat(cell+"\n", n), "\n"), "\n")
}

func all(parts ...[]string) (rows []string) {
	for _, p := range parts {
		rows = append(rows, p...)
	}
	return rows
}

func TestHeld(t *testing.T) {
	names := make([]string, 40) // of which two are words that a table has
	for i := range names {
		names[i] = fmt.Sprintf("Person%c", 'A'+i%26)
	}
	for _, c := range []struct {
		name    string
		column  source.Column
		counted bool
		cells   []string
		want    string
	}{
		{"labels of a list, the rare ones together", source.Column{}, false, all(times(7, "White - British"), times(5, "Indian"), times(2, "Chinese")), "ethnicity 14: White British 7, Indian 5; 2"},
		{"counts, each label", source.Column{}, true, []string{"Band 5", "Band 6", "Band 8a"}, "band 3: 5 1, 6 1, 8a 1; 0"},
		{"who someone is", source.Column{Personal: true}, false, all(times(7, "White"), times(7, "BME")), ""},
		{"names", source.Column{}, false, all(names, times(3, "White")), ""},
		{"one cell in five means nothing", source.Column{}, false, all(times(20, "White"), times(20, "BME"), times(10, "Ward 3")), ""},
		{"one cell in ten", source.Column{}, false, all(times(20, "White"), times(25, "BME"), times(5, "Ward three")), "ethnicity 50: BME 25, White 20; 5"},
		{"numbers are no bands", source.Column{}, false, all(times(20, "5"), times(20, "6")), ""},
		{"unless the column is of bands", source.Column{Field: "pay_band"}, false, all(times(20, "5"), times(21, "6")), "band 41: 6 21, 5 20; 0"},
		{"M and F are no ethnicities", source.Column{}, false, all(times(20, "M"), times(20, "F")), ""},
		{"ESR codes", source.Column{}, false, all(times(20, "A"), times(9, "H"), times(8, "N"), times(7, "Z")), "ethnicity 44: White British 20, Indian 9, African 8, Not stated 7; 0"},
		{"one meaning tells nothing", source.Column{}, false, times(20, "White"), ""},
		{"a count", source.Column{Field: "headcount"}, true, []string{"White", "BME"}, ""},
	} {
		h := of(t, c.column, c.counted, c.cells...)
		got := ""
		if h != nil {
			var labels []string
			for _, l := range h.Labels {
				labels = append(labels, fmt.Sprintf("%s %d", l.Meaning, l.Rows))
			}
			got = fmt.Sprintf("%s %d: %s; %d", h.Table, h.Rows, strings.Join(labels, ", "), h.Rest)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
