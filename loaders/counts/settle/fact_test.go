package settle

import (
	"testing"

	"wres/loaders/kinds"
)

// TestFactsHaveRoomForKeys: a fact has room for its organisation and the keys of its kind.
func TestFactsHaveRoomForKeys(t *testing.T) {
	for _, e := range kinds.Extracts() {
		if e.Keys >= MaxDims {
			t.Errorf("%s: %d keys", e.Kind, e.Keys)
		}
	}
}
