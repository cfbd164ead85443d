package files

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model/source"
	"wres/tui/chart"
)

// mapped draws what has been mapped so far, saved or not.
func (d *drawing) mapped() {
	st := d.data.Theme.Styles
	entries := d.data.Report.Mapping.Entries()
	for _, e := range d.chosen() {
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
		what := "column"
		switch e.Table {
		case "":
		case source.YearsTable:
			what = "year of the file"
		default:
			what = "label of " + strings.ReplaceAll(e.Table, "_", " ")
		}
		means := e.Meaning
		if staged, ok := d.stagedFor(e.Table, e.Written); ok {
			means = "→ " + cmp.Or(staged, "forgotten")
		}
		rows = append(rows, []string{what, d.data.Clean(e.Written), means})
		it := item{table: e.Table, written: e.Written, now: e.Meaning, mapped: e.Meaning != "",
			question: fmt.Sprintf("What does the %s %q mean?", what, d.data.Clean(e.Written))}
		hint := d.enterTo("change its meaning, or to forget it")
		if own, ok := d.ruled(e); ok {
			it.fixed = fmt.Sprintf("Mapped to %s, and overruled: wres.toml says %s, and wins. Change it there.", e.Meaning, own)
			hint = it.fixed
			rows[len(rows)-1][2] = "overruled: wres.toml says " + own
		}
		targets = append(targets, target{item: &it, hint: hint})
	}
	d.table([]chart.Column{
		{Title: "What", Style: st.Muted, Drop: 1},
		{Title: "As the files have it", Flex: true, Min: 14, Style: st.Text},
		{Title: "Means", Flex: true, Min: 14, Style: st.Accent},
	}, rows, targets)
}

// ruled gives what wres.toml says of an entry that it overrules.
func (r *reading) ruled(e source.Entry) (meaning string, ok bool) {
	for _, own := range r.data.Report.Overruled {
		if own.Table == e.Table && own.Written == e.Written {
			return own.Meaning, true
		}
	}
	return "", false
}

// choicesFor lists what a column or label can mean, the nearest first where nobody said so
// yet; f is the file that is open, or nil.
func (r *reading) choicesFor(it item, f *source.File) []pickerChoice {
	all := r.plain(it, f)
	if r.open(it) {
		all = byNearness(all, r.nearTo(meaningsOf(all), it, f, all))
	}
	if _, staged := r.stagedFor(it.table, it.written); staged || it.mapped {
		help := "the label counts as one that is not known"
		if it.table == "" {
			help = "the program finds out from the column's name what it is"
		}
		all = append([]pickerChoice{{meaning: "", name: "forget the mapping", help: help}}, all...)
	}
	return all
}

// plain is choicesFor in the order of the tables.
func (r *reading) plain(it item, f *source.File) (all []pickerChoice) {
	now := it.now
	if staged, ok := r.stagedFor(it.table, it.written); ok {
		now = staged
	}
	add := func(c source.Choice, help string) {
		all = append(all, pickerChoice{meaning: c.Name, name: c.Name, help: help, now: c.Name == now && now != "", names: c.Names()})
	}
	if it.table == "" {
		r.columnChoices(it, f, add)
		return all
	}
	for _, c := range r.choices.Labels[it.table] {
		add(c, c.Help)
	}
	return all
}

// columnChoices offers the columns of the file's kind first, then "not used", then
// those of other kinds, each once.
func (r *reading) columnChoices(it item, f *source.File, add func(c source.Choice, help string)) {
	kinds := r.choices.Kinds
	var lacks [][]string // of the kind that the file is nearest
	if f != nil && it.kind == "" {
		kinds = nil
		for i, k := range r.nearKinds(f) {
			kinds = append(kinds, k.KindChoice)
			if i == 0 {
				lacks = k.lacks
			}
		}
	}
	offered := map[string]bool{}
	offer := func(k source.KindChoice, of string) {
		for _, c := range k.Columns {
			if !offered[c.Name] {
				offered[c.Name] = true
				if of != "" { // another kind's, whose further names may mean something else in this one
					c.Also = nil
				}
				add(c, of+c.Help)
			}
		}
	}
	first, ok := r.choices.Kind(it.kind)
	if !ok && len(kinds) > 0 {
		first = kinds[0]
	}
	for _, need := range lacks {
		for _, c := range first.Columns {
			if slices.Contains(need, c.Name) && !offered[c.Name] {
				offered[c.Name] = true
				add(c, first.Kind+" lacks it: "+c.Help)
			}
		}
	}
	offer(first, "")
	add(source.Choice{Name: source.Ignored}, "the column is left out")
	for _, k := range kinds {
		offer(k, k.Kind+": ")
	}
}
