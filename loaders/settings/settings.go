package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

// Error says what is wrong in wres.toml or wres-mapping.toml.
type Error struct {
	File         string
	Line, Column int    // from 1
	Key          string // such as "thresholds.small_count"; empty: not of one key
	Nearest      string // for a key or name that is not known: the nearest that is, or ""
	Message      string // what is wrong and what to do, cleaned for the screen
}

// Error gives the message with its place.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Message)
}

// settingsFile is wres.toml as it is written. Pointers tell what is not given.
type settingsFile struct {
	Organisation *string `toml:"organisation"`
	Labels       struct {
		White   *string `toml:"white"`
		BME     *string `toml:"bme"`
		Unknown *string `toml:"unknown"`
		labelTables
	} `toml:"labels"`
	Thresholds struct {
		SmallCount    *int `toml:"small_count"`
		FewEvents     *int `toml:"few_events"`
		BandHeadcount *int `toml:"band_headcount"`
		Missing       *int `toml:"missing_ethnicity"`
	} `toml:"thresholds"`
	Disclosure struct {
		Method            *string `toml:"method"`
		Base              *int    `toml:"base"`
		UniformRow        *int    `toml:"uniform_row"`
		SurveyRespondents *int    `toml:"survey_respondents"`
		UnknownTotal      *string `toml:"unknown_total"`
		Board             *string `toml:"board"`
	} `toml:"disclosure"`
	Settings struct {
		Level           *float64 `toml:"level"`
		Indicator3Years *int     `toml:"indicator3_years"`
		Decimals        *int     `toml:"decimals"`
	} `toml:"settings"`
	Screen struct {
		Theme *string `toml:"theme"`
	} `toml:"screen"`
	Keys     map[string]string   `toml:"keys"`
	Columns  map[string]string   `toml:"columns"`
	Clusters map[string][]string `toml:"clusters"`
	Tiers    struct {
		Lower  []string `toml:"lower"`
		Middle []string `toml:"middle"`
		Upper  []string `toml:"upper"`
	} `toml:"tiers"`
	Reworded []rewordedFile `toml:"reworded"`

	Staff           staffFile         `toml:"staff_list"`
	OccupationCodes map[string]string `toml:"occupation_codes"`
	PayCodes        map[string]string `toml:"pay_codes"`
}

type rewordedFile struct {
	Indicator string `toml:"indicator"`
	Survey    int    `toml:"survey"`
	What      string `toml:"what"`
}

// mappingFile is wres-mapping.toml, which the screen of files writes.
type mappingFile struct {
	Columns map[string]string `toml:"columns"`
	Labels  labelTables       `toml:"labels"`
	Years   map[string]string `toml:"years"`
}

// labelTables are the tables of labels that both files may have.
type labelTables struct {
	Ethnicity  map[string]string `toml:"ethnicity"`
	Band       map[string]string `toml:"band"`
	StaffGroup map[string]string `toml:"staff_group"`
	Stage      map[string]string `toml:"stage"`
}

// byName gives the tables by their names in labels.Tables.
func (t labelTables) byName() map[string]map[string]string {
	return map[string]map[string]string{"ethnicity": t.Ethnicity, "band": t.Band, "staff_group": t.StaffGroup, "stage": t.Stage}
}

// settingsKeys are the keys of wres.toml, for the nearest to one that is not: those of the
// file, and then those of its tables.
var settingsKeys = sync.OnceValue(func() (keys []string) {
	var inTables []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[settingsFile]()) {
		name, of := f.Tag.Get("toml"), f.Type
		keys = append(keys, name)
		if of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct {
			continue
		}
		for _, in := range reflect.VisibleFields(of) {
			if !in.Anonymous {
				inTables = append(inTables, name+"."+in.Tag.Get("toml"))
			}
		}
	}
	return append(keys, inTables...)
})

// Names of the settings files.
const (
	Name        = "wres.toml"
	MappingName = "wres-mapping.toml"
)

// Settings are what the two files of a folder say of its columns and labels.
type Settings struct {
	Mapping source.Mapping // what wres-mapping.toml says
	Written source.Mapping // what wres.toml says of the same

	fsys    fs.FS
	labels  *labels.Labels
	columns *columns.Columns
}

// Read reads wres-mapping.toml and then wres.toml, which wins, into what labels
// and columns mean. A file that is not there says nothing. The error is a [*Error].
func Read(fsys fs.FS, l *labels.Labels, c *columns.Columns) (*Settings, error) {
	s := &Settings{fsys: fsys, labels: l, columns: c}
	if err := s.readMapping(); err != nil {
		return nil, err
	}
	var own settingsFile
	d, err := s.readTOML(Name, &own)
	if err != nil {
		return nil, err
	}
	return s, s.applySettings(d, own)
}

// readTOML reads a settings file into a struct; a file that is not there is empty.
func (s *Settings) readTOML(name string, into any) (*document, error) {
	d := &document{name: name}
	data, err := s.read(name)
	if err != nil {
		return nil, err
	}
	if data == nil {
		return d, nil
	}
	data = bytes.TrimPrefix(data, []byte(bom)) // Notepad
	dec := toml.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return nil, settingsError(name, data, err)
	}
	d.find(data)
	return d, nil
}

// read gives the content of a settings file, nil where there is none. Only an ordinary file
// is opened: a pipe or a device would be read for ever.
func (s *Settings) read(name string) ([]byte, error) {
	refused := func(why string) ([]byte, error) { return nil, &Error{File: name, Message: why} }
	if _, err := fs.Lstat(s.fsys, name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	info, err := fs.Stat(s.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refused("it is a link to a file that is not there; put the file there")
	case err != nil:
	case info.IsDir():
		return refused("it is a folder, not a file of settings; give it another name")
	case !info.Mode().IsRegular():
		return refused("it is not an ordinary file; put a file of settings in its place")
	case info.Size() > maxSettings:
		return refused("the file is far larger than any settings; mend it or move it away")
	}
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		return refused("the file cannot be read: " + labels.Reason(err).Error())
	}
	return data, nil
}

// maxSettings is far more than any settings need, in bytes.
const maxSettings = 1 << 20

// settingsError puts the decoder's error into words.
func settingsError(name string, data []byte, err error) error {
	if strict, ok := errors.AsType[*toml.StrictMissingError](err); ok && len(strict.Errors) > 0 {
		first := strict.Errors[0]
		e := &Error{File: name, Key: labels.Shown(strings.Join(first.Key(), "."))}
		e.Line, e.Column = first.Position()
		e.Message = fmt.Sprintf("the key %s is not known", labels.Quoted(e.Key))
		if e.Nearest = nearestKey(first.Key()); e.Nearest != "" {
			e.Message += fmt.Sprintf("; the nearest is %q", e.Nearest)
		}
		return e
	}
	if decode, ok := errors.AsType[*toml.DecodeError](err); ok {
		e := &Error{File: name, Key: labels.Shown(strings.Join(decode.Key(), "."))}
		e.Line, e.Column = decode.Position()
		if e.Key == "" {
			e.Key = labels.Shown(keyAt(data, e.Line))
		}
		if e.Message = typeMessage(e.Key, decode.Error()); e.Message == "" {
			e.Message = csvfile.Clean(strings.TrimPrefix(decode.Error(), "toml: ")) + "; mend this line"
		}
		return e
	}
	return &Error{File: name, Message: labels.Shown(err.Error())}
}

// nearestKey finds the known key nearest to one that is not, first among those of
// the same table.
func nearestKey(key []string) string {
	table, last := strings.Join(key[:len(key)-1], "."), key[len(key)-1]
	var inside, leaves []string
	for _, k := range settingsKeys() {
		head, leaf := "", k
		if i := strings.LastIndexByte(k, '.'); i >= 0 {
			head, leaf = k[:i], k[i+1:]
		}
		if head == table {
			inside = append(inside, leaf)
		}
		leaves = append(leaves, leaf)
	}
	if found := labels.Nearest(last, inside); found != "" {
		if table != "" {
			return table + "." + found
		}
		return found
	}
	if found := labels.Nearest(last, leaves); found != "" {
		for _, k := range settingsKeys() {
			if k == found || strings.HasSuffix(k, "."+found) {
				return k
			}
		}
	}
	return ""
}

// applySettings checks wres.toml and takes it over.
func (s *Settings) applySettings(d *document, own settingsFile) error {
	if own.Organisation != nil {
		s.labels.Settings.Organisation = csvfile.Clean(*own.Organisation)
	}
	for _, check := range []func(*document, settingsFile) error{s.applyLabels, s.applyNumbers, s.applyDisclosure, s.applyBands, s.applyReworded, s.applyStaff, applyScreen} {
		if err := check(d, own); err != nil {
			return err
		}
	}
	var err error
	s.Written, err = s.applyMapping(d, source.BySettings, own.Columns, own.Labels.byName())
	return err
}

// maxLabel bounds a group's label, in letters: it stands in table heads.
const maxLabel = 40
