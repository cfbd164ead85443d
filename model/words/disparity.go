package words

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
)

// Why a race disparity ratio is undefined, where its counts are not beside it.
const (
	RefusedTier = "n/a: a row of a tier was refused, so its staff are not all counted"
	EmptyTier   = "n/a: a tier of pay has no staff of a group"
)

// DisparityReason says why a race disparity ratio is undefined; "" where it is not.
func DisparityReason(w Voice, d indicator.Disparity) string {
	switch {
	case d.Refused:
		return RefusedTier
	case d.Value != nil:
		return ""
	}
	white, bme := d.Counts[0], d.Counts[1]
	return fmt.Sprintf("n/a: a tier has no staff of a group (%s %s and %s, %s %s and %s)", w.Labels.Label(model.White), Thousands(white[0]), Thousands(white[1]),
		w.Labels.Label(model.BME), Thousands(bme[0]), Thousands(bme[1]))
}
