package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"wres/cmd/wres/exit"
	"wres/testdata/extracts"
)

// ownPayloads are texts that would do harm on a terminal or hide what is read, beside those
// of testdata/terminal-escapes.
var ownPayloads = []string{
	"\x1b[31mred", "\x1b[8mhidden\x1b[0m", "\x1b[5m", "\x1b[1A\x1b[2K", "\x1b[6n", "\x1b[c", "\x1b[?25l", "\x1b[?1049h", "\x1b[4i", "\x1b[3J",
	"\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]4;1;?\x07", "\x1b]10;?\x07", "\x1b]52;c;?\x07", "\x1b]777;notify;a;b\x07", "\x1b]8;;file:///\x07x\x1b]8;;\x07",
	"\x1bP+q544e\x1b\\", "\x1bPq#0\x1b\\", "\x1b_Gf=24;AAAA\x1b\\", "\x1bXstring\x1b\\", "\x1b^message\x1b\\", "\x1bc", "\x1b#8", "\x1b(0lqqk", "\x1b%G", "\x1bN", "\x1b", "\x1b[", "\x1b]",
	"\u009b31mred", "\u009d0;title\u009c", "\u0090q\u009c", "\u0085next line", "\x9b2J", "\x9d0;x\x9c", "\xc2", "\xe2\x80", "\xff\xfe", "\xc0\x9b", "\xed\xa0\x9b",
	"\u202ereversed", "\u2066isolate", "\u200bzero\u200cwidth\u200d", "\ufeffmark", "\u00adsoft", "\u2028line\u2029paragraph", "\U000e0001\U000e0041tag", "\u061cmark", "\u180emongol",
	"over\rwritten", "tab\tbed", "bell\x07", "back\b\b\bspace", "nul\x00", "del\x7f", "form\ffeed", "vertical\vtab", "shift\x0eout\x0fin", "sub\x1a", strings.Repeat("\u0301", 40), "%s%n%!d(x)", "\ue000private", "\u3164filler", "\u2800blank",
}

// harmful gives all payloads.
func harmful(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../../testdata/terminal-escapes/payloads.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []struct {
		Payload []byte `json:"payload_b64"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	all := ownPayloads
	for _, p := range list {
		all = append(all, string(p.Payload))
	}
	if len(all) < 90 {
		t.Fatalf("%d payloads", len(all))
	}
	return all
}

// harmfulFolder makes a folder that holds each payload wherever a user's text may stand: in
// labels, the names of columns, titles, the organisation's name, its own words, the plan and
// the names of files.
func harmfulFolder(t *testing.T, payloads []string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, extracts.FS); err != nil {
		t.Fatal(err)
	}
	rows := func(header ...string) [][]string { return [][]string{header} }
	labels, bands, plan := rows("year", "staff_category", "pay_band", "ethnicity", "headcount"), rows("year", "staff_category", "pay_band", "ethnicity", "headcount"),
		rows("id", "action", "owner", "status", "due", "a column \x1b[31m of ours")
	applicants := rows("year", "stage", "ethnicity", "count")
	own := []string{"# Our words"}
	for i, p := range payloads {
		id := fmt.Sprint("A-", 1001+i)
		labels = append(labels, []string{"2024", "non-clinical", "Band 5", p, "12"})
		bands = append(bands, []string{"2024", p, "Band " + p, "White", p})
		if !strings.Contains(p, "\x00") { // which no plan may hold
			plan = append(plan, []string{id, "Do " + p + " soon", p, "open", "31/03/2027", p})
		}
		applicants = append(applicants, []string{p, p, p, p})
		own = append(own, p, "", "| a | "+p+" |", "|---|---|", "| 1 | 2 |", "", "["+p+"](http://x.example/"+p+")", "")
		name := strings.NewReplacer("/", "-", "\x00", "0").Replace(p)
		if len(name) < 100 {
			_ = os.WriteFile(filepath.Join(dir, fmt.Sprint(name, i, ".csv")), []byte("a title "+p+"\n\nyear,"+p+",count\n2024,"+p+",5\n"), 0o600) // where the system has such names
		}
	}
	texts := map[string]string{"labels.csv": table(t, labels), "bands.csv": table(t, bands), "applicants.csv": table(t, applicants), "action-plan.csv": table(t, plan),
		"wres.toml":         "organisation = " + quotedTOML(strings.Join(payloads, "")) + "\n\n[labels.ethnicity]\n" + quotedTOML(payloads[0]) + " = \"BME\"\n",
		"report/opening.md": strings.Join(own, "\n\n")}
	for name, text := range texts {
		at := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(at), 0o700), os.WriteFile(at, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func table(t *testing.T, rows [][]string) string {
	t.Helper()
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// quotedTOML writes a text as a string of TOML, which has no broken UTF-8.
func quotedTOML(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "") {
		fmt.Fprintf(&b, `\U%08X`, r)
	}
	return `"` + b.String() + `"`
}

// TestNoRawByteInAnyOutput: of whatever stands in a folder, or is typed as an argument, no
// byte reaches the terminal or a file that could act there or is not seen.
func TestNoRawByteInAnyOutput(t *testing.T) {
	payloads := harmful(t)
	dir := harmfulFolder(t, payloads)
	pairs := filepath.Join(t.TempDir(), "pairs.csv")
	compared := [][]string{{"id", "a", "n1", "b", "n2"}}
	for _, p := range payloads {
		compared = append(compared, []string{p, "1", "20", "2", "20"}, []string{"x", p, "20", "2", "20"})
	}
	if err := os.WriteFile(pairs, []byte(table(t, compared)), 0o600); err != nil {
		t.Fatal(err)
	}
	lines := []string{"summary", "summary --json", "summary --csv", "summary --md", "summary --accessible", "summary --publication", "check", "check --json", "brief", "brief --json",
		"plan list", "plan list --json", "plan lint", "plan export --format csv", "plan export --format md", "plan export --format ics", "plan export --full --format csv",
		"report --format md", "report --format csv", "report --format html", "report --full --format md", "return", "return --format md"}
	for _, line := range lines {
		if status := checkClean(t, line, append(strings.Fields(line), dir)...); status != exit.Done && status != exit.Found {
			t.Errorf("%s: exit status %d", line, status)
		}
	}
	checkClean(t, "compare", "compare", "--csv", pairs)
	checkClean(t, "compare --json", "compare", "--csv", pairs, "--json")
	for _, p := range payloads {
		for _, args := range [][]string{{p}, {"summary", p}, {"help", p}, {"summary", "--" + p}, {"summary", "--charset", p, dir}, {"summary", "--year", p, dir}, {"compare", p, p},
			{"plan", "edit", p, "--title", p}, {"report", "--format", p, dir}, {"report", "-o", p, dir}, {"compare", "--csv", p}, {p, p}, {"-" + p}} {
			checkClean(t, fmt.Sprintf("%+q", args), args...)
		}
	}
}

// TestNoRawByteOnTheScreen: nor does the app show one, on any panel at any width.
func TestNoRawByteOnTheScreen(t *testing.T) {
	dir := harmfulFolder(t, harmful(t))
	for _, width := range []int{40, 80, 200} {
		for _, keys := range [][]string{nil, {"1"}, {"2"}, {"9"}, {"p"}, {"p", "end"}, {"p", "enter"}, {"f"}, {"f", "down", "enter"}, {"f", "end", "enter"}, {"m"}, {"n"}, {"R"}, {"R", "end"}, {"P", "p"}, {"H"}} {
			screen, err := pressIn(dir, width, 40, keys...)
			if err != nil {
				t.Fatal(err)
			}
			if raw := rawIn(screen); raw != "" {
				t.Errorf("%d columns, keys %q: %s", width, keys, raw)
			}
			if strings.Count(screen, "\n")+1 != 40 {
				t.Errorf("%d columns, keys %q: %d lines", width, keys, strings.Count(screen, "\n")+1)
			}
		}
	}
}

// checkClean runs a command, whose output has to be clean, and gives its exit status.
func checkClean(t *testing.T, what string, args ...string) int {
	t.Helper()
	status, stdout, stderr := wres(t, args...)
	if len(stdout)+len(stderr) == 0 {
		t.Errorf("%s says nothing", what)
	}
	for _, said := range []string{stdout, stderr} {
		if raw := rawIn(said); raw != "" {
			t.Errorf("%s: %s", what, raw)
		}
	}
	return status
}

// rawIn tells what of a text could act on a terminal, or is not seen, and where; the sign
// that begins a file of CSV for Excel is none. It asks nothing of the program.
func rawIn(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n', r == '\r' && strings.HasPrefix(text[i+1:], "\n"):
			continue
		case r == utf8.RuneError && size == 1, unicode.In(r, unicode.C, unicode.Zl, unicode.Zp, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point), r == 0x2800:
			return fmt.Sprintf("%U in %.120q", r, text[max(0, i-60):])
		}
	}
	return ""
}
