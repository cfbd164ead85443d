package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// mappingAdvice stands behind what is wrong in wres-mapping.toml. It is an error and
// no problem of one file: without it labels would count as unknown that did not the
// day before, and nobody would see why.
const mappingAdvice = "; or delete the file, and map again in the app with f"

// readMapping reads wres-mapping.toml.
func (s *Settings) readMapping() error {
	var given mappingFile
	d, err := s.readTOML(MappingName, &given)
	if err == nil {
		s.Mapping, err = s.applyMapping(d, source.ByMapping, given.Columns, given.Labels.byName())
	}
	if err == nil {
		s.Mapping.Years, err = s.applyYears(d, given.Years)
	}
	if e, ok := errors.AsType[*Error](err); ok {
		e.Message += mappingAdvice
	}
	return err
}

// applyMapping takes further names of columns and labels of a settings file, and
// gives them with the standard spelling of each meaning. What is read later wins.
func (s *Settings) applyMapping(d *document, by source.Known, headers map[string]string, meanings map[string]map[string]string) (source.Mapping, error) {
	taken := source.Mapping{Columns: map[string]string{}, Labels: map[string]map[string]string{}}
	for _, header := range slices.Sorted(maps.Keys(headers)) {
		standard, ok := kinds.StandardName(headers[header])
		if !ok {
			return taken, d.noColumn(header, headers[header])
		}
		taken.Columns[header] = standard
		if standard == source.Ignored {
			standard = ""
		}
		s.columns.Add(columns.Rule{Written: header, Standard: standard, By: by})
	}
	for _, table := range labels.Tables() {
		given := meanings[table.Name]
		if len(given) > 0 {
			taken.Labels[table.Name] = map[string]string{}
		}
		for _, label := range slices.Sorted(maps.Keys(given)) {
			standard, ok := table.Take(s.labels, label, given[label])
			if !ok {
				return taken, d.wrong("labels."+table.Name+"."+label, fmt.Sprintf(table.Wrong, labels.Quoted(given[label])))
			}
			taken.Labels[table.Name][label] = standard
		}
	}
	return taken, nil
}

// applyYears takes the years of files, and gives each as it is written: 2024.
func (s *Settings) applyYears(d *document, years map[string]string) (map[string]string, error) {
	taken := map[string]string{}
	for _, file := range slices.Sorted(maps.Keys(years)) {
		y, whole, err := model.ParseYear(years[file])
		if err != nil || !whole || !y.Valid() {
			return nil, d.wrong("years."+file, fmt.Sprintf("%s is not a WRES year; give 2024 or 2023/24", labels.Quoted(years[file])))
		}
		taken[file] = y.String()
		s.columns.SetYear(file, y)
	}
	return taken, nil
}

// Overruled lists what of wres-mapping.toml wres.toml speaks of too, which wins. Of two
// headers that look alike each file may be about the other: then a column says so.
func (s *Settings) Overruled(files []source.File) []source.Entry {
	var all []source.Entry
	for _, e := range s.Mapping.Entries() {
		holds := func(c source.Column) bool { return c.Known == source.ByMapping && c.Written == e.Written }
		if e.Table == "" && slices.ContainsFunc(files, func(f source.File) bool { return slices.ContainsFunc(f.Columns, holds) }) {
			continue
		}
		for _, own := range s.Written.Entries() {
			if own.Table == e.Table && csvfile.Fold(own.Written) == csvfile.Fold(e.Written) {
				all = append(all, source.Entry{Table: e.Table, Written: e.Written, Meaning: own.Meaning})
				break
			}
		}
	}
	return all
}

// noColumn is the error of a header that is to mean a column which there is not.
func (d *document) noColumn(header, meaning string) error {
	e := &Error{File: d.name, Key: labels.Shown("columns." + header), Nearest: labels.Nearest(meaning, kinds.StandardNames())}
	at := d.places["columns."+header]
	e.Line, e.Column = at.line, at.column
	e.Message = fmt.Sprintf("%s is not the name of a column", labels.Quoted(meaning))
	if e.Nearest != "" {
		e.Message += fmt.Sprintf("; the nearest is %q", e.Nearest)
	}
	return e
}
