package loaders

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// Tables of labels, by their names under [labels] in the settings.
const (
	ethnicityTable = "ethnicity"
	bandTable      = "band"
	groupTable     = "staff_group"
	stageTable     = "stage"
)

// labelTable is one table of labels: what its values may be, and how one that was
// given takes effect.
type labelTable struct {
	name    string
	fields  []string        // standard columns that hold its labels
	choices []source.Choice // the values, as a mapping has them
	wrong   string          // what to say of another value
	take    func(l *loading, label, value string) (standard string, ok bool)
}

// labelTables is the one table of them.
var labelTables = []labelTable{
	{ethnicityTable, []string{"ethnicity"}, ethnicityChoices(), "%s is not an ethnicity; give White, BME, Unknown, an ONS category or an ESR code", (*loading).takeEthnicity},
	{bandTable, []string{"pay_band", "pay_scale", "grade"}, bandChoices(), "%s is not a band; give under band 1, 1 to 9, 8a to 8d, VSM or a medical grade", (*loading).takeBand},
	{groupTable, []string{"staff_group", "staff_category"}, categoryChoices(), "%s is not a staff category; give non-clinical, clinical, or medical and dental", (*loading).takeGroup},
	{stageTable, []string{"stage", "shortlisted", "appointed"}, stageChoices(), "%s is not a stage that counts; give applied, shortlisted or appointed", (*loading).takeStage},
}

func (l *loading) takeEthnicity(label, value string) (string, bool) {
	e, ok := model.ParseEthnicity(value)
	if !ok || strings.TrimSpace(value) == "" {
		return "", false
	}
	l.ethnicityLabels[csvfile.Fold(label)], l.mappedLabels[csvfile.Fold(label)] = e, true
	return e.String(), true
}

func (l *loading) takeBand(label, value string) (string, bool) {
	b, ok := model.ParseBand(value)
	if !ok {
		return "", false
	}
	l.bandLabels[csvfile.Fold(label)] = b
	return b.String(), true
}

func (l *loading) takeGroup(label, value string) (string, bool) {
	c, ok := model.ParseStaffCategory(value)
	if !ok {
		return "", false
	}
	l.groupLabels[csvfile.Fold(label)] = c
	if g, known := model.ParseStaffGroup(label); known && g != model.AnyStaffGroup {
		l.settings.Staff.Groups[g] = c
	}
	return c.String(), true
}

func (l *loading) takeStage(label, value string) (string, bool) {
	at := slices.IndexFunc(model.Stages(), func(s model.Stage) bool { return s.String() == csvfile.Fold(value) })
	if at < 0 {
		return "", false
	}
	l.stageLabels[csvfile.Fold(label)] = model.Stages()[at]
	return model.Stages()[at].String(), true
}

// mappingAdvice stands behind what is wrong in wres-mapping.toml. It is an error and
// no problem of one file: without it labels would count as unknown that did not the
// day before, and nobody would see why.
const mappingAdvice = "; or delete the file, and map again in the app with f"

// readMapping reads wres-mapping.toml.
func (l *loading) readMapping() error {
	var given mappingFile
	d, err := l.readTOML(MappingName, &given)
	if err == nil {
		l.mapping, err = l.applyMapping(d, source.ByMapping, given.Columns, map[string]map[string]string{
			ethnicityTable: given.Labels.Ethnicity, bandTable: given.Labels.Band, groupTable: given.Labels.StaffGroup, stageTable: given.Labels.Stage,
		})
	}
	if s, ok := errors.AsType[*SettingsError](err); ok {
		s.Message += mappingAdvice
	}
	return err
}

// applyMapping takes further names of columns and labels of a settings file, and
// gives them with the standard spelling of each meaning. What is read later wins.
func (l *loading) applyMapping(d *document, by source.Known, columns map[string]string, labels map[string]map[string]string) (source.Mapping, error) {
	taken := source.Mapping{Columns: map[string]string{}, Labels: map[string]map[string]string{}}
	for _, header := range slices.Sorted(maps.Keys(columns)) {
		standard, ok := standardName(columns[header])
		if !ok {
			return taken, d.noColumn(header, columns[header])
		}
		taken.Columns[header] = standard
		if standard == source.Ignored {
			standard = ""
		}
		l.addRule(headerRule{header, standard, by})
	}
	for _, table := range labelTables {
		given := labels[table.name]
		if len(given) > 0 {
			taken.Labels[table.name] = map[string]string{}
		}
		for _, label := range slices.Sorted(maps.Keys(given)) {
			standard, ok := table.take(l, label, given[label])
			if !ok {
				return taken, d.wrong("labels."+table.name+"."+label, fmt.Sprintf(table.wrong, quoted(given[label])))
			}
			taken.Labels[table.name][label] = standard
		}
	}
	return taken, nil
}

// overruled lists what of wres-mapping.toml wres.toml speaks of too, which wins. Of two
// headers that look alike each file may be about the other: then a column says so.
func (l *loading) overruled(files []source.File) []source.Entry {
	var all []source.Entry
	for _, e := range l.mapping.Entries() {
		holds := func(c source.Column) bool { return c.Known == source.ByMapping && c.Written == e.Written }
		if e.Table == "" && slices.ContainsFunc(files, func(f source.File) bool { return slices.ContainsFunc(f.Columns, holds) }) {
			continue
		}
		for _, own := range l.written.Entries() {
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
	e := &SettingsError{File: d.name, Key: shown("columns." + header), Nearest: nearest(meaning, standardNames())}
	at := d.places["columns."+header]
	e.Line, e.Column = at.line, at.column
	e.Message = fmt.Sprintf("%s is not the name of a column", quoted(meaning))
	if e.Nearest != "" {
		e.Message += fmt.Sprintf("; the nearest is %q", e.Nearest)
	}
	return e
}
