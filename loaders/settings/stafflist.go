package settings

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/labels"
	"wres/model"
)

// staffFile is the table [staff_list] of wres.toml.
type staffFile struct {
	ContractsOut []string `toml:"contracts_out"`
	StatusesOut  []string `toml:"statuses_out"`
	Mandatory    []string `toml:"mandatory_courses"`
	InPostOnly   *bool    `toml:"in_post_only"`
}

// applyStaff takes the rules by which lists of people are read. A list that is given
// takes the place of the default one; a table adds to it.
func (s *Settings) applyStaff(d *document, own settingsFile) error {
	rules := &s.labels.Settings.Staff
	if own.Staff.ContractsOut != nil {
		clear(rules.ContractsOut[:])
		rules.ContractsOut[model.LeftOutContract] = true
		for _, name := range own.Staff.ContractsOut {
			if c, ok := model.ParseContract(name); ok && c != model.AnyContract {
				rules.ContractsOut[c] = true
			} else if !s.labels.Contracts.Add(name) {
				return d.wrong("staff_list.contracts_out", fmt.Sprintf("%s is not a contract; give %s, or a label as the staff list writes it", labels.Quoted(name), listNames(model.Contracts())))
			}
		}
		at := d.places["staff_list.contracts_out"]
		s.labels.Contracts.Line, s.labels.Contracts.Column = at.line, at.column
	}
	if own.Staff.StatusesOut != nil {
		clear(rules.AssignmentsOut[:])
		rules.AssignmentsOut[model.LeftOutAssignment] = true
		for _, name := range own.Staff.StatusesOut {
			if a, ok := model.ParseAssignment(name); ok && a != model.AnyAssignment {
				rules.AssignmentsOut[a] = true
			} else if !s.labels.Statuses.Add(name) {
				return d.wrong("staff_list.statuses_out", fmt.Sprintf("%s is not an assignment status; give %s, or a label as the staff list writes it", labels.Quoted(name), listNames(model.Assignments())))
			}
		}
		at := d.places["staff_list.statuses_out"]
		s.labels.Statuses.Line, s.labels.Statuses.Column = at.line, at.column
	}
	if own.Staff.Mandatory != nil {
		rules.Mandatory = own.Staff.Mandatory
	}
	if own.Staff.InPostOnly != nil {
		rules.InPostOnly = *own.Staff.InPostOnly
	}
	return s.applyCodes(d, own)
}

// applyCodes takes the codes of occupations and pay scales.
func (s *Settings) applyCodes(d *document, own settingsFile) error {
	rules := &s.labels.Settings.Staff
	for _, code := range slices.Sorted(maps.Keys(own.OccupationCodes)) {
		c, ok := model.ParseStaffCategory(own.OccupationCodes[code])
		if !ok {
			return d.wrong("occupation_codes."+code, fmt.Sprintf(labels.NotCategory, labels.Quoted(own.OccupationCodes[code])))
		}
		rules.Occupations[strings.ToUpper(code)] = c
	}
	for _, code := range slices.Sorted(maps.Keys(own.PayCodes)) {
		b, ok := model.ParseBand(own.PayCodes[code])
		if !ok {
			return d.wrong("pay_codes."+code, fmt.Sprintf(labels.NotBand, labels.Quoted(own.PayCodes[code])))
		}
		rules.PayCodes[strings.ToUpper(code)] = b
	}
	return nil
}

// listNames lists values by their names.
func listNames[V fmt.Stringer](all []V) string {
	var names []string
	for _, v := range all {
		names = append(names, v.String())
	}
	return labels.Listed(names, "or")
}
