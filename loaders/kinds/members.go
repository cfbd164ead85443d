package kinds

import "slices"

func boardMembers() Extract {
	return Extract{
		Kind: "board members", Figures: Board,
		Help:  "one row a member of the board on 31 March",
		Words: []string{"board", "member"},
		Columns: []Column{
			listOrganisation, listEthnicity,
			{Name: "voting", Required: true, Synonyms: []string{"voting member", "voting membership", "votes", "is voting", "voting status", "voting rights", "voting y/n", "voting yes/no", "vote"}, Help: "yes or no"},
			{Name: "executive", Required: true, Synonyms: []string{"executive member", "exec", "executive membership", "is executive", "executive or non-executive", "executive/non-executive", "exec/non-exec", "executive y/n", "executive status"}, Help: "yes or no"},
		},
		List: &List{
			Counted: "board", Needs: [][]string{{"ethnicity"}}, Without: append(slices.Clone(CountedColumns), "members"),
			Called: []string{"board", "member"}, Telling: tellBoard,
		},
	}
}
