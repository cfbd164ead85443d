package planfile

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"wres/model/source"
)

// compareWithSeal says where the plan holds less than when wres last had it. A
// file that was cut off at the end of a row, or within the last cell, looks like a
// whole one.
func (f *File) compareWithSeal() {
	content, exists, err := read(beside(f.path, "journal"))
	if err != nil || !exists || f.reason != "" {
		return
	}
	f.compare(readJournal(content).seal)
}

func (f *File) compare(last seal) {
	now := f.desk.seal()
	if last.Version != journalVersion || last.Plan == now.Plan {
		return
	}
	missing := fmt.Sprintf("the plan holds %d actions, and held %d when wres last had it, on %s; if nobody took them out",
		now.Actions, last.Actions, last.At.Local().Format("2 January 2006 at 15:04"))
	if last.Actions <= now.Actions {
		if now.Ended || !last.Ended {
			return
		}
		missing = "the last row has no line end, and had one when wres last had the plan; if nobody took it out"
	}
	f.sheet.damaged = true
	f.report(source.Error, missing+", the file was cut off: take it from a backup")
}

// tidy removes the temporary files that a crash left beside the plan, where all
// that is in them stands in the plan or a backup too. Others are named, since
// they may hold what nothing else does. The lock is held, so no save is under way.
func (f *File) tidy() {
	folder := filepath.Dir(f.path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	kept := [][]byte{}
	for _, path := range []string{f.path, f.desk.backupPath(1), f.desk.backupPath(2), f.desk.backupPath(3), beside(f.path, "journal")} {
		if content, exists, err := read(path); err == nil && exists {
			kept = append(kept, content)
		}
	}
	for _, entry := range entries {
		if ours, _ := filepath.Match(tempPattern, entry.Name()); !ours || !entry.Type().IsRegular() {
			continue
		}
		temp := filepath.Join(folder, entry.Name())
		content, exists, err := read(temp)
		if err != nil || !exists {
			continue
		}
		whole := slices.ContainsFunc(kept, func(other []byte) bool { return bytes.HasPrefix(other, content) })
		if (whole || len(content) == 0) && os.Remove(temp) == nil {
			continue
		}
		f.report(source.Notice, fmt.Sprintf("a save or a note of unsaved text that was cut off left %s, which holds what no other file does; "+
			"look into it, and delete it when nothing in it is missed", temp))
	}
}
