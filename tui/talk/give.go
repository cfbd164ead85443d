package talk

import (
	"path"
	"strings"

	"wres/model/plan"
	"wres/model/words"
)

// given is something that can be written to a file.
type given struct {
	text, word string
	forms      func(Forms) []string
	command    []string
	name       string // of the file, before its ending
	year       bool   // it is of a year
}

// gives are all of them.
func gives() []given {
	return []given{
		{"The report of the year, with the action plan", "report", func(f Forms) []string { return f.Report }, []string{"report"}, "wres-report", true},
		{"The action plan by itself", "plan", func(f Forms) []string { return f.Plan }, []string{"plan", "export"}, "wres-plan", false},
	}
}

// giving is where the report and the plan are written to files.
func giving() place {
	return place{
		says: func(*conversation) []string {
			return []string{"A report or a plan can be written to a file. It is as it may be published, unless you say otherwise."}
		},
		choices: func(*conversation) (all []choice) {
			for _, g := range gives() {
				all = append(all, choice{text: g.text, word: g.word, does: func(c *conversation) { give(c, g) }})
			}
			return all
		},
	}
}

// formNames say what a form is for, where its name does not.
var formNames = map[string]string{
	"text": "plain text", "md": "Markdown", "html": "a web page", "docx": "Word", "xlsx": "Excel", "csv": "a table for spreadsheets", "ics": "the deadlines for a calendar", "json": "data for programs",
}

// give asks for the form and the file, and writes it.
func give(c *conversation, g given) {
	if c.keep.Dirty() {
		c.Say("The plan is not saved yet, so the file would have it as it was. \"quit\" offers to save it again.")
		return
	}
	var answers []string
	forms := g.forms(c.deps.Forms)
	for _, form := range forms {
		name := formNames[form]
		if name == "" {
			name = form
		}
		answers = append(answers, name+", a file that ends in "+ending(form))
	}
	at := c.Choose([]string{"In which form?"}, "Write nothing.", answers...)
	if at < 0 {
		return
	}
	args := g.command[:len(g.command):len(g.command)]
	name := g.name
	if g.year {
		args = append(args, "--year", c.data.Year.String())
		name += "-" + c.data.Year.String()
	}
	if !c.views.published {
		if c.Choose([]string{"May it leave the organisation?"}, "Yes: hide what could identify someone.", "No: write the full figures.") == 0 {
			args, name = append(args, "--full"), name+"-full"
		}
	}
	if c.Over {
		return
	}
	name += "." + ending(forms[at])
	c.Label("The file", name)
	c.Say("Enter alone takes that name. Else type the name of a file, with its folder if you like.")
	text, ok := c.Read()
	switch {
	case !ok, strings.EqualFold(text, "back"):
		return
	case path.Ext(text) != "": // which says the form
		name = text
	case text != "":
		name = text + "." + ending(forms[at])
	}
	written(c, append(args, "-o", name))
}

// written runs a command that writes a file, once more where that is there and may go.
func written(c *conversation, args []string) {
	c.Say("Writing it. The folder is read for that.")
	settle(c, true)
	said, ok := c.deps.Run(args...)
	if !ok {
		if len(said) > 0 {
			c.Label("Nothing is written", said[len(said)-1])
		}
		if strings.Contains(strings.Join(said, " "), "--force") &&
			c.Choose([]string{"Put the new file in its place?"}, "Leave it as it is.", "Put the new one in its place.") == 0 {
			written(c, append(args, "--force"))
		}
		return
	}
	at := max(len(said)-1, 0)
	c.Tell(said[at:]...)
	// What the command remarks is for whoever may see the full figures: it names what is hidden.
	if at == 0 || c.views.published {
		return
	}
	if c.Choose(c.Lines("There are remarks on it, "+words.Count(at, "line")+", which are for you alone."), "Go on.", "Hear them.") == 0 {
		c.Tell(said[:at]...)
	}
}

// ending is how the names of files in a form end.
func ending(form string) string {
	if form == "text" {
		return "txt"
	}
	return form
}

// plansShown gives the actions as the view that was chosen shows them.
func plansShown(c *conversation) []plan.Action {
	return plan.PublicActions(c.data.Plan.Actions(), c.data.Results)
}
