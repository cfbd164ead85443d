package tables

func (r *reader) twice()       {}
func (r *reader) sums()        {}
func (r *reader) differences() {}
func (r *reader) changes()     {}
func (r *reader) flow()        {}
func (r *reader) decimals()    {}
