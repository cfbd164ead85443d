package kinds

import (
	"wres/loaders/labels"
	"wres/model/printed"
)

// PublishedRow is one figure as a report printed it.
type PublishedRow struct {
	Common
	Indicator Indicator `csv:"indicator"`
	Figure    Text      `csv:"figure" need:"yes" also:"kind of figure" help:"what was printed: headcount, percentage, relative-likelihood, …"`
	Group     Text      `csv:"group" also:"ethnicity|ethnic group" help:"white, bme, unknown, known or all"`
	Part      Text      `csv:"part" also:"band|cluster|row" help:"a band, a cluster or a part of the board"`
	Printed   Text      `csv:"printed" need:"yes" also:"printed as|as printed|text" help:"the figure with its decimals and its % sign"`
	Source    Text      `csv:"source" also:"publication|report|page" help:"the document, and the page or table"`
	Says      Text      `csv:"says" also:"sentence|wording" help:"the sentence printed with it"`
}

func published() Extract {
	return Extract{
		Kind: "published", Figures: Published, Row: PublishedRow{},
		Help: "figures as a report printed them, kept as text, for the audit",
		More: "A figure is " + labels.Listed(PrintedFigures(), "or") + "; a percentage alone is of staff with an event, or of answers. " +
			"It is compared with what the other files give: see \"Data quality\".",
		Words: []string{"published", "printed"},
		Init:  []string{"year", "indicator", "figure", "group", "part", "printed", "source", "says"},
	}
}

// PrintedFigures names the kinds of printed figure: those that the audit compares, and a
// change, which stands for itself.
func PrintedFigures() []string { return append(printed.Names(), "change") }
