package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/model/words/inview"
)

// shown is a value of a publication view in JSON: the value, null where there is none, or
// the mark of what is hidden.
type shown[T any] struct {
	value  *T
	hidden bool
}

func (s shown[T]) MarshalJSON() ([]byte, error) {
	if s.hidden {
		return json.Marshal(words.HiddenMark)
	}
	return json.Marshal(s.value)
}

// MarshalCSV writes a value, the mark, or nothing.
func (s shown[T]) MarshalCSV() (string, error) {
	if s.hidden {
		return words.HiddenMark, nil
	}
	if s.value == nil {
		return "", nil
	}
	if d, is := any(*s.value).(decimal); is {
		return d.MarshalCSV()
	}
	return fmt.Sprint(*s.value), nil
}

// shownLimits are the limits of a value that may be hidden.
type shownLimits struct {
	Lower shown[decimal] `json:"lower"`
	Upper shown[decimal] `json:"upper"`
}

func limitsShown(e *stats.Estimate, hidden bool) shownLimits {
	l := limits(e)
	return shownLimits{shown[decimal]{l.Lower, hidden}, shown[decimal]{l.Upper, hidden}}
}

// The parts of wres-summary/1 that are only there for what is published, or hidden.
type (
	disclosureDoc struct { // the rule of a publication view
		Method       string `json:"method"`
		Threshold    int    `json:"threshold"` // a count from 1 to this is small
		Base         *int   `json:"base"`
		UniformRow   int    `json:"uniform_row"`
		Respondents  int    `json:"survey_respondents"`
		UnknownTotal string `json:"unknown_total"`
		Meaning      string `json:"meaning"` // of the mark, in words
		Hidden       int    `json:"hidden"`  // marks in "indicators" and "disparity"
	}
	totalDoc struct { // of all three groups
		Events shown[int] `json:"events"`
		AtRisk shown[int] `json:"at_risk"`
	}
	categoryDoc struct {
		StaffCategory *string        `json:"staff_category"`
		White         shown[int]     `json:"white"`
		BME           shown[int]     `json:"bme"`
		Unknown       shown[int]     `json:"unknown"`
		Total         shown[int]     `json:"total"`
		BMERate       shown[decimal] `json:"bme_rate"`
		shownLimits
	}
	tiersDoc struct {
		From tierDoc `json:"from"`
		To   tierDoc `json:"to"`
	}
	tierDoc struct {
		White int `json:"white"`
		BME   int `json:"bme"`
	}
)

// disclosureOf says by which rule figures are hidden; nil of the full view.
func disclosureOf(r *indicator.Results, documents ...any) *disclosureDoc {
	if !r.Publication {
		return nil
	}
	d := r.Settings.Disclosure
	doc := &disclosureDoc{Method: model.HideMethod, Threshold: r.Settings.Thresholds.SmallCount - 1, UniformRow: d.UniformRow,
		Respondents: d.SurveyRespondents, UnknownTotal: "show", Meaning: inview.Meaning(r)}
	if d.UnknownTotals {
		doc.UnknownTotal = "protect"
	}
	if base := r.Settings.Rounded; base > 0 {
		doc.Method, doc.Base = model.RoundMethod, &base
	}
	for _, of := range documents {
		doc.Hidden += marks(of)
	}
	return doc
}

// marks counts the marks of what is hidden in a document.
func marks(document any) int {
	data, err := json.Marshal(document)
	if err != nil {
		return 0 // the document itself will say why
	}
	return bytes.Count(data, []byte(strconv.Quote(words.HiddenMark)))
}

// viewName names the view that results are.
func viewName(r *indicator.Results) string {
	if r.Publication {
		return "publication"
	}
	return "full"
}

// totalOf gives the events and those at risk of all three groups; nil where one of them is
// not known.
func totalOf(f *indicator.Figure) *totalDoc {
	all, counted := f.Everybody()
	if !counted {
		return nil
	}
	return &totalDoc{shown[int]{all.Events, all.HiddenEvents}, shown[int]{all.AtRisk, all.HiddenAtRisk}}
}

func (z summarizer) categories(f *indicator.Figure) []categoryDoc {
	docs := []categoryDoc{}
	for _, row := range f.Categories {
		r := z.rowOf(row.Counts, row.Staff(), row.Share, row.Hidden)
		docs = append(docs, categoryDoc{filled(row.Category.String()), r.White, r.BME, r.Unknown, r.Total, r.BMERate, r.shownLimits})
	}
	return docs
}

// rowOf gives the counts of a row of bands, clusters or board members, with its share.
func (z summarizer) rowOf(counts [model.GroupCount]*int, total *int, share *stats.Estimate, h indicator.Hidden) rowDoc {
	doc := rowDoc{
		White: shown[int]{counts[model.White], h.Groups[model.White]}, BME: shown[int]{counts[model.BME], h.Groups[model.BME]},
		Unknown: shown[int]{counts[model.Unknown], h.Groups[model.Unknown]}, Total: shown[int]{total, h.Total},
		BMERate: shown[decimal]{valueOf(share), h.Share()}, shownLimits: limitsShown(share, h.Share()),
	}
	doc.Rest = restOf(counts, total, h)
	if z.voice.Rounded > 0 {
		doc.Rest = roundedRest(counts, h)
	}
	return doc
}

// restOf gives White and unknown together, all but BME.
func restOf(counts [model.GroupCount]*int, total *int, h indicator.Hidden) shown[int] {
	rest := shown[int]{hidden: h.Share()}
	if !rest.hidden && total != nil && counts[model.BME] != nil {
		n := *total - *counts[model.BME]
		rest.value = &n
	}
	return rest
}

// roundedRest adds up White and unknown as they are shown: the difference of two rounded
// counts could be a small one.
func roundedRest(counts [model.GroupCount]*int, h indicator.Hidden) shown[int] {
	rest, n := shown[int]{hidden: h.Groups[model.White] || h.Groups[model.Unknown]}, 0
	for _, g := range []model.Group{model.White, model.Unknown} {
		if counts[g] != nil {
			n += *counts[g]
			rest.value = &n
		}
	}
	return rest
}

// countsOf gives the counts behind a race disparity ratio; null where one was refused.
func countsOf(d indicator.Disparity) shown[tiersDoc] {
	doc := shown[tiersDoc]{hidden: d.Hidden}
	if !d.Refused {
		c := d.Counts
		doc.value = &tiersDoc{tierDoc{c[0][0], c[1][0]}, tierDoc{c[0][1], c[1][1]}}
	}
	return doc
}
