package planfile

import (
	"errors"

	"wres/loaders/formula"
	"wres/model/plan"
)

// Encode writes a plan as a new CSV file: UTF-8 with a byte order mark, CRLF, the
// standard columns and then the user's further ones, and no cell that a
// spreadsheet would run as a formula, in the header neither. Save writes the same
// but keeps what stands in the file already.
func Encode(p plan.Plan) ([]byte, error) {
	names := p.ExtraColumns()
	for i := range names {
		names[i] = formula.Guard(names[i])
	}
	content, _, err := compose(&sheet{delimiter: ',', end: defaultEnd}, nil, plan.New(names, p.Actions()), Name)
	return content, err
}

// Decode reads a plan from the bytes of its file, wherever they are kept.
func Decode(content []byte) (plan.Plan, error) {
	s := parse(content, Name)
	if s.reason != "" {
		return plan.Plan{}, errors.New(s.reason)
	}
	return s.plan, nil
}
