package kinds

// StatusRow is why an indicator of a year has no figures.
type StatusRow struct {
	Common
	Indicator Indicator `csv:"indicator" need:"yes"`
	Status    Text      `csv:"status" need:"yes" also:"state|data status" help:"withheld, not-collected, not-supplied or not-applicable"`
	Reason    Text      `csv:"reason" also:"why|note|notes|explanation|comment" help:"why, in your own words"`
}

func status() Extract {
	return Extract{
		Kind: "status", Figures: Statuses, Row: StatusRow{},
		Help:  "why an indicator of a year has no figures",
		More:  "The reason is shown where the figures would stand.",
		Words: []string{"status"},
		Init:  []string{"year", "indicator", "status", "reason"},
	}
}
