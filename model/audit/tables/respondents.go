package tables

import (
	"wres/model/audit/finding"
)

func (r *reader) respondents() []finding.Respondents { return nil }
