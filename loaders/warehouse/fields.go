package warehouse

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/columns/whole"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// field is a column of labels: what SQL calls it, the columns that it may be read from, and
// what each label becomes.
type field struct {
	name      string   // of the table m_name, and of the column of labels
	columns   []string // standard names of columns of the list, of which the first that is there is read
	oneColumn bool     // only one of them may be there, and it or a year has to be
	codes     []string // the columns of the table m_name beside the label
	// of prepares what reads a label, from all labels of the column.
	of func(r *reader, all []Label) (func(raw string) meaning, error)
	// numeric tells of a label of digits that it is one of this column's; nil: none is.
	numeric func(raw string) bool
}

// meaning is what a label becomes: its codes, numbers or texts, and whether it is known.
type meaning struct {
	codes   []any
	unknown bool
}

// reader is what labels are read with.
type reader struct {
	*labels.Labels
	table *Table
	names map[string]string // of organisations as they are shown, by how they are matched
	says  func(string)      // takes a remark for whoever asked for the query
}

// each is the of of a field whose labels are read one by one.
func each(read func(l *labels.Labels, raw string) meaning) func(*reader, []Label) (func(string) meaning, error) {
	return func(r *reader, _ []Label) (func(string) meaning, error) {
		return func(raw string) meaning { return read(r.Labels, raw) }, nil
	}
}

func code(b bool) int {
	if b {
		return 1
	}
	return 0
}

var (
	organisationField = field{name: "organisation", columns: []string{"organisation"}, codes: []string{"org"}, of: readOrganisations}
	ethnicityField    = field{name: "ethnicity", columns: []string{"ethnicity"}, codes: []string{"code", "is_total", "is_empty"}, of: readEthnicities}
	staffGroupField   = field{name: "staff_group", columns: []string{"staff_group"}, codes: []string{"category"},
		of: each(func(l *labels.Labels, raw string) meaning {
			g, known := l.StaffGroup(raw)
			return meaning{[]any{int(g.Category)}, !known}
		})}
	occupationField = field{name: "occupation_code", columns: []string{"occupation_code"}, codes: []string{"category"},
		of: each(func(l *labels.Labels, raw string) meaning {
			return meaning{codes: []any{int(l.Settings.Staff.OccupationCategory(raw))}}
		})}
	roleField = field{name: "job_role", columns: []string{"job_role"}, codes: []string{"category", "band", "is_mapped", "reason"},
		of: each(func(l *labels.Labels, raw string) meaning {
			r := l.Role(raw)
			return meaning{codes: []any{int(l.RoleCategory(&r)), int(r.Band), code(r.Mapped), int(l.RoleOut(&r))}}
		})}
	statusField = field{name: "assignment_status", columns: []string{"assignment_status"}, codes: []string{"reason"},
		of: each(func(l *labels.Labels, raw string) meaning {
			a, known := l.Assignment(raw)
			return meaning{[]any{int(l.StatusOut(a))}, !known}
		})}
	primaryField = field{name: "primary_assignment", columns: []string{"primary_assignment"}, codes: []string{"is_primary"},
		of: each(func(_ *labels.Labels, raw string) meaning {
			primary, known := labels.Primary(raw)
			return meaning{[]any{code(primary)}, !known}
		})}
	// An FTE is a number, and read as a label all the same: engines differ in what they take
	// for a number, and a list has a few hundred of them.
	fteField = field{name: "fte", columns: []string{"fte"}, codes: []string{"thousandths"},
		numeric: func(raw string) bool { _, ok := readFTE(raw); return ok },
		of: each(func(_ *labels.Labels, raw string) meaning {
			n, ok := readFTE(raw)
			return meaning{[]any{int(n)}, !ok}
		})}
	mandatoryField = field{name: "mandatory", columns: []string{"mandatory"}, codes: []string{"is_said", "is_mandatory"},
		of: each(func(_ *labels.Labels, raw string) meaning {
			mandatory, known := labels.Mandatory(raw)
			return meaning{[]any{code(known), code(mandatory)}, !known && strings.TrimSpace(raw) != ""}
		})}
	courseField = field{name: "course", columns: []string{"course"}, codes: []string{"is_mandatory"},
		of: each(func(l *labels.Labels, raw string) meaning {
			return meaning{codes: []any{code(l.MandatoryCourse(raw))}}
		})}
	groupNameField = field{name: "staff_group", columns: []string{"staff_group"}, codes: []string{"shown"}, of: readGroupNames}
	campaignField  = field{name: "campaign", columns: []string{"campaign"}, codes: []string{"shown"}, of: readCampaigns}
	internalField  = field{name: "internal", columns: []string{"internal"}, codes: []string{"word"},
		of: each(func(_ *labels.Labels, raw string) meaning {
			a, known := model.ParseInternal(raw)
			return meaning{[]any{model.InternalWord(a)}, !known}
		})}
)

func payField(column string) field {
	return field{name: column, columns: []string{column}, codes: []string{"certain", "uncertain"},
		of: each(func(l *labels.Labels, raw string) meaning {
			p := l.Pay(raw)
			return meaning{[]any{int(p.Told(true)), int(p.Told(false))}, p.Told(true) == model.AnyBand && p.Doubted}
		})}
}

func contractField(column string) field {
	return field{name: column, columns: []string{column}, codes: []string{"reason"},
		of: each(func(l *labels.Labels, raw string) meaning {
			c, known := l.Contract(raw)
			return meaning{[]any{int(l.ContractOut(c))}, !known}
		})}
}

func stageField(column string) field {
	return field{name: column, columns: []string{column}, codes: []string{"is_read", "is_shortlisted", "is_appointed"},
		numeric: isDay,
		of: each(func(l *labels.Labels, raw string) meaning {
			s := l.StageIn(column, raw)
			return meaning{[]any{code(s.OK), code(s.OK && s.Reached(model.Shortlisted)), code(s.OK && s.Reached(model.Appointed))}, !s.OK && raw != ""}
		})}
}

func readFTE(raw string) (uint16, bool) {
	n, ok := labels.ParseFTE([]byte(raw))
	if !ok {
		n, ok = labels.ParseFTE(labels.Undecorated([]byte(raw)))
	}
	return n, ok
}

// readEthnicities reads labels of ethnicity, unless their codes as a whole can be of another
// set than ESR's: a list is refused for that too.
func readEthnicities(r *reader, all []Label) (func(string) meaning, error) {
	var texts []string
	for _, l := range all {
		texts = append(texts, l.Text)
	}
	notice, why := whole.OfPeopleLabels(texts, r.Labels)
	if why != "" {
		return nil, errors.New("ethnicity: " + why)
	}
	if notice != "" {
		r.says("ethnicity: " + notice)
	}
	return func(raw string) meaning {
		e := r.Ethnicity(raw)
		return meaning{[]any{int(e.Counted()), code(e.Total), code(e.Empty(raw))}, !e.Known && !e.Total}
	}, nil
}

// readOrganisations matches the names of organisations as lists are matched; the first
// spelling is the one that is shown.
func readOrganisations(r *reader, all []Label) (func(string) meaning, error) {
	key := func(raw string) string {
		if model.IsTotal(raw) {
			return ""
		}
		return csvfile.Fold(raw)
	}
	for _, l := range all {
		if k := key(l.Text); r.names[k] == "" {
			r.names[k] = csvfile.Clean(l.Text)
		}
	}
	return func(raw string) meaning { return meaning{codes: []any{key(raw)}} }, nil
}

// readGroupNames shows one spelling of each staff group, whatever it is: recruitment tells
// them apart and no more.
func readGroupNames(_ *reader, all []Label) (func(string) meaning, error) {
	names := labels.NewNames(MostLabels)
	for _, l := range all {
		names.Add(csvfile.Fold(l.Text), csvfile.Clean(l.Text))
	}
	return func(raw string) meaning { return meaning{codes: []any{names.Of[csvfile.Fold(raw)]}} }, nil
}

// mostCampaigns is how many campaigns are told apart, as in a list.
const mostCampaigns = 50

// readCampaigns names the campaigns, unless there are so many that they are something else.
func readCampaigns(r *reader, all []Label) (func(string) meaning, error) {
	names := labels.NewNames(mostCampaigns)
	for _, l := range all {
		if key, ok := labels.Campaign(l.Text); ok && key != "" {
			names.Add(key, csvfile.Clean(l.Text))
		}
	}
	if names.Over {
		r.says(fmt.Sprintf("campaign: it names more than %d campaigns, so none is told apart: is it the right column?", mostCampaigns))
		names = labels.NewNames(0)
	}
	return func(raw string) meaning {
		key, ok := labels.Campaign(raw)
		return meaning{[]any{names.Of[key]}, !ok}
	}, nil
}

// isDay reports whether a label is a year or a day in either order.
func isDay(raw string) bool {
	for _, order := range []model.Order{model.DayFirst, model.MonthFirst} {
		if _, err := order.When(raw); err == nil {
			return true
		}
	}
	return false
}

func yearField(columns ...string) field {
	return field{name: "year_label", columns: columns, oneColumn: true, codes: []string{"wres_year", "is_total", "is_taken"}, numeric: isDay,
		of: func(r *reader, all []Label) (func(string) meaning, error) {
			return r.readYears(all, columns)
		}}
}

// readYears reads the years or days of a column: days before months, unless the column as a
// whole can only be the other way.
func (r *reader) readYears(all []Label, columns []string) (func(string) meaning, error) {
	column := r.table.columnOf(field{columns: columns})
	if column == "" {
		return func(string) meaning { return meaning{codes: []any{int(r.table.Year), 0, 1}} }, nil
	}
	read, err := orderOf(column, all)
	if err != nil {
		return nil, err
	}
	taken, err := r.takenDays(column, all, read)
	if err != nil {
		return nil, err
	}
	return func(raw string) meaning {
		c := read(raw)
		if !c.OK {
			return meaning{[]any{0, code(c.Total), 0}, !c.Blank && !c.Total}
		}
		day, some := taken[c.Year]
		return meaning{codes: []any{int(c.Year), 0, code(!some || cmp.Or(c.Day, c.Year.Day()) == day)}}
	}, nil
}

// orderOf finds the order of days and months in a column.
func orderOf(column string, all []Label) (func(string) labels.YearCell, error) {
	dayFirst, monthFirst := labels.YearCellIn(model.DayFirst), labels.YearCellIn(model.MonthFirst)
	reads := func(read func(string) labels.YearCell) (some, others bool) {
		for _, l := range all {
			c := read(l.Text)
			some, others = some || c.OK, others || c.Other
		}
		return some, others
	}
	days, months := reads(dayFirst)
	if !months {
		if !days {
			return nil, fmt.Errorf("%s: none of its labels is a year or a day; name another column, or write them as 2024 or 2024-03-31 in a view", column)
		}
		return dayFirst, nil
	}
	if _, both := reads(monthFirst); both {
		return nil, fmt.Errorf("%s: some of its days can only be read day first and others only month first; write them as 2024-03-31 in a view", column)
	}
	return monthFirst, nil
}

// takenDays finds, of several days of a year on which the same people are listed, the last:
// the 31 March if it is there. Whether they are the same people shows in their numbers of
// rows alone here; where these differ it is asked.
func (r *reader) takenDays(column string, all []Label, read func(string) labels.YearCell) (map[model.Year]model.Day, error) {
	if !r.table.Kind.days {
		return nil, nil
	}
	days := map[model.Year]map[model.Day]int{}
	for _, l := range all {
		if c := read(l.Text); c.OK && l.Rows > 0 {
			if days[c.Year] == nil {
				days[c.Year] = map[model.Day]int{}
			}
			days[c.Year][cmp.Or(c.Day, c.Year.Day())] += l.Rows
		}
	}
	taken := map[model.Year]model.Day{}
	for _, y := range slices.Sorted(maps.Keys(days)) {
		of := days[y]
		last := slices.Max(slices.Collect(maps.Keys(of)))
		taken[y] = last
		for _, n := range of {
			if 2*n < of[last] || n > 2*of[last] {
				return nil, fmt.Errorf("%s: WRES year %s is listed on %s of which some have far more rows than others, so it cannot be told whether each lists all staff; take the rows of one day in a view",
					column, y, labels.Plural(len(of), "day"))
			}
		}
		if len(of) > 1 {
			r.says(fmt.Sprintf("%s: WRES year %s is listed on %s; %s is taken, and the rows of the others are left out", column, y, labels.Plural(len(of), "day"), last.Words()))
		}
	}
	return taken, nil
}
