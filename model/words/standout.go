package words

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// BandsVerdict says in a few words what the bands of a staff category come to: what
// seniority does first, then the bands or clusters that stand out, then that it cannot be
// told. Unknown is how many staff of unknown ethnicity it hangs on then.
func BandsVerdict(w Voice, f *indicator.Figure, c model.StaffCategory) (text string, unknown int) {
	var trend, above judge.Verdict
	for _, t := range f.Trends {
		if t.Category == c {
			trend = t.Verdict
		}
	}
	senior := f.SeniorRow(c)
	if senior != nil {
		above = senior.Verdict
	}
	label := w.Labels.Short(model.BME)
	hidden := HiddenIn(f, c)
	bands, clusters := clearRows(f.Bands, c), clearRows(f.Clusters, c)
	switch {
	case above == judge.Lower:
		return "fewer " + label + " staff in senior bands", 0
	case above == judge.Higher:
		return "more " + label + " staff in senior bands", 0
	case trend == judge.Lower: // the senior bands by themselves may be too few, or like the rest
		return label + " share falls as bands rise", 0
	case trend == judge.Higher:
		return label + " share rises as bands rise", 0
	case len(bands) > 0:
		return rowsStand(w, bands, func(rows []indicator.BandRow) string { return BandNames(bandsIn(rows)) }), 0
	case len(clusters) > 0:
		return rowsStand(w, clusters, func(rows []indicator.BandRow) string {
			var names []string
			for _, row := range rows {
				names = append(names, clusterName(clustered(w, f, row)))
			}
			return Listed(names)
		}), 0
	case hidden:
		return "verdict hidden " + HiddenMark, 0
	case above == judge.CannotTell:
		return "senior bands cannot be told", f.Hangs(senior)
	}
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters} {
		if unknown = hanging(f, rows, c); unknown > 0 {
			return "some bands cannot be told", unknown
		}
	}
	if trend == judge.CannotTell {
		return "trend over the bands cannot be told", 0
	}
	switch {
	case Rounded(f, c):
		return roundedShort, 0
	case !judged(f, c):
		return string(judge.TooFew), 0
	}
	return "no band stands out", 0
}

// hanging gives the staff of unknown ethnicity on whom it depends whether rows of a category
// differ that cannot be told; 0: all can.
func hanging(f *indicator.Figure, rows []indicator.BandRow, c model.StaffCategory) int {
	own, most := 0, 0
	for i := range rows {
		if row := &rows[i]; row.Category == c && row.Verdict == judge.CannotTell {
			own, most = own+row.Unknown(), max(most, f.Hangs(row))
		}
	}
	return max(own, most) // where one row has none it is those of its category
}

// clearRows gives the rows of a category that stand out.
func clearRows(rows []indicator.BandRow, c model.StaffCategory) []indicator.BandRow {
	return slices.DeleteFunc(slices.Clone(rows), func(row indicator.BandRow) bool { return row.Category != c || !row.Verdict.Clear() })
}

func bandsIn(rows []indicator.BandRow) []model.Band {
	var bands []model.Band
	for _, row := range rows {
		bands = append(bands, row.Band)
	}
	return bands
}

// rowsStand says of rows that stand out where the share is low and where it is high.
func rowsStand(w Voice, rows []indicator.BandRow, names func([]indicator.BandRow) string) string {
	var said []string
	for _, v := range []judge.Verdict{judge.Lower, judge.Higher} {
		if of := slices.DeleteFunc(slices.Clone(rows), func(row indicator.BandRow) bool { return row.Verdict != v }); len(of) > 0 {
			said = append(said, string(v)+" in "+names(of))
		}
	}
	return w.Labels.Short(model.BME) + " share " + Listed(said)
}

// clusterSentences say which clusters of bands stand out in each staff category that have no
// band that does by itself. Of the bands 8c and above more is said.
func clusterSentences(w Voice, f *indicator.Figure, in categories) string {
	var said []string
	for c := range indicator.ByCategory(f.Clusters) {
		if in(c) {
			said = append(said, clusterSentence(w, f, c))
		}
	}
	return sentences(said...)
}

func clusterSentence(w Voice, f *indicator.Figure, c model.StaffCategory) string {
	_, rest := amongRest(f, c)
	var said []string
	for _, row := range clearRows(f.Clusters, c) {
		bands := clustered(w, f, row)
		alone := slices.ContainsFunc(f.Bands, func(b indicator.BandRow) bool {
			return b.Category == c && b.Verdict == row.Verdict && slices.Contains(bands, b.Band)
		})
		senior := slices.ContainsFunc(f.Senior, func(s indicator.BandRow) bool {
			return s.Category == c && s.Total == row.Total && s.Verdict == row.Verdict
		})
		if !alone && !senior {
			said = append(said, fmt.Sprintf("%s in %s (%s, %s of %s)", row.Verdict, clusterName(bands), w.Percent(row.Share.Value), Thousands(*row.Counts[model.BME]), Thousands(row.Total)))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return fmt.Sprintf("Against %s the share of %s staff is significantly %s.", rest, w.Labels.Label(model.BME), Listed(said))
}

// clustered gives the bands of a cluster that have staff.
func clustered(w Voice, f *indicator.Figure, cluster indicator.BandRow) []model.Band {
	var bands []model.Band
	for _, row := range f.Bands {
		if row.Category == cluster.Category && slices.Contains(w.Clusters[cluster.Cluster], row.Band) {
			bands = append(bands, row.Band)
		}
	}
	return bands
}

// clusterName names a cluster by its bands: "bands 2 to 4 together".
func clusterName(bands []model.Band) string {
	if len(bands) == 1 {
		return "the cluster of " + bandName(bands[0])
	}
	return "bands " + BandRange(bands) + " together"
}

// bandsDoubt names the bands that stand out from the rest of their staff category, each
// category by itself, and then the categories without one.
func bandsDoubt(w Voice, f *indicator.Figure, in categories) string {
	var said []string
	var none []model.StaffCategory
	all := true
	for c, rows := range indicator.ByCategory(f.Bands) {
		if !in(c) {
			continue
		}
		out, some := categoryDoubt(w, f, rows)
		if all = all && !some; !some && judged(f, c) {
			none = append(none, c)
		}
		said = append(said, out)
	}
	switch among := categorised(f, none...); {
	case len(none) == 0:
	case all || among == "":
		said = append([]string{"No single band stands out."}, said...)
	default:
		said = append(said, "Among "+among+" no single band stands out.")
	}
	return sentences(said...)
}

// categoryDoubt says which bands of a category stand out or cannot be judged, and whether
// some do stand out.
func categoryDoubt(w Voice, f *indicator.Figure, rows []indicator.BandRow) (text string, some bool) {
	in := map[judge.Verdict][]model.Band{}
	for _, row := range rows {
		in[row.Verdict] = append(in[row.Verdict], row.Band)
	}
	whose, rest := amongRest(f, rows[0].Category)
	var said, out []string
	for _, v := range []judge.Verdict{judge.Lower, judge.Higher} {
		if len(in[v]) > 0 {
			out = append(out, string(v)+" in "+BandNames(in[v]))
		}
	}
	switch {
	case len(in[judge.Rounded]) > 0:
		said = append(said, fmt.Sprintf("Whether a band%s stands out %s.", whose, judge.Rounded))
	case len(out) > 0:
		said = append(said, fmt.Sprintf("Against %s the share of %s staff is significantly %s.", rest, w.Labels.Label(model.BME), strings.Join(out, " and ")))
	case len(in[judge.NoClear]) == 0 && len(in[judge.TooFew]) > 0:
		said = append(said, "There are too few to judge any band"+whose+".")
	}
	if hang := in[judge.CannotTell]; len(hang) > 0 {
		said = append(said, fmt.Sprintf("Whether the share in %s%s differs cannot be told: it depends on %s of unknown ethnicity.", BandNames(hang), whose, StaffWords(hanging(f, rows, rows[0].Category))))
	}
	return strings.Join(said, " "), len(out) > 0
}

// amongRest names the staff of a category, after a band of it, and the rest of them, after
// one that is taken out. Where no row has a category there is only the workforce.
func amongRest(f *indicator.Figure, c model.StaffCategory) (whose, rest string) {
	if c != model.AnyCategory {
		return " of " + c.String() + " staff", "the rest of " + c.String() + " staff"
	}
	for _, row := range f.Bands {
		if row.Category != c {
			return " of staff without a category", "the rest of those without a staff category"
		}
	}
	return "", "the rest of the workforce"
}

// senioritySentences say whether the share moves as bands rise and what the bands 8c and
// above come to. A trend that cannot be told comes last: it depends on the unknown of every
// band, and what is said of the senior bands on their own.
func senioritySentences(w Voice, f *indicator.Figure, in categories) string {
	moves, open := trendSentences(w, f, in)
	return sentences(moves, seniorSentence(w, f, in), open)
}

// trendSentences say whether the share moves as bands rise, once for all categories of
// which the same is to be said; open says of which that cannot be told.
func trendSentences(w Voice, f *indicator.Figure, in categories) (moves, open string) {
	label := w.Labels.Label(model.BME)
	of := map[string][]model.StaffCategory{}
	var order []string
	unknown := 0
	for _, t := range f.Trends {
		say := "neither falls nor rises significantly"
		switch {
		case !in(t.Category):
			continue
		case t.Verdict == judge.CannotTell:
			say, unknown = "", unknown+t.Unknown
		case t.Verdict.Unjudged() || !t.Verdict.Clear() && !judged(f, t.Category):
			continue
		case t.Verdict.Clear() && t.Falling:
			say = "falls significantly"
		case t.Verdict.Clear():
			say = "rises significantly"
		}
		if len(of[say]) == 0 {
			order = append(order, say)
		}
		of[say] = append(of[say], t.Category)
	}
	var said []string
	for _, say := range order {
		among := categorised(f, of[say]...)
		if among != "" {
			among = " among " + among + plural(len(of[say]), "", " alike")
		}
		if say == "" {
			open = fmt.Sprintf("Whether the share of %s staff falls or rises with the bands%s cannot be told: over all bands that depends on %s of unknown ethnicity.", label, among, StaffWords(unknown))
			continue
		}
		said = append(said, fmt.Sprintf("The share of %s staff %s as bands rise%s.", label, say, among))
	}
	return sentences(said...), open
}

// Rounded reports whether the bands of a category cannot be judged because counts are rounded.
func Rounded(f *indicator.Figure, c model.StaffCategory) bool {
	return slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool { return row.Category == c && row.Verdict == judge.Rounded })
}

// judged reports whether a band of a category was judged: it was large enough, and whether it
// differs does not hang on the unknown.
func judged(f *indicator.Figure, c model.StaffCategory) bool {
	return slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool {
		return row.Category == c && (row.Verdict.Clear() || row.Verdict == judge.NoClear)
	})
}

// seniorSentence says what the bands 8c and above come to, in each staff category.
func seniorSentence(w Voice, f *indicator.Figure, in categories) string {
	var parts []string
	for _, row := range f.Senior {
		if !in(row.Category) {
			continue
		}
		of := categorised(f, row.Category)
		if of == "" {
			of = "staff"
		}
		are := ""
		if len(parts) == 0 {
			are = " are " + w.Labels.Label(model.BME)
		}
		if row.Share == nil {
			continue // hidden, as the row says where it stands
		}
		share, few := BandShare(w, &row)
		said := fmt.Sprintf("%s of %s%s (%s)", share, of, are, bandCounts(&row))
		if few {
			said = share + " " + of + are
		}
		parts = append(parts, said+seniorVerdict(f, &row))
	}
	if len(parts) == 0 {
		return ""
	}
	return "In bands 8c and above " + strings.Join(parts, ", and ") + "."
}

func seniorVerdict(f *indicator.Figure, row *indicator.BandRow) string {
	switch row.Verdict {
	case judge.NoVerdict, judge.Rounded:
		return ""
	case judge.Lower, judge.Higher:
		return ", significantly " + string(row.Verdict) + " than in the other bands"
	case judge.NoClear:
		return ", no significant difference from the other bands"
	case judge.CannotTell:
		return ": whether that differs from the other bands depends on " + StaffWords(f.Hangs(row)) + " of unknown ethnicity"
	}
	return ", " + string(row.Verdict)
}
