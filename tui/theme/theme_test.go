package theme

import (
	"bytes"
	"fmt"
	"image/color"
	"maps"
	"math"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
)

func TestParseCharset(t *testing.T) {
	for _, c := range []Charset{ASCII, Basic, Full} {
		if got, err := ParseCharset(" " + strings.ToUpper(c.String())); err != nil || got != c {
			t.Errorf("%v: got %v, %v", c, got, err)
		}
	}
	_, err := ParseCharset("emoji")
	if err == nil || !strings.Contains(err.Error(), `"emoji"`) || !strings.Contains(err.Error(), "basic") {
		t.Errorf("the error names neither the value nor the choices: %v", err)
	}
}

func TestDetectCharset(t *testing.T) {
	for _, c := range []struct {
		name, goos string
		env        map[string]string
		want       Charset
	}{
		{"UTF-8 locale", "linux", map[string]string{"LANG": "en_GB.UTF-8"}, Full},
		{"utf8 spelling", "linux", map[string]string{"LC_CTYPE": "en_GB.utf8"}, Full},
		{"macOS", "darwin", map[string]string{"LC_CTYPE": "UTF-8"}, Full},
		{"no locale", "linux", nil, ASCII},
		{"no locale on macOS", "darwin", nil, ASCII},
		{"C", "linux", map[string]string{"LANG": "C"}, ASCII},
		{"LC_ALL wins", "linux", map[string]string{"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, ASCII},
		{"LC_CTYPE before LANG", "linux", map[string]string{"LC_CTYPE": "POSIX", "LANG": "en_GB.UTF-8"}, ASCII},
		{"Latin-1", "linux", map[string]string{"LANG": "en_GB.ISO-8859-1"}, ASCII},
		{"dumb terminal", "linux", map[string]string{"LANG": "en_GB.UTF-8", "TERM": "dumb"}, ASCII},
		{"console", "linux", map[string]string{"LANG": "en_GB.UTF-8", "TERM": "linux"}, Basic},
		{"Windows console", "windows", nil, Basic},
		{"Windows Terminal", "windows", map[string]string{"WT_SESSION": "1"}, Full},
		{"VS Code on Windows", "windows", map[string]string{"TERM_PROGRAM": "vscode"}, Full},
		{"dumb on Windows", "windows", map[string]string{"TERM": "dumb", "WT_SESSION": "1"}, ASCII},
		{"C locale on Windows", "windows", map[string]string{"LANG": "C", "WT_SESSION": "1"}, ASCII},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := DetectCharset(c.goos, func(name string) string { return c.env[name] })
			if got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// marks returns every glyph of a set, or of one of its parts, by its field's name.
func marks(t *testing.T, g any) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	v := reflect.ValueOf(g)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch f := v.Field(i).Interface().(type) {
		case string:
			all[name] = []string{f}
		case []string:
			all[name] = f
		case Bars, Lines, Dots, Arrows, Signs:
			maps.Copy(all, marks(t, f))
		default:
			t.Fatalf("%s has a type this test does not know", name)
		}
	}
	return all
}

func TestGlyphsFitTheirCharset(t *testing.T) {
	for _, c := range []Charset{ASCII, Basic, Full} {
		for name, glyphs := range marks(t, c.Glyphs()) {
			if len(glyphs) == 0 && (name != "Partials" || c != ASCII) {
				t.Errorf("%v: no %s", c, name)
			}
			for _, glyph := range glyphs {
				if ansi.StringWidth(glyph) != 1 || strings.TrimSpace(glyph) == "" {
					t.Errorf("%v: %s %q is not one visible cell", c, name, glyph)
				}
				if got := c.Text(glyph); got != glyph {
					t.Errorf("%v: %s %q is not in the set, Text makes it %q", c, name, glyph, got)
				}
				if c == ASCII && glyph[0] > 0x7E {
					t.Errorf("ASCII: %s %q", name, glyph)
				}
			}
		}
	}
}

// What stands for different things in one chart must differ in shape.
func TestGlyphsDifferWhereTheyMeet(t *testing.T) {
	for _, c := range []Charset{ASCII, Basic, Full} {
		g := c.Glyphs()
		for _, group := range [][]string{
			{g.Fill, g.Fill2, g.Fill3, g.Reference, g.Benchmark, g.WhiskerLeft, g.WhiskerRight, g.Whisker},
			{g.Fill, g.Low, g.Unknown, g.Reference, g.Benchmark},
			{g.Sure, g.Likely, g.Possible, g.Reference, g.Benchmark, g.ArrowRight},
			{g.BracketTop, g.BracketEnd, g.Reference},
			{g.Dot, g.OpenDot, g.BothDot, g.Reference, g.Benchmark, g.Rule, g.ArrowLeft, g.ArrowRight},
			{g.Dot, g.Reference, g.Benchmark, g.Tick, g.Whisker, g.WhiskerLeft, g.WhiskerRight, g.Stem},
		} {
			seen := map[string]bool{}
			for _, glyph := range group {
				if seen[glyph] {
					t.Errorf("%v: %q twice in %q", c, glyph, group)
				}
				seen[glyph] = true
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		in, basic, ascii string
	}{
		{"plain", "plain", "plain"},
		{"White ÷ ED × 1.30", "White ÷ ED × 1.30", "White / ED x 1.30"},
		{"gap −0.9 · was −6.2…", "gap −0.9 · was −6.2…", "gap -0.9 - was -6.2..."},
		{"8–9, the trust’s “own”", "8–9, the trust’s “own”", `8-9, the trust's "own"`},
		{"◂ ED │ White ▸", "◄ ED │ White ►", "< ED | White >"},
		{"✓ saved ⚠", "√ saved !", "v saved !"},
		{"Σ n s", "∑ n s", "sum n s"},
		{"± z √(p(1−p)/n + z²/4n²)", "± z √(p(1−p)/n + z²/4n²)", "+/- z sqrt(p(1-p)/n + z^2/4n^2)"},
		{"≥ 5, ± 1, £20", "≥ 5, ± 1, £20", ">= 5, +/- 1, GBP 20"},
		{"Zoë Łukasz 李", "Zoë Łukasz 李", "Zo? ?ukasz ?"},
		{"a\u00a0b\u202fc", "a\u00a0b c", "a b c"},
		{"⣿ 😀", "? ?", "? ?"},
		{"bad \xff byte, \x7f", "bad ? byte, \x7f", "bad ? byte, ?"},
	} {
		for set, want := range map[Charset]string{Full: c.in, Basic: c.basic, ASCII: c.ascii} {
			if got := New("", true, set, colorprofile.ANSI).Text(c.in); got != want {
				t.Errorf("%v %q: got %q, want %q", set, c.in, got, want)
			}
		}
	}
}

func FuzzASCIITextIsASCII(f *testing.F) {
	f.Add("÷−×·…–’ Zoë \xff\x80 😀")
	f.Fuzz(func(t *testing.T, s string) {
		for i, b := range []byte(ASCII.Text(s)) {
			if b > 0x7E {
				t.Fatalf("%q: byte %d is %#x", s, i, b)
			}
		}
	})
}

// styles returns every style by its field's name, or that of the struct it is embedded in.
func styles(s any) map[string]Style {
	all := map[string]Style{}
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		if style, ok := v.Field(i).Interface().(Style); ok {
			all[v.Type().Field(i).Name] = style
			continue
		}
		maps.Copy(all, styles(v.Field(i).Interface()))
	}
	return all
}

func profiles() []colorprofile.Profile {
	return []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor}
}

func TestStylesChangeNoWidth(t *testing.T) {
	for name, style := range styles(New("", true, Full, colorprofile.TrueColor).Styles) {
		if got := ansi.Strip(style.Render("8a 12.1%")); got != "8a 12.1%" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// colourCode finds a parameter that sets a colour in an SGR sequence.
var colourCode = regexp.MustCompile(`[\[;](3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]`)

func TestWithoutColourWeightsRemain(t *testing.T) {
	for _, dark := range []bool{true, false} {
		for _, profile := range []colorprofile.Profile{colorprofile.Unknown, colorprofile.NoTTY, colorprofile.ASCII} {
			s := New("", dark, Full, profile).Styles
			for name, style := range styles(s) {
				if got := style.Render("x"); colourCode.MatchString(got) {
					t.Errorf("%v: %s has a colour: %q", profile, name, got)
				}
			}
			for name, style := range map[string]Style{
				"Selected": s.Selected, "ActiveTab": s.ActiveTab, "Error": s.Error, "Title": s.Title, "Key": s.Key,
			} {
				if style.Render("x") == "x" {
					t.Errorf("%v: %s looks like plain text", profile, name)
				}
			}
		}
	}
}

// With 16 colours the palette must need no reduction: a renderer for that profile
// leaves every style as it is.
func TestSixteenColoursAreChosenNotReduced(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256} {
		for _, sch := range schemes() {
			dark := sch.dark
			for name, style := range styles(New(sch.name, dark, Full, profile).Styles) {
				var out bytes.Buffer
				writer := colorprofile.Writer{Forward: &out, Profile: profile}
				if _, err := writer.WriteString(style.Render("x")); err != nil {
					t.Fatal(err)
				}
				if colours(out.String()) != colours(style.Render("x")) {
					t.Errorf("%v %s dark=%v %s: %q became %q", profile, sch.name, dark, name, style.Render("x"), out.String())
				}
			}
		}
	}
	s := New("", true, Full, colorprofile.ANSI).Styles
	for name, style := range styles(s) {
		if name != "Faint" && style.Look().GetForeground() == lipgloss.BrightBlack {
			t.Errorf("%s is bright black on a dark background", name)
		}
	}
}

func colours(s string) string { return strings.Join(colourCode.FindAllString(s, -1), "") }

// least is the contrast that words need in a theme by WCAG 2.2: AA, and AAA where high
// contrast is asked for.
func least(name string) float64 {
	if name == "contrast" {
		return 7
	}
	return 4.5
}

// backgrounds are those of terminals that a theme is for.
func backgrounds(dark bool) []color.Color {
	if dark {
		return []color.Color{lipgloss.Color("#000000"), lipgloss.Color("#1E1E1E"), lipgloss.Color("#282C34")}
	}
	return []color.Color{lipgloss.Color("#FFFFFF"), lipgloss.Color("#F7F5EE")}
}

// coloured are the themes that have colours, on the terminals that show them.
func coloured(t *testing.T, check func(t *testing.T, s scheme, th Theme)) {
	t.Helper()
	n := 0
	for _, s := range schemes() {
		for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			if s.tones == (tones{}) {
				continue
			}
			n++
			t.Run(fmt.Sprintf("%s dark=%v %v", s.name, s.dark, profile), func(t *testing.T) {
				check(t, s, New(s.name, s.dark, Full, profile))
			})
		}
	}
	if n != 8 {
		t.Errorf("%d themes with colours were looked at", n)
	}
}

// Words have the contrast that they need with what they stand on, lines 2 here, since
// Faint never carries a meaning of its own. A style with a surface stands on that; any
// other on the terminal's background, and on the surface of the row under the cursor.
func TestContrast(t *testing.T) {
	coloured(t, func(t *testing.T, s scheme, th Theme) {
		for _, background := range backgrounds(s.dark) {
			for name, style := range styles(th.Styles) {
				marked := th.Marked(style)
				pairs := [][2]color.Color{{marked.Look().GetForeground(), marked.Look().GetBackground()}}
				on := background
				if surface := style.Look().GetBackground(); !none(surface) {
					on, pairs = surface, nil
				}
				if !none(style.Look().GetForeground()) {
					pairs = append(pairs, [2]color.Color{style.Look().GetForeground(), on})
				}
				want := least(s.name)
				if name == "Faint" {
					want = 2
				}
				for _, p := range pairs {
					if got := contrast(p[0], p[1]); got < want && name != "Error" {
						t.Errorf("%s, %v on %v, has contrast %.2f", name, p[0], p[1], got)
					}
				}
			}
		}
	})
}

// A chip can be told from the bar that it stands on, and a part of a bar from what is behind
// it: where its three parts differ by how high they are, each is as bright as the whole.
func TestContrastOfGraphics(t *testing.T) {
	coloured(t, func(t *testing.T, sch scheme, th Theme) {
		s := th.Styles
		for _, background := range backgrounds(sch.dark) {
			chip := [2]color.Color{s.BarChip.Look().GetBackground(), s.Bar.Look().GetBackground()}
			if got := contrast(chip[0], chip[1]); got < 1.3 {
				t.Errorf("a chip has contrast %.2f with its bar", got)
			}
			if quiet := s.Quiet.Look().GetBackground(); contrast(quiet, background) < 1.3 {
				t.Errorf("a quiet badge has contrast %.2f with the background", contrast(quiet, background))
			}
			for name, ink := range map[string]Style{"accent": s.Accent, "second": s.Second, "third": s.Third} {
				for _, on := range []color.Color{background, s.Selected.Look().GetBackground()} {
					for _, glyph := range []string{th.Glyphs.Sure, th.Glyphs.Likely, th.Glyphs.Possible, th.Glyphs.Low, th.Glyphs.Unknown} {
						if got := contrast(shaded(glyph, ink.Look().GetForeground(), on), on); got < 3 {
							t.Errorf("%s of %q on %v has contrast %.2f", name, glyph, on, got)
						}
					}
				}
			}
		}
	})
}

// shades16 are the 16 colours and the two of its windows as a terminal shows them: black on
// white and white on black, for none of these changes them.
var shades16 = map[string][16]string{
	"xterm": {"#000000", "#CD0000", "#00CD00", "#CDCD00", "#0000EE", "#CD00CD", "#00CDCD", "#E5E5E5",
		"#7F7F7F", "#FF0000", "#00FF00", "#FFFF00", "#5C5CFF", "#FF00FF", "#00FFFF", "#FFFFFF"},
	"the console of Linux": {"#000000", "#AA0000", "#00AA00", "#AA5500", "#0000AA", "#AA00AA", "#00AAAA", "#AAAAAA",
		"#555555", "#FF5555", "#55FF55", "#FFFF55", "#5555FF", "#FF55FF", "#55FFFF", "#FFFFFF"},
	"Windows": {"#0C0C0C", "#C50F1F", "#13A10E", "#C19C00", "#0037DA", "#881798", "#3A96DD", "#CCCCCC",
		"#767676", "#E74856", "#16C60C", "#F9F1A5", "#3B78FF", "#B4009E", "#61D6D6", "#F2F2F2"},
}

// With 16 colours, too, words can be read on the terminals that have the most users, as long
// as these show them as they came.
func TestSixteenColoursCanBeRead(t *testing.T) {
	looked := 0
	for _, s := range schemes() {
		on := lipgloss.Color("#FFFFFF")
		if s.dark {
			on = lipgloss.Color("#0C0C0C")
		}
		for name, style := range styles(New(s.name, s.dark, Full, colorprofile.ANSI).Styles) {
			n, has := style.Look().GetForeground().(ansi.BasicColor)
			if !has || name == "Faint" || name == "Error" {
				continue
			}
			for terminal, shades := range shades16 {
				looked++
				if got := contrast(lipgloss.Color(shades[n]), on); got < 4.5 {
					t.Errorf("%s dark=%v, %s: %s in colour %d has contrast %.2f", s.name, s.dark, terminal, name, n, got)
				}
			}
		}
	}
	if looked < 60 {
		t.Errorf("%d words were looked at", looked)
	}
}

// TestThemesByName: each can be asked for and is what it is called, whatever the background
// is; without a name the background decides.
func TestThemesByName(t *testing.T) {
	if diff := cmp.Diff([]string{"light", "dark", "contrast", "mono"}, Names()); diff != "" {
		t.Error(diff)
	}
	look := func(name string, dark bool) string {
		s := New(name, dark, Full, colorprofile.TrueColor).Styles
		return s.Accent.Render("x") + s.Bar.Render("x") + s.Strong.Render("x")
	}
	for _, c := range []struct {
		name            string
		onDark, onLight string // what it is then
		asks            bool
	}{{"", "dark", "light", true}, {"light", "light", "light", false}, {"dark", "dark", "dark", false}, {"nonsense", "dark", "light", true}} {
		if look(c.name, true) != look(c.onDark, true) || look(c.name, false) != look(c.onLight, true) || ByBackground(c.name) != c.asks {
			t.Errorf("%q is another theme, or asks %v", c.name, ByBackground(c.name))
		}
	}
	seen := map[string]string{}
	for _, s := range schemes() {
		drawn := look(s.name, s.dark)
		if other, twice := seen[drawn]; twice {
			t.Errorf("%s looks like %s", s.name, other)
		}
		seen[drawn] = s.name
	}
	if !ByBackground("contrast") || ByBackground("mono") {
		t.Error("high contrast follows the background, and no colour does not")
	}
}

// TestMonoIsWhatNoColourGives, asked for on a terminal that has all colours.
func TestMonoIsWhatNoColourGives(t *testing.T) {
	for _, charset := range []Charset{ASCII, Basic, Full} {
		asked, given := New("mono", true, charset, colorprofile.TrueColor), New("", true, charset, colorprofile.ASCII)
		plain := styles(given.Styles)
		for name, style := range styles(asked.Styles) {
			if got, want := style.Render("x"), plain[name].Render("x"); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		if got, want := asked.Badge(Strong, "clear"), given.Badge(Strong, "clear"); got != want {
			t.Errorf("a badge is %q, want %q", got, want)
		}
	}
}

func TestLightByEnv(t *testing.T) {
	for value, want := range map[string]bool{
		"0;15": true, "0;default;15": true, "0;7": true, "12;11": true,
		"15;0": false, "15;default;0": false, "7;8": false, "0;6": false,
		"": false, "15": false, "0;default": false, "0;16": false, "0;-1": false, "0;x": false, ";": false, "0; 15": false,
	} {
		if got := LightByEnv(func(name string) string { return map[string]string{"COLORFGBG": value}[name] }); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
}

// shaded is what a character makes of its colour on a background: the shades of U+2591 to
// U+2593 show a part of it.
func shaded(glyph string, ink, on color.Color) color.Color {
	part := map[string]float64{"░": 0.25, "▒": 0.5, "▓": 0.75}[glyph]
	if part == 0 {
		return ink
	}
	mix := func(a, b uint32) uint8 { return uint8((part*float64(a) + (1-part)*float64(b)) / 257) }
	r, g, b, _ := ink.RGBA()
	r2, g2, b2, _ := on.RGBA()
	return color.RGBA{mix(r, r2), mix(g, g2), mix(b, b2), 255}
}

func none(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return none || c == nil
}

// What a colour is, beside a shape, can be told by those who lack one kind of cone: the two
// groups, what is not known, and what wants care. The matrices are those of Viénot, Brettel
// and Mollon 1999 for the first two, and of Machado, Oliveira and Fernandes 2009.
func TestColourBlind(t *testing.T) {
	kinds := map[string][3][3]float64{
		"none":         {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
		"deuteranopia": {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
		"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
	coloured(t, func(t *testing.T, _ scheme, th Theme) {
		s := th.Styles
		named := map[string]color.Color{"accent": s.Accent.Look().GetForeground(), "second": s.Second.Look().GetForeground(),
			"third": s.Third.Look().GetForeground(), "care": s.Notice.Look().GetForeground()}
		for kind, m := range kinds {
			for _, pair := range [][2]string{{"accent", "second"}, {"accent", "third"}, {"second", "third"}, {"accent", "care"}} {
				if d := apart(m, named[pair[0]], named[pair[1]]); d < 12 {
					t.Errorf("%s: %s and %s are %.0f apart", kind, pair[0], pair[1], d)
				}
			}
		}
	})
}

// apart is the distance of two colours in CIE Lab, as someone sees them.
func apart(m [3][3]float64, a, b color.Color) float64 {
	x, y := lab(m, a), lab(m, b)
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

func lab(m [3][3]float64, c color.Color) [3]float64 {
	r, g, b, _ := c.RGBA()
	rgb := [3]float64{linear(r), linear(g), linear(b)}
	var seen [3]float64
	for i := range seen {
		for j := range rgb {
			seen[i] += m[i][j] * rgb[j]
		}
		seen[i] = min(max(seen[i], 0), 1)
	}
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124*seen[0] + 0.3576*seen[1] + 0.1805*seen[2]) / 0.9505)
	y := f(0.2126*seen[0] + 0.7152*seen[1] + 0.0722*seen[2])
	z := f((0.0193*seen[0] + 0.1192*seen[1] + 0.9505*seen[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// A badge has its word and two cells more, and is told from its like without colour.
func TestBadges(t *testing.T) {
	for _, c := range []struct {
		charset Charset
		profile colorprofile.Profile
		want    [4]string // strong, quiet, hollow, care
	}{
		{Full, colorprofile.TrueColor, [4]string{"▐TOO FEW▌", "▐TOO FEW▌", "▕TOO FEW▏", "▐TOO FEW▌"}},
		{Basic, colorprofile.ANSI256, [4]string{"▐TOO FEW▌", "▐TOO FEW▌", "│TOO FEW│", "▐TOO FEW▌"}},
		{Full, colorprofile.ANSI, [4]string{"[TOO FEW]", "(too few)", "(too few)", "[TOO FEW]"}},
		{Full, colorprofile.ASCII, [4]string{"[TOO FEW]", "(too few)", "(too few)", "[TOO FEW]"}},
		{ASCII, colorprofile.TrueColor, [4]string{"[TOO FEW]", "(too few)", "(too few)", "[TOO FEW]"}},
	} {
		th := New("", true, c.charset, c.profile)
		seen := map[string]bool{}
		for i, b := range []Badge{Strong, Quiet, Hollow, Care} {
			drawn := th.Badge(b, "too few")
			if got := ansi.Strip(drawn); got != c.want[i] {
				t.Errorf("%v, %v: badge %d is %q, want %q", c.charset, c.profile, i, got, c.want[i])
			}
			if seen[drawn] && c.profile > colorprofile.ASCII && b != Hollow {
				t.Errorf("%v, %v: badge %d looks like another: %q", c.charset, c.profile, i, drawn)
			}
			seen[drawn] = true
		}
		for _, chip := range []string{th.Chip(th.Styles.ActiveTab, th.Styles.Text, "2024"), th.Chip(th.Styles.BarChip, th.Styles.Bar, "2024")} {
			if got := ansi.Strip(chip); got != th.Glyphs.ChipLeft+"2024"+th.Glyphs.ChipRight && got != "[2024]" {
				t.Errorf("%v, %v: the chip is %q", c.charset, c.profile, got)
			}
		}
	}
}

func TestSpread(t *testing.T) {
	th := New("", true, Full, colorprofile.ASCII)
	for _, c := range []struct {
		left, right string
		width       int
		want        string
	}{{"left", "right", 12, "left   right"}, {"left", "right", 8, "le…right"}, {"left", "", 6, "left  "}} {
		if got := ansi.Strip(th.Spread(th.Styles.Bar, c.left, c.right, c.width)); got != c.want {
			t.Errorf("%q and %q in %d: %q, want %q", c.left, c.right, c.width, got, c.want)
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// linear takes the curve of sRGB off a channel.
func linear(v uint32) float64 {
	f := float64(v) / 0xFFFF
	if f <= 0.04045 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}

func TestBorderFitsTheCharset(t *testing.T) {
	for _, c := range []Charset{ASCII, Basic, Full} {
		b := New("", true, c, colorprofile.ANSI).Border()
		for _, part := range []string{b.Top, b.Left, b.TopLeft, b.TopRight, b.BottomLeft, b.BottomRight} {
			if c.Text(part) != part || part == "" {
				t.Errorf("%v: border part %q", c, part)
			}
		}
	}
}
