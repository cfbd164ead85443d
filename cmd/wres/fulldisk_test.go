package main

import (
	"errors"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
)

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// What cannot be written is an error of every command, of those that cobra brings too.
func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, line := range []string{"--help", "help", "plan --help", "help disclosure", "completion bash", "completion powershell", "version", "check --json", "summary"} {
		var said strings.Builder
		if status := run(strings.Fields(line), strings.NewReader(""), fullDisk{}, &said, nil); status != exit.Failed || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("%s: status %d, %q", line, status, said.String())
		}
	}
}
