package export

import (
	"encoding/json"
	"strconv"
)

// significant is how many digits of a computed number a program is given. The last few of
// the 17 that a number has differ between processors, which round on their way to it
// differently; twelve are the same, and no count that a person took has as many.
const significant = 12

// decimal is a computed number as JSON and CSV give it to programs. Every one is of this
// type, so that every machine writes the same.
type decimal float64

// decimalOf gives an optional number as a decimal; nil stays nil.
func decimalOf(v *float64) *decimal { return (*decimal)(v) }

// rounded gives the number with its significant digits, and 0 for -0.
func (d decimal) rounded() float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(float64(d), 'e', significant-1, 64), 64) // reads what is written
	return v + 0
}

func (d decimal) MarshalJSON() ([]byte, error) { return json.Marshal(d.rounded()) }

// MarshalCSV writes a number out, with a decimal point and no thousands separator.
func (d decimal) MarshalCSV() (string, error) {
	return strconv.FormatFloat(d.rounded(), 'f', -1, 64), nil
}

// probability is a p value in CSV: 1e-110 must not take 110 noughts.
type probability decimal

func (p probability) MarshalCSV() (string, error) {
	return strconv.FormatFloat(decimal(p).rounded(), 'g', -1, 64), nil
}
