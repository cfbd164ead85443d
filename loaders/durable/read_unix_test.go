//go:build !windows

package durable_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"wres/loaders/durable"
)

// Read answers at once whatever stands in the file's place.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := syscall.Mkfifo(at("pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"empty": "", "four": "1234", "five": "12345"} {
		if err := os.WriteFile(at(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, link := range [][2]string{{"four", "link"}, {"pipe", "link to pipe"}, {"gone", "link to none"}} {
		if err := os.Symlink(at(link[0]), at(link[1])); err != nil {
			t.Fatal(err)
		}
	}
	tooLarge := &durable.TooLargeError{}
	for name, want := range map[string]error{
		at("empty"): nil, at("four"): nil, at("link"): nil,
		at("gone"): fs.ErrNotExist, at("link to none"): fs.ErrNotExist,
		dir: durable.ErrFolder, at("pipe"): durable.ErrNoOrdinary, at("link to pipe"): durable.ErrNoOrdinary, "/dev/zero": durable.ErrNoOrdinary,
		at("five"): tooLarge,
	} {
		done := make(chan error, 1)
		go func() {
			_, err := durable.Read(name, 4)
			done <- err
		}()
		select {
		case err := <-done:
			if !errors.Is(err, want) && !(want == tooLarge && errors.As(err, &tooLarge) && tooLarge.Size == 5) {
				t.Errorf("%s: %v, want %v", name, err, want)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%s is waited for", name)
		}
	}
	if content, err := durable.Read(at("link"), 4); string(content) != "1234" || err != nil {
		t.Errorf("%q, %v", content, err)
	}
}
