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

// journalVariable makes it journal two texts and discard them, and recoverVariable
// print what a journal brings back; both for the scripts.
const (
	journalVariable = "WRES_JOURNAL_HELPER"
	recoverVariable = "WRES_RECOVER_HELPER"
)

// holdVariable makes it open a plan, print "open" and wait to be killed.
const holdVariable = "WRES_HOLD_HELPER"

// helpers are what the test binary does in place of its tests where a variable
// names a plan.
var helpers = map[string]func(path string) int{
	helperVariable: saveHelper, journalVariable: journalHelper, recoverVariable: recoverHelper,
}

func init() {
	// The save must run on one thread for the whole of its life, because strace
	// counts system calls by thread.
	if os.Getenv(helperVariable) != "" {
		runtime.LockOSThread()
	}
}

func TestMain(m *testing.M) {
	for name, help := range helpers {
		if path := os.Getenv(name); path != "" {
			os.Exit(help(path))
		}
	}
	if path := os.Getenv(holdVariable); path != "" {
		if _, err := Open(path, Holder{Host: "PROCESS"}); err != nil {
			os.Exit(1)
		}
		fmt.Println("open")
		select {}
	}
	if done, status := roundTripHelper(); done {
		os.Exit(status)
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

// journalHelper journals "one" and "two" and then discards them. Each is printed
// once it is durable; "none" says that they are discarded. WRES_STOP_AFTER names
// the one after which it ends without more.
func journalHelper(path string) int {
	file, err := Open(path, Holder{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	journal := file.OpenJournal()
	for _, text := range []string{"one", "two", "none"} {
		e := plan.Entry{Draft: &plan.Draft{Texts: map[string]string{"action": text}}}
		if text == "none" {
			e = plan.Entry{}
		}
		if err := journal.Append(e)(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		fmt.Println(text)
		if os.Getenv("WRES_STOP_AFTER") == text {
			return 0
		}
	}
	return 0
}

// recoverHelper prints the text that a journal brings back, or "none".
func recoverHelper(path string) int {
	file, err := Open(path, Holder{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer file.Close()
	r, _ := file.Recover()
	if r.Draft == nil {
		fmt.Println("none")
	} else {
		fmt.Println(r.Draft.Texts["action"])
	}
	if r.Lost > 0 {
		fmt.Println("lost", r.Lost)
	}
	return 0
}
