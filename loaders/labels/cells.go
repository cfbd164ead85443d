package labels

import (
	"strings"

	"wres/loaders/csvfile"
	"wres/model"
)

// What a cell of a list of people says by itself, without the rest of its row. The package
// people asks it of the rows that it reads, and warehouse of the labels of a table that
// stays where it is.

// Pay is what a cell of a pay scale, a grade or a band says.
type Pay struct {
	Band model.Band
	// Doubted: the cell is not known, or it is a bare word of which only the staff category
	// of its row tells that it is a medical grade. Without a category it tells no band.
	Doubted bool
}

// Pay reads a cell of a pay scale, a grade or a band: the settings' labels first.
func (l *Labels) Pay(raw string) Pay {
	b, ok := l.Scale(raw)
	_, mapped := l.MappedBand(raw)
	return Pay{b, !ok || !mapped && model.BareMedical(raw)}
}

// Told gives the band that the cell tells of a row whose staff category is known, or of
// another; AnyBand for none.
func (p Pay) Told(certain bool) model.Band {
	if p.Doubted && !certain {
		return model.AnyBand
	}
	return p.Band
}

// Empty reports whether a cell that was read as this says nothing of an ethnicity: it is
// blank, or a number that is no code of one.
func (e Ethnicity) Empty(raw string) bool {
	return strings.TrimSpace(raw) == "" || !e.Known && strings.Trim(raw, " .0123456789") == ""
}

// Counted gives the category that the people of a cell are counted under: unknown where
// the label is not known.
func (e Ethnicity) Counted() model.Ethnicity {
	if !e.Known && !e.Total {
		return model.UnknownEthnicity
	}
	return e.Value
}

// Out says why a row of a list is not counted.
type Out uint8

// The reasons. Other is of the contracts and statuses that have no reason of their own.
const (
	InPost Out = iota
	AsBank
	AsHonorary
	AsNonExecutive
	AsOther
)

// ContractOut says why staff of a contract are left out under the settings.
func (l *Labels) ContractOut(c model.Contract) Out {
	if !l.Settings.Staff.ContractsOut[c] {
		return InPost
	}
	switch c {
	case model.Bank:
		return AsBank
	case model.Honorary:
		return AsHonorary
	case model.NonExecutive:
		return AsNonExecutive
	}
	return AsOther
}

// RoleOut says why staff of a job role are left out under the settings.
func (l *Labels) RoleOut(r *Role) Out {
	if r.NonExecutive {
		return l.ContractOut(model.NonExecutive)
	}
	return InPost
}

// StatusOut says why staff of an assignment status are left out under the settings.
func (l *Labels) StatusOut(a model.Assignment) Out {
	if l.Settings.Staff.AssignmentsOut[a] {
		return AsOther
	}
	return InPost
}

// RoleCategory gives the staff category of the staff group that a job role is in.
func (l *Labels) RoleCategory(r *Role) model.StaffCategory { return l.Settings.Staff.Groups[r.Group] }

// Stage is what a cell says of how far an applicant came.
type Stage struct {
	Stage  model.Stage
	Answer model.Answer // yes or no in place of a stage
	OK     bool
}

// StageColumn is the column that names stages; the others hold one stage's yes or no, its
// day, or the name of the stage that was reached.
const StageColumn = "stage"

// StageIn reads a cell of a column that tells of stages. A column of days says with a blank
// that there was none; the column of stages has to name one.
func (l *Labels) StageIn(column, raw string) Stage {
	s, answer, ok := l.Stage(raw)
	switch {
	case column == StageColumn:
		return Stage{s, answer, ok && answer == model.NotGiven}
	case !ok && noDay[csvfile.Fold(raw)]:
		return Stage{Answer: model.No, OK: true}
	}
	return Stage{s, answer, ok}
}

// Reached reports whether an applicant of such a cell came as far as a stage.
func (s Stage) Reached(stage model.Stage) bool {
	if s.Answer != model.NotGiven {
		return s.Answer == model.Yes
	}
	return s.Stage >= stage
}

// noDay are the folded ways to say in a column of days that there was none.
var noDay = map[string]bool{"": true, "n/a": true, "na": true, "none": true, "nodate": true, "notapplicable": true, "null": true, "nil": true}
