package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"wres/model/scale"
	"wres/tui/theme"
)

// number is one number on an axis line: where (0 to 1) and how it reads.
type number struct {
	at    float64
	label string
}

// span is the cells from from up to but not including to.
type span struct {
	from, to int
	label    string
}

func (s span) touches(o span) bool { return s.from <= o.to && o.from <= s.to }

// linearNumbers are the numbers of a linear axis, with 0 and the ends first.
func linearNumbers(t theme.Theme, axis scale.Linear, unit string, cells int) []number {
	ticks := axis.Ticks(min(max(cells/8, 3), 11))
	slices.SortStableFunc(ticks, func(a, b float64) int {
		return rank(axis, a) - rank(axis, b)
	})
	numbers := make([]number, len(ticks))
	for i, v := range ticks {
		label := strconv.FormatFloat(math.Abs(v), 'f', -1, 64) + clean(t.Charset, unit)
		if v < 0 {
			label = t.Glyphs.Minus + label
		}
		numbers[i] = number{axis.At(v), label}
	}
	return numbers
}

func rank(axis scale.Linear, v float64) int {
	if v == 0 || v == axis.Min || v == axis.Max {
		return 0
	}
	return 1
}

// logNumbers are the numbers of a ratio axis, those nearest to 1 first.
func logNumbers(axis scale.Log) []number {
	ticks := axis.Ticks(11)
	slices.SortStableFunc(ticks, func(a, b float64) int {
		x, y := math.Abs(math.Log(a)), math.Abs(math.Log(b))
		switch {
		case x < y-1e-9:
			return -1
		case x > y+1e-9:
			return 1
		}
		return 0
	})
	numbers := make([]number, len(ticks))
	for i, v := range ticks {
		numbers[i] = number{axis.At(v), ratioLabel(v)}
	}
	return numbers
}

// ratioLabel writes 0.80, 1.00 and 1.25 as ratios are read, and the rest short.
func ratioLabel(v float64) string {
	switch {
	case v >= 0.8 && v <= 1.25:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v >= 1 && v < 10:
		return strconv.FormatFloat(v, 'f', 1, 64)
	default:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
}

// Sides is what the two directions from the line of an axis mean, without arrows.
type Sides struct{ Left, Right string }

// captionLines says what the two directions from the line in the middle mean: on both
// sides of it, in the most words that have room there, and where none have on lines of
// their own.
func (s sheet) captionLines(l layout, wordings []Sides) []string {
	if len(wordings) == 0 || wordings[0] == (Sides{}) {
		return nil
	}
	g := s.t.Glyphs
	line := l.start() + place(0.5, max(l.plot, 1))
	for _, w := range wordings {
		left, right := g.ArrowLeft+" "+clean(s.t.Charset, w.Left), clean(s.t.Charset, w.Right)+" "+g.ArrowRight
		if w.Left == "" || w.Right == "" || theme.Width(left)+1 > line || line+2+theme.Width(right) > s.width {
			continue
		}
		var out strings.Builder
		pad(&out, line-1-theme.Width(left))
		s.styles[inkMuted].Write(&out, left)
		out.WriteByte(' ')
		s.styles[inkReference].Write(&out, g.Reference)
		out.WriteByte(' ')
		s.styles[inkMuted].Write(&out, right)
		return []string{out.String()}
	}
	var lines []string
	add := func(caption, before, after string) {
		if caption == "" {
			return
		}
		for _, part := range wrap(before+clean(s.t.Charset, caption)+after, s.width) {
			lines = append(lines, s.styles[inkMuted].Render(part))
		}
	}
	add(wordings[0].Left, g.ArrowLeft+" ", "")
	add(wordings[0].Right, "", " "+g.ArrowRight)
	return lines
}
