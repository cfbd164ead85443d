package main

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"wres/cmd/wres/exit"
)

// startTalk starts a conversation on a terminal that can draw nothing.
func startTalk(t *testing.T, data string) *session { return startTalkTo(t, data, `"help" or "quit".`) }

// startTalkTo waits for what it says first.
func startTalkTo(t *testing.T, data, first string) *session {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, data: data, shut: make(chan struct{})}
	s.cmd = &exec.Cmd{Path: self, Args: []string{"wres"}, Dir: t.TempDir()}
	s.cmd.Env = append(os.Environ(), "TERM=dumb", "LANG=en_GB.UTF-8", "ACCESSIBLE=", "XDG_DATA_HOME="+data)
	s.tty = inTerminal(t, s.cmd)
	t.Cleanup(func() {
		s.cmd.Process.Kill()
		s.tty.Close()
	})
	go s.listen()
	s.wait("the first question", func(seen string) bool { return strings.Contains(seen, first) })
	return s
}

// over waits for the end and gives the exit status.
func (s *session) over() int {
	s.t.Helper()
	err := s.cmd.Wait()
	<-s.shut
	if err == nil {
		return 0
	}
	return s.cmd.ProcessState.ExitCode()
}

// TestTalkOnATerminal: with TERM=dumb the app is a conversation, which no key sequence and no
// signal ends with a loss.
func TestTalkOnATerminal(t *testing.T) {
	line := func(s *session, text, answer string) {
		t.Helper()
		before := len(s.output())
		if _, err := s.tty.WriteString(text); err != nil {
			t.Fatal(err)
		}
		s.wait(answer, func(seen string) bool { return strings.Contains(seen[before:], answer) })
	}
	fit := func(s *session) {
		t.Helper()
		if seen := s.output(); strings.Contains(seen, "\x1b") {
			t.Errorf("an escape byte: %q", seen)
		}
	}
	t.Run("quit", func(t *testing.T) {
		s := startTalk(t, t.TempDir())
		line(s, "1\n", "2.45 times as likely")
		if _, err := s.tty.WriteString("quit\n"); err != nil {
			t.Fatal(err)
		}
		if status := s.over(); status != 0 {
			t.Errorf("exit status %d", status)
		}
		fit(s)
	})
	for name, c := range map[string]struct {
		keys   string
		signal os.Signal
		status int
	}{
		"Ctrl+C": {keys: "\x03", status: exit.Failed}, "Ctrl+D": {keys: "\x04", status: exit.Failed}, "SIGTERM": {signal: syscall.SIGTERM, status: exit.Failed}, "SIGHUP": {signal: syscall.SIGHUP, status: exit.Failed},
	} {
		t.Run(name+" in an action", func(t *testing.T) {
			data := t.TempDir()
			s := startTalk(t, data)
			line(s, "plan\n", "Write a new action")
			line(s, "new\n", "Question 1")
			line(s, "Half of it\n\n", "Question 2")
			if c.signal != nil {
				s.signal(c.signal)
			} else if _, err := s.tty.WriteString(c.keys); err != nil {
				t.Fatal(err)
			}
			if status := s.over(); status != c.status || !strings.Contains(s.output(), "offered when") {
				t.Errorf("exit status %d, %q", status, s.output())
			}
			fit(s)
			again := startTalkTo(t, data, "Enter alone is the last one.")
			line(again, "1\n", "It says: Half of it.")
			line(again, "finish\n", "The plan is saved.")
		})
	}
	t.Run("Ctrl+C with nothing written", func(t *testing.T) {
		s := startTalk(t, t.TempDir())
		if _, err := s.tty.WriteString("\x03"); err != nil {
			t.Fatal(err)
		}
		if status := s.over(); status != exit.Interrupted {
			t.Errorf("exit status %d", status)
		}
	})
}
