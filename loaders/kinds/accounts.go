package kinds

// AccountRow is how many rows of a list that stays in a warehouse a query counted, or left
// out for one reason.
type AccountRow struct {
	Common
	Kind   Text  `csv:"kind" help:"which counts the rows went into, such as workforce"`
	Reason Text  `csv:"reason" need:"yes" help:"what became of the rows: counted, bank, honorary, …"`
	Rows   Count `csv:"rows" need:"yes" help:"rows of the list"`
}

func accounts() Extract {
	return Extract{
		Columns: append(columnsOf(AccountRow{}), madeColumns[1]),
		Kind:    "accounts", Figures: Accounts, Row: AccountRow{},
		Help:  "what became of the rows of a list that stays in a warehouse",
		More:  "'wres sql accounts' makes the query that gives it; it holds no figure. See 'wres help sql'.",
		Words: []string{"account"},
	}
}
