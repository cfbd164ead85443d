package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// numbers is a folder of folders of extracts, and a manifest of the figures that must
// come of each.
const numbers = "../../testdata/numbers"

func TestNumbers(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(numbers, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct {
		Cases []struct {
			Folder, What string
			Open         bool // it does not hold yet
			Want         map[string]any
		}
	}
	if err := json.Unmarshal(raw, &manifest); err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob(filepath.Join(numbers, "*", ""))
	if err != nil || len(folders) != len(manifest.Cases)+1 {
		t.Errorf("%d cases and %d folders: %v", len(manifest.Cases), len(folders)-1, err)
	}
	for _, c := range manifest.Cases {
		t.Run(c.Folder, func(t *testing.T) {
			var faults []string
			summary, pages := summaries(t, filepath.Join(numbers, c.Folder))
			for _, path := range slices.Sorted(maps.Keys(c.Want)) {
				faults = append(faults, wanted(summary, pages, path, c.Want[path])...)
			}
			switch {
			case c.Open && len(faults) == 0:
				t.Error("it holds now; take its mark away")
			case !c.Open && len(faults) > 0:
				t.Errorf("%s\n%s", c.What, strings.Join(faults, "\n"))
			}
		})
	}
}

// summaries runs summary over a folder: as data, and in every form as text.
func summaries(t *testing.T, dir string) (summary any, pages []string) {
	t.Helper()
	for _, flags := range [][]string{{"--json"}, nil, {"--md"}, {"--csv"}} {
		var stdout, stderr bytes.Buffer
		if status := run(append([]string{"summary", dir}, flags...), strings.NewReader(""), &stdout, &stderr, nil); status != 0 {
			t.Fatalf("%v: status %d\n%s", flags, status, stderr.String())
		}
		if flags != nil && flags[0] == "--json" {
			if err := json.Unmarshal(stdout.Bytes(), &summary); err != nil {
				t.Fatal(err)
			}
		}
		pages = append(pages, stdout.String())
	}
	return summary, pages
}

// wanted says how what stands at a path differs from what is wanted there.
func wanted(summary any, pages []string, path string, want any) []string {
	of, not := strings.CutSuffix(path, ".must_not_contain")
	of, must := strings.CutSuffix(of, ".must_contain")
	if !must && !not {
		return differs(path, at(summary, strings.Split(path, ".")), want)
	}
	texts := pages
	switch of {
	case "each_form":
	case "everywhere":
		texts = []string{strings.Join(pages, "\n")}
	default:
		raw, _ := json.Marshal(at(summary, strings.Split(of, ".")))
		texts = []string{string(raw)}
	}
	var faults []string
	for _, text := range texts {
		for _, words := range want.([]any) {
			// A page breaks its lines where it likes.
			if strings.Contains(strings.ToLower(strings.Join(strings.Fields(text), " ")), strings.ToLower(words.(string))) != must {
				faults = append(faults, fmt.Sprintf("%s: %q, must %v:\n%.300s", of, words, must, text))
			}
		}
	}
	return faults
}

// differs compares a value with the one wanted; of an object, the keys that are named.
func differs(path string, got, want any) []string {
	if keys, is := want.(map[string]any); is {
		var faults []string
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			faults = append(faults, differs(path+"."+key, at(got, []string{key}), keys[key])...)
		}
		return faults
	}
	g, number := got.(float64)
	w, alike := want.(float64)
	if number && alike && math.Abs(g-w) <= 1e-7*math.Abs(w) || got == want {
		return nil
	}
	return []string{fmt.Sprintf("%s is %v, want %v", path, got, want)}
}

// at follows a path. In a list the step is an indicator's id, a year, or key=value.
func at(v any, path []string) any {
	if len(path) == 0 {
		return v
	}
	switch v := v.(type) {
	case map[string]any:
		if years, is := v["years"].([]any); is && v["id"] != nil {
			if _, err := strconv.Atoi(path[0]); err == nil { // a year of an indicator
				return at(years, path)
			}
		}
		return at(v[path[0]], path[1:])
	case []any:
		key, value, named := strings.Cut(path[0], "=")
		for _, item := range v {
			of, _ := item.(map[string]any)
			if named && fmt.Sprint(of[key]) == value || !named && (fmt.Sprint(of["id"]) == key || fmt.Sprint(of["year"]) == key) {
				return at(item, path[1:])
			}
		}
	}
	return nil
}
