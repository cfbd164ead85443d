// Package schemas holds a JSON Schema for each document that the program prints as JSON, one
// file for each name that stands under "schema".
//
// Place in the flow: beside loaders/export, which writes the documents and is held to them by
// tests; cmd/wres/help prints them.
package schemas

import (
	"embed"
	"strings"
)

// files are named for what they describe: summary.json is of wres-summary/1.
//
//go:embed *.json
var files embed.FS

// Names lists the schemas as one asks for them: "summary".
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	var names []string
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(entry.Name(), ".json"))
	}
	return names
}

// Title gives what stands under "schema" in the documents of a name: "wres-summary/1".
func Title(name string) string { return "wres-" + name + "/1" }

// Schema gives a schema by its name or by its title; an error where there is none.
func Schema(name string) ([]byte, error) {
	short := strings.TrimSuffix(strings.TrimPrefix(name, "wres-"), "/1")
	if name != Title(short) {
		short = name
	}
	return files.ReadFile(short + ".json")
}
