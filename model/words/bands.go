package words

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
)

// bands is what is said of the workforce by pay band.
type bands struct{}

func (bands) name(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.BME) + " staff, all bands"
}

func (bands) unit(Voice, *indicator.Indicator) string { return "of all staff" }

func (bands) legend(Voice, *indicator.Indicator) string { return "% of all staff" }

func (bands) taken(Voice, *indicator.Indicator) string { return "share of all staff" }

func (bands) direction(Voice, *indicator.Indicator) string { return "" }

// sentence begins with seniority, which the indicator is for; the share of all staff is
// what it is seen against.
func (bands) sentence(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	return sentences(trendSentences(w, f, anyCategory), seniorSentence(w, f, anyCategory), clusterSentences(w, f, anyCategory), shareOfAll(w, f))
}

// shareOfAll says the share of all staff, and of how many the ethnicity is not known.
func shareOfAll(w Voice, f *indicator.Figure) string {
	g := f.Groups[model.BME]
	if g.Rate == nil || g.Events == nil {
		return "There is no " + w.Labels.Label(model.BME) + " share of all staff."
	}
	return fmt.Sprintf("Of all staff %s are %s (%s)%s.", w.Percent(g.Rate.Value), w.Labels.Label(model.BME), OfText(g), unknownOf(w, f))
}

// categories says which staff categories are meant.
type categories func(model.StaffCategory) bool

func anyCategory(model.StaffCategory) bool { return true }

// InCategory says what the bands of one staff category show.
func InCategory(w Voice, f *indicator.Figure, c model.StaffCategory) string {
	in := func(other model.StaffCategory) bool { return other == c }
	return sentences(trendSentences(w, f, in), seniorSentence(w, f, in), clusterSentences(w, f, in), bandsDoubt(w, f, in), incompleteSentence(f))
}

// BandsFinding is InCategory with what the extract notes of the bands, the race disparity
// ratio, and whether it stays so with all headlines of the year taken together.
func BandsFinding(w Voice, f *indicator.Figure, c model.StaffCategory, l indicator.Looks) string {
	stays := together(f, l)
	if stays != "" {
		stays = "That bands differ stays significant " + stays + "."
	}
	if !slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool { return row.Category == c && row.Verdict.Clear() }) {
		stays = ""
	}
	return sentences(noted(f), InCategory(w, f, c), disparitySentence(w, f, func(other model.StaffCategory) bool { return other == c }), stays)
}

// Workforce says what all staff together are, and how that moved.
func Workforce(w Voice, s *indicator.Series, f *indicator.Figure) string {
	return sentences(shareOfAll(w, f), stepSentence(w, s, f), incompleteSentence(f))
}

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
		return rowsStand(w, bands, func(rows []indicator.BandRow) string { return bandNames(bandsIn(rows)) }), 0
	case len(clusters) > 0:
		return rowsStand(w, clusters, func(rows []indicator.BandRow) string {
			var names []string
			for _, row := range rows {
				names = append(names, clusterName(clustered(w, f, row)))
			}
			return Listed(names)
		}), 0
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
	if !judged(f, c) {
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
	for i, row := range f.Clusters {
		if in(row.Category) && (i == 0 || f.Clusters[i-1].Category != row.Category) {
			said = append(said, clusterSentence(w, f, row.Category))
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

// unknownOf says of how many staff the ethnicity is not known; "" where nothing counts
// them.
func unknownOf(w Voice, f *indicator.Figure) string {
	u := f.Groups[model.Unknown]
	switch {
	case u.Events == nil:
		return ""
	case *u.Events == 0:
		return "; the ethnicity of everybody is recorded"
	}
	share := ""
	if u.Rate != nil {
		share = " (" + w.Percent(u.Rate.Value) + ")"
	}
	if f.NotStated != nil && *f.NotStated > 0 && *f.Unrecorded > 0 && *f.NotStated+*f.Unrecorded == *u.Events {
		return fmt.Sprintf("; ethnicity is not recorded for %s and not stated for %s%s", Thousands(*f.Unrecorded), Thousands(*f.NotStated), share)
	}
	return fmt.Sprintf("; ethnicity is not recorded or not stated for %s%s", StaffWords(*u.Events), share)
}

func (bands) verdict(w Voice, ind *indicator.Indicator, v judge.Verdict) string {
	return w.Labels.Short(ind.Compare) + " " + string(v)
}

func (bands) notTestable(Voice, *indicator.Indicator, *indicator.Figure) string { return "" }

// step says how the share moved, which is a fact, and whether that is a trend.
func (bands) step(w Voice, _ *indicator.Series, from, to *indicator.Figure, c indicator.Change) string {
	counts := fmt.Sprintf("(%s to %s staff)", OfText(from.Groups[model.BME]), OfText(to.Groups[model.BME]))
	distance, down := distance(w, c.Value.Value)
	moved := fmt.Sprintf("The share of all staff is %s %s on %s %s", map[bool]string{true: "down", false: "up"}[down], distance, c.From, counts)
	switch {
	case w.Points(c.Value.Value) == w.Points(0): // what prints as none
		return fmt.Sprintf("The share of all staff is the same as in %s %s.", c.From, strings.Replace(counts, " to ", " and ", 1))
	case c.Verdict.Unjudged():
		return moved + ", too few to judge whether that is a trend."
	case c.Verdict == judge.CannotTell:
		var unknown []string
		for _, f := range []*indicator.Figure{from, to} {
			if n := f.Groups[model.Unknown].Events; n != nil {
				unknown = append(unknown, fmt.Sprintf("%s in %s", Thousands(*n), f.Year))
			}
		}
		return fmt.Sprintf("%s. Whether that is a trend cannot be told: it depends on staff of unknown ethnicity (%s).", moved, strings.Join(unknown, ", "))
	case c.Verdict.Clear():
		return moved + ". An indicative test finds this to be evidence of a trend."
	}
	return moved + ". An indicative test finds no evidence of a trend."
}

func (bands) formula(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	g := f.Groups[model.BME]
	return fmt.Sprintf("share = %s = %s", fraction(g.Events, g.AtRisk), digits(g.Rate.Value))
}

func (bands) counts(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	return OfText(f.Groups[model.BME])
}

func (b bands) baseline(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	return b.counts(w, ind, f) + " staff"
}

func (bands) when(y model.Year) string { return "on " + y.Snapshot() }

func (bands) caveat() string { return everybodyCounted }

// Declared says of how many staff the ethnicity is known, and of those of whom it is
// not how many were asked: "97.9% of 1,863 staff (1,823); 12 not stated, 28 not
// recorded"; or that the source does not count them. It is "" without a headcount.
func (w Voice) Declared(f *indicator.Figure) string {
	staff, counted := f.Staff()
	share, known, all, ok := f.Declared()
	switch {
	case !counted:
		return ""
	case !ok:
		return Thousands(staff) + " staff; " + unknownNotCounted
	}
	s := fmt.Sprintf("%s of %s staff (%s)", w.Percent(share), Thousands(all), Thousands(known))
	if f.NotStated != nil {
		s += fmt.Sprintf("; %s not stated, %s not recorded", Thousands(*f.NotStated), Thousands(*f.Unrecorded))
	}
	return s + Without(f)
}

// unknownNotCounted is said in place of a share where nothing counts the unknown.
const unknownNotCounted = "the files do not count staff whose ethnicity is unknown"

// Known says of how many staff the ethnicity is recorded, in a sentence.
func Known(w Voice, f *indicator.Figure) string {
	share, known, _, ok := f.Declared()
	if !ok {
		return Capital(unknownNotCounted) + "."
	}
	return fmt.Sprintf("%s have their ethnicity recorded (%s).", w.Percent(share), Thousands(known))
}

// bandsDoubt names the bands that stand out from the rest of their staff category, each
// category by itself, and then the categories without one.
func bandsDoubt(w Voice, f *indicator.Figure, in categories) string {
	var said []string
	var none []model.StaffCategory
	all := true
	for start := 0; start < len(f.Bands); {
		end := start + 1
		for end < len(f.Bands) && f.Bands[end].Category == f.Bands[start].Category {
			end++
		}
		if c := f.Bands[start].Category; in(c) {
			out, some := categoryDoubt(w, f, f.Bands[start:end])
			if all = all && !some; !some && judged(f, c) {
				none = append(none, c)
			}
			said = append(said, out)
		}
		start = end
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
			out = append(out, string(v)+" in "+bandNames(in[v]))
		}
	}
	switch {
	case len(out) > 0:
		said = append(said, fmt.Sprintf("Against %s the share of %s staff is significantly %s.", rest, w.Labels.Label(model.BME), strings.Join(out, " and ")))
	case len(in[judge.NoClear]) == 0 && len(in[judge.TooFew]) > 0:
		said = append(said, "There are too few to judge any band"+whose+".")
	}
	if hang := in[judge.CannotTell]; len(hang) > 0 {
		said = append(said, fmt.Sprintf("Whether the share in %s%s differs cannot be told: it depends on %s of unknown ethnicity.", bandNames(hang), whose, StaffWords(hanging(f, rows, rows[0].Category))))
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

// categorised names the staff of some categories; "" where the source has none.
func categorised(f *indicator.Figure, of ...model.StaffCategory) string {
	if whose, _ := amongRest(f, model.AnyCategory); whose == "" {
		return ""
	}
	var names []string
	for _, c := range of {
		if c != model.AnyCategory {
			names = append(names, c.String())
		}
	}
	all := nonEmpty([]string{Listed(names)})
	if len(all) > 0 {
		all[0] += " staff"
	}
	if len(names) < len(of) {
		all = append(all, "staff without a category")
	}
	return Listed(all)
}

// bandNames lists bands: "band 7 and VSM", "bands 2, 3 and 8a", "the consultant grade".
func bandNames(bands []model.Band) string {
	var numbered, others []string
	for _, b := range bands {
		if name := bandName(b); name != b.String() && !b.Medical() {
			numbered = append(numbered, b.String())
		} else {
			others = append(others, name)
		}
	}
	if n := len(numbered); n > 0 {
		others = append([]string{plural(n, "band ", "bands ") + Listed(numbered)}, others...)
	}
	return Listed(others)
}

// trendSentences say whether the share moves as bands rise, once for all categories of
// which the same is to be said.
func trendSentences(w Voice, f *indicator.Figure, in categories) string {
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
			said = append(said, fmt.Sprintf("Whether the share of %s staff falls or rises with the bands%s cannot be told: it depends on %s of unknown ethnicity.", label, among, StaffWords(unknown)))
			continue
		}
		said = append(said, fmt.Sprintf("The share of %s staff %s as bands rise%s.", label, say, among))
	}
	return sentences(said...)
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
		parts = append(parts, fmt.Sprintf("%s of %s%s (%s of %s)%s", w.Percent(row.Share.Value), of, are, Thousands(*row.Counts[model.BME]), Thousands(row.Total), seniorVerdict(f, &row)))
	}
	if len(parts) == 0 {
		return ""
	}
	return "In bands 8c and above " + strings.Join(parts, ", and ") + "."
}

func seniorVerdict(f *indicator.Figure, row *indicator.BandRow) string {
	switch row.Verdict {
	case judge.NoVerdict:
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

// noted says what the extract notes of the bands.
func noted(f *indicator.Figure) string {
	if f.Note == "" || len(f.Bands) == 0 {
		return ""
	}
	return "The split by band is noted as " + strconv.Quote(f.Note) + "."
}

// Compared says with what the bands or clusters of a staff category are compared: the rest
// of it, which the whole of it and of the workforce stand for.
func Compared(w Voice, unit string, whole *indicator.BandRow, f *indicator.Figure, categories bool) string {
	if whole.Share == nil || f.Groups[model.BME].Rate == nil {
		return ""
	}
	label := w.Labels.Label(model.BME)
	share := func(e *stats.Estimate, lacks bool) string {
		if lacks {
			return w.Percent(e.Value) + IncompleteMark
		}
		return w.Percent(e.Value)
	}
	if !categories {
		return fmt.Sprintf("A %s is compared with the rest of the workforce. Of all of it %s are %s.", unit, share(whole.Share, whole.Refused), label)
	}
	return fmt.Sprintf("A %s is compared with the rest of the %s. Of all of them %s are %s, and of the whole workforce %s.",
		unit, CategoryStaff(whole.Category), share(whole.Share, whole.Refused), label, share(f.Groups[model.BME].Rate, f.Incomplete != nil))
}

// CategoryStaff names the staff of a category.
func CategoryStaff(c model.StaffCategory) string {
	if c == model.AnyCategory {
		return "staff without a category"
	}
	return c.String() + " staff"
}

// bandName names a band in a sentence: "band 8a", "VSM", "the trainee grade".
func bandName(b model.Band) string {
	switch s := b.String(); {
	case s[0] >= '0' && s[0] <= '9':
		return "band " + s
	case b.Medical():
		return "the " + strings.TrimSuffix(s, " grade") + " grade"
	default:
		return s
	}
}
