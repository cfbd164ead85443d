// Package keep is the action plan with its history, and how much of it is safe: a
// component without a box of its own, which says in the footer what is on the disk.
//
// Edits go in, from panels and the form (ask.Edit), and the draft of an open form
// after each message; commands come out that save, journal, and bring back what an
// earlier run could not save. To the app it says no more than three things: the plan
// changed, ask this, read the folder again. It opens no file: cmd hands the functions
// that do in Deps.
//
// What must hold: whatever was written is in the plan, on the disk or in the journal.
package keep
