package main

import "wres/model/source"

// checkDoc is the schema wres-check/1.
type checkDoc struct {
	Schema   string        `json:"schema"`
	Files    []fileDoc     `json:"files"`
	Unmapped []unmappedDoc `json:"unmapped"`
	Problems []problemDoc  `json:"problems"`
}

type fileDoc struct {
	File        string         `json:"file"`
	Kind        string         `json:"kind"`
	Encoding    *string        `json:"encoding"`
	Delimiter   *string        `json:"delimiter"`
	HeaderLine  *int           `json:"header_line"`
	RowsRead    int            `json:"rows_read"`
	RowsUsed    int            `json:"rows_used"`
	RowsRefused int            `json:"rows_refused"`
	RowsAside   int            `json:"rows_aside"`
	People      *int           `json:"people"`
	Excluded    map[string]int `json:"excluded"`
	Outcome     string         `json:"outcome"`
	Reason      string         `json:"reason"`
}

type unmappedDoc struct {
	File  string `json:"file"`
	Field string `json:"field"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// checkJSON makes the document of a report. Lists that are empty are written as
// such, so that a script can walk them.
func checkJSON(r source.Report) checkDoc {
	doc := checkDoc{Schema: "wres-check/1", Files: []fileDoc{}, Unmapped: []unmappedDoc{}, Problems: []problemDoc{}}
	for _, f := range r.Files {
		doc.Files = append(doc.Files, fileDoc{
			File: clean(f.Name), Kind: f.Kind, Encoding: filled(f.Encoding), Delimiter: filled(f.Delimiter),
			HeaderLine: placed(f.HeaderLine), RowsRead: f.RowsRead, RowsUsed: f.RowsUsed, RowsRefused: f.RowsRefused,
			RowsAside: f.RowsAside, Outcome: string(f.Outcome), Reason: clean(f.Reason),
			// No rule leaves people out of a counted extract.
			Excluded: map[string]int{"bank": 0, "honorary": 0, "non-executive": 0, "second-assignment": 0},
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
