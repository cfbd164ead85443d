// Package scan reads the records of a large file in parallel, where its quoting is
// regular as RFC 4180 has it: a file, where its first record stands and which fields are
// wanted go in; the offsets of the records and those fields come out.
//
//	bytes -> chunks -> index of ends -> wanted cells -> one Sink a worker
//
// It knows no header and no word of the standard: a [Table] tells it which records are
// no rows. The bytes are UTF-8 or another encoding that keeps ASCII. Each worker takes
// the next chunk of the file, counts its quotes and hands on whether they leave a cell
// open; so every worker knows for certain whether its chunk begins inside a cell, and
// owns the records that begin behind a line end in its chunk. Nothing is guessed, and
// nothing read so far is kept.
//
// Where it reads a file without error, its records are those of the slow reader,
// package csvfile, and of encoding/csv; but bytes are not decoded ([Counts].UTF8 tells
// whether they were UTF-8 throughout). What the slow reader forgives is an
// [*IrregularError] here: a quote inside a bare cell, text or spaces behind a closing
// quote, a quote that is never closed, a lone CR outside quotes, and what is over
// [MaxFieldBytes] or [MaxFields]. encoding/csv forgives the lone CR and has no limits;
// else the two find the same errors. Fuzz tests hold all this.
//
// # What it costs
//
// Finding out what a list of 20,000 rows of 24 columns is and counting it by three
// columns took one worker 0.45 of the time of encoding/csv with ReuseRecord and the same
// tables of labels, 0.23 of that of the slow reader and 0.11 of that of gocsv, with the
// same counts (BenchmarkFast of package csvfile, on an AMD EPYC). A worker holds a chunk
// and its index, whatever the size of the file.
//
// Three things are less simple than they could be, and what the same count takes without
// them: ends are looked for in blocks of 64 bytes, a bit for each in a word (byte by byte
// it takes 1.6 to 1.8 times as long); a block that is all ASCII is compared in a shorter
// way, written out (one loop for all blocks: 1.1 times); places are uint32 (int: 1.08
// times, and twice the memory for the index).
package scan
