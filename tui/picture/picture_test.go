package picture

import (
	"encoding/xml"
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"golang.org/x/text/unicode/runenames"
	"pgregory.net/rapid"
)

// element is an element of a picture, with its attributes and its text.
type element struct {
	name string
	has  map[string]string
	text string
}

// elements reads a picture as XML, in the order of its elements' starts.
func elements(t rapid.TB, svg []byte) []element {
	t.Helper()
	var all []element
	var open []int
	for d := xml.NewDecoder(strings.NewReader(string(svg))); ; {
		token, err := d.Token()
		if token == nil {
			if err.Error() != "EOF" {
				t.Fatalf("not well-formed: %v\n%s", err, svg)
			}
			return all
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, has: map[string]string{}}
			for _, a := range token.Attr {
				e.has[a.Name.Local] = a.Value
			}
			open, all = append(open, len(all)), append(all, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text += string(token)
			}
		}
	}
}

func (e element) number(t rapid.TB, name string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(e.has[name], 64)
	if err != nil {
		t.Fatalf("%s of %v: %v", name, e, err)
	}
	return v
}

// lettered gives the letters of a picture in the cells where it has them.
func lettered(t rapid.TB, svg []byte) string {
	t.Helper()
	all := elements(t, svg)
	columns := int((all[0].number(t, "width") - 2*margin) / cellWidth)
	lines := make([]string, int((all[0].number(t, "height")-2*margin)/cellHeight))
	for i := range lines {
		lines[i] = strings.Repeat(" ", columns)
	}
	for _, e := range all {
		if e.name != "text" {
			continue
		}
		x, y := (e.number(t, "x")-margin)/cellWidth, int((e.number(t, "y")-margin)/cellHeight)
		if e.has["text-anchor"] == "middle" {
			x -= float64(ansi.StringWidth(e.text)) / 2
		}
		if n, held := e.has["textLength"]; held && n != number(float64(ansi.StringWidth(e.text))*cellWidth) {
			t.Fatalf("%q is held to %s units", e.text, n)
		}
		if math.Abs(x-math.Round(x)) > 1e-6 {
			t.Fatalf("%q stands between cells, at %v", e.text, x)
		}
		at, width := int(math.Round(x)), ansi.StringWidth(e.text)
		lines[y] = ansi.Cut(lines[y], 0, at) + e.text + ansi.Cut(lines[y], at+width, columns)
	}
	return strings.Join(lines, "\n")
}

// TestLetters: what the picture shows as letters stands in the cells of the frame, of
// any text in any colours.
func TestLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("ab <>&\"'é·—●▸█─░⣿日")), 0, 12, -1)
		width := 1
		var lines, plain []string
		for range rapid.IntRange(1, 4).Draw(t, "lines") {
			styled, text := "", ""
			for range rapid.IntRange(0, 3).Draw(t, "parts") {
				part := letters.Draw(t, "part")
				style := lipgloss.NewStyle().Bold(rapid.Bool().Draw(t, "bold")).Reverse(rapid.Bool().Draw(t, "reverse")).
					Foreground(lipgloss.Color(rapid.SampledFrom([]string{"1", "200", "#123456"}).Draw(t, "colour")))
				styled, text = styled+style.Render(part), text+part
			}
			lines, plain = append(lines, styled), append(plain, text)
			width = max(width, ansi.StringWidth(text))
		}
		for i, text := range plain {
			plain[i] = strings.Map(func(r rune) rune {
				if strings.ContainsRune("█─░⣿", r) {
					return ' '
				}
				return r
			}, text) + strings.Repeat(" ", width-ansi.StringWidth(text))
			lines[i] += strings.Repeat(" ", width-ansi.StringWidth(text))
		}
		if got, want := lettered(t, SVG(strings.Join(lines, "\n"), Dark())), strings.Join(plain, "\n"); got != want {
			t.Fatalf("the picture has the letters\n%q, the frame\n%q", got, want)
		}
	})
}

// TestLooks holds what becomes of each SGR sequence, on a letter and on what is drawn.
func TestLooks(t *testing.T) {
	look := Look{Ink: color.RGBA{200, 200, 200, 255}, Paper: color.RGBA{0, 0, 0, 255}}
	for sgr, c := range map[string]struct{ text, box string }{
		"":                      {`fill="#c8c8c8"`, ``},
		"1":                     {`font-weight="bold" fill="#c8c8c8"`, ``},
		"2":                     {`fill="#6e6e6e"`, ``},
		"3":                     {`font-style="italic" fill="#c8c8c8"`, ``},
		"4":                     {`fill="#c8c8c8"`, `x="9" y="25" width="9" height="1" fill="#c8c8c8"`},
		"4;58;2;1;2;3":          {`fill="#c8c8c8"`, `x="9" y="25" width="9" height="1" fill="#010203"`},
		"9":                     {`fill="#c8c8c8"`, `x="9" y="18" width="9" height="1" fill="#c8c8c8"`},
		"7":                     {`fill="#000000"`, `x="9" y="9" width="9" height="18" fill="#c8c8c8"`},
		"7;38;2;1;2;3":          {`fill="#000000"`, `x="9" y="9" width="9" height="18" fill="#010203"`},
		"8":                     {``, ``},
		"31":                    {`fill="#800000"`, ``},
		"91":                    {`fill="#ff0000"`, ``},
		"38;5;208":              {`fill="#ff8700"`, ``},
		"38;2;18;67;109":        {`fill="#12436d"`, ``},
		"44":                    {`fill="#c8c8c8"`, `x="9" y="9" width="9" height="18" fill="#000080"`},
		"48;5;250":              {`fill="#c8c8c8"`, `x="9" y="9" width="9" height="18" fill="#bcbcbc"`},
		"48;2;0;0;0":            {`fill="#c8c8c8"`, ``},
		"1;3;38;2;1;2;3;48;5;9": {`font-weight="bold" font-style="italic" fill="#010203"`, `x="9" y="9" width="9" height="18" fill="#ff0000"`},
	} {
		svg := string(SVG("\x1b["+sgr+"mW\x1b[m", look))
		text, box := "", ""
		if c.text != "" {
			text = `<text x="9" y="23" ` + c.text + ">W</text>\n"
		}
		if c.box != "" {
			box = "<rect " + c.box + "/>\n"
		}
		_, cut, _ := strings.Cut(svg, `<g shape-rendering="crispEdges">`+"\n")
		if want := box + "</g>\n<g xml:space=\"preserve\">\n" + text + "</g>\n</svg>\n"; cut != want {
			t.Errorf("%q is drawn as\n%swant\n%s", sgr, cut, want)
		}
	}
}

// TestNamesOfLines holds the table of lines to the names that Unicode gives them.
func TestNamesOfLines(t *testing.T) {
	weights := map[string]byte{"LIGHT": light, "SINGLE": light, "HEAVY": heavy, "DOUBLE": double}
	ways := map[string][]int{"UP": {0}, "RIGHT": {1}, "DOWN": {2}, "LEFT": {3}, "HORIZONTAL": {1, 3}, "VERTICAL": {0, 2}}
	for r := rune(0x2500); r <= 0x257F; r++ {
		name, _ := strings.CutPrefix(runenames.Name(r), "BOX DRAWINGS ")
		want, given, all := []byte("0000"), byte(0), []int(nil)
		words := strings.Fields(strings.NewReplacer(" DOUBLE DASH", "", " TRIPLE DASH", "", " QUADRUPLE DASH", "").Replace(name))
		for _, word := range words {
			weight, isWeight := weights[word]
			for _, way := range ways[word] { // where the weight stands before
				want[way] = given
			}
			switch all = append(all, ways[word]...); {
			case isWeight && len(all) > 0 && weights[words[0]] == 0: // it stands after
				for _, way := range all {
					want[way] = weight
				}
				all = nil
			case isWeight:
				given = weight
			}
		}
		if strings.Contains(name, "DIAGONAL") {
			want = []byte("0000")
		}
		if got := arms[(r-0x2500)*5:][:4]; got != string(want) {
			t.Errorf("%c, %s: %s, want %s", r, name, got, want)
		}
	}
}

// TestShapes: each shape stays in its cell, and a line comes to the edges that it
// goes to and to no other, so that it meets that of the next cell.
func TestShapes(t *testing.T) {
	for r := rune(0x2500); r <= 0x28FF; r++ {
		s, drawn := shapeOf(string(r))
		if want := r <= 0x259F || r > 0x2800; drawn != want {
			t.Errorf("%c is drawn: %v", r, drawn)
		}
		if drawn && len(s.rects) == 0 && s.path == "" {
			t.Errorf("%c is empty", r)
		}
		var edges [4]bool
		for _, b := range s.rects {
			if b.x < 0 || b.y < 0 || b.w <= 0 || b.h <= 0 || b.x+b.w > cellWidth || b.y+b.h > cellHeight || b.part <= 0 || b.part > 1 {
				t.Errorf("%c leaves its cell: %+v", r, b)
			}
			for i, at := range [4]bool{b.y == 0, b.x+b.w == cellWidth, b.y+b.h == cellHeight, b.x == 0} {
				edges[i] = edges[i] || at
			}
		}
		if r > 0x257F || s.path != "" || dashes(r) > 0 {
			continue
		}
		for i, want := range []byte(arms[(r-0x2500)*5:][:4]) {
			if edges[i] != (want != '0') {
				t.Errorf("%c comes to its edges %v, its arms are %s", r, edges, arms[(r-0x2500)*5:][:4])
			}
		}
	}
}

// TestBlocks holds how much of its cell each block fills, and with how much ink.
func TestBlocks(t *testing.T) {
	for blocks, want := range map[string]float64{
		"▁▔▏▕": 1, "▂▎░▖▗▘▝": 2, "▃▍": 3, "▄▌▀▐▒▚▞": 4, "▅▋": 5, "▆▊▓▙▛▜▟": 6, "▇▉": 7, "█": 8,
	} {
		for _, r := range blocks {
			filled := 0.0
			for _, b := range block(r) {
				filled += b.w * b.h * b.part
			}
			if got := filled / cellWidth / cellHeight * 8; math.Abs(got-want) > 1e-9 {
				t.Errorf("%c fills %v eighths, want %v", r, got, want)
			}
		}
	}
}

// TestPicture is a small frame as a whole: words, a bar, a frame round them.
func TestPicture(t *testing.T) {
	accent := lipgloss.NewStyle().Foreground(lipgloss.Color("#12436D"))
	frame := accent.Render("╭──────────╮") + "\n" +
		accent.Render("│") + lipgloss.NewStyle().Bold(true).Render("A & B  ▸ 7") + accent.Render("│") + "\n" +
		accent.Render("│██▌") + lipgloss.NewStyle().Reverse(true).Render("░░ ok") + "  " + accent.Render("│") + "\n" +
		accent.Render("╰══════════╯")
	look := Light()
	look.Title = "A <small> frame"
	svg := SVG(frame, look)
	elements(t, svg)
	golden.RequireEqual(t, svg)
}

// TestLines is a picture of lines that meet, of each weight, and of some that stand
// alone. Who changes it looks at it.
func TestLines(t *testing.T) {
	golden.RequireEqual(t, SVG(strings.Join([]string{
		"┌─┬┐ ╔═╦╗ ╓─╥╖ ╒═╤╕ ┏━┳┓ ╭─┬╮ ╱╲ ┢┱╆┪",
		"│ ││ ║ ║║ ║ ║║ │ ││ ┃ ┃┃ │ ││ ╲╱ ╀┞┟╁",
		"├─┼┤ ╠═╬╣ ╟─╫╢ ╞═╪╡ ┣━╋┫ ├─┼┤ ╳╳ ╼╾╽╿",
		"└─┴┘ ╚═╩╝ ╙─╨╜ ╘═╧╛ ┗━┻┛ ╰─┴╯ ┄┉╌ ┊┋╎",
	}, "\n"), Dark()))
}

// TestNeighbours: what has another look is not joined to what stands beside it.
func TestNeighbours(t *testing.T) {
	frame := "\x1b[31ma█\x1b[32m█▌b\x1b[1mc\x1b[3md\x1b[m e  f g─h"
	var texts, boxes []string
	for _, e := range elements(t, SVG(frame, Dark()))[1:] {
		switch e.name {
		case "text":
			texts = append(texts, e.text)
		case "rect":
			boxes = append(boxes, e.has["x"]+"+"+e.has["width"])
		}
	}
	if got, want := strings.Join(texts, "|"), "a|b|c|d|e|f g|h"; got != want {
		t.Errorf("letters: %s, want %s", got, want)
	}
	if got, want := strings.Join(boxes[1:], "|"), "18+9|27+13.5|135+9"; got != want {
		t.Errorf("boxes: %s, want %s", got, want)
	}
	if got := lettered(t, SVG("日本 x", Dark())); got != "日本 x" {
		t.Errorf("wide letters: %q", got)
	}
}
