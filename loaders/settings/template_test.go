package settings

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/columns"
	"wres/loaders/labels"
	"wres/model"
)

// TestTemplateHoldsTheDefaults takes the # away from every setting of the template.
func TestTemplateHoldsTheDefaults(t *testing.T) {
	var lines []string
	for line := range strings.Lines(DefaultTOML) {
		if rest, ok := strings.CutPrefix(line, "# "); ok && (strings.Contains(rest, " = ") && !strings.HasPrefix(rest, "A ") || strings.HasPrefix(rest, "[[")) {
			line = rest
		}
		lines = append(lines, line)
	}
	text := strings.Join(lines, "")
	l := labels.New()
	if _, err := Read(fstest.MapFS{Name: {Data: []byte(text)}}, l, columns.New(l)); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	want := model.DefaultSettings()
	want.Organisation = "Example NHS Foundation Trust"
	if diff := cmp.Diff(want, l.Settings); diff != "" {
		t.Errorf("the template's values are not the defaults: %s", diff)
	}
	for _, key := range settingsKeys() {
		leaf := key[strings.LastIndexByte(key, '.')+1:]
		if !strings.Contains(text, leaf) {
			t.Errorf("the template does not show %s", key)
		}
	}
}
