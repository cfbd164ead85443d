package meanings

import (
	"fmt"
	"wres/model"
)

// Year reads a year as it is saved, or says what is wrong with it; "" stays so.
func Year(typed string) (year, wrong string) {
	if typed == "" {
		return "", ""
	}
	y, whole, err := model.ParseYear(typed)
	switch {
	case err != nil || !y.Valid():
		return "", "That is not a year: type 2024 or 2023/24."
	case !whole:
		return "", fmt.Sprintf("That is a day or month of WRES year %s: type %s if that is meant.", y, y)
	}
	return y.String(), ""
}
