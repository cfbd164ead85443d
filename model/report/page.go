package report

// Page is one thing to show, in whatever form.
type Page interface {
	Kind() Kind
}

// Worded is a page that people read.
type Worded interface {
	Page
	// Blocks gives the page in words. What others wrote is made safe by s.
	Blocks(s Safe) []Block
}

// Kind names a page.
type Kind string

// The pages.
const (
	SummaryPage     Kind = "summary"
	BriefPage       Kind = "brief"
	CheckPage       Kind = "check"
	ComparisonPage  Kind = "comparison"
	ComparisonsPage Kind = "comparisons"
	ActionsPage     Kind = "actions"
	AdvicePage      Kind = "advice"
	PlanPage        Kind = "plan"
)

// Safe makes text of others safe to show: what would act on a terminal is a visible
// mark. Line makes one line of it, Lines keeps its line breaks.
type Safe struct {
	Line, Lines func(string) string
}

// all makes one safe line of each text.
func (s Safe) all(texts []string) []string {
	safe := make([]string, len(texts))
	for i, text := range texts {
		safe[i] = s.Line(text)
	}
	return safe
}

// Block is a part of a page: a Heading, Text, a List, a Section, an Outline, Pairs or a
// Table.
type Block interface{ block() }

// Heading begins a part of the page. Level 1 is the page's own.
type Heading struct {
	Level int
	Text  string
}

// Text is lines, each a paragraph of its own.
type Text []string

// List is points.
type List []string

// Section is points under a heading. Where tables are read out row by row, so is a
// section: plain lines for a screen reader.
type Section struct {
	Heading string
	Points  []string
}

// Outline is lines with others under them.
type Outline []Line

// Line is a line of an outline, so many steps in.
type Line struct {
	Depth int
	Text  string
}

// Pairs are texts under a name. A pair without a name goes on with the one before.
type Pairs []Pair

// Pair is a text, which may have several lines, and what it is.
type Pair struct {
	Name, Text string
}

// Table is rows under columns. Where a column has no room the rows are read out one
// by one, each under its title.
type Table struct {
	Columns []Column
	Rows    []Row
	Titled  int // how many of the first columns the title of a row says
}

// Column is a column of a table. Width is how many characters it takes where a line
// has a fixed number of them; without a width it takes what the others leave, and
// needs Least.
type Column struct {
	Name         string
	Width, Least int
	Names        bool // its cells name their rows
	Under        bool // where lines have a fixed width its cells stand under those before, and have no column
	Right        bool // figures: they end alike
}

// Row is one row of a table. A part of the row before has no title of its own.
type Row struct {
	Title string
	Cells []string
	Part  bool
}

func (Heading) block() {}
func (Text) block()    {}
func (List) block()    {}
func (Section) block() {}
func (Outline) block() {}
func (Pairs) block()   {}
func (Table) block()   {}
