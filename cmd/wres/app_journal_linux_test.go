package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// comesBack starts the program again for the same user and checks that a text
// which was not saved is offered, brought back into the form, and saved from it.
func (s *session) comesBack(text string) {
	s.t.Helper()
	again := startAgain(s.t, s.data, s.cmd.Args[1:]...)
	again.wait("the question", func(seen string) bool {
		return strings.Contains(seen, "Not saved on") && strings.Contains(seen, text)
	})
	again.press("b")
	again.wait("the text in the form", func(seen string) bool { return strings.Contains(seen, "New action") })
	again.press("\x13") // Ctrl+S
	again.wait("the save", func(seen string) bool { return strings.Contains(seen, "saved ") })
	again.press("q")
	if status, after := again.end(); status != 0 {
		s.t.Errorf("exit status %d, then %q", status, after)
	}
	if saved, err := os.ReadFile(s.planFile()); err != nil || !strings.Contains(string(saved), text) {
		s.t.Errorf("the text is not in the plan: %v", err)
	}
	last := startAgain(s.t, s.data, s.cmd.Args[1:]...)
	last.press("q")
	if last.end(); strings.Contains(last.output(), "Not saved on") {
		s.t.Error("what was saved is offered again")
	}
}

// TestKillLosesAtMostWhatIsNotYetJournalled kills the program as soon as its
// footer says that the text is in the journal.
func TestKillLosesAtMostWhatIsNotYetJournalled(t *testing.T) {
	s := start(t)
	s.press("p", "a")
	s.press(strings.Split(secret, "")...)
	s.wait("the journal", func(seen string) bool { return strings.Contains(seen, "journalled") })
	s.wait("the last key in the journal", func(string) bool {
		journal, err := os.ReadFile(filepath.Join(filepath.Dir(s.planFile()), ".action-plan.journal"))
		return err == nil && strings.Contains(string(journal), secret)
	})
	s.signal(syscall.SIGKILL)
	if err := s.cmd.Wait(); err == nil {
		t.Error("the program was killed and ended well")
	}
	s.comesBack(secret)
}

// TestSecondAppIsToldWhoHasThePlan holds that the plan goes over once the first
// app has ended, even by a kill.
func TestSecondAppIsToldWhoHasThePlan(t *testing.T) {
	first := start(t)
	first.press("p", "x")
	first.wait("the save", func(seen string) bool { return strings.Contains(seen, "saved ") })
	second := startAgain(t, first.data)
	second.wait("the banner", func(seen string) bool { return strings.Contains(seen, "open elsewhere (since ") })
	second.press("p")
	second.wait("the reason", func(seen string) bool { return strings.Contains(seen, "cannot be changed") })
	first.signal(syscall.SIGKILL)
	_ = first.cmd.Wait() // it was killed
	second.press("r")
	second.wait("the plan read again", func(seen string) bool { return strings.Contains(seen, "read again") })
	second.press("x")
	second.wait("a save of its own", func(seen string) bool { return strings.Contains(seen, "saved ") })
	second.press("q")
	if status, after := second.end(); status != 0 {
		t.Errorf("exit status %d, then %q", status, after)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(first.planFile()), ".action-plan.lock")); err != nil || len(left) > 0 {
		t.Errorf("%v: %q is left", err, left)
	}
}
