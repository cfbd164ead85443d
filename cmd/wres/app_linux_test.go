package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/folders"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// The terminal sequences that open and leave the alternate screen.
const (
	openScreen  = "\x1b[?1049h"
	leaveScreen = "\x1b[?1049l"
)

// session is the program in a real terminal.
type session struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	data string // the user's data folder

	mu   sync.Mutex
	seen bytes.Buffer
	shut chan struct{} // closed when the terminal says no more
}

// start starts the program in a terminal and waits for its first screen.
func start(t *testing.T, args ...string) *session {
	t.Helper()
	return startAgain(t, t.TempDir(), args...)
}

// startAgain starts it for a user with the data folder of an earlier run.
func startAgain(t *testing.T, data string, args ...string) *session {
	t.Helper()
	folders.List{Own: filepath.Join(data, "wres")}.FirstTour() // or it begins with a tour
	return startOn(t, data, "2 Appointed", args...)
}

// startOn waits for a first screen that says something else.
func startOn(t *testing.T, data, says string, args ...string) *session {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, data: data, shut: make(chan struct{})}
	// The test's own program is wres where it is called so: see TestMain.
	s.cmd = &exec.Cmd{Path: self, Args: append([]string{"wres"}, args...)}
	s.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=en_GB.UTF-8", "NO_COLOR=", "ACCESSIBLE=",
		"XDG_DATA_HOME="+s.data)
	s.tty = inTerminal(t, s.cmd)
	t.Cleanup(func() {
		s.cmd.Process.Kill()
		s.tty.Close()
	})
	go s.listen()
	s.wait("the first screen", func(seen string) bool {
		return strings.Contains(seen, openScreen) && strings.Contains(seen, says)
	})
	return s
}

// listen takes down what the terminal shows, until it says no more.
func (s *session) listen() {
	defer close(s.shut)
	buffer := make([]byte, 1<<16)
	for {
		n, err := s.tty.Read(buffer)
		s.mu.Lock()
		s.seen.Write(buffer[:n])
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// inTerminal starts a command in a terminal of its own and gives the terminal's
// other end.
func inTerminal(t *testing.T, cmd *exec.Cmd) *os.File {
	t.Helper()
	tty, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no terminal here: %v", err)
	}
	fd := int(tty.Fd())
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 30, Col: 100})
	}
	if err != nil {
		t.Skipf("no terminal here: %v", err)
	}
	end, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no terminal here: %v", err)
	}
	defer end.Close()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = end, end, end
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return tty
}

func (s *session) output() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen.String()
}

func (s *session) wait(what string, done func(seen string) bool) {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); !done(s.output()); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("no sight of %s in\n%q", what, s.output())
		}
	}
}

// press sends keys one after the other and waits each time until the screen
// shows something new.
func (s *session) press(keys ...string) {
	s.t.Helper()
	for _, key := range keys {
		before := len(s.output())
		if _, err := s.tty.WriteString(key); err != nil {
			s.t.Fatal(err)
		}
		s.wait("an answer to "+key, func(seen string) bool { return len(seen) > before })
	}
}

// openPlan opens the plan and waits until an action of it is there, so that no key
// goes to another panel.
func (s *session) openPlan() {
	s.t.Helper()
	s.press("p")
	s.wait("the plan", func(seen string) bool {
		return strings.Contains(ansi.Strip(seen), "A-0001") || strings.Contains(ansi.Strip(seen), "self-reporting")
	})
}

func (s *session) signal(sig os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// end waits for the program to end and gives its exit status and what it wrote
// after it left the alternate screen.
func (s *session) end() (status int, after string) {
	s.t.Helper()
	late := time.AfterFunc(20*time.Second, func() { s.cmd.Process.Kill() })
	defer late.Stop()
	err := s.cmd.Wait()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		status = exit.ExitCode()
	} else if err != nil {
		s.t.Fatal(err)
	}
	select {
	case <-s.shut:
	case <-time.After(2 * time.Second):
	}
	if _, after, left := strings.Cut(s.output(), leaveScreen); left {
		return status, after
	}
	s.t.Errorf("the alternate screen was not left; exit status %d", status)
	return status, ""
}

// planFile is where the example's plan is kept.
func (s *session) planFile() string {
	return filepath.Join(s.data, "wres", "example", "action-plan.csv")
}

func TestAppInATerminal(t *testing.T) {
	t.Run("q", func(t *testing.T) {
		s := start(t)
		s.press("q")
		status, after := s.end()
		if status != 0 || strings.Contains(after, "wres:") {
			t.Errorf("exit status %d, then %q", status, after)
		}
		if exists(s.planFile()) {
			t.Error("a plan that nobody changed was written")
		}
	})
	for _, sig := range []syscall.Signal{syscall.SIGQUIT, syscall.SIGABRT} {
		t.Run(sig.String()+" shows where it stands", func(t *testing.T) {
			s := start(t)
			s.signal(sig)
			status, after := s.end()
			stacks := strings.Index(s.output(), "goroutine ")
			if status != 2 || !strings.Contains(after, "goroutine ") || stacks < strings.Index(s.output(), leaveScreen) {
				t.Errorf("exit status %d, stacks at %d, then %.300q", status, stacks, after)
			}
		})
	}
	t.Run("Ctrl+C", func(t *testing.T) {
		s := start(t)
		if _, err := s.tty.WriteString("\x03"); err != nil {
			t.Fatal(err)
		}
		if status, _ := s.end(); status != exit.Interrupted {
			t.Errorf("exit status %d", status)
		}
	})
	for name, sig := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP} {
		t.Run(name+" after an edit", func(t *testing.T) {
			s := start(t)
			s.openPlan()
			s.press("x")
			s.signal(sig)
			status, after := s.end()
			saved, err := os.ReadFile(s.planFile())
			if status != 0 || err != nil || !strings.Contains(string(saved), ",done,") {
				t.Errorf("exit status %d, then %q; saved: %v", status, after, err)
			}
			if !strings.Contains(after, "action-plan.csv") {
				t.Errorf("%q does not say where the plan is", after)
			}
		})
		t.Run(name+" with text in the form", func(t *testing.T) {
			s := start(t)
			s.openPlan()
			s.press("a")
			s.wait("the form", func(seen string) bool { return strings.Contains(ansi.Strip(seen), "New action") })
			s.press(strings.Split(secret, "")...)
			s.signal(sig)
			status, after := s.end()
			if status != exit.Failed || !strings.Contains(after, "not saved") {
				t.Errorf("exit status %d, then %q", status, after)
			}
			if strings.Contains(after, secret) {
				t.Error("the text was left in the terminal")
			}
			if !strings.Contains(after, "offered when wres starts again") {
				t.Errorf("%q does not say that the text is kept", after)
			}
			s.comesBack(secret)
		})
	}
	t.Run("SIGINT", func(t *testing.T) {
		s := start(t)
		s.signal(syscall.SIGINT)
		if status, _ := s.end(); status != exit.Interrupted {
			t.Errorf("exit status %d", status)
		}
	})
}

// TestFolderThatCannotBeReadDoesNotOpenTheApp holds that nothing is asked of the
// terminal whose answer would come after the end.
func TestFolderThatCannotBeReadDoesNotOpenTheApp(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "wres.toml"), []byte("[settings]\nlevel = 7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: self, Args: []string{"wres", dir}, Env: append(os.Environ(), "TERM=xterm-256color")}
	tty := inTerminal(t, cmd)
	defer tty.Close()
	var seen bytes.Buffer
	_, _ = seen.ReadFrom(tty) // ends with an error when the terminal closes
	err = cmd.Wait()
	left, ok := errors.AsType[*exec.ExitError](err)
	if !ok || left.ExitCode() != exit.Usage || strings.Contains(seen.String(), "\x1b") || !strings.Contains(seen.String(), "wres.toml:2:1") {
		t.Errorf("%v, %q", err, seen.String())
	}
}
