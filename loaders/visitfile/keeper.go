package visitfile

import (
	"io/fs"
	"sync"
	"time"

	"wres/loaders/csvfile"
	"wres/model/indicator"
	"wres/model/visit"
)

// Keeper is what one run knows of the last time that its folder was opened.
type Keeper struct {
	mu     sync.Mutex
	before *visit.Visit // this run; nil until a load reads it
}

// Opened is a folder as it was read.
type Opened struct {
	Path    string
	FS      fs.FS
	Results *indicator.Results
	Files   []string // that were looked at
}

// Since says what moved since the folder was last opened, and keeps what it holds now for
// the next time. All loads of a run are held against the visit before it. A folder without
// figures says nothing.
func (k *Keeper) Since(o Opened) []string {
	if o.Results == nil || len(o.Results.Years) == 0 {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	var said []string
	if k.before == nil {
		before, err := Read(o.Path)
		if err != nil {
			said = append(said, csvfile.Clean(err.Error()))
		}
		k.before = &before
	}
	now := visit.Of(o.Results, Look(o.FS, o.Files), time.Now())
	said = append(said, now.Since(*k.before)...)
	if err := Write(o.Path, now.Visit); err != nil {
		said = append(said, "What this folder holds now could not be kept for the next time: "+csvfile.Clean(err.Error()))
	}
	return said
}
