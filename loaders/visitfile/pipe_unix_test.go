//go:build !windows

package visitfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"wres/loaders/durable"
	"wres/model/visit"
)

// A pipe in the place of the file is said at once, and stays: nothing but a file is written
// over.
func TestPipeInItsPlace(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(dir, Name), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		if v, err := Read(dir); err == nil || !strings.HasSuffix(err.Error(), "it is not an ordinary file") || !v.Seen.IsZero() {
			t.Errorf("%+v, %v", v, err)
		}
		if err := Write(dir, visit.Visit{Of: "now"}); !errors.Is(err, durable.ErrNoOrdinary) {
			t.Error(err)
		}
		if info, err := os.Lstat(filepath.Join(dir, Name)); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
			t.Errorf("%v, %v", info, err)
		}
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("it is waited for")
	}
}
