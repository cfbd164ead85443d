package prose

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
)

// writer makes a report of random figures, and sentences of it that are true.
type writer struct {
	*rand.Rand
	rows    []model.Printed
	values  map[string][3]float64 // indicator, figure and group: as printed, of three years
	decimal int                   // of percentages
}

var writtenYears = [3]int{2023, 2024, 2025}

func (w *writer) put(indicator, figure, group, part string, decimals int, unit string, of [3]float64) {
	for i, v := range of {
		text := strconv.FormatFloat(v, 'f', decimals, 64)
		of[i], _ = strconv.ParseFloat(text, 64)
		w.rows = append(w.rows, model.Printed{Year: model.Year(writtenYears[i]), Indicator: indicator, Figure: figure, Group: group, Part: part, Printed: text + unit})
	}
	w.values[indicator+figure+group] = of
}

func (w *writer) three(lo, hi float64) (of [3]float64) {
	for i := range of {
		of[i] = lo + w.Float64()*(hi-lo)
	}
	return of
}

func newWriter(seed uint64) *writer {
	w := &writer{Rand: rand.New(rand.NewPCG(seed, 5)), values: map[string][3]float64{}}
	w.decimal = w.IntN(3)
	var staff, of, board, members [3]float64
	for i := range staff {
		staff[i], board[i] = float64(800+w.IntN(9000)), float64(9+w.IntN(8))
		of[i], members[i] = math.Floor(staff[i]*(0.05+0.4*w.Float64())), float64(1+w.IntN(4))
		w.rows = append(w.rows, model.Printed{Year: model.Year(writtenYears[i]), Indicator: "9", Figure: "members", Group: "bme", Printed: fmt.Sprintf("%.0f of %.0f", members[i], board[i])})
	}
	w.values["9boardall"], w.values["9membersbme"] = board, members
	w.put("1", "headcount", "all", "", 0, "", staff)
	w.put("1", "headcount", "bme", "", 0, "", of)
	w.put("1", "percentage-of-workforce", "bme", "", w.decimal, "%", [3]float64{100 * of[0] / staff[0], 100 * of[1] / staff[1], 100 * of[2] / staff[2]})
	w.put("9", "percentage-of-board", "bme", "", w.decimal, "%", [3]float64{100 * members[0] / board[0], 100 * members[1] / board[1], 100 * members[2] / board[2]})
	for _, id := range []string{"2", "3", "4"} {
		w.put(id, "relative-likelihood", "all", "", 2, "", w.three(0.6, 2.6))
	}
	for _, id := range []string{"5", "6", "7", "8"} {
		for _, group := range []string{"white", "bme"} {
			w.put(id, "percentage", group, "", w.decimal, "%", w.three(5, 60))
		}
	}
	return w
}

func (w *writer) pick(of ...string) string { return of[w.IntN(len(of))] }

// told are the ways to say what a survey's indicator asks.
var told = map[string][]string{
	"5": {"experiencing harassment, bullying or abuse from patients, relatives or the public", "experiencing harassment, bullying or abuse from patients, relatives or the public in the last 12 months"},
	"6": {"experiencing harassment, bullying or abuse from staff", "experiencing bullying and harassment from colleagues in the last 12 months"},
	"7": {"believing that the trust provides equal opportunities for career progression or promotion", "believing in equal opportunities for career progression"},
	"8": {"personally experiencing discrimination at work from a manager, team leader or other colleagues", "experiencing discrimination from their manager or colleagues"},
}

func (w *writer) percent(v float64) string { return strconv.FormatFloat(v, 'f', w.decimal, 64) + "%" }

// way gives a word for a direction, in the forms of "has ...ed" and "an ...".
func (w *writer) way(from, to float64) (verb, noun string) {
	if to > from {
		return w.pick("increased", "risen", "grown"), w.pick("an increase", "a rise")
	}
	return w.pick("decreased", "fallen", "declined", "reduced"), w.pick("a decrease", "a reduction", "a fall")
}

// survey writes a true sentence of an indicator of the survey.
func (w *writer) survey() (indicator, text string) {
	id := w.pick("5", "6", "7", "8")
	of, group := told[id][w.IntN(len(told[id]))], w.pick("bme", "white")
	name, other := "BME", "white"
	if group == "white" {
		name, other = "white", "BME"
	}
	v, o := w.values[id+"percentage"+group], w.values[id+"percentage"+strings.ToLower(other)]
	verb, noun := w.way(v[1], v[2])
	same := v[1] == v[2]
	apart := strconv.FormatFloat(math.Abs(v[2]-v[1]), 'f', w.decimal, 64)
	switch w.IntN(9) {
	case 0:
		return id, fmt.Sprintf("The percentage of %s staff %s was %s.", name, of, w.percent(v[2]))
	case 1:
		if !same {
			return id, fmt.Sprintf("The percentage of %s staff %s has %s from %s in 2024 to %s in 2025.", name, of, verb, w.percent(v[1]), w.percent(v[2]))
		}
	case 2:
		if !same {
			return id, fmt.Sprintf("There has been %s of %s percentage points in the percentage of %s staff %s compared to last year.", noun, apart, name, of)
		}
	case 3:
		if v[2] != o[2] && id != "7" {
			side := "more"
			if v[2] < o[2] {
				side = "less"
			}
			return id, fmt.Sprintf("%s staff are %s likely than %s staff to report %s.", strings.ToUpper(name[:1])+name[1:], side, other, strings.ReplaceAll(of, "experiencing ", ""))
		}
	case 4:
		before, after := math.Abs(v[1]-o[1]), math.Abs(v[2]-o[2])
		if math.Abs(after-before) > 1e-9 {
			return id, fmt.Sprintf("The gap between white and BME staff %s has %s.", of, map[bool]string{true: "widened", false: "narrowed"}[after > before])
		}
	case 5:
		return id, fmt.Sprintf("The percentages of %s and %s staff %s were %s and %s respectively.", name, other, of, w.percent(v[2]), w.percent(o[2]))
	case 6:
		return id, fmt.Sprintf("%s of %s staff, compared with %s of %s staff, reported %s.", w.percent(v[2]), name, w.percent(o[2]), other, of)
	case 7:
		if !same {
			better := (v[2] > v[1]) == (id == "7")
			return id, fmt.Sprintf("The percentage of %s staff %s has %s.", name, of, map[bool]string{true: "improved", false: "worsened"}[better])
		}
	}
	return id, fmt.Sprintf("For %s staff %s, the figure was %s in 2023, %s in 2024 and %s in 2025.", name, of, w.percent(v[0]), w.percent(v[1]), w.percent(v[2]))
}

// likelihood writes a true sentence of a ratio.
func (w *writer) likelihood() (indicator, text string) {
	id := w.pick("2", "3", "4")
	top, bottom := "white", "BME"
	if id == "3" {
		top, bottom = bottom, top
	}
	event := map[string]string{"2": "being appointed from shortlisting", "3": "entering the formal disciplinary process", "4": "accessing non-mandatory training and CPD"}[id]
	act := map[string]string{"2": "to be appointed from shortlisting", "3": "to enter the formal disciplinary process", "4": "to access non-mandatory training and CPD"}[id]
	v := w.values[id+"relative-likelihoodall"]
	verb, noun := w.way(v[1], v[2])
	r := func(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }
	capital := strings.ToUpper(top[:1]) + top[1:]
	switch w.IntN(6) {
	case 0:
		return id, fmt.Sprintf("The relative likelihood of %s staff %s compared to %s staff is %s.", top, event, bottom, r(v[2]))
	case 1:
		if v[1] != v[2] {
			return id, fmt.Sprintf("The relative likelihood of %s staff %s compared to %s staff has %s from %s to %s.", top, event, bottom, verb, r(v[1]), r(v[2]))
		}
	case 2:
		if v[2] != 1 {
			return id, fmt.Sprintf("%s staff are %s likely %s than %s staff.", capital, map[bool]string{true: "more", false: "less"}[v[2] > 1], act, bottom)
		}
	case 3:
		if v[1] != v[2] {
			return id, fmt.Sprintf("There has been %s of %s in the ratio since last year.", noun, r(math.Abs(v[2]-v[1])))
		}
	case 4:
		before, after := math.Abs(math.Log(v[1])), math.Abs(math.Log(v[2]))
		if math.Abs(before-after) > 1e-9 {
			return id, fmt.Sprintf("The ratio has %s compared to last year, from %s to %s.", map[bool]string{true: "improved", false: "worsened"}[after < before], r(v[1]), r(v[2]))
		}
	}
	return id, fmt.Sprintf("%s staff were %s times as likely %s as %s staff.", capital, r(v[2]), act, bottom)
}

// counted writes a true sentence of the workforce or the board.
func (w *writer) counted() (indicator, text string) {
	share, n := w.values["1percentage-of-workforcebme"], w.values["1headcountbme"]
	members, board := w.values["9membersbme"], w.values["9boardall"]
	verb, _ := w.way(share[1], share[2])
	moved, _ := w.way(n[1], n[2])
	switch w.IntN(7) {
	case 0:
		return "1", fmt.Sprintf("BME staff make up %s of our workforce.", w.percent(share[2]))
	case 1:
		if share[1] != share[2] {
			return "1", fmt.Sprintf("The proportion of BME staff in the workforce has %s from %s to %s.", verb, w.percent(share[1]), w.percent(share[2]))
		}
	case 2:
		if n[1] != n[2] {
			return "1", fmt.Sprintf("The number of BME staff in the workforce has %s by %.0f since last year.", moved, math.Abs(n[2]-n[1]))
		}
	case 3:
		if n[1] != n[2] {
			return "1", fmt.Sprintf("The number of BME staff in the workforce has %s by %.1f%% to %.0f.", moved, math.Abs(n[2]/n[1]-1)*100, n[2])
		}
	case 4:
		return "9", fmt.Sprintf("%.0f of %.0f Board members are from a BME background.", members[2], board[2])
	case 5:
		b := w.values["9percentage-of-boardbme"]
		return "9", fmt.Sprintf("BME members make up %s of the Board, compared with %s of the workforce.", w.percent(b[2]), w.percent(share[2]))
	}
	return "1", fmt.Sprintf("In 2024, %s of our workforce were from a BME background.", w.percent(share[1]))
}

func (w *writer) sentence() (indicator, text string) {
	switch w.IntN(4) {
	case 0:
		return w.likelihood()
	case 1:
		return w.counted()
	}
	return w.survey()
}

// Whatever the figures are, a sentence that is true of them is left alone.
func TestTrueSentences(t *testing.T) {
	reports := 3000
	if testing.Short() {
		reports = 300
	}
	sentences, claims, matched, numbers := 0, 0, 0, 0
	for seed := range reports {
		w := newWriter(uint64(seed))
		d := document.Published(w.rows, "random")
		for range 10 {
			indicator, text := w.sentence()
			d.Sentences = append(d.Sentences, document.Sentence{Line: len(d.Sentences) + 1, Indicator: indicator, Text: text})
		}
		got := Find(d, nil)
		for _, f := range got.Findings {
			if f.Severity != "note" {
				t.Fatalf("seed %d: %q: %+v", seed, d.Sentences[f.Line-1].Text, f)
			}
		}
		sentences += len(d.Sentences)
		for _, read := range got.Sentences {
			claims += read.Claims
			for _, n := range read.Numbers {
				if n.Fate != Name {
					numbers++
				}
				if n.Fate == Cell || n.Fate == Change {
					matched++
				}
			}
		}
	}
	t.Logf("%d true sentences, none is found wrong; %d claims were held against figures, and %d of %d numbers were matched", sentences, claims, matched, numbers)
	if matched*100 < numbers*90 || claims*5 < sentences {
		t.Error("too little is checked")
	}
}

// The same sentences of another report's figures are mostly false: how many are found.
func TestFalseSentences(t *testing.T) {
	sentences, found := 0, 0
	missed := map[string]int{}
	for seed := range 1000 {
		w, other := newWriter(uint64(seed)), newWriter(uint64(seed)+100_000)
		other.decimal = w.decimal
		d := document.Published(w.rows, "random")
		for range 10 {
			indicator, text := other.sentence()
			d.Sentences = []document.Sentence{{Line: 1, Indicator: indicator, Text: text}}
			sentences++
			if faults(Find(d, nil)) > 0 {
				found++
			} else if len(missed) < 40 {
				missed[text]++
			}
		}
	}
	t.Logf("sentences of other figures: %d of %d found wrong (some of them are true by chance)", found, sentences)
	if found*100 < sentences*45 {
		for text := range missed {
			t.Log("not found: " + text)
		}
		t.Error("too little is found")
	}
}
