package talk

import (
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/stats"
	"wres/model/whatif"
	"wres/model/words"
	"wres/model/words/spoken"
)

// rowID names a band or a cluster of a staff category, the same in each year.
type rowID struct {
	category model.StaffCategory
	band     model.Band
	cluster  model.Cluster
}

func idOf(row *indicator.BandRow) rowID { return rowID{row.Category, row.Band, row.Cluster} }

// in finds the row of a figure; nil: it has none.
func (id rowID) in(f *indicator.Figure) *indicator.BandRow {
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters} {
		for i := range rows {
			if idOf(&rows[i]) == id {
				return &rows[i]
			}
		}
	}
	return nil
}

// bandsOf leads to the bands: of the one staff category, or to a choice of several.
func bandsOf(c *conversation, f *indicator.Figure) place {
	if !several(f) {
		for category := range indicator.ByCategory(f.Bands) {
			return bandsPlace(category, false)
		}
	}
	return place{
		says: func(*conversation) []string { return []string{"The staff are counted by bands in several categories."} },
		choices: func(c *conversation) (all []choice) {
			_, f := c.series(indicator.WorkforceID)
			for category, rows := range indicator.ByCategory(f.Bands) {
				all = append(all, to(words.Capital(words.CategoryStaff(category))+": "+words.Count(len(rows), "band"), category.String(), bandsPlace(category, false)))
			}
			return all
		},
		gone: noWorkforce,
	}
}

func noWorkforce(c *conversation) bool {
	_, f := c.series(indicator.WorkforceID)
	return f == nil || len(f.Bands) == 0
}

// rowsOf gives the bands of a staff category, or its clusters.
func rowsOf(f *indicator.Figure, category model.StaffCategory, clusters bool) []indicator.BandRow {
	from := f.Bands
	if clusters {
		from = f.Clusters
	}
	for of, rows := range indicator.ByCategory(from) {
		if of == category {
			return rows
		}
	}
	return nil
}

// bandsPlace says the bands of a staff category, or its clusters, a choice each.
func bandsPlace(category model.StaffCategory, clusters bool) place {
	return place{
		says: func(c *conversation) []string {
			_, f := c.series(indicator.WorkforceID)
			name, rows := "band", rowsOf(f, category, clusters)
			if clusters {
				name = "cluster"
			}
			title := "Staff by " + name + ", " + c.data.Year.String()
			if category != model.AnyCategory {
				title += ", " + words.CategoryStaff(category)
			}
			lines := c.Labelled(title, words.Count(len(rows), name))
			if f.Note != "" {
				lines = append(lines, c.Labelled("Note on the bands", f.Note)...)
			}
			if verdict, _ := words.BandsVerdict(c.voice(), f, category); verdict != "" && !clusters {
				lines = append(lines, c.Labelled("What they come to", verdict)...)
			}
			return append(lines, c.Labelled("Each share", "staff who are "+c.voice().Labels.Label(model.BME)+", of all in the "+name)...)
		},
		choices: func(c *conversation) (all []choice) {
			_, f := c.series(indicator.WorkforceID)
			rows := rowsOf(f, category, clusters)
			for i := range rows {
				all = append(all, rowChoice(c, f, &rows[i]))
			}
			if more := rowsOf(f, category, true); !clusters && len(more) > 0 {
				all = append(all, to("The clusters of bands", "clusters", bandsPlace(category, true)))
			}
			return append(all, tells("More: the same with intervals", "more", func(c *conversation) (lines []string) {
				_, f := c.series(indicator.WorkforceID)
				for _, row := range rowsOf(f, category, clusters) {
					lines = append(lines, rowInterval(c, &row)...)
				}
				return lines
			}))
		},
		gone: func(c *conversation) bool {
			return noWorkforce(c) || len(rowsOf(workforceFigure(c), category, clusters)) == 0
		},
	}
}

func workforceFigure(c *conversation) *indicator.Figure {
	_, f := c.series(indicator.WorkforceID)
	return f
}

// bandChoices are the bands of all staff categories, to be found by their names.
func bandChoices(c *conversation) (all []choice) {
	f := workforceFigure(c)
	if f == nil {
		return nil
	}
	for i := range f.Bands {
		ch := rowChoice(c, f, &f.Bands[i])
		name, said, _ := strings.Cut(ch.text, ": ")
		if row := &f.Bands[i]; several(f) && row.Category != model.AnyCategory {
			name += ", " + words.CategoryStaff(row.Category)
		}
		ch.text = name + ": " + said
		all = append(all, ch)
	}
	return all
}

// rowChoice says a row with its share in each year, and leads into it.
func rowChoice(c *conversation, f *indicator.Figure, row *indicator.BandRow) choice {
	w := c.voice()
	said := words.Capital(words.RowName(w, f, row)) + ": " + spoken.Share(w, row)
	series, _ := c.series(indicator.WorkforceID)
	for i := len(series.Figures) - 1; i >= 0; i-- {
		if then := &series.Figures[i]; then.Year < f.Year {
			if before := idOf(row).in(then); before != nil {
				said += ". " + then.Year.String() + ": " + spoken.ShareAlone(w, before)
			}
		}
	}
	return to(said, "", rowPlace(idOf(row)))
}

// rowPlace says all that is known of a band or a cluster.
func rowPlace(id rowID) place {
	return place{
		says: func(c *conversation) []string {
			f := workforceFigure(c)
			row := id.in(f)
			lines := c.Labelled(rowName(c, f, row)+", "+f.Year.String(), spoken.Share(c.voice(), row)+", "+c.voice().Labels.Label(model.BME))
			for _, g := range model.Groups() {
				if n := row.Counts[g]; n != nil && !row.Hidden.Groups[g] {
					lines = append(lines, c.Labelled(groupName(c.voice(), g), words.StaffWords(*n))...)
				}
			}
			if row.Verdict != "" && !row.Hidden.Standing {
				lines = append(lines, c.Labelled("Against the rest", string(row.Verdict))...)
			}
			return lines
		},
		choices: func(c *conversation) []choice {
			all := []choice{
				tells("More: its interval, and who they are", "more", func(c *conversation) []string { return rowMore(c, id) }),
				tells("The years beside each other", "years", func(c *conversation) []string { return rowYears(c, id) }),
				tells("What it would take", "takes", func(c *conversation) []string { return rowTakes(c, id) }),
			}
			if id.band != model.AnyBand && id.cluster == 0 {
				all = append(all, choice{text: "Start an action from this", word: "act", does: func(c *conversation) {
					c.begin(indicator.WorkforceID, plan.Bands{Category: id.category, First: id.band, Last: id.band})
				}})
			}
			return all
		},
		gone: func(c *conversation) bool { return noWorkforce(c) || id.in(workforceFigure(c)) == nil },
	}
}

// groupName names a group by itself.
func groupName(w words.Voice, g model.Group) string {
	if g == model.Unknown {
		return "Of unknown ethnicity"
	}
	return w.Labels.Sentence(g)
}

// rowInterval says the interval of a row's share.
func rowInterval(c *conversation, row *indicator.BandRow) []string {
	w := c.voice()
	name := "Bands 8c and above"
	if row.Band != model.AnyBand || row.Cluster != 0 {
		name = words.Capital(words.RowName(w, workforceFigure(c), row))
	}
	if row.Share == nil || row.Share.Interval == nil || row.Hidden.Share() {
		return c.Labelled(name, spoken.Share(w, row))
	}
	return c.Labelled(name, spoken.Share(w, row)+"; "+limits(w, row.Share))
}

func limits(w words.Voice, e *stats.Estimate) string {
	return words.LevelText(e.Interval.Level) + " interval " + w.PercentInterval(e)
}

func rowMore(c *conversation, id rowID) []string {
	f := workforceFigure(c)
	row := id.in(f)
	lines := rowInterval(c, row)
	if id.band == model.AnyBand || c.views.published {
		return lines
	}
	kinds := f.EthnicitiesOf(id.category, id.band)
	for _, e := range model.Ethnicities() {
		if n := kinds.Of(e); n > 0 {
			lines = append(lines, c.Labelled(e.String(), words.StaffWords(n))...)
		}
	}
	return lines
}

func rowYears(c *conversation, id rowID) (lines []string) {
	series, _ := c.series(indicator.WorkforceID)
	for i := range series.Figures {
		if row := id.in(&series.Figures[i]); row != nil {
			lines = append(lines, c.Labelled(series.Figures[i].Year.String(), spoken.Share(c.voice(), row))...)
		}
	}
	return lines
}

func rowTakes(c *conversation, id rowID) []string {
	series, f := c.series(indicator.WorkforceID)
	row := id.in(f)
	name := words.RowName(c.voice(), f, row)
	if id.cluster == 0 {
		name = strings.ToLower(name[:1]) + name[1:]
	}
	steps := whatif.OfBand(c.voice(), c.views.said, series.Indicator, f, row, name)
	if len(steps) == 0 {
		return []string{"These counts do not say what it would take."}
	}
	return c.Steps(steps)
}
