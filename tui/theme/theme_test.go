package theme

import (
	"bytes"
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
			{g.Fill, g.Likely, g.Possible, g.Reference, g.Benchmark, g.ArrowRight},
			{g.BracketTop, g.BracketEnd, g.Reference},
			{g.Dot, g.OpenDot, g.BothDot, g.Reference, g.Benchmark, g.Rule, g.ArrowLeft, g.ArrowRight},
			{g.Dot, g.Reference, g.Benchmark, g.Tick, g.Whisker, g.WhiskerLeft, g.WhiskerRight, g.Stem},
			append([]string{g.Gap}, g.Spark...),
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
			if got := New(true, set, colorprofile.ANSI).Text(c.in); got != want {
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

// styles returns every style by its field's name.
func styles(s Styles) map[string]lipgloss.Style {
	all := map[string]lipgloss.Style{}
	v := reflect.ValueOf(s)
	for i := range v.NumField() {
		all[v.Type().Field(i).Name] = v.Field(i).Interface().(lipgloss.Style)
	}
	return all
}

func TestStylesChangeNoWidth(t *testing.T) {
	for name, style := range styles(New(true, Full, colorprofile.TrueColor).Styles) {
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
			s := New(dark, Full, profile).Styles
			for name, style := range styles(s) {
				if got := style.Render("x"); colourCode.MatchString(got) {
					t.Errorf("%v: %s has a colour: %q", profile, name, got)
				}
			}
			for name, style := range map[string]lipgloss.Style{
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
		for _, dark := range []bool{true, false} {
			for name, style := range styles(New(dark, Full, profile).Styles) {
				var out bytes.Buffer
				writer := colorprofile.Writer{Forward: &out, Profile: profile}
				if _, err := writer.WriteString(style.Render("x")); err != nil {
					t.Fatal(err)
				}
				if colours(out.String()) != colours(style.Render("x")) {
					t.Errorf("%v dark=%v %s: %q became %q", profile, dark, name, style.Render("x"), out.String())
				}
			}
		}
	}
	s := New(true, Full, colorprofile.ANSI).Styles
	for name, style := range styles(s) {
		if name != "Faint" && style.GetForeground() == lipgloss.BrightBlack {
			t.Errorf("%s is bright black on a dark background", name)
		}
	}
}

func colours(s string) string { return strings.Join(colourCode.FindAllString(s, -1), "") }

// WCAG 2.2: words need a contrast of 4.5 with the background, lines 2 here, since
// Faint never carries a meaning of its own.
func TestContrast(t *testing.T) {
	for _, c := range []struct {
		dark       bool
		background color.Color
	}{
		{true, lipgloss.Color("#000000")},
		{true, lipgloss.Color("#1E1E1E")},
		{true, lipgloss.Color("#282C34")},
		{false, lipgloss.Color("#FFFFFF")},
		{false, lipgloss.Color("#F7F5EE")},
	} {
		for name, style := range styles(New(c.dark, Full, colorprofile.TrueColor).Styles) {
			colour := style.GetForeground()
			if _, none := colour.(lipgloss.NoColor); none {
				continue
			}
			want := 4.5
			if name == "Faint" {
				want = 2
			}
			if got := contrast(colour, c.background); got < want {
				t.Errorf("dark=%v: %s on %v has contrast %.2f", c.dark, name, c.background, got)
			}
		}
	}
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		f := float64(v) / 0xFFFF
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestBorderFitsTheCharset(t *testing.T) {
	for _, c := range []Charset{ASCII, Basic, Full} {
		b := New(true, c, colorprofile.ANSI).Border()
		for _, part := range []string{b.Top, b.Left, b.TopLeft, b.TopRight, b.BottomLeft, b.BottomRight} {
			if c.Text(part) != part || part == "" {
				t.Errorf("%v: border part %q", c, part)
			}
		}
	}
}
