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

// captionLines says what the two directions from the centre line mean. They
// stand on both sides of it while the width holds them there, then side by side,
// then on lines of their own.
func (s sheet) captionLines(l layout, left, right string) []string {
	g := s.t.Glyphs
	left, right = clean(s.t.Charset, left), clean(s.t.Charset, right)
	if left == "" && right == "" {
		return nil
	}
	if left != "" {
		left = g.ArrowLeft + " " + left
	}
	if right != "" {
		right += " " + g.ArrowRight
	}
	wide := theme.Width(left) + 3 + theme.Width(right)
	if left == "" || right == "" || wide > s.width {
		var lines []string
		for _, caption := range []string{left, right} {
			for _, part := range wrap(caption, s.width) {
				if part != "" {
					lines = append(lines, s.styles[inkMuted].Render(part))
				}
			}
		}
		return lines
	}
	centre := l.start() + place(0.5, max(l.plot, 1))
	from := min(max(centre-theme.Width(left)-1, 0), s.width-wide)
	var out strings.Builder
	pad(&out, from)
	s.styles[inkMuted].Write(&out, left)
	out.WriteByte(' ')
	s.styles[inkReference].Write(&out, g.Reference)
	out.WriteByte(' ')
	s.styles[inkMuted].Write(&out, right)
	return []string{out.String()}
}
