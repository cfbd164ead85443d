package labels

import (
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels/ethnic"
	"wres/model"
	"wres/model/pattern"
)

// Labels is what cells mean under the settings of a folder. The settings are read into
// it first; from then on it is only read, and by any number of goroutines.
type Labels struct {
	Settings model.Settings
	// Local labels of contracts and of assignment statuses that the settings leave out.
	Contracts, Statuses LeftOut

	ethnicities map[string]Ethnicity // by folded label, of the settings
	bands       map[string]model.Band
	groups      map[string]model.StaffCategory // of staff groups
	stages      map[string]model.Stage
}

// New gives what cells mean where no settings say otherwise.
func New() *Labels {
	return &Labels{
		Settings:    model.DefaultSettings(),
		ethnicities: map[string]Ethnicity{}, bands: map[string]model.Band{}, groups: map[string]model.StaffCategory{}, stages: map[string]model.Stage{},
	}
}

// Ethnicity is what a cell of an ethnicity column says.
type Ethnicity struct {
	Value  model.Ethnicity
	Known  bool // false: counted as unknown, and listed
	Total  bool // the sum of the others
	Sum    bool // the label calls itself the total of the group
	Mapped bool // a table of labels of the settings has it
}

// Band is what a cell of a pay band column says.
type Band struct {
	Value        model.Band
	Known, Total bool
	Sum          *model.BandSum // of a label that is not known: it stands for several bands
}

// Ethnicity reads a label: the settings' labels first, then the organisation's
// own words for the groups, then the tables of the standard.
func (l *Labels) Ethnicity(raw string) Ethnicity {
	if read, ok := l.ethnicities[csvfile.Fold(raw)]; ok {
		return read
	}
	if model.IsTotal(raw) {
		return Ethnicity{Total: true}
	}
	if rest, ok := model.CutTotal(raw); ok {
		if of := l.Ethnicity(rest); of.Known && Level(of.Value) > 0 {
			of.Sum = true
			return of
		}
	}
	e, ok := ethnic.Parse(raw)
	if !ok && model.NamesTotal(raw) {
		return Ethnicity{Total: true}
	}
	return Ethnicity{Value: e, Known: ok}
}

// IsESRCode reports whether a cell is read as an ESR code of ethnicity: the settings say
// nothing else of it.
func (l *Labels) IsESRCode(raw string) bool {
	_, told := l.ethnicities[csvfile.Fold(raw)]
	return !told && ethnic.IsCode(raw)
}

// CallGroup takes the organisation's own word for a group: as extracts are matched with
// it, and as it is shown.
func (l *Labels) CallGroup(g model.Group, written, shown string) {
	l.Settings.Labels[g] = shown
	l.ethnicities[csvfile.Fold(written)] = Ethnicity{Value: model.GroupEthnicity(g), Known: true}
}

// Band reads a label of a pay band column, the settings' labels first.
func (l *Labels) Band(raw string) Band {
	if b, ok := l.MappedBand(raw); ok {
		return Band{Value: b, Known: true}
	}
	if model.IsTotal(raw) {
		return Band{Known: true, Total: true}
	}
	b, ok := model.ParseBand(raw)
	if ok {
		return Band{Value: b, Known: true}
	}
	if model.NamesTotal(raw) {
		return Band{Known: true, Total: true}
	}
	if b, ok := l.Settings.Staff.ScaleCode(raw); ok {
		return Band{Value: b, Known: true}
	}
	sum, _ := model.ParseBandSum(raw)
	return Band{Sum: sum}
}

// MappedBand gives the band that the settings say a label is.
func (l *Labels) MappedBand(raw string) (model.Band, bool) {
	b, ok := l.bands[csvfile.Fold(raw)]
	return b, ok
}

// StaffCategory reads a staff category, or a staff group that the settings map. total
// says that the label calls itself the total of the category.
func (l *Labels) StaffCategory(raw string) (c model.StaffCategory, total, known bool) {
	if c, known = l.groups[csvfile.Fold(raw)]; known {
		return c, false, true
	}
	if of, ok := model.CutTotal(raw); ok {
		if c, known = model.ParseStaffCategory(of); known {
			return c, true, true
		}
	}
	c, known = model.ParseStaffCategory(raw)
	return c, false, known
}

// Level is how fine an ethnicity is: 0 a category, 1 a high-level group of the ONS
// sets, or 2 a group of the standard.
func Level(e model.Ethnicity) int {
	switch {
	case e.IsGroup():
		return 2
	case slices.Contains([]model.Ethnicity{model.MixedGroup, model.AsianGroup, model.BlackGroup, model.OtherGroup}, e):
		return 1
	}
	return 0
}

// Identity tells the cells of a file apart. Two names of one group are the same
// cell; but several ESR codes and labels roll up into one category (CA English
// and CP Polish are both other White), and they are cells that add up.
func Identity(e model.Ethnicity, folded string) string {
	switch e {
	case model.WhiteGroup, model.BMEGroup, model.MixedGroup, model.AsianGroup, model.BlackGroup, model.OtherGroup:
		return e.String()
	}
	return e.String() + "\x00" + folded
}

// Identity likewise: ESR has each band twice, under the Review Body and not, and there are
// many names for parts of a grade, such as foundation and core trainees.
func (b Band) Identity(raw string) string {
	key := csvfile.Fold(raw)
	switch {
	case !b.Known:
		return "?" + key
	case strings.Contains(key, "nonreviewbody"), nonReviewCode().MatchString(raw):
		return b.Value.String() + " non review body"
	case model.PartOfGrade(raw):
		return b.Value.String() + " " + key
	}
	return b.Value.String()
}

var nonReviewCode = pattern.Of(`(?i)\bxn[0-9]{2}\b`)

// The words in a label of staff whom the standard leaves out of the workforce; the
// words that set such staff beside others in one row, or out of it; and those in
// which "non" and "and" mean neither.
var (
	outsideWords = pattern.Of(`\b(?:bank|agency|honorary)\b`)
	insideWords  = pattern.Of(`\b(?:non|not|no|ex|excl\w*|without|except\w*|less|minus|incl\w*|plus|with|substantive|permanent|all|total)\b`)
	notOutside   = pattern.Of(`\bnon (?:clinical|medical|consultant)\b|\b(?:medical|nursing) and \w+\b`)
	otherSigns   = pattern.Of(`[^a-z0-9]+`)
)

// joins are the signs between the names in a label.
var joins = strings.NewReplacer("&", " and ", "+", " and ")

// Outside gives the word for the staff of a label whom the standard leaves out,
// or "". A label that names staff who are counted as well is none of them.
func Outside(label string) string {
	s := joins.Replace(strings.ToLower(csvfile.Clean(label)))
	s = notOutside().ReplaceAllString(otherSigns().ReplaceAllString(s, " "), "")
	if insideWords().MatchString(s) {
		return ""
	}
	for _, part := range strings.Split(s, " and ") {
		if !outsideWords().MatchString(part) {
			return ""
		}
	}
	return outsideWords().FindString(s)
}

// Stated reports whether the category says more than that it is not known.
func Stated(e model.Ethnicity) bool { return e != model.Missing && e != model.UnknownEthnicity }
