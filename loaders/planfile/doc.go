// Package planfile keeps the action plan on disk: it reads action-plan.csv into
// a plan.Plan and saves a Plan so that an entry is never lost.
//
// Place in the flow: the app calls [Open], which takes the plan's lock, and hands
// the screens the plan, a save function and a journal; a command that edits once
// calls [Load]. Each edit makes a new plan.Plan, and [File.Save] writes it. The
// package imports model/plan and model/source and knows no screen.
//
// # The files beside the plan
//
// All are hidden, named after the plan, and for their user alone:
//
//	.action-plan.lock                  locked while a wres works on the plan; says who
//	.action-plan.backup-1.csv to -3    the plan as it was: see backup.go for when
//	.action-plan.journal               what is not saved yet, at most a second behind
//	.action-plan.unsaved-TIME.journal  a journal that the user did not want back
//	.action-plan.damaged-TIME.csv      what stood in the plan before a backup was put back
//	.action-plan-*.tmp                 a file being written; after a crash see tidy.go
//
// # What a save promises
//
// When Save returns nil the new plan is on the disk, whole, and stays there
// through a crash or power cut as far as the file system keeps its word
// (network drives and synchronised folders do not promise it). When it returns
// an error the old file is as it was, byte for byte, with one exception that
// the error names: the folder could not be synchronised after the rename, then
// the new file stands but may not outlast a power cut. See save.go for the order
// of steps; .ci/kill-save.sh kills and fails each of them.
//
// A file that could not be understood to its last byte is opened read-only, so
// that no save can destroy what was not understood; so is one of a later version
// of the columns. A file that was changed by someone else since it was opened is
// not overwritten: [ErrChangedOutside]. To keep both, Load a path where nothing
// stands and Save the plan there. Two saves at once are kept apart by the lock,
// which is the operating system's and ends with its process; where a drive has no
// locks the comparison alone is left.
//
// # What stays as it is
//
// The delimiter, the line ends, the header, the order of columns, the user's
// further columns, blank rows, and the bytes of each row that was not edited.
// What changes: a byte order mark is put in front of a file that has none
// (without it Excel spoils every accent); a standard column that the file lacks
// is appended when an action first has something to say in it, and rows that
// were not edited then get the empty cells that keep the file rectangular; a row
// that had no id of its own is written with the one it was given on load, at the
// next save, because undo and the history of an action refer to it. In an edited
// row the cells that were not edited keep their text, a formula of the user's
// own included; a line break within a cell becomes LF, as Excel writes it.
//
// # Why the columns are not mapped by gocsv
//
// gocsv returns unmatched columns as a map by name, which loses a name that
// stands twice, a blank name, and cells beyond the header. A plan must lose
// none of these, so columns are mapped by position through plan.Fields.
package planfile
