package help

import (
	"fmt"
	"strings"
)

// View says which view of the figures a command gives.
type View struct {
	Commands []string // "plan export"; "" is the app
	Gives    string   // where nothing else is asked for
	Flag     string   // that asks for the other view; "": there is none
	Why      string
}

// The views, as they are named in the table.
const (
	full        = "full"
	publication = "publication"
	none        = "none"
)

// Views lists all commands by the view that they give. What is made to leave the program
// gives the publication view.
func Views() []View {
	return []View{
		{[]string{""}, full, "", "The app: P switches, and its top line says where it is the publication view; H in the full one says what the other hides. y, Y and E take that out of either."},
		{[]string{"summary"}, full, "publication", "Also what wres prints without a terminal."},
		{[]string{"brief"}, full, "publication", "It is read out inside, and says at its head that it is full."},
		{[]string{"report"}, publication, "full", "The year's report, made to be published."},
		{[]string{"funnel"}, full, "publication", "Organisations beside each other, for those who may see the figures of each."},
		{[]string{"return"}, full, "", "It goes to NHS England, and says that it is not for publication."},
		{[]string{"plan export"}, publication, "full", "A file to hand on; the plan itself stays as it is."},
		{[]string{"picture"}, publication, "full", "A file to hand on. The built-in example is pictured in full."},
		{[]string{"check"}, full, "", "For whoever prepares the files, whose cells it quotes."},
		{[]string{"audit"}, full, "", "It quotes the report that it is given, tells the counts behind it, and with a folder those of the folder."},
		{[]string{"compare"}, full, "", "It says what can be said of the counts that it is given."},
		{[]string{"plan list", "plan lint"}, full, "", "For whoever keeps the plan."},
		{[]string{"plan add", "plan edit", "plan done", "plan carry-over"}, full, "", "They write the plan itself, which holds all that its actions keep."},
		{[]string{"init", "help", "completion", "version", "doctor", "sql"}, none, "", "No figures."},
	}
}

// viewsText lists the commands, each with its view, beside why.
func viewsText() string {
	const command, gives = 22, 13
	var b strings.Builder
	for _, v := range Views() {
		why := v.Why
		if v.Flag != "" {
			why += " --" + v.Flag + " gives the other."
		}
		lines := strings.Split(wrapped(why, pageWidth-4-command-gives, 0), "\n")
		for i := range max(len(v.Commands), len(lines)) {
			name, view, line := "", "", ""
			if i < len(v.Commands) {
				name, view = strings.TrimSpace("wres "+v.Commands[i]), v.Gives
			}
			if i < len(lines) {
				line = lines[i]
			}
			b.WriteString(strings.TrimRight(fmt.Sprintf("    %-*s%-*s%s", command, name, gives, view, line), " ") + "\n")
		}
	}
	return b.String()
}
