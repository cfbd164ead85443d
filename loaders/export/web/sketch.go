package web

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wres/model/report"
	"wres/model/scale"
	"wres/model/words"
)

// drawing is what is drawn of a chart, each kind of shape above the one before. Places are
// from the upper left corner.
type drawing struct {
	Width, Height place
	Lines         []line
	Bars          []box
	Over          []line // lines that bars must not hide
	Dots          []dot
	Texts         []text
}

type (
	line struct{ Class, Path string }
	box  struct {
		Class               string
		X, Y, Width, Height place
	}
	dot struct {
		Class string
		X, Y  place
	}
	text struct {
		Class string
		X, Y  place
		Text  string
	}
)

// place is a length or a coordinate. A tenth is enough, and the same on every processor.
type place float64

func (p place) String() string {
	return strconv.FormatFloat(math.Round(float64(p)*10)/10+0, 'f', -1, 64)
}

// The sizes of a chart. It is narrow, so that it can be read on a telephone, where no
// letter is seen much smaller than it is drawn; the years stand below each other and not
// beside each other, since a name and a value at each bar need that room.
const (
	width   = 320
	letter  = 6.4 // the width of a usual one
	leading = 15  // from a line of text to the next
	rowHigh = 20
	thick   = 13  // of a bar
	gap     = 8   // between texts and what is drawn
	names   = 118 // the most for the names at the left
	ticks   = 5

	lineLetters = 50 // in a line from side to side
)

// axis is one of model/scale.
type axis interface {
	At(v float64) float64
	Holds(v float64) bool
	Ticks(n int) []float64
}

// pen draws a chart from the top down.
type pen struct {
	drawing
	chart       report.Chart
	axis        axis
	left, right place // where the axis begins and ends
	y           place // what is above is drawn
}

// sketch draws a chart: a row for each value, with the name at its left and the value in
// words at its right. What has no number has its mark and nothing drawn.
func sketch(c report.Chart) drawing {
	p := pen{chart: c, axis: axisOf(c), right: width}
	rows := c.Labels
	if len(c.Series) > 1 {
		rows = nil
		for _, s := range c.Series {
			rows = append(rows, s.Name)
		}
	}
	widest := place(0)
	for _, name := range rows {
		p.left = max(p.left, min(wide(name), names)+gap)
	}
	for _, s := range c.Series {
		for _, v := range s.Values {
			if c.Draws(v.Cell) {
				widest = max(widest, wide(v.Text))
			}
		}
	}
	p.right -= widest + gap
	p.against()
	top := p.y
	for i, label := range c.Labels {
		if len(c.Series) > 1 {
			p.write("strong", 0, p.y+leading-3, label)
			p.y += leading + 2
		}
		for j, s := range c.Series {
			name := s.Name
			if len(c.Series) == 1 {
				name = label
			}
			p.row(name, []string{"first", "second"}[j%2], s.Values[i])
		}
		if len(c.Series) > 1 {
			p.y += gap
		}
	}
	p.numbers(top)
	p.drawing.Width, p.drawing.Height = width, p.y
	return p.drawing
}

// axisOf is the axis of the values of a chart.
func axisOf(c report.Chart) axis {
	all := c.Numbers()
	switch {
	case c.Kind == report.Ratios:
		return scale.Ratio(all...)
	case slices.ContainsFunc(all, func(v float64) bool { return v < 0 }):
		return scale.Difference(all...)
	}
	return scale.Share(all...)
}

// at is where a value stands.
func (p *pen) at(v float64) place {
	return p.left + place(p.axis.At(v))*(p.right-p.left)
}

func (p *pen) write(class string, x, y place, what string) {
	p.Texts = append(p.Texts, text{class, x, y, what})
}

// row draws one value.
func (p *pen) row(name, class string, v report.Value) {
	lines := wrapped(name, int((p.left-gap)/letter)+1)
	high := max(place(len(lines))*leading+rowHigh-leading, rowHigh)
	for i, part := range lines {
		p.write("end", p.left-gap, p.y+leading+place(i)*leading-1, part)
	}
	middle := p.y + high/2
	p.y += high
	if !p.chart.Draws(v.Cell) {
		p.write("", p.left+4, middle+4, v.Text)
		return
	}
	p.write("end", width, middle+4, v.Text)
	if p.chart.Kind == report.Ratios {
		p.Dots = append(p.Dots, dot{class, p.at(v.Number), middle})
	} else {
		from, to := p.at(0), p.at(v.Number)
		p.Bars = append(p.Bars, box{class, min(from, to), middle - thick/2., max(from, to) - min(from, to), thick})
	}
	if hasInterval(v) {
		p.whisker(middle, v)
	}
}

// whisker draws an interval. Where it has no end on the axis it runs to that of the axis,
// with a point in place of a bar across.
func (p *pen) whisker(y place, v report.Value) {
	end := func(c report.Cell, open, inwards place) (place, string) {
		if c.IsNumber() && p.axis.Holds(c.Number) {
			x := p.at(c.Number)
			return x, fmt.Sprintf("M%v %vV%v", x, y-4, y+4)
		}
		return open, fmt.Sprintf("M%v %vL%v %vL%v %v", open+inwards, y-4, open, y, open+inwards, y+4)
	}
	from, left := end(v.Lower, p.left, 4)
	to, right := end(v.Upper, p.right, -4)
	p.Over = append(p.Over, line{"whisker", left + right + fmt.Sprintf("M%v %vH%v", from, y, to)})
}

// against writes above the chart what the values are seen against. Its line is drawn by
// numbers, when the height is known.
func (p *pen) against() {
	r := p.chart.Reference
	if r == nil {
		return
	}
	said := "Dashed line: " + r.Name + ", " + r.Text
	if !p.chart.Draws(r.Cell) {
		said = r.Name + ": " + r.Text
	}
	for _, part := range wrapped(said, lineLetters) {
		p.y += leading
		p.write("axis", 0, p.y-3, part)
	}
	p.y += gap / 2
}

// numbers draws the axis below the rows, and its lines up to the first of them.
func (p *pen) numbers(top place) {
	rule := func(class string, v float64) line {
		return line{class, fmt.Sprintf("M%v %vV%v", p.at(v), top, p.y+3)}
	}
	taken := []place{}
	for _, v := range fromTheMiddle(p.axis.Ticks(ticks)) {
		what := p.number(v)
		x, half := p.at(v), wide(what)/2+3
		if slices.ContainsFunc(taken, func(other place) bool { return max(x-other, other-x) < 2*half }) {
			continue
		}
		taken = append(taken, x)
		p.Lines = append(p.Lines, rule("grid", v))
		p.write("axis middle", x, p.y+leading, what)
	}
	if p.chart.Kind != report.Ratios {
		p.Lines = append(p.Lines, rule("nought", 0))
	}
	if r := p.chart.Reference; r != nil && p.chart.Draws(r.Cell) {
		p.Over = append([]line{rule("against", r.Number)}, p.Over...) // below the intervals
	}
	p.y += leading + 5
	if title := axisTitles[p.chart.Unit]; title != "" {
		p.write("axis middle", (p.left+p.right)/2, p.y+leading-4, title)
		p.y += leading
	}
}

// axisTitles say what the numbers of an axis are, where they don't say it themselves.
var axisTitles = map[report.Unit]string{report.Ratio: "Ratio, logarithmic scale", report.PercentagePoints: "Percentage points"}

// number prints a number of the axis.
func (p *pen) number(v float64) string {
	sign := ""
	if p.chart.Unit == report.Percentage {
		v, sign = v*100, "%"
	}
	digits := strconv.FormatFloat(math.Round(v*1e4)/1e4+0, 'f', -1, 64)
	return strings.Replace(digits, "-", words.Minus, 1) + sign
}

// fromTheMiddle orders numbers so that those are first that a reader misses most: the one
// in the middle, the ends, and what is between.
func fromTheMiddle(all []float64) []float64 {
	var order []float64
	if len(all)%2 == 1 {
		order = append(order, all[len(all)/2])
	}
	for i := range len(all) / 2 {
		order = append(order, all[i], all[len(all)-1-i])
	}
	return order
}

// wide is about how wide a text is drawn.
func wide(text string) place { return place(utf8.RuneCountInString(text)) * letter }

// wrapped breaks a text into lines of so many letters, between words where it can.
func wrapped(text string, most int) []string {
	var lines []string
	now := ""
	for _, word := range strings.Fields(text) {
		if now != "" && utf8.RuneCountInString(now+" "+word) > most {
			lines, now = append(lines, now), ""
		}
		if now != "" {
			now += " "
		}
		now += word
		for letters := []rune(now); len(letters) > most; letters = []rune(now) {
			lines, now = append(lines, string(letters[:most])), string(letters[most:])
		}
	}
	return append(lines, now)
}
