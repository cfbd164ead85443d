// Package respondents works out how many people can have answered a survey, of the
// percentages of one group that are printed of several of its questions.
//
// Place in the flow: model/audit/tables hands it the percentages of one group and year; what
// comes out is shown as probable and never as a fact. A percentage of d decimals is that of
// few numbers of people while these are under 10^(d+2) (GRIM: Brown and Heathers 2017); and
// of those who answer a survey nearly all answer each question, so that the numbers of its
// questions lie close together.
package respondents

import (
	"cmp"
	"slices"
)

// Percentage is one printed percentage: its digits without the point, and how many of them
// are decimals.
type Percentage struct {
	Digits   int64
	Decimals int
}

// Answer is so many of so many.
type Answer struct{ N, Of int }

// Window is numbers of people that lie close together, from Low to High, and hold for each
// question at least one that prints as its percentage: what can stand behind it, by question.
type Window struct {
	Low, High int
	Answers   [][]Answer
}

// Width is how many people fewer than at another may have answered a question.
func (w Window) Width() int { return w.High - w.Low }

// MostWidth is how far apart the numbers of two questions may lie.
const MostWidth = 8

// MostPeople is the largest group that is looked at: in larger ones every percentage fits.
const MostPeople = 100_000

// Clear is how many windows of up to a few people's width may be found before they stop
// telling anything.
const (
	clearWidth = 3
	clearCount = 10
)

// Behind gives the numbers of people, up to so many, of whom some make the percentage, both
// ends of its rounding included.
func (p Percentage) Behind(most int) []Answer {
	if p.Decimals < 0 || p.Decimals > 6 || p.Digits < 0 {
		return nil
	}
	whole := int64(200)
	for range p.Decimals {
		whole *= 10
	}
	if p.Digits > whole/2 {
		return nil
	}
	var all []Answer
	for n := int64(1); n <= int64(min(most, MostPeople)); n++ {
		low := max(0, ((2*p.Digits-1)*n+whole-1)/whole)
		if p.Digits == 0 {
			low = 0
		}
		for k := low; k <= min(n, (2*p.Digits+1)*n/whole); k++ {
			all = append(all, Answer{int(k), int(n)})
		}
	}
	return all
}

// Windows lists the windows of several percentages of one group of at most so many people,
// the narrowest first, then the smallest numbers; one that holds another is left out.
func Windows(of []Percentage, most int) []Window {
	if len(of) < 2 {
		return nil
	}
	behind := make([][]Answer, len(of))
	ends := map[int]bool{}
	for q, p := range of {
		behind[q] = p.Behind(most)
		for _, a := range behind[q] {
			ends[a.Of] = true
		}
	}
	var all []Window
	at := make([]int, len(of)) // of each question, behind the last answer of at most high people
	for high := 1; high <= min(most, MostPeople); high++ {
		low := high
		for q := range of {
			for at[q] < len(behind[q]) && behind[q][at[q]].Of <= high {
				at[q]++
			}
			if at[q] == 0 {
				low = -MostPeople
				continue
			}
			low = min(low, behind[q][at[q]-1].Of)
		}
		if ends[high] && high-low <= MostWidth {
			all = append(all, window(behind, low, high))
		}
	}
	slices.SortStableFunc(all, func(a, b Window) int { return cmp.Compare(a.Width(), b.Width()) })
	var narrow []Window
	for _, w := range all {
		if !slices.ContainsFunc(narrow, func(n Window) bool { return n.Low >= w.Low && n.High <= w.High }) {
			narrow = append(narrow, w)
		}
		if len(narrow) > mostWindows {
			break
		}
	}
	return narrow
}

// mostWindows are looked for: of more than that nothing follows.
const mostWindows = 100

// window gathers what stands behind each question from low to high.
func window(behind [][]Answer, low, high int) Window {
	w := Window{Low: low, High: high}
	for _, all := range behind {
		var in []Answer
		for _, a := range all {
			if a.Of >= low && a.Of <= high {
				in = append(in, a)
			}
		}
		w.Answers = append(w.Answers, in)
	}
	return w
}

// Open reports whether so many windows are found that they tell nothing.
func Open(all []Window) bool {
	narrow := 0
	for _, w := range all {
		if w.Width() <= clearWidth {
			narrow++
		}
	}
	return narrow > clearCount
}
