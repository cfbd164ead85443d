package ooxml

import (
	"math"
	"slices"
	"strconv"
)

// Chart is a chart that Word and Excel draw themselves.
type Chart struct {
	Title       string
	Description string // for who cannot see it
	Kind        ChartKind
	Labels      Labels
	Series      []Series
	Format      string // of the values: "0.0%"
	Against     *Against
	Axis        Axis
}

// ChartKind is how the values are drawn.
type ChartKind int

// The kinds of chart.
const (
	Columns ChartKind = iota // upright, side by side: few labels
	Bars                     // lying, the first label at the top: many labels, or long
	Marks                    // marks without a bar, for values whose 0 means nothing
)

// Labels name the places of the values, in order. Cells is where a workbook has the
// same texts, and blank elsewhere.
type Labels struct {
	Texts []string
	Cells string
}

// Series is values of one kind, one for each label. NaN is no value. Low and High, where
// there are any, are the ends of the interval of each. NameCell and Cells are where a
// workbook has the name and the values; Down and Up where it has how far the interval
// reaches from each.
type Series struct {
	Name      string
	Values    []float64
	Low, High []float64
	NameCell  string
	Cells     string
	Down, Up  string

	apart *element // how the first value looks, where it is not one of the others
}

// Against is a value that the others are seen against: a line across, and among lying
// bars, where neither program draws one, a bar of its own above them. NameCell and Cells are
// where a workbook has what it is, and the value once for each label.
type Against struct {
	Name, Text      string // what it is, and the value as it is printed
	Value           float64
	NameCell, Cells string
}

// Title is what it is with its value.
func (a Against) Title() string { return a.Name + ": " + a.Text }

// Axis is that of the values. Format is that of its own numbers: "0%". With a Base above 1 it
// is logarithmic; its bounds are above 0 then, and Step does not count.
type Axis struct {
	Title                string
	Format               string
	Min, Max, Step, Base float64
	Cross                float64 // where the axis of the labels crosses it
}

const (
	chartNames   = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	drawingNames = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartKind    = officeTypes + "drawingml.chart+xml"
	labelAxis    = "111111111"
	valueAxis    = "222222222"
	ink          = "0B0C0C"
	gridInk      = "BFBFBF"
)

// look is how a series is told from the others: by colour and, for who does not see
// colour, by its pattern or the shape of its mark. The colours are those of the
// Government Analysis Function.
type look struct{ colour, pattern, mark string }

var looks = []look{
	{"12436D", "", "circle"},
	{"F46A25", "wdUpDiag", "diamond"},
	{"3D3D3D", "pct20", "square"},
	{"801650", "wdDnDiag", "triangle"},
	{"28A197", "smGrid", "x"},
}

// val is an element whose only content is its value.
func val(name, value string) *element { return el(name).with("val", value) }

// chartPart adds the chart to the file.
func (a *archive) chartPart(name string, c Chart) *part {
	if c.Kind == Bars && c.Against != nil {
		c = c.above()
	}
	plot := el("c:plotArea", el("c:layout"), c.plot(), c.labels(), c.axis())
	return a.add(name, chartKind, el("c:chartSpace",
		val("c:date1904", "0"),
		val("c:lang", "en-GB"),
		val("c:roundedCorners", "0"),
		el("c:chart",
			el("c:title", richText(c.Title, "1100", true), val("c:overlay", "0")),
			val("c:autoTitleDeleted", "0"),
			plot,
			when(len(c.Series) > 1 || c.Against != nil, el("c:legend", val("c:legendPos", "b"), val("c:overlay", "0"))),
			val("c:plotVisOnly", "0"),
			val("c:dispBlanksAs", "gap"),
		),
		el("c:spPr", solid("FFFFFF"), el("a:ln", el("a:noFill"))),
		textLook(),
	).with("xmlns:c", chartNames, "xmlns:a", drawingNames))
}

// above puts what the values are seen against over them, as a bar of its own look. It is
// in no table beside them, so the chart holds its values itself.
func (c Chart) above() Chart {
	c.Labels = Labels{Texts: append([]string{c.Against.Name}, c.Labels.Texts...)}
	c.Series = slices.Clone(c.Series)
	for i, s := range c.Series {
		s.Values = append([]float64{math.NaN()}, s.Values...)
		if s.Low != nil {
			s.Low, s.High = append([]float64{math.NaN()}, s.Low...), append([]float64{math.NaN()}, s.High...)
		}
		s.Cells, s.NameCell = "", ""
		if i == 0 {
			s.Values[0] = c.Against.Value
			s.apart = el("c:dPt", val("c:idx", "0"), val("c:invertIfNegative", "0"), val("c:bubble3D", "0"), el("c:spPr", solid("FFFFFF"), line(ink)))
		}
		c.Series[i] = s
	}
	c.Against = nil
	return c
}

// plot gives the marks of all series, and the line that they are seen against.
func (c Chart) plot() nodes {
	var series, across nodes
	for i := range c.Series {
		series = append(series, c.series(i))
	}
	if c.Against != nil {
		across = nodes{c.across()}
	}
	axes := nodes{val("c:axId", labelAxis), val("c:axId", valueAxis)}
	lines := func(inside nodes) *element {
		return el("c:lineChart", val("c:grouping", "standard"), val("c:varyColors", "0"), inside, val("c:marker", "1"), axes)
	}
	if c.Kind == Marks {
		return nodes{lines(append(series, across...))}
	}
	direction := "col"
	if c.Kind == Bars {
		direction = "bar"
	}
	all := nodes{el("c:barChart", val("c:barDir", direction), val("c:grouping", "clustered"), val("c:varyColors", "0"),
		series, val("c:gapWidth", "60"), val("c:overlap", "-10"), axes)}
	if across != nil {
		all = append(all, lines(across))
	}
	return all
}

func (c Chart) series(i int) *element {
	s, l := c.Series[i], looks[i%len(looks)]
	head := seriesHead(i, named(s.Name, s.NameCell))
	data := nodes{el("c:cat", c.Labels.data()), el("c:val", data(s.Values, c.Format, s.Cells))}
	if c.Kind == Marks {
		mark := el("c:marker", val("c:symbol", l.mark), val("c:size", "9"), el("c:spPr", solid(l.colour), line(l.colour)))
		return el("c:ser", head, el("c:spPr", el("a:ln", el("a:noFill")).with("w", "19050")), mark,
			c.valueLabels(s, "r"), s.whiskers(), data, val("c:smooth", "0"))
	}
	place := "outEnd"
	if s.whiskers() != nil {
		place = "inBase"
	}
	return el("c:ser", head, el("c:spPr", l.fill(), line(l.colour)), val("c:invertIfNegative", "0"), when(s.apart != nil, s.apart),
		c.valueLabels(s, place), s.whiskers(), data)
}

func seriesHead(i int, name node) nodes {
	at := strconv.Itoa(i)
	return nodes{val("c:idx", at), val("c:order", at), el("c:tx", name)}
}

// across is the line that the values are seen against: dashed, with a mark at each label
// so that it is seen where there is one label only.
func (c Chart) across() *element {
	values := make([]float64, len(c.Labels.Texts))
	for i := range values {
		values[i] = c.Against.Value
	}
	dashed := el("a:ln", solid(ink), val("a:prstDash", "dash")).with("w", "12700")
	return el("c:ser", seriesHead(len(c.Series), named(c.Against.Title(), c.Against.NameCell)),
		el("c:spPr", dashed),
		el("c:marker", val("c:symbol", "dash"), val("c:size", "12"), el("c:spPr", solid(ink), line(ink))),
		el("c:cat", c.Labels.data()), el("c:val", data(values, c.Format, c.Against.Cells)), val("c:smooth", "0"))
}

// valueLabels prints each value beside its mark, on white where it stands on a pattern.
// A value that is missing has none: Excel would print an error in its place.
func (c Chart) valueLabels(s Series, place string) *element {
	var none nodes
	for i, v := range s.Values {
		if math.IsNaN(v) {
			none = append(none, el("c:dLbl", val("c:idx", strconv.Itoa(i)), val("c:delete", "1")))
		}
	}
	return el("c:dLbls", none,
		el("c:numFmt").with("formatCode", c.Format, "sourceLinked", "0"),
		when(place == "inBase", el("c:spPr", solid("FFFFFF"))),
		val("c:dLblPos", place),
		val("c:showLegendKey", "0"), val("c:showVal", "1"), val("c:showCatName", "0"),
		val("c:showSerName", "0"), val("c:showPercent", "0"), val("c:showBubbleSize", "0"),
	)
}

// named is the name of a series, from a cell if one has it.
func named(name, cell string) node {
	if cell == "" {
		return el("c:v", chars(name))
	}
	return el("c:strRef", el("c:f", chars(cell)), el("c:strCache", texts([]string{name})))
}

func (l Labels) data() node {
	if l.Cells == "" {
		return el("c:strLit", texts(l.Texts))
	}
	return el("c:strRef", el("c:f", chars(l.Cells)), el("c:strCache", texts(l.Texts)))
}

func texts(all []string) nodes {
	n := nodes{val("c:ptCount", strconv.Itoa(len(all)))}
	for i, t := range all {
		n = append(n, el("c:pt", el("c:v", chars(t))).with("idx", strconv.Itoa(i)))
	}
	return n
}

// data gives values, from cells if those have them.
func data(values []float64, format, cells string) node {
	if cells == "" {
		return el("c:numLit", numbers(values, format))
	}
	return el("c:numRef", el("c:f", chars(cells)), el("c:numCache", numbers(values, format)))
}

func whole(values []float64) bool { return !slices.ContainsFunc(values, math.IsNaN) }

func numbers(values []float64, format string) nodes {
	n := nodes{el("c:formatCode", chars(format)), val("c:ptCount", strconv.Itoa(len(values)))}
	for i, v := range values {
		if !math.IsNaN(v) {
			n = append(n, el("c:pt", el("c:v", chars(number(v)))).with("idx", strconv.Itoa(i)))
		}
	}
	return n
}

// Reach gives how far the interval of each value goes down from it and up; NaN where it has
// none, and nothing where no value has one.
func (s Series) Reach() (down, up []float64) {
	some := false
	for i, v := range s.Values {
		d, u := math.NaN(), math.NaN()
		if i < len(s.Low) && i < len(s.High) && v >= s.Low[i] && v <= s.High[i] {
			d, u, some = rounded(v-s.Low[i]), rounded(s.High[i]-v), true
		}
		down, up = append(down, d), append(up, u)
	}
	if !some {
		return nil, nil
	}
	return down, up
}

// rounded drops the digits that subtraction leaves behind.
func rounded(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// whiskers draw the interval of each value; none where no value has one.
func (s Series) whiskers() nodes {
	down, up := s.Reach()
	return when(down != nil, el("c:errBars",
		val("c:errDir", "y"), val("c:errBarType", "both"), val("c:errValType", "cust"), val("c:noEndCap", "0"),
		el("c:plus", data(up, "General", s.Up)),
		el("c:minus", data(down, "General", s.Down)),
		el("c:spPr", line(ink)),
	))
}
