package talk

import (
	"wres/model/funnel"
	page "wres/model/report/funnel"
	"wres/model/words"
)

// theOrganisations is where the organisations of the folder stand beside all of them together,
// a figure at a time.
func theOrganisations() place {
	return place{
		gone: func(c *conversation) bool { return len(c.data.Members.Names()) < 2 },
		says: func(c *conversation) []string {
			p := funnelsOf(c)
			lines := c.Lines(words.Count(len(p.Members), "organisation") + " beside all together, " + c.data.Year.String() + ". To hear the figures of one alone, start the program with --organisation and its name.")
			for _, said := range p.Cautions() {
				lines = append(lines, c.Lines(said)...)
			}
			return lines
		},
		choices: func(c *conversation) (all []choice) {
			for _, chart := range funnelsOf(c).Shown() {
				all = append(all, tells(page.Title(c.voice(), chart), "", func(c *conversation) []string { return chartLines(c, chart) }))
			}
			return all
		},
	}
}

func funnelsOf(c *conversation) page.Page {
	return page.Page{Funnels: c.data.Members.Of(c.data.Year, c.data.Results.Publication), Example: c.data.Results.Example}
}

// chartLines says a chart: what it comes to, and each organisation in the order of their names.
func chartLines(c *conversation, chart *funnel.Chart) []string {
	lines := c.Lines(page.Sentence(c.voice(), chart))
	for i := range chart.Points {
		lines = append(lines, c.Labelled(chart.Points[i].Organisation, page.PointText(c.voice(), &chart.Points[i]))...)
	}
	return lines
}
