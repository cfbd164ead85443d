package export

import (
	"wres/model/report"
	"wres/model/source"
)

const checkSchema = "wres-check/1"

// checkDoc is the schema wres-check/1. Lists that are empty are written as such, so
// that a script can walk them.
type checkDoc struct {
	Schema   string        `json:"schema"`
	Files    []fileDoc     `json:"files"`
	Unmapped []unmappedDoc `json:"unmapped"`
	Declared []declaredDoc `json:"declared"`
	Problems []problemDoc  `json:"problems"`
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
	Account     *accountDoc `json:"account"`
	Excluded    excludedDoc `json:"excluded"`
	Outcome     string      `json:"outcome"`
	Reason      string      `json:"reason"`
	Columns     []columnDoc `json:"columns"`
}

// accountDoc says what became of the people in a file's cells: in is the sum of the others.
type accountDoc struct {
	In      int `json:"in"`
	Counted int `json:"counted"`
	Refused int `json:"refused"`
	Aside   int `json:"aside"`
	Unused  int `json:"unused"`
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

type unmappedDoc struct {
	File  string `json:"file"`
	Field string `json:"field"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// declaredDoc is the self-reporting rate of a year: the staff whose ethnicity is known.
type declaredDoc struct {
	Year       int     `json:"year"`
	Known      int     `json:"known"`
	Staff      int     `json:"staff"`
	Rate       decimal `json:"rate"`
	NotStated  *int    `json:"not_stated"`
	Unrecorded *int    `json:"not_recorded"`
}

func checkOf(c report.Check, s report.Safe) checkDoc {
	doc := checkDoc{Schema: checkSchema, Files: []fileDoc{}, Unmapped: []unmappedDoc{}, Declared: []declaredDoc{}, Problems: problemsOf(c.Report.Problems, s)}
	for _, f := range c.Report.Files {
		doc.Files = append(doc.Files, fileOf(f, s))
	}
	for _, u := range c.Report.Unmapped {
		doc.Unmapped = append(doc.Unmapped, unmappedDoc{s.Line(u.File), u.Field, s.Line(u.Label), u.Count})
	}
	for _, f := range c.Declared() {
		share, known, all, _ := f.Declared()
		doc.Declared = append(doc.Declared, declaredDoc{int(f.Year), known, all, decimal(share), f.NotStated, f.Unrecorded})
	}
	return doc
}

func fileOf(f source.File, s report.Safe) fileDoc {
	e := f.Excluded
	doc := fileDoc{
		File: s.Line(f.Name), Kind: f.Kind, Encoding: filled(f.Encoding), Delimiter: filled(f.Delimiter),
		HeaderLine: placed(f.HeaderLine), RowsRead: f.RowsRead, RowsUsed: f.RowsUsed, RowsRefused: f.RowsRefused,
		RowsAside: f.RowsAside, People: f.People,
		Excluded: excludedDoc{e.Bank, e.Honorary, e.NonExecutive, e.SecondAssignment, e.Other, e.Mandatory},
		Outcome:  string(f.Outcome), Reason: s.Line(f.Reason), Columns: []columnDoc{},
	}
	if a := f.Account; a != nil {
		doc.Account = &accountDoc{a.In, a.Counted, a.Refused, a.Aside, a.Unused}
	}
	for i, c := range f.Columns {
		doc.Columns = append(doc.Columns, columnDoc{i + 1, s.Line(c.Header), filled(c.Field), filled(string(c.Known)), c.Personal, append([]int{}, c.Rivals...)})
	}
	return doc
}
