package bands

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/indicator"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

func shown(d panel.Data, keys string, width, height int) panel.Panel {
	return paneltest.Shown(New(indicator.Lookup("1")), d, keys, width, height)
}

func TestEveryBandViewFillsItsBox(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		d := paneltest.Data(charset)
		for _, rows := range []string{"", "b"} {
			for _, category := range []string{"", "s", "ss", "sss"} {
				for _, view := range []string{"", "c", "cc", "v", "vc", "vcc", "g"} {
					p := shown(d, rows+category+view, 80, 24)
					for _, width := range paneltest.Widths() {
						p.SetSize(width, 24)
						paneltest.Top(p)
						name := fmt.Sprintf("keys %q at %d in %s", rows+category+view, width, charset)
						paneltest.CheckBox(t, name, p, width, 24, charset)
					}
				}
			}
		}
	}
}

func TestBandKeys(t *testing.T) {
	d := paneltest.Data(theme.ASCII)
	for keys, want := range map[string][]string{
		"":    {"non-clinical staff 13.3%", "A band is compared with the rest of the non-clinical staff. Of all of them 13.3% are", "of the whole workforce 16.8%.", "Share of staff who are ethnically diverse by band, non-clinical", "unknown 7", "9.0% of non-clinical staff are ethnically diverse (7 of 78)"},
		"s":   {"by band, clinical", "17.4% 300/1,721"},
		"ss":  {"by band, medical and dental", "of which senior medical manager", "25.0%  3/12", "40.0% 20/50"},
		"sss": {"A band is compared with the rest of the staff without a category", "no staff category given", "56.0% 14/25"},
		"b":   {"by cluster, non-clinical", "A cluster is compared with the rest of the non-clinical staff", "cluster 1 (under band 1 to 2)", "cluster 4 (8c to VSM)"},
		"bss": {"cluster 5 (consultant)", "In no cluster: other (12 staff)."},
		"v":   {"Headcount by band", "275", "ED 33  White 235  unknown 7"},
		"g":   {"Groups in each row", "33  235  7", "ethnically diverse 2, White 6, unknown 0: fewer than 10 staff, no percentage"},
		"c":   {"2024 and 2022", "2024 12.0% 33/275", "2022 12.0% 33/274", "2022: 2 of 8: fewer than 10 staff"},
		"cc":  {"all years", "12.0% (33/275)", "12.1% (33/273)", "(2/8)", "16.8% (526/3,130)", "all non-clinical", "whole workforce", "Counts in brackets alone", "2020: not supplied", "2023: not supplied"},
		"vcc": {"Headcount by band, non-clinical, all years", "3,130"},
		"ccc": {"unknown 7"},
		"gg":  {"unknown 7"},
		"gc":  {"2024 12.0% 33/275"},
	} {
		text := paneltest.Body(t, shown(d, keys, 120, 24))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("after %q the panel does not say %q:\n%s", keys, w, text)
			}
		}
	}
}

// A row under the threshold shows its counts and nothing made of them.
func TestSmallBandHasNoPercentage(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, keys := range []string{"", "c", "cc", "g", "v"} {
		if text := paneltest.Body(t, shown(d, keys, 120, 24)); strings.Contains(text, "25.0%") {
			t.Errorf("after %q a band of 8 has a percentage:\n%s", keys, text)
		}
	}
}

func TestBandNoteStandsAbove(t *testing.T) {
	d := paneltest.Data(theme.Full)
	note := "Bands are illustrative: do not quote those of 2024."
	for _, keys := range []string{"", "c", "cc", "g", "v", "b"} {
		text := paneltest.Body(t, shown(d, keys, 80, 24))
		at, chart := strings.Index(text, note), strings.Index(text, "33")
		if at < 0 || chart >= 0 && chart < at {
			t.Errorf("after %q the note does not stand above the bands:\n%s", keys, text)
		}
	}
	d.Year = 2022
	if text := paneltest.Body(t, shown(d, "", 80, 24)); strings.Contains(text, "illustrative") {
		t.Errorf("a year without a note has one:\n%s", text)
	}
}

func TestDisparity(t *testing.T) {
	d := paneltest.Data(theme.Full)
	text := paneltest.Flat(paneltest.Body(t, shown(d, "s", 80, 24)))
	if want := "Band 5 and below to bands 6 and 7: 1.67, 95% confidence interval 1.29 to 2.15 (White 1,400→700, ED 300→90)"; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
	if want := "Bands 6 and 7 to bands 8a and above: not calculated, no White or ethnically diverse staff in bands 8a and above"; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
	if !strings.Contains(text, "The counts behind these ratios are illustrative.") {
		t.Errorf("the note of the ratios is missing:\n%s", text)
	}
}

func TestAllYearsDropTheOldest(t *testing.T) {
	d := paneltest.Data(theme.ASCII)
	text := paneltest.Body(t, shown(d, "cc", 50, 24))
	head := text[strings.Index(text, "band  "):]
	head, _, _ = strings.Cut(head, "\n")
	if strings.Contains(head, "2021") || !strings.Contains(head, "2024") {
		t.Errorf("the oldest year is not the one that goes: %q", head)
	}
	if !strings.Contains(paneltest.Flat(text), "2021 does not fit this window; [ and ] choose another year.") {
		t.Errorf("that years are left out is not said:\n%s", text)
	}
	if text := paneltest.Body(t, shown(d, "cc", 400, 24)); strings.Contains(text, "not fit this window") {
		t.Errorf("no year is left out at 400 columns:\n%s", text)
	}
}

// Ten years fit no window of 80 columns: those shown stand beside each other in time and
// hold the chosen one, and the others are named.
func TestAllYearsShowARunAroundTheChosen(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	for y := model.Year(2016); y <= 2025; y++ {
		o.Ensure(y).Workforce[model.Post{Band: model.Band5}] = paneltest.Counted(8000, 2000, 100)
	}
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	for year, want := range map[model.Year][2]string{
		2016: {"2016 2017 2018", "2019 to 2025 do not fit this window; [ and ] choose another year."},
		2018: {"2018 2019 2020", "2016 and 2017, 2021 to 2025 do not fit this window; [ and ] choose another year."},
		2024: {"2023 2024 2025", "2016 to 2022 do not fit this window; [ and ] choose another year."},
		2025: {"2023 2024 2025", "2016 to 2022 do not fit this window; [ and ] choose another year."},
	} {
		d.Year = year
		text := paneltest.Body(t, shown(d, "cc", 80, 24))
		_, head, _ := strings.Cut(text, "band  ")
		head, _, _ = strings.Cut(head, "\n")
		if got := strings.Join(strings.Fields(head), " "); got != want[0] || !strings.Contains(paneltest.Flat(text), want[1]) {
			t.Errorf("%d: years %q, want %q and %q in\n%s", year, got, want[0], want[1], text)
		}
	}
}

// The category that the user chose holds while the years change.
func TestCategoryHoldsOverYears(t *testing.T) {
	d := paneltest.Data(theme.Full)
	p := shown(d, "s", 80, 24)
	d.Year = 2022
	p.SetData(d)
	if text := paneltest.Body(t, p); !strings.Contains(text, "by band, clinical") {
		t.Errorf("the category went back:\n%s", text)
	}
}

func TestOneCategoryIsAllStaff(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	o.Ensure(2024).Workforce[model.Post{Band: model.Band5}] = paneltest.Counted(80, 20, 0)
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	text := paneltest.Body(t, shown(d, "c", 80, 24))
	if !strings.Contains(text, "by band, all staff") || !strings.Contains(text, "No earlier year has figures") {
		t.Errorf("rows without a category are not all staff:\n%s", text)
	}
}

// No key of the panel is one of those that work everywhere.
func TestBandKeysDoNotClash(t *testing.T) {
	global := strings.Fields("? 0 1 2 3 4 5 6 7 8 9 p [ ] q f r u h j k l n / i tab esc enter")
	own := New(indicator.Lookup("1")).(*bands).bindings()
	var seen []string
	for _, b := range own {
		for _, k := range b.Keys() {
			if slices.Contains(global, k) || slices.Contains(seen, k) || key.Matches(tea.KeyPressMsg{Code: []rune(k)[0], Text: k}, panel.FigureKeys()...) {
				t.Errorf("key %q does two things", k)
			}
			seen = append(seen, k)
		}
	}
}

func BenchmarkKeyToFrame(b *testing.B) {
	for _, keys := range []string{"", "cc", "c"} {
		p := shown(paneltest.Data(theme.Full), keys, 200, 60)
		b.Run("bands"+keys, func(b *testing.B) {
			for b.Loop() {
				paneltest.Press(p, "b")
				_ = p.View()
			}
		})
	}
}

// A band of which a count could not be read has no headcount and no share, and is
// not a small one.
func TestRefusedBandIsNotASmallOne(t *testing.T) {
	for _, keys := range []string{"", "v", "g", "c"} {
		d := paneltest.Data(theme.Full)
		for i := range d.Results.Indicator("1").Figure(2024).Bands {
			row := &d.Results.Indicator("1").Figure(2024).Bands[i]
			row.Refused, row.Share, row.Counts[model.BME] = true, nil, nil
		}
		p := New(indicator.Lookup("1"))
		p.SetSize(120, 60)
		p.SetData(d)
		paneltest.Press(p, keys)
		if text := paneltest.Flat(paneltest.Body(t, p)); !strings.Contains(text, "a count could not be read") {
			t.Errorf("after %q the panel does not say that a count could not be read:\n%s", keys, text)
		}
	}
}

// TestDeclaredByYear: the share that declared their ethnicity stands in the table of
// years, and a dash where nobody is counted as unknown.
func TestDeclaredByYear(t *testing.T) {
	o := paneltest.Organisation()
	known := model.Tally{}
	known.Add(model.WhiteGroup, 90)
	known.Add(model.BMEGroup, 10)
	o.Ensure(2023).Workforce = map[model.Post]model.Tally{{}: known}
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	p := New(indicator.Lookup("1"))
	p.SetData(d)
	p.SetSize(120, 60)
	_, table, _ := strings.Cut(paneltest.Body(t, p), "Whole workforce by year")
	lines := strings.Split(table, "\n")
	row := func(year string) string {
		for _, line := range lines {
			if f := strings.Fields(line); len(f) > 5 && (f[0] == year || f[1] == year) {
				return paneltest.Flat(line)
			}
		}
		return ""
	}
	if got := row("2023"); !strings.HasSuffix(got, " 100 –") {
		t.Errorf("2023: %q", got)
	}
	if got := row("2022"); !strings.HasSuffix(got, " 3,128 98.8%") {
		t.Errorf("2022: %q in\n%s", got, strings.Join(lines, "\n"))
	}
}
