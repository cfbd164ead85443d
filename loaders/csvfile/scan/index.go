package scan

import (
	"encoding/binary"
	"math/bits"
)

// blockBytes is how many bytes are looked at together: one bit each in a word.
const blockBytes = 64

// One bit or byte value in each byte of a word.
const (
	eachLow  = 0x0101010101010101
	eachHigh = 0x8080808080808080
	each7f   = 0x7f7f7f7f7f7f7f7f
	// gatherHigh, as a factor, brings the high bit of each byte into the top byte, in
	// order; no two products share a bit, so nothing carries.
	gatherHigh = 0x0002040810204081
)

// index holds where the fields and records of some text end. Only it looks at every
// byte; the rest of the scan looks at what is wanted.
type index struct {
	// ends holds the place of each delimiter and line end outside quotes, in order,
	// from ends[1] on. ends[0] is the place before the text, so that each field begins
	// behind the end before it.
	ends []uint32
	n    int // ends in use
	// rows holds which of the ends are line ends.
	rows []uint32
	// inner holds the place of each line feed that is inside quotes, in order.
	inner []uint32

	complete bool // the text was read up to the first line end at or behind until
	inside   bool // the text ends inside a quoted cell
	ascii    bool // all that was read is ASCII
	bad      int  // place of the first quote that is not regular, or -1
}

// build indexes the first n bytes of text, up to the first line end outside quotes
// that is not before until. inside says that the text begins inside a quoted cell.
// text is zero from n to the end of the last block. What stood before the text is
// not known: a quote at its begin is taken for regular, since whoever reads that
// record from its start sees the quote too.
func (x *index) build(text []byte, n, until int, inside bool, delim byte) {
	x.reset(n)
	var carry uint64              // all ones: the block begins inside quotes
	var closed, high uint64       // 1: the byte before the block is a closing quote; not 0: some byte is not ASCII
	mayOpen, used := uint64(1), 1 // 1: a quote at the begin of the block may open a cell, or double one
	if inside {
		carry = ^uint64(0)
	}
	for at := 0; at < n && !x.complete; at += blockBytes {
		m := maskWords((*[blockBytes]byte)(text[at:]), delim)
		high |= m.high
		quoted := parity(m.quote) ^ carry // from each opening quote to before its closing one
		carry = uint64(int64(quoted) >> 63)
		for in := m.feed & quoted; in != 0; in &= in - 1 {
			x.inner = append(x.inner, uint32(at+bits.TrailingZeros64(in)))
		}
		feed := m.feed &^ quoted
		sep := (m.sep | m.feed) &^ quoted
		closing := m.quote &^ quoted
		bad := m.quote & quoted &^ ((sep|closing)<<1 | mayOpen)
		bad |= (closing<<1 | closed) &^ (sep | m.quote)
		if bad != 0 && x.bad < 0 {
			x.bad = firstBad(text, n, at, bad)
		}
		closed, mayOpen = closing>>63, (sep|closing)>>63
		if at+blockBytes > until {
			early := max(until-at, 0)
			if late := feed >> early << early; late != 0 {
				upTo := late ^ (late - 1) // with the first of them
				feed, sep, x.complete = feed&upTo, sep&upTo, true
			}
		}
		for ; feed != 0; feed &= feed - 1 {
			x.rows = append(x.rows, uint32(used+bits.OnesCount64(sep&(feed&-feed-1))))
		}
		for ; sep != 0; sep &= sep - 1 {
			x.ends[used] = uint32(at + bits.TrailingZeros64(sep))
			used++
		}
	}
	x.n, x.ascii, x.inside = used, high == 0, carry != 0
}

// blockMasks tells, one bit for a byte of a block, where each character is; of high,
// only whether there is one.
type blockMasks struct{ sep, feed, quote, high uint64 }

// maskWords finds the masks of a block by words.
func maskWords(b *[blockBytes]byte, delim byte) blockMasks {
	delims := uint64(delim) * eachLow
	const quotes, feeds = uint64('"') * eachLow, uint64('\n') * eachLow
	w0, w1 := binary.LittleEndian.Uint64(b[0:]), binary.LittleEndian.Uint64(b[8:])
	w2, w3 := binary.LittleEndian.Uint64(b[16:]), binary.LittleEndian.Uint64(b[24:])
	w4, w5 := binary.LittleEndian.Uint64(b[32:]), binary.LittleEndian.Uint64(b[40:])
	w6, w7 := binary.LittleEndian.Uint64(b[48:]), binary.LittleEndian.Uint64(b[56:])
	if high := (w0 | w1 | w2 | w3 | w4 | w5 | w6 | w7) & eachHigh; high != 0 {
		return blockMasks{maskAny(b, delims), maskAny(b, feeds), maskAny(b, quotes), high}
	}
	return blockMasks{
		sep: ^(differs(w0, delims) | differs(w1, delims)<<8 | differs(w2, delims)<<16 | differs(w3, delims)<<24 |
			differs(w4, delims)<<32 | differs(w5, delims)<<40 | differs(w6, delims)<<48 | differs(w7, delims)<<56),
		feed: ^(differs(w0, feeds) | differs(w1, feeds)<<8 | differs(w2, feeds)<<16 | differs(w3, feeds)<<24 |
			differs(w4, feeds)<<32 | differs(w5, feeds)<<40 | differs(w6, feeds)<<48 | differs(w7, feeds)<<56),
		quote: ^(differs(w0, quotes) | differs(w1, quotes)<<8 | differs(w2, quotes)<<16 | differs(w3, quotes)<<24 |
			differs(w4, quotes)<<32 | differs(w5, quotes)<<40 | differs(w6, quotes)<<48 | differs(w7, quotes)<<56),
	}
}

// reset makes room for the index of n bytes.
func (x *index) reset(n int) {
	if need := n + blockBytes; len(x.ends) < need { // every byte may be an end
		x.ends = make([]uint32, need)
	}
	x.ends[0] = ^uint32(0) // one more is 0
	x.rows, x.inner = x.rows[:0], x.inner[:0]
	x.complete, x.inside, x.bad = false, false, -1
}

// endText ends the last record at n, where the text ends without a line end.
func (x *index) endText(n int) {
	x.ends[x.n] = uint32(n)
	x.rows = append(x.rows, uint32(x.n))
	x.n++
}

// lastBegin returns where the record behind the last line end begins.
func (x *index) lastBegin() int {
	if len(x.rows) == 0 {
		return 0
	}
	return int(x.ends[x.rows[len(x.rows)-1]]) + 1
}

// differs returns one bit for each byte of w, lowest first, that is not the byte
// which fills pattern. Both are ASCII.
func differs(w, pattern uint64) uint64 {
	return ((w ^ pattern) + each7f) & eachHigh * gatherHigh >> 56
}

// maskAny returns one bit for each byte of b that is the one which fills pattern,
// for bytes that may not be ASCII: there differs carries from one byte to the next.
func maskAny(b *[blockBytes]byte, pattern uint64) uint64 {
	var mask uint64
	for i := 0; i < blockBytes; i += 8 {
		x := binary.LittleEndian.Uint64(b[i:]) ^ pattern
		mask |= ^((x&each7f + each7f | x) | each7f) * gatherHigh >> 56 << i
	}
	return mask
}

// parity returns the bits at which the number of bits set in m, up to and with it,
// is odd.
func parity(m uint64) uint64 {
	m ^= m << 1
	m ^= m << 2
	m ^= m << 4
	m ^= m << 8
	m ^= m << 16
	return m ^ m<<32
}

// firstBad returns the place of the first bit of suspects that is no regular place
// for or behind a quote, or -1. A closing quote before a line end's CR or before the
// end of the text is regular, which the masks do not show.
func firstBad(text []byte, n, at int, suspects uint64) int {
	for ; suspects != 0; suspects &= suspects - 1 {
		i := at + bits.TrailingZeros64(suspects)
		if i >= n || text[i] == '\r' && (i+1 >= n || text[i+1] == '\n') {
			continue
		}
		return i
	}
	return -1
}
