package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"wres/cmd/wres/exit"
	"wres/loaders/export"
	"wres/loaders/export/schemas"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/report"
)

// compiled gives the schema of a name, with dates checked as such.
func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := schemas.Schema(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name+".json", doc); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	s, err := c.Compile(name + ".json")
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

// fits reports what of a document is not as its schema has it.
func fits(t *testing.T, s *jsonschema.Schema, document string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
	if err != nil {
		t.Fatalf("%v in %.200q", err, document)
	}
	return s.Validate(doc)
}

// jsonCommands are the commands that print a document of each schema, one a folder.
var jsonCommands = map[string][]string{
	"summary":   {"summary --json", "summary --json --publication"},
	"brief":     {"brief --json", "brief --json --publication"},
	"check":     {"check --json"},
	"audit":     {"audit --json"},
	"plan":      {"plan list --json"},
	"plan-lint": {"plan lint --json"},
	"doctor":    {"doctor --json"},
	"funnel":    {"funnel --json", "funnel --json --publication"},
}

// TestDocumentsFitTheirSchemas: what any command prints as JSON of any folder of the test data,
// in each view, is as the schema says, which allows no name beside those that it has.
func TestDocumentsFitTheirSchemas(t *testing.T) {
	folders := append(foldersOfCSV(t, "../../testdata"), "") // the built-in example
	folders = append(folders, filledFolder(t))
	for name, commands := range jsonCommands {
		s, printed := compiled(t, name), 0
		for _, command := range commands {
			for _, folder := range folders {
				args := strings.Fields(command)
				if folder != "" {
					args = append(args, folder)
				}
				status, document, _ := wres(t, args...)
				if document == "" && status == exit.Nothing { // nothing usable, which is said on stderr
					continue
				}
				if err := fits(t, s, document); err != nil {
					t.Errorf("wres %s: %v", strings.Join(args, " "), err)
				}
				printed++
			}
		}
		least := 10
		switch name {
		case "funnel": // of one folder, which is of several organisations
			least = 1
		case "audit": // few folders hold printed figures
			least = 3
		}
		if printed < len(commands)*least {
			t.Errorf("%s: %d documents were looked at", name, printed)
		}
	}
}

// TestDocumentsOfAnyOrganisationFit: so are those of organisations with figures of all sizes,
// refused rows, and years that are withheld or of nobody.
func TestDocumentsOfAnyOrganisationFit(t *testing.T) {
	s := compiled(t, "summary")
	for seed := range uint64(60) {
		r, p := anyOrganisation(seed)
		view, _ := disclosure.View(r, disclosure.RuleOf(r.Settings))
		for _, results := range []*indicator.Results{r, view} {
			page := report.Summary{Results: results.Window(2024, window), Outlook: report.Outlook{Actions: p.Actions(), Today: anyDay}}
			if err := fits(t, s, printed(t, page, "json", 80)); err != nil {
				t.Errorf("organisation %d: %v", seed, err)
			}
		}
	}
}

// TestComparisonsFitTheirSchema: so are pairs, and rows that cannot be compared.
func TestComparisonsFitTheirSchema(t *testing.T) {
	s := compiled(t, "compare")
	pairs := []string{"144/427 51/371", "0/10 0/10", "10/10 10/10", "1/1 0/1", "0/1 1/1", "1/2 1/2", "5/1000000 7/900000", "0/427 51/371", "51/371 0/427"}
	file := "id,a,n1,b,n2\nbad,9,3,1,2\nempty,,,,\n"
	for _, pair := range pairs {
		for _, level := range []string{"0.9", "0.95"} {
			document := wresData(t, append(strings.Fields("compare --json --level "+level), strings.Fields(pair)...)...)
			if err := fits(t, s, document); err != nil {
				t.Errorf("compare %s: %v", pair, err)
			}
		}
		file += "row," + strings.NewReplacer("/", ",", " ", ",").Replace(pair) + "\n"
	}
	path := filepath.Join(t.TempDir(), "pairs.csv")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	_, lines, _ := wres(t, "compare", "--csv", path, "--json")
	if n := strings.Count(lines, "\n"); n != len(pairs)+2 || strings.Count(lines, `"error"`) != 2 {
		t.Errorf("%d lines:\n%s", n, lines)
	}
	for line := range strings.Lines(lines) {
		if err := fits(t, s, line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// TestSchemasAreStrict: a name more, a name less and a value of another kind are noticed, on
// every level of a document. So a name that is added must be added to the schema.
func TestSchemasAreStrict(t *testing.T) {
	documents := map[string]string{"compare": wresData(t, "compare", "144/427", "51/371", "--json")}
	folder := filledFolder(t)
	for name, commands := range jsonCommands {
		of := folder
		if name == "funnel" {
			of = "../../testdata/region"
		}
		_, documents[name], _ = wres(t, append(strings.Fields(commands[0]), of)...)
	}
	for name, document := range documents {
		s := compiled(t, name)
		if err := fits(t, s, document); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var doc any
		if err := json.Unmarshal([]byte(document), &doc); err != nil {
			t.Fatal(err)
		}
		changed := 0
		objectsIn(doc, "", func(place string, o map[string]any) {
			// The columns of a plan, the counts behind a column and the answers to a survey may be any.
			if strings.HasSuffix(place, "/fields") || strings.HasSuffix(place, "/hidden") || strings.HasSuffix(place, "/counts") {
				return
			}
			check := func(what string) {
				if changed++; s.Validate(doc) == nil {
					t.Errorf("%s: %s at %s is not noticed", name, what, place)
				}
			}
			o["strange"] = 1.0
			check("a name more")
			delete(o, "strange")
			for key, value := range o {
				delete(o, key)
				check(key + " that is missing")
				o[key] = []any{[]any{}}
				check(key + " of another kind")
				o[key] = value
			}
		})
		if changed < 10 {
			t.Errorf("%s: %d changes were tried", name, changed)
		}
	}
}

// TestSchemasAreOfAllDocuments: each name that the forms promise has a schema, and none is left
// over. What schemas have in common is the same in each.
func TestSchemasAreOfAllDocuments(t *testing.T) {
	promised := map[string]bool{"wres-doctor/1": true} // of no page of figures
	for _, format := range export.Formats() {
		if format.Name != "json" {
			continue
		}
		for page, says := range format.Pages {
			_, name, found := strings.Cut(says, "schema ")
			if !found {
				t.Errorf("the page %v says of no schema: %q", page, says)
			}
			promised[name] = true
		}
	}
	if _, is := export.Find(report.SummaryPage, "json"); !is || len(promised) != len(schemas.Names()) {
		t.Errorf("promised are %v, and there are %v", promised, schemas.Names())
	}
	common := map[string]string{}
	for _, name := range schemas.Names() {
		if !promised[schemas.Title(name)] {
			t.Errorf("nothing prints %s", schemas.Title(name))
		}
		text, err := schemas.Schema(schemas.Title(name))
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Title string                     `json:"title"`
			Defs  map[string]json.RawMessage `json:"$defs"`
		}
		if err := json.Unmarshal(text, &doc); err != nil || doc.Title != schemas.Title(name) {
			t.Errorf("%s has the title %q, %v", name, doc.Title, err)
		}
		for _, part := range []string{"problem", "key_finding", "due", "outlook", "disclosure"} {
			def := string(doc.Defs[part])
			switch {
			case def == "":
			case common[part] == "":
				common[part] = def
			case common[part] != def:
				t.Errorf("%s is not the same in %s as elsewhere", part, name)
			}
		}
	}
	for _, name := range []string{"wres-none/1", "none", "summary/1", "wres-summary", ""} {
		if _, err := schemas.Schema(name); err == nil {
			t.Errorf("there is a schema %q", name)
		}
	}
}

// objectsIn walks the objects of a document, the first of each list.
func objectsIn(doc any, place string, visit func(place string, o map[string]any)) {
	switch doc := doc.(type) {
	case map[string]any:
		for key, value := range doc {
			objectsIn(value, place+"/"+key, visit)
		}
		visit(place, doc)
	case []any:
		if len(doc) > 0 {
			objectsIn(doc[0], place+"/0", visit)
		}
	}
}

// foldersOfCSV gives the folders below one that hold CSV files.
func foldersOfCSV(t *testing.T, root string) []string {
	t.Helper()
	var folders []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".csv" {
			if dir := filepath.Dir(path); len(folders) == 0 || folders[len(folders)-1] != dir {
				folders = append(folders, dir)
			}
		}
		return err
	})
	if err != nil || len(folders) < 10 {
		t.Fatalf("%d folders, %v", len(folders), err)
	}
	return folders
}

// filledFolder is a folder that fills what others leave empty: a plan with notes, evidence, own
// columns and deadlines, a label that is not understood, and problems.
func filledFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/extracts")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"training.csv": "year,ethnicity,accessed\n2024,White,600\n2024,Martian,12\n2024,BME,x\n",
		"action-plan.csv": "id,number,action,indicators,baseline,target,deadline,lead,status,progress,evidence,high_impact,cost\n" +
			"A-0001,1,Train panels,2; 7,2.45,below 1.25,31/03/2020,Head of HR,in progress,2024-11-02: Begun.,2 2023 white/bme 1.89 (1.5 to 2.4) 144/427 51/371,2,£5\n" +
			"A-0002,2,Listen,,,,Ongoing,,not started,,,,\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
