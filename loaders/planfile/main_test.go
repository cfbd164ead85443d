package planfile

import (
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"wres/model/plan"
)

// helperVariable makes the test binary do one save and stop, for
// .ci/kill-save.sh, which kills it on the way.
const helperVariable = "WRES_SAVE_HELPER"

// holdVariable makes it open a plan, print "open" and wait to be killed.
const holdVariable = "WRES_HOLD_HELPER"

func init() {
	// The save must run on one thread for the whole of its life, because strace
	// counts system calls by thread.
	if os.Getenv(helperVariable) != "" {
		runtime.LockOSThread()
	}
}

func TestMain(m *testing.M) {
	if path := os.Getenv(helperVariable); path != "" {
		os.Exit(saveHelper(path))
	}
	if path := os.Getenv(holdVariable); path != "" {
		if _, err := Open(path, Holder{Host: "PROCESS"}); err != nil {
			os.Exit(1)
		}
		fmt.Println("open")
		select {}
	}
	os.Exit(m.Run())
}

// saveHelper edits the plan at path in a fixed way and saves it. It prints
// "begin" before the save and "saved" when Save has returned nil.
func saveHelper(path string) int {
	file, err := Load(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	edited, id := file.Plan().Add(plan.Action{Text: "Publish the bank staff figures", Indicators: "1"})
	edited, err = edited.Done(id, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("begin")
	if err := file.Save(edited); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if _, err := fmt.Println("saved"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}
