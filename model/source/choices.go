package source

import "slices"

// Choices is what columns and labels can be mapped to, as data for an import screen.
type Choices struct {
	Kinds  []KindChoice
	Labels map[string][]Choice // by table of labels: the standard values
	Tables map[string]string   // by standard column: the table of its labels
}

// Choice is something that a column or a label can mean.
type Choice struct {
	Name string   // as a mapping has it
	Help string   // a sentence without a full stop
	Also []string // other names that are known for it
}

// KindChoice is a kind of extract with its columns.
type KindChoice struct {
	Kind    string
	Help    string
	Brief   string // the same in three or four words; "": nobody begins with it
	Columns []Choice
	Needs   [][]string // of each of these lists the file must have one column
	// Wide names the columns that a column for each group can stand in place of;
	// empty: the kind has no wide form.
	Wide  []string
	Begin []string // the columns that a new file of the kind has
	Sheet Sheet    // how its figures are typed in
}

// YearColumns are the standard columns that give the year of a row.
func YearColumns() []string { return []string{"year", "snapshot_date", "survey_year"} }

// Kind finds a kind by its name.
func (c Choices) Kind(name string) (KindChoice, bool) {
	for _, k := range c.Kinds {
		if k.Kind == name {
			return k, true
		}
	}
	return KindChoice{}, false
}

// Lacks gives the needs that columns leave open. taken holds the standard columns
// that a file has.
func (k KindChoice) Lacks(taken func(standard string) bool) [][]string {
	wide := len(k.Wide) > 0 && taken("white") && taken("bme")
	var open [][]string
	for _, need := range k.Needs {
		replaced := wide && slices.ContainsFunc(need, func(c string) bool { return slices.Contains(k.Wide, c) })
		if !replaced && !slices.ContainsFunc(need, taken) {
			open = append(open, need)
		}
	}
	return open
}

// Has reports whether the kind has a column of a standard name.
func (k KindChoice) Has(standard string) bool {
	return slices.ContainsFunc(k.Columns, func(c Choice) bool { return c.Name == standard })
}

// Names gives what the choice is called, its own name first.
func (c Choice) Names() []string { return append([]string{c.Name}, c.Also...) }
