package outfile

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders/durable"
	"wres/model/source"
)

// Source is what the content is made from, and what a file may therefore not become.
type Source struct {
	Files  []string // those that were read
	Folder string   // of the extracts; empty: the built-in example, which has none
	Own    string   // the folder of what the organisation itself writes in the report, or empty
}

// apart is an error where a file of the path would replace what the content is made from, or
// be read as part of it the next time.
func (s Source) apart(path string) error {
	if slices.ContainsFunc(s.Files, func(read string) bool { return durable.Same(path, read) }) {
		if _, err := os.Stat(path); err != nil { // it is read where it is there
			return s.wouldBeRead(path)
		}
		return fmt.Errorf("%s is what this is made from; name another file", source.Path(path))
	}
	if s.Own != "" && durable.Within(path, s.Own) {
		return fmt.Errorf("%s is in the folder of what the organisation itself writes in the report; name another folder", source.Path(path))
	}
	for _, at := range []string{path, durable.Settled(path)} { // where the path is that of a link
		if s.Folder != "" && isRead(filepath.Base(at)) && durable.Same(filepath.Dir(at), s.Folder) {
			return s.wouldBeRead(path)
		}
	}
	return nil
}

func (s Source) wouldBeRead(path string) error {
	return fmt.Errorf("%s would be read as part of what this is made from; name another folder", source.Path(path))
}

// isRead reports whether a file of the name in the folder of the extracts may be read: as an
// extract, a plan, or settings.
func isRead(name string) bool {
	name = strings.ToLower(name)
	switch filepath.Ext(name) {
	case ".csv", ".tsv", ".txt":
		return true
	case ".toml":
		return strings.HasPrefix(name, "wres")
	}
	return false
}
