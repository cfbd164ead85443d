package ownwords

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"wres/loaders/durable"
	"wres/model/disclosure/quotes"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/source"
)

// Folder is the name of the folder, beside the extracts, that the files are in.
const Folder = "report"

const (
	ending   = ".md"
	maxBytes = 1 << 20 // more than anyone reads in one part of a report
	// maxSigns is how many signs that may be markup a paragraph can have: the parser looks
	// back from each to all before it.
	maxSigns = 2000
)

// Texts is what the organisation wrote.
type Texts struct {
	Blocks   map[string][]report.Block // by the name of the part
	Passages []quotes.Text             // as they were written, each with its line
	Missing  []string                  // parts that nobody else can write, and that are not there
	Problems []source.Problem          // what could not be read, or was left out
}

// Files names the files of all parts, below the folder of extracts.
func Files() []string {
	var names []string
	for _, part := range yearly.OwnParts() {
		names = append(names, fileName(part.Name))
	}
	return names
}

func fileName(part string) string { return Folder + "/" + part + ending }

// Read reads the files of all parts in a folder of extracts. A file that can't be read is an
// error among the problems, and of one that is not there nothing is said; nor of a folder
// that has none.
func Read(dir string) Texts {
	texts := Texts{Blocks: map[string][]report.Block{}}
	for _, part := range yearly.OwnParts() {
		refused := texts.read(dir, part)
		if part.Only && texts.Blocks[part.Name] == nil && !refused {
			texts.Missing = append(texts.Missing, part.Name)
		}
	}
	texts.Problems = append(texts.Problems, strangers(dir)...)
	return texts
}

// read reads the file of a part, and reports whether it is there and could not be taken.
func (t *Texts) read(dir string, part yearly.OwnPart) (refused bool) {
	file := fileName(part.Name)
	content, err := durable.Read(filepath.Join(dir, file), maxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	if err == nil {
		err = readable(content)
	}
	if err != nil {
		t.Problems = append(t.Problems, source.Problem{File: file, Severity: source.Error, Message: "its text is not in the report: " + reason(err)})
		return true
	}
	blocks, left := parse(content, file)
	t.Problems = append(t.Problems, fewest(left)...)
	if len(blocks) > 0 {
		t.Blocks[part.Name] = blocks
		t.Passages = append(t.Passages, passages(content, file, part)...)
	}
	return false
}

// mostProblems is how many things are said of a file: more are read by nobody.
const mostProblems = 20

// fewest gives the first problems of a file, and how many more it has. What a line has
// twice is said once.
func fewest(all []source.Problem) []source.Problem {
	all = slices.Compact(all)
	if len(all) <= mostProblems {
		return all
	}
	more := source.Problem{File: all[0].File, Severity: source.Notice, Message: fmt.Sprintf("and %d more of the kind", len(all)-mostProblems)}
	return append(all[:mostProblems:mostProblems], more)
}

// passages lists what stands between blank lines, without comments.
func passages(content []byte, file string, part yearly.OwnPart) []quotes.Text {
	content = comment().ReplaceAllFunc(content, func(c []byte) []byte { return bytes.Repeat([]byte("\n"), bytes.Count(c, []byte("\n"))) })
	var all []quotes.Text
	var lines []string
	from, line := 0, 0
	end := func() {
		if len(lines) > 0 {
			all = append(all, quotes.Text{File: file, Line: from, What: "the organisation's own text", About: part.About(), Text: strings.Join(lines, " ")})
			lines = nil
		}
	}
	for text := range bytes.Lines(content) {
		line++
		said := strings.TrimSpace(string(text))
		if said == "" {
			end()
			continue
		}
		if len(lines) == 0 {
			from = line
		}
		lines = append(lines, said)
	}
	end()
	return all
}

// readable refuses bytes that are no text in UTF-8.
func readable(content []byte) error {
	rest := content
	for len(rest) > 0 {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 || r == 0 {
			line := 1 + bytes.Count(content[:len(content)-len(rest)], []byte("\n"))
			return fmt.Errorf("line %d is not text in UTF-8; save the file as UTF-8", line)
		}
		rest = rest[n:]
	}
	line, from, signs := 0, 0, 0
	for text := range bytes.Lines(content) {
		line++
		if len(bytes.TrimSpace(text)) == 0 {
			from, signs = line, 0
		}
		for _, c := range text {
			if strings.IndexByte("[]*_<>!&", c) >= 0 {
				signs++
			}
		}
		if signs > maxSigns {
			return fmt.Errorf("the paragraph that begins in line %d has over %d signs of markup", from+1, maxSigns)
		}
	}
	return nil
}

// reason words an error of reading without the path, which the message has.
func reason(err error) string {
	if large, ok := errors.AsType[*durable.TooLargeError](err); ok {
		return fmt.Sprintf("it has over %d MB; shorten it", large.Most>>20)
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		err = at.Err
	}
	return err.Error()
}

// strangers names Markdown files of the folder that are no part of a report.
func strangers(dir string) []source.Problem {
	entries, err := os.ReadDir(filepath.Join(dir, Folder))
	if err != nil {
		return nil // there is no such folder, or it is a file of another kind
	}
	var problems []source.Problem
	for _, e := range entries {
		if name := Folder + "/" + e.Name(); strings.HasSuffix(name, ending) && !slices.Contains(Files(), name) {
			problems = append(problems, source.Problem{File: name, Severity: source.Notice, Message: "it is no part of the report, which has " + strings.Join(Files(), ", ")})
		}
	}
	return fewest(problems)
}
