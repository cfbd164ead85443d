package pairs

import (
	"errors"
	"fmt"
	"io"
	"os"

	"wres/loaders/csvfile"
)

// Most is how many bytes a file of pairs may have, a million rows or so: it is held in memory
// whole, and what never ends, such as a device, has to end somewhere.
const Most = 32 << 20

// Read reads a file of pairs; "-" is the standard input. The error does not name the file.
func Read(name string, stdin io.Reader) (*csvfile.File, error) {
	in := stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, errors.Unwrap(err)
		}
		defer file.Close() // it was read only
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, Most+1))
	if err != nil {
		return nil, err
	}
	if len(data) > Most {
		return nil, fmt.Errorf("it has over %d MB, and a file of pairs may have %[1]d; split it", Most>>20)
	}
	return csvfile.Decode(data)
}
