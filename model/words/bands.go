package words

import (
	"fmt"
	"slices"
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
	return sentences(senioritySentences(w, f, anyCategory), clusterSentences(w, f, anyCategory), shareOfAll(w, f))
}

// shareOfAll says the share of all staff, and of how many the ethnicity is not known.
func shareOfAll(w Voice, f *indicator.Figure) string {
	g := f.Groups[model.BME]
	if g.HiddenRate() {
		return "The " + w.Labels.Label(model.BME) + " share of all staff " + isHidden + "."
	}
	if g.Rate == nil || g.Events == nil {
		return "There is no " + w.Labels.Label(model.BME) + " share of all staff."
	}
	return fmt.Sprintf("Of all staff %s are %s (%s)%s.", w.Percent(g.Rate.Value), w.Labels.Label(model.BME), OfText(g), unknownOf(w, f))
}

// categories says which staff categories are meant.
type categories func(model.StaffCategory) bool

func anyCategory(model.StaffCategory) bool { return true }

// Told is what is said of a finding, in sentences: what its extract notes of it, what it
// shows, and how sure that is, of which Why is the part that says why it is not significant
// or cannot be told. All but Said may be empty.
type Told struct{ Noted, Said, Doubt, Why string }

// All is all of it.
func (t Told) All() string { return sentences(t.Noted, t.Said, t.Doubt) }

// BandsFinding says what the bands of one staff category show, with what the extract notes
// of the bands, the race disparity ratio, and whether it stays so with all headlines of the
// year taken together.
func BandsFinding(w Voice, f *indicator.Figure, c model.StaffCategory, l indicator.Looks) Told {
	in := func(other model.StaffCategory) bool { return other == c }
	stays := together(f, l)
	if stays != "" {
		stays = "That bands differ is still significant " + stays + "."
	}
	if !slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool { return row.Category == c && row.Verdict.Clear() }) {
		stays = ""
	}
	said, single := sentences(senioritySentences(w, f, in), clusterSentences(w, f, in)), bandsDoubt(w, f, in)
	if said == "" { // what there is to say is of single bands
		said, single = single, ""
	}
	if HiddenIn(f, c) {
		said = sentences(bandsHidden(f, c), said)
	}
	return Told{Noted: Noted(f), Said: said, Doubt: sentences(single, incompleteSentence(f), disparitySentence(w, f, in), stays)}
}

// Workforce says what all staff together are, and how that moved.
func Workforce(w Voice, s *indicator.Series, f *indicator.Figure) Told {
	return Told{Said: shareOfAll(w, f), Doubt: sentences(stepSentence(w, s, f), incompleteSentence(f))}
}

// unknownOf says of how many staff the ethnicity is not known; "" where nothing counts
// them.
func unknownOf(w Voice, f *indicator.Figure) string {
	u := f.Groups[model.Unknown]
	switch {
	case u.HiddenEvents:
		return "; the number of staff whose ethnicity is not recorded or not stated is hidden " + HiddenMark
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

// trendEvidence is behind a change of what everybody is counted in: that it changed is a
// fact, and what is tested is whether chance alone would bring as much.
const trendEvidence = ". A change of this size is evidence of a trend."

// step says how the share moved, which is a fact, and whether that is a trend.
func (bands) step(w Voice, _ *indicator.Series, from, to *indicator.Figure, c indicator.Change) string {
	before, now := OfText(from.Groups[model.BME]), OfText(to.Groups[model.BME])
	counts := fmt.Sprintf("(%s to %s staff)", before, now)
	distance, down := Distance(w, c.Value.Value)
	moved := fmt.Sprintf("The share of all staff is %s %s on %s %s", map[bool]string{true: "down", false: "up"}[down], distance, c.From, counts)
	switch {
	case PointsNumber(c.Value.Value, max(w.Decimals, 1)) == PointsNumber(0, max(w.Decimals, 1)): // what prints as none
		same := "(" + before + " and " + now + " staff)"
		if before == now {
			same = "(" + now + " staff in both years)"
		}
		return fmt.Sprintf("The share of all staff is the same as in %s %s.", c.From, same)
	case c.Verdict == judge.Rounded:
		return moved + ". Whether that is a trend " + string(c.Verdict) + "."
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
		return moved + trendEvidence
	}
	return moved + ". A change of this size is not evidence of a trend."
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
	case f.Groups[model.Unknown].HiddenEvents:
		return Thousands(staff) + " staff; " + HiddenMark + " of unknown ethnicity"
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
	if f.Groups[model.Unknown].HiddenEvents {
		return "The number of staff whose ethnicity is not recorded is hidden " + HiddenMark + "."
	}
	if !ok {
		return Capital(unknownNotCounted) + "."
	}
	return fmt.Sprintf("%s have their ethnicity recorded (%s).", w.Percent(share), Thousands(known))
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

// BandNames lists bands: "band 7 and VSM", "bands 2, 3 and 8a", "the consultant grade".
func BandNames(bands []model.Band) string {
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

// Noted says what the extract notes of the bands; "" where it notes nothing.
func Noted(f *indicator.Figure) string {
	if f.Note == "" || len(f.Bands) == 0 {
		return ""
	}
	return "The figures by pay band come with the note " + Quoted(f.Note) + "."
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

// RowName names a band or a cluster where it names a row of a table: "Band 8a", "Cluster 1
// (bands 2 to 4)".
func RowName(w Voice, f *indicator.Figure, row *indicator.BandRow) string {
	if row.Cluster == 0 {
		name := Capital(strings.TrimPrefix(bandName(row.Band), "the "))
		if _, part := row.Band.PartOf(); part {
			name = "of which " + strings.ToLower(name)
		}
		return name
	}
	bands := clustered(w, f, *row)
	return fmt.Sprintf("Cluster %d (%s%s)", row.Cluster, plural(len(bands), "band ", "bands "), BandRange(bands))
}
