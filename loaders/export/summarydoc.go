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
		ByChance  float64  `json:"by_chance"`
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
		Year       int            `json:"year"`
		Status     string         `json:"status"`
		Reason     string         `json:"reason"`
		Incomplete *incompleteDoc `json:"incomplete"`
		Groups     *groupsDoc     `json:"groups"`
		Ratio      *ratioDoc      `json:"ratio"`
		Difference *differenceDoc `json:"difference"`
		Test       *testDoc       `json:"test"`
		FourFifths *string        `json:"four_fifths"`
		Verdict    *string        `json:"verdict"`
		HolmP      *float64       `json:"holm_p"` // of the headline, over all headlines of the year
		StaysClear *bool          `json:"stays_clear"`
		Detectable *float64       `json:"detectable_ratio"`
		Parity     *parityDoc     `json:"parity"`
		Unknowns   *boundsDoc     `json:"unknown_bounds"`
		Adjusted   *adjustedDoc   `json:"adjusted"`
		Warnings   []string       `json:"warnings"`
		Rows       []any          `json:"rows"`
	}
	incompleteDoc struct { // what the figure lacks, and the people in it
		Rows    int  `json:"rows"`
		Cells   int  `json:"cells"`
		AtLeast int  `json:"at_least"`
		AtMost  *int `json:"at_most"`
	}
	adjustedDoc struct { // the ratio within the strata, pooled over them
		By string `json:"by"`
		methodDoc
		Strata       int      `json:"strata"`
		HomogeneityP *float64 `json:"homogeneity_p"`
	}
	boundsDoc struct { // of the ratio, whoever the people of unknown ethnicity are
		Lower float64  `json:"lower"`
		Upper *float64 `json:"upper"`
	}
	groupsDoc struct {
		White   groupDoc `json:"white"`
		BME     groupDoc `json:"bme"`
		Unknown groupDoc `json:"unknown"`
	}
	groupDoc struct {
		Events *int     `json:"events"`
		AtRisk *int     `json:"at_risk"`
		Rate   *float64 `json:"rate"`
		limitsDoc
	}
	ratioDoc struct {
		Value float64 `json:"value"`
		limitsDoc
		Level     float64 `json:"level"`
		Method    *string `json:"method"`
		Compare   string  `json:"compare"`
		Reference string  `json:"reference"`
	}
	testDoc struct {
		Method  string  `json:"method"`
		P       float64 `json:"p"`
		MidP    float64 `json:"mid_p"`
		FisherP float64 `json:"fisher_p"`
	}
	rowDoc struct {
		White     *int     `json:"white"`
		BME       *int     `json:"bme"`
		Unknown   *int     `json:"unknown"`
		Total     *int     `json:"total"`
		BMERate   *float64 `json:"bme_rate"`
		limitsDoc          // of bme_rate
	}
	standingDoc struct {
		Residual  *float64 `json:"residual"`
		P         *float64 `json:"p"`
		AdjustedP *float64 `json:"adjusted_p"`
		Verdict   *string  `json:"verdict"`
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
		Ratio      *ratioDoc      `json:"ratio"`
		Difference *differenceDoc `json:"difference"`
		Verdict    *string        `json:"verdict"`
		Warnings   []string       `json:"warnings"`
	}
	boardDoc struct {
		Board string `json:"board"`
		rowDoc
		WorkforceRate *float64       `json:"workforce_bme_rate"`
		Difference    *differenceDoc `json:"difference"`
		ByLot         *lotDoc        `json:"by_lot"` // of the whole board
	}
	lotDoc struct { // as few of the group or fewer, as many or more, were the members drawn by lot from the workforce
		AsFew  float64 `json:"as_few"`
		AsMany float64 `json:"as_many"`
		MidP   float64 `json:"mid_p"`
	}
	changeDoc struct {
		From  int      `json:"from"`
		To    int      `json:"to"`
		Group *string  `json:"group"`
		Value *float64 `json:"value"`
		limitsDoc
		P        *float64 `json:"p"`
		Of       string   `json:"of"`
		Reworded bool     `json:"reworded"` // the question differs: the value is no change
	}
	disparityDoc struct {
		Year          int      `json:"year"`
		StaffCategory *string  `json:"staff_category"`
		From          string   `json:"from"`
		To            string   `json:"to"`
		Value         *float64 `json:"value"`
		limitsDoc
		Warnings []string `json:"warnings"`
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
		Schema: summarySchema, Organisation: s.Line(p.Results.Organisation), View: "full",
		Years: []int{}, Indicators: []indicatorDoc{}, Disparity: []disparityDoc{},
		Findings: []string{}, Problems: problemsOf(p.Report.Problems, s),
	}
	found := findings.Of(p.Results, p.Year(), p.Actions)
	doc.Findings = z.lines(findings.Sentences(slices.DeleteFunc(slices.Clone(found), func(f findings.Finding) bool { return f.Kind == findings.NoFigures })))
	doc.KeyFindings, doc.Plan = keyFindingsOf(found, s), planOf(p.Outlook, found, s)
	l := p.Results.Looks(p.Year())
	doc.Comparisons = comparisonsDoc{l.Made, l.ByChance, l.Headlines, append([]string{}, l.StayClear...)}
	for _, y := range p.Results.Years {
		doc.Years = append(doc.Years, int(y))
	}
	for i := range p.Results.Series {
		doc.Indicators = append(doc.Indicators, z.series(&p.Results.Series[i]))
	}
	for _, d := range p.Results.Disparity() {
		doc.Disparity = append(doc.Disparity, z.disparity(d))
	}
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
			Value: valueOf(c.Value), limitsDoc: limits(c.Value), P: c.P, Of: string(c.Of), Reworded: c.Reworded,
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
	if ind.Shape.Grouped() {
		doc.Difference = differenceOf(f.Difference, "bme - white")
	}
	doc.Ratio, doc.FourFifths = ratioOf(ind, f.Ratio, z.voice.Level), filled(f.FourFifths())
	if t := f.Test; t != nil {
		doc.Test = &testDoc{t.Method, t.P, t.MidP, t.FisherP}
	}
	doc.Verdict, doc.Detectable = filled(string(f.Verdict)), f.Detectable
	if doc.HolmP = f.HolmP; f.HolmP != nil {
		doc.StaysClear = &f.StaysClear
	}
	if p := f.Parity; p != nil {
		doc.Parity = &parityDoc{p.Extra, p.Moved}
	}
	if b := f.Unknowns; b != nil {
		doc.Unknowns = &boundsDoc{Lower: b.Lower}
		if !b.NoUpper {
			doc.Unknowns.Upper = &b.Upper
		}
	}
	if a := f.Adjusted; a != nil {
		doc.Adjusted = &adjustedDoc{"pay_band", methodDoc{estimateOf(&a.Ratio), stats.MethodGreenlandRobins}, a.Strata, a.Alike}
	}
	for _, row := range f.Bands {
		doc.Rows = append(doc.Rows, bandDoc{filled(row.Category.String()), row.Band.String(), rowOf(row.Counts, row.Staff(), row.Share), standing(row)})
	}
	for _, row := range f.Clusters {
		doc.Rows = append(doc.Rows, clusterDoc{filled(row.Category.String()), int(row.Cluster), rowOf(row.Counts, row.Staff(), row.Share), standing(row)})
	}
	if f.Note != "" && len(f.Bands) > 0 {
		doc.Warnings = append(doc.Warnings, "the figures by band are noted as: "+z.Line(f.Note))
	}
	for _, p := range f.Parts {
		doc.Rows = append(doc.Rows, partDoc{
			z.Line(words.PartName(&p)), groupsOf(p.Groups),
			ratioOf(ind, p.Ratio, z.voice.Level), differenceOf(p.Difference, "bme - white"), filled(string(p.Verdict)), words.PartWarnings(z.voice, ind, &p),
		})
	}
	for _, row := range f.Board {
		part := boardDoc{string(row.Part), rowOf(row.Counts, row.Total, row.Share), valueOf(row.Workforce), differenceOf(row.Difference, "board - workforce"), nil}
		if f.Lot != nil && row.Part == indicator.WholeBoard {
			part.ByLot = &lotDoc{f.Lot.Lower, f.Lot.Upper, f.Lot.MidP}
		}
		doc.Rows = append(doc.Rows, part)
	}
	return doc
}

func incompleteOf(i *indicator.Incomplete) *incompleteDoc {
	if i == nil {
		return nil
	}
	return &incompleteDoc{i.Rows, i.Cells, i.AtLeast, i.AtMost}
}

func groupsOf(all [model.GroupCount]indicator.GroupFigure) groupsDoc {
	return groupsDoc{groupOf(all[model.White]), groupOf(all[model.BME]), groupOf(all[model.Unknown])}
}

func groupOf(figure indicator.GroupFigure) groupDoc {
	return groupDoc{figure.Events, figure.AtRisk, valueOf(figure.Rate), limits(figure.Rate)}
}

func rowOf(counts [model.GroupCount]*int, total *int, share *stats.Estimate) rowDoc {
	return rowDoc{counts[model.White], counts[model.BME], counts[model.Unknown], total, valueOf(share), limits(share)}
}

func standing(row indicator.BandRow) standingDoc {
	return standingDoc{Residual: row.Residual, P: row.P, AdjustedP: row.AdjustedP, Verdict: filled(string(row.Verdict))}
}

func ratioOf(ind *indicator.Indicator, e *stats.Estimate, level float64) *ratioDoc {
	if e == nil {
		return nil
	}
	doc := &ratioDoc{
		Value: e.Value, limitsDoc: limits(e), Level: level, Method: methodOf(e),
		Compare: ind.Compare.String(), Reference: ind.Reference.String(),
	}
	if e.Interval != nil {
		doc.Level = e.Interval.Level
	}
	return doc
}

func (z summarizer) disparity(d indicator.Disparity) disparityDoc {
	doc := disparityDoc{
		Year: int(d.Year), StaffCategory: filled(d.Category.String()), From: d.From.String(), To: d.To.String(),
		Value: valueOf(d.Value), limitsDoc: limits(d.Value), Warnings: []string{},
	}
	if reason := words.DisparityReason(z.voice, d); reason != "" {
		doc.Warnings = append(doc.Warnings, z.Line(reason))
	}
	if d.Note != "" {
		doc.Warnings = append(doc.Warnings, "the figures by band are noted as: "+z.Line(d.Note))
	}
	return doc
}
