// Package settle decides which figures of rows of counts stand: the rows of one kind go in,
// each with its facts; what is given twice, and what is the sum of others, comes out refused
// or set aside, and said. It reads no cell and places no figure.
//
// Its words, each with one meaning:
//
//	fact     one figure that a row gives; a wide row gives several
//	settle   decide, of all facts of a kind, which stand: what is given twice is refused,
//	         and what is the sum of others is compared with them
//	aside    of a fact: it is a sum of other facts, and not counted; of a row: all its
//	         facts are, or it is no row of the table
//	settled  of a fact that is aside: it has been compared already
//	stands   the row is used, and the fact is not aside: it is one of the figures
//	missing  of a refused row: its facts that no row that stands gives
//	place    of a row: its file and line, for a message about another
package settle
