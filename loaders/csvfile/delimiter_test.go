package csvfile

import (
	"strings"
	"testing"
)

func TestDelimiter(t *testing.T) {
	tests := []struct {
		name, data string
		want       rune
		header     string // fields of the header, joined by |
	}{
		{"comma", "year,ethnicity,n\n2024,White,5\n", ',', "year|ethnicity|n"},
		{"semicolon, decimal commas", "year;pct\n2024;9,87\n2023;8,10\n", ';', "year|pct"},
		{"semicolon, comma in a name", "year;pct, of staff\n2024;9,87\n2023;8,10\n", ';', "year|pct, of staff"},
		{"tab", "year\tethnicity\n2024\tWhite, British\n2024\tOther, any\n", '\t', "year|ethnicity"},
		{"pipe", "year|ethnicity\n2024|White, British\n", '|', "year|ethnicity"},
		{"commas in quotes do not count", "year;label\n1;\"a,b,c\"\n2;\"d,e,f\"\n", ';', "year|label"},
		{"line breaks in quotes do not count", "a,\"b\n;;\"\n1,\"2\n;;;;\"\n", ',', "a|b\n;;"},
		{"a ragged row", "a,b,c\n1,2,3\n1,2\n4,5,6\n7,8,9;x\n", ',', "a|b|c"},
		{"lists with commas", "name;list\nx;1,2,3,4\ny;5,6,7,8\nz;1,2,3,4\nw;1,2,3,4\nv;1,2,3,4\n", ';', "name|list"},
		{"the one with more fields", "a,b;c,d\n1,2;3,4\n", ',', "a|b;c|d"},
		{"header only", "a;b;c", ';', "a|b|c"},
		{"one column", "headcount\n5\n7\n", ',', "headcount"},
		{"title row above", "Workforce report; draft\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n", ',', "a|b|c"},
		{"tabs in quoted cells", "Staff\na,b,c,d\n" + strings.Repeat("\"0\",\"\t\t\t\t\",\"1\",\"x\"\n", 40), ',', "a|b|c|d"},
		{"sep semicolon", "sep=;\na;b,c,d\n1;2,3,4\n", ';', "a|b,c,d"},
		{"sep tab", "sep=\t\na\tb\n", '\t', "a|b"},
		{"sep quoted", "\"sep=;\"\na;b\n", ';', "a|b"},
		{"sep with delimiters behind", "sep=,,,,\na,b\n", ',', "a|b"},
		{"sep of another sign", "sep=^\na^b,c\n", '^', "a|b,c"},
		{"sep of a letter is a header", "sep=x\n1\n", ',', "sep=x"},
		{"sep with text behind is a header", "sep=;x\n1;2\n", ';', "sep=|x"},
		{"September is a header", "Sep,Oct\n1,2\n", ',', "Sep|Oct"},
		{"sep behind a BOM", bomUTF8 + "sep=;\r\na;b\r\n", ';', "a|b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, tt.data)
			if f.Delimiter != tt.want {
				t.Errorf("delimiter %q, want %q", f.Delimiter, tt.want)
			}
			if got := strings.Join(f.Header.Values, "|"); got != tt.header {
				t.Errorf("header %q, want %q", got, tt.header)
			}
		})
	}
}

func TestDelimiterOfLongFile(t *testing.T) {
	row := strings.Repeat("x", 1000) + ";1,5\n"
	f := decodeString(t, "name;rate\n"+strings.Repeat(row, 2000))
	if f.Delimiter != ';' {
		t.Errorf("delimiter %q, want ;", f.Delimiter)
	}
}

func TestDelimiterNames(t *testing.T) {
	for delim, want := range map[rune]string{',': "a comma", ';': "a semicolon", '\t': "a tab", '|': "a vertical bar", '^': "the sign ^"} {
		if got := delimiterName(delim); got != want {
			t.Errorf("%q is %q, want %q", delim, got, want)
		}
	}
}
