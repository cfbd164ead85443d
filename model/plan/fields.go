package plan

import "strings"

// Field says everything the program knows of one column of the plan: the file,
// the form, the detail view and the help are made from it.
type Field struct {
	Column    string   // name in the file's header
	Label     string   // name on the screen and in reports
	Hint      string   // one sentence that tells the analyst what to write
	MultiLine bool     // a text that may have several lines
	Automatic bool     // kept by the program; forms show it but do not ask for it
	Optional  bool     // a file has the column only once an action uses it
	Choices   []string // words offered; any other text is allowed too

	at func(*Action) *string
}

// Value gives the field's text in an action.
func (f Field) Value(a Action) string { return *f.at(&a) }

// With returns the action with the field set to text.
func (f Field) With(a Action, text string) Action {
	*f.at(&a) = text
	return a
}

// Fields gives the fields of an action in the order of the file's columns. The
// table is made afresh at each call, so a caller may keep or change what it got.
func Fields() []Field {
	return []Field{
		{Column: "id", Label: "ID", Automatic: true,
			Hint: "Given by the program and never given again; other places refer to the action by it.",
			at:   func(a *Action) *string { return &a.ID }},
		{Column: "number", Label: "Number",
			Hint: "The number printed in the plan, such as 3. Left blank, the next one is given.",
			at:   func(a *Action) *string { return &a.Number }},
		{Column: "action", Label: "Action", MultiLine: true,
			Hint: "What will be done, begun with a verb, so that someone else can tell whether it was done.",
			at:   func(a *Action) *string { return &a.Text }},
		{Column: "indicators", Label: "Indicators",
			Hint: "The WRES indicators it should move, such as 2; 7.",
			at:   func(a *Action) *string { return &a.Indicators }},
		{Column: "objective", Label: "Objective", MultiLine: true,
			Hint: "What should be different for staff afterwards.",
			at:   func(a *Action) *string { return &a.Objective }},
		{Column: "measure", Label: "Measure", MultiLine: true,
			Hint: "The figure that will show whether it worked, and where it comes from.",
			at:   func(a *Action) *string { return &a.Measure }},
		{Column: "baseline", Label: "Baseline",
			Hint: "The measure's figure at the start, with its year.",
			at:   func(a *Action) *string { return &a.Baseline }},
		{Column: "target", Label: "Target",
			Hint: "The figure it should reach by the deadline.",
			at:   func(a *Action) *string { return &a.Target }},
		{Column: "deadline", Label: "Deadline",
			Hint: "A date such as 31/03/2027 (day first), March 2027 or Q4 2026/27, or Ongoing.",
			at:   func(a *Action) *string { return &a.Deadline }},
		{Column: "lead", Label: "Lead",
			Hint: "The person or post that answers for it.",
			at:   func(a *Action) *string { return &a.Lead }},
		{Column: "status", Label: "Status", Choices: Statuses(),
			Hint: "How far it is: not started, in progress, done, or your own word.",
			at:   func(a *Action) *string { return &a.Status }},
		{Column: "progress", Label: "Progress", MultiLine: true,
			Hint: "What has happened so far, newest first.",
			at:   func(a *Action) *string { return &a.Progress }},
		{Column: "updated", Label: "Updated", Automatic: true,
			Hint: "The day of the last change, kept by the program.",
			at:   func(a *Action) *string { return &a.Updated }},
		{Column: "evidence", Label: "Evidence", Optional: true,
			Hint: "The figure that the action answers, as it was when it was written: it is compared with later years.",
			at:   func(a *Action) *string { return &a.Evidence }},
		{Column: "team", Label: "Team", Optional: true,
			Hint: "The team that carries it out.",
			at:   func(a *Action) *string { return &a.Team }},
		{Column: "high_impact", Label: "High impact", Optional: true, Choices: highImpactChoices(),
			Hint: "The high-impact action of the EDI improvement plan that it serves: a number from 1 to 6.",
			at:   func(a *Action) *string { return &a.HighImpact }},
	}
}

// FieldFor finds the field of a column by the name in a file's header, without
// regard to case, spaces, "_", "-" and a byte order mark.
func FieldFor(column string) (Field, bool) {
	wanted := columnKey(column)
	for _, field := range Fields() {
		if columnKey(field.Column) == wanted {
			return field, true
		}
	}
	return Field{}, false
}

func columnKey(name string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '_', '-', '\u00a0', '\ufeff':
			return -1
		}
		return r
	}, strings.ToLower(name))
}
