// Package counts reads extracts of one row a count: records go in, the figures of an
// organisation come out. Package settle decides in between which of them stand.
//
// Its words, each with one meaning:
//
//	reading  one row on its way to facts; a bad cell becomes a problem of the file
//	strange  a label that no table knows; its people count as unknown, and it is listed
//	place    write a fact that stands into the organisation
//	lacks    what a refused row would have counted, so that it never passes for nought
//	outside  of staff whom the standard does not count
package counts
