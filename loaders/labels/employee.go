package labels

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbers tells employee numbers apart by a hash under a seed. Each goroutine has its own.
type Numbers struct {
	Seed maphash.Seed

	room []byte
}

// Hash hashes an employee number, or tells that the cell holds none. Lists
// write one number in several ways: with noughts before it, which a spreadsheet
// drops, with ".0" behind it, in capitals. A number in scientific form has lost
// digits, and two people could share what is left: it is none.
func (n *Numbers) Hash(cell []byte) (hash uint64, state NumberState) {
	if plainDigits(cell) {
		return maphash.Bytes(n.Seed, cell), Numbered
	}
	cell = Undecorated(cell)
	digits, letters, start := 0, 0, -1
	b := n.room[:0]
	for _, c := range cell {
		switch {
		case c == ' ' || c == '\t':
			continue
		case c >= '0' && c <= '9':
			digits++
			if start < 0 && c != '0' {
				start = len(b)
			}
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
			letters++
		case c != '.' && c != '+':
			letters++
		}
		b = append(b, c)
	}
	n.room = b
	switch {
	case digits == 0:
		return 0, Unnumbered // empty, "n/a", "-"
	case lostDigits(b):
		return 0, LostNumber
	}
	if letters == 0 {
		if start < 0 {
			return 0, Unnumbered // 0, 0000
		}
		b = b[start:]
		if i := slices.Index(b, '.'); i >= 0 && allZero(b[i+1:]) {
			b = b[:i]
		}
	}
	return maphash.Bytes(n.Seed, b), Numbered
}

// Undecorated takes out of a number what spreadsheets and web pages put around it, so
// that it stays text or in line: signs that are not seen, ="101" and '101.
func Undecorated(cell []byte) []byte {
	const signs = "='\"\u2018\u2019\u201c\u201d"
	if !bytes.ContainsFunc(cell, func(r rune) bool { return r >= utf8.RuneSelf || strings.ContainsRune(signs, r) }) {
		return cell
	}
	cell = bytes.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, cell)
	return bytes.Trim(cell, signs)
}

// plainDigits reports a number that is written as it is hashed: digits alone, of which
// the first is no nought. Nearly all are, and have eight.
func plainDigits(cell []byte) bool {
	if len(cell) == 0 || cell[0] == '0' {
		return false
	}
	if len(cell) == 8 {
		const each3, each6, upper = 0x3030303030303030, 0x0606060606060606, 0xf0f0f0f0f0f0f0f0
		digits := binary.LittleEndian.Uint64(cell)
		return digits&upper == each3 && (digits+each6)&upper == each3
	}
	for _, c := range cell {
		if c-'0' > 9 {
			return false
		}
	}
	return true
}

// NumberState says what a cell of employee numbers holds.
type NumberState uint8

// The states: a number that tells a person, none, and one whose last digits are lost.
const (
	Numbered NumberState = iota
	Unnumbered
	LostNumber
)

// lostDigits reports a number in scientific form: 1.23E+11, in lower case.
func lostDigits(b []byte) bool {
	i := slices.Index(b, 'e')
	if i <= 0 || i+2 >= len(b) || b[i+1] != '+' && b[i+1] != '-' {
		return false
	}
	for j, c := range b {
		if j != i && j != i+1 && c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func allZero(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return c != '0' })
}

// ParseFTE reads an FTE in thousandths; an empty cell is 0. More than 60 posts is
// no person's.
func ParseFTE(cell []byte) (thousandths uint16, ok bool) {
	if len(cell) == len("0.60") && cell[1] == '.' { // as nearly all are
		if part, ok := twoDigits(cell[2], cell[3]); ok && cell[0]-'0' <= 9 {
			return uint16(cell[0]-'0')*1000 + uint16(part)*10, true
		}
	}
	whole, part, unit, digits, point := 0, 0, 1000, 0, false
	for _, c := range cell {
		switch {
		case c >= '0' && c <= '9':
			digits++
			if !point {
				whole = min(whole*10+int(c-'0'), 1000)
			} else if unit /= 10; unit > 0 {
				part += int(c-'0') * unit
			}
		case c == '.' || c == ',':
			if point {
				return 0, false
			}
			point = true
		case c != ' ':
			return 0, false
		}
	}
	const most = 60
	if whole > most || point && digits == 0 {
		return 0, false
	}
	return uint16(whole*1000 + part), true
}
