package tui

// PanelKeys lists the keys of the panels, in the order of the tabs.
func PanelKeys() []string {
	var keys []string
	for _, e := range panels() {
		keys = append(keys, e.Key)
	}
	return keys
}
