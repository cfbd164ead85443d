package tables

func (r *reader) respondents() {}
