package kinds

import "wres/model/source"

// BoardRow is the board members of one seat and ethnicity.
type BoardRow struct {
	Common
	Voting    Text      `csv:"voting" also:"voting member|voting membership|votes|is voting" help:"yes or no"`
	Executive Text      `csv:"executive" also:"executive member|exec|executive membership|is executive" help:"yes or no"`
	Ethnicity Ethnicity `csv:"ethnicity" need:"yes" help:"White, BME or Unknown, an ONS category or an ESR code"`
	Headcount Headcount `csv:"headcount" need:"yes" also:"members|board members|number of members" help:"members"`
}

func board() Extract {
	return Extract{
		Kind: "board", Figures: Board, Row: BoardRow{},
		Help:   "board members on 31 March, by voting and executive membership and ethnicity",
		Brief:  "members on 31 March",
		More:   "A row with voting or executive empty counts both, so the total, those who vote and those who are executives may each have rows of their own. A file with the word board in its name needs neither column.",
		Words:  []string{"board"},
		Counts: []string{"headcount"}, Group: "ethnicity", Tells: []string{"voting", "executive"}, OneOf: []string{"voting", "executive"},
		Init:  wide("year", "voting", "executive"),
		Lines: onePage(source.SheetRow{Name: "all members", Keys: []string{"", ""}}, source.SheetRow{Name: "voting members", Keys: []string{"yes", ""}}, source.SheetRow{Name: "executive members", Keys: []string{"", "yes"}}),
		Keys:  2,
	}
}
