package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/durable"
	"wres/loaders/labels"
	"wres/model/source"
)

// SaveMapping adds a mapping to a folder's wres-mapping.toml and returns nil only
// once the file is on the disk. What stands in the file and is not in m stays. An
// entry of m takes the place of one that is matched alike; an entry without a
// meaning takes it away.
//
// The error is a [*Error] where the file that is there cannot be understood:
// nothing is written over it. Any other error names the file and says what to do,
// and the file is as it was.
func SaveMapping(folder string, m source.Mapping) error {
	s := blank(os.DirFS(folder))
	if err := s.readMapping(); err != nil {
		return err
	}
	merged := merge(s.Mapping, m)
	trial, d := blank(nil), &document{name: MappingName}
	if _, err := trial.applyMapping(d, source.ByMapping, merged.Columns, merged.Labels); err != nil {
		return fmt.Errorf("not saved: %w", err)
	}
	if _, err := trial.applyYears(d, merged.Years); err != nil {
		return fmt.Errorf("not saved: %w", err)
	}
	content := composeMapping(merged)
	if len(content) > maxSettings {
		return fmt.Errorf("not saved: %s would be larger than the %d bytes that are read of it; take old entries out of it", MappingName, maxSettings)
	}
	system := durable.Platform()
	if err := system.Write(filepath.Join(folder, MappingName), []byte(content), 0o644); err != nil {
		return fmt.Errorf("not saved: %s: %w; %s", MappingName, durable.Reason(err), saveAdvice(system, err))
	}
	return nil
}

// blank are settings that nothing has been read into.
func blank(fsys fs.FS) *Settings {
	l := labels.New()
	return &Settings{fsys: fsys, labels: l, columns: columns.New(l)}
}

func saveAdvice(system durable.System, err error) string {
	switch {
	case system.DiskFull(err):
		return "the disk is full: free some space and save again"
	case system.Held(err):
		return "close it in the program that holds it, and save again"
	case errors.Is(err, fs.ErrPermission):
		return "check that you may write to the folder"
	}
	return "try again, and check the disk or network drive"
}

// merge puts the entries of more into m. Columns are told apart by their exact
// headers, as reading does where two look alike; labels by what they are matched by.
func merge(m, more source.Mapping) source.Mapping {
	for _, e := range more.Entries() {
		gone := func(written string) bool { return csvfile.Fold(written) == csvfile.Fold(e.Written) }
		if _, exact := m.Columns[e.Written]; e.Table == "" && (exact || e.Meaning != "") {
			gone = func(written string) bool { return written == e.Written }
		}
		if e.Table == source.YearsTable { // files are told apart by each letter of their names
			gone = func(written string) bool { return written == e.Written }
		}
		for _, old := range m.Entries() {
			if old.Table == e.Table && gone(old.Written) {
				m = m.With(source.Entry{Table: e.Table, Written: old.Written})
			}
		}
		if e.Meaning != "" {
			m = m.With(e)
		}
	}
	return m
}

const mappingHead = `# Written by wres: what you said in the app, with f, that columns and labels mean,
# and of which year the rows of a file are where they do not say so themselves.
# Change it there. What you write yourself belongs into wres.toml, which wins over
# this file. Deleting this file forgets all of it.
`

// composeMapping writes a mapping as TOML, its keys in order.
func composeMapping(m source.Mapping) string {
	var b strings.Builder
	b.WriteString(mappingHead)
	table := func(name string, entries map[string]string) {
		if len(entries) == 0 {
			return
		}
		b.WriteString("\n[" + name + "]\n")
		keys := map[string]string{}
		for written, meaning := range entries {
			keys[tomlText(written)] = tomlText(meaning)
		}
		for _, key := range slices.Sorted(maps.Keys(keys)) {
			b.WriteString(key + " = " + keys[key] + "\n")
		}
	}
	table("columns", m.Columns)
	for _, t := range labels.Tables() {
		table("labels."+t.Name, m.Labels[t.Name])
	}
	table("years", m.Years)
	return b.String()
}

// tomlText writes a basic string of TOML. Whatever acts or hides in a terminal or an
// editor is written by its number. Text that is not UTF-8, which TOML cannot hold,
// is written in the form that it is matched by.
func tomlText(s string) string {
	if !utf8.ValidString(s) {
		s = csvfile.Fold(s)
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r) && !unicode.Is(unicode.Variation_Selector, r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
