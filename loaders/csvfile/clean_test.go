package csvfile

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"plain", "White - British", "White - British"},
		{"trim", "  White  ", "White"},
		{"inner spaces stay", "a  b", "a  b"},
		{"only spaces", " \u00a0 ", ""},
		{"Unicode spaces", "a\u00a0b\u2003c\u3000d\u202fe", "a b c d e"},
		{"NFC", "Zoe\u0308", "Zoë"},
		{"dashes stay", "1\u20137 \u2014 x\u2212y", "1\u20137 \u2014 x\u2212y"},
		{"CSI", "\x1b[2J\x1b[Hend", "<U+001B>[2J<U+001B>[Hend"},
		{"line ends and tab", "a\r\nb\tc", "a<U+000D><U+000A>b<U+0009>c"},
		{"tab at the end", "a\t", "a<U+0009>"},
		{"NUL and DEL", "a\x00b\x7fc", "a<U+0000>b<U+007F>c"},
		{"C1", "a\u009b2J", "a<U+009B>2J"},
		{"BOM inside", "a\ufeffb", "a<U+FEFF>b"},
		{"bidi", "a\u202eb\u2066c", "a<U+202E>b<U+2066>c"},
		{"separators", "a\u2028b\u2029", "a<U+2028>b<U+2029>"},
		{"an emoji's own joiners", "❤\ufe0f 👩\u200d🚒 👩🏽\u200d⚕\ufe0f 1\ufe0f\u20e3 ☎\ufe0e", "❤ 👩🚒 👩🏽⚕ 1\u20e3 ☎"},
		{"joiners elsewhere", "a\u200d🚒 👩\u200da 1\ufe0f a\ufe0f\u20e3 🚒\u200d", "a<U+200D>🚒 👩<U+200D>a 1<U+FE0F> a<U+FE0F><U+20E3> 🚒<U+200D>"},
		{"soft hyphen, joiners", "a\u00ad\u200d\u200bb", "a<U+00AD><U+200D><U+200B>b"},
		{"private use", "a\ue000\U000f0000", "a<U+E000><U+F0000>"},
		{"unassigned", "a\u0378\U0010ffff", "a<U+0378><U+10FFFF>"},
		{"tags", "a\U000e0041", "a<U+E0041>"},
		{"variation selectors", "a\ufe0fb\U000e0100c\u180bd", "a<U+FE0F>b<U+E0100>c<U+180B>d"},
		{"joiner mark", "a\u034fb", "a<U+034F>b"},
		{"fillers", "\u115f\u1160\u3164\uffa0", "<U+115F><U+1160><U+3164><U+FFA0>"},
		{"blank braille", "\u2800", "<U+2800>"},
		{"object replacement", "\ufffc", "<U+FFFC>"},
		{"invalid bytes", "a\xff\xfe\xc3b", "a<0xFF><0xFE><0xC3>b"},
		{"surrogate", "\xed\xa0\x80", "<0xED><0xA0><0x80>"},
		{"replacement character", "a\ufffdb", "a\ufffdb"},
		{"wide", "ＡＢ", "ＡＢ"},
		{"four marks", "q\u0301\u0302\u0303\u0304", "q\u0301\u0302\u0303\u0304"},
		{"five marks", "q\u0301\u0302\u0303\u0304\u0305x", "q\u0301\u0302\u0303\u0304<more marks>x"},
		{"a hundred marks", "q" + strings.Repeat("\u0301", 100) + "x", "q" + strings.Repeat("\u0301", 4) + "<more marks>x"},
		{"marks that decompose", "q" + strings.Repeat("\u0344", 3), "q" + "\u0308\u0301\u0308\u0301<more marks>"},
		{"mark first", "\u0301a", "<U+0301>a"},
		{"mark behind trimmed space", " \u0301a", "<U+0301>a"},
		{"mark behind a mark", "\x1b\u0338", "<U+001B><U+0338>"},
		{"mark on a space", "a \u0301", "a \u0301"},
		{"mark that composes", "a>\u0338b", "a\u226fb"},
		{"Hangul composes", "\u1100\u1161\u11a8", "각"},
		{"Hangul vowels pile up", "\u1100" + strings.Repeat("\u1161", 20), "가" + strings.Repeat("\u1161", 4) + "<more marks>"},
		{"Tamil", "தமிழ்", "தமிழ்"},
		{"Welsh and Yoruba", "ŵ Ọ̀ṣun", "ŵ Ọ̀ṣun"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Clean(tt.in)
			if got != tt.want {
				t.Errorf("Clean(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
			checkClean(t, tt.in, got)
		})
	}
}

// checkClean fails where cleaned text holds what must not reach the screen. It
// does not ask the code under test what that is.
func checkClean(t *testing.T, in, got string) {
	t.Helper()
	if !utf8.ValidString(got) {
		t.Errorf("Clean(%+q) = %+q is not UTF-8", in, got)
	}
	marks := -1
	for _, r := range got {
		switch {
		case unicode.In(r, unicode.C, unicode.Zl, unicode.Zp, unicode.Variation_Selector,
			unicode.Other_Default_Ignorable_Code_Point), r == 0x2800, r == 0x034f, r == 0x3164:
			t.Errorf("Clean(%+q) = %+q holds %U", in, got, r)
		case !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Zs):
			t.Errorf("Clean(%+q) = %+q holds unassigned %U", in, got, r)
		case unicode.Is(unicode.Zs, r) && r != ' ':
			t.Errorf("Clean(%+q) = %+q holds the space %U", in, got, r)
		case unicode.Is(unicode.M, r):
			if marks < 0 {
				t.Errorf("Clean(%+q) = %+q begins with a combining mark", in, got)
			}
			if marks++; marks > 4 {
				t.Errorf("Clean(%+q) = %+q has over 4 marks on a base", in, got)
			}
		default:
			marks = 0
		}
	}
	if again := Clean(got); again != got {
		t.Errorf("Clean(%+q) = %+q, and of that %+q", in, got, again)
	}
	if !norm.NFC.IsNormalString(got) {
		t.Errorf("Clean(%+q) = %+q is not NFC", in, got)
	}
	if strings.TrimSpace(got) != got {
		t.Errorf("Clean(%+q) = %+q is not trimmed", in, got)
	}
}

func payloads(t testing.TB) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/terminal-escapes/payloads.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		Name    string `json:"name"`
		Payload []byte `json:"payload_b64"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range list {
		all[p.Name] = string(p.Payload)
	}
	if len(all) != 30 {
		t.Fatalf("%d payloads, want 30", len(all))
	}
	return all
}

// visible takes out of s all that is not printable ASCII or a wide letter: the text
// behind the escapes, which must still be shown.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if ' ' <= r && r < 0x7f || 0xff21 <= r && r <= 0xff3a {
			return r
		}
		return -1
	}, s)
}

func TestCleanPayloads(t *testing.T) {
	unmarked := map[string]bool{"wide": true, "esc_split_b": true} // ordinary text
	for name, payload := range payloads(t) {
		t.Run(name, func(t *testing.T) {
			got := Clean("START" + payload + "END")
			checkClean(t, payload, got)
			if !strings.HasPrefix(got, "START") || !strings.HasSuffix(got, "END") {
				t.Errorf("%+q lost its START or END", got)
			}
			if marked := strings.Contains(got, "<U+") || strings.Contains(got, "<0x"); marked == unmarked[name] {
				t.Errorf("%+q: marked is %t", got, marked)
			}
			shown := got
			for i := strings.IndexByte(shown, '<'); i >= 0; i = strings.IndexByte(shown, '<') {
				shown = shown[:i] + shown[i+strings.IndexByte(shown[i:], '>')+1:]
			}
			if want := visible("START" + payload + "END"); shown != want {
				t.Errorf("text shown %+q, want %+q", shown, want)
			}
			alone := Clean(payload)
			checkClean(t, payload, alone)
			checkLines(t, payload, CleanLines(payload))
		})
	}
}

// A payload in a cell comes out of the file as it went in, and stays one record.
func TestPayloadsThroughFile(t *testing.T) {
	for name, payload := range payloads(t) {
		if name == "invalid_utf8" || name == "surrogate" {
			continue // such bytes make the file Windows-1252
		}
		f := decodeString(t, "id,text\n1,\""+strings.ReplaceAll(payload, `"`, `""`)+"\"\n2,x\n")
		recs := records(f)
		if len(recs) != 2 || recs[0].Values[1] != payload || len(recs[0].Faults) > 0 {
			t.Errorf("%s: %d records, faults %v", name, len(recs), faults(f))
		}
	}
}

func checkLines(t *testing.T, in, got string) {
	t.Helper()
	if again := CleanLines(got); again != got {
		t.Errorf("CleanLines(%+q) = %+q, and of that %+q", in, got, again)
	}
	for line := range strings.SplitSeq(got, "\n") {
		checkClean(t, in, strings.TrimLeft(line, " "))
	}
}

func TestCleanLines(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"one line", "a", "a"},
		{"line ends", "a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"blank lines inside stay", "a\n\n \nb", "a\n\n\nb"},
		{"blank lines outside go", "\n \n  a\n\n", "  a"},
		{"indent stays", "list:\n  - x\u00a0y \n\u00a0- z", "list:\n  - x y\n - z"},
		{"controls", "a\x1b[2J\nb\tc", "a<U+001B>[2J\nb<U+0009>c"},
		{"separators are no lines", "a\u2028b\u0085c", "a<U+2028>b<U+0085>c"},
		{"mark first on a line", "a\n\u0301b", "a\n<U+0301>b"},
		{"mark behind an indent", "a\n \u0301b", "a\n <U+0301>b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := CleanLines(tt.in)
			if got != tt.want {
				t.Errorf("CleanLines(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
			checkLines(t, tt.in, got)
		})
	}
}

func TestCleanDoesNotAllocate(t *testing.T) {
	for _, s := range []string{"White - British", "  8a  ", ""} {
		if n := testing.AllocsPerRun(100, func() { Clean(s) }); n != 0 {
			t.Errorf("Clean(%q) makes %v allocations", s, n)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Pay_Band", "payband"},
		{"PAY BAND", "payband"},
		{" pay-band ", "payband"},
		{"\ufeffPay\u00a0Band", "payband"},
		{"Pay\u2013Band\u200b", "payband"},
		{"Ethnic\nOrigin", "ethnicorigin"},
		{"Gwasanaeth IECHYD ŵ", "gwasanaethiechydŵ"},
		{"É", "é"},
		{"E\u0301", "é"},
		{"STRASSE", "strasse"},
		{"Straße", "strasse"},
		{"1-7", "1-7"},
		{"1 \u2013 7", "1-7"},
		{"17", "17"},
		{"Band 8a", "band8a"},
		{"2023_24", "2023-24"},
		{"-5-", "5"},
		{"1\u00ad-\u00ad7", "1-7"},
		{"White/Black", "white/black"},
		{"a\x00b", "a\x00b"},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%+q) = %+q, want %+q", tt.in, got, tt.want)
		}
	}
}

func BenchmarkClean(b *testing.B) {
	for name, s := range map[string]string{"ascii": "White - British", "accents": "Añd, Zoe\u0308", "escape": "\x1b[2Jx"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Clean(s)
			}
		})
	}
}

// Each kind of code point, alone and between letters, with and without a mark behind it.
func TestCleanEveryCodePoint(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		switch { // long stretches of one kind: their first and last are enough
		case r == 0x3402, r == 0xac02, r == 0xe002: // Han, Hangul, private use
			r = map[rune]rune{0x3402: 0x9ffe, 0xac02: 0xd7a2, 0xe002: 0xf8fe}[r]
		case r == 0x20002:
			r = 0xdfffe
		case r == 0xe1002:
			r = 0x10fffe
		}
		for _, s := range []string{string(r), "a" + string(r) + "b" + string(r) + "\u0338\u0301"} {
			checkClean(t, s, Clean(s))
			if folded := Fold(s); Fold(folded) != folded {
				t.Errorf("Fold(%+q) = %+q, and of that %+q", s, folded, Fold(folded))
			}
		}
		if t.Failed() {
			return
		}
	}
}
