//go:build !windows

package notefile

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"wres/model/meeting"
)

// A pipe in the place of the file is said at once, and put aside by the first note.
func TestPipeInItsPlace(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, Name), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		k := keeper(dir)
		if notes, err := k.Read(); err == nil || !strings.HasSuffix(err.Error(), "it is not an ordinary file") || notes != nil {
			t.Errorf("%v, %v", notes, err)
		}
		if out := keep(k, "2", "new"); out.Err != nil || out.Aside == "" {
			t.Error(out)
		}
		holds(t, dir, meeting.Notes{about("2"): "new"})
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it is waited for")
	}
}
