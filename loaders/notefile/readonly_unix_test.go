//go:build !windows

package notefile

import (
	"os"
	"strings"
	"testing"
)

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if out := keep(keeper(dir), "2", "typed"); out.Err == nil || !strings.Contains(out.Err.Error(), "ask for leave to write there") {
		t.Error(out)
	}
}
