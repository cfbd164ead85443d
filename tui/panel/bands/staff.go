package bands

import (
	"cmp"
	"fmt"
	"slices"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/panel"
)

// staff is what the panel shows of a snapshot: the years of one staff category, by band
// or by cluster. It is made anew whenever the snapshot or what the user chose changes.
type staff struct {
	panel.Data
	series     *indicator.Series
	figure     *indicator.Figure     // of the selected year
	years      []*indicator.Figure   // that have figures, oldest first
	categories []model.StaffCategory // that have rows in any year, in the standard's order
	category   model.StaffCategory   // shown
	clusters   bool
	shown      []*indicator.Figure // the years that the view shows
	posts      []post              // of these years, from the lowest up
	together   []group             // bands that say something together in the selected year
	findings   []findings.Finding
}

// post is a band or cluster, by which the rows of years are set together.
type post struct {
	band    model.Band
	cluster model.Cluster
}

func postOf(row indicator.BandRow) post { return post{row.Band, row.Cluster} }

// staffOf settles which category is shown: the user's, while it has rows in any year, else
// the one with most staff in the selected year. Chosen is nil where the user chose none.
func staffOf(d panel.Data, id string, chosen *model.StaffCategory, clusters bool) staff {
	s := staff{Data: d, clusters: clusters}
	s.series, s.figure = d.Figure(id)
	if s.figure == nil {
		return s
	}
	for i := range s.series.Figures {
		if f := &s.series.Figures[i]; f.State == model.Reported {
			s.years = append(s.years, f)
		}
	}
	most := -1
	for _, c := range append(model.StaffCategories(), model.AnyCategory) {
		if !slices.ContainsFunc(s.years, func(f *indicator.Figure) bool { return len(rowsOf(f.Bands, c)) > 0 }) {
			continue
		}
		s.categories = append(s.categories, c)
		whole := s.figure.Category(c)
		if whole.Total > most {
			s.category, most = c, whole.Total
		}
	}
	if chosen != nil && slices.Contains(s.categories, *chosen) {
		s.category = *chosen
	}
	s.together = groupsClear(&s, s.figure)
	return s
}

// reported reports whether the selected year has figures.
func (s *staff) reported() bool { return s.figure != nil && s.figure.State == model.Reported }

// before gives the years with figures before the selected one, the last first.
func (s *staff) before() []*indicator.Figure {
	var all []*indicator.Figure
	for _, f := range s.years {
		if f.Year < s.figure.Year {
			all = append([]*indicator.Figure{f}, all...)
		}
	}
	return all
}

// categoryName names the category shown. Staff without one are all staff only
// where no row has one.
func (s *staff) categoryName() string {
	switch {
	case s.category != model.AnyCategory:
		return s.category.String()
	case len(s.categories) > 1:
		return "no staff category given"
	}
	return "all staff"
}

// others lists the categories that are not shown, as the user reads them.
func (s *staff) others() []string {
	var all []string
	for _, c := range s.categories {
		switch {
		case c == s.category:
		case c == model.AnyCategory:
			all = append(all, "no category")
		default:
			all = append(all, c.String())
		}
	}
	return all
}

// wholeName says who the staff of the category are: "clinical staff".
func (s *staff) wholeName() string {
	if s.category != model.AnyCategory || len(s.categories) > 1 {
		return words.CategoryStaff(s.category)
	}
	return "all staff"
}

// whole gives the rows of a year together. Of rows with a hidden count, or a rounded one, it
// is the whole staff category, where that has a row.
func (s *staff) whole(f *indicator.Figure) indicator.BandRow {
	whole := indicator.WholeOf(s.rows(f))
	if whole.Hidden.Any() || s.Words.Rounded > 0 {
		return f.Category(s.category)
	}
	return whole
}

// rows gives the rows of a year as the panel is set.
func (s *staff) rows(f *indicator.Figure) []indicator.BandRow {
	if s.clusters {
		return rowsOf(f.Clusters, s.category)
	}
	return rowsOf(f.Bands, s.category)
}

// row gives the row of a post in a year, or nil.
func (s *staff) row(f *indicator.Figure, at post) *indicator.BandRow {
	rows := s.rows(f)
	if i := slices.IndexFunc(rows, func(r indicator.BandRow) bool { return postOf(r) == at }); i >= 0 {
		return &rows[i]
	}
	return nil
}

// postsOf lists the posts of some years, from the lowest up.
func (s *staff) postsOf(figures ...*indicator.Figure) []post {
	var all []post
	for _, f := range figures {
		for _, row := range s.rows(f) {
			if !slices.Contains(all, postOf(row)) {
				all = append(all, postOf(row))
			}
		}
	}
	slices.SortFunc(all, func(x, y post) int {
		return cmp.Or(cmp.Compare(x.cluster, y.cluster), cmp.Compare(x.band, y.band))
	})
	return all
}

// label names a post in a row: a cluster by its bands, and a band that is a part of
// another in from it, since it is never added.
func (s *staff) label(at post) string {
	if at.cluster == 0 {
		if _, part := at.band.PartOf(); part {
			return "  of which " + at.band.String()
		}
		return at.band.String()
	}
	return words.BandRange(s.clustered(at.cluster))
}

// named is a post in words: "Band 8c", "Bands 8c to VSM (cluster 4)", "Consultant".
func (s *staff) named(at post) string {
	switch name := at.band.String(); {
	case at.cluster != 0 && len(s.clustered(at.cluster)) == 1:
		return s.named(post{band: s.clustered(at.cluster)[0]})
	case at.cluster != 0:
		return fmt.Sprintf("Bands %s (cluster %d)", s.label(at), at.cluster)
	case name[0] >= '0' && name[0] <= '9':
		return "Band " + name
	default:
		return words.Capital(name)
	}
}

// clustered gives the bands of a cluster that have rows in any year.
func (s *staff) clustered(c model.Cluster) []model.Band {
	var in []model.Band
	for _, f := range s.years {
		for _, row := range rowsOf(f.Bands, s.category) {
			if s.Results.Settings.Clusters[row.Band] == c && !slices.Contains(in, row.Band) {
				in = append(in, row.Band)
			}
		}
	}
	return in
}

// unit is what a row is.
func (s *staff) unit() string {
	if s.clusters {
		return "cluster"
	}
	return "band"
}

// few reports whether a row is too small for a percentage on screen.
func (s *staff) few(row *indicator.BandRow) bool {
	return row.Total < s.Results.Settings.Thresholds.BandHeadcount
}

func (s *staff) fewWords() string {
	return fmt.Sprintf("fewer than %d staff, no percentage", s.Results.Settings.Thresholds.BandHeadcount)
}

// fewCell stands for a percentage of too few staff.
func (s *staff) fewCell() string {
	return fmt.Sprintf("<%d", s.Results.Settings.Thresholds.BandHeadcount)
}

// shareCell writes a row's share for a column of shares; with its percent sign or without.
func (s *staff) shareCell(row *indicator.BandRow, sign string) string {
	switch {
	case row == nil:
		return "–"
	case row.Refused || row.Share == nil:
		return words.Absent(row.Hidden.Share())
	case s.few(row):
		return s.fewCell()
	}
	text := s.Words.Percent(row.Share.Value)
	return text[:len(text)-1] + sign
}

// value gives a row's share where one may be drawn.
func (s *staff) value(row *indicator.BandRow) (float64, bool) {
	if row == nil || row.Refused || row.Share == nil || s.few(row) {
		return 0, false
	}
	return row.Share.Value, true
}

// finding gives what the list says of the bands of the category shown; where it says
// nothing of them, of the workforce. Nil where it says nothing.
func (s *staff) finding() *findings.Finding {
	for i := range s.findings {
		f := &s.findings[i]
		if (f.Topic == findings.Bands || f.Topic == findings.Senior) && f.Category == s.category {
			return f
		}
	}
	return s.trend()
}

// trend gives what the list says of all staff and how that moved.
func (s *staff) trend() *findings.Finding {
	for i := range s.findings {
		if f := &s.findings[i]; f.Topic == findings.Whole {
			return f
		}
	}
	return nil
}

// rowsOf gives the rows of a staff category, which stand together. They are those of the
// figure itself, to be read.
func rowsOf(rows []indicator.BandRow, c model.StaffCategory) []indicator.BandRow {
	for category, of := range indicator.ByCategory(rows) {
		if category == c {
			return of
		}
	}
	return nil
}

// count writes a group's count in a row.
func count(row *indicator.BandRow, g model.Group) string {
	return panel.Shown(row.Counts[g], row.Hidden.Groups[g])
}

// total writes the staff of a row.
func total(row *indicator.BandRow) string {
	return panel.Shown(&row.Total, row.Hidden.Total)
}

// fraction writes the counts behind a row's share: "33/273".
func fraction(row *indicator.BandRow) string {
	return count(row, model.BME) + "/" + total(row)
}
