// Package counts reads extracts of one row a count and decides which counts stand: records
// go in, the figures of an organisation come out.
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
//	strange  a label that no table knows; its people count as unknown, and it is listed
//	place    write a fact that stands into the organisation; of a row, its file and line
//	lacks    what a refused row would have counted, so that it never passes for nought
package counts
