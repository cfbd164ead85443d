package bands

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/tui/ask"
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
				for _, view := range []string{"", "c", "cc", "h", "v", "vc", "g"} {
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
	d := paneltest.Data(theme.Full)
	for keys, want := range map[string][]string{
		"":    {"1 Staff by band · clinical", "17.4% 300/1,721 high 17.4 17.4", "clinical staff 15.5% │ ┊ England 28.6%", "A band is compared with the rest of the clinical staff. Of all of them 15.5% are", "of the whole workforce 16.8%."},
		"s":   {"1 Staff by band · medical and dental", "of which senior medical manager 25.0% 3/12 25.0", "40.0% 20/50"},
		"ss":  {"no staff category given", "56.0% 14/25", "A band is compared with the rest of the staff without a category"},
		"sss": {"· non-clinical", "8a 12.0% 33/275 12.0 12.1", "fewer than 10 staff, no percentage 2/8 <10", "ED share falls as bands rise."},
		"b":   {"share by cluster", "5 and 6 15.5% 390/2,514", "A cluster is compared with the rest of the clinical staff"},
		"bs":  {"In no cluster: other (12 staff)."},
		"v":   {"staff ED White unknown", "5 1,721 300 1,400 21"},
		"g":   {"· groups", "300 1,400 21"},
		"c":   {"· share, 2021 to 2024", "2021 2022 2024 since 2022", "17.4 17.4 17.4 0.0", "· 2021 ○ 2022 ● 2024 │ clinical staff 2024 15.5%", "2020: not supplied", "2023: not supplied"},
		"cc":  {"· share, 2024 and 2022", "17.4% 300/1,721 2024", "17.4% 300/1,721 2022"},
		"ccc": {"17.4% 300/1,721 high 17.4 17.4"},
		"h":   {"· heat map, 2021 to 2024", "5 17.4↑ 17.4↑ 17.4↑", "all 15.5 15.5 15.5", "under 0.8 of all near all over 1.25 of all"},
		"hh":  {"17.4% 300/1,721 high 17.4 17.4"},
		"vc":  {"· headcount, 2021 to 2024", "5 1,721 1,721 1,721"},
		"vv":  {"17.4% 300/1,721 high 17.4 17.4"},
		"gg":  {"17.4% 300/1,721 high 17.4 17.4"},
		"gc":  {"· share, 2021 to 2024"},
	} {
		text := unbarred(paneltest.Body(t, shown(d, keys, 90, 24)))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("after %q the panel does not say %q:\n%s", keys, w, text)
			}
		}
	}
}

// unbarred is what a panel says, without what it draws between.
func unbarred(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("█▆▄▂▓▒░▏▎▍▌▋▊▉─▸", r) {
			return ' '
		}
		return r
	}, s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if fields := strings.Fields(line); !strings.Contains(line, "England") && !strings.Contains(line, "●") && !strings.Contains(line, "all staff") {
			fields = slices.DeleteFunc(fields, func(f string) bool { return strings.Trim(f, "│┊┐┘") == "" })
			lines[i] = strings.Join(fields, " ")
		}
	}
	return strings.Join(strings.Fields(strings.Join(lines, "\n")), " ")
}

// A row under the threshold shows its counts and nothing made of them.
func TestSmallBandHasNoPercentage(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, keys := range []string{"sss", "sssc", "ssscc", "sssg", "sssv", "sssh"} {
		if text := paneltest.Body(t, shown(d, keys, 120, 24)); strings.Contains(text, "25.0%") {
			t.Errorf("after %q a band of 8 has a percentage:\n%s", keys, text)
		}
	}
}

func TestBandNoteStandsAbove(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, keys := range []string{"", "c", "cc", "g", "v", "b", "h"} {
		text := shown(d, keys, 80, 24).View()
		if first, _, _ := strings.Cut(text, "\n"); !strings.Contains(first, "ILLUSTRATIVE") {
			t.Errorf("after %q the note does not stand above the bands:\n%s", keys, text)
		}
		if body := paneltest.Body(t, shown(d, keys, 80, 24)); !strings.Contains(body, "Bands are illustrative: do not quote those of 2024.") {
			t.Errorf("after %q what the note means is not said:\n%s", keys, body)
		}
	}
	d.Year = 2022
	if text := strings.ToLower(shown(d, "", 80, 24).View() + paneltest.Body(t, shown(d, "", 80, 24))); strings.Contains(text, "illustrative") {
		t.Errorf("a year without a note has one:\n%s", text)
	}
}

func TestDisparity(t *testing.T) {
	d := paneltest.Data(theme.Full)
	text := paneltest.Flat(paneltest.Body(t, shown(d, "", 80, 24)))
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
	for keys, narrow := range map[string]int{"h": 34, "vc": 22} {
		text := paneltest.Body(t, shown(d, keys, narrow, 24))
		head := ""
		for line := range strings.SplitSeq(text, "\n") {
			if head == "" && strings.Contains(line, "2024") && !strings.Contains(line, "Staff") {
				head = line
			}
		}
		if strings.Contains(head, "2021") || !strings.Contains(head, "2024") {
			t.Errorf("%s: the oldest year is not the one that goes: %q", keys, head)
		}
		if !strings.Contains(paneltest.Flat(text), "does not fit this window; [ and ] choose another year.") && !strings.Contains(paneltest.Flat(text), "do not fit this window; [ and ] choose another year.") {
			t.Errorf("%s: that years are left out is not said:\n%s", keys, text)
		}
		if text := paneltest.Body(t, shown(d, keys, 400, 24)); strings.Contains(text, "not fit this window") {
			t.Errorf("%s: no year is left out at 400 columns:\n%s", keys, text)
		}
	}
}

// Ten years fit no window of 60 columns: those shown stand beside each other in time and
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
		text := unbarred(paneltest.Body(t, shown(d, "h", 40, 24)))
		if !strings.Contains(text, want[0]+" 5 ") || !strings.Contains(text, want[1]) {
			t.Errorf("%d: not %q and %q in\n%s", year, want[0], want[1], text)
		}
	}
}

// The category that the user chose holds while the years change.
func TestCategoryHoldsOverYears(t *testing.T) {
	d := paneltest.Data(theme.Full)
	p := shown(d, "s", 80, 24)
	d.Year = 2022
	p.SetData(d)
	if text := paneltest.Body(t, p); !strings.Contains(text, "· medical and dental") {
		t.Errorf("the category went back:\n%s", text)
	}
}

func TestOneCategoryIsAllStaff(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	o.Ensure(2024).Workforce[model.Post{Band: model.Band5}] = paneltest.Counted(80, 20, 0)
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	text := paneltest.Body(t, shown(d, "cc", 80, 24))
	if !strings.Contains(text, "1 Staff by band · all staff") || !strings.Contains(text, "No earlier year has figures") {
		t.Errorf("rows without a category are not all staff:\n%s", text)
	}
}

// No key of the panel is one of those that work everywhere.
func TestBandKeysDoNotClash(t *testing.T) {
	global := strings.Fields("? 0 1 2 3 4 5 6 7 8 9 p [ ] q f r u w j k n / i tab esc enter")
	own := New(indicator.Lookup("1")).(*bands).keys
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
	for _, keys := range []string{"", "c", "h"} {
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
	for _, keys := range []string{"", "v", "g", "cc"} {
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
	p.SetSize(110, 60)
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

// press hands a panel a key that is no letter, and gives what it asks for.
func press(p panel.Panel, code rune) ask.Request {
	return p.Update(tea.KeyPressMsg{Code: code})
}

// The cursor reaches every band of every staff category, in every view and window, and
// the row that it is on is on the screen.
func TestCursorReachesEveryBand(t *testing.T) {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for y := model.Year(2022); y <= 2024; y++ {
		for i, b := range model.Bands() {
			category := model.MedicalAndDental
			if !b.Medical() {
				category = model.NonClinical
				o.Ensure(y).Workforce[model.Post{Category: model.Clinical, Band: b}] = paneltest.Counted(60+i, 20+i, 1)
			}
			o.Ensure(y).Workforce[model.Post{Category: category, Band: b}] = paneltest.Counted(100+i, 20+i, 2)
		}
	}
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	for _, size := range [][2]int{{40, 9}, {60, 17}, {80, 21}, {120, 37}, {200, 57}} {
		for _, keys := range []string{"", "c", "cc", "h", "v", "vc", "g"} {
			seen := map[string]bool{}
			for _, category := range []string{"", "s", "ss"} {
				p := shown(d, category+keys, size[0], size[1])
				b := p.(*bands)
				for range len(b.staff.posts) {
					at, _ := b.post()
					name := b.staff.label(at)
					marked := slices.ContainsFunc(strings.Split(ansi.Strip(p.View()), "\n"), func(line string) bool {
						_, after, found := strings.Cut(line, theme.Full.Glyphs().Mark+" ")
						return found && strings.HasPrefix(strings.TrimSpace(after), strings.Fields(name)[0])
					})
					if !marked {
						t.Fatalf("%v, keys %q: %q is under the cursor and not on the screen:\n%s", size, category+keys, name, ansi.Strip(p.View()))
					}
					seen[b.staff.categoryName()+" "+name] = true
					press(p, tea.KeyDown)
				}
			}
			if want := len(model.Bands()) + 14; len(seen) != want {
				t.Errorf("%v, keys %q: %d bands of %d", size, keys, len(seen), want)
			}
		}
	}
}

// Of the categories the largest is shown first, and the title says which others there are.
func TestLargestCategoryFirst(t *testing.T) {
	p := shown(paneltest.Data(theme.Full), "", 110, 40)
	first, _, _ := strings.Cut(ansi.Strip(p.View()), "\n")
	for _, want := range []string{"· clinical", "s: non-clinical, medical and dental, no category"} {
		if !strings.Contains(first, want) {
			t.Errorf("no %q in %q", want, first)
		}
	}
}

// Esc comes back to the shares of the bands, and is the app's own there.
func TestEscComesBack(t *testing.T) {
	esc := tea.KeyPressMsg{Code: tea.KeyEscape}
	for _, keys := range []string{"c", "h", "b", "v", "g", "bc", "vc"} {
		p := shown(paneltest.Data(theme.Full), keys, 80, 21)
		if !p.(panel.Keeper).Keeps(esc) {
			t.Fatalf("after %q Esc leaves the panel", keys)
		}
		p.Update(esc)
		if want := shown(paneltest.Data(theme.Full), "", 80, 21).View(); p.View() != want {
			t.Errorf("after %q and Esc:\n%s", keys, ansi.Strip(p.View()))
		}
	}
	if shown(paneltest.Data(theme.Full), "", 80, 21).(panel.Keeper).Keeps(esc) {
		t.Error("Esc does not leave the panel")
	}
}

// The place of the cursor holds over bands and clusters, and over the years.
func TestCursorHolds(t *testing.T) {
	d := paneltest.Data(theme.Full)
	p := shown(d, "sss", 80, 21)
	b := p.(*bands)
	b.move(3, 1)
	name := func() string { at, _ := b.post(); return b.staff.label(at) }
	want := name()
	for _, keys := range []string{"c", "h", "v", "bb", "g"} {
		paneltest.Press(p, keys)
		if name() != want {
			t.Errorf("after %q the cursor is on %q, not %q", keys, name(), want)
		}
	}
	d.Year = 2022
	p.SetData(d)
	if name() != want {
		t.Errorf("in another year the cursor is on %q, not %q", name(), want)
	}
}

// An action that is begun on a band says which band, and where that stands; of few staff
// without a percentage.
func TestDraftNamesTheBand(t *testing.T) {
	p := shown(paneltest.Data(theme.Full), "sss", 80, 21)
	for _, want := range []string{
		"band under band 1 of non-clinical staff",
		"18.6% in band 2 of non-clinical staff in 2024",
	} {
		form, ok := p.Update(tea.KeyPressMsg{Code: 'a', Text: "a"}).(ask.Form)
		if !ok || form.Action.Baseline != want || form.Action.Indicators != "1" {
			t.Errorf("the action begins with %q for %q, want %q", form.Action.Baseline, form.Action.Indicators, want)
		}
		press(p, tea.KeyDown)
	}
}

// What is clear of the bands together is never denied by what is said of single ones: the
// kind and the verdict of the list stand above every picture of a year.
func TestHeadlineIsThatOfTheList(t *testing.T) {
	d := paneltest.Data(theme.Full)
	for _, c := range []struct{ keys, kind, verdict string }{
		{"", "CLEAR", "ED share lower in band 6 and higher in band 5"},
		{"s", "NOT CLEAR", "no band stands out"},
		{"sss", "CLEAR", "ED share falls as bands rise"},
		{"sssb", "CLEAR", "ED share falls as bands rise"},
		{"sssv", "CLEAR", "ED share falls as bands rise"},
		{"sssh", "COUNT", "no clear trend since 2022"},
	} {
		for _, size := range [][2]int{{40, 9}, {80, 21}, {200, 57}} {
			p := shown(d, c.keys, size[0], size[1])
			text := paneltest.Flat(ansi.Strip(strings.Join(p.(*bands).body[:5], " ")))
			if !strings.Contains(text, "▐"+c.kind+"▌") || !strings.Contains(strings.ToLower(text), strings.ToLower(c.verdict)) {
				t.Errorf("after %q in %v: no %s and %q in %q", c.keys, size, c.kind, c.verdict, text)
			}
		}
	}
}

// Bands that are clear only together stand in a bracket with their share; one that is
// clear alone does not.
func TestBandsClearTogetherHaveABracket(t *testing.T) {
	staffed := func(c, d, vsm model.Tally) panel.Data {
		o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
		for b, n := range map[model.Band]model.Tally{model.Band5: paneltest.Counted(900, 240, 9), model.Band6: paneltest.Counted(900, 240, 9), model.Band8c: c, model.Band8d: d, model.VSM: vsm} {
			o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: b}] = n
		}
		data := paneltest.Data(theme.Full)
		data.Results = indicator.Compute(o)
		return data
	}
	for want, d := range map[[3]string]panel.Data{
		{"┐ 10.1%", "│ of 119", "┘ clearly lower"}: staffed(paneltest.Counted(36, 4, 0), paneltest.Counted(36, 3, 0), paneltest.Counted(35, 5, 0)),
		{"┐ 9.0%", "│ of 78", "┘ cannot be told"}:  staffed(paneltest.Counted(16, 2, 4), paneltest.Counted(22, 3, 5), paneltest.Counted(19, 2, 5)),
	} {
		text := ansi.Strip(shown(d, "", 80, 21).View())
		for _, piece := range want {
			if !strings.Contains(text, piece) {
				t.Errorf("no %q in\n%s", piece, text)
			}
		}
	}
	if text := ansi.Strip(shown(paneltest.Data(theme.Full), "", 80, 21).View()); strings.ContainsAny(text, "┐┘") {
		t.Errorf("bands that stand out by themselves are joined:\n%s", text)
	}
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for b, n := range map[model.Band][2]int{model.Band2: {300, 60}, model.Band5: {800, 400}, model.Band6: {400, 190}, model.Band8a: {300, 60}} {
		o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: b}] = paneltest.Counted(n[0], n[1], 0)
	}
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	f := d.Results.Indicator("1").Figure(2024)
	if cluster := f.Clusters[1].Verdict; !cluster.Clear() || f.Bands[1].Verdict != cluster {
		t.Fatalf("band 5 and its cluster are %q and %q", f.Bands[1].Verdict, cluster)
	}
	if text := ansi.Strip(shown(d, "", 80, 21).View()); strings.ContainsAny(text, "┐┘") {
		t.Errorf("a band that is clear by itself is joined with another:\n%s", text)
	}
}

// What it would take for the band under the cursor is answered for it, and not where it
// has too few staff for a share.
func TestWhatIfOfTheBand(t *testing.T) {
	p := shown(paneltest.Data(theme.Full), "sss", 80, 21)
	w := tea.KeyPressMsg{Code: 'w', Text: "w"}
	if _, ok := p.Update(w).(ask.Notice); !ok {
		t.Error("of 8 staff it says what it would take")
	}
	press(p, tea.KeyDown)
	if steps, ok := p.Update(w).(ask.Steps); !ok || !strings.Contains(steps.Title, "Band 2, 2024") || len(steps.Steps) == 0 {
		t.Errorf("band 2: %+v", steps)
	}
}

// A year without figures, and staff without bands: the panel says what to do.
func TestNothingToDraw(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Year = 2023
	text := paneltest.Flat(paneltest.Body(t, shown(d, "", 80, 21)))
	if !strings.Contains(text, "(no figures)") && !strings.Contains(text, "NO FIGURES") || !strings.Contains(text, "Press c to see the years that have figures.") {
		t.Errorf("a year that is not supplied:\n%s", text)
	}
	if text := paneltest.Flat(paneltest.Body(t, shown(d, "c", 80, 21))); !strings.Contains(text, "2023: not supplied") || !strings.Contains(text, "●") {
		t.Errorf("the other years of it:\n%s", text)
	}
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	o.Ensure(2024).Workforce[model.Post{}] = paneltest.Counted(80, 20, 1)
	d = paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	if text := paneltest.Flat(paneltest.Body(t, shown(d, "", 80, 21))); !strings.Contains(text, "column band") {
		t.Errorf("no bands:\n%s", text)
	}
}

// Where no year has figures there is no band: no key of bands is offered or does anything,
// nothing is said of a cursor, and what there is to say is said once.
func TestNothingIsOfferedOfNoBands(t *testing.T) {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	o.Ensure(2024).Statuses["1"] = model.Status{State: model.Withheld, Reason: "fewer than five staff"}
	d := paneltest.Data(theme.Full)
	d.Results = indicator.Compute(o)
	for _, size := range [][2]int{{80, 21}, {120, 37}, {200, 57}} {
		p := shown(d, "", size[0], size[1])
		for _, k := range p.ShortHelp() {
			if slices.ContainsFunc([]string{"enter", "c", "h", "b", "v", "g", "w", "esc"}, func(s string) bool { return slices.Contains(k.Keys(), s) }) {
				t.Errorf("%q is offered", k.Help().Key)
			}
		}
		before := p.View()
		for _, code := range []rune{'c', 'h', 'b', 'v', 'g', tea.KeyEnter} {
			if asked := press(p, code); asked != nil || p.View() != before {
				t.Errorf("%q does something: %+v", code, asked)
			}
		}
		text := paneltest.Flat(paneltest.Body(t, p))
		if strings.Contains(text, "cursor") || strings.Count(text, "fewer than five staff") != 1 || !strings.Contains(text, "a starts one.") {
			t.Errorf("at %v the panel says:\n%s", size, text)
		}
	}
}

// Beside a later year how shares moved is said with both years.
func TestMovedNamesItsYears(t *testing.T) {
	d := paneltest.Data(theme.Full)
	d.Year = 2022
	if text := paneltest.Flat(paneltest.Body(t, shown(d, "c", 90, 24))); !strings.Contains(text, "2021 2022 2024 2021 to 2022") {
		t.Errorf("the years of 2022:\n%s", text)
	}
}
