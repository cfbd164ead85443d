package main

import (
	"sync"
	"time"

	"wres/loaders/visitfile"
	"wres/model/visit"
)

// visits is what the app knows of the last time that its folder was opened.
type visits struct {
	mu     sync.Mutex
	before *visit.Visit // this run; nil until a load reads it
}

// since says what moved since the folder was last opened, and keeps what it holds now for
// the next time. All loads of a run are held against the visit before it.
func (v *visits) since(f folder, read contents) []string {
	if f.example() || read.results == nil || len(read.results.Years) == 0 {
		return nil
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	var said []string
	if v.before == nil {
		before, err := visitfile.Read(f.path)
		if err != nil {
			said = append(said, clean(err.Error()))
		}
		v.before = &before
	}
	now := visit.Of(read.results, visitfile.Look(f.fsys, read.report.Names()), time.Now())
	said = append(said, now.Since(*v.before)...)
	if err := visitfile.Write(f.path, now.Visit); err != nil {
		said = append(said, "What this folder holds now could not be kept for the next time: "+clean(err.Error()))
	}
	return said
}
