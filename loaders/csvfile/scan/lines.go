package scan

import (
	"bytes"
	"fmt"
	"io"
	"slices"
)

// LineAt returns the physical line, from 1, on which the byte at offset stands, where
// LF, CRLF and a lone CR each end a line as in the lines of records. It reads all before it:
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
