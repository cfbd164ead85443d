package export

import (
	"slices"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
)

const summarySchema = "wres-summary/1"

// The schema wres-summary/1, whose keys are promised to scripts: keys are added
// and never renamed, and what is undefined is null.
type (
	summaryDoc struct {
		Schema       string          `json:"schema"`
		Organisation string          `json:"organisation"`
		View         string          `json:"view"`
		Disclosure   *disclosureDoc  `json:"disclosure"`
		Years        []int           `json:"years"`
		Indicators   []indicatorDoc  `json:"indicators"`
		Disparity    []disparityDoc  `json:"disparity"`
		Findings     []string        `json:"findings"`
		KeyFindings  []keyFindingDoc `json:"key_findings"`
		Plan         outlookDoc      `json:"plan"`
		Comparisons  comparisonsDoc  `json:"comparisons"`
		Problems     []problemDoc    `json:"problems"`
	}
	comparisonsDoc struct { // that the findings rest on
		Made      int      `json:"made"`
		ByChance  decimal  `json:"by_chance"`
		Headlines int      `json:"headlines"`
		StayClear []string `json:"stay_clear"` // by Holm's method over the headlines
	}
	indicatorDoc struct {
		ID      string      `json:"id"`
		Title   string      `json:"title"`
		Years   []yearDoc   `json:"years"`
		Changes []changeDoc `json:"changes"`
	}
	yearDoc struct {
		Year       int                  `json:"year"`
		Status     string               `json:"status"`
		Reason     string               `json:"reason"`
		Incomplete *incompleteDoc       `json:"incomplete"`
		Groups     *groupsDoc           `json:"groups"`
		Total      *totalDoc            `json:"total"`
		Ratio      shown[ratioDoc]      `json:"ratio"`
		Difference shown[differenceDoc] `json:"difference"`
		Test       shown[testDoc]       `json:"test"`
		FourFifths shown[string]        `json:"four_fifths"`
		Verdict    shown[string]        `json:"verdict"`
		HolmP      shown[decimal]       `json:"holm_p"` // of the headline, over all headlines of the year
		StaysClear shown[bool]          `json:"stays_clear"`
		Detectable shown[decimal]       `json:"detectable_ratio"`
		Parity     shown[parityDoc]     `json:"parity"`
		Unknowns   shown[boundsDoc]     `json:"unknown_bounds"`
		Adjusted   shown[adjustedDoc]   `json:"adjusted"`
		Warnings   []string             `json:"warnings"`
		Categories []categoryDoc        `json:"categories"` // of the workforce
		Rows       []any                `json:"rows"`
	}
	incompleteDoc struct { // what the figure lacks, and the people in it
		Rows    int        `json:"rows"`
		Cells   int        `json:"cells"`
		Members int        `json:"organisations,omitempty"` // of several, whose figures are not whole
		AtLeast shown[int] `json:"at_least"`
		AtMost  shown[int] `json:"at_most"`
	}
	adjustedDoc struct { // the ratio within the strata, pooled over them
		By string `json:"by"`
		methodDoc
		Strata       int      `json:"strata"`
		HomogeneityP *decimal `json:"homogeneity_p"`
	}
	boundsDoc struct { // of the ratio, whoever the people of unknown ethnicity are
		Lower decimal  `json:"lower"`
		Upper *decimal `json:"upper"`
	}
	groupsDoc struct {
		White   groupDoc `json:"white"`
		BME     groupDoc `json:"bme"`
		Unknown groupDoc `json:"unknown"`
	}
	groupDoc struct {
		Events shown[int]     `json:"events"`
		AtRisk shown[int]     `json:"at_risk"`
		Rate   shown[decimal] `json:"rate"`
		shownLimits
	}
	ratioDoc struct {
		Value decimal `json:"value"`
		limitsDoc
		Level     decimal `json:"level"`
		Method    *string `json:"method"`
		Compare   string  `json:"compare"`
		Reference string  `json:"reference"`
	}
	testDoc struct {
		Method  string  `json:"method"`
		P       decimal `json:"p"`
		MidP    decimal `json:"mid_p"`
		FisherP decimal `json:"fisher_p"`
	}
	rowDoc struct {
		White       shown[int]     `json:"white"`
		BME         shown[int]     `json:"bme"`
		Unknown     shown[int]     `json:"unknown"`
		Rest        shown[int]     `json:"rest"` // White or not known: all but BME
		Total       shown[int]     `json:"total"`
		BMERate     shown[decimal] `json:"bme_rate"`
		shownLimits                // of bme_rate
	}
	standingDoc struct {
		Residual  shown[decimal] `json:"residual"`
		P         shown[decimal] `json:"p"`
		AdjustedP shown[decimal] `json:"adjusted_p"`
		Verdict   shown[string]  `json:"verdict"`
	}
	bandDoc struct {
		StaffCategory *string `json:"staff_category"`
		Band          string  `json:"band"`
		rowDoc
		standingDoc
	}
	clusterDoc struct {
		StaffCategory *string `json:"staff_category"`
		Cluster       int     `json:"cluster"`
		rowDoc
		standingDoc
	}
	partDoc struct {
		Part string `json:"part"`
		groupsDoc
		Ratio      shown[ratioDoc]      `json:"ratio"`
		Difference shown[differenceDoc] `json:"difference"`
		Verdict    shown[string]        `json:"verdict"`
		Warnings   []string             `json:"warnings"`
	}
	boardDoc struct {
		Board string `json:"board"`
		rowDoc
		WorkforceRate shown[decimal]       `json:"workforce_bme_rate"`
		Difference    shown[differenceDoc] `json:"difference"`
		ByLot         shown[lotDoc]        `json:"by_lot"` // of the whole board
	}
	lotDoc struct { // as few of the group or fewer, as many or more, were the members drawn by lot from the workforce
		AsFew  decimal `json:"as_few"`
		AsMany decimal `json:"as_many"`
		MidP   decimal `json:"mid_p"`
	}
	changeDoc struct {
		From  int            `json:"from"`
		To    int            `json:"to"`
		Group *string        `json:"group"`
		Value shown[decimal] `json:"value"`
		shownLimits
		P        shown[decimal] `json:"p"`
		Of       string         `json:"of"`
		Reworded bool           `json:"reworded"` // the question differs: the value is no change
	}
	disparityDoc struct {
		Year          int            `json:"year"`
		StaffCategory *string        `json:"staff_category"`
		From          string         `json:"from"`
		To            string         `json:"to"`
		Value         shown[decimal] `json:"value"`
		shownLimits
		Counts   shown[tiersDoc] `json:"counts"`
		Warnings []string        `json:"warnings"`
	}
)

// summarizer makes the document of one summary.
type summarizer struct {
	report.Safe
	voice words.Voice
}

func summaryOf(p report.Summary, s report.Safe) summaryDoc {
	z := summarizer{s, words.For(p.Results.Settings)}
	doc := summaryDoc{
		Schema: summarySchema, Organisation: s.Line(p.Results.Organisation), View: viewName(p.Results),
		Years: []int{}, Indicators: []indicatorDoc{}, Disparity: []disparityDoc{},
		Findings: []string{}, Problems: []problemDoc{},
	}
	if !p.Results.Publication { // messages about files quote counts
		doc.Problems = problemsOf(p.Report.Problems, s)
	}
	found := findings.Of(p.Results, p.Year(), p.Actions)
	doc.Findings = z.lines(findings.Sentences(slices.DeleteFunc(slices.Clone(found), func(f findings.Finding) bool { return f.Kind == findings.NoFigures })))
	doc.KeyFindings, doc.Plan = keyFindingsOf(found, s), planOf(p.Outlook, found, s)
	l := p.Results.Looks(p.Year())
	doc.Comparisons = comparisonsDoc{l.Made, decimal(l.ByChance), l.Headlines, append([]string{}, l.StayClear...)}
	for _, y := range p.Results.Years {
		doc.Years = append(doc.Years, int(y))
	}
	for i := range p.Results.Series {
		doc.Indicators = append(doc.Indicators, z.series(&p.Results.Series[i]))
	}
	for _, d := range p.Results.Disparity() {
		doc.Disparity = append(doc.Disparity, z.disparity(d))
	}
	doc.Disclosure = disclosureOf(p.Results, doc.Indicators, doc.Disparity)
	return doc
}

// lines makes safe lines of texts, and an empty list of none.
func (z summarizer) lines(texts []string) []string {
	safe := []string{}
	for _, text := range texts {
		safe = append(safe, z.Line(text))
	}
	return safe
}

func (z summarizer) series(series *indicator.Series) indicatorDoc {
	doc := indicatorDoc{ID: series.Indicator.ID, Title: series.Indicator.Title, Years: []yearDoc{}, Changes: []changeDoc{}}
	for i := range series.Figures {
		doc.Years = append(doc.Years, z.figure(series.Indicator, &series.Figures[i]))
	}
	for _, c := range series.Changes {
		doc.Changes = append(doc.Changes, changeDoc{
			From: int(c.From), To: int(c.To), Group: filled(c.Group),
			Value: shown[decimal]{valueOf(c.Value), c.Hidden}, shownLimits: limitsShown(c.Value, c.Hidden), P: shown[decimal]{decimalOf(c.P), c.Hidden},
			Of: string(c.Of), Reworded: c.Reworded,
		})
	}
	return doc
}

func (z summarizer) figure(ind *indicator.Indicator, f *indicator.Figure) yearDoc {
	doc := yearDoc{
		Year: int(f.Year), Status: f.State.String(), Reason: z.Line(words.Reason(f)), Incomplete: incompleteOf(f.Incomplete),
		Warnings: z.lines(z.voice.Warnings(ind, f)), Rows: []any{},
	}
	if ind.Shape.Grouped() { // of a year without figures too: a script need not look before it reads
		groups := groupsOf(f.Groups)
		doc.Groups = &groups
	}
	if f.State != model.Reported {
		return doc
	}
	z.comparison(&doc, ind, f)
	if ind.Shape == indicator.Likelihood {
		doc.Total = totalOf(f)
	}
	if ind.Shape == indicator.Bands {
		doc.Categories = z.categories(f)
	}
	doc.Rows = append(doc.Rows, z.rows(ind, f)...)
	if f.Note != "" && len(f.Bands) > 0 {
		doc.Warnings = append(doc.Warnings, "the figures by band are noted as: "+z.Line(f.Note))
	}
	return doc
}

// comparison gives what is said of a figure's groups beside each other.
func (z summarizer) comparison(doc *yearDoc, ind *indicator.Indicator, f *indicator.Figure) {
	hidden := ind.Shape.Grouped() && f.HiddenRatio()
	if ind.Shape.Grouped() {
		doc.Difference = shown[differenceDoc]{differenceOf(f.Difference, "bme - white"), hidden}
	}
	if ind.Shape != indicator.Likelihood && ind.Shape != indicator.Survey {
		hidden = f.HiddenHeadline(ind)
	}
	if ind.Shape == indicator.Likelihood {
		doc.Ratio, doc.FourFifths = shown[ratioDoc]{ratioOf(ind, f.Ratio, z.voice.Level), hidden}, shown[string]{filled(f.FourFifths()), hidden}
		doc.Detectable, doc.Parity.hidden, doc.Unknowns.hidden = shown[decimal]{decimalOf(f.Detectable), hidden}, hidden, f.HiddenUnknowns()
		doc.Test.hidden, doc.Adjusted.hidden = hidden, f.HiddenAdjusted
	}
	if t := f.Test; t != nil {
		doc.Test.value = &testDoc{t.Method, decimal(t.P), decimal(t.MidP), decimal(t.FisherP)}
	}
	if ind.Shape != indicator.Bands {
		doc.Verdict = shown[string]{filled(string(f.Verdict)), hidden}
	}
	tests := f.HiddenTests(ind)
	if doc.HolmP = (shown[decimal]{decimalOf(f.HolmP), tests}); f.HolmP != nil || tests {
		doc.StaysClear = shown[bool]{&f.StaysClear, tests}
	}
	if p := f.Parity; p != nil {
		doc.Parity.value = &parityDoc{p.Extra, p.Moved}
	}
	if b := f.Unknowns; b != nil {
		doc.Unknowns.value = &boundsDoc{Lower: decimal(b.Lower)}
		if !b.NoUpper {
			doc.Unknowns.value.Upper = decimalOf(&b.Upper)
		}
	}
	if a := f.Adjusted; a != nil {
		doc.Adjusted.value = &adjustedDoc{"pay_band", methodDoc{estimateOf(&a.Ratio), stats.MethodGreenlandRobins}, a.Strata, decimalOf(a.Alike)}
	}
}

// rows gives the bands, clusters, parts of recruitment and of the board.
func (z summarizer) rows(ind *indicator.Indicator, f *indicator.Figure) (rows []any) {
	for _, row := range f.Bands {
		rows = append(rows, bandDoc{filled(row.Category.String()), row.Band.String(), z.rowOf(row.Counts, row.Staff(), row.Share, row.Hidden), standing(row)})
	}
	for _, row := range f.Clusters {
		rows = append(rows, clusterDoc{filled(row.Category.String()), int(row.Cluster), z.rowOf(row.Counts, row.Staff(), row.Share, row.Hidden), standing(row)})
	}
	for _, p := range f.Parts {
		hidden := p.HiddenRatio()
		rows = append(rows, partDoc{
			z.Line(words.PartName(&p)), groupsOf(p.Groups), shown[ratioDoc]{ratioOf(ind, p.Ratio, z.voice.Level), hidden},
			shown[differenceDoc]{differenceOf(p.Difference, "bme - white"), hidden}, shown[string]{filled(string(p.Verdict)), hidden}, words.PartWarnings(z.voice, ind, &p),
		})
	}
	for _, row := range f.Board {
		hidden := row.Hidden.Share() || row.HiddenWorkforce
		part := boardDoc{
			Board: string(row.Part), rowDoc: z.rowOf(row.Counts, row.Total, row.Share, row.Hidden),
			WorkforceRate: shown[decimal]{valueOf(row.Workforce), row.HiddenWorkforce}, Difference: shown[differenceDoc]{differenceOf(row.Difference, "board - workforce"), hidden},
		}
		if part.ByLot.hidden = hidden && row.Part == indicator.WholeBoard; f.Lot != nil && row.Part == indicator.WholeBoard {
			part.ByLot.value = &lotDoc{decimal(f.Lot.Lower), decimal(f.Lot.Upper), decimal(f.Lot.MidP)}
		}
		rows = append(rows, part)
	}
	return rows
}

func incompleteOf(i *indicator.Incomplete) *incompleteDoc {
	if i == nil {
		return nil
	}
	return &incompleteDoc{i.Rows, i.Cells, i.Organisations, shown[int]{&i.AtLeast, i.Hidden}, shown[int]{i.AtMost, i.Hidden}}
}

func groupsOf(all [model.GroupCount]indicator.GroupFigure) groupsDoc {
	return groupsDoc{groupOf(all[model.White]), groupOf(all[model.BME]), groupOf(all[model.Unknown])}
}

func groupOf(g indicator.GroupFigure) groupDoc {
	hidden := g.HiddenRate()
	return groupDoc{shown[int]{g.Events, g.HiddenEvents}, shown[int]{g.AtRisk, g.HiddenAtRisk}, shown[decimal]{valueOf(g.Rate), hidden}, limitsShown(g.Rate, hidden)}
}

func standing(row indicator.BandRow) standingDoc {
	tests := row.Hidden.Tests
	return standingDoc{
		Residual: shown[decimal]{decimalOf(row.Residual), tests}, P: shown[decimal]{decimalOf(row.P), tests}, AdjustedP: shown[decimal]{decimalOf(row.AdjustedP), tests},
		Verdict: shown[string]{filled(string(row.Verdict)), row.Hidden.Standing},
	}
}

func ratioOf(ind *indicator.Indicator, e *stats.Estimate, level float64) *ratioDoc {
	if e == nil {
		return nil
	}
	doc := &ratioDoc{
		Value: decimal(e.Value), limitsDoc: limits(e), Level: decimal(level), Method: methodOf(e),
		Compare: ind.Compare.String(), Reference: ind.Reference.String(),
	}
	if e.Interval != nil {
		doc.Level = decimal(e.Interval.Level)
	}
	return doc
}

func (z summarizer) disparity(d indicator.Disparity) disparityDoc {
	doc := disparityDoc{
		Year: int(d.Year), StaffCategory: filled(d.Category.String()), From: d.From.String(), To: d.To.String(),
		Value: shown[decimal]{valueOf(d.Value), d.Hidden}, shownLimits: limitsShown(d.Value, d.Hidden), Counts: countsOf(d), Warnings: []string{},
	}
	if reason := words.DisparityReason(z.voice, d); reason != "" {
		doc.Warnings = append(doc.Warnings, z.Line(reason))
	}
	if d.Note != "" {
		doc.Warnings = append(doc.Warnings, "the figures by band are noted as: "+z.Line(d.Note))
	}
	return doc
}
