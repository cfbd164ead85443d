package loaders

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/settings"
	"wres/model"
)

const oneRow = "year,ethnicity,entered\n2024,White,1\n"

func TestSettings(t *testing.T) {
	org, report, err := open(t, folder{"d.csv": oneRow, "wres.toml": "\ufeff" + `
organisation = " North Trust "
[labels]
bme = "ethnically diverse"
white = "white"
unknown = "not known"
[thresholds]
small_count = 16
few_events = 3
band_headcount = 20
missing_ethnicity = 25
[disclosure]
survey_respondents = 20
[settings]
level = 0.9
indicator3_years = 2
decimals = 2
[clusters]
1 = ["1", "Band 2"]
2 = ["3", "4", "5"]
[tiers]
upper = ["8c", "VSM"]
[[reworded]]
indicator = "5"
survey = 2024
what = "new words"
`}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	want := model.DefaultSettings()
	want.Organisation = "North Trust"
	want.Labels = model.Labels{model.White: "white", model.BME: "ethnically diverse", model.Unknown: "not known"}
	want.Thresholds = model.Thresholds{SmallCount: 16, FewEvents: 3, BandHeadcount: 20, MissingEthnicity: 25}
	want.Disclosure.SurveyRespondents = 20
	want.Level, want.Indicator3Years, want.Decimals = 0.9, 2, 2
	for b, c := range map[model.Band]model.Cluster{
		model.UnderBand1: 0, model.Band3: 2, model.Band4: 2, model.Band5: 2, model.Band6: 0, model.Band7: 0,
	} {
		want.Clusters[b] = c
	}
	for _, b := range []model.Band{model.Band8a, model.Band8b, model.Band8d, model.Band9} {
		want.Tiers[b] = model.NoTier
	}
	want.Reworded = []model.Reworded{{Indicator: "5", Survey: 2024, What: "new words"}}
	if diff := cmp.Diff(want, org.Settings); diff != "" {
		t.Error(diff)
	}
}

// TestSmallCountFrom3To16: what is outside is among the errors below.
func TestSmallCountFrom3To16(t *testing.T) {
	for n := 3; n <= 16; n++ {
		org, _, err := open(t, folder{"d.csv": oneRow, "wres.toml": fmt.Sprintf("thresholds.small_count = %d\n", n)}, Options{})
		if err != nil || org.Settings.Thresholds.SmallCount != n {
			t.Errorf("%d: %v", n, err)
		}
	}
}

// TestRoundHasItsOwnSmallCount: of the publication view alone, and only where none is given.
func TestRoundHasItsOwnSmallCount(t *testing.T) {
	for text, want := range map[string]struct{ base, small, all int }{
		"disclosure.method = \"round\"\n":                              {5, 8, 5},
		"disclosure = { method = \"round\", base = 10 }\n":             {10, 8, 5},
		"thresholds.small_count = 5\ndisclosure.method = \"round\"\n":  {5, 5, 5},
		"thresholds.small_count = 12\ndisclosure.method = \"round\"\n": {5, 12, 12},
		"disclosure = { method = \"hide\", base = 10 }\n":              {0, 0, 5}, // for when it is rounded again
	} {
		org, _, err := open(t, folder{"d.csv": oneRow, "wres.toml": text}, Options{})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		d := org.Settings.Disclosure
		if d.Base != want.base || d.SmallCount != want.small || org.Settings.Thresholds.SmallCount != want.all {
			t.Errorf("%s: %+v, and %d", text, d, org.Settings.Thresholds.SmallCount)
		}
	}
}

func TestDefaultsHoldWithoutSettings(t *testing.T) {
	for name, f := range map[string]folder{"none": {"d.csv": oneRow}, "the template": {"d.csv": oneRow, "wres.toml": settings.DefaultTOML}} {
		org, _, err := open(t, f, Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		if diff := cmp.Diff(model.DefaultSettings(), org.Settings); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestSettingsErrors(t *testing.T) {
	for _, c := range []struct{ text, want, key, nearest string }{
		{"[thresholds]\nsmal_count = 5\n", `wres.toml:2:1: the key "thresholds.smal_count" is not known; the nearest is "thresholds.small_count"`, "thresholds.smal_count", "thresholds.small_count"},
		{"\norganization = \"x\"\n", `wres.toml:2:1: the key "organization" is not known; the nearest is "organisation"`, "organization", "organisation"},
		{"level = 0.9\n", `wres.toml:1:1: the key "level" is not known; the nearest is "settings.level"`, "level", "settings.level"},
		{"[label]\nbme = \"x\"\n", `wres.toml:1:2: the key "label" is not known; the nearest is "labels"`, "label", "labels"},
		{"organisation = 5\n", `wres.toml:1:16: organisation must be text in quotes`, "organisation", ""},
		{"\n[thresholds]\nfew_events = \"x\"\n", `wres.toml:3:14: thresholds.few_events must be a whole number`, "thresholds.few_events", ""},
		{"[settings]\nlevel = \"a\"\n", `wres.toml:2:9: settings.level must be a number`, "settings.level", ""},
		{"[clusters]\n1 = 5\n", `wres.toml:2:5: clusters.1 must be a list in brackets, such as ["8a", "8b"]`, "clusters.1", ""},
		{"[tiers]\nlower = \"1\"\n", `wres.toml:2:9: tiers.lower must be a list in brackets, such as ["8a", "8b"]`, "tiers.lower", ""},
		{"labels = 5\n", `wres.toml:1:10: labels must be written as a table, under its name in brackets`, "labels", ""},
		{"reworded = 5\n", `wres.toml:1:12: reworded must be written as a table, under its name in double brackets`, "reworded", ""},
		{"[organisation]\nx = 1\n", `wres.toml:1:2: organisation must be text in quotes`, "organisation", ""},
		{"[labels.ethnicity]\nx = true\n", `wres.toml:2:5: labels.ethnicity.x must be text in quotes`, "labels.ethnicity.x", ""},
		{"[labels]\nbme = \"White\"\n", `wres.toml:2:1: "White" is a word for the group white; give one for the group bme`, "labels.bme", ""},
		{"[labels]\nunknown = \"Indian\"\n", `wres.toml:2:1: "Indian" is a word for the group bme; give one for the group unknown`, "labels.unknown", ""},
		{"[labels]\nwhite = \"Total\"\n", `wres.toml:2:1: "Total" is a word for the total of all groups; give one for the group white`, "labels.white", ""},
		{"[labels]\nbme = \"Ours\"\nwhite = \"ours\"\n", `wres.toml:2:1: "Ours" is the label of the group white too; give each group its own`, "labels.bme", ""},
		{"[xyzzyplugh]\na = 1\n", `wres.toml:1:2: the key "xyzzyplugh" is not known`, "xyzzyplugh", ""},
		{"[settings]\n  level = 95\n", `wres.toml:2:3: settings.level is 95; give a number from 0.5 to 0.999, such as 0.95`, "settings.level", ""},
		{"[settings]\nlevel = nan\n", `wres.toml:2:1: settings.level is NaN; give a number from 0.5 to 0.999, such as 0.95`, "settings.level", ""},
		{"settings = { level = 0.4 }\n", `wres.toml:1:14: settings.level is 0.4; give a number from 0.5 to 0.999, such as 0.95`, "settings.level", ""},
		{"settings.decimals = 4\n", `wres.toml:1:10: settings.decimals is 4; give a whole number from 0 to 3`, "settings.decimals", ""},
		{"[settings]\nindicator3_years = 3\n", `wres.toml:2:1: settings.indicator3_years is 3; give a whole number from 1 to 2`, "settings.indicator3_years", ""},
		{"[thresholds]\nfew_events = -1\n", `wres.toml:2:1: thresholds.few_events is -1; give a whole number from 0 to 1000`, "thresholds.few_events", ""},
		{"[thresholds]\nsmall_count = 2\n", `wres.toml:2:1: thresholds.small_count is 2; give a whole number from 3 to 16`, "thresholds.small_count", ""},
		{"[thresholds]\nfew_events = 5\nsmall_count = 17\n", `wres.toml:3:1: thresholds.small_count is 17; give a whole number from 3 to 16`, "thresholds.small_count", ""},
		{"[thresholds]\nsmall_count = 0\n", `wres.toml:2:1: thresholds.small_count is 0; give a whole number from 3 to 16`, "thresholds.small_count", ""},
		{"[thresholds]\nsmall_count = 4.5\n", `wres.toml:2:15: thresholds.small_count must be a whole number`, "thresholds.small_count", ""},
		{"[thresholds]\nsmall_count = \"five\"\n", `wres.toml:2:15: thresholds.small_count must be a whole number`, "thresholds.small_count", ""},
		{"[disclosure]\nsurvey_respondent = 5\n", `wres.toml:2:1: the key "disclosure.survey_respondent" is not known; the nearest is "disclosure.survey_respondents"`, "disclosure.survey_respondent", "disclosure.survey_respondents"},
		{"[disclosure]\nsurvey_respondents = 2000\n", `wres.toml:2:1: disclosure.survey_respondents is 2000; give a whole number from 0 to 1000`, "disclosure.survey_respondents", ""},
		{"[disclosure]\nmethod = \"blur\"\n", `wres.toml:2:1: disclosure.method is "blur"; give "hide" or "round"`, "disclosure.method", ""},
		{"[disclosure]\nmethod = \"round\"\nbase = 7\n", `wres.toml:3:1: disclosure.base is 7; give 5 or 10`, "disclosure.base", ""},
		{"[disclosure]\nmethod = \"hide\"\nbase = 0\n", `wres.toml:3:1: disclosure.base is 0; give 5 or 10`, "disclosure.base", ""},
		{"[disclosure]\nbase = 5\n", `wres.toml:2:1: disclosure.base is of method = "round"; give that as well, or take base away`, "disclosure.base", ""},
		{"[disclosure]\nbase = \"5\"\n", `wres.toml:2:8: disclosure.base must be a whole number`, "disclosure.base", ""},
		{"[thresholds]\nsmall_count = 4\n[disclosure]\nmethod = \"round\"\nbase = 10\n", `wres.toml:2:1: thresholds.small_count is 4; with disclosure.base 10 give 5 to 16, or a count of 4 would be rounded to 0`, "thresholds.small_count", ""},
		{"[screen]\ntheme = \"Dark\"\n", `wres.toml:2:1: screen.theme is "Dark"; give "light", "dark", "contrast" or "mono"`, "screen.theme", ""},
		{"[screen]\ntheme = 1\n", `wres.toml:2:9: screen.theme must be text in quotes`, "screen.theme", ""},
		{"[screen]\nthem = \"dark\"\n", `wres.toml:2:1: the key "screen.them" is not known; the nearest is "screen.theme"`, "screen.them", "screen.theme"},
		{"[disclosure]\nboard = \"maybe\"\n", `wres.toml:2:1: disclosure.board is "maybe"; give "protect" or "show"`, "disclosure.board", ""},
		{"[disclosure]\nunknown_total = \"\"\n", `wres.toml:2:1: disclosure.unknown_total is ""; give "show" or "protect"`, "disclosure.unknown_total", ""},
		{"[disclosure]\nuniform_row = -1\n", `wres.toml:2:1: disclosure.uniform_row is -1; give a whole number from 0 to 1000`, "disclosure.uniform_row", ""},
		{"[disclosure]\nbored = \"show\"\n", `wres.toml:2:1: the key "disclosure.bored" is not known; the nearest is "disclosure.board"`, "disclosure.bored", "disclosure.board"},
		{"[labels]\nbme = \"  \"\n", `wres.toml:2:1: the label is empty; give the word for the group, or delete the line`, "labels.bme", ""},
		{"[labels]\nbme = \"" + strings.Repeat("x", 41) + "\"\n", `wres.toml:2:1: the label has 41 letters, and there is room for 40; give a shorter one`, "labels.bme", ""},
		{"[labels.ethnicity]\n\"Latin\" = \"Latin\"\n", `wres.toml:2:1: "Latin" is not an ethnicity; give White, BME, Unknown, an ONS category or an ESR code`, "labels.ethnicity.Latin", ""},
		{"[labels.band]\nx = \"8\"\n", `wres.toml:2:1: "8" is not a band; give under band 1, 1 to 9, 8a to 8d, VSM or a medical grade`, "labels.band.x", ""},
		{"[columns]\n\"Banding\" = \"pay_bnd\"\n", `wres.toml:2:1: "pay_bnd" is not the name of a column; the nearest is "pay_band"`, "columns.Banding", "pay_band"},
		{"[clusters]\n8 = [\"1\"]\n", `wres.toml:2:1: there is no cluster "8"; give 1 to 7`, "clusters.8", ""},
		{"[clusters]\n1 = [\"1\"]\n2 = [\"2\", \"Band 1\"]\n", `wres.toml:3:1: band 1 stands in clusters.1 too; give it once`, "clusters.2", ""},
		{"[tiers]\nlower = [\"low\"]\n", `wres.toml:2:1: "low" is not a band; give under band 1, 1 to 9, 8a to 8d, VSM or a medical grade`, "tiers.lower", ""},
		{"[[reworded]]\nindicator = \"5\"\nsurvey = 2024\nwhat = \"x\"\n[[reworded]]\nindicator = \"2\"\nsurvey = 2024\nwhat = \"x\"\n", `wres.toml:5:3: a reworded question needs its indicator, in quotes: ` + labels.Listed(kinds.Serving(kinds.Survey), "or"), "reworded.1", ""},
		{"[[reworded]]\nindicator = \"5\"\n", `wres.toml:1:3: a reworded question needs survey, the year of the first survey with the new words, such as 2025`, "reworded.0", ""},
	} {
		org, _, err := open(t, folder{"d.csv": oneRow, "wres.toml": c.text}, Options{})
		var s *settings.Error
		if !errors.As(err, &s) || org != nil {
			t.Errorf("%q: %v; want a SettingsError", c.text, err)
			continue
		}
		if err.Error() != c.want || s.Key != c.key || s.Nearest != c.nearest || s.File != "wres.toml" {
			t.Errorf("%q:\n got %s (key %q, nearest %q)\nwant %s (key %q, nearest %q)", c.text, err, s.Key, s.Nearest, c.want, c.key, c.nearest)
		}
	}
}

func TestSettingsThatAreNoTOML(t *testing.T) {
	for text, place := range map[string]string{
		"[labels\n":                                    "wres.toml:1:",
		"organisation = \"x\"\nlevel = \n":             "wres.toml:2:",
		"organisation = 5\n":                           "wres.toml:1:",
		"organisation = \"a\"\norganisation = \"b\"\n": "wres.toml:2:",
		"\xff\xfe[\x00":                                "wres.toml",
		"x = \"\x1b[2J\"\n":                            "wres.toml:1:",
	} {
		_, _, err := open(t, folder{"d.csv": oneRow, "wres.toml": text}, Options{})
		var s *settings.Error
		if !errors.As(err, &s) || !strings.HasPrefix(err.Error(), place) {
			t.Errorf("%q: %v; want a SettingsError at %s", text, err, place)
		}
		if err != nil && strings.ContainsFunc(err.Error(), func(r rune) bool { return r < ' ' }) {
			t.Errorf("%q: uncleaned %q", text, err)
		}
	}
	_, _, err := open(t, folder{"d.csv": oneRow, "wres-mapping.toml": "organisation = \"x\"\n"}, Options{})
	if want := `wres-mapping.toml:1:1: the key "organisation" is not known`; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%v; want %s", err, want)
	}
}

// What is no ordinary file is refused before it is opened: a pipe would be waited for, a
// device read for ever. A link that leads nowhere is not the same as no settings.
func TestSettingsThatAreNoFile(t *testing.T) {
	for _, name := range []string{settings.Name, settings.MappingName} {
		for mode, want := range map[fs.FileMode]string{
			fs.ModeDir | 0o755:                        "it is a folder",
			fs.ModeNamedPipe | 0o644:                  "it is not an ordinary file",
			fs.ModeDevice | fs.ModeCharDevice | 0o644: "it is not an ordinary file",
			fs.ModeSocket | 0o644:                     "it is not an ordinary file",
			fs.ModeSymlink | 0o777:                    "it is a link to a file that is not there",
		} {
			dir := fstest.MapFS{"d.csv": {Data: []byte(oneRow)}, name: {Data: []byte("lost.toml"), Mode: mode}}
			_, _, err := Open(t.Context(), dir, Options{}, nil)
			if _, is := errors.AsType[*settings.Error](err); !is || !strings.HasPrefix(err.Error(), name+": "+want) {
				t.Errorf("%s, %s: %v, want %s", name, mode, err, want)
			}
		}
	}
}

// TestMapping: labels and headers of the settings are read first, and wres.toml wins.
func TestMapping(t *testing.T) {
	org, report, err := open(t, folder{
		"w.csv": "Jahr,Banding 2024,Herkunft,Köpfe\n2024,Exec pay,Latin American,3\n2024,five,Martian,4\n2024,five,Our colleagues,5\n",
		"wres.toml": "[columns]\nJahr = \"year\"\n\"banding 2024\" = \"Pay Band\"\nherkunft = \"ethnicity\"\n" +
			"[labels]\nbme = \"our colleagues\"\n[labels.ethnicity]\nmartian = \"S\"\n[labels.band]\n\"Exec Pay\" = \"VSM\"\n",
		"wres-mapping.toml": "[columns]\n\"Köpfe\" = \"headcount\"\nherkunft = \"note\"\n[labels.ethnicity]\n\"latin american\" = \"Any other ethnic group\"\nMartian = \"A\"\n[labels.band]\nfive = \"5\"\n",
	}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, said(report), report.Files)
	}
	var vsm, five model.Tally
	vsm.Add(model.OtherEthnic, 3)
	five.Add(model.OtherEthnic, 4)
	five.Add(model.BMEGroup, 5)
	want := map[model.Post]model.Tally{{Band: model.VSM}: vsm, {Band: model.Band5}: five}
	if diff := cmp.Diff(want, org.Return(2024).Workforce); diff != "" {
		t.Error(diff)
	}
}

// TestOwnGroupHeaders: a header can be mapped to a group of the wide form.
func TestOwnGroupHeaders(t *testing.T) {
	org, report, err := open(t, folder{
		"disciplinary-2024.csv": "W,Global majority colleagues,U\n5,6,7\n",
		"wres.toml":             "[columns]\nW = \"white\"\n\"Global majority colleagues\" = \"bme\"\nu = \"unknown\"\n",
	}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	if diff := cmp.Diff(&model.Events{Count: tally(5, 6, 7)}, org.Return(2024).Events["disciplinary"]); diff != "" {
		t.Error(diff)
	}
}
