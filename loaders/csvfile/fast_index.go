package csvfile

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

	plain bool // vector instructions are not to be used
	group int  // blocks that are tried with them at a time
}

// blockState is how far an index has come. It is laid out as indexBlocks has it.
type blockState struct {
	at      uint64 // the next block
	used    uint64 // ends written, with that before the text
	lines   uint64 // rows written
	carry   uint64 // all ones: the block begins inside quotes
	closed  uint64 // 1: the byte before the block is a closing quote
	mayOpen uint64 // 1: a quote at the begin of the block may open a cell, or double one
	high    uint64 // not 0: some byte is not ASCII
	bad     uint64 // not 0: some quote is not regular, or stands before a CR, or a line feed is quoted
}

// groupBlocks is how many blocks are tried with vector instructions at a time: where
// something is special in one of them, all are gone through anew.
const groupBlocks = 16

// build indexes the first n bytes of text, up to the first line end outside quotes
// that is not before until. inside says that the text begins inside a quoted cell.
// text is zero from n to the end of the last block. What stood before the text is
// not known: a quote at its begin is taken for regular, since whoever reads that
// record from its start sees the quote too.
//
// Where the processor has vector instructions they do all that is nothing special: what
// is goes through blocks, which has the same result for everything.
func (x *index) build(text []byte, n, until int, inside bool, delim byte) {
	x.reset(n)
	s := blockState{used: 1, mayOpen: 1}
	if inside {
		s.carry = ^uint64(0)
	}
	group := x.group * blockBytes
	for s.at < uint64(n) && !x.complete {
		if at := int(s.at); hasVectors && !x.plain && at+group <= min(n, until) {
			tried := s
			indexBlocks(&text[at : at+group][0], x.group, delim, &x.ends[0], &x.rows[0], &tried)
			if tried.bad == 0 {
				s = tried
				continue
			}
		}
		x.blocks(&s, text, n, until, delim)
	}
	x.n, x.rows, x.ascii, x.inside = int(s.used), x.rows[:s.lines], s.high == 0, s.carry != 0
}

// blocks indexes the next few blocks of text.
func (x *index) blocks(s *blockState, text []byte, n, until int, delim byte) {
	for left := x.group; left > 0 && int(s.at) < n && !x.complete; left-- {
		at := int(s.at)
		m := maskWords((*[blockBytes]byte)(text[at:]), delim)
		s.high |= m.high
		quoted := parity(m.quote) ^ s.carry // from each opening quote to before its closing one
		s.carry = uint64(int64(quoted) >> 63)
		for in := m.feed & quoted; in != 0; in &= in - 1 {
			x.inner = append(x.inner, uint32(at+bits.TrailingZeros64(in)))
		}
		feed := m.feed &^ quoted
		sep := (m.sep | m.feed) &^ quoted
		closing := m.quote &^ quoted
		bad := m.quote & quoted &^ ((sep|closing)<<1 | s.mayOpen)
		bad |= (closing<<1 | s.closed) &^ (sep | m.quote)
		if bad != 0 && x.bad < 0 {
			x.bad = firstBad(text, n, at, bad)
		}
		s.closed = closing >> 63
		s.mayOpen = (sep | closing) >> 63

		if at+blockBytes > until {
			early := max(until-at, 0)
			if late := feed >> early << early; late != 0 {
				last := late & -late
				feed, sep = feed&(last|(last-1)), sep&(last|(last-1))
				x.complete = true
			}
		}
		for ; feed != 0; feed &= feed - 1 {
			x.rows[s.lines] = uint32(int(s.used) + bits.OnesCount64(sep&(feed&-feed-1)))
			s.lines++
		}
		for ; sep != 0; sep &= sep - 1 {
			x.ends[s.used] = uint32(at + bits.TrailingZeros64(sep))
			s.used++
		}
		s.at += blockBytes
	}
}

// blockMasks tells, one bit for a byte of a block, where each character is; of high,
// only whether there is one.
type blockMasks struct{ sep, feed, quote, high uint64 }

// maskWords finds the masks of a block by words. It is written out, as a loop over the
// words takes nearly twice as long.
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
	// Eight places are written at a time, and every byte may be an end.
	if need := n + blockBytes + 8; len(x.ends) < need {
		x.ends, x.rows = make([]uint32, need), make([]uint32, need)
	}
	x.ends[0] = ^uint32(0) // one more is 0
	x.rows, x.inner = x.rows[:len(x.ends)], x.inner[:0]
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
