package csvfile

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// LineAt returns the physical line, from 1, on which the byte at offset stands, where
// LF, CRLF and a lone CR each end a line as in [Record].Line. It reads all before it:
// for several offsets ask LinesAt.
func LineAt(r io.ReaderAt, offset int64) (int, error) {
	lines, err := LinesAt(r, []int64{offset})
	if err != nil {
		return 0, err
	}
	return lines[0], nil
}

// LinesAt returns the line of each offset, as LineAt does, in one pass over the file.
// The offsets ascend.
func LinesAt(r io.ReaderAt, offsets []int64) ([]int, error) {
	if !slices.IsSorted(offsets) {
		return nil, fmt.Errorf("offsets have to ascend to be turned into lines in one pass")
	}
	buf := make([]byte, chunkBytes)
	lines := make([]int, 0, len(offsets))
	line, at := 1, int64(0)
	afterCR := false // the byte before at is a CR, whose line is counted
	for _, offset := range offsets {
		for at < offset {
			b := buf[:min(int64(len(buf)), offset-at)]
			if n, err := r.ReadAt(b, at); n < len(b) {
				if err == io.EOF {
					err = io.ErrUnexpectedEOF
				}
				return nil, err
			}
			line += bytes.Count(b, []byte{'\n'})
			if returns := bytes.Count(b, []byte{'\r'}); returns > 0 {
				line += returns - bytes.Count(b, []byte{'\r', '\n'})
			}
			if afterCR && b[0] == '\n' {
				line--
			}
			afterCR = b[len(b)-1] == '\r'
			at += int64(len(b))
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// TextEnd returns the size that [Scan.Run] is to read to: that of the file, or less
// where it ends in the Ctrl-Z that old exports write, or in zeros, which [Decode] drops
// as well.
func TextEnd(r io.ReaderAt, size int64) (int64, error) {
	at, err := lastNotIn(r, size, padding)
	if err != nil {
		return 0, err
	}
	buf := make([]byte, 512)
	for at < size {
		b := buf[:min(int64(len(buf)), size-at)]
		if n, err := r.ReadAt(b, at); n < len(b) {
			return 0, endOf(err)
		}
		if n := bytes.IndexAny(b, textEnds); n >= 0 {
			return at + int64(n), nil
		}
		at += int64(len(b))
	}
	return size, nil
}

// lastNotIn returns the offset behind the last byte before size that is not one of
// set, or 0 if there is none.
func lastNotIn(r io.ReaderAt, size int64, set string) (int64, error) {
	buf := make([]byte, 512)
	for size > 0 {
		b := buf[:min(int64(len(buf)), size)]
		if n, err := r.ReadAt(b, size-int64(len(b))); n < len(b) {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return 0, err
		}
		if text := bytes.TrimRight(b, set); len(text) > 0 {
			return size - int64(len(b)-len(text)), nil
		}
		size -= int64(len(b))
	}
	return 0, nil
}
