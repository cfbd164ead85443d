package theme

// Glyphs are the marks of one character set. Each is one cell wide, and no two
// that can stand in one chart for different things look alike, so that a chart
// reads the same without colour.
type Glyphs struct {
	Bars
	Lines
	Dots
	Arrows
	Signs
}

// Bars are what bars are drawn of.
type Bars struct {
	Fill     string   // bar of the first series
	Partials []string // ends of such a bar, thinnest first, in equal parts of a cell
	Fill2    string   // bar of the second series
	Fill3    string   // bar of the third series
	Low      string   // bar of the second series below one of the first
	Unknown  string   // and of the third
	Sure     string   // of a bar that fades: up to its lower limit
	Likely   string   // from there to the figure
	Possible string   // and from the figure to its upper limit
}

// Lines are what stands in and under a drawing.
type Lines struct {
	Reference    string // vertical line at an overall share, or at no difference
	Benchmark    string // vertical mark of a second comparison
	Tick         string // faint mark of a further value inside the drawing
	Rule         string // horizontal rule
	Stem         string // line from zero to a dot
	Whisker      string // arm of an interval
	WhiskerLeft  string // its lower end
	WhiskerRight string // its upper end
	BracketTop   string // joins rows at their right: the first
	BracketEnd   string // and the last; those between have Reference
}

// Dots stand at values.
type Dots struct {
	Dot     string // first group
	OpenDot string // second group
	BothDot string // both groups in one cell
}

// Arrows point.
type Arrows struct {
	ArrowLeft, ArrowRight string // beyond the axis, or a direction in a caption
	ArrowUp, ArrowDown    string // more rows above, below
}

// Signs stand in text.
type Signs struct {
	Bullet   string
	Ellipsis string
	Minus    string
	Mark     string // stands before the selected row
	Warning  string

	ChipLeft, ChipRight string // the ends of a word on a surface of its own
	EdgeLeft, EdgeRight string // and of one within an outline
}

// Glyphs returns the marks of the character set.
func (c Charset) Glyphs() Glyphs {
	switch c {
	case Full:
		return fullGlyphs()
	case Basic:
		return basicGlyphs()
	default:
		return asciiGlyphs()
	}
}

func asciiGlyphs() Glyphs {
	return Glyphs{
		Bars{Fill: "#", Fill2: "=", Fill3: ".", Low: "=", Unknown: ".", Sure: "#", Likely: "=", Possible: "-"},
		Lines{Reference: "|", Benchmark: ":", Tick: ".", Rule: "-", Stem: "=", Whisker: "-", WhiskerLeft: "[", WhiskerRight: "]", BracketTop: "\\", BracketEnd: "/"},
		Dots{Dot: "*", OpenDot: "o", BothDot: "@"},
		Arrows{ArrowLeft: "<", ArrowRight: ">", ArrowUp: "^", ArrowDown: "v"},
		Signs{Bullet: "-", Ellipsis: "~", Minus: "-", Mark: ">", Warning: "!", ChipLeft: "[", ChipRight: "]", EdgeLeft: "(", EdgeRight: ")"},
	}
}

func basicGlyphs() Glyphs {
	return Glyphs{
		Bars{Fill: "█", Partials: []string{"▌"}, Fill2: "▒", Fill3: "░", Low: "▄", Unknown: "▓", Sure: "█", Likely: "▓", Possible: "░"},
		Lines{Reference: "│", Benchmark: "║", Tick: "·", Rule: "─", Stem: "═", Whisker: "─", WhiskerLeft: "├", WhiskerRight: "┤", BracketTop: "┐", BracketEnd: "┘"},
		Dots{Dot: "●", OpenDot: "○", BothDot: "◙"},
		Arrows{ArrowLeft: "◄", ArrowRight: "►", ArrowUp: "↑", ArrowDown: "↓"},
		Signs{Bullet: "·", Ellipsis: "…", Minus: "−", Mark: "►", Warning: "!", ChipLeft: "▐", ChipRight: "▌", EdgeLeft: "│", EdgeRight: "│"},
	}
}

func fullGlyphs() Glyphs {
	g := basicGlyphs()
	g.Partials = []string{"▏", "▎", "▍", "▌", "▋", "▊", "▉"}
	g.Sure, g.Likely, g.Possible = "▆", "▄", "▂" // in one colour, with air between rows
	g.EdgeLeft, g.EdgeRight = "▕", "▏"
	g.Benchmark, g.Stem, g.BothDot = "┊", "━", "◉"
	g.ArrowLeft, g.ArrowRight, g.Mark = "◂", "▸", "▸"
	return g
}
