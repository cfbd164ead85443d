package kinds

// BenchmarkRow is one value to set beside an indicator.
type BenchmarkRow struct {
	Common
	Indicator Indicator `csv:"indicator" need:"yes"`
	Measure   Text      `csv:"measure" also:"what|description|statistic" help:"what the value is, in words: ratio, difference in points, BME % at VSM"`
	Group     Text      `csv:"group" also:"ethnicity|ethnic group|WRES group" help:"White, BME or Unknown, or empty"`
	Value     Text      `csv:"value" need:"yes" also:"benchmark|benchmark value|national value|figure" help:"a ratio as 1.62; a percentage as 28.6"`
	Scope     Text      `csv:"scope" also:"area|region|geography|comparator|peer group" help:"England, a region, a peer group"`
	Source    Text      `csv:"source" also:"publication|reference" help:"where the value was published"`
	PayBand   Band      `csv:"pay_band" help:"the band that the value is of, if it is of one"`
}

func benchmark() Extract {
	return Extract{
		Kind: "benchmark", Figures: Benchmarks, Row: BenchmarkRow{},
		Help:   "national, regional or peer values to set beside your own",
		Words:  []string{"benchmark", "national", "regional", "peer", "england", "comparator"},
		Counts: []string{"value"}, Group: "group", Tells: []string{"measure", "scope", "source"},
		Init: []string{"year", "indicator", "measure", "group", "value", "scope", "source"},
	}
}
