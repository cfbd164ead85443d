package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"wres/cmd/wres/exit"
	"wres/loaders/figurefile"
)

// typesFigures starts the program on an empty folder, types into the table of the workforce, and
// waits until the file that keeps it has the last key.
func typesFigures(t *testing.T, dir string) *session {
	t.Helper()
	s := startOn(t, t.TempDir(), "Three files give most", dir)
	s.press("e", "\r", "1", "2", "3", "\t", "4", "x")
	s.wait("the last key in its file", func(string) bool {
		kept, err := os.ReadFile(filepath.Join(dir, figurefile.Name("workforce")))
		return err == nil && strings.Contains(string(kept), `"4x"`)
	})
	return s
}

// figuresComeBack starts the program again, takes up what was typed, and saves it.
func figuresComeBack(t *testing.T, dir string) {
	t.Helper()
	again := startOn(t, t.TempDir(), "typed and not saved: workforce; I opens", dir)
	again.press("e", "\r")
	again.wait("the question", func(seen string) bool { return strings.Contains(seen, "Take them up?") })
	again.press("t")
	again.wait("the figures", func(seen string) bool { return strings.Contains(seen, "!4x") && strings.Contains(seen, "123") })
	again.press("\t", "5", "\x13")
	again.wait("the save", func(seen string) bool { return strings.Contains(seen, "row of ") })
	again.press("q")
	if status, after := again.end(); status != 0 {
		t.Errorf("exit status %d, then %q", status, after)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "workforce.csv")); err != nil || !strings.Contains(string(text), ",non-clinical,under band 1,123,5,") {
		t.Errorf("%q, %v", text, err)
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".wres-figures-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

// TestTypedFiguresOutliveTheProgram kills the program and ends it from outside: what was typed
// into a table comes back as it was.
func TestTypedFiguresOutliveTheProgram(t *testing.T) {
	t.Run("SIGKILL", func(t *testing.T) {
		dir := t.TempDir()
		s := typesFigures(t, dir)
		s.signal(syscall.SIGKILL)
		if s.cmd.Wait() == nil {
			t.Error("the program was killed and ended well")
		}
		figuresComeBack(t, dir)
	})
	for name, sig := range map[string]syscall.Signal{"SIGHUP": syscall.SIGHUP, "SIGTERM": syscall.SIGTERM} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s := typesFigures(t, dir)
			s.signal(sig)
			if status, after := s.end(); status != exit.Failed || !strings.Contains(after, "it is in the journal, and offered") {
				t.Errorf("exit status %d, then %q", status, after)
			}
			figuresComeBack(t, dir)
		})
	}
}

// TestTypedFiguresOfTwoApps: what the first app keeps, a second one in the same folder neither
// offers nor writes over, and says that it keeps nothing.
func TestTypedFiguresOfTwoApps(t *testing.T) {
	dir := t.TempDir()
	first := typesFigures(t, dir)
	second := startOn(t, t.TempDir(), "Three files give most", dir)
	second.press("e", "\r", "9")
	second.wait("the reason", func(seen string) bool {
		return strings.Contains(seen, "is not kept until it is saved: the plan is open elsewhere")
	})
	if strings.Contains(second.output(), "Take them up?") {
		t.Error("what the first app works on is offered to the second")
	}
	second.press("\x03", "y")
	if status, _ := second.end(); status == 0 {
		t.Error("what was typed is lost, and the program ended well")
	}
	first.signal(syscall.SIGKILL)
	_ = first.cmd.Wait() // it was killed
	figuresComeBack(t, dir)
}
