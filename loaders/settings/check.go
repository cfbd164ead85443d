package settings

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
)

// document is a settings file with the places of its keys.
type document struct {
	name   string
	places map[string]place // by key: "thresholds.small_count"
}

type place struct{ line, column int }

// find notes where each key stands. The document has been decoded, so it parses.
func (d *document) find(data []byte) {
	d.places = map[string]place{}
	var p unstable.Parser
	p.Reset(data)
	var table []string
	arrays := map[string]int{}
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = d.note(&p, nil, e)
			if e.Kind == unstable.ArrayTable {
				key := strings.Join(table, ".")
				table = append(table, strconv.Itoa(arrays[key]))
				arrays[key]++
				d.places[strings.Join(table, ".")] = d.places[key]
			}
		case unstable.KeyValue:
			d.noteValue(&p, table, e)
		}
	}
}

// note notes the place of an expression's key, and returns its path.
func (d *document) note(p *unstable.Parser, table []string, e *unstable.Node) []string {
	path := slices.Clone(table)
	it := e.Key()
	for it.Next() {
		path = append(path, string(it.Node().Data))
		if raw := it.Node().Raw; raw.Length > 0 {
			start := p.Shape(raw).Start
			d.places[strings.Join(path, ".")] = place{start.Line, start.Column}
		}
	}
	return path
}

// noteValue notes a key and, where its value is an inline table, the keys in it.
func (d *document) noteValue(p *unstable.Parser, table []string, e *unstable.Node) {
	path := d.note(p, table, e)
	if v := e.Value(); v != nil && v.Kind == unstable.InlineTable {
		it := v.Children()
		for it.Next() {
			if it.Node().Kind == unstable.KeyValue {
				d.noteValue(p, path, it.Node())
			}
		}
	}
}

// wrong is an error at a key.
func (d *document) wrong(key, message string) error {
	at := d.places[key]
	return &Error{File: d.name, Line: at.line, Column: at.column, Key: labels.Shown(key), Message: message}
}

// applyNumbers checks and takes the thresholds and the settings of the methods.
func (s *Settings) applyNumbers(d *document, own settingsFile) error {
	into := &s.labels.Settings
	for _, n := range []struct {
		key      string
		given    *int
		into     *int
		min, max int
	}{
		{"thresholds.small_count", own.Thresholds.SmallCount, &into.Thresholds.SmallCount, minSmallCount, maxSmallCount},
		{"thresholds.few_events", own.Thresholds.FewEvents, &into.Thresholds.FewEvents, 0, maxThreshold},
		{"thresholds.band_headcount", own.Thresholds.BandHeadcount, &into.Thresholds.BandHeadcount, 0, maxThreshold},
		{"thresholds.missing_ethnicity", own.Thresholds.Missing, &into.Thresholds.MissingEthnicity, 0, 100},
		{"disclosure.uniform_row", own.Disclosure.UniformRow, &into.Disclosure.UniformRow, 0, maxThreshold},
		{"disclosure.survey_respondents", own.Disclosure.SurveyRespondents, &into.Disclosure.SurveyRespondents, 0, maxThreshold},
		{"settings.indicator3_years", own.Settings.Indicator3Years, &into.Indicator3Years, 1, 2},
		{"settings.decimals", own.Settings.Decimals, &into.Decimals, 0, 3},
	} {
		if n.given == nil {
			continue
		}
		if *n.given < n.min || *n.given > n.max {
			return d.wrong(n.key, fmt.Sprintf("%s is %d; give a whole number from %d to %d", n.key, *n.given, n.min, n.max))
		}
		*n.into = *n.given
	}
	if level := own.Settings.Level; level != nil {
		if !(*level >= 0.5 && *level <= 0.999) { // NaN is outside too
			return d.wrong("settings.level", fmt.Sprintf("settings.level is %v; give a number from 0.5 to 0.999, such as 0.95", *level))
		}
		into.Level = *level
	}
	return nil
}

// applyDisclosure takes how a publication view hides, and what.
func (s *Settings) applyDisclosure(d *document, own settingsFile) error {
	into := &s.labels.Settings.Disclosure
	round := false
	for _, c := range []struct {
		key     string
		given   *string
		allowed []string // the second is the one that is set
		set     *bool
	}{
		{"disclosure.method", own.Disclosure.Method, []string{model.HideMethod, model.RoundMethod}, &round},
		{"disclosure.unknown_total", own.Disclosure.UnknownTotal, []string{"show", "protect"}, &into.UnknownTotals},
		{"disclosure.board", own.Disclosure.Board, []string{"protect", "show"}, &into.ShowBoard},
	} {
		if c.given == nil {
			continue
		}
		at := slices.Index(c.allowed, *c.given)
		if at < 0 {
			var quoted []string
			for _, word := range c.allowed {
				quoted = append(quoted, strconv.Quote(word))
			}
			return d.wrong(c.key, fmt.Sprintf("%s is %s; give %s", c.key, labels.Quoted(*c.given), labels.Listed(quoted, "or")))
		}
		*c.set = at == 1
	}
	return s.applyRounding(d, own, round)
}

// The rounding of method round: the base where none is given, and the small_count that goes
// with it, as NHS England has it.
const (
	roundBase       = 5
	roundSmallCount = 8
)

// applyRounding takes the base to which counts are rounded. No count may be rounded to
// nought, which is shown as what it is.
func (s *Settings) applyRounding(d *document, own settingsFile, round bool) error {
	into, base := &s.labels.Settings, roundBase
	if given := own.Disclosure.Base; given != nil {
		if base = *given; base != 5 && base != 10 {
			return d.wrong("disclosure.base", fmt.Sprintf("disclosure.base is %d; give 5 or 10", base))
		}
		if own.Disclosure.Method == nil {
			return d.wrong("disclosure.base", fmt.Sprintf("disclosure.base is of method = %q; give that as well, or take base away", model.RoundMethod))
		}
	}
	if !round {
		return nil // whoever goes back to hiding may leave the base where it is
	}
	into.Disclosure.Base, into.Disclosure.SmallCount = base, roundSmallCount
	if own.Thresholds.SmallCount != nil {
		into.Disclosure.SmallCount = into.Thresholds.SmallCount
	}
	if least := base / 2; into.Disclosure.SmallCount < least {
		return d.wrong("thresholds.small_count", fmt.Sprintf("thresholds.small_count is %d; with disclosure.base %d give %d to %d, or a count of %d would be rounded to 0",
			into.Disclosure.SmallCount, base, least, maxSmallCount, into.Disclosure.SmallCount))
	}
	return nil
}

// The bounds of small_count: with 2 a hidden count could only be 1, so that hiding it
// would tell it, and above 16 little would be left to publish.
const (
	minSmallCount = 3
	maxSmallCount = 16
)

// maxThreshold bounds the thresholds: more would hide whole organisations.
const maxThreshold = 1000

// applyBands takes clusters and tiers. A list says all the bands of its cluster:
// a band that stood there by default and is in no list has none.
func (s *Settings) applyBands(d *document, own settingsFile) error {
	into := &s.labels.Settings
	seen := map[model.Band]string{}
	for _, number := range slices.Sorted(maps.Keys(own.Clusters)) {
		key := "clusters." + number
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > model.ClusterCount || strconv.Itoa(n) != number {
			return d.wrong(key, fmt.Sprintf("there is no cluster %s; give 1 to %d", labels.Quoted(number), model.ClusterCount))
		}
		for b, c := range into.Clusters {
			if _, listed := seen[model.Band(b)]; int(c) == n && !listed {
				into.Clusters[b] = 0
			}
		}
		bands, err := d.bandList(key, own.Clusters[number], seen)
		if err != nil {
			return err
		}
		for _, b := range bands {
			into.Clusters[b] = model.Cluster(n)
		}
	}
	seen = map[model.Band]string{}
	for i, list := range [][]string{own.Tiers.Lower, own.Tiers.Middle, own.Tiers.Upper} {
		tier := model.Lower + model.Tier(i)
		if list == nil {
			continue
		}
		for b, t := range into.Tiers {
			if _, listed := seen[model.Band(b)]; t == tier && !listed {
				into.Tiers[b] = model.NoTier
			}
		}
		bands, err := d.bandList("tiers."+tier.String(), list, seen)
		if err != nil {
			return err
		}
		for _, b := range bands {
			into.Tiers[b] = tier
		}
	}
	return nil
}

// bandList reads a list of bands, none of which stands in a list seen before.
func (d *document) bandList(key string, names []string, seen map[model.Band]string) ([]model.Band, error) {
	var bands []model.Band
	for _, name := range names {
		b, ok := model.ParseBand(name)
		if !ok || b == model.AnyBand {
			return nil, d.wrong(key, fmt.Sprintf(labels.NotBand, labels.Quoted(name)))
		}
		if other, twice := seen[b]; twice {
			return nil, d.wrong(key, fmt.Sprintf("band %s stands in %s too; give it once", b, other))
		}
		seen[b] = key
		bands = append(bands, b)
	}
	return bands, nil
}

// applyReworded takes the list of reworded survey questions in place of the
// default one.
func (s *Settings) applyReworded(d *document, own settingsFile) error {
	if len(own.Reworded) == 0 {
		return nil
	}
	s.labels.Settings.Reworded = nil
	for i, r := range own.Reworded {
		key := "reworded." + strconv.Itoa(i)
		asked := kinds.Serving(kinds.Survey)
		id, ok := labels.ParseIndicator(r.Indicator, asked)
		what := csvfile.Clean(r.What)
		switch {
		case !ok:
			return d.wrong(key, "a reworded question needs its indicator, in quotes: "+labels.Listed(asked, "or"))
		case !model.Year(r.Survey).Valid():
			return d.wrong(key, "a reworded question needs survey, the year of the first survey with the new words, such as 2025")
		case what == "":
			return d.wrong(key, "a reworded question needs what, a few words on what changed")
		}
		s.labels.Settings.Reworded = append(s.labels.Settings.Reworded, model.Reworded{Indicator: id, Survey: r.Survey, What: what})
	}
	return nil
}
