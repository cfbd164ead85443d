package files

import (
	"cmp"

	"wres/model/source"
	"wres/tui/chart"
)

// mapped draws what has been mapped so far, saved or not.
func (d *drawing) mapped() {
	st := d.data.Theme.Styles
	entries := d.data.Report.Mapping.Entries()
	for _, e := range d.Chosen() {
		if d.data.Report.Mapping.Meaning(e.Table, e.Written) == "" {
			entries = append(entries, source.Entry{Table: e.Table, Written: e.Written})
		}
	}
	if len(entries) == 0 {
		d.say(st.Muted, "Nothing is mapped.")
		return
	}
	said := "It holds for every file of the folder, unless wres.toml says otherwise."
	if len(d.data.Report.Mapping.Years) > 0 {
		said += " A year is of its own file."
	}
	d.say(st.Muted, said)
	var rows [][]string
	var targets []target
	for _, e := range entries {
		it, what := d.MappedItem(e)
		means := e.Meaning
		if staged, ok := d.StagedFor(e.Table, e.Written); ok {
			means = "→ " + cmp.Or(staged, "forgotten")
		}
		rows = append(rows, []string{what, d.data.Clean(e.Written), means})
		hint := d.enterTo("change its meaning, or to forget it")
		if it.Fixed != "" {
			hint = it.Fixed
			rows[len(rows)-1][2] = "overruled: wres.toml says " + d.Overruled(e)
		}
		targets = append(targets, target{item: &it, hint: hint})
	}
	d.table([]chart.Column{
		{Title: "What", Style: st.Muted, Drop: 1},
		{Title: "As the files have it", Flex: true, Min: 14, Style: st.Text},
		{Title: "Means", Flex: true, Min: 14, Style: st.Accent},
	}, rows, targets)
}
