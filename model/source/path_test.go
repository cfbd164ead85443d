package source

import "testing"

func TestPathCanBePasted(t *testing.T) {
	for path, want := range map[string][2]string{ // elsewhere, and on Windows
		"data/2024":          {"data/2024", "data/2024"},
		"/srv/Jo\u00e9":      {"/srv/Jo\u00e9", "/srv/Jo\u00e9"},
		`C:\wres\no data`:    {`'C:\wres\no data'`, `"C:\wres\no data"`},
		`C:\PROGRA~1\data`:   {`'C:\PROGRA~1\data'`, `C:\PROGRA~1\data`},
		`\\server\trust$\x`:  {`'\\server\trust$\x'`, `"\\server\trust$\x"`},
		"":                   {"''", `""`},
		"it's":               {`'it'\''s'`, `"it's"`},
		`say "x"`:            {`'say "x"'`, `'say "x"'`},
		"$(id) `x`":          {"'$(id) `x`'", "\"$(id) `x`\""},
		"a\nb":               {`'a\nb'`, `"a\nb"`},
		"\u202etxt":          {`'\u202etxt'`, `"\u202etxt"`},
		"a\x1b[31m":          {`'a\x1b[31m'`, `"a\x1b[31m"`},
		"a\xffb":             {`'a\xffb'`, `"a\xffb"`},
		"~":                  {"'~'", "~"},
		"no\u00a0break":      {"'no\u00a0break'", "\"no\u00a0break\""},
		"\u2019quoted\u2019": {"'\u2019quoted\u2019'", "\"\u2019quoted\u2019\""},
	} {
		if got := PathFor(path, false); got != want[0] {
			t.Errorf("%q is %s, want %s", path, got, want[0])
		}
		if got := PathFor(path, true); got != want[1] {
			t.Errorf("%q is %s on Windows, want %s", path, got, want[1])
		}
	}
}
