package panel

import "strings"

// Fold gives how many lines of a page are shown from a line on, where there is room for so
// many. What begins at one of some lines, in their order, is there as a whole or not at all,
// so that no heading stands alone and no sentence ends in its middle; only what is longer
// than the page is cut.
func Fold(lines []string, parts []int, top, most int) int {
	end := top + most
	if end >= len(lines) {
		return len(lines) - top
	}
	for i, from := range parts {
		to := len(lines)
		if i+1 < len(parts) {
			to = parts[i+1]
		}
		for to > from && strings.TrimSpace(lines[to-1]) == "" {
			to--
		}
		if from > top && from < end && to > end && to-from <= most {
			return from - top
		}
	}
	return most
}
