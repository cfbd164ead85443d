// Package plan holds the action plan as values: an [Action] is one line of the
// plan, a [Plan] is the ordered lines, and a [History] is the plans an analyst
// can step back to.
//
// Place in the flow: loaders/planfile turns action-plan.csv into a Plan and
// back; the screens and the plan commands edit it here. Every edit returns a
// new Plan and leaves the old one as it was, so a save can be under way on one
// value while the analyst types into the next, and undo is only a matter of
// keeping the old value. The package opens no file and knows no screen.
//
// The columns of the file, the form, the detail view and the help are all made
// from one table, [Fields]: a further column of the plan is one entry there.
package plan
