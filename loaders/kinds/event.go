package kinds

import "wres/model/source"

// EventRow is the people of one ethnicity whom something happened to in the year. What
// that is, and what its column is called, differs from kind to kind: see eventExtract.
type EventRow struct {
	Common
	Ethnicity Ethnicity `csv:"ethnicity" need:"yes" help:"White, BME or Unknown, an ONS category or an ESR code"`
	Event     Count     `csv:"event" need:"yes"`
	Headcount Headcount `csv:"headcount" help:"staff of the group on 31 March, where it is not to be taken from the workforce extract"`
}

// eventExtract completes the entry of a kind that counts one event, under the name,
// headers and help of its column.
func eventExtract(e Extract, event Column) Extract {
	e.Figures, e.Row, e.Group = Events, EventRow{}, "ethnicity"
	e.Counts = []string{event.Name, "headcount"}
	e.Init = wide("year") // the file's name says what is counted
	e.Lines = onePage(source.SheetRow{Name: event.Name})
	event.Required = true
	e.Columns = columnsOf(e.Row)
	for i := range e.Columns {
		if e.Columns[i].Name == eventTag {
			e.Columns[i] = event
		}
	}
	return e
}

// eventTag is the event's column in EventRow.
const eventTag = "event"

// Event names the column of the one event that a kind counts; "": it counts none.
func (e *Extract) Event() string {
	if e.Figures != Events || e.List != nil {
		return ""
	}
	return e.Counts[0]
}

// Tag gives the csv tag of the row that a column of a standard name is decoded into.
func (e *Extract) Tag(name string) string {
	if event := e.Event(); event != "" && name == event {
		return eventTag
	}
	return name
}
