package main

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/source"
)

// checkDoc is the schema wres-check/1.
type checkDoc struct {
	Schema   string        `json:"schema"`
	Files    []fileDoc     `json:"files"`
	Unmapped []unmappedDoc `json:"unmapped"`
	Declared []declaredDoc `json:"declared"`
	Problems []problemDoc  `json:"problems"`
}

// declaredDoc is the self-reporting rate of a year: the staff whose ethnicity is known.
type declaredDoc struct {
	Year       int     `json:"year"`
	Known      int     `json:"known"`
	Staff      int     `json:"staff"`
	Rate       float64 `json:"rate"`
	NotStated  *int    `json:"not_stated"`
	Unrecorded *int    `json:"not_recorded"`
}

// declaredIn lists the figures of the years whose source counts staff of unknown
// ethnicity. Nothing usable has no results.
func declaredIn(r *indicator.Results) []indicator.Figure {
	if r == nil || r.Indicator(indicator.WorkforceID) == nil {
		return nil
	}
	var all []indicator.Figure
	for _, f := range r.Indicator(indicator.WorkforceID).Figures {
		if _, _, _, ok := f.Declared(); ok && f.Groups[model.Unknown].Events != nil {
			all = append(all, f)
		}
	}
	return all
}

func declaredLines(r *indicator.Results) []string {
	var lines []string
	for _, f := range declaredIn(r) {
		lines = append(lines, f.Year.String()+": "+indicator.WordsFor(r.Settings).Declared(&f))
	}
	return lines
}

func declaredDocs(r *indicator.Results) []declaredDoc {
	docs := []declaredDoc{}
	for _, f := range declaredIn(r) {
		share, known, all, _ := f.Declared()
		docs = append(docs, declaredDoc{int(f.Year), known, all, share, f.NotStated, f.Unrecorded})
	}
	return docs
}

type fileDoc struct {
	File        string      `json:"file"`
	Kind        string      `json:"kind"`
	Encoding    *string     `json:"encoding"`
	Delimiter   *string     `json:"delimiter"`
	HeaderLine  *int        `json:"header_line"`
	RowsRead    int         `json:"rows_read"`
	RowsUsed    int         `json:"rows_used"`
	RowsRefused int         `json:"rows_refused"`
	RowsAside   int         `json:"rows_aside"`
	People      *int        `json:"people"`
	Excluded    excludedDoc `json:"excluded"`
	Outcome     string      `json:"outcome"`
	Reason      string      `json:"reason"`
	Columns     []columnDoc `json:"columns"`
}

// columnDoc says what a column was taken for, and how that is known. Field is null
// for a column that is not used.
type columnDoc struct {
	Column   int     `json:"column"` // from 1
	Header   string  `json:"header"`
	Field    *string `json:"field"`
	Known    *string `json:"known"`
	Personal bool    `json:"personal"` // it says who someone is, and is not read
	Rivals   []int   `json:"rivals"`   // other columns that mean the same
}

func columnsOf(f source.File) []columnDoc {
	docs := make([]columnDoc, len(f.Columns))
	for i, c := range f.Columns {
		docs[i] = columnDoc{i + 1, clean(c.Header), filled(c.Field), filled(string(c.Known)), c.Personal, append([]int{}, c.Rivals...)}
	}
	return docs
}

// excludedDoc counts the rows that a rule leaves out, by the rule.
type excludedDoc struct {
	Bank             int `json:"bank"`
	Honorary         int `json:"honorary"`
	NonExecutive     int `json:"non-executive"`
	SecondAssignment int `json:"second-assignment"`
	Other            int `json:"other"`     // agency, leavers and the like
	Mandatory        int `json:"mandatory"` // training that everyone has to take
}

func excludedOf(e source.Excluded) excludedDoc {
	return excludedDoc{e.Bank, e.Honorary, e.NonExecutive, e.SecondAssignment, e.Other, e.Mandatory}
}

type unmappedDoc struct {
	File  string `json:"file"`
	Field string `json:"field"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// checkJSON makes the document of a report. Lists that are empty are written as
// such, so that a script can walk them.
func checkJSON(read contents) checkDoc {
	r := read.report
	doc := checkDoc{Schema: "wres-check/1", Files: []fileDoc{}, Unmapped: []unmappedDoc{}, Declared: declaredDocs(read.results), Problems: []problemDoc{}}
	for _, f := range r.Files {
		doc.Files = append(doc.Files, fileDoc{
			File: clean(f.Name), Kind: f.Kind, Encoding: filled(f.Encoding), Delimiter: filled(f.Delimiter),
			HeaderLine: placed(f.HeaderLine), RowsRead: f.RowsRead, RowsUsed: f.RowsUsed, RowsRefused: f.RowsRefused,
			RowsAside: f.RowsAside, People: f.People, Excluded: excludedOf(f.Excluded),
			Outcome: string(f.Outcome), Reason: clean(f.Reason), Columns: columnsOf(f),
		})
	}
	for _, u := range r.Unmapped {
		doc.Unmapped = append(doc.Unmapped, unmappedDoc{clean(u.File), u.Field, clean(u.Label), u.Count})
	}
	for _, p := range r.Problems {
		doc.Problems = append(doc.Problems, problemOf(p))
	}
	return doc
}
