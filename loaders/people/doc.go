// Package people counts lists of one row a person or event: the rows of a staff list, of
// applicants, of cases, of training records and of board members go in; the same counts
// come out as counted extracts give, each person once a year.
//
// A list is read by several goroutines, each a worker with counts, problems and labels of
// its own, which are merged when the list is read; nothing of a row outlives its handling.
// What a list gives is known to the folder only then, so that one that is given up can be
// read anew, row by row, with the same result.
//
// Its words, each with one meaning:
//
//	standing  what decides which of a person's rows counts
//	strange   a label that no table knows; its people count as unknown, and it is listed
//
// Who is who, once a year, is found out by the package personyears below; a standing is
// packed into a number, of which its table keeps the largest.
package people
