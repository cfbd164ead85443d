package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"wres/cmd/wres/exit"
	"wres/testdata/extracts"
)

// What a folder may hold in place of a file that the program reads, and how it is made.
var oddThings = map[string]func(name string) error{
	"pipe":                 func(name string) error { return syscall.Mkfifo(name, 0o600) },
	"folder":               func(name string) error { return os.Mkdir(name, 0o700) },
	"folder without leave": func(name string) error { return os.Mkdir(name, 0) },
	"socket":               listenAt,
	"link to nowhere":      func(name string) error { return os.Symlink("nowhere", name) },
	"link to itself":       func(name string) error { return os.Symlink(filepath.Base(name), name) },
	"link to zeros":        func(name string) error { return os.Symlink("/dev/zero", name) },
	"link to randomness":   func(name string) error { return os.Symlink("/dev/urandom", name) },
	"link to a terminal":   func(name string) error { return os.Symlink("/dev/tty", name) },
	"link to its folder":   func(name string) error { return os.Symlink(".", name) },
	"hole of a gigabyte":   hole,
}

// The files that the program looks for in a folder by their names.
var readByName = []string{"workforce.csv", "status.csv", "wres.toml", "wres-mapping.toml", "action-plan.csv", ".wres-notes.json", ".wres-last.json", "report"}

// listenAt leaves a socket behind.
func listenAt(name string) error {
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: name, Net: "unix"})
	if err != nil {
		return err
	}
	l.SetUnlinkOnClose(false)
	return l.Close()
}

// hole makes a file that is large and holds nothing.
func hole(name string) error {
	return errors.Join(os.WriteFile(name, nil, 0o600), os.Truncate(name, 1<<30))
}

// TestOddFolders: whatever stands under the name of a file that the program reads, no
// command hangs or takes memory without measure, and each either does its work or says in
// words what is wrong.
func TestOddFolders(t *testing.T) {
	for thing, put := range oddThings {
		for _, name := range readByName {
			t.Run(thing+" for "+name, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				if err := os.CopyFS(dir, extracts.FS); err != nil {
					t.Fatal(err)
				}
				at := filepath.Join(dir, name)
				if err := errors.Join(os.RemoveAll(at), put(at)); err != nil {
					t.Fatal(err)
				}
				for _, command := range []string{"summary", "check", "plan list"} {
					checkOdd(t, dir, strings.Fields(command)...)
				}
			})
		}
	}
}

// mostMemory is how many kB a command may take: 100 MB, and what these tests have taken
// themselves, which the system counts for what they start.
func mostMemory(t *testing.T) int64 {
	var own syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &own); err != nil {
		t.Fatal(err)
	}
	return own.Maxrss + 100<<10
}

// checkOdd runs a command as a program of its own.
func checkOdd(t *testing.T, dir string, command ...string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, self)
	cmd.Args = append(append([]string{"wres"}, command...), dir)
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+filepath.Join(t.TempDir(), "data"))
	var said bytes.Buffer
	cmd.Stderr = &said
	err = cmd.Run()
	used, _ := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	switch status := cmd.ProcessState.ExitCode(); {
	case ctx.Err() != nil:
		t.Errorf("%s hangs", command)
	case used == nil || used.Maxrss > mostMemory(t):
		t.Errorf("%s takes %d MB", command, used.Maxrss>>10)
	case status < 0 || status == exit.Failed && !strings.HasPrefix(said.String(), "wres: "):
		t.Errorf("%s: %v, %s", command, err, said.String())
	case strings.Contains(said.String(), "goroutine "):
		t.Errorf("%s: %s", command, said.String())
	case status != exit.Done && said.Len() == 0 && command[0] != "check":
		t.Error(fmt.Sprint(command), "says nothing, with exit status", status)
	}
}
