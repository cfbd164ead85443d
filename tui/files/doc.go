// Package files is the screen of what was read, and of what it means: the files, what
// the columns of each were taken for, the labels that no table knows, and what is
// wrong. There a column or a label is given its meaning.
//
// The report of a load goes in with panel.Data, and what columns and labels can mean;
// a mapping comes out. It changes nothing by itself: what is chosen is staged until it
// is saved, by a command that calls what cmd handed over. To the app it says no more
// than three things: read the folder again, ask this, close me (and open a panel).
package files
