//go:build unix

package planfile

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"wres/loaders/durable"
	"wres/model/plan"
)

// A pipe under a name of ours is not opened: its reader would wait for ever.
func TestPipesAreNotRead(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	pipes := []string{filepath.Join(filepath.Dir(path), plan.ArchiveName(2024)), file.desk.backupPath(1)}
	for _, pipe := range pipes {
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := file.KeepYear(2024, file.Plan()); !errors.Is(err, durable.ErrNoOrdinary) {
		t.Errorf("kept in place of a pipe: %v", err)
	}
	save(t, file, edit(t, file.Plan(), "A-0001", func(a *plan.Action) { a.Text = "b" }))
	if got := backedUp(t, path); len(got) == 0 || got[0] != "a" {
		t.Errorf("backed up %q, %v", got, file.Unbacked())
	}
}
