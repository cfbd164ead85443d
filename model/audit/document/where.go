package document

import "strings"

// Where says of a key what it is a figure of, for a reader: "indicator 2, 2023, ethnically
// diverse, % of appointed". The group has the report's own word, where it has one.
func (t Terms) Where(k Key) string {
	parts := []string{"indicator " + k.Indicator}
	if k.Indicator == "" {
		parts = nil
	}
	for _, part := range []string{k.Year.String(), k.Part, t.GroupName(k.Group), FigureName(k.Figure)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// GroupName gives the word for a group of a key; "" for all of them.
func (t Terms) GroupName(group string) string {
	switch group {
	case "all", "":
		return ""
	case "bme":
		if len(t.BME) > 0 {
			return t.BME[0]
		}
		return "BME"
	case "unknown":
		return "unknown ethnicity"
	case "known":
		return "ethnicity known"
	}
	return group
}

// FigureName gives the words for a figure of a key.
func FigureName(figure string) string {
	if of, is := strings.CutPrefix(figure, "percentage-of-"); is {
		return "% of " + of
	}
	if figure == "percentage" {
		return "%"
	}
	return strings.ReplaceAll(figure, "-", " ")
}
