// Package whole finds what only a table as a whole can tell of its cells: a file of counts
// goes in, with what its columns are; how its cells are meant, as amendments of the file
// and notices of them, or why it can be read in two ways, comes out. It knows no kind of
// extract. What it asks is
//
//   - whether codes of ethnicity are those of ESR, or first letters of groups,
//   - whether a comma parts thousands or is a decimal point,
//   - whether a blank cell has the label above it, as in merged cells,
//   - whether a comma without quotes has shifted the cells of a row.
package whole
